// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QList>
#include <QSet>

namespace Studio
{

/// A place that both sides changed, each in another way. A source text is never empty, so an empty one says
/// "not there".
struct JsonMergeConflict {
    QByteArray pointer; ///< JSON Pointer; empty = the whole value
    QByteArray base;
    QByteArray mine;
    QByteArray theirs;
    bool operator==(const JsonMergeConflict &) const = default;
};

struct JsonMergeResult {
    QByteArray text; ///< `mine`, with what only they have changed
    QList<JsonMergeConflict> conflicts; ///< all, settled or not, in the order of the document
    bool isClean() const { return conflicts.isEmpty(); }
};

/// Three-way merge by member. Where one side only has changed, added or removed a member, that holds; objects
/// that both have changed are merged member by member; anything else that both have changed, arrays and
/// objects with duplicate members included, is a conflict. At a conflict the text holds what is mine, or what
/// is theirs if `theirsAt` has its pointer. A change of white space or of the order of members is no change
/// of theirs; mine keeps every byte that they have not changed.
///
/// Texts that are not all JSON are merged as a whole. Linear, no recursion, any thread.
JsonMergeResult mergeJson(QByteArrayView base, QByteArrayView mine, QByteArrayView theirs,
                          const QSet<QByteArray> &theirsAt = {});

} // namespace Studio
