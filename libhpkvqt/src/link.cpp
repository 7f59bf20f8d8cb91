// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: MIT

#include "link.h"

namespace Hpkv
{

namespace
{

/// Codes by which a server says that it no longer accepts the credential.
bool isPolicyClose(int code)
{
    return code == 1008 || code == 4401 || code == 4403;
}

Error refused(const LinkEnd &end)
{
    ErrorKind kind = ErrorKind::ConnectionFailed;
    const char *meaning = "The server refused the connection";
    switch (end.httpStatus) {
    case 401:
    case 403:
        kind = ErrorKind::Authentication;
        meaning = "The server does not accept the credential";
        break;
    case 400:
    case 404:
        kind = ErrorKind::Configuration;
        meaning = "There is no HPKV store at this address";
        break;
    case 429:
        meaning = "The server takes no more connections for now";
        break;
    default:
        break;
    }
    QString text = QStringLiteral("%1 (HTTP %2)").arg(QLatin1StringView(meaning)).arg(end.httpStatus);
    text += end.text.isEmpty() ? QStringLiteral(".") : QStringLiteral(": ") + end.text;
    return Error(kind, text, Delivery::NotSent, end.httpStatus);
}

QString withReason(const QString &text, const QString &reason)
{
    return text + (reason.isEmpty() ? QStringLiteral(".") : QStringLiteral(": ") + reason);
}

} // namespace

Error toError(const LinkEnd &end)
{
    switch (end.cause) {
    case LinkEnd::Cause::Refused:
        return refused(end);
    case LinkEnd::Cause::BadAddress:
        return Error(ErrorKind::Configuration, end.text);
    case LinkEnd::Cause::Tls:
        return Error(ErrorKind::ConnectionFailed,
                     withReason(QStringLiteral("No secure connection"), end.text));
    case LinkEnd::Cause::Network:
        if (!end.opened)
            return Error(ErrorKind::ConnectionFailed, withReason(QStringLiteral("No connection"), end.text));
        break;
    case LinkEnd::Cause::Closed:
        if (isPolicyClose(end.closeCode)) {
            return Error(
                ErrorKind::Authentication,
                withReason(QStringLiteral("The server ended the access (close code %1)").arg(end.closeCode),
                           end.text),
                Delivery::NotSent, end.closeCode);
        }
        break;
    }
    const QString text =
        end.closeCode == 1006
            ? QStringLiteral("The connection broke off")
            : QStringLiteral("The server closed the connection (close code %1)").arg(end.closeCode);
    return Error(end.opened ? ErrorKind::ConnectionLost : ErrorKind::ConnectionFailed,
                 withReason(text, end.text));
}

} // namespace Hpkv
