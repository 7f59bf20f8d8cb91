// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: MIT

#include "failonwarning.h"
#include "live.h"

#include <hpkvqt/childscan.h>
#include <hpkvqt/rangescan.h>
#include <hpkvqt/tokenmanager.h>

#include <QMetaEnum>
#include <QTimer>

#include <memory>
#include <vector>

using namespace Hpkv;
using hpkv::emulator::Faults;
using hpkv::emulator::Server;

/// Every fault of the emulator against everything that can be asked for: each reply ends exactly once, and
/// the client is usable afterwards or says why not.
class tst_FaultMatrix : public QObject
{
    Q_OBJECT

public:
    enum class Fault {
        None,
        Delay,
        Drop,
        Duplicate,
        Reorder,
        Code500,
        Code429,
        Silent,
        Text,
        Number,
        Null,
        NoId,
        Binary,
        Close1000,
        Close1008, // the one after which the client does not try again by itself
        Close1011,
        Close3001,
        Cut,
        Refuse,
        UpgradeStall,
        UpgradeStatus
    };
    Q_ENUM(Fault)

    enum class Work { Get, Set, Patch, Delete, Range, Increment, RangeScan, ChildScan, Token };
    Q_ENUM(Work)

private Q_SLOTS:
    void init() { TestSupport::failOnUnannouncedWarning(); }

    void endsOnceAndGoesOn_data()
    {
        QTest::addColumn<Fault>("fault");
        QTest::addColumn<Work>("work");
        const auto faults = QMetaEnum::fromType<Fault>();
        const auto works = QMetaEnum::fromType<Work>();
        for (int f = 0; f < faults.keyCount(); ++f) {
            for (int w = 0; w < works.keyCount(); ++w)
                QTest::addRow("%s/%s", faults.key(f), works.key(w))
                    << Fault(faults.value(f)) << Work(works.value(w));
        }
    }

    void endsOnceAndGoesOn()
    {
        QFETCH(Fault, fault);
        QFETCH(Work, work);
        Server server(Live::options());
        server.start();
        server.put("text", "x");
        server.put("number", "1");
        for (int i = 0; i < 5; ++i)
            server.put("branch:" + std::to_string(i), "x");
        ConnectionConfig config = Live::config(server);
        config.reconnect.maxAttempts = -1;
        config.reconnect.maxDelay = std::chrono::milliseconds(50);
        config.callTimeout = std::chrono::milliseconds(150);
        config.heartbeatInterval = std::chrono::milliseconds(100);
        config.heartbeatTimeout = std::chrono::milliseconds(100);
        ApiClient client(config, QStringLiteral("secret-key"));
        QVERIFY(Live::connectAndWait(client));
        config.connectTimeout = std::chrono::milliseconds(200); // from the next one on
        client.setConfig(config);
        QTRY_COMPARE(server.connectionCount(), 1u);

        QSignalSpy gaveUp(&client, &Client::reconnectFailed);
        TokenManager tokens(config, QStringLiteral("secret-key"));
        tokens.setTimeout(std::chrono::milliseconds(300));
        std::vector<std::unique_ptr<Scan>> scans;

        cause(server, fault, true);
        QList<int> ends(4, 0);
        for (qsizetype i = 0; i < ends.size(); ++i) {
            const auto ended = [&ends, i] { ++ends[i]; };
            if (work == Work::RangeScan || work == Work::ChildScan) {
                scans.push_back(scan(client, work));
                connect(scans.back().get(), &Scan::finished, this, ended);
                scans.back()->start();
            } else if (work == Work::Token) {
                connect(tokens.generateToken({}), &TokenReply::finished, this, ended);
            } else {
                connect(call(client, work), &Reply::finished, this, ended);
            }
        }
        cause(server, fault, false);
        // A scan waits as long as the client goes on trying, here without end.
        if (!scans.empty()
            && (fault == Fault::Refuse || fault == Fault::UpgradeStall || fault == Fault::UpgradeStatus)) {
            QTRY_COMPARE_WITH_TIMEOUT(client.state(), ConnectionState::Reconnecting, Live::patience);
            server.clearFaults();
        }
        QTRY_COMPARE_WITH_TIMEOUT(ends, QList<int>(4, 1), Live::patience);

        if (fault == Fault::Close1008) {
            QTRY_COMPARE_WITH_TIMEOUT(gaveUp.size(), 1, Live::patience);
            QCOMPARE(gaveUp.first().first().value<Error>().kind, ErrorKind::Authentication);
            QCOMPARE(client.state(), ConnectionState::Disconnected);
            client.connectToServer();
        } else {
            QCOMPARE(gaveUp.size(), 0);
        }
        server.clearFaults();
        // The line may have broken meanwhile, or be about to: within a moment a call succeeds.
        bool good = false;
        QTimer again;
        connect(&again, &QTimer::timeout, this, [&] {
            if (!client.isConnected())
                return;
            WriteReply *const reply = client.set("after", "x");
            connect(reply, &Reply::finished, this, [&good, reply] { good = good || reply->succeeded(); });
        });
        again.start(10);
        QTRY_VERIFY_WITH_TIMEOUT(good, Live::patience);
        again.stop();
        QTRY_COMPARE(client.statistics().inFlight, 0);
        QCOMPARE(ends, QList<int>(4, 1));
    }

private:
    static std::unique_ptr<Scan> scan(Client &client, Work work)
    {
        std::unique_ptr<Scan> scan;
        if (work == Work::RangeScan)
            scan = std::make_unique<RangeScan>(&client, "a", "z");
        else
            scan = std::make_unique<ChildScan>(&client, QByteArray());
        scan->setPageSizes(2, 2);
        // Pages have no deadline unless one is set: a reply that never comes would be waited for.
        CallOptions options = {.timeout = std::chrono::milliseconds(150)};
        options.retryRefused = true;
        scan->setOptions(options);
        return scan;
    }

    static Reply *call(Client &client, Work work)
    {
        switch (work) {
        case Work::Get:
            return client.get("text");
        case Work::Set:
            return client.set("text", "y");
        case Work::Patch:
            return client.patch("text", "y");
        case Work::Delete:
            return client.remove("text");
        case Work::Range:
            return client.range("a", "z");
        case Work::Increment:
            return client.increment("number");
        default:
            return nullptr;
        }
    }

    /// What is prepared before the calls, and what happens while they are under way.
    static void cause(Server &server, Fault fault, bool before)
    {
        using namespace hpkv::emulator;
        Faults faults;
        if (before) {
            switch (fault) {
            case Fault::Delay:
                faults.delay = DelayFault{std::chrono::milliseconds(100), {}};
                break;
            case Fault::Drop:
                faults.drop = FaultApply{};
                break;
            case Fault::Duplicate:
                faults.duplicate = FaultApply{};
                break;
            case Fault::Reorder:
                faults.reorder = FaultApply{};
                break;
            case Fault::Code500:
                faults.code = CodeFault{500, {}};
                break;
            case Fault::Code429:
                faults.code = CodeFault{429, {}};
                break;
            case Fault::Silent:
                faults.silent = TimedFault{};
                break;
            case Fault::Refuse:
                faults.refuse = TimedFault{};
                break;
            case Fault::UpgradeStall:
                faults.upgrade = UpgradeFault{std::chrono::milliseconds(400), {}, {}};
                break;
            case Fault::UpgradeStatus:
                faults.upgrade = UpgradeFault{{}, 503, {}};
                break;
            default:
                return;
            }
            server.setFaults(faults);
            return;
        }
        switch (fault) {
        case Fault::Text:
            server.sendStray(StrayFrame::Text);
            break;
        case Fault::Number:
            server.sendStray(StrayFrame::Number);
            break;
        case Fault::Null:
            server.sendStray(StrayFrame::Null);
            break;
        case Fault::NoId:
            server.sendStray(StrayFrame::NoId);
            break;
        case Fault::Binary:
            server.sendStray(StrayFrame::Binary);
            break;
        case Fault::Close1000:
            server.closeAll(1000);
            break;
        case Fault::Close1008:
            server.closeAll(1008, "fault");
            break;
        case Fault::Close1011:
            server.closeAll(1011, "fault");
            break;
        case Fault::Close3001:
            server.closeAll(3001);
            break;
        case Fault::Cut:
        case Fault::Refuse:
        case Fault::UpgradeStall:
        case Fault::UpgradeStatus:
            server.cutAll();
            break;
        default:
            break;
        }
    }
};

QTEST_GUILESS_MAIN(tst_FaultMatrix)
#include "tst_faultmatrix.moc"
