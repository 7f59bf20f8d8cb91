// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "session/jobs/jobtask.h"
#include "session/jobs/selectionreader.h"
#include "transfer/exportwriter.h"

#include <memory>

namespace Studio
{

/// Writes the records of a selection into a file, page by page: what is read goes out at once, so that memory
/// does not grow with the store. While a page is written, the next one is read.
///
/// Keys that cannot be read are failures of the job and missing in the file; where nothing at all can be
/// read, the job stops and there is no file. Single keys that do not exist are left out.
class ExportTask final : public JobTask
{
public:
    ExportTask(JobContext &context, const KeySelection &selection, const RecordWriteOptions &options,
               std::unique_ptr<ExportSink> sink);

    Step step() override;
    void ended() override;

private:
    bool begin();
    void take(const SelectionReader::Piece &piece);
    bool finish();
    void stop();

    JobContext &m_context;
    SelectionReader m_reader;
    ExportWriter m_writer;
    Hpkv::Error m_firstError;
    qint64 m_records = 0;
    bool m_begun = false;
    bool m_stopped = false;
};

} // namespace Studio
