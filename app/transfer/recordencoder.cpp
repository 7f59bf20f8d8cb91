// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "transfer/recordencoder.h"

#include "mirror/valuetype.h"
#include "json/jsonpointer.h"
#include "json/jsonscanner.h"
#include "json/jsonstyle.h"

namespace Studio
{

namespace
{

/// `nameText` stands before bytes that are text, `nameBase64` before others.
void appendText(QByteArray &out, QByteArrayView nameText, QByteArrayView nameBase64, QByteArrayView bytes)
{
    if (isValidUtf8(bytes)) {
        out.append(nameText);
        appendQuotedJsonString(out, bytes);
    } else {
        out.append(nameBase64).append('"').append(bytes.toByteArray().toBase64()).append('"');
    }
}

/// JSON that can stand in a JSON file as it is, and is no text.
bool isPlainJson(QByteArrayView value)
{
    if (value.isEmpty() || value.front() == '"' || value.front() <= ' ' || value.back() <= ' ')
        return false;
    JsonScanner scanner(value);
    JsonToken token = scanner.next();
    const bool isObject = token.kind == JsonTokenKind::ObjectBegin;
    if (isObject) {
        token = scanner.next();
        // It would be taken for bytes in Base64.
        if (token.kind == JsonTokenKind::Name
            && unescapedJsonString(value.sliced(token.offset, token.length)) == "$base64")
            return false;
    }
    while (token.kind != JsonTokenKind::End && token.kind != JsonTokenKind::Invalid)
        token = scanner.next();
    return token.kind == JsonTokenKind::End;
}

QByteArrayView typeName(ValueType type)
{
    switch (type) {
    case ValueType::Object:
        return "object";
    case ValueType::Array:
        return "array";
    case ValueType::String:
        return "string";
    case ValueType::Number:
        return "number";
    case ValueType::Boolean:
        return "boolean";
    case ValueType::Null:
        return "null";
    case ValueType::Text:
        return "text";
    case ValueType::Binary:
        return "binary";
    default:
        return "";
    }
}

JsonPicker pickerFor(const QList<CsvColumn> &columns)
{
    QList<QByteArray> pointers;
    for (const CsvColumn &column : columns) {
        if (column.kind == CsvColumn::Kind::Pointer)
            pointers.append(column.pointer);
    }
    return JsonPicker(pointers);
}

} // namespace

RecordEncoder::RecordEncoder(const RecordWriteOptions &options)
    : m_options(options)
    , m_picker(pickerFor(options.columns))
{
}

void RecordEncoder::begin(QByteArray &out) const
{
    switch (m_options.format) {
    case RecordFormat::JsonLines:
        break;
    case RecordFormat::JsonObject:
        out += '{';
        break;
    case RecordFormat::Csv:
        if (m_options.byteOrderMark)
            out += "\xEF\xBB\xBF";
        for (qsizetype i = 0; i < m_options.columns.size(); ++i) {
            if (i > 0)
                out += m_options.separator;
            appendCell(out, m_options.columns[i].title());
        }
        out += "\r\n";
        break;
    }
}

void RecordEncoder::append(QByteArray &out, QByteArrayView key, QByteArrayView value)
{
    switch (m_options.format) {
    case RecordFormat::JsonLines:
        appendLine(out, key, value);
        break;
    case RecordFormat::JsonObject:
        appendMember(out, key, value);
        break;
    case RecordFormat::Csv:
        appendRow(out, key, value);
        break;
    }
    m_isFirst = false;
}

void RecordEncoder::end(QByteArray &out) const
{
    if (m_options.format == RecordFormat::JsonObject)
        out += m_isFirst ? "}\n" : "\n}\n";
}

void RecordEncoder::appendLine(QByteArray &out, QByteArrayView key, QByteArrayView value) const
{
    appendText(out, R"({"key":)", R"({"key64":)", key);
    appendText(out, R"(,"value":)", R"(,"value64":)", value);
    out.append("}\n", 2);
}

void RecordEncoder::appendMember(QByteArray &out, QByteArrayView key, QByteArrayView value) const
{
    out += m_isFirst ? "\n" : ",\n";
    if (!isValidUtf8(key) || key.startsWith("$base64:"))
        out.append("\"$base64:").append(key.toByteArray().toBase64()).append('"');
    else
        appendQuotedJsonString(out, key);
    out += ": ";
    if (isPlainJson(value))
        out.append(value);
    else if (isValidUtf8(value))
        appendQuotedJsonString(out, value);
    else
        out.append("{\"$base64\":\"").append(value.toByteArray().toBase64()).append("\"}");
}

void RecordEncoder::appendRow(QByteArray &out, QByteArrayView key, QByteArrayView value)
{
    if (m_picker.count() > 0)
        m_picker.pick(value, m_picks);
    size_t pointer = 0;
    for (qsizetype i = 0; i < m_options.columns.size(); ++i) {
        if (i > 0)
            out += m_options.separator;
        switch (m_options.columns[i].kind) {
        case CsvColumn::Kind::Key:
            appendCell(out, key);
            break;
        case CsvColumn::Kind::Value:
            appendCell(out, value);
            break;
        case CsvColumn::Kind::Type:
            appendCell(out, typeName(classifyValue(value.toByteArray())));
            break;
        case CsvColumn::Kind::Size:
            appendCell(out, QByteArray::number(value.size()));
            break;
        case CsvColumn::Kind::Pointer: {
            const JsonPick &pick = m_picks[pointer++];
            if (!pick.isFound())
                break;
            if (pick.kind == JsonTokenKind::String)
                appendCell(out, unescapedJsonString(pick.in(value)));
            else
                appendCell(out, pick.in(value));
            break;
        }
        }
    }
    out += "\r\n";
}

void RecordEncoder::appendCell(QByteArray &out, QByteArrayView bytes) const
{
    if (bytes.startsWith("base64:") || bytes.contains('\0') || !isValidUtf8(bytes)) {
        out.append("base64:").append(bytes.toByteArray().toBase64());
        return;
    }
    bool needsQuotes = bytes.startsWith("\xEF\xBB\xBF") || bytes.startsWith(' ') || bytes.endsWith(' ');
    for (const char c : bytes)
        needsQuotes = needsQuotes || c == '"' || c == '\r' || c == '\n' || c == m_options.separator;
    if (!needsQuotes) {
        out.append(bytes);
        return;
    }
    out += '"';
    for (const char c : bytes) {
        if (c == '"')
            out += '"';
        out += c;
    }
    out += '"';
}

} // namespace Studio
