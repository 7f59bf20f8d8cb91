// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "failonwarning.h"

#include "profiles/secretstore.h"

#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

#include <optional>

using namespace Studio;
using namespace std::chrono_literals;

namespace
{

/// A keychain of which the test decides what it says, and when.
class FakeKeychain : public SecretStore
{
public:
    QHash<QString, QString> secrets;
    std::optional<SecretStatus> refuse;
    bool silent = false;
    int answers = 1; ///< how often each question is answered

protected:
    void doRead(const QString &id, Callback done) override
    {
        if (!secrets.contains(id))
            return answer(done, {SecretStatus::NotFound, {}, u"none"_qs});
        answer(done, {SecretStatus::Ok, secrets.value(id), {}});
    }
    void doWrite(const QString &id, const QString &secret, SecretPlace, Callback done) override
    {
        if (!refuse)
            secrets.insert(id, secret);
        answer(done, {});
    }
    void doRemove(const QString &id, Callback done) override
    {
        secrets.remove(id);
        answer(done, {});
    }

private:
    void answer(const Callback &done, const SecretResult &result)
    {
        if (silent)
            return;
        for (int i = 0; i < answers; ++i)
            done(refuse ? SecretResult{*refuse, {}, u"refused"_qs} : result);
    }
};

} // namespace

class TestSecretStore : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void answersOnceAndLater();
    void answersAfterTheDeadline();
    void forgetsCallersThatAreGone();
    void memory();
    void plainFile();
    void plainFileIsLeftAloneWhenDamaged();
    void vaultKeepsInThePlaceAskedFor_data();
    void vaultKeepsInThePlaceAskedFor();
    void vaultMovesSecrets();
    void vaultPassesRefusalsOn_data();
    void vaultPassesRefusalsOn();
    void vaultRemovesEverywhere();
    void keychainAnswersOrTimesOut();

private:
    SecretResult read(SecretStore &store, const QString &id);
    SecretResult write(SecretStore &store, const QString &id, const QString &secret, SecretPlace place);
    SecretResult remove(SecretStore &store, const QString &id);

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_file;
};

void TestSecretStore::init()
{
    TestSupport::failOnUnannouncedWarning();
    m_folder = std::make_unique<QTemporaryDir>();
    m_file = m_folder->filePath(u"secrets.json"_qs);
}

SecretResult TestSecretStore::read(SecretStore &store, const QString &id)
{
    std::optional<SecretResult> result;
    store.read(id, this, [&](const SecretResult &r) { result = r; });
    [&] { QTRY_VERIFY(result); }();
    return result.value_or(SecretResult{SecretStatus::Failed, {}, u"no answer"_qs});
}

SecretResult TestSecretStore::write(SecretStore &store, const QString &id, const QString &secret,
                                    SecretPlace place)
{
    std::optional<SecretResult> result;
    store.write(id, secret, place, this, [&](const SecretResult &r) { result = r; });
    [&] { QTRY_VERIFY(result); }();
    return result.value_or(SecretResult{SecretStatus::Failed, {}, u"no answer"_qs});
}

SecretResult TestSecretStore::remove(SecretStore &store, const QString &id)
{
    std::optional<SecretResult> result;
    store.remove(id, this, [&](const SecretResult &r) { result = r; });
    [&] { QTRY_VERIFY(result); }();
    return result.value_or(SecretResult{SecretStatus::Failed, {}, u"no answer"_qs});
}

void TestSecretStore::answersOnceAndLater()
{
    FakeKeychain keychain;
    keychain.answers = 3;
    int calls = 0;
    keychain.read(u"a"_qs, this, [&](const SecretResult &) { ++calls; });
    QCOMPARE(calls, 0);
    QTRY_COMPARE(calls, 1);
    // Whatever was still posted for the first question comes before the answer to a second one.
    QCOMPARE(read(keychain, u"b"_qs).status, SecretStatus::NotFound);
    QCOMPARE(calls, 1);
}

void TestSecretStore::answersAfterTheDeadline()
{
    FakeKeychain keychain;
    keychain.silent = true;
    keychain.setDeadline(30ms);
    QCOMPARE(read(keychain, u"a"_qs).status, SecretStatus::TimedOut);
    QCOMPARE(write(keychain, u"a"_qs, u"s"_qs, SecretPlace::Keychain).status, SecretStatus::TimedOut);
    QCOMPARE(remove(keychain, u"a"_qs).status, SecretStatus::TimedOut);
}

void TestSecretStore::forgetsCallersThatAreGone()
{
    FakeKeychain keychain;
    bool called = false;
    auto caller = std::make_unique<QObject>();
    keychain.read(u"a"_qs, caller.get(), [&](const SecretResult &) { called = true; });
    caller.reset();
    QCOMPARE(read(keychain, u"b"_qs).status, SecretStatus::NotFound);
    QVERIFY(!called);
}

void TestSecretStore::memory()
{
    MemorySecretStore store;
    QCOMPARE(read(store, u"a"_qs).status, SecretStatus::NotFound);
    QVERIFY(write(store, u"a"_qs, u"s"_qs, SecretPlace::Keychain).isOk());
    QCOMPARE(read(store, u"a"_qs).secret, u"s"_qs);
    QVERIFY(remove(store, u"a"_qs).isOk());
    QCOMPARE(read(store, u"a"_qs).status, SecretStatus::NotFound);
}

void TestSecretStore::plainFile()
{
    PlainFileSecretStore one(m_file);
    PlainFileSecretStore two(m_file);
    QCOMPARE(read(one, u"a"_qs).status, SecretStatus::NotFound);
    QVERIFY(write(one, u"a"_qs, u"s \u00fc"_qs, SecretPlace::PlainFile).isOk());
    QVERIFY(write(two, u"b"_qs, u"t"_qs, SecretPlace::PlainFile).isOk());
    QCOMPARE(read(two, u"a"_qs).secret, u"s \u00fc"_qs);
    QCOMPARE(read(one, u"b"_qs).secret, u"t"_qs);
    const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
    QVERIFY(!(QFile::permissions(m_file) & others));
    QVERIFY(remove(one, u"a"_qs).isOk());
    QVERIFY(remove(one, u"never"_qs).isOk());
    QCOMPARE(read(two, u"a"_qs).status, SecretStatus::NotFound);
}

void TestSecretStore::plainFileIsLeftAloneWhenDamaged()
{
    {
        QFile file(m_file);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("{ damaged");
    }
    PlainFileSecretStore store(m_file);
    QCOMPARE(read(store, u"a"_qs).status, SecretStatus::Failed);
    QCOMPARE(write(store, u"a"_qs, u"s"_qs, SecretPlace::PlainFile).status, SecretStatus::Failed);
    QFile file(m_file);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), QByteArray("{ damaged"));
}

void TestSecretStore::vaultKeepsInThePlaceAskedFor_data()
{
    QTest::addColumn<SecretPlace>("place");
    QTest::newRow("keychain") << SecretPlace::Keychain;
    QTest::newRow("file") << SecretPlace::PlainFile;
    QTest::newRow("session") << SecretPlace::SessionOnly;
}

void TestSecretStore::vaultKeepsInThePlaceAskedFor()
{
    QFETCH(SecretPlace, place);
    auto *keychain = new FakeKeychain;
    SecretVault vault(m_file, keychain);
    QVERIFY(write(vault, u"a"_qs, u"topsecret"_qs, place).isOk());
    QCOMPARE(read(vault, u"a"_qs).secret, u"topsecret"_qs);
    QCOMPARE(keychain->secrets.contains(u"a"_qs), place == SecretPlace::Keychain);
    QFile file(m_file);
    const bool inFile = file.open(QIODevice::ReadOnly) && file.readAll().contains("topsecret");
    QCOMPARE(inFile, place == SecretPlace::PlainFile);
}

void TestSecretStore::vaultMovesSecrets()
{
    auto *keychain = new FakeKeychain;
    SecretVault vault(m_file, keychain);
    QVERIFY(write(vault, u"a"_qs, u"one"_qs, SecretPlace::PlainFile).isOk());
    QVERIFY(write(vault, u"a"_qs, u"two"_qs, SecretPlace::Keychain).isOk());
    PlainFileSecretStore file(m_file);
    QTRY_COMPARE(read(file, u"a"_qs).status, SecretStatus::NotFound);
    QCOMPARE(read(vault, u"a"_qs).secret, u"two"_qs);
}

void TestSecretStore::vaultPassesRefusalsOn_data()
{
    QTest::addColumn<SecretStatus>("status");
    QTest::newRow("denied") << SecretStatus::Denied;
    QTest::newRow("no keychain") << SecretStatus::NoKeychain;
}

void TestSecretStore::vaultPassesRefusalsOn()
{
    QFETCH(SecretStatus, status);
    auto *keychain = new FakeKeychain;
    keychain->refuse = status;
    SecretVault vault(m_file, keychain);
    QCOMPARE(write(vault, u"a"_qs, u"s"_qs, SecretPlace::Keychain).status, status);
    QCOMPARE(read(vault, u"a"_qs).status, status);
    // Never by itself into a file.
    QVERIFY(!QFileInfo::exists(m_file));
}

void TestSecretStore::vaultRemovesEverywhere()
{
    auto *keychain = new FakeKeychain;
    SecretVault vault(m_file, keychain);
    QVERIFY(write(vault, u"a"_qs, u"s"_qs, SecretPlace::PlainFile).isOk());
    keychain->secrets.insert(u"a"_qs, u"old"_qs);
    QVERIFY(remove(vault, u"a"_qs).isOk());
    QVERIFY(keychain->secrets.isEmpty());
    QCOMPARE(read(vault, u"a"_qs).status, SecretStatus::NotFound);
    keychain->refuse = SecretStatus::NoKeychain;
    QVERIFY(remove(vault, u"a"_qs).isOk());
}

void TestSecretStore::keychainAnswersOrTimesOut()
{
    // Whatever this system has for a keychain, the answer is one of ours, and the secret of nobody.
    KeychainSecretStore store(u"hpkv-studio-test"_qs);
    store.setDeadline(3s);
    const SecretResult result = read(store, u"no-such-profile"_qs);
    QVERIFY(result.status == SecretStatus::NotFound || result.status == SecretStatus::NoKeychain
            || result.status == SecretStatus::Denied || result.status == SecretStatus::TimedOut);
    QVERIFY(result.secret.isEmpty());
    QVERIFY(!result.message.isEmpty());
}

QTEST_GUILESS_MAIN(TestSecretStore)
#include "tst_secretstore.moc"
