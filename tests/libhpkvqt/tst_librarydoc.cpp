// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: MIT

#include "failonwarning.h"
#include "live.h"

#include <hpkvqt/accesspattern.h>
#include <hpkvqt/apiclient.h>
#include <hpkvqt/childscan.h>
#include <hpkvqt/keys.h>
#include <hpkvqt/rangescan.h>
#include <hpkvqt/tokenmanager.h>
#include <hpkvqt/version.h>

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QPointer>
#include <QTest>
#include <QThread>

using namespace std::chrono_literals;

namespace
{

/// What the snippets speak of without showing it.
QStringList shown;
void show(const QString &text)
{
    shown.append(text);
}
void show(const QByteArray &text)
{
    shown.append(QString::fromUtf8(text));
}
void show(const Hpkv::Error &error)
{
    shown.append(error.kindName());
}

/// Without indentation and blank lines.
QStringList linesOf(const QString &text)
{
    QStringList result;
    for (const QString &line : text.split(QLatin1Char('\n'))) {
        if (!line.trimmed().isEmpty())
            result.append(line.trimmed());
    }
    return result;
}

QString contentOf(const char *path)
{
    QFile file(QString::fromUtf8(path));
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

} // namespace

/// The snippets of docs/library.md: compiled, run, and shown there as they stand here.
class tst_LibraryDoc : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        TestSupport::failOnUnannouncedWarning();
        shown.clear();
        m_server = std::make_unique<hpkv::emulator::Server>(Live::options());
        m_server->start();
    }

    void everySnippetIsThere_data()
    {
        QTest::addColumn<QString>("page");
        QTest::addColumn<QString>("source");
        QTest::addColumn<int>("least");
        QTest::newRow("guide") << contentOf(LIBRARY_DOC) << contentOf(SNIPPETS) << 10;
        QTest::newRow("readme") << contentOf(README) << contentOf(QUICKSTART) << 1;
    }
    void everySnippetIsThere()
    {
        QFETCH(const QString, page);
        QFETCH(const QString, source);
        QFETCH(const int, least);
        const QString lines = QLatin1Char('\n') + linesOf(source).join(QLatin1Char('\n'));
        const QStringList parts = page.split(QStringLiteral("```"));
        int count = 0;
        for (int i = 1; i < parts.size(); i += 2) {
            if (!parts.at(i).startsWith(QLatin1StringView("cpp\n")))
                continue;
            ++count;
            const QString snippet =
                QLatin1Char('\n') + linesOf(parts.at(i).mid(4)).join(QLatin1Char('\n')) + QLatin1Char('\n');
            QVERIFY2(lines.contains(snippet), qPrintable(parts.at(i)));
        }
        QVERIFY(count >= least);
    }

    void firstSteps()
    {
        const QString baseUrl = url();
        const QString apiKey = key();
        // [first]
        Hpkv::ConnectionConfig config;
        config.baseUrl = baseUrl; // as your dashboard shows it, such as https://api-eu-1.hpkv.io

        Hpkv::ApiClient client(config, apiKey);
        connect(&client, &Hpkv::Client::connected, this, [this, &client] {
            client.set("greeting", "hello");
            Hpkv::GetReply *reply = client.get("greeting");
            connect(reply, &Hpkv::Reply::finished, this, [reply] {
                if (reply->succeeded())
                    show(reply->text());
                else
                    show(reply->error());
            });
        });
        connect(&client, &Hpkv::Client::errorOccurred, this, [](const Hpkv::Error &error) { show(error); });
        client.connectToServer();
        // [end]
        QTRY_COMPARE_WITH_TIMEOUT(shown, QStringList{QStringLiteral("hello")}, Live::patience);
    }

    void operations()
    {
        Hpkv::ApiClient client(Live::config(*m_server), key());
        QVERIFY(Live::connectAndWait(client));
        // [operations]
        client.set("user:7", R"({"name":"Ada","age":36})"); // the whole value
        client.patch("user:7", R"({"age":37})"); // merges JSON objects …
        client.append("log", "one more line\n"); // … or appends text
        client.increment("visits", 1); // adds on the server, from 0
        client.remove("draft");
        client.setJson("settings", QJsonDocument(QJsonObject{{QStringLiteral("dark"), true}}));

        Hpkv::RangeReply *page = client.range("user:", Hpkv::Keys::prefixEnd("user:"), 100);
        connect(page, &Hpkv::Reply::finished, this, [page] {
            for (const Hpkv::Record &record : page->page().records)
                show(record.key + " = " + record.value);
        });
        // [end]
        QTRY_COMPARE_WITH_TIMEOUT(shown, QStringList{QStringLiteral(R"(user:7 = {"name":"Ada","age":37})")},
                                  Live::patience);
        const QByteArray text = "text";
        // [options]
        client.set("user:7", text, {.timeout = 2s, .retryRefused = true});
        client.get("thumbnail:7", Hpkv::CallOptions::background());
        // [end]
    }

    void futures()
    {
        Hpkv::ApiClient client(Live::config(*m_server), key());
        QVERIFY(Live::connectAndWait(client));
        // [then]
        QFuture<Hpkv::Result<Hpkv::IncrementResult>> future = client.increment("visits")->future();
        future.then(this, [](const Hpkv::Result<Hpkv::IncrementResult> &result) {
            if (result.isError())
                show(result.error);
            else
                show(QByteArray::number(result.value.newValue));
        });
        // [end]
        QTRY_COMPARE_WITH_TIMEOUT(shown, QStringList{QStringLiteral("1")}, Live::patience);
    }

    void deliveries()
    {
        Hpkv::ApiClient client(Live::config(*m_server), key());
        QVERIFY(Live::connectAndWait(client));
        const auto setText = [](const QByteArray &text) { show(text); };
        const auto tryAgainLater = [] { show(QByteArray("later")); };
        const auto readBack = [](const QByteArray &) { show(QByteArray("read back")); };
        // [delivery]
        Hpkv::GetReply *reply = client.get("title");
        connect(reply, &Hpkv::Reply::finished, this, [=] {
            const Hpkv::Error &error = reply->error();
            if (!error.isError())
                setText(reply->value());
            else if (error.isNotFound())
                setText("untitled");
            else if (error.isSafeToRepeat())
                tryAgainLater();
            else if (error.delivery == Hpkv::Delivery::Unknown)
                readBack(reply->key());
            else
                show(error.text);
        });
        // [end]
        QTRY_COMPARE_WITH_TIMEOUT(shown, QStringList{QStringLiteral("untitled")}, Live::patience);
    }

    void watching()
    {
        const Hpkv::ConnectionConfig config = Live::config(*m_server);
        const QString apiKey = key();
        // [watch]
        Hpkv::TokenManager tokens(config, apiKey);
        Hpkv::SubscriptionClient watcher(config, tokens.provider(Hpkv::TokenRequest::forPrefix("order:")));
        connect(&watcher, &Hpkv::Client::notificationReceived, this, [](const Hpkv::Notification &change) {
            show(change.key + (change.deleted ? QByteArray(" was deleted") : " = " + change.value));
        });
        connect(&watcher, &Hpkv::Client::resyncNeeded, this, [](const Hpkv::ResyncSpan &span) {
            show(QStringLiteral("read again what changed since %1").arg(span.from));
        });
        watcher.connectToServer();
        // [end]
        QSignalSpy connected(&watcher, &Hpkv::Client::connected);
        QVERIFY(connected.wait(Live::patience));
        watcher.set("order:1", "new");
        watcher.remove("order:1");
        QTRY_COMPARE_WITH_TIMEOUT(
            shown, (QStringList{QStringLiteral("order:1 = new"), QStringLiteral("order:1 was deleted")}),
            Live::patience);
        Hpkv::SubscriptionClient &client = watcher;
        // [filter]
        QMetaObject::Connection connection =
            client.subscribe(Hpkv::NotificationFilter::exact("order:7"), this,
                             [](const Hpkv::Notification &change) { show(change.value); });
        client.subscribe(Hpkv::NotificationFilter::wildcard("order:*:state"), this,
                         &tst_LibraryDoc::stateChanged);
        disconnect(connection); // unsubscribes; the end of `this` would too
        // [end]
        shown.clear();
        client.set("order:7", "not heard");
        client.set("order:7:state", "sent");
        QTRY_VERIFY_WITH_TIMEOUT(shown.contains(QStringLiteral("state: sent")), Live::patience);
    }

    void tokenRequests()
    {
        // [request]
        Hpkv::TokenRequest request;
        request.subscribePatterns = {"order:*", "config"};
        request.accessPattern = Hpkv::AccessPattern().addPrefix("order:").addKey("config").toString();
        // [end]
        QCOMPARE(request.accessPattern, QStringLiteral("^(?:order:[\\s\\S]*|config)$"));
    }

    void ownProvider()
    {
        const Hpkv::ConnectionConfig config = Live::config(*m_server);
        Hpkv::TokenManager tokens(config, key());
        const auto askBackend = [&tokens](auto then) {
            Hpkv::TokenReply *const reply = tokens.generateToken(Hpkv::TokenRequest::forPrefix("a:"));
            connect(reply, &Hpkv::TokenReply::finished, reply,
                    [reply, then] { then(reply->token(), reply->error().text); });
        };
        // [provider]
        Hpkv::SubscriptionClient watcher(
            config, [askBackend](const Hpkv::SubscriptionClient::TokenCallback &done) {
                askBackend([done](const QString &token, const QString &problem) {
                    if (problem.isEmpty())
                        done(token, {});
                    else
                        done({}, Hpkv::Error(Hpkv::ErrorKind::Authentication, problem));
                });
            });
        // [end]
        QVERIFY(Live::connectAndWait(watcher));
    }

    void scans()
    {
        Hpkv::ApiClient client(Live::config(*m_server), key());
        QVERIFY(Live::connectAndWait(client));
        for (const char *name : {"user:1:name", "user:1:mail", "user:2:name", "user:list"})
            Live::ended(client.set(name, "v"));
        // [scan]
        auto *scan = Hpkv::RangeScan::overPrefix(&client, "user:", this);
        connect(scan, &Hpkv::Scan::pageReady, this, [](const Hpkv::ScannedPage &page) {
            for (const Hpkv::Record &record : page.records)
                show(record.key);
        });
        connect(scan, &Hpkv::Scan::finished, this, [scan] {
            show(scan->error());
            scan->deleteLater();
        });
        scan->setLimit(5000);
        scan->start(); // pause(), resume() and cancel() at any time
        // [end]
        QTRY_COMPARE_WITH_TIMEOUT(shown.size(), 5, Live::patience);
        QCOMPARE(shown.last(), QStringLiteral("None"));
        shown.clear();
        // [children]
        auto *children = new Hpkv::ChildScan(&client, "user:", ":", this);
        connect(children, &Hpkv::ChildScan::childrenFound, this, [](const QList<Hpkv::Child> &found) {
            for (const Hpkv::Child &child : found)
                show(child.key + (child.isBranch ? "*" : ""));
        });
        connect(children, &Hpkv::Scan::finished, children, &QObject::deleteLater);
        children->start();
        // [end]
        QTRY_COMPARE_WITH_TIMEOUT(shown.join(QLatin1Char(' ')), QStringLiteral("user:1:* user:2:* user:list"),
                                  Live::patience);
    }

    void configuration()
    {
        const QString baseUrl = url();
        const QList<QSslCertificate> ownAuthority;
        // [config]
        Hpkv::ConnectionConfig config = Hpkv::ConnectionConfig::fromUrl(baseUrl);
        config.throttle.requestsPerSecond = 100; // what the plan allows; 10 is the default
        config.reconnect.maxAttempts = -1; // 0 = never, −1 = without end; 3 is the default
        config.reconnect.retryFirst = true; // also when the first connection fails
        config.callTimeout = 5s;
        config.queueLimit = 1000;
        config.maxValueSize = 3072; // refuse larger values here instead of there
        config.caCertificates = ownAuthority;
        config.proxy = QNetworkProxy(QNetworkProxy::NoProxy);
        config.headers = {{"x-tenant", "blue"}};
        // [end]
        Hpkv::ApiClient client(config, key());
        QVERIFY(Live::connectAndWait(client));
        // [figures]
        const Hpkv::Statistics statistics = client.statistics();
        show(QStringLiteral("%1 sent, p95 %2 ms, %3 waiting")
                 .arg(statistics.requestsSent)
                 .arg(statistics.roundTrips.p95)
                 .arg(client.queueLength()));
        // [end]
        QCOMPARE(shown, QStringList{QStringLiteral("0 sent, p95 -1 ms, 0 waiting")});
    }

    void threads()
    {
        const Hpkv::ConnectionConfig config = Live::config(*m_server);
        const QString apiKey = key();
        // [thread]
        QThread thread;
        auto *client = new Hpkv::ApiClient(config, apiKey); // no parent
        client->moveToThread(&thread);
        connect(&thread, &QThread::finished, client, &QObject::deleteLater);
        // The context decides where a slot runs: this one runs in the client's thread …
        connect(client, &Hpkv::Client::connected, client, [client] { client->set("hello", "from afar"); });
        // … and this one in that of `this`. What it gets is a value.
        connect(client, &Hpkv::Client::stateChanged, this,
                [](Hpkv::ConnectionState state) { show(QByteArray::number(int(state))); });
        thread.start();
        QMetaObject::invokeMethod(client, &Hpkv::Client::connectToServer);
        // [end]
        QTRY_VERIFY_WITH_TIMEOUT(shown.contains(QStringLiteral("2")), Live::patience);
        thread.quit();
        QVERIFY(thread.wait(Live::patience));
    }

    void versions()
    {
        // [version]
#if HPKVQT_VERSION >= HPKVQT_VERSION_CHECK(1, 0, 0)
        show(QByteArray(Hpkv::version())); // the one that runs
#endif
        // [end]
        QCOMPARE(shown, QStringList{QStringLiteral(HPKVQT_VERSION_STRING)});
    }

private:
    QString url() const
    {
        return QString::fromStdString(m_server->wsUrl());
    }
    static QString key()
    {
        return QStringLiteral("secret-key");
    }
    void stateChanged(const Hpkv::Notification &change)
    {
        show(QStringLiteral("state: ") + change.valueText());
    }

    std::unique_ptr<hpkv::emulator::Server> m_server;
};

QTEST_GUILESS_MAIN(tst_LibraryDoc)
#include "tst_librarydoc.moc"
