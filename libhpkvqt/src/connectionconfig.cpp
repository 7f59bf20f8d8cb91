// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: MIT

#include <hpkvqt/connectionconfig.h>

#include "logging.h"

#include <QDebug>

namespace Hpkv
{

namespace
{

void explain(QString *why, const char *text)
{
    if (why)
        *why = QString::fromLatin1(text);
}

/// The base address with a WebSocket scheme and without slashes at its end; invalid if it cannot be used.
QUrl parsedBase(const QString &text, QString *why)
{
    QString base = text.trimmed();
    if (base.isEmpty()) {
        explain(why, "The address is empty.");
        return {};
    }
    // Only "name://" is a scheme here: QUrl would read "localhost:3000" as scheme and path.
    const qsizetype separator = base.indexOf(QLatin1StringView("://"));
    const qsizetype firstOther = base.indexOf(QLatin1Char('/'));
    QString scheme = QStringLiteral("wss");
    if (separator >= 0 && separator < firstOther) {
        scheme = base.left(separator).toLower();
        base.remove(0, separator + 3);
        if (scheme == QLatin1StringView("http"))
            scheme = QStringLiteral("ws");
        else if (scheme == QLatin1StringView("https"))
            scheme = QStringLiteral("wss");
        else if (scheme != QLatin1StringView("ws") && scheme != QLatin1StringView("wss")) {
            explain(why, "The address must begin with https://, http://, wss:// or ws://.");
            return {};
        }
    }
    QUrl url(scheme + QStringLiteral("://") + base, QUrl::TolerantMode);
    if (!url.isValid()) {
        explain(why, "The address is not a valid URL.");
        return {};
    }
    if (url.host().isEmpty()) {
        explain(why, "The address names no host.");
        return {};
    }
    url.setFragment(QString());
    QString path = url.path(QUrl::FullyEncoded);
    while (path.endsWith(QLatin1Char('/')))
        path.chop(1);
    url.setPath(path, QUrl::TolerantMode);
    return url;
}

bool endsInWs(const QString &path)
{
    return path.endsWith(QLatin1StringView("/ws"));
}

} // namespace

ConnectionConfig ConnectionConfig::fromUrl(const QString &baseUrl)
{
    ConnectionConfig config;
    config.baseUrl = baseUrl;
    return config;
}

QUrl ConnectionConfig::webSocketUrl(QString *why) const
{
    QUrl url = parsedBase(baseUrl, why);
    if (!url.isValid())
        return {};
    const QString path = url.path(QUrl::FullyEncoded);
    if (!endsInWs(path))
        url.setPath(path + QStringLiteral("/ws"), QUrl::TolerantMode);
    return url;
}

QUrl ConnectionConfig::httpUrl(QString *why) const
{
    QUrl url = parsedBase(baseUrl, why);
    if (!url.isValid())
        return {};
    url.setScheme(url.scheme() == QLatin1StringView("ws") ? QStringLiteral("http") : QStringLiteral("https"));
    url.setQuery(QString());
    QString path = url.path(QUrl::FullyEncoded);
    if (endsInWs(path)) {
        path.chop(3);
        while (path.endsWith(QLatin1Char('/')))
            path.chop(1);
        url.setPath(path, QUrl::TolerantMode);
    }
    return url;
}

QSslConfiguration ConnectionConfig::effectiveTls() const
{
    QSslConfiguration result = tls ? *tls : QSslConfiguration::defaultConfiguration();
    if (!caCertificates.isEmpty())
        result.addCaCertificates(caCertificates);
    return result;
}

QDebug operator<<(QDebug debug, const ReconnectConfig &config)
{
    const QDebugStateSaver saver(debug);
    debug.nospace() << "Hpkv::ReconnectConfig(" << config.maxAttempts << " attempts, "
                    << config.initialDelay.count() << "..." << config.maxDelay.count() << " ms, jitter "
                    << config.jitter.count() << " ms" << (config.retryFirst ? ", first too)" : ")");
    return debug;
}

QDebug operator<<(QDebug debug, const ThrottleConfig &config)
{
    const QDebugStateSaver saver(debug);
    debug.nospace() << "Hpkv::ThrottleConfig(" << (config.enabled ? "enabled" : "disabled") << ", "
                    << config.requestsPerSecond << "/s, recovery " << config.recoveryInterval.count()
                    << " ms)";
    return debug;
}

QDebug operator<<(QDebug debug, const ConnectionConfig &config)
{
    const QDebugStateSaver saver(debug);
    debug.nospace().noquote() << "Hpkv::ConnectionConfig(" << redactedUrl(config.webSocketUrl()) << ')';
    return debug;
}

} // namespace Hpkv
