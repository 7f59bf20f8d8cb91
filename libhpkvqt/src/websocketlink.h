// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: MIT

#pragma once

#include "link.h"

#include <QElapsedTimer>
#include <QObject>
#include <QPointer>
#include <QSslError>
#include <QTcpSocket>
#include <QWebSocket>

namespace Hpkv
{

/// Link on QWebSocket.
///
/// QWebSocket raises its error signal up to three times for one refused upgrade, and `disconnected` though it
/// never was connected; this makes one end of it. It also tells the HTTP status of a refusal only within a
/// translatable text, and 400 not at all. So the answer to the upgrade is kept by a transaction on the socket
/// underneath (a child of the QWebSocket) and read again when the upgrade fails; if there is no such child,
/// the number in the text must do.
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

    /// The status of an HTTP response that begins with `head`, and the `error` text of a JSON body; 0 if it
    /// is none.
    static int parseRefusal(const QByteArray &head, QString *text);
    /// The only three-digit number from 400 to 599 in a text; 0 if there is none.
    static int statusInText(const QString &text);

private:
    bool canSend() const;
    void onConnected();
    void onError(QAbstractSocket::SocketError error);
    void onDisconnected();
    void onSslErrors(const QList<QSslError> &errors);
    void onText(const QString &text);
    /// Behind QWebSocket's own slot for this signal, which raises the messages.
    void onDrained();
    /// Tells the end, once and from the event loop.
    void end(LinkEnd end);
    /// Calls the listener, which may dispose of this link.
    template <typename Call>
    void tell(Call call);

    QWebSocket m_socket;
    QPointer<QTcpSocket> m_inner;
    QElapsedTimer m_pinged;
    QString m_tlsProblem;
    QUrl m_url;
    int m_telling = 0; ///< depth of calls to the listener
    int m_closeCode = 0; ///< sent by close(); 0 = none
    QString m_closeReason;
    QString m_brokenText;
    bool m_opened = false;
    bool m_broken = false; ///< without a close frame
    bool m_ended = false;
    bool m_disposed = false;
};

} // namespace Hpkv
