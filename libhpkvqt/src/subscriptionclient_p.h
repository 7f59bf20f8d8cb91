// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: MIT

#pragma once

#include "clientprivate.h"
#include "overlap.h"

#include <hpkvqt/subscriptionclient.h>

#include <optional>

namespace Hpkv
{

/// Adds the token and its renewal: a second connection is opened, calls go over to it, and the old one is
/// closed when it has answered once more and been quiet for a while. Notifications of both are merged by
/// Overlap.
class SubscriptionClientPrivate final : public ClientPrivate
{
public:
    SubscriptionClientPrivate(const ConnectionConfig &config_, const QString &token_,
                              SubscriptionClient::TokenProvider provider_,
                              std::unique_ptr<Environment> environment_ = {});

    void setToken(const QString &token);
    void renew();
    void refreshIntervalChanged();

    SubscriptionClient::TokenProvider provider;
    qint64 refreshInterval;
    qint64 expiresAt = 0; ///< ms since 1970

protected:
    void fetchCredential(bool fresh, const CredentialCallback &done) override;
    bool canRefreshCredential() const override { return static_cast<bool>(provider); }
    void applyCredential(LinkTarget &target, const QString &secret) const override;
    void deliver(const Line &line, Notification &&notification) override;
    void otherOpened(Link *link) override;
    void otherEnded(Link *link, const LinkEnd &end) override;
    Line *otherLine(Link *link) override;
    void otherWake(qint64 now) override;
    qint64 otherNext() const override;
    void dropOthers(PendingList &lost) override;
    void lineIsLost() override;
    void sessionBegan() override;

private:
    SubscriptionClient *client() const { return static_cast<SubscriptionClient *>(q); }
    void noteToken();
    void probeOld();
    void renewalFailed(const Error &error);
    void closeOld();
    void mergeAndEnd();

    QString m_token;
    std::optional<qint64> m_tokenTakenAt; ///< ms of the client's clock

    // Renewal
    Line m_next; ///< being opened
    Line m_old; ///< still heard, no longer used
    Overlap m_overlap;
    quint64 m_renewal = 0; ///< number, so that late tokens are told apart
    bool m_renewing = false;
    qint64 m_refreshAt = -1;
    qint64 m_nextDeadline = -1; ///< for the token, then for opening
    qint64 m_oldDeadline = -1; ///< when the old connection is closed whether it has answered or not
    qint64 m_oldQuietUntil = -1; ///< it has answered; when it is closed
    qint64 m_oldCloseDeadline = -1; ///< the closing handshake is under way
};

} // namespace Hpkv
