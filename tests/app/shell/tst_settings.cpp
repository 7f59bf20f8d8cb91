// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "shell/settings.h"

#include "failonwarning.h"

#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Studio;

class TestSettings : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void defaultsWithoutAFile();
    void keepsEachType();
    void isWrittenByItself();
    void fileIsForThePersonOnly();
    void defaultLeavesTheFile();
    void signalsOnlyRealChanges();
    void damagedFile_data();
    void damagedFile();
    void wrongTypeGivesTheDefault();
    void twoCopiesKeepEachOthersChanges();
    void peekingLeavesTheFileAlone();
    void unknownNamesSurvive();
    void saysWhenItCannotSave();

private:
    QString file() const { return m_folder->filePath(QStringLiteral("settings.json")); }
    void write(const QByteArray &content) const
    {
        QFile out(file());
        QVERIFY(out.open(QIODevice::WriteOnly));
        out.write(content);
    }
    QJsonObject stored() const
    {
        QFile in(file());
        return in.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(in.readAll()).object() : QJsonObject();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestSettings::init()
{
    TestSupport::failOnUnannouncedWarning();
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
}

void TestSettings::defaultsWithoutAFile()
{
    {
        const Settings settings(file());
        QCOMPARE(settings.value(Key::FontSize), 13);
        QCOMPARE(settings.value(Key::KeepJournal), true);
        QCOMPARE(settings.value(Key::Theme), QString());
        QCOMPARE(settings.loadProblem(), QString());
    }
    QVERIFY(!QFile::exists(file())); // looking leaves no trace
}

void TestSettings::keepsEachType()
{
    const QByteArray geometry("\x00\xff geometry", 11);
    {
        Settings settings(file());
        settings.setValue(Key::FontSize, 17);
        settings.setValue(Key::KeepJournal, false);
        settings.setValue(Key::Theme, QStringLiteral("dark"));
        settings.setValue(Key::WindowGeometry, geometry);
    }
    const Settings again(file());
    QCOMPARE(again.value(Key::FontSize), 17);
    QCOMPARE(again.value(Key::KeepJournal), false);
    QCOMPARE(again.value(Key::Theme), QStringLiteral("dark"));
    QCOMPARE(again.value(Key::WindowGeometry), geometry);
}

void TestSettings::isWrittenByItself()
{
    Settings settings(file());
    settings.setValue(Key::FontSize, 15);
    QTRY_COMPARE(stored().value(Key::FontSize.name).toInt(), 15);
}

void TestSettings::fileIsForThePersonOnly()
{
    Settings settings(file());
    settings.setValue(Key::FontSize, 15);
    QVERIFY(settings.flush());
    const auto others =
        QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther | QFile::ExeOther;
    QCOMPARE(QFileInfo(file()).permissions() & others, QFile::Permissions());
}

void TestSettings::defaultLeavesTheFile()
{
    Settings settings(file());
    settings.setValue(Key::FontSize, 15);
    QVERIFY(settings.flush());
    settings.setValue(Key::FontSize, Key::FontSize.fallback);
    QVERIFY(settings.flush());
    QVERIFY(!stored().contains(Key::FontSize.name));
    QCOMPARE(settings.value(Key::FontSize), 13);
}

void TestSettings::signalsOnlyRealChanges()
{
    Settings settings(file());
    const QSignalSpy changed(&settings, &Settings::changed);
    settings.setValue(Key::FontSize, 13);
    settings.setValue(Key::FontSize, 14);
    settings.setValue(Key::FontSize, 14);
    QCOMPARE(changed.size(), 1);
    QCOMPARE(changed.first().first().toString(), QString(Key::FontSize.name));
}

void TestSettings::damagedFile_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("cut off") << QByteArrayLiteral("{\"appearance/fontSize\": 1");
    QTest::newRow("not an object") << QByteArrayLiteral("[1, 2]");
    QTest::newRow("not JSON") << QByteArrayLiteral("\x01\x02\x03");
    QTest::newRow("empty") << QByteArray();
}

void TestSettings::damagedFile()
{
    QFETCH(QByteArray, content);
    write(content);
    Settings settings(file());
    QVERIFY(!settings.loadProblem().isEmpty());
    QCOMPARE(settings.value(Key::FontSize), 13);

    // What was there is kept beside it, and the next save works.
    QFile aside(file() + QStringLiteral(".damaged"));
    QVERIFY(aside.open(QIODevice::ReadOnly));
    QCOMPARE(aside.readAll(), content);
    settings.setValue(Key::FontSize, 16);
    QVERIFY(settings.flush());
    QCOMPARE(stored().value(Key::FontSize.name).toInt(), 16);
}

void TestSettings::wrongTypeGivesTheDefault()
{
    write(
        R"({"appearance/fontSize": "large", "disk/journal": 3, "appearance/theme": true, "window/state": "%%%"})");
    const Settings settings(file());
    QCOMPARE(settings.loadProblem(), QString());
    QCOMPARE(settings.value(Key::FontSize), 13);
    QCOMPARE(settings.value(Key::KeepJournal), true);
    QCOMPARE(settings.value(Key::Theme), QString());
    QCOMPARE(settings.value(Key::WindowState), QByteArray());
}

void TestSettings::twoCopiesKeepEachOthersChanges()
{
    Settings one(file());
    Settings two(file());
    one.setValue(Key::FontSize, 18);
    two.setValue(Key::Theme, QStringLiteral("dark"));
    QVERIFY(one.flush());
    QVERIFY(two.flush());
    one.setValue(Key::KeepJournal, false);
    QVERIFY(one.flush());
    const Settings third(file());
    QCOMPARE(third.value(Key::FontSize), 18);
    QCOMPARE(third.value(Key::Theme), QStringLiteral("dark"));
    QCOMPARE(third.value(Key::KeepJournal), false);
}

void TestSettings::peekingLeavesTheFileAlone()
{
    QCOMPARE(Settings::peek(file(), Key::Language), QString());
    write(R"({"appearance/language": "de"})");
    QCOMPARE(Settings::peek(file(), Key::Language), QStringLiteral("de"));
    write("damaged");
    QCOMPARE(Settings::peek(file(), Key::Language), QString());
    QVERIFY(QFile::exists(file()));
}

void TestSettings::unknownNamesSurvive()
{
    write(R"({"future/setting": [1, 2]})");
    Settings settings(file());
    settings.setValue(Key::FontSize, 14);
    QVERIFY(settings.flush());
    QCOMPARE(stored().value(QStringLiteral("future/setting")).toArray().size(), 2);
}

void TestSettings::saysWhenItCannotSave()
{
    // A file where the folder should be: nothing can be made below it, not even by root.
    write("{}");
    Settings settings(file() + QStringLiteral("/below/settings.json"));
    const QSignalSpy failed(&settings, &Settings::saveFailed);
    settings.setValue(Key::FontSize, 14);
    QVERIFY(!settings.flush());
    QCOMPARE(failed.size(), 1);
    QVERIFY(!failed.first().first().toString().isEmpty());
    QCOMPARE(settings.value(Key::FontSize), 14);
}

QTEST_GUILESS_MAIN(TestSettings)
#include "tst_settings.moc"
