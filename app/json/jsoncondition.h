// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QList>
#include <QString>
#include <QStringView>

#include <memory>

namespace Studio
{

/// Why a condition cannot be understood, and where.
struct JsonConditionError {
    QString text; ///< one translated sentence; empty = no error
    qsizetype position = 0; ///< QChars from the beginning
    qsizetype length = 0; ///< QChars to mark; 0 at the end

    explicit operator bool() const { return !text.isEmpty(); }
};

/// A question about the members of a JSON value, such as `/price > 100 and not /sold`.
///
///     condition = and { "or" and }
///     and       = not { "and" not }
///     not       = { "not" } ( "(" condition ")" | test )
///     test      = place                          there, and not false, null, 0 or ""
///               | place "exists"                 there, null included
///               | place ( "=" | "!=" | "<" | "<=" | ">" | ">=" ) literal
///               | place "contains" literal       part of a string; or one element of an array equals it
///               | place "~" ( string | regex )   regular expression that is found in it
///     place     = JSON Pointer | string with a JSON Pointer | "value" (the whole value)
///     literal   = JSON number | string | "true" | "false" | "null"
///     string    = JSON string | '…' without escapes
///     regex     = "/" … "/" [ "i" ]              / inside is written \/
///
/// `==`, `&&`, `||`, `!` and `!~` are understood too; words may be in either case. A pointer ends at a
/// blank, a bracket or an operator; one that holds such characters stands in quotes. After `~` a string is
/// taken as it is: only \" and \' are escapes.
///
/// Numbers compare by value, exactly (`1.0 = 1`, `1e400 > 12345678901234567890`), strings by code point.
/// Values of two types are never equal and neither is smaller, so that only `!=` holds. What is not there
/// fulfils no test, `!=` included; `not /a exists` asks for it. `~` looks at strings (without escapes),
/// numbers, true, false and null, not at objects and arrays. A value that is not JSON fulfils no condition at
/// all.
///
/// Copies share their data. Any thread; several threads may use one condition at the same time.
class JsonCondition
{
public:
    JsonCondition() = default; ///< fulfilled by nothing
    /// See `error()` for what is wrong with it, if anything is.
    static JsonCondition parse(QStringView text);

    bool isValid() const { return m_program != nullptr; }
    const JsonConditionError &error() const { return m_error; }
    /// The places that are asked for, each once.
    QList<QByteArray> pointers() const;
    /// One pass over `value`, or none where its bytes show that it cannot match. Linear, no recursion (a
    /// regular expression may take longer, within the limits of PCRE).
    bool matches(QByteArrayView value) const;

    struct Program;

private:
    std::shared_ptr<const Program> m_program;
    JsonConditionError m_error;
};

} // namespace Studio
