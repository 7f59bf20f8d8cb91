// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: MIT

#include "logging.h"

Q_LOGGING_CATEGORY(lcHpkvLink, "hpkv.link", QtCriticalMsg)
Q_LOGGING_CATEGORY(lcHpkvClient, "hpkv.client", QtCriticalMsg)
Q_LOGGING_CATEGORY(lcHpkvRequest, "hpkv.request", QtCriticalMsg)
Q_LOGGING_CATEGORY(lcHpkvToken, "hpkv.token", QtCriticalMsg)

namespace Hpkv
{

QString redactedUrl(const QUrl &url)
{
    return url.toDisplayString(QUrl::RemoveUserInfo | QUrl::RemoveQuery | QUrl::RemoveFragment);
}

QString redacted(QString text, const QString &secret)
{
    // Nothing shorter can be told from ordinary words.
    if (secret.size() < 4 || text.isEmpty())
        return text;
    const QString ellipsis = QStringLiteral("…");
    text.replace(secret, ellipsis);
    const QString encoded = QString::fromLatin1(QUrl::toPercentEncoding(secret));
    if (encoded != secret)
        text.replace(encoded, ellipsis, Qt::CaseInsensitive);
    return text;
}

} // namespace Hpkv
