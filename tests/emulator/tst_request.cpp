// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: MIT

#include "request.h"

#include "failonwarning.h"

#include <QTest>

using namespace hpkv::emulator;
using namespace std::string_literals;

class TestRequest : public QObject
{
    Q_OBJECT

private slots:
    void init() { TestSupport::failOnUnannouncedWarning(); }
    void membersAreRead();
    void kindsAreTold();
    void outcomes_data();
    void outcomes();
    void nestedNamesAreNotMembers();
    void lastOfTheSameNameCounts();
    void nothingIsLeftOfTheRequestBefore();
    void digitsAreKept();
    void ids_data();
    void ids();
    void bracketsDoNotUseUpTheStack();
};

void TestRequest::membersAreRead()
{
    Request request;
    QCOMPARE(parseRequest(
                 R"({"op":5,"key":"a\u0000b","endKey":"z","limit":7,"messageId":42,"timestamp":1,"x":[{}]})",
                 request),
             ParseOutcome::Ok);
    QCOMPARE(request.op, Op::Range);
    QCOMPARE(request.key.text, "a\0b"s);
    QCOMPARE(request.endKey.text, "z"s);
    QCOMPARE(request.limit.text, "7"s);
    QCOMPARE(request.messageId.text, "42"s);
    QCOMPARE(request.value.kind, Field::Kind::Absent);
}

void TestRequest::kindsAreTold()
{
    Request request;
    QCOMPARE(parseRequest(R"({"key":null,"value":{"a":[1]},"endKey":[],"limit":"7","partialUpdate":true})",
                          request),
             ParseOutcome::Ok);
    QCOMPARE(request.key.kind, Field::Kind::Null);
    QCOMPARE(request.value.kind, Field::Kind::Structure);
    QCOMPARE(request.endKey.kind, Field::Kind::Structure);
    QCOMPARE(request.limit.kind, Field::Kind::String);
    QCOMPARE(request.partialUpdate.kind, Field::Kind::Bool);
    QVERIFY(request.partialUpdate.flag);
    QCOMPARE(request.op, Op::Unknown);
}

void TestRequest::outcomes_data()
{
    QTest::addColumn<QByteArray>("frame");
    QTest::addColumn<ParseOutcome>("outcome");
    QTest::newRow("empty") << QByteArray() << ParseOutcome::NotJson;
    QTest::newRow("text") << QByteArray("hello") << ParseOutcome::NotJson;
    QTest::newRow("cut") << QByteArray(R"({"op":1)") << ParseOutcome::NotJson;
    QTest::newRow("behind") << QByteArray(R"({"op":1} x)") << ParseOutcome::NotJson;
    QTest::newRow("nul behind") << QByteArray("{\"op\":1}\0", 9) << ParseOutcome::NotJson;
    QTest::newRow("comma") << QByteArray(R"({"op":1,})") << ParseOutcome::NotJson;
    QTest::newRow("bad number") << QByteArray(R"({"op":01})") << ParseOutcome::NotJson;
    QTest::newRow("lone high surrogate") << QByteArray(R"({"key":"\ud800"})") << ParseOutcome::NotJson;
    QTest::newRow("invalid UTF-8") << QByteArray("{\"key\":\"\xff\"}") << ParseOutcome::NotJson;
    QTest::newRow("number") << QByteArray("42") << ParseOutcome::NotObject;
    QTest::newRow("null") << QByteArray("null") << ParseOutcome::NotObject;
    QTest::newRow("string") << QByteArray("\"x\"") << ParseOutcome::NotObject;
    QTest::newRow("array") << QByteArray(R"([{"op":1,"key":"a"}])") << ParseOutcome::NotObject;
    QTest::newRow("blanks around") << QByteArray(" \n{\"op\":1}\t ") << ParseOutcome::Ok;
    QTest::newRow("no members") << QByteArray("{}") << ParseOutcome::Ok;
}

void TestRequest::outcomes()
{
    QFETCH(QByteArray, frame);
    QFETCH(ParseOutcome, outcome);
    Request request;
    QCOMPARE(parseRequest({frame.constData(), static_cast<std::size_t>(frame.size())}, request), outcome);
}

void TestRequest::nestedNamesAreNotMembers()
{
    Request request;
    QCOMPARE(parseRequest(R"({"x":{"op":1,"key":"in"},"y":[{"key":"in"}],"op":4,"key":"out"})", request),
             ParseOutcome::Ok);
    QCOMPARE(request.op, Op::Delete);
    QCOMPARE(request.key.text, "out"s);
}

void TestRequest::lastOfTheSameNameCounts()
{
    Request request;
    parseRequest(R"({"op":1,"key":"a","op":2,"key":"b"})", request);
    QCOMPARE(request.op, Op::Set);
    QCOMPARE(request.key.text, "b"s);
}

void TestRequest::nothingIsLeftOfTheRequestBefore()
{
    Request request;
    parseRequest(R"({"op":2,"key":"a","value":"v","messageId":9})", request);
    parseRequest(R"({"op":1})", request);
    QCOMPARE(request.key.kind, Field::Kind::Absent);
    QVERIFY(request.value.text.empty());
    QVERIFY(!request.hasUsableId());
}

void TestRequest::digitsAreKept()
{
    Request request;
    parseRequest(R"({"op":6,"value":12345678901234567890.10,"messageId":98765432109876543210})", request);
    QCOMPARE(request.value.text, "12345678901234567890.10"s);
    QCOMPARE(request.messageId.text, "98765432109876543210"s);
    QVERIFY(request.hasUsableId());
}

void TestRequest::ids_data()
{
    QTest::addColumn<QByteArray>("id");
    QTest::addColumn<bool>("usable");
    for (const char *good : {"0", "1", "-5", "9007199254740992"})
        QTest::newRow(good) << QByteArray(good) << true;
    for (const char *bad : {"1.0", "1e3", "\"1\"", "true", "[1]", "null"})
        QTest::newRow(bad) << QByteArray(bad) << false;
}

void TestRequest::ids()
{
    QFETCH(QByteArray, id);
    QFETCH(bool, usable);
    Request request;
    QCOMPARE(parseRequest("{\"messageId\":" + id.toStdString() + '}', request), ParseOutcome::Ok);
    QCOMPARE(request.hasUsableId(), usable);
}

void TestRequest::bracketsDoNotUseUpTheStack()
{
    Request request;
    QCOMPARE(parseRequest(std::string(2'000'000, '['), request), ParseOutcome::NotJson);
    std::string nested =
        "{\"key\":\"k\",\"x\":" + std::string(500'000, '[') + std::string(500'000, ']') + '}';
    QCOMPARE(parseRequest(nested, request), ParseOutcome::Ok);
    QCOMPARE(request.key.text, "k"s);
}

QTEST_APPLESS_MAIN(TestRequest)
#include "tst_request.moc"
