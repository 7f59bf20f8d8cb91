// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/ratesmodel.h"

#include "failonwarning.h"
#include "mirror/keyspacemirror.h"

#include <QAbstractItemModelTester>
#include <QRandomGenerator>
#include <QTest>

using namespace Studio;

class RatesModelTest : public QObject
{
    Q_OBJECT

private:
    static Learned notified(const QByteArray &key, qint64 at)
    {
        Learned item;
        item.key = key;
        item.hasValue = true;
        item.value = "1";
        item.state = ValueState::Presumed;
        item.origin = Origin::Notification;
        item.at = at;
        return item;
    }
    static BranchRates::Figures of(const BranchRates &rates, const QByteArray &branch, qint64 now)
    {
        for (const BranchRates::Figures &each : rates.figures(now)) {
            if (each.branch == branch)
                return each;
        }
        return {};
    }

private slots:
    void init() { TestSupport::failOnUnannouncedWarning(); }

    void secondsAndMinutes()
    {
        BranchRates rates;
        for (int i = 0; i < 5; ++i)
            rates.heard("a:", 100'000 + i);
        rates.heard("a:", 101'500);
        QCOMPARE(of(rates, "a:", 101'900).lastSecond, 5U); // the full second before
        QCOMPARE(of(rates, "a:", 102'000).lastSecond, 1U);
        QCOMPARE(of(rates, "a:", 102'000).lastMinute, 6U);
        QCOMPARE(of(rates, "a:", 103'000).lastSecond, 0U);
        QCOMPARE(of(rates, "a:", 160'999).lastMinute, 6U);
        QCOMPARE(of(rates, "a:", 161'000).lastMinute, 1U);
        QCOMPARE(of(rates, "a:", 162'000).lastMinute, 0U);
        QCOMPARE(of(rates, "a:", 999'000).total, 6U);
    }

    /// Held against a plain list of moments.
    void figuresAreExact()
    {
        QRandomGenerator random(7);
        BranchRates rates;
        QList<qint64> moments;
        qint64 now = 50'000;
        for (int i = 0; i < 3000; ++i) {
            now += random.bounded(random.bounded(20) == 0 ? 30'000 : 200);
            rates.heard("x:", now);
            moments.append(now);
            const qint64 asked = now + random.bounded(2000);
            const qint64 second = asked / 1000;
            quint32 inSecond = 0;
            quint32 inMinute = 0;
            for (const qint64 moment : std::as_const(moments)) {
                inSecond += moment / 1000 == second - 1;
                inMinute += moment / 1000 >= second - 60 && moment / 1000 < second;
            }
            QCOMPARE(of(rates, "x:", asked).lastSecond, inSecond);
            QCOMPARE(of(rates, "x:", asked).lastMinute, inMinute);
        }
    }

    void memoryIsBounded()
    {
        BranchRates rates;
        for (int i = 0; i < BranchRates::mostBranches + 100; ++i)
            rates.heard(QByteArray::number(i) + ':', 1'000'000);
        QCOMPARE(rates.size(), BranchRates::mostBranches);
        QCOMPARE(rates.notHeld(), 100U);
        // A minute later the quiet ones make room.
        rates.heard("new:", 1'100'000);
        QCOMPARE(rates.size(), qsizetype(1));
        QCOMPARE(of(rates, "new:", 1'101'000).lastSecond, 1U);
    }

    void rowsAreBranchesOfEveryLevel()
    {
        KeyspaceMirror mirror;
        RatesModel model(mirror, {":"});
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setClock([] { return 11'000; });
        Batch batch;
        batch.items = {notified("a:1", 10'100), notified("a:b:1", 10'200), notified("a:b:1", 10'300),
                       notified("plain", 10'400)};
        mirror.apply(batch);
        model.refresh();
        QCOMPARE(model.sum().lastSecond, 4U);
        QCOMPARE(model.rowCount(), 3);
        QCOMPARE(model.branchAt(0), QByteArray("a:"));
        QCOMPARE(model.index(0, RatesModel::SecondColumn).data().toString(), QStringLiteral("3"));
        QCOMPARE(model.branchAt(1), QByteArray("a:b:"));
        QCOMPARE(model.branchAt(2), QByteArray());
        model.sort(RatesModel::BranchColumn, Qt::AscendingOrder);
        QCOMPARE(model.branchAt(0), QByteArray());
        QCOMPARE(model.branchAt(2), QByteArray("a:b:"));
    }

    void ownReadsAreNoChanges()
    {
        KeyspaceMirror mirror;
        RatesModel model(mirror, {":"});
        Learned read = notified("a:1", 10'100);
        read.origin = Origin::Get;
        read.state = ValueState::Read;
        Batch batch;
        batch.items = {read};
        mirror.apply(batch);
        model.refresh();
        QCOMPARE(model.rowCount(), 0);
    }

    void randomChangesKeepIndexesOnTheirRows()
    {
        QRandomGenerator random(11);
        KeyspaceMirror mirror;
        RatesModel model(mirror, {":"});
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        qint64 now = 1'000'000;
        model.setClock([&now] { return now; });
        QPersistentModelIndex kept;
        QByteArray name;
        for (int round = 0; round < 400; ++round) {
            Batch batch;
            for (int i = random.bounded(6); i > 0; --i) {
                batch.items.append(
                    notified("b" + QByteArray::number(random.bounded(1 + round / 10)) + ":k", now));
            }
            mirror.apply(batch);
            now += random.bounded(1500);
            if (random.bounded(4) == 0) {
                model.sort(random.bounded(int(RatesModel::ColumnCount)),
                           random.bounded(2) ? Qt::AscendingOrder : Qt::DescendingOrder);
            }
            model.refresh();
            if (!name.isEmpty())
                QCOMPARE(model.branchAt(kept.row()), name);
            if (model.rowCount() > 0) {
                kept = model.index(random.bounded(model.rowCount()), 0);
                name = model.branchAt(kept.row());
            }
        }
    }
};

QTEST_GUILESS_MAIN(RatesModelTest)
#include "tst_ratesmodel.moc"
