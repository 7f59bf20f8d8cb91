// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "history/historyentry.h"
#include "history/historyfile.h"
#include "history/historyqueries.h"
#include "history/historywriter.h"

#include <QList>
#include <QObject>
#include <QString>

#include <chrono>
#include <functional>
#include <memory>

namespace Studio
{

struct Heard;

/// How a history is kept.
struct HistoryOptions {
    QString file; ///< empty: in memory
    HistoryLimits limits;
    std::chrono::milliseconds retry{5000}; ///< after a failure to write, and to look for what is too old
    std::chrono::milliseconds gather{250}; ///< what comes within so long is written at once
    int mostWaiting = 1'000'000; ///< notifications that wait to be written; beyond it they are lost
};

/// The thread that a history's file lives on. What it is asked and what it answers pass through mailboxes, in
/// order. Lives on the window's thread.
class HistoryThread : public QObject
{
    Q_OBJECT

public:
    /// What lives on the thread itself.
    struct Desk {
        HistoryFile &file;
        HistoryWriter &writer;
        HistoryQueries *queries; ///< nullptr while the file is not open
    };
    using Task = std::function<void(Desk &)>;

    explicit HistoryThread(HistoryOptions options, QObject *parent = nullptr);
    /// Waits until what was asked is written.
    ~HistoryThread() override;

    const HistoryOptions &options() const;
    const HistoryStatus &status() const;

    /// Constant work here, however many there are.
    void record(const QList<Heard> &heard, int notifications);
    void lineUp(qint64 at);
    void lineDown(qint64 at);
    void setLimits(const HistoryLimits &limits);
    void setFilter(HistoryFilter filter);
    void clear();

    /// Runs `task` on the thread.
    void ask(Task task);
    /// From a task: runs `answer` on the window's thread.
    void answer(std::function<void()> answer);

signals:
    /// Something was recorded, or recording paused or goes on.
    void statusChanged();
    void cleared();

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace Studio
