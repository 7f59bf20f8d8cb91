// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "dashboard/dashboard.h"

#include <QObject>
#include <QString>
#include <QStringList>

namespace Studio
{

/// The dashboards of one profile, each a file in one folder, replaced atomically. Window's thread.
class DashboardStore : public QObject
{
    Q_OBJECT

public:
    /// `folder` is made with the first dashboard.
    explicit DashboardStore(QString folder, QObject *parent = nullptr);

    /// Where those of a profile are kept below the folder for data.
    static QString folderFor(const QString &dataFolder, const QString &profileId);

    QString folder() const { return m_folder; }
    /// Names of the files without folder, by title.
    QStringList files() const;
    /// Of the file's title; its name where it cannot be read.
    QString title(const QString &file) const;

    DashboardReading load(const QString &file) const;
    /// False when it could not be written; `*problem` says why.
    bool save(const QString &file, const Dashboard &dashboard, QString *problem = nullptr);
    /// As a new file, named after its title. Empty when it could not be written.
    QString add(const Dashboard &dashboard, QString *problem = nullptr);
    bool remove(const QString &file);
    /// A title that none has: "Shop floor", "Shop floor 2", …
    QString freeTitle(const QString &wanted) const;

signals:
    void changed();

private:
    QString path(const QString &file) const;

    QString m_folder;
};

} // namespace Studio
