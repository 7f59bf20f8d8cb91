// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "failonwarning.h"

#include "models/journalmodel.h"
#include "models/journaltext.h"
#include "session/journal.h"

#include <QAbstractItemModelTester>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTest>

using namespace Studio;

class TestJournalModel : public QObject
{
    Q_OBJECT

private slots:
    void init() { TestSupport::failOnUnannouncedWarning(); }

    void readsPageByPage();
    void letsGoOfWhatIsFarAway();
    void followsWhatHappens();
    void showsOnlyWhatWasAskedFor();
    void searchesUntilThereIsSomethingToSee();
    void forgetsWithTheJournal();
    void equalsTheJournalUnderRandomChanges();
    void saysItInWords_data();
    void saysItInWords();

private:
    static JournalEntry entry(const QByteArray &key);
    static qint64 begin(Journal &journal, const JournalEntry &entry);
    static void waitUntilRead(const JournalModel &model);
    static QList<qint64> rows(const JournalModel &model);
};

JournalEntry TestJournalModel::entry(const QByteArray &key)
{
    JournalEntry made;
    made.at = 1'700'000'000'000;
    made.key = key;
    made.value = "2";
    made.before = "1";
    made.beforeKnown = true;
    return made;
}

qint64 TestJournalModel::begin(Journal &journal, const JournalEntry &entry)
{
    qint64 row = 0;
    journal.begin(entry, [&](qint64 written) { row = written; });
    [&] { QTRY_VERIFY(row > 0); }();
    return row;
}

void TestJournalModel::waitUntilRead(const JournalModel &model)
{
    QTRY_VERIFY(!model.isReading());
}

QList<qint64> TestJournalModel::rows(const JournalModel &model)
{
    QList<qint64> rows;
    for (int i = 0; i < model.rowCount(); ++i)
        rows.append(model.lineAt(i)->row);
    return rows;
}

void TestJournalModel::readsPageByPage()
{
    Journal journal({});
    int written = 0;
    for (int i = 0; i < JournalModel::pageLines + 50; ++i)
        journal.begin(entry("k"), [&](qint64) { ++written; });
    QTRY_COMPARE(written, JournalModel::pageLines + 50);
    JournalModel model(journal);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QVERIFY(model.isReading());
    waitUntilRead(model);
    QCOMPARE(model.rowCount(), JournalModel::pageLines);
    QVERIFY(!model.isComplete());
    QVERIFY(model.canFetchMore({}));
    model.fetchMore({});
    QVERIFY(!model.canFetchMore({})); // one at a time
    waitUntilRead(model);
    QCOMPARE(model.rowCount(), JournalModel::pageLines + 50);
    QVERIFY(model.isComplete());
    QCOMPARE(model.lineAt(0)->row, JournalModel::pageLines + 50);
    QCOMPARE(model.lineAt(model.rowCount() - 1)->row, 1);
    QCOMPARE(model.lineAt(model.rowCount()), nullptr);
}

void TestJournalModel::letsGoOfWhatIsFarAway()
{
    constexpr int count = 1600;
    Journal journal({});
    int written = 0;
    for (int i = 1; i <= count; ++i)
        journal.begin(entry("k" + QByteArray::number(i)), [&](qint64) { ++written; });
    QTRY_COMPARE(written, count);
    JournalModel model(journal);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    waitUntilRead(model);
    const auto isRight = [&model](int row) {
        const JournalLine *line = model.lineAt(row);
        return line && line->row == count - row && line->shown.key == "k" + QByteArray::number(count - row);
    };
    model.hold(count - 3);
    // As a view does: it scrolls, and asks for more at the end.
    constexpr int visible = 20;
    for (int first = 0; !model.isComplete(); first = std::min(first + 100, model.rowCount() - visible)) {
        model.setVisible(first, first + visible);
        QVERIFY(model.heldLines() <= JournalModel::mostLines + JournalModel::pageLines);
        if (first + visible + 100 > model.rowCount() && model.canFetchMore({})) {
            model.fetchMore({});
            waitUntilRead(model);
        }
    }
    QCOMPARE(model.rowCount(), count);
    model.setVisible(count - visible, count - 1);
    QTRY_VERIFY(isRight(count - 1));
    QVERIFY(isRight(3)); // it is held
    QVERIFY(!model.lineAt(500));
    QCOMPARE(model.data(model.index(500, 0)), QVariant());
    // Back: what had gone comes again.
    for (const int first : {500, 1200, 0, 900}) {
        model.setVisible(first, first + visible);
        for (int row = first; row <= first + visible; ++row)
            QTRY_VERIFY2(isRight(row), qPrintable(QString::number(row)));
        QVERIFY(model.heldLines() <= JournalModel::mostLines + JournalModel::pageLines);
    }
    // What ends far away is known there when one comes back.
    journal.end(10, JournalState::Failed);
    model.setVisible(count - 20, count - 1);
    QTRY_COMPARE(model.lineAt(count - 10) ? model.lineAt(count - 10)->state : JournalState::Open,
                 JournalState::Failed);
}

void TestJournalModel::followsWhatHappens()
{
    Journal journal({});
    JournalModel model(journal);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    waitUntilRead(model);
    QCOMPARE(model.rowCount(), 0);
    const qint64 first = begin(journal, entry("a"));
    QTRY_COMPARE(model.rowCount(), 1);
    QCOMPARE(model.lineAt(0)->state, JournalState::Open);
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    journal.end(first, JournalState::Done);
    QTRY_COMPARE(changed.size(), 1);
    QCOMPARE(model.lineAt(0)->state, JournalState::Done);
    QCOMPARE(model.lineAt(0)->obstacle, UndoObstacle::None);

    // What takes it back changes both.
    JournalEntry undo = entry("a");
    undo.undoes = first;
    journal.end(begin(journal, undo), JournalState::Done);
    QTRY_COMPARE(model.rowCount(), 2);
    QTRY_COMPARE(model.lineAt(1)->undoneBy, 2);
    QCOMPARE(model.lineAt(1)->obstacle, UndoObstacle::AlreadyUndone);
}

void TestJournalModel::showsOnlyWhatWasAskedFor()
{
    Journal journal({});
    JournalModel model(journal);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    JournalQuery query;
    query.state = JournalState::Open;
    model.setQuery(query);
    waitUntilRead(model);
    const qint64 row = begin(journal, entry("a"));
    QTRY_COMPARE(model.rowCount(), 1);
    // It is no longer like that.
    journal.end(row, JournalState::Failed, {}, u"no"_qs);
    QTRY_COMPARE(model.rowCount(), 0);
    query.state = JournalState::Failed;
    model.setQuery(query);
    waitUntilRead(model);
    QCOMPARE(rows(model), QList<qint64>{row});
}

void TestJournalModel::searchesUntilThereIsSomethingToSee()
{
    Journal journal({});
    begin(journal, entry("wanted"));
    JournalEntry large = entry("k");
    large.value = QByteArray(1024 * 1024, 'x');
    for (int i = 0; i < 20; ++i) // more than is looked through at once
        begin(journal, large);
    JournalModel model(journal);
    JournalQuery query;
    query.text = u"wanted"_qs;
    model.setQuery(query);
    waitUntilRead(model);
    QCOMPARE(rows(model), QList<qint64>{1});
}

void TestJournalModel::forgetsWithTheJournal()
{
    Journal journal({});
    journal.setLimits({10, 1'000'000});
    JournalModel model(journal);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    for (int i = 0; i < 11; ++i)
        begin(journal, entry("k"));
    QTRY_COMPARE(rows(model), (QList<qint64>{11, 10, 9, 8, 7, 6, 5, 4, 3}));
    journal.clear();
    QTRY_COMPARE(model.rowCount(), 0);
    QVERIFY(model.isComplete() || model.isReading());
    begin(journal, entry("next"));
    QTRY_COMPARE(rows(model), QList<qint64>{12});
}

void TestJournalModel::equalsTheJournalUnderRandomChanges()
{
    Journal journal({});
    JournalModel model(journal);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QRandomGenerator random(7);
    QList<qint64> written;
    QList<qint64> open;
    int begun = 0;
    for (int step = 0; step < 400; ++step) {
        if (open.isEmpty() || random.bounded(3) > 0) {
            JournalEntry one = entry("k" + QByteArray::number(random.bounded(20)));
            one.undoes = !written.isEmpty() && random.bounded(4) == 0
                           ? written.at(random.bounded(int(written.size())))
                           : 0;
            ++begun;
            journal.begin(one, [&](qint64 row) {
                written.append(row);
                open.append(row);
            });
        } else {
            journal.end(open.takeAt(random.bounded(int(open.size()))), JournalState(1 + random.bounded(3)));
        }
        if (random.bounded(20) == 0)
            QCoreApplication::processEvents();
        if (random.bounded(50) == 0) {
            JournalQuery query;
            if (random.bounded(2) == 0)
                query.text = QString::number(random.bounded(20));
            model.setQuery(query);
        }
    }
    model.setQuery({});
    QTRY_COMPARE(int(written.size()), begun);
    const auto expected = [&] {
        std::optional<QList<JournalEntry>> entries;
        journal.read(1000, [&](const QList<JournalEntry> &list) { entries = list; });
        [&] { QTRY_VERIFY(entries); }();
        return entries.value_or(QList<JournalEntry>());
    };
    const auto isEqual = [&] {
        while (model.canFetchMore({}))
            model.fetchMore({});
        const QList<JournalEntry> entries = expected();
        if (entries.size() != model.rowCount())
            return false;
        for (int i = 0; i < entries.size(); ++i) {
            const JournalLine &line = *model.lineAt(i);
            if (line.row != entries.at(i).row || line.state != entries.at(i).state
                || line.undoneBy != entries.at(i).undoneBy || line.shown.key != entries.at(i).key)
                return false;
        }
        return true;
    };
    QTRY_VERIFY(isEqual());
}

void TestJournalModel::saysItInWords_data()
{
    QTest::addColumn<JournalEntry>("entry");
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QString>("change");
    QTest::addColumn<QString>("end");
    JournalEntry plain = entry("k");
    plain.state = JournalState::Done;
    const auto row = [&](const char *name, const QString &kind, const QString &change, const QString &end,
                         auto with) {
        JournalEntry one = plain;
        with(one);
        QTest::newRow(name) << one << kind << change << end;
    };
    row("set", u"replaced"_qs, u"1 → 2"_qs, u"done"_qs, [](JournalEntry &) {});
    row("created", u"created"_qs, u"2"_qs, u"done"_qs, [](JournalEntry &e) { e.before.reset(); });
    row("patch", u"patched"_qs, u"/a 1 → 2"_qs, u"done"_qs, [](JournalEntry &e) {
        e.kind = WriteKind::Patch;
        e.value = R"({"a":2})";
        e.before = R"({"a":1,"b":3})";
        e.after = R"({"a":2,"b":3})";
    });
    row("append", u"appended"_qs, u"+ \"more\""_qs, u"unknown"_qs, [](JournalEntry &e) {
        e.kind = WriteKind::Append;
        e.value = "more";
        e.state = JournalState::Unknown;
    });
    row("increment", u"counted"_qs, u"7 → 12"_qs, u"done"_qs, [](JournalEntry &e) {
        e.kind = WriteKind::Increment;
        e.before.reset();
        e.delta = 5;
        e.after = "12";
    });
    row("increment, not answered", u"counted"_qs, u"+5"_qs, u"open"_qs, [](JournalEntry &e) {
        e.kind = WriteKind::Increment;
        e.before.reset();
        e.delta = 5;
        e.state = JournalState::Open;
    });
    row("delete", u"removed"_qs, u"was 1"_qs, u"failed"_qs, [](JournalEntry &e) {
        e.kind = WriteKind::Delete;
        e.state = JournalState::Failed;
    });
    row("undone", u"replaced"_qs, u"1 → 2"_qs, u"undone"_qs, [](JournalEntry &e) { e.undoneBy = 3; });
    row("undo", u"replaced"_qs, u"1 → 2"_qs, u"undo"_qs, [](JournalEntry &e) { e.undoes = 3; });
    row("redo", u"replaced"_qs, u"1 → 2"_qs, u"redo"_qs, [](JournalEntry &e) {
        e.undoes = 3;
        e.isRedo = true;
    });
    row("job", u"job"_qs, u"12 keys deleted"_qs, u"done"_qs, [](JournalEntry &e) {
        e.job = u"delete"_qs;
        e.kind = WriteKind::Delete;
        e.keys = 12;
    });
}

void TestJournalModel::saysItInWords()
{
    QFETCH(JournalEntry, entry);
    QFETCH(QString, kind);
    QFETCH(QString, change);
    QFETCH(QString, end);
    const JournalLine line = lineOf(entry);
    QCOMPARE(JournalText::kind(line), kind);
    if (entry.job.isEmpty()) // the plural needs the catalogue
        QCOMPARE(JournalText::change(line), change);
    QCOMPARE(JournalText::end(line), end);
    QVERIFY(JournalText::whole(line).contains(JournalText::change(line)));
}

QTEST_GUILESS_MAIN(TestJournalModel)
#include "tst_journalmodel.moc"
