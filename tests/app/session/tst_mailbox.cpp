// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "failonwarning.h"

#include "session/mailbox.h"

#include <QTest>
#include <QThread>

#include <atomic>
#include <memory>

using namespace Studio;

class TestMailbox : public QObject
{
    Q_OBJECT

private slots:
    void init() { TestSupport::failOnUnannouncedWarning(); }
    void keepsTheOrder();
    void wakesOncePerFilling();
    void dropsAfterClosing();
    void movesItems();
    void passesEverythingBetweenThreads();
};

void TestMailbox::keepsTheOrder()
{
    Mailbox<int> mailbox;
    QVERIFY(mailbox.take().empty());
    for (int i = 0; i < 5; ++i)
        mailbox.push(i);
    QCOMPARE(mailbox.size(), size_t(5));
    QCOMPARE(mailbox.take(), (std::vector<int>{0, 1, 2, 3, 4}));
    QVERIFY(mailbox.take().empty());
}

void TestMailbox::wakesOncePerFilling()
{
    int woken = 0;
    Mailbox<int> mailbox([&] { ++woken; });
    mailbox.push(1);
    mailbox.push(2);
    QCOMPARE(woken, 1);
    (void)mailbox.take();
    mailbox.push(3);
    QCOMPARE(woken, 2);
}

void TestMailbox::dropsAfterClosing()
{
    int woken = 0;
    Mailbox<std::shared_ptr<int>> mailbox([&] { ++woken; });
    const auto item = std::make_shared<int>(1);
    mailbox.push(item);
    mailbox.close();
    QCOMPARE(item.use_count(), 1);
    mailbox.push(item);
    QCOMPARE(item.use_count(), 1);
    QCOMPARE(woken, 1);
    QVERIFY(mailbox.take().empty());
}

void TestMailbox::movesItems()
{
    Mailbox<std::unique_ptr<int>> mailbox;
    mailbox.push(std::make_unique<int>(7));
    const auto items = mailbox.take();
    QCOMPARE(*items.front(), 7);
}

void TestMailbox::passesEverythingBetweenThreads()
{
    constexpr int writers = 4;
    constexpr int each = 20'000;
    struct Item {
        int writer;
        int number;
    };
    std::atomic<int> woken{0};
    Mailbox<Item> mailbox([&] { ++woken; });
    std::vector<std::unique_ptr<QThread>> threads;
    for (int writer = 0; writer < writers; ++writer) {
        threads.emplace_back(QThread::create([&mailbox, writer] {
            for (int i = 0; i < each; ++i)
                mailbox.push({writer, i});
        }));
        threads.back()->start();
    }
    std::vector<int> next(writers, 0);
    int received = 0;
    int fillings = 0;
    QElapsedTimer clock;
    clock.start();
    while (received < writers * each && clock.elapsed() < 30'000) {
        const std::vector<Item> items = mailbox.take();
        fillings += items.empty() ? 0 : 1;
        for (const Item &item : items) {
            QCOMPARE(item.number, next[size_t(item.writer)]);
            ++next[size_t(item.writer)];
            ++received;
        }
    }
    for (const auto &thread : threads)
        QVERIFY(thread->wait(10'000));
    QCOMPARE(received, writers * each);
    QCOMPARE(woken.load(), fillings);
}

QTEST_GUILESS_MAIN(TestMailbox)
#include "tst_mailbox.moc"
