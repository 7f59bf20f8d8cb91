// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "session/keyselection.h"

#include <QElapsedTimer>
#include <QObject>

#include <hpkvqt/error.h>

#include <deque>

namespace Studio
{

/// How far the reading of an interval is.
struct IntervalProgress {
    /// Why no page is under way.
    enum class Wait : quint8 {
        None,
        Line, ///< there is no connection
        Rate ///< the server refused a page for its rate (429)
    };

    qint64 records = 0;
    int pages = 0;
    QByteArray reached; ///< key of the last record so far; empty = none yet
    Wait wait = Wait::None;
    bool hasMore = false; ///< at the end: the limit was reached and there are more

    bool operator==(const IntervalProgress &) const = default;
};

/// How it ended.
struct IntervalEnd {
    IntervalProgress progress;
    Hpkv::Error error; ///< Canceled, or why the first part that is missing could not be read
    QList<KeyInterval> missing; ///< parts that were refused or failed again and again; the others were read
};

/// An interval being read into the mirror, page by page. Lives on the window's thread, belongs to the Session
/// and deletes itself after finished(). Goes on by itself when a lost line is back.
class IntervalScan : public QObject
{
    Q_OBJECT

public:
    const KeyInterval &interval() const { return m_interval; }
    /// < 0: all.
    qint64 limit() const { return m_limit; }
    /// What it tells is in the mirror.
    const IntervalProgress &progress() const { return m_end.progress; }
    bool isPaused() const { return m_paused; }
    bool isFinished() const { return m_finished; }
    /// When finished.
    const Hpkv::Error &error() const { return m_end.error; }
    /// When finished: what could not be read.
    const QList<KeyInterval> &missing() const { return m_end.missing; }

    /// Records a second over the last few seconds, pauses left out; 0 = not known yet.
    double recordsPerSecond() const;
    /// ms until `total` records are there at that rate; < 0 = not known.
    qint64 msLeft(qint64 total) const;

    /// The page that is under way still arrives.
    void setPaused(bool paused);
    /// finished() follows, with ErrorKind::Canceled.
    void cancel();

signals:
    /// progress() or isPaused() is another one.
    void changed();
    /// Raised exactly once, never before Session::readInterval() has returned. All that was read is in the
    /// mirror.
    void finished();

private:
    friend class Session;
    IntervalScan(KeyInterval interval, qint64 limit, QObject *parent);
    void move(const IntervalProgress &progress);
    void end(const IntervalEnd &end);

    struct Sample {
        qint64 ms;
        qint64 records;
    };

    KeyInterval m_interval;
    qint64 m_limit;
    IntervalEnd m_end;
    bool m_paused = false;
    bool m_finished = false;
    QElapsedTimer m_clock;
    std::deque<Sample> m_samples; ///< of the last seconds

signals:
    // For Session only.
    void pauseRequested(bool paused, QPrivateSignal);
    void cancelRequested(QPrivateSignal);
};

} // namespace Studio
