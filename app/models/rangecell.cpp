// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/rangecell.h"

#include "json/exactdecimal.h"
#include "json/jsonpointer.h"
#include "json/jsonscanner.h"

#include <QtEndian>

namespace Studio
{

namespace
{

using Kind = RangeCell::Kind;

// The order of kinds.
enum : char { NumberMark = 1, TextMark, FalseMark, TrueMark, NullMark, ObjectMark, ArrayMark, BinaryMark };

/// Elements or members of an object or array.
qint64 countOf(QByteArrayView text)
{
    JsonScanner scanner(text);
    qint64 values = 0;
    for (JsonToken token = scanner.next(); token.kind != JsonTokenKind::End; token = scanner.next()) {
        if (token.kind == JsonTokenKind::Invalid)
            break;
        // A value that opens stands one level deeper already when its token is told.
        const bool opens =
            token.kind == JsonTokenKind::ObjectBegin || token.kind == JsonTokenKind::ArrayBegin;
        if ((opens && scanner.depth() == 2) || (token.isScalar() && scanner.depth() == 1))
            ++values;
    }
    return values;
}

/// Not translated: filters and saved queries hold them.
QByteArrayView typeWord(ValueType type)
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
    case ValueType::Unknown:
        break;
    }
    return {};
}

Kind kindOf(JsonTokenKind token)
{
    switch (token) {
    case JsonTokenKind::ObjectBegin:
        return Kind::Object;
    case JsonTokenKind::ArrayBegin:
        return Kind::Array;
    case JsonTokenKind::String:
        return Kind::JsonString;
    case JsonTokenKind::Number:
        return Kind::Number;
    case JsonTokenKind::True:
        return Kind::True;
    case JsonTokenKind::False:
        return Kind::False;
    case JsonTokenKind::Null:
        return Kind::Null;
    default:
        return Kind::Missing;
    }
}

/// What begins and ends with a quote is a JSON string only if nothing else is in between.
bool isOneJsonString(QByteArrayView text)
{
    JsonScanner scanner(text);
    return scanner.next().kind == JsonTokenKind::String && scanner.next().kind == JsonTokenKind::End;
}

} // namespace

QByteArray RangeCell::text() const
{
    switch (kind) {
    case Kind::JsonString:
        return unescapedJsonString(source);
    case Kind::Whole:
        return QByteArray::number(number);
    case Kind::Missing:
    case Kind::Unread:
        return {};
    default:
        return source.toByteArray();
    }
}

QByteArray RangeCell::numberText() const
{
    if (kind == Kind::Number)
        return source.toByteArray();
    return kind == Kind::Whole ? QByteArray::number(number) : QByteArray();
}

RangeCellReader::RangeCellReader(const QList<RangeColumn> &columns)
    : m_columns(columns)
{
    QList<QByteArray> pointers;
    for (const RangeColumn &column : columns) {
        if (!column.isJson()) {
            m_slots.push_back(-1);
            continue;
        }
        const qsizetype known = pointers.indexOf(column.pointer);
        m_slots.push_back(int(known < 0 ? pointers.size() : known));
        if (known < 0)
            pointers.append(column.pointer);
    }
    m_picker = JsonPicker(pointers);
}

void RangeCellReader::read(const Entry &entry)
{
    m_entry = &entry;
    m_picks.clear();
    if (m_picker.count() == 0 || !entry.hasValue)
        return;
    if (m_picker.isHopeless(entry.value) || !m_picker.pick(entry.value, m_picks))
        m_picks.clear();
}

RangeCell RangeCellReader::picked(const RangeColumn &column, int slot) const
{
    if (!m_entry->hasValue)
        return {Kind::Unread, {}, 0};
    if (size_t(slot) >= m_picks.size() || !m_picks[size_t(slot)].isFound())
        return {};
    const JsonPick &pick = m_picks[size_t(slot)];
    const RangeCell cell{kindOf(pick.kind), pick.in(m_entry->value), 0};
    if (column.kind != RangeColumn::Kind::Count)
        return cell;
    if (cell.kind != Kind::Object && cell.kind != Kind::Array)
        return {};
    return {Kind::Whole, {}, countOf(cell.source)};
}

RangeCell RangeCellReader::cell(int index) const
{
    const RangeColumn &column = m_columns[index];
    const EntryInfo &info = m_entry->info;
    switch (column.kind) {
    case RangeColumn::Kind::Key:
        return {Kind::Text, m_entry->key, 0};
    case RangeColumn::Kind::Value:
        return valueCell(*m_entry);
    case RangeColumn::Kind::Type:
        return info.type == ValueType::Unknown ? RangeCell{Kind::Unread, {}, 0}
                                               : RangeCell{Kind::Text, typeWord(info.type), 0};
    case RangeColumn::Kind::Size:
        return info.size < 0 ? RangeCell{Kind::Unread, {}, 0} : RangeCell{Kind::Whole, {}, info.size};
    case RangeColumn::Kind::Changed:
        return info.changedAt > 0 ? RangeCell{Kind::Whole, {}, info.changedAt} : RangeCell{};
    case RangeColumn::Kind::Member:
    case RangeColumn::Kind::Count:
        return picked(column, m_slots[size_t(index)]);
    }
    return {};
}

RangeCell valueCell(const Entry &entry)
{
    if (!entry.hasValue)
        return {Kind::Unread, {}, 0};
    const QByteArrayView text = QByteArrayView(entry.value).trimmed();
    switch (entry.info.type) {
    case ValueType::Number:
        return {Kind::Number, text, 0};
    case ValueType::String:
        return isOneJsonString(text) ? RangeCell{Kind::JsonString, text, 0}
                                     : RangeCell{Kind::Text, entry.value, 0};
    case ValueType::Boolean:
        return {text == "true" ? Kind::True : Kind::False, text, 0};
    case ValueType::Null:
        return {Kind::Null, text, 0};
    case ValueType::Object:
        return {Kind::Object, entry.value, 0};
    case ValueType::Array:
        return {Kind::Array, entry.value, 0};
    case ValueType::Binary:
        return {Kind::Binary, entry.value, 0};
    default:
        return {Kind::Text, entry.value, 0};
    }
}

void appendSortBytes(const RangeCell &cell, QByteArray &out)
{
    const auto add = [&out](char mark, QByteArrayView bytes) {
        out.append(mark);
        out.append(bytes);
    };
    switch (cell.kind) {
    case Kind::Number: {
        const qsizetype before = out.size();
        out.append(NumberMark);
        if (!appendJsonNumberSortKey(cell.source, out)) {
            out.truncate(before);
            add(TextMark, cell.source);
        }
        break;
    }
    case Kind::Whole: {
        // None of them is below zero.
        const quint64 big = qToBigEndian(quint64(cell.number));
        add(NumberMark, QByteArrayView(reinterpret_cast<const char *>(&big), sizeof big));
        break;
    }
    case Kind::JsonString:
        if (cell.source.contains('\\'))
            add(TextMark, unescapedJsonString(cell.source));
        else
            add(TextMark, cell.source.sliced(1, cell.source.size() - 2));
        break;
    case Kind::Text:
        add(TextMark, cell.source);
        break;
    case Kind::False:
        out.append(FalseMark);
        break;
    case Kind::True:
        out.append(TrueMark);
        break;
    case Kind::Null:
        out.append(NullMark);
        break;
    case Kind::Object:
        add(ObjectMark, cell.source);
        break;
    case Kind::Array:
        add(ArrayMark, cell.source);
        break;
    case Kind::Binary:
        add(BinaryMark, cell.source);
        break;
    case Kind::Missing:
    case Kind::Unread:
        break;
    }
}

} // namespace Studio
