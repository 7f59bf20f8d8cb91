// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "live/livefeed.h"

#include "failonwarning.h"
#include "mirror/keyspacemirror.h"

#include <hpkvqt/keys.h>

#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTest>

using namespace Studio;

namespace
{

Learned learned(const QByteArray &key, const QByteArray &value, ValueState state, Origin origin,
                qint64 at = 1000)
{
    return {key, true, true, value, state, origin, at, 0};
}

Learned notified(const QByteArray &key, const QByteArray &value, qint64 at = 1000)
{
    return learned(key, value, ValueState::Presumed, Origin::Notification, at);
}

Learned removed(const QByteArray &key, Origin origin = Origin::Notification, qint64 at = 1000)
{
    Learned item;
    item.key = key;
    item.present = false;
    item.origin = origin;
    item.at = at;
    item.state = origin == Origin::OwnWrite ? ValueState::Own : ValueState::Presumed;
    return item;
}

} // namespace

class LiveFeedTest : public QObject
{
    Q_OBJECT

    struct Stage {
        KeyspaceMirror mirror;
        LiveFeed feed;
        Stage()
        {
            feed.follow(&mirror);
            Batch batch;
            batch.covered.append({Hpkv::Keys::smallestStart(), Hpkv::Keys::prefixEnd({}), 1, true, {}});
            mirror.apply(batch);
        }
        void learn(const Learned &item)
        {
            Batch batch;
            batch.items = {item};
            mirror.apply(batch);
        }
        LiveEntry last() const { return *feed.entry(feed.nextNumber() - 1); }
    };

private slots:
    void init() { TestSupport::failOnUnannouncedWarning(); }

    void aDayInTheLifeOfAKey()
    {
        Stage stage;
        QSignalSpy appended(&stage.feed, &LiveFeed::appended);
        stage.learn(notified("k", R"({"a":1,"b":2})"));
        QCOMPARE(int(stage.last().kind), int(LiveKind::Created));
        QVERIFY(!stage.last().guess);
        QCOMPARE(stage.last().shape, QStringLiteral("{ a, b }"));
        QCOMPARE(stage.last().number, 1U);
        QCOMPARE(appended.count(), 1);
        QCOMPARE(appended.first().first().toULongLong(), 1U);

        stage.learn(notified("k", R"({"b":3})"));
        QCOMPARE(int(stage.last().kind), int(LiveKind::Patched));
        QVERIFY(stage.last().guess);
        QCOMPARE(stage.last().changes.size(), 1);
        QCOMPARE(stage.last().changes.first().pointer, QStringLiteral("/b"));

        // The mirror holds {"b":3} now, but the feed knows better what that left.
        stage.learn(notified("k", R"({"a":7})"));
        QCOMPARE(int(stage.last().kind), int(LiveKind::Patched));
        QCOMPARE(stage.last().changes.first().before, QStringLiteral("1"));

        stage.learn(removed("k"));
        QCOMPARE(int(stage.last().kind), int(LiveKind::Removed));
        QVERIFY(!stage.last().guess);
        QCOMPARE(stage.last().shape, QStringLiteral("{ a, b }"));
        stage.learn(notified("k", "5"));
        QCOMPARE(int(stage.last().kind), int(LiveKind::Created));
        stage.learn(notified("k", "6"));
        QCOMPARE(int(stage.last().kind), int(LiveKind::Counted));
        QCOMPARE(stage.feed.ledger().received, 6U);
    }

    void readsAreNoRows()
    {
        Stage stage;
        stage.learn(learned("k", "1", ValueState::Read, Origin::Page));
        stage.learn(learned("k", "2", ValueState::Read, Origin::Get));
        QVERIFY(stage.feed.notes().empty());
    }

    void aReadSettlesAGuess_data()
    {
        QTest::addColumn<bool>("page");
        QTest::newRow("get") << false;
        QTest::newRow("page") << true;
    }

    void aReadSettlesAGuess()
    {
        QFETCH(bool, page);
        const Origin origin = page ? Origin::Page : Origin::Get;
        Stage stage;
        QSignalSpy settled(&stage.feed, &LiveFeed::settled);
        stage.learn(learned("k", R"({"a":1,"b":2})", ValueState::Read, origin));
        stage.learn(notified("k", R"({"b":3})"));
        QVERIFY(stage.last().guess);
        const SharedLiveEntry guess = stage.feed.entry(stage.feed.nextNumber() - 1);
        stage.learn(learned("k", R"({"b":3})", ValueState::Read, origin));
        QCOMPARE(settled.count(), 1);
        QCOMPARE(settled.first().first().toULongLong(), 1U);
        QCOMPARE(int(stage.last().kind), int(LiveKind::Replaced));
        QVERIFY(!stage.last().guess);
        QCOMPARE(stage.last().changes.size(), 2);
        QVERIFY(guess->guess); // rows that a view holds do not change under it
        // Once settled it stays so.
        stage.learn(learned("k", R"({"a":1,"b":3})", ValueState::Read, origin));
        QCOMPARE(settled.count(), 1);
    }

    /// The reply of an own write and the notification of it can come in either order.
    void ownWrites_data()
    {
        QTest::addColumn<bool>("replyFirst");
        QTest::addColumn<bool>("markedAsEcho");
        QTest::newRow("reply first") << true << true;
        QTest::newRow("notification first") << false << true;
        QTest::newRow("reply first, echo not marked") << true << false;
    }

    void ownWrites()
    {
        QFETCH(bool, replyFirst);
        QFETCH(bool, markedAsEcho);
        Stage stage;
        const auto write = [&](const QByteArray &text) {
            const Learned reply = learned("k", text, ValueState::Own, Origin::OwnWrite);
            Learned echo = notified("k", text);
            if (markedAsEcho)
                echo.state = ValueState::Own;
            stage.learn(replyFirst ? reply : echo);
            stage.learn(replyFirst ? echo : reply);
        };
        write(R"({"a":1,"b":2})");
        QCOMPARE(int(stage.last().kind), int(LiveKind::Created));
        QVERIFY(stage.last().own);
        write(R"({"b":3})");
        QCOMPARE(stage.feed.notes().size(), size_t(2));
        QCOMPARE(int(stage.last().kind), int(LiveKind::Replaced));
        QVERIFY(stage.last().own);
        QVERIFY(!stage.last().guess);
        QCOMPARE(stage.last().changes.size(), 2); // /a gone, /b changed
        write(R"({"b":3})");
        QCOMPARE(int(stage.last().kind), int(LiveKind::Rewritten));
        // Another writer afterwards is not taken for us.
        stage.learn(notified("k", R"({"b":4})"));
        QVERIFY(!stage.last().own);
        QCOMPARE(stage.last().changes.first().before, QStringLiteral("3"));

        const Learned reply = removed("k", Origin::OwnWrite);
        Learned echo = removed("k");
        if (markedAsEcho)
            echo.state = ValueState::Own;
        stage.learn(replyFirst ? reply : echo);
        stage.learn(replyFirst ? echo : reply);
        QCOMPARE(int(stage.last().kind), int(LiveKind::Removed));
        QVERIFY(stage.last().own);
        QCOMPARE(stage.last().shape, QStringLiteral("{ b }"));
        QCOMPARE(stage.feed.notes().size(), size_t(5));
    }

    void breaks()
    {
        LiveFeed feed;
        feed.lineUp(5); // the first opening is no break
        QVERIFY(feed.notes().empty());
        feed.lineDown(10);
        feed.lineDown(11);
        feed.lineUp(20);
        feed.lineUp(21);
        QCOMPARE(feed.notes().size(), size_t(2));
        QCOMPARE(int(feed.notes()[0]->entry()->kind), int(LiveKind::LineDown));
        QCOMPARE(int(feed.notes()[1]->entry()->kind), int(LiveKind::LineUp));
        QCOMPARE(feed.notes()[1]->downSince, 10);
        QCOMPARE(feed.ledger(), FeedLedger());
    }

    void boundAndLedger()
    {
        const quint32 seed = QRandomGenerator::global()->generate();
        qInfo("seed %u", seed);
        QRandomGenerator random(seed);
        LiveFeed feed;
        feed.setCapacity(50);
        quint64 sent = 0;
        for (int round = 0; round < 3000; ++round) {
            switch (random.bounded(40)) {
            case 0:
                feed.clear();
                QVERIFY(feed.notes().empty());
                break;
            case 1:
                feed.lineDown(round);
                break;
            case 2:
                feed.lineUp(round);
                break;
            case 3:
                feed.setCapacity(20 + random.bounded(60));
                break;
            default: {
                Heard heard;
                heard.key = QByteArray::number(random.bounded(9));
                heard.hasValue = true;
                heard.after = QByteArray::number(round);
                feed.append(heard);
                ++sent;
            }
            }
            quint64 kept = 0;
            for (const SharedLiveNote &entry : feed.notes())
                kept += entry->isBreak() ? 0 : 1;
            const FeedLedger ledger = feed.ledger();
            QCOMPARE(ledger.received, sent);
            QCOMPARE(ledger.kept, kept);
            QCOMPARE(ledger.received, ledger.kept + ledger.dropped + ledger.cleared);
            QVERIFY(feed.notes().size() <= size_t(feed.capacity()));
            for (quint64 number = feed.firstNumber(); number < feed.nextNumber(); ++number)
                QCOMPARE(feed.entry(number)->number, number);
            QVERIFY(!feed.entry(feed.nextNumber()));
            QVERIFY(!feed.entry(feed.firstNumber() - 1));
        }
    }

    /// Without time, notes are taken in unread; whoever asks gets the same as at once.
    void floodIsReadWhenAsked()
    {
        LiveFeed feed;
        feed.setReadingBudget(0);
        KeyspaceMirror mirror;
        feed.follow(&mirror);
        Batch batch;
        for (int i = 0; i < 100; ++i)
            batch.items.append(notified("k" + QByteArray::number(i), "{\"a\":1}", i));
        mirror.apply(batch);
        for (Learned &item : batch.items)
            item.value = "{\"a\":2}";
        mirror.apply(batch);
        QCOMPARE(feed.ledger().received, 200U);
        const SharedLiveNote last = feed.notes().back();
        QVERIFY(!last->isRead());
        QCOMPARE(last->entry()->changes, (QList<LiveChange>{{u"/a"_qs, u"1"_qs, u"2"_qs, true, true}}));
        QVERIFY(last->isRead());
    }

    void bytesAreBounded()
    {
        LiveFeed feed;
        feed.setByteCapacity(100'000);
        Heard heard;
        heard.key = "k";
        heard.hasValue = true;
        for (int i = 0; i < 100; ++i) {
            heard.after = QByteArray(5'000, char('a' + i % 26));
            feed.append(heard);
            QVERIFY(feed.bytes() <= feed.byteCapacity());
        }
        QVERIFY(feed.ledger().kept >= 10);
        QCOMPARE(feed.ledger().kept + feed.ledger().dropped, 100U);
        // The newest is held whatever its size.
        heard.after = QByteArray(200'000, 'x');
        feed.append(heard);
        QCOMPARE(feed.ledger().kept, 1U);
        feed.clear();
        QCOMPARE(feed.bytes(), qsizetype(0));
    }

    void rate()
    {
        LiveFeed feed;
        qint64 now = 10'000;
        feed.setClock([&] { return now; });
        Heard heard;
        heard.key = "k";
        heard.after = "1";
        for (int i = 0; i < 7; ++i)
            feed.append(heard);
        QCOMPARE(feed.changesPerSecond(), 0.0);
        now = 11'200;
        QCOMPARE(feed.changesPerSecond(), 7.0);
        feed.append(heard);
        QCOMPARE(feed.changesPerSecond(), 7.0);
        now = 12'999;
        QCOMPARE(feed.changesPerSecond(), 1.0);
        now = 14'000;
        QCOMPARE(feed.changesPerSecond(), 0.0);
    }

    void keepsTheOrderOfArrival()
    {
        Stage stage;
        Batch batch;
        batch.items = {notified("c", "1", 3), notified("a", "1", 4), notified("c", "2", 5),
                       notified("b", "1", 6)};
        stage.mirror.apply(batch);
        QList<QByteArray> keys;
        for (const SharedLiveNote &entry : stage.feed.notes())
            keys.append(entry->key);
        QCOMPARE(keys, (QList<QByteArray>{"c", "a", "c", "b"}));
    }
};

QTEST_GUILESS_MAIN(LiveFeedTest)
#include "tst_livefeed.moc"
