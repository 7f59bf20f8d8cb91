// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "profiles/envimport.h"

#include <QCoreApplication>
#include <QDebug>
#include <QDir>
#include <QFile>
#include <QList>
#include <QPair>

#include <optional>

namespace Studio
{

namespace
{

enum class Meaning { ApiKey, Token, BaseUrl };

struct KnownName {
    QLatin1StringView name;
    Meaning meaning;
};

/// Names that HPKV's own documents and sample programs use, and forms of them that people write.
constexpr KnownName knownNames[] = {
    {QLatin1StringView("HPKV_API_KEY"), Meaning::ApiKey},
    {QLatin1StringView("HPKV_APIKEY"), Meaning::ApiKey},
    {QLatin1StringView("HPKV_KEY"), Meaning::ApiKey},
    {QLatin1StringView("HPKV_TOKEN"), Meaning::Token},
    {QLatin1StringView("HPKV_WS_TOKEN"), Meaning::Token},
    {QLatin1StringView("HPKV_WEBSOCKET_TOKEN"), Meaning::Token},
    {QLatin1StringView("HPKV_API_BASE_URL"), Meaning::BaseUrl},
    {QLatin1StringView("HPKV_BASE_URL"), Meaning::BaseUrl},
    {QLatin1StringView("HPKV_API_URL"), Meaning::BaseUrl},
    {QLatin1StringView("HPKV_WS_URL"), Meaning::BaseUrl},
    {QLatin1StringView("HPKV_URL"), Meaning::BaseUrl},
    {QLatin1StringView("HPKV_ENDPOINT"), Meaning::BaseUrl},
};

/// What build tools of web projects put before a name so that it reaches the browser.
constexpr QLatin1StringView toolPrefixes[] = {
    QLatin1StringView("NEXT_PUBLIC_"), QLatin1StringView("VITE_"),   QLatin1StringView("REACT_APP_"),
    QLatin1StringView("NUXT_PUBLIC_"), QLatin1StringView("NUXT_"),   QLatin1StringView("EXPO_PUBLIC_"),
    QLatin1StringView("GATSBY_"),      QLatin1StringView("PUBLIC_"),
};

std::optional<Meaning> meaningOf(QStringView name)
{
    QStringView plain = name;
    for (const QLatin1StringView prefix : toolPrefixes) {
        if (plain.startsWith(prefix, Qt::CaseInsensitive)) {
            plain = plain.mid(prefix.size());
            break;
        }
    }
    for (const KnownName &known : knownNames) {
        if (plain.compare(known.name, Qt::CaseInsensitive) == 0)
            return known.meaning;
    }
    return {};
}

void take(EnvSettings &settings, const QString &name, const QString &value)
{
    const std::optional<Meaning> meaning = meaningOf(name);
    if (!meaning || value.isEmpty())
        return;
    switch (*meaning) {
    case Meaning::ApiKey:
        settings.apiKey = value;
        break;
    case Meaning::Token:
        settings.token = value;
        break;
    case Meaning::BaseUrl:
        settings.baseUrl = value;
        break;
    }
    if (!settings.names.contains(name))
        settings.names.append(name);
}

bool isName(QStringView text)
{
    if (text.isEmpty() || text.front().isDigit())
        return false;
    for (const QChar c : text) {
        if (c.unicode() > 127 || (!c.isLetterOrNumber() && c != u'_'))
            return false;
    }
    return true;
}

/// The value behind the equals sign; empty optional when a quote is not closed.
std::optional<QString> valueOf(QStringView text)
{
    text = text.trimmed();
    if (text.isEmpty())
        return QString();
    const QChar quote = text.front();
    if (quote != u'"' && quote != u'\'' && quote != u'`') {
        // A comment begins with # after a blank; # inside a value is part of it.
        for (qsizetype i = 0; i < text.size(); ++i) {
            if (text.at(i) == u'#' && (i == 0 || text.at(i - 1).isSpace()))
                return text.left(i).trimmed().toString();
        }
        return text.toString();
    }
    QString value;
    for (qsizetype i = 1; i < text.size(); ++i) {
        const QChar c = text.at(i);
        if (c == quote)
            return value;
        if (c == u'\\' && quote == u'"' && i + 1 < text.size()) {
            const QChar next = text.at(++i);
            if (next == u'n')
                value += u'\n';
            else if (next == u'r')
                value += u'\r';
            else if (next == u't')
                value += u'\t';
            else if (next == u'"' || next == u'\\' || next == u'$')
                value += next;
            else
                value += QString(c) + next;
            continue;
        }
        value += c;
    }
    return {};
}

} // namespace

QDebug operator<<(QDebug debug, const EnvSettings &settings)
{
    const QDebugStateSaver saver(debug);
    debug.nospace() << "EnvSettings(apiKey " << (settings.apiKey.isEmpty() ? "absent" : "present")
                    << ", token " << (settings.token.isEmpty() ? "absent" : "present") << ", names "
                    << settings.names << ')';
    return debug;
}

EnvSettings parseEnvText(const QString &text)
{
    EnvSettings settings;
    QString clean = text;
    if (clean.startsWith(QChar(0xFEFF)))
        clean.remove(0, 1);
    clean.replace(QLatin1StringView("\r\n"), QLatin1StringView("\n"));
    clean.replace(u'\r', u'\n');
    int number = 0;
    for (const QStringView whole : QStringTokenizer(clean, u'\n')) {
        ++number;
        QStringView line = whole.trimmed();
        if (line.isEmpty() || line.startsWith(u'#'))
            continue;
        for (const QLatin1StringView word : {QLatin1StringView("export "), QLatin1StringView("set ")}) {
            if (line.startsWith(word))
                line = line.mid(word.size()).trimmed();
        }
        const qsizetype equals = line.indexOf(u'=');
        const QStringView name = equals < 0 ? QStringView() : line.left(equals).trimmed();
        const std::optional<QString> value = isName(name) ? valueOf(line.mid(equals + 1)) : std::nullopt;
        if (value)
            take(settings, name.toString(), *value);
        else
            settings.ignored.append(QCoreApplication::translate("EnvImport", "line %1").arg(number));
    }
    return settings;
}

EnvSettings readEnvFile(const QString &file, QString *problem)
{
    constexpr qint64 maxSize = 1024 * 1024;
    QFile in(file);
    QString why;
    if (!in.open(QIODevice::ReadOnly))
        why = in.errorString();
    else if (in.size() > maxSize)
        why = QCoreApplication::translate("EnvImport", "it is larger than 1 MB");
    if (!why.isEmpty()) {
        if (problem)
            *problem = QCoreApplication::translate("EnvImport", "%1 cannot be read: %2.")
                           .arg(QDir::toNativeSeparators(file), why);
        return {};
    }
    if (problem)
        problem->clear();
    return parseEnvText(QString::fromUtf8(in.read(maxSize)));
}

EnvSettings fromEnvironment(const QProcessEnvironment &environment)
{
    EnvSettings settings;
    // In the order of the table, backwards: the vendor's own name wins over the variants.
    for (auto known = std::rbegin(knownNames); known != std::rend(knownNames); ++known)
        take(settings, known->name, environment.value(known->name));
    return settings;
}

} // namespace Studio
