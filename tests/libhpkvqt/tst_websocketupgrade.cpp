// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: MIT

#include "failonwarning.h"
#include "websocketupgrade.h"

#include <QCryptographicHash>
#include <QTest>

using namespace Hpkv;
using Kind = WebSocketUpgrade::Answer::Kind;

namespace
{

LinkTarget target(const char *url)
{
    LinkTarget result;
    result.url = QUrl(QString::fromUtf8(url));
    return result;
}

QByteArray keyOf(const QByteArray &request)
{
    const QByteArray name("Sec-WebSocket-Key: ");
    const qsizetype from = request.indexOf(name) + name.size();
    return request.mid(from, request.indexOf("\r\n", from) - from);
}

/// The right answer to a request, with `more` as further headers.
QByteArray answerTo(const QByteArray &request, const QByteArray &more = {})
{
    const QByteArray accept =
        QCryptographicHash::hash(keyOf(request) + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11",
                                 QCryptographicHash::Sha1)
            .toBase64();
    return "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
           "Sec-WebSocket-Accept: "
         + accept + "\r\n" + more + "\r\n";
}

} // namespace

/// Statuses of a refusal are tried over real sockets in tst_websocketlink.
class tst_WebSocketUpgrade : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { TestSupport::failOnUnannouncedWarning(); }

    void requests_data()
    {
        QTest::addColumn<QByteArray>("url");
        QTest::addColumn<QByteArray>("line");
        QTest::addColumn<QByteArray>("host");
        QTest::newRow("usual") << QByteArray("wss://api.example/ws?apiKey=x") << QByteArray("/ws?apiKey=x")
                               << QByteArray("api.example");
        QTest::newRow("no path") << QByteArray("ws://h") << QByteArray("/") << QByteArray("h");
        QTest::newRow("usual ports") << QByteArray("wss://h:443/") << QByteArray("/") << QByteArray("h");
        QTest::newRow("another port") << QByteArray("ws://h:443/") << QByteArray("/") << QByteArray("h:443");
        QTest::newRow("IPv6") << QByteArray("ws://[::1]:8080/ws") << QByteArray("/ws")
                              << QByteArray("[::1]:8080");
        QTest::newRow("international")
            << QByteArray("ws://b\u00fccher.example/\u00e4?k=\u00f6") << QByteArray("/%C3%A4?k=%C3%B6")
            << QByteArray("xn--bcher-kva.example");
        QTest::newRow("signs that mean something") << QByteArray("ws://h/ws?k=a%26b%2Bc%20d#f")
                                                   << QByteArray("/ws?k=a%26b%2Bc%20d") << QByteArray("h");
    }

    void requests()
    {
        QFETCH(QByteArray, url);
        QFETCH(QByteArray, line);
        QFETCH(QByteArray, host);
        const QByteArray request = WebSocketUpgrade().request(target(url.constData()));
        QVERIFY2(request.startsWith("GET " + line + " HTTP/1.1\r\n"), request.constData());
        QVERIFY2(request.contains("\r\nHost: " + host + "\r\n"), request.constData());
        QVERIFY(request.contains("\r\nUpgrade: websocket\r\n"));
        QVERIFY(request.contains("\r\nConnection: Upgrade\r\n"));
        QVERIFY(request.contains("\r\nSec-WebSocket-Version: 13\r\n"));
        QVERIFY(request.endsWith("\r\n\r\n"));
        QCOMPARE(request.count("\r\n\r\n"), 1);
        QCOMPARE(QByteArray::fromBase64(keyOf(request)).size(), 16);
    }

    void keysDiffer()
    {
        QVERIFY(keyOf(WebSocketUpgrade().request(target("ws://h")))
                != keyOf(WebSocketUpgrade().request(target("ws://h"))));
    }

    void headers()
    {
        LinkTarget there = target("ws://h/ws");
        there.headers = {{"x-api-key", "secret"},
                         {"host", "other"},
                         {"Connection", "close"},
                         {"sec-websocket-key", "mine"},
                         {"X-Bad", "a\r\nX-Injected: b"},
                         {"X-\nBad", "a"},
                         {"", "nameless"}};
        const QByteArray request = WebSocketUpgrade().request(there);
        QVERIFY(request.contains("\r\nx-api-key: secret\r\n"));
        QVERIFY(request.contains("\r\nhost: other\r\n"));
        QVERIFY(!request.contains("Host: h"));
        QCOMPARE(request.count("Connection: "), 1);
        QVERIFY(!request.contains("mine"));
        QVERIFY(!request.contains("Injected"));
        QVERIFY(!request.contains("Bad"));
        QVERIFY(!request.contains("nameless"));
    }

    void answersInPieces()
    {
        const WebSocketUpgrade upgrade;
        const QByteArray answer = answerTo(upgrade.request(target("ws://h")), "X-More: yes\r\n");
        for (qsizetype size = 0; size < answer.size(); ++size) {
            QCOMPARE(upgrade.read(answer.first(size), false).kind, Kind::Incomplete);
            QCOMPARE(upgrade.read(answer.first(size), true).kind, Kind::NoWebSocket);
        }
        const WebSocketUpgrade::Answer read = upgrade.read(answer + "frames", false);
        QCOMPARE(read.kind, Kind::Accepted);
        QCOMPARE(read.size, answer.size());
    }

    void wrongAnswers_data()
    {
        QTest::addColumn<QByteArray>("replace");
        QTest::addColumn<QByteArray>("by");
        QTest::newRow("no upgrade") << QByteArray("Upgrade: websocket\r\n") << QByteArray();
        QTest::newRow("another protocol") << QByteArray("Upgrade: websocket") << QByteArray("Upgrade: h2c");
        QTest::newRow("no key") << QByteArray("Sec-WebSocket-Accept") << QByteArray("Sec-WebSocket-Other");
        QTest::newRow("another key") << QByteArray("Sec-WebSocket-Accept: ")
                                     << QByteArray("Sec-WebSocket-Accept: x");
        QTest::newRow("extension") << QByteArray("Connection: Upgrade\r\n")
                                   << QByteArray("Sec-WebSocket-Extensions: permessage-deflate\r\n");
        QTest::newRow("subprotocol") << QByteArray("Connection: Upgrade\r\n")
                                     << QByteArray("Sec-WebSocket-Protocol: chat\r\n");
    }

    void wrongAnswers()
    {
        QFETCH(QByteArray, replace);
        QFETCH(QByteArray, by);
        const WebSocketUpgrade upgrade;
        QByteArray answer = answerTo(upgrade.request(target("ws://h")));
        QVERIFY(answer.contains(replace));
        answer.replace(replace, by);
        const WebSocketUpgrade::Answer read = upgrade.read(answer, false);
        QCOMPARE(read.kind, Kind::NoWebSocket);
        QVERIFY(!read.text.isEmpty());
    }

    // The words of a refusal are waited for if their length is known, within bounds.
    void refusals()
    {
        const WebSocketUpgrade upgrade;
        const QByteArray head("HTTP/1.1 403 Forbidden\r\nContent-Length: 15\r\n\r\n");
        QCOMPARE(upgrade.read(head, false).kind, Kind::Incomplete);
        QCOMPARE(upgrade.read(head + "{\"error\":\"no", false).kind, Kind::Incomplete);
        for (const bool isEnd : {false, true}) {
            const WebSocketUpgrade::Answer read = upgrade.read(head + "{\"error\":\"no!\"}", isEnd);
            QCOMPARE(read.kind, Kind::Refused);
            QCOMPARE(read.status, 403);
            QCOMPARE(read.text, QStringLiteral("no!"));
        }
        QCOMPARE(upgrade.read(head, true).kind, Kind::Refused);
        QCOMPARE(upgrade.read("HTTP/1.1 503 Busy\r\nContent-Length: 99999999999999\r\n\r\n", false).kind,
                 Kind::Refused);
        const QByteArray endless =
            "HTTP/1.1 503 Busy\r\nContent-Length: 2000000000\r\n\r\n" + QByteArray(16 * 1024, ' ');
        QCOMPARE(upgrade.read(endless, false).kind, Kind::Refused);
        QCOMPARE(upgrade.read("HTTP/1.1 " + QByteArray(65 * 1024, 'x'), false).kind, Kind::NoWebSocket);
    }
};

QTEST_GUILESS_MAIN(tst_WebSocketUpgrade)

#include "tst_websocketupgrade.moc"
