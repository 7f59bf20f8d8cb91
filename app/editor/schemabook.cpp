// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "editor/schemabook.h"

#include "profiles/privatefile.h"
#include "shell/settings.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLocale>

#include <algorithm>

namespace Studio
{

namespace
{

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Studio::SchemaBook)
};

// One entry: profile, prefix in Base64 (it may be any bytes), file.
enum Field { ProfileField, PrefixField, FileField, FieldCount };

} // namespace

QString SchemaBook::folder() const
{
    return QFileInfo(m_settings.file()).absolutePath() + QStringLiteral("/schemas/");
}

QList<SchemaBook::Line> SchemaBook::load() const
{
    QList<Line> lines;
    const QJsonArray entries = QJsonDocument::fromJson(m_settings.value(Key::Schemas).toUtf8()).array();
    for (const auto &value : entries) {
        const QJsonArray entry = value.toArray();
        const QString file = entry[FileField].toString();
        // A name that somebody wrote by hand must not leave the folder.
        if (entry.size() == FieldCount && QFileInfo(file).fileName() == file)
            lines.append({entry[ProfileField].toString(),
                          {QByteArray::fromBase64(entry[PrefixField].toString().toLatin1()), file}});
    }
    return lines;
}

/// Files that no entry names any more go.
void SchemaBook::save(const QList<Line> &lines)
{
    const QList<Line> before = load();
    QJsonArray entries;
    for (const Line &line : lines)
        entries.append(
            QJsonArray{line.profile, QString::fromLatin1(line.entry.prefix.toBase64()), line.entry.file});
    m_settings.setValue(Key::Schemas,
                        entries.isEmpty()
                            ? QString()
                            : QString::fromUtf8(QJsonDocument(entries).toJson(QJsonDocument::Compact)));
    for (const Line &line : before) {
        const auto isUsing = [&line](const Line &other) { return other.entry.file == line.entry.file; };
        if (std::none_of(lines.begin(), lines.end(), isUsing))
            QFile::remove(folder() + line.entry.file);
    }
}

bool SchemaBook::attach(const QString &profile, const QByteArray &prefix, const QByteArray &schema,
                        QString *problem)
{
    QList<Line> lines = load();
    lines.removeIf([&](const Line &line) { return line.profile == profile && line.entry.prefix == prefix; });
    if (schema.size() > mostBytes) {
        *problem = Text::tr("The schema is larger than %1 bytes.").arg(QLocale().toString(mostBytes));
        return false;
    }
    if (lines.size() >= mostSchemas) {
        *problem = Text::tr("There are %1 schemas already.").arg(QLocale().toString(mostSchemas));
        return false;
    }
    const QString file =
        QString::fromLatin1(QCryptographicHash::hash(schema, QCryptographicHash::Sha256).toHex())
        + QStringLiteral(".json");
    if (!PrivateFile::write(folder() + file, schema, problem))
        return false;
    lines.append({profile, {prefix, file}});
    save(lines);
    return true;
}

void SchemaBook::detach(const QString &profile, const QByteArray &prefix)
{
    QList<Line> lines = load();
    if (lines.removeIf(
            [&](const Line &line) { return line.profile == profile && line.entry.prefix == prefix; })
        > 0)
        save(lines);
}

void SchemaBook::forget(const QString &profile)
{
    QList<Line> lines = load();
    if (lines.removeIf([&](const Line &line) { return line.profile == profile; }) > 0)
        save(lines);
}

SchemaBook::Entry SchemaBook::find(const QString &profile, const QByteArray &key) const
{
    Entry found;
    for (const Line &line : load()) {
        if (line.profile == profile && key.startsWith(line.entry.prefix)
            && (found.file.isEmpty() || line.entry.prefix.size() > found.prefix.size()))
            found = line.entry;
    }
    return found;
}

SchemaBook::Entry SchemaBook::at(const QString &profile, const QByteArray &prefix) const
{
    for (const Line &line : load()) {
        if (line.profile == profile && line.entry.prefix == prefix)
            return line.entry;
    }
    return {prefix, {}};
}

QByteArray SchemaBook::read(const Entry &entry, QString *problem) const
{
    QFile file(folder() + entry.file);
    if (!file.open(QIODevice::ReadOnly)) {
        *problem = file.errorString();
        return {};
    }
    return file.read(mostBytes);
}

} // namespace Studio
