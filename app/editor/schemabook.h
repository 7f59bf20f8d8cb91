// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

namespace Studio
{

class Settings;

/// Which JSON Schema is attached to which prefix of a profile's keys. The settings keep the list, so that
/// every view hears of a change; the texts are private files beside them, named by what they hold. Window's
/// thread.
class SchemaBook
{
public:
    static constexpr qint64 mostBytes = 1'000'000; ///< of one schema
    static constexpr qsizetype mostSchemas = 200; ///< of all profiles

    struct Entry {
        QByteArray prefix;
        QString file; ///< empty: none is attached
        bool operator==(const Entry &) const = default;
    };

    explicit SchemaBook(Settings &settings)
        : m_settings(settings)
    {
    }

    /// In place of what is attached to this very prefix. False with `*problem`: too long, too many, or the
    /// file was not written.
    bool attach(const QString &profile, const QByteArray &prefix, const QByteArray &schema, QString *problem);
    void detach(const QString &profile, const QByteArray &prefix);
    /// All that is attached in a profile, for when that is deleted.
    void forget(const QString &profile);

    /// Of the longest prefix that `key` begins with.
    Entry find(const QString &profile, const QByteArray &key) const;
    /// Of exactly this prefix.
    Entry at(const QString &profile, const QByteArray &prefix) const;
    /// The text of an entry; nothing, with `*problem`, if its file cannot be read.
    QByteArray read(const Entry &entry, QString *problem) const;

private:
    struct Line {
        QString profile;
        Entry entry;
    };
    QList<Line> load() const;
    void save(const QList<Line> &lines);
    QString folder() const;

    Settings &m_settings;
};

} // namespace Studio
