// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "transfer/exportsink.h"
#include "transfer/recordencoder.h"

#include <hpkvqt/types.h>

#include <QList>

#include <functional>
#include <future>
#include <memory>

namespace Studio
{

/// Encodes records and writes them into a sink, beside the thread that reads them: one piece is under way
/// while the next one is read, and no more, so that memory does not grow.
///
/// Used by one thread. Encoder and sink are touched by the piece under way only, or while there is none.
/// After a failure every call fails, and problem() says why.
class ExportWriter
{
public:
    ExportWriter(const RecordWriteOptions &options, std::unique_ptr<ExportSink> sink);
    /// Waits for the piece under way.
    ~ExportWriter();
    ExportWriter(const ExportWriter &) = delete;
    ExportWriter &operator=(const ExportWriter &) = delete;

    bool open();
    /// Waits for the piece before. True says that that one is written.
    bool write(const QList<Hpkv::Record> &records);
    /// Everything is written: it takes the place of what was there.
    bool commit();
    void discard();
    /// One sentence for a person.
    QString problem();

private:
    bool settle();
    void begin(std::function<bool()> piece);

    RecordEncoder m_encoder;
    const std::unique_ptr<ExportSink> m_sink;
    std::future<bool> m_piece;
    QByteArray m_bytes; ///< of the piece under way
    bool m_ok = true;
};

} // namespace Studio
