// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "failonwarning.h"
#include "historyfixture.h"

#include "models/livemodel.h"
#include "models/pastmodel.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace Studio;

/// The live list of a moment.
class TestPastModel : public QObject
{
    Q_OBJECT

private slots:
    void init() { TestSupport::failOnUnannouncedWarning(); }
    void showsWhatEachRowChanged();
    void endsAtTheMoment();
    void bringsPages();
    void looksOnForWhatTheFilterWants();
    void breaksKnowTheirBeginning();
    void latestMomentCounts();

private:
    static SharedLiveEntry entry(const PastModel &model, int row)
    {
        return model.index(row, 0).data(LiveModel::EntryRole).value<SharedLiveEntry>();
    }
};

void TestPastModel::showsWhatEachRowChanged()
{
    HistoryFixture fixture;
    fixture.read("k", R"({"a":1,"b":2})", 500);
    fixture.hear("k", R"({"a":1,"b":3})", 1000);
    fixture.hear("new", "7", 1500);
    fixture.hearRemoved("k", 2000);
    fixture.read("new", "9", 2500); // nobody told of it
    QVERIFY(fixture.isRecorded());
    PastModel model(fixture.history.reader());
    const QAbstractItemModelTester tester(&model);
    model.setMoment(10'000);
    QTRY_VERIFY(model.isReady());
    QCOMPARE(model.rowCount(), 5); // without the base of k; with the line that came up
    QCOMPARE(model.index(0, 0).data(LiveModel::BadgeRole).toString(), u"found"_qs);
    QCOMPARE(entry(model, 0)->changes, (QList<LiveChange>{{{}, u"7"_qs, u"9"_qs, true, true}}));
    QCOMPARE(entry(model, 1)->kind, LiveKind::Removed);
    QCOMPARE(entry(model, 1)->shape, u"{ a, b }"_qs);
    QCOMPARE(entry(model, 2)->key, QByteArray("new"));
    QCOMPARE(entry(model, 3)->changes, (QList<LiveChange>{{u"/b"_qs, u"2"_qs, u"3"_qs, true, true}}));
    QCOMPARE(model.noteAt(3)->before(), std::optional(QByteArray(R"({"a":1,"b":2})")));
    QCOMPARE(entry(model, 4)->kind, LiveKind::LineUp);
    QCOMPARE(model.notes().front()->gap, LiveKind::LineUp); // oldest first
}

void TestPastModel::endsAtTheMoment()
{
    HistoryFixture fixture;
    for (int i = 1; i <= 3; ++i)
        fixture.hear("k", QByteArray::number(i), 1000 * i);
    QVERIFY(fixture.isRecorded());
    PastModel model(fixture.history.reader());
    model.setMoment(2000);
    QTRY_VERIFY(model.isReady());
    QCOMPARE(entry(model, 0)->at, 2000); // with it
    QVERIFY(!model.hasMore());
    model.setMoment(1999);
    QTRY_VERIFY(model.isReady());
    QCOMPARE(entry(model, 0)->at, 1000);
}

void TestPastModel::bringsPages()
{
    HistoryFixture fixture;
    for (int i = 0; i < 450; ++i)
        fixture.hear("k", QByteArray::number(i), 1000 + i);
    QVERIFY(fixture.isRecorded());
    PastModel model(fixture.history.reader());
    model.setMoment(10'000);
    QTRY_VERIFY(model.isReady());
    QCOMPARE(model.rowCount(), 200);
    while (model.hasMore()) {
        model.readMore();
        QTRY_VERIFY(model.isReady());
    }
    QCOMPARE(model.rowCount(), 451);
    QCOMPARE(entry(model, 449)->at, 1000);
    QCOMPARE(model.noteAt(0)->before(), std::optional(QByteArray("448")));
}

/// The only match stands pages behind the newest row; nobody scrolls there.
void TestPastModel::looksOnForWhatTheFilterWants()
{
    HistoryFixture fixture;
    fixture.hear("wanted", "1", 900);
    for (int i = 0; i < 700; ++i)
        fixture.hear("k", QByteArray::number(i), 1000 + i);
    QVERIFY(fixture.isRecorded());
    PastModel model(fixture.history.reader());
    LiveFilter filter;
    filter.setText(u"wanted"_qs);
    model.setFilter(filter);
    model.setMoment(10'000);
    QTRY_COMPARE(model.rowCount(), 2); // and the break
    QCOMPARE(entry(model, 0)->key, QByteArray("wanted"));
    model.setFilter({});
    QTRY_VERIFY(model.isReady() && model.rowCount() > 2);
    QCOMPARE(entry(model, 0)->key, QByteArray("k"));
}

void TestPastModel::breaksKnowTheirBeginning()
{
    HistoryFixture fixture;
    fixture.hear("k", "1", 1000);
    QVERIFY(fixture.isRecorded());
    fixture.history.recorder().lineDown(2000);
    fixture.history.recorder().lineUp(5000);
    PastModel model(fixture.history.reader());
    model.setMoment(10'000);
    QTRY_VERIFY(model.isReady());
    QCOMPARE(entry(model, 0)->kind, LiveKind::LineUp);
    QCOMPARE(entry(model, 0)->downSince, 2000);
    QCOMPARE(entry(model, 1)->kind, LiveKind::LineDown);
}

void TestPastModel::latestMomentCounts()
{
    HistoryFixture fixture;
    for (int i = 1; i <= 100; ++i)
        fixture.hear("k", QByteArray::number(i), 1000 * i);
    QVERIFY(fixture.isRecorded());
    PastModel model(fixture.history.reader());
    for (int i = 1; i <= 50; ++i)
        model.setMoment(1000 * i);
    QTRY_VERIFY(model.isReady());
    QCOMPARE(entry(model, 0)->at, 50'000);
    QCOMPARE(model.rowCount(), 51);
}

QTEST_GUILESS_MAIN(TestPastModel)
#include "tst_pastmodel.moc"
