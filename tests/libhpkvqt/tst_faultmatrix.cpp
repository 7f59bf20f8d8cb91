// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: MIT

#include "failonwarning.h"
#include "live.h"

#include <QMetaEnum>
#include <QTimer>

using namespace Hpkv;
using hpkv::emulator::Faults;
using hpkv::emulator::Server;

/// Every fault of the emulator against every operation: each reply ends exactly once, and the client is
/// usable afterwards.
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
        Close1011,
        Close3001,
        Cut,
        Refuse
    };
    Q_ENUM(Fault)

private Q_SLOTS:
    void init() { TestSupport::failOnUnannouncedWarning(); }

    void endsOnceAndGoesOn_data()
    {
        QTest::addColumn<Fault>("fault");
        QTest::addColumn<Operation>("operation");
        const auto faults = QMetaEnum::fromType<Fault>();
        const auto operations = QMetaEnum::fromType<Operation>();
        for (int f = 0; f < faults.keyCount(); ++f) {
            for (int o = 0; o < operations.keyCount(); ++o)
                QTest::addRow("%s/%s", faults.key(f), operations.key(o))
                    << Fault(faults.value(f)) << Operation(operations.value(o));
        }
    }

    void endsOnceAndGoesOn()
    {
        QFETCH(Fault, fault);
        QFETCH(Operation, operation);
        Server server(Live::options());
        server.start();
        server.put("text", "x");
        server.put("number", "1");
        ConnectionConfig config = Live::config(server);
        config.reconnect.maxAttempts = -1;
        config.reconnect.maxDelay = std::chrono::milliseconds(50);
        config.callTimeout = std::chrono::milliseconds(150);
        config.heartbeatInterval = std::chrono::milliseconds(100);
        config.heartbeatTimeout = std::chrono::milliseconds(100);
        ApiClient client(config, QStringLiteral("secret-key"));
        QVERIFY(Live::connectAndWait(client));
        QTRY_COMPARE(server.connectionCount(), 1u);

        cause(server, fault, true);
        QList<int> ends(4, 0);
        for (qsizetype i = 0; i < ends.size(); ++i)
            connect(call(client, operation), &Reply::finished, this, [&ends, i] { ++ends[i]; });
        cause(server, fault, false);
        QTRY_COMPARE_WITH_TIMEOUT(ends, QList<int>(4, 1), Live::patience);

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
    static Reply *call(Client &client, Operation operation)
    {
        switch (operation) {
        case Operation::Get:
            return client.get("text");
        case Operation::Set:
            return client.set("text", "y");
        case Operation::Patch:
            return client.patch("text", "y");
        case Operation::Delete:
            return client.remove("text");
        case Operation::Range:
            return client.range("a", "z");
        case Operation::Increment:
            return client.increment("number");
        }
        return nullptr;
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
        case Fault::Close1011:
            server.closeAll(1011, "fault");
            break;
        case Fault::Close3001:
            server.closeAll(3001);
            break;
        case Fault::Cut:
        case Fault::Refuse:
            server.cutAll();
            break;
        default:
            break;
        }
    }
};

QTEST_GUILESS_MAIN(tst_FaultMatrix)
#include "tst_faultmatrix.moc"
