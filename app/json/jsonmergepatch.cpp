// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "json/jsonmergepatch.h"

#include "json/jsonbatchedit.h"
#include "json/jsonformat.h"
#include "json/jsonmeaning.h"
#include "json/jsonpointer.h"
#include "json/jsonscanner.h"
#include "json/jsontree.h"

#include <QHash>

#include <algorithm>
#include <vector>

namespace Studio
{

namespace
{

using Names = QHash<QByteArray, std::vector<int>>;

/// The members of an object by their names without escapes, duplicates in order.
Names membersOf(const JsonTree &tree, int object)
{
    Names names;
    for (int child = tree.node(object).firstChild; child >= 0; child = tree.node(child).next)
        names[unescapedJsonString(tree.name(child))].push_back(child);
    return names;
}

const std::vector<int> &in(const Names &names, const QByteArray &name)
{
    static const std::vector<int> none;
    const auto found = names.constFind(name);
    return found == names.cend() ? none : *found;
}

bool isObject(const JsonTree &tree, int node)
{
    return tree.node(node).kind == JsonTokenKind::ObjectBegin;
}

/// The part of `tree` below `node` without the members of objects that are null; elements of arrays stay.
QByteArray withoutNulls(const JsonTree &tree, int node)
{
    const auto &top = tree.node(node);
    JsonBatchEdit batch(tree);
    std::vector<int> waiting;
    if (isObject(tree, node))
        waiting.push_back(node);
    while (!waiting.empty()) {
        const int object = waiting.back();
        waiting.pop_back();
        const Names names = membersOf(tree, object);
        for (const std::vector<int> &members : names) {
            const bool goes = tree.node(members.back()).kind == JsonTokenKind::Null;
            for (const int member : members) {
                if (goes)
                    batch.remove(member);
                else if (isObject(tree, member))
                    waiting.push_back(member);
            }
        }
    }
    QList<TextEdit> edits = batch.edits();
    for (TextEdit &edit : edits)
        edit.offset -= top.offset;
    return edited(tree.source(node), edits);
}

/// A merge patch on its way into a target.
class Applier
{
public:
    Applier(const JsonTree &target, const JsonTree &patch)
        : m_target(target)
        , m_patch(patch)
        , m_batch(target)
    {
    }

    QList<TextEdit> run()
    {
        m_waiting.push_back({JsonTree::Root, JsonTree::Root});
        while (!m_waiting.empty()) {
            const Pair pair = m_waiting.back();
            m_waiting.pop_back();
            visit(pair);
        }
        return m_batch.edits();
    }

private:
    struct Pair {
        int target;
        int patch;
    };

    void visit(const Pair &pair)
    {
        const Names known = membersOf(m_target, pair.target);
        const Names wanted = membersOf(m_patch, pair.patch);
        for (int member = m_patch.node(pair.patch).firstChild; member >= 0;
             member = m_patch.node(member).next) {
            const QByteArray name = unescapedJsonString(m_patch.name(member));
            if (in(wanted, name).back() != member)
                continue; // a later duplicate counts
            const std::vector<int> &there = in(known, name);
            if (m_patch.node(member).kind == JsonTokenKind::Null) {
                for (const int gone : there)
                    m_batch.remove(gone);
            } else if (there.empty()) {
                m_batch.append(pair.target, m_patch.name(member).toByteArray(),
                               withoutNulls(m_patch, member));
            } else if (isObject(m_patch, member) && isObject(m_target, there.back())) {
                m_waiting.push_back({there.back(), member});
            } else {
                m_batch.replace(there.back(), withoutNulls(m_patch, member));
            }
        }
    }

    const JsonTree &m_target;
    const JsonTree &m_patch;
    JsonBatchEdit m_batch;
    std::vector<Pair> m_waiting;
};

/// Works out a patch. What is written is gathered as pieces, a level's end on the stack behind its members.
class Differ
{
public:
    Differ(const JsonTree &from, const JsonTree &to)
        : m_from(from)
        , m_to(to)
        , m_fromMeaning(from)
        , m_toMeaning(to)
    {
    }

    MergePatch run()
    {
        const bool objects = isObject(m_from, JsonTree::Root) && isObject(m_to, JsonTree::Root);
        if (!objects) {
            if (JsonMeaning::isSame(m_fromMeaning, JsonTree::Root, m_toMeaning, JsonTree::Root)) {
                m_result.patch = "{}";
                return m_result;
            }
            issue(MergePatchIssue::Kind::NotObjects, JsonTree::Root);
            write(JsonTree::Root);
            return m_result;
        }
        m_result.patch = "{";
        m_waiting.push_back({Task::Compare, JsonTree::Root, JsonTree::Root, {}});
        while (!m_waiting.empty()) {
            const Task task = m_waiting.back();
            m_waiting.pop_back();
            carryOut(task);
        }
        m_result.patch += '}';
        return m_result;
    }

private:
    struct Task {
        enum What : quint8 { Compare, Open, Close, Remove, Write } what;
        int from;
        int to;
        QByteArray name; ///< token
    };

    void carryOut(const Task &task)
    {
        switch (task.what) {
        case Task::Compare:
            compare(task.from, task.to);
            break;
        case Task::Open:
            // Written only if something comes of it.
            m_open.push_back(task.name);
            break;
        case Task::Close:
            if (m_open.empty())
                m_result.patch += '}';
            else
                m_open.pop_back();
            break;
        case Task::Remove:
            member(task.name);
            m_result.patch += "null";
            break;
        case Task::Write:
            member(task.name);
            write(task.to);
            break;
        }
    }

    /// Writes what has been opened and a name.
    void member(const QByteArray &name)
    {
        const auto begin = [this](const QByteArray &token) {
            if (!m_result.patch.endsWith('{'))
                m_result.patch += ',';
            m_result.patch += token + ':';
        };
        for (const QByteArray &open : m_open) {
            begin(open);
            m_result.patch += '{';
        }
        m_open.clear();
        begin(name);
        ++m_result.members;
    }

    void compare(int from, int to)
    {
        const Names before = membersOf(m_from, from);
        const Names after = membersOf(m_to, to);
        // What is put on the stack last is carried out first.
        const size_t first = m_waiting.size();
        std::vector<int> places; // of common members in `from`, in the order of `to`
        bool addedBefore = false;
        for (int child = m_from.node(from).firstChild; child >= 0; child = m_from.node(child).next) {
            const QByteArray name = unescapedJsonString(m_from.name(child));
            if (in(before, name).back() == child && !after.contains(name))
                m_waiting.push_back({Task::Remove, child, -1, m_from.name(child).toByteArray()});
        }
        bool isOrdered = true;
        for (int child = m_to.node(to).firstChild; child >= 0; child = m_to.node(child).next) {
            const QByteArray name = unescapedJsonString(m_to.name(child));
            const std::vector<int> &own = in(after, name);
            const std::vector<int> &others = in(before, name);
            if (own.back() != child)
                continue;
            const QByteArray token = m_to.name(child).toByteArray();
            if (own.size() > 1 || others.size() > 1)
                duplicates(own, others);
            if (others.empty()) {
                addedBefore = true;
                m_waiting.push_back({Task::Write, -1, child, token});
                continue;
            }
            isOrdered = isOrdered && !addedBefore && (places.empty() || places.back() < others.back());
            places.push_back(others.back());
            compareMember(others.back(), child, token);
        }
        if (!isOrdered)
            issue(MergePatchIssue::Kind::Order, to);
        std::reverse(m_waiting.begin() + qptrdiff(first), m_waiting.end());
    }

    void compareMember(int from, int to, const QByteArray &token)
    {
        if (isObject(m_from, from) && isObject(m_to, to)) {
            if (sameButForSpace(m_from, from, m_to, to))
                return;
            m_waiting.push_back({Task::Open, -1, -1, token});
            m_waiting.push_back({Task::Compare, from, to, {}});
            m_waiting.push_back({Task::Close, -1, -1, {}});
            return;
        }
        if (JsonMeaning::isSame(m_fromMeaning, from, m_toMeaning, to))
            return;
        const bool arrays = m_from.node(from).kind == JsonTokenKind::ArrayBegin
                         && m_to.node(to).kind == JsonTokenKind::ArrayBegin;
        if (arrays)
            issue(MergePatchIssue::Kind::WholeArray, to);
        m_waiting.push_back({Task::Write, from, to, token});
    }

    static bool sameButForSpace(const JsonTree &a, int aNode, const JsonTree &b, int bNode)
    {
        return a.node(aNode).hash == b.node(bNode).hash
            && Studio::sameButForSpace(a.source(aNode), b.source(bNode));
    }

    void duplicates(const std::vector<int> &own, const std::vector<int> &others)
    {
        const bool same =
            std::equal(own.begin(), own.end(), others.begin(), others.end(), [this](int a, int b) {
                return JsonMeaning::isSame(m_toMeaning, a, m_fromMeaning, b);
            });
        // Of a name that comes twice only the last one can be reached.
        if (!same)
            issue(MergePatchIssue::Kind::Duplicate, own.back());
    }

    /// A value as it is to be, and what of it a patch cannot say.
    void write(int node)
    {
        m_result.patch += compactJson(m_to.source(node)).text;
        const auto &at = m_to.node(node);
        const QByteArrayView source = m_to.source(node);
        if (at.kind == JsonTokenKind::Null) {
            issue(MergePatchIssue::Kind::NullMember, node);
            return;
        }
        if (source == "\"\"" || (at.isContainer() && at.childCount == 0)) {
            issue(MergePatchIssue::Kind::EmptyValue, node);
            return;
        }
        if (at.kind != JsonTokenKind::ObjectBegin)
            return;
        // Objects are taken as patches themselves; arrays with all that is in them are plain values.
        std::vector<int> waiting{node};
        while (!waiting.empty()) {
            const int object = waiting.back();
            waiting.pop_back();
            const Names names = membersOf(m_to, object);
            std::vector<int> objects;
            for (int child = m_to.node(object).firstChild; child >= 0; child = m_to.node(child).next) {
                const std::vector<int> &own = in(names, unescapedJsonString(m_to.name(child)));
                if (own.back() != child)
                    continue;
                if (own.size() > 1)
                    issue(MergePatchIssue::Kind::Duplicate, child);
                const auto &inner = m_to.node(child);
                if (inner.kind == JsonTokenKind::Null)
                    issue(MergePatchIssue::Kind::NullMember, child);
                else if (m_to.source(child) == "\"\"" || (inner.isContainer() && inner.childCount == 0))
                    issue(MergePatchIssue::Kind::EmptyValue, child);
                else if (inner.kind == JsonTokenKind::ObjectBegin)
                    objects.push_back(child);
            }
            waiting.insert(waiting.end(), objects.rbegin(), objects.rend());
        }
    }

    void issue(MergePatchIssue::Kind kind, int node)
    {
        if (m_result.issues.size() < MergePatch::MaxIssues)
            m_result.issues.append({kind, m_to.pointerOf(node)});
    }

    const JsonTree &m_from;
    const JsonTree &m_to;
    JsonMeaning m_fromMeaning;
    JsonMeaning m_toMeaning;
    MergePatch m_result;
    std::vector<Task> m_waiting;
    std::vector<QByteArray> m_open; ///< names of levels that are entered and not written yet
};

} // namespace

bool isJsonObject(QByteArrayView text)
{
    return JsonScanner(text).next().kind == JsonTokenKind::ObjectBegin && !validateJson(text);
}

std::optional<QByteArray> applyMergePatch(QByteArrayView target, QByteArrayView patch)
{
    const auto patchTree = JsonTree::parse(patch);
    const auto targetTree = patchTree ? JsonTree::parse(target) : std::nullopt;
    if (!targetTree)
        return {};
    if (!isObject(*patchTree, JsonTree::Root) || !isObject(*targetTree, JsonTree::Root))
        return withoutNulls(*patchTree, JsonTree::Root);
    return edited(target, Applier(*targetTree, *patchTree).run());
}

bool MergePatch::isExact() const
{
    return std::none_of(issues.begin(), issues.end(),
                        [](const MergePatchIssue &issue) { return issue.isWrong(); });
}

std::optional<MergePatch> mergePatchBetween(QByteArrayView from, QByteArrayView to)
{
    const auto fromTree = JsonTree::parse(from);
    const auto toTree = fromTree ? JsonTree::parse(to) : std::nullopt;
    if (!toTree)
        return {};
    return Differ(*fromTree, *toTree).run();
}

} // namespace Studio
