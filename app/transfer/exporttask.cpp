// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "transfer/exporttask.h"

#include "session/jobs/jobfile.h"

#include <utility>

namespace Studio
{

ExportTask::ExportTask(JobContext &context, const KeySelection &selection, const RecordWriteOptions &options,
                       std::unique_ptr<ExportSink> sink)
    : m_context(context)
    , m_reader(context, selection, [this](const SelectionReader::Piece &piece) { take(piece); })
    , m_encoder(options)
    , m_sink(std::move(sink))
{
}

JobTask::Step ExportTask::step()
{
    if (m_stopped || (!std::exchange(m_begun, true) && !begin()))
        return Step::Wait;
    const Step step = m_reader.step();
    if (step != Step::Done)
        return step;
    return finish() ? Step::Done : Step::Wait;
}

bool ExportTask::begin()
{
    m_context.beginPhase(JobPhase::Reading);
    if (!m_sink->open()) {
        stop();
        return false;
    }
    QByteArray bytes;
    m_encoder.begin(bytes);
    return put(bytes);
}

void ExportTask::take(const SelectionReader::Piece &piece)
{
    if (m_stopped)
        return;
    // The server works on the next page while this one is written.
    m_reader.step();
    QByteArray bytes;
    qint64 size = 0;
    for (const Hpkv::Record &record : piece.records)
        size += record.key.size() + record.value.size() + 32;
    bytes.reserve(size + size / 8);
    size = 0;
    for (const Hpkv::Record &record : piece.records) {
        m_encoder.append(bytes, record.key, record.value);
        size += record.value.size();
    }
    if (!put(bytes))
        return;
    m_records += piece.records.size();
    m_context.addDone(piece.records.size() + piece.absent.size() + piece.failures.size(), size);
    m_context.addSkipped(piece.absent.size());
    for (const JobFailure &failure : piece.failures) {
        if (!m_firstError.isError())
            m_firstError = failure.error;
        m_context.addFailure(failure);
    }
}

bool ExportTask::finish()
{
    if (m_records == 0 && m_firstError.isError()) {
        m_stopped = true;
        m_context.stop(m_firstError);
        return false;
    }
    QByteArray bytes;
    m_encoder.end(bytes);
    if (!put(bytes))
        return false;
    if (m_sink->commit())
        return true;
    stop();
    return false;
}

bool ExportTask::put(const QByteArray &bytes)
{
    if (m_sink->write(bytes))
        return true;
    stop();
    return false;
}

void ExportTask::stop()
{
    m_stopped = true;
    m_context.stop(fileError(m_sink->problem()));
}

void ExportTask::ended()
{
    m_sink->discard();
}

} // namespace Studio
