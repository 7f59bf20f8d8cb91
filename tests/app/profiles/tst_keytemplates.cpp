// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "failonwarning.h"

#include "profiles/keytemplates.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

using namespace Studio;

class TestKeyTemplates : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void findsTheNearest();
    void outlivesTheProgram();
    void keepsEveryByte();
    void forgets();
    void refuses_data();
    void refuses();
    void livesInMemoryWithoutAFile();
    void survivesADamagedFile();
    void saysWhenItCannotBeWritten();
    void twoCopiesKeepEachOthers();
    void staysInItsFolder();

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_file;
    QString m_problem;
};

void TestKeyTemplates::init()
{
    TestSupport::failOnUnannouncedWarning();
    m_folder = std::make_unique<QTemporaryDir>();
    m_file = m_folder->filePath(u"templates/p.json"_qs);
    m_problem.clear();
}

void TestKeyTemplates::findsTheNearest()
{
    KeyTemplates templates(m_file);
    QCOMPARE(templates.find("order:"), std::nullopt);
    QVERIFY(templates.set("order:", "any order", &m_problem));
    QVERIFY(templates.set("order:2024:", "order of 2024", &m_problem));
    QCOMPARE(templates.find("order:"), QByteArray("any order"));
    QCOMPARE(templates.find("order:2023:"), QByteArray("any order"));
    QCOMPARE(templates.find("order:2024:"), QByteArray("order of 2024"));
    QCOMPARE(templates.find("user:"), std::nullopt);
    QVERIFY(templates.has("order:"));
    QVERIFY(!templates.has("order:2023:"));
}

void TestKeyTemplates::outlivesTheProgram()
{
    QVERIFY(KeyTemplates(m_file).set("a:", "text", &m_problem));
    QCOMPARE(KeyTemplates(m_file).find("a:"), QByteArray("text"));
    QVERIFY(!(QFile::permissions(m_file) & (QFile::ReadGroup | QFile::ReadOther)));
}

void TestKeyTemplates::keepsEveryByte()
{
    const QByteArray text("{\n\t\"é\": 1.0e400, \"\\u00e9\": \"\0\x01\"}\r\n", 33);
    QVERIFY(KeyTemplates(m_file).set("ö:", text, &m_problem));
    QCOMPARE(KeyTemplates(m_file).find("ö:"), text);
}

void TestKeyTemplates::forgets()
{
    KeyTemplates templates(m_file);
    QVERIFY(templates.set("a:", "text", &m_problem));
    QVERIFY(templates.remove("a:", &m_problem));
    QCOMPARE(templates.find("a:"), std::nullopt);
    QCOMPARE(KeyTemplates(m_file).find("a:"), std::nullopt);
}

void TestKeyTemplates::refuses_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("no text") << QByteArray("\xff\xfe");
    QTest::newRow("too long") << QByteArray(KeyTemplates::mostBytes + 1, 'x');
}

void TestKeyTemplates::refuses()
{
    QFETCH(QByteArray, text);
    KeyTemplates templates(m_file);
    QVERIFY(!templates.set("a:", text, &m_problem));
    QVERIFY(!m_problem.isEmpty());
    QCOMPARE(templates.find("a:"), std::nullopt);
}

void TestKeyTemplates::livesInMemoryWithoutAFile()
{
    KeyTemplates templates({});
    QVERIFY(templates.set("a:", "text", &m_problem));
    QVERIFY(templates.set("b:", "text", &m_problem));
    QCOMPARE(templates.find("a:"), QByteArray("text"));
}

void TestKeyTemplates::survivesADamagedFile()
{
    QVERIFY(QDir().mkpath(QFileInfo(m_file).path()));
    QFile file(m_file);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("{\"templates\": [{");
    file.close();
    KeyTemplates templates(m_file);
    QCOMPARE(templates.find("a:"), std::nullopt);
    QVERIFY(templates.set("a:", "text", &m_problem));
    QCOMPARE(KeyTemplates(m_file).find("a:"), QByteArray("text"));
}

void TestKeyTemplates::saysWhenItCannotBeWritten()
{
    QVERIFY(QDir().mkpath(m_file)); // a folder is in its place
    QVERIFY(!KeyTemplates(m_file).set("a:", "text", &m_problem));
    QVERIFY(!m_problem.isEmpty());
}

void TestKeyTemplates::twoCopiesKeepEachOthers()
{
    KeyTemplates one(m_file);
    KeyTemplates two(m_file);
    QVERIFY(one.set("a:", "1", &m_problem));
    QVERIFY(two.set("b:", "2", &m_problem));
    const KeyTemplates both(m_file);
    QVERIFY(both.has("a:"));
    QVERIFY(both.has("b:"));
}

void TestKeyTemplates::staysInItsFolder()
{
    const QString file = KeyTemplates::fileFor(u"/folder"_qs, u"../../x"_qs);
    QCOMPARE(QDir::cleanPath(QFileInfo(file).path()), u"/folder/templates"_qs);
}

QTEST_GUILESS_MAIN(TestKeyTemplates)
#include "tst_keytemplates.moc"
