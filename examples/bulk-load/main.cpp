// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: MIT

// Writes many records with progress; Ctrl+C ends it and says what became of every one. Ends with 0, 1 if
// records failed, 2 without a connection, 3 when canceled.

#include <hpkvqt/apiclient.h>

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QElapsedTimer>
#include <QList>
#include <QTextStream>
#include <QTimer>

#include <csignal>
#include <functional>
#include <utility>

namespace
{

volatile std::sig_atomic_t interrupted = 0;

/// Keeps some hundred calls under way until all records are written or it is canceled. Each record ends as
/// written, failed, unknown (it left, its answer never came) or not sent.
class BulkLoad : public QObject
{
public:
    BulkLoad(Hpkv::Client *client, const QByteArray &prefix, int total)
        : m_client(client)
        , m_prefix(prefix)
        , m_total(total)
    {
        m_clock.start();
    }

    std::function<void(int written)> progressed;
    std::function<void()> finished;

    int ended() const { return m_written + m_failed + m_unknown; }
    int written() const { return m_written; }
    bool isCanceled() const { return m_canceled; }

    void fill()
    {
        // The library spaces what is sent; keeping the queue short only saves memory.
        constexpr int mostUnderWay = 500;
        while (!m_canceled && hasMore() && m_underWay < mostUnderWay && m_client->isConnected())
            write(m_again.isEmpty() ? m_next++ : m_again.takeLast());
        if (m_underWay == 0 && (m_canceled || !hasMore()) && finished)
            std::exchange(finished, {})();
    }

    /// What is under way ends at once, as not sent or unknown.
    void cancel()
    {
        m_canceled = true;
        m_client->disconnectFromServer();
        fill();
    }

    QString summary() const
    {
        QString text = QStringLiteral("%1 of %2 written in %3 s")
                           .arg(m_written)
                           .arg(m_total)
                           .arg(static_cast<double>(m_clock.elapsed()) / 1000, 0, 'f', 1);
        if (m_failed > 0)
            text += QStringLiteral(", %1 failed (%2)").arg(m_failed).arg(m_firstError.text);
        if (m_unknown > 0)
            text += QStringLiteral(", %1 unknown").arg(m_unknown);
        if (m_written + m_failed + m_unknown < m_total)
            text += QStringLiteral(", %1 not sent").arg(m_total - m_written - m_failed - m_unknown);
        return text;
    }

private:
    bool hasMore() const { return m_next < m_total || !m_again.isEmpty(); }

    void write(int number)
    {
        const QByteArray key = m_prefix + QByteArray::number(number).rightJustified(6, '0');
        const QByteArray value = R"({"number":)" + QByteArray::number(number) + '}';
        ++m_underWay;
        // Without a deadline, behind whatever else the client does, and again after code 429.
        Hpkv::WriteReply *reply = m_client->set(key, value, Hpkv::CallOptions::background());
        connect(reply, &Hpkv::Reply::finished, this,
                [this, reply, number] { count(number, reply->error()); });
    }

    void count(int number, const Hpkv::Error &error)
    {
        --m_underWay;
        if (!error.isError()) {
            ++m_written;
            if (progressed)
                progressed(m_written);
        } else if (!m_canceled
                   && (error.kind == Hpkv::ErrorKind::ConnectionLost
                       || error.kind == Hpkv::ErrorKind::NotConnected)) {
            // Even if it was carried out: to set the same value twice does no harm. An increment would.
            m_again.append(number);
        } else if (error.delivery == Hpkv::Delivery::Unknown) {
            ++m_unknown;
        } else if (error.kind != Hpkv::ErrorKind::Canceled) {
            if (m_failed++ == 0)
                m_firstError = error;
        }
        fill();
    }

    Hpkv::Client *m_client;
    QByteArray m_prefix;
    int m_total;
    int m_next = 0;
    QList<int> m_again; ///< to be written once more
    int m_underWay = 0;
    int m_written = 0;
    int m_failed = 0;
    int m_unknown = 0;
    bool m_canceled = false;
    Hpkv::Error m_firstError;
    QElapsedTimer m_clock;
};

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication app(argc, argv);
    QCommandLineParser parser;
    parser.setApplicationDescription(
        QStringLiteral("Writes records. HPKV_API_BASE_URL and HPKV_API_KEY say where and as whom."));
    parser.addHelpOption();
    const QCommandLineOption count(QStringLiteral("count"), QStringLiteral("How many; 10000 by default."),
                                   QStringLiteral("N"), QStringLiteral("10000"));
    const QCommandLineOption prefix(QStringLiteral("prefix"), QStringLiteral("Their keys begin with this."),
                                    QStringLiteral("TEXT"), QStringLiteral("bulk:"));
    const QCommandLineOption rate(
        QStringLiteral("rate"),
        QStringLiteral("Requests a second that your plan allows; 10 by default, 0 = "
                       "as fast as it goes."),
        QStringLiteral("N"), QStringLiteral("10"));
    const QCommandLineOption cancelAfter(QStringLiteral("cancel-after"),
                                         QStringLiteral("Cancel when N are written, as Ctrl+C does."),
                                         QStringLiteral("N"));
    parser.addOptions({count, prefix, rate, cancelAfter});
    parser.process(app);

    Hpkv::ConnectionConfig config;
    config.baseUrl = qEnvironmentVariable("HPKV_API_BASE_URL");
    config.throttle.requestsPerSecond = parser.value(rate).toDouble();
    config.throttle.enabled = config.throttle.requestsPerSecond > 0;
    Hpkv::ApiClient client(config, qEnvironmentVariable("HPKV_API_KEY"));

    QTextStream out(stdout);
    QTextStream err(stderr);
    const int total = parser.value(count).toInt();
    BulkLoad load(&client, parser.value(prefix).toUtf8(), total);
    load.finished = [&] {
        out << load.summary() << Qt::endl;
        if (load.isCanceled())
            QCoreApplication::exit(3);
        else
            QCoreApplication::exit(load.written() == total ? 0 : 1);
    };

    QObject::connect(&client, &Hpkv::Client::connected, &load, [&] { load.fill(); });
    QObject::connect(&client, &Hpkv::Client::errorOccurred, &load, [&](const Hpkv::Error &error) {
        err << error.text << Qt::endl;
        if (client.state() == Hpkv::ConnectionState::Disconnected)
            QCoreApplication::exit(2);
    });

    std::signal(SIGINT, [](int) { interrupted = 1; });
    QTimer watch;
    int shown = -1;
    QObject::connect(&watch, &QTimer::timeout, &load, [&] {
        if (interrupted && !load.isCanceled())
            load.cancel();
        const int percent = total > 0 ? static_cast<int>(100LL * load.ended() / total) : 100;
        if (std::exchange(shown, percent) != percent)
            err << percent << " %, " << client.queueLength() << " waiting" << Qt::endl;
    });
    watch.start(100);
    const int limit = parser.isSet(cancelAfter) ? parser.value(cancelAfter).toInt() : -1;
    load.progressed = [&](int written) {
        if (written == limit)
            load.cancel();
    };

    client.connectToServer();
    return QCoreApplication::exec();
}
