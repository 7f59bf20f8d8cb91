// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "shell/noticelist.h"

#include "notices/noticecenter.h"
#include "notices/noticemodel.h"
#include "shell/appcontext.h"
#include "shell/commandregistry.h"
#include "shell/look.h"
#include "shell/stylepainter.h"
#include "shell/theme.h"

#include <QAction>
#include <QDateTime>
#include <QLabel>
#include <QListView>
#include <QLocale>
#include <QPainter>
#include <QPushButton>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

namespace Studio
{

namespace
{

/// Icon and colour of a severity, the title, the time at the end.
class NoticeDelegate : public QStyledItemDelegate
{
public:
    NoticeDelegate(Theme &theme, QObject *parent)
        : QStyledItemDelegate(parent)
        , m_theme(theme)
    {
    }

    QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const override
    {
        return {m_theme.metric(200), m_theme.metric(32)};
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        painter->save();
        const StylePainter draw(m_theme, *painter);
        draw.itemRow(option);
        const auto placed = [&](const QRect &rect) {
            return QStyle::visualRect(option.direction, option.rect, rect);
        };
        const int gap = m_theme.metric(12);
        const QRect iconRect(option.rect.left() + gap, option.rect.top(), m_theme.metric(16),
                             option.rect.height());
        const auto severity = Severity(index.data(NoticeModel::SeverityRole).toInt());
        draw.icon(placed(iconRect), iconOf(severity), roleOf(severity), 16);
        const QRect rest =
            option.rect.adjusted(iconRect.right() + m_theme.metric(8) - option.rect.left(), 0, -gap, 0);
        const QDateTime at = QDateTime::fromMSecsSinceEpoch(index.data(NoticeModel::TimeRole).toLongLong());
        const QString time = QLocale().toString(at.time(), QLocale::ShortFormat);
        painter->setFont(m_theme.font(-1));
        painter->setPen(m_theme.color(ColorRole::TextFaint));
        painter->drawText(placed(rest),
                          int(Qt::AlignVCenter | QStyle::visualAlignment(option.direction, Qt::AlignRight)),
                          time);
        const QRect textRect = rest.adjusted(0, 0, -painter->fontMetrics().horizontalAdvance(time) - gap, 0);
        painter->setFont(m_theme.font());
        painter->setPen(m_theme.color(ColorRole::Text));
        const QString text =
            painter->fontMetrics().elidedText(index.data().toString(), Qt::ElideRight, textRect.width());
        painter->drawText(placed(textRect),
                          int(Qt::AlignVCenter | QStyle::visualAlignment(option.direction, Qt::AlignLeft)),
                          text);
        painter->restore();
    }

private:
    static QString iconOf(Severity severity)
    {
        switch (severity) {
        case Severity::Good:
            return QStringLiteral("check");
        case Severity::Warning:
            return QStringLiteral("warning");
        case Severity::Error:
            return QStringLiteral("error");
        case Severity::Info:
            break;
        }
        return QStringLiteral("info");
    }

    static ColorRole roleOf(Severity severity)
    {
        switch (severity) {
        case Severity::Good:
            return ColorRole::Created;
        case Severity::Warning:
            return ColorRole::Warning;
        case Severity::Error:
            return ColorRole::Removed;
        case Severity::Info:
            break;
        }
        return ColorRole::Accent;
    }

    Theme &m_theme;
};

} // namespace

NoticeList::NoticeList(AppContext &app, QWidget *parent)
    : QDialog(parent)
    , m_app(app)
    , m_list(new QListView(this))
    , m_empty(new QLabel(tr("Nothing to report."), this))
    , m_text(new QLabel(this))
    , m_action(new QPushButton(this))
    , m_clear(new QPushButton(tr("Clear"), this))
{
    Theme &theme = app.theme;
    setWindowTitle(tr("Notices"));
    auto *model = new NoticeModel(app.notices, this);
    m_list->setModel(model);
    m_list->setItemDelegate(new NoticeDelegate(theme, m_list));
    m_list->setAccessibleName(tr("Notices"));
    m_list->setFrameShape(QFrame::NoFrame);
    m_empty->setAlignment(Qt::AlignCenter);
    Look::text(m_empty, theme, ColorRole::TextMuted);
    m_text->setWordWrap(true);
    m_text->setTextFormat(Qt::PlainText);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_text->setAlignment(Qt::AlignTop | Qt::AlignLeading);
    m_text->setMinimumHeight(theme.metric(80));
    m_text->setAccessibleName(tr("The notice in full"));
    auto *close = new QPushButton(tr("Close"), this);
    close->setDefault(true);

    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_action);
    buttons->addStretch();
    buttons->addWidget(m_clear);
    buttons->addWidget(close);
    auto *column = new QVBoxLayout(this);
    column->addWidget(m_empty, 1);
    column->addWidget(m_list, 1);
    column->addWidget(Look::hairline(Qt::Horizontal, this));
    column->addWidget(m_text);
    column->addLayout(buttons);
    resize(theme.metric(560), theme.metric(420));

    connect(close, &QPushButton::clicked, this, &QDialog::accept);
    connect(m_clear, &QPushButton::clicked, this,
            [this] { m_app.notices.clear(m_list->currentIndex().data(NoticeModel::IdRole).toString()); });
    connect(m_action, &QPushButton::clicked, this, [this] {
        m_app.commands.trigger(m_list->currentIndex().data(NoticeModel::ActionCommandRole).toString());
    });
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &NoticeList::showCurrent);
    connect(&app.notices, &NoticeCenter::changed, this, &NoticeList::showCurrent);
    m_list->setCurrentIndex(model->index(0));
    showCurrent();
}

void NoticeList::showCurrent()
{
    const QModelIndex current = m_list->currentIndex();
    const bool any = m_list->model()->rowCount() > 0;
    m_list->setVisible(any);
    m_empty->setVisible(!any);
    QString text = current.data(NoticeModel::TextRole).toString();
    const QString details = current.data(NoticeModel::DetailsRole).toString();
    if (!details.isEmpty())
        text += QStringLiteral("\n\n") + details;
    m_text->setText(text);
    m_clear->setEnabled(current.isValid());
    const QString command = current.data(NoticeModel::ActionCommandRole).toString();
    m_action->setVisible(m_app.commands.action(command) != nullptr);
    m_action->setText(current.data(NoticeModel::ActionTextRole).toString());
}

} // namespace Studio
