// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "live/livereading.h"
#include "json/jsonpointer.h"
#include "json/jsontree.h"

#include <vector>

namespace Studio
{

namespace
{

constexpr int deepest = 64;
constexpr qsizetype largestMerge = 64 * 1024;

struct Member {
    QByteArray name; ///< without escapes
    QByteArray source; ///< of the name, with quotes
    QByteArray value;
};

class Merger
{
public:
    /// `target` < 0: nothing there.
    bool merge(const JsonTree *targetTree, int target, const JsonTree &patchTree, int patch, int depth,
               QByteArray &out)
    {
        if (depth > deepest)
            return false;
        if (patchTree.node(patch).kind != JsonTokenKind::ObjectBegin) {
            out = patchTree.source(patch).toByteArray();
            return true;
        }
        std::vector<Member> members;
        std::vector<int> nodes; // in the target; -1 = new
        if (targetTree && target >= 0 && targetTree->node(target).kind == JsonTokenKind::ObjectBegin) {
            for (const int child : targetTree->children(target)) {
                members.push_back({unescapedJsonString(targetTree->name(child)),
                                   targetTree->name(child).toByteArray(),
                                   targetTree->source(child).toByteArray()});
                nodes.push_back(child);
            }
        }
        for (const int child : patchTree.children(patch)) {
            const QByteArray name = unescapedJsonString(patchTree.name(child));
            // Of duplicate members the last one counts.
            size_t at = members.size();
            while (at > 0 && members[at - 1].name != name)
                --at;
            const bool known = at > 0;
            if (patchTree.node(child).kind == JsonTokenKind::Null) {
                if (known) {
                    members.erase(members.begin() + qptrdiff(at - 1));
                    nodes.erase(nodes.begin() + qptrdiff(at - 1));
                }
                continue;
            }
            if (!known) {
                members.push_back({name, patchTree.name(child).toByteArray(), {}});
                nodes.push_back(-1);
                at = members.size();
            }
            if (!merge(targetTree, nodes[at - 1], patchTree, child, depth + 1, members[at - 1].value))
                return false;
        }
        out = "{";
        for (const Member &member : members) {
            if (out.size() > 1)
                out.append(',');
            out.append(member.source).append(':').append(member.value);
        }
        out.append('}');
        return true;
    }
};

} // namespace

std::optional<QByteArray> mergedJson(const QByteArray &target, const QByteArray &patch)
{
    if (target.size() > largestMerge || patch.size() > largestMerge)
        return std::nullopt;
    const std::optional<JsonTree> targetTree = JsonTree::parse(target);
    const std::optional<JsonTree> patchTree = JsonTree::parse(patch);
    if (!targetTree || !patchTree || targetTree->node(JsonTree::Root).kind != JsonTokenKind::ObjectBegin
        || patchTree->node(JsonTree::Root).kind != JsonTokenKind::ObjectBegin)
        return std::nullopt;
    QByteArray result;
    if (!Merger().merge(&*targetTree, JsonTree::Root, *patchTree, JsonTree::Root, 0, result))
        return std::nullopt;
    return result;
}

} // namespace Studio
