// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "json/jsonsort.h"

#include "json/jsonpointer.h"
#include "json/jsonstyle.h"
#include "json/jsontree.h"

#include <algorithm>
#include <vector>

namespace Studio
{

namespace
{

/// One object or array whose children are being written.
struct Open {
    int node = 0;
    std::vector<int> places; ///< the children as they stand
    std::vector<int> order; ///< the children as they come to stand
    size_t done = 0;
    qsizetype from = 0; ///< what stands between the children is taken from here
};

Open opened(const JsonTree &tree, int node)
{
    Open open;
    open.node = node;
    open.places = tree.children(node);
    open.order = open.places;
    open.from = tree.node(node).offset;
    if (tree.node(node).kind == JsonTokenKind::ObjectBegin) {
        std::vector<std::pair<QByteArray, int>> names;
        names.reserve(open.order.size());
        for (const int child : open.order)
            names.emplace_back(unescapedJsonString(tree.name(child)), child);
        std::stable_sort(names.begin(), names.end(),
                         [](const auto &a, const auto &b) { return a.first < b.first; });
        for (size_t i = 0; i < names.size(); ++i)
            open.order[i] = names[i].second;
    }
    return open;
}

} // namespace

JsonFormatResult sortJsonMembers(QByteArrayView text)
{
    const std::optional<JsonTree> tree = JsonTree::parse(text);
    if (!tree)
        return {{}, validateJson(text)};
    const JsonStyle style(*tree);
    QByteArray out;
    out.reserve(text.size());
    const auto copy = [&](qsizetype from, qsizetype to) { out.append(text.sliced(from, to - from)); };

    std::vector<Open> stack;
    const JsonTree::Node &root = tree->node(JsonTree::Root);
    copy(0, root.offset);
    stack.push_back(opened(*tree, JsonTree::Root));
    while (!stack.empty()) {
        Open &open = stack.back();
        const JsonTree::Node &node = tree->node(open.node);
        if (open.done == open.order.size()) {
            copy(open.from, node.offset + node.length);
            stack.pop_back();
            continue;
        }
        const int place = open.places[open.done];
        const int child = open.order[open.done++];
        copy(open.from, style.start(place));
        open.from = style.end(place);
        copy(style.start(child), tree->node(child).offset); // the name and its colon
        if (tree->node(child).isContainer())
            stack.push_back(opened(*tree, child));
        else
            copy(tree->node(child).offset, style.end(child));
    }
    copy(root.offset + root.length, text.size());
    return {out, {}};
}

} // namespace Studio
