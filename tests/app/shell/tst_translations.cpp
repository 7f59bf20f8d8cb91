// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "shell/translations.h"

#include "shell/commandregistry.h"
#include "shell/commands.h"
#include "shell/settings.h"
#include "shell/statusline.h"
#include "shell/theme.h"

#include "failonwarning.h"

#include <QAction>
#include <QApplication>
#include <QLocale>
#include <QTemporaryDir>
#include <QTest>
#include <QTranslator>

using namespace Studio;

class TestTranslations : public QObject
{
    Q_OBJECT

private slots:
    void init() { TestSupport::failOnUnannouncedWarning(); }
    void cleanup();
    void germanIsThere();
    void commandsAreGerman();
    void pluralsOfEnglish();
    void pluralsOfGerman();
    void unknownLanguageFallsBackToEnglish();
    void numbersFollowTheLanguage();
};

void TestTranslations::cleanup()
{
    const auto translators = qApp->findChildren<QTranslator *>();
    for (QTranslator *translator : translators) {
        QCoreApplication::removeTranslator(translator);
        delete translator;
    }
}

void TestTranslations::germanIsThere()
{
    QCOMPARE(Translations::available(), (QStringList{QStringLiteral("en"), QStringLiteral("de")}));
    QCOMPARE(Translations::nativeName(QStringLiteral("de")), QStringLiteral("Deutsch"));
}

void TestTranslations::commandsAreGerman()
{
    QCOMPARE(Translations::install(*qApp, QStringLiteral("de")), QStringLiteral("de"));
    const QTemporaryDir folder;
    Settings settings(folder.filePath(QStringLiteral("settings.json")));
    Theme theme(settings);
    CommandRegistry commands(theme);
    addStandardCommands(commands);
    QCOMPARE(commands.action(QStringLiteral("record.save"))->text(), QStringLiteral("Änderungen speichern"));
    QCOMPARE(commands.action(QStringLiteral("file.quit"))->text(), QStringLiteral("Beenden"));
}

void TestTranslations::pluralsOfEnglish()
{
    QCOMPARE(Translations::install(*qApp, QStringLiteral("en")), QStringLiteral("en"));
    QCOMPARE(StatusLine::tr("%n notice(s)", nullptr, 1), QStringLiteral("1 notice"));
    QCOMPARE(StatusLine::tr("%n notice(s)", nullptr, 3), QStringLiteral("3 notices"));
}

void TestTranslations::pluralsOfGerman()
{
    Translations::install(*qApp, QStringLiteral("de"));
    QCOMPARE(StatusLine::tr("%n notice(s)", nullptr, 1), QStringLiteral("1 Meldung"));
    QCOMPARE(StatusLine::tr("%n notice(s)", nullptr, 3), QStringLiteral("3 Meldungen"));
}

void TestTranslations::unknownLanguageFallsBackToEnglish()
{
    // The tests run in the C locale, which is no language of the program either.
    QCOMPARE(Translations::install(*qApp, QStringLiteral("tlh")), QStringLiteral("en"));
    QCOMPARE(Translations::install(*qApp, QString()), QStringLiteral("en"));
}

void TestTranslations::numbersFollowTheLanguage()
{
    Translations::install(*qApp, QStringLiteral("de"));
    QCOMPARE(QLocale().toString(1234.5, 'f', 1), QStringLiteral("1.234,5"));
    Translations::install(*qApp, QStringLiteral("en"));
    QCOMPARE(QLocale().language(), QLocale::English);
}

QTEST_MAIN(TestTranslations)
#include "tst_translations.moc"
