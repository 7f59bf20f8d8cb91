// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QHash>
#include <QObject>
#include <QString>

#include <chrono>
#include <functional>

namespace Studio
{

enum class SecretStatus : quint8 {
    Ok,
    NotFound, ///< there is none under this id
    Denied, ///< the person refused access to the keychain
    NoKeychain, ///< this system has no keychain that answers
    TimedOut, ///< no answer within the deadline
    Failed ///< the file could not be read or written
};

struct SecretResult {
    SecretStatus status = SecretStatus::Ok;
    QString secret; ///< read() with Ok only
    QString message; ///< for the person, never with the secret; empty with Ok

    bool isOk() const { return status == SecretStatus::Ok; }
};

/// Where a secret is to be kept. Stores that have one place only ignore it.
enum class SecretPlace : quint8 {
    Keychain,
    PlainFile, ///< a file of mode 0600; only when the person chose it
    SessionOnly ///< in memory until the program ends
};

/// Keeps API keys and tokens by the id of their profile. Asynchronous, as keychains ask the person. Window's
/// thread.
class SecretStore : public QObject
{
    Q_OBJECT

public:
    /// Called exactly once, from the event loop (never before the call has returned), with TimedOut when the
    /// store did not answer in time; not at all if `context` is gone by then.
    using Callback = std::function<void(const SecretResult &)>;

    explicit SecretStore(QObject *parent = nullptr);
    ~SecretStore() override;

    void read(const QString &id, QObject *context, Callback done);
    void write(const QString &id, const QString &secret, SecretPlace place, QObject *context, Callback done);
    /// Removes it from every place. Ok also if there was none.
    void remove(const QString &id, QObject *context, Callback done);

    /// How long an answer may take; default 60 s, since the keychain may be waiting for the person's
    /// password.
    void setDeadline(std::chrono::milliseconds deadline);
    std::chrono::milliseconds deadline() const;

protected:
    /// What a store implements. `done` may be called at once or later, more than once or never: the base
    /// class sees to the promise made above.
    virtual void doRead(const QString &id, Callback done) = 0;
    virtual void doWrite(const QString &id, const QString &secret, SecretPlace place, Callback done) = 0;
    virtual void doRemove(const QString &id, Callback done) = 0;

private:
    Callback guarded(QObject *context, Callback done);

    std::chrono::milliseconds m_deadline{60000};
};

/// The system's keychain through QtKeychain.
class KeychainSecretStore : public SecretStore
{
    Q_OBJECT

public:
    /// `service` names this program in the keychain.
    explicit KeychainSecretStore(QString service = QStringLiteral("hpkv-studio"), QObject *parent = nullptr);

protected:
    void doRead(const QString &id, Callback done) override;
    void doWrite(const QString &id, const QString &secret, SecretPlace place, Callback done) override;
    void doRemove(const QString &id, Callback done) override;

private:
    QString m_service;
};

/// In memory until the program ends.
class MemorySecretStore : public SecretStore
{
    Q_OBJECT

public:
    using SecretStore::SecretStore;

protected:
    void doRead(const QString &id, Callback done) override;
    void doWrite(const QString &id, const QString &secret, SecretPlace place, Callback done) override;
    void doRemove(const QString &id, Callback done) override;

private:
    QHash<QString, QString> m_secrets;
};

/// A JSON file of mode 0600, for those who chose it: whoever can read the file has the secrets.
class PlainFileSecretStore : public SecretStore
{
    Q_OBJECT

public:
    explicit PlainFileSecretStore(QString file, QObject *parent = nullptr);
    /// "secrets.json" in this person's folder for configuration.
    static QString defaultFile();

protected:
    void doRead(const QString &id, Callback done) override;
    void doWrite(const QString &id, const QString &secret, SecretPlace place, Callback done) override;
    void doRemove(const QString &id, Callback done) override;

private:
    QString m_file;
};

/// What the program uses (AppContext::secrets): reads from memory, then the plain file, then the keychain;
/// writes to the place asked for and takes the secret out of the others. Owns its stores.
class SecretVault : public SecretStore
{
    Q_OBJECT

public:
    /// `plainFile`: see PlainFileSecretStore. `keychain`: another store in its place (tests); taken over.
    explicit SecretVault(QString plainFile, SecretStore *keychain = nullptr, QObject *parent = nullptr);

protected:
    void doRead(const QString &id, Callback done) override;
    void doWrite(const QString &id, const QString &secret, SecretPlace place, Callback done) override;
    void doRemove(const QString &id, Callback done) override;

private:
    SecretStore *m_keychain;
    MemorySecretStore *m_memory;
    PlainFileSecretStore *m_file;
};

} // namespace Studio
