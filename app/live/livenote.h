// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "live/liveentry.h"
#include "live/livereading.h"

#include <QMetaType>

#include <memory>
#include <optional>

namespace Studio
{

/// One notification (or the beginning or end of a gap) as the feed took it in: cheap to make, with the texts
/// as they came. What they mean is worked out when somebody asks for the first time, so that a flood costs
/// only what is looked at. A copy may be asked in another thread.
class LiveNote
{
public:
    quint64 number = 0; ///< counts from 1 without holes; break rows count too
    qint64 at = 0; ///< ms since 1970 when it was heard
    qint64 serverTimestamp = 0; ///< 0 = absent
    QByteArray key; ///< empty for break rows
    bool own = false; ///< the echo of a write of this session
    std::optional<LiveKind> gap; ///< LineDown or LineUp: not a notification
    qint64 downSince = 0; ///< LineUp
    LiveFacts facts;
    bool detailed = true; ///< documents are compared member by member

    bool isBreak() const { return gap.has_value(); }
    bool isRead() const { return m_reading.has_value(); } ///< whether reading() costs nothing
    const LiveReading &reading() const;
    /// The same, as it is shown.
    SharedLiveEntry entry() const;
    /// The value before; empty: unknown or absent.
    const std::optional<QByteArray> &before() const { return facts.before; }
    /// The value afterwards as it is thought to be; empty: removed or unknown.
    const std::optional<QByteArray> &after() const { return reading().result; }
    /// What it holds in memory, about.
    qsizetype cost() const;
    /// Settled: what it was is known now.
    void setReading(const LiveReading &reading);

private:
    mutable std::optional<LiveReading> m_reading;
    mutable SharedLiveEntry m_entry;
};

using SharedLiveNote = std::shared_ptr<const LiveNote>;

} // namespace Studio

Q_DECLARE_METATYPE(Studio::SharedLiveNote)
