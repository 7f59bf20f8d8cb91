// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QProcessEnvironment>
#include <QString>
#include <QStringList>

namespace Studio
{

/// What an `.env` file, pasted text or the environment says about a connection.
struct EnvSettings {
    QString apiKey;
    QString token;
    QString baseUrl;
    QStringList names; ///< the variables that were used, for "taken from …"
    QStringList ignored; ///< lines that could not be read, as "line 3"; never their content

    bool isEmpty() const { return apiKey.isEmpty() && token.isEmpty() && baseUrl.isEmpty(); }
    /// Hides what is secret.
    friend QDebug operator<<(QDebug debug, const EnvSettings &settings);
};

/// Reads HPKV's variable names and their common variants (HPKV_API_KEY, HPKV_API_BASE_URL, …; with prefixes
/// such as NEXT_PUBLIC_ or VITE_ too) from text in the manner of `.env` files: `export `, quotes, comments,
/// `\n` in double quotes. Where a name occurs twice the last one holds.
EnvSettings parseEnvText(const QString &text);

/// The same from a file of at most 1 MB. When it cannot be read the result is empty and `*problem` says why.
EnvSettings readEnvFile(const QString &file, QString *problem = nullptr);

/// The same from the variables of a process.
EnvSettings fromEnvironment(const QProcessEnvironment &environment);

} // namespace Studio
