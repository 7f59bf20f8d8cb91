// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "mirror/coverage.h"

#include <QByteArray>
#include <QList>

namespace Studio
{

class KeyspaceMirror;

/// The whole key space as one line from 0 to 1, in the order of the store. What has been read takes room by
/// the number of its keys, so that a busy branch is as long as it is busy; each stretch that was never read
/// takes an equal share of a third of the line, since nobody knows what it holds. A value; cheap to make
/// anew.
class KeySpaceMap
{
public:
    enum class State : quint8 {
        Unread,
        Partial, ///< neighbours of several states that are too short to be told apart
        Read, ///< as of some moment
        Live, ///< every change has been heard since
        Stale ///< the line was down since
    };
    struct Piece {
        Stretch stretch;
        State state = State::Unread;
        double from = 0;
        double to = 0;
        qint64 keys = 0; ///< known
        qint64 asOf = 0; ///< ms since 1970; 0 = never read
        bool operator==(const Piece &) const = default;
    };
    static constexpr qsizetype mostPieces = 240;

    KeySpaceMap() = default;
    explicit KeySpaceMap(const KeyspaceMirror &mirror);

    const QList<Piece> &pieces() const { return m_pieces; }
    /// Index of the piece at `place` (0 … 1), or -1.
    int pieceAt(double place) const;
    /// Where a key stands.
    double placeOf(const QByteArray &key, const KeyspaceMirror &mirror) const;
    /// The known key at `place`, or where an unread stretch begins.
    QByteArray keyAt(double place, const KeyspaceMirror &mirror) const;

    bool operator==(const KeySpaceMap &) const = default;

private:
    QList<Piece> m_pieces;
};

} // namespace Studio
