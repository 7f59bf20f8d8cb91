// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "dashboard/dashboardstore.h"

#include "profiles/privatefile.h"

#include <QDir>
#include <QFile>
#include <QUrl>

#include <algorithm>

namespace Studio
{

namespace
{

const auto Suffix = QStringLiteral(".dashboard.json");

/// What of a title can be in the name of a file everywhere.
QString fileStem(const QString &title)
{
    QString stem;
    for (const QChar c : title.toLower()) {
        if (c.isLetterOrNumber())
            stem.append(c);
        else if (!stem.isEmpty() && !stem.endsWith(u'-'))
            stem.append(u'-');
    }
    while (stem.endsWith(u'-'))
        stem.chop(1);
    return stem.isEmpty() ? QStringLiteral("dashboard") : stem.left(60);
}

} // namespace

DashboardStore::DashboardStore(QString folder, QObject *parent)
    : QObject(parent)
    , m_folder(std::move(folder))
{
}

QString DashboardStore::folderFor(const QString &dataFolder, const QString &profileId)
{
    return dataFolder + QStringLiteral("/dashboards/")
         + QString::fromLatin1(QUrl::toPercentEncoding(profileId));
}

QString DashboardStore::path(const QString &file) const
{
    return QDir(m_folder).filePath(file);
}

QStringList DashboardStore::files() const
{
    QStringList files = QDir(m_folder).entryList({u'*' + Suffix}, QDir::Files);
    QHash<QString, QString> titles;
    for (const QString &file : std::as_const(files))
        titles.insert(file, title(file));
    std::sort(files.begin(), files.end(), [&titles](const QString &a, const QString &b) {
        const int order = QString::localeAwareCompare(titles.value(a), titles.value(b));
        return order != 0 ? order < 0 : a < b;
    });
    return files;
}

QString DashboardStore::title(const QString &file) const
{
    const DashboardReading reading = load(file);
    if (reading.dashboard && !reading.dashboard->title.isEmpty())
        return reading.dashboard->title;
    return file.endsWith(Suffix) ? file.chopped(Suffix.size()) : file;
}

DashboardReading DashboardStore::load(const QString &file) const
{
    QFile from(path(file));
    if (!from.open(QIODevice::ReadOnly))
        return {{}, from.errorString()};
    return readDashboard(from.readAll());
}

bool DashboardStore::save(const QString &file, const Dashboard &dashboard, QString *problem)
{
    if (!PrivateFile::write(path(file), writeDashboard(dashboard), problem))
        return false;
    emit changed();
    return true;
}

QString DashboardStore::add(const Dashboard &dashboard, QString *problem)
{
    const QString stem = fileStem(dashboard.title);
    QString file = stem + Suffix;
    for (int number = 2; QFile::exists(path(file)); ++number)
        file = stem + u'-' + QString::number(number) + Suffix;
    return save(file, dashboard, problem) ? file : QString();
}

bool DashboardStore::remove(const QString &file)
{
    if (!QFile::remove(path(file)))
        return false;
    emit changed();
    return true;
}

QString DashboardStore::freeTitle(const QString &wanted) const
{
    QStringList titles;
    for (const QString &file : files())
        titles.append(title(file));
    QString title = wanted;
    for (int number = 2; titles.contains(title, Qt::CaseInsensitive); ++number)
        title = wanted + u' ' + QString::number(number);
    return title;
}

} // namespace Studio
