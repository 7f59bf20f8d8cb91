// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "failonwarning.h"

#include "session/verifyqueue.h"

#include <QTest>

using namespace Studio;

class TestVerifyQueue : public QObject
{
    Q_OBJECT

private slots:
    void init() { TestSupport::failOnUnannouncedWarning(); }
    void asksUrgentKeysFirst();
    void readsNeighboursInOnePage();
    void putsBackWhatATruncatedPageLeft();
    void forgetsWhatWasDecided();
    void keepsWhatAPageLeftUndecided();
    void isBounded();
};

void TestVerifyQueue::asksUrgentKeysFirst()
{
    VerifyQueue queue;
    QVERIFY(!queue.take());
    queue.add("a", false);
    queue.add("b", true);
    queue.add("a", false);
    queue.add("", true);
    QCOMPARE(queue.size(), 2);
    QVERIFY(queue.hasUrgent());
    QCOMPARE(queue.take(), (VerifyQueue::Query{"b", "b", 1}));
    QCOMPARE(queue.take(), (VerifyQueue::Query{"a", "a", 1}));
    QVERIFY(queue.isEmpty());
    // A key that becomes urgent is asked once.
    queue.add("c", false);
    queue.add("c", true);
    queue.add("c", false);
    QCOMPARE(queue.size(), 1);
}

void TestVerifyQueue::readsNeighboursInOnePage()
{
    VerifyQueue queue;
    for (const char *key : {"c", "a", "b"})
        queue.add(key, false);
    const auto query = queue.take();
    QCOMPARE(query->first, QByteArray("a"));
    QCOMPARE(query->last, QByteArray("c"));
    QVERIFY(query->limit >= 3);
    QVERIFY(!query->isSingle());
    QVERIFY(queue.isEmpty());
    for (int i = 0; i < 1000; ++i)
        queue.add(QByteArray::number(i), false);
    QVERIFY(queue.take()->limit <= 1000);
}

void TestVerifyQueue::putsBackWhatATruncatedPageLeft()
{
    VerifyQueue queue;
    for (const char *key : {"a", "b", "c", "d"})
        queue.add(key, false);
    const VerifyQueue::Query query = *queue.take();
    queue.add("z", false);
    queue.putBack(query, "b");
    QCOMPARE(queue.size(), 3);
    QCOMPARE(queue.take()->first, QByteArray("c"));
    queue.clear();
    QVERIFY(queue.isEmpty());
}

void TestVerifyQueue::forgetsWhatWasDecided()
{
    VerifyQueue queue;
    for (const char *key : {"a", "b", "c"})
        queue.add(key, false);
    queue.add("b2", true);
    queue.removeStretch("b", "b9");
    queue.remove("c");
    QCOMPARE(queue.take(), (VerifyQueue::Query{"a", "a", 1}));
    QVERIFY(queue.isEmpty());
}

/// A page that was under way while a key changed says nothing about it. The key was forgotten all the same,
/// and a record that somebody else had deleted stayed in the tree.
void TestVerifyQueue::keepsWhatAPageLeftUndecided()
{
    VerifyQueue queue;
    for (const char *key : {"a", "b", "c"})
        queue.add(key, false);
    queue.add("b2", true);
    queue.add("b3", true);
    queue.removeStretch("", "z", {"b2", "c"});
    QCOMPARE(queue.take(), (VerifyQueue::Query{"b2", "b2", 1}));
    QCOMPARE(queue.take(), (VerifyQueue::Query{"c", "c", 1}));
    QVERIFY(queue.isEmpty());
}

void TestVerifyQueue::isBounded()
{
    VerifyQueue queue;
    for (int i = 0; i < 2 * VerifyQueue::maxKeys; ++i)
        queue.add(QByteArray::number(i), false);
    QCOMPARE(queue.size(), VerifyQueue::maxKeys);
}

QTEST_GUILESS_MAIN(TestVerifyQueue)
#include "tst_verifyqueue.moc"
