// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "shell/wording.h"

#include "failonwarning.h"

#include <QDateTime>
#include <QLocale>
#include <QTest>
#include <QUrl>

using namespace Studio;

class TestWording : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom)); }
    void init() { TestSupport::failOnUnannouncedWarning(); }
    void duration_data();
    void duration();
    void opened_data();
    void opened();
    void size_data();
    void size();
    void host_data();
    void host();
    void lineNamesTheAttempt();
};

void TestWording::duration_data()
{
    QTest::addColumn<qint64>("ms");
    QTest::addColumn<QString>("text");
    QTest::newRow("none") << qint64(0) << QStringLiteral("0 s");
    QTest::newRow("negative") << qint64(-5000) << QStringLiteral("0 s");
    QTest::newRow("seconds") << qint64(14'400) << QStringLiteral("14 s");
    QTest::newRow("minutes") << qint64(150'000) << QStringLiteral("2 min");
    QTest::newRow("hours") << qint64(4'320'000) << QStringLiteral("1 h 12 min");
    QTest::newRow("full hour") << qint64(7'200'000) << QStringLiteral("2 h");
    QTest::newRow("many hours") << qint64(40'000'000) << QStringLiteral("11 h");
    QTest::newRow("days") << qint64(3) * 86'400'000 + 5 << QStringLiteral("3 d");
}

void TestWording::duration()
{
    QFETCH(qint64, ms);
    QTEST(Wording::duration(ms), "text");
}

void TestWording::opened_data()
{
    QTest::addColumn<QDateTime>("then");
    QTest::addColumn<QString>("text");
    const QDate day(2026, 11, 23);
    QTest::newRow("now") << QDateTime(day, QTime(15, 29, 30)) << QStringLiteral("opened just now");
    QTest::newRow("minutes") << QDateTime(day, QTime(15, 0)) << QStringLiteral("opened 30 min ago");
    QTest::newRow("hours") << QDateTime(day, QTime(13, 10)) << QStringLiteral("opened 2 h ago");
    QTest::newRow("yesterday") << QDateTime(day.addDays(-1), QTime(1, 0))
                               << QStringLiteral("opened yesterday");
    QTest::newRow("this year") << QDateTime(QDate(2026, 11, 12), QTime(1, 0))
                               << QStringLiteral("opened on 12 November");
    QTest::newRow("before") << QDateTime(QDate(2025, 3, 4), QTime(1, 0))
                            << QStringLiteral("opened on Tuesday, 4 March 2025");
}

void TestWording::opened()
{
    QFETCH(QDateTime, then);
    const QDateTime now(QDate(2026, 11, 23), QTime(15, 30));
    QTEST(Wording::opened(then.toMSecsSinceEpoch(), now.toMSecsSinceEpoch()), "text");
}

void TestWording::size_data()
{
    QTest::addColumn<qint64>("bytes");
    QTest::addColumn<QString>("text");
    QTest::newRow("small") << qint64(412) << QStringLiteral("412 bytes");
    QTest::newRow("below the bound") << qint64(9'999) << QStringLiteral("9,999 bytes");
    QTest::newRow("above") << qint64(23'400) << QStringLiteral("23.4 kB");
}

void TestWording::size()
{
    QFETCH(qint64, bytes);
    QTEST(Wording::size(bytes), "text");
}

void TestWording::host_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<QString>("host");
    const auto row = [](const char *url, const char *host) {
        QTest::newRow(url) << QString::fromLatin1(url) << QString::fromLatin1(host);
    };
    row("https://api-eu-1.hpkv.io", "api-eu-1.hpkv.io");
    row("wss://api-eu-1.hpkv.io/ws?apiKey=secret", "api-eu-1.hpkv.io");
    row("http://127.0.0.1:8090", "127.0.0.1:8090");
    row("https://person:secret@h.example/x", "h.example");
    row("api-us-1.hpkv.io", "api-us-1.hpkv.io");
    row("localhost:3000", "localhost:3000");
}

void TestWording::host()
{
    QFETCH(QString, url);
    QTEST(Wording::host(QUrl(url)), "host");
}

void TestWording::lineNamesTheAttempt()
{
    SessionStatus status;
    QCOMPARE(Wording::line(status), QStringLiteral("Not connected"));
    status.line = LineState::Reconnecting;
    status.attempt = 3;
    QCOMPARE(Wording::line(status), QStringLiteral("Reconnecting, attempt 3"));
    status.line = LineState::Connected;
    QCOMPARE(Wording::line(status), QStringLiteral("Connected"));
}

QTEST_GUILESS_MAIN(TestWording)
#include "tst_wording.moc"
