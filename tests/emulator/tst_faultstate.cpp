// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: MIT

#include "faultsjson.h"
#include "faultstate.h"

#include "failonwarning.h"

#include <QTest>

#include <stdexcept>

using namespace hpkv::emulator;
using namespace std::chrono_literals;

class TestFaultState : public QObject
{
    Q_OBJECT

private slots:
    void init() { TestSupport::failOnUnannouncedWarning(); }
    void nextCountsDown();
    void opNarrows();
    void shareIsAShare();
    void timedFaultsEnd();
    void withoutDurationTheyStay();
    void upgradeStatusAndStall();
    void jsonRoundTrip();
    void jsonChangesOnlyWhatItNames();
    void jsonActions();
    void badJsonIsRefused_data();
    void badJsonIsRefused();

private:
    const FaultState::Clock::time_point m_now{1000h};
};

void TestFaultState::nextCountsDown()
{
    FaultState state;
    Faults faults;
    faults.code = CodeFault{429, {2, {}, {}}};
    faults.drop = FaultApply{1, {}, {}};
    state.set(faults, m_now);
    QCOMPARE(state.takeCode(Op::Get).value_or(0), 429);
    QCOMPARE(state.current(m_now).code->apply.next.value_or(-1), 1);
    QCOMPARE(state.takeCode(Op::Get).value_or(0), 429);
    QVERIFY(!state.takeCode(Op::Get));
    QVERIFY(!state.current(m_now).code);
    QVERIFY(state.takeReply(Op::Get).drop);
    QVERIFY(!state.takeReply(Op::Get).drop);
    QVERIFY(state.current(m_now) == Faults());
}

void TestFaultState::opNarrows()
{
    FaultState state;
    Faults faults;
    faults.delay = DelayFault{30ms, {1, {}, 2}};
    state.set(faults, m_now);
    QCOMPARE(state.takeReply(Op::Get).delay.count(), 0);
    QCOMPARE(state.takeReply(Op::Set).delay.count(), 30);
    QCOMPARE(state.takeReply(Op::Set).delay.count(), 0);
}

void TestFaultState::shareIsAShare()
{
    FaultState state;
    Faults faults;
    faults.duplicate = FaultApply{{}, 0.25, {}};
    faults.reorder = FaultApply{{}, 0.0, {}};
    faults.drop = FaultApply{{}, 1.0, {}};
    state.set(faults, m_now);
    int hit = 0;
    for (int i = 0; i < 10'000; ++i) {
        const auto plan = state.takeReply(Op::Get);
        hit += plan.duplicate ? 1 : 0;
        QVERIFY(plan.drop && !plan.reorder);
    }
    QVERIFY2(hit > 2200 && hit < 2800, qPrintable(QString::number(hit)));
}

void TestFaultState::timedFaultsEnd()
{
    FaultState state;
    Faults faults;
    faults.silent = TimedFault{100ms};
    faults.refuse = TimedFault{200ms};
    state.set(faults, m_now);
    QVERIFY(state.silent(m_now) && state.refuses(m_now));
    QVERIFY(state.nextEnd(m_now) == m_now + 100ms);
    QVERIFY(state.current(m_now + 40ms).silent->duration == 60ms);
    QVERIFY(!state.silent(m_now + 100ms));
    QVERIFY(state.nextEnd(m_now + 100ms) == m_now + 200ms);
    QVERIFY(!state.refuses(m_now + 200ms));
    QVERIFY(state.current(m_now + 200ms) == Faults());
    QVERIFY(!state.nextEnd(m_now + 200ms));
}

void TestFaultState::withoutDurationTheyStay()
{
    FaultState state;
    Faults faults;
    faults.silent = TimedFault{};
    state.set(faults, m_now);
    QVERIFY(state.silent(m_now + 10000h));
    QVERIFY(!state.nextEnd(m_now));
    QVERIFY(state.current(m_now).silent.has_value() && !state.current(m_now).silent->duration);
    state.set({}, m_now);
    QVERIFY(!state.silent(m_now));
}

void TestFaultState::upgradeStatusAndStall()
{
    FaultState state;
    Faults faults;
    faults.upgrade = UpgradeFault{50ms, 503, 1s};
    state.set(faults, m_now);
    QCOMPARE(state.upgradeStatus(m_now).value_or(0), 503);
    QCOMPARE(state.upgradeStall(m_now).count(), 50);
    QVERIFY(!state.upgradeStatus(m_now + 1s));
    QCOMPARE(state.upgradeStall(m_now + 1s).count(), 0);
}

void TestFaultState::jsonRoundTrip()
{
    Faults faults;
    faults.delay = DelayFault{250ms, {{}, 0.2, {}}};
    faults.drop = FaultApply{3, {}, {}};
    faults.duplicate = FaultApply{};
    faults.reorder = FaultApply{{}, {}, 6};
    faults.code = CodeFault{429, {5, {}, 2}};
    faults.upgrade = UpgradeFault{10s, 503, 5s};
    faults.silent = TimedFault{60s};
    faults.refuse = TimedFault{};
    QVERIFY(parseFaults(formatFaults(faults), {}).faults == faults);
    QCOMPARE(formatFaults({}), std::string("{}"));
}

void TestFaultState::jsonChangesOnlyWhatItNames()
{
    Faults before;
    before.drop = FaultApply{3, {}, {}};
    before.silent = TimedFault{};
    const auto change = parseFaults(R"({"silent":null,"code":{"value":500}})", before);
    QVERIFY(change.faults.drop == before.drop);
    QVERIFY(!change.faults.silent);
    QCOMPARE(change.faults.code->code, 500);
}

void TestFaultState::jsonActions()
{
    const auto change = parseFaults(R"({"frame":"noId","close":{"code":3001,"reason":"x"},"cut":true})", {});
    QVERIFY(change.stray == StrayFrame::NoId);
    QCOMPARE(change.close->code, 3001);
    QCOMPARE(change.close->reason, std::string("x"));
    QVERIFY(change.cut);
    QVERIFY(change.faults == Faults());
}

void TestFaultState::badJsonIsRefused_data()
{
    QTest::addColumn<QByteArray>("json");
    for (const char *json : {"",
                             "[]",
                             R"({"unknown":1})",
                             R"({"code":429})",
                             R"({"code":{}})",
                             R"({"code":{"value":"429"}})",
                             R"({"code":{"value":429,"apply":{"next":-1}}})",
                             R"({"drop":{"apply":{"share":2}}})",
                             R"({"drop":{"apply":{"share":"all"}}})",
                             R"({"drop":{"apply":{"op":7}}})",
                             R"({"drop":{"apply":{"next":1,"share":1}}})",
                             R"({"drop":{"next":1}})",
                             R"({"delayMs":{}})",
                             R"({"delayMs":250})",
                             R"({"upgrade":{}})",
                             R"({"upgrade":{"status":200}})",
                             R"({"silent":true})",
                             R"({"silent":{"forMs":-1}})",
                             R"({"frame":"other"})",
                             R"({"close":{"code":5}})",
                             R"({"close":3001})",
                             R"({"cut":1})"})
        QTest::newRow(json[0] ? json : "empty") << QByteArray(json);
}

void TestFaultState::badJsonIsRefused()
{
    QFETCH(QByteArray, json);
    QVERIFY_THROWS_EXCEPTION(std::invalid_argument, parseFaults(json.toStdString(), {}));
}

QTEST_APPLESS_MAIN(TestFaultState)
#include "tst_faultstate.moc"
