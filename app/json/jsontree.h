// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "json/jsonscanner.h"

#include <QByteArrayView>

#include <optional>
#include <vector>

namespace Studio
{

/// The values of a JSON text as a flat list with the source of each. Nothing is converted.
class JsonTree
{
public:
    struct Node {
        JsonTokenKind kind = JsonTokenKind::Null; ///< ObjectBegin, ArrayBegin or a scalar
        qsizetype offset = 0;
        qsizetype length = 0;
        qsizetype nameOffset = 0; ///< with its quotes
        qsizetype nameLength = 0; ///< 0 = not a member of an object
        int parent = -1; ///< -1: the whole text
        int next = -1; ///< the sibling behind it
        int firstChild = -1;
        int childCount = 0;
        size_t hash = 0; ///< of the tokens; values that differ in white space only have the same

        bool isContainer() const
        {
            return kind == JsonTokenKind::ObjectBegin || kind == JsonTokenKind::ArrayBegin;
        }
    };

    /// Nothing if `text` is not JSON. `text` must outlive the tree.
    static std::optional<JsonTree> parse(QByteArrayView text);

    static constexpr int Root = 0;
    const Node &node(int index) const { return m_nodes[size_t(index)]; }
    QByteArrayView source(int index) const { return m_text.sliced(node(index).offset, node(index).length); }
    QByteArrayView name(int index) const
    {
        return m_text.sliced(node(index).nameOffset, node(index).nameLength);
    }
    std::vector<int> children(int index) const;
    int childCount(int index) const { return node(index).childCount; }
    int count() const { return int(m_nodes.size()); }
    QByteArrayView text() const { return m_text; }

    /// The value that a JSON Pointer names; of duplicate members the last one. -1 = none.
    int find(QByteArrayView pointer) const;
    /// The member of an object with this name (without escapes); of duplicates the last one. -1 = none.
    int member(int object, QByteArrayView name) const;
    /// The value reached by going to the n-th child at each level, which tells duplicate members apart. -1 =
    /// none.
    int at(const std::vector<int> &path) const;
    std::vector<int> pathOf(int index) const;
    /// The n-th child (from 0) or -1; how many siblings stand before a value.
    int childAt(int index, int place) const;
    int placeOf(int index) const;
    /// JSON Pointer of a value; that of a duplicate member names the last one of them.
    QByteArray pointerOf(int index) const;

private:
    int add(const JsonToken &token, const JsonToken &name, int parent, int previous);

    QByteArrayView m_text;
    std::vector<Node> m_nodes;
};

/// Whether two JSON texts consist of the same tokens. Both must be valid.
bool sameButForSpace(QByteArrayView a, QByteArrayView b);

} // namespace Studio
