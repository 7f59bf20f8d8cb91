// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "profiles/profilestore.h"

#include "profiles/privatefile.h"
#include "profiles/profilejson.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QFileSystemWatcher>
#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLockFile>
#include <QStandardPaths>
#include <QTimer>

#include <algorithm>
#include <chrono>

namespace Studio
{

namespace
{

constexpr int formatVersion = 1;
constexpr int backups = 3;
constexpr std::chrono::milliseconds lockWait{3000};
constexpr std::chrono::milliseconds reloadDelay{60};

/// What a file held.
struct Content {
    enum class State { Read, Missing, Damaged, Unreadable } state = State::Missing;
    QJsonObject root;
    QByteArray bytes;
    QString problem;
};

Content readContent(const QString &file)
{
    Content content;
    QFile in(file);
    if (!in.exists())
        return content;
    if (!in.open(QIODevice::ReadOnly)) {
        content.state = Content::State::Unreadable;
        content.problem = in.errorString();
        return content;
    }
    content.bytes = in.readAll();
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(content.bytes, &error);
    content.root = document.object();
    const bool whole = document.isObject() && content.root.value(u"profiles").isArray()
                    && content.root.value(u"version").isDouble();
    content.state = whole ? Content::State::Read : Content::State::Damaged;
    content.problem = error.error == QJsonParseError::NoError ? QString() : error.errorString();
    return content;
}

QString backupName(const QString &file, int number)
{
    return file + QStringLiteral(".%1").arg(number);
}

QString unusedName(const QString &base)
{
    QString name = base;
    for (int n = 2; QFileInfo::exists(name); ++n)
        name = base + QStringLiteral(".%1").arg(n);
    return name;
}

} // namespace

struct ProfileStore::Private {
    explicit Private(ProfileStore *store)
        : q(store)
    {
    }

    ProfileStore *q;
    QString file;
    QString loadProblem;
    QString saveProblem;
    QHash<QString, Profile> profiles;
    QHash<QString, std::optional<Profile>> unsaved; ///< changes that the file refused; empty = removed
    QByteArray lastBytes; ///< what the file held when it was last read or written here
    QFileSystemWatcher watcher;
    QTimer reloadTimer;

    void load();
    void adopt(const QJsonObject &root);
    Content recover();
    void watch();
    void reload();
    bool commit(const QString &id, const std::optional<Profile> &profile, bool withBackup);
    bool writeMerged(bool withBackup);
};

void ProfileStore::Private::adopt(const QJsonObject &root)
{
    profiles.clear();
    for (const QJsonValue &value : root.value(u"profiles").toArray()) {
        if (const auto profile = profileFromJson(value.toObject()))
            profiles.insert(profile->id, *profile);
    }
    for (auto it = unsaved.cbegin(); it != unsaved.cend(); ++it) {
        if (it.value())
            profiles.insert(it.key(), *it.value());
        else
            profiles.remove(it.key());
    }
}

/// The damaged file goes aside, the newest backup that can be read takes its place.
Content ProfileStore::Private::recover()
{
    const QString aside = unusedName(file + QStringLiteral(".damaged"));
    const bool moved = QFile::rename(file, aside);
    loadProblem = moved ? tr("The list of connections was damaged. It is kept as %1.")
                              .arg(QDir::toNativeSeparators(aside))
                        : tr("The list of connections in %1 is damaged and cannot be moved aside.")
                              .arg(QDir::toNativeSeparators(file));
    for (int n = 1; n <= backups; ++n) {
        Content backup = readContent(backupName(file, n));
        if (backup.state != Content::State::Read)
            continue;
        loadProblem += u' ' + tr("An earlier copy was used in its place.");
        if (moved)
            PrivateFile::write(file, backup.bytes);
        return backup;
    }
    loadProblem += u' ' + tr("There is no earlier copy, so the list starts empty.");
    return {};
}

void ProfileStore::Private::load()
{
    QLockFile lock(file + QStringLiteral(".lock"));
    QDir().mkpath(QFileInfo(file).absolutePath());
    const bool locked = lock.tryLock(lockWait);
    Content content = readContent(file);
    if (content.state == Content::State::Damaged && locked)
        content = recover();
    else if (content.state == Content::State::Unreadable)
        loadProblem = tr("The list of connections cannot be read from %1: %2.")
                          .arg(QDir::toNativeSeparators(file), content.problem);
    lastBytes = content.bytes;
    adopt(content.root);
}

/// Atomic replacement gives the file a new identity, so the folder is watched as well.
void ProfileStore::Private::watch()
{
    const QString folder = QFileInfo(file).absolutePath();
    if (!watcher.directories().contains(folder) && QFileInfo::exists(folder))
        watcher.addPath(folder);
    if (!watcher.files().contains(file) && QFileInfo::exists(file))
        watcher.addPath(file);
}

void ProfileStore::Private::reload()
{
    watch();
    const Content content = readContent(file);
    // A file that is gone or damaged by another copy takes nothing away from this one.
    if (content.state != Content::State::Read || content.bytes == lastBytes)
        return;
    lastBytes = content.bytes;
    const QHash<QString, Profile> before = profiles;
    adopt(content.root);
    if (profiles != before)
        emit q->changed();
}

bool ProfileStore::Private::commit(const QString &id, const std::optional<Profile> &profile, bool withBackup)
{
    unsaved.insert(id, profile);
    const bool saved = writeMerged(withBackup);
    if (saved) {
        saveProblem.clear();
    } else if (profile) {
        profiles.insert(id, *profile);
    } else {
        profiles.remove(id);
    }
    emit q->changed();
    if (!saved)
        emit q->saveFailed(saveProblem);
    return saved;
}

/// What the file holds by now, with our changes laid over it, profile by profile.
bool ProfileStore::Private::writeMerged(bool withBackup)
{
    QDir().mkpath(QFileInfo(file).absolutePath());
    QLockFile lock(file + QStringLiteral(".lock"));
    if (!lock.tryLock(lockWait)) {
        saveProblem = tr("%1 is in use by another program.").arg(QDir::toNativeSeparators(file));
        return false;
    }
    Content content = readContent(file);
    if (content.state == Content::State::Unreadable) {
        saveProblem = tr("%1 cannot be read: %2.").arg(QDir::toNativeSeparators(file), content.problem);
        return false;
    }
    if (content.state == Content::State::Damaged)
        content = recover();

    QJsonObject root = content.root;
    if (!root.value(u"version").isDouble())
        root.insert(u"version"_qs, formatVersion);
    QJsonArray list;
    QHash<QString, std::optional<Profile>> changes = unsaved;
    for (const QJsonValue &value : root.value(u"profiles").toArray()) {
        QJsonObject object = value.toObject();
        const QString id = object.value(u"id").toString();
        const auto change = changes.constFind(id);
        if (change == changes.cend()) {
            list.append(value);
            continue;
        }
        if (change.value()) {
            // Members that a later version has added stay.
            const QJsonObject fresh = profileToJson(*change.value());
            for (auto it = fresh.begin(); it != fresh.end(); ++it)
                object.insert(it.key(), it.value());
            list.append(object);
        }
        changes.remove(id);
    }
    for (const std::optional<Profile> &added : std::as_const(changes)) {
        if (added)
            list.append(profileToJson(*added));
    }
    root.insert(u"profiles"_qs, list);

    const QByteArray bytes = QJsonDocument(root).toJson();
    if (withBackup && content.state == Content::State::Read && content.bytes != bytes) {
        for (int n = backups; n > 1; --n) {
            QFile::remove(backupName(file, n));
            QFile::rename(backupName(file, n - 1), backupName(file, n));
        }
        PrivateFile::write(backupName(file, 1), content.bytes);
    }
    if (!PrivateFile::write(file, bytes, &saveProblem))
        return false;
    unsaved.clear();
    lastBytes = bytes;
    adopt(root);
    watch();
    return true;
}

ProfileStore::ProfileStore(QString file, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(this))
{
    d->file = QFileInfo(file).absoluteFilePath();
    d->load();
    d->reloadTimer.setSingleShot(true);
    d->reloadTimer.setInterval(reloadDelay);
    connect(&d->reloadTimer, &QTimer::timeout, this, [this] { d->reload(); });
    const auto later = [this] { d->reloadTimer.start(); };
    connect(&d->watcher, &QFileSystemWatcher::fileChanged, this, later);
    connect(&d->watcher, &QFileSystemWatcher::directoryChanged, this, later);
    d->watch();
}

ProfileStore::~ProfileStore() = default;

QString ProfileStore::defaultFile()
{
    return QStandardPaths::writableLocation(QStandardPaths::AppConfigLocation)
         + QStringLiteral("/profiles.json");
}

QString ProfileStore::file() const
{
    return d->file;
}

QString ProfileStore::loadProblem() const
{
    return d->loadProblem;
}

QString ProfileStore::saveProblem() const
{
    return d->saveProblem;
}

QList<Profile> ProfileStore::profiles() const
{
    QList<Profile> list = d->profiles.values();
    std::sort(list.begin(), list.end(), [](const Profile &a, const Profile &b) {
        if (a.lastOpened != b.lastOpened)
            return a.lastOpened > b.lastOpened;
        const int byName = a.name.localeAwareCompare(b.name);
        return byName != 0 ? byName < 0 : a.id < b.id;
    });
    return list;
}

std::optional<Profile> ProfileStore::profile(const QString &id) const
{
    const auto it = d->profiles.constFind(id);
    if (it == d->profiles.cend())
        return {};
    return *it;
}

bool ProfileStore::save(const Profile &profile)
{
    Profile named = profile;
    if (named.id.isEmpty())
        named.id = Profile::newId();
    return d->commit(named.id, named, true);
}

bool ProfileStore::remove(const QString &id)
{
    if (!d->profiles.contains(id))
        return true;
    return d->commit(id, {}, true);
}

bool ProfileStore::markOpened(const QString &id)
{
    std::optional<Profile> opened = profile(id);
    if (!opened)
        return true;
    opened->lastOpened = QDateTime::currentMSecsSinceEpoch();
    // No backup for this: three openings must not push the last real change out.
    return d->commit(id, opened, false);
}

} // namespace Studio
