// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "profiles/keytemplates.h"

#include "profiles/privatefile.h"

#include <hpkvqt/keys.h>

#include <QCoreApplication>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocale>
#include <QUrl>

namespace Studio
{

namespace
{

struct Text {
    Q_DECLARE_TR_FUNCTIONS(KeyTemplates)
};

constexpr qint64 MaxFileSize = 32ll * 1024 * 1024;

} // namespace

KeyTemplates::KeyTemplates(QString file)
    : m_file(std::move(file))
{
    load();
}

QString KeyTemplates::fileFor(const QString &folder, const QString &profileId)
{
    // Ids are UUIDs; one that somebody wrote by hand must not leave the folder.
    return folder + QStringLiteral("/templates/")
         + QString::fromLatin1(QUrl::toPercentEncoding(profileId, {}, ".")) + QStringLiteral(".json");
}

void KeyTemplates::load()
{
    QFile source(m_file);
    if (m_file.isEmpty() || !source.open(QIODevice::ReadOnly) || source.size() > MaxFileSize)
        return;
    m_templates.clear();
    const QJsonArray array =
        QJsonDocument::fromJson(source.readAll()).object().value(QLatin1StringView("templates")).toArray();
    for (const QJsonValue value : array) {
        const QByteArray prefix = value[QLatin1StringView("prefix")].toString().toUtf8();
        if (!prefix.isEmpty())
            m_templates.insert(prefix, value[QLatin1StringView("text")].toString().toUtf8());
    }
}

std::optional<QByteArray> KeyTemplates::find(const QByteArray &prefix) const
{
    std::optional<QByteArray> found;
    for (auto at = m_templates.cbegin(); at != m_templates.cend(); ++at) {
        if (prefix.startsWith(at.key())) // the later one is longer
            found = at.value();
    }
    return found;
}

bool KeyTemplates::set(const QByteArray &prefix, const QByteArray &text, QString *problem)
{
    load(); // another copy of the program may have changed it
    if (!Hpkv::Keys::isUtf8(text))
        *problem = Text::tr("The value is no text.");
    else if (text.size() > mostBytes)
        *problem = Text::tr("The value is larger than %1 bytes.").arg(QLocale().toString(mostBytes));
    else if (!has(prefix) && m_templates.size() >= mostTemplates)
        *problem = Text::tr("There are %1 templates already.").arg(QLocale().toString(mostTemplates));
    else {
        m_templates.insert(prefix, text);
        return save(problem);
    }
    return false;
}

bool KeyTemplates::remove(const QByteArray &prefix, QString *problem)
{
    load();
    m_templates.remove(prefix);
    return save(problem);
}

bool KeyTemplates::save(QString *problem) const
{
    if (m_file.isEmpty())
        return true;
    QJsonArray array;
    for (auto at = m_templates.cbegin(); at != m_templates.cend(); ++at)
        array.append(QJsonObject{{QStringLiteral("prefix"), QString::fromUtf8(at.key())},
                                 {QStringLiteral("text"), QString::fromUtf8(at.value())}});
    return PrivateFile::write(
        m_file, QJsonDocument(QJsonObject{{QStringLiteral("templates"), array}}).toJson(), problem);
}

} // namespace Studio
