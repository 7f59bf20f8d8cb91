// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "session/bell.h"
#include "session/mailbox.h"

#include <QSignalSpy>
#include <QTest>
#include <QThread>

#include <algorithm>
#include <atomic>
#include <memory>

using namespace Studio;

class TestBell : public QObject
{
    Q_OBJECT

private slots:
    void answersInItsOwnThread();
    void wakesForEverythingInAMailbox();
    void staysSilentOnceGone();
};

void TestBell::answersInItsOwnThread()
{
    QThread thread;
    std::atomic<QThread *> answeredIn = nullptr;
    auto *bell = new Bell([&] {
        answeredIn = QThread::currentThread();
        thread.quit();
    });
    bell->moveToThread(&thread);
    QObject::connect(&thread, &QThread::finished, bell, &QObject::deleteLater);
    thread.start();

    bell->ring();

    QVERIFY(thread.wait());
    QCOMPARE(answeredIn.load(), &thread);
}

void TestBell::wakesForEverythingInAMailbox()
{
    Mailbox<int> mailbox;
    QList<int> heard;
    Bell bell([&] {
        for (const int item : mailbox.take())
            heard.append(item);
    });
    mailbox.setWakeUp([&bell] { bell.ring(); });

    std::unique_ptr<QThread> thread(QThread::create([&mailbox] {
        for (int item = 0; item < 1000; ++item)
            mailbox.push(item);
    }));
    thread->start();

    QTRY_COMPARE(heard.size(), 1000);
    QVERIFY(std::is_sorted(heard.cbegin(), heard.cend()));
    QVERIFY(thread->wait());
}

void TestBell::staysSilentOnceGone()
{
    int answers = 0;
    {
        Bell bell([&answers] { ++answers; });
        bell.ring();
    }
    Bell last([&answers] { answers += 10; });
    last.ring();

    QTRY_COMPARE(answers, 10);
}

QTEST_GUILESS_MAIN(TestBell)
#include "tst_bell.moc"
