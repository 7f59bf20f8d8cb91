// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: MIT

#include "failonwarning.h"
#include "fakelink.h"

#ifdef HPKV_WITH_EMULATOR
#include "live.h"
#endif

#include <hpkvqt/accesspattern.h>
#include <hpkvqt/keys.h>
#include <hpkvqt/rangescan.h>
#include <hpkvqt/tokenmanager.h>

#include <QSignalSpy>
#include <QTest>

#include <functional>
#include <memory>

using namespace Hpkv;
using namespace std::chrono_literals;

/// Points on which HPKV's documentation leaves more than one reading (UNKNOWN in the protocol reference): the
/// client takes each of them. A row is named by the section, the point and the reading.
class tst_Readings : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { TestSupport::failOnUnannouncedWarning(); }

    // One call, one answer.
    void answers_data();
    void answers();
    // What comes besides answers.
    void frames_data();
    void frames();
    // How an attempt or a connection ends.
    void ends_data();
    void ends();
    void keysAndValuesAreSentAsTheyAre_data();
    void keysAndValuesAreSentAsTheyAre();
    void repliesInAnyOrder();
    void rangeEndsBeyondTheKeyLimit_data();
    void rangeEndsBeyondTheKeyLimit();
    void exactKeysAreFilteredHere();
#ifdef HPKV_WITH_EMULATOR
    // The emulator, told to take the other reading; what the client does is the same.
    void switches_data();
    void switches();
    void tokenExpiry_data();
    void tokenExpiry();
#endif

private:
    static void open(Client &client, Fake::World &world)
    {
        client.connectToServer();
        world.wire().open();
    }
    static Reply *call(Client &client, Operation operation);
    static QByteArray result(const Reply &reply);
};

Reply *tst_Readings::call(Client &client, Operation operation)
{
    switch (operation) {
    case Operation::Get:
        return client.get("k");
    case Operation::Set:
        return client.set("k", "v");
    case Operation::Patch:
        return client.patch("k", "{}");
    case Operation::Delete:
        return client.remove("k");
    case Operation::Range:
        return client.range("a", "z", 2);
    case Operation::Increment:
        return client.increment("k");
    }
    return nullptr;
}

/// What the caller sees, as text.
QByteArray tst_Readings::result(const Reply &reply)
{
    if (const auto *get = qobject_cast<const GetReply *>(&reply))
        return get->value();
    if (const auto *increment = qobject_cast<const IncrementReply *>(&reply))
        return QByteArray::number(increment->newValue());
    if (const auto *write = qobject_cast<const WriteReply *>(&reply))
        return QByteArray::number(write->result().code);
    QByteArray text;
    if (const auto *range = qobject_cast<const RangeReply *>(&reply)) {
        for (const Record &record : range->page().records)
            text += record.key + '=' + record.value + ' ';
        if (range->page().truncated)
            text += '+';
    }
    return text;
}

void tst_Readings::answers_data()
{
    QTest::addColumn<Operation>("operation");
    QTest::addColumn<QByteArray>("members"); // of the reply, without its id
    QTest::addColumn<ErrorKind>("kind");
    QTest::addColumn<QByteArray>("shown"); // of a success
    const auto good = [](const char *name, Operation operation, const char *members, const char *shown) {
        QTest::newRow(name) << operation << QByteArray(members) << ErrorKind::None << QByteArray(shown);
    };
    const auto bad = [](const char *name, Operation operation, const char *members, ErrorKind kind) {
        QTest::newRow(name) << operation << QByteArray(members) << kind << QByteArray();
    };
    const auto get = Operation::Get;
    const auto set = Operation::Set;
    const auto patch = Operation::Patch;
    const auto range = Operation::Range;
    const auto increment = Operation::Increment;

    good("2.0 code: 200", get, R"("code":200,"value":"v")", "v");
    good("2.0 code: another of success", set, R"("code":201,"success":true)", "201");
    good("2.0 code: absent, payload there", get, R"("value":"v")", "v");
    good("2.0 code: absent, success there", set, R"("success":true)", "200");
    bad("2.0 code: absent, error there", get, R"("error":"no")", ErrorKind::Server);
    bad("2.0 code: absent, nothing there", get, R"("message":"?")", ErrorKind::Protocol);
    bad("2.0 error: with key", get, R"("code":404,"error":"Record not found","key":"k")",
        ErrorKind::NotFound);
    bad("2.0 error: without key", get, R"("code":404,"error":"Record not found")", ErrorKind::NotFound);
    bad("2.0 error: without text", get, R"("code":404)", ErrorKind::NotFound);
    bad("2.0 too large: 413", set, R"("code":413,"error":"Value too large")", ErrorKind::TooLarge);
    bad("2.0 too large: 400", set, R"("code":400,"error":"Value too large")", ErrorKind::BadRequest);
    bad("2.0 409", set, R"("code":409,"error":"Timestamp conflict")", ErrorKind::Conflict);
    bad("2.0 429: any text", get, R"("code":429,"error":"Quota, exhausted")", ErrorKind::RateLimited);
    bad("2.0 429: no text", get, R"("code":429)", ErrorKind::RateLimited);
    bad("2.0 429: hint to retry", get, R"("code":429,"error":"slow","retryAfter":3)", ErrorKind::RateLimited);
    good("2.1 value: text", get, R"("code":200,"key":"k","value":"12")", "12");
    good("2.1 value: number", get, R"("code":200,"key":"k","value":12.50)", "12.50");
    good("2.1 key: absent", get, R"("code":200,"value":"v")", "v");
    good("2.2 message: absent", set, R"("code":200,"success":true)", "200");
    good("2.2 key: present", set, R"("code":200,"success":true,"key":"k")", "200");
    good("2.3 not both objects: appended", patch, R"("code":200,"success":true)", "200");
    bad("2.3 not both objects: refused", patch, R"("code":400,"error":"Not a JSON object")",
        ErrorKind::BadRequest);
    bad("2.3 result too large", patch, R"("code":400,"error":"Value too large")", ErrorKind::BadRequest);
    good("2.3 stored text: compact", get, R"("code":200,"value":"{\"a\":1,\"b\":2}")", R"({"a":1,"b":2})");
    good("2.3 stored text: other order, spaced", get, R"("code":200,"value":"{ \"b\": 2, \"a\": 1 }")",
         R"({ "b": 2, "a": 1 })");
    good("2.5 limit: clamped", range, R"("code":200,"records":[{"key":"b","value":"1"}],"truncated":true)",
         "b=1 +");
    bad("2.5 limit: refused", range, R"("code":400,"error":"limit")", ErrorKind::BadRequest);
    good("2.5 endKey < key: empty", range, R"("code":200,"records":[],"count":0,"truncated":false)", "");
    bad("2.5 endKey < key: refused", range, R"("code":400,"error":"endKey")", ErrorKind::BadRequest);
    good("2.5 truncated: absent, page full", range,
         R"("code":200,"records":[{"key":"b","value":"1"},{"key":"c","value":"2"}])", "b=1 c=2 +");
    good("2.5 truncated: absent, page not full", range, R"("code":200,"records":[{"key":"b","value":"1"}])",
         "b=1 ");
    good("2.5 truncated: before the limit (by size)", range,
         R"("code":200,"records":[{"key":"b","value":"1"}],"count":1,"truncated":true)", "b=1 +");
    good("2.5 count: absent", range, R"("code":200,"records":[],"truncated":false)", "");
    good("2.5 value: number", range, R"("code":200,"records":[{"key":"b","value":1e2}],"truncated":false)",
         "b=1e2 ");
    bad("2.5 token: an end is refused", range, R"("code":403,"error":"Access denied")",
        ErrorKind::AccessDenied);
    good("2.5 token: records are filtered", range, R"("code":200,"records":[],"truncated":true)", "+");
    good("2.6 missing key: created", increment, R"("code":200,"success":true,"newValue":1)", "1");
    bad("2.6 missing key: refused", increment, R"("code":404,"error":"Record not found")",
        ErrorKind::NotFound);
    good("2.6 new value: text", increment, R"("code":200,"newValue":"7")", "7");
    good("2.6 new value: number with a point", increment, R"("code":200,"newValue":7.0)", "7");
    good("2.6 new value: named result", increment, R"("code":200,"success":true,"result":7)", "7");
    bad("2.6 new value: fraction", increment, R"("code":200,"newValue":1.5)", ErrorKind::Protocol);
    bad("2.6 overflow: 400", increment, R"("code":400,"error":"overflow")", ErrorKind::BadRequest);
    bad("2.6 overflow: 500", increment, R"("code":500,"error":"overflow")", ErrorKind::Server);
    bad("2.6 not a number: 400", increment, R"("code":400,"error":"Value is not a number")",
        ErrorKind::BadRequest);
    bad("2.6 not a number: 409", increment, R"("code":409,"error":"wrong type")", ErrorKind::Conflict);
    good("2.6 later get: text", get, R"("code":200,"value":"6")", "6");
    good("2.6 later get: number", get, R"("code":200,"value":6)", "6");
    good("2.6 beyond what a double holds", get, R"("code":200,"value":9223372036854775807)",
         "9223372036854775807");
}

void tst_Readings::answers()
{
    QFETCH(Operation, operation);
    QFETCH(QByteArray, members);
    QFETCH(ErrorKind, kind);
    QFETCH(QByteArray, shown);
    Fake::World world;
    Fake::FakeClient client(Fake::config(), &world);
    open(client, world);
    QSignalSpy warnings(&client, &Client::protocolWarning);
    const std::unique_ptr<Reply> reply(call(client, operation));
    reply->keep();
    world.wire().answer(0, members);
    QVERIFY(reply->isFinished());
    QCOMPARE(reply->error().kind, kind);
    if (kind == ErrorKind::None) {
        QCOMPARE(result(*reply), shown);
    } else {
        QCOMPARE(reply->error().delivery, Delivery::Answered);
        QVERIFY(!reply->error().text.isEmpty());
    }
    // The caller may look for what we do not know.
    QVERIFY(reply->rawReply().contains(members));
    QCOMPARE(warnings.size(), 0);
    QVERIFY(client.isConnected());
}

void tst_Readings::frames_data()
{
    QTest::addColumn<QByteArray>("frame");
    QTest::addColumn<QByteArray>("heard"); // "key=value", "key!" for deleted; empty: nothing
    QTest::addColumn<int>("warnings");
    const auto row = [](const char *name, const char *frame, const char *heard, int warnings) {
        QTest::newRow(name) << QByteArray(frame) << QByteArray(heard) << warnings;
    };
    row("2.7 malformed request: answer without id", R"({"code":400,"error":"Invalid JSON"})", "", 1);
    row("3 id: text", R"({"code":200,"messageId":"1","value":"v"})", "", 1);
    row("3 id: fraction", R"({"code":200,"messageId":1.5,"value":"v"})", "", 1);
    row("3 id: of nobody", R"({"code":200,"messageId":4711,"value":"v"})", "", 1);
    row("4 value: text", R"({"type":"notification","key":"k","value":"v","timestamp":1718000000000})", "k=v",
        0);
    row("4 value: number", R"({"type":"notification","key":"k","value":1.0,"timestamp":1718000000000})",
        "k=1.0", 0);
    row("4 value: null", R"({"type":"notification","key":"k","value":null,"timestamp":1})", "k!", 0);
    row("4 timestamp: absent", R"({"type":"notification","key":"k","value":"v"})", "k=v", 0);
    row("4 timestamp: with a point", R"({"type":"notification","key":"k","value":"v","timestamp":1.718e12})",
        "k=v", 0);
    row("4 timestamp: text", R"({"type":"notification","key":"k","value":"v","timestamp":"2024-06-10"})",
        "k=v", 0);
    row("4 more members", R"({"type":"notification","op":3,"key":"k","value":"v","code":200})", "k=v", 0);
    row("4 no key", R"({"type":"notification","value":"v"})", "", 1);
    row("4 another type", R"({"type":"hello","version":2})", "", 1);
    row("1.4 greeting", R"({"message":"welcome"})", "", 1);
}

void tst_Readings::frames()
{
    QFETCH(QByteArray, frame);
    QFETCH(QByteArray, heard);
    QFETCH(int, warnings);
    Fake::World world;
    Fake::FakeClient client(Fake::config(), &world);
    open(client, world);
    QSignalSpy warned(&client, &Client::protocolWarning);
    QByteArray seen;
    connect(&client, &Client::notificationReceived, this, [&](const Notification &notification) {
        seen += notification.key;
        seen += notification.deleted ? QByteArray("!") : QByteArray("=" + notification.value);
    });
    world.wire().receive(frame);
    QCOMPARE(seen, heard);
    QCOMPARE(warned.size(), warnings);
    const std::unique_ptr<GetReply> reply(client.get("k"));
    reply->keep();
    world.wire().answer(0, R"("code":200,"value":"v")");
    QCOMPARE(reply->value(), QByteArray("v"));
}

void tst_Readings::ends_data()
{
    QTest::addColumn<bool>("open"); // whether it was open before
    QTest::addColumn<int>("code"); // HTTP status, or close code
    QTest::addColumn<ErrorKind>("kind");
    QTest::addColumn<bool>("again"); // whether the client tries again by itself
    const auto row = [](const char *name, bool open, int code, ErrorKind kind, bool again) {
        QTest::newRow(name) << open << code << kind << again;
    };
    const auto auth = ErrorKind::Authentication;
    const auto config = ErrorKind::Configuration;
    const auto failed = ErrorKind::ConnectionFailed;
    const auto lost = ErrorKind::ConnectionLost;
    row("1.3 no or bad credential: 401", false, 401, auth, false);
    row("1.3 no or bad credential: 403", false, 403, auth, false);
    row("1.3 both credentials: 400", false, 400, config, false);
    row("1.3 wrong path: 404", false, 404, config, false);
    row("1.3 too many connections: 429", false, 429, failed, true);
    row("1.3 server failure: 500", false, 500, failed, true);
    row("1.3 server failure: 503", false, 503, failed, true);
    for (const int code : {1000, 1001, 1006, 1009, 1011, 1012, 1013, 3001, 4000})
        row(qPrintable(QStringLiteral("1.4 close code: %1").arg(code)), true, code, lost, true);
    for (const int code : {1008, 4401, 4403})
        row(qPrintable(QStringLiteral("1.4 close code, policy: %1").arg(code)), true, code, auth, false);
}

void tst_Readings::ends()
{
    QFETCH(bool, open);
    QFETCH(int, code);
    QFETCH(ErrorKind, kind);
    QFETCH(bool, again);
    Fake::World world;
    ConnectionConfig config = Fake::config();
    config.reconnect.retryFirst = true;
    Fake::FakeClient client(config, &world);
    client.connectToServer();
    if (open) {
        world.wire().open();
        world.wire().cut(code);
    } else {
        world.wire().refuse(code);
    }
    QCOMPARE(client.lastError().kind, kind);
    if (!open || kind == ErrorKind::Authentication)
        QCOMPARE(client.lastError().code, code);
    QCOMPARE(client.state(), again ? ConnectionState::Reconnecting : ConnectionState::Disconnected);
    world.advance(1000);
    QCOMPARE(world.wires.size(), again ? 2u : 1u);
}

void tst_Readings::keysAndValuesAreSentAsTheyAre_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("onTheWire");
    QTest::newRow("2.2 blanks at both ends") << QByteArray("  a  ") << QByteArray("\"  a  \"");
    QTest::newRow("2.2 NUL") << QByteArray("a\0b", 3) << QByteArray("\"a\\u0000b\"");
    QTest::newRow("2.2 control characters") << QByteArray("\x01\x1f") << QByteArray("\"\\u0001\\u001f\"");
    QTest::newRow("2.2 what HTML would escape") << QByteArray("<a&b>") << QByteArray("\"<a&b>\"");
}

void tst_Readings::keysAndValuesAreSentAsTheyAre()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, onTheWire);
    Fake::World world;
    Fake::FakeClient client(Fake::config(), &world);
    open(client, world);
    client.set(text, text);
    const QByteArray frame = world.wire().sent.first();
    const QByteArray expected = "\"key\":" + onTheWire + ",\"value\":" + onTheWire;
    QVERIFY2(frame.contains(expected), frame.constData());
    QVERIFY(!frame.contains("timestamp")); // 2.0: its effect is not known, so it is not sent
}

void tst_Readings::repliesInAnyOrder()
{
    // 3: replies in the order of the requests, or not.
    for (const QList<int> &order : {QList<int>{0, 1, 2}, {2, 1, 0}, {1, 2, 0}}) {
        Fake::World world;
        Fake::FakeClient client(Fake::config(), &world);
        open(client, world);
        std::vector<std::unique_ptr<GetReply>> replies;
        for (int i = 0; i < 3; ++i) {
            replies.emplace_back(client.get("k"));
            replies.back()->keep();
        }
        for (const int i : order)
            world.wire().answer(i, "\"code\":200,\"value\":\"" + QByteArray::number(i) + '"');
        for (int i = 0; i < 3; ++i)
            QCOMPARE(replies[static_cast<size_t>(i)]->value(), QByteArray::number(i));
    }
}

void tst_Readings::rangeEndsBeyondTheKeyLimit_data()
{
    // 2.5: whether the key limit applies to the ends of a range is not known.
    QTest::addColumn<bool>("refused");
    QTest::newRow("2.5 key limit: not for the ends") << false;
    QTest::newRow("2.5 key limit: for the ends too") << true;
}

void tst_Readings::rangeEndsBeyondTheKeyLimit()
{
    QFETCH(bool, refused);
    Fake::World world;
    Fake::FakeClient client(Fake::config(), &world);
    open(client, world);
    RangeScan scan(&client, "a", "z");
    QByteArrayList keys;
    connect(&scan, &Scan::pageReady, this, [&](const ScannedPage &page) {
        for (const Record &record : page.records)
            keys.append(record.key);
    });
    scan.start();
    world.settle();
    world.wire().answer(0, R"("code":200,"records":[{"key":"full","value":"1"}],"truncated":true)");
    world.settle();
    QVERIFY(world.wire().sent.at(1).contains(R"("key":"full\u0000")"));
    const QByteArray rest = R"("code":200,"records":[{"key":"next","value":"2"}],"truncated":false)";
    if (refused) {
        world.wire().answer(1, R"("code":400,"error":"Key too long")");
        world.settle();
        QVERIFY(world.wire().sent.at(2).contains(R"("key":"full")"));
        world.wire().answer(
            2,
            R"("code":200,"records":[{"key":"full","value":"1"},{"key":"next","value":"2"}],"truncated":false)");
    } else {
        world.wire().answer(1, rest);
    }
    QVERIFY(scan.isFinished());
    QVERIFY2(!scan.error().isError(), qPrintable(scan.error().text));
    QCOMPARE(keys, (QByteArrayList{"full", "next"}));
}

void tst_Readings::exactKeysAreFilteredHere()
{
    // 5: a server may read more into a subscribed text than the key.
    Fake::World world;
    Fake::FakeClient client(Fake::config(), &world);
    open(client, world);
    QByteArrayList heard;
    client.subscribe(NotificationFilter::exact("a.b"), this,
                     [&](const Notification &notification) { heard.append(notification.key); });
    for (const char *key : {"a.b", "axb", "a.bc"})
        world.wire().receive(QByteArray(R"({"type":"notification","key":")") + key + R"(","value":"v"})");
    QCOMPARE(heard, QByteArrayList{"a.b"});
}

#ifdef HPKV_WITH_EMULATOR

using namespace hpkv::emulator;
using Change = std::function<void(Options &)>;

Q_DECLARE_METATYPE(Change)

void tst_Readings::switches_data()
{
    QTest::addColumn<Change>("change");
    const auto row = [](const char *name, const Change &change) { QTest::newRow(name) << change; };
    row("the emulator's own choice", [](Options &) {});
    row("2.0 key in replies: absent", [](Options &o) { o.keyInReplies = false; });
    row("2.2 message: absent", [](Options &o) { o.messageInReplies = false; });
    row("2.3 not both objects: refused", [](Options &o) { o.patchNonObject = PatchNonObject::Refuse; });
    row("2.3 empty members: removed", [](Options &o) { o.patchEmptyMember = PatchEmptyMember::Remove; });
    row("2.5 token range: filtered only", [](Options &o) { o.tokenRange = TokenRange::FilterOnly; });
    row("2.6 counter: number", [](Options &o) { o.counterValue = CounterValue::Number; });
    row("4 after a patch: merged value",
        [](Options &o) { o.patchNotification = PatchNotification::MergedValue; });
    row("4 own writes: not told", [](Options &o) { o.ownWrites = OwnWrites::Skip; });
    row("4 order: notification first",
        [](Options &o) { o.ownNotificationOrder = OwnNotificationOrder::NotificationFirst; });
    row("4 timestamp: absent", [](Options &o) { o.timestampInNotifications = false; });
    row("5 no access pattern: everything", [](Options &o) { o.noAccessPattern = NoAccessPattern::AllowAll; });
    row("1.3 bad credential: 401", [](Options &o) { o.badCredentialStatus = 401; });
    row("replies in one write", [](Options &o) { o.replyWrites = ReplyWrites::Gathered; });
}

void tst_Readings::switches()
{
    QFETCH(Change, change);
    Options options = Live::options();
    change(options);
    Server server(options);
    server.start();

    TokenManager tokens(Live::config(server), QStringLiteral("secret-key"));
    TokenRequest request;
    request.subscribePatterns = {"room:*"};
    request.accessPattern = AccessPattern::prefix("room:").toString();
    SubscriptionClient client(Live::config(server), tokens.provider(request));
    QSignalSpy warnings(&client, &Client::protocolWarning);
    QVERIFY(Live::connectAndWait(client));
    QList<Notification> heard;
    connect(&client, &Client::notificationReceived, this,
            [&](const Notification &notification) { heard.append(notification); });
    const auto value = [&](const QByteArray &key) { return Live::ended(client.get(key))->value(); };

    QVERIFY(Live::ended(client.set("room:a", R"({"x":1})"))->succeeded());
    QVERIFY(Live::ended(client.patch("room:a", R"({"y":""})"))->succeeded());
    QVERIFY(value("room:a").startsWith(R"({"x":1)"));
    QVERIFY(Live::ended(client.set("room:t", "text"))->succeeded());
    const auto appended = Live::ended(client.append("room:t", "more"));
    if (options.patchNonObject == PatchNonObject::Refuse) {
        QCOMPARE(appended->error().kind, ErrorKind::BadRequest);
        QCOMPARE(value("room:t"), QByteArray("text"));
    } else {
        QCOMPARE(value("room:t"), QByteArray("textmore"));
    }
    QCOMPARE(Live::ended(client.increment("room:n", 12))->newValue(), 12);
    const auto counter = Live::ended(client.get("room:n"));
    QCOMPARE(counter->value(), QByteArray("12"));
    QCOMPARE(counter->isNumber(), options.counterValue == CounterValue::Number);
    const auto page = Live::ended(client.range("room:", "room:~"));
    QCOMPARE(page->page().records.size(), 3);
    QVERIFY(!page->page().truncated);
    const auto all = Live::ended(client.range(Keys::smallestStart(), Keys::prefixEnd({})));
    if (options.tokenRange == TokenRange::FilterOnly)
        QCOMPARE(all->page().records.size(), 3);
    else
        QCOMPARE(all->error().kind, ErrorKind::AccessDenied);
    QVERIFY(Live::ended(client.remove("room:t"))->succeeded());

    // What another does is always told, in order; behind all that is one's own.
    server.put("room:z", "end");
    QTRY_VERIFY(!heard.isEmpty() && heard.last().key == "room:z");
    QCOMPARE(heard.last().timestamp.has_value(), options.timestampInNotifications);
    if (options.ownWrites == OwnWrites::Skip) {
        QCOMPARE(heard.size(), 1);
    } else {
        const bool refused = options.patchNonObject == PatchNonObject::Refuse;
        QCOMPARE(heard.size(), refused ? 6 : 7);
        QVERIFY(heard.at(heard.size() - 2).deleted);
        QCOMPARE(heard.at(1).value.startsWith(R"({"x":1)"),
                 options.patchNotification == PatchNotification::MergedValue);
    }
    QCOMPARE(warnings.size(), 0);

    // A bad key is an authentication failure, whatever the status.
    ApiClient stranger(Live::config(server), QStringLiteral("no-such-key"));
    QSignalSpy errors(&stranger, &Client::errorOccurred);
    stranger.connectToServer();
    QVERIFY(errors.wait(Live::patience));
    QCOMPARE(stranger.lastError().kind, ErrorKind::Authentication);
    QCOMPARE(stranger.lastError().code, options.badCredentialStatus);
}

void tst_Readings::tokenExpiry_data()
{
    QTest::addColumn<TokenExpiry>("expiry");
    QTest::newRow("1.4 token expires: closed with 1008") << TokenExpiry::Close1008;
    QTest::newRow("1.4 token expires: operations refused") << TokenExpiry::Refuse403;
}

void tst_Readings::tokenExpiry()
{
    QFETCH(TokenExpiry, expiry);
    Options options = Live::options();
    options.tokenLifetime = 300ms;
    options.tokenExpiry = expiry;
    Server server(options);
    server.start();
    TokenManager tokens(Live::config(server), QStringLiteral("secret-key"));
    TokenRequest request;
    request.accessPattern = AccessPattern::everything().toString();
    SubscriptionClient client(Live::config(server), tokens.provider(request));
    QVERIFY(Live::connectAndWait(client));
    QSignalSpy connected(&client, &Client::connected);
    if (expiry == TokenExpiry::Close1008) {
        QVERIFY(connected.wait(Live::patience)); // with a new token, by itself
    } else {
        // Refused until the token is renewed; the connection stays.
        ErrorKind kind = ErrorKind::None;
        QTRY_VERIFY_WITH_TIMEOUT(
            (kind = Live::ended(client.get("k"))->error().kind, kind != ErrorKind::NotFound), Live::patience);
        QCOMPARE(kind, ErrorKind::AccessDenied);
        QSignalSpy renewed(&client, &SubscriptionClient::renewed);
        client.renew();
        QVERIFY(renewed.wait(Live::patience));
        QCOMPARE(connected.size(), 0);
    }
    QCOMPARE(Live::ended(client.get("k"))->error().kind, ErrorKind::NotFound);
}

#endif

QTEST_GUILESS_MAIN(tst_Readings)
#include "tst_readings.moc"
