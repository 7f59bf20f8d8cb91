// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QLoggingCategory>
#include <QString>
#include <QUrl>

// Off by default; for example QT_LOGGING_RULES="hpkv.*=true" turns them on. No line ever holds a credential.
Q_DECLARE_LOGGING_CATEGORY(lcHpkvLink)
Q_DECLARE_LOGGING_CATEGORY(lcHpkvClient)
Q_DECLARE_LOGGING_CATEGORY(lcHpkvRequest)
Q_DECLARE_LOGGING_CATEGORY(lcHpkvToken)

namespace Hpkv
{

/// Scheme, host, port and path only: the query may hold a credential.
QString redactedUrl(const QUrl &url);

/// The text with every occurrence of the secret (as it is, and percent-encoded) replaced by an ellipsis.
QString redacted(QString text, const QString &secret);

} // namespace Hpkv
