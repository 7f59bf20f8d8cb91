// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QMap>
#include <QString>

#include <optional>

namespace Studio
{

/// What new keys of one profile begin with: a text for each prefix, chosen by the person. In one JSON file of
/// mode 0600 that is replaced atomically. Window's thread.
class KeyTemplates
{
public:
    static constexpr qsizetype mostTemplates = 200;
    static constexpr qsizetype mostBytes = 64 * 1024; ///< of one text

    /// `file` empty: everything is gone with this object. A damaged file is left alone until something is
    /// set.
    explicit KeyTemplates(QString file);

    /// Where the templates of a profile are kept below the folder of the settings.
    static QString fileFor(const QString &folder, const QString &profileId);

    /// Of the longest prefix that `prefix` begins with.
    std::optional<QByteArray> find(const QByteArray &prefix) const;
    /// Of exactly this prefix.
    bool has(const QByteArray &prefix) const { return m_templates.contains(prefix); }
    /// False with `*problem`: the text is no UTF-8 or too long, there are too many, or the file was not
    /// written.
    bool set(const QByteArray &prefix, const QByteArray &text, QString *problem);
    bool remove(const QByteArray &prefix, QString *problem);

private:
    void load();
    bool save(QString *problem) const;

    const QString m_file;
    QMap<QByteArray, QByteArray> m_templates; ///< by prefix; both UTF-8
};

} // namespace Studio
