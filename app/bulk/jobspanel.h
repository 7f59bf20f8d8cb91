// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

#include <memory>

namespace Studio
{

struct AppContext;
class JobActions;
class Job;
class Session;

/// The jobs of one session: how far each is, how it ended, and what can be done about that. What was
/// interrupted by the end of the program stands above them.
class JobsPanel : public QWidget
{
    Q_OBJECT

public:
    /// `actions` outlives it.
    JobsPanel(AppContext &app, Session &session, JobActions &actions, QWidget *parent = nullptr);
    ~JobsPanel() override;

    /// nullptr: none.
    Job *currentJob() const;
    void setCurrentJob(Job *job);

    /// Writes the failures of a job into a file; says in the panel if that fails.
    bool saveReport(Job *job, const QString &file);

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace Studio
