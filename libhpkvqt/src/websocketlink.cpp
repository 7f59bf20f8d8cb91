// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: MIT

#include "websocketlink.h"

#include "logging.h"

#include <QAbstractEventDispatcher>
#include <QMetaObject>
#include <QNetworkProxyFactory>
#include <QNetworkProxyQuery>
#include <QSslSocket>
#include <QTcpSocket>
#include <QThread>
#include <QTimerEvent>

#include <algorithm>
#include <utility>

namespace Hpkv
{

namespace
{

/// Far above the largest page of a range; a larger message ends the connection.
constexpr qsizetype messageSize = 512LL * 1024 * 1024;
constexpr qint64 readSize = 64LL * 1024;
/// More than this is not held back.
constexpr qsizetype gatheredSize = 64LL * 1024;
/// Who is told of a message of this size may take a while, so that what is sent meanwhile does not wait.
constexpr qsizetype longMessage = 32LL * 1024;
/// Reads in one call of the event loop; and how many calls go by before it is tried again whether more than
/// one is worth it.
constexpr int readsAtOnce = 32;
constexpr int readOnPause = 16;
/// When finished replies are worth an event that deletes them.
constexpr int binCount = 32;
constexpr qsizetype binBytes = 256LL * 1024;
constexpr int binTime = 50; // ms

/// The proxy that Qt itself would choose, so that it is known whether there is one.
QNetworkProxy resolvedProxy(const LinkTarget &target, quint16 port)
{
    if (target.proxy && target.proxy->type() != QNetworkProxy::DefaultProxy)
        return *target.proxy;
    const QNetworkProxyQuery query(target.url.host(), port, QString(), QNetworkProxyQuery::TcpSocket);
    const QList<QNetworkProxy> proxies = QNetworkProxyFactory::proxyForQuery(query);
    for (const QNetworkProxy &proxy : proxies) {
        if (proxy.type() == QNetworkProxy::NoProxy
            || proxy.capabilities().testFlag(QNetworkProxy::TunnelingCapability))
            return proxy;
    }
    return QNetworkProxy::NoProxy;
}

bool isTlsError(QAbstractSocket::SocketError error)
{
    return error == QAbstractSocket::SslHandshakeFailedError || error == QAbstractSocket::SslInternalError
        || error == QAbstractSocket::SslInvalidUserDataError;
}

} // namespace

WebSocketLink::WebSocketLink(LinkListener *listener)
    : Link(listener)
    , m_reader(messageSize)
{
}

WebSocketLink::~WebSocketLink()
{
    // What the socket still raises on its way out concerns nobody.
    if (m_socket)
        m_socket->disconnect(this);
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

void WebSocketLink::open(const LinkTarget &target)
{
    m_target = target;
    const QUrl &url = m_target.url;
    qCDebug(lcHpkvLink) << "opening" << redactedUrl(url);
    const bool isTls = url.scheme() == QLatin1StringView("wss");
    const auto port = quint16(url.port(isTls ? 443 : 80));
    const QNetworkProxy proxy = resolvedProxy(m_target, port);
    m_isDirect = !isTls && proxy.type() == QNetworkProxy::NoProxy;
    if (isTls) {
        auto socket = std::make_unique<QSslSocket>();
        socket->setSslConfiguration(m_target.tls);
        connect(socket.get(), &QSslSocket::encrypted, this,
                [this] { m_socket->write(m_upgrade.request(m_target)); });
        connect(socket.get(), &QSslSocket::sslErrors, this, &WebSocketLink::onSslErrors);
        socket->setProxy(proxy);
        QSslSocket *const opened = socket.get();
        m_socket = std::move(socket);
        connectSocket();
        opened->connectToHostEncrypted(url.host(), port);
    } else {
        m_socket = std::make_unique<QTcpSocket>();
        m_socket->setProxy(proxy);
        connect(m_socket.get(), &QAbstractSocket::connected, this,
                [this] { m_socket->write(m_upgrade.request(m_target)); });
        connectSocket();
        m_socket->connectToHost(url.host(), port);
    }
}

void WebSocketLink::connectSocket()
{
    connect(m_socket.get(), &QAbstractSocket::errorOccurred, this, &WebSocketLink::onSocketError);
    connect(m_socket.get(), &QIODevice::readyRead, this, [this] { onAnswer(false); });
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

void WebSocketLink::onSocketError(QAbstractSocket::SocketError error)
{
    if (m_ended || m_disposed || !m_socket)
        return;
    if (!m_tlsProblem.isEmpty() || isTlsError(error)) {
        LinkEnd result;
        result.cause = LinkEnd::Cause::Tls;
        result.text = m_tlsProblem.isEmpty() ? m_socket->errorString() : m_tlsProblem;
        end(std::move(result));
        return;
    }
    const QString text = m_socket->errorString();
    if (error == QAbstractSocket::RemoteHostClosedError)
        onAnswer(true);
    if (!m_ended && !m_stream)
        end({LinkEnd::Cause::Network, false, 0, Frames::CloseCode::Abnormal, text});
}

void WebSocketLink::onAnswer(bool isEnd)
{
    if (m_ended || m_disposed || !m_socket)
        return;
    m_answer += m_socket->readAll();
    const WebSocketUpgrade::Answer answer = m_upgrade.read(m_answer, isEnd);
    switch (answer.kind) {
    case WebSocketUpgrade::Answer::Kind::Incomplete:
        return;
    case WebSocketUpgrade::Answer::Kind::Accepted:
        m_answer.remove(0, answer.size);
        m_socket->disconnect(this);
        QMetaObject::invokeMethod(this, &WebSocketLink::takeOver, Qt::QueuedConnection);
        return;
    case WebSocketUpgrade::Answer::Kind::Refused:
        end({LinkEnd::Cause::Refused, false, answer.status, Frames::CloseCode::Abnormal, answer.text});
        return;
    case WebSocketUpgrade::Answer::Kind::NoWebSocket:
        end({LinkEnd::Cause::Network, false, 0, Frames::CloseCode::Abnormal, answer.text});
        return;
    }
}

void WebSocketLink::takeOver()
{
    if (m_ended || m_disposed)
        return;
    qCDebug(lcHpkvLink) << "open" << redactedUrl(m_target.url);
    // Frames may have come right behind the answer.
    m_reader.append(m_answer + m_socket->readAll());
    m_answer.clear();
    m_stream = ByteStream::take(std::move(m_socket), m_isDirect);
    m_stream->onReadable = [this] { onReadable(); };
    m_clock.start();
    if (QAbstractEventDispatcher *dispatcher = QAbstractEventDispatcher::instance()) {
        // What a slot sends before it opens an event loop of its own must leave as well.
        connect(dispatcher, &QAbstractEventDispatcher::aboutToBlock, this, &WebSocketLink::flush);
        connect(dispatcher, &QAbstractEventDispatcher::awake, this, &WebSocketLink::flush);
    }
    tell([this] { listener()->linkOpened(this); });
    if (!m_disposed)
        onReadable();
}

void WebSocketLink::onReadable()
{
    if (m_ended || m_disposed)
        return;
    int messages = deliver();
    // Several may have come while one was told, and asking for them costs less than another turn of the event
    // loop. Where requests go one by one it is asked in vain, so that it is tried only now and then.
    const bool readsOn = m_readOnPause == 0;
    if (!readsOn)
        --m_readOnPause;
    int reads = 0;
    while (!m_ended && !m_disposed) {
        const qint64 size = m_stream->read(m_reader.room(readSize), readSize);
        m_reader.filled(size);
        messages += deliver();
        ++reads;
        if (size == 0 && reads == 2)
            m_readOnPause = readOnPause;
        if (size == 0 || (size < readSize && (!readsOn || reads == readsAtOnce)))
            break;
        endSeriesIfDone();
    }
    if (!m_ended && !m_disposed && m_stream->hasEnded())
        endOpened(Frames::CloseCode::Abnormal, m_stream->endText());
    endSeriesIfDone();
    holdIfStream(messages);
}

int WebSocketLink::deliver()
{
    int messages = 0;
    while (!m_ended && !m_disposed) {
        const std::optional<FrameReader::Message> message = m_reader.next();
        if (!message)
            break;
        ++messages;
        handle(*message);
    }
    if (!m_ended && !m_disposed && m_reader.violation() != 0)
        onViolation();
    return messages;
}

void WebSocketLink::holdIfStream(int messages)
{
    if (!m_ended && !m_disposed && m_pacer.mayHold(m_clock.nsecsElapsed() / 1000, messages)
        && m_stream->hold(true))
        m_holdTimer.start(ReadPacer::holdTime, this);
}

void WebSocketLink::releaseHold()
{
    if (!m_holdTimer.isActive())
        return;
    m_holdTimer.stop();
    m_stream->hold(false);
}

void WebSocketLink::handle(const FrameReader::Message &message)
{
    switch (message.opcode) {
    case Frames::Opcode::Text:
    case Frames::Opcode::Binary: // which the official client reads as text too
        beginSeries();
        m_binBytes += message.payload.size();
        m_isLong = message.payload.size() > longMessage;
        tell([&] { listener()->linkReceived(this, message.payload); });
        m_isLong = false;
        break;
    case Frames::Opcode::Ping:
        if (canSend())
            write(Frames::Opcode::Pong, message.payload);
        break;
    case Frames::Opcode::Pong: {
        const qint64 microseconds = m_pinged.isValid() ? m_pinged.nsecsElapsed() / 1000 : 0;
        tell([&] { listener()->linkPong(this, microseconds); });
        break;
    }
    case Frames::Opcode::Close:
        onCloseFrame(message);
        break;
    case Frames::Opcode::Continuation: // never of a whole message
        break;
    }
}

void WebSocketLink::onCloseFrame(const FrameReader::Message &message)
{
    if (!m_isClosing) {
        const bool hasCode = message.closeCode != Frames::CloseCode::NoStatus;
        write(Frames::Opcode::Close, hasCode ? Frames::closePayload(message.closeCode, {}) : QByteArray());
        m_isClosing = true;
        flush();
    }
    endOpened(message.closeCode, QString::fromUtf8(message.payload));
}

void WebSocketLink::onViolation()
{
    if (!m_isClosing) {
        write(Frames::Opcode::Close, Frames::closePayload(m_reader.violation(), {}));
        m_isClosing = true;
        flush();
    }
    endOpened(m_reader.violation(), QStringLiteral("The server broke the WebSocket protocol"));
}

void WebSocketLink::endOpened(int code, const QString &reason)
{
    if (m_closeCode != 0)
        end({LinkEnd::Cause::Closed, true, 0, m_closeCode, m_closeReason});
    else
        end({LinkEnd::Cause::Closed, true, 0, code, reason});
}

void WebSocketLink::endSeriesIfDone()
{
    if (!series() || m_telling > 0)
        return;
    pauseSeries();
    flush(); // the server works while the bin is emptied
    emptyBinSometimes();
}

void WebSocketLink::emptyBinSometimes()
{
    if (bin().count() == 0) {
        m_binBytes = 0;
        return;
    }
    const int level = QThread::currentThread()->loopLevel();
    m_binLevel = m_binTimer.isActive() ? std::min(m_binLevel, level) : level;
    if (level <= m_binLevel && (bin().count() >= binCount || m_binBytes >= binBytes)) {
        m_binBytes = 0;
        bin().empty();
        m_binTimer.stop();
    } else if (!m_binTimer.isActive()) {
        m_binTimer.start(binTime, this);
    }
}

void WebSocketLink::timerEvent(QTimerEvent *event)
{
    if (event->timerId() == m_holdTimer.timerId()) {
        releaseHold();
        onReadable(); // at once, not when the event loop has looked again
        return;
    }
    if (event->timerId() != m_binTimer.timerId() || QThread::currentThread()->loopLevel() > m_binLevel)
        return;
    m_binTimer.stop();
    m_binBytes = 0;
    bin().empty();
}

void WebSocketLink::end(LinkEnd end)
{
    if (m_ended || m_disposed)
        return;
    qCDebug(lcHpkvLink) << "ended" << redactedUrl(m_target.url) << "HTTP" << end.httpStatus << "close"
                        << end.closeCode;
    m_ended = true;
    // open() itself may fail at once.
    QMetaObject::invokeMethod(
        this, [this, end = std::move(end)] { tell([&] { listener()->linkEnded(this, end); }); },
        Qt::QueuedConnection);
}

void WebSocketLink::write(Frames::Opcode opcode, QByteArrayView payload)
{
    Frames::append(m_out, opcode, payload, m_masks.generate());
    if (m_out.size() > gatheredSize || m_isLong) {
        flush();
    } else if (!series() && !m_flushPosted) {
        m_flushPosted = true;
        QMetaObject::invokeMethod(
            this,
            [this] {
                m_flushPosted = false;
                flush();
            },
            Qt::QueuedConnection);
    }
}

void WebSocketLink::flush()
{
    if (m_out.isEmpty() || !m_stream)
        return;
    m_stream->write(m_out);
    m_pacer.noteSent();
    releaseHold();
    if (m_out.capacity() > 2 * gatheredSize)
        m_out = QByteArray();
    else
        m_out.resize(0);
}

void WebSocketLink::send(const QByteArray &frame)
{
    if (canSend())
        write(Frames::Opcode::Text, frame);
}

void WebSocketLink::ping()
{
    if (!canSend())
        return;
    m_pinged.start();
    write(Frames::Opcode::Ping, {});
    flush();
}

void WebSocketLink::close(int code, const QString &reason)
{
    if (m_ended)
        return;
    m_closeCode = code;
    m_closeReason = reason;
    if (!m_stream) {
        end({LinkEnd::Cause::Network, false, 0, Frames::CloseCode::Abnormal,
             QStringLiteral("It was given up.")});
        return;
    }
    if (m_isClosing)
        return;
    write(Frames::Opcode::Close, Frames::closePayload(code, reason.toUtf8()));
    m_isClosing = true;
    flush();
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

} // namespace Hpkv
