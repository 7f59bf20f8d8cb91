// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: MIT

#include <hpkv/emulator/server.h>

#include "failonwarning.h"
#include "replay.h"

#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <optional>

using namespace hpkv::emulator;

class TestReplay : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void lines_data();
    void lines();
    void damagedLines_data();
    void damagedLines();
    void writesInOrder();
    void keepsTheTiming();
    void refusesADamagedFile();
    void refusesAMissingFile();

private:
    Options options(const QByteArray &recording, double speed);

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestReplay::init()
{
    TestSupport::failOnUnannouncedWarning();
    m_folder = std::make_unique<QTemporaryDir>();
}

Options TestReplay::options(const QByteArray &recording, double speed)
{
    const QString name = m_folder->filePath(QStringLiteral("recording.jsonl"));
    QFile file(name);
    [&] {
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(recording), recording.size());
    }();
    Options options;
    options.apiKeys = {"demo"};
    options.replayFile = name.toStdString();
    options.replaySpeed = speed;
    return options;
}

void TestReplay::lines_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<QByteArray>("key");
    QTest::addColumn<QByteArray>("value"); // "-": none
    QTest::addColumn<bool>("unknown");
    QTest::addColumn<bool>("base");
    QTest::newRow("set") << QByteArray(R"({"at":5,"kind":"replaced","key":"k","value":"{\"a\":1}"})")
                         << QByteArray("k") << QByteArray(R"({"a":1})") << false << false;
    QTest::newRow("removed") << QByteArray(R"({"at":5,"kind":"removed","key":"k"})") << QByteArray("k")
                             << QByteArray("-") << false << false;
    QTest::newRow("found gone") << QByteArray(R"({"at":5,"kind":"found","key":"k","absent":true})")
                                << QByteArray("k") << QByteArray("-") << false << false;
    QTest::newRow("not known") << QByteArray(R"({"at":5,"kind":"patched","key":"k","value":null})")
                               << QByteArray("k") << QByteArray("-") << true << false;
    QTest::newRow("base") << QByteArray(R"({"at":5,"kind":"base","key":"k","value":""})") << QByteArray("k")
                          << QByteArray("") << false << true;
    QTest::newRow("break") << QByteArray(R"({"at":5,"kind":"lineDown"})") << QByteArray("") << QByteArray("-")
                           << false << false;
}

void TestReplay::lines()
{
    QFETCH(QByteArray, line);
    const auto read = parseReplayLine(line.toStdString());
    QVERIFY(read);
    QCOMPARE(read->at, 5);
    QTEST(QByteArray::fromStdString(read->key), "key");
    QTEST(QByteArray::fromStdString(read->value.value_or("-")), "value");
    QTEST(read->unknown, "unknown");
    QTEST(read->base, "base");
}

void TestReplay::damagedLines_data()
{
    QTest::addColumn<QByteArray>("line");
    for (const char *line :
         {"", "[]", "{", R"({"kind":"removed","key":"k"})", R"({"at":"5","kind":"removed","key":"k"})",
          R"({"at":5,"key":"k"})", R"({"at":5,"kind":"removed"})", R"({"at":5,"kind":"removed","key":""})",
          R"({"at":1.5,"kind":"removed","key":"k"})", R"({"at":5,"kind":"replaced","key":"k","value":7})"})
        QTest::newRow(line) << QByteArray(line);
}

void TestReplay::damagedLines()
{
    QFETCH(QByteArray, line);
    QVERIFY(!parseReplayLine(line.toStdString()));
}

void TestReplay::writesInOrder()
{
    Server server(options(R"({"at":1000,"kind":"base","key":"gone","value":"before"}
{"at":1000,"kind":"base","key":"k","value":"0"}
{"at":1000,"kind":"counted","key":"k","value":"1"}

{"at":1500,"kind":"lineDown"}
{"at":2000,"kind":"removed","key":"gone"}
{"at":3000,"kind":"patched","key":"k"}
{"at":9999000,"kind":"replaced","key":"last","value":"written"}
)",
                          0));
    server.start();
    QTRY_COMPARE(server.get("last"), std::optional<std::string>("written"));
    QCOMPARE(server.get("k"), std::optional<std::string>("1"));
    QVERIFY(!server.get("gone"));
}

/// Twice as fast: 400 ms become 200.
void TestReplay::keepsTheTiming()
{
    Server server(options(R"({"at":1000,"kind":"replaced","key":"first","value":"1"}
{"at":1400,"kind":"replaced","key":"second","value":"1"}
)",
                          2));
    QElapsedTimer clock;
    clock.start();
    server.start();
    QTRY_VERIFY(server.get("first"));
    QTRY_VERIFY(server.get("second"));
    QVERIFY2(clock.elapsed() >= 200, qPrintable(QString::number(clock.elapsed())));
}

void TestReplay::refusesADamagedFile()
{
    Server server(options("{\"at\":1000,\"kind\":\"lineUp\"}\nnonsense\n", 0));
    try {
        server.start();
        QFAIL("it started");
    } catch (const StartError &problem) {
        QVERIFY2(std::string(problem.what()).starts_with("Line 2 of"), problem.what());
    }
}

void TestReplay::refusesAMissingFile()
{
    Options missing;
    missing.apiKeys = {"demo"};
    missing.replayFile = m_folder->filePath(QStringLiteral("none")).toStdString();
    Server server(missing);
    QVERIFY_THROWS_EXCEPTION(StartError, server.start());
}

QTEST_GUILESS_MAIN(TestReplay)
#include "tst_replay.moc"
