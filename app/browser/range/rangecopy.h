// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QList>

#include <utility>

namespace Studio
{

class RangeModel;

/// Rows as text for the clipboard.
namespace RangeCopy
{

/// More rows than these are for an export, not for the clipboard.
inline constexpr qint64 mostRows = 20'000;

/// A line for each row with a title line before, the columns in the order given: tabs between cells; in a
/// cell tab, line break and backslash are written \t, \n, \r and \\. UTF-8.
QByteArray asTsv(const RangeModel &model, const QList<std::pair<int, int>> &rows, const QList<int> &columns);
/// One JSON object, keys as member names: values that are JSON as they stand, byte for byte, others as
/// strings; null for a value that is not held (`*unread` counts them). UTF-8.
QByteArray asJson(const RangeModel &model, const QList<std::pair<int, int>> &rows, qint64 *unread);

} // namespace RangeCopy
} // namespace Studio
