// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>
#include <QtGlobal>

namespace Studio
{

/// How long ago `at` was, short: "now", "4 s", "2 min", "3 h", then the date. Both in ms since 1970.
QString ageText(qint64 at, qint64 now);

/// The exact moment for tooltips, in the locale's manner with seconds.
QString exactTimeText(qint64 at);

} // namespace Studio
