// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "notices/notice.h"
#include "profiles/profile.h"
#include "session/sessiontypes.h"

#include <QCoreApplication>
#include <QString>
#include <QStringList>

#include <optional>

namespace Studio
{

/// The words of a session: what its states mean for the person. Pure.
class SessionNotices
{
    Q_DECLARE_TR_FUNCTIONS(Studio::SessionNotices)

public:
    SessionNotices(QString sessionId, const Profile &profile);

    QString context() const;
    QString lineId() const;
    QString rateId() const;
    QString watchId() const;
    QString journalId() const;
    QString historyId() const;
    QString certificateId() const;

    /// About the line; empty when there is nothing to say (then what was said before is mended).
    std::optional<Notice> line(const SessionStatus &status) const;
    /// About a pause after 429.
    std::optional<Notice> rate(const SessionStatus &status) const;
    Notice watchFailed(const Hpkv::Error &error) const;
    Notice journalFailed(const QString &problem) const;
    Notice historyPaused(const QString &problem) const;
    Notice certificateFailed(const QString &problem) const;

private:
    Notice make(const QString &id, Severity severity, const QString &title, const QString &text) const;
    QString details(const Hpkv::Error &error) const;

    QString m_session;
    QString m_name;
    bool m_token;
};

} // namespace Studio
