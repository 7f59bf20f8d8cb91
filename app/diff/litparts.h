// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArrayView>

#include <utility>
#include <vector>

namespace Studio
{

/// What differs between two lines, in bytes: from, length; ascending, no character cut.
struct LitParts {
    std::vector<std::pair<qsizetype, qsizetype>> before;
    std::vector<std::pair<qsizetype, qsizetype>> after;
};

/// Word by word where that says something; lines that have little in common are lit between their common
/// beginning and end. Any thread.
LitParts litParts(QByteArrayView before, QByteArrayView after);

} // namespace Studio
