// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "failonwarning.h"

#include "history/history.h"
#include "mirror/keyspacemirror.h"

#include <QFile>
#include <QFileInfo>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <cmath>
#include <optional>

using namespace Studio;

/// From the mirror through the thread into the file and back.
class TestHistory : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void keepsWhatIsHeard();
    void answersOfAMoment();
    void bringsPages();
    void findsTheNextChange();
    void listsWhatChangedBetween();
    void tellsTheSpan();
    void thinsSeriesAndKeepsPeaks();
    void seriesShowGaps();
    void readsOfPagesAreFound();
    void pausesAndGoesOn();
    void tellsWhatWasGivenUp();
    void answersNobodyWhoIsGone();
    void writesAllBeforeItGoes();

private:
    static Learned notified(const QByteArray &key, const QByteArray &value, qint64 at);
    static Learned paged(const QByteArray &key, const QByteArray &value, qint64 at);
    void hear(const QList<Learned> &items);
    bool untilRecorded(quint64 count);
    PastState state(const QByteArray &key, qint64 at);
    HistoryPage page(const HistoryQuery &query);

    KeyspaceMirror *m_mirror = nullptr;
    std::unique_ptr<KeyspaceMirror> m_ownMirror;
    std::unique_ptr<History> m_history;
};

void TestHistory::init()
{
    TestSupport::failOnUnannouncedWarning();
    m_history.reset();
    HistoryOptions options;
    options.limits.days = 0;
    m_history = std::make_unique<History>(options);
    m_ownMirror = std::make_unique<KeyspaceMirror>();
    m_mirror = m_ownMirror.get();
    m_history->recorder().follow(m_mirror);
    m_history->recorder().lineUp(100);
}

Learned TestHistory::notified(const QByteArray &key, const QByteArray &value, qint64 at)
{
    Learned learned;
    learned.key = key;
    learned.hasValue = true;
    learned.value = value;
    learned.state = ValueState::Presumed;
    learned.origin = Origin::Notification;
    learned.at = at;
    return learned;
}

Learned TestHistory::paged(const QByteArray &key, const QByteArray &value, qint64 at)
{
    Learned learned = notified(key, value, at);
    learned.state = ValueState::Read;
    learned.origin = Origin::Page;
    return learned;
}

void TestHistory::hear(const QList<Learned> &items)
{
    Batch batch;
    batch.items = items;
    m_mirror->enqueue(std::make_shared<Batch>(batch));
    m_mirror->flush();
}

bool TestHistory::untilRecorded(quint64 count)
{
    constexpr int patience = 60'000; // ms; tens of thousands of rows under a sanitizer
    return QTest::qWaitFor([&] { return m_history->recorder().status().recorded >= count; }, patience);
}

PastState TestHistory::state(const QByteArray &key, qint64 at)
{
    std::optional<PastState> state;
    m_history->reader().states(
        {key}, at, this, [&](const QHash<QByteArray, PastState> &states) { state = states.value(key); });
    [&] { QTRY_VERIFY(state); }();
    return state.value_or(PastState());
}

HistoryPage TestHistory::page(const HistoryQuery &query)
{
    std::optional<HistoryPage> page;
    m_history->reader().page(query, this, [&](const HistoryPage &answer) { page = answer; });
    [&] { QTRY_VERIFY(page); }();
    return page.value_or(HistoryPage());
}

void TestHistory::keepsWhatIsHeard()
{
    hear({notified("a", "1", 1000), notified("b", "1", 1000), notified("a", "2", 1001)});
    QVERIFY(untilRecorded(3));
    HistoryQuery query;
    query.newestFirst = false;
    const QList<HistoryEntry> rows = page(query).entries;
    QCOMPARE(rows.size(), 4);
    QCOMPARE(rows[0].kind, HistoryKind::LineUp);
    QCOMPARE(rows[1].key, "a");
    QCOMPARE(rows[2].key, "b");
    QCOMPARE(rows[3].value, std::optional(QByteArray("2")));
}

void TestHistory::answersOfAMoment()
{
    hear({paged("a", "0", 500), paged("quiet", "same", 500)});
    hear({notified("a", "1", 1000)});
    hear({notified("a", "2", 2000)});
    m_history->recorder().lineDown(3000);
    QVERIFY(untilRecorded(2));

    const PastState base = state("a", 999);
    QVERIFY(base.known && base.exists && base.sure);
    QCOMPARE(base.value, std::optional(QByteArray("0")));
    QCOMPARE(base.changedAt, 0);
    const PastState first = state("a", 1000);
    QCOMPARE(first.value, std::optional(QByteArray("1")));
    QCOMPARE(first.changedAt, 1000);
    QVERIFY(first.sure);
    // Later than the break it may have become another.
    const PastState last = state("a", 4000);
    QCOMPARE(last.value, std::optional(QByteArray("2")));
    QVERIFY(!last.sure);
    QVERIFY(!state("quiet", 2000).known);
    QVERIFY(!state("never", 2000).known);
}

void TestHistory::bringsPages()
{
    QList<Learned> items;
    for (int i = 0; i < 10; ++i)
        items.append(notified(i % 2 ? "x:1" : "y:1", QByteArray::number(i), 1000 + i));
    for (const Learned &item : items)
        hear({item});
    QVERIFY(untilRecorded(10));

    HistoryQuery query;
    query.scope.prefix = "x:";
    query.from = 1000;
    query.limit = 2;
    QList<QByteArray> values;
    for (qint64 behind = 0;;) {
        query.behind = behind;
        const HistoryPage part = page(query);
        QVERIFY(part.entries.size() <= 2);
        for (const HistoryEntry &entry : part.entries)
            values.append(entry.value.value_or("none"));
        behind = part.next;
        if (behind == 0)
            break;
    }
    QCOMPARE(values, (QList<QByteArray>{"9", "7", "5", "3", "1"}));

    HistoryQuery ofKey;
    ofKey.scope.key = "y:1";
    ofKey.newestFirst = false;
    ofKey.from = 1002;
    ofKey.to = 1006;
    const QList<HistoryEntry> rows = page(ofKey).entries;
    QCOMPARE(rows.size(), 2);
    QCOMPARE(rows[0].value, std::optional(QByteArray("2")));
    QCOMPARE(rows[1].value, std::optional(QByteArray("4")));
}

void TestHistory::findsTheNextChange()
{
    hear({notified("x:1", "1", 1000)});
    hear({notified("y:1", "1", 2000)});
    hear({notified("x:1", "2", 3000)});
    QVERIFY(untilRecorded(3));
    const auto next = [this](const HistoryScope &scope, qint64 at, bool forward) {
        std::optional<std::optional<HistoryEntry>> answer;
        m_history->reader().nextChange(scope, at, forward, this,
                                       [&](const std::optional<HistoryEntry> &entry) { answer = entry; });
        [&] { QTRY_VERIFY(answer); }();
        return answer && *answer ? (*answer)->at : 0;
    };
    QCOMPARE(next({}, 1000, true), 2000);
    QCOMPARE(next({"x:1", {}}, 1000, true), 3000);
    QCOMPARE(next({{}, "y:"}, 1000, true), 2000);
    QCOMPARE(next({{}, "y:"}, 2000, true), 0);
    QCOMPARE(next({"x:1", {}}, 3000, false), 1000);
    QCOMPARE(next({}, 1000, false), 0);
}

void TestHistory::listsWhatChangedBetween()
{
    hear({paged("x:1", "0", 500), paged("x:2", "0", 500), paged("x:3", "0", 500)});
    hear({notified("x:1", "1", 1000), notified("x:2", "1", 1000), notified("x:3", "1", 1000)});
    hear({notified("x:1", "2", 2000), notified("x:2", "2", 2000)});
    hear({notified("x:2", "1", 3000)}); // as it was
    QVERIFY(untilRecorded(6));
    std::optional<QList<PastDifference>> changed;
    m_history->reader().changedBetween("x:", 1500, 3500, 10, this,
                                       [&](const QList<PastDifference> &keys) { changed = keys; });
    QTRY_VERIFY(changed);
    QCOMPARE(changed->size(), 1);
    QCOMPARE(changed->at(0).key, "x:1");
    QCOMPARE(changed->at(0).before.value, std::optional(QByteArray("1")));
    QCOMPARE(changed->at(0).after.value, std::optional(QByteArray("2")));

    std::optional<QList<PastKey>> keys;
    m_history->reader().keysUnder("x:", 1500, 2, this, [&](const QList<PastKey> &answer) { keys = answer; });
    QTRY_VERIFY(keys);
    QCOMPARE(keys->size(), 2);
    QCOMPARE(keys->at(1).key, "x:2");
    QCOMPARE(keys->at(1).state.value, std::optional(QByteArray("1")));
}

void TestHistory::tellsTheSpan()
{
    for (int i = 0; i < 8; ++i)
        hear({notified("k", QByteArray::number(i), i < 6 ? 1000 + i : 1900 + i)});
    m_history->recorder().lineDown(3000);
    m_history->recorder().lineUp(4000);
    hear({notified("k", "last", 4001)});
    QVERIFY(untilRecorded(9));
    std::optional<HistorySpan> span;
    m_history->reader().span(1000, 2000, 2, this, [&](const HistorySpan &answer) { span = answer; });
    QTRY_VERIFY(span);
    QCOMPARE(span->from, 1000);
    QCOMPARE(span->to, 4001);
    QCOMPARE(span->gaps, (QList<HistoryGap>{{3000, 4000}}));
    QCOMPARE(span->density, (QList<int>{6, 2}));
}

void TestHistory::thinsSeriesAndKeepsPeaks()
{
    QList<Learned> items;
    constexpr int count = 20'000;
    for (int i = 0; i < count; ++i) {
        const QByteArray number = i == 7777  ? QByteArray("99999")
                                : i == 12345 ? QByteArray("-5")
                                             : QByteArray("7");
        items.append(notified("k", R"({"in":{"temp":)" + number + "}}", 1'000'000 + i));
    }
    hear(items);
    QVERIFY(untilRecorded(count));
    std::optional<QList<SeriesPoint>> points;
    m_history->reader().request({"k", u"/in/temp"_qs, 1'000'000, 1'000'000 + count, 800}, this,
                                [&](const QList<SeriesPoint> &answer) { points = answer; });
    QTRY_VERIFY_WITH_TIMEOUT(points, 60'000);
    QVERIFY(points->size() <= 800);
    QVERIFY(points->size() > 100);
    QVERIFY(points->contains(SeriesPoint{1'007'777, 99999}));
    QVERIFY(points->contains(SeriesPoint{1'012'345, -5}));
    QCOMPARE(points->first(), (SeriesPoint{1'000'000, 7}));
    QCOMPARE(points->last(), (SeriesPoint{1'000'000 + count - 1, 7}));
    QVERIFY(std::is_sorted(points->cbegin(), points->cend(),
                           [](const SeriesPoint &a, const SeriesPoint &b) { return a.at < b.at; }));
}

void TestHistory::seriesShowGaps()
{
    hear({notified("k", "1", 1000)});
    hear({notified("k", "no number", 1500)});
    m_history->recorder().lineDown(2000);
    m_history->recorder().lineUp(3000);
    hear({notified("k", "2", 3500)});
    QVERIFY(untilRecorded(3));
    std::optional<QList<SeriesPoint>> points;
    m_history->reader().request({"k", {}, 0, 5000, 800}, this,
                                [&](const QList<SeriesPoint> &answer) { points = answer; });
    QTRY_VERIFY(points);
    QCOMPARE(points->size(), 3);
    QCOMPARE(points->at(0), (SeriesPoint{1000, 1}));
    QCOMPARE(points->at(1).at, 2000);
    QVERIFY(std::isnan(points->at(1).value));
    QCOMPARE(points->at(2), (SeriesPoint{3500, 2}));
}

/// What a page says of a key after the line was down is kept as found.
void TestHistory::readsOfPagesAreFound()
{
    hear({notified("a", "1", 1000), notified("b", "1", 1000)});
    QVERIFY(untilRecorded(2));
    m_history->recorder().lineDown(2000);
    m_history->recorder().lineUp(3000);
    Batch batch;
    batch.lineBroke = true;
    batch.items = {paged("a", "changed meanwhile", 3100)};
    batch.covered = {{"a", "c", 3100, true, {}}};
    m_mirror->enqueue(std::make_shared<Batch>(batch));
    m_mirror->flush();
    QTRY_COMPARE(m_mirror->pendingBatches(), 0);
    const PastState a = state("a", 3200);
    QCOMPARE(a.value, std::optional(QByteArray("changed meanwhile")));
    QVERIFY(a.sure);
    QVERIFY(!state("b", 3'000'000'000'000).exists);
    HistoryQuery query;
    query.scope.key = "a";
    QCOMPARE(page(query).entries.first().kind, HistoryKind::Found);
}

/// A file that cannot be written: recording pauses, what comes meanwhile is counted, and it goes on by
/// itself.
void TestHistory::pausesAndGoesOn()
{
    const QTemporaryDir folder;
    HistoryOptions options;
    options.file = folder.filePath(u"p.history"_qs);
    options.limits.days = 0;
    options.retry = std::chrono::milliseconds(50);
    m_history = std::make_unique<History>(options);
    HistoryRecorder &recorder = m_history->recorder();
    recorder.follow(m_mirror);
    recorder.lineUp(900);
    const QSignalSpy problems(&recorder, &HistoryRecorder::problemChanged);
    hear({notified("k", "before", 1000)});
    QVERIFY(untilRecorded(1));

    const auto setDisk = [this](qint64 bytes) {
        m_history->historyThread().ask([bytes](HistoryThread::Desk &desk) { desk.file.setMostBytes(bytes); });
    };
    setDisk(64 * 1024);
    const QByteArray large(100'000, 'x');
    hear({notified("k", large, 2000)});
    QTRY_VERIFY(!recorder.status().problem.isEmpty());
    QCOMPARE(problems.size(), 1);
    hear({notified("k", "lost", 2100)});
    QTRY_VERIFY(recorder.status().lost >= 1);
    QCOMPARE(state("k", 1500).value, std::optional(QByteArray("before")));

    setDisk(0);
    QTRY_VERIFY(recorder.status().problem.isEmpty());
    hear({notified("k", "after", 3000)});
    QVERIFY(untilRecorded(2));
    std::optional<HistorySpan> span;
    m_history->reader().span(0, 0, 0, this, [&](const HistorySpan &answer) { span = answer; });
    QTRY_VERIFY(span);
    QVERIFY(!span->gaps.isEmpty());
    QCOMPARE(span->gaps.first().from, 1000);
    m_history.reset(); // before its folder
}

void TestHistory::tellsWhatWasGivenUp()
{
    HistoryOptions options;
    options.limits.days = 0;
    options.mostWaiting = -1; // as if too many waited already
    m_history = std::make_unique<History>(options);
    m_history->recorder().follow(m_mirror);
    m_history->recorder().lineUp(900);
    hear({notified("k", "1", 1000)});
    m_history->recorder().lineDown(2000);
    QTRY_COMPARE(m_history->recorder().status().lost, 1U);
    HistoryQuery query;
    query.newestFirst = false;
    const QList<HistoryEntry> rows = page(query).entries;
    QVERIFY(rows.size() >= 3);
    QCOMPARE(rows[1].kind, HistoryKind::LineDown);
}

void TestHistory::answersNobodyWhoIsGone()
{
    auto context = std::make_unique<QObject>();
    bool isCalled = false;
    m_history->reader().span(0, 0, 0, context.get(), [&](const HistorySpan &) { isCalled = true; });
    context.reset();
    std::optional<HistorySpan> span;
    m_history->reader().span(0, 0, 0, this, [&](const HistorySpan &answer) { span = answer; });
    QTRY_VERIFY(span);
    QVERIFY(!isCalled);
}

void TestHistory::writesAllBeforeItGoes()
{
    const QTemporaryDir folder;
    HistoryOptions options;
    options.file = folder.filePath(u"p.history"_qs);
    options.limits.days = 0;
    m_history = std::make_unique<History>(options);
    m_history->recorder().follow(m_mirror);
    m_history->recorder().lineUp(900);
    for (int i = 0; i < 500; ++i)
        hear({notified("k", QByteArray::number(i), 1000 + i)});
    m_history->recorder().lineDown(5000);
    m_history.reset();
    m_history = std::make_unique<History>(options);
    QCOMPARE(state("k", 4000).value, std::optional(QByteArray("499")));
    std::optional<HistorySpan> span;
    m_history->reader().span(0, 0, 0, this, [&](const HistorySpan &answer) { span = answer; });
    QTRY_VERIFY(span);
    QCOMPARE(span->gaps, (QList<HistoryGap>{{5000, 0}}));
    m_history.reset(); // before its folder
}

QTEST_GUILESS_MAIN(TestHistory)
#include "tst_history.moc"
