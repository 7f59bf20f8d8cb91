// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "failonwarning.h"

#include "profiles/profilejson.h"
#include "profiles/profilestore.h"
#include "profiles/separatortext.h"

#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Studio;

class TestProfileStore : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup() { m_folder.reset(); }

    void startsEmpty();
    void keepsEveryMember();
    void isForItsOwnerOnly();
    void keepsThreeBackups();
    void openingMakesNoBackup();
    void setsDamagedFilesAside_data();
    void setsDamagedFilesAside();
    void usesTheBackupOfADamagedFile();
    void keepsWhatLaterVersionsAdded();
    void doesNotOpenWhatItDoesNotUnderstand();
    void readsSeparators_data();
    void readsSeparators();
    void separatorsAsText();
    void twoCopiesKeepEachOthersChanges();
    void noticesTheOtherCopy();
    void removalReachesTheOtherCopy();
    void saysWhenItCannotSave();
    void sortsByUse();
    void repairsWhileRunning();

private:
    static Profile profile(const QString &name);
    QByteArray content(const QString &suffix = {}) const;
    void write(const QByteArray &bytes) const;

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_file;
};

void TestProfileStore::init()
{
    TestSupport::failOnUnannouncedWarning();
    m_folder = std::make_unique<QTemporaryDir>();
    m_file = m_folder->filePath(u"sub/profiles.json"_qs);
}

Profile TestProfileStore::profile(const QString &name)
{
    Profile made;
    made.id = Profile::newId();
    made.name = name;
    made.baseUrl = QUrl(u"https://api-eu-1.hpkv.io"_qs);
    return made;
}

QByteArray TestProfileStore::content(const QString &suffix) const
{
    QFile file(m_file + suffix);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void TestProfileStore::write(const QByteArray &bytes) const
{
    QFile file(m_file);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(bytes);
}

void TestProfileStore::startsEmpty()
{
    const ProfileStore store(m_file);
    QVERIFY(store.profiles().isEmpty());
    QVERIFY(store.loadProblem().isEmpty());
    QVERIFY(!QFileInfo::exists(m_file));
}

void TestProfileStore::keepsEveryMember()
{
    Profile full = profile(u"Ünïcode \U0001F600"_qs);
    full.credential = CredentialKind::Token;
    full.prefixes = {"user:", QByteArray("odd\0\x01", 5), "ü:"};
    full.requestsPerSecond = 0;
    full.maxKeySize = 512;
    full.maxValueSize = 3072;
    full.proxyMode = ProxyMode::Socks5;
    full.proxyHost = u"proxy"_qs;
    full.proxyPort = 1080;
    full.caFile = u"/ca.pem"_qs;
    full.safety = SafetyLevel::ReadOnly;
    full.color = u"#3366cc"_qs;
    full.separators = {u"/"_qs, u". "_qs};
    full.rememberSecret = false;
    full.secretInPlainFile = true;
    full.lastOpened = 1'700'000'000'123;
    {
        ProfileStore store(m_file);
        QSignalSpy changed(&store, &ProfileStore::changed);
        QVERIFY(store.save(full));
        QCOMPARE(changed.size(), 1);
        QCOMPARE(store.profile(full.id), full);
    }
    const ProfileStore store(m_file);
    QCOMPARE(store.profiles(), QList<Profile>{full});
}

void TestProfileStore::isForItsOwnerOnly()
{
    ProfileStore store(m_file);
    QVERIFY(store.save(profile(u"a"_qs)));
    QVERIFY(store.save(profile(u"b"_qs)));
    const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup | QFile::ReadOther
                      | QFile::WriteOther | QFile::ExeOther;
    for (const QString &name : {m_file, QString(m_file + u".1"_qs)})
        QVERIFY2(!(QFile::permissions(name) & others), qPrintable(name));
}

void TestProfileStore::keepsThreeBackups()
{
    ProfileStore store(m_file);
    QList<QByteArray> versions;
    for (int i = 0; i < 6; ++i) {
        QVERIFY(store.save(profile(QString::number(i))));
        versions.prepend(content());
    }
    for (int n = 1; n <= 3; ++n)
        QCOMPARE(content(u".%1"_qs.arg(n)), versions.at(n));
    QVERIFY(!QFileInfo::exists(m_file + u".4"_qs));
}

void TestProfileStore::openingMakesNoBackup()
{
    ProfileStore store(m_file);
    const Profile a = profile(u"a"_qs);
    QVERIFY(store.save(a));
    QVERIFY(store.markOpened(a.id));
    QVERIFY(store.profile(a.id)->lastOpened > 0);
    QVERIFY(!QFileInfo::exists(m_file + u".1"_qs));
    QVERIFY(store.markOpened(u"unknown"_qs));
}

void TestProfileStore::setsDamagedFilesAside_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("cut") << QByteArray("{\"version\":1,\"profiles\":[{\"id\":");
    QTest::newRow("other text") << QByteArray("hello");
    QTest::newRow("array") << QByteArray("[]");
    QTest::newRow("no profiles") << QByteArray("{\"version\":1}");
    QTest::newRow("zeros") << QByteArray(100, '\0');
}

void TestProfileStore::setsDamagedFilesAside()
{
    QFETCH(QByteArray, bytes);
    QVERIFY(QDir().mkpath(QFileInfo(m_file).path()));
    write(bytes);
    ProfileStore store(m_file);
    QVERIFY(store.profiles().isEmpty());
    QVERIFY(!store.loadProblem().isEmpty());
    QCOMPARE(content(u".damaged"_qs), bytes);
    QVERIFY(store.save(profile(u"a"_qs)));
    QCOMPARE(ProfileStore(m_file).profiles().size(), 1);
}

void TestProfileStore::usesTheBackupOfADamagedFile()
{
    const Profile a = profile(u"a"_qs);
    {
        ProfileStore store(m_file);
        QVERIFY(store.save(a));
        QVERIFY(store.save(profile(u"b"_qs)));
    }
    write("first damage");
    {
        const ProfileStore store(m_file);
        QCOMPARE(store.profiles(), QList<Profile>{a});
        QVERIFY(!store.loadProblem().isEmpty());
    }
    write("second damage");
    const ProfileStore store(m_file);
    QCOMPARE(store.profiles(), QList<Profile>{a});
    QCOMPARE(content(u".damaged"_qs), QByteArray("first damage"));
    QCOMPARE(content(u".damaged.2"_qs), QByteArray("second damage"));
}

void TestProfileStore::keepsWhatLaterVersionsAdded()
{
    QVERIFY(QDir().mkpath(QFileInfo(m_file).path()));
    write(R"({"version":7,"future":[1],"profiles":[{"id":"x","name":"old","hue":0.5},{"name":"no id"}]})");
    {
        ProfileStore store(m_file);
        Profile x = *store.profile(u"x"_qs);
        x.name = u"new"_qs;
        QVERIFY(store.save(x));
    }
    const QJsonObject root = QJsonDocument::fromJson(content()).object();
    QCOMPARE(root.value(u"version").toInt(), 7);
    QVERIFY(root.value(u"future").isArray());
    const QJsonArray list = root.value(u"profiles").toArray();
    QCOMPARE(list.size(), 2);
    QCOMPARE(list.at(0).toObject().value(u"name").toString(), u"new"_qs);
    QCOMPARE(list.at(0).toObject().value(u"hue").toDouble(), 0.5);
}

void TestProfileStore::doesNotOpenWhatItDoesNotUnderstand()
{
    // A safety level of another version, or a damaged one, never means "free".
    const auto level = [](const QByteArray &json) {
        return profileFromJson(QJsonDocument::fromJson(json).object())->safety;
    };
    QCOMPARE(level(R"({"id":"x","safety":"reviewed"})"), SafetyLevel::ReadOnly);
    QCOMPARE(level(R"({"id":"x","safety":3})"), SafetyLevel::ReadOnly);
    QCOMPARE(level(R"({"id":"x"})"), SafetyLevel::Confirm);
    QCOMPARE(level(R"({"id":"x","safety":"free"})"), SafetyLevel::Free);
    QVERIFY(!profileFromJson({}));
}

void TestProfileStore::readsSeparators_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QStringList>("separators");
    QTest::newRow("none") << QByteArray(R"({"id":"x"})") << QStringList{u":"_qs};
    QTest::newRow("of an earlier version")
        << QByteArray(R"({"id":"x","separator":"/"})") << QStringList{u"/"_qs};
    QTest::newRow("empty, of an earlier version")
        << QByteArray(R"({"id":"x","separator":""})") << QStringList{u":"_qs};
    QTest::newRow("several") << QByteArray(R"({"id":"x","separators":[":","/"," . "]})")
                             << QStringList{u":"_qs, u"/"_qs, u" . "_qs};
    QTest::newRow("both") << QByteArray(R"({"id":"x","separator":"/","separators":["."]})")
                          << QStringList{u"."_qs};
    QTest::newRow("damaged") << QByteArray(R"({"id":"x","separators":["",7,"/","/"]})")
                             << QStringList{u"/"_qs};
    QTest::newRow("nothing left") << QByteArray(R"({"id":"x","separators":[""]})") << QStringList{u":"_qs};
}

void TestProfileStore::readsSeparators()
{
    QFETCH(QByteArray, json);
    QFETCH(QStringList, separators);
    QCOMPARE(profileFromJson(QJsonDocument::fromJson(json).object())->separators, separators);
}

void TestProfileStore::separatorsAsText()
{
    QCOMPARE(separatorsFromText(u" :  / : -> "_qs), QStringList({u":"_qs, u"/"_qs, u"->"_qs}));
    QCOMPARE(separatorsFromText(u"   "_qs), QStringList());
    const QStringList odd{u" "_qs, u", "_qs, u"ü"_qs};
    QCOMPARE(separatorsToText(odd), u"\u2423 ,\u2423 ü"_qs);
    QCOMPARE(separatorsFromText(separatorsToText(odd)), odd);
}

void TestProfileStore::twoCopiesKeepEachOthersChanges()
{
    ProfileStore one(m_file);
    ProfileStore two(m_file);
    const Profile a = profile(u"a"_qs);
    const Profile b = profile(u"b"_qs);
    QVERIFY(one.save(a));
    // The second copy has not looked since.
    QVERIFY(two.save(b));
    QCOMPARE(two.profiles().size(), 2);
    Profile renamed = a;
    renamed.name = u"A"_qs;
    QVERIFY(one.save(renamed));
    QCOMPARE(one.profiles().size(), 2);
    const ProfileStore third(m_file);
    QCOMPARE(third.profile(a.id)->name, u"A"_qs);
    QCOMPARE(third.profile(b.id), b);
}

void TestProfileStore::noticesTheOtherCopy()
{
    ProfileStore one(m_file);
    ProfileStore two(m_file);
    QSignalSpy changed(&two, &ProfileStore::changed);
    const Profile a = profile(u"a"_qs);
    QVERIFY(one.save(a));
    QTRY_COMPARE(two.profiles().size(), 1);
    QVERIFY(!changed.isEmpty());
    // Again, as the file that was watched has been replaced.
    QVERIFY(one.save(profile(u"b"_qs)));
    QTRY_COMPARE(two.profiles().size(), 2);
}

void TestProfileStore::removalReachesTheOtherCopy()
{
    ProfileStore one(m_file);
    const Profile a = profile(u"a"_qs);
    QVERIFY(one.save(a));
    ProfileStore two(m_file);
    QCOMPARE(two.profiles().size(), 1);
    QVERIFY(one.remove(a.id));
    QVERIFY(one.remove(u"unknown"_qs));
    QTRY_VERIFY(two.profiles().isEmpty());
    // A later save of something else does not bring it back.
    QVERIFY(two.save(profile(u"b"_qs)));
    QVERIFY(!ProfileStore(m_file).profile(a.id));
}

void TestProfileStore::saysWhenItCannotSave()
{
    // A folder in the place of the file: nobody can write there, not even root.
    QVERIFY(QDir().mkpath(m_file));
    ProfileStore store(m_file);
    QSignalSpy failed(&store, &ProfileStore::saveFailed);
    const Profile a = profile(u"a"_qs);
    QVERIFY(!store.save(a));
    QCOMPARE(failed.size(), 1);
    QVERIFY(!store.saveProblem().isEmpty());
    QCOMPARE(store.profile(a.id), a);
    // When the cause is gone the next save brings both.
    QVERIFY(QDir(m_file).removeRecursively());
    QVERIFY(store.save(profile(u"b"_qs)));
    QVERIFY(store.saveProblem().isEmpty());
    QCOMPARE(ProfileStore(m_file).profiles().size(), 2);
}

void TestProfileStore::sortsByUse()
{
    ProfileStore store(m_file);
    Profile old = profile(u"z"_qs);
    old.lastOpened = 1;
    Profile recent = profile(u"m"_qs);
    recent.lastOpened = 2;
    for (const Profile &each : {profile(u"b"_qs), old, profile(u"a"_qs), recent})
        QVERIFY(store.save(each));
    QStringList names;
    for (const Profile &each : store.profiles())
        names.append(each.name);
    QCOMPARE(names, QStringList({u"m"_qs, u"z"_qs, u"a"_qs, u"b"_qs}));
}

void TestProfileStore::repairsWhileRunning()
{
    ProfileStore store(m_file);
    const Profile a = profile(u"a"_qs);
    QVERIFY(store.save(a));
    write("damage");
    QVERIFY(store.save(profile(u"b"_qs)));
    // What this copy changed by then came from the file, which is damaged: it lies beside.
    QCOMPARE(content(u".damaged"_qs), QByteArray("damage"));
    QVERIFY(ProfileStore(m_file).loadProblem().isEmpty());
}

QTEST_GUILESS_MAIN(TestProfileStore)
#include "tst_profilestore.moc"
