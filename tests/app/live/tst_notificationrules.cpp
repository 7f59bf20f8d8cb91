// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "../session/sessionfixture.h"
#include "failonwarning.h"
#include "holdingrelay.h"
#include "session/watchpattern.h"

#include <QTest>

using namespace Studio;
using namespace hpkv::emulator;

namespace
{

/// A session that watches "a:" on a server that holds some values, and another one that writes.
struct Stage {
    SessionFixture fixture;
    std::unique_ptr<HoldingRelay> relay;
    std::unique_ptr<Session> session;
    std::unique_ptr<Session> other;
    QObject view;

    void start(const Options &options = {})
    {
        const std::vector<ApiKey> keys = fixture.options.apiKeys;
        fixture.options = options;
        fixture.options.apiKeys = keys;
        fixture.startServer();
        fixture.put("a:text", "one");
        fixture.put("a:json", R"({"status":"new","total":5})");
        fixture.put("a:count", "41");
        fixture.put("b:text", "one");
        relay = std::make_unique<HoldingRelay>(fixture.profile().baseUrl);
        Profile relayed = fixture.profile();
        relayed.baseUrl = relay->url();
        session = fixture.makeSession(relayed);
        other = fixture.makeSession(fixture.profile());
    }
    /// Watches and reads what is there, so that every change is told with certainty.
    bool watch(const WatchPatterns &patterns = {WatchPattern::prefix("a:")},
               const QList<QByteArray> &open = {})
    {
        session->setWatchedPatterns(&view, patterns);
        session->setInterest(&view, {}, open);
        QSignalSpy loaded(session.get(), &Session::branchLoaded);
        return QTest::qWaitFor([&] { return session->status().watchedPatterns.size() == patterns.size(); })
            && (session->loadBranch("a:"), QTest::qWaitFor([&] { return loaded.size() > 0; }));
    }
    WriteOutcome write(Session &by, const WriteRequest &request) const
    {
        WriteOutcome outcome;
        outcome.follow(by.write(request));
        (void)QTest::qWaitFor([&] { return outcome.finished > 0; });
        return outcome;
    }
    quint64 received() const { return session->feed().ledger().received; }
    SharedLiveEntry last() const { return session->feed().entry(session->feed().nextNumber() - 1); }
    /// Everything written so far was heard by now: what comes in order after it is there.
    bool heardAll(quint64 expected)
    {
        fixture.put("a:end", QByteArray::number(++m_ends));
        return QTest::qWaitFor([&] { return last() && last()->key == "a:end" && received() >= m_ends; })
            && received() - m_ends == expected;
    }

private:
    quint64 m_ends = 0;
};

} // namespace

/// The rules that docs and clients of HPKV give for notifications, and the open points both ways, as the feed
/// shows them.
class NotificationRulesTest : public QObject
{
    Q_OBJECT

private slots:
    void init() { TestSupport::failOnUnannouncedWarning(); }

    void ownWrites_data()
    {
        QTest::addColumn<int>("order");
        QTest::addColumn<bool>("notified");
        QTest::newRow("reply first") << int(OwnNotificationOrder::ReplyFirst) << true;
        QTest::newRow("notification first") << int(OwnNotificationOrder::NotificationFirst) << true;
        QTest::newRow("no echo") << int(OwnNotificationOrder::ReplyFirst) << false;
    }
    void ownWrites()
    {
        QFETCH(int, order);
        QFETCH(bool, notified);
        Options options;
        options.ownNotificationOrder = OwnNotificationOrder(order);
        options.ownWrites = notified ? OwnWrites::Notify : OwnWrites::Skip;
        Stage stage;
        stage.start(options);
        QVERIFY(stage.watch());
        QCOMPARE(stage.write(*stage.session, writeOf(WriteKind::Replace, "a:text", "mine")).state,
                 WriteOperation::State::Confirmed);
        // An API key's own connection hears nothing; the one that watches belongs to a token and is another
        // client to the server, whatever it does about echoes.
        QTRY_COMPARE(stage.received(), 1U);
        QVERIFY(stage.last()->own);
        QCOMPARE(stage.last()->kind, LiveKind::Replaced);
        QVERIFY(!stage.last()->guess);
        QCOMPARE(stage.last()->changes, (QList<LiveChange>{{{}, u"\"one\""_qs, u"\"mine\""_qs, true, true}}));
        QCOMPARE(SessionFixture::known(*stage.session, "a:text"), QByteArray("mine"));
        QVERIFY(stage.heardAll(1));
    }

    /// Every kind of own write, with the notification held back until the reply is there, and the other way
    /// round; one pattern or several that match the key.
    void orderAgainstTheReply_data()
    {
        QTest::addColumn<bool>("replyFirst");
        QTest::addColumn<bool>("overlapping");
        QTest::addColumn<int>("write");
        QTest::addColumn<QByteArray>("key");
        QTest::addColumn<QByteArray>("value");
        QTest::addColumn<QByteArray>("left");
        QTest::addColumn<int>("kind");
        struct Write {
            const char *name;
            WriteKind kind;
            const char *key, *value, *left;
            LiveKind shown;
        };
        const QList<Write> writes{
            {"replace", WriteKind::Replace, "a:text", "mine", "mine", LiveKind::Replaced},
            {"create", WriteKind::Replace, "a:new", "mine", "mine", LiveKind::Created},
            {"rewrite", WriteKind::Replace, "a:text", "one", "one", LiveKind::Rewritten},
            {"patch", WriteKind::Patch, "a:json", R"({"status":"paid"})", R"({"status":"paid","total":5})",
             LiveKind::Patched},
            {"append", WriteKind::Append, "a:text", " two", "one two", LiveKind::Appended},
            {"increment", WriteKind::Increment, "a:count", "", "42", LiveKind::Counted},
            {"delete", WriteKind::Delete, "a:text", "", "", LiveKind::Removed}};
        for (const bool overlapping : {false, true}) {
            for (const bool replyFirst : {true, false}) {
                for (const Write &write : writes) {
                    QTest::addRow("%s, %s%s", write.name, replyFirst ? "reply first" : "notification first",
                                  overlapping ? ", several patterns" : "")
                        << replyFirst << overlapping << int(write.kind) << QByteArray(write.key)
                        << QByteArray(write.value) << QByteArray(write.left) << int(write.shown);
                }
            }
        }
    }
    void orderAgainstTheReply()
    {
        QFETCH(bool, replyFirst);
        QFETCH(bool, overlapping);
        QFETCH(int, write);
        QFETCH(QByteArray, key);
        QFETCH(QByteArray, value);
        QFETCH(QByteArray, left);
        QFETCH(int, kind);
        Stage stage;
        stage.start();
        WatchPatterns patterns{WatchPattern::prefix("a:")};
        if (overlapping)
            patterns += {WatchPattern::fromText("*t"), WatchPattern::fromText("/^a:/")};
        QVERIFY(stage.watch(patterns, {key}));
        stage.relay->hold(replyFirst ? HoldingRelay::Line::Hearing : HoldingRelay::Line::Writing);
        // Nothing is read before the write: its reply would be held back, too.
        WriteRequest request = hasty(writeOf(WriteKind(write), key, value));
        if (request.kind == WriteKind::Increment)
            request = hasty(incrementOf(key, 1));
        WriteOutcome outcome;
        outcome.follow(stage.session->write(request));
        if (replyFirst) {
            QTRY_COMPARE(outcome.state, WriteOperation::State::Confirmed);
            QCOMPARE(stage.received(), 0U);
            stage.relay->release();
            QTRY_COMPARE(stage.received(), 1U);
        } else {
            QTRY_COMPARE(stage.received(), 1U);
            QCOMPARE(outcome.finished, 0);
            stage.relay->release();
            QTRY_COMPARE(outcome.state, WriteOperation::State::Confirmed);
        }
        // The echo of a partial update is the part that was sent, which others may have sent as well.
        const bool isPart = WriteKind(write) == WriteKind::Patch || WriteKind(write) == WriteKind::Append
                         || WriteKind(write) == WriteKind::Increment;
        QVERIFY(stage.last()->own || isPart);
        // An append that is heard of when its outcome has been read already looks like a second one.
        const bool mustGuess = WriteKind(write) == WriteKind::Append && replyFirst;
        QTRY_COMPARE(stage.last()->guess, mustGuess);
        QCOMPARE(liveKindText(stage.last()->kind), liveKindText(LiveKind(kind)));
        const bool isThere = WriteKind(write) != WriteKind::Delete;
        QTRY_COMPARE(SessionFixture::known(*stage.session, key),
                     isThere ? std::optional(left) : std::nullopt);
        QCOMPARE(stage.fixture.stored(key), isThere ? std::optional(left) : std::nullopt);
        QVERIFY(stage.heardAll(1));
    }

    /// A profile with only a token hears on the connection that it writes on.
    void orderOnOneConnection_data()
    {
        QTest::addColumn<int>("order");
        QTest::newRow("reply first") << int(OwnNotificationOrder::ReplyFirst);
        QTest::newRow("notification first") << int(OwnNotificationOrder::NotificationFirst);
    }
    void orderOnOneConnection()
    {
        QFETCH(int, order);
        SessionFixture fixture;
        fixture.options.ownNotificationOrder = OwnNotificationOrder(order);
        fixture.options.timestampInNotifications = true;
        fixture.startServer();
        fixture.put("a:text", "one");
        const std::string token = fixture.server->createToken("key", {"a:*", "*t"}, "^a:");
        Profile profile = fixture.profile();
        profile.credential = CredentialKind::Token;
        const auto session = fixture.makeSession(profile, QString::fromStdString(token));
        QTRY_COMPARE(session->status().line, LineState::Connected);
        int written = 0;
        for (const WriteKind kind : {WriteKind::Replace, WriteKind::Append, WriteKind::Delete}) {
            WriteOutcome outcome;
            outcome.follow(session->write(writeOf(kind, "a:text", "two")));
            QTRY_COMPARE(outcome.state, WriteOperation::State::Confirmed);
            ++written;
            QTRY_COMPARE(session->feed().ledger().received, quint64(written));
            const SharedLiveEntry entry = session->feed().entry(session->feed().nextNumber() - 1);
            QVERIFY(entry->own || kind == WriteKind::Append);
            QTRY_COMPARE(SessionFixture::known(*session, "a:text"), fixture.stored("a:text"));
        }
        QVERIFY(!fixture.stored("a:text"));
    }

    /// Many own writes of one key: every echo is recognised in order, whichever of reply and echo comes
    /// first.
    void ownWritesInARow()
    {
        Stage stage;
        stage.start();
        QVERIFY(stage.watch());
        for (int i = 0; i < 20; ++i)
            stage.session->write(hasty(writeOf(WriteKind::Replace, "a:text", QByteArray::number(i) + 'x')));
        QTRY_COMPARE(stage.received(), 20U);
        QTRY_COMPARE(SessionFixture::known(*stage.session, "a:text"), QByteArray("19x"));
        for (const SharedLiveNote &note : stage.session->feed().notes())
            QVERIFY(note->own);
        QVERIFY(stage.heardAll(20));
    }

    void partialUpdates_data()
    {
        QTest::addColumn<int>("notification");
        QTest::newRow("text that was sent") << int(PatchNotification::SentText);
        QTest::newRow("merged value") << int(PatchNotification::MergedValue);
    }
    void partialUpdates()
    {
        QFETCH(int, notification);
        Options options;
        options.patchNotification = PatchNotification(notification);
        Stage stage;
        stage.start(options);
        QVERIFY(stage.watch({WatchPattern::prefix("a:")}, {"a:json"}));
        stage.write(*stage.other, writeOf(WriteKind::Patch, "a:json", R"({"status":"paid"})"));
        QTRY_COMPARE(stage.received(), 1U);
        // Open, so it is read again: what it was is certain then.
        const QByteArray stored = *stage.fixture.stored("a:json");
        QTRY_COMPARE(SessionFixture::known(*stage.session, "a:json"), stored);
        QTRY_VERIFY(!stage.last()->guess);
        const QList<LiveChange> change{{u"/status"_qs, u"\"new\""_qs, u"\"paid\""_qs, true, true}};
        QCOMPARE(stage.last()->changes, change);
        QVERIFY(stage.heardAll(1));
    }

    void deletes()
    {
        Stage stage;
        stage.start();
        QVERIFY(stage.watch());
        stage.write(*stage.other, writeOf(WriteKind::Delete, "a:text", {}));
        QTRY_COMPARE(stage.received(), 1U);
        QCOMPARE(stage.last()->kind, LiveKind::Removed);
        QCOMPARE(stage.last()->shape, u"\"one\""_qs);
        QVERIFY(!stage.session->mirror().isKnown("a:text"));
        // What is not there any more is not removed a second time.
        stage.write(*stage.other, hasty(writeOf(WriteKind::Delete, "a:text", {})));
        QVERIFY(stage.heardAll(1));
        stage.write(*stage.other, writeOf(WriteKind::Replace, "a:text", "again"));
        QTRY_COMPARE(stage.last()->key, QByteArray("a:text"));
        QCOMPARE(stage.last()->kind, LiveKind::Created);
    }

    /// All of them match: one notification for each write, one row.
    void overlappingPatterns()
    {
        Stage stage;
        stage.start();
        QVERIFY(stage.watch({WatchPattern::prefix("a:"), WatchPattern::fromText("*:text"),
                             WatchPattern::fromText("a*t"), WatchPattern::fromText("/^a:t/")}));
        for (int i = 0; i < 10; ++i)
            stage.fixture.put("a:text", QByteArray::number(i) + 'x');
        QVERIFY(stage.heardAll(10));
    }

    void everyOperationIsHeard()
    {
        Stage stage;
        stage.start();
        QVERIFY(stage.watch());
        stage.write(*stage.other, incrementOf("a:count", 1));
        QTRY_COMPARE(stage.received(), 1U);
        QCOMPARE(stage.last()->kind, LiveKind::Counted);
        stage.write(*stage.other, hasty(writeOf(WriteKind::Append, "a:text", " two")));
        QTRY_COMPARE(stage.received(), 2U);
        QCOMPARE(stage.last()->kind, LiveKind::Appended);
        stage.fixture.put("a:new", "1"); // as over REST
        QTRY_COMPARE(stage.received(), 3U);
        QCOMPARE(stage.last()->kind, LiveKind::Created);
        stage.fixture.put("a:new", "1");
        QTRY_COMPARE(stage.received(), 4U);
        QCOMPARE(stage.last()->kind, LiveKind::Rewritten);
        stage.fixture.put("b:text", "two"); // nobody watches it
        QVERIFY(stage.heardAll(4));
    }

    void orderIsKept()
    {
        Stage stage;
        stage.start();
        QVERIFY(stage.watch());
        for (int i = 0; i < 200; ++i)
            stage.fixture.put("a:" + QByteArray::number(i % 7), QByteArray::number(i));
        QTRY_COMPARE(stage.received(), 200U);
        int expected = 0;
        for (const SharedLiveNote &note : stage.session->feed().notes())
            QCOMPARE(note->facts.text, QByteArray::number(expected++));
    }

    void missedWhileTheLineIsDown()
    {
        Stage stage;
        stage.start();
        QVERIFY(stage.watch());
        stage.fixture.server->cutAll();
        QTRY_VERIFY(stage.last() && stage.last()->kind == LiveKind::LineUp);
        QCOMPARE(stage.session->feed().notes().front()->gap, LiveKind::LineDown);
        QVERIFY(stage.heardAll(0));
    }

    void withoutATimestamp()
    {
        Options options;
        options.timestampInNotifications = false;
        Stage stage;
        stage.start(options);
        QVERIFY(stage.watch());
        stage.fixture.put("a:text", "two");
        QTRY_COMPARE(stage.received(), 1U);
        QCOMPARE(stage.last()->serverTimestamp, 0);
        QVERIFY(stage.last()->at > 0);
    }
};

QTEST_GUILESS_MAIN(NotificationRulesTest)
#include "tst_notificationrules.moc"
