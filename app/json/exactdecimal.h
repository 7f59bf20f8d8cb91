// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QtGlobal>

#include <compare>
#include <optional>

namespace Studio
{

/// The value of a JSON number, exactly: any count of digits, nothing through a double. `1.0`, `1` and
/// `10e-1` are equal, `-0` is `0`. Exponents beyond ±10^18 count as ±10^18. Any thread.
class ExactDecimal
{
public:
    ExactDecimal() = default; ///< 0
    ExactDecimal(qint64 value);
    /// Nothing if `number` is not a JSON number and nothing else, blanks included.
    static std::optional<ExactDecimal> fromJson(QByteArrayView number);
    /// ±0.`digits` × 10^`magnitude`; `digits` may have zeros at both ends. The sign of 0 is dropped.
    static ExactDecimal fromDigits(bool negative, QByteArrayView digits, qint64 magnitude);

    bool isZero() const { return m_digits.isEmpty(); }
    bool isNegative() const { return m_negative; }
    /// Decimal digits without zeros at either end; empty for 0.
    const QByteArray &digits() const { return m_digits; }
    /// The value is ±0.digits × 10^magnitude.
    qint64 magnitude() const { return m_magnitude; }

    /// One spelling for equal values, as JSON: plain (`-0.05`, `12000`) while that takes no more than some
    /// twenty zeros, else with an exponent (`1.5e400`).
    QByteArray toJson() const;
    /// Bytes that compare (memcmp, shorter first) as the values do; the same for equal values. Half as long
    /// as the digits, and two to eleven bytes.
    QByteArray sortKey() const;

    bool operator==(const ExactDecimal &) const = default;
    std::strong_ordering operator<=>(const ExactDecimal &other) const;

private:
    QByteArray m_digits;
    qint64 m_magnitude = 0;
    bool m_negative = false;
};

/// Whether `text` is a JSON number and nothing else. Any thread.
bool isJsonNumber(QByteArrayView text);

/// Compares two JSON numbers by value without a copy of either. Both must satisfy isJsonNumber(). Any thread.
std::strong_ordering compareJsonNumbers(QByteArrayView a, QByteArrayView b);

/// ExactDecimal::sortKey() of a JSON number, appended to `out`; false, and nothing appended, if it is none.
/// Allocates only where `out` does. Any thread.
bool appendJsonNumberSortKey(QByteArrayView number, QByteArray &out);

} // namespace Studio
