// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "json/jsontree.h"

#include <vector>

namespace Studio
{

/// Two values at the same place, one of each side; None where a side has none.
struct JsonPair {
    static constexpr int None = -1;
    int before = None;
    int after = None;
    qsizetype index = 0; ///< place in an array
};

/// Whether two values differ in nothing but white space.
bool isSameJson(const JsonTree &before, int beforeNode, const JsonTree &after, int afterNode);

/// The children of two objects by name (the n-th of several with one name belongs to the n-th of the other
/// side), those that are gone first, then in the order of `after`; or those of two arrays in order: an
/// element belongs to the one with the same "id" (or another member that names all of them), else to the one
/// that holds the same, else to the one among its neighbours that it is most like. Both must be of one kind.
std::vector<JsonPair> pairedChildren(const JsonTree &before, int beforeNode, const JsonTree &after,
                                     int afterNode);

} // namespace Studio
