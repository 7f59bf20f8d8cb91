// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "json/jsonscanner.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QList>

#include <vector>

namespace Studio
{

/// The value that stands at one pointer.
struct JsonPick {
    JsonTokenKind kind = JsonTokenKind::End; ///< ObjectBegin, ArrayBegin or a scalar; End = none there
    qsizetype offset = 0;
    qsizetype length = 0;

    bool isFound() const { return kind != JsonTokenKind::End; }
    QByteArrayView in(QByteArrayView text) const { return text.sliced(offset, length); }
    bool operator==(const JsonPick &) const = default;
};

/// Finds the values of several JSON Pointers (RFC 6901) in one pass over a text; made once, used for many
/// texts (cells of a table, conditions). Of duplicate members the last one counts, as in findJsonPointer().
/// Any thread; several threads may use one picker at the same time.
class JsonPicker
{
public:
    JsonPicker() = default;
    /// A pointer that is not empty and does not begin with / is found nowhere.
    explicit JsonPicker(const QList<QByteArray> &pointers);

    qsizetype count() const { return qsizetype(m_slots.size()); }
    /// One entry a pointer, in the order given. False, and nothing found, if `text` is not JSON. Linear, no
    /// recursion.
    bool pick(QByteArrayView text, std::vector<JsonPick> &picks) const;
    /// Whether no pointer but the empty one can be found, told from the bytes alone, without reading the
    /// grammar: quick, and sometimes false although there is none.
    bool isHopeless(QByteArrayView text) const;

private:
    struct Node {
        QByteArray name; ///< as a member, unescaped
        qsizetype index = -1; ///< as an element; -1 = not a number in canonical form
        int firstChild = -1;
        int next = -1;
        // Places in m_slots' order by node: those of this node and of all below it.
        int firstPick = 0;
        int ownPicks = 0;
        int endPick = 0;
    };

    int childFor(int node, QByteArrayView name);
    void number(const std::vector<std::vector<int>> &pointersOf);
    int memberOf(int node, QByteArrayView text, const JsonToken &name) const;
    int elementOf(int node, qsizetype index) const;

    std::vector<Node> m_nodes; ///< [0]: the whole text
    std::vector<int> m_slots; ///< pointers (their numbers) in the order of the nodes
    QList<QByteArray> m_lastNames; ///< of each pointer that has one
};

} // namespace Studio
