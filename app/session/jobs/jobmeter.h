// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtGlobal>

#include <deque>
#include <optional>

namespace Studio
{

/// Rate and time left of a job over the last seconds. Pure; time comes in as milliseconds.
class JobMeter
{
public:
    /// `done` keys are through at `now`. Waiting and pauses count: what is told is how fast it really goes.
    void measure(qint64 done, qint64 now);
    /// It did not run for a while: what was before says nothing any more.
    void reset();

    double perSecond() const; ///< 0 = unknown
    /// ms; −1 = unknown.
    qint64 msLeft(qint64 done, std::optional<qint64> total) const;

    static constexpr qint64 windowMs = 5000;

private:
    struct Sample {
        qint64 at = 0;
        qint64 done = 0;
    };
    std::deque<Sample> m_samples;
};

} // namespace Studio
