// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "session/watchpattern.h"

#include <QObject>

#include <hpkvqt/error.h>

namespace Hpkv
{
class TokenManager;
}

namespace Studio
{

/// A token for as many of some patterns as the server takes. It refuses a token as a whole, so which pattern
/// it does not like is found by halving. Deletes itself after finished().
class TokenSearch : public QObject
{
    Q_OBJECT

public:
    /// `trusted` were in a token before: the others are suspected first.
    TokenSearch(Hpkv::TokenManager &tokens, WatchPatterns patterns, const WatchPatterns &trusted,
                QObject *parent);

    void start();

    const QString &token() const { return m_token; }
    /// Why there is no token.
    const Hpkv::Error &error() const { return m_error; }
    /// What the token hears.
    const WatchPatterns &patterns() const { return m_patterns; }
    const QList<RefusedPattern> &refused() const { return m_refused; }

    /// Tokens that are asked for at most; then the error stands for all of them.
    static constexpr int mostRequests = 40;

signals:
    void finished();

private:
    void request(const WatchPatterns &patterns);
    void answered(const WatchPatterns &patterns, const QString &token, const Hpkv::Error &error);
    void suspect();
    void next();
    void end(const Hpkv::Error &error);

    Hpkv::TokenManager &m_tokens;
    WatchPatterns m_patterns;
    WatchPatterns m_trusted;
    QList<WatchPatterns> m_groups; ///< each may hold one that is refused
    QList<RefusedPattern> m_refused;
    QString m_token;
    Hpkv::Error m_error;
    int m_requests = 0;
    bool m_isSearching = false;
};

} // namespace Studio
