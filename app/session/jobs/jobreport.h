// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "session/jobs/jobtypes.h"

#include <QByteArray>
#include <QString>

class QIODevice;

namespace Studio::JobReport
{

/// More failures than these are counted, not kept, so that a job that fails a million times costs no memory.
inline constexpr int mostFailures = 10'000;

/// Stable names, for files.
QString name(JobKind kind);
QString name(JobOperation operation);

/// One failure as a line of JSON with a line feed: key, operation, error, code, delivery, text. The key is
/// written without loss; see JobLine.
QByteArray line(const JobFailure &failure);

/// All failures of `result` as JSON Lines, and behind them one line that sums up (`"summary": true`). False
/// with `*problem` if the device does not take it.
bool write(QIODevice &device, JobKind kind, const JobResult &result, QString *problem = nullptr);

} // namespace Studio::JobReport
