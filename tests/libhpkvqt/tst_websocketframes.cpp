// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: MIT

#include "failonwarning.h"
#include "websocketframes.h"

#include <QRandomGenerator>
#include <QTest>

using namespace Hpkv;
using Opcode = Frames::Opcode;

namespace
{

constexpr qsizetype Largest = 1000;

/// As a server sends it: without a mask.
QByteArray frame(Opcode opcode, const QByteArray &payload, bool isFinal = true)
{
    QByteArray bytes(1, char((isFinal ? 0x80 : 0) | int(opcode)));
    if (payload.size() < 126) {
        bytes += char(payload.size());
    } else {
        bytes += char(126);
        bytes += char(payload.size() >> 8);
        bytes += char(payload.size() & 0xff);
    }
    return bytes + payload;
}

/// What a reader makes of bytes: opcode, payload and close code of each message, a line each.
QByteArrayList read(FrameReader &reader, const QByteArray &bytes, qsizetype piece)
{
    QByteArrayList lines;
    for (qsizetype at = 0; at < bytes.size(); at += piece) {
        reader.append(QByteArrayView(bytes).sliced(at, std::min(piece, bytes.size() - at)));
        while (const auto message = reader.next())
            lines.append(
                QByteArray::number(int(message->opcode)) + ' ' + message->payload
                + (message->closeCode ? ' ' + QByteArray::number(message->closeCode) : QByteArray()));
    }
    return lines;
}

} // namespace

class tst_WebSocketFrames : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { TestSupport::failOnUnannouncedWarning(); }

    void reads_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QByteArrayList>("messages");
        QTest::addColumn<int>("violation");
        const QByteArray long125(125, 'a');
        const QByteArray long126(126, 'b');
        QTest::newRow("nothing") << QByteArray() << QByteArrayList{} << 0;
        QTest::newRow("text") << frame(Opcode::Text, "{}") << QByteArrayList{"1 {}"} << 0;
        QTest::newRow("empty text") << frame(Opcode::Text, "") << QByteArrayList{"1 "} << 0;
        QTest::newRow("binary is not looked at")
            << frame(Opcode::Binary, "\xff") << QByteArrayList{"2 \xff"} << 0;
        QTest::newRow("two lengths") << frame(Opcode::Text, long125) + frame(Opcode::Text, long126)
                                     << QByteArrayList{"1 " + long125, "1 " + long126} << 0;
        QTest::newRow("length of 64 bits")
            << QByteArray::fromHex("817f0000000000000002") + "{}" << QByteArrayList{"1 {}"} << 0;
        QTest::newRow("fragments") << frame(Opcode::Text, "a", false)
                                          + frame(Opcode::Continuation, "b", false)
                                          + frame(Opcode::Continuation, "c") + frame(Opcode::Text, "d")
                                   << QByteArrayList{"1 abc", "1 d"} << 0;
        QTest::newRow("a character in two fragments")
            << frame(Opcode::Text, "\xc3", false) + frame(Opcode::Continuation, "\xa4")
            << QByteArrayList{"1 \xc3\xa4"} << 0;
        QTest::newRow("control between fragments")
            << frame(Opcode::Binary, "a", false) + frame(Opcode::Ping, "p") + frame(Opcode::Pong, "")
                   + frame(Opcode::Continuation, "b")
            << QByteArrayList{"9 p", "10 ", "2 ab"} << 0;
        QTest::newRow("close") << frame(Opcode::Close, QByteArray("\x03\xe8", 2) + "bye")
                               << QByteArrayList{"8 bye 1000"} << 0;
        QTest::newRow("close without a code") << frame(Opcode::Close, "") << QByteArrayList{"8  1005"} << 0;
        QTest::newRow("close with a code of the application")
            << frame(Opcode::Close, QByteArray::fromHex("1131")) << QByteArrayList{"8  4401"} << 0;

        QTest::newRow("reserved bit") << QByteArray::fromHex("c10161") << QByteArrayList{} << 1002;
        QTest::newRow("mask") << QByteArray::fromHex("818100000000"
                                                     "61")
                              << QByteArrayList{} << 1002;
        QTest::newRow("unknown data") << QByteArray::fromHex("8300") << QByteArrayList{} << 1002;
        QTest::newRow("unknown control") << QByteArray::fromHex("8b00") << QByteArrayList{} << 1002;
        QTest::newRow("continuation of nothing")
            << frame(Opcode::Text, "a") + frame(Opcode::Continuation, "b") << QByteArrayList{"1 a"} << 1002;
        QTest::newRow("text within text")
            << frame(Opcode::Text, "a", false) + frame(Opcode::Text, "b") << QByteArrayList{} << 1002;
        QTest::newRow("control in fragments") << frame(Opcode::Ping, "a", false) << QByteArrayList{} << 1002;
        QTest::newRow("long control") << frame(Opcode::Ping, long126) << QByteArrayList{} << 1002;
        QTest::newRow("not UTF-8") << frame(Opcode::Text, "\xff") << QByteArrayList{} << 1007;
        QTest::newRow("half a character") << frame(Opcode::Text, "\xc3") << QByteArrayList{} << 1007;
        QTest::newRow("half a surrogate") << frame(Opcode::Text, "\xed\xa0\x80") << QByteArrayList{} << 1007;
        QTest::newRow("too big") << frame(Opcode::Text, QByteArray(Largest + 1, 'a')) << QByteArrayList{}
                                 << 1009;
        QTest::newRow("too big together")
            << frame(Opcode::Text, QByteArray(Largest, 'a'), false) + frame(Opcode::Continuation, "b")
            << QByteArrayList{} << 1009;
        QTest::newRow("beyond all bounds")
            << QByteArray::fromHex("817fffffffffffffffff") << QByteArrayList{} << 1009;
        for (const char *code : {"0000", "03e7", "03ec", "03ed", "03ee", "0bb7", "1388", "ffff"}) {
            QTest::addRow("close code %s", code)
                << frame(Opcode::Close, QByteArray::fromHex(code)) << QByteArrayList{} << 1002;
        }
        QTest::newRow("half a close code") << frame(Opcode::Close, "\x03") << QByteArrayList{} << 1002;
        QTest::newRow("reason that is not UTF-8")
            << frame(Opcode::Close, QByteArray("\x03\xe8", 2) + "\xff") << QByteArrayList{} << 1007;
    }

    void reads()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QByteArrayList, messages);
        QFETCH(int, violation);
        for (const qsizetype piece : {qsizetype(1), qsizetype(2), qsizetype(7), bytes.size() + 1}) {
            FrameReader reader(Largest);
            QCOMPARE(read(reader, bytes, piece), messages);
            QCOMPARE(reader.violation(), violation);
            // Nothing comes behind a violation.
            if (violation != 0)
                QCOMPARE(read(reader, frame(Opcode::Text, "x"), 100), QByteArrayList{});
        }
    }

    // What is written comes back when the mask is taken off, at every size of the length field.
    void writes_data()
    {
        QTest::addColumn<int>("size");
        for (const int size : {0, 1, 3, 4, 5, 124, 125, 126, 127, 65535, 65536, 70001})
            QTest::addRow("%d", size) << size;
    }

    void writes()
    {
        QFETCH(int, size);
        QRandomGenerator random(4711);
        QByteArray payload(size, Qt::Uninitialized);
        for (char &byte : payload)
            byte = char(random.bounded(256));
        const quint32 mask = random.generate();
        QByteArray out("before");
        Frames::append(out, Opcode::Binary, payload, mask);
        QVERIFY(out.startsWith("before"));
        const QByteArray bytes = out.mid(6);
        const int head = size < 126 ? 2 : size < 65536 ? 4 : 10;
        QCOMPARE(bytes.size(), head + 4 + size);
        QVERIFY(uchar(bytes[1]) & 0x80);
        // A server's reader: without mask bit and mask.
        QByteArray bare = bytes.first(head);
        bare[1] = char(bare[1] & 0x7f);
        for (int i = 0; i < size; ++i)
            bare += char(bytes[head + 4 + i] ^ bytes[head + i % 4]);
        FrameReader reader(100'000);
        reader.append(bare);
        const auto message = reader.next();
        QVERIFY(message);
        QCOMPARE(message->opcode, Opcode::Binary);
        QVERIFY(message->payload == payload);
        QVERIFY(!reader.next());
    }

    void reasonsFitAControlFrame()
    {
        QCOMPARE(Frames::closePayload(1000, "bye"), QByteArray("\x03\xe8", 2) + "bye");
        QCOMPARE(Frames::closePayload(4999, QByteArray(500, 'a')).size(), 125);
        // Not within a character: 123 bytes have room for 61 of two bytes.
        QCOMPARE(Frames::closePayload(1000, QByteArray("\xc3\xa4").repeated(100)).size(), 2 + 122);
    }

    // A buffer that had to grow, that has moved, and that was given back.
    void manyMessages()
    {
        constexpr int Count = 300;
        QRandomGenerator random(1);
        QByteArray bytes;
        QList<qsizetype> sizes;
        for (int i = 0; i < Count; ++i) {
            const qsizetype size = i % 100 == 50 ? 3'000'000 : random.bounded(2000);
            sizes.append(size);
            bytes += char(0x82);
            bytes += char(127);
            for (int shift = 56; shift >= 0; shift -= 8)
                bytes += char(quint64(size) >> shift & 0xff);
            bytes += QByteArray(size, char('a' + i % 26));
        }
        FrameReader reader(4'000'000);
        qsizetype at = 0;
        int seen = 0;
        while (at < bytes.size()) {
            const qsizetype piece = std::min<qsizetype>(1 + random.bounded(100'000), bytes.size() - at);
            memcpy(reader.room(piece), bytes.constData() + at, size_t(piece));
            reader.filled(piece);
            at += piece;
            while (const auto message = reader.next()) {
                QCOMPARE(message->payload.size(), sizes.at(seen));
                QCOMPARE(message->payload.count(char('a' + seen % 26)), sizes.at(seen));
                ++seen;
            }
        }
        QCOMPARE(seen, Count);
        QCOMPARE(reader.violation(), 0);
    }
};

QTEST_GUILESS_MAIN(tst_WebSocketFrames)

#include "tst_websocketframes.moc"
