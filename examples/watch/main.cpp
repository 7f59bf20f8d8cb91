// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: MIT

// Shows the changes of all keys that match a pattern, a line each, until Ctrl+C or until --count changes
// came.

#include <hpkvqt/accesspattern.h>
#include <hpkvqt/tokenmanager.h>

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QDateTime>
#include <QTextStream>

#include <memory>

namespace
{

void print(const QString &text)
{
    QTextStream(stdout) << text << Qt::endl; // at once, also into a pipe
}

void complain(const QString &text)
{
    QTextStream(stderr) << text << Qt::endl;
}

QString timeOf(qint64 msSinceEpoch)
{
    return QDateTime::fromMSecsSinceEpoch(msSinceEpoch).toString(QStringLiteral("HH:mm:ss.zzz"));
}

void show(const Hpkv::Notification &change)
{
    const QString key = change.keyText();
    // What kind of write it was cannot be told; only that a key was deleted is certain.
    print(timeOf(change.timestamp.value_or(QDateTime::currentMSecsSinceEpoch()))
          + (change.deleted ? QStringLiteral("  %1 was deleted").arg(key)
                            : QStringLiteral("  %1 = %2").arg(key, change.valueText())));
}

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication app(argc, argv);
    QCommandLineParser parser;
    parser.setApplicationDescription(QStringLiteral(
        "Shows changes as they happen. HPKV_API_BASE_URL and HPKV_API_KEY say where and as whom."));
    parser.addHelpOption();
    const QCommandLineOption count(QStringLiteral("count"), QStringLiteral("End after N changes."),
                                   QStringLiteral("N"), QStringLiteral("0"));
    parser.addOption(count);
    parser.addPositionalArgument(QStringLiteral("pattern"),
                                 QStringLiteral("A key, or a pattern with * for any run of characters."));
    parser.process(app);
    const QByteArray pattern = parser.positionalArguments().value(0, QStringLiteral("*")).toUtf8();
    const int wanted = parser.value(count).toInt();

    Hpkv::ConnectionConfig config;
    config.baseUrl = qEnvironmentVariable("HPKV_API_BASE_URL");
    config.reconnect.maxAttempts = -1; // a watcher goes on until it is told to end

    // The token hears of the pattern and may neither read nor write.
    Hpkv::TokenRequest request;
    request.subscribePatterns = {pattern};
    request.accessPattern = Hpkv::AccessPattern().toString();
    const std::unique_ptr<Hpkv::SubscriptionClient> watcher(
        Hpkv::TokenManager::createClient(config, qEnvironmentVariable("HPKV_API_KEY"), request));

    // The service may read more into the pattern than is meant; the filter takes it word by word.
    watcher->subscribe(Hpkv::NotificationFilter::wildcard(pattern), watcher.get(),
                       [wanted, seen = 0](const Hpkv::Notification &change) mutable {
                           if (wanted > 0 && seen == wanted)
                               return; // quit() ends the loop, not what came with the same packet
                           show(change);
                           if (++seen == wanted)
                               QCoreApplication::quit();
                       });
    QObject::connect(watcher.get(), &Hpkv::Client::connected, watcher.get(),
                     [pattern] { complain(QStringLiteral("Watching %1").arg(QString::fromUtf8(pattern))); });
    QObject::connect(watcher.get(), &Hpkv::Client::resyncNeeded, watcher.get(),
                     [](const Hpkv::ResyncSpan &span) {
                         complain(QStringLiteral("Changes between %1 and %2 may be missing.")
                                      .arg(timeOf(span.from), timeOf(span.to)));
                     });
    QObject::connect(
        watcher.get(), &Hpkv::Client::reconnecting, watcher.get(), [](const Hpkv::ReconnectInfo &info) {
            complain(
                QStringLiteral("%1 Trying again in %2 ms.").arg(info.cause.text).arg(info.delay.count()));
        });
    QObject::connect(watcher.get(), &Hpkv::Client::errorOccurred, watcher.get(),
                     [&watcher](const Hpkv::Error &error) {
                         if (watcher->state() != Hpkv::ConnectionState::Disconnected)
                             return; // it goes on; reconnecting() tells
                         complain(error.text);
                         QCoreApplication::exit(2);
                     });

    // Nothing is to be saved: the default action of Ctrl+C ends the program.
    watcher->connectToServer();
    return QCoreApplication::exec();
}
