// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtGlobal>

namespace Hpkv
{

/// Decides when a connection is a stream of messages that nobody asked for, so that it is worth waiting a
/// moment and reading several at once: being woken for each costs more than all that is done with it.
/// (Network cards moderate their interrupts for the same reason.) Pure: no clock of its own.
class ReadPacer
{
public:
    /// How long to wait, in ms: so much later may a message of a stream be told.
    static constexpr int holdTime = 1;
    /// Two calls further apart than this are no stream, in µs.
    static constexpr qint64 streamGap = 500;
    /// So many calls in a row make a stream.
    static constexpr int streamCalls = 8;

    /// Something was sent: an answer may come, which is not to wait.
    void noteSent() { m_calls = 0; }

    /// The event loop has called and `messages` were read, at `now` (µs, of any clock that only goes
    /// forward). True = read on after holdTime; false = as soon as something is there.
    bool mayHold(qint64 now, int messages)
    {
        const bool isNext = m_isHeld || now - m_last <= streamGap;
        // Too few for the wait: the stream has ended, or it is too slow to be one.
        const bool isStream = isNext && messages > (m_isHeld ? 1 : 0);
        m_calls = isStream ? qMin(m_calls + 1, streamCalls) : 0;
        m_last = now;
        m_isHeld = m_calls == streamCalls;
        return m_isHeld;
    }

private:
    qint64 m_last = 0;
    int m_calls = 0; ///< in a row, as in a stream
    bool m_isHeld = false; ///< the next call comes after a wait
};

} // namespace Hpkv
