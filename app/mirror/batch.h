// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QList>
#include <QtGlobal>

#include <memory>

namespace Studio
{

/// How far a value that the mirror holds can be trusted.
enum class ValueState : quint8 {
    Unknown, ///< only the presence of the key is known
    Presumed, ///< the last notified text: it may have been a patch or an append, not the whole value
    Own, ///< this session's own replace was confirmed and nothing was heard since
    Read ///< a get or a page said so
};

/// Where a piece of knowledge came from.
enum class Origin : quint8 { Get, Page, OwnWrite, Notification };

/// One thing that was learnt about one key.
struct Learned {
    QByteArray key; ///< UTF-8, not empty
    bool present = true; ///< false: the key is known to be absent
    bool hasValue = false; ///< whether `value` is meaningful
    QByteArray value; ///< UTF-8
    ValueState state = ValueState::Unknown;
    Origin origin = Origin::Page;
    qint64 at = 0; ///< milliseconds since 1970 when it was learnt (pages and gets: when they were *sent*)
    qint64 serverTimestamp = 0; ///< notifications only; opaque, 0 = absent
};

/// A stretch of the key space that a page decided: known keys inside it that are neither in the batch nor in
/// `undecided` do not exist any more.
struct Covered {
    QByteArray first; ///< inclusive
    QByteArray last; ///< inclusive; Hpkv::Keys::prefixEnd() stands for everything that begins with the prefix
    qint64 asOf = 0; ///< milliseconds since 1970 when the page was sent
    bool live = false; ///< a subscription containing the stretch has been open since before `asOf`
    QList<QByteArray> undecided; ///< keys touched while the page was under way; newer knowledge stays
};

/// A stretch that no subscription contains any longer, though the line did not break.
struct Unwatched {
    QByteArray first; ///< inclusive
    QByteArray last; ///< inclusive, as in Covered
    qint64 at = 0; ///< milliseconds since 1970: up to then the stretch was vouched for
};

/// What the worker hands to the window's thread: immutable, shared, at most one a frame. Items stand in the
/// order in which they were learnt; where one key occurs more than once the later item has the last word.
/// Items that are sorted by key (UTF-8 bytes), as pages are, cost less. The mirror decides nothing by
/// comparing times: what an older reply must not decide has been left out of the batch (or stands in
/// `undecided`) already.
struct Batch {
    QList<Learned> items;
    QList<Covered> covered;
    QList<Unwatched> unwatched; ///< applied before the items
    bool lineBroke = false; ///< everything that was live becomes stale *before* the items are applied
    qint64 lineBrokeAt = 0; ///< milliseconds since 1970 when the line was last known to be good; 0 = unknown
};

using SharedBatch = std::shared_ptr<const Batch>;

} // namespace Studio
