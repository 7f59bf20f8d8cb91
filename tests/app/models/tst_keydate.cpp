// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/keydate.h"

#include "failonwarning.h"

#include <QDateTime>
#include <QRandomGenerator>
#include <QTest>

using namespace Studio;

namespace
{

constexpr qint64 Now = 1'795'000'000'000; // 2026-11-18

} // namespace

class tst_KeyDate : public QObject
{
    Q_OBJECT

private slots:
    void init() { TestSupport::failOnUnannouncedWarning(); }
    void segments_data();
    void segments();
    void plainNumbers();
    void randomTexts();
    void keys();
    void text();
};

void tst_KeyDate::segments_data()
{
    QTest::addColumn<QByteArray>("segment");
    QTest::addColumn<int>("source"); // -1 = none
    QTest::addColumn<qint64>("at");
    using S = KeyDate::Source;
    const auto row = [](const char *name, const QByteArray &segment, S source, qint64 at) {
        QTest::newRow(name) << segment << int(source) << at;
    };
    const auto none = [](const char *name, const QByteArray &segment) {
        QTest::newRow(name) << segment << -1 << qint64(0);
    };
    row("ulid", "01ARYZ6S41TSV4RRFFQ69G5FAV", S::Ulid, 1'469'918'176'385);
    row("ulid, small letters", "01aryz6s41tsv4rrffq69g5fav", S::Ulid, 1'469'918'176'385);
    none("ulid, both", "01aRYZ6S41TSV4RRFFQ69G5FAV");
    none("ulid, a U", "01URYZ6S41TSV4RRFFQ69G5FAV");
    none("ulid, too late", "7ZZZZZZZZZZZZZZZZZZZZZZZZZ");
    none("ulid, overflow", "81ARYZ6S41TSV4RRFFQ69G5FAV");
    none("26 figures", "01469918176385000000000000");
    row("uuid 7", "017f22e2-79b0-7cc3-98c4-dc0c0c07398f", S::UuidV7, 1'645'557'742'000);
    row("uuid 7, no dashes", "017F22E279B07CC398C4DC0C0C07398F", S::UuidV7, 1'645'557'742'000);
    none("uuid 4", "919108f7-52d1-4320-9bac-f847db4148a8");
    none("uuid 7 of 1970", "00000000-0000-7cc3-98c4-dc0c0c07398f");
    none("uuid, dashes elsewhere", "017f22e27-9b0-7cc3-98c4-dc0c0c07398f");
    none("uuid, other variant", "017f22e2-79b0-7cc3-18c4-dc0c0c07398f");
    row("ksuid", "0ujtsYcgvSTl8PAuAdqWYSMnLOv", S::Ksuid, 1'507'608'047'000);
    none("ksuid, of the epoch", "000000000000000000000000000");
    none("ksuid, largest", "aWgEPTl1tmebfsQzFP4bxwgy80V");
    none("ksuid, overflow", "zzzzzzzzzzzzzzzzzzzzzzzzz1Z");
    row("seconds", "1764018823", S::Seconds, 1'764'018'823'000);
    row("milliseconds", "1764018823123", S::Milliseconds, 1'764'018'823'123);
    row("microseconds", "1764018823123456", S::Microseconds, 1'764'018'823'123);
    row("nanoseconds", "1764018823123456789", S::Nanoseconds, 1'764'018'823'123);
    none("seconds of 2001", "1000000000");
    none("seconds of 2070", "3155760000");
    none("10 figures with zeros", "0000001764");
    none("9 figures", "176401882");
    none("12 figures", "176401882312");
    none("19 figures too large", "9999999999999999999");
    none("hexadecimal", "17640188a3");
    none("empty", "");
}

void tst_KeyDate::segments()
{
    QFETCH(const QByteArray, segment);
    QFETCH(const int, source);
    QFETCH(const qint64, at);
    const auto date = dateInSegment(segment, Now);
    QCOMPARE(date.has_value(), source >= 0);
    if (date) {
        QCOMPARE(int(date->source), source);
        QCOMPARE(date->at, at);
    }
}

void tst_KeyDate::plainNumbers()
{
    // Counters, order numbers and amounts, with and without zeros in front.
    for (qint64 number = 1; number < 1'000'000'000; number = number * 3 + 1) {
        for (const int width : {0, 6, 8, 10, 12, 13, 16, 19}) {
            const QByteArray text = QByteArray::number(number).rightJustified(width, '0');
            QVERIFY2(!dateInSegment(text, Now), text.constData());
        }
    }
}

void tst_KeyDate::randomTexts()
{
    QRandomGenerator random(42);
    const QByteArray hex("0123456789abcdef");
    int taken = 0;
    for (int i = 0; i < 20'000; ++i) {
        QByteArray text;
        for (int n = 0; n < 32; ++n)
            text += hex[random.bounded(16)];
        taken += dateInSegment(text, Now) ? 1 : 0;
    }
    // One in 64 has the version and variant, one in 300 of those the years.
    QVERIFY2(taken <= 10, qPrintable(QString::number(taken)));
}

void tst_KeyDate::keys()
{
    const QList<QByteArray> separators{":", "/"};
    const auto at = [&](const QByteArray &key) {
        const auto date = dateInKey(key, separators, Now);
        return date ? date->at : -1;
    };
    QCOMPARE(at("log:1764018823"), 1'764'018'823'000);
    QCOMPARE(at("log:1764018823:level"), 1'764'018'823'000);
    QCOMPARE(at("1764018823/a:b"), 1'764'018'823'000);
    QCOMPARE(at("a:1764018823:1764018824"), 1'764'018'824'000);
    QCOMPARE(at("::"), -1);
    QCOMPARE(at(""), -1);
    QCOMPARE(at("user:1"), -1);
    QCOMPARE(at("order:2024:5000"), -1); // once without end
    QCOMPARE(at("1764018823:b"), 1'764'018'823'000);
    QVERIFY(dateInKey("1764018823", {}, Now).has_value());
    QVERIFY(dateInKey("1764018823", {QByteArray()}, Now).has_value());
}

void tst_KeyDate::text()
{
    const qint64 at = QDateTime(QDate(2026, 11, 24), QTime(2, 33, 43)).toMSecsSinceEpoch();
    QCOMPARE(keyDateText({KeyDate::Source::Ulid, at}), QStringLiteral("2026-11-24 02:33:43, from the ULID"));
    QCOMPARE(keyDateText({KeyDate::Source::Seconds, at}),
             QStringLiteral("2026-11-24 02:33:43, if it counts seconds"));
}

QTEST_GUILESS_MAIN(tst_KeyDate)
#include "tst_keydate.moc"
