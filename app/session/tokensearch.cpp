// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "session/tokensearch.h"

#include <hpkvqt/tokenmanager.h>

namespace Studio
{

namespace
{

/// Whether the server does not like what was asked for, rather than who asks, how often, or at all.
bool isRefusal(const Hpkv::Error &error)
{
    return error.delivery == Hpkv::Delivery::Answered && (error.code == 400 || error.code == 422);
}

} // namespace

TokenSearch::TokenSearch(Hpkv::TokenManager &tokens, WatchPatterns patterns, const WatchPatterns &trusted,
                         QObject *parent)
    : QObject(parent)
    , m_tokens(tokens)
    , m_patterns(std::move(patterns))
    , m_trusted(trusted)
{
}

void TokenSearch::start()
{
    request(m_patterns);
}

void TokenSearch::request(const WatchPatterns &patterns)
{
    ++m_requests;
    Hpkv::TokenRequest request;
    for (const WatchPattern &pattern : patterns)
        request.subscribePatterns.append(pattern.toWire());
    // Notifications are not limited by the access pattern, and nothing is read or written through this
    // connection.
    request.accessPattern = QStringLiteral("^$");
    Hpkv::TokenReply *reply = m_tokens.generateToken(request);
    connect(reply, &Hpkv::TokenReply::finished, this,
            [this, reply, patterns] { answered(patterns, reply->token(), reply->error()); });
}

void TokenSearch::answered(const WatchPatterns &patterns, const QString &token, const Hpkv::Error &error)
{
    const bool isAll = !m_isSearching;
    if (!error.isError()) {
        if (isAll) {
            m_token = token;
            end({});
        } else {
            next();
        }
        return;
    }
    // What was found to be refused one by one was; all of the others together may be too many.
    if (!isRefusal(error) || m_requests >= mostRequests || (isAll && !m_refused.isEmpty())) {
        end(error);
        return;
    }
    if (isAll) {
        m_isSearching = true;
        m_error = error;
        suspect();
    } else if (patterns.size() == 1) {
        m_refused.append({patterns.constFirst(), error.text});
    } else {
        m_groups.append(patterns.first(patterns.size() / 2));
        m_groups.append(patterns.sliced(patterns.size() / 2));
    }
    next();
}

/// Of what is new, else of all.
void TokenSearch::suspect()
{
    WatchPatterns suspects;
    for (const WatchPattern &pattern : std::as_const(m_patterns)) {
        if (!m_trusted.contains(pattern))
            suspects.append(pattern);
    }
    m_groups = {suspects.isEmpty() ? m_patterns : suspects};
}

void TokenSearch::next()
{
    if (!m_groups.isEmpty()) {
        request(m_groups.takeLast());
        return;
    }
    m_isSearching = false;
    for (const RefusedPattern &refused : std::as_const(m_refused))
        m_patterns.removeAll(refused.pattern);
    if (m_refused.isEmpty() || m_patterns.isEmpty())
        end(m_error);
    else
        request(m_patterns);
}

void TokenSearch::end(const Hpkv::Error &error)
{
    m_error = error;
    emit finished();
    deleteLater();
}

} // namespace Studio
