// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "profiles/keymarks.h"

#include "profiles/privatefile.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLockFile>
#include <QTimer>
#include <QUrl>

#include <algorithm>
#include <optional>

namespace Studio
{

namespace
{

constexpr int SaveDelayMs = 500;
constexpr int LockTimeoutMs = 2000;
constexpr qint64 MaxFileSize = 4 * 1024 * 1024;

struct Mark {
    QByteArray key;
    qint64 at = 0; ///< ms since 1970
    bool operator==(const Mark &) const = default;
};

struct Marks {
    QList<Mark> favourites; ///< the oldest first
    QList<Mark> recent; ///< the latest first
    bool operator==(const Marks &) const = default;
};

QList<Mark> marksOf(const QJsonValue &array)
{
    QList<Mark> marks;
    for (const QJsonValue &value : array.toArray()) {
        const QByteArray key = value[QLatin1StringView("key")].toString().toUtf8();
        if (!key.isEmpty())
            marks.append({key, value[QLatin1StringView("at")].toInteger()});
    }
    return marks;
}

QJsonArray arrayOf(const QList<Mark> &marks)
{
    QJsonArray array;
    for (const Mark &mark : marks)
        array.append(QJsonObject{{QStringLiteral("key"), QString::fromUtf8(mark.key)},
                                 {QStringLiteral("at"), mark.at}});
    return array;
}

/// What `file` holds; a missing file is empty and no problem.
Marks load(const QString &file, QString *problem)
{
    QFile source(file);
    if (file.isEmpty() || !source.exists())
        return {};
    if (!source.open(QIODevice::ReadOnly)) {
        *problem = KeyMarks::tr("%1 cannot be read: %2").arg(file, source.errorString());
        return {};
    }
    if (source.size() > MaxFileSize) {
        *problem = KeyMarks::tr("%1 is too large to be a list of keys").arg(file);
        return {};
    }
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(source.readAll(), &error);
    if (!document.isObject()) {
        *problem = KeyMarks::tr("%1 is damaged: %2").arg(file, error.errorString());
        return {};
    }
    return {marksOf(document[QLatin1StringView("favourites")]),
            marksOf(document[QLatin1StringView("recent")])};
}

void put(QList<Mark> &marks, const Mark &mark)
{
    marks.removeIf([&mark](const Mark &each) { return each.key == mark.key; });
    marks.append(mark);
}

bool has(const QList<Mark> &marks, const QByteArray &key)
{
    return std::any_of(marks.cbegin(), marks.cend(), [&key](const Mark &mark) { return mark.key == key; });
}

} // namespace

struct KeyMarks::Private {
    QString file;
    QString problem;
    Marks marks;
    bool keepRecent = true;
    QTimer saveTimer;

    // What is not in the file yet.
    QHash<QByteArray, std::optional<qint64>> favourites; ///< when it was marked; none = it is no longer
    QHash<QByteArray, std::optional<qint64>> recent;
    bool forgetAllRecent = false; ///< before the above

    bool isSaved() const { return favourites.isEmpty() && recent.isEmpty() && !forgetAllRecent; }

    /// The changes of this process over `base`.
    Marks over(Marks base) const
    {
        for (auto change = favourites.cbegin(); change != favourites.cend(); ++change) {
            if (!*change)
                base.favourites.removeIf([&](const Mark &mark) { return mark.key == change.key(); });
            else if (!has(base.favourites, change.key()))
                base.favourites.append({change.key(), **change});
        }
        if (forgetAllRecent || !keepRecent)
            base.recent.clear();
        for (auto change = recent.cbegin(); change != recent.cend(); ++change) {
            if (*change)
                put(base.recent, {change.key(), **change});
            else
                base.recent.removeIf([&](const Mark &mark) { return mark.key == change.key(); });
        }
        std::stable_sort(base.favourites.begin(), base.favourites.end(),
                         [](const Mark &a, const Mark &b) { return a.at < b.at; });
        std::stable_sort(base.recent.begin(), base.recent.end(),
                         [](const Mark &a, const Mark &b) { return a.at > b.at; });
        while (base.favourites.size() > mostFavourites)
            base.favourites.removeFirst();
        base.recent.resize(std::min(base.recent.size(), mostRecent));
        return base;
    }
};

KeyMarks::KeyMarks(QString file, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>())
{
    d->file = std::move(file);
    d->marks = load(d->file, &d->problem);
    d->saveTimer.setSingleShot(true);
    d->saveTimer.setInterval(SaveDelayMs);
    connect(&d->saveTimer, &QTimer::timeout, this, &KeyMarks::flush);
    if (!d->problem.isEmpty()) {
        // Kept beside it for the person; the next save starts a fresh file.
        const QString aside = d->file + QStringLiteral(".damaged");
        QFile::remove(aside);
        QFile::rename(d->file, aside);
    }
}

KeyMarks::~KeyMarks()
{
    flush();
}

QString KeyMarks::fileFor(const QString &folder, const QString &profileId)
{
    // Ids are UUIDs; one that somebody wrote by hand must not leave the folder.
    return folder + QStringLiteral("/keys/")
         + QString::fromLatin1(QUrl::toPercentEncoding(profileId, {}, ".")) + QStringLiteral(".json");
}

QString KeyMarks::file() const
{
    return d->file;
}

QString KeyMarks::loadProblem() const
{
    return d->problem;
}

QList<QByteArray> KeyMarks::favourites() const
{
    QList<QByteArray> keys;
    for (const Mark &mark : std::as_const(d->marks.favourites))
        keys.append(mark.key);
    return keys;
}

bool KeyMarks::isFavourite(const QByteArray &key) const
{
    return has(d->marks.favourites, key);
}

void KeyMarks::setFavourite(const QByteArray &key, bool on, qint64 at)
{
    if (key.isEmpty() || isFavourite(key) == on)
        return;
    d->favourites.insert(key, on ? std::optional(at) : std::nullopt);
    d->marks = d->over(d->marks);
    d->saveTimer.start();
    emit changed();
}

QList<QByteArray> KeyMarks::recent() const
{
    QList<QByteArray> keys;
    for (const Mark &mark : std::as_const(d->marks.recent))
        keys.append(mark.key);
    return keys;
}

void KeyMarks::noteOpened(const QByteArray &key, qint64 at)
{
    if (!d->keepRecent || key.isEmpty())
        return;
    d->recent.insert(key, at);
    d->marks = d->over(d->marks);
    d->saveTimer.start();
    emit changed();
}

void KeyMarks::forget(const QByteArray &key)
{
    if (!has(d->marks.favourites, key) && !has(d->marks.recent, key))
        return;
    d->favourites.insert(key, std::nullopt);
    d->recent.insert(key, std::nullopt);
    d->marks = d->over(d->marks);
    d->saveTimer.start();
    emit changed();
}

void KeyMarks::forgetRecent()
{
    d->recent.clear();
    d->forgetAllRecent = true;
    d->marks.recent.clear();
    d->saveTimer.start();
    emit changed();
}

void KeyMarks::setKeepRecent(bool keep)
{
    if (d->keepRecent == keep && (keep || d->marks.recent.isEmpty()))
        return;
    d->keepRecent = keep;
    if (!keep)
        forgetRecent();
}

bool KeyMarks::flush()
{
    d->saveTimer.stop();
    if (d->isSaved())
        return true;
    if (!d->file.isEmpty()) {
        const auto fail = [this](const QString &reason) {
            emit saveFailed(reason);
            return false;
        };
        if (!QDir().mkpath(QFileInfo(d->file).absolutePath()))
            return fail(tr("The folder %1 cannot be made").arg(QFileInfo(d->file).absolutePath()));
        // Another running copy may have saved since.
        QLockFile lock(d->file + QStringLiteral(".lock"));
        if (!lock.tryLock(LockTimeoutMs))
            return fail(tr("Another program holds %1").arg(d->file));
        QString ignored;
        const Marks merged = d->over(load(d->file, &ignored));
        const QJsonObject object{{QStringLiteral("favourites"), arrayOf(merged.favourites)},
                                 {QStringLiteral("recent"), arrayOf(merged.recent)}};
        QString problem;
        if (!PrivateFile::write(d->file, QJsonDocument(object).toJson(), &problem))
            return fail(problem);
        if (merged != d->marks) {
            d->marks = merged;
            emit changed();
        }
    }
    d->favourites.clear();
    d->recent.clear();
    d->forgetAllRecent = false;
    return true;
}

} // namespace Studio
