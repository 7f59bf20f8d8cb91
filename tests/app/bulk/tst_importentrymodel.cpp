// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "bulk/importentrymodel.h"

#include "failonwarning.h"

#include <QAbstractItemModelTester>
#include <QRandomGenerator>
#include <QTest>

using namespace Studio;

class tst_ImportEntryModel : public QObject
{
    Q_OBJECT

private slots:
    void init() { TestSupport::failOnUnannouncedWarning(); }
    void showsThoseOfOneFate();
    void survivesRandomChanges();
};

void tst_ImportEntryModel::showsThoseOfOneFate()
{
    ImportEntryModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setEntries({{1, "a", ImportFate::Created, {}},
                      {2, QByteArray("b\0", 2), ImportFate::Refused, QStringLiteral("too long")},
                      {3, "c", ImportFate::Created, {}}});
    QCOMPARE(model.rowCount(), 3);
    model.setFate(ImportFate::Created);
    QCOMPARE(model.rowCount(), 2);
    QCOMPARE(model.index(1, ImportEntryModel::KeyColumn).data().toString(), QStringLiteral("c"));
    model.setFate(ImportFate::Refused);
    QCOMPARE(model.rowCount(), 1);
    QCOMPARE(model.index(0, ImportEntryModel::KeyColumn).data().toString(), QStringLiteral("b␀"));
    QCOMPARE(model.index(0, ImportEntryModel::WhyColumn).data().toString(), QStringLiteral("too long"));
    model.setFate(std::nullopt);
    QCOMPARE(model.rowCount(), 3);
}

void tst_ImportEntryModel::survivesRandomChanges()
{
    ImportEntryModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QRandomGenerator random(5);
    for (int round = 0; round < 200; ++round) {
        QList<ImportEntry> entries;
        QList<int> ofFate(ImportFateCount);
        const int count = random.bounded(30);
        for (int i = 0; i < count; ++i) {
            const int fate = random.bounded(ImportFateCount);
            ++ofFate[fate];
            entries.append({i + 1, QByteArray::number(i), ImportFate(fate), {}});
        }
        model.setEntries(entries);
        const int fate = random.bounded(-1, ImportFateCount);
        model.setFate(fate < 0 ? std::nullopt : std::optional(ImportFate(fate)));
        QCOMPARE(model.rowCount(), fate < 0 ? count : ofFate.at(fate));
    }
}

QTEST_GUILESS_MAIN(tst_ImportEntryModel)
#include "tst_importentrymodel.moc"
