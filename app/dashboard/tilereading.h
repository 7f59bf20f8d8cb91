// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "mirror/batch.h"

#include <QByteArray>
#include <QLocale>
#include <QString>

#include <optional>

namespace Studio
{

class ValueSource;

/// What stands at one JSON Pointer of one key.
struct TileReading {
    enum class Kind : quint8 {
        Unknown, ///< nothing is known of the key, or its value is not held
        Absent, ///< there is no such key
        NoMember, ///< the key is there, the member is not
        Number,
        Text, ///< `text` without quotes and escapes
        Literal, ///< true, false, null
        Container ///< object or array
    };

    Kind kind = Kind::Unknown;
    QByteArray text; ///< source text, every digit kept
    ValueState state = ValueState::Unknown;
    qint64 changedAt = 0; ///< ms since 1970; 0 = unknown

    bool isShown() const { return kind >= Kind::Number; }
    bool isNumber() const { return kind == Kind::Number; }
    /// For drawing only.
    double number() const { return text.toDouble(); }
    bool operator==(const TileReading &) const = default;
};

/// Of `value`, a whole record.
TileReading readMember(const QByteArray &value, const QString &pointer);
/// Of what `source` shows now.
TileReading readMember(const ValueSource &source, const QByteArray &key, const QString &pointer);

/// A JSON number as a person reads it: the digits of the source (rounded half away from zero to `decimals`
/// when that is not −1), with the locale's signs and separators. Texts of many zeros keep their exponent.
/// Nothing goes through a double.
QString numberText(const QByteArray &number, int decimals, const QLocale &locale);

/// to − from, exactly; nothing if either is no number.
std::optional<QByteArray> numberDifference(const QByteArray &from, const QByteArray &to);

} // namespace Studio
