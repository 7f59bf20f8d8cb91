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
    /// Sends a request whose answer, whatever it is, stands behind all that the connection had to say before.
    void probe(const Line &line, void (SubscriptionClientPrivate::*then)());
    void oldHasAnswered();
    void catchUp();
    void renewalFailed(const Error &error);
    void closeOld();
    void merge();
    void endPhases();

    QString m_token;
    std::optional<qint64> m_tokenTakenAt; ///< ms of the client's clock

    enum class Phase : quint8 {
        None,
        Opening, ///< a token is fetched, then m_next opened
        Both, ///< both are open; m_old is still to answer
        Closing, ///< m_old is closing
        CatchingUp ///< m_old is gone; the new one is still to answer
    };
    Phase m_phase = Phase::None;
    Line m_next; ///< being opened
    Line m_old; ///< still heard, no longer used
    Overlap m_overlap;
    quint64 m_renewal = 0; ///< number, so that late tokens and answers are told apart
    qint64 m_refreshAt = -1;
    qint64 m_phaseDeadline = -1; ///< when the phase ends at the latest
    qint64 m_oldQuietUntil = -1; ///< Both: it has answered; when it is closed
};

} // namespace Hpkv
