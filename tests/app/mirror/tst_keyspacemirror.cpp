// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "mirror/keyspacemirror.h"

#include "failonwarning.h"

#include <hpkvqt/keys.h>

#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTest>

#include <atomic>
#include <map>
#include <set>
#include <thread>
#include <vector>

using namespace Studio;

namespace
{

Learned read(const QByteArray &key, const QByteArray &value, qint64 at = 1)
{
    return {key, true, true, value, ValueState::Read, Origin::Page, at, 0};
}

Learned notified(const QByteArray &key, const QByteArray &value, qint64 at = 1)
{
    return {key, true, true, value, ValueState::Presumed, Origin::Notification, at, 0};
}

Learned gone(const QByteArray &key, Origin origin = Origin::Notification)
{
    Learned item;
    item.key = key;
    item.present = false;
    item.origin = origin;
    item.at = 1;
    return item;
}

QByteArray keyNumber(int n)
{
    return "key:" + QByteArray::number(n).rightJustified(7, '0');
}

Batch pageOf(const QList<Learned> &items, const QByteArray &first, const QByteArray &last, bool live = false)
{
    Batch batch;
    batch.items = items;
    batch.covered.append({first, last, 1, live, {}});
    return batch;
}

} // namespace

class KeyspaceMirrorTest : public QObject
{
    Q_OBJECT

private slots:
    void init() { TestSupport::failOnUnannouncedWarning(); }

    void startsEmpty()
    {
        KeyspaceMirror mirror;
        QCOMPARE(mirror.knownCount(), 0);
        QVERIFY(mirror.isEnd(mirror.lowerBound("a")));
        QVERIFY(!mirror.find("a"));
        QCOMPARE(mirror.countWithPrefix("a"), 0);
        QCOMPARE(mirror.branchCoverage({}).level, CoverageLevel::None);
        QVERIFY(!mirror.isLevelComplete({}, {":"}));
        mirror.apply(pageOf({}, Hpkv::Keys::smallestStart(), Hpkv::Keys::prefixEnd({})));
        QVERIFY(mirror.branchCoverage({}).isComplete());
        QVERIFY(mirror.isLevelComplete({}, {":"}));
        QCOMPARE(mirror.knownCount(), 0);
    }

    void valueStates()
    {
        KeyspaceMirror mirror;
        QSignalSpy spy(&mirror, &KeyspaceMirror::applied);
        const auto last = [&] { return spy.last().first().value<AppliedBatch>(); };
        Batch batch;
        batch.items = {{"k", true, false, {}, ValueState::Unknown, Origin::Page, 5, 0}};
        mirror.apply(batch);
        QCOMPARE(last().inserted, QList<QByteArray>{"k"});
        QCOMPARE(mirror.find("k")->info.state, ValueState::Unknown);
        QCOMPARE(mirror.find("k")->info.size, -1);
        QVERIFY(!mirror.find("k")->hasValue);

        batch.items = {read("k", "12", 6)};
        mirror.apply(batch);
        QCOMPARE(last().changed, QList<QByteArray>{"k"});
        QCOMPARE(mirror.find("k")->value, QByteArray("12"));
        QCOMPARE(mirror.find("k")->info.type, ValueType::Number);
        QCOMPARE(mirror.find("k")->info.changedAt, 0);

        batch.items = {notified("k", "abc", 7)};
        mirror.apply(batch);
        QCOMPARE(mirror.find("k")->info.state, ValueState::Presumed);
        QCOMPARE(mirror.find("k")->info.changedAt, 7);
        QCOMPARE(last().heard.size(), 1);
        QCOMPARE(last().heard.first().before, QByteArray("12"));
        QCOMPARE(last().heard.first().stateBefore, ValueState::Read);

        // The verifying read is no change of its own.
        batch.items = {{"k", true, true, "12abc", ValueState::Read, Origin::Get, 8, 0}};
        mirror.apply(batch);
        QCOMPARE(mirror.find("k")->info.state, ValueState::Read);
        QCOMPARE(mirror.find("k")->info.changedAt, 7);
        // But a read that differs from another read is.
        batch.items = {{"k", true, true, "x", ValueState::Read, Origin::Get, 9, 0}};
        mirror.apply(batch);
        QCOMPARE(mirror.find("k")->info.changedAt, 9);

        // A page that repeats what is known says nothing new.
        const auto count = spy.count();
        batch.items = {read("k", "x", 10)};
        mirror.apply(batch);
        QCOMPARE(spy.count(), count);
        QCOMPARE(mirror.find("k")->info.at, 10);

        // An own patch: what stands there now is not known.
        batch.items = {{"k", true, false, {}, ValueState::Unknown, Origin::OwnWrite, 11, 0}};
        mirror.apply(batch);
        QVERIFY(!mirror.find("k")->hasValue);
        QCOMPARE(mirror.find("k")->info.state, ValueState::Unknown);
        QCOMPARE(mirror.find("k")->info.size, 1);

        batch.items = {gone("k")};
        mirror.apply(batch);
        QCOMPARE(last().removed, QList<QByteArray>{"k"});
        QVERIFY(!mirror.find("k"));
    }

    void severalItemsOfOneKey()
    {
        KeyspaceMirror mirror;
        QSignalSpy spy(&mirror, &KeyspaceMirror::applied);
        Batch batch;
        batch.items = {notified("b", "1", 1),
                       notified("a", "x", 2),
                       notified("b", "2", 3),
                       gone("c"),
                       notified("c", "7", 4),
                       notified("d", "8", 5),
                       gone("d")};
        batch.items[3].at = 3;
        batch.items[6].at = 6;
        mirror.apply(batch);
        QCOMPARE(spy.count(), 1);
        const auto applied = spy.last().first().value<AppliedBatch>();
        QCOMPARE(applied.inserted, (QList<QByteArray>{"a", "b", "c"}));
        QVERIFY(applied.removed.isEmpty());
        QVERIFY(applied.changed.isEmpty());
        QCOMPARE(applied.heard.size(), 7);
        QCOMPARE(applied.heard[0].key, QByteArray("b"));
        QVERIFY(!applied.heard[0].wasKnown);
        QCOMPARE(applied.heard[1].key, QByteArray("a"));
        QCOMPARE(applied.heard[2].before, QByteArray("1"));
        QVERIFY(applied.heard[6].removed);
        QCOMPARE(applied.heard[6].before, QByteArray("8"));
        QCOMPARE(mirror.find("b")->value, QByteArray("2"));
        QVERIFY(!mirror.isKnown("d"));
    }

    void knownAbsence()
    {
        KeyspaceMirror mirror;
        mirror.apply(pageOf({read("a:1", "x")}, "a:", Hpkv::Keys::prefixEnd("a:"), true));
        QSignalSpy spy(&mirror, &KeyspaceMirror::applied);
        Batch batch;
        batch.items = {notified("a:2", "y"), notified("b:1", "z")};
        mirror.apply(batch);
        const QList<Heard> heard = spy.last().first().value<AppliedBatch>().heard;
        QVERIFY(heard[0].wasKnownAbsent);
        QVERIFY(heard[0].placeWasLive);
        QVERIFY(!heard[1].wasKnownAbsent);
    }

    void pageDecidesWhatIsGone()
    {
        KeyspaceMirror mirror;
        mirror.apply(pageOf({read("a", "1"), read("b", "2"), read("c", "3"), read("d", "4"), read("e", "5")},
                            "a", "e"));
        QSignalSpy spy(&mirror, &KeyspaceMirror::applied);
        Batch batch;
        batch.items = {read("b", "2")};
        batch.covered.append({"b", "d", 2, false, {"d"}});
        mirror.apply(batch);
        const auto applied = spy.last().first().value<AppliedBatch>();
        QCOMPARE(applied.removed, QList<QByteArray>{"c"}); // d was touched while the page was under way
        QCOMPARE(mirror.knownCount(), 4);
        batch = {};
        batch.covered.append({Hpkv::Keys::smallestStart(), Hpkv::Keys::prefixEnd({}), 3, false, {}});
        mirror.apply(batch);
        QCOMPARE(mirror.knownCount(), 0);
        QVERIFY(mirror.snapshot().blocks().empty());
    }

    void lineBreakComesFirst()
    {
        KeyspaceMirror mirror;
        mirror.apply(pageOf({read("a:1", "x")}, "a:", Hpkv::Keys::prefixEnd("a:"), true));
        QSignalSpy applied(&mirror, &KeyspaceMirror::applied);
        QSignalSpy coverage(&mirror, &KeyspaceMirror::coverageChanged);
        Batch batch;
        batch.lineBroke = true;
        batch.lineBrokeAt = 77;
        mirror.apply(batch);
        QVERIFY(applied.last().first().value<AppliedBatch>().lineBroke);
        QCOMPARE(coverage.count(), 1);
        QVERIFY(mirror.branchCoverage("a:").stale);
        QCOMPARE(mirror.branchCoverage("a:").asOf, 77);
        QCOMPARE(mirror.find("a:1")->value, QByteArray("x"));
    }

    void splitsAndJoinsBlocks()
    {
        KeyspaceMirror mirror;
        Batch batch;
        constexpr int count = 20'000;
        for (int i = 0; i < count; ++i)
            batch.items.append(read(keyNumber(i), "v"));
        mirror.apply(batch);
        QCOMPARE(mirror.knownCount(), count);
        const auto check = [&] {
            const MirrorSnapshot snapshot = mirror.snapshot();
            QByteArray before;
            for (const BlockPointer &block : snapshot.blocks()) {
                QVERIFY(block->size() > 0);
                QVERIFY(block->size() <= MirrorBlock::maxKeys);
                for (int i = 0; i < block->size(); ++i) {
                    QVERIFY(before < block->key(i));
                    before = block->key(i).toByteArray();
                }
            }
        };
        check();
        QVERIFY(mirror.snapshot().blocks().size() <= 20);
        // Nearly everything goes, one piece at a time: blocks must not stay behind almost empty.
        for (int from = 0; from < count; from += 500) {
            batch = {};
            for (int i = from; i < from + 500; ++i) {
                if (i % 100 != 0)
                    batch.items.append(gone(keyNumber(i)));
            }
            mirror.apply(batch);
        }
        check();
        QCOMPARE(mirror.knownCount(), count / 100);
        QVERIFY(mirror.snapshot().blocks().size() <= 3);
        QCOMPARE(mirror.rank(keyNumber(10'000)), 100);
        QCOMPARE(mirror.keyAt(mirror.positionOf(100)).toByteArray(), keyNumber(10'000));
    }

    void snapshotsNeverChange()
    {
        KeyspaceMirror mirror;
        Batch batch;
        for (int i = 0; i < 5000; ++i)
            batch.items.append(read(keyNumber(i), "old"));
        mirror.apply(batch);
        const MirrorSnapshot snapshot = mirror.snapshot();
        batch = {};
        for (int i = 0; i < 5000; ++i) {
            if (i % 3 == 0)
                batch.items.append(gone(keyNumber(i)));
            else
                batch.items.append(notified(keyNumber(i), "new"));
        }
        mirror.apply(batch);
        QCOMPARE(snapshot.size(), 5000);
        auto position = snapshot.lowerBound({});
        int n = 0;
        for (; !snapshot.isEnd(position); snapshot.advance(position), ++n) {
            QCOMPARE(snapshot.key(position).toByteArray(), keyNumber(n));
            QCOMPARE(snapshot.entry(position).value, QByteArray("old"));
        }
        QCOMPARE(n, 5000);
        QVERIFY(!mirror.find(keyNumber(0)));
        QCOMPARE(mirror.find(keyNumber(1))->value, QByteArray("new"));
    }

    /// For the thread sanitizer: a snapshot is read and let go elsewhere while the mirror goes on.
    void snapshotsAreReadInOtherThreads()
    {
        KeyspaceMirror mirror;
        Batch batch;
        for (int i = 0; i < 6000; ++i)
            batch.items.append(read(keyNumber(i), "old"));
        mirror.apply(batch);
        std::atomic<qint64> seen = 0;
        std::vector<std::thread> readers;
        for (int round = 0; round < 8; ++round) {
            readers.emplace_back([snapshot = mirror.snapshot(), &seen]() mutable {
                qint64 bytes = 0;
                for (auto p = snapshot.lowerBound({}); !snapshot.isEnd(p); snapshot.advance(p))
                    bytes += snapshot.entry(p).value.size();
                snapshot = {};
                seen += bytes;
            });
            batch = {};
            for (int i = round; i < 6000; i += 7)
                batch.items.append(notified(keyNumber(i), "new"));
            mirror.apply(batch);
            QVERIFY(mirror.find(keyNumber(round))); // marks it as used
        }
        for (std::thread &reader : readers)
            reader.join();
        QCOMPARE(seen, 8 * 6000 * 3);
    }

    void untouchedBlocksStayShared()
    {
        KeyspaceMirror mirror;
        Batch batch;
        for (int i = 0; i < 50'000; ++i)
            batch.items.append(read(keyNumber(i), "v"));
        mirror.apply(batch);
        const MirrorSnapshot before = mirror.snapshot();
        batch = {};
        batch.items = {notified(keyNumber(25'000), "other")};
        mirror.apply(batch);
        const MirrorSnapshot after = mirror.snapshot();
        QCOMPARE(after.blocks().size(), before.blocks().size());
        int copied = 0;
        for (size_t i = 0; i < after.blocks().size(); ++i)
            copied += after.blocks()[i] == before.blocks()[i] ? 0 : 1;
        QCOMPARE(copied, 1);
    }

    void valueBudget()
    {
        KeyspaceMirror mirror;
        constexpr qint64 budget = 1'000'000;
        mirror.setValueBudget(budget);
        const QByteArray value(1000, 'x');
        const QByteArray favourite = keyNumber(3);
        for (int from = 0; from < 10'000; from += 100) {
            Batch batch;
            for (int i = from; i < from + 100; ++i)
                batch.items.append(read(keyNumber(i), value + QByteArray::number(i)));
            mirror.apply(batch);
            QVERIFY(mirror.valueBytes() <= budget);
            QVERIFY(mirror.find(favourite)->hasValue); // it is looked at all the time
        }
        qint64 held = 0;
        const MirrorSnapshot snapshot = mirror.snapshot();
        for (auto p = snapshot.lowerBound({}); !snapshot.isEnd(p); snapshot.advance(p)) {
            const Entry entry = snapshot.entry(p);
            QCOMPARE(entry.info.state, ValueState::Read); // what is known stays
            QVERIFY(entry.info.size > 1000);
            held += entry.hasValue ? entry.value.size() : 0;
        }
        QVERIFY(held > budget / 2);
        QVERIFY(mirror.find(keyNumber(9'999))->hasValue);
        QVERIFY(!mirror.find(keyNumber(100))->hasValue);
        mirror.setValueBudget(0);
        QCOMPARE(mirror.valueBytes(), 0);
        QVERIFY(!mirror.find(favourite)->hasValue);
    }

    void slices()
    {
        KeyspaceMirror mirror;
        mirror.setSliceBudget(0); // the smallest step at a time
        QSignalSpy applied(&mirror, &KeyspaceMirror::applied);
        QSignalSpy drained(&mirror, &KeyspaceMirror::drained);
        QSignalSpy coverage(&mirror, &KeyspaceMirror::coverageChanged);
        auto batch = std::make_shared<Batch>();
        for (int i = 0; i < 30'000; ++i)
            batch->items.append(read(keyNumber(i), "v"));
        batch->items.append(notified("zz", "v"));
        batch->covered.append({"key:", Hpkv::Keys::prefixEnd("key:"), 1, true, {}});
        mirror.enqueue(batch);
        mirror.enqueue(std::make_shared<Batch>(pageOf({read("a", "1")}, "a", "a")));
        QCOMPARE(mirror.pendingBatches(), 2);
        QCOMPARE(mirror.knownCount(), 0);
        QVERIFY(!mirror.branchCoverage("key:").isComplete());
        QVERIFY(drained.wait());
        QCOMPARE(mirror.pendingBatches(), 0);
        QCOMPARE(mirror.knownCount(), 30'002);
        QVERIFY(applied.count() > 4);
        QCOMPARE(coverage.count(), 2);
        QVERIFY(mirror.branchCoverage("key:").live);
        qsizetype inserted = 0;
        for (const QList<QVariant> &arguments : applied)
            inserted += arguments.first().value<AppliedBatch>().inserted.size();
        QCOMPARE(inserted, 30'002);
    }

    void applyingNowKeepsTheOrder()
    {
        KeyspaceMirror mirror;
        Batch first;
        first.items = {notified("k", "1")};
        mirror.enqueue(std::make_shared<Batch>(first));
        Batch second;
        second.items = {notified("k", "2")};
        mirror.apply(second);
        QCOMPARE(mirror.pendingBatches(), 0);
        QCOMPARE(mirror.find("k")->value, QByteArray("2"));
    }

    void clearForgets()
    {
        KeyspaceMirror mirror;
        mirror.apply(pageOf({read("a", "1")}, "a", "b"));
        mirror.enqueue(std::make_shared<Batch>(pageOf({read("b", "1")}, "a", "b")));
        QSignalSpy spy(&mirror, &KeyspaceMirror::reset);
        mirror.clear();
        QCOMPARE(spy.count(), 1);
        QCOMPARE(mirror.knownCount(), 0);
        QCOMPARE(mirror.pendingBatches(), 0);
        QCOMPARE(mirror.branchCoverage({}).level, CoverageLevel::None);
    }

    void clearFromWithinASlot()
    {
        KeyspaceMirror mirror;
        connect(&mirror, &KeyspaceMirror::applied, &mirror, [&] { mirror.clear(); });
        mirror.apply(pageOf({read("a", "1")}, "a", "b"));
        QCOMPARE(mirror.knownCount(), 0);
        QCOMPARE(mirror.branchCoverage({}).level, CoverageLevel::None);
    }

    /// Random batches against a std::map that does the same in the simplest way.
    void random_data()
    {
        QTest::addColumn<int>("keys");
        QTest::addColumn<int>("rounds");
        QTest::addColumn<int>("batchSize");
        QTest::newRow("few keys") << 30 << 2000 << 12;
        QTest::newRow("many keys") << 20'000 << 60 << 4000;
    }

    void random()
    {
        QFETCH(int, keys);
        QFETCH(int, rounds);
        QFETCH(int, batchSize);
        const quint32 seed = QRandomGenerator::global()->generate();
        qInfo("seed %u", seed);
        QRandomGenerator random(seed);
        KeyspaceMirror mirror;
        mirror.setSliceBudget(0);
        std::map<QByteArray, QByteArray> reference;
        std::set<QByteArray> fromSignals;
        connect(&mirror, &KeyspaceMirror::applied, &mirror, [&](const AppliedBatch &applied) {
            for (const QByteArray &key : applied.inserted)
                QVERIFY(fromSignals.insert(key).second);
            for (const QByteArray &key : applied.removed)
                QCOMPARE(fromSignals.erase(key), size_t(1));
            for (const QByteArray &key : applied.changed)
                QVERIFY(fromSignals.count(key));
            QVERIFY(std::is_sorted(applied.inserted.begin(), applied.inserted.end()));
            QVERIFY(std::is_sorted(applied.removed.begin(), applied.removed.end()));
            QVERIFY(std::is_sorted(applied.changed.begin(), applied.changed.end()));
        });
        MirrorSnapshot heldSnapshot;
        std::map<QByteArray, QByteArray> heldReference;
        for (int round = 0; round < rounds; ++round) {
            Batch batch;
            const int size = random.bounded(batchSize) + 1;
            for (int i = 0; i < size; ++i) {
                const QByteArray key = keyNumber(random.bounded(keys));
                if (random.bounded(4) == 0)
                    batch.items.append(gone(key));
                else
                    batch.items.append(random.bounded(2)
                                           ? notified(key, QByteArray::number(random.bounded(1000)))
                                           : read(key, QByteArray::number(random.bounded(1000))));
            }
            if (random.bounded(2) == 0)
                std::stable_sort(batch.items.begin(), batch.items.end(),
                                 [](const Learned &a, const Learned &b) { return a.key < b.key; });
            for (int pages = random.bounded(3); pages > 0; --pages) {
                const int from = random.bounded(keys);
                const int to = qMin(keys, from + 1 + random.bounded(keys / 3 + 1));
                Covered covered{keyNumber(from), keyNumber(to), round, random.bounded(2) == 0, {}};
                for (int i = random.bounded(3); i > 0; --i)
                    covered.undecided.append(keyNumber(random.bounded(keys)));
                batch.covered.append(covered);
            }
            // The same in the plain way.
            std::set<QByteArray> spoken;
            for (const Learned &item : batch.items)
                spoken.insert(item.key);
            for (const Covered &covered : batch.covered) {
                for (const QByteArray &key : covered.undecided)
                    spoken.insert(key);
            }
            for (const Covered &covered : batch.covered) {
                auto it = reference.lower_bound(covered.first);
                while (it != reference.end() && it->first <= covered.last)
                    it = spoken.count(it->first) ? std::next(it) : reference.erase(it);
            }
            for (const Learned &item : batch.items) {
                if (item.present)
                    reference[item.key] = item.value;
                else
                    reference.erase(item.key);
            }
            if (random.bounded(2)) {
                mirror.apply(batch);
            } else {
                QSignalSpy drained(&mirror, &KeyspaceMirror::drained);
                mirror.enqueue(std::make_shared<Batch>(batch));
                QVERIFY(drained.wait());
            }
            if (random.bounded(10) == 0) {
                heldSnapshot = mirror.snapshot();
                heldReference = reference;
            }

            QCOMPARE(mirror.knownCount(), qint64(reference.size()));
            QCOMPARE(fromSignals.size(), reference.size());
            qint64 rank = 0;
            auto position = mirror.lowerBound({});
            for (const auto &[key, value] : reference) {
                QVERIFY(!mirror.isEnd(position));
                QVERIFY(mirror.keyAt(position) == key);
                QCOMPARE(mirror.entryAt(position).value, value);
                if (rank % 97 == 0)
                    QCOMPARE(mirror.rank(key), rank);
                mirror.advance(position);
                ++rank;
            }
            QVERIFY(mirror.isEnd(position));
            const QByteArray prefix = keyNumber(random.bounded(keys)).chopped(1 + random.bounded(3));
            const auto below = std::count_if(reference.begin(), reference.end(),
                                             [&](const auto &pair) { return pair.first.startsWith(prefix); });
            QCOMPARE(mirror.countWithPrefix(prefix), below);
        }
        auto position = heldSnapshot.lowerBound({});
        for (const auto &[key, value] : heldReference) {
            QVERIFY(heldSnapshot.key(position) == key);
            QCOMPARE(heldSnapshot.entry(position).value, value);
            heldSnapshot.advance(position);
        }
    }
};

QTEST_GUILESS_MAIN(KeyspaceMirrorTest)
#include "tst_keyspacemirror.moc"
