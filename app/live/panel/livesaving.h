// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "live/liveexport.h"
#include "session/latestjob.h"

#include <QObject>

#include <deque>

namespace Studio
{

class NoticeCenter;

/// Rows of the live panel into a file that the person chooses, written beside the window's thread. A notice
/// says how it ended.
class LiveSaving : public QObject
{
    Q_OBJECT

public:
    LiveSaving(NoticeCenter &notices, QString sessionId, QWidget *panel);

    void ask(std::function<std::deque<SharedLiveNote>()> rows);
    /// The format goes by the name: CSV for ".csv", else JSON Lines.
    void save(const std::deque<SharedLiveNote> &rows, const QString &file);
    bool isRunning() const { return m_total > 0; }

signals:
    /// From 0 to 100; 100 when it has ended.
    void progress(int percent);

private:
    void ended(const LiveExport::Result &result, const QString &file);

    NoticeCenter &m_notices;
    const QString m_session;
    QWidget *m_panel;
    LatestJob<LiveExport::Result> m_job;
    qint64 m_total = 0;
};

} // namespace Studio
