// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "shell/keylookup.h"

#include "failonwarning.h"
#include "mirror/keyspacemirror.h"
#include "viewfixture.h"

#include <QSignalSpy>
#include <QTest>

using namespace Studio;
using State = KeyLookup::State;

namespace
{

struct Stage {
    TestSupport::Emulator emulator;
    std::unique_ptr<Session> session;
    KeyLookup lookup;

    explicit Stage(hpkv::emulator::Options options = {})
        : emulator(std::move(options))
    {
        for (int i = 0; i < 100; ++i)
            emulator.server.put("order:" + std::to_string(1000 + i), "1");
        emulator.server.put("user:1", "1");
        session = std::make_unique<Session>(emulator.profile(), QStringLiteral("k"),
                                            TestSupport::Emulator::quick());
        lookup.setSession(session.get());
        lookup.setDelay(0);
    }
    bool connect()
    {
        session->open();
        return QTest::qWaitFor([this] { return session->status().line == LineState::Connected; });
    }
};

} // namespace

class tst_KeyLookup : public QObject
{
    Q_OBJECT

private slots:
    void init() { TestSupport::failOnUnannouncedWarning(); }
    void asksTheStore();
    void knownIsNotAskedAgain();
    void theNextKeyStrokeTakesItBack();
    void offline();
    void refused();
    void looseMatches();
    void withoutASession();
    void theSessionGoes();
};

void tst_KeyLookup::asksTheStore()
{
    Stage stage;
    QVERIFY(stage.connect());
    QVERIFY(stage.session->mirror().knownCount() == 0);
    QSignalSpy changed(&stage.lookup, &KeyLookup::changed);
    stage.lookup.look(QStringLiteral("us"));
    QCOMPARE(stage.lookup.state(), State::Waiting);
    QCOMPARE(stage.lookup.stateText(), QStringLiteral("Looking in the store…"));
    QTRY_COMPARE(stage.lookup.state(), State::Complete);
    QVERIFY(stage.session->mirror().isKnown("user:1"));
    QVERIFY(changed.size() >= 2);
    stage.lookup.look(QStringLiteral("order:"));
    QTRY_COMPARE(stage.lookup.state(), State::More);
    QVERIFY(stage.session->mirror().knownCount() >= KeyLookup::pageSize);
    QVERIFY(stage.lookup.stateText().contains(QLatin1String("more")));
    stage.lookup.look({});
    QCOMPARE(stage.lookup.state(), State::Idle);
    QVERIFY(stage.lookup.stateText().isEmpty());
}

void tst_KeyLookup::knownIsNotAskedAgain()
{
    Stage stage;
    QVERIFY(stage.connect());
    stage.session->setWatchedPrefixes(this, {"user:"});
    QTRY_VERIFY(stage.session->status().watching);
    stage.lookup.look(QStringLiteral("user:"));
    QTRY_COMPARE(stage.lookup.state(), State::Complete);
    QVERIFY(stage.session->mirror().branchCoverage("user:").live);
    stage.lookup.look({});
    stage.lookup.look(QStringLiteral("user:1"));
    QCOMPARE(stage.lookup.state(), State::Complete); // at once
    // What was read without being watched is asked for again: there may be more by now.
    stage.lookup.look(QStringLiteral("order:109"));
    QTRY_COMPARE(stage.lookup.state(), State::Complete);
    stage.emulator.server.put("order:109x", "1");
    stage.lookup.look({});
    stage.lookup.look(QStringLiteral("order:109"));
    QTRY_VERIFY(stage.session->mirror().isKnown("order:109x"));
}

void tst_KeyLookup::theNextKeyStrokeTakesItBack()
{
    Stage stage;
    QVERIFY(stage.connect());
    for (const char *text : {"o", "or", "ord", "orde", "order:109"})
        stage.lookup.look(QString::fromLatin1(text));
    QTRY_COMPARE(stage.lookup.state(), State::Complete);
    // Only the last text was asked for: keys that begin otherwise did not come.
    QVERIFY(stage.session->mirror().isKnown("order:1090"));
    QVERIFY(!stage.session->mirror().isKnown("order:1000"));
}

void tst_KeyLookup::offline()
{
    Stage stage;
    stage.lookup.look(QStringLiteral("us"));
    QCOMPARE(stage.lookup.state(), State::Offline);
    QVERIFY(stage.lookup.stateText().contains(QLatin1String("No connection")));
}

void tst_KeyLookup::refused()
{
    Stage stage;
    QVERIFY(stage.connect());
    const auto fail = [&stage](int code) {
        hpkv::emulator::Faults faults;
        faults.code = hpkv::emulator::CodeFault{code, {std::nullopt, std::nullopt, 5}};
        stage.emulator.server.setFaults(faults);
    };
    fail(403);
    stage.lookup.look(QStringLiteral("us"));
    QTRY_COMPARE(stage.lookup.state(), State::Refused);
    QVERIFY(!stage.lookup.stateText().isEmpty());
    fail(500);
    stage.lookup.look(QStringLiteral("use"));
    QTRY_COMPARE(stage.lookup.state(), State::Failed);
}

void tst_KeyLookup::looseMatches()
{
    Stage stage;
    QVERIFY(stage.connect());
    stage.lookup.look(QStringLiteral("order:"));
    QTRY_COMPARE(stage.lookup.state(), State::More);
    stage.lookup.look(QStringLiteral("o1003"));
    QTRY_VERIFY(!stage.lookup.fuzzy().found.isEmpty());
    QCOMPARE(stage.lookup.fuzzy().found.constFirst().key, QByteArray("order:1003"));
    stage.lookup.look(QStringLiteral("x"));
    QVERIFY(stage.lookup.fuzzy().found.isEmpty());
}

void tst_KeyLookup::withoutASession()
{
    KeyLookup lookup;
    lookup.look(QStringLiteral("x"));
    QCOMPARE(lookup.state(), State::Idle);
}

void tst_KeyLookup::theSessionGoes()
{
    Stage stage;
    QVERIFY(stage.connect());
    stage.lookup.setDelay(0);
    stage.lookup.look(QStringLiteral("order:"));
    QTRY_VERIFY(stage.lookup.state() != State::Waiting);
    stage.session.reset();
    stage.lookup.look(QStringLiteral("user:"));
    QCOMPARE(stage.lookup.state(), State::Idle);
}

QTEST_MAIN(tst_KeyLookup)
#include "tst_keylookup.moc"
