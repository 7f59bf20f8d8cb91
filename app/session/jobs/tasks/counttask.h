// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "session/jobs/jobtask.h"
#include "session/jobs/selectionreader.h"

namespace Studio
{

/// Counts the keys of a selection and the bytes of their values: JobResult::done and bytes. Keys that do not
/// exist do not count.
class CountTask final : public JobTask
{
public:
    CountTask(JobContext &context, const KeySelection &selection);

    Step step() override;

private:
    void take(const SelectionReader::Piece &piece);

    JobContext &m_context;
    SelectionReader m_reader;
};

} // namespace Studio
