// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "json/membersurvey.h"

#include "json/exactdecimal.h"
#include "json/jsonpointer.h"

#include <algorithm>

namespace Studio
{

namespace
{

struct Level {
    int node = -1; ///< -1: not looked into
    bool isObject = false;
};

MemberSurvey::Type typeOf(JsonTokenKind kind)
{
    switch (kind) {
    case JsonTokenKind::ObjectBegin:
        return MemberSurvey::Type::Object;
    case JsonTokenKind::ArrayBegin:
        return MemberSurvey::Type::Array;
    case JsonTokenKind::String:
        return MemberSurvey::Type::String;
    case JsonTokenKind::Number:
        return MemberSurvey::Type::Number;
    case JsonTokenKind::Null:
        return MemberSurvey::Type::Null;
    default:
        return MemberSurvey::Type::Boolean;
    }
}

} // namespace

MemberSurvey::MemberSurvey(const Limits &limits)
    : m_limits(limits)
{
    m_nodes.emplace_back();
}

bool MemberSurvey::add(QByteArrayView value)
{
    // Checked before anything is counted: half a value must leave no trace.
    if (validateJson(value)) {
        ++m_notJson;
        return false;
    }
    ++m_records;
    std::vector<Level> levels;
    int next = 0;
    JsonScanner scanner(value);
    for (;;) {
        const JsonToken token = scanner.next();
        if (token.kind == JsonTokenKind::End || token.kind == JsonTokenKind::Invalid)
            return true;
        if (token.kind == JsonTokenKind::Name) {
            next = child(levels.back().node, value.sliced(token.offset, token.length));
        } else if (token.kind == JsonTokenKind::ObjectEnd || token.kind == JsonTokenKind::ArrayEnd) {
            levels.pop_back();
        } else if (token.beginsValue()) {
            if (!levels.empty() && !levels.back().isObject)
                next = element(levels.back().node);
            if (next >= 0)
                see(next, token, value);
            else
                ++m_leftOut;
            if (!token.isScalar())
                levels.push_back({next, token.kind == JsonTokenKind::ObjectBegin});
        }
    }
}

int MemberSurvey::child(int parent, QByteArrayView nameToken)
{
    if (parent < 0 || nameToken.size() > m_limits.nameBytes + 2)
        return -1;
    const QByteArrayView inside = nameToken.sliced(1, nameToken.size() - 2);
    const auto &members = m_nodes[size_t(parent)].members;
    const bool isEscaped = inside.contains('\\');
    const QByteArray plain =
        isEscaped ? unescapedJsonString(inside) : QByteArray::fromRawData(inside.data(), inside.size());
    if (const auto found = members.constFind(plain); found != members.constEnd())
        return *found;
    const int created = create(parent, escapedPointerToken(plain), false);
    if (created >= 0)
        m_nodes[size_t(parent)].members.insert(QByteArray(plain.constData(), plain.size()), created);
    return created;
}

int MemberSurvey::element(int parent)
{
    if (parent < 0)
        return -1;
    if (m_nodes[size_t(parent)].element < 0) {
        const int created = create(parent, QByteArrayLiteral("*"), true);
        m_nodes[size_t(parent)].element = created;
    }
    return m_nodes[size_t(parent)].element;
}

int MemberSurvey::create(int parent, const QByteArray &token, bool inArray)
{
    if (int(m_nodes.size()) > m_limits.members || m_nodes[size_t(parent)].seen.depth >= m_limits.depth)
        return -1;
    Node node;
    Node &above = m_nodes[size_t(parent)];
    node.parent = parent;
    node.seen.pointer = above.seen.pointer + '/' + token;
    node.seen.isInArray = above.seen.isInArray || inArray;
    node.seen.depth = above.seen.depth + 1;
    m_nodes.push_back(std::move(node));
    return int(m_nodes.size()) - 1;
}

void MemberSurvey::see(int index, const JsonToken &token, QByteArrayView text)
{
    Node &node = m_nodes[size_t(index)];
    Member &member = node.seen;
    ++member.occurrences;
    ++member.types[size_t(typeOf(token.kind))];
    if (node.lastRecord != m_records) {
        node.lastRecord = m_records;
        ++member.records;
    }
    if (!token.isScalar())
        return;
    const QByteArrayView source = text.sliced(token.offset, token.length);
    if (token.kind == JsonTokenKind::Number)
        seeNumber(node, source);
    if (token.kind == JsonTokenKind::String) {
        const qint64 length = source.size() - 2;
        member.shortest = member.shortest < 0 ? length : std::min(member.shortest, length);
        member.longest = std::max(member.longest, length);
    }
    if (member.examples.size() < m_limits.examples)
        seeExample(member, source);
}

void MemberSurvey::seeNumber(Node &node, QByteArrayView source)
{
    if (source.size() > m_limits.numberBytes)
        return;
    Member &member = node.seen;
    if (member.smallest.isEmpty() || std::is_lt(compareJsonNumbers(source, member.smallest)))
        member.smallest = source.toByteArray();
    if (member.largest.isEmpty() || std::is_gt(compareJsonNumbers(source, member.largest)))
        member.largest = source.toByteArray();
}

void MemberSurvey::seeExample(Member &member, QByteArrayView source) const
{
    QByteArray example = source.toByteArray();
    if (example.size() > m_limits.exampleBytes) {
        qsizetype end = m_limits.exampleBytes;
        while (end > 0 && (uchar(example[end]) & 0xC0) == 0x80)
            --end;
        example.truncate(end);
        example += "\xE2\x80\xA6"; // …
    }
    if (!member.examples.contains(example))
        member.examples.append(example);
}

QList<MemberSurvey::Member> MemberSurvey::members() const
{
    std::vector<std::vector<int>> children(m_nodes.size());
    for (int i = 1; i < int(m_nodes.size()); ++i)
        children[size_t(m_nodes[size_t(i)].parent)].push_back(i);
    QList<Member> list;
    std::vector<int> waiting{0};
    while (!waiting.empty()) {
        const int index = waiting.back();
        waiting.pop_back();
        if (m_nodes[size_t(index)].seen.occurrences > 0)
            list.append(m_nodes[size_t(index)].seen);
        waiting.insert(waiting.end(), children[size_t(index)].rbegin(), children[size_t(index)].rend());
    }
    return list;
}

QList<QByteArray> MemberSurvey::suggestedColumns(int max, double share) const
{
    QList<Member> candidates = members();
    candidates.removeIf([&](const Member &member) {
        return member.depth == 0 || member.isInArray || member.scalars() == 0
            || double(member.records) < share * double(m_records);
    });
    std::stable_sort(candidates.begin(), candidates.end(), [](const Member &a, const Member &b) {
        return a.records != b.records ? a.records > b.records : a.depth < b.depth;
    });
    QList<QByteArray> pointers;
    for (const Member &member : candidates.first(std::min<qsizetype>(max, candidates.size())))
        pointers.append(member.pointer);
    return pointers;
}

} // namespace Studio
