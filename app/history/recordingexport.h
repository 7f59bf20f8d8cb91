// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "history/historyentry.h"

#include <QObject>
#include <QString>

#include <memory>

namespace Studio
{

class HistoryThread;

/// One row as a line of JSON, as hpkv-emulator replays it (see docs/emulator.md), without the line's end.
QByteArray recordingLine(const HistoryEntry &entry);

/// Writes rows into a file as JSON Lines, oldest first, piece by piece on the history's thread. The file is
/// there when all of it is. Goes with its parent; what it has not finished then is not there.
class RecordingExport : public QObject
{
    Q_OBJECT

public:
    /// `query`: scope and time; its order and bounds do not count.
    RecordingExport(HistoryThread &thread, const HistoryQuery &query, QString file,
                    QObject *parent = nullptr);
    ~RecordingExport() override;

    void start();

signals:
    /// Once. `problem` is empty when the file is there.
    void finished(qint64 rows, const QString &problem);

private:
    struct Private;
    std::shared_ptr<Private> d;
};

} // namespace Studio
