// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "mirror/mirrorblock.h"
#include "models/rangecolumn.h"
#include "json/jsonpicker.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QList>
#include <QString>

#include <string>
#include <vector>

namespace Studio
{

/// What stands in one cell of a range.
struct RangeCell {
    enum class Kind : quint8 {
        Number, ///< `source` is a JSON number of any length
        Text, ///< `source` is UTF-8 as it is
        JsonString, ///< `source` is a JSON string with its quotes
        False,
        True,
        Null,
        Object, ///< `source` is its text
        Array,
        Binary,
        Whole, ///< `number`: size, time, count
        Missing, ///< there is no such member, or no such thing
        Unread ///< the value is not held: never read, or dropped for the budget
    };

    Kind kind = Kind::Missing;
    QByteArrayView source; ///< points into key or value
    qint64 number = 0;

    bool isNothing() const { return kind == Kind::Missing || kind == Kind::Unread; }
    /// As text without quotes and escapes; empty for nothing.
    QByteArray text() const;
    /// The number that can be added up and compared; empty if it is none. A JSON string is not a number.
    QByteArray numberText() const;
};

/// Takes the cells of some columns out of entries. One thread at a time; keeps nothing of an entry.
class RangeCellReader
{
public:
    RangeCellReader() = default;
    explicit RangeCellReader(const QList<RangeColumn> &columns);

    /// Looks at one entry (all columns in one pass over its value). `entry` must outlive the cells.
    void read(const Entry &entry);
    RangeCell cell(int column) const;

private:
    RangeCell picked(const RangeColumn &column, int slot) const;

    QList<RangeColumn> m_columns;
    std::vector<int> m_slots; ///< by column: which pick; -1 = none
    JsonPicker m_picker;
    std::vector<JsonPick> m_picks;
    const Entry *m_entry = nullptr;
};

/// The cell of the whole value.
RangeCell valueCell(const Entry &entry);

/// Appends bytes that order cells (memcmp, shorter first): numbers by value, then texts by their bytes,
/// false, true, null, objects, arrays, binary. Nothing for cells without content.
void appendSortBytes(const RangeCell &cell, QByteArray &out);

} // namespace Studio
