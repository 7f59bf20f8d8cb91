// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "profiles/secretstore.h"

#include <QPointer>
#include <QTimer>

#include <memory>
#include <utility>

namespace Studio
{

SecretStore::SecretStore(QObject *parent)
    : QObject(parent)
{
}

SecretStore::~SecretStore() = default;

void SecretStore::setDeadline(std::chrono::milliseconds deadline)
{
    m_deadline = deadline;
}

std::chrono::milliseconds SecretStore::deadline() const
{
    return m_deadline;
}

/// Makes of `done` something that may be called at any time, by any number of callers, and answers once.
SecretStore::Callback SecretStore::guarded(QObject *context, Callback done)
{
    struct Once {
        QPointer<QObject> context;
        Callback done;
        QPointer<QTimer> timer;
    };
    auto once = std::make_shared<Once>();
    once->context = context;
    once->done = std::move(done);
    const auto answer = [once](const SecretResult &result) {
        if (!once->done)
            return;
        const Callback callback = std::exchange(once->done, {});
        if (once->timer)
            once->timer->deleteLater();
        if (!once->context)
            return;
        QTimer::singleShot(0, once->context, [callback, result] { callback(result); });
    };
    if (m_deadline.count() > 0) {
        once->timer = new QTimer(this);
        once->timer->setSingleShot(true);
        connect(once->timer, &QTimer::timeout, this, [answer] {
            answer({SecretStatus::TimedOut, {}, tr("The keychain did not answer in time.")});
        });
        once->timer->start(m_deadline);
    }
    return answer;
}

void SecretStore::read(const QString &id, QObject *context, Callback done)
{
    doRead(id, guarded(context, std::move(done)));
}

void SecretStore::write(const QString &id, const QString &secret, SecretPlace place, QObject *context,
                        Callback done)
{
    doWrite(id, secret, place, guarded(context, std::move(done)));
}

void SecretStore::remove(const QString &id, QObject *context, Callback done)
{
    doRemove(id, guarded(context, std::move(done)));
}

void MemorySecretStore::doRead(const QString &id, Callback done)
{
    const auto it = m_secrets.constFind(id);
    if (it == m_secrets.cend())
        done({SecretStatus::NotFound, {}, tr("No secret is kept for this connection.")});
    else
        done({SecretStatus::Ok, *it, {}});
}

void MemorySecretStore::doWrite(const QString &id, const QString &secret, SecretPlace, Callback done)
{
    m_secrets.insert(id, secret);
    done({});
}

void MemorySecretStore::doRemove(const QString &id, Callback done)
{
    m_secrets.remove(id);
    done({});
}

SecretVault::SecretVault(QString plainFile, SecretStore *keychain, QObject *parent)
    : SecretStore(parent)
    , m_keychain(keychain ? keychain : new KeychainSecretStore)
    , m_memory(new MemorySecretStore(this))
    , m_file(new PlainFileSecretStore(std::move(plainFile), this))
{
    m_keychain->setParent(this);
}

void SecretVault::doRead(const QString &id, Callback done)
{
    m_memory->read(id, this, [this, id, done](const SecretResult &memory) {
        if (memory.isOk())
            return done(memory);
        m_file->read(id, this, [this, id, done](const SecretResult &file) {
            if (file.isOk())
                return done(file);
            m_keychain->read(id, this, [done, file](const SecretResult &keychain) {
                // A plain file that cannot be read is worth more words than a keychain that knows nothing.
                done(keychain.isOk() || file.status == SecretStatus::NotFound ? keychain : file);
            });
        });
    });
}

void SecretVault::doWrite(const QString &id, const QString &secret, SecretPlace place, Callback done)
{
    SecretStore *target = m_keychain;
    if (place == SecretPlace::PlainFile)
        target = m_file;
    else if (place == SecretPlace::SessionOnly)
        target = m_memory;
    target->write(id, secret, place, this, [this, id, target, done](const SecretResult &result) {
        done(result);
        if (!result.isOk())
            return;
        // An old copy elsewhere would be read first, or stay behind unseen.
        for (SecretStore *other :
             {m_keychain, static_cast<SecretStore *>(m_memory), static_cast<SecretStore *>(m_file)}) {
            if (other != target)
                other->remove(id, this, [](const SecretResult &) {});
        }
    });
}

void SecretVault::doRemove(const QString &id, Callback done)
{
    m_memory->remove(id, this, [](const SecretResult &) {});
    m_file->remove(id, this, [this, id, done](const SecretResult &file) {
        m_keychain->remove(id, this, [done, file](const SecretResult &keychain) {
            if (!file.isOk())
                return done(file);
            // Without a keychain there is nothing in it either.
            const bool nothingThere =
                keychain.status == SecretStatus::NotFound || keychain.status == SecretStatus::NoKeychain;
            done(nothingThere ? SecretResult{} : keychain);
        });
    });
}

} // namespace Studio
