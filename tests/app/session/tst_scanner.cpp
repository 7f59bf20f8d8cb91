// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "failonwarning.h"

#include "session/scanner.h"

#include "mirror/segment.h"

#include <hpkvqt/keys.h>

#include <QSet>
#include <QTest>

#include <algorithm>

using namespace Studio;

namespace
{

/// A store in a sorted list that answers when the test says so.
class FakeStore : public ScannerHost
{
public:
    Scanner *scanner = nullptr;
    QList<QByteArray> keys; ///< sorted
    QSet<QByteArray> learnt;
    std::deque<PageQuery> open;
    QList<PageQuery> asked;
    QList<QByteArray> listed;
    QList<QByteArray> loaded;
    QList<std::pair<QByteArray, Hpkv::Error>> failures;
    QList<std::pair<quint64, IntervalProgress>> moves;
    QList<std::pair<quint64, IntervalEnd>> ends;
    qint64 progress = 0;
    bool ready = true;
    qsizetype longestStart = 1 << 20; ///< longer starts answer 400
    int serverLimit = 1000;

    void requestPage(const PageQuery &query) override
    {
        open.push_back(query);
        asked.append(query);
    }
    bool wantsMore() const override { return ready; }
    void levelListed(const QByteArray &prefix) override { listed.append(prefix); }
    void levelFailed(const QByteArray &prefix, const Hpkv::Error &error) override
    {
        failures.append({prefix, error});
    }
    void branchLoaded(const QByteArray &prefix) override { loaded.append(prefix); }
    void branchFailed(const QByteArray &prefix, const Hpkv::Error &error) override
    {
        failures.append({prefix, error});
    }
    void branchProgress(const QByteArray &, qint64 count) override { progress = count; }
    void intervalMoved(quint64 scan, const IntervalProgress &moved) override { moves.append({scan, moved}); }
    void intervalEnded(quint64 scan, const IntervalEnd &end) override { ends.append({scan, end}); }

    Hpkv::RangePage pageFor(const PageQuery &query)
    {
        Hpkv::RangePage page;
        for (auto it = std::lower_bound(keys.cbegin(), keys.cend(), query.first);
             it != keys.cend() && *it <= query.last; ++it) {
            if (page.records.size() == std::min(query.limit, serverLimit)) {
                page.truncated = true;
                break;
            }
            page.records.append({*it, "v", false});
            learnt.insert(*it);
        }
        return page;
    }

    void answerOne()
    {
        const PageQuery query = open.front();
        open.pop_front();
        if (query.first.size() > longestStart)
            scanner->pageFailed(query.id, {Hpkv::ErrorKind::BadRequest, {}, Hpkv::Delivery::Answered, 400});
        else
            scanner->pageArrived(query.id, pageFor(query));
    }
    void answerAll()
    {
        while (!open.empty())
            answerOne();
    }
    void failOne(Hpkv::ErrorKind kind)
    {
        const PageQuery query = open.front();
        open.pop_front();
        scanner->pageFailed(query.id, {kind, {}, Hpkv::Delivery::Answered});
    }
};

QList<QByteArray> sorted(QList<QByteArray> keys)
{
    std::sort(keys.begin(), keys.end());
    return keys;
}

/// The children of a level as names with their separator.
QSet<QByteArray> childrenOf(const auto &keys, const QByteArray &prefix)
{
    QSet<QByteArray> children;
    for (const QByteArray &key : keys) {
        if (!key.startsWith(prefix))
            continue;
        const qsizetype at = key.indexOf(':', prefix.size());
        children.insert(at < 0 ? key : key.left(at + 1));
    }
    return children;
}

} // namespace

class TestScanner : public QObject
{
    Q_OBJECT

private slots:
    void init() { TestSupport::failOnUnannouncedWarning(); }
    void listsLevels_data();
    void listsLevels();
    void jumpsBehindBranches();
    void jumpsBehindEachSeparator();
    void probesWithOneRecord();
    void probeGoesOnAfterALostLine();
    void startsSmall();
    void goesOnFromTheLastKeyWhenTheStartIsTooLong();
    void loadsBranches();
    void staysWithinTheTokensPrefixes();
    void goesOnAfterARefusedPrefix();
    void goesOnAfterALostLine();
    void dropsLateAnswers();
    void retries_data();
    void retries();
    void waitsWhileTheWindowIsBusy();
    void pausesAndResumes();
    void cancels();
    void joinsTheSameLevel();
    void endsOnAnEmptyTruncatedPage();
    void mayBeAskedAgainFromItsAnswers();
    void readsIntervals_data();
    void readsIntervals();
    void readsOnePageOfAnIntervalForWhoWaits();
    void readsTheLimitWhenAStartIsTooLong();
    void pausesAnInterval();
    void cancelsAnInterval();
    void intervalStaysWithinTheTokensPrefixes();
    void intervalGoesOnBehindARefusedPart();
    void intervalWaitsForTheLineAndTheRate();
};

void TestScanner::listsLevels_data()
{
    QTest::addColumn<QList<QByteArray>>("keys");
    QTest::addColumn<QByteArray>("prefix");
    QTest::newRow("empty store") << QList<QByteArray>() << QByteArray();
    QTest::newRow("one key") << QList<QByteArray>{"a"} << QByteArray();
    QTest::newRow("key and branch") << QList<QByteArray>{"a", "a!", "a:1", "a:2", "a;"} << QByteArray();
    QTest::newRow("separator first") << QList<QByteArray>{":", ":a", "::", "::b"} << QByteArray();
    QTest::newRow("separator first, below") << QList<QByteArray>{":", ":a", "::", "::b"} << QByteArray(":");
    QTest::newRow("separator last") << QList<QByteArray>{"a:", "a:b:", "b:"} << QByteArray();
    QTest::newRow("odd bytes") << QList<QByteArray>{QByteArray("\0", 1),
                                                    QByteArray("a\0b", 3),
                                                    "a\x01",
                                                    "\x7f",
                                                    "\xc3\xbc:1",
                                                    "\xef\xbf\xae",
                                                    "\xf0\x9f\x98\x80:x",
                                                    "\xf4\x8f\xbf\xbf",
                                                    "\xf4\x8f\xbf\xbf:1"}
                               << QByteArray();
    QList<QByteArray> many;
    for (int branch = 0; branch < 20; ++branch) {
        for (int i = 0; i < 300; ++i)
            many.append("b" + QByteArray::number(branch) + ':' + QByteArray::number(i));
    }
    for (int i = 0; i < 250; ++i)
        many.append("key" + QByteArray::number(i));
    QTest::newRow("many") << many << QByteArray();
    QTest::newRow("one branch of many") << many << QByteArray("b7:");
    QTest::newRow("no such branch") << many << QByteArray("c:");
}

void TestScanner::listsLevels()
{
    QFETCH(QList<QByteArray>, keys);
    QFETCH(QByteArray, prefix);
    for (const int serverLimit : {1000, 7, 1}) {
        FakeStore store;
        store.keys = sorted(keys);
        store.serverLimit = serverLimit;
        Scanner scanner(store, {":"}, {});
        store.scanner = &scanner;
        scanner.lineUp();
        scanner.listLevel(prefix);
        store.answerAll();
        QCOMPARE(store.listed, QList<QByteArray>{prefix});
        QCOMPARE(childrenOf(store.learnt, prefix), childrenOf(store.keys, prefix));
        QVERIFY(scanner.isIdle());
        for (const PageQuery &query : store.asked) {
            QVERIFY(!query.first.isEmpty());
            QVERIFY(Hpkv::Keys::isUtf8(query.first));
            QVERIFY(query.limit >= 1 && query.limit <= 1000);
        }
    }
}

void TestScanner::jumpsBehindBranches()
{
    FakeStore store;
    for (int branch = 0; branch < 20; ++branch) {
        for (int i = 0; i < 5000; ++i)
            store.keys.append("b" + QByteArray::number(branch) + ':' + QByteArray::number(i));
    }
    store.keys = sorted(store.keys);
    Scanner scanner(store, {":"}, {});
    store.scanner = &scanner;
    scanner.lineUp();
    scanner.listLevel({});
    store.answerAll();
    QCOMPARE(childrenOf(store.learnt, {}).size(), 20);
    // 100,000 keys, 20 branches: a page each instead of a hundred, and one that finds the end.
    QVERIFY2(store.asked.size() <= 21, qPrintable(QString::number(store.asked.size())));
}

void TestScanner::jumpsBehindEachSeparator()
{
    FakeStore store;
    for (int i = 0; i < 3000; ++i) {
        store.keys.append("a/" + QByteArray::number(i) + ":x");
        store.keys.append("a:" + QByteArray::number(i) + "/x");
        store.keys.append("b." + QByteArray::number(i));
    }
    store.keys.append("c");
    store.keys = sorted(store.keys);
    const QList<QByteArray> separators{":", "/"};
    Scanner scanner(store, separators, {});
    store.scanner = &scanner;
    scanner.lineUp();
    scanner.listLevel({});
    store.answerAll();
    QSet<QByteArray> branches;
    for (const QByteArray &key : std::as_const(store.learnt)) {
        if (const qsizetype end = segmentEnd(key, 0, separators); end > 0)
            branches.insert(key.left(end));
    }
    QCOMPARE(branches, (QSet<QByteArray>{"a/", "a:"}));
    // `b.` is no branch here, so that its 3,000 keys belong to the level.
    QCOMPARE(store.learnt.contains("c"), true);
    QVERIFY2(store.asked.size() <= 7, qPrintable(QString::number(store.asked.size())));
}

void TestScanner::probesWithOneRecord()
{
    FakeStore store;
    for (int i = 0; i < 50; ++i)
        store.keys.append("a:" + QByteArray::number(100 + i));
    Scanner scanner(store, {":"}, {});
    store.scanner = &scanner;
    scanner.lineUp();
    for (const char *prefix : {"a:", "b:"}) {
        store.asked.clear();
        scanner.probe(prefix);
        scanner.probe(prefix); // the same question
        QCOMPARE(store.asked.size(), 1);
        QCOMPARE(store.asked.at(0).limit, 1);
        QCOMPARE(store.asked.at(0).first, QByteArray(prefix));
        QCOMPARE(store.asked.at(0).last, Hpkv::Keys::prefixEnd(prefix));
        QCOMPARE(store.asked.at(0).lane, Hpkv::Lane::Background);
        store.answerAll();
        QCOMPARE(store.asked.size(), 1);
        QVERIFY(scanner.isIdle());
    }
    QCOMPARE(store.learnt, QSet<QByteArray>{"a:100"});
    QVERIFY(store.listed.isEmpty());
    QVERIFY(store.loaded.isEmpty());
    QVERIFY(store.failures.isEmpty());
}

void TestScanner::probeGoesOnAfterALostLine()
{
    FakeStore store;
    store.keys = {"a:1"};
    Scanner scanner(store, {":"}, {});
    store.scanner = &scanner;
    scanner.lineUp();
    scanner.probe("a:");
    store.failOne(Hpkv::ErrorKind::ConnectionLost);
    scanner.lineDown();
    QVERIFY(!scanner.isIdle());
    scanner.lineUp();
    QCOMPARE(store.open.size(), size_t(1));
    QCOMPARE(store.open.front().limit, 1);
    store.answerAll();
    QVERIFY(scanner.isIdle());
}

void TestScanner::startsSmall()
{
    FakeStore store;
    for (int i = 0; i < 2500; ++i)
        store.keys.append(QByteArray::number(100'000 + i));
    Scanner scanner(store, {":"}, {});
    store.scanner = &scanner;
    scanner.lineUp();
    scanner.listLevel({});
    store.answerAll();
    QCOMPARE(store.asked.size(), 4);
    QCOMPARE(store.asked.at(0).limit, Scanner::firstPage);
    QCOMPARE(store.asked.at(1).limit, Scanner::fullPage);
    QCOMPARE(store.asked.at(0).first, QByteArray("\0", 1));
    QCOMPARE(store.asked.at(1).first, QByteArray("100031\0", 7));
    for (const PageQuery &query : store.asked)
        QCOMPARE(query.lane, Hpkv::Lane::Interactive);
}

void TestScanner::goesOnFromTheLastKeyWhenTheStartIsTooLong()
{
    FakeStore store;
    for (int i = 0; i < 100; ++i)
        store.keys.append(QByteArray(20, 'k') + QByteArray::number(100 + i));
    store.longestStart = store.keys.constFirst().size();
    Scanner scanner(store, {":"}, {});
    store.scanner = &scanner;
    scanner.lineUp();
    scanner.loadBranch("k");
    store.serverLimit = 10;
    store.answerAll();
    QCOMPARE(store.loaded, QList<QByteArray>{"k"});
    QCOMPARE(store.learnt.size(), 100);
    // The key that begins such a page was counted before.
    QCOMPARE(store.progress, 100);
}

void TestScanner::loadsBranches()
{
    FakeStore store;
    for (int i = 0; i < 3000; ++i)
        store.keys.append("b:" + QByteArray::number(10'000 + i) + ":x");
    store.keys.append("c");
    Scanner scanner(store, {":"}, {});
    store.scanner = &scanner;
    scanner.lineUp();
    scanner.loadBranch("b:");
    store.answerAll();
    QCOMPARE(store.learnt.size(), 3000);
    QCOMPARE(store.progress, 3000);
    QCOMPARE(store.asked.size(), 3);
    for (const PageQuery &query : store.asked)
        QCOMPARE(query.lane, Hpkv::Lane::Background);
}

void TestScanner::staysWithinTheTokensPrefixes()
{
    FakeStore store;
    store.keys = sorted({"a:1", "b:1", "b:2", "b:x:1", "c:d:1", "c:d:2", "c:e:1"});
    Scanner scanner(store, {":"}, {"b:", "c:d:", "b:x:"});
    store.scanner = &scanner;
    scanner.lineUp();
    scanner.listLevel({});
    store.answerAll();
    QCOMPARE(childrenOf(store.learnt, {}), (QSet<QByteArray>{"b:", "c:"}));
    scanner.listLevel("c:");
    store.answerAll();
    QCOMPARE(childrenOf(store.learnt, "c:"), QSet<QByteArray>{"c:d:"});
    scanner.listLevel("b:x:");
    store.answerAll();
    QCOMPARE(store.listed, (QList<QByteArray>{"", "c:", "b:x:"}));
    for (const PageQuery &query : store.asked)
        QVERIFY(query.first.startsWith("b:") || query.first.startsWith("c:d:"));
    scanner.listLevel("a:");
    QCOMPARE(store.failures.size(), 1);
    QCOMPARE(store.failures.at(0).second.kind, Hpkv::ErrorKind::AccessDenied);
}

void TestScanner::goesOnAfterARefusedPrefix()
{
    FakeStore store;
    store.keys = sorted({"a:1", "b:1", "c:1"});
    Scanner scanner(store, {":"}, {"a:", "b:", "c:"});
    store.scanner = &scanner;
    scanner.lineUp();
    scanner.listLevel({});
    store.answerOne();
    store.failOne(Hpkv::ErrorKind::AccessDenied);
    store.answerOne();
    QCOMPARE(store.learnt, (QSet<QByteArray>{"a:1", "c:1"}));
    QCOMPARE(store.failures.size(), 1);
    QCOMPARE(store.failures.at(0).second.kind, Hpkv::ErrorKind::AccessDenied);
    QVERIFY(store.listed.isEmpty());
    QVERIFY(scanner.isIdle());
}

void TestScanner::goesOnAfterALostLine()
{
    FakeStore store;
    for (int i = 0; i < 3000; ++i)
        store.keys.append(QByteArray::number(10'000 + i));
    Scanner scanner(store, {":"}, {});
    store.scanner = &scanner;
    scanner.listLevel({});
    QVERIFY(store.open.empty());
    scanner.lineUp();
    store.answerOne();
    store.answerOne();
    const PageQuery lost = store.open.front();
    store.failOne(Hpkv::ErrorKind::ConnectionLost);
    scanner.lineDown();
    QVERIFY(store.open.empty());
    scanner.tick();
    QVERIFY(store.open.empty());
    scanner.lineUp();
    QCOMPARE(store.open.size(), size_t(1));
    QCOMPARE(store.open.front().first, lost.first);
    store.answerAll();
    QCOMPARE(store.learnt.size(), 3000);
    QCOMPARE(store.listed.size(), 1);
}

void TestScanner::dropsLateAnswers()
{
    FakeStore store;
    store.keys = {"a", "b"};
    Scanner scanner(store, {":"}, {});
    store.scanner = &scanner;
    scanner.lineUp();
    scanner.listLevel({});
    const PageQuery old = store.open.front();
    store.open.clear();
    scanner.lineDown();
    scanner.lineUp();
    scanner.pageArrived(old.id, store.pageFor(old));
    QVERIFY(store.listed.isEmpty());
    store.answerAll();
    QCOMPARE(store.listed.size(), 1);
    scanner.pageArrived(old.id, store.pageFor(old));
    scanner.pageFailed(old.id, {Hpkv::ErrorKind::Timeout, {}});
    QCOMPARE(store.listed.size(), 1);
    QVERIFY(store.failures.isEmpty());
}

void TestScanner::retries_data()
{
    QTest::addColumn<Hpkv::ErrorKind>("kind");
    QTest::addColumn<int>("asks"); ///< how often it is asked in all; 0 = without end
    QTest::newRow("rate limit") << Hpkv::ErrorKind::RateLimited << 0;
    QTest::newRow("queue full") << Hpkv::ErrorKind::QueueFull << 0;
    QTest::newRow("timeout") << Hpkv::ErrorKind::Timeout << 3;
    QTest::newRow("server") << Hpkv::ErrorKind::Server << 3;
    QTest::newRow("denied") << Hpkv::ErrorKind::AccessDenied << 1;
    QTest::newRow("bad request") << Hpkv::ErrorKind::BadRequest << 1;
    QTest::newRow("protocol") << Hpkv::ErrorKind::Protocol << 1;
}

void TestScanner::retries()
{
    QFETCH(Hpkv::ErrorKind, kind);
    QFETCH(int, asks);
    FakeStore store;
    store.keys = {"a"};
    Scanner scanner(store, {":"}, {});
    store.scanner = &scanner;
    scanner.lineUp();
    scanner.listLevel({});
    for (int i = 0; i < 20 && !store.open.empty(); ++i) {
        store.failOne(kind);
        QVERIFY2(store.open.empty(), "asked again at once");
        scanner.tick();
    }
    if (asks == 0) {
        QCOMPARE(store.asked.size(), 21);
        store.answerAll();
        QCOMPARE(store.listed.size(), 1);
    } else {
        QCOMPARE(store.asked.size(), asks);
        QCOMPARE(store.failures.size(), 1);
        QCOMPARE(store.failures.at(0).second.kind, kind);
    }
}

void TestScanner::waitsWhileTheWindowIsBusy()
{
    FakeStore store;
    for (int i = 0; i < 3000; ++i)
        store.keys.append(QByteArray::number(10'000 + i));
    Scanner scanner(store, {":"}, {});
    store.scanner = &scanner;
    scanner.lineUp();
    scanner.loadBranch("1");
    store.ready = false;
    store.answerAll();
    QCOMPARE(store.asked.size(), 1);
    // What a person waits for goes on all the same.
    scanner.listLevel({});
    QCOMPARE(store.asked.size(), 2);
    store.ready = true;
    scanner.pump();
    store.answerAll();
    QCOMPARE(store.loaded.size(), 1);
    QCOMPARE(store.listed.size(), 1);
}

void TestScanner::pausesAndResumes()
{
    FakeStore store;
    for (int i = 0; i < 3000; ++i)
        store.keys.append(QByteArray::number(10'000 + i));
    Scanner scanner(store, {":"}, {});
    store.scanner = &scanner;
    scanner.lineUp();
    scanner.loadBranch("1");
    scanner.pause();
    store.answerAll();
    QCOMPARE(store.learnt.size(), 1000);
    scanner.pump();
    scanner.lineDown();
    scanner.lineUp();
    QVERIFY(store.open.empty());
    scanner.resume();
    store.answerAll();
    QCOMPARE(store.learnt.size(), 3000);
    QCOMPARE(store.loaded.size(), 1);
}

void TestScanner::cancels()
{
    FakeStore store;
    store.keys = {"a"};
    Scanner scanner(store, {":"}, {});
    store.scanner = &scanner;
    scanner.lineUp();
    scanner.listLevel({});
    scanner.loadBranch("a");
    scanner.cancelAll();
    QCOMPARE(store.failures.size(), 2);
    for (const auto &failure : store.failures)
        QCOMPARE(failure.second.kind, Hpkv::ErrorKind::Canceled);
    store.answerAll();
    QVERIFY(store.listed.isEmpty());
    QVERIFY(store.loaded.isEmpty());
    scanner.listLevel({});
    store.answerAll();
    QCOMPARE(store.listed.size(), 1);
}

void TestScanner::joinsTheSameLevel()
{
    FakeStore store;
    store.keys = {"a"};
    Scanner scanner(store, {":"}, {});
    store.scanner = &scanner;
    scanner.lineUp();
    scanner.listLevel({}, Hpkv::Lane::Background);
    scanner.listLevel({});
    QCOMPARE(store.asked.size(), 1);
    store.answerAll();
    QCOMPARE(store.listed.size(), 1);
}

void TestScanner::endsOnAnEmptyTruncatedPage()
{
    FakeStore store;
    Scanner scanner(store, {":"}, {});
    store.scanner = &scanner;
    scanner.lineUp();
    scanner.listLevel({});
    Hpkv::RangePage page;
    page.truncated = true;
    scanner.pageArrived(store.open.front().id, page);
    QCOMPARE(store.listed.size(), 1);
    QCOMPARE(store.asked.size(), 1);
}

void TestScanner::mayBeAskedAgainFromItsAnswers()
{
    // A host that lists the level once more as soon as it has failed.
    class Stubborn : public FakeStore
    {
    public:
        void levelFailed(const QByteArray &prefix, const Hpkv::Error &error) override
        {
            FakeStore::levelFailed(prefix, error);
            scanner->listLevel(prefix);
        }
    } store;
    store.keys = {"a"};
    Scanner scanner(store, {":"}, {});
    store.scanner = &scanner;
    scanner.lineUp();
    scanner.listLevel({});
    store.failOne(Hpkv::ErrorKind::AccessDenied);
    QCOMPARE(store.failures.size(), 1);
    QCOMPARE(store.failures.at(0).second.kind, Hpkv::ErrorKind::AccessDenied);
    store.answerAll();
    QCOMPARE(store.listed.size(), 1);
}

void TestScanner::readsIntervals_data()
{
    QTest::addColumn<KeyInterval>("interval");
    QTest::addColumn<qint64>("limit");
    QTest::addColumn<int>("from"); ///< index of the first record that is read
    QTest::addColumn<int>("count");
    QTest::addColumn<bool>("more");
    // The store holds k1000 … k3999.
    const auto key = [](int i) -> QByteArray { return "k" + QByteArray::number(1000 + i); };
    QTest::newRow("all") << KeyInterval::ofPrefix({}) << qint64(-1) << 0 << 3000 << false;
    QTest::newRow("prefix") << KeyInterval::ofPrefix("k2") << qint64(-1) << 1000 << 1000 << false;
    QTest::newRow("from and to") << KeyInterval{key(5), key(1700)} << qint64(-1) << 5 << 1696 << false;
    QTest::newRow("limit") << KeyInterval::ofPrefix("k") << qint64(1500) << 0 << 1500 << true;
    QTest::newRow("limit within the first page") << KeyInterval::ofPrefix("k") << qint64(7) << 0 << 7 << true;
    QTest::newRow("limit is all there is")
        << KeyInterval::ofPrefix("k2") << qint64(1000) << 1000 << 1000 << false;
    QTest::newRow("limit above") << KeyInterval::ofPrefix("k2") << qint64(5000) << 1000 << 1000 << false;
    QTest::newRow("one key") << KeyInterval{key(9), key(9)} << qint64(-1) << 9 << 1 << false;
    QTest::newRow("nothing there") << KeyInterval::ofPrefix("x") << qint64(-1) << 0 << 0 << false;
    QTest::newRow("limit 0") << KeyInterval::ofPrefix("k") << qint64(0) << 0 << 0 << false;
}

void TestScanner::readsIntervals()
{
    QFETCH(KeyInterval, interval);
    QFETCH(qint64, limit);
    QFETCH(int, from);
    QFETCH(int, count);
    QFETCH(bool, more);
    for (const int serverLimit : {1000, 77}) {
        FakeStore store;
        for (int i = 0; i < 3000; ++i)
            store.keys.append("k" + QByteArray::number(1000 + i));
        store.serverLimit = serverLimit;
        Scanner scanner(store, {":"}, {});
        store.scanner = &scanner;
        scanner.lineUp();
        scanner.readInterval(7, interval, limit);
        store.answerAll();
        QCOMPARE(store.ends.size(), 1);
        QCOMPARE(store.ends[0].first, quint64(7));
        const IntervalEnd &end = store.ends[0].second;
        QVERIFY(!end.error.isError());
        QVERIFY(end.missing.isEmpty());
        QCOMPARE(end.progress.records, count);
        QCOMPARE(end.progress.hasMore, more);
        const auto first = store.keys.cbegin() + from;
        QCOMPARE(store.learnt, QSet<QByteArray>(first, first + count));
        if (count > 0)
            QCOMPARE(end.progress.reached, store.keys[from + count - 1]);
        QVERIFY(scanner.isIdle());
    }
}

void TestScanner::readsOnePageOfAnIntervalForWhoWaits()
{
    FakeStore store;
    for (int i = 0; i < 3000; ++i)
        store.keys.append(QByteArray::number(10'000 + i));
    Scanner scanner(store, {":"}, {});
    store.scanner = &scanner;
    scanner.lineUp();
    scanner.readInterval(1, KeyInterval::ofPrefix({}), -1);
    store.answerAll();
    QCOMPARE(store.asked.size(), 4);
    QCOMPARE(store.asked[0].limit, Scanner::firstIntervalPage);
    QCOMPARE(store.asked[0].lane, Hpkv::Lane::Interactive);
    for (qsizetype i = 1; i < store.asked.size(); ++i) {
        QCOMPARE(store.asked[i].limit, Scanner::fullPage);
        QCOMPARE(store.asked[i].lane, Hpkv::Lane::Background);
    }
    QCOMPARE(store.moves.size(), 4);
    QCOMPARE(store.moves[1].second.records, 1100);
    QCOMPARE(store.moves[1].second.pages, 2);
    QCOMPARE(store.moves[1].second.reached, QByteArray("11099"));
}

void TestScanner::readsTheLimitWhenAStartIsTooLong()
{
    FakeStore store;
    for (int i = 0; i < 100; ++i)
        store.keys.append(QByteArray(20, 'k') + QByteArray::number(100 + i));
    store.longestStart = store.keys.constFirst().size();
    store.serverLimit = 10;
    Scanner scanner(store, {":"}, {});
    store.scanner = &scanner;
    scanner.lineUp();
    scanner.readInterval(1, KeyInterval::ofPrefix("k"), 35);
    store.answerAll();
    QCOMPARE(store.ends.size(), 1);
    QCOMPARE(store.ends[0].second.progress.records, 35);
    QCOMPARE(store.learnt.size(), 35);
}

void TestScanner::pausesAnInterval()
{
    FakeStore store;
    for (int i = 0; i < 3000; ++i)
        store.keys.append(QByteArray::number(10'000 + i));
    Scanner scanner(store, {":"}, {});
    store.scanner = &scanner;
    scanner.lineUp();
    scanner.readInterval(1, KeyInterval::ofPrefix({}), -1);
    store.answerOne();
    scanner.pauseInterval(1, true);
    // The page that was under way still counts.
    store.answerAll();
    QCOMPARE(store.moves.constLast().second.records, 1100);
    scanner.pump();
    scanner.tick();
    QVERIFY(store.open.empty());
    scanner.pauseInterval(1, false);
    store.answerAll();
    QCOMPARE(store.ends.size(), 1);
    QCOMPARE(store.ends[0].second.progress.records, 3000);
    scanner.pauseInterval(1, true);
    scanner.cancelInterval(1);
    QCOMPARE(store.ends.size(), 1);
}

void TestScanner::cancelsAnInterval()
{
    FakeStore store;
    for (int i = 0; i < 3000; ++i)
        store.keys.append(QByteArray::number(10'000 + i));
    Scanner scanner(store, {":"}, {});
    store.scanner = &scanner;
    scanner.lineUp();
    scanner.readInterval(1, KeyInterval::ofPrefix({}), -1);
    scanner.readInterval(2, KeyInterval::ofPrefix({}), -1);
    store.answerOne();
    scanner.cancelInterval(1);
    QCOMPARE(store.ends.size(), 1);
    QCOMPARE(store.ends[0].first, quint64(1));
    QCOMPARE(store.ends[0].second.error.kind, Hpkv::ErrorKind::Canceled);
    QCOMPARE(store.ends[0].second.progress.records, Scanner::firstIntervalPage);
    store.answerOne();
    scanner.cancelAll();
    QCOMPARE(store.ends.size(), 2);
    QCOMPARE(store.ends[1].second.error.kind, Hpkv::ErrorKind::Canceled);
    QVERIFY(scanner.isIdle());
}

void TestScanner::intervalStaysWithinTheTokensPrefixes()
{
    FakeStore store;
    store.keys = sorted({"a:1", "b:1", "b:2", "b:3", "c:d:1", "c:e:1"});
    Scanner scanner(store, {":"}, {"b:", "c:d:"});
    store.scanner = &scanner;
    scanner.lineUp();
    scanner.readInterval(1, {"b:2", "c:z"}, -1);
    store.answerAll();
    QCOMPARE(store.learnt, (QSet<QByteArray>{"b:2", "b:3", "c:d:1"}));
    QCOMPARE(store.ends[0].second.progress.records, 3);
    scanner.readInterval(2, {"a", "a;"}, -1);
    QCOMPARE(store.ends.size(), 2);
    QCOMPARE(store.ends[1].second.error.kind, Hpkv::ErrorKind::AccessDenied);
    QCOMPARE(store.ends[1].second.missing, (QList<KeyInterval>{{"a", "a;"}}));
}

void TestScanner::intervalGoesOnBehindARefusedPart()
{
    FakeStore store;
    store.keys = sorted({"a:1", "b:1", "c:1"});
    Scanner scanner(store, {":"}, {"a:", "b:", "c:"});
    store.scanner = &scanner;
    scanner.lineUp();
    scanner.readInterval(1, KeyInterval::ofPrefix({}), -1);
    store.answerOne();
    store.failOne(Hpkv::ErrorKind::AccessDenied);
    store.answerOne();
    QCOMPARE(store.learnt, (QSet<QByteArray>{"a:1", "c:1"}));
    QCOMPARE(store.ends.size(), 1);
    QCOMPARE(store.ends[0].second.error.kind, Hpkv::ErrorKind::AccessDenied);
    QCOMPARE(store.ends[0].second.missing, QList<KeyInterval>{KeyInterval::ofPrefix("b:")});
    QCOMPARE(store.ends[0].second.progress.records, 2);
}

void TestScanner::intervalWaitsForTheLineAndTheRate()
{
    FakeStore store;
    for (int i = 0; i < 3000; ++i)
        store.keys.append(QByteArray::number(10'000 + i));
    Scanner scanner(store, {":"}, {});
    store.scanner = &scanner;
    scanner.readInterval(1, KeyInterval::ofPrefix({}), -1);
    QCOMPARE(store.moves.constLast().second.wait, IntervalProgress::Wait::Line);
    scanner.lineUp();
    store.answerOne();
    QCOMPARE(store.moves.constLast().second.wait, IntervalProgress::Wait::None);
    store.failOne(Hpkv::ErrorKind::RateLimited);
    QCOMPARE(store.moves.constLast().second.wait, IntervalProgress::Wait::Rate);
    scanner.tick();
    store.answerOne();
    QCOMPARE(store.moves.constLast().second.wait, IntervalProgress::Wait::None);
    scanner.lineDown();
    QCOMPARE(store.moves.constLast().second.wait, IntervalProgress::Wait::Line);
    store.open.clear();
    scanner.lineUp();
    store.answerAll();
    QCOMPARE(store.ends.size(), 1);
    QVERIFY(!store.ends[0].second.error.isError());
    QCOMPARE(store.ends[0].second.progress.records, 3000);
    QCOMPARE(store.learnt.size(), 3000);
}

QTEST_GUILESS_MAIN(TestScanner)
#include "tst_scanner.moc"
