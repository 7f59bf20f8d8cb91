// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "json/exactdecimal.h"

#include <QString> // and with it operator+ of byte arrays

#include <algorithm>

namespace Studio
{

namespace
{

constexpr qint64 LargestExponent = 1'000'000'000'000'000'000;
/// Zeros in front of or behind the digits that toJson() writes out.
constexpr qint64 MostZeros = 21;

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

/// A JSON number taken apart in place: its significant digits are those of `text` from `first` to `last`,
/// without the point in between.
struct NumberParts {
    QByteArrayView text;
    qsizetype first = 0;
    qsizetype end = 0; ///< behind the last digit that is not 0; first == end: the number is 0
    qint64 magnitude = 0; ///< value = ±0.d₁d₂… × 10^magnitude
    bool negative = false;

    bool isZero() const { return first == end; }
};

/// Goes over the significant digits.
class DigitReader
{
public:
    explicit DigitReader(const NumberParts &parts)
        : m_at(parts.text.data() + parts.first)
        , m_end(parts.text.data() + parts.end)
    {
    }
    bool atEnd() const { return m_at == m_end; }
    char take()
    {
        const char digit = *m_at++;
        if (m_at != m_end && *m_at == '.')
            ++m_at;
        return digit;
    }

private:
    const char *m_at;
    const char *m_end;
};

std::optional<NumberParts> takeApart(QByteArrayView text)
{
    const qsizetype size = text.size();
    qsizetype at = 0;
    NumberParts parts;
    parts.text = text;
    parts.negative = size > 0 && text[0] == '-';
    at += parts.negative ? 1 : 0;
    const auto skipDigits = [&] {
        const qsizetype from = at;
        while (at < size && isDigit(text[at]))
            ++at;
        return at > from;
    };
    const qsizetype integer = at;
    if (!skipDigits() || (text[integer] == '0' && at - integer > 1))
        return {};
    const qsizetype point = at;
    if (at < size && text[at] == '.') {
        ++at;
        if (!skipDigits())
            return {};
    }
    qsizetype end = at;
    qint64 exponent = 0;
    if (at < size && (text[at] == 'e' || text[at] == 'E')) {
        ++at;
        const bool down = at < size && text[at] == '-';
        if (at < size && (text[at] == '-' || text[at] == '+'))
            ++at;
        const qsizetype from = at;
        if (!skipDigits())
            return {};
        for (qsizetype i = from; i < at; ++i)
            exponent = exponent < LargestExponent / 10 ? exponent * 10 + (text[i] - '0') : LargestExponent;
        exponent *= down ? -1 : 1;
    }
    if (at != size)
        return {};
    qsizetype first = integer;
    while (first < end && (text[first] == '0' || text[first] == '.'))
        ++first;
    while (end > first && (text[end - 1] == '0' || text[end - 1] == '.'))
        --end;
    parts.first = first;
    parts.end = end;
    if (first == end) {
        parts.negative = false;
        return parts;
    }
    parts.magnitude = exponent + (first < point ? point - first : point + 1 - first);
    return parts;
}

std::strong_ordering reversedIf(bool reversed, std::strong_ordering order)
{
    if (!reversed || order == std::strong_ordering::equal)
        return order;
    return order == std::strong_ordering::less ? std::strong_ordering::greater : std::strong_ordering::less;
}

/// Magnitudes that fit into one byte of a sort key.
constexpr qint64 SmallMagnitude = 100;
constexpr uchar ZeroByte = 0x80;

void appendMagnitude(QByteArray &out, qint64 magnitude, uchar mask)
{
    // One byte in the middle range; around it a byte that says lower or higher, and all eight.
    if (magnitude >= -SmallMagnitude && magnitude <= SmallMagnitude) {
        out.append(char(uchar(magnitude + SmallMagnitude + 1) ^ mask));
        return;
    }
    out.append(char((magnitude < 0 ? uchar(0x00) : uchar(0xFF)) ^ mask));
    const auto biased = quint64(magnitude) ^ (quint64(1) << 63);
    for (int shift = 56; shift >= 0; shift -= 8)
        out.append(char(uchar(biased >> shift) ^ mask));
}

template <typename NextDigit, typename AtEnd>
void appendKey(QByteArray &out, bool negative, qint64 magnitude, NextDigit next, AtEnd atEnd)
{
    // Two digits a byte, 1 to 100. What is negative has every byte turned over and an end that is higher than
    // any digit, as the longer number is the lower one there.
    const uchar mask = negative ? 0xFF : 0x00;
    out.append(char(ZeroByte + (negative ? -1 : 1)));
    appendMagnitude(out, magnitude, mask);
    while (!atEnd()) {
        const int high = next() - '0';
        const int low = atEnd() ? 0 : next() - '0';
        out.append(char(uchar(10 * high + low + 1) ^ mask));
    }
    if (negative)
        out.append(char(0xFF));
}

} // namespace

ExactDecimal::ExactDecimal(qint64 value)
{
    const QByteArray text = QByteArray::number(value);
    const bool negative = value < 0;
    *this =
        fromDigits(negative, QByteArrayView(text).sliced(negative ? 1 : 0), text.size() - (negative ? 1 : 0));
}

std::optional<ExactDecimal> ExactDecimal::fromJson(QByteArrayView number)
{
    const auto parts = takeApart(number);
    if (!parts)
        return {};
    ExactDecimal decimal;
    if (parts->isZero())
        return decimal;
    decimal.m_negative = parts->negative;
    decimal.m_magnitude = parts->magnitude;
    decimal.m_digits.reserve(parts->end - parts->first);
    for (DigitReader digits(*parts); !digits.atEnd();)
        decimal.m_digits.append(digits.take());
    return decimal;
}

ExactDecimal ExactDecimal::fromDigits(bool negative, QByteArrayView digits, qint64 magnitude)
{
    qsizetype first = 0;
    qsizetype end = digits.size();
    while (first < end && digits[first] == '0')
        ++first;
    while (end > first && digits[end - 1] == '0')
        --end;
    ExactDecimal decimal;
    if (first == end)
        return decimal;
    decimal.m_negative = negative;
    decimal.m_magnitude = magnitude - first;
    decimal.m_digits = digits.sliced(first, end - first).toByteArray();
    return decimal;
}

QByteArray ExactDecimal::toJson() const
{
    if (isZero())
        return QByteArrayLiteral("0");
    QByteArray text = m_negative ? QByteArrayLiteral("-") : QByteArray();
    const qint64 zerosBehind = m_magnitude - m_digits.size();
    if (m_magnitude > 0 && zerosBehind >= 0 && zerosBehind <= MostZeros)
        return text + m_digits + QByteArray(zerosBehind, '0');
    if (m_magnitude > 0 && zerosBehind < 0)
        return text + m_digits.first(m_magnitude) + '.' + m_digits.sliced(m_magnitude);
    if (m_magnitude <= 0 && m_magnitude > -MostZeros)
        return text + "0." + QByteArray(-m_magnitude, '0') + m_digits;
    text += m_digits.first(1);
    if (m_digits.size() > 1)
        text += '.' + m_digits.sliced(1);
    return text + 'e' + QByteArray::number(m_magnitude - 1);
}

QByteArray ExactDecimal::sortKey() const
{
    if (isZero())
        return QByteArray(1, char(ZeroByte));
    QByteArray key;
    const char *at = m_digits.cbegin();
    appendKey(
        key, m_negative, m_magnitude, [&] { return *at++; }, [&] { return at == m_digits.cend(); });
    return key;
}

std::strong_ordering ExactDecimal::operator<=>(const ExactDecimal &other) const
{
    const auto sign = [](const ExactDecimal &d) { return d.isZero() ? 0 : d.m_negative ? -1 : 1; };
    if (const auto order = sign(*this) <=> sign(other); std::is_neq(order))
        return order;
    if (m_magnitude != other.m_magnitude)
        return reversedIf(m_negative, m_magnitude <=> other.m_magnitude);
    const int digits = QByteArrayView(m_digits).compare(other.m_digits);
    return reversedIf(m_negative, digits <=> 0);
}

bool isJsonNumber(QByteArrayView text)
{
    return takeApart(text).has_value();
}

std::strong_ordering compareJsonNumbers(QByteArrayView a, QByteArrayView b)
{
    const auto left = takeApart(a);
    const auto right = takeApart(b);
    Q_ASSERT(left && right);
    if (!left || !right)
        return left.has_value() <=> right.has_value();
    const auto sign = [](const NumberParts &parts) { return parts.isZero() ? 0 : parts.negative ? -1 : 1; };
    if (const auto order = sign(*left) <=> sign(*right); std::is_neq(order))
        return order;
    if (left->magnitude != right->magnitude)
        return reversedIf(left->negative, left->magnitude <=> right->magnitude);
    DigitReader leftDigits(*left);
    DigitReader rightDigits(*right);
    while (!leftDigits.atEnd() && !rightDigits.atEnd()) {
        if (const auto order = leftDigits.take() <=> rightDigits.take(); std::is_neq(order))
            return reversedIf(left->negative, order);
    }
    return reversedIf(left->negative, int(!leftDigits.atEnd()) <=> int(!rightDigits.atEnd()));
}

bool appendJsonNumberSortKey(QByteArrayView number, QByteArray &out)
{
    const auto parts = takeApart(number);
    if (!parts)
        return false;
    if (parts->isZero()) {
        out.append(char(ZeroByte));
        return true;
    }
    DigitReader digits(*parts);
    appendKey(
        out, parts->negative, parts->magnitude, [&] { return digits.take(); },
        [&] { return digits.atEnd(); });
    return true;
}

} // namespace Studio
