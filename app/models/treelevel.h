// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QList>

#include <memory>
#include <utility>
#include <vector>

namespace Studio
{

class KeySource;
struct TreeLevel;

/// What a row stands for, apart from where it stands.
struct TreeRowId {
    QByteArray key; ///< full key, or prefix with its separator
    quint16 separatorSize = 0; ///< > 0: a branch, whose prefix ends with so many bytes of separator
    bool isBranch() const { return separatorSize > 0; }
    bool operator==(const TreeRowId &) const = default;
};

struct TreeRow {
    TreeRowId id;
    bool doubtful = false; ///< a branch without known keys that may have unknown ones
    qint64 changedAt = 0; ///< branches: last change heard of a key below
    std::unique_ptr<TreeLevel> level; ///< branches: what is below, once it was asked for
};

/// The children of one prefix. Rows are sorted by their last segment (bytes), a key before a branch of the
/// same segment.
struct TreeLevel {
    QByteArray prefix; ///< empty: the root
    TreeRowId opener; ///< the row above that opens it
    TreeLevel *parent = nullptr;
    mutable int lastRow = 0; ///< where that row was found last
    std::vector<TreeRow> rows;
    std::vector<TreeLevel *> open; ///< the levels below that were built
    std::vector<TreeRowId> waiting; ///< rows to be looked at again at the next round (large levels)
    int doubtful = 0; ///< rows that are

    QByteArrayView name(const TreeRowId &id) const
    {
        return QByteArrayView(id.key).sliced(prefix.size(), id.key.size() - prefix.size() - id.separatorSize);
    }
    bool less(const TreeRowId &a, const TreeRowId &b) const;
    /// Row of `id`, or -1.
    int find(const TreeRowId &id) const;
    /// The row of the level above that opens this one.
    int rowInParent() const;
    /// First row that is not less than `id`.
    int lowerBound(const TreeRowId &id) const;
    /// The row that `key` (which begins with the prefix) is in or is.
    TreeRowId childOf(QByteArrayView key, const QList<QByteArray> &separators) const;
    /// Makes the rows from the keys below the prefix; skips over what lies below child branches.
    void build(const KeySource &keys, const QList<QByteArray> &separators);
};

} // namespace Studio
