// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QList>

namespace Studio
{

/// One member or element that differs. A source text is never empty, so an empty one says "not there".
struct JsonChange {
    QByteArray pointer; ///< JSON Pointer (RFC 6901), UTF-8; empty = the whole value
    QByteArray before; ///< source text; empty = the member is new
    QByteArray after; ///< source text; empty = the member is gone
    bool operator==(const JsonChange &) const = default;
};

/// What has to be said to get from `before` to `after`, member by member in the order of the document, at
/// most `max` entries (ask for one more than is shown to learn whether there are more).
///
/// White space and the order of members are no difference, how a number or a string is written is one.
/// Objects are compared by name (duplicates by name and place), arrays by index after what both have in
/// common at the beginning and the end; the pointer of a gone element is that of `before`. If one of the two
/// is not JSON, or they are not both objects or both arrays, the answer is one change with an empty pointer
/// (none if they are the same bytes). Never recursive; takes about a second for 50 MB, so not for large texts
/// on the window's thread. Any thread.
QList<JsonChange> jsonChanges(QByteArrayView before, QByteArrayView after, int max);

} // namespace Studio
