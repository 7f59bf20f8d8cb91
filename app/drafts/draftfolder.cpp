// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "drafts/draftfolder.h"

#include "profiles/privatefile.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLockFile>
#include <QUuid>

#include <algorithm>

namespace Studio
{

namespace
{

constexpr int Version = 1;
constexpr int MaxHead = 64 * 1024; ///< bytes of the first line; keys are short
constexpr int Attempts = 3;
const auto Suffix = QLatin1StringView(".draft");
const auto LockName = QLatin1StringView("lock");
constexpr auto OwnerOnly = QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ExeOwner;

QByteArray checksum(QByteArrayView bytes)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(bytes);
    return hash.result().toHex();
}

struct Head {
    DraftInfo info;
    qint64 baseSize = -1; ///< −1 = no base
    qint64 textSize = 0;
    QByteArray checksum;
};

QByteArray headLine(const Draft &draft, QByteArrayView payload)
{
    const QJsonObject head{
        {QStringLiteral("version"), Version},
        {QStringLiteral("id"), draft.info.id},
        {QStringLiteral("profile"), draft.info.profileId},
        {QStringLiteral("key"), QString::fromLatin1(draft.info.key.toBase64())},
        {QStringLiteral("new"), draft.info.isNew},
        {QStringLiteral("at"), draft.info.at},
        {QStringLiteral("base"), draft.base ? qint64(draft.base->size()) : -1},
        {QStringLiteral("text"), qint64(draft.text.size())},
        {QStringLiteral("sha256"), QString::fromLatin1(checksum(payload))},
    };
    return QJsonDocument(head).toJson(QJsonDocument::Compact) + '\n';
}

std::optional<Head> headOf(const QByteArray &line)
{
    const QJsonObject object = QJsonDocument::fromJson(line).object();
    if (object.value(u"version").toInt() != Version)
        return {};
    Head head;
    head.info = {object.value(u"id").toString(), object.value(u"profile").toString(),
                 QByteArray::fromBase64(object.value(u"key").toString().toLatin1()),
                 object.value(u"new").toBool(), object.value(u"at").toInteger()};
    head.baseSize = object.value(u"base").toInteger(-1);
    head.textSize = object.value(u"text").toInteger(-1);
    head.checksum = object.value(u"sha256").toString().toLatin1();
    if (head.info.id.isEmpty() || head.textSize < 0)
        return {};
    return head;
}

/// The head of a file whose size fits it; its texts are checked when they are read.
std::optional<DraftInfo> infoOf(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const QByteArray line = file.readLine(MaxHead);
    const std::optional<Head> head = headOf(line);
    if (!head || file.size() != line.size() + std::max<qint64>(0, head->baseSize) + head->textSize
        || head->info.id != QFileInfo(path).completeBaseName())
        return {};
    return head->info;
}

QString lockIn(const QString &folder)
{
    return folder + QLatin1Char('/') + LockName;
}

} // namespace

QByteArray encodedDraft(const Draft &draft)
{
    const QByteArray payload = draft.base.value_or(QByteArray()) + draft.text;
    return headLine(draft, payload) + payload;
}

std::optional<Draft> decodedDraft(QByteArrayView bytes)
{
    const qsizetype end = bytes.indexOf('\n') + 1;
    const std::optional<Head> head = headOf(bytes.first(end).toByteArray());
    if (!head)
        return {};
    const QByteArrayView payload = bytes.sliced(end);
    const qsizetype baseSize = std::max<qsizetype>(0, head->baseSize);
    if (payload.size() != baseSize + head->textSize || checksum(payload) != head->checksum)
        return {};
    Draft draft;
    draft.info = head->info;
    if (head->baseSize >= 0)
        draft.base = payload.first(baseSize).toByteArray();
    draft.text = payload.sliced(baseSize).toByteArray();
    return draft;
}

DraftFolder::DraftFolder(QString root)
    : m_root(std::move(root))
{
}

DraftFolder::~DraftFolder()
{
    if (!m_lock)
        return;
    // A folder with drafts stays for the next copy, which finds it without its owner.
    m_lock->unlock();
    QDir().rmdir(m_own);
}

bool DraftFolder::open(QString *problem)
{
    if (m_lock)
        return true;
    for (int i = 0; i < Attempts; ++i) {
        const QString own = m_root + QLatin1Char('/') + QUuid::createUuid().toString(QUuid::WithoutBraces);
        if (!QDir().mkpath(own)) {
            *problem = QCoreApplication::translate("PrivateFile", "The folder %1 cannot be made.")
                           .arg(QDir::toNativeSeparators(own));
            return false;
        }
        QFile::setPermissions(m_root, OwnerOnly);
        QFile::setPermissions(own, OwnerOnly);
        auto lock = std::make_unique<QLockFile>(lockIn(own));
        lock->setStaleLockTime(0); // only the end of its owner makes it void
        // Another copy that looks for what was left behind may have been quicker; then it took the folder.
        if (lock->tryLock(0)) {
            m_own = own;
            m_lock = std::move(lock);
            return true;
        }
    }
    *problem = QCoreApplication::translate("PrivateFile", "The folder %1 cannot be locked.")
                   .arg(QDir::toNativeSeparators(m_root));
    return false;
}

QString DraftFolder::file(const QString &id) const
{
    return m_own + QLatin1Char('/') + id + Suffix;
}

bool DraftFolder::write(const Draft &draft, QString *problem)
{
    return open(problem) && PrivateFile::write(file(draft.info.id), encodedDraft(draft), problem);
}

void DraftFolder::remove(const QString &id)
{
    if (m_lock)
        QFile::remove(file(id));
}

std::optional<Draft> DraftFolder::read(const QString &id) const
{
    QFile source(file(id));
    if (!m_lock || !source.open(QIODevice::ReadOnly))
        return {};
    return decodedDraft(source.readAll());
}

QList<DraftInfo> DraftFolder::adopt()
{
    QString ignored;
    if (!open(&ignored))
        return {};
    QList<DraftInfo> found;
    const QStringList folders = QDir(m_root).entryList(QDir::Dirs | QDir::NoDotAndDotDot);
    for (const QString &name : folders) {
        const QString folder = m_root + QLatin1Char('/') + name;
        if (folder == m_own)
            continue;
        QLockFile lock(lockIn(folder));
        lock.setStaleLockTime(0);
        if (!lock.tryLock(0))
            continue; // its owner is running
        const QDir dir(folder);
        const QStringList drafts = dir.entryList({QLatin1Char('*') + Suffix}, QDir::Files);
        for (const QString &each : drafts) {
            const QString from = dir.filePath(each);
            if (const std::optional<DraftInfo> info = infoOf(from)) {
                if (QFile::rename(from, file(info->id)))
                    found.append(*info);
            } else {
                QFile::rename(from, from + QStringLiteral(".damaged"));
            }
        }
        lock.unlock();
        QDir().rmdir(folder); // unless something is left in it
    }
    std::stable_sort(found.begin(), found.end(),
                     [](const DraftInfo &a, const DraftInfo &b) { return a.at < b.at; });
    return found;
}

void DraftFolder::clear()
{
    adopt();
    if (!m_lock)
        return;
    const QDir dir(m_own);
    const QStringList drafts = dir.entryList({QLatin1Char('*') + Suffix}, QDir::Files);
    for (const QString &each : drafts)
        QFile::remove(dir.filePath(each));
}

} // namespace Studio
