// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "history/historyentry.h"

#include <QElapsedTimer>
#include <QTimer>
#include <QWidget>

class QComboBox;
class QLabel;
class QPushButton;
class QToolButton;

namespace Studio
{

class HistoryRecorder;
class Theme;
class TimeTrack;
class TimeTravel;

/// Moves a TimeTravel along what was recorded: a line with the density of changes, steps from change to
/// change, play, and back to now.
class TimeBar : public QWidget
{
    Q_OBJECT

public:
    TimeBar(Theme &theme, TimeTravel &travel, HistoryRecorder &recorder, QWidget *parent = nullptr);

    /// What "previous change" and "next change" look for.
    void setScope(const HistoryScope &scope) { m_scope = scope; }

    /// A line above it that says what does not follow the moment, with a button; empty: none.
    void setHint(const QString &text);

    void step(bool forward);
    void setPlaying(bool playing);
    bool isPlaying() const { return m_play.isActive(); }
    TimeTrack &track() const { return *m_track; }
    /// Whether what was recorded is shown.
    bool isReady() const { return m_isReady; }

signals:
    /// What is not the same at the moment that is shown and now.
    void momentsRequested();
    /// The button of the hint.
    void pastRequested();

protected:
    void showEvent(QShowEvent *event) override;

private:
    QWidget *buildHint();
    void readSpan();
    void showMoment();
    void playOn();
    void goTo(qint64 at);

    Theme &m_theme;
    TimeTravel &m_travel;
    HistoryScope m_scope;
    TimeTrack *m_track;
    QLabel *m_moment;
    QToolButton *m_playButton;
    QToolButton *m_previous;
    QToolButton *m_next;
    QToolButton *m_moments;
    QComboBox *m_speed;
    QPushButton *m_now;
    QWidget *m_hint;
    QLabel *m_hintText;
    QTimer m_refresh;
    QTimer m_play;
    QElapsedTimer m_sincePlayed;
    bool m_isReady = false;
    bool m_isAsking = false;
};

} // namespace Studio
