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

    void rangesWithoutANumberAreLeftOut()
    {
        QCOMPARE(TileTexts::rangesIn(QStringLiteral("high, red\n5, blue")).size(), 1);
    }
};

QTEST_GUILESS_MAIN(TestTileTexts)
#include "tst_tiletexts.moc"
