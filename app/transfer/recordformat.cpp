// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "transfer/recordformat.h"

#include "json/jsonpointer.h"

#include <QFileInfo>

namespace Studio
{

QByteArray CsvColumn::title() const
{
    switch (kind) {
    case Kind::Key:
        return QByteArrayLiteral("key");
    case Kind::Value:
        return QByteArrayLiteral("value");
    case Kind::Type:
        return QByteArrayLiteral("type");
    case Kind::Size:
        return QByteArrayLiteral("size");
    case Kind::Pointer:
        break;
    }
    return pointer;
}

QString fileSuffix(RecordFormat format)
{
    switch (format) {
    case RecordFormat::JsonLines:
        return QStringLiteral("jsonl");
    case RecordFormat::JsonObject:
        return QStringLiteral("json");
    case RecordFormat::Csv:
        break;
    }
    return QStringLiteral("csv");
}

std::optional<RecordFormat> formatOfFile(const QString &name)
{
    const QString suffix = QFileInfo(name).suffix().toLower();
    if (suffix == QLatin1String("jsonl") || suffix == QLatin1String("ndjson")
        || suffix == QLatin1String("jsonlines"))
        return RecordFormat::JsonLines;
    if (suffix == QLatin1String("json"))
        return RecordFormat::JsonObject;
    if (suffix == QLatin1String("csv") || suffix == QLatin1String("tsv"))
        return RecordFormat::Csv;
    return {};
}

std::optional<QByteArray> exactJsonString(QByteArrayView token)
{
    // The value of the escape \uHHHH at `at`, or 0.
    const auto unitAt = [&](qsizetype at) {
        if (at + 6 > token.size() || token[at] != '\\' || token[at + 1] != 'u')
            return 0u;
        return token.sliced(at + 2, 4).toByteArray().toUInt(nullptr, 16);
    };
    for (qsizetype at = token.indexOf('\\'); at >= 0 && at < token.size(); at = token.indexOf('\\', at)) {
        const unsigned unit = unitAt(at);
        if (unit >= 0xDC00 && unit <= 0xDFFF)
            return {};
        if (unit < 0xD800 || unit > 0xDBFF) {
            at += 2;
            continue;
        }
        const unsigned low = unitAt(at + 6);
        if (low < 0xDC00 || low > 0xDFFF)
            return {};
        at += 12;
    }
    return unescapedJsonString(token);
}

std::optional<QByteArray> fromBase64(QByteArrayView text)
{
    const auto decoded =
        QByteArray::fromBase64Encoding(text.toByteArray(), QByteArray::AbortOnBase64DecodingErrors);
    if (!decoded)
        return {};
    return *decoded;
}

} // namespace Studio
