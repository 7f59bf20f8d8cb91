// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "session/sessiontypes.h"

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>
#include <QUrl>

namespace Studio
{

enum class CredentialKind : quint8 { ApiKey, Token };
enum class ProxyMode : quint8 { System, None, Http, Socks5 };

/// One saved connection. Holds no secret: the API key or token lives in the keychain under `id`.
struct Profile {
    QString id; ///< UUID without braces; the name of the secret in the keychain
    QString name;
    QUrl baseUrl; ///< as the person typed it; Hpkv::ConnectionConfig normalises it
    CredentialKind credential = CredentialKind::ApiKey;
    QList<QByteArray> prefixes; ///< token profiles: what may be listed, as the root may be refused
    int requestsPerSecond = 10; ///< 0 = no limit
    int maxKeySize = 0; ///< bytes that the plan allows; larger keys are not sent; 0 = not known
    int maxValueSize = 0; ///< the same for values
    ProxyMode proxyMode = ProxyMode::System;
    QString proxyHost;
    int proxyPort = 0;
    QString caFile; ///< PEM with extra certificate authorities; empty = the system's
    SafetyLevel safety = SafetyLevel::Confirm;
    QString color; ///< "#RRGGBB"
    QStringList separators{QStringLiteral(":")}; ///< what divides a key into branches; at least one
    bool rememberSecret = true; ///< false: asked for each time
    bool secretInPlainFile = false; ///< the person chose to keep the secret in a file instead of the keychain
    qint64 lastOpened = 0; ///< ms since 1970; 0 = never

    /// A UUID without braces, for `id`.
    static QString newId();

    /// The separators as the bytes they are in a key.
    QList<QByteArray> separatorBytes() const
    {
        QList<QByteArray> bytes;
        for (const QString &separator : separators)
            bytes.append(separator.toUtf8());
        return bytes;
    }

    bool operator==(const Profile &) const = default;
};

} // namespace Studio
