// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "failonwarning.h"
#include "mirror/keyspacemirror.h"
#include "session/outbox.h"

#include <QTest>

using namespace Studio;

class TestOutbox : public QObject
{
    Q_OBJECT

private slots:
    void init() { TestSupport::failOnUnannouncedWarning(); }
    void pagesOfOneFrameShareABatch();
    void aLaterPageHasTheLastWord_data();
    void aLaterPageHasTheLastWord();

private:
    static Learned record(const QByteArray &key, Origin origin)
    {
        Learned learned;
        learned.key = key;
        learned.hasValue = true;
        learned.value = "v";
        learned.state = ValueState::Read;
        learned.origin = origin;
        learned.at = 1;
        return learned;
    }
    /// A page from `first` to `last` that has these keys.
    static void page(Outbox &outbox, const QByteArray &first, const QByteArray &last,
                     const QList<QByteArray> &keys)
    {
        outbox.beginPage(first, last);
        for (const QByteArray &key : keys)
            outbox.learn(record(key, Origin::Page));
        outbox.cover({first, last, 1, true, {}});
    }
    static QList<SharedBatch> batches(Mailbox<SessionEvent> &mailbox)
    {
        QList<SharedBatch> found;
        for (const SessionEvent &event : mailbox.take()) {
            if (const auto *batch = std::get_if<SharedBatch>(&event))
                found.append(*batch);
        }
        return found;
    }

    Mailbox<SessionEvent> m_mailbox;
    Backlog m_backlog;
};

void TestOutbox::pagesOfOneFrameShareABatch()
{
    Outbox outbox(m_mailbox, m_backlog, nullptr);
    page(outbox, "a", "b", {"a1"});
    outbox.learn(record("x", Origin::Notification));
    page(outbox, "c", "d", {"c1"});
    outbox.flush();
    const QList<SharedBatch> sent = batches(m_mailbox);
    QCOMPARE(sent.size(), 1);
    QCOMPARE(sent.first()->covered.size(), 2);
}

void TestOutbox::aLaterPageHasTheLastWord_data()
{
    QTest::addColumn<Origin>("origin");
    QTest::newRow("behind a page") << Origin::Page;
    QTest::newRow("behind a get") << Origin::Get;
    QTest::newRow("behind a notification") << Origin::Notification;
    QTest::newRow("behind an own write") << Origin::OwnWrite;
}

/// A key was read, then deleted unheard, then a page came without it, all within one frame. The key stayed in
/// the tree.
void TestOutbox::aLaterPageHasTheLastWord()
{
    QFETCH(Origin, origin);
    Outbox outbox(m_mailbox, m_backlog, nullptr);
    if (origin == Origin::Page)
        page(outbox, "a", "z", {"gone", "there"});
    else
        outbox.learn(record("gone", origin));
    page(outbox, "g", "h", {});
    outbox.flush();

    KeyspaceMirror mirror;
    for (const SharedBatch &batch : batches(m_mailbox))
        mirror.apply(*batch);
    QVERIFY(!mirror.isKnown("gone"));
    QCOMPARE(mirror.isKnown("there"), origin == Origin::Page);
}

QTEST_GUILESS_MAIN(TestOutbox)
#include "tst_outbox.moc"
