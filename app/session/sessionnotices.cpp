// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "session/sessionnotices.h"

namespace Studio
{

SessionNotices::SessionNotices(QString sessionId, const Profile &profile)
    : m_session(std::move(sessionId))
    , m_name(profile.name)
    , m_token(profile.credential == CredentialKind::Token)
{
}

QString SessionNotices::context() const
{
    return QStringLiteral("session/") + m_session;
}

QString SessionNotices::lineId() const
{
    return QStringLiteral("line/") + m_session;
}

QString SessionNotices::rateId() const
{
    return QStringLiteral("rate/") + m_session;
}

QString SessionNotices::watchId() const
{
    return QStringLiteral("watch/") + m_session;
}

QString SessionNotices::journalId() const
{
    return QStringLiteral("journal/") + m_session;
}

QString SessionNotices::historyId() const
{
    return QStringLiteral("history/") + m_session;
}

QString SessionNotices::certificateId() const
{
    return QStringLiteral("certificates/") + m_session;
}

Notice SessionNotices::make(const QString &id, Severity severity, const QString &title,
                            const QString &text) const
{
    Notice notice;
    notice.id = id;
    notice.severity = severity;
    notice.title = title;
    notice.text = text;
    notice.context = context();
    return notice;
}

QString SessionNotices::details(const Hpkv::Error &error) const
{
    QString text = error.kindName();
    if (error.code != 0)
        text += QStringLiteral(" (%1)").arg(error.code);
    if (!error.text.isEmpty())
        text += QStringLiteral(": ") + error.text;
    return text;
}

std::optional<Notice> SessionNotices::line(const SessionStatus &status) const
{
    switch (status.line) {
    case LineState::Closed:
    case LineState::Connecting:
    case LineState::Connected:
        return {};
    case LineState::Reconnecting: {
        Notice notice =
            make(lineId(), Severity::Warning, tr("No connection to %1").arg(m_name),
                 tr("What you see may be out of date until the connection is back. It is tried again by "
                    "itself, and nothing you typed is lost."));
        notice.details = details(status.lastError);
        notice.actionCommand = QStringLiteral("session.reconnect");
        notice.actionText = tr("Try now");
        return notice;
    }
    case LineState::Failed:
        break;
    }
    Notice notice = make(lineId(), Severity::Error, {}, {});
    notice.details = details(status.lastError);
    notice.actionCommand = QStringLiteral("session.edit");
    notice.actionText = tr("Edit connection");
    if (status.lastError.kind == Hpkv::ErrorKind::Authentication) {
        if (m_token) {
            notice.title = tr("%1 refuses the token").arg(m_name);
            notice.text =
                tr("It has expired or is not valid. Enter a new one to go on; nothing you typed is lost.");
        } else {
            notice.title = tr("%1 refuses the API key").arg(m_name);
            notice.text = tr("Check the key, and whether it belongs to this address.");
        }
    } else if (status.lastError.kind == Hpkv::ErrorKind::Configuration) {
        notice.title = tr("The address of %1 does not work").arg(m_name);
        notice.text = tr("There is no HPKV service at this address. Check the base URL.");
    } else {
        notice.title = tr("No connection to %1").arg(m_name);
        notice.text = tr("It is not tried again by itself.");
        notice.actionCommand = QStringLiteral("session.reconnect");
        notice.actionText = tr("Try now");
    }
    return notice;
}

std::optional<Notice> SessionNotices::rate(const SessionStatus &status) const
{
    if (status.pauseMs <= 0)
        return {};
    return make(
        rateId(), Severity::Warning, tr("%1 asks to slow down").arg(m_name),
        tr("More requests were sent than the rate limit allows. Requests wait for a moment and go on by "
           "themselves; nothing was lost."));
}

Notice SessionNotices::watchFailed(const Hpkv::Error &error) const
{
    Notice notice =
        make(watchId(), Severity::Warning, tr("Changes on %1 are not heard").arg(m_name),
             tr("The server gave no token for notifications. Browsing and editing work; what others "
                "change shows only when it is read again."));
    notice.details = details(error);
    return notice;
}

Notice SessionNotices::journalFailed(const QString &problem) const
{
    Notice notice = make(journalId(), Severity::Warning, tr("The journal of writes is not kept on disk"),
                         tr("Writes go on and can be undone until the program ends."));
    notice.details = problem;
    return notice;
}

Notice SessionNotices::historyPaused(const QString &problem) const
{
    Notice notice =
        make(historyId(), Severity::Warning, tr("Changes on %1 are not recorded").arg(m_name),
             tr("The history cannot be written. Everything else works; recording goes on by itself "
                "as soon as there is room, and the history shows what is missing as a gap."));
    notice.details = problem;
    return notice;
}

Notice SessionNotices::certificateFailed(const QString &problem) const
{
    return make(certificateId(), Severity::Warning,
                tr("The certificate authorities of %1 are not used").arg(m_name), problem);
}

} // namespace Studio
