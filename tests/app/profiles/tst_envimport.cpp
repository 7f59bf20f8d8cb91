// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "failonwarning.h"

#include "profiles/envimport.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Studio;

class TestEnvImport : public QObject
{
    Q_OBJECT

private slots:
    void init() { TestSupport::failOnUnannouncedWarning(); }
    void parses_data();
    void parses();
    void namesWhatItUsed();
    void namesLinesThatItCannotRead();
    void printsNoSecret();
    void readsFiles();
    void readsTheEnvironment();
};

void TestEnvImport::parses_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("apiKey");
    QTest::addColumn<QString>("baseUrl");

    const auto row = [](const char *name, const QString &text, const QString &key, const QString &url) {
        QTest::newRow(name) << text << key << url;
    };
    row("plain", u"HPKV_API_KEY=abc\nHPKV_API_BASE_URL=https://h"_qs, u"abc"_qs, u"https://h"_qs);
    row("empty", {}, {}, {});
    row("only comments", u"# HPKV_API_KEY=abc\n\n"_qs, {}, {});
    row("windows line ends", u"HPKV_API_KEY=abc\r\nHPKV_API_BASE_URL=u\r\n"_qs, u"abc"_qs, u"u"_qs);
    row("old mac line ends", u"HPKV_API_KEY=abc\rHPKV_API_BASE_URL=u"_qs, u"abc"_qs, u"u"_qs);
    row("byte order mark", QChar(0xFEFF) + u"HPKV_API_KEY=abc"_qs, u"abc"_qs, {});
    row("blanks around", u"  HPKV_API_KEY =  abc  "_qs, u"abc"_qs, {});
    row("export", u"export HPKV_API_KEY=abc"_qs, u"abc"_qs, {});
    row("double quotes", u"HPKV_API_KEY=\"a b#c\" # note"_qs, u"a b#c"_qs, {});
    row("single quotes", u"HPKV_API_KEY='a\\nb'"_qs, u"a\\nb"_qs, {});
    row("escapes", u"HPKV_API_KEY=\"a\\\"b\\\\c\\td\""_qs, u"a\"b\\c\td"_qs, {});
    row("hash inside", u"HPKV_API_KEY=ab#c"_qs, u"ab#c"_qs, {});
    row("comment behind", u"HPKV_API_KEY=ab #c"_qs, u"ab"_qs, {});
    row("equals inside", u"HPKV_API_KEY=ab=cd=="_qs, u"ab=cd=="_qs, {});
    row("last one holds", u"HPKV_API_KEY=a\nHPKV_API_KEY=b"_qs, u"b"_qs, {});
    row("empty value changes nothing", u"HPKV_API_KEY=a\nHPKV_API_KEY="_qs, u"a"_qs, {});
    row("other case", u"hpkv_api_key=a"_qs, u"a"_qs, {});
    row("next", u"NEXT_PUBLIC_HPKV_API_KEY=a\nNEXT_PUBLIC_HPKV_API_BASE_URL=u"_qs, u"a"_qs, u"u"_qs);
    row("vite", u"VITE_HPKV_BASE_URL=u"_qs, {}, u"u"_qs);
    row("other names", u"DATABASE_URL=u\nAPI_KEY=a"_qs, {}, {});
    row("variant", u"HPKV_URL=wss://h/ws"_qs, {}, u"wss://h/ws"_qs);
}

void TestEnvImport::parses()
{
    QFETCH(QString, text);
    QFETCH(QString, apiKey);
    QFETCH(QString, baseUrl);
    const EnvSettings settings = parseEnvText(text);
    QCOMPARE(settings.apiKey, apiKey);
    QCOMPARE(settings.baseUrl, baseUrl);
    QCOMPARE(settings.isEmpty(), apiKey.isEmpty() && baseUrl.isEmpty());
    QVERIFY(settings.ignored.isEmpty());
}

void TestEnvImport::namesWhatItUsed()
{
    const EnvSettings settings = parseEnvText(u"HPKV_TOKEN=t\nFOO=1\nHPKV_API_URL=u"_qs);
    QCOMPARE(settings.token, u"t"_qs);
    QCOMPARE(settings.names, QStringList({u"HPKV_TOKEN"_qs, u"HPKV_API_URL"_qs}));
}

void TestEnvImport::namesLinesThatItCannotRead()
{
    const EnvSettings settings = parseEnvText(u"just words\nHPKV_API_KEY=\"open\n1X=2\n\nHPKV_API_KEY=ok"_qs);
    QCOMPARE(settings.apiKey, u"ok"_qs);
    QCOMPARE(settings.ignored, QStringList({u"line 1"_qs, u"line 2"_qs, u"line 3"_qs}));
}

void TestEnvImport::printsNoSecret()
{
    QString printed;
    QDebug(&printed) << parseEnvText(u"HPKV_API_KEY=topsecret\nHPKV_TOKEN=hidden"_qs);
    QVERIFY(!printed.contains(u"topsecret"));
    QVERIFY(!printed.contains(u"hidden"));
    QVERIFY(printed.contains(u"HPKV_API_KEY"));
}

void TestEnvImport::readsFiles()
{
    const QTemporaryDir folder;
    const QString name = folder.filePath(u".env"_qs);
    QString problem;
    QVERIFY(readEnvFile(name, &problem).isEmpty());
    QVERIFY(problem.contains(u".env"));
    {
        QFile file(name);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("HPKV_API_KEY=abc\n");
    }
    QCOMPARE(readEnvFile(name, &problem).apiKey, u"abc"_qs);
    QVERIFY(problem.isEmpty());
    {
        QFile file(name);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QByteArray(2 * 1024 * 1024, '#'));
    }
    QVERIFY(readEnvFile(name, &problem).isEmpty());
    QVERIFY(!problem.isEmpty());
}

void TestEnvImport::readsTheEnvironment()
{
    QProcessEnvironment environment;
    QVERIFY(fromEnvironment(environment).isEmpty());
    environment.insert(u"HPKV_URL"_qs, u"variant"_qs);
    environment.insert(u"HPKV_API_BASE_URL"_qs, u"https://h"_qs);
    environment.insert(u"HPKV_API_KEY"_qs, u"k"_qs);
    const EnvSettings settings = fromEnvironment(environment);
    QCOMPARE(settings.apiKey, u"k"_qs);
    QCOMPARE(settings.baseUrl, u"https://h"_qs);
}

QTEST_GUILESS_MAIN(TestEnvImport)
#include "tst_envimport.moc"
