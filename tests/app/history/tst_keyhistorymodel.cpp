// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "failonwarning.h"
#include "historyfixture.h"

#include "models/keyhistorymodel.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace Studio;

/// The list of a key's changes.
class TestKeyHistoryModel : public QObject
{
    Q_OBJECT

private slots:
    void init() { TestSupport::failOnUnannouncedWarning(); }
    void listsNewestFirst();
    void bringsPages();
    void isEmptyForOtherKeys();
};

void TestKeyHistoryModel::listsNewestFirst()
{
    HistoryFixture fixture;
    fixture.read("k", "1", 500);
    fixture.hear("k", "2", 1000);
    fixture.hear("other", "2", 1500);
    fixture.hearRemoved("k", 2000);
    QVERIFY(fixture.isRecorded());
    KeyHistoryModel model(fixture.history.reader(), "k");
    const QAbstractItemModelTester tester(&model);
    QTRY_VERIFY(model.isReady());
    QCOMPARE(model.rowCount(), 4); // removed, counted, before, line
    QCOMPARE(model.entryAt(0)->kind, HistoryKind::Removed);
    QCOMPARE(model.entryAt(1)->value, std::optional(QByteArray("2")));
    QCOMPARE(model.entryAt(2)->kind, HistoryKind::Base);
    QCOMPARE(model.index(1, KeyHistoryModel::Kind).data().toString(), u"counted"_qs);
    QCOMPARE(model.index(1, KeyHistoryModel::Value).data().toString(), u"2"_qs);
    QCOMPARE(model.rowOfMoment(1500), 1);
    QCOMPARE(model.rowOfMoment(2500), 0);
    QCOMPARE(model.rowOfMoment(500), -1);
}

void TestKeyHistoryModel::bringsPages()
{
    HistoryFixture fixture;
    for (int i = 0; i < 450; ++i)
        fixture.hear("k", QByteArray::number(i), 1000 + i);
    QVERIFY(fixture.isRecorded());
    KeyHistoryModel model(fixture.history.reader(), "k");
    QTRY_VERIFY(model.isReady());
    QVERIFY(model.rowCount() < 450);
    const QAbstractItemModelTester tester(&model);
    // The tester asks for more, too.
    while (model.rowCount() < 451) {
        const int before = model.rowCount();
        model.fetchMore({});
        QTRY_VERIFY(model.rowCount() > before);
    }
    QVERIFY(!model.canFetchMore({}));
    QCOMPARE(model.rowCount(), 451);
    QCOMPARE(model.entryAt(449)->value, std::optional(QByteArray("0")));
}

void TestKeyHistoryModel::isEmptyForOtherKeys()
{
    HistoryFixture fixture;
    KeyHistoryModel model(fixture.history.reader(), "never");
    QTRY_VERIFY(model.isReady());
    QVERIFY(!model.canFetchMore({}));
    QCOMPARE(model.rowOfMoment(1'000'000), -1);
}

QTEST_GUILESS_MAIN(TestKeyHistoryModel)
#include "tst_keyhistorymodel.moc"
