// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "mirror/coverage.h"
#include "mirror/mirrorblock.h"

#include <QByteArrayView>

#include <vector>

namespace Studio
{

/// The known keys of one stretch at one moment, in order, by number. Shares the texts with the mirror and
/// keeps no value alive. Cheap to copy; any thread.
class KeyList
{
public:
    KeyList() = default;
    /// At most the first `most` keys (< 0: all).
    KeyList(const MirrorSnapshot &snapshot, const Stretch &stretch, qint64 most = -1);

    qint64 size() const { return m_before.back(); }
    bool isEmpty() const { return size() == 0; }
    /// Valid as long as a list holds it.
    QByteArrayView key(qint64 row) const;
    /// Number of keys that are less.
    qint64 lowerBound(QByteArrayView key) const;
    /// -1 if it is not one of them.
    qint64 rowOf(QByteArrayView key) const;

private:
    struct Piece {
        QExplicitlySharedDataPointer<const KeyRun> keys;
        int from = 0;
        int count = 0;
    };

    std::vector<Piece> m_pieces;
    std::vector<qint64> m_before{0}; ///< keys before each piece, and in all
};

} // namespace Studio
