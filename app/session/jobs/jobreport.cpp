// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "session/jobs/jobreport.h"

#include "session/jobs/jobline.h"

#include <QIODevice>

namespace Studio::JobReport
{

QString name(JobKind kind)
{
    switch (kind) {
    case JobKind::Count:
        return QStringLiteral("count");
    case JobKind::Search:
        return QStringLiteral("search");
    case JobKind::Export:
        return QStringLiteral("export");
    case JobKind::Import:
        return QStringLiteral("import");
    case JobKind::Delete:
        return QStringLiteral("delete");
    case JobKind::Patch:
        return QStringLiteral("patch");
    case JobKind::Increment:
        return QStringLiteral("increment");
    case JobKind::Copy:
        return QStringLiteral("copy");
    case JobKind::Move:
        return QStringLiteral("move");
    case JobKind::Receive:
        return QStringLiteral("receive");
    case JobKind::TakeBack:
        return QStringLiteral("take back");
    }
    return {};
}

QString name(JobOperation operation)
{
    switch (operation) {
    case JobOperation::Read:
        return QStringLiteral("read");
    case JobOperation::Write:
        return QStringLiteral("write");
    case JobOperation::Delete:
        return QStringLiteral("delete");
    case JobOperation::Patch:
        return QStringLiteral("patch");
    case JobOperation::Increment:
        return QStringLiteral("increment");
    case JobOperation::Verify:
        return QStringLiteral("verify");
    case JobOperation::File:
        return QStringLiteral("file");
    }
    return {};
}

QByteArray line(const JobFailure &failure)
{
    JobLine line;
    line.text("key", failure.key)
        .text("operation", name(failure.operation).toUtf8())
        .text("error", failure.error.kindName().toUtf8())
        .number("code", failure.error.code)
        .text("delivery", Hpkv::Error::deliveryName(failure.error.delivery).toUtf8())
        .text("text", failure.error.text.toUtf8());
    return line.toLine();
}

bool write(QIODevice &device, JobKind kind, const JobResult &result, QString *problem)
{
    const auto put = [&](const QByteArray &bytes) {
        if (device.write(bytes) == bytes.size())
            return true;
        if (problem)
            *problem = device.errorString();
        return false;
    };
    for (const JobFailure &failure : result.failures) {
        if (!put(line(failure)))
            return false;
    }
    JobLine summary;
    summary.flag("summary", true)
        .text("job", name(kind).toUtf8())
        .number("done", result.done)
        .number("failed", result.failed)
        .number("skipped", result.skipped)
        .number("listed", result.failures.size());
    if (result.error.isError())
        summary.text("error", result.error.text.toUtf8());
    return put(summary.toLine());
}

} // namespace Studio::JobReport
