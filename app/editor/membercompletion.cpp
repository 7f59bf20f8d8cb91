// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "editor/membercompletion.h"

#include "schema/jsonschema.h"
#include "json/jsonpointer.h"
#include "json/jsonscanner.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace Studio
{

namespace
{

struct OpenPlace {
    bool isObject = false;
    QByteArray name; ///< of the member that is being read, without escapes
    QList<QByteArray> names; ///< of all members so far
    int place = 0; ///< of the element that is being read
};

/// What is open where a text breaks off.
struct Unfinished {
    QList<OpenPlace> open;
    JsonToken last; ///< the last whole token
    bool isBegin = true; ///< there is none
};

Unfinished readUnfinished(QByteArrayView text)
{
    Unfinished result;
    JsonScanner scanner(text);
    for (JsonToken token = scanner.next();
         token.kind != JsonTokenKind::End && token.kind != JsonTokenKind::Invalid; token = scanner.next()) {
        result.last = token;
        result.isBegin = false;
        switch (token.kind) {
        case JsonTokenKind::ObjectBegin:
        case JsonTokenKind::ArrayBegin:
            result.open.append({token.kind == JsonTokenKind::ObjectBegin, {}, {}, 0});
            break;
        case JsonTokenKind::ObjectEnd:
        case JsonTokenKind::ArrayEnd:
            result.open.removeLast();
            break;
        case JsonTokenKind::Name:
            result.open.last().name = unescapedJsonString(text.sliced(token.offset, token.length));
            result.open.last().names.append(result.open.last().name);
            break;
        case JsonTokenKind::Comma:
            ++result.open.last().place;
            break;
        default:
            break;
        }
    }
    return result;
}

QByteArray pointerOf(const QList<OpenPlace> &open)
{
    QByteArray pointer;
    for (const OpenPlace &at : open)
        pointer += '/' + (at.isObject ? escapedPointerToken(at.name) : QByteArray::number(at.place));
    return pointer;
}

/// Whether a quote at `at` is written as \".
bool isEscaped(QByteArrayView text, qsizetype at)
{
    qsizetype slashes = 0;
    while (at - slashes > 0 && text[at - slashes - 1] == '\\')
        ++slashes;
    return slashes % 2 == 1;
}

bool endsWord(char c)
{
    return QByteArrayView("\"{}[],: \t\r\n").indexOf(c) >= 0;
}

/// Where the string or word that the cursor stands in or behind begins.
qsizetype beginOfTyped(QByteArrayView text, qsizetype cursor)
{
    // A string: the last quote of this line before the cursor that is not escaped and opens one.
    const qsizetype line = std::max(text.first(cursor).lastIndexOf('\n'), qsizetype(-1)) + 1;
    bool isInside = false;
    qsizetype opening = -1;
    for (qsizetype at = line; at < cursor; ++at) {
        if (text[at] == '"' && !(isInside && isEscaped(text, at))) {
            isInside = !isInside;
            opening = at;
        }
    }
    if (isInside)
        return opening;
    qsizetype start = cursor;
    while (start > 0 && !endsWord(text[start - 1]))
        --start;
    return start;
}

/// How far it goes on behind the cursor: to its closing quote, where that stands in this line and a new
/// string would not begin there.
qsizetype endOfTyped(QByteArrayView text, qsizetype start, qsizetype cursor)
{
    if (start < text.size() && text[start] == '"' && start < cursor) {
        for (qsizetype at = cursor; at < text.size() && text[at] != '\n'; ++at) {
            if (text[at] == '"' && !isEscaped(text, at))
                return at + 1;
            if (QByteArrayView("{}[]:,").indexOf(text[at]) >= 0)
                break; // it was never closed
        }
        return cursor;
    }
    qsizetype end = cursor;
    while (end < text.size() && !endsWord(text[end]))
        ++end;
    return end;
}

QByteArray quoted(const QString &name)
{
    const QByteArray list = QJsonDocument(QJsonArray{name}).toJson(QJsonDocument::Compact);
    return list.sliced(1, list.size() - 2);
}

} // namespace

std::optional<TypedPlace> typedPlace(QByteArrayView text, qsizetype cursor)
{
    const qsizetype start = beginOfTyped(text, cursor);
    const Unfinished before = readUnfinished(text.first(start));
    if (!before.isBegin && !text.sliced(before.last.end(), start - before.last.end()).trimmed().isEmpty())
        return std::nullopt;
    TypedPlace place{TypedPlace::Value, pointerOf(before.open), start,
                     endOfTyped(text, start, cursor) - start,
                     text.sliced(start, cursor - start).toByteArray()};
    if (before.isBegin)
        return place;
    switch (before.last.kind) {
    case JsonTokenKind::Colon:
        return place;
    case JsonTokenKind::ObjectBegin:
    case JsonTokenKind::ArrayBegin:
    case JsonTokenKind::Comma:
        if (before.open.last().isObject) {
            place.kind = TypedPlace::Name;
            place.pointer = pointerOf(before.open.first(before.open.size() - 1));
        }
        return place;
    default:
        return std::nullopt;
    }
}

QList<QByteArray> completionsFor(const TypedPlace &place, QByteArrayView text, const JsonSchema &schema)
{
    QList<QByteArray> found;
    const auto offer = [&found, &place](const QByteArray &candidate) {
        const bool fits = place.begun.isEmpty() || candidate.startsWith(place.begun)
                       || (!place.begun.startsWith('"') && candidate.startsWith('"' + place.begun));
        if (fits)
            found.append(candidate);
    };
    if (place.kind == TypedPlace::Value) {
        for (const QByteArray &value : schema.values(place.pointer))
            offer(value);
        return found;
    }
    const Unfinished before = readUnfinished(text.first(place.offset));
    const QList<QByteArray> present = before.open.isEmpty() ? QList<QByteArray>() : before.open.last().names;
    for (const QString &name : schema.memberNames(place.pointer)) {
        if (!present.contains(name.toUtf8()))
            offer(quoted(name));
    }
    return found;
}

} // namespace Studio
