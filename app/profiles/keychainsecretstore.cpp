// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "profiles/secretstore.h"

#include <qt6keychain/keychain.h>

namespace Studio
{

namespace
{

SecretResult resultOf(const QKeychain::Job &job)
{
    switch (job.error()) {
    case QKeychain::NoError:
        return {};
    case QKeychain::EntryNotFound:
        return {
            SecretStatus::NotFound, {}, SecretStore::tr("The keychain holds no secret for this connection.")};
    case QKeychain::AccessDeniedByUser:
        return {SecretStatus::Denied, {}, SecretStore::tr("Access to the keychain was refused.")};
    default:
        // Without a secret service QtKeychain answers with OtherError and the words of the bus, which help
        // nobody.
        return {SecretStatus::NoKeychain, {}, SecretStore::tr("This system has no keychain that answers.")};
    }
}

} // namespace

KeychainSecretStore::KeychainSecretStore(QString service, QObject *parent)
    : SecretStore(parent)
    , m_service(std::move(service))
{
}

// The jobs delete themselves; one that never ends is left to QtKeychain, our deadline has answered by then.

void KeychainSecretStore::doRead(const QString &id, Callback done)
{
    auto *job = new QKeychain::ReadPasswordJob(m_service);
    job->setKey(id);
    connect(job, &QKeychain::Job::finished, this, [job, done] {
        SecretResult result = resultOf(*job);
        if (result.isOk())
            result.secret = job->textData();
        done(result);
    });
    job->start();
}

void KeychainSecretStore::doWrite(const QString &id, const QString &secret, SecretPlace, Callback done)
{
    auto *job = new QKeychain::WritePasswordJob(m_service);
    job->setKey(id);
    job->setTextData(secret);
    connect(job, &QKeychain::Job::finished, this, [job, done] { done(resultOf(*job)); });
    job->start();
}

void KeychainSecretStore::doRemove(const QString &id, Callback done)
{
    auto *job = new QKeychain::DeletePasswordJob(m_service);
    job->setKey(id);
    connect(job, &QKeychain::Job::finished, this, [job, done] {
        const SecretResult result = resultOf(*job);
        done(result.status == SecretStatus::NotFound ? SecretResult{} : result);
    });
    job->start();
}

} // namespace Studio
