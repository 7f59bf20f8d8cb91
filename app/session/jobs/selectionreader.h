// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "session/jobs/jobtask.h"

#include <hpkvqt/types.h>

#include <functional>

namespace Studio
{

/// Sorts the keys, merges intervals that overlap and drops keys that lie within one: each key is named once.
KeySelection normalized(KeySelection selection);

/// Reads every record of a selection, each key once: what most tasks begin with. The caller asks step by
/// step, so that no more is read than it can take. Worker's thread.
class SelectionReader
{
public:
    struct Piece {
        QList<Hpkv::Record> records; ///< ascending within the piece
        QList<QByteArray> absent; ///< single keys of the selection that do not exist
        /// Keys that could not be read; one without a key stands for a whole interval.
        QList<JobFailure> failures;
    };
    using Take = std::function<void(const Piece &)>;

    /// `take` is called from the event loop with each piece (1,000 records at most).
    SelectionReader(JobContext &context, const KeySelection &selection, Take take);

    /// Asks for the next piece where none is under way: More, if it may be called again at once (it never
    /// is), Wait while one is under way, Done at the end.
    JobTask::Step step();
    bool isAtEnd() const;

    static constexpr int pageSize = 1000;
    static constexpr qsizetype keysAtOnce = 256;

private:
    void askPage();
    void takePage(const JobContext::Page &answer);
    void askKeys();
    void nextInterval();

    JobContext &m_context;
    const KeySelection m_selection;
    const Take m_take;
    qsizetype m_interval = 0;
    qsizetype m_key = 0;
    QByteArray m_next; ///< where the next page of the interval begins; empty = at its beginning
    QByteArray m_behind; ///< the key that m_next stands behind
    QByteArray m_drop; ///< a key that the next page repeats
    bool m_asking = false;
};

} // namespace Studio
