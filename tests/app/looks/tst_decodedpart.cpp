// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "looks/decodedpart.h"

#include "looks/hexdump.h"

#include "failonwarning.h"

#include <QTest>

using namespace Studio;

class tst_DecodedPart : public QObject
{
    Q_OBJECT

private slots:
    void init() { TestSupport::failOnUnannouncedWarning(); }
    void wholeValue();
    void membersInOrder();
    void tokenIsNotVerified();
    void queryLineByLine();
    void longTextIsCut();
    void countIsBounded();
    void canBeCanceled();
    void nothingFits();
    void hexDumps();
    void times();

private:
    static QList<DecodedPart> parts(const QByteArray &value)
    {
        const std::atomic_bool canceled{false};
        return decodedParts(value, canceled);
    }
};

void tst_DecodedPart::wholeValue()
{
    const QList<DecodedPart> base64 = parts(" eyJhIjpbMSwyLjBdfQ==\n");
    QCOMPARE(base64.size(), 1);
    QCOMPARE(base64[0].what, QStringLiteral("Base64"));
    QCOMPARE(base64[0].text, QStringLiteral("{\n  \"a\": [\n    1,\n    2.0\n  ]\n}"));
    QVERIFY(base64[0].pointer.isEmpty());
    const QList<DecodedPart> gzip = parts("H4sIAAAAAAACA6tWSlSyijbUMdIziK0FAENsXi8NAAAA");
    QCOMPARE(gzip.size(), 1);
    QCOMPARE(gzip[0].what, QStringLiteral("gzip in Base64"));
    QCOMPARE(gzip[0].text, base64[0].text);
    QCOMPARE(parts("1700000000").size(), 1);
    QCOMPARE(parts("\"1700000000\"").size(), 1);
}

void tst_DecodedPart::membersInOrder()
{
    const QList<DecodedPart> found = parts(
        R"({"at":1700000000,"n":5,"list":["a%20b",{"m/n":"SGVsbG8sIHdvcmxk"}],"name":"Zoe","SGVsbG8sIHdvcmxk":1})");
    QCOMPARE(found.size(), 3);
    QCOMPARE(found[0].pointer, QByteArray("/at"));
    QVERIFY(found[0].text.contains(QStringLiteral("2023-11-14T22:13:20Z")));
    QCOMPARE(found[1].pointer, QByteArray("/list/0"));
    QCOMPARE(found[1].text, QStringLiteral("a b"));
    QCOMPARE(found[2].pointer, QByteArray("/list/1/m~1n"));
    QCOMPARE(found[2].text, QStringLiteral("Hello, world"));
}

void tst_DecodedPart::tokenIsNotVerified()
{
    const QByteArray start = "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9."
                             "eyJzdWIiOiJ1c2VyOjEwMiIsImlhdCI6MTcwMDAwMDAwMCwiZXhwIjoxNzAwMDAzNjAwLjV9.";
    const DecodedPart token = parts(start + "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8").value(0);
    QCOMPARE(token.what, QStringLiteral("JSON Web Token"));
    QVERIFY(token.note.contains(QStringLiteral("not checked")));
    QVERIFY(token.text.contains(QStringLiteral("expires: ")));
    QVERIFY(token.text.contains(QStringLiteral("2023-11-14T23:13:20.500Z")));
    QVERIFY(token.text.contains(QStringLiteral("\"sub\": \"user:102\"")));
    QVERIFY(parts(start).value(0).note.contains(QStringLiteral("no signature")));
}

void tst_DecodedPart::queryLineByLine()
{
    QCOMPARE(parts("https://a.b/c%20d?x=1+2&y=%C3%AB").value(0).text,
             QStringLiteral("https://a.b/c d?\nx = 1 2\ny = ë"));
}

void tst_DecodedPart::longTextIsCut()
{
    const DecodedPart part = parts(QByteArray(200'000, 'x').toBase64()).value(0);
    QCOMPARE(part.text.size(), MaxDecodedBytes);
    QVERIFY(!part.note.isEmpty());
    QVERIFY(parts(QByteArray(100, 'x').toBase64()).value(0).note.isEmpty());
}

void tst_DecodedPart::countIsBounded()
{
    QByteArray text = "[1700000000";
    for (int i = 1; i < 2 * MaxDecodedParts; ++i)
        text += ",1700000000";
    QCOMPARE(parts(text + ']').size(), MaxDecodedParts);
}

void tst_DecodedPart::canBeCanceled()
{
    const std::atomic_bool canceled{true};
    QVERIFY(decodedParts("[1700000000]", canceled).isEmpty());
}

void tst_DecodedPart::nothingFits()
{
    for (const char *text :
         {"", "hello", "{\"a\":1}", "12", "true", "\xFF\xFE", "{\"id\":\"01ARZ3NDEKTSV4RRFFQ69G5FAV\"}"})
        QVERIFY2(parts(text).isEmpty(), text);
}

void tst_DecodedPart::hexDumps()
{
    QCOMPARE(hexDump("AB\x01", 10),
             QStringLiteral("00000000  41 42 01                                         AB."));
    const QString two = hexDump(QByteArray(17, 'x'), 10);
    QCOMPARE(two.count(QLatin1Char('\n')), 1);
    QVERIFY(two.contains(QStringLiteral("\n00000010  78 ")));
    QCOMPARE(hexDump(QByteArray(170, 'x'), 2).count(QLatin1Char('\n')), 1);
}

void tst_DecodedPart::times()
{
    QVERIFY(readableTime(1'700'000'000'000'000).contains(QStringLiteral("(2023-11-14T22:13:20Z)")));
    QVERIFY(readableTime(1'700'000'000'123'000).contains(QStringLiteral("(2023-11-14T22:13:20.123Z)")));
    QVERIFY(readableTime(1'700'000'000'123'456).contains(QStringLiteral("(2023-11-14T22:13:20.123456Z)")));
    QVERIFY(readableTime(1'700'000'000'000'056).contains(QStringLiteral("(2023-11-14T22:13:20.000056Z)")));
}

QTEST_GUILESS_MAIN(tst_DecodedPart)

#include "tst_decodedpart.moc"
