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
    , m_writer(options, std::move(sink))
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
    if (m_writer.open())
        return true;
    stop();
    return false;
}

void ExportTask::take(const SelectionReader::Piece &piece)
{
    if (m_stopped)
        return;
    // The server works on the next page while this one is written.
    m_reader.step();
    if (!m_writer.write(piece.records)) {
        stop();
        return;
    }
    qint64 size = 0;
    for (const Hpkv::Record &record : piece.records)
        size += record.value.size();
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
    if (m_writer.commit())
        return true;
    stop();
    return false;
}

void ExportTask::stop()
{
    m_stopped = true;
    m_context.stop(fileError(m_writer.problem()));
}

void ExportTask::ended()
{
    m_writer.discard();
}

} // namespace Studio
