// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "transfer/transfers.h"

#include "transfer/exporttask.h"
#include "transfer/importtask.h"

namespace Studio::Transfers
{

JobSpec exportTo(const QString &file, const KeySelection &selection, const RecordWriteOptions &options)
{
    JobSpec spec;
    spec.kind = JobKind::Export;
    spec.selection = selection;
    spec.target = file;
    spec.make = [file, selection, options](JobContext &context) {
        return std::make_unique<ExportTask>(context, selection, options, std::make_unique<ExportFile>(file));
    };
    // A file is whole or not at all: what is missing in it is not added later.
    spec.retry = [file, selection, options](const QList<QByteArray> &) {
        return exportTo(file, selection, options);
    };
    return spec;
}

JobSpec importFrom(const ImportRequest &request, bool confirmed)
{
    JobSpec spec;
    spec.kind = JobKind::Import;
    spec.target = request.file;
    spec.file = request.undoFile;
    spec.writes = !request.dryRun;
    spec.confirmed = confirmed;
    spec.make = [request](JobContext &context) { return std::make_unique<ImportTask>(context, request); };
    spec.retry = [request, confirmed](const QList<QByteArray> &keys) {
        ImportRequest again = request;
        again.only = keys;
        again.skip = 0;
        again.undoFile.clear();
        again.total.reset();
        return importFrom(again, confirmed);
    };
    if (!request.dryRun) {
        spec.goOn = [request, confirmed](const QString &undoFile) {
            ImportRequest rest = request;
            rest.undoFile = undoFile;
            return importFrom(rest, confirmed);
        };
    }
    return spec;
}

std::optional<JobSpec> goOn(const InterruptedJob &job, bool confirmed)
{
    std::optional<ImportRequest> request = importRequestFrom(job.header.request);
    if (!request)
        return {};
    request->undoFile = job.file;
    return importFrom(*request, confirmed);
}

} // namespace Studio::Transfers
