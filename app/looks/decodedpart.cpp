// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "looks/decodedpart.h"

#include "looks/decoders.h"
#include "looks/hexdump.h"
#include "json/jsonformat.h"
#include "json/jsonpointer.h"
#include "json/jsonscanner.h"
#include "json/jsontree.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

#include <optional>

namespace Studio
{

namespace
{

struct Decoded {
    Q_DECLARE_TR_FUNCTIONS(Studio::Decoded)
};

constexpr int HexLines = 64;

/// How bytes are best read: JSON indented, text as it is, anything else in hexadecimal digits.
QString readable(const QByteArray &bytes, QString &note)
{
    const QByteArrayView shown = QByteArrayView(bytes).first(std::min(bytes.size(), MaxDecodedBytes));
    const auto saysCut = [&note](bool isCut) {
        if (isCut)
            note = Decoded::tr("Only the beginning is shown.");
    };
    if (!isValidUtf8(bytes)) {
        saysCut(bytes.size() > HexLines * 16);
        return hexDump(bytes, HexLines);
    }
    if (const JsonFormatResult json = formatJson(bytes); json.isOk() && json.text.size() <= MaxDecodedBytes)
        return QString::fromUtf8(json.text);
    saysCut(shown.size() < bytes.size());
    return QString::fromUtf8(shown);
}

/// Parameters of a query one a line; anything else as it is.
QString readableUrl(QByteArrayView source, const QByteArray &decoded)
{
    const QByteArray text = source.toByteArray();
    const qsizetype begin = text.indexOf('?') + 1;
    const QList<QByteArray> fields = text.mid(begin).split('&');
    const bool isQuery = std::all_of(fields.cbegin(), fields.cend(),
                                     [](const QByteArray &field) { return field.contains('='); });
    if (!isQuery || fields.size() < 2)
        return QString::fromUtf8(decoded);
    QStringList lines;
    if (begin > 0)
        lines.append(QString::fromUtf8(QByteArray::fromPercentEncoding(text.left(begin))));
    for (QByteArray field : fields) {
        field.replace('+', ' '); // as forms send blanks
        const qsizetype equals = field.indexOf('=');
        lines.append(QStringLiteral("%1 = %2").arg(
            QString::fromUtf8(QByteArray::fromPercentEncoding(field.left(equals))),
            QString::fromUtf8(QByteArray::fromPercentEncoding(field.mid(equals + 1)))));
    }
    return lines.join(QLatin1Char('\n'));
}

QString claimName(const QByteArray &claim)
{
    if (claim == "exp")
        return Decoded::tr("expires");
    if (claim == "nbf")
        return Decoded::tr("not before");
    if (claim == "iat")
        return Decoded::tr("issued");
    return Decoded::tr("signed in");
}

DecodedPart ofJwt(const Decode::Jwt &token)
{
    DecodedPart part;
    part.what = Decoded::tr("JSON Web Token");
    part.note = token.signatureSize > 0
                  ? Decoded::tr("The signature is not checked: this says what the token claims, not whether "
                                "it is genuine.")
                  : Decoded::tr("The token has no signature: anybody can have written this.");
    QStringList lines;
    for (const Decode::Jwt::Time &time : token.times)
        lines.append(QStringLiteral("%1: %2").arg(claimName(time.claim), readableTime(time.ms * 1000)));
    QString unused;
    if (!lines.isEmpty())
        lines.append(QString());
    lines.append(readable(token.header, unused));
    lines.append(readable(token.payload, unused));
    part.text = lines.join(QLatin1Char('\n'));
    return part;
}

DecodedPart ofEpoch(const Decode::Epoch &epoch)
{
    const QString unit = epoch.unit == Decode::EpochUnit::Seconds ? Decoded::tr("seconds since 1970")
                       : epoch.unit == Decode::EpochUnit::Milliseconds
                           ? Decoded::tr("milliseconds since 1970")
                           : Decoded::tr("microseconds since 1970");
    return {{}, Decoded::tr("Time (%1)").arg(unit), {}, readableTime(epoch.microseconds)};
}

DecodedPart ofBase64(const QByteArray &bytes)
{
    DecodedPart part;
    if (const auto inflated = Decode::inflate(bytes, MaxDecodedBytes)) {
        part.what = Decoded::tr("gzip in Base64");
        part.text = readable(inflated->bytes, part.note);
        if (inflated->isCut)
            part.note = Decoded::tr("Only the beginning is shown.");
    } else {
        part.what = Decoded::tr("Base64");
        part.text = readable(bytes, part.note);
    }
    return part;
}

/// `isNumber`: of the JSON type.
std::optional<DecodedPart> decoded(QByteArrayView text, bool isNumber)
{
    if (const auto epoch = Decode::epoch(text))
        return ofEpoch(*epoch);
    if (isNumber)
        return std::nullopt;
    if (const auto token = Decode::jwt(text))
        return ofJwt(*token);
    if (const auto bytes = Decode::base64(text))
        return ofBase64(*bytes);
    if (const auto url = Decode::percent(text))
        return DecodedPart{{}, Decoded::tr("URL-encoded text"), {}, readableUrl(text, *url)};
    return std::nullopt;
}

} // namespace

QString readableTime(qint64 microseconds)
{
    const qint64 fraction = microseconds % 1'000'000;
    const QDateTime utc = QDateTime::fromMSecsSinceEpoch(microseconds / 1000, Qt::UTC);
    QString digits;
    if (fraction != 0) {
        const bool isFine = fraction % 1000 != 0;
        digits = QStringLiteral(".%1").arg(isFine ? fraction : fraction / 1000, isFine ? 6 : 3, 10,
                                           QLatin1Char('0'));
    }
    return QStringLiteral("%1   (%2%3Z)")
        .arg(QLocale().toString(utc.toLocalTime(), QLocale::LongFormat),
             utc.toString(QStringLiteral("yyyy-MM-ddTHH:mm:ss")), digits);
}

QList<DecodedPart> decodedParts(QByteArrayView value, const std::atomic_bool &canceled)
{
    QList<DecodedPart> parts;
    const std::optional<JsonTree> tree = JsonTree::parse(value);
    if (!tree) {
        if (const auto part = decoded(value.trimmed(), false))
            parts.append(*part);
        return parts;
    }
    for (int node = 0; node < tree->count() && parts.size() < MaxDecodedParts && !canceled; ++node) {
        const JsonTokenKind kind = tree->node(node).kind;
        if (kind != JsonTokenKind::String && kind != JsonTokenKind::Number)
            continue;
        const bool isNumber = kind == JsonTokenKind::Number;
        const QByteArray text =
            isNumber ? tree->source(node).toByteArray() : unescapedJsonString(tree->source(node));
        if (auto part = decoded(text, isNumber)) {
            part->pointer = tree->pointerOf(node);
            parts.append(*part);
        }
    }
    return parts;
}

} // namespace Studio
