// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "transfer/importrequest.h"

#include "session/jobs/jobline.h"

namespace Studio
{

namespace
{

QByteArray policyName(ImportPolicy policy)
{
    switch (policy) {
    case ImportPolicy::Skip:
        return "skip";
    case ImportPolicy::Replace:
        return "replace";
    case ImportPolicy::Patch:
        break;
    }
    return "patch";
}

} // namespace

QByteArray toText(const ImportRequest &request)
{
    return JobLine()
        .text("file", request.file.toUtf8())
        .text("format", fileSuffix(request.format).toUtf8())
        .text("policy", policyName(request.policy))
        .text("prefix", request.prefix)
        .toLine()
        .trimmed();
}

std::optional<ImportRequest> importRequestFrom(const QByteArray &text)
{
    const std::optional<JobLine> line = JobLine::fromLine(text);
    const std::optional<QByteArray> file = line ? line->text("file") : std::nullopt;
    if (!file)
        return {};
    ImportRequest request;
    request.file = QString::fromUtf8(*file);
    request.dryRun = false;
    const auto format =
        formatOfFile(QStringLiteral("x.") + QString::fromUtf8(line->text("format").value_or("")));
    if (!format)
        return {};
    request.format = *format;
    const QByteArray policy = line->text("policy").value_or("");
    for (const ImportPolicy each : {ImportPolicy::Replace, ImportPolicy::Patch}) {
        if (policyName(each) == policy)
            request.policy = each;
    }
    request.prefix = line->text("prefix").value_or("");
    return request;
}

} // namespace Studio
