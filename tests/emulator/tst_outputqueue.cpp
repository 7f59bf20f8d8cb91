// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: MIT

#include "outputqueue.h"

#include "failonwarning.h"

#include <QTest>

using namespace hpkv::emulator;

class TestOutputQueue : public QObject
{
    Q_OBJECT

private slots:
    void init() { TestSupport::failOnUnannouncedWarning(); }
    void framesLeaveInOrderInAnyParts_data();
    void framesLeaveInOrderInAnyParts();
    void sequencesStayWithTheirFrames();
    void discardKeepsWhatHasBegun();
};

void TestOutputQueue::framesLeaveInOrderInAnyParts_data()
{
    QTest::addColumn<int>("part");
    for (const int part : {1, 2, 3, 5, 100})
        QTest::addRow("%d", part) << part;
}

void TestOutputQueue::framesLeaveInOrderInAnyParts()
{
    QFETCH(int, part);
    OutputQueue queue;
    queue.push("one", 0);
    queue.push(std::make_shared<const std::string>("shared"), 0);
    queue.push("three", 0);
    QCOMPARE(queue.bytes(), std::size_t(14));
    std::string left;
    while (!queue.empty()) {
        std::string all;
        for (std::size_t i = 0; i < queue.size(); ++i)
            all += queue.data(i);
        QCOMPARE(all.size(), queue.bytes());
        const auto taken = std::min(all.size(), static_cast<std::size_t>(part));
        left += all.substr(0, taken);
        queue.consume(taken);
    }
    QCOMPARE(left, std::string("onesharedthree"));
    QCOMPARE(queue.bytes(), std::size_t(0));
}

void TestOutputQueue::sequencesStayWithTheirFrames()
{
    OutputQueue queue;
    queue.push("a", 1);
    queue.push("b", 7);
    QCOMPARE(queue.sequence(1), std::uint64_t(7));
    queue.consume(1);
    QCOMPARE(queue.sequence(), std::uint64_t(7));
}

void TestOutputQueue::discardKeepsWhatHasBegun()
{
    OutputQueue queue;
    queue.push("begun", 0);
    queue.push("waiting", 0);
    queue.consume(2);
    queue.discard();
    QCOMPARE(queue.size(), std::size_t(1));
    QCOMPARE(queue.bytes(), std::size_t(3));
    QVERIFY(queue.data() == "gun");
    queue.consume(3);
    queue.push("new", 0);
    queue.discard();
    QVERIFY(queue.empty());
    QCOMPARE(queue.bytes(), std::size_t(0));
}

QTEST_APPLESS_MAIN(TestOutputQueue)
#include "tst_outputqueue.moc"
