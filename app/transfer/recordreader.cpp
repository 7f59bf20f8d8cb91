// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "transfer/recordreader.h"

#include "transfer/csvreader.h"
#include "transfer/jsonlinesreader.h"
#include "transfer/jsonobjectreader.h"
#include "transfer/readertexts.h"

#include <QIODevice>
#include <QLocale>

#include <algorithm>

namespace Studio
{

namespace
{

constexpr qint64 ChunkBytes = 256 * 1024;

} // namespace

std::unique_ptr<RecordReader> RecordReader::create(RecordFormat format, QIODevice &device)
{
    return create(format, device, Limits());
}

std::unique_ptr<RecordReader> RecordReader::create(RecordFormat format, QIODevice &device,
                                                   const Limits &limits)
{
    switch (format) {
    case RecordFormat::JsonLines:
        return std::make_unique<JsonLinesReader>(device, limits);
    case RecordFormat::JsonObject:
        return std::make_unique<JsonObjectReader>(device, limits);
    case RecordFormat::Csv:
        break;
    }
    return std::make_unique<CsvReader>(device, limits);
}

RecordReader::RecordReader(QIODevice &device, const Limits &limits)
    : m_device(device)
    , m_limits(limits)
{
}

RecordReader::Item RecordReader::next()
{
    if (m_over)
        return m_last;
    if (!m_started) {
        m_started = true;
        const int first = peek();
        // UTF-16 and UTF-32 begin with FE FF or FF FE, which UTF-8 never does.
        if (first == 0xFE || first == 0xFF) {
            m_over = true;
            m_last = failed(ReaderTexts::tr("This file is not UTF-8. Save it as UTF-8 and try again."), 1);
            return m_last;
        }
        if (first == 0xEF && m_buffer.startsWith("\xEF\xBB\xBF")) {
            m_at += 3;
            m_taken += 3;
        }
    }
    Item item = read();
    m_position = m_taken;
    m_over = item.kind == Item::Kind::Failed || item.kind == Item::Kind::End;
    if (m_over)
        m_last = item;
    return item;
}

bool RecordReader::fill()
{
    if (m_failed)
        return false;
    m_buffer.resize(ChunkBytes);
    m_at = 0;
    const qint64 count = m_device.read(m_buffer.data(), ChunkBytes);
    m_buffer.resize(std::max<qint64>(count, 0));
    m_failed = count < 0;
    return count > 0;
}

/// The next byte; -1 as peek(). Counts lines: LF, CR or CR LF.
int RecordReader::take()
{
    const int c = peek();
    if (c < 0)
        return c;
    ++m_at;
    ++m_taken;
    if (c == '\r' || (c == '\n' && !m_lastWasReturn))
        ++m_line;
    m_lastWasReturn = c == '\r';
    return c;
}

RecordReader::Item RecordReader::problem(const QString &text, qint64 line, const QByteArray &key) const
{
    return {Item::Kind::Problem, {}, text, line, key};
}

RecordReader::Item RecordReader::failed(const QString &text, qint64 line) const
{
    return {Item::Kind::Failed, {}, text, line, {}};
}

RecordReader::Item RecordReader::endOrFailure() const
{
    if (!m_failed)
        return {};
    return failed(ReaderTexts::tr("The file cannot be read on: %1.").arg(m_device.errorString()), m_line);
}

RecordReader::Item RecordReader::tooLarge(qint64 line) const
{
    return problem(
        ReaderTexts::tr("This record is larger than %1.").arg(QLocale().formattedDataSize(limit())), line);
}

} // namespace Studio
