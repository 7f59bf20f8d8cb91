// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: MIT

#include <hpkv/emulator/server.h>

#include "failonwarning.h"
#include "support/json.h"
#include "support/program.h"
#include "support/wire.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <sqlite3.h>

using namespace hpkv::emulator;
using namespace std::string_literals;
using Json::request;
using Json::set;

class TestPersistence : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void recordsComeBack();
    void stopAndStartKeepsThePort();
    void onlyTheOwnerReadsTheFile();
    void outlivesKill_data();
    void outlivesKill();
    void killWhileWriting();
    void readsWaitForWhatTheyShow();
    void seedsOnlyAnEmptyStore();
    void foreignFilesAreLeftAlone_data();
    void foreignFilesAreLeftAlone();
    void damagedFilesAreLeftAlone_data();
    void damagedFilesAreLeftAlone();
    void fileInUse();
    void unusablePlaces_data();
    void unusablePlaces();

private:
    Options options() const;
    static QByteArray content(const QString &file);
    void startFails(const QString &contains);

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_file;
};

void TestPersistence::init()
{
    TestSupport::failOnUnannouncedWarning();
    m_folder = std::make_unique<QTemporaryDir>();
    m_file = m_folder->filePath(QStringLiteral("data.db"));
}

Options TestPersistence::options() const
{
    Options options;
    options.apiKeys = {"demo"};
    options.dataFile = m_file.toStdString();
    return options;
}

QByteArray TestPersistence::content(const QString &file)
{
    QFile bytes(file);
    return bytes.open(QIODevice::ReadOnly) ? bytes.readAll() : QByteArray();
}

void TestPersistence::startFails(const QString &contains)
{
    Server server(options());
    try {
        server.start();
        QFAIL("it started");
    } catch (const StartError &problem) {
        const auto text = QString::fromUtf8(problem.what());
        QVERIFY2(text.contains(contains) && text.contains(m_file), qPrintable(text));
    }
    QVERIFY(!server.running());
}

void TestPersistence::recordsComeBack()
{
    std::vector<Record> expected;
    {
        Server server(options());
        server.start();
        Wire::Socket socket;
        QCOMPARE(socket.open(server.port(), "/ws?apiKey=demo"), 101);
        QCOMPARE(Json::code(socket.ask(set("a\0b"s, "v\0w"s))), 200);
        QCOMPARE(Json::code(socket.ask(set("doc", R"({"a":94.20})"))), 200);
        QCOMPARE(Json::code(socket.ask(request(3, "doc", Json::quoted(R"({"b":1})")))), 200);
        QCOMPARE(Json::code(socket.ask(request(6, "n", "5"))), 200);
        QCOMPARE(Json::code(socket.ask(set("gone", "v"))), 200);
        QCOMPARE(Json::code(socket.ask(request(4, "gone"))), 200);
        QCOMPARE(Wire::http(server.port(), "POST", "/record", R"({"key":"rest","value":"v"})").status, 200);
        server.put("put", "v");
        expected = server.records();
        QCOMPARE(expected.size(), std::size_t(5));
    }
    Options again = options();
    again.counterValue = CounterValue::Number;
    Server server(again);
    server.start();
    QVERIFY(server.records() == expected);
    // That it is a counter is kept too.
    QVERIFY(Wire::http(server.port(), "GET", "/record/n").body.find("\"value\":5") != std::string::npos);
    server.clear();
    server.stop();
    server.start();
    QCOMPARE(server.size(), std::size_t(0));
}

void TestPersistence::stopAndStartKeepsThePort()
{
    Server server(options());
    server.start();
    const auto port = server.port();
    server.put("k", "v");
    server.stop();
    QVERIFY(!server.running());
    QCOMPARE(Wire::http(port, "GET", "/ping").status, 0);
    server.start();
    QCOMPARE(server.port(), port);
    QCOMPARE(server.get("k").value_or(""), "v"s);
}

void TestPersistence::onlyTheOwnerReadsTheFile()
{
    Server server(options());
    server.start();
    server.put("k", "v");
    const auto files = QDir(m_folder->path()).entryInfoList(QDir::Files);
    QVERIFY(files.size() >= 2);
    for (const auto &file : files)
        QVERIFY2((file.permissions() & 0x0077) == 0, qPrintable(file.fileName()));
}

void TestPersistence::outlivesKill_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("normal") << QStringList();
    QTest::newRow("full") << QStringList{QStringLiteral("--sync"), QStringLiteral("full")};
    QTest::newRow("gathered") << QStringList{QStringLiteral("--reply-writes"), QStringLiteral("gathered")};
}

void TestPersistence::outlivesKill()
{
    QFETCH(QStringList, arguments);
    Program program;
    QVERIFY(program.start(QStringList{QStringLiteral("--data"), m_file} + arguments));
    Wire::Socket socket;
    QCOMPARE(socket.open(program.port(), "/ws?apiKey=demo"), 101);
    constexpr int count = 2000;
    for (int i = 0; i < count; ++i)
        QVERIFY(socket.send(set("k" + std::to_string(i), std::to_string(i), i + 1)));
    for (int i = 0; i < count; ++i)
        QCOMPARE(Json::code(socket.text()), 200);
    program.kill();
    Server server(options());
    server.start();
    QCOMPARE(server.size(), std::size_t(count));
    for (int i = 0; i < count; ++i)
        QCOMPARE(server.get("k" + std::to_string(i)).value_or(""), std::to_string(i));
}

void TestPersistence::killWhileWriting()
{
    // Whatever had a reply of success is there, wherever the kill falls.
    for (int round = 0; round < 5; ++round) {
        Program program;
        QVERIFY(program.start({QStringLiteral("--data"), m_file}));
        Wire::Socket socket;
        QCOMPARE(socket.open(program.port(), "/ws?apiKey=demo"), 101);
        const std::string value = "round " + std::to_string(round);
        constexpr int inFlight = 64;
        const int killAt = 300 + round * 217;
        for (int i = 0; i < inFlight; ++i)
            QVERIFY(socket.send(set("k" + std::to_string(i), value, i + 1)));
        int confirmed = 0;
        for (; confirmed < killAt; ++confirmed) {
            QCOMPARE(Json::code(socket.text()), 200);
            const int next = confirmed + inFlight;
            QVERIFY(socket.send(set("k" + std::to_string(next), value, next + 1)));
        }
        program.kill();
        while (Json::code(socket.text()) == 200)
            ++confirmed;
        Server server(options());
        server.start();
        for (int i = 0; i < confirmed; ++i)
            QCOMPARE(server.get("k" + std::to_string(i)).value_or(""), value);
    }
}

void TestPersistence::readsWaitForWhatTheyShow()
{
    Server server(options());
    server.start();
    Wire::Socket writer;
    Wire::Socket reader;
    QCOMPARE(writer.open(server.port(), "/ws?apiKey=demo"), 101);
    QCOMPARE(reader.open(server.port(), "/ws?token=" + server.createToken("demo", {"k"}, "k")), 101);
    for (int i = 0; i < 200; ++i) {
        QVERIFY(writer.send(set("k", std::to_string(i))));
        QVERIFY(reader.send(request(1, "missing-k")));
    }
    int notified = 0;
    int replies = 0;
    while (notified < 200 || replies < 200) {
        const auto message = Json::object(reader.text());
        QVERIFY(!message.isEmpty());
        ++(message.contains(QLatin1StringView("type")) ? notified : replies);
    }
    for (int i = 0; i < 200; ++i)
        QCOMPARE(Json::code(writer.text()), 200);
}

void TestPersistence::seedsOnlyAnEmptyStore()
{
    Options seeded = options();
    seeded.seedDemo = true;
    seeded.seedKeys = 500;
    {
        Server server(seeded);
        server.start();
        QVERIFY(server.size() > 800);
        QVERIFY(server.erase("user:100"));
        server.put("version", "changed");
    }
    Server server(seeded);
    server.start();
    QVERIFY(!server.get("user:100"));
    QCOMPARE(server.get("version").value_or(""), "changed"s);
}

void TestPersistence::foreignFilesAreLeftAlone_data()
{
    QTest::addColumn<QByteArray>("content"); // Null: a database of another program.
    QTest::addColumn<QString>("why");
    QTest::newRow("text") << QByteArray("This is a letter.\n")
                          << QStringLiteral("not a data file of hpkv-emulator");
    QTest::newRow("one byte") << QByteArray("x") << QStringLiteral("not a data file of hpkv-emulator");
    QTest::newRow("noise") << QByteArray(10'000, '\xfe')
                           << QStringLiteral("not a data file of hpkv-emulator");
    QTest::newRow("head only") << QByteArray("SQLite format 3\0", 16)
                               << QStringLiteral("not a data file of hpkv-emulator");
    QTest::newRow("other program") << QByteArray() << QStringLiteral("database of another program");
}

void TestPersistence::foreignFilesAreLeftAlone()
{
    QFETCH(QByteArray, content);
    QFETCH(QString, why);
    if (content.isNull()) {
        sqlite3 *db = nullptr;
        QCOMPARE(sqlite3_open(qUtf8Printable(m_file), &db), SQLITE_OK);
        QCOMPARE(sqlite3_exec(db, "CREATE TABLE record(key, value); INSERT INTO record VALUES(1, 2)", nullptr,
                              nullptr, nullptr),
                 SQLITE_OK);
        sqlite3_close(db);
    } else {
        QFile file(m_file);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(content) == content.size());
    }
    const QByteArray before = TestPersistence::content(m_file);
    startFails(why);
    QCOMPARE(TestPersistence::content(m_file), before);
    QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files).size(), 1);
}

void TestPersistence::damagedFilesAreLeftAlone_data()
{
    QTest::addColumn<QString>("damage");
    QTest::newRow("cut") << QStringLiteral("cut");
    QTest::newRow("page overwritten") << QStringLiteral("page");
    QTest::newRow("table gone") << QStringLiteral("table");
    QTest::newRow("newer") << QStringLiteral("newer");
    QTest::newRow("not text") << QStringLiteral("text");
}

void TestPersistence::damagedFilesAreLeftAlone()
{
    QFETCH(QString, damage);
    {
        Options seeded = options();
        seeded.seedKeys = 2000;
        Server server(seeded);
        server.start();
    }
    const auto sql = [this](const char *statement) {
        sqlite3 *db = nullptr;
        sqlite3_open(qUtf8Printable(m_file), &db);
        const int code = sqlite3_exec(db, statement, nullptr, nullptr, nullptr);
        sqlite3_close(db);
        return code;
    };
    QFile file(m_file);
    QString why = QStringLiteral("damaged");
    if (damage == QLatin1StringView("cut")) {
        QVERIFY(file.resize(file.size() / 2));
    } else if (damage == QLatin1StringView("page")) {
        QVERIFY(file.open(QIODevice::ReadWrite) && file.seek(5 * 4096)
                && file.write(QByteArray(4096, '\x55')) == 4096);
        file.close();
    } else if (damage == QLatin1StringView("table")) {
        QCOMPARE(sql("DROP TABLE record"), SQLITE_OK);
    } else if (damage == QLatin1StringView("newer")) {
        QCOMPARE(sql("PRAGMA user_version = 99"), SQLITE_OK);
        why = QStringLiteral("newer version");
    } else {
        QCOMPARE(sql("INSERT INTO record VALUES(x'ff', x'ff', 0)"), SQLITE_OK);
    }
    const QByteArray before = content(m_file);
    startFails(why);
    QCOMPARE(content(m_file), before);
}

void TestPersistence::fileInUse()
{
    Server first(options());
    first.start();
    first.put("k", "v");
    startFails(QStringLiteral("another process"));
    QCOMPARE(first.get("k").value_or(""), "v"s);
    first.put("k", "w");
    first.stop();
    Server second(options());
    second.start();
    QCOMPARE(second.get("k").value_or(""), "w"s);
}

void TestPersistence::unusablePlaces_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("no such folder") << QStringLiteral("missing/data.db");
    QTest::newRow("a folder") << QStringLiteral(".");
}

void TestPersistence::unusablePlaces()
{
    QFETCH(QString, name);
    m_file = m_folder->filePath(name);
    startFails(QStringLiteral("cannot be used"));
}

QTEST_GUILESS_MAIN(TestPersistence)
#include "tst_persistence.moc"
