// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "transfer/exportwriter.h"

#include <utility>

#ifdef Q_OS_LINUX
#include <sys/resource.h>
#endif

namespace Studio
{

namespace
{

constexpr qsizetype keptRoom = 4 * 1024 * 1024;
constexpr size_t mostPieces = 4;
#ifdef Q_OS_LINUX
constexpr int threadNiceness = 5;
#endif

} // namespace

ExportWriter::ExportWriter(const RecordWriteOptions &options, std::unique_ptr<ExportSink> sink)
    : m_encoder(options)
    , m_sink(std::move(sink))
{
}

ExportWriter::~ExportWriter()
{
    {
        const std::scoped_lock lock(m_mutex);
        m_ending = true;
    }
    m_changed.notify_all();
    if (m_thread.joinable())
        m_thread.join();
}

void ExportWriter::run()
{
#ifdef Q_OS_LINUX
    // Of this thread only. Reading goes first: pieces can wait, the server's time not.
    ::setpriority(PRIO_PROCESS, 0, threadNiceness);
#endif
    std::unique_lock lock(m_mutex);
    for (;;) {
        m_changed.wait(lock, [this] { return m_ending || !m_pieces.empty(); });
        if (m_pieces.empty())
            return;
        QList<Hpkv::Record> records = std::move(m_pieces.front()); // the place stays until it is written
        const bool wasOk = m_ok;
        lock.unlock();
        const bool ok = wasOk && encode(records);
        lock.lock();
        m_spent.push_back(std::move(records));
        m_ok = ok;
        m_pieces.pop_front();
        m_changed.notify_all();
    }
}

bool ExportWriter::encode(const QList<Hpkv::Record> &records)
{
    m_bytes.resize(0); // keeps its room: for each piece anew the system would have to give and clear it
    for (const Hpkv::Record &record : records)
        m_encoder.append(m_bytes, record.key, record.value);
    const bool ok = m_sink->write(m_bytes);
    if (m_bytes.capacity() > keptRoom)
        m_bytes = QByteArray();
    return ok;
}

bool ExportWriter::settle()
{
    std::unique_lock lock(m_mutex);
    m_changed.wait(lock, [this] { return m_pieces.empty(); });
    return m_ok;
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
    std::vector<QList<Hpkv::Record>> spent; // goes where it was made: memory that changes threads is slow
    {
        std::unique_lock lock(m_mutex);
        m_changed.wait(lock, [this] { return m_pieces.size() < mostPieces; });
        if (!m_ok)
            return false;
        m_pieces.push_back(records);
        spent.swap(m_spent);
    }
    m_changed.notify_all();
    if (!m_thread.joinable())
        m_thread = std::thread([this] { run(); });
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
