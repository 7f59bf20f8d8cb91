// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QList>
#include <QString>

#include <optional>

namespace Studio
{

/// How records stand in a file.
///
/// **JSON Lines**: one object a line, `{"key":"…","value":"…"}`. Both are texts, so that a value comes back
/// byte for byte, JSON or not. Bytes that are not UTF-8 stand as Base64 in `key64` or `value64` instead. A
/// reader also takes a `value` that is no text: it is the value as it stands there. Other members are left
/// alone.
///
/// **JSON object**: `{"key": value, …}`. A value that is JSON stands there as it is, so that the file can be
/// worked on with any tool; anything else, and JSON that is a text itself, as a text. Keys and values that
/// are not UTF-8 are `"$base64:…"` and `{"$base64":"…"}`; what would be mistaken for such is written the
/// other way.
///
/// **CSV** (RFC 4180): columns by choice, a line with their names first. Cells that are not UTF-8 or hold NUL
/// are written as `base64:…`, and those that begin like that too. Columns `key` and `value` are needed to
/// read it back.
enum class RecordFormat : quint8 { JsonLines, JsonObject, Csv };

/// One record of a file.
struct FileRecord {
    QByteArray key;
    QByteArray value;
    bool operator==(const FileRecord &) const = default;
};

/// A column of a CSV file.
struct CsvColumn {
    enum class Kind : quint8 { Key, Value, Type, Size, Pointer };
    Kind kind = Kind::Key;
    QByteArray pointer; ///< JSON Pointer of a Pointer column

    /// Its name in the first line.
    QByteArray title() const;
    bool operator==(const CsvColumn &) const = default;
};

struct RecordWriteOptions {
    RecordFormat format = RecordFormat::JsonLines;
    QList<CsvColumn> columns{{CsvColumn::Kind::Key, {}}, {CsvColumn::Kind::Value, {}}};
    char separator = ','; ///< of CSV: comma, semicolon or tab
    bool byteOrderMark = false; ///< in front of CSV, for programs that expect one
};

/// The usual ending of a file's name, without a dot.
QString fileSuffix(RecordFormat format);
/// By the ending; nothing if it says nothing.
std::optional<RecordFormat> formatOfFile(const QString &name);

/// The text of a JSON string token, byte for byte. Nothing if half a surrogate pair stands in it, which UTF-8
/// cannot hold.
std::optional<QByteArray> exactJsonString(QByteArrayView token);

/// Strict Base64; nothing if it is none.
std::optional<QByteArray> fromBase64(QByteArrayView text);

} // namespace Studio
