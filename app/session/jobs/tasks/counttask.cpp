// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "session/jobs/tasks/counttask.h"

namespace Studio
{

CountTask::CountTask(JobContext &context, const KeySelection &selection)
    : m_context(context)
    , m_reader(context, selection, [this](const SelectionReader::Piece &piece) { take(piece); })
{
}

JobTask::Step CountTask::step()
{
    m_context.setPhase(JobPhase::Counting);
    return m_reader.step();
}

void CountTask::take(const SelectionReader::Piece &piece)
{
    qint64 bytes = 0;
    for (const Hpkv::Record &record : piece.records)
        bytes += record.value.size();
    m_context.addDone(piece.records.size() + piece.failures.size(), bytes);
    for (const JobFailure &failure : piece.failures)
        m_context.addFailure(failure);
}

} // namespace Studio
