// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "json/exactsum.h"

#include <algorithm>

namespace Studio
{

namespace
{

constexpr int GroupDigits = 9;
constexpr qint64 GroupSize = 1'000'000'000;
/// Sums of so many groups of nine digits stay within 63 bits.
constexpr qint64 MostWithoutCarry = 4'000'000'000;

qint64 floorDivide(qint64 a, qint64 b)
{
    return a / b - (a % b < 0 ? 1 : 0);
}

} // namespace

bool ExactSum::add(QByteArrayView text)
{
    const auto number = ExactDecimal::fromJson(text);
    if (!number)
        return false;
    ++m_count;
    if (!m_smallest || *number < *m_smallest)
        m_smallest = number;
    if (!m_largest || *number > *m_largest)
        m_largest = number;
    const qint64 lowestPlace = number->magnitude() - number->digits().size();
    if (number->isZero())
        return true;
    if (number->magnitude() > MaxPlaces || lowestPlace < -MaxPlaces) {
        m_summable = false;
        m_groups.clear();
    }
    if (m_summable)
        addDigits(*number);
    return true;
}

void ExactSum::addDigits(const ExactDecimal &number)
{
    const QByteArray &digits = number.digits();
    const qint64 lowestPlace = number.magnitude() - digits.size();
    const qint64 low = floorDivide(lowestPlace, GroupDigits);
    const qint64 high = floorDivide(number.magnitude() - 1, GroupDigits);
    if (m_groups.empty())
        m_lowest = low;
    for (; m_lowest > low; --m_lowest)
        m_groups.push_front(0);
    if (const qint64 missing = high - m_lowest + 1 - qint64(m_groups.size()); missing > 0)
        m_groups.insert(m_groups.end(), size_t(missing), 0);
    if (++m_sinceCarry >= MostWithoutCarry)
        carry();
    qint64 place = number.magnitude() - 1;
    qint64 group = 0;
    for (qsizetype i = 0; i < digits.size(); ++i, --place) {
        group = group * 10 + (digits[i] - '0');
        const qint64 index = floorDivide(place, GroupDigits);
        const qint64 inGroup = place - index * GroupDigits;
        if (inGroup == 0 || i + 1 == digits.size()) {
            for (qint64 k = 0; k < inGroup; ++k)
                group *= 10;
            m_groups[size_t(index - m_lowest)] += number.isNegative() ? -group : group;
            group = 0;
        }
    }
}

/// Brings all groups but the highest into 0 … 999,999,999, so that the highest has the sign of the sum.
void ExactSum::carry() const
{
    m_sinceCarry = 0;
    qint64 over = 0;
    for (qint64 &group : m_groups) {
        group += over;
        over = floorDivide(group, GroupSize);
        group -= over * GroupSize;
    }
    // The highest group stays within its nine digits, with a sign.
    if (over == -1 && m_groups.back() != 0)
        m_groups.back() -= GroupSize;
    else if (over != 0)
        m_groups.push_back(over);
}

std::optional<ExactDecimal> ExactSum::sum() const
{
    if (!m_summable)
        return {};
    carry();
    if (m_groups.empty())
        return ExactDecimal();
    std::deque<qint64> groups = m_groups;
    const bool negative = groups.back() < 0;
    if (negative) {
        qint64 borrow = 0;
        for (qint64 &group : groups) {
            group = -group - borrow;
            borrow = group < 0 ? 1 : 0;
            group += borrow * GroupSize;
        }
    }
    QByteArray digits;
    digits.reserve(qsizetype(groups.size()) * GroupDigits);
    for (auto group = groups.rbegin(); group != groups.rend(); ++group)
        digits += QByteArray::number(*group).rightJustified(GroupDigits, '0');
    return ExactDecimal::fromDigits(negative, digits, (m_lowest + qint64(groups.size())) * GroupDigits);
}

std::optional<ExactDecimal> ExactSum::mean(int digits) const
{
    std::optional<ExactDecimal> total = sum();
    if (!total || m_count == 0)
        return {};
    if (total->isZero())
        return total;
    const qsizetype wanted = std::clamp(digits, 1, 1000);
    // Long division, digit by digit, until one digit more than wanted is there.
    QByteArray quotient;
    const QByteArray &dividend = total->digits();
    const auto divisor = quint64(m_count);
    quint64 rest = 0; // below the count of numbers, so that ten times as much fits in
    qsizetype leading = 0; // zeros in front
    for (qsizetype i = 0; quotient.size() <= wanted && (i < dividend.size() || rest != 0); ++i) {
        rest = rest * 10 + quint64(i < dividend.size() ? dividend[i] - '0' : 0);
        const auto digit = char('0' + int(rest / divisor));
        rest %= divisor;
        if (quotient.isEmpty() && digit == '0')
            ++leading;
        else
            quotient += digit;
    }
    qint64 magnitude = total->magnitude() - leading;
    if (quotient.size() > wanted) {
        const bool up = quotient.back() >= '5';
        quotient.chop(1);
        qsizetype at = quotient.size() - 1;
        for (; up && at >= 0 && quotient[at] == '9'; --at)
            quotient[at] = '0';
        if (up && at >= 0) {
            ++quotient[at];
        } else if (up) {
            quotient.prepend('1');
            ++magnitude;
        }
    }
    return ExactDecimal::fromDigits(total->isNegative(), quotient, magnitude);
}

} // namespace Studio
