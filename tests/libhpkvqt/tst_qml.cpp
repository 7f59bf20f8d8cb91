// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: MIT

#include "failonwarning.h"
#include "live.h"

#include <hpkvqt/tokenmanager.h>

#include <QQmlComponent>
#include <QQmlContext>
#include <QQmlEngine>
#include <QTest>

using namespace Hpkv;

/// The library from QML: types, enums, properties, text operations and payloads of signals.
class tst_Qml : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        qmlRegisterUncreatableMetaObject(Hpkv::staticMetaObject, "Hpkv", 1, 0, "Hpkv",
                                         QStringLiteral("Enums only"));
        qmlRegisterType<ApiClient>("Hpkv", 1, 0, "ApiClient");
        qmlRegisterType<SubscriptionClient>("Hpkv", 1, 0, "SubscriptionClient");
    }

    void init()
    {
        TestSupport::failOnUnannouncedWarning();
        m_server = std::make_unique<hpkv::emulator::Server>(Live::options());
        m_server->start();
    }

    void apiClient()
    {
        QQmlEngine engine;
        engine.rootContext()->setContextProperty(QStringLiteral("url"),
                                                 QString::fromStdString(m_server->wsUrl()));
        const auto root = make(engine, R"(
            import QtQml
            import Hpkv 1.0
            ApiClient {
                id: client
                property string seen
                property bool done: false
                property bool bound: isConnected
                property string rate: throttleStatus.currentRate + "/" + throttleStatus.config.enabled
                property string stats: statistics.repliesReceived + " " + (statistics.roundTrips.p95 > 0)
                function note(text) { seen += text + ";" }
                baseUrl: url
                Component.onCompleted: {
                    config.callTimeoutMs = 7000
                    const throttle = config.throttle // of a copy, as QML writes back one level only
                    throttle.requestsPerSecond = 1000
                    setThrottle(throttle)
                    note(config.callTimeoutMs + " " + config.throttle.requestsPerSecond)
                    setApiKey("secret-key")
                    connectToServer()
                }
                onConnected: {
                    note(state === Hpkv.Connected)
                    setText("größe", "1 😀")        // nobody keeps this reply
                    gc()
                    const reply = getText("größe")
                    reply.finished.connect(() => {
                        note(reply.text + " " + reply.keyText + " " + reply.succeeded)
                        const missing = getText("missing")
                        missing.finished.connect(() => {
                            note(missing.error.kindName + " " + (missing.error.kind === Hpkv.NotFound)
                                 + " " + missing.error.code)
                            const number = incrementText("n", 41)
                            number.finished.connect(() => {
                                note(number.newValue)
                                const page = rangeText("a", "z")
                                page.finished.connect(() => {
                                    note(page.page.count + " " + page.page.truncated + " "
                                         + page.page.records[1].keyText)
                                    done = true
                                })
                            })
                        })
                    })
                }
            }
        )");
        QVERIFY(root);
        QTRY_VERIFY_WITH_TIMEOUT(root->property("done").toBool(), Live::patience);
        QCOMPARE(root->property("seen").toString(),
                 QStringLiteral("7000 1000;true;1 😀 größe true;NotFound true 404;41;2 false n;"));
        QVERIFY(root->property("bound").toBool());
        QCOMPARE(root->property("rate").toString(), QStringLiteral("1000/true"));
        QTRY_COMPARE(root->property("stats").toString(), QStringLiteral("5 true"));
    }

    void subscriptionClient()
    {
        const ConnectionConfig config = Live::config(*m_server);
        const std::unique_ptr<SubscriptionClient> watcher(
            TokenManager::createClient(config, QStringLiteral("secret-key"), TokenRequest::forPrefix("a:")));
        QQmlEngine engine;
        engine.rootContext()->setContextProperty(QStringLiteral("watcher"), watcher.get());
        const auto root = make(engine, R"(
            import QtQml
            import Hpkv 1.0
            Connections {
                property string seen
                target: watcher
                function onNotificationReceived(change) {
                    seen += change.keyText + "=" + (change.deleted ? "gone" : change.valueText) + " "
                        + typeof change.timestamp + ";"
                }
                function onConnected() {
                    watcher.setText("a:1", "x")
                    watcher.removeText("a:1")
                }
                function onDisconnected(info) { seen += info.code + " " + info.gracefully + ";" }
            }
        )");
        QVERIFY(root);
        watcher->connectToServer();
        QTRY_COMPARE_WITH_TIMEOUT(root->property("seen").toString(),
                                  QStringLiteral("a:1=x number;a:1=gone number;"), Live::patience);
        watcher->disconnectFromServer();
        QTRY_VERIFY_WITH_TIMEOUT(root->property("seen").toString().endsWith(QStringLiteral("1000 true;")),
                                 Live::patience);
    }

private:
    static std::unique_ptr<QObject> make(QQmlEngine &engine, const QByteArray &qml)
    {
        QQmlComponent component(&engine);
        component.setData(qml, QUrl());
        std::unique_ptr<QObject> root(component.create());
        if (!root)
            QTest::qFail(qPrintable(component.errorString()), __FILE__, __LINE__);
        return root;
    }

    std::unique_ptr<hpkv::emulator::Server> m_server;
};

QTEST_GUILESS_MAIN(tst_Qml)
#include "tst_qml.moc"
