// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "json/exactdecimal.h"
#include "json/exactsum.h"

#include "failonwarning.h"
#include "jsongenerator.h"

#include <QTest>

#include <algorithm>

using namespace Studio;

namespace
{

int sign(std::strong_ordering order)
{
    return std::is_lt(order) ? -1 : std::is_gt(order) ? 1 : 0;
}

} // namespace

class tst_ExactDecimal : public QObject
{
    Q_OBJECT

private slots:
    void init() { TestSupport::failOnUnannouncedWarning(); }
    void notANumber_data();
    void notANumber();
    void canonical_data();
    void canonical();
    void order_data();
    void order();
    void everyWayOfComparingAgrees();
    void sortKeyIsShort();
    void longNumbersAreNotCopiedToBeCompared();
    void sum_data();
    void sum();
    void sumAgreesWithIntegers();
    void sumDoesNotDependOnOrder();
    void notSummable();
    void sumRefusesOtherText();
    void mean_data();
    void mean();
    void manyCarries();
};

void tst_ExactDecimal::notANumber_data()
{
    QTest::addColumn<QByteArray>("text");
    for (const char *text :
         {"",   "-",    "+1",  ".5",       "1.",  "01",  "-01",   "1e",    "1e+", "1.e5", " 1",
          "1 ", "0x10", "NaN", "Infinity", "1,5", "--1", "1e5.0", "\"1\"", "1a",  "null"})
        QTest::addRow("[%s]", text) << QByteArray(text);
}

void tst_ExactDecimal::notANumber()
{
    QFETCH(QByteArray, text);
    QVERIFY(!ExactDecimal::fromJson(text));
    QVERIFY(!isJsonNumber(text));
    QByteArray key = "x";
    QVERIFY(!appendJsonNumberSortKey(text, key));
    QCOMPARE(key, QByteArray("x"));
}

void tst_ExactDecimal::canonical_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("json");
    const auto row = [](const char *text, const char *json) {
        QTest::newRow(text) << QByteArray(text) << QByteArray(json);
    };
    row("0", "0");
    row("-0", "0");
    row("-0.000e55", "0");
    row("0e999999999999999999999999", "0");
    row("1", "1");
    row("1.0", "1");
    row("10e-1", "1");
    row("-12.50", "-12.5");
    row("0.05", "0.05");
    row("0.000", "0");
    row("1e3", "1000");
    row("1E+3", "1000");
    row("1.5e400", "1.5e400");
    row("15e399", "1.5e400");
    row("-1e-400", "-1e-400");
    row("1e-21", "0.000000000000000000001");
    row("1e-22", "1e-22");
    row("12345678901234567890", "12345678901234567890");
    row("9007199254740993", "9007199254740993");
    row("0.1234567890123456789012345678901234567890", "0.123456789012345678901234567890123456789");
    row("100.001e2", "10000.1");
    row("1e999999999999999999999999", "1e1000000000000000000");
}

void tst_ExactDecimal::canonical()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, json);
    const auto decimal = ExactDecimal::fromJson(text);
    QVERIFY(decimal);
    QCOMPARE(decimal->toJson(), json);
    QCOMPARE(ExactDecimal::fromJson(json), decimal);
    QByteArray key;
    QVERIFY(appendJsonNumberSortKey(text, key));
    QCOMPARE(key, decimal->sortKey());
}

void tst_ExactDecimal::order_data()
{
    // Each is smaller than the next; what stands in one row is equal.
    QTest::addColumn<int>("place");
    QTest::addColumn<QByteArray>("text");
    const QList<QList<QByteArray>> rows{{"-1e999999999999999999999999999"},
                                        {"-1e400"},
                                        {"-12345678901234567891"},
                                        {"-12345678901234567890", "-1234567890123456789e1"},
                                        {"-100", "-1e2", "-100.00"},
                                        {"-99.99"},
                                        {"-1.01"},
                                        {"-1", "-1.0", "-0.1e1"},
                                        {"-0.5"},
                                        {"-1e-400"},
                                        {"0", "-0", "0.0", "-0e9", "0e-9"},
                                        {"1e-400"},
                                        {"9e-102"},
                                        {"1e-101", "0.1e-100"},
                                        {"1e-99"},
                                        {"0.05"},
                                        {"0.5", "5e-1", "0.50"},
                                        {"1", "1.0", "1e0", "10e-1"},
                                        {"1.0000000000000000000000001"},
                                        {"1.1"},
                                        {"1.2"},
                                        {"9"},
                                        {"10", "1e1", "1E+01"},
                                        {"10.0000001"},
                                        {"11"},
                                        {"12345678901234567890"},
                                        {"12345678901234567891"},
                                        {"9.9e98"},
                                        {"1e99"},
                                        {"1e100"},
                                        {"1e101"},
                                        {"1e400", "10e399"},
                                        {"1e999999999999999999999999999"}};
    int place = 0;
    for (const auto &equal : rows) {
        for (const QByteArray &text : equal)
            QTest::addRow("%02d %s", place, text.constData()) << place << text;
        ++place;
    }
}

void tst_ExactDecimal::order()
{
    // Each row against all rows.
    QFETCH(int, place);
    QFETCH(QByteArray, text);
    static QList<std::pair<int, QByteArray>> before;
    for (const auto &[otherPlace, other] : std::as_const(before)) {
        const int expected = place < otherPlace ? -1 : place > otherPlace ? 1 : 0;
        QCOMPARE(sign(compareJsonNumbers(text, other)), expected);
        QCOMPARE(sign(compareJsonNumbers(other, text)), -expected);
        const auto a = ExactDecimal::fromJson(text);
        const auto b = ExactDecimal::fromJson(other);
        QVERIFY(a && b);
        QCOMPARE(sign(*a <=> *b), expected);
        QCOMPARE(*a == *b, expected == 0);
        QCOMPARE(sign(a->sortKey().compare(b->sortKey()) <=> 0), expected);
    }
    before.append({place, text});
}

void tst_ExactDecimal::everyWayOfComparingAgrees()
{
    JsonGenerator generator(20261126);
    QList<QByteArray> numbers;
    for (int i = 0; i < 400; ++i) {
        QByteArray number = generator.number();
        if (generator.pick(3) == 0)
            number = QByteArray(generator.pick(2) == 0 ? "-" : "") + QByteArray::number(generator.pick(100))
                   + '.' + QByteArray::number(generator.pick(1000)) + 'e'
                   + QByteArray::number(generator.pick(300) - 150);
        numbers.append(number);
    }
    for (const QByteArray &a : numbers) {
        for (const QByteArray &b : numbers) {
            const auto left = *ExactDecimal::fromJson(a);
            const auto right = *ExactDecimal::fromJson(b);
            const int expected = sign(left <=> right);
            QCOMPARE(sign(compareJsonNumbers(a, b)), expected);
            QCOMPARE(sign(left.sortKey().compare(right.sortKey()) <=> 0), expected);
        }
    }
    // And they agree with plain arithmetic where that is exact.
    for (qint64 a = -120; a <= 120; a += 7) {
        for (qint64 b = -120; b <= 120; b += 5)
            QCOMPARE(sign(ExactDecimal(a) <=> ExactDecimal(b)), sign(a <=> b));
    }
    QCOMPARE(ExactDecimal(std::numeric_limits<qint64>::min()).toJson(), QByteArray("-9223372036854775808"));
    QCOMPARE(ExactDecimal(std::numeric_limits<qint64>::max()).toJson(), QByteArray("9223372036854775807"));
}

void tst_ExactDecimal::sortKeyIsShort()
{
    QCOMPARE(ExactDecimal::fromJson("0")->sortKey().size(), 1);
    QCOMPARE(ExactDecimal::fromJson("12345")->sortKey().size(), 5);
    QCOMPARE(ExactDecimal::fromJson("-1e400")->sortKey().size(), 12);
}

void tst_ExactDecimal::longNumbersAreNotCopiedToBeCompared()
{
    const QByteArray nines(1000000, '9');
    const QByteArray more = nines + ".1";
    QVERIFY(std::is_eq(compareJsonNumbers(nines, QByteArray(nines + "e0"))));
    QVERIFY(std::is_gt(compareJsonNumbers(more, nines)));
    QVERIFY(std::is_lt(compareJsonNumbers(QByteArray('-' + more), QByteArray('-' + nines))));
    QVERIFY(std::is_eq(compareJsonNumbers(QByteArray("0.").append(1000000, '0').append('1'), "1e-1000001")));
}

void tst_ExactDecimal::sum_data()
{
    QTest::addColumn<QList<QByteArray>>("numbers");
    QTest::addColumn<QByteArray>("sum");
    QTest::addColumn<QByteArray>("smallest");
    QTest::addColumn<QByteArray>("largest");
    const auto row = [](const QList<QByteArray> &numbers, const char *sum, const char *least,
                        const char *most) {
        QTest::newRow(numbers.join(" + ").constData())
            << numbers << QByteArray(sum) << QByteArray(least) << QByteArray(most);
    };
    row({"0.1", "0.2"}, "0.3", "0.1", "0.2");
    row({"1", "-1"}, "0", "-1", "1");
    row({"0", "-0"}, "0", "0", "0");
    row({"5"}, "5", "5", "5");
    row({"1e20", "1", "-1e20"}, "1", "-100000000000000000000", "100000000000000000000");
    row({"12345678901234567890", "1"}, "12345678901234567891", "1", "12345678901234567890");
    row({"999999999", "1"}, "1000000000", "1", "999999999");
    row({"-999999999", "-1"}, "-1000000000", "-999999999", "-1");
    row({"-1000000000", "1"}, "-999999999", "-1000000000", "1");
    row({"0.000000001", "-1"}, "-0.999999999", "-1", "0.000000001");
    row({"1e-9", "1e-10", "1e9"}, "1000000000.0000000011", "0.0000000001", "1000000000");
    row({"-1e400", "1e400", "-2"}, "-2", "-1e400", "1e400");
    row({"123456789.987654321", "0.000000000000000001"}, "123456789.987654321000000001",
        "0.000000000000000001", "123456789.987654321");
}

void tst_ExactDecimal::sum()
{
    QFETCH(QList<QByteArray>, numbers);
    ExactSum sum;
    for (const QByteArray &number : numbers)
        QVERIFY(sum.add(number));
    QCOMPARE(sum.count(), numbers.size());
    QTEST(sum.sum().value().toJson(), "sum");
    QTEST(sum.smallest().value().toJson(), "smallest");
    QTEST(sum.largest().value().toJson(), "largest");
    QTEST(sum.sum().value().toJson(), "sum"); // asking changes nothing
}

void tst_ExactDecimal::sumAgreesWithIntegers()
{
    for (quint32 seed = 1; seed <= 200; ++seed) {
        QRandomGenerator random(seed);
        ExactSum sum;
        qint64 expected = 0; // in millionths
        for (int i = 0; i < 200; ++i) {
            const qint64 value = qint64(random.bounded(2000000000)) * (random.bounded(2) ? 1 : -1)
                               * (random.bounded(2) ? 1 : 100000);
            expected += value;
            QVERIFY(sum.add(QByteArray::number(value).append("e-6")));
            if (random.bounded(10) == 0) {
                const ExactDecimal so = *ExactDecimal::fromJson(QByteArray::number(expected).append("e-6"));
                QVERIFY2(sum.sum() == so, qPrintable(QStringLiteral("seed %1").arg(seed)));
            }
        }
    }
}

void tst_ExactDecimal::sumDoesNotDependOnOrder()
{
    for (quint32 seed = 1; seed <= 50; ++seed) {
        JsonGenerator generator(seed);
        QList<QByteArray> numbers;
        for (int i = 0; i < 60; ++i)
            numbers.append(generator.number());
        ExactSum there;
        ExactSum back;
        for (qsizetype i = 0; i < numbers.size(); ++i) {
            QVERIFY(there.add(numbers[i]));
            QVERIFY(back.add(numbers[numbers.size() - 1 - i]));
        }
        QVERIFY(there.isSummable());
        QVERIFY2(there.sum() == back.sum(), qPrintable(QStringLiteral("seed %1").arg(seed)));
        QVERIFY(there.mean() == back.mean());
    }
}

void tst_ExactDecimal::notSummable()
{
    for (const char *number : {"1e5000", "1e-5000", "1e999999999999999999999", "-1e100000"}) {
        ExactSum sum;
        QVERIFY(sum.add("1"));
        QVERIFY(sum.add(number));
        QVERIFY(sum.add("2"));
        QVERIFY(!sum.isSummable());
        QVERIFY(!sum.sum());
        QVERIFY(!sum.mean());
        QCOMPARE(sum.count(), 3);
        QVERIFY(*sum.smallest() <= *ExactDecimal::fromJson(number));
        QVERIFY(*sum.largest() >= *ExactDecimal::fromJson(number));
    }
    ExactSum sum;
    QVERIFY(sum.add("0e5000"));
    QVERIFY(sum.add("1e4000"));
    QVERIFY(sum.isSummable());
}

void tst_ExactDecimal::sumRefusesOtherText()
{
    ExactSum sum;
    QVERIFY(!sum.add("\"1\""));
    QVERIFY(!sum.add(""));
    QCOMPARE(sum.count(), 0);
    QVERIFY(!sum.smallest());
    QVERIFY(!sum.mean());
    QCOMPARE(sum.sum(), ExactDecimal());
}

void tst_ExactDecimal::mean_data()
{
    QTest::addColumn<QList<QByteArray>>("numbers");
    QTest::addColumn<int>("digits");
    QTest::addColumn<QByteArray>("mean");
    const auto row = [](const QList<QByteArray> &numbers, int digits, const char *mean) {
        QTest::addRow("%s to %d", numbers.join(' ').constData(), digits)
            << numbers << digits << QByteArray(mean);
    };
    row({"1", "2"}, 20, "1.5");
    row({"1", "1", "2"}, 5, "1.3333");
    row({"1", "2", "2"}, 5, "1.6667");
    row({"-1", "-2", "-2"}, 5, "-1.6667");
    row({"0.1", "0.2", "0.3"}, 20, "0.2");
    row({"0", "0"}, 20, "0");
    row({"0", "0", "1e-30"}, 3, "3.33e-31");
    row({"999.96", "999.98"}, 3, "1000");
    row({"9.5", "9.5"}, 1, "10");
    row({"1", "0", "0", "0", "0", "0", "0"}, 10, "0.1428571429");
    row({"12345678901234567890", "12345678901234567891"}, 40, "12345678901234567890.5");
    row({"12345678901234567890", "12345678901234567891"}, 20, "12345678901234567891");
    row({"12345678901234567890", "12345678901234567891"}, 0, "10000000000000000000");
    row({"4"}, 1, "4");
    row({"1e400", "0"}, 5, "5e399");
}

void tst_ExactDecimal::mean()
{
    QFETCH(QList<QByteArray>, numbers);
    QFETCH(int, digits);
    ExactSum sum;
    for (const QByteArray &number : numbers)
        QVERIFY(sum.add(number));
    QTEST(sum.mean(digits).value().toJson(), "mean");
}

void tst_ExactDecimal::manyCarries()
{
    // The sum crosses 0 again and again, with each group of digits full.
    ExactSum sum;
    for (int i = 0; i < 2000; ++i) {
        QVERIFY(sum.add("999999999999999999999999999.999999999"));
        QVERIFY(sum.sum());
        QVERIFY(sum.add("-999999999999999999999999999.999999999"));
        QCOMPARE(sum.sum(), ExactDecimal::fromJson(QByteArray::number(-i).append("e-9")));
        QVERIFY(sum.add("-0.000000001"));
        QVERIFY(sum.sum()->isNegative());
    }
    QCOMPARE(sum.sum()->toJson(), QByteArray("-0.000002"));
}

QTEST_GUILESS_MAIN(tst_ExactDecimal)

#include "tst_exactdecimal.moc"
