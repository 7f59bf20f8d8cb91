// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: MIT

#include "commandline.h"

#include "failonwarning.h"
#include "support/program.h"
#include "support/wire.h"

#include <QTcpServer>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

using namespace hpkv::emulator;

class TestCommandLine : public QObject
{
    Q_OBJECT

private slots:
    void init() { TestSupport::failOnUnannouncedWarning(); }
    void defaults();
    void everyOption();
    void apiKeys_data();
    void apiKeys();
    void oneLineOnStandardOutput();
    void endsOnASignal_data();
    void endsOnASignal();
    void logLeavesCredentialsOut();
    void mistakes_data();
    void mistakes();
    void helpAndVersion();
    void takenPort();

private:
    static CommandLine parse(QByteArrayList arguments);
};

CommandLine TestCommandLine::parse(QByteArrayList arguments)
{
    arguments.prepend("hpkv-emulator");
    std::vector<char *> argv;
    for (QByteArray &argument : arguments)
        argv.push_back(argument.data());
    return readCommandLine(static_cast<int>(argv.size()), argv.data());
}

void TestCommandLine::defaults()
{
    const auto line = parse({});
    QVERIFY(!line.exitCode);
    QVERIFY(!line.log);
    QVERIFY(line.options.apiKeys == std::vector<ApiKey>{ApiKey("demo")});
    QCOMPARE(line.options.host, std::string("127.0.0.1"));
    QCOMPARE(line.options.port, std::uint16_t(0));
    QVERIFY(line.options.dataFile.empty());
}

void TestCommandLine::everyOption()
{
    const auto line = parse({"--host",
                             "0.0.0.0",
                             "--port",
                             "4711",
                             "--api-key",
                             "a",
                             "--api-key",
                             "b,rate=2.5,ro",
                             "--rate-limit",
                             "7",
                             "--tls-cert",
                             "c.pem",
                             "--tls-key",
                             "k.pem",
                             "--token-lifetime",
                             "1.5",
                             "--data",
                             "d.db",
                             "--sync",
                             "full",
                             "--seed-demo",
                             "--seed-keys",
                             "9",
                             "--activity",
                             "3",
                             "--activity-seed",
                             "4",
                             "--replay",
                             "day.jsonl",
                             "--replay-speed",
                             "2.5",
                             "--max-key",
                             "100",
                             "--max-value",
                             "200",
                             "--max-head",
                             "2000",
                             "--max-connections",
                             "5",
                             "--max-queued",
                             "100000",
                             "--max-range-reply",
                             "3000",
                             "--max-token-patterns",
                             "6",
                             "--missing-credential-status",
                             "403",
                             "--bad-credential-status",
                             "401",
                             "--no-access-pattern",
                             "allow-all",
                             "--token-range",
                             "filter-only",
                             "--patch-non-object",
                             "refuse",
                             "--patch-empty-member",
                             "remove",
                             "--patch-notification",
                             "merged",
                             "--own-writes",
                             "skip",
                             "--counter-value",
                             "number",
                             "--own-notification",
                             "notification-first",
                             "--token-expiry",
                             "refuse",
                             "--query-decoding",
                             "twice",
                             "--reply-writes",
                             "gathered",
                             "--no-message",
                             "--no-key",
                             "--no-timestamp",
                             "--log"});
    QVERIFY(!line.exitCode);
    const Options &o = line.options;
    QCOMPARE(o.host, std::string("0.0.0.0"));
    QCOMPARE(o.port, std::uint16_t(4711));
    QVERIFY((o.apiKeys == std::vector<ApiKey>{ApiKey("a"), ApiKey("b", 2.5, true)}));
    QCOMPARE(o.rateLimit, 7.0);
    QCOMPARE(o.tlsCertificate + o.tlsKey, std::string("c.pemk.pem"));
    QCOMPARE(o.tokenLifetime.count(), 1500);
    QCOMPARE(o.dataFile, std::string("d.db"));
    QVERIFY(o.sync == SyncMode::Full);
    QVERIFY(o.seedDemo);
    QCOMPARE(o.seedKeys, std::size_t(9));
    QCOMPARE(o.activity, 3.0);
    QCOMPARE(o.activitySeed, std::uint32_t(4));
    QCOMPARE(o.replayFile, std::string("day.jsonl"));
    QCOMPARE(o.replaySpeed, 2.5);
    QCOMPARE(o.maxKey, std::size_t(100));
    QCOMPARE(o.maxValue, std::size_t(200));
    QCOMPARE(o.maxHead, std::size_t(2000));
    QCOMPARE(o.maxConnections, std::size_t(5));
    QCOMPARE(o.maxQueued, std::size_t(100'000));
    QCOMPARE(o.maxRangeReply, std::size_t(3000));
    QCOMPARE(o.maxTokenPatterns, std::size_t(6));
    QCOMPARE(o.missingCredentialStatus, 403);
    QCOMPARE(o.badCredentialStatus, 401);
    QVERIFY(o.noAccessPattern == NoAccessPattern::AllowAll);
    QVERIFY(o.tokenRange == TokenRange::FilterOnly);
    QVERIFY(o.patchNonObject == PatchNonObject::Refuse);
    QVERIFY(o.patchEmptyMember == PatchEmptyMember::Remove);
    QVERIFY(o.patchNotification == PatchNotification::MergedValue);
    QVERIFY(o.ownWrites == OwnWrites::Skip);
    QVERIFY(o.counterValue == CounterValue::Number);
    QVERIFY(o.ownNotificationOrder == OwnNotificationOrder::NotificationFirst);
    QVERIFY(o.tokenExpiry == TokenExpiry::Refuse403);
    QVERIFY(o.queryDecoding == QueryDecoding::Twice);
    QVERIFY(o.replyWrites == ReplyWrites::Gathered);
    QVERIFY(!o.messageInReplies && !o.keyInReplies && !o.timestampInNotifications);
    QVERIFY(line.log);
}

void TestCommandLine::apiKeys_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<bool>("good");
    QTest::newRow("plain") << QByteArray("abc") << true;
    QTest::newRow("rate") << QByteArray("abc,rate=10") << true;
    QTest::newRow("read-only") << QByteArray("abc,ro") << true;
    QTest::newRow("both") << QByteArray("abc,ro,rate=0.5") << true;
    QTest::newRow("empty") << QByteArray("") << false;
    QTest::newRow("no key") << QByteArray(",ro") << false;
    QTest::newRow("rate 0") << QByteArray("abc,rate=0") << false;
    QTest::newRow("rate no number") << QByteArray("abc,rate=fast") << false;
    QTest::newRow("rate with more") << QByteArray("abc,rate=1x") << false;
    QTest::newRow("unknown") << QByteArray("abc,rw") << false;
    QTest::newRow("comma at the end") << QByteArray("abc,") << false;
}

void TestCommandLine::apiKeys()
{
    QFETCH(QByteArray, text);
    QFETCH(bool, good);
    if (!good) {
        QVERIFY_THROWS_EXCEPTION(std::invalid_argument, parseApiKey(text.toStdString()));
        return;
    }
    const ApiKey key = parseApiKey(text.toStdString());
    QCOMPARE(key.key, std::string("abc"));
    QCOMPARE(key.readOnly, text.contains(",ro"));
    QCOMPARE(key.rate > 0, text.contains("rate"));
}

void TestCommandLine::oneLineOnStandardOutput()
{
    Program program;
    QVERIFY(program.start({QStringLiteral("--seed-demo"), QStringLiteral("--activity"), QStringLiteral("100"),
                           QStringLiteral("--log")}));
    const QByteArray port = QByteArray::number(program.port());
    QCOMPARE(program.line(), QByteArray("{\"url\":\"ws://127.0.0.1:" + port
                                        + "\",\"http\":\"http://127.0.0.1:" + port + "\"}\n"));
    Wire::Socket socket;
    QCOMPARE(socket.open(program.port(), "/ws?apiKey=demo"), 101);
    QCOMPARE(Json::code(socket.ask(Json::set("k", "v"))), 200);
    QVERIFY(program.end());
    QCOMPARE(program.process().readAllStandardOutput(), QByteArray());
}

void TestCommandLine::endsOnASignal_data()
{
    QTest::addColumn<int>("number");
    QTest::newRow("SIGINT") << SIGINT;
    QTest::newRow("SIGTERM") << SIGTERM;
}

void TestCommandLine::endsOnASignal()
{
    QFETCH(int, number);
    QTemporaryDir folder;
    Program program;
    QVERIFY(program.start({QStringLiteral("--data"), folder.filePath(QStringLiteral("data.db"))}));
    Wire::Socket socket;
    QCOMPARE(socket.open(program.port(), "/ws?apiKey=demo"), 101);
    QCOMPARE(Json::code(socket.ask(Json::set("k", "v"))), 200);
    QCOMPARE(::kill(static_cast<pid_t>(program.process().processId()), number), 0);
    QCOMPARE(socket.awaitClose(), 1001);
    QVERIFY(program.process().waitForFinished(10'000));
    QCOMPARE(program.process().exitStatus(), QProcess::NormalExit);
    QCOMPARE(program.process().exitCode(), 0);
    // The side files of the database are gone: it was closed in order.
    QCOMPARE(QDir(folder.path()).entryList(QDir::Files), QStringList{QStringLiteral("data.db")});
}

void TestCommandLine::logLeavesCredentialsOut()
{
    Program program;
    QVERIFY(
        program.start({QStringLiteral("--api-key"), QStringLiteral("secret-key"), QStringLiteral("--log")}));
    Wire::Socket good;
    QCOMPARE(good.open(program.port(), "/ws?apiKey=secret-key"), 101);
    Wire::Socket bad;
    QCOMPARE(bad.open(program.port(), "/ws?apiKey=other-secret"), 403);
    QVERIFY(program.end());
    const QByteArray log = program.process().readAllStandardError();
    QVERIFY2(log.contains("opened") && log.contains("403"), log.constData());
    QVERIFY2(!log.contains("secret"), log.constData());
}

void TestCommandLine::mistakes_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<int>("exitCode");
    const auto row = [](const char *name, std::initializer_list<const char *> words, int exitCode) {
        QStringList arguments;
        for (const char *word : words)
            arguments << QString::fromLatin1(word);
        QTest::newRow(name) << arguments << exitCode;
    };
    row("unknown option", {"--nonsense"}, 2);
    row("port is text", {"--port", "x"}, 2);
    row("port too large", {"--port", "70000"}, 2);
    row("bad key", {"--api-key", "k,rate=x"}, 2);
    row("bad choice", {"--own-writes", "maybe"}, 2);
    row("bad lifetime", {"--token-lifetime", "0"}, 2);
    row("word too many", {"extra"}, 2);
    row("host is a name", {"--host", "somewhere.invalid"}, 1);
    row("same key twice", {"--api-key", "a", "--api-key", "a"}, 1);
    row("bad status", {"--bad-credential-status", "200"}, 1);
    row("data in a missing folder", {"--data", "/nonexistent/folder/data.db"}, 1);
    row("certificate alone", {"--tls-cert", "/nonexistent.pem"}, 1);
}

void TestCommandLine::mistakes()
{
    QFETCH(QStringList, arguments);
    QFETCH(int, exitCode);
    QProcess process;
    process.start(QStringLiteral(HPKV_EMULATOR_PROGRAM), arguments);
    QVERIFY(process.waitForFinished(10'000));
    QCOMPARE(process.exitCode(), exitCode);
    QCOMPARE(process.readAllStandardOutput(), QByteArray());
    QVERIFY(!process.readAllStandardError().isEmpty());
}

void TestCommandLine::helpAndVersion()
{
    for (const char *option : {"--help", "--version"}) {
        QProcess process;
        process.start(QStringLiteral(HPKV_EMULATOR_PROGRAM), {QString::fromLatin1(option)});
        QVERIFY(process.waitForFinished(10'000));
        QCOMPARE(process.exitCode(), 0);
        QVERIFY(process.readAllStandardOutput().contains("hpkv-emulator"));
    }
}

void TestCommandLine::takenPort()
{
    QTcpServer other;
    QVERIFY(other.listen(QHostAddress::LocalHost));
    QProcess process;
    process.start(QStringLiteral(HPKV_EMULATOR_PROGRAM),
                  {QStringLiteral("--port"), QString::number(other.serverPort())});
    QVERIFY(process.waitForFinished(10'000));
    QCOMPARE(process.exitCode(), 1);
    QVERIFY(process.readAllStandardError().contains(QByteArray::number(other.serverPort())));
}

QTEST_GUILESS_MAIN(TestCommandLine)
#include "tst_commandline.moc"
