// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: MIT

#include <hpkvqt/accesspattern.h>
#include <hpkvqt/tokenmanager.h>

#include "jsonscanner.h"
#include "logging.h"

#include <QFutureWatcher>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QNetworkRequest>
#include <QPointer>
#include <QPromise>
#include <QTimer>

#include <functional>
#include <memory>
#include <utility>

namespace Hpkv
{

namespace
{

/// A token is far shorter; more is not read.
constexpr qint64 largestAnswer = 1024 * 1024;

void appendTexts(QByteArray &out, const char *name, const QList<QByteArray> &texts)
{
    out += '"';
    out += name;
    out += "\":[";
    for (qsizetype i = 0; i < texts.size(); ++i) {
        if (i > 0)
            out += ',';
        appendJsonString(out, texts.at(i));
    }
    out += "],";
}

QByteArray encode(const TokenRequest &request)
{
    QByteArray out("{");
    if (!request.subscribePatterns.isEmpty() || request.subscribeKeys.isEmpty())
        appendTexts(out, "subscribePatterns", request.subscribePatterns);
    if (!request.subscribeKeys.isEmpty())
        appendTexts(out, "subscribeKeys", request.subscribeKeys);
    out += "\"accessPattern\":";
    appendJsonString(out, request.accessPattern.toUtf8());
    out += '}';
    return out;
}

/// A text member of a JSON object; empty if there is none.
QString memberOf(const QByteArray &body, const char *wanted)
{
    QByteArray result;
    QByteArrayView name;
    JsonScanner json(body);
    json.enterObject();
    for (bool first = true; json.nextMember(first, name);) {
        if (name == wanted && json.peek() == JsonScanner::Type::String)
            json.readString(result);
        else
            json.skip();
    }
    return json.failed() ? QString() : QString::fromUtf8(result);
}

Error validate(const TokenRequest &request)
{
    for (const QList<QByteArray> &list : {request.subscribePatterns, request.subscribeKeys}) {
        for (const QByteArray &entry : list) {
            if (entry.isEmpty())
                return Error(ErrorKind::InvalidArgument, QStringLiteral("A subscription must not be empty."));
            if (!entry.isValidUtf8())
                return Error(ErrorKind::InvalidArgument,
                             QStringLiteral("A subscription is not valid UTF-8."));
        }
    }
    return {};
}

Error fromStatus(int status, const QString &serverText)
{
    ErrorKind kind = ErrorKind::Server;
    const char *meaning = "The token request failed";
    switch (status) {
    case 401:
    case 403:
        kind = ErrorKind::Authentication;
        meaning = "The server does not accept the API key";
        break;
    case 404:
        kind = ErrorKind::Configuration;
        meaning = "There is no token endpoint at this address";
        break;
    case 400:
        kind = ErrorKind::BadRequest;
        break;
    case 429:
        kind = ErrorKind::RateLimited;
        break;
    default:
        break;
    }
    const QString text = QStringLiteral("%1 (HTTP %2)").arg(QLatin1StringView(meaning)).arg(status)
                       + (serverText.isEmpty() ? QStringLiteral(".") : QStringLiteral(": ") + serverText);
    return Error(kind, text, Delivery::Answered, status);
}

} // namespace

TokenRequest TokenRequest::forPrefix(const QByteArray &prefix)
{
    TokenRequest request;
    request.subscribePatterns = {prefix + '*'};
    request.accessPattern = AccessPattern::prefix(prefix).toString();
    return request;
}

TokenRequest TokenRequest::forKeys(const QList<QByteArray> &keys)
{
    TokenRequest request;
    request.subscribePatterns = keys;
    request.accessPattern = AccessPattern::keys(keys).toString();
    return request;
}

QDebug operator<<(QDebug debug, const TokenRequest &request)
{
    const QDebugStateSaver saver(debug);
    debug.nospace() << "Hpkv::TokenRequest(patterns " << request.subscribePatterns << ", keys "
                    << request.subscribeKeys << ", access " << request.accessPattern << ')';
    return debug;
}

class TokenReplyPrivate
{
public:
    using Promise = std::function<void(const QString &, const Error &)>;

    QPointer<QNetworkReply> http;
    QTimer deadline;
    QString apiKey;
    QString token;
    Error error;
    bool finished = false;
    bool kept = false;
    Promise promise; ///< set when a future was asked for
};

class TokenManagerPrivate
{
public:
    ConnectionConfig config;
    QString apiKey;
    std::chrono::milliseconds timeout{10000};
    QNetworkAccessManager *network = nullptr;

    static void finish(TokenReply *reply, const QString &token, Error error)
    {
        TokenReplyPrivate *const d = reply->d.get();
        if (std::exchange(d->finished, true))
            return;
        d->deadline.stop();
        if (QNetworkReply *const http = d->http) {
            http->disconnect(reply);
            http->abort();
            http->deleteLater();
        }
        d->token = token;
        error.text = redacted(error.text, d->apiKey);
        d->error = std::move(error);
        qCDebug(lcHpkvToken) << "token request ended:" << d->error;
        // A slot may delete the reply; its future ends all the same.
        const TokenReplyPrivate::Promise promise = std::exchange(d->promise, {});
        const Error ended = d->error;
        const QPointer<TokenReply> alive(reply);
        Q_EMIT reply->finished();
        if (alive && !alive->d->kept)
            alive->deleteLater();
        if (promise)
            promise(token, ended);
    }

    static void answered(TokenReply *reply)
    {
        QNetworkReply *const http = reply->d->http;
        const int status = http->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
        if (status == 0) {
            finish(reply, {}, Error(ErrorKind::ConnectionFailed, http->errorString(), Delivery::Unknown));
            return;
        }
        const QByteArray body = http->read(largestAnswer);
        if (status < 200 || status > 299) {
            finish(reply, {}, fromStatus(status, memberOf(body, "error")));
            return;
        }
        const QString token = memberOf(body, "token");
        if (token.isEmpty())
            finish(reply, {},
                   Error(ErrorKind::Protocol, QStringLiteral("The server's answer holds no token."),
                         Delivery::Answered, status));
        else
            finish(reply, token, {});
    }
};

TokenReply::TokenReply(QObject *parent)
    : QObject(parent)
    , d(std::make_unique<TokenReplyPrivate>())
{
}

TokenReply::~TokenReply()
{
    if (QNetworkReply *const http = d->http) {
        http->disconnect(this);
        http->abort();
        http->deleteLater();
    }
    if (d->promise)
        d->promise({},
                   Error(ErrorKind::Canceled, QStringLiteral("The reply was deleted."), Delivery::Unknown));
}

QFuture<Result<QString>> TokenReply::future()
{
    const auto promise = std::make_shared<QPromise<Result<QString>>>();
    promise->start();
    QFuture<Result<QString>> future = promise->future();
    if (d->finished) {
        promise->addResult(Result<QString>{d->token, d->error});
        promise->finish();
        return future;
    }
    auto *const watcher = new QFutureWatcher<Result<QString>>(this);
    connect(watcher, &QFutureWatcherBase::canceled, this, &TokenReply::abort);
    watcher->setFuture(future);
    d->promise = [promise, before = std::move(d->promise)](const QString &token, const Error &error) {
        if (before)
            before(token, error);
        promise->addResult(Result<QString>{token, error});
        promise->finish();
    };
    return future;
}

bool TokenReply::isFinished() const
{
    return d->finished;
}

QString TokenReply::token() const
{
    return d->token;
}

const Error &TokenReply::error() const
{
    return d->error;
}

void TokenReply::keep()
{
    d->kept = true;
}

void TokenReply::abort()
{
    TokenManagerPrivate::finish(
        this, {},
        Error(ErrorKind::Canceled, QStringLiteral("The token request was canceled."), Delivery::Unknown));
}

TokenManager::TokenManager(const ConnectionConfig &config, const QString &apiKey, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<TokenManagerPrivate>())
{
    d->config = config;
    d->apiKey = apiKey;
}

TokenManager::~TokenManager()
{
    // Each ends with an error; a slot may delete others.
    QList<QPointer<TokenReply>> replies;
    for (TokenReply *const reply : findChildren<TokenReply *>(QString(), Qt::FindDirectChildrenOnly))
        replies.append(reply);
    for (const QPointer<TokenReply> &reply : std::as_const(replies)) {
        if (!reply)
            continue;
        reply->setParent(nullptr);
        TokenManagerPrivate::finish(
            reply, {},
            Error(ErrorKind::Canceled, QStringLiteral("The token manager was deleted."), Delivery::Unknown));
    }
}

void TokenManager::setTimeout(std::chrono::milliseconds timeout)
{
    d->timeout = timeout;
}

TokenReply *TokenManager::generateToken(const TokenRequest &request)
{
    auto *const reply = new TokenReply(this);
    reply->d->apiKey = d->apiKey;
    const auto failLater = [reply](const Error &error) {
        QMetaObject::invokeMethod(
            reply, [reply, error] { TokenManagerPrivate::finish(reply, {}, error); }, Qt::QueuedConnection);
    };
    const Error problem = validate(request);
    if (problem.isError()) {
        failLater(problem);
        return reply;
    }
    QString why;
    QUrl url = d->config.httpUrl(&why);
    if (!url.isValid()) {
        failLater(Error(ErrorKind::Configuration, why));
        return reply;
    }
    url.setPath(url.path(QUrl::FullyEncoded) + QStringLiteral("/token/websocket"), QUrl::TolerantMode);

    if (!d->network) {
        d->network = new QNetworkAccessManager(this);
        if (d->config.proxy)
            d->network->setProxy(*d->config.proxy);
    }
    QNetworkRequest http(url);
    for (const auto &[name, value] : d->config.headers)
        http.setRawHeader(name, value);
    http.setHeader(QNetworkRequest::ContentTypeHeader, QByteArrayLiteral("application/json"));
    http.setRawHeader(QByteArrayLiteral("x-api-key"), d->apiKey.toUtf8());
    http.setSslConfiguration(d->config.effectiveTls());
    // The API key must not follow a redirection to another place.
    http.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    http.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    http.setAttribute(QNetworkRequest::CacheSaveControlAttribute, false);
    qCDebug(lcHpkvToken) << "asking" << redactedUrl(url);
    reply->d->http = d->network->post(http, encode(request));
    QObject::connect(reply->d->http, &QNetworkReply::finished, reply,
                     [reply] { TokenManagerPrivate::answered(reply); });
    if (d->timeout.count() > 0) {
        QObject::connect(&reply->d->deadline, &QTimer::timeout, reply, [reply] {
            TokenManagerPrivate::finish(reply, {},
                                        Error(ErrorKind::Timeout,
                                              QStringLiteral("The server did not answer in time."),
                                              Delivery::Unknown));
        });
        reply->d->deadline.setSingleShot(true);
        reply->d->deadline.start(d->timeout);
    }
    return reply;
}

SubscriptionClient::TokenProvider TokenManager::provider(const TokenRequest &request)
{
    return [manager = QPointer<TokenManager>(this), request](const SubscriptionClient::TokenCallback &done) {
        if (!manager) {
            done({}, Error(ErrorKind::Canceled, QStringLiteral("The token manager was deleted.")));
            return;
        }
        TokenReply *const reply = manager->generateToken(request);
        QObject::connect(reply, &TokenReply::finished, reply,
                         [reply, done] { done(reply->token(), reply->error()); });
    };
}

SubscriptionClient *TokenManager::createClient(const ConnectionConfig &config, const QString &apiKey,
                                               const TokenRequest &request, QObject *parent)
{
    auto *const manager = new TokenManager(config, apiKey);
    auto *const client = new SubscriptionClient(config, manager->provider(request), parent);
    manager->setParent(client); // goes with it, to another thread too
    return client;
}

} // namespace Hpkv
