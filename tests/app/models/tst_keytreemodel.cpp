// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/keytreemodel.h"

#include "failonwarning.h"
#include "mirror/keyspacemirror.h"
#include "mirror/segment.h"

#include <hpkvqt/keys.h>

#include <QAbstractItemModelTester>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTest>

#include <set>

using namespace Studio;

namespace
{

Learned read(const QByteArray &key, const QByteArray &value = "1")
{
    return {key, true, true, value, ValueState::Read, Origin::Page, 1, 0};
}

Learned notified(const QByteArray &key, qint64 at)
{
    return {key, true, true, "2", ValueState::Presumed, Origin::Notification, at, 0};
}

Learned gone(const QByteArray &key)
{
    Learned item;
    item.key = key;
    item.present = false;
    item.origin = Origin::Notification;
    return item;
}

Batch batchOf(const QList<QByteArray> &keys)
{
    Batch batch;
    for (const QByteArray &key : keys)
        batch.items.append(read(key));
    return batch;
}

Covered whole(const QByteArray &prefix, bool live = false)
{
    return {
        prefix.isEmpty() ? Hpkv::Keys::smallestStart() : prefix, Hpkv::Keys::prefixEnd(prefix), 1, live, {}};
}

/// The rows of one level: branches as they are, keys in brackets.
QList<QByteArray> level(const KeyTreeModel &model, const QModelIndex &parent = {})
{
    QList<QByteArray> result;
    for (int row = 0; row < model.rowCount(parent); ++row) {
        const QModelIndex index = model.index(row, 0, parent);
        const QByteArray key = index.data(KeyTreeModel::KeyRole).toByteArray();
        result.append(index.data(KeyTreeModel::IsBranchRole).toBool() ? key : QByteArray("[" + key + "]"));
    }
    return result;
}

/// What the level must hold, worked out from the keys in the plainest way.
QList<QByteArray> expectedLevel(const std::set<QByteArray> &keys, const QByteArray &prefix,
                                const QList<QByteArray> &separators)
{
    struct Row {
        QByteArray name;
        bool branch;
        QByteArray key;
        bool operator<(const Row &o) const
        {
            return std::tie(name, branch, key) < std::tie(o.name, o.branch, o.key);
        }
    };
    std::set<Row> rows;
    for (const QByteArray &key : keys) {
        if (!key.startsWith(prefix))
            continue;
        const qsizetype end = segmentEnd(key, prefix.size(), separators);
        if (end < 0)
            rows.insert({key.mid(prefix.size()), false, "[" + key + "]"});
        else
            rows.insert({key.mid(prefix.size(), end - prefix.size() - 1), true, key.left(end)});
    }
    QList<QByteArray> result;
    for (const Row &row : rows)
        result.append(row.key);
    return result;
}

} // namespace

class KeyTreeModelTest : public QObject
{
    Q_OBJECT

    static void compare(const KeyTreeModel &model, const std::set<QByteArray> &keys,
                        const QModelIndex &parent, const QByteArray &prefix)
    {
        QList<QByteArray> rows = level(model, parent);
        for (int row = model.rowCount(parent) - 1; row >= 0; --row) {
            const QModelIndex index = model.index(row, 0, parent);
            // A branch without known keys stands there only while it was not read as a whole.
            if (index.data(KeyTreeModel::CountRole).toLongLong() == 0) {
                QVERIFY(model.isBranch(index));
                QVERIFY(!index.data(KeyTreeModel::CountExactRole).toBool());
                rows.removeAt(row);
            }
        }
        QCOMPARE(rows, expectedLevel(keys, prefix, model.separators()));
        for (int row = 0; row < model.rowCount(parent); ++row) {
            const QModelIndex index = model.index(row, 0, parent);
            if (!model.isBranch(index))
                continue;
            const QByteArray branch = model.keyOf(index);
            QCOMPARE(index.data(KeyTreeModel::CountRole).toLongLong(),
                     std::count_if(keys.begin(), keys.end(),
                                   [&](const QByteArray &key) { return key.startsWith(branch); }));
            compare(model, keys, index, branch);
            if (QTest::currentTestFailed())
                return;
        }
    }

private slots:
    void init() { TestSupport::failOnUnannouncedWarning(); }

    void empty()
    {
        KeyspaceMirror mirror;
        KeyTreeModel model(&mirror);
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QCOMPARE(model.rowCount(), 0);
        QVERIFY(!model.hasChildren());
        mirror.apply(batchOf({"one"}));
        QCOMPARE(level(model), QList<QByteArray>{"[one]"});
    }

    void levels_data()
    {
        QTest::addColumn<QList<QByteArray>>("keys");
        QTest::addColumn<QByteArray>("branch");
        QTest::addColumn<QList<QByteArray>>("rows");
        using L = QList<QByteArray>;
        QTest::newRow("two levels") << L{"a:1", "a:2", "b", "c:x:y"} << QByteArray() << L{"a:", "[b]", "c:"};
        QTest::newRow("inner level") << L{"c:x:y", "c:x:z", "c:k"} << QByteArray("c:") << L{"[c:k]", "c:x:"};
        QTest::newRow("key beside branch")
            << L{"a", "a!", "a-b", "a:1"} << QByteArray() << L{"[a]", "a:", "[a!]", "[a-b]"};
        QTest::newRow("separator first") << L{":a", "::b", "b"} << QByteArray() << L{":", "[b]"};
        QTest::newRow("separator first, inside")
            << L{":a", "::b", ":"} << QByteArray(":") << L{"[:]", "::", "[:a]"};
        QTest::newRow("separator last") << L{"a:", "a:b"} << QByteArray("a:") << L{"[a:]", "[a:b]"};
        QTest::newRow("separator doubled") << L{"a::b", "a:c"} << QByteArray("a:") << L{"a::", "[a:c]"};
        QTest::newRow("last byte") << L{"k1", "k2", QByteArray("k1\0", 3)} << QByteArray()
                                   << L{"[k1]", QByteArray("[k1\0]", 5), "[k2]"};
        QTest::newRow("byte order, not UTF-16") << L{"\xF0\x9F\x98\x80", "\xEF\xBF\xAE"} << QByteArray()
                                                << L{"[\xEF\xBF\xAE]", "[\xF0\x9F\x98\x80]"};
    }

    void levels()
    {
        QFETCH(QList<QByteArray>, keys);
        QFETCH(QByteArray, branch);
        QFETCH(QList<QByteArray>, rows);
        KeyspaceMirror mirror;
        KeyTreeModel before(&mirror); // follows
        mirror.apply(batchOf(keys));
        KeyTreeModel after(&mirror); // builds
        for (KeyTreeModel *model : {&before, &after}) {
            QAbstractItemModelTester tester(model, QAbstractItemModelTester::FailureReportingMode::QtTest);
            const QModelIndex parent = branch.isEmpty() ? QModelIndex() : model->indexOfBranch(branch);
            QCOMPARE(parent.isValid(), !branch.isEmpty());
            QCOMPARE(level(*model, parent), rows);
        }
    }

    void severalSeparators()
    {
        KeyspaceMirror mirror;
        mirror.apply(batchOf({"a:1", "a/1", "a.b/c:d", "a"}));
        KeyTreeModel model(&mirror);
        model.setSeparators({":", "/"});
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QCOMPARE(level(model), (QList<QByteArray>{"[a]", "a/", "a:", "a.b/"}));
        QCOMPARE(level(model, model.indexOfBranch("a.b/")), QList<QByteArray>{"a.b/c:"});
        QCOMPARE(model.branchesAbove("a.b/c:d"), (QList<QByteArray>{"a.b/", "a.b/c:"}));
        QVERIFY(model.indexOfKey("a.b/c:d").isValid());
        QVERIFY(!model.indexOfKey("a.b/c:e").isValid());
        QVERIFY(!model.indexOfBranch("a.b").isValid());
        model.setSeparators({});
        QCOMPARE(model.rowCount(), 4);
    }

    void roles()
    {
        KeyspaceMirror mirror;
        Batch batch = batchOf({"a:1", "a:2 ", "b"});
        batch.items[2].value = "{}";
        batch.covered.append(whole("a:", true));
        mirror.apply(batch);
        KeyTreeModel model(&mirror);
        qint64 now = 10'000;
        model.setClock([&] { return now; });
        const QModelIndex branch = model.index(0, 0);
        const QModelIndex key = model.index(1, 0);
        QCOMPARE(branch.data(), QStringLiteral("a"));
        QCOMPARE(branch.data(KeyTreeModel::FullTextRole), QStringLiteral("a:"));
        QCOMPARE(branch.data(KeyTreeModel::CountRole), 2);
        QCOMPARE(branch.data(KeyTreeModel::CountTextRole), QStringLiteral("2"));
        QVERIFY(branch.data(KeyTreeModel::CountExactRole).toBool());
        QCOMPARE(branch.data(KeyTreeModel::CoverageRole).toInt(), int(CoverageLevel::Complete));
        QVERIFY(branch.data(KeyTreeModel::CoverageLiveRole).toBool());
        QVERIFY(branch.data(KeyTreeModel::LevelCompleteRole).toBool());
        QCOMPARE(model.index(1, 0, branch).data(), QStringLiteral("2␣"));
        QCOMPARE(model.index(1, 0, branch).data(KeyTreeModel::FullTextRole), QStringLiteral("a:2␣"));
        QCOMPARE(key.data(KeyTreeModel::KeyRole), QByteArray("b"));
        QCOMPARE(key.data(KeyTreeModel::ValueTypeRole).toInt(), int(ValueType::Object));
        QCOMPARE(key.data(KeyTreeModel::SizeRole), 2);
        QCOMPARE(model.levelOf(key), QByteArray());
        QCOMPARE(model.levelOf(model.index(0, 0, branch)), QByteArray("a:"));
        QVERIFY(!key.data(KeyTreeModel::ChangedNowRole).toBool());

        // A heard change marks the key and every branch above.
        QSignalSpy changed(&model, &KeyTreeModel::dataChanged);
        batch = {};
        batch.items = {notified("a:1", 9'000)};
        mirror.apply(batch);
        QVERIFY(changed.count() >= 2);
        QVERIFY(branch.data(KeyTreeModel::ChangedNowRole).toBool());
        QCOMPARE(branch.data(KeyTreeModel::ChangedAtRole), 9'000);
        QVERIFY(model.index(0, 0, branch).data(KeyTreeModel::ChangedNowRole).toBool());
        now = 20'000;
        QVERIFY(!branch.data(KeyTreeModel::ChangedNowRole).toBool());

        batch = {};
        batch.lineBroke = true;
        mirror.apply(batch);
        QVERIFY(branch.data(KeyTreeModel::CoverageStaleRole).toBool());
        QVERIFY(branch.data(KeyTreeModel::CountExactRole).toBool());
    }

    void countsAreAtLeast()
    {
        KeyspaceMirror mirror;
        Batch batch = batchOf({"a:1", "a:2"});
        batch.covered.append({"a:", "a:2", 1, false, {}});
        mirror.apply(batch);
        KeyTreeModel model(&mirror);
        QCOMPARE(model.index(0, 0).data(KeyTreeModel::CountTextRole), QStringLiteral("≥ 2"));
        QSignalSpy changed(&model, &KeyTreeModel::dataChanged);
        batch = {};
        batch.covered.append({Hpkv::Keys::nextStart("a:2"), Hpkv::Keys::prefixEnd("a:"), 1, false, {}});
        mirror.apply(batch);
        QVERIFY(changed.wait());
        QCOMPARE(model.index(0, 0).data(KeyTreeModel::CountTextRole), QStringLiteral("2"));
    }

    void asksForLevels()
    {
        KeyspaceMirror mirror;
        Batch batch = batchOf({"a:1", "b:1"});
        batch.covered.append({Hpkv::Keys::smallestStart(), "a:1", 1, false, {}});
        batch.covered.append({"a;", Hpkv::Keys::prefixEnd({}), 1, false, {}});
        mirror.apply(batch);
        KeyTreeModel model(&mirror);
        QSignalSpy asked(&model, &KeyTreeModel::levelRequested);
        model.levelOpened({});
        model.levelOpened(model.indexOfBranch("b:"));
        model.levelOpened(model.indexOfKey("b:1"));
        QCOMPARE(asked.count(), 0);
        model.levelOpened(model.indexOfBranch("a:"));
        QCOMPARE(asked.count(), 1);
        QCOMPARE(asked.first().first().toByteArray(), QByteArray("a:"));
    }

    void doubtfulBranchStaysUntilLookedAt()
    {
        KeyspaceMirror mirror;
        Batch batch = batchOf({"a:1", "b:1", "c"});
        batch.covered.append(whole("b:"));
        mirror.apply(batch);
        KeyTreeModel model(&mirror);
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QSignalSpy asked(&model, &KeyTreeModel::probeRequested);
        batch = {};
        batch.items = {gone("a:1"), gone("b:1")};
        mirror.apply(batch);
        QCOMPARE(level(model), (QList<QByteArray>{"a:", "[c]"})); // b: was read as a whole
        QCOMPARE(asked.count(), 1);
        QCOMPARE(asked.first().first().toByteArray(), QByteArray("a:"));
        QCOMPARE(model.index(0, 0).data(KeyTreeModel::CountTextRole), QStringLiteral("≥ 0"));
        batch = {};
        batch.covered.append(whole("a:"));
        mirror.apply(batch);
        model.flush();
        QCOMPARE(level(model), QList<QByteArray>{"[c]"});
        // The other outcome.
        mirror.apply(batchOf({"d:1"}));
        batch = {};
        batch.items = {gone("d:1")};
        mirror.apply(batch);
        mirror.apply(batchOf({"d:2"}));
        QCOMPARE(level(model), (QList<QByteArray>{"[c]", "d:"}));
        batch = {};
        batch.items = {gone("d:2")};
        batch.covered.append(whole("d:"));
        mirror.apply(batch);
        QCOMPARE(level(model), QList<QByteArray>{"[c]"});
    }

    void indexesFollowTheirRows()
    {
        KeyspaceMirror mirror;
        mirror.apply(batchOf({"b:1", "b:3", "d"}));
        KeyTreeModel model(&mirror);
        const QPersistentModelIndex inner = model.indexOfKey("b:3");
        const QPersistentModelIndex outer = model.indexOfKey("d");
        QSignalSpy reset(&model, &KeyTreeModel::modelReset);
        mirror.apply(batchOf({"a", "b:2", "c:1"}));
        QCOMPARE(model.keyOf(inner), QByteArray("b:3"));
        QCOMPARE(inner.row(), 2);
        QCOMPARE(outer.row(), 3);
        QCOMPARE(model.keyOf(inner.parent()), QByteArray("b:"));
        Batch batch;
        batch.items = {gone("b:1"), gone("b:2"), gone("b:3")};
        batch.covered.append(whole("b:"));
        mirror.apply(batch);
        QVERIFY(!inner.isValid());
        QCOMPARE(outer.row(), 2);
        QCOMPARE(reset.count(), 0);
    }

    void filter()
    {
        KeyspaceMirror mirror;
        mirror.apply(batchOf({"order:1", "order:2", "user:Order", "user:x", "zz"}));
        KeyTreeModel model(&mirror);
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setFilterText(QStringLiteral("ORDER"));
        QVERIFY(!model.isFilterRunning());
        QCOMPARE(level(model), (QList<QByteArray>{"order:", "user:"}));
        QCOMPARE(level(model, model.indexOfBranch("user:")), QList<QByteArray>{"[user:Order]"});
        QCOMPARE(model.matchCount(), 3);
        QCOMPARE(model.indexOfBranch("order:").data(KeyTreeModel::CountRole), 2);
        mirror.apply(batchOf({"border", "plain"}));
        QCOMPARE(level(model), (QList<QByteArray>{"[border]", "order:", "user:"}));
        Batch batch;
        batch.items = {gone("order:1"), gone("order:2"), gone("zz")};
        mirror.apply(batch);
        QCOMPARE(level(model), (QList<QByteArray>{"[border]", "user:"}));
        model.setFilterText({});
        QCOMPARE(level(model), (QList<QByteArray>{"[border]", "[plain]", "user:"}));
        QCOMPARE(model.matchCount(), 4);
    }

    void filterOverManyKeysGoesOnInSlices()
    {
        KeyspaceMirror mirror;
        Batch batch;
        for (int i = 0; i < 120'000; ++i)
            batch.items.append(
                read("k" + QByteArray::number(i % 40) + ":" + QByteArray::number(100'000 + i)));
        std::sort(batch.items.begin(), batch.items.end(),
                  [](const Learned &a, const Learned &b) { return a.key < b.key; });
        mirror.apply(batch);
        KeyTreeModel model(&mirror);
        QSignalSpy spy(&model, &KeyTreeModel::filterChanged);
        model.setFilterText(QStringLiteral("77"));
        while (model.isFilterRunning())
            QVERIFY(spy.wait());
        qint64 expected = 0;
        for (const Learned &item : batch.items)
            expected += item.key.contains("77") ? 1 : 0;
        QCOMPARE(model.matchCount(), expected);
        qint64 shown = 0;
        for (int row = 0; row < model.rowCount(); ++row)
            shown += model.rowCount(model.index(row, 0));
        QCOMPARE(shown, expected);
    }

    void largeLevelsChangeInRounds()
    {
        KeyspaceMirror mirror;
        Batch batch;
        const auto key = [](int i) { return QByteArray::number(1'000'000 + i); };
        for (int i = 0; i < 200'000; i += 2)
            batch.items.append(read(key(i)));
        mirror.apply(batch);
        KeyTreeModel model(&mirror);
        QCOMPARE(model.rowCount(), 100'000);
        const QPersistentModelIndex kept = model.indexOfKey(key(150'000));
        const QPersistentModelIndex lost = model.indexOfKey(key(100));
        QSignalSpy inserted(&model, &KeyTreeModel::rowsInserted);
        QSignalSpy layout(&model, &KeyTreeModel::layoutChanged);
        for (int round = 0; round < 20; ++round) {
            batch = {};
            for (int i = 0; i < 20; ++i)
                batch.items.append(read(key((round * 20 + i) * 400 + 1)));
            mirror.apply(batch);
        }
        batch = {};
        batch.items = {gone(key(100))};
        mirror.apply(batch);
        QCOMPARE(model.rowCount(), 100'000); // gathered
        QTRY_COMPARE(model.rowCount(), 100'399);
        QVERIFY(inserted.isEmpty());
        QCOMPARE(layout.count(), 1);
        QCOMPARE(model.keyOf(kept), key(150'000));
        QVERIFY(!lost.isValid());
        for (int row = 1; row < model.rowCount(); ++row)
            QVERIFY(model.keyOf(model.index(row - 1, 0)) < model.keyOf(model.index(row, 0)));
        // A few places only: plain insertions.
        mirror.apply(batchOf({"0", "1", "zzz"}));
        model.flush();
        QCOMPARE(inserted.count(), 2);
        QCOMPARE(model.rowCount(), 100'402);
    }

    void previews_data()
    {
        QTest::addColumn<QByteArray>("value");
        QTest::addColumn<QString>("shown");
        QTest::newRow("number") << QByteArray("12") << QStringLiteral("12");
        QTest::newRow("JSON on one line")
            << QByteArray("{\n  \"a\": 1,\n  \"b\": [ ]\n}") << QStringLiteral("{ \"a\": 1, \"b\": [ ] }");
        QTest::newRow("text keeps its line end") << QByteArray("a\nb") << QStringLiteral("a␊b");
        QTest::newRow("long") << QByteArray(1000, 'x') << QString(256, u'x').append(QChar(0x2026));
        QTest::newRow("not cut in a character")
            << QByteArray(255, 'x').append("ü").append(QByteArray(20, 'x'))
            << QString(255, u'x').append(QChar(0x2026));
    }

    void previews()
    {
        QFETCH(QByteArray, value);
        QFETCH(QString, shown);
        KeyspaceMirror mirror;
        Batch batch;
        batch.items.append(read("k", value));
        Learned presence = read("p");
        presence.hasValue = false;
        batch.items.append(presence);
        mirror.apply(batch);
        const KeyTreeModel model(&mirror);
        QCOMPARE(model.indexOfKey("k").data(KeyTreeModel::ValuePreviewRole).toString(), shown);
        QCOMPARE(model.indexOfKey("k").siblingAtColumn(KeyTreeModel::ValueColumn).data().toString(), shown);
        // Known to be there, but not what it holds.
        QVERIFY(model.indexOfKey("p").data(KeyTreeModel::ValuePreviewRole).toString().isNull());
    }

    void rates()
    {
        KeyspaceMirror mirror;
        mirror.apply(batchOf({"a:b:1", "c:1"}));
        KeyTreeModel model(&mirror);
        qint64 now = 1'000'000;
        model.setClock([&now] { return now; });
        Batch batch;
        for (int i = 0; i < 50; ++i)
            batch.items.append(notified("a:b:1", now));
        mirror.apply(batch);
        const auto shown = [&](const QByteArray &prefix) {
            return model.indexOfBranch(prefix).siblingAtColumn(KeyTreeModel::RateColumn).data().toString();
        };
        QCOMPARE(shown("a:"), QStringLiteral("5.0/s"));
        QCOMPARE(shown("a:b:"), QStringLiteral("5.0/s"));
        QCOMPARE(shown("c:"), QString());
        now += 30'000;
        QVERIFY(shown("a:").endsWith(QStringLiteral("/min")));
        now += 300'000;
        QCOMPARE(shown("a:"), QString());
    }

    void invalidExpressionMatchesNothing()
    {
        KeyspaceMirror mirror;
        mirror.apply(batchOf({"a", "b"}));
        KeyTreeModel model(&mirror);
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setFilter({QStringLiteral("("), KeySearch::Kind::RegularExpression, false});
        QTRY_VERIFY(!model.isFilterRunning());
        QCOMPARE(model.rowCount(), 0);
        QCOMPARE(model.matchCount(), 0);
        model.setFilter({QStringLiteral("[ab]"), KeySearch::Kind::RegularExpression, false});
        QTRY_COMPARE(model.rowCount(), 2);
        model.setFilter({});
        QCOMPARE(model.rowCount(), 2);
    }

    void clearing()
    {
        KeyspaceMirror mirror;
        KeyTreeModel model(&mirror);
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        mirror.apply(batchOf({"a:1", "b"}));
        mirror.clear();
        QCOMPARE(model.rowCount(), 0);
    }

    /// Random batches; after each one every level equals what the mirror holds.
    void random_data()
    {
        QTest::addColumn<bool>("tester");
        QTest::addColumn<bool>("filtered");
        QTest::newRow("with tester") << true << false;
        QTest::newRow("with tester, filtered") << true << true;
        QTest::newRow("levels built late") << false << false;
    }

    void random()
    {
        QFETCH(bool, tester);
        QFETCH(bool, filtered);
        const quint32 seed = QRandomGenerator::global()->generate();
        qInfo("seed %u", seed);
        QRandomGenerator random(seed);
        KeyspaceMirror mirror;
        mirror.setSliceBudget(0);
        KeyTreeModel model(&mirror);
        model.setSeparators({":", "/"});
        std::unique_ptr<QAbstractItemModelTester> watch;
        if (tester)
            watch = std::make_unique<QAbstractItemModelTester>(
                &model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        // What the signals say must be enough to follow along.
        int rootRows = 0;
        connect(&model, &KeyTreeModel::rowsInserted, &model,
                [&](const QModelIndex &parent, int first, int last) {
                    rootRows += parent.isValid() ? 0 : last - first + 1;
                });
        connect(&model, &KeyTreeModel::rowsRemoved, &model,
                [&](const QModelIndex &parent, int first, int last) {
                    rootRows -= parent.isValid() ? 0 : last - first + 1;
                });
        connect(&model, &KeyTreeModel::modelReset, &model, [&] { rootRows = model.rowCount(); });
        const QByteArray alphabet = "ab:/";
        const auto randomKey = [&] {
            QByteArray key;
            for (int size = random.bounded(1, 6); size > 0; --size)
                key.append(alphabet[random.bounded(int(alphabet.size()))]);
            return key;
        };
        if (filtered)
            model.setFilterText(QStringLiteral("b:"));
        for (int round = 0; round < 400; ++round) {
            Batch batch;
            for (int i = random.bounded(12); i > 0; --i) {
                const QByteArray key = randomKey();
                batch.items.append(random.bounded(3) == 0   ? gone(key)
                                   : random.bounded(2) == 0 ? notified(key, round)
                                                            : read(key));
            }
            QByteArray first = randomKey();
            QByteArray last = randomKey();
            if (last < first)
                std::swap(first, last);
            if (random.bounded(3) == 0)
                batch.covered.append({first, last, round, random.bounded(2) == 0, {}});
            batch.lineBroke = random.bounded(10) == 0;
            if (random.bounded(2)) {
                mirror.apply(batch);
            } else {
                QSignalSpy drained(&mirror, &KeyspaceMirror::drained);
                mirror.enqueue(std::make_shared<Batch>(batch));
                QVERIFY(drained.wait());
            }
            if (round % 40 == 39) {
                // Decides all doubtful branches.
                batch = {};
                batch.covered.append(whole({}));
                for (auto p = mirror.lowerBound({}); !mirror.isEnd(p); mirror.advance(p))
                    batch.items.append(read(mirror.keyAt(p).toByteArray()));
                mirror.apply(batch);
            }
            model.flush();
            if (round % 97 == 96)
                mirror.clear();
            QTRY_VERIFY(!model.isFilterRunning());
            std::set<QByteArray> keys;
            for (auto p = mirror.lowerBound({}); !mirror.isEnd(p); mirror.advance(p)) {
                const QByteArray key = mirror.keyAt(p).toByteArray();
                if (!filtered || key.contains("b:"))
                    keys.insert(key);
            }
            QCOMPARE(rootRows, model.rowCount());
            compare(model, keys, {}, {});
            if (QTest::currentTestFailed())
                return;
        }
    }
};

QTEST_GUILESS_MAIN(KeyTreeModelTest)
#include "tst_keytreemodel.moc"
