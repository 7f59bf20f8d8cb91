// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArrayView>
#include <QString>
#include <QtGlobal>

namespace Studio
{

/// What is wrong with a JSON text. Each code has a sentence of its own, see jsonErrorText().
enum class JsonErrorCode : quint8 {
    None,
    Empty, ///< nothing but white space
    ByteOrderMark,
    ExpectedValue,
    ExpectedName, ///< inside an object, behind a comma or {
    NameNotQuoted,
    ExpectedColon,
    MissingComma, ///< a value or a name follows a value
    ExpectedCommaOrBrace,
    ExpectedCommaOrBracket,
    TrailingComma, ///< offset: the comma
    MissingValue, ///< a comma where a value should be
    BraceClosedByBracket, ///< ] where } should be; related: the {
    BracketClosedByBrace, ///< } where ] should be; related: the [
    ObjectNotClosed, ///< related: the {
    ArrayNotClosed, ///< related: the [
    TextAfterValue,
    StringNotClosed, ///< offset: its opening quote
    LineBreakInString,
    ControlCharacterInString,
    BadEscape,
    BadUnicodeEscape, ///< \u without four hexadecimal digits
    SingleQuotes,
    InvalidUtf8,
    LeadingZero,
    LeadingPlus,
    DigitExpected, ///< behind - or at the beginning (".5")
    DigitExpectedAfterPoint,
    DigitExpectedInExponent,
    UnknownWord, ///< "True", "NaN", "undefined", …
    Comment,
    UnexpectedCharacter
};

/// The first thing wrong with a JSON text, and where.
struct JsonError {
    JsonErrorCode code = JsonErrorCode::None;
    qsizetype offset = 0; ///< in bytes from the beginning of the text
    qsizetype length = 0; ///< bytes to mark; 0 at the end of the text
    qsizetype related = -1; ///< offset of the bracket that is not closed; -1 = none

    explicit operator bool() const { return code != JsonErrorCode::None; }
    bool operator==(const JsonError &) const = default;
};

/// A place in a text as people count: both from 1, the column in characters (code points).
struct TextPlace {
    int line = 1;
    int column = 1;
    bool operator==(const TextPlace &) const = default;
};

/// Where byte `offset` of `text` stands. Lines end with LF, CR or CR LF. Linear in `offset`.
TextPlace textPlace(QByteArrayView text, qsizetype offset);

/// One translated sentence that says what is wrong and, where it can, what to do; without the place. Any
/// thread.
QString jsonErrorText(const JsonError &error, QByteArrayView text);

/// "Line 4, column 12: …", with jsonErrorText().
QString jsonErrorSentence(const JsonError &error, QByteArrayView text);

} // namespace Studio
