// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "transfer/exportwriter.h"

#include <utility>

namespace Studio
{

namespace
{

constexpr qsizetype keptRoom = 4 * 1024 * 1024;

} // namespace

ExportWriter::ExportWriter(const RecordWriteOptions &options, std::unique_ptr<ExportSink> sink)
    : m_encoder(options)
    , m_sink(std::move(sink))
{
}

ExportWriter::~ExportWriter()
{
    settle();
}

bool ExportWriter::settle()
{
    if (m_piece.valid())
        m_ok = m_piece.get() && m_ok;
    return m_ok;
}

void ExportWriter::begin(std::function<bool()> piece)
{
    m_piece = std::async(std::launch::async, std::move(piece));
}

bool ExportWriter::open()
{
    QByteArray bytes;
    m_encoder.begin(bytes);
    m_ok = m_sink->open() && m_sink->write(bytes);
    return m_ok;
}

bool ExportWriter::write(const QList<Hpkv::Record> &records)
{
    if (!settle())
        return false;
    begin([this, records] {
        m_bytes.resize(0); // keeps its room: for each piece anew the system would have to give and clear it
        for (const Hpkv::Record &record : records)
            m_encoder.append(m_bytes, record.key, record.value);
        const bool ok = m_sink->write(m_bytes);
        if (m_bytes.capacity() > keptRoom)
            m_bytes = QByteArray();
        return ok;
    });
    return true;
}

bool ExportWriter::commit()
{
    if (!settle())
        return false;
    QByteArray bytes;
    m_encoder.end(bytes);
    m_ok = m_sink->write(bytes) && m_sink->commit();
    return m_ok;
}

void ExportWriter::discard()
{
    settle();
    m_sink->discard();
}

QString ExportWriter::problem()
{
    settle();
    return m_sink->problem();
}

} // namespace Studio
