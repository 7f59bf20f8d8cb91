// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: MIT

#include <hpkv/emulator/server.h>

#include "failonwarning.h"
#include "seeds.h"
#include "support/json.h"
#include "support/wire.h"
#include "text.h"

#include <QSet>
#include <QTest>

#include <algorithm>
#include <set>

using namespace hpkv::emulator;
using namespace std::string_literals;

class TestDemo : public QObject
{
    Q_OBJECT

private slots:
    void init() { TestSupport::failOnUnannouncedWarning(); }
    void recordsAreValid();
    void thereIsSomethingOfEachKind();
    void everythingCanBeRead();
    void generatedKeys();
    void activityTouchesEachNamespace();
    void activityIsHeard();
    void activityKeepsValuesSmall();

private:
    static Options options();
};

Options TestDemo::options()
{
    Options options;
    options.apiKeys = {"demo"};
    options.seedDemo = true;
    return options;
}

void TestDemo::recordsAreValid()
{
    std::set<std::string> keys;
    seedDemo([&keys](const std::string &key, const std::string &value, bool counter) {
        QVERIFY2(!key.empty() && key.size() <= 512 && isValidUtf8(key), key.c_str());
        QVERIFY2(!value.empty() && value.size() <= 3072 && isValidUtf8(value), key.c_str());
        QVERIFY2(keys.insert(key).second, key.c_str());
        QVERIFY2(!counter || toInt64(value), key.c_str());
    });
    QVERIFY2(keys.size() >= 300 && keys.size() <= 900, qPrintable(QString::number(keys.size())));
}

void TestDemo::thereIsSomethingOfEachKind()
{
    Server server(options());
    server.start();
    std::set<std::string> spaces;
    bool control = false;
    bool nul = false;
    bool longValue = false;
    server.forEach([&](const Record &record) {
        spaces.insert(record.key.substr(0, record.key.find(':')));
        nul = nul || record.key.find('\0') != std::string::npos;
        control = control || record.key.find('\x07') != std::string::npos;
        longValue = longValue || record.value.size() > 2900;
    });
    for (const char *space :
         {"cart", "flag", "order", "product", "sensor", "session", "stats", "user", "version"})
        QVERIFY2(spaces.contains(space), space);
    QVERIFY(control && nul && longValue);
    QVERIFY(server.get("user") && server.get("user:100"));
    QVERIFY(server.get("user:100")->find("Zo\xc3\xab \xc3\x85ngstr\xc3\xb6m") != std::string::npos);
    QVERIFY(server.get("odd:json:numbers")->find("94.20") != std::string::npos);
    QVERIFY(server.get("odd:json:numbers")->find("12345678901234567890") != std::string::npos);
    for (const char *key :
         {":leading-separator", "odd:trailing-separator:", "odd:double::separator", "sensor:berlin:raw:lux"})
        QVERIFY2(server.get(key).has_value(), key);
}

void TestDemo::everythingCanBeRead()
{
    Server server(options());
    server.start();
    Wire::Socket socket;
    QCOMPARE(socket.open(server.port(), "/ws?apiKey=demo"), 101);
    for (const Record &record : server.records()) {
        const auto reply = Json::object(socket.ask(Json::request(1, record.key)));
        QCOMPARE(reply.value(QLatin1StringView("value")).toString().toUtf8(), Json::bytes(record.value));
        QCOMPARE(reply.value(QLatin1StringView("key")).toString().toUtf8(), Json::bytes(record.key));
    }
}

void TestDemo::generatedKeys()
{
    std::size_t bytes = 0;
    std::set<std::string> keys;
    std::string before;
    seedKeys(10'000, [&](const std::string &key, const std::string &value, bool) {
        bytes += value.size();
        QVERIFY(keys.insert(key).second);
        QVERIFY(before < key);
        before = key;
        QVERIFY(!Json::object(value).isEmpty());
    });
    QCOMPARE(keys.size(), std::size_t(10'000));
    QVERIFY2(bytes / keys.size() >= 80 && bytes / keys.size() <= 120,
             qPrintable(QString::number(bytes / keys.size())));
    std::size_t few = 0;
    seedKeys(3, [&few](const std::string &, const std::string &, bool) { ++few; });
    QCOMPARE(few, std::size_t(3));
}

void TestDemo::activityTouchesEachNamespace()
{
    Options busy = options();
    busy.activity = 2000;
    busy.activitySeed = 11;
    Server server(busy);
    const auto before = [&busy] {
        Options quiet = busy;
        quiet.activity = 0;
        Server other(quiet);
        other.start();
        return other.records();
    }();
    server.start();
    QTRY_VERIFY(server.counters().activity >= 600);
    const auto after = server.records();
    std::set<std::string> changed;
    const auto note = [&changed](const std::vector<Record> &from, const std::vector<Record> &to) {
        for (const Record &record : from) {
            if (!std::binary_search(to.begin(), to.end(), record, [](const Record &a, const Record &b) {
                    return std::tie(a.key, a.value) < std::tie(b.key, b.value);
                }))
                changed.insert(record.key.substr(0, record.key.find(':')));
        }
    };
    note(before, after);
    note(after, before);
    QVERIFY(changed == (std::set<std::string>{"log", "order", "sensor", "session", "stats"}));
}

void TestDemo::activityIsHeard()
{
    Options busy = options();
    busy.activity = 200;
    Server server(busy);
    server.start();
    Wire::Socket socket;
    QCOMPARE(socket.open(server.port(), "/ws?token=" + server.createToken("demo", {"*"}, "^$")), 101);
    QSet<QString> spaces;
    bool deleted = false;
    for (int i = 0; i < 400 && (spaces.size() < 5 || !deleted); ++i) {
        const auto notification = Json::object(socket.text());
        spaces << notification.value(QLatin1StringView("key")).toString().section(u':', 0, 0);
        deleted = deleted || notification.value(QLatin1StringView("value")).isNull();
    }
    QCOMPARE(spaces.size(), 5);
    QVERIFY(deleted);
}

void TestDemo::activityKeepsValuesSmall()
{
    Options busy = options();
    busy.activity = 20'000;
    Server server(busy);
    server.start();
    QTRY_VERIFY_WITH_TIMEOUT(server.counters().activity >= 8000, 20'000);
    server.stop();
    const std::size_t records = server.size();
    QVERIFY2(records < 450, qPrintable(QString::number(records)));
    server.forEach([](const Record &record) { QVERIFY2(record.value.size() <= 3072, record.key.c_str()); });
}

QTEST_GUILESS_MAIN(TestDemo)
#include "tst_demo.moc"
