// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "profiles/connectiontest.h"

#include "profiles/profileconnection.h"

#include <QElapsedTimer>
#include <QHostAddress>
#include <QHostInfo>
#include <QNetworkProxy>
#include <QSslSocket>
#include <QTimer>

#include <hpkvqt/apiclient.h>
#include <hpkvqt/keys.h>
#include <hpkvqt/subscriptionclient.h>

#include <chrono>

namespace Studio
{

namespace
{

using namespace std::chrono_literals;

constexpr auto stepDeadline = 10s;
constexpr int stepCount = 5;
constexpr int roundTrips = 3;

} // namespace

struct ConnectionTest::Private {
    ConnectionTest *q;
    Profile profile;
    QString secret;
    QList<TestStepResult> steps;
    bool running = false;
    int current = 0;
    Hpkv::ConnectionConfig config;
    QUrl url;
    QElapsedTimer clock;
    QTimer deadline;
    QSslSocket *socket = nullptr;
    std::unique_ptr<Hpkv::Client> client;
    int lookup = -1;
    int tripsLeft = 0;
    double fastest = -1;

    TestStepResult &step() { return steps[current]; }
    bool isSecure() const { return url.scheme() == QLatin1StringView("wss"); }
    quint16 port() const { return quint16(url.port(isSecure() ? 443 : 80)); }

    void begin(TestStep which);
    void pass(const QString &text, double milliseconds = -1);
    void skip(const QString &text);
    void fail(const QString &text, const QString &advice);
    void stop(bool passed);
    void release();

    void testAddress();
    void lookedUp(const QHostInfo &info);
    void connectSocket(bool encrypted);
    void socketFailed();
    void testTls();
    void testAuthentication();
    void clientFailed(const Hpkv::Error &error);
    void testRequest();
    void requestDone(const Hpkv::RangeReply &reply, const QByteArray &prefix);
    void testRoundTrip();
    void timedOut();
};

ConnectionTest::ConnectionTest(Profile profile, const QString &secret, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>())
{
    d->q = this;
    d->profile = std::move(profile);
    // A pasted key often brings a blank or the end of a line along.
    d->secret = secret.trimmed();
    for (int i = 0; i < stepCount; ++i)
        d->steps.append({TestStep(i), TestStepState::Waiting, -1, {}, {}});
    d->deadline.setSingleShot(true);
    connect(&d->deadline, &QTimer::timeout, this, [this] { d->timedOut(); });
}

ConnectionTest::~ConnectionTest()
{
    d->running = false;
    d->release();
}

QString ConnectionTest::stepName(TestStep step)
{
    switch (step) {
    case TestStep::Address:
        return tr("Address");
    case TestStep::Tls:
        return tr("Encryption");
    case TestStep::Authentication:
        return tr("Sign-in");
    case TestStep::FirstRequest:
        return tr("First request");
    case TestStep::RoundTrip:
        return tr("Round trip");
    }
    return {};
}

bool ConnectionTest::isRunning() const
{
    return d->running;
}

QList<TestStepResult> ConnectionTest::steps() const
{
    return d->steps;
}

bool ConnectionTest::passed() const
{
    return !d->running && d->steps.constLast().state == TestStepState::Passed;
}

void ConnectionTest::start()
{
    if (d->running)
        return;
    d->running = true;
    for (int i = 0; i < stepCount; ++i) {
        d->steps[i] = {TestStep(i), TestStepState::Waiting, -1, {}, {}};
        emit stepChanged(TestStep(i));
    }
    // Never before start() has returned.
    QTimer::singleShot(0, this, [this] {
        if (d->running)
            d->testAddress();
    });
}

void ConnectionTest::cancel()
{
    if (!d->running)
        return;
    d->release();
    if (d->step().state == TestStepState::Running || d->step().state == TestStepState::Waiting)
        d->skip(tr("Stopped"));
    d->stop(false);
}

// --- one step after the other

void ConnectionTest::Private::begin(TestStep which)
{
    current = int(which);
    step().state = TestStepState::Running;
    clock.start();
    deadline.start(stepDeadline);
    emit q->stepChanged(which);
}

void ConnectionTest::Private::pass(const QString &text, double milliseconds)
{
    step().state = TestStepState::Passed;
    step().milliseconds = milliseconds >= 0 ? milliseconds : double(clock.nsecsElapsed()) / 1e6;
    step().text = text;
    emit q->stepChanged(step().step);
}

void ConnectionTest::Private::skip(const QString &text)
{
    step().state = TestStepState::Skipped;
    step().text = text;
    emit q->stepChanged(step().step);
}

void ConnectionTest::Private::fail(const QString &text, const QString &advice)
{
    if (!running)
        return;
    release();
    step().state = TestStepState::Failed;
    step().milliseconds = double(clock.nsecsElapsed()) / 1e6;
    step().text = text;
    step().advice = advice;
    // Whatever a server or library said: the secret is no part of it.
    if (!secret.isEmpty())
        step().text.replace(secret, QStringLiteral("…"));
    emit q->stepChanged(step().step);
    stop(false);
}

void ConnectionTest::Private::stop(bool passed)
{
    deadline.stop();
    running = false;
    for (int i = current + 1; i < stepCount; ++i) {
        if (steps.at(i).state != TestStepState::Waiting)
            continue;
        steps[i].state = TestStepState::Skipped;
        emit q->stepChanged(TestStep(i));
    }
    emit q->finished(passed);
}

void ConnectionTest::Private::release()
{
    deadline.stop();
    if (lookup >= 0)
        QHostInfo::abortHostLookup(std::exchange(lookup, -1));
    if (QSslSocket *old = std::exchange(socket, nullptr)) {
        old->disconnect(q);
        old->abort();
        old->deleteLater();
    }
    if (Hpkv::Client *old = client.release()) {
        old->disconnect(q);
        old->disconnectFromServer();
        // We may be inside one of its signals.
        old->deleteLater();
    }
}

void ConnectionTest::Private::timedOut()
{
    switch (TestStep(current)) {
    case TestStep::Address:
        fail(tr("%1 does not answer on port %2.").arg(url.host()).arg(port()),
             tr("Check the address and the port, and whether a firewall or proxy lies between."));
        break;
    case TestStep::Tls:
        fail(tr("The encrypted connection was not set up in time."),
             tr("Check whether a proxy or firewall interferes with encrypted connections."));
        break;
    case TestStep::Authentication:
        fail(tr("The server took the connection but did not answer the sign-in."),
             tr("Check whether the address is that of an HPKV service."));
        break;
    case TestStep::FirstRequest:
    case TestStep::RoundTrip:
        fail(tr("The server does not answer a request."), tr("Try again in a moment."));
        break;
    }
}

// --- address and TLS

void ConnectionTest::Private::testAddress()
{
    begin(TestStep::Address);
    QString problem;
    config = connectionConfig(profile, &problem);
    if (!problem.isEmpty()) {
        fail(problem, tr("Choose a PEM file, or leave the field empty to use those of the system."));
        return;
    }
    config.connectTimeout = stepDeadline;
    config.reconnect.maxAttempts = 0;
    config.throttle.enabled = false;
    QString why;
    url = config.webSocketUrl(&why);
    if (!url.isValid()) {
        fail(tr("This is no usable address: %1").arg(why),
             tr("Enter the base URL as the dashboard shows it, for example https://api-eu-1.hpkv.io."));
        return;
    }
    const QNetworkProxy proxy = config.proxy.value_or(QNetworkProxy(QNetworkProxy::DefaultProxy));
    QHostAddress address;
    const bool viaProxy =
        proxy.type() == QNetworkProxy::HttpProxy || proxy.type() == QNetworkProxy::Socks5Proxy;
    if (viaProxy || address.setAddress(url.host())) {
        connectSocket(false);
        return;
    }
    lookup = QHostInfo::lookupHost(url.host(), q, [this](const QHostInfo &info) { lookedUp(info); });
}

void ConnectionTest::Private::lookedUp(const QHostInfo &info)
{
    lookup = -1;
    if (!running)
        return;
    if (info.error() != QHostInfo::NoError || info.addresses().isEmpty()) {
        fail(tr("The name %1 is not known.").arg(url.host()),
             tr("Check the spelling of the address and the connection to the internet."));
        return;
    }
    connectSocket(false);
}

void ConnectionTest::Private::connectSocket(bool encrypted)
{
    socket = new QSslSocket(q);
    if (config.proxy)
        socket->setProxy(*config.proxy);
    socket->setSslConfiguration(config.effectiveTls());
    connect(socket, &QAbstractSocket::errorOccurred, q, [this] { socketFailed(); });
    if (encrypted) {
        connect(socket, &QSslSocket::encrypted, q, [this] {
            const QString protocol = socket->sessionProtocol() == QSsl::TlsV1_3 ? QStringLiteral("TLS 1.3")
                                                                                : QStringLiteral("TLS 1.2");
            pass(tr("%1, the certificate is trusted.").arg(protocol));
            release();
            testAuthentication();
        });
        socket->connectToHostEncrypted(url.host(), port());
    } else {
        connect(socket, &QAbstractSocket::connected, q, [this] {
            const QString peer =
                socket->peerAddress().isNull() ? url.host() : socket->peerAddress().toString();
            pass(tr("%1 answers on port %2.").arg(peer).arg(port()));
            release();
            testTls();
        });
        socket->connectToHost(url.host(), port());
    }
}

void ConnectionTest::Private::socketFailed()
{
    if (!socket || !running)
        return;
    const QString why = socket->errorString();
    switch (socket->error()) {
    case QAbstractSocket::ConnectionRefusedError:
        fail(tr("%1 refuses connections on port %2.").arg(url.host()).arg(port()),
             tr("Check the port, and whether the server is running."));
        return;
    case QAbstractSocket::HostNotFoundError:
        fail(tr("The name %1 is not known.").arg(url.host()),
             tr("Check the spelling of the address and the connection to the internet."));
        return;
    case QAbstractSocket::ProxyAuthenticationRequiredError:
    case QAbstractSocket::ProxyConnectionRefusedError:
    case QAbstractSocket::ProxyConnectionClosedError:
    case QAbstractSocket::ProxyConnectionTimeoutError:
    case QAbstractSocket::ProxyNotFoundError:
    case QAbstractSocket::ProxyProtocolError:
        fail(tr("The proxy does not let the connection through: %1.").arg(why),
             tr("Check the proxy settings."));
        return;
    case QAbstractSocket::SslHandshakeFailedError:
    case QAbstractSocket::SslInvalidUserDataError:
    case QAbstractSocket::SslInternalError: {
        const QList<QSslError> errors = socket->sslHandshakeErrors();
        if (errors.isEmpty()) {
            fail(tr("The server does not speak TLS as expected: %1.").arg(why),
                 tr("For a local server without encryption, use ws:// or http:// in the address."));
        } else {
            fail(tr("The server's certificate is not trusted: %1.").arg(errors.constFirst().errorString()),
                 tr("If it was issued by an authority of your own, choose its PEM file under certificate "
                    "authorities."));
        }
        return;
    }
    default:
        break;
    }
    if (TestStep(current) == TestStep::Tls) {
        fail(tr("The server does not speak TLS as expected: %1.").arg(why),
             tr("For a local server without encryption, use ws:// or http:// in the address."));
    } else {
        fail(tr("%1 cannot be reached: %2.").arg(url.host(), why),
             tr("Check the address and the connection to the internet."));
    }
}

void ConnectionTest::Private::testTls()
{
    begin(TestStep::Tls);
    if (!isSecure()) {
        skip(tr("The address asks for no encryption."));
        testAuthentication();
        return;
    }
    connectSocket(true);
}

// --- the service

void ConnectionTest::Private::testAuthentication()
{
    begin(TestStep::Authentication);
    if (secret.isEmpty()) {
        fail(profile.credential == CredentialKind::Token ? tr("There is no token.")
                                                         : tr("There is no API key."),
             tr("Copy it from your HPKV dashboard."));
        return;
    }
    if (profile.credential == CredentialKind::Token)
        client = std::make_unique<Hpkv::SubscriptionClient>(config, secret);
    else
        client = std::make_unique<Hpkv::ApiClient>(config, secret);
    connect(client.get(), &Hpkv::Client::connected, q, [this] {
        pass(profile.credential == CredentialKind::Token ? tr("The token is accepted.")
                                                         : tr("The API key is accepted."));
        testRequest();
    });
    connect(client.get(), &Hpkv::Client::errorOccurred, q,
            [this](const Hpkv::Error &error) { clientFailed(error); });
    client->connectToServer();
}

void ConnectionTest::Private::clientFailed(const Hpkv::Error &error)
{
    if (!running)
        return;
    if (TestStep(current) != TestStep::Authentication) {
        fail(tr("The server ended the connection: %1").arg(error.text), tr("Try again in a moment."));
        return;
    }
    const QString status = error.code > 0 ? tr(" (HTTP %1)").arg(error.code) : QString();
    switch (error.kind) {
    case Hpkv::ErrorKind::Authentication:
        if (profile.credential == CredentialKind::Token) {
            fail(tr("The server refuses the token%1.").arg(status),
                 tr("It may have expired: tokens live two hours. Make a new one, or use the API key."));
        } else {
            fail(tr("The server refuses the API key%1.").arg(status),
                 tr("Check that the key was copied whole and belongs to this address."));
        }
        break;
    case Hpkv::ErrorKind::Configuration:
        fail(tr("There is no HPKV service at this address%1.").arg(status),
             tr("Use the base URL that the dashboard shows."));
        break;
    default:
        fail(tr("The server did not take the connection%1: %2").arg(status, error.text),
             tr("Try again in a moment."));
        break;
    }
}

/// One key of the store at most. A token may be limited to some prefixes: then below the first of them.
void ConnectionTest::Private::testRequest()
{
    begin(TestStep::FirstRequest);
    const QByteArray prefix = profile.credential == CredentialKind::Token && !profile.prefixes.isEmpty()
                                ? profile.prefixes.constFirst()
                                : QByteArray();
    const QByteArray first = prefix.isEmpty() ? Hpkv::Keys::smallestStart() : prefix;
    Hpkv::RangeReply *reply = client->range(first, Hpkv::Keys::prefixEnd(prefix), 1);
    connect(reply, &Hpkv::Reply::finished, q, [this, reply, prefix] { requestDone(*reply, prefix); });
}

void ConnectionTest::Private::requestDone(const Hpkv::RangeReply &reply, const QByteArray &prefix)
{
    if (!running || !client)
        return;
    const Hpkv::Error &error = reply.error();
    if (!error.isError()) {
        pass(reply.page().records.isEmpty() ? tr("The store answers. It holds no key there yet.")
                                            : tr("The store answers with its keys."));
        testRoundTrip();
        return;
    }
    switch (error.kind) {
    case Hpkv::ErrorKind::AccessDenied:
        fail(prefix.isEmpty() ? tr("The token may not list the whole store.")
                              : tr("The token may not list keys below %1.").arg(QString::fromUtf8(prefix)),
             tr("Enter the prefixes that the token may read."));
        break;
    case Hpkv::ErrorKind::RateLimited:
        fail(tr("The rate limit of the account is used up at the moment."),
             tr("Wait a moment, and check whether other programs use the same key."));
        break;
    default:
        fail(tr("The first request failed: %1").arg(error.text), tr("Try again in a moment."));
        break;
    }
}

void ConnectionTest::Private::testRoundTrip()
{
    if (TestStep(current) != TestStep::RoundTrip) {
        begin(TestStep::RoundTrip);
        tripsLeft = roundTrips;
        fastest = -1;
    }
    // A key that cannot be there: the answer is short, and "not found" is an answer.
    const QByteArray key = profile.credential == CredentialKind::Token && !profile.prefixes.isEmpty()
                             ? profile.prefixes.constFirst() + "hpkv-studio-round-trip"
                             : QByteArray("hpkv-studio-round-trip");
    Hpkv::GetReply *reply = client->get(key);
    connect(reply, &Hpkv::Reply::finished, q, [this, reply] {
        if (!running || !client)
            return;
        const Hpkv::Error &error = reply->error();
        if (error.isError() && error.delivery != Hpkv::Delivery::Answered) {
            fail(tr("The server does not answer a request: %1").arg(error.text),
                 tr("Try again in a moment."));
            return;
        }
        if (fastest < 0 || reply->roundTrip() < fastest)
            fastest = reply->roundTrip();
        if (--tripsLeft > 0) {
            testRoundTrip();
            return;
        }
        const int decimals = fastest < 1 ? 2 : 1;
        pass(tr("A request and its answer take %1 ms.").arg(fastest, 0, 'f', decimals), fastest);
        release();
        stop(true);
    });
}

} // namespace Studio
