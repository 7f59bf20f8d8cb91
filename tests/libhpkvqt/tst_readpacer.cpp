// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: MIT

#include "readpacer.h"

#include <QTest>

using Hpkv::ReadPacer;

namespace
{

constexpr qint64 quick = ReadPacer::streamGap / 2; // µs
constexpr qint64 wait = ReadPacer::holdTime * 1000; // µs

/// Calls with one message each, until the pacer wants to wait.
qint64 becomeStream(ReadPacer &pacer, qint64 now)
{
    for (int i = 0; i < ReadPacer::streamCalls - 1; ++i, now += quick) {
        if (pacer.mayHold(now, 1))
            qFatal("held too soon");
    }
    if (!pacer.mayHold(now, 1))
        qFatal("not held");
    return now;
}

} // namespace

/// Which messages may wait a moment for others.
class tst_ReadPacer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void stream()
    {
        ReadPacer pacer;
        qint64 now = becomeStream(pacer, 1);
        for (int i = 0; i < 100; ++i)
            QVERIFY(pacer.mayHold(now += wait, 20));
    }

    void slowMessages()
    {
        ReadPacer pacer;
        for (int i = 0; i < 100; ++i)
            QVERIFY(!pacer.mayHold(1 + i * (ReadPacer::streamGap + 1), 1));
    }

    void oneByOne()
    {
        ReadPacer pacer;
        for (int i = 0; i < 100; ++i) {
            QVERIFY(!pacer.mayHold(1 + i * quick, 1));
            pacer.noteSent();
        }
    }

    void callsWithoutMessages()
    {
        ReadPacer pacer;
        for (int i = 0; i < 100; ++i)
            QVERIFY(!pacer.mayHold(1 + i * quick, 0));
    }

    void endOfAStream_data()
    {
        QTest::addColumn<int>("messages");
        QTest::newRow("none") << 0;
        QTest::newRow("one, for which it was not worth to wait") << 1;
    }

    void endOfAStream()
    {
        QFETCH(int, messages);
        ReadPacer pacer;
        qint64 now = becomeStream(pacer, 1);
        QVERIFY(!pacer.mayHold(now += wait, messages));
        becomeStream(pacer, now + quick);
    }

    void somethingSent()
    {
        ReadPacer pacer;
        qint64 now = becomeStream(pacer, 1);
        pacer.noteSent();
        QVERIFY(!pacer.mayHold(now + quick, 1));
    }
};

QTEST_GUILESS_MAIN(tst_ReadPacer)
#include "tst_readpacer.moc"
