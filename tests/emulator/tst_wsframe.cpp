// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: MIT

#include "wsframe.h"

#include "failonwarning.h"
#include "support/wire.h"

#include <QTest>

using namespace hpkv::emulator;
using namespace std::string_literals;
using Event = FrameReader::Event;

class TestWsFrame : public QObject
{
    Q_OBJECT

private slots:
    void init() { TestSupport::failOnUnannouncedWarning(); }
    void acceptKeyOfTheRfc();
    void headersBySize();
    void messages_data();
    void messages();
    void byteByByte();
    void manyInOneRead();
    void maskIsTakenOff();
    void fragmentsAreJoined();
    void controlFramesComeBetweenFragments();
    void closeFrames_data();
    void closeFrames();
    void errors_data();
    void errors();
    void oversizeIsSeenFromTheHead();
    void oversizeInFragments();
    void nothingIsReadAfterAnError();
};

void TestWsFrame::acceptKeyOfTheRfc()
{
    QCOMPARE(acceptKey("dGhlIHNhbXBsZSBub25jZQ=="), "s3pPLMBiTxaQ9kYGzzhZRbK+xOo="s);
}

void TestWsFrame::headersBySize()
{
    QCOMPARE(makeFrame(Opcode::Text, "hi"), "\x81\x02hi"s);
    QCOMPARE(makeFrame(Opcode::Binary, std::string(126, 'x')).substr(0, 5), "\x82\x7e\x00\x7ex"s);
    QCOMPARE(makeFrame(Opcode::Text, std::string(65536, 'x')).substr(0, 11), "\x81\x7f\0\0\0\0\0\x01\0\0x"s);
    std::string payload = "hi";
    wrapFrame(Opcode::Text, payload);
    QCOMPARE(payload, makeFrame(Opcode::Text, "hi"));
    QCOMPARE(makeCloseFrame(1001, "bye"), "\x88\x05\x03\xe9"
                                          "bye"s);
}

void TestWsFrame::messages_data()
{
    QTest::addColumn<int>("size");
    for (const int size : {0, 1, 125, 126, 127, 4096, 65535, 65536, 200'000})
        QTest::addRow("%d bytes", size) << size;
}

void TestWsFrame::messages()
{
    QFETCH(int, size);
    FrameReader reader(1'000'000);
    const std::string text(static_cast<std::size_t>(size), 'm');
    reader.add(Wire::Raw::frame(0x81, text) + Wire::Raw::frame(0x82, "next"));
    QCOMPARE(reader.next(), Event::Text);
    QVERIFY(reader.payload() == text);
    QCOMPARE(reader.next(), Event::Binary);
    QVERIFY(reader.payload() == "next");
    QCOMPARE(reader.next(), Event::NeedMore);
}

void TestWsFrame::byteByByte()
{
    FrameReader reader(1'000'000);
    const std::string text(70'000, 'z');
    const std::string bytes = Wire::Raw::frame(0x81, text);
    for (std::size_t i = 0; i + 1 < bytes.size(); ++i) {
        reader.add({bytes.data() + i, 1});
        if (reader.next() != Event::NeedMore)
            QFAIL("a message before its last byte");
    }
    reader.add({bytes.data() + bytes.size() - 1, 1});
    QCOMPARE(reader.next(), Event::Text);
    QVERIFY(reader.payload() == text);
}

void TestWsFrame::manyInOneRead()
{
    FrameReader reader(1000);
    std::string bytes;
    for (int i = 0; i < 1000; ++i)
        bytes += Wire::Raw::frame(0x81, std::to_string(i));
    reader.add(bytes);
    for (int i = 0; i < 1000; ++i) {
        QCOMPARE(reader.next(), Event::Text);
        QVERIFY(reader.payload() == std::to_string(i));
    }
    QCOMPARE(reader.next(), Event::NeedMore);
}

void TestWsFrame::maskIsTakenOff()
{
    // The masked "Hello" of RFC 6455, 5.7.
    FrameReader reader(1000);
    reader.add("\x81\x85\x37\xfa\x21\x3d\x7f\x9f\x4d\x51\x58"s);
    QCOMPARE(reader.next(), Event::Text);
    QVERIFY(reader.payload() == "Hello");
}

void TestWsFrame::fragmentsAreJoined()
{
    FrameReader reader(1000);
    // The cut runs through a character of two bytes.
    reader.add(Wire::Raw::frame(0x01, "caf\xc3"s) + Wire::Raw::frame(0x00, "\xa9"s)
               + Wire::Raw::frame(0x80, "!"));
    QCOMPARE(reader.next(), Event::Text);
    QVERIFY(reader.payload() == "caf\xc3\xa9!");
}

void TestWsFrame::controlFramesComeBetweenFragments()
{
    FrameReader reader(1000);
    reader.add(Wire::Raw::frame(0x01, "a") + Wire::Raw::frame(0x89, "p") + Wire::Raw::frame(0x8a, "q")
               + Wire::Raw::frame(0x80, "b"));
    QCOMPARE(reader.next(), Event::Ping);
    QVERIFY(reader.payload() == "p");
    QCOMPARE(reader.next(), Event::Pong);
    QCOMPARE(reader.next(), Event::Text);
    QVERIFY(reader.payload() == "ab");
}

void TestWsFrame::closeFrames_data()
{
    QTest::addColumn<QByteArray>("payload");
    QTest::addColumn<Event>("event");
    QTest::addColumn<int>("code");
    QTest::newRow("no code") << QByteArray() << Event::Close << 1005;
    QTest::newRow("normal") << QByteArray("\x03\xe8"
                                          "bye")
                            << Event::Close << 1000;
    QTest::newRow("own range") << QByteArray("\x0b\xb9") << Event::Close << 3001;
    QTest::newRow("one byte") << QByteArray("\x03") << Event::Error << 1002;
    QTest::newRow("reserved") << QByteArray("\x03\xed") << Event::Error << 1002;
    QTest::newRow("too low") << QByteArray("\x00\x01", 2) << Event::Error << 1002;
    QTest::newRow("reason is no text") << QByteArray("\x03\xe8\xff") << Event::Error << 1007;
}

void TestWsFrame::closeFrames()
{
    QFETCH(QByteArray, payload);
    QFETCH(Event, event);
    QFETCH(int, code);
    FrameReader reader(1000);
    reader.add(Wire::Raw::frame(0x88, payload.toStdString()));
    QCOMPARE(reader.next(), event);
    QCOMPARE(reader.closeCode(), code);
}

void TestWsFrame::errors_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("code");
    const auto row = [](const char *name, const std::string &bytes, int code) {
        QTest::newRow(name) << QByteArray::fromStdString(bytes) << code;
    };
    row("not masked", "\x81\x02hi", 1002);
    row("reserved bit", Wire::Raw::frame(0xc1, "x"), 1002);
    row("unknown opcode", Wire::Raw::frame(0x83, "x"), 1002);
    row("unknown control", Wire::Raw::frame(0x8b, "x"), 1002);
    row("long ping", Wire::Raw::frame(0x89, std::string(126, 'p')), 1002);
    row("fragmented ping", Wire::Raw::frame(0x09, "p"), 1002);
    row("continuation of nothing", Wire::Raw::frame(0x80, "x"), 1002);
    row("new message within one", Wire::Raw::frame(0x01, "a") + Wire::Raw::frame(0x81, "b"), 1002);
    row("text is no UTF-8", Wire::Raw::frame(0x81, "\xff"), 1007);
}

void TestWsFrame::errors()
{
    QFETCH(QByteArray, bytes);
    QFETCH(int, code);
    FrameReader reader(1000);
    reader.add(bytes.toStdString());
    QCOMPARE(reader.next(), Event::Error);
    QCOMPARE(reader.closeCode(), code);
}

void TestWsFrame::oversizeIsSeenFromTheHead()
{
    FrameReader reader(1000);
    reader.add(Wire::Raw::frame(0x81, std::string(1000, 'x')));
    QCOMPARE(reader.next(), Event::Text);
    reader.add(Wire::Raw::frame(0x81, std::string(1001, 'x')).substr(0, 8));
    QCOMPARE(reader.next(), Event::Error);
    QCOMPARE(reader.closeCode(), 1009);
}

void TestWsFrame::oversizeInFragments()
{
    FrameReader reader(1000);
    reader.add(Wire::Raw::frame(0x01, std::string(600, 'x')) + Wire::Raw::frame(0x80, std::string(600, 'x')));
    QCOMPARE(reader.next(), Event::Error);
    QCOMPARE(reader.closeCode(), 1009);
}

void TestWsFrame::nothingIsReadAfterAnError()
{
    FrameReader reader(1000);
    reader.add(Wire::Raw::frame(0x83, "x") + Wire::Raw::frame(0x81, "y"));
    QCOMPARE(reader.next(), Event::Error);
    reader.add(Wire::Raw::frame(0x81, "z"));
    QCOMPARE(reader.next(), Event::NeedMore);
}

QTEST_APPLESS_MAIN(TestWsFrame)
#include "tst_wsframe.moc"
