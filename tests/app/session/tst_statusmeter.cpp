// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "failonwarning.h"

#include "session/statusmeter.h"

#include <QTest>

using namespace Studio;

class TestStatusMeter : public QObject
{
    Q_OBJECT

private slots:
    void init() { TestSupport::failOnUnannouncedWarning(); }
    void tellsTheLineAtOnce();
    void tellsFiguresTenTimesASecond();
    void measuresOverTheLastSecond();
    void remembersSinceWhenTheLineIsDown();

private:
    static StatusMeter::Reading reading(Hpkv::ConnectionState state, quint64 sent = 0, quint64 heard = 0)
    {
        StatusMeter::Reading made;
        made.state = state;
        made.statistics.requestsSent = sent;
        made.heard = heard;
        made.lastError = {Hpkv::ErrorKind::ConnectionLost, u"lost"_qs};
        return made;
    }
};

void TestStatusMeter::tellsTheLineAtOnce()
{
    StatusMeter meter;
    QCOMPARE(meter.measure(reading(Hpkv::ConnectionState::Connecting), 1000)->line, LineState::Connecting);
    QVERIFY(!meter.measure(reading(Hpkv::ConnectionState::Connecting), 2000));
    const auto connected = meter.measure(reading(Hpkv::ConnectionState::Connected), 2001);
    QCOMPARE(connected->line, LineState::Connected);
    QVERIFY(!connected->lastError.isError());
    const auto failed = meter.measure(reading(Hpkv::ConnectionState::Disconnected), 2002);
    QCOMPARE(failed->line, LineState::Failed);
    QCOMPARE(failed->lastError.kind, Hpkv::ErrorKind::ConnectionLost);
    meter.reset();
    QVERIFY(meter.measure(reading(Hpkv::ConnectionState::Disconnected), 2003));
}

void TestStatusMeter::tellsFiguresTenTimesASecond()
{
    StatusMeter meter;
    int told = 0;
    for (int ms = 0; ms < 1000; ++ms) {
        if (meter.measure(reading(Hpkv::ConnectionState::Connected, quint64(ms)), 10'000 + ms))
            ++told;
    }
    QVERIFY2(told >= 9 && told <= 12, qPrintable(QString::number(told)));
}

void TestStatusMeter::measuresOverTheLastSecond()
{
    StatusMeter meter;
    std::optional<SessionStatus> last;
    for (int i = 0; i <= 50; ++i) {
        const auto status = meter.measure(
            reading(Hpkv::ConnectionState::Connected, quint64(5 * i), quint64(20 * i)), 100 * i);
        if (status)
            last = status;
    }
    QCOMPARE(last->requestsPerSecond, 50.0);
    QCOMPARE(last->changesPerSecond, 200.0);
    // Then nothing: it falls to zero within the second.
    for (int i = 51; i <= 62; ++i) {
        const auto status = meter.measure(reading(Hpkv::ConnectionState::Connected, 250, 1000), 100 * i);
        if (status)
            last = status;
    }
    QCOMPARE(last->requestsPerSecond, 0.0);
    QCOMPARE(last->changesPerSecond, 0.0);
}

void TestStatusMeter::remembersSinceWhenTheLineIsDown()
{
    StatusMeter meter;
    QCOMPARE(meter.measure(reading(Hpkv::ConnectionState::Connected), 1000)->downSince, 0);
    QCOMPARE(meter.measure(reading(Hpkv::ConnectionState::Reconnecting), 2000)->downSince, 2000);
    meter.reconnecting(3, 9000);
    StatusMeter::Reading waiting = reading(Hpkv::ConnectionState::Reconnecting);
    waiting.msUntilReconnect = 500;
    const auto status = meter.measure(waiting, 3000);
    QCOMPARE(status->downSince, 2000);
    QCOMPARE(status->attempt, 3);
    QCOMPARE(status->nextAttemptAt, 9000);
    // While an attempt is being made none is planned.
    QCOMPARE(meter.measure(reading(Hpkv::ConnectionState::Reconnecting), 3100)->nextAttemptAt, 0);
    const auto back = meter.measure(reading(Hpkv::ConnectionState::Connected), 4000);
    QCOMPARE(back->downSince, 0);
    QCOMPARE(back->attempt, 0);
}

QTEST_GUILESS_MAIN(TestStatusMeter)
#include "tst_statusmeter.moc"
