// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "json/jsonerror.h"

#include <QByteArrayView>
#include <QtGlobal>

#include <vector>

namespace Studio
{

enum class JsonTokenKind : quint8 {
    ObjectBegin,
    ObjectEnd,
    ArrayBegin,
    ArrayEnd,
    Colon,
    Comma,
    Name, ///< a string that names a member, with its quotes
    String, ///< with its quotes
    Number,
    True,
    False,
    Null,
    End, ///< the whole text was read and is one JSON value
    Invalid ///< see JsonScanner::error()
};

/// One token with its place in the source. White space belongs to no token.
struct JsonToken {
    JsonTokenKind kind = JsonTokenKind::End;
    qsizetype offset = 0;
    qsizetype length = 0;

    qsizetype end() const { return offset + length; }
    bool isScalar() const { return kind >= JsonTokenKind::String && kind <= JsonTokenKind::Null; }
    bool beginsValue() const
    {
        return kind == JsonTokenKind::ObjectBegin || kind == JsonTokenKind::ArrayBegin || isScalar();
    }
    bool operator==(const JsonToken &) const = default;
};

/// Reads a JSON text (RFC 8259, strict) token by token and checks the grammar on the way. Nothing is
/// converted: a number of any length stays the text that it is. No recursion, so that depth is bounded by
/// memory only (one byte a level). Lone surrogates in \u escapes are allowed, as the RFC allows them.
///
/// The text must outlive the scanner. Any thread.
class JsonScanner
{
public:
    explicit JsonScanner(QByteArrayView text);

    /// The next token; End or Invalid once there is no further one, then again and again.
    JsonToken next();
    const JsonError &error() const { return m_error; }
    /// Objects and arrays that are open behind the last token.
    qsizetype depth() const { return qsizetype(m_open.size()); }

private:
    enum class Expect : quint8 { Value, ValueOrEnd, NameOrEnd, Name, Colon, CommaOrEnd, Nothing };
    struct Open {
        qsizetype offset;
        bool isObject;
    };

    void skipSpace();
    JsonToken fail(JsonErrorCode code, qsizetype offset, qsizetype length, qsizetype related = -1);
    JsonToken failHere(JsonErrorCode code);
    JsonToken failUnexpected(JsonErrorCode code);
    JsonToken endOfText();
    JsonToken open(bool isObject);
    JsonToken close(bool isObject);
    JsonToken name();
    JsonToken value();
    JsonToken afterValue();
    JsonToken word();
    JsonToken number();
    JsonToken string(JsonTokenKind kind);
    JsonToken scalarDone(JsonToken token);
    bool checkEscape(qsizetype &at);
    qsizetype wordLength(qsizetype at) const;
    qsizetype characterLength(qsizetype at) const;

    QByteArrayView m_text;
    qsizetype m_at = 0;
    qsizetype m_lastComma = -1;
    Expect m_expect = Expect::Value;
    std::vector<Open> m_open;
    JsonError m_error;
};

/// The first thing wrong with `text`; false if it is one JSON value. Any thread.
JsonError validateJson(QByteArrayView text);

/// Bytes of the UTF-8 character at `at` (1 to 4), 0 if there is none that is well formed. Any thread.
int utf8CharacterLength(QByteArrayView text, qsizetype at);

/// Whether all of `text` is well-formed UTF-8. Any thread.
bool isValidUtf8(QByteArrayView text);

} // namespace Studio
