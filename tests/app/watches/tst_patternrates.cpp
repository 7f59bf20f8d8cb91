// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "failonwarning.h"

#include "mirror/keyspacemirror.h"
#include "watches/patternrates.h"

#include <QTest>

using namespace Studio;

class TestPatternRates : public QObject
{
    Q_OBJECT

private slots:
    void init() { TestSupport::failOnUnannouncedWarning(); }
    void countsForEveryPatternThatMatches();
    void countsNotificationsOnly();
    void followsThePatterns();
    void losesNothingInAFlood();

private:
    static void take(KeyspaceMirror &mirror, const QList<QByteArray> &keys, qint64 at,
                     Origin origin = Origin::Notification)
    {
        Batch batch;
        for (const QByteArray &key : keys) {
            Learned item;
            item.key = key;
            item.hasValue = true;
            item.value = "1";
            item.state = ValueState::Presumed;
            item.origin = origin;
            item.at = at;
            batch.items.append(item);
        }
        mirror.enqueue(std::make_shared<Batch>(batch));
        mirror.flush();
    }
};

void TestPatternRates::countsForEveryPatternThatMatches()
{
    KeyspaceMirror mirror;
    PatternRates rates(mirror);
    qint64 now = 100'000;
    rates.setClock([&now] { return now; });
    const WatchPattern prefix = WatchPattern::prefix("a:");
    const WatchPattern suffix = WatchPattern::fromText("*:temp");
    const WatchPattern expression = WatchPattern::fromText("/^b/");
    rates.setPatterns({prefix, suffix, expression});
    take(mirror, {"a:1", "a:1", "a:temp", "c:temp"}, 100'200);
    take(mirror, {"a:2"}, 101'200);
    rates.refresh();
    QCOMPARE(rates.figuresOf(prefix).lastMinute, 0U); // the second is not over
    now = 101'500;
    rates.refresh();
    QCOMPARE(rates.figuresOf(prefix).lastSecond, 3U);
    QCOMPARE(rates.figuresOf(suffix).lastSecond, 2U);
    QCOMPARE(rates.figuresOf(expression).lastMinute, 0U);
    now = 102'500;
    rates.refresh();
    QCOMPARE(rates.figuresOf(prefix).lastSecond, 1U);
    QCOMPARE(rates.figuresOf(prefix).lastMinute, 4U);
    now = 163'000;
    rates.refresh();
    QCOMPARE(rates.figuresOf(prefix).lastMinute, 0U);
}

void TestPatternRates::countsNotificationsOnly()
{
    KeyspaceMirror mirror;
    PatternRates rates(mirror);
    qint64 now = 101'000;
    rates.setClock([&now] { return now; });
    rates.setPatterns({WatchPattern::prefix("a:")});
    take(mirror, {"a:1", "a:2"}, 100'200, Origin::Page);
    rates.refresh();
    QCOMPARE(rates.figuresOf(WatchPattern::prefix("a:")).lastMinute, 0U);
}

void TestPatternRates::followsThePatterns()
{
    KeyspaceMirror mirror;
    PatternRates rates(mirror);
    qint64 now = 100'000;
    rates.setClock([&now] { return now; });
    rates.setPatterns({WatchPattern::prefix("a:")});
    take(mirror, {"a:1", "b:1"}, 100'200);
    now = 101'000;
    rates.refresh();
    rates.setPatterns({WatchPattern::prefix("b:"), WatchPattern::prefix("a:")});
    take(mirror, {"a:1", "b:1"}, 101'200);
    now = 102'000;
    rates.refresh();
    QCOMPARE(rates.figuresOf(WatchPattern::prefix("a:")).lastMinute, 2U);
    QCOMPARE(rates.figuresOf(WatchPattern::prefix("b:")).lastMinute, 1U);
}

/// More keys than are worked off at a time, and than are remembered.
void TestPatternRates::losesNothingInAFlood()
{
    KeyspaceMirror mirror;
    PatternRates rates(mirror);
    qint64 now = 100'000;
    rates.setClock([&now] { return now; });
    const WatchPattern expression = WatchPattern::fromText("/^k[0-9]+$/");
    rates.setPatterns({expression, WatchPattern::fromText("*9")});
    QList<QByteArray> keys;
    const int count = int(PatternRates::mostKeys) + 5'000;
    for (int i = 0; i < count; ++i)
        keys.append('k' + QByteArray::number(i));
    take(mirror, keys, 100'500);
    now = 101'100;
    rates.refresh();
    // Long under a sanitizer.
    QTRY_COMPARE_WITH_TIMEOUT(rates.figuresOf(expression).lastSecond, quint32(count), 60'000);
    QCOMPARE(rates.figuresOf(WatchPattern::fromText("*9")).lastSecond, quint32(count / 10));
}

QTEST_GUILESS_MAIN(TestPatternRates)
#include "tst_patternrates.moc"
