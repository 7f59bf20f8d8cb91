// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "failonwarning.h"
#include "sessionfixture.h"

#include "session/search/valuesearch.h"

#include <set>

using namespace Studio;
using State = ValueSearch::State;

namespace
{

/// The hits as their signals tell of them.
class Hits : public QObject
{
public:
    explicit Hits(ValueSearch &search)
    {
        connect(&search, &ValueSearch::hitsFound, this, [this](const QList<SearchHit> &hits) {
            for (const SearchHit &hit : hits)
                keys.insert(hit.key);
        });
        connect(&search, &ValueSearch::hitsLost, this, [this](const QList<QByteArray> &lost) {
            for (const QByteArray &key : lost)
                QVERIFY(keys.erase(key) == 1);
        });
        connect(&search, &ValueSearch::cleared, this, [this] { keys.clear(); });
    }

    std::set<QByteArray> keys;
};

ValueQuery textQuery(const QString &text)
{
    return ValueQuery::make(ValueQuery::Kind::Text, text, false);
}

} // namespace

class TestValueSearch : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup() { m_fixture.reset(); }

    void readsWhatIsMissing();
    void searchesWhatIsKnownWithoutARequest();
    void keepsToItsScope_data();
    void keepsToItsScope();
    void readsValuesAgainThatWereDropped();
    void followsChanges();
    void stopsAndGoesOn();
    void stopsWhenThereAreHitsEnough();
    void aNewSearchForgetsTheOld();
    void saysWhatWasRefused();
    void goesOnAfterACut();
    void goesOnAfterARefusalForTheRate();
    void endsWithItsOwner();

private:
    void fill(const QByteArray &prefix, int count) const;

    std::unique_ptr<SessionFixture> m_fixture;
};

void TestValueSearch::init()
{
    TestSupport::failOnUnannouncedWarning();
    m_fixture = std::make_unique<SessionFixture>();
    m_fixture->startServer();
}

/// Every tenth value holds "needle".
void TestValueSearch::fill(const QByteArray &prefix, int count) const
{
    for (int i = 0; i < count; ++i) {
        const QByteArray number = QByteArray::number(i).rightJustified(6, '0');
        m_fixture->put(prefix + number, (i % 10 == 0 ? "the Needle " : "hay ") + number);
    }
}

void TestValueSearch::readsWhatIsMissing()
{
    fill("a:", 2500);
    const auto session = m_fixture->makeSession(m_fixture->profile());
    ValueSearch search(*session);
    const Hits hits(search);
    QCOMPARE(search.state(), State::Idle);
    search.start(textQuery(u"needle"_qs), {});
    QVERIFY(search.isBusy());
    QTRY_COMPARE(search.state(), State::Finished);
    QCOMPARE(hits.keys.size(), size_t(250));
    QCOMPARE(search.hitCount(), 250);
    QCOMPARE(search.searched(), 2500);
    QCOMPARE(search.recordsRead(), 2500);
    QVERIFY(!search.problem().isError());
    QVERIFY(hits.keys.contains("a:000010"));
}

void TestValueSearch::searchesWhatIsKnownWithoutARequest()
{
    fill("a:", 300);
    const auto session = m_fixture->makeSession(m_fixture->profile());
    QSignalSpy loaded(session.get(), &Session::branchLoaded);
    session->loadBranch("a:");
    QTRY_COMPARE(loaded.size(), 1);
    m_fixture->server->stop(); // no request can be answered any more
    ValueSearch search(*session);
    const Hits hits(search);
    search.start(textQuery(u"needle"_qs), KeySelection::ofPrefix("a:"));
    QTRY_COMPARE(search.state(), State::Finished);
    QCOMPARE(hits.keys.size(), size_t(30));
    QCOMPARE(search.recordsRead(), 0);
}

void TestValueSearch::keepsToItsScope_data()
{
    QTest::addColumn<KeySelection>("scope");
    QTest::addColumn<std::set<QByteArray>>("expected");
    const auto row = [](const char *name, const KeySelection &scope, const std::set<QByteArray> &expected) {
        QTest::newRow(name) << scope << expected;
    };
    row("everything", {}, {"a:1", "a:2", "b", "b:1", "c"});
    row("branch", KeySelection::ofPrefix("a:"), {"a:1", "a:2"});
    row("interval", {{}, {{"a:2", "b:1"}}}, {"a:2", "b", "b:1"});
    row("keys", KeySelection::ofKeys({"b", "c", "not there"}), {"b", "c"});
    row("both, overlapping", {{"b", "a:1"}, {KeyInterval::ofPrefix("b")}}, {"a:1", "b", "b:1"});
    row("nothing there", KeySelection::ofPrefix("x:"), {});
}

void TestValueSearch::keepsToItsScope()
{
    QFETCH(KeySelection, scope);
    QFETCH(std::set<QByteArray>, expected);
    for (const char *key : {"a:1", "a:2", "b", "b:1", "c"})
        m_fixture->put(key, "needle");
    const auto session = m_fixture->makeSession(m_fixture->profile());
    // A part is known already.
    QSignalSpy listed(session.get(), &Session::levelListed);
    session->listLevel("a:");
    QTRY_COMPARE(listed.size(), 1);
    ValueSearch search(*session);
    const Hits hits(search);
    search.start(textQuery(u"needle"_qs), scope);
    QTRY_COMPARE(search.state(), State::Finished);
    QVERIFY(hits.keys == expected);
}

void TestValueSearch::readsValuesAgainThatWereDropped()
{
    for (int i = 0; i < 400; ++i)
        m_fixture->put("k" + QByteArray::number(1000 + i),
                       QByteArray(1000, 'x') + (i % 4 ? "hay" : "needle"));
    SessionOptions options = SessionFixture::quick();
    options.valueBudget = 64 * 1024;
    const auto session = m_fixture->makeSession(m_fixture->profile(), u"key"_qs, options);
    QSignalSpy loaded(session.get(), &Session::branchLoaded);
    session->loadBranch({});
    QTRY_COMPARE(loaded.size(), 1);
    QVERIFY(session->mirror().valueBytes() < 400 * 1000);
    ValueSearch search(*session);
    const Hits hits(search);
    search.start(textQuery(u"needle"_qs), {});
    QTRY_COMPARE(search.state(), State::Finished);
    QCOMPARE(hits.keys.size(), size_t(100));
    QVERIFY(search.recordsRead() > 0);
}

void TestValueSearch::followsChanges()
{
    fill("a:", 20);
    const auto session = m_fixture->makeSession(m_fixture->profile());
    QObject view;
    session->setWatchedPrefixes(&view, {"a:"});
    QTRY_VERIFY(session->status().watching);
    ValueSearch search(*session);
    const Hits hits(search);
    search.start(textQuery(u"needle"_qs), KeySelection::ofPrefix("a:"));
    QTRY_COMPARE(search.state(), State::Finished);
    QVERIFY(hits.keys == (std::set<QByteArray>{"a:000000", "a:000010"}));
    m_fixture->put("a:new", "another needle");
    QTRY_VERIFY(hits.keys.contains("a:new"));
    m_fixture->put("a:000000", "found it");
    QTRY_VERIFY(!hits.keys.contains("a:000000"));
    m_fixture->server->erase("a:000010");
    QTRY_VERIFY(hits.keys == (std::set<QByteArray>{"a:new"}));
    QCOMPARE(search.hitCount(), 1);
    WriteOutcome write;
    write.follow(session->write(writeOf(WriteKind::Replace, "a:000003", "own needle")));
    QTRY_VERIFY(hits.keys.contains("a:000003"));
    QTRY_COMPARE(write.finished, 1);
    // Once it is stopped, nothing moves any more.
    search.stop();
    QCOMPARE(search.state(), State::Stopped);
    m_fixture->put("a:later", "needle");
    QTRY_VERIFY(session->mirror().isKnown("a:later"));
    QVERIFY(!hits.keys.contains("a:later"));
    search.resume();
    QTRY_COMPARE(search.state(), State::Finished);
    QVERIFY(hits.keys.contains("a:later"));
}

void TestValueSearch::stopsAndGoesOn()
{
    fill("a:", 3000);
    const auto session = m_fixture->makeSession(m_fixture->profile());
    ValueSearch search(*session);
    const Hits hits(search);
    search.start(textQuery(u"needle"_qs), {});
    QTRY_VERIFY(search.hitCount() > 0);
    search.stop();
    QCOMPARE(search.state(), State::Stopped);
    const size_t before = hits.keys.size();
    search.resume();
    QVERIFY(search.isBusy());
    QVERIFY(hits.keys.size() >= before);
    QTRY_COMPARE(search.state(), State::Finished);
    QCOMPARE(hits.keys.size(), size_t(300));
}

void TestValueSearch::stopsWhenThereAreHitsEnough()
{
    for (int i = 0; i <= ValueSearch::MostHits; ++i)
        m_fixture->put("k" + QByteArray::number(i), "v");
    const auto session = m_fixture->makeSession(m_fixture->profile());
    ValueSearch search(*session);
    search.start(textQuery(u"v"_qs), {});
    QTRY_COMPARE_WITH_TIMEOUT(search.state(), State::Stopped, 30'000);
    QCOMPARE(search.hitCount(), ValueSearch::MostHits);
}

void TestValueSearch::aNewSearchForgetsTheOld()
{
    fill("a:", 3000);
    const auto session = m_fixture->makeSession(m_fixture->profile());
    ValueSearch search(*session);
    const Hits hits(search);
    search.start(textQuery(u"hay"_qs), {});
    QTRY_VERIFY(search.hitCount() > 0);
    search.start(textQuery(u"needle 000010"_qs), {});
    QVERIFY(hits.keys.empty());
    QTRY_COMPARE(search.state(), State::Finished);
    QVERIFY(hits.keys == (std::set<QByteArray>{"a:000010"}));
    search.clear();
    QCOMPARE(search.state(), State::Idle);
    QVERIFY(hits.keys.empty());
    QCOMPARE(search.hitCount(), 0);
}

void TestValueSearch::saysWhatWasRefused()
{
    m_fixture->put("mine:1", "needle");
    m_fixture->put("other:1", "needle");
    const std::string token = m_fixture->server->createToken("key", {"mine:*"}, "^mine:");
    Profile profile = m_fixture->profile();
    profile.credential = CredentialKind::Token;
    profile.prefixes = {"mine:", "other:"};
    const auto session = m_fixture->makeSession(profile, QString::fromStdString(token));
    ValueSearch search(*session);
    const Hits hits(search);
    search.start(textQuery(u"needle"_qs), {});
    QTRY_COMPARE(search.state(), State::Finished);
    QVERIFY(hits.keys == (std::set<QByteArray>{"mine:1"}));
    QCOMPARE(search.problem().kind, Hpkv::ErrorKind::AccessDenied);
    QVERIFY(!search.missing().isEmpty());
}

void TestValueSearch::goesOnAfterACut()
{
    fill("a:", 5000);
    const auto session = m_fixture->makeSession(m_fixture->profile());
    ValueSearch search(*session);
    const Hits hits(search);
    search.start(textQuery(u"needle"_qs), {});
    QTRY_VERIFY(search.hitCount() > 0);
    m_fixture->server->cutAll();
    QTRY_COMPARE_WITH_TIMEOUT(search.state(), State::Finished, 20'000);
    QCOMPARE(hits.keys.size(), size_t(500));
    QVERIFY(!search.problem().isError());
}

void TestValueSearch::goesOnAfterARefusalForTheRate()
{
    fill("a:", 50);
    const auto session = m_fixture->makeSession(m_fixture->profile());
    QTRY_COMPARE(session->status().line, LineState::Connected);
    hpkv::emulator::Faults faults;
    faults.code = hpkv::emulator::CodeFault{429, {.next = 1, .share = {}, .op = {}}};
    m_fixture->server->setFaults(faults);
    ValueSearch search(*session);
    search.start(textQuery(u"needle"_qs), {});
    QTRY_COMPARE_WITH_TIMEOUT(search.state(), State::Finished, 20'000);
    QCOMPARE(search.hitCount(), 5);
}

void TestValueSearch::endsWithItsOwner()
{
    fill("a:", 3000);
    const auto session = m_fixture->makeSession(m_fixture->profile());
    auto search = std::make_unique<ValueSearch>(*session);
    search->start(textQuery(u"needle"_qs), {});
    QTRY_VERIFY(search->hitCount() > 0);
    search.reset();
    // The session goes on.
    ReadOutcome read;
    read.follow(session->read("a:000000"));
    QTRY_COMPARE(read.finished, 1);
    QCOMPARE(read.value, QByteArray("the Needle 000000"));
}

QTEST_GUILESS_MAIN(TestValueSearch)

#include "tst_valuesearch.moc"
