// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "session/keyselection.h"
#include "session/search/valuequery.h"

#include <QByteArray>
#include <QList>
#include <QObject>

#include <hpkvqt/error.h>

#include <memory>

namespace Studio
{

class Session;

/// A record whose value matches.
struct SearchHit {
    QByteArray key; ///< UTF-8
    qint64 size = 0; ///< bytes of the value
    ValueExcerpt excerpt;

    bool operator==(const SearchHit &) const = default;
};

/// Looks for values in a part of the store. What the mirror holds is searched at once, off the window's
/// thread; what it does not hold is read page by page (IntervalScan) and searched as it comes in. Afterwards
/// the hits follow the mirror: a record that changes becomes a hit, or is none any more. Window's thread.
class ValueSearch : public QObject
{
    Q_OBJECT

public:
    enum class State : quint8 {
        Idle, ///< nothing was asked
        Known, ///< what is known already is being searched
        Reading, ///< what is missing is being read
        Stopped, ///< by stop(), or because there are as many hits as are kept
        Finished ///< everything was searched but what problem() names; hits follow the mirror
    };
    Q_ENUM(State)

    /// More hits are not kept; the search stops there.
    static constexpr int MostHits = 50'000;

    explicit ValueSearch(Session &session, QObject *parent = nullptr);
    ~ValueSearch() override;

    /// Forgets what was found before. `query` must be valid. An empty `scope` means the whole store.
    void start(const ValueQuery &query, const KeySelection &scope);
    /// Nothing more is read or searched; the hits stay as they are.
    void stop();
    /// Goes on where stop() ended; what is known by then is searched again.
    void resume();
    /// Forgets everything.
    void clear();

    State state() const;
    bool isBusy() const { return state() == State::Known || state() == State::Reading; }
    const ValueQuery &query() const;
    const KeySelection &scope() const;
    qint64 searched() const; ///< values that were looked at, changed ones again
    int hitCount() const;
    /// While reading: records read so far, how many a second, and what the reading waits for.
    qint64 recordsRead() const;
    double recordsPerSecond() const;
    bool waitsForLine() const;
    bool waitsForRate() const;
    /// The key up to which was read; empty if nothing was.
    QByteArray reached() const;
    /// Why a part could not be read; no error if everything was.
    const Hpkv::Error &problem() const;
    /// The parts that could not be read.
    const QList<KeyInterval> &missing() const;

signals:
    /// Sorted by key, each once in a list. A key that is a hit already has another excerpt now.
    void hitsFound(const QList<Studio::SearchHit> &hits);
    /// Sorted. Were hits and are none any more.
    void hitsLost(const QList<QByteArray> &keys);
    /// Every hit is forgotten.
    void cleared();
    /// State or progress; at most ten times a second while it goes on.
    void changed();

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace Studio
