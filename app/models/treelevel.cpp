// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/treelevel.h"

#include "mirror/segment.h"
#include "models/keysource.h"

#include <algorithm>

namespace Studio
{

bool TreeLevel::less(const TreeRowId &a, const TreeRowId &b) const
{
    const QByteArrayView nameA = name(a);
    const QByteArrayView nameB = name(b);
    if (nameA != nameB)
        return nameA < nameB;
    if (a.isBranch() != b.isBranch())
        return b.isBranch();
    return a.key < b.key;
}

int TreeLevel::lowerBound(const TreeRowId &id) const
{
    const auto it =
        std::lower_bound(rows.begin(), rows.end(), id, [this](const TreeRow &row, const TreeRowId &wanted) {
            return less(row.id, wanted);
        });
    return int(it - rows.begin());
}

int TreeLevel::find(const TreeRowId &id) const
{
    const int row = lowerBound(id);
    return row < int(rows.size()) && rows[size_t(row)].id == id ? row : -1;
}

int TreeLevel::rowInParent() const
{
    // Views ask for the parent of each index again and again; rows seldom move.
    const std::vector<TreeRow> &siblings = parent->rows;
    if (size_t(lastRow) >= siblings.size() || siblings[size_t(lastRow)].level.get() != this)
        lastRow = parent->find(opener);
    return lastRow;
}

TreeRowId TreeLevel::childOf(QByteArrayView key, const QList<QByteArray> &separators) const
{
    const qsizetype end = segmentEnd(key, prefix.size(), separators);
    if (end < 0)
        return {key.toByteArray(), 0};
    TreeRowId id{key.first(end).toByteArray(), 0};
    // Where several separators end here, the longest one is not part of the name.
    for (const QByteArray &separator : separators) {
        if (separator.size() > id.separatorSize && id.key.size() - prefix.size() >= separator.size()
            && id.key.endsWith(separator))
            id.separatorSize = quint16(separator.size());
    }
    return id;
}

void TreeLevel::build(const KeySource &keys, const QList<QByteArray> &separators)
{
    const std::unique_ptr<KeyCursor> cursor = keys.cursor();
    cursor->seek(prefix);
    while (!cursor->atEnd() && cursor->key().startsWith(prefix)) {
        TreeRow row;
        row.id = childOf(cursor->key(), separators);
        cursor->next();
        if (row.id.isBranch() && !cursor->atEnd() && cursor->key().startsWith(row.id.key))
            cursor->seek(CoverageMap::ofPrefix(row.id.key).to);
        rows.push_back(std::move(row));
    }
    // The order of full keys is nearly that of the segments: `a!` stands before `a:` as a key, but behind it
    // by name.
    const auto byName = [this](const TreeRow &a, const TreeRow &b) { return less(a.id, b.id); };
    if (!std::is_sorted(rows.begin(), rows.end(), byName))
        std::sort(rows.begin(), rows.end(), byName);
}

} // namespace Studio
