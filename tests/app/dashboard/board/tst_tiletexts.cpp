// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "dashboard/board/tiletexts.h"
#include "failonwarning.h"

#include <QTest>

using namespace Studio;

class TestTileTexts : public QObject
{
    Q_OBJECT

private slots:
    void init() { TestSupport::failOnUnannouncedWarning(); }

    void listsComeBack()
    {
        const QList<TileSeries> series{{"a:b", QStringLiteral("/t"), QStringLiteral("A b"), Tone::Red},
                                       {"c", {}, {}, Tone::Plain}};
        QCOMPARE(TileTexts::series(series), QStringLiteral("a:b, /t, A b, red\nc"));
        QVERIFY(TileTexts::seriesIn(TileTexts::series(series)) == series);
        const QList<TileColumn> columns{{QStringLiteral("/state"), QStringLiteral("State")},
                                        {QStringLiteral("/x"), {}}};
        QVERIFY(TileTexts::columnsIn(TileTexts::columns(columns)) == columns);
        const QList<TileRange> ranges{{60, Tone::Green}, {85.5, Tone::Orange}};
        QVERIFY(TileTexts::rangesIn(TileTexts::ranges(ranges)) == ranges);
        const QList<TileWord> words{{QStringLiteral("slow"), Tone::Orange},
                                    {QStringLiteral("x"), Tone::Plain}};
        QVERIFY(TileTexts::wordsIn(TileTexts::words(words)) == words);
    }

    void alertsComeBack()
    {
        const QList<AlertRule> alerts{
            {AlertKind::Above, QStringLiteral("30"), QStringLiteral("0.5"), 5000, true, {}},
            {AlertKind::Below, QStringLiteral("-1"), {}, 0, false, {}},
            {AlertKind::NotChanged, {}, {}, 30'000, false, {}},
            {AlertKind::Removed, {}, {}, 0, false, {}},
            {AlertKind::Matches, QStringLiteral("^err"), {}, 1500, false, {}}};
        QString problem;
        QVERIFY(TileTexts::alertsIn(TileTexts::alerts(alerts), &problem) == alerts);
        QCOMPARE(problem, QString());
    }

    void lenient_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("count");
        QTest::addColumn<QString>("problem");
        QTest::newRow("empty") << QString() << 0 << QString();
        QTest::newRow("blank lines") << QStringLiteral("\n , ,\nabove,30\n") << 1 << QString();
        QTest::newRow("time behind the threshold") << QStringLiteral("Above, 30, 5 s") << 1 << QString();
        QTest::newRow("unknown") << QStringLiteral("louder, 3\nabove, 2") << 1 << QStringLiteral("louder");
    }
    void lenient()
    {
        QFETCH(QString, text);
        QFETCH(int, count);
        QFETCH(QString, problem);
        QString said;
        const QList<AlertRule> alerts = TileTexts::alertsIn(text, &said);
        QCOMPARE(alerts.size(), count);
        QCOMPARE(said.isEmpty(), problem.isEmpty());
        QVERIFY(said.contains(problem));
        if (text.contains(QStringLiteral("5 s"))) {
            QCOMPARE(alerts.first().holdMs, 5000);
            QCOMPARE(alerts.first().hysteresis, QString());
        }
    }

    void rangesWithoutANumberAreLeftOut()
    {
        QCOMPARE(TileTexts::rangesIn(QStringLiteral("high, red\n5, blue")).size(), 1);
    }
};

QTEST_GUILESS_MAIN(TestTileTexts)
#include "tst_tiletexts.moc"
