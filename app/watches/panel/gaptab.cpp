// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "watches/panel/gaptab.h"

#include "browser/emptystate.h"
#include "live/gapreport/gapreport.h"
#include "live/panel/keychangetable.h"
#include "models/keychangemodel.h"
#include "shell/appcontext.h"
#include "shell/look.h"
#include "shell/theme.h"
#include "shell/wording.h"

#include <QDateTime>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QStackedLayout>
#include <QVBoxLayout>

namespace Studio
{

namespace
{

QString clockTime(qint64 at)
{
    return QLocale().toString(QDateTime::fromMSecsSinceEpoch(at).time(), QStringLiteral("HH:mm:ss"));
}

} // namespace

GapTab::GapTab(AppContext &app, GapReport &report, QWidget *parent)
    : PageTab(parent)
    , m_app(app)
    , m_report(report)
    , m_model(new KeyChangeModel(this))
{
    Theme &theme = app.theme;
    Look::fill(this, theme, ColorRole::Base);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto *head = new QWidget(this);
    auto *row = new QHBoxLayout(head);
    row->setContentsMargins(theme.metric(16), theme.metric(12), theme.metric(16), theme.metric(12));
    row->setSpacing(theme.metric(8));
    auto *texts = new QVBoxLayout;
    texts->setSpacing(theme.metric(4));
    m_down = new QLabel(head);
    m_down->setObjectName(QStringLiteral("down"));
    Look::text(m_down, theme, ColorRole::Text, 2, QFont::DemiBold);
    m_summary = new QLabel(head);
    m_summary->setObjectName(QStringLiteral("summary"));
    m_summary->setWordWrap(true);
    Look::text(m_summary, theme, ColorRole::TextMuted);
    texts->addWidget(m_down);
    texts->addWidget(m_summary);
    row->addLayout(texts, 1);
    const auto button = [head](const QString &text, const char *name) {
        auto *made = new QPushButton(text, head);
        made->setObjectName(QString::fromLatin1(name));
        made->setAutoDefault(false);
        return made;
    };
    m_more = button(tr("Read the rest"), "more");
    m_open = button(tr("Open the record"), "open");
    m_difference = button(tr("Show the difference"), "difference");
    for (QPushButton *each : {m_more, m_open, m_difference})
        row->addWidget(each);
    column->addWidget(head);
    column->addWidget(Look::hairline(Qt::Horizontal, this));

    m_view = new KeyChangeTable(theme, *m_model, this);
    m_view->setObjectName(QStringLiteral("gap"));
    m_view->setAccessibleName(tr("Changed while disconnected"));
    m_empty = new EmptyState(theme, this);
    m_empty->setObjectName(QStringLiteral("empty"));
    auto *middle = new QWidget(this);
    auto *places = new QStackedLayout(middle);
    places->addWidget(m_view);
    places->addWidget(m_empty);
    column->addWidget(middle, 1);
    setFocusProxy(m_view);

    connect(m_more, &QPushButton::clicked, &report, &GapReport::checkMore);
    const auto open = [this] {
        if (const KeyChange *change = current())
            emit openRequested(change->key);
    };
    connect(m_open, &QPushButton::clicked, this, open);
    connect(m_view, &QTreeView::activated, this, open);
    connect(m_difference, &QPushButton::clicked, this, [this] {
        if (const KeyChange *change = current())
            emit differenceRequested(*change);
    });
    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this, &GapTab::refresh);
    connect(&report, &GapReport::changed, this, &GapTab::refresh);
    connect(&report, &GapReport::finished, this, &GapTab::refresh);
    refresh();
    if (m_model->rowCount() > 0)
        m_view->setCurrentIndex(m_model->index(0, 0));
}

QString GapTab::title() const
{
    return tr("Changed while disconnected");
}

QString GapTab::statusText() const
{
    return m_summary->text();
}

QString GapTab::summary() const
{
    return m_summary->text();
}

const KeyChange *GapTab::current() const
{
    return m_model->changeAt(m_view->currentIndex().row());
}

void GapTab::setCurrent(const QByteArray &key)
{
    for (int row = 0; row < m_model->rowCount(); ++row) {
        if (m_model->changeAt(row)->key == key)
            m_view->setCurrentIndex(m_model->index(row, 0));
    }
}

QString GapTab::downText(const GapReport &report)
{
    if (!report.hasGap())
        return tr("The line was not lost since the profile was opened.");
    if (report.until() == 0)
        return tr("The line is down since %1.").arg(clockTime(report.since()));
    return tr("The line was down for %1, from %2 to %3.")
        .arg(Wording::outage(report.until() - report.since()), clockTime(report.since()),
             clockTime(report.until()));
}

void GapTab::refresh()
{
    m_model->take(m_report.changes());
    const QLocale locale;
    m_down->setText(downText(m_report));
    QStringList parts;
    if (m_report.hasGap()) {
        const int count = int(m_report.changes().size());
        parts.append(count == 0 ? tr("nothing changed as far as is known")
                                : tr("%Ln key(s) changed", nullptr, count));
        if (count > m_model->rowCount())
            parts.append(tr("the first %1 are listed").arg(locale.toString(m_model->rowCount())));
        if (m_report.unverified() > 0)
            parts.append(
                m_report.isChecking()
                    ? tr("%1 of %2 watched keys are still being read")
                          .arg(locale.toString(m_report.unverified()), locale.toString(m_report.watched()))
                    : tr("%1 of %2 watched keys are still unverified")
                          .arg(locale.toString(m_report.unverified()), locale.toString(m_report.watched())));
        else if (m_report.until() > 0 && m_report.watched() > 0 && !m_report.isChecking())
            parts.append(tr("all %1 watched keys are verified").arg(locale.toString(m_report.watched())));
    }
    m_summary->setText(parts.join(QStringLiteral(" · ")));
    m_summary->setVisible(!parts.isEmpty());
    m_more->setVisible(!m_report.isChecking() && m_report.until() > 0 && m_report.unverified() > 0);
    const KeyChange *change = current();
    m_open->setEnabled(change && change->kind != KeyChange::Kind::Removed);
    m_difference->setEnabled(change && (change->hasBefore || change->hasAfter));
    auto *places = qobject_cast<QStackedLayout *>(m_view->parentWidget()->layout());
    if (m_model->rowCount() > 0) {
        places->setCurrentWidget(m_view);
    } else {
        if (!m_report.hasGap())
            m_empty->show(tr("No gap"),
                          tr("When the line is lost and comes back, what changed meanwhile stands here."));
        else if (m_report.until() == 0)
            m_empty->show(tr("Not connected"), tr("What is watched is read again when the line is back."));
        else
            m_empty->show(
                tr("Nothing changed"),
                tr("What is watched and was known before is as it was, as far as it has been read again."));
        places->setCurrentWidget(m_empty);
    }
    emit statusTextChanged(statusText());
}

} // namespace Studio
