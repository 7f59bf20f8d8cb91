// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: MIT

#pragma once

#include "replybin.h"

#include <hpkvqt/error.h>

#include <QByteArray>
#include <QList>
#include <QNetworkProxy>
#include <QPair>
#include <QSslConfiguration>
#include <QString>
#include <QUrl>

#include <optional>

namespace Hpkv
{

/// Where an attempt goes. The URL holds the credential: never print it, see redactedUrl().
struct LinkTarget {
    QUrl url;
    QList<QPair<QByteArray, QByteArray>> headers;
    QSslConfiguration tls;
    std::optional<QNetworkProxy> proxy;
};

/// How an attempt or a connection ended.
struct LinkEnd {
    enum class Cause : quint8 {
        Closed, ///< after a closing handshake, or without one (code 1006)
        Refused, ///< the upgrade was refused with an HTTP status
        Network, ///< no connection to the host, or no WebSocket on the other side
        Tls,
        BadAddress ///< nothing was tried
    };

    Cause cause = Cause::Network;
    bool opened = false; ///< it had been open before
    int httpStatus = 0; ///< Refused
    int closeCode = 1006;
    QString text; ///< reason of the close, the server's words, or the system's

    bool operator==(const LinkEnd &) const = default;
};

/// What the end means for the client: its kind decides about another attempt.
Error toError(const LinkEnd &end);

class Link;

/// Hears of one link. Every call comes from the event loop, never from within a call of the link's functions.
class LinkListener
{
public:
    virtual void linkOpened(Link *link) = 0;
    virtual void linkReceived(Link *link, const QByteArray &frame) = 0;
    /// \param microseconds since the ping left
    virtual void linkPong(Link *link, qint64 microseconds) = 0;
    /// Exactly once for each open(); nothing comes behind it.
    virtual void linkEnded(Link *link, const LinkEnd &end) = 0;

protected:
    ~LinkListener() = default;
};

/// One attempt to connect, and the connection if it succeeds. Not used again.
class Link
{
public:
    explicit Link(LinkListener *listener)
        : m_listener(listener)
    {
    }
    virtual ~Link() = default;
    Q_DISABLE_COPY_MOVE(Link)

    virtual void open(const LinkTarget &target) = 0;
    /// A text message; UTF-8. Only while open.
    virtual void send(const QByteArray &frame) = 0;
    virtual void ping() = 0;
    /// Begins the closing handshake; linkEnded() follows, or not if the other side is silent.
    virtual void close(int code, const QString &reason) = 0;
    /// Cuts the connection and destroys the link, now or when control is back in the event loop. Nothing is
    /// told any more. The only way to end a link's life.
    virtual void dispose() = 0;

    /// Frames that have come together are told one after another from one call of the event loop. Meanwhile,
    /// the bin for the replies that end with them; otherwise null. As long as a call to the listener is under
    /// way it may be used, even if the link was disposed of within.
    ReplyBin *series() { return m_inSeries ? &m_bin : nullptr; }

protected:
    LinkListener *listener() const { return m_listener; }
    void dropListener() { m_listener = nullptr; }
    void beginSeries() { m_inSeries = true; }
    /// Only when no call to the listener is under way. Tells nobody.
    void endSeries()
    {
        pauseSeries();
        m_bin.empty();
    }
    /// The same, but the replies stay in the bin for those of the next series.
    void pauseSeries() { m_inSeries = false; }
    ReplyBin &bin() { return m_bin; }

private:
    LinkListener *m_listener;
    ReplyBin m_bin;
    bool m_inSeries = false;
};

} // namespace Hpkv
