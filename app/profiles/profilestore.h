// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "profiles/profile.h"

#include <QList>
#include <QObject>
#include <QString>

#include <memory>
#include <optional>

namespace Studio
{

/// The saved profiles in one JSON file of mode 0600, replaced atomically, with three backups beside it
/// (FILE.1 is the newest). Holds no secret.
///
/// Several running copies share the file: each change is made under a lock on what the file holds by then,
/// profile by profile, and changes of others are noticed and taken over. Window's thread.
class ProfileStore : public QObject
{
    Q_OBJECT

public:
    /// Reads `file`. A damaged one is set aside as FILE.damaged (never deleted), the newest readable backup
    /// takes its place, and loadProblem() says so.
    explicit ProfileStore(QString file, QObject *parent = nullptr);
    ~ProfileStore() override;

    /// "profiles.json" in this person's folder for configuration.
    static QString defaultFile();
    QString file() const;
    /// A sentence for the person; empty if all was well.
    QString loadProblem() const;

    /// Last opened first, then by name.
    QList<Profile> profiles() const;
    std::optional<Profile> profile(const QString &id) const;

    /// Adds the profile or replaces the one with its id, in memory and in the file. False when the file could
    /// not be written: then it is kept in memory, saveProblem() says why, and the next save tries again.
    bool save(const Profile &profile);
    bool remove(const QString &id);
    /// Sets Profile::lastOpened to now.
    bool markOpened(const QString &id);
    QString saveProblem() const;

signals:
    /// The list differs from before, by this copy or another one.
    void changed();
    void saveFailed(const QString &reason);

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace Studio
