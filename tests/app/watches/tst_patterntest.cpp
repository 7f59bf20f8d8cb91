// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "failonwarning.h"

#include "mirror/keyspacemirror.h"
#include "watches/patterntest.h"
#include "watches/watchesmodel.h"

#include <QAbstractItemModelTester>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTest>

using namespace Studio;

namespace
{

void learn(KeyspaceMirror &mirror, const QList<QByteArray> &keys, bool present = true)
{
    Batch batch;
    for (const QByteArray &key : keys) {
        Learned learned;
        learned.key = key;
        learned.present = present;
        learned.at = 1;
        batch.items.append(learned);
    }
    mirror.apply(batch);
}

WatchPattern pattern(const char *text)
{
    return WatchPattern::fromText(text);
}

} // namespace

class TestPatternTest : public QObject
{
    Q_OBJECT

private slots:
    void init() { TestSupport::failOnUnannouncedWarning(); }
    void counts_data();
    void counts();
    void countsGroups();
    void stopsWhenCanceled();
    void theLatestCounts();
    void modelFollowsTheList();
    void modelShowsWhatViewsHear();
    void modelCountsAgain();
    void modelSurvivesAnything();
};

void TestPatternTest::counts_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("expected");
    QTest::newRow("key") << QByteArray("user:1") << 1;
    QTest::newRow("missing key") << QByteArray("user:1000") << 0;
    QTest::newRow("prefix") << QByteArray("user:*") << 500;
    QTest::newRow("everything") << QByteArray("*") << 1002;
    QTest::newRow("suffix") << QByteArray("*:7") << 2;
    QTest::newRow("wildcard") << QByteArray("*r:1*9") << 22;
    QTest::newRow("expression") << QByteArray("/^user:[0-9]$/") << 10;
    QTest::newRow("bad expression") << QByteArray("/(/") << 0;
}

/// Whatever way a form is looked up in, it finds what matching each key finds.
void TestPatternTest::counts()
{
    QFETCH(QByteArray, text);
    QFETCH(int, expected);
    KeyspaceMirror mirror;
    QList<QByteArray> keys{"a", "zz"};
    for (int i = 0; i < 500; ++i) {
        keys.append("user:" + QByteArray::number(i));
        keys.append("order:" + QByteArray::number(i));
    }
    learn(mirror, keys);
    const WatchPattern wanted = WatchPattern::fromText(text);
    QList<QByteArray> matching;
    for (const QByteArray &key : keys) {
        if (wanted.matches(key))
            matching.append(key);
    }
    std::sort(matching.begin(), matching.end());
    PatternTest test(mirror);
    QSignalSpy finished(&test, &PatternTest::finished);
    test.start({{wanted}}, 20);
    QVERIFY(test.isRunning());
    QTRY_COMPARE(finished.size(), 1);
    QCOMPARE(test.matches().known, 1002);
    QCOMPARE(test.matches().counts, QList<qint64>{matching.size()});
    QCOMPARE(matching.size(), expected);
    QCOMPARE(test.matches().first, matching.mid(0, 20));
}

void TestPatternTest::countsGroups()
{
    KeyspaceMirror mirror;
    learn(mirror, {"a:1", "a:2", "b:1", "c"});
    const PatternMatches matches =
        matchPatterns(mirror.snapshot(),
                      {{pattern("a:*"), pattern("a:1"), pattern("c")}, {}, {pattern("/1$/")}}, 10, false);
    QCOMPARE(matches.counts, (QList<qint64>{3, 0, 2}));
    QCOMPARE(matches.first, (QList<QByteArray>{"a:1", "a:2", "b:1", "c"}));
}

void TestPatternTest::stopsWhenCanceled()
{
    KeyspaceMirror mirror;
    QList<QByteArray> keys;
    for (int i = 0; i < 5000; ++i)
        keys.append("k" + QByteArray::number(i));
    learn(mirror, keys);
    const PatternMatches matches = matchPatterns(mirror.snapshot(), {{pattern("/k/")}}, 0, true);
    QVERIFY(matches.counts.at(0) < 5000);
    PatternTest test(mirror);
    QSignalSpy finished(&test, &PatternTest::finished);
    test.start({{pattern("/k/")}});
    test.cancel();
    QVERIFY(!test.isRunning());
    test.start({{pattern("k1")}});
    QTRY_COMPARE(finished.size(), 1);
    QCOMPARE(test.matches().counts, QList<qint64>{1});
}

void TestPatternTest::theLatestCounts()
{
    KeyspaceMirror mirror;
    learn(mirror, {"a", "b", "c"});
    PatternTest test(mirror);
    QSignalSpy finished(&test, &PatternTest::finished);
    for (const char *text : {"a", "/./", "/[ab]/"})
        test.start({{pattern(text)}});
    QTRY_COMPARE(finished.size(), 1);
    QCOMPARE(test.matches().counts, QList<qint64>{2});
}

void TestPatternTest::modelFollowsTheList()
{
    KeyspaceMirror mirror;
    learn(mirror, {"a:1", "a:2", "b:temp"});
    WatchList list({});
    list.put({pattern("a:*"), true});
    WatchesModel model(list, mirror);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    list.put({pattern("*:temp"), false});
    QTRY_COMPARE(model.keysAt(0), 2);
    QTRY_COMPARE(model.keysAt(1), 1);
    QCOMPARE(model.chosenCount(), 2);
    QCOMPARE(model.index(1, WatchesModel::PatternColumn).data().toString(), u"*:temp"_qs);
    QCOMPARE(model.index(1, WatchesModel::KindColumn).data().toString(), u"suffix"_qs);
    QCOMPARE(model.index(1, WatchesModel::RecordColumn).data(Qt::CheckStateRole).toInt(), int(Qt::Unchecked));
    // The switch goes into the list, and the row follows.
    QVERIFY(model.setData(model.index(1, WatchesModel::RecordColumn), Qt::Checked, Qt::CheckStateRole));
    QVERIFY(list.watches().at(1).record);
    QCOMPARE(model.index(1, WatchesModel::RecordColumn).data(Qt::CheckStateRole).toInt(), int(Qt::Checked));
    const QPersistentModelIndex second(model.index(1, 0));
    list.remove(pattern("a:*"));
    QVERIFY(second.isValid());
    QCOMPARE(second.row(), 0);
    QVERIFY(list.replace(pattern("*:temp"), {pattern("b:*"), true}));
    QCOMPARE(model.rowCount(), 1);
    QTRY_COMPARE(model.keysAt(0), 1);
}

void TestPatternTest::modelShowsWhatViewsHear()
{
    const KeyspaceMirror mirror;
    WatchList list({});
    list.put({pattern("a:*"), true});
    WatchesModel model(list, mirror);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setSubscribed({"a:*", "b:*", "doc"});
    QCOMPARE(model.rowCount(), 3);
    QVERIFY(!model.watchAt(1));
    QCOMPARE(model.patternAt(2).text, QByteArray("doc"));
    QVERIFY(!(model.flags(model.index(1, WatchesModel::RecordColumn)) & Qt::ItemIsUserCheckable));
    QVERIFY(!model.setData(model.index(1, WatchesModel::RecordColumn), Qt::Checked, Qt::CheckStateRole));
    // What is chosen now is one of the person's.
    list.put({pattern("b:*"), true});
    QCOMPARE(model.rowCount(), 3);
    QCOMPARE(model.chosenCount(), 2);
    QCOMPARE(model.patternAt(2).text, QByteArray("doc"));
    model.setSubscribed({});
    QCOMPARE(model.rowCount(), 2);
}

void TestPatternTest::modelCountsAgain()
{
    KeyspaceMirror mirror;
    WatchList list({});
    list.put({pattern("/^a/"), true});
    WatchesModel model(list, mirror);
    QTRY_COMPARE(model.keysAt(0), 0);
    learn(mirror, {"a1", "a2"});
    QTRY_COMPARE(model.keysAt(0), 2);
    learn(mirror, {"a1"}, false);
    QTRY_COMPARE(model.keysAt(0), 1);
}

void TestPatternTest::modelSurvivesAnything()
{
    const KeyspaceMirror mirror;
    WatchList list({});
    WatchesModel model(list, mirror);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QRandomGenerator random(7);
    for (int i = 0; i < 400; ++i) {
        const WatchPattern one = WatchPattern::prefix(QByteArray::number(random.bounded(12)));
        const WatchPattern two = WatchPattern::prefix(QByteArray::number(random.bounded(12)));
        switch (random.bounded(5)) {
        case 0:
            list.put({one, true}, random.bounded(4) - 1);
            break;
        case 1:
            list.remove(one);
            break;
        case 2:
            list.replace(one, {two, random.bounded(2) == 0});
            break;
        case 3:
            list.setRecord(one, random.bounded(2) == 0);
            break;
        default:
            model.setSubscribed({one.toWire(), two.toWire()});
        }
        QCOMPARE(model.chosenCount(), int(list.watches().size()));
        for (int row = 0; row < model.chosenCount(); ++row)
            QVERIFY(*model.watchAt(row) == list.watches().at(row));
    }
}

QTEST_GUILESS_MAIN(TestPatternTest)
#include "tst_patterntest.moc"
