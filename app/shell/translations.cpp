// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "shell/translations.h"

#include <QCoreApplication>
#include <QDir>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

/// The catalogues lie in a static library: without this the linker leaves them out.
static void initCatalogues()
{
    Q_INIT_RESOURCE(translations);
}

namespace Studio
{

namespace
{

const auto Folder = QLatin1StringView(":/i18n");
const auto Prefix = QLatin1StringView("hpkv-studio_");

} // namespace

QStringList Translations::available()
{
    initCatalogues();
    QStringList codes;
    const QStringList files = QDir(Folder).entryList({Prefix + QStringLiteral("*.qm")});
    for (const QString &file : files)
        codes.append(file.sliced(Prefix.size()).chopped(3));
    codes.removeAll(QStringLiteral("en"));
    codes.prepend(QStringLiteral("en"));
    return codes;
}

QString Translations::nativeName(const QString &code)
{
    const QString name = QLocale(code).nativeLanguageName();
    return name.left(1).toUpper() + name.mid(1);
}

QString Translations::install(QCoreApplication &app, const QString &code)
{
    const QStringList codes = available();
    const QLocale system = QLocale::system();
    QString chosen = code;
    if (!codes.contains(chosen)) {
        const QString systemCode = QLocale::languageToCode(system.language());
        chosen = codes.contains(systemCode) ? systemCode : codes.first();
    }
    // The person's own conventions of a country hold where the language is theirs.
    const bool systemLanguage = QLocale(chosen).language() == system.language();
    QLocale::setDefault(systemLanguage ? system : QLocale(chosen));

    // English, too, has a catalogue: for its plural forms.
    auto *own = new QTranslator(&app);
    if (own->load(Prefix + chosen, Folder))
        app.installTranslator(own);
    auto *qt = new QTranslator(&app);
    if (qt->load(QStringLiteral("qtbase_") + chosen, QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        app.installTranslator(qt);
    return chosen;
}

} // namespace Studio
