// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QList>
#include <QObject>
#include <QString>

#include <memory>

namespace Studio
{

/// The keys and branches of one profile that a person marked as favourites or opened lately, in one JSON file
/// of mode 0600 that is replaced atomically. Only what this process changed is laid over what the file holds
/// by then, so that two running copies keep each other's marks. Window's thread.
class KeyMarks : public QObject
{
    Q_OBJECT

public:
    static constexpr qsizetype mostRecent = 50;
    static constexpr qsizetype mostFavourites = 500;

    /// `file` empty: everything is gone with this object. A damaged file is set aside as FILE.damaged.
    explicit KeyMarks(QString file, QObject *parent = nullptr);
    /// Writes what is still to be written.
    ~KeyMarks() override;

    /// Where the marks of a profile are kept below the folder of the settings.
    static QString fileFor(const QString &folder, const QString &profileId);

    QString file() const;
    QString loadProblem() const; ///< empty when the file was read or did not exist

    /// Keys and prefixes (those end with a separator), UTF-8, in the order in which they were marked.
    QList<QByteArray> favourites() const;
    bool isFavourite(const QByteArray &key) const;
    /// Beyond mostFavourites the oldest goes. `at`: ms since 1970.
    void setFavourite(const QByteArray &key, bool on, qint64 at);

    /// The latest first, at most mostRecent.
    QList<QByteArray> recent() const;
    /// `at`: ms since 1970.
    void noteOpened(const QByteArray &key, qint64 at);
    /// A key is gone or has another name.
    void forget(const QByteArray &key);
    void forgetRecent();
    /// False: recent keys are forgotten and none are kept.
    void setKeepRecent(bool keep);

    /// Writes now. False when the file could not be written; the changes are kept and tried again later.
    bool flush();

signals:
    void changed();
    void saveFailed(const QString &reason);

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace Studio
