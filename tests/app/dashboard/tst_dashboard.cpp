// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "dashboard/dashboard.h"
#include "dashboard/gridlayout.h"
#include "failonwarning.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace Studio;

namespace
{

/// One tile of each kind with everything set that its kind has.
Dashboard fullDashboard()
{
    Dashboard dashboard;
    dashboard.title = QStringLiteral("Shop floor");
    dashboard.profileName = QStringLiteral("Shop");
    dashboard.baseUrl = QStringLiteral("https://example.com");
    for (int i = 0; i < TileKindCount; ++i) {
        TileConfig tile;
        tile.kind = TileKind(i);
        tile.key = "sensor:\xC3\xA4:";
        tile.pointer = QStringLiteral("/temp");
        tile.label = tileKindName(tile.kind);
        tile.unit = QStringLiteral("°C");
        tile.decimals = 2;
        tile.tone = Tone::Violet;
        tile.series = {{"a", QStringLiteral("/x"), QStringLiteral("A"), Tone::Green},
                       {"b", {}, {}, Tone::Plain}};
        tile.columns = {{QStringLiteral("/state"), QStringLiteral("State")}};
        tile.minimum = -5;
        tile.maximum = 40.5;
        tile.ranges = {{20, Tone::Green}, {40.5, Tone::Red}};
        tile.words = {{QStringLiteral("fine"), Tone::Green}};
        tile.staleAfterMs = 30'000;
        tile.step = 5;
        tile.limit = 7;
        tile.text = QStringLiteral("Ring the bell");
        tile.alerts = {{AlertKind::Above,
                        QStringLiteral("30"),
                        QStringLiteral("0.5"),
                        5000,
                        true,
                        {},
                        QStringLiteral("Hot")}};
        dashboard.add(tile);
    }
    return dashboard;
}

QByteArray fileWith(const QJsonObject &changes)
{
    QJsonObject object = QJsonDocument::fromJson(writeDashboard(fullDashboard())).object();
    for (auto it = changes.begin(); it != changes.end(); ++it)
        object.insert(it.key(), it.value());
    return QJsonDocument(object).toJson();
}

} // namespace

class TestDashboard : public QObject
{
    Q_OBJECT

private slots:
    void init() { TestSupport::failOnUnannouncedWarning(); }

    void fileHoldsEverything()
    {
        const Dashboard dashboard = fullDashboard();
        const QByteArray file = writeDashboard(dashboard);
        const DashboardReading reading = readDashboard(file);
        QVERIFY(reading.dashboard);
        QCOMPARE(reading.problem, QString());
        QVERIFY(*reading.dashboard == dashboard);
        QCOMPARE(writeDashboard(*reading.dashboard), file);
        QVERIFY(!file.contains("secret") && !file.contains("apiKey"));
    }

    void unknownMembersAreKept()
    {
        QJsonObject object = QJsonDocument::fromJson(writeDashboard(fullDashboard())).object();
        object.insert(QStringLiteral("later"), QJsonArray{1, 2});
        QJsonArray tiles = object.value(u"tiles").toArray();
        QJsonObject tile = tiles.at(0).toObject();
        tile.insert(QStringLiteral("shade"), 3);
        QJsonArray alerts = tile.value(u"alerts").toArray();
        QJsonObject alert = alerts.at(0).toObject();
        alert.insert(QStringLiteral("sound"), QStringLiteral("bell"));
        alerts.replace(0, alert);
        tile.insert(QStringLiteral("alerts"), alerts);
        tiles.replace(0, tile);
        object.insert(QStringLiteral("tiles"), tiles);

        const DashboardReading reading = readDashboard(QJsonDocument(object).toJson());
        QVERIFY(reading.dashboard);
        QCOMPARE(QJsonDocument::fromJson(writeDashboard(*reading.dashboard)).object(), object);
    }

    void refused_data()
    {
        QTest::addColumn<QByteArray>("file");
        QTest::addColumn<QString>("saying");
        QTest::newRow("empty") << QByteArray() << QStringLiteral("not JSON");
        QTest::newRow("no JSON") << QByteArray("{") << QStringLiteral("not JSON");
        QTest::newRow("other JSON") << QByteArray("{\"a\":1}") << QStringLiteral("no dashboard");
        QTest::newRow("a list") << QByteArray("[]") << QStringLiteral("no dashboard");
        QTest::newRow("newer") << fileWith({{QStringLiteral("version"), 2}})
                               << QStringLiteral("newer version");
        QTest::newRow("huge") << QByteArray(5 * 1024 * 1024, ' ') << QStringLiteral("too large");
    }
    void refused()
    {
        QFETCH(QByteArray, file);
        QFETCH(QString, saying);
        const DashboardReading reading = readDashboard(file);
        QVERIFY(!reading.dashboard);
        QVERIFY2(reading.problem.contains(saying), qPrintable(reading.problem));
    }

    void oddTilesAreMended()
    {
        const auto tile = [](const QString &id, const QString &kind, const QJsonValue &place) {
            return QJsonObject{{QStringLiteral("id"), id},
                               {QStringLiteral("kind"), kind},
                               {QStringLiteral("key"), QStringLiteral("k")},
                               {QStringLiteral("place"), place}};
        };
        const QJsonArray corner{0, 0, 3, 3};
        const DashboardReading reading = readDashboard(fileWith(
            {{QStringLiteral("tiles"),
              QJsonArray{tile(QStringLiteral("1"), QStringLiteral("value"), corner),
                         tile(QStringLiteral("1"), QStringLiteral("number"), corner),
                         tile(QString(), QStringLiteral("value"), QJsonArray{50, -3, 900, 0}),
                         tile(QStringLiteral("4"), QStringLiteral("hologram"), corner), QJsonValue(7)}}}));
        QVERIFY(reading.dashboard);
        QCOMPARE(reading.dashboard->tiles.size(), 3);
        QVERIFY2(reading.problem.contains(QStringLiteral("2 tile")), qPrintable(reading.problem));
        QSet<QString> ids;
        const QList<QRect> places = reading.dashboard->places();
        for (qsizetype i = 0; i < places.size(); ++i) {
            ids.insert(reading.dashboard->tiles.at(i).id);
            QVERIFY(places.at(i).right() < GridLayout::Columns);
            for (qsizetype j = 0; j < i; ++j)
                QVERIFY(!places.at(i).intersects(places.at(j)));
        }
        QCOMPARE(ids.size(), 3);
    }

    void tileProblems_data()
    {
        QTest::addColumn<int>("fault");
        QTest::addColumn<QString>("saying");
        QTest::newRow("pointer") << 0 << QStringLiteral("JSON Pointer");
        QTest::newRow("no key") << 1 << QStringLiteral("no key");
        QTest::newRow("chart without series") << 2 << QStringLiteral("no series");
        QTest::newRow("series without key") << 3 << QStringLiteral("no key");
        QTest::newRow("gauge") << 4 << QStringLiteral("ends where it begins");
        QTest::newRow("threshold") << 5 << QStringLiteral("no number");
        QTest::newRow("expression") << 6 << QStringLiteral("cannot be read");
        QTest::newRow("place") << 7 << QStringLiteral("no place");
        QTest::newRow("hysteresis") << 8 << QStringLiteral("hysteresis");
        QTest::newRow("no time") << 9 << QStringLiteral("needs a time");
        QTest::newRow("none") << 10 << QString();
    }
    void tileProblems()
    {
        QFETCH(int, fault);
        QFETCH(QString, saying);
        TileConfig tile;
        tile.key = "k";
        tile.place = {0, 0, 3, 3};
        if (fault == 0)
            tile.pointer = QStringLiteral("temp");
        if (fault == 1)
            tile.key.clear();
        if (fault == 2 || fault == 3)
            tile.kind = TileKind::LineChart;
        if (fault == 3)
            tile.series = {{}};
        if (fault == 4) {
            tile.kind = TileKind::Gauge;
            tile.maximum = tile.minimum;
        }
        if (fault == 5)
            tile.alerts = {{AlertKind::Above, QStringLiteral("hot"), {}, 0, false, {}}};
        if (fault == 6)
            tile.alerts = {{AlertKind::Matches, QStringLiteral("("), {}, 0, false, {}}};
        if (fault == 7)
            tile.place = {};
        if (fault == 8)
            tile.alerts = {{AlertKind::Below, QStringLiteral("1"), QStringLiteral("-2"), 0, false, {}}};
        if (fault == 9)
            tile.alerts = {{AlertKind::NotChanged, {}, {}, 0, false, {}}};
        const QString problem = tile.problem();
        QVERIFY2(saying.isEmpty() ? problem.isEmpty() : problem.contains(saying), qPrintable(problem));
    }

    void addFindsRoomAndAnId()
    {
        Dashboard dashboard;
        TileConfig tile;
        tile.key = "k";
        for (int i = 0; i < 5; ++i)
            dashboard.add(tile);
        QCOMPARE(dashboard.tiles.at(0).place, QRect(0, 0, 3, 3));
        QCOMPARE(dashboard.tiles.at(3).place, QRect(9, 0, 3, 3));
        QCOMPARE(dashboard.tiles.at(4).place, QRect(0, 3, 3, 3));
        dashboard.tiles.removeAt(1);
        dashboard.add(tile);
        QCOMPARE(dashboard.tiles.last().place, QRect(3, 0, 3, 3));
        QSet<QString> ids;
        for (const TileConfig &each : std::as_const(dashboard.tiles))
            ids.insert(each.id);
        QCOMPARE(ids.size(), 5);
    }

    void guess_data()
    {
        QTest::addColumn<QByteArray>("value");
        QTest::addColumn<QString>("kind");
        QTest::addColumn<QString>("pointer");
        QTest::newRow("number") << QByteArray("12.5") << "number"
                                << "";
        QTest::newRow("true") << QByteArray("true") << "status"
                              << "";
        QTest::newRow("ok") << QByteArray("ok") << "status"
                            << "";
        QTest::newRow("text") << QByteArray("a longer text") << "value"
                              << "";
        QTest::newRow("unknown") << QByteArray() << "value"
                                 << "";
        QTest::newRow("array") << QByteArray("[1,2]") << "value"
                               << "";
        QTest::newRow("telling number") << QByteArray(R"({"min":0,"temp":21.5,"max":40})") << "number"
                                        << "/temp";
        QTest::newRow("first number") << QByteArray(R"({"a":1,"b":2})") << "number"
                                      << "/a";
        QTest::newRow("status before dull number") << QByteArray(R"({"at":17,"status":"up"})") << "status"
                                                   << "/status";
        QTest::newRow("only texts") << QByteArray(R"({"name":"x"})") << "value"
                                    << "";
        QTest::newRow("odd member") << QByteArray(R"({"a/b~\u00e4":1})") << "number"
                                    << QStringLiteral("/a~1b~0ä");
        QTest::newRow("broken") << QByteArray(R"({"a":1,})") << "value"
                                << "";
    }
    void guess()
    {
        QFETCH(QByteArray, value);
        QFETCH(QString, kind);
        QFETCH(QString, pointer);
        const TileConfig tile = guessTile("k", value);
        QCOMPARE(tileKindName(tile.kind), kind);
        QCOMPARE(tile.pointer, pointer);
        QCOMPARE(tile.key, QByteArray("k"));
    }

    void guessesABranchAndAUnit()
    {
        QCOMPARE(guessTable("order:", {}).kind, TileKind::Table);
        QCOMPARE(guessTile("k", R"({"value":1,"unit":"°C"})").unit, QStringLiteral("°C"));
    }

    void columnsOfABranch_data()
    {
        QTest::addColumn<QList<QByteArray>>("values");
        QTest::addColumn<QStringList>("pointers");
        QTest::newRow("telling members") << QList<QByteArray>{R"({"number":1,"status":"paid","total":5})",
                                                              R"({"number":2,"status":"new","total":7})"}
                                         << QStringList{u"/status"_qs, u"/total"_qs};
        QTest::newRow("no telling ones") << QList<QByteArray>{R"({"name":"a","city":"b","zip":"c"})"}
                                         << QStringList{u"/name"_qs, u"/city"_qs};
        QTest::newRow("in few of them")
            << QList<QByteArray>{R"({"name":"a"})", R"({"name":"b"})", R"({"name":"c","status":"ok"})"}
            << QStringList{u"/name"_qs};
        QTest::newRow("hardly any documents")
            << QList<QByteArray>{"1", "2", R"({"status":"ok"})"} << QStringList();
        QTest::newRow("nothing known") << QList<QByteArray>() << QStringList();
    }
    void columnsOfABranch()
    {
        QFETCH(QList<QByteArray>, values);
        QFETCH(QStringList, pointers);
        const TileConfig tile = guessTable("k:", values);
        QStringList found;
        for (const TileColumn &column : tile.columns)
            found.append(column.pointer);
        QCOMPARE(found, pointers);
        QCOMPARE(tile.key, QByteArray("k:"));
    }

    void words_data()
    {
        QTest::addColumn<QString>("word");
        QTest::addColumn<QString>("tone");
        QTest::newRow("usual") << "OK"
                               << "green";
        QTest::newRow("doubtful") << "slow"
                                  << "orange";
        QTest::newRow("bad") << "failed"
                             << "red";
        QTest::newRow("off") << "off"
                             << "muted";
        QTest::newRow("none") << "blue moon"
                              << "plain";
        QTest::newRow("own") << "Fine"
                             << "teal";
        QTest::newRow("own before usual") << "up"
                                          << "red";
    }
    void words()
    {
        QFETCH(QString, word);
        QFETCH(QString, tone);
        const QList<TileWord> own{{QStringLiteral("fine"), Tone::Teal}, {QStringLiteral("up"), Tone::Red}};
        QCOMPARE(toneName(toneOfWord(word, own)), tone);
    }

    void titles()
    {
        TileConfig tile;
        tile.key = "sensor:berlin";
        tile.pointer = QStringLiteral("/temp");
        QCOMPARE(tile.title(), QStringLiteral("sensor:berlin, temp"));
        tile.kind = TileKind::Table;
        tile.pointer.clear();
        QCOMPARE(tile.title(), QStringLiteral("sensor:berlin*"));
        tile.key.clear();
        QCOMPARE(tile.title(), QStringLiteral("All keys"));
        tile.label = QStringLiteral("Sensors");
        QCOMPARE(tile.title(), QStringLiteral("Sensors"));
    }
};

QTEST_GUILESS_MAIN(TestDashboard)
#include "tst_dashboard.moc"
