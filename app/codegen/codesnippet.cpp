// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "codegen/codesnippet.h"

#include "codegen/literals.h"

#include <QUrl>

namespace Studio
{

namespace
{

/// Longest argument that is safe in a command line; Linux takes 128 KiB for one.
constexpr qsizetype LongestArgument = 100'000;

QByteArray javaScript(const CodeRequest &request)
{
    const QByteArray key = Literals::javaScript(request.key);
    QByteArray call;
    switch (request.operation) {
    case CodeOperation::Get:
        call = "const { value } = await client.get(" + key + ");\n  console.log(value);";
        break;
    case CodeOperation::Set:
        call = "await client.set(" + key + ", " + Literals::javaScript(request.value) + ");";
        break;
    case CodeOperation::Patch:
        call = "await client.set(" + key + ", " + Literals::javaScript(request.value) + ", true);";
        break;
    case CodeOperation::Increment:
        call = "const { newValue } = await client.atomicIncrement(" + key + ", "
             + QByteArray::number(request.delta) + ");\n  console.log(newValue);";
        break;
    case CodeOperation::Delete:
        call = "await client.delete(" + key + ");";
        break;
    }
    return "import { HPKVClientFactory } from '@hpkv/websocket-client';\n\n"
           "const client = HPKVClientFactory.createApiClient(process.env.HPKV_API_KEY, "
         + Literals::javaScript(restBase(request.baseUrl).toUtf8()) + ");\nawait client.connect();\ntry {\n  "
         + call + "\n} finally {\n  await client.disconnect();\n}\n";
}

/// QByteArrayLiteral takes the literal's size, so that a NUL in it stays.
QByteArray cppBytes(const QByteArray &bytes)
{
    return "QByteArrayLiteral(" + Literals::cpp(bytes) + ')';
}

QByteArray cpp(const CodeRequest &request)
{
    const QByteArray key = cppBytes(request.key);
    QByteArray type = "Hpkv::WriteReply";
    QByteArray call;
    QByteArray said = "reply->error()";
    switch (request.operation) {
    case CodeOperation::Get:
        type = "Hpkv::GetReply";
        call = "get(" + key + ')';
        said = "reply->value() << reply->error()";
        break;
    case CodeOperation::Set:
        call = "set(" + key + ", " + cppBytes(request.value) + ')';
        break;
    case CodeOperation::Patch:
        call = "patch(" + key + ", " + cppBytes(request.value) + ')';
        break;
    case CodeOperation::Increment:
        type = "Hpkv::IncrementReply";
        call = "increment(" + key + ", " + QByteArray::number(request.delta) + ')';
        said = "reply->newValue() << reply->error()";
        break;
    case CodeOperation::Delete:
        call = "remove(" + key + ')';
        break;
    }
    return "#include <hpkvqt/apiclient.h>\n\n"
           "Hpkv::ConnectionConfig config;\n"
           "config.baseUrl = QString::fromUtf8("
         + Literals::cpp(restBase(request.baseUrl).toUtf8())
         + ");\n"
           "auto *client = new Hpkv::ApiClient(config, qEnvironmentVariable(\"HPKV_API_KEY\"));\n"
           "QObject::connect(client, &Hpkv::Client::connected, client, [client] {\n    "
         + type + " *reply = client->" + call
         + ";\n    QObject::connect(reply, &Hpkv::Reply::finished, client, [reply] { qInfo() << " + said
         + "; });\n});\nclient->connectToServer();\n";
}

QByteArray curl(const CodeRequest &request)
{
    const QByteArray base = restBase(request.baseUrl).toUtf8();
    QByteArray command = "curl -sS";
    QByteArray path;
    QByteArray body;
    switch (request.operation) {
    case CodeOperation::Delete:
        command += " -X DELETE";
        [[fallthrough]];
    case CodeOperation::Get:
        // A key "." or ".." is no step in a path, and brackets stand for themselves.
        command += " --globoff --path-as-is";
        path = "/record/" + Literals::urlPart(request.key);
        break;
    case CodeOperation::Set:
    case CodeOperation::Patch:
        path = "/record";
        body = "{\"key\":" + Literals::json(request.key) + ",\"value\":" + Literals::json(request.value)
             + (request.operation == CodeOperation::Patch ? ",\"partialUpdate\":true}" : "}");
        break;
    case CodeOperation::Increment:
        path = "/record/atomic";
        body = "{\"key\":" + Literals::json(request.key)
             + ",\"increment\":" + QByteArray::number(request.delta) + '}';
        break;
    }
    command += ' ' + Literals::shell(base + path) + " \\\n  -H \"x-api-key: $HPKV_API_KEY\"";
    if (body.isEmpty())
        return command + '\n';
    command += " \\\n  -H 'Content-Type: application/json' \\\n  ";
    if (body.size() <= LongestArgument)
        return command + "--data-raw " + Literals::shell(body) + '\n';
    // The body is one line of JSON, so that the word behind it cannot stand in it.
    return command + "--data-binary @- <<'HPKV_END'\n" + body + "\nHPKV_END\n";
}

QByteArray rawFrame(const CodeRequest &request)
{
    int op = 0;
    QByteArray value;
    switch (request.operation) {
    case CodeOperation::Get:
        op = 1;
        break;
    case CodeOperation::Set:
        op = 2;
        value = Literals::json(request.value);
        break;
    case CodeOperation::Patch:
        op = 3;
        value = Literals::json(request.value);
        break;
    case CodeOperation::Delete:
        op = 4;
        break;
    case CodeOperation::Increment:
        op = 6;
        value = QByteArray::number(request.delta);
        break;
    }
    return "{\"op\":" + QByteArray::number(op) + ",\"key\":" + Literals::json(request.key)
         + (value.isEmpty() ? QByteArray() : ",\"value\":" + value) + ",\"messageId\":1}\n";
}

} // namespace

QString restBase(const QString &baseUrl)
{
    QString text = baseUrl.trimmed();
    if (!text.contains(QLatin1StringView("://")))
        text.prepend(QStringLiteral("wss://"));
    QUrl url(text);
    const bool plain = url.scheme() == QLatin1StringView("ws") || url.scheme() == QLatin1StringView("http");
    url.setScheme(plain ? QStringLiteral("http") : QStringLiteral("https"));
    // Somebody may have typed a credential into the address.
    url.setUserInfo({});
    url.setQuery(QString());
    url.setFragment({});
    QString path = url.path();
    const auto trimSlashes = [&path] {
        while (path.endsWith(QLatin1Char('/')))
            path.chop(1);
    };
    trimSlashes();
    if (path.endsWith(QLatin1StringView("/ws")))
        path.chop(3);
    trimSlashes();
    url.setPath(path);
    return url.toString(QUrl::FullyEncoded);
}

QString codeFor(const CodeRequest &request, CodeLanguage language)
{
    QByteArray code;
    switch (language) {
    case CodeLanguage::JavaScript:
        code = javaScript(request);
        break;
    case CodeLanguage::Cpp:
        code = cpp(request);
        break;
    case CodeLanguage::Curl:
        code = curl(request);
        break;
    case CodeLanguage::RawFrame:
        code = rawFrame(request);
        break;
    }
    return QString::fromUtf8(code);
}

} // namespace Studio
