// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "looks/decoders.h"

#include "json/jsonpointer.h"
#include "json/jsonscanner.h"

#include <QDateTime>

#include <zlib.h>

#include <algorithm>
#include <limits>

namespace Studio::Decode
{

namespace
{

constexpr qsizetype ShortestBase64 = 8;
constexpr qsizetype LongestMember = 32; ///< digits of a time in a token
constexpr qint64 EarliestSecond = 1'000'000'000; ///< September 2001
constexpr qint64 LatestSecond = 4'102'444'799; ///< the last one of 2099

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

bool isLetter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool isHexDigit(char c)
{
    return isDigit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

/// Text that somebody may have written: UTF-8 without control characters other than white space.
bool isReadable(QByteArrayView bytes)
{
    return isValidUtf8(bytes) && std::none_of(bytes.begin(), bytes.end(), [](char c) {
               return (uchar(c) < 0x20 && c != '\n' && c != '\r' && c != '\t') || c == 0x7F;
           });
}

bool isPacked(QByteArrayView bytes)
{
    return bytes.startsWith("\x1F\x8B\x08");
}

/// As bytes that are no text look in Base64, and identifiers do not.
bool isVaried(QByteArrayView text)
{
    const auto has = [text](auto fits) { return std::any_of(text.begin(), text.end(), fits); };
    return text.size() >= 24 && has(isDigit) && has([](char c) { return c >= 'a' && c <= 'z'; })
        && has([](char c) { return c >= 'A' && c <= 'Z'; })
        && (text.size() >= 64 || has([](char c) { return c == '=' || c == '+' || c == '/'; }));
}

/// The bytes, if every character belongs to one of the two alphabets and the length is a possible one.
std::optional<QByteArray> fromBase64(QByteArrayView text)
{
    qsizetype size = text.size();
    while (size > 0 && text[size - 1] == '=')
        --size;
    const qsizetype padding = text.size() - size;
    if (size % 4 == 1 || padding > 2 || (padding > 0 && (size + padding) % 4 != 0))
        return std::nullopt;
    bool isUrl = false;
    bool isUsual = false;
    for (const char c : text.first(size)) {
        isUrl = isUrl || c == '-' || c == '_';
        isUsual = isUsual || c == '+' || c == '/';
        if (!isDigit(c) && !isLetter(c) && c != '-' && c != '_' && c != '+' && c != '/')
            return std::nullopt;
    }
    if (isUrl && isUsual)
        return std::nullopt;
    return QByteArray::fromBase64(text.first(size).toByteArray(),
                                  isUrl ? QByteArray::Base64UrlEncoding : QByteArray::Base64Encoding);
}

bool isJsonObject(const QByteArray &text)
{
    return !validateJson(text) && text.trimmed().startsWith('{');
}

} // namespace

std::optional<QByteArray> base64(QByteArrayView text)
{
    if (text.size() < ShortestBase64)
        return std::nullopt;
    auto bytes = fromBase64(text);
    if (!bytes || bytes->isEmpty() || (!isReadable(*bytes) && !isPacked(*bytes) && !isVaried(text)))
        return std::nullopt;
    // Digits alone and words of one case are rarely meant, even where they happen to stand for text.
    const bool hasPadding = text.endsWith('=');
    const auto only = [text](auto fits) { return std::all_of(text.begin(), text.end(), fits); };
    if (only(isHexDigit) || (!hasPadding && only([](char c) { return c >= 'a' && c <= 'z'; })))
        return std::nullopt;
    return bytes;
}

std::optional<QByteArray> percent(QByteArrayView text)
{
    bool hasAny = false;
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text[i] != '%')
            continue;
        if (i + 2 >= text.size() || !isHexDigit(text[i + 1]) || !isHexDigit(text[i + 2]))
            return std::nullopt;
        hasAny = true;
        i += 2;
    }
    if (!hasAny)
        return std::nullopt;
    QByteArray decoded = QByteArray::fromPercentEncoding(text.toByteArray());
    return isReadable(decoded) ? std::optional(std::move(decoded)) : std::nullopt;
}

std::optional<Jwt> jwt(QByteArrayView text)
{
    const qsizetype first = text.indexOf('.');
    const qsizetype second = first < 0 ? -1 : text.indexOf('.', first + 1);
    if (second < 0 || text.indexOf('.', second + 1) >= 0 || text.contains('='))
        return std::nullopt;
    const auto header = fromBase64(text.first(first));
    const auto payload = fromBase64(text.sliced(first + 1, second - first - 1));
    const auto signature = fromBase64(text.sliced(second + 1));
    if (!header || !payload || !signature || !isJsonObject(*header) || !isJsonObject(*payload)
        || !findJsonPointer(*header, "/alg"))
        return std::nullopt;
    Jwt token{*header, *payload, signature->size(), {}};
    for (const char *claim : {"exp", "nbf", "iat", "auth_time"}) {
        const auto range = findJsonPointer(*payload, '/' + QByteArray(claim));
        if (!range || range->length > LongestMember)
            continue;
        // Seconds, of which there may be parts (RFC 7519, NumericDate).
        bool isNumber = false;
        const double seconds = payload->mid(range->offset, range->length).toDouble(&isNumber);
        if (isNumber && seconds >= 0 && seconds <= double(LatestSecond))
            token.times.append({claim, qRound64(seconds * 1000)});
    }
    return token;
}

std::optional<Epoch> epoch(QByteArrayView text)
{
    if (text.size() < 10 || text.size() > 16 || !std::all_of(text.begin(), text.end(), isDigit)
        || text[0] == '0')
        return std::nullopt;
    const qint64 number = text.toByteArray().toLongLong();
    const auto lies = [number](qint64 factor) {
        return number >= EarliestSecond * factor && number < (LatestSecond + 1) * factor;
    };
    if (lies(1))
        return Epoch{EpochUnit::Seconds, number * 1'000'000};
    if (lies(1'000))
        return Epoch{EpochUnit::Milliseconds, number * 1'000};
    if (lies(1'000'000))
        return Epoch{EpochUnit::Microseconds, number};
    return std::nullopt;
}

std::optional<Inflated> inflate(QByteArrayView data, qsizetype most)
{
    const bool isZlib = data.size() > 2 && (uchar(data[0]) & 0x0F) == Z_DEFLATED
                     && (uchar(data[0]) * 256 + uchar(data[1])) % 31 == 0;
    if (!isPacked(data) && !isZlib)
        return std::nullopt;
    z_stream stream{};
    constexpr int AnyHeader = 15 + 32; // the largest window; gzip or zlib, whichever it is
    if (inflateInit2(&stream, AnyHeader) != Z_OK)
        return std::nullopt;
    stream.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(data.data()));
    stream.avail_in = uInt(std::min<qsizetype>(data.size(), std::numeric_limits<int>::max()));
    Inflated result;
    int state = Z_OK;
    QByteArray piece(64 * 1024, Qt::Uninitialized);
    while (state == Z_OK && result.bytes.size() <= most) {
        stream.next_out = reinterpret_cast<Bytef *>(piece.data());
        stream.avail_out = uInt(piece.size());
        state = ::inflate(&stream, Z_NO_FLUSH);
        result.bytes.append(piece.constData(), piece.size() - qsizetype(stream.avail_out));
    }
    inflateEnd(&stream);
    if (state == Z_DATA_ERROR || state == Z_NEED_DICT || state == Z_MEM_ERROR)
        return std::nullopt;
    result.isCut = state != Z_STREAM_END || result.bytes.size() > most;
    result.bytes.truncate(most);
    return result;
}

} // namespace Studio::Decode
