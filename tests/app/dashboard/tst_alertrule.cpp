// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "dashboard/alertlog.h"
#include "dashboard/alertrule.h"
#include "failonwarning.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace Studio;

namespace
{

AlertRule rule(AlertKind kind, const char *threshold = "", qint64 holdMs = 0, const char *hysteresis = "")
{
    return {kind, QString::fromUtf8(threshold), QString::fromUtf8(hysteresis), holdMs, false, {}};
}

AlertInput text(const char *value, qint64 changedAt = 1)
{
    return {true, true, value, changedAt};
}

const AlertInput Gone{true, false, {}, 0};
const AlertInput Unknown{};

using Turn = AlertState::Turn;
using Phase = AlertState::Phase;

} // namespace

class TestAlertRule : public QObject
{
    Q_OBJECT

private slots:
    void init() { TestSupport::failOnUnannouncedWarning(); }

    void raises_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<QByteArray>("threshold");
        QTest::addColumn<QByteArray>("value");
        QTest::addColumn<bool>("raised");
        const auto row = [](AlertKind kind, const char *threshold, const char *value, bool raised) {
            QTest::addRow("%d %s: %s", int(kind), threshold, value)
                << int(kind) << QByteArray(threshold) << QByteArray(value) << raised;
        };
        row(AlertKind::Above, "30", "31.6", true);
        row(AlertKind::Above, "30", "30", false);
        row(AlertKind::Above, "30", "30.0", false);
        row(AlertKind::Above, "12345678901234567890", "12345678901234567890.1", true);
        row(AlertKind::Above, "30", "hot", false);
        row(AlertKind::Below, "-1", "-1.5", true);
        row(AlertKind::Below, "-1", "-1", false);
        row(AlertKind::Equal, "1", "1.0", true);
        row(AlertKind::Equal, "down", "down", true);
        row(AlertKind::Equal, "down", "Down", false);
        row(AlertKind::Matches, "^err", "error 5", true);
        row(AlertKind::Matches, "^err", "no error", false);
    }
    void raises()
    {
        QFETCH(int, kind);
        QFETCH(QByteArray, threshold);
        QFETCH(QByteArray, value);
        QFETCH(bool, raised);
        AlertState state;
        const Turn turn =
            state.update(rule(AlertKind(kind), threshold.constData()), text(value.constData()), 100);
        QCOMPARE(turn == Turn::Raised, raised);
        QCOMPARE(state.isOn(), raised);
    }

    void holdTime()
    {
        AlertState state;
        const AlertRule above = rule(AlertKind::Above, "30", 5000);
        QCOMPARE(state.update(above, text("31"), 1000), Turn::None);
        QCOMPARE(state.phase(), Phase::Pending);
        QCOMPARE(state.update(above, text("32"), 5999), Turn::None);
        QCOMPARE(state.update(above, text("29"), 5999), Turn::None); // it begins anew
        QCOMPARE(state.update(above, text("31"), 7000), Turn::None);
        QCOMPARE(state.update(above, text("31"), 11'999), Turn::None);
        QCOMPARE(state.update(above, text("31"), 12'000), Turn::Raised);
        QCOMPARE(state.since(), 7000);
        QCOMPARE(state.update(above, text("31"), 13'000), Turn::None); // once
        QCOMPARE(state.update(above, text("30"), 14'000), Turn::Ended);
        QCOMPARE(state.phase(), Phase::Quiet);
    }

    void hysteresis_data()
    {
        QTest::addColumn<bool>("above");
        QTest::newRow("above") << true;
        QTest::newRow("below") << false;
    }
    void hysteresis()
    {
        QFETCH(bool, above);
        const AlertRule held = rule(above ? AlertKind::Above : AlertKind::Below, "30", 0, "0.5");
        const char *over = above ? "30.1" : "29.9";
        const char *within = above ? "29.6" : "30.4";
        const char *edge = above ? "29.5" : "30.5";
        const char *back = above ? "29.49" : "30.51";
        AlertState state;
        QCOMPARE(state.update(held, text(within), 0), Turn::None);
        QCOMPARE(state.update(held, text(over), 1), Turn::Raised);
        QCOMPARE(state.update(held, text(within), 2), Turn::None);
        QCOMPARE(state.update(held, text(edge), 3), Turn::None);
        QCOMPARE(state.update(held, text(back), 4), Turn::Ended);
        QCOMPARE(state.update(held, text(within), 5), Turn::None);
    }

    void nothingIsDecidedWithoutKnowledge()
    {
        AlertState state;
        const AlertRule above = rule(AlertKind::Above, "30");
        QCOMPARE(state.update(above, Unknown, 0), Turn::None);
        QCOMPARE(state.update(above, text("31"), 1), Turn::Raised);
        QCOMPARE(state.update(above, Unknown, 2), Turn::None);
        QVERIFY(state.isOn());
        QCOMPARE(state.update(above, Gone, 3), Turn::Ended);
    }

    void changed()
    {
        AlertState state;
        const AlertRule changed = rule(AlertKind::Changed);
        QCOMPARE(state.update(changed, text("a", 5), 10), Turn::None); // the first one seen is no change
        QCOMPARE(state.update(changed, text("a", 5), 11), Turn::None);
        QCOMPARE(state.update(changed, text("b", 12), 12), Turn::Raised);
        QCOMPARE(state.update(changed, text("b", 12), 13), Turn::None);
        QVERIFY(state.isOn()); // until somebody has seen it
        QCOMPARE(state.acknowledge(changed), Turn::Ended);
        QCOMPARE(state.update(changed, text("b", 12), 14), Turn::None);
        QCOMPARE(state.update(changed, text("c", 15), 15), Turn::Raised);
    }

    void notChanged()
    {
        AlertState state;
        const AlertRule quiet = rule(AlertKind::NotChanged, "", 30'000);
        QCOMPARE(state.update(quiet, text("a", 1000), 30'999), Turn::None);
        QCOMPARE(state.update(quiet, text("a", 1000), 31'000), Turn::Raised);
        QCOMPARE(state.since(), 31'000);
        QCOMPARE(state.update(quiet, text("b", 40'000), 40'000), Turn::Ended);
        QCOMPARE(state.update(quiet, text("b", 0), 90'000), Turn::None); // unknown when it changed
        QCOMPARE(state.update(quiet, Gone, 90'000), Turn::None);
    }

    void removed()
    {
        AlertState state;
        const AlertRule removed = rule(AlertKind::Removed);
        QCOMPARE(state.update(removed, text("a"), 0), Turn::None);
        QCOMPARE(state.update(removed, Gone, 1), Turn::Raised);
        QCOMPARE(state.acknowledge(removed), Turn::None);
        QCOMPARE(state.phase(), Phase::Acknowledged);
        QVERIFY(state.isOn());
        QCOMPARE(state.update(removed, text("a"), 2), Turn::Ended);
    }

    void texts()
    {
        QCOMPARE(rule(AlertKind::Above, "30").text(), QStringLiteral("Above 30"));
        QCOMPARE(rule(AlertKind::NotChanged, "", 30'000).text(), QStringLiteral("Not changed for 30 s"));
        QCOMPARE(rule(AlertKind::NotChanged, "", 600'000).text(), QStringLiteral("Not changed for 10 min"));
    }

    void log()
    {
        AlertLog log;
        const QAbstractItemModelTester tester(&log, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QSignalSpy open(&log, &AlertLog::openCountChanged);
        const auto entry = [](qint64 at) {
            AlertEntry made;
            made.tile = QStringLiteral("Osaka");
            made.text = QStringLiteral("Above 30");
            made.raisedAt = at;
            return made;
        };
        const quint64 first = log.raise(entry(1000));
        const quint64 second = log.raise(entry(2000));
        QCOMPARE(log.rowCount(), 2);
        QCOMPARE(log.entryAt(0)->number, second);
        QCOMPARE(log.openCount(), 2);
        log.acknowledge(first);
        log.acknowledge(first);
        QCOMPARE(log.openCount(), 1);
        QCOMPARE(log.index(1, AlertLog::State).data().toString(), QStringLiteral("Acknowledged"));
        log.end(second, 3000);
        QCOMPARE(log.openCount(), 0);
        QCOMPARE(open.count(), 4);
        log.end(99, 1); // of an entry that the bound pushed out
        log.clearEnded();
        QCOMPARE(log.rowCount(), 1);
        for (int i = 0; i < AlertLog::Capacity + 5; ++i)
            log.raise(entry(i));
        QCOMPARE(log.rowCount(), AlertLog::Capacity);
    }

    void logComesBackFromItsFile()
    {
        AlertLog log;
        AlertEntry entry;
        entry.board = QStringLiteral("a.dashboard.json");
        entry.tileId = QStringLiteral("t");
        entry.text = QStringLiteral("Above 30");
        entry.value = QStringLiteral("31");
        entry.raisedAt = 1000;
        const quint64 over = log.raise(entry);
        log.end(over, 2000);
        entry.tileId = QStringLiteral("u");
        log.acknowledge(log.raise(entry));

        AlertLog again;
        QVERIFY(!again.restore("no log"));
        QVERIFY(again.restore(log.toJson()));
        QCOMPARE(again.rowCount(), 2);
        QCOMPARE(again.entryAt(1)->endedAt, 2000);
        QCOMPARE(again.entryAt(1)->value, QStringLiteral("31"));
        QVERIFY(again.entryAt(0)->isCut && again.entryAt(0)->isAcknowledged);
        QCOMPARE(again.openCount(), 0);
        // Still so: it goes on in its row, once.
        QVERIFY(again.resume(entry));
        QVERIFY(!again.entryAt(0)->isCut);
        QVERIFY(!again.resume(entry));
        again.clearEnded();
        QCOMPARE(again.rowCount(), 1);
    }

    void whatFlickersIsOneRow()
    {
        AlertLog log;
        AlertEntry entry;
        entry.text = QStringLiteral("Above 30");
        for (int i = 0; i < 50; ++i) {
            entry.raisedAt = 1000 + i * 100;
            log.end(log.raise(entry), entry.raisedAt + 50);
        }
        QCOMPARE(log.rowCount(), 1);
        QCOMPARE(log.entryAt(0)->times, 50);
        entry.raisedAt = log.entryAt(0)->endedAt + AlertLog::AgainMs;
        log.raise(entry);
        QCOMPARE(log.rowCount(), 2);
    }
};

QTEST_GUILESS_MAIN(TestAlertRule)
#include "tst_alertrule.moc"
