// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/livemodel.h"

#include "failonwarning.h"
#include "live/livefeed.h"
#include "mirror/keyspacemirror.h"

#include <QAbstractItemModelTester>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTest>

using namespace Studio;

namespace
{

Heard change(const QByteArray &key, const QByteArray &after, const QByteArray &before = {})
{
    Heard heard;
    heard.key = key;
    heard.wasKnown = true;
    heard.hadValue = !before.isEmpty();
    heard.before = before;
    heard.stateBefore = ValueState::Read;
    heard.hasValue = true;
    heard.after = after;
    heard.state = ValueState::Presumed;
    heard.at = 1000;
    return heard;
}

} // namespace

class LiveModelTest : public QObject
{
    Q_OBJECT

private slots:
    void init() { TestSupport::failOnUnannouncedWarning(); }

    void newestFirst()
    {
        LiveFeed feed;
        feed.append(change("a", "1"));
        LiveModel model(&feed);
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QCOMPARE(model.rowCount(), 1);
        feed.append(change("b", R"({"t":2})", R"({"t":1})"));
        QCOMPARE(model.rowCount(), 1); // gathered
        QTRY_COMPARE(model.rowCount(), 2);
        const QModelIndex top = model.index(0, 0);
        QCOMPARE(top.data(LiveModel::KeyRole), QByteArray("b"));
        QCOMPARE(top.data(LiveModel::NumberRole), 2);
        QCOMPARE(top.data(LiveModel::ChangesRole).value<QList<LiveChange>>().first().pointer,
                 QStringLiteral("/t"));
        QCOMPARE(model.index(0, LiveModel::KindColumn).data(), QStringLiteral("replaced"));
        QCOMPARE(model.index(0, LiveModel::ChangeColumn).data(), QStringLiteral("/t 1 → 2"));
        QCOMPARE(top.data(LiveModel::EntryRole).value<SharedLiveEntry>(), feed.entry(feed.nextNumber() - 1));
    }

    void insertsAreGathered()
    {
        LiveFeed feed;
        LiveModel model(&feed);
        QSignalSpy inserted(&model, &LiveModel::rowsInserted);
        for (int i = 0; i < 500; ++i)
            feed.append(change(QByteArray::number(i), "1"));
        QCOMPARE(model.ledger().waiting, 500U);
        QTRY_COMPARE(model.rowCount(), 500);
        QCOMPARE(inserted.count(), 1);
    }

    void pause()
    {
        LiveFeed feed;
        feed.setCapacity(10);
        LiveModel model(&feed);
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        for (int i = 0; i < 8; ++i)
            feed.append(change("before", QByteArray::number(i)));
        model.setPaused(true);
        QCOMPARE(model.rowCount(), 8);
        for (int i = 0; i < 6; ++i)
            feed.append(change("during", QByteArray::number(i)));
        QSignalSpy told(&model, &LiveModel::ledgerChanged);
        QVERIFY(told.wait());
        QCOMPARE(model.rowCount(), 8);
        QCOMPARE(model.waitingCount(), 6U);
        QCOMPARE(model.ledger(), (LiveLedger{14, 8, 0, 0, 6, 0, 0}));
        for (int i = 0; i < 6; ++i)
            feed.append(change("during", QByteArray::number(i)));
        // Twelve came, ten fit: two are lost already, and the ledger says so.
        QCOMPARE(model.ledger(), (LiveLedger{20, 8, 0, 0, 10, 2, 0}));
        model.setPaused(false);
        QCOMPARE(model.rowCount(), 10);
        QCOMPARE(model.index(9, 0).data(LiveModel::KeyRole), QByteArray("during"));
        QCOMPARE(model.ledger(), (LiveLedger{20, 10, 0, 0, 0, 10, 0}));
        QCOMPARE(model.waitingCount(), 0U);
    }

    void filter()
    {
        LiveFeed feed;
        LiveModel model(&feed);
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        feed.append(change("sensor:1", R"({"temp":2})", R"({"temp":1})"));
        feed.append(change("order:1", "12", "11"));
        feed.lineDown(5);
        model.flush();
        model.setFilterText(QStringLiteral("TEMP"));
        QCOMPARE(model.rowCount(), 2);
        QVERIFY(model.index(0, 0).data(LiveModel::IsBreakRole).toBool());
        QCOMPARE(model.ledger(), (LiveLedger{2, 1, 1, 0, 0, 0, 0}));
        feed.append(change("order:2", "1"));
        feed.append(change("sensor:2", R"({"temp":3})", R"({"temp":1})"));
        model.flush();
        QCOMPARE(model.rowCount(), 3);
        QCOMPARE(model.ledger(), (LiveLedger{4, 2, 2, 0, 0, 0, 0}));
        model.setFilterText(QStringLiteral("counted"));
        QCOMPARE(model.rowCount(), 2);
        model.setFilterText(QStringLiteral("order:"));
        QCOMPARE(model.rowCount(), 3);
        model.setFilterText({});
        QCOMPARE(model.rowCount(), 5);
    }

    /// What comes faster than the filter can look waits; what the bound pushes out meanwhile is passed over,
    /// and the sum says so.
    void floodIsSampled()
    {
        LiveFeed feed;
        feed.setCapacity(50);
        LiveModel model(&feed);
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setFilterText(QStringLiteral("order"));
        model.setFilterBudget(0);
        for (int i = 0; i < 200; ++i)
            feed.append(change("order:" + QByteArray::number(i), "1"));
        model.flush();
        QCOMPARE(model.ledger().sampled, 150U);
        QVERIFY(model.ledger().shown > 0);
        QVERIFY(model.ledger().waiting > 0);
        QCOMPARE(model.ledger().shown + model.ledger().waiting, 50U);
        QTRY_COMPARE(model.ledger().waiting, 0U); // its turn comes
        QCOMPARE(model.ledger(), (LiveLedger{200, 50, 0, 150, 0, 0, 0}));
        QCOMPARE(model.rowCount(), 50);
    }

    void newestLast()
    {
        LiveFeed feed;
        feed.setCapacity(5);
        LiveModel model(&feed);
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setNewestFirst(false);
        for (int i = 0; i < 8; ++i) {
            feed.append(change(QByteArray::number(i), "1"));
            model.flush();
            QCOMPARE(model.noteAt(model.rowCount() - 1)->key, QByteArray::number(i));
        }
        QCOMPARE(model.noteAt(0)->key, QByteArray("3"));
        model.setNewestFirst(true);
        QCOMPARE(model.noteAt(0)->key, QByteArray("7"));
    }

    void clearing()
    {
        LiveFeed feed;
        LiveModel model(&feed);
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        feed.append(change("a", "1"));
        model.flush();
        feed.append(change("b", "1"));
        feed.clear();
        QCOMPARE(model.rowCount(), 0);
        QCOMPARE(model.ledger(), (LiveLedger{2, 0, 0, 0, 0, 0, 2}));
        feed.append(change("c", "1"));
        model.flush();
        QCOMPARE(model.rowCount(), 1);
        QCOMPARE(model.ledger(), (LiveLedger{3, 1, 0, 0, 0, 0, 2}));
    }

    void settledRowsChangeInPlace()
    {
        LiveFeed feed;
        LiveModel model(&feed);
        feed.append(change("k", "off", "on"));
        feed.append(change("other", "1"));
        model.flush();
        QVERIFY(model.index(1, 0).data(LiveModel::GuessRole).toBool());
        QSignalSpy changed(&model, &LiveModel::dataChanged);
        Heard read = change("k", "onoff", "off");
        read.origin = Origin::Get;
        feed.note(read);
        QCOMPARE(changed.count(), 1);
        QCOMPARE(changed.first().first().toModelIndex().row(), 1);
        QCOMPARE(model.index(1, 0).data(LiveModel::KindRole).toInt(), int(LiveKind::Appended));
        QVERIFY(!model.index(1, 0).data(LiveModel::GuessRole).toBool());
    }

    void random()
    {
        const quint32 seed = QRandomGenerator::global()->generate();
        qInfo("seed %u", seed);
        QRandomGenerator random(seed);
        LiveFeed feed;
        feed.setCapacity(40);
        LiveModel model(&feed);
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        int rows = 0;
        connect(&model, &LiveModel::rowsInserted, &model,
                [&](const QModelIndex &, int first, int last) { rows += last - first + 1; });
        connect(&model, &LiveModel::rowsRemoved, &model,
                [&](const QModelIndex &, int first, int last) { rows -= last - first + 1; });
        connect(&model, &LiveModel::modelReset, &model, [&] { rows = model.rowCount(); });
        quint64 sent = 0;
        for (int round = 0; round < 1500; ++round) {
            switch (random.bounded(14)) {
            case 0:
                model.setPaused(!model.isPaused());
                break;
            case 1:
                model.setFilterText(random.bounded(2) ? QString() : QString::number(random.bounded(9)));
                break;
            case 2:
                if (random.bounded(5) == 0)
                    feed.clear();
                break;
            case 3:
                random.bounded(2) ? feed.lineDown(round) : feed.lineUp(round);
                break;
            case 4:
                model.flush();
                model.setNewestFirst(random.bounded(4) != 0);
                break;
            default:
                for (int i = random.bounded(30); i > 0; --i) {
                    feed.append(change(QByteArray::number(random.bounded(99)), QByteArray::number(round)));
                    ++sent;
                }
            }
            const LiveLedger ledger = model.ledger();
            QCOMPARE(ledger.received, sent);
            QCOMPARE(ledger.received, ledger.shown + ledger.filtered + ledger.sampled + ledger.waiting
                                          + ledger.dropped + ledger.cleared);
            QCOMPARE(rows, model.rowCount());
            quint64 shown = 0;
            quint64 before = std::numeric_limits<quint64>::max();
            for (int row = 0; row < rows; ++row) {
                const SharedLiveEntry entry = model.entryAt(row);
                shown += entry->isBreak() ? 0 : 1;
                QVERIFY(row == 0 || (entry->number < before) == model.isNewestFirst());
                before = entry->number;
            }
            QCOMPARE(ledger.shown, shown);
            if (model.isPaused() || !model.filter().isEmpty())
                continue;
            model.flush();
            QCOMPARE(model.rowCount(), int(feed.notes().size()));
            QCOMPARE(model.ledger().waiting, 0U);
            QCOMPARE(model.ledger().shown, feed.ledger().kept);
            QCOMPARE(model.ledger().dropped + model.ledger().sampled, feed.ledger().dropped);
        }
    }
};

QTEST_GUILESS_MAIN(LiveModelTest)
#include "tst_livemodel.moc"
