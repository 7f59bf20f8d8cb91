// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "../session/sessionfixture.h"
#include "failonwarning.h"

#include "watches/accessprobe.h"

using namespace Studio;
using Verdict = AccessProbe::Verdict;

class TestAccessProbe : public QObject
{
    Q_OBJECT

private slots:
    void init() { TestSupport::failOnUnannouncedWarning(); }
    void findsOutByAsking();
    void anUnansweredKeySaysNothing();
    void samplesEveryPart();
    void endsWithItsSession();
};

void TestAccessProbe::findsOutByAsking()
{
    SessionFixture fixture;
    fixture.startServer();
    fixture.put("mine:1", "v");
    fixture.put("other:1", "v");
    Profile profile = fixture.profile();
    profile.credential = CredentialKind::Token;
    const std::string token = fixture.server->createToken("key", {}, "^mine:");
    const auto session = fixture.makeSession(profile, QString::fromStdString(token));
    QTRY_COMPARE(session->status().line, LineState::Connected);
    const auto before = fixture.server->counters();
    AccessProbe probe(*session);
    QSignalSpy finished(&probe, &AccessProbe::finished);
    probe.probe({"mine:1", "mine:missing", "other:1", "other:missing", "mine:1"});
    QVERIFY(probe.isRunning());
    QTRY_COMPARE(finished.size(), 1);
    QVERIFY(!probe.isRunning());
    QList<Verdict> verdicts;
    for (const AccessProbe::Row &row : probe.rows())
        verdicts.append(row.verdict);
    QCOMPARE(verdicts,
             (QList<Verdict>{Verdict::Allowed, Verdict::Allowed, Verdict::Refused, Verdict::Refused}));
    QCOMPARE(probe.count(Verdict::Refused), 2);
    // Nothing was written to find out.
    QCOMPARE(fixture.server->size(), size_t(2));
    QCOMPARE(fixture.stored("mine:1"), QByteArray("v"));
    const auto asked = fixture.server->counters().requests;
    QCOMPARE(asked[1], before.requests[1] + 4);
    for (size_t op = 2; op < asked.size(); ++op)
        QCOMPARE(asked[op], before.requests[op]);
}

void TestAccessProbe::anUnansweredKeySaysNothing()
{
    SessionFixture fixture;
    fixture.startServer();
    const auto session = fixture.makeSession(fixture.profile());
    QTRY_COMPARE(session->status().line, LineState::Connected);
    hpkv::emulator::Faults faults;
    faults.code = hpkv::emulator::CodeFault{500, {.next = 1, .share = {}, .op = {}}};
    fixture.server->setFaults(faults);
    AccessProbe probe(*session);
    QSignalSpy finished(&probe, &AccessProbe::finished);
    probe.probe({"a"});
    QTRY_COMPARE(finished.size(), 1);
    QCOMPARE(probe.rows().at(0).verdict, Verdict::Failed);
    QVERIFY(!probe.rows().at(0).problem.isEmpty());
    // Asked once more, it says.
    probe.probe({"a"});
    QCOMPARE(probe.rows().size(), 1);
    QCOMPARE(probe.rows().at(0).verdict, Verdict::Waiting);
    QTRY_COMPARE(finished.size(), 2);
    QCOMPARE(probe.rows().at(0).verdict, Verdict::Allowed);
}

void TestAccessProbe::samplesEveryPart()
{
    KeyspaceMirror mirror;
    QVERIFY(AccessProbe::sample(mirror, 10).isEmpty());
    Batch batch;
    for (int i = 0; i < 100; ++i) {
        Learned learned;
        learned.key = QByteArray("k") + QByteArray::number(100 + i);
        learned.at = 1;
        batch.items.append(learned);
    }
    mirror.apply(batch);
    const QList<QByteArray> sample = AccessProbe::sample(mirror, 10);
    QCOMPARE(sample.size(), 10);
    QCOMPARE(sample.at(0), QByteArray("k100"));
    QCOMPARE(sample.at(9), QByteArray("k190"));
    QCOMPARE(AccessProbe::sample(mirror, 500).size(), 100);
}

void TestAccessProbe::endsWithItsSession()
{
    SessionFixture fixture;
    fixture.startServer();
    auto session = fixture.makeSession(fixture.profile());
    QTRY_COMPARE(session->status().line, LineState::Connected);
    hpkv::emulator::Faults faults;
    faults.drop = hpkv::emulator::FaultApply{};
    fixture.server->setFaults(faults);
    auto probe = std::make_unique<AccessProbe>(*session);
    QSignalSpy finished(probe.get(), &AccessProbe::finished);
    probe->probe({"a", "b"});
    probe->cancel();
    session->close();
    QTRY_COMPARE(finished.size(), 1);
    QCOMPARE(probe->count(Verdict::Failed), 2);
}

QTEST_GUILESS_MAIN(TestAccessProbe)
#include "tst_accessprobe.moc"
