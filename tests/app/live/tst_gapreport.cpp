// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "../session/sessionfixture.h"
#include "failonwarning.h"

#include "live/gapreport/gapreport.h"
#include "models/keychangemodel.h"

#include <QAbstractItemModelTester>

using namespace Studio;
using Kind = KeyChange::Kind;

class TestGapReport : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup() { m_fixture.reset(); }
    void listsWhatChanged();
    void singleKeysAndWildcards();
    void whatIsHeardAfterwardsIsNoGap();
    void saysHowMuchIsUnverified();
    void twoGapsBehindOneAnother();
    void aPatchBeforeTheGapIsNoChangeInIt();
    void whatWasNotKnownIsNotCreated();
    void modelFollows();

private:
    /// A session that knows everything below "a:" and watches `patterns`.
    std::unique_ptr<Session> open(const WatchPatterns &patterns, GapReport **report);
    void breakLine(Session &session, const std::function<void()> &meanwhile);
    static QStringList kinds(const GapReport &report)
    {
        QStringList kinds;
        for (const auto &[key, change] : report.changes())
            kinds.append(
                QStringLiteral("%1 %2").arg(QString::fromUtf8(key), KeyChangeModel::kindText(change.kind)));
        return kinds;
    }
    std::unique_ptr<SessionFixture> m_fixture;
    QObject m_view;
};

void TestGapReport::init()
{
    TestSupport::failOnUnannouncedWarning();
    m_fixture = std::make_unique<SessionFixture>();
    m_fixture->startServer();
}

std::unique_ptr<Session> TestGapReport::open(const WatchPatterns &patterns, GapReport **report)
{
    auto session = m_fixture->makeSession(m_fixture->profile());
    *report = new GapReport(*session, session.get());
    (*report)->setPatterns(patterns);
    session->setWatchedPatterns(&m_view, patterns);
    QSignalSpy loaded(session.get(), &Session::branchLoaded);
    [&] { QTRY_VERIFY(session->status().watching); }();
    session->loadBranch({});
    [&] { QTRY_COMPARE(loaded.size(), 1); }();
    return session;
}

void TestGapReport::breakLine(Session &session, const std::function<void()> &meanwhile)
{
    m_fixture->server->stop();
    QTRY_COMPARE(session.status().line, LineState::Reconnecting);
    QTRY_VERIFY(!session.status().watching);
    meanwhile();
    m_fixture->server->start();
    session.reconnectNow();
    QTRY_VERIFY(session.status().watching);
}

void TestGapReport::listsWhatChanged()
{
    for (const char *key : {"a:1", "a:2", "a:3", "a:x:1", "b:1"})
        m_fixture->put(key, "before");
    GapReport *report = nullptr;
    const auto session = open({WatchPattern::prefix("a:")}, &report);
    QVERIFY(!report->hasGap());
    QSignalSpy finished(report, &GapReport::finished);
    breakLine(*session, [this] {
        m_fixture->put("a:1", "after");
        m_fixture->server->erase("a:2");
        m_fixture->put("a:x:1", "after");
        m_fixture->put("a:new", "created");
        m_fixture->put("b:1", "not watched");
    });
    QTRY_COMPARE(finished.size(), 1);
    QCOMPARE(kinds(*report),
             (QStringList{u"a:1 changed"_qs, u"a:2 removed"_qs, u"a:new created"_qs, u"a:x:1 changed"_qs}));
    const KeyChange &change = report->changes().at("a:1");
    QCOMPARE(change.before, QByteArray("before"));
    QCOMPARE(change.after, QByteArray("after"));
    QVERIFY(!change.guess);
    QCOMPARE(report->changes().at("a:2").before, QByteArray("before"));
    QCOMPARE(report->unverified(), 0);
    QCOMPARE(report->watched(), 4);
    QVERIFY(report->since() > 0);
    QVERIFY(report->until() >= report->since());
    QVERIFY(!report->isChecking());
    // What is heard from now on belongs to no gap.
    m_fixture->put("a:3", "later");
    QTRY_COMPARE(SessionFixture::known(*session, "a:3"), QByteArray("later"));
    QCOMPARE(report->changes().size(), size_t(4));
}

void TestGapReport::singleKeysAndWildcards()
{
    for (const char *key : {"k", "x:temp", "y:temp", "q1", "other"})
        m_fixture->put(key, "before");
    GapReport *report = nullptr;
    const auto session = open(
        {WatchPattern::key("k"), WatchPattern::fromText("*:temp"), WatchPattern::fromText("/^q/")}, &report);
    QSignalSpy finished(report, &GapReport::finished);
    breakLine(*session, [this] {
        m_fixture->put("k", "after");
        m_fixture->put("x:temp", "after");
        m_fixture->server->erase("q1");
    });
    QTRY_COMPARE(finished.size(), 1);
    QCOMPARE(kinds(*report), (QStringList{u"k changed"_qs, u"q1 removed"_qs, u"x:temp changed"_qs}));
    QCOMPARE(report->watched(), 4);
    QCOMPARE(report->unverified(), 0);
}

void TestGapReport::whatIsHeardAfterwardsIsNoGap()
{
    m_fixture->put("a:1", "before");
    GapReport *report = nullptr;
    const auto session = open({WatchPattern::prefix("a:")}, &report);
    QSignalSpy finished(report, &GapReport::finished);
    breakLine(*session, [] {});
    QTRY_COMPARE(finished.size(), 1);
    QVERIFY(report->changes().empty());
    QCOMPARE(report->unverified(), 0);
}

/// More is watched than is read by itself; the rest is read when it is asked for.
void TestGapReport::saysHowMuchIsUnverified()
{
    for (int i = 0; i < 50; ++i)
        m_fixture->put("a:" + QByteArray::number(100 + i), "before");
    GapReport *report = nullptr;
    const auto session = open({WatchPattern::prefix("a:")}, &report);
    report->setMostAtOnce(20);
    QSignalSpy finished(report, &GapReport::finished);
    breakLine(*session, [this] {
        m_fixture->put("a:100", "after");
        m_fixture->put("a:149", "after");
    });
    QTRY_COMPARE(finished.size(), 1);
    QCOMPARE(report->watched(), 50);
    QCOMPARE(report->unverified(), 30);
    QVERIFY(report->changes().count("a:100"));
    while (report->unverified() > 0) {
        const qsizetype before = finished.size();
        const qint64 left = report->unverified();
        report->checkMore();
        QTRY_COMPARE(finished.size(), before + 1);
        QVERIFY(report->unverified() < left);
    }
    QVERIFY(report->changes().count("a:149"));
    QCOMPARE(report->changes().size(), size_t(2));
}

void TestGapReport::twoGapsBehindOneAnother()
{
    m_fixture->put("a:1", "before");
    m_fixture->put("a:2", "before");
    GapReport *report = nullptr;
    const auto session = open({WatchPattern::prefix("a:")}, &report);
    QSignalSpy finished(report, &GapReport::finished);
    breakLine(*session, [this] { m_fixture->put("a:1", "after"); });
    QTRY_COMPARE(finished.size(), 1);
    breakLine(*session, [this] { m_fixture->put("a:2", "after"); });
    QTRY_COMPARE(finished.size(), 2);
    // The first one was looked through: only the second is told.
    QCOMPARE(kinds(*report), QStringList{u"a:2 changed"_qs});
}

/// Of a patch only what was sent is known; the whole value read afterwards does not contradict it.
void TestGapReport::aPatchBeforeTheGapIsNoChangeInIt()
{
    for (const char *key : {"a:1", "a:2", "a:3"})
        m_fixture->put(key, R"({"unit":"C","value":1})");
    GapReport *report = nullptr;
    const auto session = open({WatchPattern::prefix("a:")}, &report);
    for (const char *key : {"a:1", "a:2"})
        m_fixture->put(key, R"({"value":2})");
    QTRY_COMPARE(session->mirror().info("a:2")->state, ValueState::Presumed);
    QSignalSpy finished(report, &GapReport::finished);
    breakLine(*session, [this] {
        m_fixture->put("a:1", R"({"unit":"C","value":2})");
        m_fixture->put("a:2", R"({"unit":"C","value":3})");
    });
    QTRY_COMPARE(finished.size(), 1);
    QCOMPARE(kinds(*report), QStringList{u"a:2 changed"_qs});
    QVERIFY(report->changes().at("a:2").guess);
}

void TestGapReport::whatWasNotKnownIsNotCreated()
{
    m_fixture->put("a:1", "v");
    m_fixture->put("b:1", "v");
    const auto session = m_fixture->makeSession(m_fixture->profile());
    auto *report = new GapReport(*session, session.get());
    report->setPatterns({WatchPattern::prefix("")});
    session->setWatchedPatterns(&m_view, {WatchPattern::prefix("")});
    QTRY_VERIFY(session->status().watching);
    QSignalSpy loaded(session.get(), &Session::branchLoaded);
    session->loadBranch("a:");
    QTRY_COMPARE(loaded.size(), 1);
    QSignalSpy finished(report, &GapReport::finished);
    breakLine(*session, [this] { m_fixture->put("a:2", "created"); });
    QTRY_COMPARE(finished.size(), 1);
    QVERIFY(session->mirror().isKnown("b:1"));
    QCOMPARE(kinds(*report), QStringList{u"a:2 created"_qs});
}

void TestGapReport::modelFollows()
{
    KeyChangeModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    std::map<QByteArray, KeyChange> changes;
    changes["b"] = {"b", Kind::Changed, true, "1", true, "2", false};
    changes["d"] = {"d", Kind::Removed, true, "1", false, {}, false};
    model.take(changes);
    QCOMPARE(model.rowCount(), 2);
    const QPersistentModelIndex d(model.index(1, 0));
    changes["a"] = {"a", Kind::Created, false, {}, true, "new", false};
    changes["c"] = {"c", Kind::Changed, true, "x", true, "y", true};
    model.take(changes);
    QCOMPARE(model.rowCount(), 4);
    QCOMPARE(d.row(), 3);
    QCOMPARE(model.index(1, KeyChangeModel::ChangeColumn).data().toString(), u"1 → 2"_qs);
    QCOMPARE(model.index(2, KeyChangeModel::KindColumn).data().toString(), u"changed?"_qs);
    changes.erase("b");
    changes["c"].after = "z";
    model.take(changes);
    QCOMPARE(model.rowCount(), 3);
    QCOMPARE(model.index(1, KeyChangeModel::ChangeColumn).data().toString(), u"\"x\" → \"z\""_qs);
    // Of documents the places that changed are told, not their shape, which is the same before and after.
    changes["c"].before = R"({"status":"paid","total":5,"note":1})";
    changes["c"].after = R"({"status":"packed","total":5})";
    model.take(changes);
    QCOMPARE(model.index(1, KeyChangeModel::ChangeColumn).data().toString(),
             u"/note 1 → gone  /status \"paid\" → \"packed\""_qs);
    model.take({});
    QCOMPARE(model.rowCount(), 0);
    QVERIFY(!model.changeAt(0));
}

QTEST_GUILESS_MAIN(TestGapReport)
#include "tst_gapreport.moc"
