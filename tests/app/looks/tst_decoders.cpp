// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "looks/decoders.h"

#include "failonwarning.h"

#include <QTest>

using namespace Studio;

class tst_Decoders : public QObject
{
    Q_OBJECT

private slots:
    void init() { TestSupport::failOnUnannouncedWarning(); }
    void base64_data();
    void base64();
    void percent_data();
    void percent();
    void jwt();
    void noJwt_data();
    void noJwt();
    void epoch_data();
    void epoch();
    void inflatesBothKinds();
    void inflateIsBounded();
    void damagedIsNotInflated();
};

void tst_Decoders::base64_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("bytes"); // null: it does not fit
    const auto row = [](const char *name, const QByteArray &text, const QByteArray &bytes) {
        QTest::newRow(name) << text << bytes;
    };
    row("text", "SGVsbG8sIHdvcmxk", "Hello, world");
    row("padded", "SGVsbG8sIHdvcmxkIQ==", "Hello, world!");
    row("without its padding", "SGVsbG8sIHdvcmxkIQ", "Hello, world!");
    row("URL alphabet", "w6kgw7_DvyDDvw", "\xC3\xA9 \xC3\xBF\xC3\xBF \xC3\xBF");
    const QByteArray random = QByteArray::fromHex("8f01fe9c77aa13d2c0ffee00112233445566778899");
    row("bytes", random.toBase64() + "", random);
    row("too short", "SGVsbG8", {});
    row("not of the alphabet", "SGVsbG8sIHdvcmxk!", {});
    row("both alphabets", "SGVsbG8+IHdvcm_k", {});
    row("padding in the middle", "SGVsbG8=IHdvcmxk", {});
    row("impossible length", "SGVsbG8sIHdvcmxkI", {});
    row("wrong padding", "SGVsbG8sIHdvcmxk=", {});
    row("a word", "international", {});
    row("words", "customerNumber00", {});
    row("digits", "1234567812345678", {});
    row("hash", "d41d8cd98f00b204e9800998ecf8427e", {});
    row("UUID", "6ba7b810-9dad-11d1-80b4-00c04fd430c8", {});
    row("ULID", "01ARZ3NDEKTSV4RRFFQ69G5FAV", {});
    row("identifier of varied characters", "x7Kp2QvT9mZbL4nWc8RfYd3s", {});
    row("nothing", "", {});
}

void tst_Decoders::base64()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, bytes);
    const auto decoded = Decode::base64(text);
    QCOMPARE(decoded.has_value(), !bytes.isNull());
    QCOMPARE(decoded.value_or(QByteArray()), bytes);
}

void tst_Decoders::percent_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("decoded"); // null: it does not fit
    QTest::newRow("blank") << QByteArray("a%20b") << QByteArray("a b");
    QTest::newRow("UTF-8") << QByteArray("Zo%C3%AB") << QByteArray("Zo\xC3\xAB");
    QTest::newRow("plus stays") << QByteArray("1+1%3D2") << QByteArray("1+1=2");
    QTest::newRow("nothing encoded") << QByteArray("a b") << QByteArray();
    QTest::newRow("per cent of prose") << QByteArray("100% of %20") << QByteArray();
    QTest::newRow("cut") << QByteArray("a%2") << QByteArray();
    QTest::newRow("not UTF-8") << QByteArray("a%FF") << QByteArray();
    QTest::newRow("control character") << QByteArray("a%00") << QByteArray();
}

void tst_Decoders::percent()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, decoded);
    const auto result = Decode::percent(text);
    QCOMPARE(result.has_value(), !decoded.isNull());
    QCOMPARE(result.value_or(QByteArray()), decoded);
}

void tst_Decoders::jwt()
{
    const QByteArray text = "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9."
                            "eyJzdWIiOiJ1c2VyOjEwMiIsImlhdCI6MTcwMDAwMDAwMCwiZXhwIjoxNzAwMDAzNjAwLjV9."
                            "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8";
    const auto token = Decode::jwt(text);
    QVERIFY(token);
    QCOMPARE(token->header, QByteArray(R"({"alg":"HS256","typ":"JWT"})"));
    QCOMPARE(token->payload, QByteArray(R"({"sub":"user:102","iat":1700000000,"exp":1700003600.5})"));
    QCOMPARE(token->signatureSize, 32);
    QCOMPARE(token->times.size(), 2);
    QCOMPARE(token->times[0], (Decode::Jwt::Time{"exp", 1700003600500}));
    QCOMPARE(token->times[1], (Decode::Jwt::Time{"iat", 1700000000000}));
    // A changed signature changes nothing: it is not looked at.
    QCOMPARE(Decode::jwt(text.chopped(4) + "AAAA")->payload, token->payload);
}

void tst_Decoders::noJwt_data()
{
    QTest::addColumn<QByteArray>("text");
    const QByteArray object = QByteArray(R"({"alg":"none"})").toBase64(QByteArray::OmitTrailingEquals);
    QTest::newRow("version") << QByteArray("1.2.3");
    QTest::newRow("host") << QByteArray("www.example.com");
    QTest::newRow("two parts") << object + '.' + object;
    QTest::newRow("four parts") << object + '.' + object + ".x.y";
    QTest::newRow("payload is no object") << object + ".WzFd.";
    QTest::newRow("no algorithm") << "e30." + object + '.';
    QTest::newRow("signature is no Base64") << object + '.' + object + ".?";
}

void tst_Decoders::noJwt()
{
    QFETCH(QByteArray, text);
    QVERIFY(!Decode::jwt(text));
}

void tst_Decoders::epoch_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<qint64>("microseconds"); // -1: it does not fit
    QTest::addColumn<Decode::EpochUnit>("unit");
    const auto row = [](const char *text, qint64 microseconds,
                        Decode::EpochUnit unit = Decode::EpochUnit::Seconds) {
        QTest::newRow(*text ? text : "nothing") << QByteArray(text) << microseconds << unit;
    };
    row("1000000000", 1'000'000'000'000'000);
    row("1700000000", 1'700'000'000'000'000);
    row("4102444799", 4'102'444'799'000'000);
    row("4102444800", -1);
    row("999999999", -1);
    row("1700000000123", 1'700'000'000'123'000, Decode::EpochUnit::Milliseconds);
    row("1700000000123456", 1'700'000'000'123'456, Decode::EpochUnit::Microseconds);
    row("4102444800000", -1);
    row("17000000001234567", -1);
    row("1700000000.5", -1);
    row("-1700000000", -1);
    row("01700000000", -1);
    row("1.7e9", -1);
    row("", -1);
}

void tst_Decoders::epoch()
{
    QFETCH(QByteArray, text);
    QFETCH(qint64, microseconds);
    QFETCH(Decode::EpochUnit, unit);
    const auto epoch = Decode::epoch(text);
    QCOMPARE(epoch.has_value(), microseconds >= 0);
    if (epoch)
        QCOMPARE(*epoch, (Decode::Epoch{unit, microseconds}));
}

void tst_Decoders::inflatesBothKinds()
{
    const QByteArray gzip = QByteArray::fromBase64("H4sIAAAAAAACA6tWSlSyijbUMdIziK0FAENsXi8NAAAA");
    QCOMPARE(Decode::inflate(gzip, 100), (Decode::Inflated{R"({"a":[1,2.0]})", false}));
    const QByteArray zlib = QByteArray::fromBase64("eJzLSM3JyVfIQJAAOi4GfQ==");
    QCOMPARE(Decode::inflate(zlib, 100), (Decode::Inflated{"hello hello hello", false}));
}

/// What claims to be ten megabytes takes no more than was allowed.
void tst_Decoders::inflateIsBounded()
{
    const QByteArray zeros(10'000'000, '\0');
    const QByteArray packed = qCompress(zeros).sliced(4); // without Qt's own header
    const auto inflated = Decode::inflate(packed, 1000);
    QVERIFY(inflated);
    QVERIFY(inflated->isCut);
    QCOMPARE(inflated->bytes, zeros.first(1000));
    const auto exact = Decode::inflate(qCompress(zeros.first(1000)).sliced(4), 1000);
    QCOMPARE(exact, (Decode::Inflated{zeros.first(1000), false}));
}

void tst_Decoders::damagedIsNotInflated()
{
    const QByteArray gzip = QByteArray::fromBase64("H4sIAAAAAAACA6tWSlSyijbUMdIziK0FAENsXi8NAAAA");
    QVERIFY(!Decode::inflate("", 100));
    QVERIFY(!Decode::inflate("text", 100));
    QByteArray damaged = gzip;
    damaged[12] = char(damaged[12] ^ 0x55);
    QVERIFY(!Decode::inflate(damaged, 100));
    const auto cut = Decode::inflate(gzip.chopped(10), 100);
    QVERIFY(!cut || cut->isCut);
}

QTEST_GUILESS_MAIN(tst_Decoders)

#include "tst_decoders.moc"
