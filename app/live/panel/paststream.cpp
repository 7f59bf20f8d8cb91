// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "live/panel/paststream.h"

#include "browser/elidedlabel.h"
#include "browser/emptystate.h"
#include "live/panel/liveview.h"
#include "models/keyhistorymodel.h"
#include "models/pastmodel.h"
#include "shell/look.h"
#include "shell/theme.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QScrollBar>
#include <QStackedLayout>
#include <QVBoxLayout>

namespace Studio
{

PastStream::PastStream(Theme &theme, HistoryReader &reader, QWidget *parent)
    : QWidget(parent)
    , m_model(new PastModel(reader, this))
    , m_view(new LiveView(theme, *m_model, this))
    , m_title(new ElidedLabel(this))
    , m_foot(new ElidedLabel(this))
    , m_leave(new QPushButton(this))
    , m_empty(new EmptyState(theme, this))
{
    setObjectName(QStringLiteral("past"));
    m_view->setObjectName(QStringLiteral("pastChanges"));
    m_view->setAccessibleName(tr("Changes from the history"));
    Look::fill(m_view->viewport(), theme, ColorRole::Panel);
    m_title->setObjectName(QStringLiteral("pastTitle"));
    Look::text(m_title, theme, ColorRole::Accent, 0, QFont::DemiBold);
    m_foot->setObjectName(QStringLiteral("pastFoot"));
    Look::text(m_foot, theme, ColorRole::TextMuted, -1);
    m_leave->setObjectName(QStringLiteral("leave"));
    Look::makeQuiet(m_leave);
    connect(m_leave, &QPushButton::clicked, this, &PastStream::leaveRequested);
    m_empty->setObjectName(QStringLiteral("pastEmpty"));

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto *head = new QHBoxLayout;
    head->setContentsMargins(theme.metric(12), theme.metric(2), theme.metric(8), theme.metric(2));
    head->setSpacing(theme.metric(8));
    head->addWidget(m_title, 1);
    head->addWidget(m_leave);
    column->addLayout(head);
    m_places = new QStackedLayout;
    m_places->addWidget(m_view);
    m_places->addWidget(m_empty);
    column->addLayout(m_places, 1);
    auto *foot = new QHBoxLayout;
    foot->setContentsMargins(theme.metric(12), theme.metric(4), theme.metric(12), theme.metric(4));
    foot->addWidget(m_foot);
    column->addLayout(foot);
    setFocusProxy(m_view);
    connect(m_model, &PastModel::ready, this, &PastStream::refresh);
    connect(m_view->verticalScrollBar(), &QScrollBar::valueChanged, this, &PastStream::readOn);
    connect(m_view->verticalScrollBar(), &QScrollBar::rangeChanged, this, &PastStream::readOn);
}

void PastStream::showMoment(qint64 at)
{
    m_isMoment = true;
    m_title->setText(tr("As of %1").arg(KeyHistoryModel::momentText(at)));
    m_title->setAccessibleDescription(tr("What had changed up to the moment of the time bar"));
    m_leave->setText(tr("Back to now"));
    m_model->setMoment(at);
}

void PastStream::showOlder(qint64 at)
{
    m_isMoment = false;
    m_title->setText(tr("Older changes, from the history"));
    m_title->setAccessibleDescription({});
    m_leave->setText(tr("Back to the stream"));
    m_model->setMoment(at);
}

/// One screen ahead of what is in sight.
void PastStream::readOn()
{
    const QScrollBar *bar = m_view->verticalScrollBar();
    if (m_model->rowCount() > 0 && bar->value() >= bar->maximum() - bar->pageStep())
        m_model->readMore();
}

void PastStream::setFilter(const LiveFilter &filter)
{
    m_model->setFilter(filter);
}

void PastStream::refresh()
{
    const bool isEmpty = m_model->rowCount() == 0;
    if (isEmpty && !m_model->isReady())
        return; // another page is on its way
    if (isEmpty)
        m_empty->show(tr("Nothing was recorded"),
                      tr("No change from before this moment is in the history, or none that the filter lets "
                         "through."));
    m_places->setCurrentWidget(isEmpty ? static_cast<QWidget *>(m_empty) : m_view);
    const QString from = KeyHistoryModel::momentText(m_model->cutBefore());
    m_foot->setText(m_model->hasMore() ? tr("Scroll down to read on.")
                    : m_model->cutBefore() > 0
                        ? tr("What was recorded before %1 had to go, as the history has a bound.").arg(from)
                        : tr("This is where the history begins."));
}

} // namespace Studio
