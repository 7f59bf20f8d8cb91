// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "transfer/exportsink.h"
#include "transfer/recordencoder.h"

#include <hpkvqt/types.h>

#include <QList>

#include <condition_variable>
#include <deque>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

namespace Studio
{

/// Encodes records and writes them into a sink, on a thread of its own beside the one that reads them. A few
/// pieces may wait, so that neither stands still for the other, and no more, so that memory does not grow.
///
/// Used by one thread. Encoder and sink are touched by the writing thread while it has pieces, else by the
/// caller. After a failure every call fails, and problem() says why.
class ExportWriter
{
public:
    ExportWriter(const RecordWriteOptions &options, std::unique_ptr<ExportSink> sink);
    /// Waits for what is under way.
    ~ExportWriter();
    ExportWriter(const ExportWriter &) = delete;
    ExportWriter &operator=(const ExportWriter &) = delete;

    bool open();
    /// Waits while too many pieces wait. False: one before could not be written.
    bool write(const QList<Hpkv::Record> &records);
    /// Everything is written: it takes the place of what was there.
    bool commit();
    void discard();
    /// One sentence for a person.
    QString problem();

private:
    void run();
    bool encode(const QList<Hpkv::Record> &records);
    /// Waits until no piece is left.
    bool settle();

    RecordEncoder m_encoder;
    const std::unique_ptr<ExportSink> m_sink;
    QByteArray m_bytes; ///< of the piece that is being written

    std::mutex m_mutex; ///< for what follows
    std::condition_variable m_changed;
    std::deque<QList<Hpkv::Record>> m_pieces; ///< the first one is being written
    std::vector<QList<Hpkv::Record>> m_spent; ///< written; freed by the thread that made them
    bool m_ok = true;
    bool m_ending = false;
    std::thread m_thread; ///< from the first piece on
};

} // namespace Studio
