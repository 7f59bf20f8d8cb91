// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "history/historyentry.h"
#include "history/historywriter.h"

#include <QObject>

#include <memory>

namespace Studio
{

class HistoryThread;
class KeyspaceMirror;

/// Follows what a mirror hears and has it kept. Lives on the window's thread, where a notification costs it
/// next to nothing: what it means is worked out on the history's thread.
class HistoryRecorder : public QObject
{
    Q_OBJECT

public:
    explicit HistoryRecorder(HistoryThread &thread, QObject *parent = nullptr);
    ~HistoryRecorder() override;

    void follow(KeyspaceMirror *mirror);
    /// Notifications arrive (again), or no longer.
    void lineUp(qint64 at);
    void lineDown(qint64 at);
    /// What was missed meanwhile has been read.
    void caughtUp();

    void setLimits(const HistoryLimits &limits);
    /// Which keys are recorded; none: all that is heard. It is called on the history's thread and takes along
    /// all that it needs.
    void setFilter(HistoryFilter filter);

    const HistoryStatus &status() const;

signals:
    void statusChanged();
    /// Recording paused (`problem` says why) or goes on (it is empty).
    void problemChanged(const QString &problem);

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace Studio
