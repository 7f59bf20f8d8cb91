// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "session/jobs/jobtypes.h"

#include <QPointer>
#include <QWidget>

class QLabel;
class QProgressBar;
class QPushButton;

namespace Studio
{

struct AppContext;
class Job;
class Session;

/// Counts a selection for a dialog: progress with "Stop counting", then keys and bytes. Its job leaves the
/// list of jobs when it is over; when the field goes, it is canceled.
class CountField : public QWidget
{
    Q_OBJECT

public:
    CountField(AppContext &app, Session &session, KeySelection selection, QWidget *parent);
    ~CountField() override;

    void start();

    bool isCounting() const { return !m_job.isNull(); }
    /// Nothing is known before it has counted all, or when counting was stopped or failed.
    bool isExact() const { return m_exact; }
    qint64 keys() const { return m_keys; }
    qint64 bytes() const { return m_bytes; } ///< of values

signals:
    /// Also while it counts.
    void changed();

private:
    void refresh();
    void ended();

    Session &m_session;
    const KeySelection m_selection;
    QPointer<Job> m_job;
    QLabel *m_text;
    QProgressBar *m_bar;
    QPushButton *m_button;
    bool m_exact = false;
    qint64 m_keys = 0;
    qint64 m_bytes = 0;
    QString m_problem;
};

} // namespace Studio
