// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: MIT

#include "websocketlink.h"

#include "jsonscanner.h"
#include "logging.h"

#include <QMetaObject>
#include <QNetworkRequest>
#include <QRegularExpression>

#include <algorithm>

namespace Hpkv
{

namespace
{

/// As much of a refusal as is looked at.
constexpr qint64 refusalSize = 16 * 1024;
/// Far above the largest page of a range; a larger message ends the connection.
constexpr quint64 messageSize = 512ULL * 1024 * 1024;

} // namespace

WebSocketLink::WebSocketLink(LinkListener *listener)
    : Link(listener)
    , m_socket(QString(), QWebSocketProtocol::VersionLatest, this)
{
    connect(&m_socket, &QWebSocket::connected, this, &WebSocketLink::onConnected);
    connect(&m_socket, &QWebSocket::disconnected, this, &WebSocketLink::onDisconnected);
    connect(&m_socket, &QWebSocket::sslErrors, this, &WebSocketLink::onSslErrors);
#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
    connect(&m_socket, &QWebSocket::errorOccurred, this, &WebSocketLink::onError);
#else
    connect(&m_socket, qOverload<QAbstractSocket::SocketError>(&QWebSocket::error), this,
            &WebSocketLink::onError);
#endif
    connect(&m_socket, &QWebSocket::textMessageReceived, this, &WebSocketLink::onText);
    // The official client reads binary messages as text too.
    connect(&m_socket, &QWebSocket::binaryMessageReceived, this, [this](const QByteArray &bytes) {
        if (!m_ended)
            tell([&] { this->listener()->linkReceived(this, bytes); });
    });
    connect(&m_socket, &QWebSocket::pong, this, [this] {
        // QWebSocket's own figure has whole milliseconds.
        const qint64 microseconds = m_pinged.isValid() ? m_pinged.nsecsElapsed() / 1000 : 0;
        if (!m_ended)
            tell([&] { this->listener()->linkPong(this, microseconds); });
    });
}

WebSocketLink::~WebSocketLink()
{
    // What the socket still raises on its way out concerns nobody.
    m_socket.disconnect(this);
    m_socket.abort();
}

template <typename Call>
void WebSocketLink::tell(Call call)
{
    if (m_disposed)
        return;
    ++m_telling;
    call();
    // Not from within dispose(): an event loop that a slot has opened would destroy it under our feet.
    if (--m_telling == 0 && m_disposed)
        deleteLater();
}

void WebSocketLink::onText(const QString &text)
{
    if (m_ended)
        return;
    // All that the socket holds is raised in a row.
    if (m_inner && m_opened)
        beginSeries();
    tell([&] { listener()->linkReceived(this, text.toUtf8()); });
}

void WebSocketLink::onDrained()
{
    if (!series() || m_telling > 0)
        return;
    endSeries();
    if (!m_ended)
        tell([this] { listener()->linkDrained(this); });
}

void WebSocketLink::open(const LinkTarget &target)
{
    m_url = target.url;
    qCDebug(lcHpkvLink) << "opening" << redactedUrl(m_url);
    QNetworkRequest request(target.url);
    for (const auto &[name, value] : target.headers)
        request.setRawHeader(name, value);
    if (target.proxy)
        m_socket.setProxy(*target.proxy);
    m_socket.setSslConfiguration(target.tls);
    m_socket.setMaxAllowedIncomingMessageSize(
        std::min<quint64>(messageSize, QWebSocket::maxIncomingMessageSize()));
    m_socket.setMaxAllowedIncomingFrameSize(
        std::min<quint64>(messageSize, QWebSocket::maxIncomingFrameSize()));
    m_socket.open(request);
    m_inner = m_socket.findChild<QTcpSocket *>(QString(), Qt::FindDirectChildrenOnly);
    if (m_inner) {
        connect(m_inner, &QAbstractSocket::connected, this, [this] {
            if (m_inner && m_inner->isOpen() && !m_inner->isTransactionStarted())
                m_inner->startTransaction();
        });
        connect(m_inner, &QIODevice::readyRead, this, &WebSocketLink::onDrained);
    }
}

void WebSocketLink::onConnected()
{
    if (m_inner && m_inner->isTransactionStarted())
        m_inner->commitTransaction();
    if (m_disposed)
        return;
    if (m_ended)
        return;
    qCDebug(lcHpkvLink) << "open" << redactedUrl(m_url);
    m_opened = true;
    tell([this] { listener()->linkOpened(this); });
}

void WebSocketLink::onSslErrors(const QList<QSslError> &errors)
{
    QStringList texts;
    for (const QSslError &error : errors) {
        if (!texts.contains(error.errorString()))
            texts.append(error.errorString());
    }
    m_tlsProblem = texts.join(QStringLiteral(" "));
}

void WebSocketLink::onError(QAbstractSocket::SocketError error)
{
    if (m_ended || m_disposed)
        return;
    if (m_opened) {
        // After a close frame the state is no longer Connected: then this is the ordinary end of the TCP
        // connection.
        if (m_socket.state() != QAbstractSocket::ConnectedState)
            return;
        m_brokenText = m_socket.errorString();
        m_broken = true;
        // Others than this one need not be followed by `disconnected`, but nothing more can come of the line.
        if (error != QAbstractSocket::RemoteHostClosedError)
            end({LinkEnd::Cause::Closed, true, 0, 1006, m_brokenText});
        return;
    }
    LinkEnd result;
    result.text = m_socket.errorString();
    if (!m_tlsProblem.isEmpty() || error == QAbstractSocket::SslHandshakeFailedError
        || error == QAbstractSocket::SslInternalError || error == QAbstractSocket::SslInvalidUserDataError) {
        result.cause = LinkEnd::Cause::Tls;
        if (!m_tlsProblem.isEmpty())
            result.text = m_tlsProblem;
        end(std::move(result));
        return;
    }
    QByteArray head;
    if (m_inner && m_inner->isTransactionStarted()) {
        m_inner->rollbackTransaction();
        head = m_inner->peek(refusalSize);
    }
    QString serverText;
    int status = parseRefusal(head, &serverText);
    if (status == 0 && !m_inner)
        status = statusInText(result.text);
    if (status >= 300) {
        result.cause = LinkEnd::Cause::Refused;
        result.httpStatus = status;
        result.text = serverText;
    } else if (status > 0) {
        result.text = QStringLiteral("The server is no WebSocket server (HTTP %1)").arg(status);
    }
    end(std::move(result));
}

void WebSocketLink::onDisconnected()
{
    if (m_ended || m_disposed)
        return;
    if (!m_opened) {
        end({LinkEnd::Cause::Network, false, 0, 1006, QStringLiteral("The server ended the connection.")});
        return;
    }
    // QWebSocket says 1000 when no close frame came.
    int code = m_broken ? 1006 : m_socket.closeCode();
    QString reason = m_broken ? m_brokenText : m_socket.closeReason();
    if (m_closeCode != 0) {
        code = m_closeCode;
        reason = m_closeReason;
    }
    end({LinkEnd::Cause::Closed, true, 0, code, reason});
}

void WebSocketLink::end(LinkEnd end)
{
    if (m_ended || m_disposed)
        return;
    qCDebug(lcHpkvLink) << "ended" << redactedUrl(m_url) << "HTTP" << end.httpStatus << "close"
                        << end.closeCode;
    m_ended = true;
    // open() itself may fail at once.
    QMetaObject::invokeMethod(
        this, [this, end = std::move(end)] { tell([&] { listener()->linkEnded(this, end); }); },
        Qt::QueuedConnection);
}

bool WebSocketLink::canSend() const
{
    // The end is told from the event loop; until then the socket would complain of what is written to it.
    return !m_ended && m_socket.state() == QAbstractSocket::ConnectedState;
}

void WebSocketLink::send(const QByteArray &frame)
{
    if (!canSend())
        return;
    m_socket.sendTextMessage(QString::fromUtf8(frame));
}

void WebSocketLink::ping()
{
    if (!canSend())
        return;
    m_pinged.start();
    m_socket.ping();
}

void WebSocketLink::close(int code, const QString &reason)
{
    if (m_ended)
        return;
    m_closeCode = code;
    m_closeReason = reason;
    m_socket.close(static_cast<QWebSocketProtocol::CloseCode>(code), reason);
}

void WebSocketLink::dispose()
{
    if (m_disposed)
        return;
    m_disposed = true;
    dropListener();
    // Within its own signal the socket must not be destroyed: tell() does it.
    if (m_telling == 0)
        delete this;
}

int WebSocketLink::parseRefusal(const QByteArray &head, QString *text)
{
    if (!head.startsWith("HTTP/"))
        return 0;
    const qsizetype space = head.indexOf(' ');
    bool ok = false;
    const int status = space > 0 ? head.mid(space + 1, 3).toInt(&ok) : 0;
    if (!ok || status < 100 || status > 599)
        return 0;
    const qsizetype body = head.indexOf("\r\n\r\n");
    if (text && body > 0) {
        JsonScanner json(QByteArrayView(head).sliced(body + 4));
        QByteArrayView name;
        QByteArray value;
        json.enterObject();
        for (bool first = true; json.nextMember(first, name);) {
            if (name == "error" && json.peek() == JsonScanner::Type::String) {
                if (json.readString(value))
                    *text = QString::fromUtf8(value);
            } else {
                json.skip();
            }
        }
    }
    return status;
}

int WebSocketLink::statusInText(const QString &text)
{
    static const QRegularExpression number(QStringLiteral("(?<![0-9])[45][0-9][0-9](?![0-9])"));
    const QRegularExpressionMatch match = number.match(text);
    return match.hasMatch() ? match.captured().toInt() : 0;
}

} // namespace Hpkv
