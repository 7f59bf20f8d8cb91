// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>

namespace Studio
{

struct AppContext;
class Session;
class SessionPage;

/// Edits of one profile that outlived their tab or the program: says when there are any, and opens them all
/// (record.openKept).
class KeptEdits : public QObject
{
    Q_OBJECT

public:
    /// Looks for what copies that have ended left behind. Both must outlive it.
    KeptEdits(AppContext &app, SessionPage &page);
    /// Clears its notices.
    ~KeptEdits() override;

private:
    void refresh();
    void openAll();
    QString noticeId() const;
    QString context() const;

    AppContext &m_app;
    Session &m_session; ///< apart from the page, whose tabs may still go while it goes
    SessionPage &m_page;
    qsizetype m_count = 0; ///< offered when it was last said
};

} // namespace Studio
