// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "mirror/mirrorblock.h"
#include "mirror/valuetype.h"
#include "session/keyselection.h"

#include <QByteArray>
#include <QList>

#include <array>
#include <atomic>
#include <optional>

namespace Studio
{

/// What the known keys of a selection are like.
struct KeyStatistics {
    /// Sizes of values from `from` up to and without `to` (0 = no end), in bytes.
    struct Bucket {
        qint64 from = 0;
        qint64 to = 0;
        qint64 keys = 0;
        bool operator==(const Bucket &) const = default;
    };
    struct Big {
        QByteArray key;
        qint64 size = 0; ///< bytes
        bool operator==(const Big &) const = default;
    };
    static constexpr qsizetype mostBiggest = 10;

    qint64 keys = 0; ///< known
    qint64 sized = 0; ///< of these, whose size is known
    qint64 presumed = 0; ///< whose value is presumed
    qint64 valueBytes = 0; ///< of those whose size is known
    qint64 keyBytes = 0;
    std::array<qint64, size_t(ValueType::Binary) + 1> types{}; ///< keys by ValueType
    QList<Bucket> sizes; ///< from the first that is not empty to the last
    QList<Big> biggest; ///< the biggest first, equal ones in the order of the store

    bool operator==(const KeyStatistics &) const = default;
};

/// Counts over what `snapshot` knows; each key once, however often the selection has it. Empty when canceled.
/// Pure, any thread.
std::optional<KeyStatistics> keyStatistics(const MirrorSnapshot &snapshot, const KeySelection &selection,
                                           const std::atomic_bool &canceled);

} // namespace Studio
