// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "browser/agetext.h"

#include "failonwarning.h"

#include <QLocale>
#include <QTest>

using namespace Studio;

class AgeTextTest : public QObject
{
    Q_OBJECT

private slots:
    void init() { TestSupport::failOnUnannouncedWarning(); }

    void age_data()
    {
        QTest::addColumn<qint64>("ago");
        QTest::addColumn<QString>("expected");
        QTest::newRow("just") << 0LL << QStringLiteral("now");
        QTest::newRow("clock ahead") << -5000LL << QStringLiteral("now");
        QTest::newRow("almost two seconds") << 1999LL << QStringLiteral("now");
        QTest::newRow("seconds") << 4200LL << QStringLiteral("4 s");
        QTest::newRow("last second") << 59999LL << QStringLiteral("59 s");
        QTest::newRow("minutes") << 120000LL << QStringLiteral("2 min");
        QTest::newRow("hours") << 3LL * 3600 * 1000 << QStringLiteral("3 h");
    }
    void age()
    {
        QFETCH(qint64, ago);
        QFETCH(QString, expected);
        const qint64 now = 1'800'000'000'000;
        QCOMPARE(ageText(now - ago, now), expected);
    }

    void afterADayTheDate()
    {
        const qint64 now = 1'800'000'000'000;
        const QString text = ageText(now - 3LL * 86400 * 1000, now);
        QVERIFY(!text.contains(u'h'));
        QCOMPARE(text, QLocale().toString(QDateTime::fromMSecsSinceEpoch(now).date().addDays(-3),
                                          QLocale::ShortFormat));
    }
};

QTEST_GUILESS_MAIN(AgeTextTest)
#include "tst_agetext.moc"
