// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/keydate.h"

#include <QCoreApplication>
#include <QDateTime>

#include <algorithm>
#include <array>

namespace Studio
{

namespace
{

constexpr qint64 Earliest = 1'262'304'000'000; ///< 2010-01-01 UTC
constexpr qint64 Ahead = 10ll * 365 * 24 * 3600 * 1000;
constexpr qint64 FirstKsuid = 1'496'275'200'000; ///< 2017-06-01 UTC: there were none before
constexpr qint64 KsuidEpoch = 1'400'000'000; ///< seconds
constexpr qint64 AheadKsuid = 24ll * 3600 * 1000;

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Studio::KeyDate)
};

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

bool isLikely(qint64 at, qint64 now)
{
    return at >= Earliest && at <= now + Ahead;
}

std::optional<KeyDate> fromNumber(QByteArrayView text, qint64 now)
{
    if (text.front() == '0' || !std::all_of(text.begin(), text.end(), isDigit))
        return {};
    const qint64 number = text.toByteArray().toLongLong();
    KeyDate date;
    switch (text.size()) {
    case 10:
        date = {KeyDate::Source::Seconds, number * 1000};
        break;
    case 13:
        date = {KeyDate::Source::Milliseconds, number};
        break;
    case 16:
        date = {KeyDate::Source::Microseconds, number / 1000};
        break;
    case 19:
        date = {KeyDate::Source::Nanoseconds, number / 1'000'000};
        break;
    default:
        return {};
    }
    return isLikely(date.at, now) ? std::optional(date) : std::nullopt;
}

/// Crockford's alphabet: no I, L, O, U.
int crockford(char c)
{
    constexpr QByteArrayView alphabet("0123456789ABCDEFGHJKMNPQRSTVWXYZ");
    const char upper = c >= 'a' && c <= 'z' ? char(c - 'a' + 'A') : c;
    return int(alphabet.indexOf(upper));
}

std::optional<KeyDate> fromUlid(QByteArrayView text, qint64 now)
{
    qint64 at = 0;
    bool letter = false;
    bool upper = false;
    bool lower = false;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const int value = crockford(text[i]);
        if (value < 0 || (i == 0 && value > 7))
            return {};
        letter = letter || !isDigit(text[i]);
        upper = upper || (text[i] >= 'A' && text[i] <= 'Z');
        lower = lower || (text[i] >= 'a' && text[i] <= 'z');
        if (i < 10)
            at = at * 32 + value;
    }
    // 26 figures are a long number.
    if (!letter || (upper && lower) || !isLikely(at, now))
        return {};
    return KeyDate{KeyDate::Source::Ulid, at};
}

std::optional<KeyDate> fromUuid(QByteArrayView text, qint64 now)
{
    QByteArray hex;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const char c = text[i];
        const bool isDash = text.size() == 36 && (i == 8 || i == 13 || i == 18 || i == 23);
        if (isDash != (c == '-'))
            return {};
        if (isDash)
            continue;
        const bool isHex = isDigit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
        if (!isHex)
            return {};
        hex += c;
    }
    const bool variant = QByteArrayView("89abAB").contains(hex[16]);
    const qint64 at = hex.left(12).toLongLong(nullptr, 16);
    if (hex[12] != '7' || !variant || !isLikely(at, now))
        return {};
    return KeyDate{KeyDate::Source::UuidV7, at};
}

/// 20 bytes in base 62, the first four of them seconds.
std::optional<KeyDate> fromKsuid(QByteArrayView text, qint64 now)
{
    std::array<quint8, 20> bytes{};
    bool digit = false;
    bool upper = false;
    bool lower = false;
    for (const char c : text) {
        quint32 carry = 0;
        if (isDigit(c)) {
            carry = quint32(c - '0');
            digit = true;
        } else if (c >= 'A' && c <= 'Z') {
            carry = quint32(c - 'A') + 10;
            upper = true;
        } else if (c >= 'a' && c <= 'z') {
            carry = quint32(c - 'a') + 36;
            lower = true;
        } else {
            return {};
        }
        for (auto byte = bytes.rbegin(); byte != bytes.rend(); ++byte) {
            const quint32 value = *byte * 62U + carry;
            *byte = quint8(value & 0xFF);
            carry = value >> 8;
        }
        if (carry > 0)
            return {};
    }
    const qint64 seconds = (qint64(bytes[0]) << 24) | (bytes[1] << 16) | (bytes[2] << 8) | bytes[3];
    const qint64 at = (seconds + KsuidEpoch) * 1000;
    // Any 27 letters and figures would do: only what looks random and is not ahead of time counts.
    if (!digit || !upper || !lower || at < FirstKsuid || at > now + AheadKsuid)
        return {};
    return KeyDate{KeyDate::Source::Ksuid, at};
}

QString sourceText(KeyDate::Source source)
{
    switch (source) {
    case KeyDate::Source::Ulid:
        return Text::tr("from the ULID");
    case KeyDate::Source::UuidV7:
        return Text::tr("from the UUID");
    case KeyDate::Source::Ksuid:
        return Text::tr("from the KSUID");
    case KeyDate::Source::Seconds:
        return Text::tr("if it counts seconds");
    case KeyDate::Source::Milliseconds:
        return Text::tr("if it counts milliseconds");
    case KeyDate::Source::Microseconds:
        return Text::tr("if it counts microseconds");
    case KeyDate::Source::Nanoseconds:
        return Text::tr("if it counts nanoseconds");
    }
    return {};
}

} // namespace

std::optional<KeyDate> dateInSegment(QByteArrayView segment, qint64 now)
{
    switch (segment.size()) {
    case 10:
    case 13:
    case 16:
    case 19:
        return fromNumber(segment, now);
    case 26:
        return fromUlid(segment, now);
    case 27:
        return fromKsuid(segment, now);
    case 32:
    case 36:
        return fromUuid(segment, now);
    default:
        return {};
    }
}

std::optional<KeyDate> dateInKey(QByteArrayView key, const QList<QByteArray> &separators, qint64 now)
{
    for (qsizetype end = key.size(); end >= 0;) {
        qsizetype begin = 0;
        qsizetype next = -1;
        for (const QByteArray &separator : separators) {
            // From a place within: without one, QByteArrayView 6.4 looks one byte behind its end.
            const qsizetype from = end - separator.size();
            const qsizetype at = separator.isEmpty() || from < 0 ? -1 : key.lastIndexOf(separator, from);
            if (at >= 0 && at + separator.size() > begin) {
                begin = at + separator.size();
                next = at;
            }
        }
        if (const auto date = dateInSegment(key.sliced(begin, end - begin), now))
            return date;
        end = next;
    }
    return {};
}

QString keyDateText(const KeyDate &date)
{
    const QDateTime moment = QDateTime::fromMSecsSinceEpoch(date.at);
    return QStringLiteral("%1, %2").arg(moment.toString(QStringLiteral("yyyy-MM-dd HH:mm:ss")),
                                        sourceText(date.source));
}

} // namespace Studio
