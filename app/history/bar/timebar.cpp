// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "history/bar/timebar.h"

#include "history/bar/timetrack.h"
#include "history/bar/timetravel.h"
#include "history/historyreader.h"
#include "history/historyrecorder.h"
#include "models/keyhistorymodel.h"
#include "shell/look.h"
#include "shell/theme.h"

#include <QComboBox>
#include <QDateTime>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

#include <array>

namespace Studio
{

namespace
{

constexpr int refreshMs = 1000;
constexpr int frameMs = 50;
constexpr std::array speeds{1, 2, 5, 10, 20, 50, 100};

} // namespace

TimeBar::TimeBar(Theme &theme, TimeTravel &travel, HistoryRecorder &recorder, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_travel(travel)
    , m_track(new TimeTrack(theme, this))
    , m_moment(new QLabel(this))
    , m_speed(new QComboBox(this))
    , m_now(new QPushButton(tr("Now"), this))
{
    setObjectName(QStringLiteral("timeBar"));
    Look::fill(this, theme, ColorRole::Panel);
    const auto addButton = [&](const char *icon, const QString &text, auto slot) {
        auto *button = new QToolButton(this);
        button->setIcon(theme.icon(QLatin1StringView(icon)));
        button->setToolTip(text);
        button->setAccessibleName(text);
        Look::makeQuiet(button);
        connect(button, &QToolButton::clicked, this, slot);
        return button;
    };
    m_previous = addButton("chevron-left", tr("Previous change"), [this] { step(false); });
    m_playButton = addButton("play", tr("Play"), [this] { setPlaying(!isPlaying()); });
    m_next = addButton("chevron-right", tr("Next change"), [this] { step(true); });
    for (const int speed : speeds)
        m_speed->addItem(tr("%1×").arg(speed), speed);
    m_speed->setAccessibleName(tr("Speed"));
    m_speed->setToolTip(tr("How fast it is played"));
    m_moment->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_moment->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    // As wide as it ever gets: the line must not move under the pointer.
    m_moment->setMinimumWidth(QFontMetrics(theme.font(0, QFont::DemiBold))
                                  .horizontalAdvance(KeyHistoryModel::momentText(1'700'000'000'888))
                              + theme.metric(8));
    m_moments = addButton("diff", tr("What changed since this moment"), [this] { emit momentsRequested(); });
    Look::makeQuiet(m_now);
    m_now->setToolTip(tr("Back to the present"));
    connect(m_now, &QPushButton::clicked, this, [this] { goTo(0); });

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(Look::hairline(Qt::Horizontal, this));
    column->addWidget(buildHint());
    auto *row = new QHBoxLayout;
    column->addLayout(row);
    row->setContentsMargins(theme.metric(12), theme.metric(4), theme.metric(12), theme.metric(4));
    row->setSpacing(theme.metric(4));
    for (QWidget *widget : {static_cast<QWidget *>(m_previous), static_cast<QWidget *>(m_playButton),
                            static_cast<QWidget *>(m_next), static_cast<QWidget *>(m_speed)})
        row->addWidget(widget);
    row->addWidget(m_track, 1);
    row->addWidget(m_moment);
    row->addWidget(m_moments);
    row->addWidget(m_now);

    connect(m_track, &TimeTrack::picked, this, [this](qint64 at) {
        setPlaying(false);
        goTo(at);
    });
    connect(&travel, &TimeTravel::moved, this, &TimeBar::showMoment);
    m_refresh.setSingleShot(true);
    connect(&m_refresh, &QTimer::timeout, this, &TimeBar::readSpan);
    connect(&recorder, &HistoryRecorder::statusChanged, this, [this] {
        if (isVisible() && !m_refresh.isActive())
            m_refresh.start(refreshMs);
    });
    m_play.setInterval(frameMs);
    connect(&m_play, &QTimer::timeout, this, &TimeBar::playOn);
    showMoment();
}

QWidget *TimeBar::buildHint()
{
    m_hint = new QWidget(this);
    m_hint->setObjectName(QStringLiteral("hint"));
    Look::fill(m_hint, m_theme, ColorRole::WarningSoft);
    auto *row = new QHBoxLayout(m_hint);
    row->setContentsMargins(m_theme.metric(12), m_theme.metric(2), m_theme.metric(12), m_theme.metric(2));
    row->setSpacing(m_theme.metric(8));
    m_hintText = new QLabel(m_hint);
    Look::text(m_hintText, m_theme, ColorRole::Warning);
    auto *show = new QPushButton(tr("Show it as it was"), m_hint);
    Look::makeQuiet(show);
    connect(show, &QPushButton::clicked, this, &TimeBar::pastRequested);
    row->addWidget(m_hintText);
    row->addWidget(show);
    row->addStretch(1);
    m_hint->hide();
    return m_hint;
}

void TimeBar::setHint(const QString &text)
{
    m_hintText->setText(text);
    m_hint->setVisible(!text.isEmpty());
}

void TimeBar::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    readSpan();
}

void TimeBar::readSpan()
{
    if (std::exchange(m_isAsking, true))
        return;
    // The line ends now; the first row is where it began the last time.
    const qint64 now = QDateTime::currentMSecsSinceEpoch();
    const qint64 from = m_track->from();
    m_travel.reader().span(from, from > 0 ? now + 1 : 0, TimeTrack::parts, this,
                           [this, now, from](const HistorySpan &span) {
                               m_isAsking = false;
                               m_track->setSpan(span, now);
                               m_isReady = true;
                               showMoment();
                               // The density was that of another stretch of time.
                               if (span.from != from)
                                   readSpan();
                           });
}

void TimeBar::showMoment()
{
    const bool isLive = m_travel.isLive();
    m_track->setMoment(m_travel.moment());
    const bool isEmpty = m_track->from() == 0;
    m_moment->setText(isEmpty  ? tr("Nothing recorded yet")
                      : isLive ? tr("Now")
                               : KeyHistoryModel::momentText(m_travel.moment()));
    Look::text(m_moment, m_theme, isLive ? ColorRole::TextMuted : ColorRole::Accent, 0,
               isLive ? QFont::Normal : QFont::DemiBold);
    m_now->setEnabled(!isLive);
    m_next->setEnabled(!isLive);
    m_previous->setEnabled(!isEmpty);
    m_moments->setEnabled(!isEmpty);
    m_playButton->setEnabled(!isEmpty);
}

void TimeBar::goTo(qint64 at)
{
    if (at > 0)
        m_travel.goTo(at);
    else
        m_travel.goToNow();
}

void TimeBar::step(bool forward)
{
    setPlaying(false);
    if (forward && m_travel.isLive())
        return;
    const qint64 at = m_travel.isLive() ? QDateTime::currentMSecsSinceEpoch() : m_travel.moment();
    m_travel.reader().nextChange(m_scope, at, forward, this,
                                 [this, forward](const std::optional<HistoryEntry> &entry) {
                                     if (entry)
                                         goTo(entry->at);
                                     else if (forward)
                                         goTo(0);
                                 });
}

void TimeBar::setPlaying(bool playing)
{
    if (playing == isPlaying())
        return;
    if (playing) {
        if (m_travel.isLive())
            m_travel.goTo(m_track->from());
        m_sincePlayed.start();
        m_play.start();
    } else {
        m_play.stop();
    }
    m_playButton->setIcon(m_theme.icon(playing ? QStringLiteral("pause") : QStringLiteral("play")));
    m_playButton->setToolTip(playing ? tr("Pause") : tr("Play"));
    m_playButton->setAccessibleName(m_playButton->toolTip());
}

void TimeBar::playOn()
{
    const qint64 at = m_travel.moment() + m_sincePlayed.restart() * m_speed->currentData().toInt();
    if (at < QDateTime::currentMSecsSinceEpoch() && !m_travel.isLive()) {
        goTo(at);
        return;
    }
    setPlaying(false);
    goTo(0);
}

} // namespace Studio
