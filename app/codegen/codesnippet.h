// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QString>
#include <QtGlobal>

namespace Studio
{

enum class CodeLanguage : quint8 {
    JavaScript, ///< the official client for Node.js
    Cpp, ///< libhpkvqt
    Curl, ///< REST, for a POSIX shell
    RawFrame ///< what goes over the WebSocket
};

enum class CodeOperation : quint8 { Get, Set, Patch, Increment, Delete };

/// One operation on one key, to be written down as code.
struct CodeRequest {
    CodeOperation operation = CodeOperation::Get;
    QByteArray key; ///< UTF-8, not empty
    QByteArray value; ///< UTF-8; Set and Patch
    qint64 delta = 1; ///< Increment; magnitude at most 2^53 - 1
    QString baseUrl; ///< of the profile, as it was typed
};

/// Code that does `request`, ready to be pasted. Never holds a credential: the environment variable
/// HPKV_API_KEY is read instead. Pure, any thread.
QString codeFor(const CodeRequest &request, CodeLanguage language);

/// `baseUrl` as the REST interface wants it: http or https, without "/ws" and slashes at the end.
QString restBase(const QString &baseUrl);

} // namespace Studio
