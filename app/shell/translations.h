// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QStringList>

class QCoreApplication;

namespace Studio
{

/// The languages of the interface. English is in the program; the others are catalogues at :/i18n.
namespace Translations
{

/// Codes of the languages there are, English first: "en", "de".
QStringList available();
/// "Deutsch" for "de".
QString nativeName(const QString &code);
/// Installs the catalogues for `code` (empty: that of the system) and sets the locale for numbers and dates.
/// Before the first text is shown. Returns the code in use.
QString install(QCoreApplication &app, const QString &code);

} // namespace Translations

} // namespace Studio
