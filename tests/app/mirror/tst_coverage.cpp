// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "mirror/coverage.h"

#include "failonwarning.h"

#include <hpkvqt/keys.h>

#include <QRandomGenerator>
#include <QTest>

using namespace Studio;

namespace
{

const QList<QByteArray> colon{":"};

Stretch page(const QByteArray &first, const QByteArray &last)
{
    return CoverageMap::stretch(first, last);
}

Stretch branch(const QByteArray &prefix)
{
    return CoverageMap::stretch(prefix, Hpkv::Keys::prefixEnd(prefix));
}

} // namespace

class CoverageTest : public QObject
{
    Q_OBJECT

private slots:
    void init() { TestSupport::failOnUnannouncedWarning(); }

    void stretches_data()
    {
        QTest::addColumn<QByteArray>("first");
        QTest::addColumn<QByteArray>("last");
        QTest::addColumn<QByteArray>("from");
        QTest::addColumn<QByteArray>("to");
        const QByteArray nul(1, '\0');
        QTest::newRow("page") << QByteArray("a") << QByteArray("b") << QByteArray("a")
                              << QByteArray("b") + nul;
        QTest::newRow("branch") << QByteArray("a:") << Hpkv::Keys::prefixEnd("a:") << QByteArray("a:")
                                << QByteArray("a;");
        QTest::newRow("everything") << nul << Hpkv::Keys::prefixEnd(QByteArray()) << QByteArray()
                                    << CoverageMap::infinity();
        const QByteArray longPrefix(Hpkv::Keys::safeKeySize, 'x');
        QTest::newRow("long branch") << longPrefix << Hpkv::Keys::prefixEnd(longPrefix) << longPrefix
                                     << QByteArray(longPrefix).replace(longPrefix.size() - 1, 1, "y");
        QTest::newRow("two-byte separator") << QByteArray("a\xDF\xBF") << Hpkv::Keys::prefixEnd("a\xDF\xBF")
                                            << QByteArray("a\xDF\xBF") << QByteArray("a\xE0\xA0\x80");
    }

    void stretches()
    {
        QFETCH(QByteArray, first);
        QFETCH(QByteArray, last);
        QFETCH(QByteArray, from);
        QFETCH(QByteArray, to);
        const Stretch stretch = CoverageMap::stretch(first, last);
        QCOMPARE(stretch.from, from);
        QCOMPARE(stretch.to, to);
    }

    void pagesJoin()
    {
        CoverageMap map;
        map.add(page("a", "c"), 1000, false);
        map.add(page(Hpkv::Keys::nextStart("c"), "f"), 1500, false);
        QCOMPARE(map.all().size(), size_t(1));
        const Coverage whole = map.of(page("a", "f"));
        QCOMPARE(whole.level, CoverageLevel::Complete);
        QCOMPARE(whole.asOf, 1000);
        QVERIFY(!whole.live);
        QCOMPARE(map.of(page("a", "g")).level, CoverageLevel::Partial);
        QCOMPARE(map.of(page("g", "h")).level, CoverageLevel::None);
    }

    void distantTimesStayApart()
    {
        CoverageMap map;
        map.add(page("a", "c"), 1000, false);
        map.add(page(Hpkv::Keys::nextStart("c"), "f"), 60'000, false);
        QCOMPARE(map.all().size(), size_t(2));
        QCOMPARE(map.of(page("a", "f")).asOf, 1000);
        QCOMPARE(map.of(page("d", "f")).asOf, 60'000);
    }

    void lineBreak()
    {
        CoverageMap map;
        map.add(branch("a:"), 1000, true);
        map.add(branch("b:"), 1000, false);
        QVERIFY(map.of(branch("a:")).live);
        QVERIFY(!map.of(branch("b:")).live);
        QVERIFY(map.breakLine(5000));
        QVERIFY(map.of(branch("a:")).stale);
        QCOMPARE(map.of(branch("a:")).asOf, 5000);
        QVERIFY(!map.of(branch("b:")).stale);
        QVERIFY(!map.breakLine(6000));
        // Read again: no longer stale, live again.
        map.add(branch("a:"), 7000, true);
        QVERIFY(map.of(branch("a:")).live);
        QVERIFY(!map.of(branch("a:")).stale);
        QVERIFY(map.endLive(page("a:5", "a:6"), 8000));
        QVERIFY(!map.of(branch("a:")).live);
        QVERIFY(map.of(page("a:1", "a:2")).live);
        QCOMPARE(map.of(page("a:5", "a:6")).asOf, 8000);
    }

    void liveSurvivesAPageThatIsNot()
    {
        CoverageMap map;
        map.add(branch("a:"), 1000, true);
        map.add(page("a:1", "a:3"), 2000, false);
        QVERIFY(map.of(branch("a:")).live);
        QCOMPARE(map.all().size(), size_t(1));
    }

    void levels_data()
    {
        QTest::addColumn<QList<QPair<QByteArray, QByteArray>>>("pages");
        QTest::addColumn<QByteArray>("prefix");
        QTest::addColumn<QList<QByteArray>>("separators");
        QTest::addColumn<bool>("complete");
        using Pages = QList<QPair<QByteArray, QByteArray>>;
        const QByteArray start(1, '\0');
        const QByteArray end = Hpkv::Keys::prefixEnd(QByteArray());
        const QList<QByteArray> two{":", "/"};
        QTest::newRow("nothing") << Pages() << QByteArray() << colon << false;
        QTest::newRow("all") << Pages{{start, end}} << QByteArray() << colon << true;
        QTest::newRow("jump behind a branch")
            << Pages{{start, "a:7"}, {"a;", end}} << QByteArray() << colon << true;
        QTest::newRow("jump over a key")
            << Pages{{start, "a:7"}, {"a;0", end}} << QByteArray() << colon << false;
        QTest::newRow("page ends at a leaf")
            << Pages{{start, "a"}, {"a;", end}} << QByteArray() << colon << false;
        QTest::newRow("open end") << Pages{{start, "z:1"}} << QByteArray() << colon << false;
        QTest::newRow("level within")
            << Pages{{"a:", "a:b:3"}, {"a:b;", "a:zz"}, {"a:zz" + start, Hpkv::Keys::prefixEnd("a:")}}
            << QByteArray("a:") << colon << true;
        QTest::newRow("child of the gap")
            << Pages{{start, "a:b:3"}, {"a;", end}} << QByteArray("a:") << colon << false;
        QTest::newRow("deeper level inside one page")
            << Pages{{start, "a:b:3"}, {"a;", end}} << QByteArray("a:a:") << colon << true;
        QTest::newRow("two separators") << Pages{{start, "a/7"}, {"a0", end}} << QByteArray() << two << true;
        QTest::newRow("the other separator")
            << Pages{{start, "a/7"}, {"a0", end}} << QByteArray() << colon << false;
        QTest::newRow("separator first")
            << Pages{{start, "::x"}, {";", end}} << QByteArray() << colon << true;
        QTest::newRow("last branch of all")
            << Pages{{start, "z\xF4\x8F\xBF\xBF:1"}, {"z\xF4\x8F\xBF\xBF;", end}} << QByteArray() << colon
            << true;
    }

    void levels()
    {
        using Pages = QList<QPair<QByteArray, QByteArray>>;
        QFETCH(Pages, pages);
        QFETCH(QByteArray, prefix);
        QFETCH(QList<QByteArray>, separators);
        QFETCH(bool, complete);
        CoverageMap map;
        for (const auto &[first, last] : pages)
            map.add(page(first, last), 1, false);
        QCOMPARE(map.isLevelComplete(prefix, separators), complete);
    }

    /// Against a plain array of one flag for each of a few places.
    void random()
    {
        const quint32 seed = QRandomGenerator::global()->generate();
        qInfo("seed %u", seed);
        QRandomGenerator random(seed);
        constexpr int places = 40;
        struct Place {
            bool known = false;
            bool live = false;
            bool stale = false;
            qint64 asOf = 0;
        };
        const auto key = [](int place) { return QByteArray(1, char('0' + place)); };
        CoverageMap map;
        std::vector<Place> reference(places);
        for (int round = 0; round < 3000; ++round) {
            const int from = random.bounded(places);
            const int to = random.bounded(from, places) + 1;
            const Stretch stretch{key(from), key(to)};
            const qint64 now = round * 20'000LL; // far enough apart to keep each time exact
            switch (random.bounded(8)) {
            case 0:
                map.breakLine(now);
                for (Place &place : reference) {
                    if (place.live)
                        place = {true, false, true, now};
                }
                break;
            case 1:
                map.endLive(stretch, now);
                for (int i = from; i < to; ++i) {
                    Place &place = reference[size_t(i)];
                    if (place.live)
                        place = {true, false, false, now};
                }
                break;
            case 2:
                if (round % 50 == 0) {
                    map.clear();
                    reference.assign(places, {});
                }
                break;
            default: {
                const bool live = random.bounded(2) == 0;
                map.add(stretch, now, live);
                for (int i = from; i < to; ++i) {
                    Place &place = reference[size_t(i)];
                    place = {true, place.live || live, false, now};
                }
            }
            }
            const int low = random.bounded(places);
            const int high = random.bounded(low, places) + 1;
            bool any = false;
            bool all = true;
            bool live = true;
            bool stale = false;
            for (int i = low; i < high; ++i) {
                const Place &place = reference[size_t(i)];
                any = any || place.known;
                all = all && place.known;
                live = live && place.live;
                stale = stale || place.stale;
            }
            const Coverage coverage = map.of({key(low), key(high)});
            QCOMPARE(coverage.level, all   ? CoverageLevel::Complete
                                     : any ? CoverageLevel::Partial
                                           : CoverageLevel::None);
            QCOMPARE(coverage.live, all && live);
            QCOMPARE(coverage.stale, stale);
            const std::vector<CoverageMap::Interval> intervals = map.all();
            for (size_t i = 1; i < intervals.size(); ++i)
                QVERIFY(intervals[i - 1].to <= intervals[i].from);
            qsizetype uncovered = 0;
            for (const Stretch &gap : map.gaps({key(0), key(places)}))
                uncovered += gap.to.front() - gap.from.front();
            QCOMPARE(uncovered, std::count_if(reference.begin(), reference.end(),
                                              [](const Place &place) { return !place.known; }));
        }
    }
};

QTEST_APPLESS_MAIN(CoverageTest)
#include "tst_coverage.moc"
