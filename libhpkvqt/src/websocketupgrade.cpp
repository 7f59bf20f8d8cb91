// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: MIT

#include "websocketupgrade.h"

#include "jsonscanner.h"

#include <QCryptographicHash>
#include <QRandomGenerator>

#include <algorithm>
#include <array>

namespace Hpkv
{

namespace
{

/// As much of an answer as is looked at.
constexpr qsizetype largestHead = 64 * 1024;
constexpr qsizetype largestBody = 16 * 1024;
constexpr int switchingProtocols = 101;
/// Section 1.3: what is appended to the key before it is hashed.
constexpr char magic[] = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";

bool isSame(QByteArrayView a, QByteArrayView b)
{
    return a.compare(b, Qt::CaseInsensitive) == 0;
}

/// Value of the first header of that name; null if there is none.
QByteArrayView headerOf(QByteArrayView head, QByteArrayView name)
{
    for (qsizetype at = head.indexOf("\r\n"); at >= 0 && at + 2 < head.size();) {
        const qsizetype from = at + 2;
        at = head.indexOf("\r\n", from);
        const QByteArrayView line = head.sliced(from, (at < 0 ? head.size() : at) - from);
        const qsizetype colon = line.indexOf(':');
        if (colon > 0 && isSame(line.first(colon), name))
            return line.sliced(colon + 1).trimmed();
    }
    return {};
}

int statusOf(QByteArrayView head)
{
    if (!head.startsWith("HTTP/"))
        return 0;
    const qsizetype space = head.indexOf(' ');
    if (space < 0 || head.size() < space + 4)
        return 0;
    bool ok = false;
    const int status = head.sliced(space + 1, 3).toInt(&ok);
    return ok && status >= 100 && status <= 599 ? status : 0;
}

/// The member `error` of a JSON object; empty if there is none.
QString errorOf(QByteArrayView body)
{
    JsonScanner json(body);
    QByteArrayView name;
    QByteArray value;
    QString text;
    json.enterObject();
    for (bool first = true; json.nextMember(first, name);) {
        if (name != "error" || json.peek() != JsonScanner::Type::String)
            json.skip();
        else if (json.readString(value))
            text = QString::fromUtf8(value);
    }
    return text;
}

QByteArray hostOf(const QUrl &url, bool isTls)
{
    QByteArray host = url.host(QUrl::FullyEncoded).toUtf8();
    if (host.contains(':'))
        host = '[' + host + ']';
    const int usual = isTls ? 443 : 80;
    const int port = url.port(usual);
    return port == usual ? host : host + ':' + QByteArray::number(port);
}

bool isProtocolHeader(QByteArrayView name)
{
    constexpr std::array names{"Upgrade",
                               "Connection",
                               "Sec-WebSocket-Key",
                               "Sec-WebSocket-Version",
                               "Sec-WebSocket-Extensions",
                               "Sec-WebSocket-Protocol",
                               "Content-Length"};
    return std::any_of(names.begin(), names.end(), [&](const char *each) { return isSame(name, each); });
}

/// A line break in it would begin another header.
bool isOneLine(const QByteArray &text)
{
    return !text.contains('\r') && !text.contains('\n') && !text.contains('\0');
}

} // namespace

WebSocketUpgrade::WebSocketUpgrade()
{
    std::array<quint32, 4> random;
    QRandomGenerator::system()->fillRange(random.data(), qsizetype(random.size()));
    m_key = QByteArray(reinterpret_cast<const char *>(random.data()), sizeof random).toBase64();
}

QByteArray WebSocketUpgrade::request(const LinkTarget &target) const
{
    const QUrl &url = target.url;
    QByteArray path = url.path(QUrl::FullyEncoded).toUtf8();
    if (path.isEmpty())
        path = "/";
    if (url.hasQuery())
        path += '?' + url.query(QUrl::FullyEncoded).toUtf8();
    QByteArray request = "GET " + path
                       + " HTTP/1.1\r\n"
                         "Upgrade: websocket\r\n"
                         "Connection: Upgrade\r\n"
                         "Sec-WebSocket-Version: 13\r\n"
                         "Sec-WebSocket-Key: "
                       + m_key + "\r\n";
    bool hasHost = false;
    for (const auto &[name, value] : target.headers) {
        if (name.isEmpty() || isProtocolHeader(name) || !isOneLine(name) || !isOneLine(value))
            continue;
        hasHost = hasHost || isSame(name, "Host");
        request += name + ": " + value + "\r\n";
    }
    if (!hasHost)
        request += "Host: " + hostOf(url, url.scheme() == QLatin1StringView("wss")) + "\r\n";
    return request + "\r\n";
}

WebSocketUpgrade::Answer WebSocketUpgrade::read(QByteArrayView bytes, bool isEnd) const
{
    Answer answer;
    const qsizetype end = bytes.indexOf("\r\n\r\n");
    if (end < 0) {
        const QByteArrayView http("HTTP/");
        const qsizetype common = std::min(bytes.size(), http.size());
        const bool isHttp = bytes.first(common) == http.first(common);
        if (isHttp && !isEnd && bytes.size() <= largestHead)
            return answer;
        answer.kind = Answer::Kind::NoWebSocket;
        answer.text = isEnd && isHttp ? QStringLiteral("The server ended the connection.")
                                      : QStringLiteral("The server does not speak HTTP.");
        return answer;
    }
    const QByteArrayView head = bytes.first(end);
    const QByteArrayView body = bytes.sliced(end + 4);
    answer.status = statusOf(head);
    if (answer.status == switchingProtocols)
        return accepted(head, end + 4);
    if (answer.status < 300) {
        answer.kind = Answer::Kind::NoWebSocket;
        answer.text = answer.status == 0
                        ? QStringLiteral("The server does not speak HTTP.")
                        : QStringLiteral("The server is no WebSocket server (HTTP %1)").arg(answer.status);
        return answer;
    }
    // The server's own words are worth waiting for, if it says how many there are.
    const qsizetype announced = std::min<qsizetype>(headerOf(head, "Content-Length").toInt(), largestBody);
    if (!isEnd && body.size() < announced)
        return answer;
    answer.kind = Answer::Kind::Refused;
    answer.text = errorOf(body.first(std::min(body.size(), largestBody)));
    return answer;
}

WebSocketUpgrade::Answer WebSocketUpgrade::accepted(QByteArrayView head, qsizetype size) const
{
    Answer answer;
    answer.status = switchingProtocols;
    answer.kind = Answer::Kind::NoWebSocket;
    const QByteArray expected = QCryptographicHash::hash(m_key + magic, QCryptographicHash::Sha1).toBase64();
    if (!isSame(headerOf(head, "Upgrade"), "websocket")
        || headerOf(head, "Sec-WebSocket-Accept") != expected) {
        answer.text = QStringLiteral("The server's answer to the WebSocket handshake is wrong.");
    } else if (!headerOf(head, "Sec-WebSocket-Extensions").isEmpty()
               || !headerOf(head, "Sec-WebSocket-Protocol").isEmpty()) {
        answer.text = QStringLiteral("The server uses a WebSocket extension that was not asked for.");
    } else {
        answer.kind = Answer::Kind::Accepted;
        answer.size = size;
    }
    return answer;
}

} // namespace Hpkv
