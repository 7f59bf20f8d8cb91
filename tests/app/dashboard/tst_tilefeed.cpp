// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "dashboard/tilefeed.h"
#include "failonwarning.h"
#include "live/valuesource.h"

#include <QSignalSpy>
#include <QTest>

#include <cmath>
#include <memory>

using namespace Studio;

namespace
{

class FakeSource : public ValueSource
{
public:
    QMap<QByteArray, SourcedValue> values;
    bool live = true;

    void put(const QByteArray &key, const QByteArray &value, qint64 at)
    {
        values.insert(key, {value, ValueState::Read, at});
    }
    std::optional<SourcedValue> value(const QByteArray &key) const override
    {
        return values.contains(key) ? std::optional(values.value(key)) : std::nullopt;
    }
    bool isKnown(const QByteArray &) const override { return true; }
    QList<QByteArray> keysUnder(const QByteArray &prefix, qsizetype limit) const override
    {
        QList<QByteArray> keys;
        for (auto it = values.cbegin(); it != values.cend() && keys.size() < limit; ++it) {
            if (it.key().startsWith(prefix))
                keys.append(it.key());
        }
        return keys;
    }
    qint64 moment() const override { return 0; }
    bool isLive() const override { return live; }
};

TileConfig tile(TileKind kind, const QByteArray &key, const QString &pointer = {})
{
    TileConfig config;
    config.kind = kind;
    config.key = key;
    config.pointer = pointer;
    return config;
}

} // namespace

class TestTileFeed : public QObject
{
    Q_OBJECT

private slots:
    void init() { TestSupport::failOnUnannouncedWarning(); }

    void followsItsKey()
    {
        FakeSource source;
        source.put("k", R"({"n":5})", 900);
        TileFeed feed(source, tile(TileKind::Number, "k", QStringLiteral("/n")), 1000);
        QCOMPARE(feed.keys(), QList<QByteArray>{"k"});
        QVERIFY(feed.prefixes().isEmpty());
        QCOMPARE(feed.reading().text, QByteArray("5"));
        QCOMPARE(feed.changedAt(), 900);
        QCOMPARE(feed.series(0).count(), 1);
        source.put("k", R"({"n":7.5})", 2000);
        QVERIFY(!feed.take({"a", "j", "l"}, 2000));
        QCOMPARE(feed.reading().text, QByteArray("5"));
        QVERIFY(feed.take({"a", "k"}, 2000));
        QCOMPARE(feed.reading().text, QByteArray("7.5"));
        QCOMPARE(feed.series(0).count(), 2);
    }

    void changeSince()
    {
        FakeSource source;
        TileConfig config = tile(TileKind::Number, "k");
        config.sinceMs = 60'000;
        source.put("k", "100", 0);
        TileFeed feed(source, config, 0);
        const auto set = [&](const QByteArray &value, qint64 at) {
            source.put("k", value, at);
            feed.take({"k"}, at);
        };
        set("110", 30'000);
        QCOMPARE(feed.change(40'000)->difference, QByteArray("10"));
        QCOMPARE(feed.change(40'000)->within, 40'000);
        set("90.5", 70'000);
        // What it was a minute ago: 100 held until 30 s.
        QCOMPARE(feed.change(70'000)->difference, QByteArray("-9.5"));
        QCOMPARE(feed.change(70'000)->within, 60'000);
        set("91.5", 100'000);
        QCOMPARE(feed.change(100'000)->difference, QByteArray("-18.5"));
        set("text", 101'000);
        QVERIFY(!feed.change(101'000));
    }

    void gapsWhereTheLineWasDown()
    {
        FakeSource source;
        source.put("a", "1", 1);
        source.put("b", "2", 1);
        TileConfig config = tile(TileKind::LineChart, {});
        config.series = {{"a", {}, {}, Tone::Plain}, {"b", {}, {}, Tone::Plain}};
        TileFeed feed(source, config, 1000);
        QCOMPARE(feed.keys(), (QList<QByteArray>{"a", "b"}));
        QCOMPARE(feed.seriesCount(), 2);
        feed.lineDown(2000);
        feed.tick(3000, false);
        QVERIFY(std::isnan(feed.series(1).at(2500)));
        feed.tick(4000, true);
        QCOMPARE(feed.series(1).at(4000), 2.0);
        // The member goes away, and comes back.
        source.values.remove("a");
        feed.take({"a"}, 5000);
        QVERIFY(std::isnan(feed.series(0).at(5000)));
    }

    void keepsWhatIsStillAboutTheSame()
    {
        FakeSource source;
        source.put("a", "1", 1);
        source.put("b", "2", 1);
        TileConfig config = tile(TileKind::LineChart, {});
        config.series = {{"a", {}, {}, Tone::Plain}};
        TileFeed feed(source, config, 1000);
        feed.take({"a"}, 2000);
        config.series = {{"b", {}, {}, Tone::Plain}, {"a", {}, QStringLiteral("A"), Tone::Red}};
        feed.setConfig(config, 3000);
        QCOMPARE(feed.series(0).count(), 1);
        QCOMPARE(feed.series(1).count(), 3);
        QCOMPARE(feed.series(1).firstAt(), 1000);
    }

    void branches()
    {
        FakeSource source;
        source.put("s:1", "1", 1);
        source.put("s:2", "2", 1);
        source.put("t", "3", 1);
        TileConfig config = tile(TileKind::Table, "s:");
        config.limit = 5;
        TileFeed feed(source, config, 1000);
        QCOMPARE(feed.prefixes(), QList<QByteArray>{"s:"});
        QVERIFY(feed.keys().isEmpty());
        QCOMPARE(feed.rows(), (QList<QByteArray>{"s:1", "s:2"}));
        QVERIFY(!feed.take({"r", "t"}, 2000));
        QCOMPARE(feed.changedAt(), 0);
        QVERIFY(feed.take({"r", "s:3", "t"}, 2000));
        QCOMPARE(feed.changedAt(), 2000);
        const TileFeed age(source, tile(TileKind::Age, "s:*"), 1000);
        QCOMPARE(age.prefixes(), QList<QByteArray>{"s:"});
    }

    void rate()
    {
        FakeSource source;
        TileFeed feed(source, tile(TileKind::Rate, "s:*"), 0);
        for (int i = 0; i < 50; ++i)
            feed.count("s:1", 100'000 + i * 100);
        feed.count("t", 100'000);
        QCOMPARE(feed.rate(105'000), 5.0);
        QCOMPARE(feed.rate(112'000), 3.0); // two of the five seconds are out of sight
        QCOMPARE(feed.rate(200'000), 0.0);
        feed.count("s:1", 200'000);
        QCOMPARE(feed.rate(201'000), 0.1);
    }

    void stale()
    {
        FakeSource source;
        source.put("k", "1", 1000);
        TileConfig config = tile(TileKind::Age, "k");
        config.staleAfterMs = 30'000;
        const TileFeed feed(source, config, 2000);
        QVERIFY(!feed.isStale(31'000));
        QVERIFY(feed.isStale(31'001));
        config.staleAfterMs = 0;
        const TileFeed never(source, config, 2000);
        QVERIFY(!never.isStale(1'000'000'000));
    }

    void whatIsSoAtOnceIsNotMissed()
    {
        FakeSource source;
        source.put("k", "35", 1);
        TileConfig config = tile(TileKind::Number, "k");
        config.alerts = {{AlertKind::Above, QStringLiteral("30"), {}, 0, false, {}},
                         {AlertKind::Above, QStringLiteral("40"), {}, 0, false, {}}};
        TileFeed feed(source, config, 1000);
        QSignalSpy raised(&feed, &TileFeed::alertRaised);
        QSignalSpy ended(&feed, &TileFeed::alertEnded);
        QCOMPARE(feed.firstAlert(), -1);
        feed.tick(1000, true);
        QCOMPARE(raised.count(), 1);
        QVERIFY(feed.alert(0).isFromBeginning());
        source.put("k", "45", 2);
        feed.take({"k"}, 2000);
        QCOMPARE(raised.count(), 2);
        QVERIFY(!feed.alert(1).isFromBeginning());
        // To mute it and to call it something is no other alert; another limit is.
        config.alerts[0].isMuted = true;
        config.alerts[0].label = QStringLiteral("Hot");
        feed.setConfig(config, 3000);
        QVERIFY(feed.alert(0).isOn() && ended.isEmpty());
        config.alerts[1].threshold = QStringLiteral("50");
        feed.setConfig(config, 3000);
        QVERIFY(feed.alert(0).isOn() && !feed.alert(1).isOn());
        QCOMPARE(ended.count(), 1);
        config.key = "other";
        feed.setConfig(config, 3000);
        QCOMPARE(ended.count(), 2);
    }

    void showsWhatItsJudgeSays()
    {
        FakeSource source;
        source.put("k", "35", 1);
        TileConfig config = tile(TileKind::Number, "k");
        config.alerts = {{AlertKind::Above, QStringLiteral("30"), {}, 0, false, {}}};
        const auto judge = std::make_shared<TileFeed>(source, config, 1000);
        TileFeed feed(source, config, 1000);
        feed.setJudge(judge);
        QSignalSpy raised(&feed, &TileFeed::alertRaised);
        feed.tick(1000, true);
        QCOMPARE(feed.firstAlert(), -1);
        judge->tick(1000, true);
        QCOMPARE(feed.firstAlert(), 0);
        QVERIFY(raised.isEmpty());
        judge->acknowledge();
        QCOMPARE(feed.alert(0).phase(), AlertState::Phase::Acknowledged);
        // A judge that knows other rules says nothing about these.
        config.alerts[0].threshold = QStringLiteral("20");
        feed.setConfig(config, 2000);
        QCOMPARE(feed.firstAlert(), -1);
    }

    void theCourseOfThePastIsGiven()
    {
        FakeSource source;
        source.live = false;
        source.put("k", "0.3", 100'000);
        TileFeed feed(source, tile(TileKind::Number, "k"), 100'000);
        QCOMPARE(feed.series(0).count(), 0);
        QVERIFY(!feed.change(100'000));
        feed.setSeries(0, {{40'000, 0.1}, {100'000, 0.3}});
        QCOMPARE(feed.change(100'000)->difference, QByteArray("0.2")); // not 0.19999…
        QCOMPARE(feed.change(100'000)->within, 60'000);
        feed.setSeries(0, {{50'000, 0.5}});
        QCOMPARE(feed.series(0).count(), 1);
    }

    void alerts()
    {
        FakeSource source;
        source.put("k", "29", 1000);
        TileConfig config = tile(TileKind::Number, "k");
        config.alerts = {{AlertKind::Removed, {}, {}, 0, false, {}},
                         {AlertKind::Above, QStringLiteral("30"), {}, 5000, false, {}}};
        TileFeed feed(source, config, 1000);
        QSignalSpy raised(&feed, &TileFeed::alertRaised);
        QSignalSpy ended(&feed, &TileFeed::alertEnded);
        source.put("k", "31", 2000);
        feed.take({"k"}, 2000);
        QCOMPARE(feed.firstAlert(), -1);
        feed.tick(7000, true);
        QCOMPARE(raised.count(), 1);
        QCOMPARE(raised.first().first().toInt(), 1);
        QCOMPARE(feed.firstAlert(), 1);
        feed.acknowledge();
        QCOMPARE(feed.alert(1).phase(), AlertState::Phase::Acknowledged);
        // Nothing is decided while the line is down.
        source.put("k", "20", 8000);
        feed.tick(8000, false);
        feed.take({"k"}, 8000);
        QCOMPARE(ended.count(), 0);
        feed.tick(9000, true);
        QCOMPARE(ended.count(), 1);
        // Nor from the past.
        source.put("k", "99", 10'000);
        source.live = false;
        feed.take({"k"}, 20'000);
        feed.tick(30'000, true);
        QCOMPARE(raised.count(), 1);
    }
};

QTEST_GUILESS_MAIN(TestTileFeed)
#include "tst_tilefeed.moc"
