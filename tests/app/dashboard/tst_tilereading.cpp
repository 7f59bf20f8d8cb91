// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "dashboard/tilereading.h"
#include "failonwarning.h"
#include "live/valuesource.h"

#include <QTest>

using namespace Studio;

namespace
{

class FixedSource : public ValueSource
{
public:
    QMap<QByteArray, SourcedValue> values;
    bool covers = false;

    std::optional<SourcedValue> value(const QByteArray &key) const override
    {
        return values.contains(key) ? std::optional(values.value(key)) : std::nullopt;
    }
    bool isKnown(const QByteArray &key) const override { return covers || values.contains(key); }
    QList<QByteArray> keysUnder(const QByteArray &, qsizetype) const override { return values.keys(); }
    qint64 moment() const override { return 0; }
    bool isLive() const override { return true; }
};

} // namespace

class TestTileReading : public QObject
{
    Q_OBJECT

private slots:
    void init() { TestSupport::failOnUnannouncedWarning(); }

    void numbers_data()
    {
        QTest::addColumn<QByteArray>("number");
        QTest::addColumn<int>("decimals");
        QTest::addColumn<QString>("text");
        const auto row = [](const char *number, int decimals, const char *text) {
            QTest::addRow("%s to %d", number, decimals)
                << QByteArray(number) << decimals << QString::fromUtf8(text);
        };
        row("0", -1, "0");
        row("-0", -1, "0");
        row("1204", -1, "1,204");
        row("-1234567", -1, "−1,234,567");
        row("31.6", -1, "31.6");
        row("1.50", -1, "1.50");
        row("0.05", -1, "0.05");
        row("12345678901234567890", -1, "12,345,678,901,234,567,890");
        row("0.1234567890123456789", -1, "0.1234567890123456789");
        row("1e3", -1, "1,000");
        row("1.5e-2", -1, "0.015");
        row("1e400", -1, "1e400");
        row("31.65", 1, "31.7");
        row("31.64", 1, "31.6");
        row("-31.65", 1, "−31.7");
        row("9.99", 1, "10.0");
        row("99.5", 0, "100");
        row("0.4", 0, "0");
        row("-0.4", 0, "0");
        row("0.5", 0, "1");
        row("0.0004", 2, "0.00");
        row("0.006", 2, "0.01");
        row("5", 2, "5.00");
        row("1200", 0, "1,200");
        row("no number", 2, "no number");
    }
    void numbers()
    {
        QFETCH(QByteArray, number);
        QFETCH(int, decimals);
        QTEST(numberText(number, decimals, QLocale(QLocale::English)), "text");
    }

    void numbersInTheLocale()
    {
        QCOMPARE(numberText("-1234.5", -1, QLocale(QLocale::German)), QStringLiteral("−1.234,5"));
    }

    void differences_data()
    {
        QTest::addColumn<QByteArray>("from");
        QTest::addColumn<QByteArray>("to");
        QTest::addColumn<QByteArray>("difference");
        QTest::newRow("more") << QByteArray("1118") << QByteArray("1204") << QByteArray("86");
        QTest::newRow("less") << QByteArray("216") << QByteArray("212") << QByteArray("-4");
        QTest::newRow("negative") << QByteArray("-2") << QByteArray("3") << QByteArray("5");
        QTest::newRow("exact") << QByteArray("0.1") << QByteArray("0.3") << QByteArray("0.2");
        QTest::newRow("large") << QByteArray("9007199254740993") << QByteArray("9007199254740994")
                               << QByteArray("1");
        QTest::newRow("none") << QByteArray("x") << QByteArray("1") << QByteArray();
    }
    void differences()
    {
        QFETCH(QByteArray, from);
        QFETCH(QByteArray, to);
        QTEST(numberDifference(from, to).value_or(QByteArray()), "difference");
    }

    void members_data()
    {
        QTest::addColumn<QByteArray>("value");
        QTest::addColumn<QString>("pointer");
        QTest::addColumn<int>("kind");
        QTest::addColumn<QByteArray>("text");
        using Kind = TileReading::Kind;
        const QByteArray json(R"({"temp": 21.50, "state": "o\u006b", "on": true, "list": [1, {"x": 2}]})");
        QTest::newRow("number") << json << "/temp" << int(Kind::Number) << QByteArray("21.50");
        QTest::newRow("string") << json << "/state" << int(Kind::Text) << QByteArray("ok");
        QTest::newRow("true") << json << "/on" << int(Kind::Literal) << QByteArray("true");
        QTest::newRow("list") << json << "/list" << int(Kind::Container) << QByteArray(R"([1, {"x": 2}])");
        QTest::newRow("deep") << json << "/list/1/x" << int(Kind::Number) << QByteArray("2");
        QTest::newRow("no such member") << json << "/no" << int(Kind::NoMember) << QByteArray();
        QTest::newRow("no JSON") << QByteArray("plain") << "/no" << int(Kind::NoMember) << QByteArray();
        QTest::newRow("whole number") << QByteArray("17") << "" << int(Kind::Number) << QByteArray("17");
        QTest::newRow("whole text") << QByteArray("plain") << "" << int(Kind::Text) << QByteArray("plain");
        QTest::newRow("whole string") << QByteArray("\"q\"") << "" << int(Kind::Text) << QByteArray("q");
        QTest::newRow("whole object") << QByteArray("{}") << "" << int(Kind::Container) << QByteArray("{}");
    }
    void members()
    {
        QFETCH(QByteArray, value);
        QFETCH(QString, pointer);
        QFETCH(int, kind);
        QFETCH(QByteArray, text);
        const TileReading reading = readMember(value, pointer);
        QCOMPARE(int(reading.kind), kind);
        QCOMPARE(reading.text, text);
    }

    void whatIsNotThere()
    {
        FixedSource source;
        QCOMPARE(readMember(source, "k", {}).kind, TileReading::Kind::Unknown);
        source.covers = true;
        QCOMPARE(readMember(source, "k", {}).kind, TileReading::Kind::Absent);
        source.values.insert("k", {"5", ValueState::Unknown, 7});
        QCOMPARE(readMember(source, "k", {}).kind, TileReading::Kind::Unknown);
        source.values.insert("k", {"5", ValueState::Read, 7});
        const TileReading reading = readMember(source, "k", {});
        QVERIFY(reading.isNumber());
        QCOMPARE(reading.changedAt, 7);
        QCOMPARE(reading.state, ValueState::Read);
    }
};

QTEST_GUILESS_MAIN(TestTileReading)
#include "tst_tilereading.moc"
