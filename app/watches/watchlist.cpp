// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "watches/watchlist.h"

#include "profiles/privatefile.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLockFile>
#include <QTimer>
#include <QUrl>

#include <algorithm>
#include <set>

namespace Studio
{

namespace
{

constexpr int SaveDelayMs = 500;
constexpr int LockTimeoutMs = 2000;
constexpr qint64 MaxFileSize = 4 * 1024 * 1024;

/// The name of a kind in the file; never translated.
QString nameOf(WatchPattern::Kind kind)
{
    switch (kind) {
    case WatchPattern::Kind::Key:
        return QStringLiteral("key");
    case WatchPattern::Kind::Prefix:
        return QStringLiteral("prefix");
    case WatchPattern::Kind::Suffix:
        return QStringLiteral("suffix");
    case WatchPattern::Kind::Wildcard:
        return QStringLiteral("wildcard");
    case WatchPattern::Kind::Expression:
        return QStringLiteral("expression");
    }
    return {};
}

qsizetype placeOf(const QList<Watch> &watches, const WatchPattern &pattern)
{
    const auto found = std::find_if(watches.cbegin(), watches.cend(),
                                    [&](const Watch &watch) { return watch.pattern == pattern; });
    return found == watches.cend() ? -1 : found - watches.cbegin();
}

/// What the text of the file says; what cannot be watched is left out.
QList<Watch> watchesOf(const QJsonValue &array)
{
    QList<Watch> watches;
    const QJsonArray items = array.toArray();
    for (const auto &value : items) {
        Watch watch;
        watch.pattern.text = value[QLatin1StringView("text")].toString().toUtf8();
        watch.record = value[QLatin1StringView("record")].toBool(true);
        const QString name = value[QLatin1StringView("kind")].toString();
        bool known = false;
        for (int i = 0; i <= int(WatchPattern::Kind::Expression); ++i) {
            if (nameOf(WatchPattern::Kind(i)) == name) {
                watch.pattern.kind = WatchPattern::Kind(i);
                known = true;
            }
        }
        if (known && watch.pattern.error().isEmpty() && placeOf(watches, watch.pattern) < 0)
            watches.append(watch);
    }
    return watches;
}

QJsonArray arrayOf(const QList<Watch> &watches)
{
    QJsonArray array;
    for (const Watch &watch : watches)
        array.append(QJsonObject{{QStringLiteral("kind"), nameOf(watch.pattern.kind)},
                                 {QStringLiteral("text"), QString::fromUtf8(watch.pattern.text)},
                                 {QStringLiteral("record"), watch.record}});
    return array;
}

/// What `file` holds; a missing file is empty and no problem.
QList<Watch> load(const QString &file, QString *problem)
{
    QFile source(file);
    if (file.isEmpty() || !source.exists())
        return {};
    if (!source.open(QIODevice::ReadOnly)) {
        *problem = WatchList::tr("%1 cannot be read: %2").arg(file, source.errorString());
        return {};
    }
    if (source.size() > MaxFileSize) {
        *problem = WatchList::tr("%1 is too large to be a list of patterns").arg(file);
        return {};
    }
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(source.readAll(), &error);
    if (!document.isObject()) {
        *problem = WatchList::tr("%1 is damaged: %2").arg(file, error.errorString());
        return {};
    }
    return watchesOf(document[QLatin1StringView("watches")]);
}

} // namespace

struct WatchList::Private {
    QString file;
    QString problem;
    QList<Watch> watches;
    std::set<WatchPattern> unsaved; ///< of which the list, not the file, knows what is right
    QTimer saveTimer;

    /// The changes of this process over what the file holds.
    QList<Watch> over(const QList<Watch> &base) const
    {
        QList<Watch> merged = watches;
        merged.removeIf([&](const Watch &watch) {
            return !unsaved.contains(watch.pattern) && placeOf(base, watch.pattern) < 0;
        });
        for (const Watch &watch : base) {
            if (unsaved.contains(watch.pattern))
                continue;
            if (const qsizetype at = placeOf(merged, watch.pattern); at >= 0)
                merged[at] = watch;
            else if (merged.size() < most)
                merged.append(watch);
        }
        return merged;
    }
};

WatchList::WatchList(QString file, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>())
{
    d->file = std::move(file);
    d->watches = load(d->file, &d->problem);
    d->watches.resize(std::min(d->watches.size(), most));
    d->saveTimer.setSingleShot(true);
    d->saveTimer.setInterval(SaveDelayMs);
    connect(&d->saveTimer, &QTimer::timeout, this, &WatchList::flush);
    if (!d->problem.isEmpty()) {
        // Kept beside it for the person; the next save starts a fresh file.
        const QString aside = d->file + QStringLiteral(".damaged");
        QFile::remove(aside);
        QFile::rename(d->file, aside);
    }
}

WatchList::~WatchList()
{
    flush();
}

QString WatchList::fileFor(const QString &folder, const QString &profileId)
{
    // Ids are UUIDs; one that somebody wrote by hand must not leave the folder.
    return folder + QStringLiteral("/watches/")
         + QString::fromLatin1(QUrl::toPercentEncoding(profileId, {}, ".")) + QStringLiteral(".json");
}

QString WatchList::file() const
{
    return d->file;
}

QString WatchList::loadProblem() const
{
    return d->problem;
}

const QList<Watch> &WatchList::watches() const
{
    return d->watches;
}

qsizetype WatchList::indexOf(const WatchPattern &pattern) const
{
    return placeOf(d->watches, pattern);
}

WatchPatterns WatchList::patterns() const
{
    WatchPatterns patterns;
    for (const Watch &watch : std::as_const(d->watches))
        patterns.append(watch.pattern);
    return patterns;
}

WatchPatterns WatchList::recorded() const
{
    WatchPatterns patterns;
    for (const Watch &watch : std::as_const(d->watches)) {
        if (watch.record)
            patterns.append(watch.pattern);
    }
    return patterns;
}

bool WatchList::put(const Watch &watch, qsizetype index)
{
    if (const qsizetype at = indexOf(watch.pattern); at >= 0) {
        setRecord(watch.pattern, watch.record);
        return true;
    }
    if (!place(watch, index))
        return false;
    emit changed();
    return true;
}

bool WatchList::replace(const WatchPattern &old, const Watch &watch)
{
    const qsizetype at = indexOf(old);
    if (at < 0 || old == watch.pattern)
        return put(watch);
    if (!watch.pattern.error().isEmpty())
        return false;
    d->watches.removeAt(at);
    touch(old);
    if (const qsizetype other = indexOf(watch.pattern); other >= 0)
        d->watches[other].record = watch.record;
    else
        d->watches.insert(at, watch);
    touch(watch.pattern);
    emit changed();
    return true;
}

void WatchList::remove(const WatchPattern &pattern)
{
    const qsizetype at = indexOf(pattern);
    if (at < 0)
        return;
    d->watches.removeAt(at);
    touch(pattern);
    emit changed();
}

void WatchList::setRecord(const WatchPattern &pattern, bool record)
{
    const qsizetype at = indexOf(pattern);
    if (at < 0 || d->watches.at(at).record == record)
        return;
    d->watches[at].record = record;
    touch(pattern);
    emit changed();
}

bool WatchList::place(const Watch &watch, qsizetype index)
{
    if (!watch.pattern.error().isEmpty() || d->watches.size() >= most)
        return false;
    d->watches.insert(index < 0 ? d->watches.size() : std::min(index, d->watches.size()), watch);
    touch(watch.pattern);
    return true;
}

/// It is to be saved.
void WatchList::touch(const WatchPattern &pattern)
{
    d->unsaved.insert(pattern);
    d->saveTimer.start();
}

bool WatchList::flush()
{
    d->saveTimer.stop();
    if (d->unsaved.empty())
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
        // A file that is gone or damaged takes nothing from what is watched.
        QString problem;
        const bool isThere = QFile::exists(d->file);
        const QList<Watch> base = load(d->file, &problem);
        const QList<Watch> merged = isThere && problem.isEmpty() ? d->over(base) : d->watches;
        const QJsonObject object{{QStringLiteral("watches"), arrayOf(merged)}};
        problem.clear();
        if (!PrivateFile::write(d->file, QJsonDocument(object).toJson(), &problem))
            return fail(problem);
        d->unsaved.clear();
        if (merged != d->watches) {
            d->watches = merged;
            emit changed();
        }
        return true;
    }
    d->unsaved.clear();
    return true;
}

} // namespace Studio
