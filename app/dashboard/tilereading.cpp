// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "dashboard/tilereading.h"

#include "live/valuesource.h"
#include "mirror/valuetype.h"
#include "json/exactdecimal.h"
#include "json/exactsum.h"
#include "json/jsonpicker.h"
#include "json/jsonpointer.h"
#include "json/jsonscanner.h"

namespace Studio
{

namespace
{

constexpr qint64 LongestPlain = 24; ///< digits before or zeros behind the point

/// Digits (without the point) and how many of them stand before the point.
struct Digits {
    QByteArray digits;
    qint64 before = 0;
};

/// Half away from zero.
Digits rounded(Digits number, int decimals)
{
    const qint64 wanted = number.before + decimals;
    if (wanted < 0)
        return {QByteArray(), 0};
    if (wanted >= number.digits.size())
        return number;
    const bool up = number.digits.at(wanted) >= '5';
    number.digits.truncate(wanted);
    if (!up)
        return number;
    for (qsizetype at = number.digits.size() - 1; at >= 0; --at) {
        if (number.digits[at] != '9') {
            ++number.digits[at];
            return number;
        }
        number.digits[at] = '0';
    }
    number.digits.prepend('1');
    ++number.before;
    return number;
}

/// Decimal places of the source: "1.50" has 2.
int placesOf(const QByteArray &number)
{
    const qsizetype point = number.indexOf('.');
    if (point < 0 || number.contains('e') || number.contains('E'))
        return -1;
    return int(number.size() - point - 1);
}

TileReading::Kind kindOf(ValueType type)
{
    switch (type) {
    case ValueType::Object:
    case ValueType::Array:
        return TileReading::Kind::Container;
    case ValueType::Number:
        return TileReading::Kind::Number;
    case ValueType::Boolean:
    case ValueType::Null:
        return TileReading::Kind::Literal;
    default:
        return TileReading::Kind::Text;
    }
}

} // namespace

TileReading readMember(const QByteArray &value, const QString &pointer)
{
    TileReading reading;
    if (pointer.isEmpty()) {
        const ValueType type = classifyValue(value);
        reading.kind = kindOf(type);
        reading.text = type == ValueType::String ? unescapedJsonString(value) : value;
        return reading;
    }
    const JsonPicker picker({pointer.toUtf8()});
    std::vector<JsonPick> picks;
    if (!picker.pick(value, picks) || !picks.front().isFound()) {
        reading.kind = TileReading::Kind::NoMember;
        return reading;
    }
    const QByteArrayView source = picks.front().in(value);
    reading.text = source.toByteArray();
    switch (picks.front().kind) {
    case JsonTokenKind::String:
        reading.kind = TileReading::Kind::Text;
        reading.text = unescapedJsonString(source);
        break;
    case JsonTokenKind::Number:
        reading.kind = TileReading::Kind::Number;
        break;
    case JsonTokenKind::ObjectBegin:
    case JsonTokenKind::ArrayBegin:
        reading.kind = TileReading::Kind::Container;
        break;
    default:
        reading.kind = TileReading::Kind::Literal;
    }
    return reading;
}

TileReading readMember(const ValueSource &source, const QByteArray &key, const QString &pointer)
{
    const std::optional<SourcedValue> found = source.value(key);
    TileReading reading;
    if (!found) {
        reading.kind = source.isKnown(key) ? TileReading::Kind::Absent : TileReading::Kind::Unknown;
        return reading;
    }
    if (found->state != ValueState::Unknown)
        reading = readMember(found->value, pointer);
    reading.state = found->state;
    reading.changedAt = found->changedAt;
    return reading;
}

QString numberText(const QByteArray &number, int decimals, const QLocale &locale)
{
    const auto exact = ExactDecimal::fromJson(number);
    if (!exact)
        return QString::fromUtf8(number);
    const qint64 magnitude = exact->magnitude();
    if (magnitude > LongestPlain || magnitude < -LongestPlain)
        return QString::fromLatin1(exact->toJson()).replace(u'.', locale.decimalPoint());
    Digits digits{exact->digits(), magnitude};
    int places = decimals;
    if (decimals >= 0)
        digits = rounded(digits, decimals);
    else
        places = placesOf(number) >= 0 ? placesOf(number)
                                       : int(std::max<qint64>(0, digits.digits.size() - magnitude));
    while (digits.before < 0) {
        digits.digits.prepend('0');
        ++digits.before;
    }
    digits.digits = digits.digits.leftJustified(digits.before + places, '0', true);
    QString whole = QString::fromLatin1(digits.digits.left(digits.before));
    if (whole.isEmpty())
        whole = u"0"_qs;
    // Groups of three; four digits are grouped too, as Locale::toString does it.
    for (qsizetype at = whole.size() - 3; at > 0; at -= 3)
        whole.insert(at, locale.groupSeparator());
    const QByteArray behind = digits.digits.sliced(digits.before);
    const bool isZero = QByteArray(digits.digits).replace('0', "").isEmpty();
    QString text = exact->isNegative() && !isZero ? QChar(0x2212) + whole : whole;
    if (!behind.isEmpty())
        text += locale.decimalPoint() + QString::fromLatin1(behind);
    return text;
}

std::optional<QByteArray> numberDifference(const QByteArray &from, const QByteArray &to)
{
    ExactSum sum;
    if (!sum.add(to) || !sum.add(from.startsWith('-') ? from.sliced(1) : '-' + from))
        return {};
    const auto difference = sum.sum();
    return difference ? std::optional(difference->toJson()) : std::nullopt;
}

} // namespace Studio
