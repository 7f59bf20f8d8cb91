// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: MIT

#pragma once

#include "bytestream.h"
#include "link.h"
#include "readpacer.h"
#include "websocketframes.h"
#include "websocketupgrade.h"

#include <QAbstractSocket>
#include <QBasicTimer>
#include <QElapsedTimer>
#include <QObject>
#include <QRandomGenerator>
#include <QSslError>

#include <memory>

QT_BEGIN_NAMESPACE
class QTcpSocket;
QT_END_NAMESPACE

namespace Hpkv
{

/// Link on a TCP or TLS socket, with the WebSocket protocol of its own: see "Why not QWebSocket" in
/// docs/architecture-library.md.
///
/// What is sent is gathered until the event loop turns or the frames that have come together are told.
class WebSocketLink final : public QObject, public Link
{
    Q_OBJECT

public:
    explicit WebSocketLink(LinkListener *listener);
    ~WebSocketLink() override;

    void open(const LinkTarget &target) override;
    void send(const QByteArray &frame) override;
    void ping() override;
    void close(int code, const QString &reason) override;
    void dispose() override;

protected:
    void timerEvent(QTimerEvent *event) override;

private:
    bool canSend() const { return m_stream && !m_ended && !m_isClosing; }
    void connectSocket();
    void onSslErrors(const QList<QSslError> &errors);
    void onSocketError(QAbstractSocket::SocketError error);
    /// Reads what there is of the answer to the upgrade.
    void onAnswer(bool isEnd);
    /// Goes on with the connection in a ByteStream; not from within a signal of the socket.
    void takeOver();
    void onReadable();
    /// Tells the messages that are there as a whole. \return how many
    int deliver();
    /// Lets a stream of messages gather for a moment.
    void holdIfStream(int messages);
    void releaseHold();
    void handle(const FrameReader::Message &message);
    void onCloseFrame(const FrameReader::Message &message);
    void onViolation();
    void endSeriesIfDone();
    /// Where requests go one by one, a series is one reply: so the bin is emptied when it is worth an event,
    /// or soon.
    void emptyBinSometimes();
    void write(Frames::Opcode opcode, QByteArrayView payload);
    void flush();
    /// Tells the end, once and from the event loop.
    void end(LinkEnd end);
    /// The end of a connection that had been open.
    void endOpened(int code, const QString &reason);
    /// Calls the listener, which may dispose of this link.
    template <typename Call>
    void tell(Call call);

    LinkTarget m_target;
    WebSocketUpgrade m_upgrade;
    std::unique_ptr<QTcpSocket> m_socket; ///< until it is open
    std::unique_ptr<ByteStream> m_stream; ///< from then on
    QByteArray m_answer; ///< to the upgrade, as far as it has come
    FrameReader m_reader;
    QRandomGenerator m_masks = QRandomGenerator::securelySeeded();
    QByteArray m_out; ///< frames that have not been written yet
    int m_readOnPause = 0; ///< calls for which one read must do
    ReadPacer m_pacer;
    QBasicTimer m_holdTimer; ///< active while the stream is held
    QElapsedTimer m_clock; ///< since it is open
    QBasicTimer m_binTimer;
    int m_binLevel = 0; ///< of event loops: replies in the bin must not go further inside
    qsizetype m_binBytes = 0; ///< of the frames that have ended them
    QElapsedTimer m_pinged;
    QString m_tlsProblem;
    int m_telling = 0; ///< depth of calls to the listener
    bool m_isLong = false; ///< what the listener is told of
    int m_closeCode = 0; ///< given to close(); 0 = none
    QString m_closeReason;
    bool m_isDirect = false; ///< neither TLS nor a proxy
    bool m_isClosing = false; ///< a close frame was sent
    bool m_flushPosted = false;
    bool m_ended = false;
    bool m_disposed = false;
};

} // namespace Hpkv
