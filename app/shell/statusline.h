// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QPointer>
#include <QStatusBar>

#include <memory>

namespace Studio
{

struct AppContext;
class Session;

/// The status bar: the line of the current session on the left, its live traffic and what the current tab
/// says of itself on the right.
class StatusLine : public QStatusBar
{
    Q_OBJECT

public:
    explicit StatusLine(AppContext &app, QWidget *parent = nullptr);
    ~StatusLine() override;

    /// nullptr: nothing is open.
    void setSession(Session *session);
    /// Encoding and size of the current record, e.g. "UTF-8 · 412 bytes"; empty hides it.
    void setRecordText(const QString &text);
    /// What the state part says, for tests and the tour.
    QString stateText() const;

signals:
    /// The count of notices was clicked.
    void noticesRequested();
    /// The jobs that are under way were clicked.
    void jobsRequested();

private:
    void refresh();
    void refreshNotices();
    void refreshJobs();

    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace Studio
