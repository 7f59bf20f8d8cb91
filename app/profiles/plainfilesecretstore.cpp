// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "profiles/privatefile.h"
#include "profiles/secretstore.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLockFile>
#include <QStandardPaths>

#include <optional>

namespace Studio
{

namespace
{

constexpr int lockWaitMs = 3000;

/// The secrets in `file`; empty optional when it exists and cannot be read as such.
std::optional<QJsonObject> readSecrets(const QString &file)
{
    QFile in(file);
    if (!in.exists())
        return QJsonObject();
    if (!in.open(QIODevice::ReadOnly))
        return {};
    const QJsonDocument document = QJsonDocument::fromJson(in.readAll());
    if (!document.isObject())
        return {};
    return document.object();
}

SecretResult unreadable(const QString &file)
{
    return {SecretStatus::Failed,
            {},
            SecretStore::tr("%1 cannot be read as a file of secrets.").arg(QDir::toNativeSeparators(file))};
}

/// Changes the file under a lock, so that two copies of the program do not lose each other's secrets.
template <typename Change>
SecretResult changeFile(const QString &file, Change change)
{
    QDir().mkpath(QFileInfo(file).absolutePath());
    QLockFile lock(file + QStringLiteral(".lock"));
    if (!lock.tryLock(lockWaitMs)) {
        return {SecretStatus::Failed,
                {},
                SecretStore::tr("%1 is in use by another program.").arg(QDir::toNativeSeparators(file))};
    }
    std::optional<QJsonObject> secrets = readSecrets(file);
    if (!secrets)
        return unreadable(file);
    if (!change(*secrets))
        return {};
    QString problem;
    if (!PrivateFile::write(file, QJsonDocument(*secrets).toJson(), &problem))
        return {SecretStatus::Failed, {}, problem};
    return {};
}

} // namespace

PlainFileSecretStore::PlainFileSecretStore(QString file, QObject *parent)
    : SecretStore(parent)
    , m_file(std::move(file))
{
}

QString PlainFileSecretStore::defaultFile()
{
    return QStandardPaths::writableLocation(QStandardPaths::AppConfigLocation)
         + QStringLiteral("/secrets.json");
}

void PlainFileSecretStore::doRead(const QString &id, Callback done)
{
    const std::optional<QJsonObject> secrets = readSecrets(m_file);
    if (!secrets)
        return done(unreadable(m_file));
    const QJsonValue secret = secrets->value(id);
    if (!secret.isString())
        return done({SecretStatus::NotFound, {}, tr("No secret is kept for this connection.")});
    done({SecretStatus::Ok, secret.toString(), {}});
}

void PlainFileSecretStore::doWrite(const QString &id, const QString &secret, SecretPlace, Callback done)
{
    done(changeFile(m_file, [&](QJsonObject &secrets) {
        secrets.insert(id, secret);
        return true;
    }));
}

void PlainFileSecretStore::doRemove(const QString &id, Callback done)
{
    if (!QFileInfo::exists(m_file))
        return done({});
    done(changeFile(m_file, [&](QJsonObject &secrets) {
        if (!secrets.contains(id))
            return false;
        secrets.remove(id);
        return true;
    }));
}

} // namespace Studio
