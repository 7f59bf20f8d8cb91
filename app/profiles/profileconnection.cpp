// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "profiles/profileconnection.h"

#include <QCoreApplication>
#include <QDir>
#include <QNetworkProxy>
#include <QSslCertificate>

namespace Studio
{

Hpkv::ConnectionConfig connectionConfig(const Profile &profile, QString *problem)
{
    Hpkv::ConnectionConfig config;
    // As typed: the library knows how to read an address without a scheme, QUrl would take it for a path.
    config.baseUrl = profile.baseUrl.toString();
    config.throttle.enabled = profile.requestsPerSecond > 0;
    if (config.throttle.enabled)
        config.throttle.requestsPerSecond = profile.requestsPerSecond;
    config.maxKeySize = profile.maxKeySize;
    config.maxValueSize = profile.maxValueSize;
    switch (profile.proxyMode) {
    case ProxyMode::System:
        break;
    case ProxyMode::None:
        config.proxy = QNetworkProxy(QNetworkProxy::NoProxy);
        break;
    case ProxyMode::Http:
    case ProxyMode::Socks5:
        config.proxy = QNetworkProxy(profile.proxyMode == ProxyMode::Http ? QNetworkProxy::HttpProxy
                                                                          : QNetworkProxy::Socks5Proxy,
                                     profile.proxyHost, quint16(profile.proxyPort));
        break;
    }
    if (!profile.caFile.isEmpty()) {
        config.caCertificates = QSslCertificate::fromPath(profile.caFile, QSsl::Pem);
        if (config.caCertificates.isEmpty() && problem)
            *problem = QCoreApplication::translate("ProfileConnection", "No certificate can be read from %1.")
                           .arg(QDir::toNativeSeparators(profile.caFile));
    }
    return config;
}

} // namespace Studio
