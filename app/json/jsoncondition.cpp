// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "json/jsoncondition.h"

#include "json/exactdecimal.h"
#include "json/jsonconditionprogram.h"
#include "json/jsonpointer.h"

#include <algorithm>

namespace Studio
{

namespace
{

using Action = JsonCondition::Program::Action;
using Step = JsonCondition::Program::Step;

bool isOrdered(Action action, std::strong_ordering order)
{
    switch (action) {
    case Action::Equal:
        return std::is_eq(order);
    case Action::NotEqual:
        return std::is_neq(order);
    case Action::Less:
        return std::is_lt(order);
    case Action::LessOrEqual:
        return std::is_lteq(order);
    case Action::Greater:
        return std::is_gt(order);
    case Action::GreaterOrEqual:
        return std::is_gteq(order);
    default:
        return false;
    }
}

/// `source` is a string token. Calls `use` with its text, without a copy where it has no escapes.
template <typename Use>
auto withStringText(QByteArrayView source, Use use)
{
    const QByteArrayView inside = source.sliced(1, source.size() - 2);
    if (!inside.contains('\\'))
        return use(inside);
    const QByteArray plain = unescapedJsonString(inside);
    return use(QByteArrayView(plain));
}

bool compares(const Step &step, JsonTokenKind kind, QByteArrayView source)
{
    if (kind != step.kind)
        return step.action == Action::NotEqual;
    if (kind == JsonTokenKind::Number)
        return isOrdered(step.action, compareJsonNumbers(source, step.literal));
    if (kind == JsonTokenKind::String) {
        return withStringText(source, [&](QByteArrayView text) {
            return isOrdered(step.action, text.compare(step.literal) <=> 0);
        });
    }
    return step.action == Action::Equal;
}

bool contains(const Step &step, JsonTokenKind kind, QByteArrayView source)
{
    if (kind == JsonTokenKind::String) {
        return step.kind == JsonTokenKind::String
            && withStringText(source, [&](QByteArrayView text) { return text.contains(step.literal); });
    }
    if (kind != JsonTokenKind::ArrayBegin)
        return false;
    Step equal;
    equal.action = Action::Equal;
    equal.kind = step.kind;
    equal.literal = step.literal;
    JsonScanner scanner(source);
    for (JsonToken token = scanner.next();
         token.kind != JsonTokenKind::End && token.kind != JsonTokenKind::Invalid; token = scanner.next()) {
        if (token.isScalar() && scanner.depth() == 1
            && compares(equal, token.kind, source.sliced(token.offset, token.length)))
            return true;
    }
    return false;
}

bool isFoundIn(const QRegularExpression &expression, JsonTokenKind kind, QByteArrayView source)
{
    if (kind == JsonTokenKind::ObjectBegin || kind == JsonTokenKind::ArrayBegin)
        return false;
    const auto find = [&](QByteArrayView text) {
        return expression.match(QString::fromUtf8(text)).hasMatch();
    };
    return kind == JsonTokenKind::String ? withStringText(source, find) : find(source);
}

bool isSet(JsonTokenKind kind, QByteArrayView source)
{
    switch (kind) {
    case JsonTokenKind::False:
    case JsonTokenKind::Null:
        return false;
    case JsonTokenKind::String:
        return source.size() > 2;
    case JsonTokenKind::Number:
        return std::is_neq(compareJsonNumbers(source, "0"));
    default:
        return true;
    }
}

bool tests(const Step &step, JsonTokenKind kind, QByteArrayView source)
{
    switch (step.action) {
    case Action::Exists:
        return true;
    case Action::IsSet:
        return isSet(kind, source);
    case Action::Contains:
        return contains(step, kind, source);
    case Action::Matches:
        return isFoundIn(step.expression, kind, source);
    default:
        return compares(step, kind, source);
    }
}

} // namespace

/// As deep as the condition is nested, which the parser bounds.
bool JsonCondition::Program::holds(int index, QByteArrayView text, const std::vector<JsonPick> &picks) const
{
    const Step &step = steps[size_t(index)];
    switch (step.action) {
    case Action::Not:
        return !holds(step.left, text, picks);
    case Action::And:
        return holds(step.left, text, picks) && holds(step.right, text, picks);
    case Action::Or:
        return holds(step.left, text, picks) || holds(step.right, text, picks);
    default:
        break;
    }
    // Without picks: nothing is there.
    if (picks.empty() || !picks[size_t(step.place)].isFound())
        return false;
    const JsonPick &pick = picks[size_t(step.place)];
    return tests(step, pick.kind, pick.in(text));
}

QList<QByteArray> JsonCondition::pointers() const
{
    return m_program ? m_program->pointers : QList<QByteArray>();
}

bool JsonCondition::matches(QByteArrayView value) const
{
    if (!m_program)
        return false;
    if (m_program->needsSomething && m_program->picker.isHopeless(value))
        return false;
    std::vector<JsonPick> picks;
    return m_program->picker.pick(value, picks) && m_program->holds(m_program->root, value, picks);
}

} // namespace Studio
