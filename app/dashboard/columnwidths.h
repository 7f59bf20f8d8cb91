// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QList>

namespace Studio
{

/// Widths of columns that fill `room`, in px: each has what it wants and an equal share of what is left over.
/// Where there is too little, those that want least keep it, and the others share the rest equally.
QList<int> columnWidths(const QList<int> &wanted, int room);

} // namespace Studio
