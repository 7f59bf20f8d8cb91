// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "browser/keyspacemap.h"

#include "mirror/keyspacemirror.h"

#include <algorithm>

namespace Studio
{

namespace
{

constexpr double UnreadShare = 1.0 / 3;

KeySpaceMap::State stateOf(const CoverageMap::Interval &interval)
{
    if (interval.stale)
        return KeySpaceMap::State::Stale;
    return interval.live ? KeySpaceMap::State::Live : KeySpaceMap::State::Read;
}

/// Stretch by stretch, read and unread, without places.
QList<KeySpaceMap::Piece> cut(const KeyspaceMirror &mirror)
{
    QList<KeySpaceMap::Piece> pieces;
    QByteArray at;
    const auto add = [&](const QByteArray &to, KeySpaceMap::State state, qint64 asOf) {
        const Stretch stretch{at, to};
        pieces.append({stretch, state, 0, 0, mirror.countInStretch(stretch), asOf});
        at = to;
    };
    for (const CoverageMap::Interval &interval : mirror.coverageMap().all()) {
        // Keys are never empty: nothing stands before the smallest start.
        if (interval.from > at && !(at.isEmpty() && interval.from == QByteArray(1, '\0')))
            add(interval.from, KeySpaceMap::State::Unread, 0);
        at = std::max(at, interval.from);
        add(interval.to, stateOf(interval), interval.asOf);
    }
    if (at < CoverageMap::infinity())
        add(CoverageMap::infinity(), KeySpaceMap::State::Unread, 0);
    return pieces;
}

/// So many neighbours become one that no more than `most` are left.
QList<KeySpaceMap::Piece> merged(const QList<KeySpaceMap::Piece> &pieces, qsizetype most)
{
    if (pieces.size() <= most)
        return pieces;
    const qsizetype together = (pieces.size() + most - 1) / most;
    QList<KeySpaceMap::Piece> result;
    for (qsizetype i = 0; i < pieces.size(); ++i) {
        const KeySpaceMap::Piece &piece = pieces.at(i);
        if (i % together == 0) {
            result.append(piece);
            continue;
        }
        KeySpaceMap::Piece &last = result.last();
        last.stretch.to = piece.stretch.to;
        last.keys += piece.keys;
        last.asOf = last.asOf == 0 || piece.asOf == 0 ? std::max(last.asOf, piece.asOf)
                                                      : std::min(last.asOf, piece.asOf);
        if (last.state != piece.state)
            last.state = KeySpaceMap::State::Partial;
    }
    return result;
}

bool takesByCount(const KeySpaceMap::Piece &piece)
{
    return piece.state != KeySpaceMap::State::Unread;
}

} // namespace

KeySpaceMap::KeySpaceMap(const KeyspaceMirror &mirror)
    : m_pieces(merged(cut(mirror), mostPieces))
{
    double weight = 0; // of what has been read: one more each, so that an empty stretch is seen
    qsizetype unread = 0;
    for (const Piece &piece : std::as_const(m_pieces)) {
        weight += takesByCount(piece) ? double(piece.keys) + 1 : 0;
        unread += takesByCount(piece) ? 0 : 1;
    }
    const double forUnread = unread == 0 ? 0 : weight == 0 ? 1 : UnreadShare;
    double at = 0;
    for (Piece &piece : m_pieces) {
        piece.from = at;
        at += takesByCount(piece) ? (1 - forUnread) * (double(piece.keys) + 1) / weight
                                  : forUnread / double(unread);
        piece.to = at;
    }
    if (!m_pieces.isEmpty())
        m_pieces.last().to = 1;
}

int KeySpaceMap::pieceAt(double place) const
{
    if (m_pieces.isEmpty() || place < 0 || place > 1)
        return -1;
    const auto after = std::upper_bound(m_pieces.cbegin(), m_pieces.cend(), place,
                                        [](double at, const Piece &piece) { return at < piece.from; });
    return int(after - m_pieces.cbegin()) - 1;
}

double KeySpaceMap::placeOf(const QByteArray &key, const KeyspaceMirror &mirror) const
{
    const auto after = std::upper_bound(
        m_pieces.cbegin(), m_pieces.cend(), key,
        [](const QByteArray &wanted, const Piece &piece) { return wanted < piece.stretch.from; });
    if (after == m_pieces.cbegin())
        return 0;
    const Piece &piece = *(after - 1);
    const qint64 before = mirror.countInStretch({piece.stretch.from, key});
    return piece.from + (piece.to - piece.from) * double(before) / (double(piece.keys) + 1);
}

QByteArray KeySpaceMap::keyAt(double place, const KeyspaceMirror &mirror) const
{
    const int index = pieceAt(std::clamp(place, 0.0, 1.0));
    if (index < 0)
        return {};
    const Piece &piece = m_pieces.at(index);
    if (piece.keys == 0)
        return piece.stretch.from;
    const double share = piece.to > piece.from ? (place - piece.from) / (piece.to - piece.from) : 0;
    const qint64 step = std::clamp(qint64(share * (double(piece.keys) + 1)), qint64(0), piece.keys - 1);
    const auto at = mirror.positionOf(mirror.rank(piece.stretch.from) + step);
    return mirror.isEnd(at) ? piece.stretch.from : mirror.keyAt(at).toByteArray();
}

} // namespace Studio
