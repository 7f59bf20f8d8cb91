// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: MIT

// A window with a counter that lives in the store: start it twice and count in both.

#include "counter.h"

#include <hpkvqt/tokenmanager.h>

#include <QApplication>
#include <QCommandLineParser>
#include <QFont>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QTextStream>
#include <QVBoxLayout>
#include <QWidget>

int main(int argc, char *argv[])
{
    QApplication app(argc, argv);
    QCommandLineParser parser;
    parser.setApplicationDescription(
        QStringLiteral("Counts in the store. HPKV_API_BASE_URL and HPKV_API_KEY say where and as whom."));
    parser.addHelpOption();
    const QCommandLineOption until(QStringLiteral("until"),
                                   QStringLiteral("Press + until the value is N, print it, end."),
                                   QStringLiteral("N"));
    parser.addOption(until);
    parser.addPositionalArgument(QStringLiteral("key"), QStringLiteral("The counter's key."));
    parser.process(app);
    const QByteArray key = parser.positionalArguments().value(0, QStringLiteral("counter")).toUtf8();

    Hpkv::ConnectionConfig config;
    config.baseUrl = qEnvironmentVariable("HPKV_API_BASE_URL");
    config.reconnect.maxAttempts = -1;
    Hpkv::SubscriptionClient *client = Hpkv::TokenManager::createClient(
        config, qEnvironmentVariable("HPKV_API_KEY"), Hpkv::TokenRequest::forKeys({key}), &app);
    Counter counter(client, key);

    QWidget window;
    window.setWindowTitle(QString::fromUtf8(key));
    auto *number = new QLabel(QStringLiteral("…"));
    QFont large = number->font();
    large.setPointSize(48);
    number->setFont(large);
    number->setAlignment(Qt::AlignCenter);
    auto *less = new QPushButton(QStringLiteral("−"));
    auto *more = new QPushButton(QStringLiteral("+"));
    less->setAccessibleName(QObject::tr("Less"));
    more->setAccessibleName(QObject::tr("More"));
    auto *status = new QLabel;
    status->setWordWrap(true);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(less);
    buttons->addWidget(more);
    auto *layout = new QVBoxLayout(&window);
    layout->addWidget(number);
    layout->addLayout(buttons);
    layout->addWidget(status);

    // Nothing can be counted without a connection, and the window says why.
    const auto showState = [&] {
        less->setEnabled(client->isConnected());
        more->setEnabled(client->isConnected());
        if (client->isConnected())
            status->clear();
        else
            status->setText(client->lastError().isError() ? client->lastError().text
                                                          : QObject::tr("Connecting…"));
    };
    QObject::connect(client, &Hpkv::Client::stateChanged, &window, showState);
    QObject::connect(client, &Hpkv::Client::errorOccurred, &window, showState);
    QObject::connect(&counter, &Counter::valueChanged, number,
                     [number](qint64 value) { number->setText(QString::number(value)); });
    QObject::connect(&counter, &Counter::failed, status, &QLabel::setText);
    QObject::connect(less, &QPushButton::clicked, &counter, [&] { counter.add(-1); });
    QObject::connect(more, &QPushButton::clicked, &counter, [&] { counter.add(1); });

    if (parser.isSet(until)) {
        QObject::connect(client, &Hpkv::Client::connected, more, &QPushButton::click);
        QObject::connect(&counter, &Counter::valueChanged, &window,
                         [&, wanted = parser.value(until).toLongLong()](qint64 value) {
                             if (value < wanted) {
                                 more->click();
                                 return;
                             }
                             QTextStream(stdout) << number->text() << Qt::endl;
                             QCoreApplication::quit();
                         });
    }

    showState();
    window.resize(320, 220);
    window.show();
    client->connectToServer();
    return QApplication::exec();
}
