// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "shell/fuzzymatch.h"

#include "failonwarning.h"

#include <QTest>

using namespace Studio;

class TestFuzzyMatch : public QObject
{
    Q_OBJECT

private slots:
    void init() { TestSupport::failOnUnannouncedWarning(); }
    void matches_data();
    void matches();
    void better_data();
    void better();
    void veryLongPatternEnds();
};

void TestFuzzyMatch::matches_data()
{
    QTest::addColumn<QString>("pattern");
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("matches");
    QTest::addColumn<QList<int>>("positions");
    const auto row = [](const char *pattern, const char *text, bool matches, const QList<int> &positions) {
        QTest::addRow("%s in %s", pattern, text)
            << QString::fromUtf8(pattern) << QString::fromUtf8(text) << matches << positions;
    };
    row("", "Anything", true, {});
    row("  ", "Anything", true, {});
    row("set", "Settings…", true, {0, 1, 2});
    row("SET", "settings", true, {0, 1, 2});
    row("rl", "Reset layout", true, {0, 6});
    row("dark theme", "Dark theme", true, {0, 1, 2, 3, 5, 6, 7, 8, 9});
    row("xyz", "Settings…", false, {});
    row("tes", "set", false, {});
    row("settings", "set", false, {});
    row("ü", "Über HPKV Studio", true, {0});
    row("a", "", false, {});
    row("co", "Choose connection", true, {7, 8});
}

void TestFuzzyMatch::matches()
{
    QFETCH(QString, pattern);
    QFETCH(QString, text);
    const FuzzyMatch match = fuzzyMatch(pattern, text);
    QTEST(match.matches, "matches");
    QTEST(match.positions, "positions");
}

void TestFuzzyMatch::better_data()
{
    QTest::addColumn<QString>("pattern");
    QTest::addColumn<QString>("better");
    QTest::addColumn<QString>("worse");
    const auto row = [](const char *pattern, const char *better, const char *worse) {
        QTest::addRow("%s: %s", pattern, better)
            << QString::fromUtf8(pattern) << QString::fromUtf8(better) << QString::fromUtf8(worse);
    };
    row("key", "New key…", "Make one yes");
    row("save", "Save changes", "Show all vacant elements");
    row("rl", "Reset layout", "Larger text, really");
    row("quit", "Quit", "Quit and keep everything open for the next time");
}

void TestFuzzyMatch::better()
{
    QFETCH(QString, pattern);
    QFETCH(QString, better);
    QFETCH(QString, worse);
    const FuzzyMatch good = fuzzyMatch(pattern, better);
    const FuzzyMatch bad = fuzzyMatch(pattern, worse);
    QVERIFY(good.matches);
    QVERIFY2(!bad.matches || good.score > bad.score,
             qPrintable(QStringLiteral("%1 against %2").arg(good.score).arg(bad.score)));
}

void TestFuzzyMatch::veryLongPatternEnds()
{
    const QString text(100'000, QLatin1Char('a'));
    QVERIFY(fuzzyMatch(text, text).matches);
    QVERIFY(!fuzzyMatch(text, QStringLiteral("aaa")).matches);
}

QTEST_APPLESS_MAIN(TestFuzzyMatch)
#include "tst_fuzzymatch.moc"
