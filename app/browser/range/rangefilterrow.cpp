// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "browser/range/rangefilterrow.h"

#include "browser/range/rangetable.h"
#include "models/rangemodel.h"
#include "shell/look.h"
#include "shell/theme.h"

#include <QAction>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPainter>
#include <QSet>
#include <QTimer>

namespace Studio
{

namespace
{

constexpr int FilterMs = 300;

} // namespace

RangeFilterRow::RangeFilterRow(Theme &theme, RangeModel &model, RangeTable &table)
    : QWidget(&table)
    , m_theme(theme)
    , m_model(model)
    , m_table(table)
    , m_rest(new QWidget(this))
    , m_timer(new QTimer(this))
{
    Look::fill(this, theme, ColorRole::Panel);
    m_timer->setSingleShot(true);
    m_timer->setInterval(FilterMs);
    connect(m_timer, &QTimer::timeout, this, &RangeFilterRow::edited);
    syncFields();
}

void RangeFilterRow::syncFields()
{
    QSet<QString> wanted;
    for (int column = 0; column < m_model.columns().size(); ++column) {
        const QString id = m_model.columns()[column].id();
        wanted.insert(id);
        if (m_fields.contains(id))
            continue;
        auto *field = new QLineEdit(column == 0 ? static_cast<QWidget *>(this) : m_rest);
        field->setObjectName(QStringLiteral("filter ") + id);
        field->setPlaceholderText(tr("Filter"));
        field->setAccessibleName(
            tr("Filter of %1").arg(m_model.headerData(column, Qt::Horizontal).toString()));
        field->setToolTip(tr("A part of the text, /expression/, > 100, = paid, is number, not missing"));
        field->setClearButtonEnabled(true);
        field->installEventFilter(this);
        connect(field, &QLineEdit::textChanged, m_timer, qOverload<>(&QTimer::start));
        connect(field, &QLineEdit::returnPressed, this, [this] {
            m_timer->stop();
            emit edited();
        });
        m_fields.insert(id, field);
        field->show();
    }
    for (const QString &id : m_fields.keys()) {
        if (wanted.contains(id))
            continue;
        QLineEdit *field = m_fields.take(id);
        if (!field->text().isEmpty())
            m_timer->start();
        field->hide();
        field->deleteLater();
    }
}

QLineEdit *RangeFilterRow::field(int column) const
{
    return column < 0 || column >= m_model.columns().size() ? nullptr
                                                            : m_fields.value(m_model.columns()[column].id());
}

QHash<QString, QString> RangeFilterRow::texts() const
{
    QHash<QString, QString> result;
    for (auto it = m_fields.cbegin(); it != m_fields.cend(); ++it) {
        if (!it.value()->text().trimmed().isEmpty())
            result.insert(it.key(), it.value()->text());
    }
    return result;
}

void RangeFilterRow::setTexts(const QHash<QString, QString> &wanted)
{
    bool changed = false;
    for (auto it = m_fields.cbegin(); it != m_fields.cend(); ++it) {
        const QString text = wanted.value(it.key());
        if (it.value()->text() == text)
            continue;
        changed = true;
        const QSignalBlocker blocker(it.value());
        it.value()->setText(text);
    }
    if (!changed)
        return;
    m_timer->stop();
    emit edited();
}

void RangeFilterRow::place()
{
    const int keys = m_table.columnWidth(0);
    const int gap = m_theme.metric(4);
    const int high = m_theme.metric(24);
    const int top = (height() - 1 - high) / 2;
    const bool mirrored = isRightToLeft();
    m_rest->setGeometry(mirrored ? 0 : keys, 0, std::max(0, width() - keys), std::max(0, height() - 1));
    const int shift = x() + m_rest->x();
    for (int column = 0; column < m_model.columns().size(); ++column) {
        QLineEdit *edit = field(column);
        if (edit == nullptr)
            continue;
        edit->setVisible(m_table.isColumnShown(column));
        const int left =
            column == 0 ? (mirrored ? width() - keys : 0)
                        : m_table.header()->x() - shift + m_table.header()->sectionViewportPosition(column);
        edit->setGeometry(left + gap, top, std::max(0, m_table.columnWidth(column) - 2 * gap), high);
    }
}

void RangeFilterRow::focusColumn(int column)
{
    if (QLineEdit *edit = field(column); edit && m_table.isColumnShown(column)) {
        edit->setFocus();
        edit->selectAll();
    }
}

void RangeFilterRow::setProblem(int column, const QString &problem)
{
    QLineEdit *edit = field(column);
    if (edit == nullptr)
        return;
    const QList<QAction *> marks = edit->findChildren<QAction *>(QStringLiteral("problem"));
    for (QAction *mark : marks) {
        if (mark->toolTip() == problem)
            return;
        delete mark;
    }
    if (problem.isEmpty())
        return;
    QAction *mark = edit->addAction(m_theme.icon(QStringLiteral("error"), ColorRole::Removed),
                                    QLineEdit::TrailingPosition);
    mark->setObjectName(QStringLiteral("problem"));
    mark->setParent(edit);
    mark->setToolTip(problem);
}

bool RangeFilterRow::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (key->key() == Qt::Key_Down) {
            emit left();
            return true;
        }
        if (key->key() == Qt::Key_Escape) {
            auto *edit = static_cast<QLineEdit *>(watched);
            if (edit->text().isEmpty())
                emit left();
            else
                edit->clear();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void RangeFilterRow::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(0, height() - 1, width(), 1, m_theme.color(ColorRole::Line));
}

} // namespace Studio
