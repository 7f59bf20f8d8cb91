// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "json/jsonlikeness.h"

#include "json/jsonscanner.h"

#include <QVarLengthArray>

#include <algorithm>

namespace Studio
{

namespace
{

constexpr qsizetype mostNames = 64; // of one object, as each is held against those before it

/// One of the two texts.
struct Side {
    explicit Side(QByteArrayView source)
        : text(source)
        , scanner(source)
    {
    }
    QByteArrayView text;
    JsonScanner scanner;
    JsonToken token;

    void next() { token = scanner.next(); }
    QByteArrayView source() const { return text.sliced(token.offset, token.length); }
    bool is(JsonTokenKind kind) const { return token.kind == kind; }

    /// Behind the value that begins here; false where it is not well formed or holds a null.
    bool skipValue()
    {
        const qsizetype depth = scanner.depth() - (token.isScalar() ? 0 : 1);
        while (!is(JsonTokenKind::Invalid) && !is(JsonTokenKind::Null)) {
            if (scanner.depth() == depth)
                return true;
            next();
        }
        return false;
    }
};

} // namespace

JsonLikeness jsonLikeness(QByteArrayView before, QByteArrayView after)
{
    Side a(before);
    Side b(after);
    a.next();
    b.next();
    if (!a.is(JsonTokenKind::ObjectBegin) || !b.is(JsonTokenKind::ObjectBegin))
        return JsonLikeness::Unlike;
    bool isOther = false;
    bool isUnclear = false; // white space may be all the difference
    QVarLengthArray<QByteArrayView, mostNames> names; // of the objects that are open, outermost first
    QVarLengthArray<qsizetype, 16> begins{0}; // where those of each begin
    for (;;) {
        a.next();
        b.next();
        if (a.token.kind != b.token.kind) {
            const bool areValues = a.token.beginsValue() && b.token.beginsValue();
            if (!areValues || b.is(JsonTokenKind::ObjectBegin) || !a.skipValue() || !b.skipValue())
                return JsonLikeness::Unlike;
            isOther = true;
            continue;
        }
        switch (a.token.kind) {
        case JsonTokenKind::Name: {
            const QByteArrayView name = b.source();
            const auto first = names.cbegin() + begins.back();
            // Escapes write one name in many ways.
            if (a.source() != name || name.contains('\\') || names.cend() - first >= mostNames
                || std::find(first, names.cend(), name) != names.cend())
                return JsonLikeness::Unlike;
            names.append(name);
            break;
        }
        case JsonTokenKind::ObjectBegin:
            begins.append(names.size());
            break;
        case JsonTokenKind::ObjectEnd:
            names.resize(begins.back());
            begins.removeLast();
            break;
        case JsonTokenKind::ArrayBegin: {
            const qsizetype from = a.token.offset;
            const qsizetype to = b.token.offset;
            if (!a.skipValue() || !b.skipValue())
                return JsonLikeness::Unlike;
            if (before.sliced(from, a.token.end() - from) != after.sliced(to, b.token.end() - to))
                isUnclear = true;
            break;
        }
        case JsonTokenKind::String:
        case JsonTokenKind::Number:
            isOther = isOther || a.source() != b.source();
            break;
        case JsonTokenKind::End:
            return isOther   ? JsonLikeness::OtherValues
                 : isUnclear ? JsonLikeness::Unlike
                             : JsonLikeness::Same;
        case JsonTokenKind::Null:
        case JsonTokenKind::Invalid:
        case JsonTokenKind::ArrayEnd: // not here
            return JsonLikeness::Unlike;
        case JsonTokenKind::True:
        case JsonTokenKind::False:
        case JsonTokenKind::Colon:
        case JsonTokenKind::Comma:
            break;
        }
    }
}

} // namespace Studio
