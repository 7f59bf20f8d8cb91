// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "session/lastkeyplanner.h"

#include "failonwarning.h"

#include <QDateTime>
#include <QRandomGenerator>
#include <QTest>
#include <QUuid>

#include <algorithm>
#include <functional>
#include <vector>

using namespace Studio;

namespace
{

using Keys = std::vector<QByteArray>;

QByteArray ulid(qint64 at, QRandomGenerator &random)
{
    constexpr char alphabet[] = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    QByteArray text(26, '0');
    for (int i = 9; i >= 0; --i, at /= 32)
        text[i] = alphabet[at % 32];
    for (int i = 10; i < 26; ++i)
        text[i] = alphabet[random.bounded(32)];
    return text;
}

Keys make(int count, const std::function<QByteArray(int)> &key)
{
    Keys keys;
    keys.reserve(size_t(count));
    for (int i = 0; i < count; ++i)
        keys.push_back("b:" + key(i));
    std::sort(keys.begin(), keys.end());
    keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
    return keys;
}

/// Plays the store. `tellsEnd`: its pages say whether more follows.
void play(LastKeyPlanner &planner, const Keys &keys, bool tellsEnd = true)
{
    while (!planner.isFinished()) {
        const auto at = std::lower_bound(keys.begin(), keys.end(), planner.probe());
        if (at == keys.end() || *at > planner.end())
            planner.answer({}, false);
        else
            planner.answer(*at, tellsEnd && at + 1 == keys.end());
    }
}

/// Some keys in even steps, as a mirror knows them.
QList<QByteArray> some(const Keys &keys, int count)
{
    QList<QByteArray> samples;
    for (int i = 0; i < count; ++i)
        samples.append(keys[keys.size() * size_t(i) / size_t(count)]);
    return samples;
}

} // namespace

class tst_LastKeyPlanner : public QObject
{
    Q_OBJECT

private slots:
    void init() { TestSupport::failOnUnannouncedWarning(); }
    void requests_data();
    void requests();
    void smallBranches();
    void anyKeys_data();
    void anyKeys();
    void deletedSamples();
    void writesMeanwhile();
    void pagesWithoutAnEnd();
    void wholeStore();
    void givesUp();
    void strangeAnswer();
};

void tst_LastKeyPlanner::requests_data()
{
    QTest::addColumn<Keys>("keys");
    QTest::addColumn<int>("most"); // with samples
    QTest::addColumn<int>("mostBlind"); // knowing nothing
    constexpr int N = 50'000;
    QRandomGenerator random(7);
    QTest::newRow("UUID") << make(N, [&](int) {
        QByteArray bytes(16, Qt::Uninitialized);
        random.fillRange(reinterpret_cast<quint32 *>(bytes.data()), 4);
        return QUuid::fromRfc4122(bytes).toByteArray(QUuid::WithoutBraces);
    }) << 16 << 26;
    QTest::newRow("padded numbers") << make(N, [](int i) {
        return QByteArray::number(i).rightJustified(12, '0');
    }) << 24 << 32;
    QTest::newRow("numbers") << make(N, [](int i) { return QByteArray::number(i); }) << 24 << 30;
    QTest::newRow("ULID") << make(N, [&](int i) { return ulid(1'764'000'000'000 + i * 2137ll, random); })
                          << 22 << 26;
    QTest::newRow("ISO times") << make(N, [](int i) {
        return QDateTime::fromMSecsSinceEpoch(1'764'000'000'000 + i * 2137ll, Qt::UTC)
            .toString(Qt::ISODateWithMs)
            .toLatin1();
    }) << 32 << 36;
    QTest::newRow("milliseconds") << make(N, [](int i) {
        return QByteArray::number(1'764'000'000'000 + i * 2137ll);
    }) << 28 << 32;
}

void tst_LastKeyPlanner::requests()
{
    QFETCH(const Keys, keys);
    QFETCH(const int, most);
    QFETCH(const int, mostBlind);
    LastKeyPlanner planner("b:", some(keys, 32));
    play(planner, keys);
    QCOMPARE(planner.key(), keys.back());
    QVERIFY(planner.isExact());
    LastKeyPlanner blind("b:", {});
    play(blind, keys);
    QCOMPARE(blind.key(), keys.back());
    // The first page of a level is what is known as a rule.
    LastKeyPlanner first("b:", QList<QByteArray>(keys.begin(), keys.begin() + 32));
    play(first, keys);
    QCOMPARE(first.key(), keys.back());
    const auto said = QString::asprintf("%d requests with samples, %d with the first page, %d blind",
                                        planner.requests(), first.requests(), blind.requests());
    QVERIFY2(planner.requests() <= most, qPrintable(said));
    QVERIFY2(blind.requests() <= mostBlind, qPrintable(said));
    QVERIFY2(first.requests() <= mostBlind, qPrintable(said));
}

void tst_LastKeyPlanner::smallBranches()
{
    LastKeyPlanner none("b:", {});
    play(none, {});
    QVERIFY(!none.key());
    QCOMPARE(none.requests(), 1);

    LastKeyPlanner one("b:", {});
    play(one, {"a:1", "b:1"});
    QCOMPARE(one.key(), QByteArray("b:1"));
    QCOMPARE(one.requests(), 1);

    LastKeyPlanner others("b:", {});
    play(others, {"a:1", "b:1", "c:1"});
    QCOMPARE(others.key(), QByteArray("b:1"));

    LastKeyPlanner itself("b:", {});
    play(itself, {"b:", "b;"});
    QCOMPARE(itself.key(), QByteArray("b:"));
}

void tst_LastKeyPlanner::anyKeys_data()
{
    QTest::addColumn<QString>("alphabet");
    QTest::newRow("one letter") << QStringLiteral("a");
    QTest::newRow("two") << QStringLiteral("az");
    QTest::newRow("figures") << QStringLiteral("0123456789");
    QTest::newRow("hexadecimal") << QStringLiteral("0123456789abcdef");
    QTest::newRow("signs") << QStringLiteral(" -_~:./");
    QTest::newRow("all planes") << QString::fromUcs4(U"\u0001a\u00e9\ud7ff\ue000\uffee\U0001F600\U0010FFFF");
}

void tst_LastKeyPlanner::anyKeys()
{
    QFETCH(const QString, alphabet);
    const QList<uint> letters = alphabet.toUcs4();
    QRandomGenerator random(11);
    for (int round = 0; round < 400; ++round) {
        const Keys keys = make(1 + random.bounded(60), [&](int) {
            QString text;
            for (int n = random.bounded(9); n > 0; --n)
                text += QChar::fromUcs4(letters[random.bounded(int(letters.size()))]);
            return text.toUtf8();
        });
        LastKeyPlanner planner("b:", random.bounded(2) == 0 ? QList<QByteArray>() : some(keys, 3));
        play(planner, keys);
        QCOMPARE(planner.key(), keys.back());
        QVERIFY(planner.isExact());
    }
}

void tst_LastKeyPlanner::deletedSamples()
{
    const Keys keys = make(100, [](int i) { return QByteArray::number(i).rightJustified(4, '0'); });
    LastKeyPlanner planner("b:", {"b:0500", "b:0700", "other"});
    play(planner, keys);
    QCOMPARE(planner.key(), QByteArray("b:0099"));

    LastKeyPlanner empty("b:", {"b:0500"});
    play(empty, {});
    QVERIFY(!empty.key());
    QCOMPARE(empty.requests(), 2);
}

void tst_LastKeyPlanner::writesMeanwhile()
{
    Keys keys = make(1000, [](int i) { return QByteArray::number(i).rightJustified(6, '0'); });
    LastKeyPlanner planner("b:", {});
    for (int i = 0; !planner.isFinished(); ++i) {
        const auto at = std::lower_bound(keys.begin(), keys.end(), planner.probe());
        if (at == keys.end())
            planner.answer({}, false);
        else
            planner.answer(*at, at + 1 == keys.end());
        // Behind a place that was empty when it was asked for.
        if (i == 12)
            keys.push_back("b:700000");
    }
    QVERIFY(planner.key() == QByteArray("b:000999") || planner.key() == QByteArray("b:700000"));
    QVERIFY(planner.requests() < 60);
}

void tst_LastKeyPlanner::pagesWithoutAnEnd()
{
    const Keys keys = make(1000, [](int i) { return QByteArray::number(i).rightJustified(6, '0'); });
    LastKeyPlanner planner("b:", some(keys, 8));
    play(planner, keys, false);
    QCOMPARE(planner.key(), keys.back());
    QVERIFY(planner.isExact());
    QVERIFY(planner.requests() < 30);
}

void tst_LastKeyPlanner::wholeStore()
{
    LastKeyPlanner planner({}, {});
    QCOMPARE(planner.probe(), QByteArray(1, '\0'));
    play(planner, {"a", "b:1", "z"});
    QCOMPARE(planner.key(), QByteArray("z"));
}

/// A store that always has one more.
void tst_LastKeyPlanner::givesUp()
{
    LastKeyPlanner planner("b:", {});
    while (!planner.isFinished())
        planner.answer(planner.probe() + '0', false);
    QVERIFY(!planner.isExact());
    QCOMPARE(planner.requests(), LastKeyPlanner::mostRequests());
    QVERIFY(planner.key());
}

void tst_LastKeyPlanner::strangeAnswer()
{
    LastKeyPlanner planner("b:", {});
    planner.answer(QByteArray("c:1"), false);
    QVERIFY(planner.isFinished());
    QVERIFY(!planner.isExact());
    QVERIFY(!planner.key());
}

QTEST_GUILESS_MAIN(tst_LastKeyPlanner)
#include "tst_lastkeyplanner.moc"
