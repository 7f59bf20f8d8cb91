// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "transfer/csvreader.h"

#include "transfer/readertexts.h"

#include <optional>
#include <utility>

namespace Studio
{

namespace
{

constexpr qsizetype MostColumns = 10'000;

std::optional<QByteArray> bytesOf(const QByteArray &cell)
{
    return cell.startsWith("base64:") ? fromBase64(QByteArrayView(cell).sliced(7)) : cell;
}

} // namespace

bool CsvReader::isSeparator(int c) const
{
    // In the first line all are tried: names hold none of them.
    if (m_separator == 0)
        return c == ',' || c == ';' || c == '\t';
    return c == m_separator;
}

CsvReader::Row CsvReader::row()
{
    Row row;
    row.line = line();
    QByteArray cell;
    qint64 size = 0;
    enum class State { Begin, Plain, Quoted, QuoteInQuoted, Behind } state = State::Begin;
    for (;;) {
        const int c = take();
        const bool isLineEnd = c == '\n' || c == '\r' || c < 0;
        if (state == State::QuoteInQuoted && c != '"')
            state = State::Behind;
        if (state != State::Quoted && (isLineEnd || isSeparator(c))) {
            if (!isLineEnd && m_separator == 0)
                m_separator = char(c);
            // More cells than there are columns are a mistake however many they are.
            if (!row.isTooLarge && row.cells.size() <= (m_hasHead ? m_columns : MostColumns))
                row.cells.append(std::exchange(cell, {}));
            cell.clear();
            if (!isLineEnd) {
                row.isBlank = false;
                state = State::Begin;
                continue;
            }
            if (c == '\r' && peek() == '\n')
                take();
            row.isEnd = c < 0;
            return row;
        }
        if (c < 0) {
            row.isCut = true;
            row.isEnd = true;
            return row;
        }
        row.isBlank = false;
        if (++size > limit()) {
            // What is left of it is only looked through for its end.
            row.isTooLarge = true;
            cell.clear();
            row.cells.clear();
        }
        switch (state) {
        case State::Begin:
            if (c == '"') {
                state = State::Quoted;
                continue;
            }
            state = State::Plain;
            break;
        case State::Plain:
            break;
        case State::Quoted:
            if (c == '"') {
                state = State::QuoteInQuoted;
                continue;
            }
            break;
        case State::QuoteInQuoted:
            state = State::Quoted; // "" stands for one quote
            break;
        case State::Behind:
            row.hasStrayQuote = true;
            break;
        }
        if (!row.isTooLarge)
            cell.append(char(c));
    }
}

RecordReader::Item CsvReader::readHead()
{
    const Row head = row();
    if (hasFailed())
        return endOrFailure();
    m_hasHead = true;
    m_columns = head.cells.size();
    if (m_separator == 0)
        m_separator = ',';
    for (qsizetype i = 0; i < m_columns; ++i) {
        const QByteArray name = head.cells[i].trimmed().toLower();
        if (name == "key" && m_keyColumn < 0)
            m_keyColumn = i;
        if (name == "value" && m_valueColumn < 0)
            m_valueColumn = i;
    }
    if (m_keyColumn < 0 || m_valueColumn < 0)
        return failed(
            ReaderTexts::tr("The first line has to name the columns, “key” and “value” among them."),
            head.line);
    return {};
}

RecordReader::Item CsvReader::read()
{
    if (!m_hasHead) {
        if (Item head = readHead(); head.kind == Item::Kind::Failed)
            return head;
    }
    for (;;) {
        const Row found = row();
        if (hasFailed())
            return endOrFailure();
        if (found.isBlank && found.isEnd)
            return endOrFailure();
        if (!found.isBlank)
            return fromRow(found);
    }
}

RecordReader::Item CsvReader::fromRow(const Row &row) const
{
    if (row.isTooLarge)
        return tooLarge(row.line);
    if (row.isCut)
        return problem(
            ReaderTexts::tr("The quotes that open in this row are not closed up to the end of the file."),
            row.line);
    if (row.hasStrayQuote)
        return problem(
            ReaderTexts::tr("Text follows a closing quote. A quote inside quotes is written twice."),
            row.line);
    if (row.cells.size() != m_columns) {
        return problem(ReaderTexts::tr("This row has %1 cells, the first line has %2.")
                           .arg(row.cells.size())
                           .arg(m_columns),
                       row.line);
    }
    const auto key = bytesOf(row.cells[m_keyColumn]);
    if (!key)
        return problem(ReaderTexts::tr("The key is no Base64."), row.line);
    if (key->isEmpty())
        return problem(ReaderTexts::tr("The key is empty."), row.line);
    const auto value = bytesOf(row.cells[m_valueColumn]);
    if (!value)
        return problem(ReaderTexts::tr("The value is no Base64."), row.line, *key);
    Item item;
    item.kind = Item::Kind::Record;
    item.record = {*key, *value};
    item.line = row.line;
    return item;
}

} // namespace Studio
