// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "shell/statusline.h"

#include "bulk/bulktexts.h"
#include "notices/noticecenter.h"
#include "session/jobs/job.h"
#include "session/jobs/joblist.h"
#include "session/session.h"
#include "shell/appcontext.h"
#include "shell/look.h"
#include "shell/statusparts.h"
#include "shell/theme.h"
#include "shell/wording.h"

#include <QDateTime>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QTimer>
#include <QToolButton>

namespace Studio
{

namespace
{

constexpr int TickMs = 1000;

ColorRole lineRole(LineState state)
{
    switch (state) {
    case LineState::Connected:
        return ColorRole::Created;
    case LineState::Failed:
        return ColorRole::Removed;
    case LineState::Connecting:
    case LineState::Reconnecting:
        return ColorRole::Warning;
    case LineState::Closed:
        break;
    }
    return ColorRole::TextFaint;
}

} // namespace

struct StatusLine::Private {
    explicit Private(AppContext &context)
        : app(context)
    {
    }

    AppContext &app;
    QPointer<Session> session;
    Dot *dot = nullptr;
    QLabel *state = nullptr;
    QLabel *roundTrip = nullptr;
    QLabel *requests = nullptr;
    RateBar *rate = nullptr;
    QLabel *waiting = nullptr;
    QToolButton *jobs = nullptr;
    QToolButton *notices = nullptr;
    QLabel *live = nullptr;
    QLabel *token = nullptr;
    QLabel *record = nullptr;
    QTimer tick; ///< waits and the token's age go on without a change of the session
};

StatusLine::StatusLine(AppContext &app, QWidget *parent)
    : QStatusBar(parent)
    , d(std::make_unique<Private>(app))
{
    setSizeGripEnabled(false);
    setAccessibleName(tr("Status bar"));
    Theme &theme = app.theme;

    const auto label = [&](const QString &accessibleName) {
        auto *made = new QLabel(this);
        made->setTextFormat(Qt::PlainText);
        made->setAccessibleName(accessibleName);
        Look::text(made, theme, ColorRole::TextMuted, -1);
        return made;
    };
    d->dot = new Dot(theme, this);
    d->state = label(tr("Connection"));
    d->roundTrip = label(tr("Round trip"));
    d->requests = label(tr("Requests"));
    d->rate = new RateBar(theme, this);
    d->waiting = label(tr("Waiting requests"));
    d->live = label(tr("Live changes"));
    d->token = label(tr("Token"));
    d->record = label(tr("Current record"));
    const auto button = [&] {
        auto *made = new QToolButton(this);
        made->setAutoRaise(true);
        made->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        Look::font(made, theme, -1);
        made->hide();
        return made;
    };
    d->jobs = button();
    d->jobs->setObjectName(QStringLiteral("jobs"));
    d->notices = button();
    d->notices->setObjectName(QStringLiteral("notices"));
    connect(d->jobs, &QToolButton::clicked, this, &StatusLine::jobsRequested);
    connect(d->notices, &QToolButton::clicked, this, &StatusLine::noticesRequested);

    // One row of our own: QStatusBar's own spacing is not ours to set.
    auto *row = new QWidget(this);
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(theme.metric(12), 1, theme.metric(12), 0);
    layout->setSpacing(theme.metric(8));
    layout->addWidget(d->dot);
    layout->addWidget(d->state);
    for (QWidget *widget : {static_cast<QWidget *>(d->roundTrip), static_cast<QWidget *>(d->requests)}) {
        layout->addSpacing(theme.metric(12));
        layout->addWidget(widget);
    }
    layout->addWidget(d->rate);
    layout->addSpacing(theme.metric(12));
    layout->addWidget(d->waiting);
    layout->addStretch();
    for (QWidget *widget : {static_cast<QWidget *>(d->jobs), static_cast<QWidget *>(d->notices),
                            static_cast<QWidget *>(d->live), static_cast<QWidget *>(d->token),
                            static_cast<QWidget *>(d->record)}) {
        layout->addWidget(widget);
        layout->addSpacing(theme.metric(8));
    }
    setContentsMargins(0, 0, 0, 0);
    addWidget(row, 1);

    const auto measure = [this] { setFixedHeight(d->app.theme.metric(26)); };
    connect(&theme, &Theme::changed, this, measure);
    measure();
    connect(&app.notices, &NoticeCenter::changed, this, &StatusLine::refreshNotices);
    connect(&d->tick, &QTimer::timeout, this, &StatusLine::refresh);
    refresh();
    refreshNotices();
}

StatusLine::~StatusLine() = default;

void StatusLine::setSession(Session *session)
{
    if (d->session) {
        d->session->disconnect(this);
        d->session->jobs().disconnect(this);
    }
    d->session = session;
    if (session) {
        connect(session, &Session::statusChanged, this, &StatusLine::refresh);
        for (const auto signal : {&JobList::added, &JobList::changed})
            connect(&session->jobs(), signal, this, &StatusLine::refreshJobs);
        d->tick.start(TickMs);
    } else {
        d->tick.stop();
    }
    refresh();
    refreshJobs();
}

void StatusLine::setRecordText(const QString &text)
{
    d->record->setText(text);
    d->record->setVisible(!text.isEmpty());
}

QString StatusLine::stateText() const
{
    return d->state->text();
}

void StatusLine::refresh()
{
    const SessionStatus status = d->session ? d->session->status() : SessionStatus();
    const QLocale locale;
    const qint64 now = QDateTime::currentMSecsSinceEpoch();
    const auto show = [](QLabel *label, const QString &text) {
        label->setText(text);
        label->setVisible(!text.isEmpty());
    };

    d->dot->setVisible(d->session != nullptr);
    d->dot->setRole(lineRole(status.line));
    d->state->setText(Wording::line(status));

    QString roundTrip;
    if (status.roundTripMs >= 0) {
        const double ms = status.roundTripMs;
        const QString number = locale.toString(ms, 'f', ms < 10 ? 1 : 0);
        roundTrip = status.line == LineState::Connected ? tr("%1 ms").arg(number)
                                                        : tr("last round trip %1 ms").arg(number);
    }
    show(d->roundTrip, d->session ? roundTrip : QString());

    const QString perSecond = locale.toString(status.requestsPerSecond, 'f', 0);
    const bool limited = status.rateLimit > 0;
    show(d->requests,
         !d->session ? QString()
         : limited   ? tr("Requests %1 of %2 per s").arg(perSecond, locale.toString(status.rateLimit, 'f', 0))
                     : tr("Requests %1 per s").arg(perSecond));
    d->rate->setVisible(d->session && limited);
    d->rate->setShare(limited ? status.requestsPerSecond / status.rateLimit : 0);

    const int waiting = status.waitingInteractive + status.waitingBackground;
    QString waitingText;
    if (status.waitingInteractive > 0 && status.waitingBackground > 0)
        waitingText = tr("Waiting: %1 (%2 in the background)").arg(waiting).arg(status.waitingBackground);
    else if (status.waitingBackground > 0)
        waitingText = tr("Waiting: %1 (background)").arg(waiting);
    else if (waiting > 0)
        waitingText = tr("Waiting: %1").arg(waiting);
    show(d->waiting, d->session ? waitingText : QString());

    const bool listens = d->session && !status.watchedPatterns.isEmpty();
    show(d->live,
         listens ? tr("Live %1 changes/s").arg(locale.toString(status.changesPerSecond, 'f', 0)) : QString());
    show(d->token, d->session && status.tokenExpiresAt > now
                       ? tr("Token renews in %1").arg(Wording::duration(status.tokenExpiresAt - now))
                       : QString());
    d->token->setToolTip(status.tokenExpiresAt > 0
                             ? locale.toString(QDateTime::fromMSecsSinceEpoch(status.tokenExpiresAt))
                             : QString());
    d->state->setToolTip(status.line == LineState::Reconnecting && status.nextAttemptAt > now
                             ? tr("Next attempt in %1").arg(Wording::duration(status.nextAttemptAt - now))
                             : QString());
    setAccessibleDescription(d->state->text());
}

void StatusLine::refreshJobs()
{
    const QList<Job *> underWay = d->session ? d->session->jobs().underWay() : QList<Job *>();
    d->jobs->setVisible(!underWay.isEmpty());
    if (underWay.isEmpty())
        return;
    d->jobs->setIcon(d->app.theme.icon(QStringLiteral("jobs")));
    d->jobs->setText(BulkTexts::summary(underWay));
    d->jobs->setAccessibleName(d->jobs->text());
    d->jobs->setToolTip(
        BulkTexts::list(underWay).toHtmlEscaped().replace(QLatin1Char('\n'), QLatin1String("<br>")));
}

void StatusLine::refreshNotices()
{
    const int count = int(d->app.notices.notices().size());
    d->notices->setVisible(count > 0);
    d->notices->setIcon(d->app.theme.icon(QStringLiteral("bell")));
    d->notices->setText(tr("%n notice(s)", nullptr, count));
    d->notices->setAccessibleName(d->notices->text());
}

} // namespace Studio
