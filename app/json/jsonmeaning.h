// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "json/jsontree.h"

#include <vector>

namespace Studio
{

/// Tells whether values of two texts mean the same: white space and the order of members do not matter, how
/// a number or a string is written does. Of an object with duplicate members the order matters too. Any
/// thread.
class JsonMeaning
{
public:
    /// The tree must outlive it.
    explicit JsonMeaning(const JsonTree &tree);

    /// Linear in the size of values that are the same, quick where they differ. No recursion.
    static bool isSame(const JsonMeaning &a, int aNode, const JsonMeaning &b, int bNode);
    const JsonTree &tree() const { return m_tree; }

private:
    size_t hash(int node) const { return m_hashes[size_t(node)]; }

    const JsonTree &m_tree;
    std::vector<size_t> m_hashes; ///< the same for objects whose members are in another order
};

} // namespace Studio
