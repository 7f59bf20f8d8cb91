// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "session/jobs/jobfile.h"

#include <QList>
#include <QString>

namespace Studio
{

/// A copy, move or import that ended with its program, or with its session, before it was through.
struct InterruptedJob {
    QString file;
    JobFileHeader header;
};

/// The files that jobs have left in a folder. Reads and deletes files, so not for the window's thread.
namespace JobFolder
{

/// Copies, moves and imports that can go on or be taken back, the oldest first. Those that a job has open, in
/// whatever process, are none.
QList<InterruptedJob> interrupted(const QString &folder);

/// Deletes files that nobody needs any more: those older than `keptDays`. Those of interrupted jobs stay.
void tidy(const QString &folder, qint64 now);

/// The interrupted job is not to be offered again; its file stays as any undo file.
bool dismiss(const QString &file, QString *problem);

inline constexpr int keptDays = 7;

} // namespace JobFolder
} // namespace Studio
