// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "../../editor/editorfixture.h"
#include "../historyfixture.h"
#include "failonwarning.h"

#include "editor/jsoneditor.h"
#include "history/bar/keyhistorytab.h"
#include "history/bar/timetravel.h"
#include "models/keyhistorymodel.h"

#include <QItemSelectionModel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QTreeView>

using namespace Studio;

/// A key's changes and its value at the moment.
class TestKeyHistoryTab : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void showsTheLatest();
    void aRowIsAMoment();
    void followsTheMoment();
    void saysWhatIsNotThere();
    void comparesAnyTwo();

private:
    QTreeView &list() const { return *m_tab->findChild<QTreeView *>(); }
    JsonEditor &value() const { return *m_tab->findChild<JsonEditor *>(); }
    void choose(const QList<int> &rows);

    std::unique_ptr<EditorFixture> m_app;
    std::unique_ptr<HistoryFixture> m_history;
    std::unique_ptr<TimeTravel> m_travel;
    std::unique_ptr<KeyHistoryTab> m_tab;
};

void TestKeyHistoryTab::init()
{
    TestSupport::failOnUnannouncedWarning();
    m_app = std::make_unique<EditorFixture>();
    m_history = std::make_unique<HistoryFixture>();
    m_history->read("k", R"({"n":0})", 1000);
    m_history->hear("k", R"({"n":1})", 2000);
    m_history->hear("k", R"({"n":2})", 3000);
    m_history->hearRemoved("k", 4000);
    m_history->hear("k", "again", 5000);
    QVERIFY(m_history->isRecorded());
    m_travel = std::make_unique<TimeTravel>(m_history->history.reader());
    m_tab = std::make_unique<KeyHistoryTab>(m_app->app, *m_travel, "k");
    m_tab->resize(900, 600);
    m_tab->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_tab.get()));
    QTRY_VERIFY(m_tab->model().isReady());
    QTRY_VERIFY(m_tab->isSettled());
}

void TestKeyHistoryTab::cleanup()
{
    m_tab.reset();
    m_travel.reset();
    m_history.reset();
    m_app.reset();
}

void TestKeyHistoryTab::choose(const QList<int> &rows)
{
    QItemSelection selection;
    for (const int row : rows) {
        const QModelIndex index = m_tab->model().index(row, 0);
        selection.select(index, index);
    }
    list().selectionModel()->select(selection,
                                    QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
}

void TestKeyHistoryTab::showsTheLatest()
{
    QCOMPARE(value().bytes(), "again");
    QVERIFY(value().isReadOnly());
    QVERIFY(m_tab->title().contains(u'k'));
}

void TestKeyHistoryTab::aRowIsAMoment()
{
    choose({2});
    QCOMPARE(m_travel->moment(), 3000);
    QTRY_COMPARE(value().bytes(), R"({"n":2})");
    choose({3});
    QCOMPARE(m_travel->moment(), 2000);
    QTRY_COMPARE(value().bytes(), R"({"n":1})");
}

void TestKeyHistoryTab::followsTheMoment()
{
    m_travel->goTo(3500);
    QTRY_COMPARE(value().bytes(), R"({"n":2})");
    QCOMPARE(list().currentIndex().row(), 2);
    QCOMPARE(m_travel->moment(), 3500); // choosing the row has not moved it
    QVERIFY(m_tab->stateText().contains(KeyHistoryModel::momentText(3500)));
    m_travel->goTo(1500);
    QTRY_COMPARE(value().bytes(), R"({"n":0})");
    m_travel->goToNow();
    QTRY_COMPARE(value().bytes(), "again");
}

void TestKeyHistoryTab::saysWhatIsNotThere()
{
    m_travel->goTo(4500);
    QTRY_VERIFY(!value().isVisible());
    const QString gone = m_tab->stateText();
    KeyHistoryTab never(m_app->app, *m_travel, "never");
    never.show();
    QTRY_VERIFY(never.isSettled());
    QVERIFY(never.stateText() != gone);
    QVERIFY(!never.stateText().isEmpty());
}

void TestKeyHistoryTab::comparesAnyTwo()
{
    QSignalSpy compared(m_tab.get(), &KeyHistoryTab::compareRequested);
    choose({3, 2});
    auto *button = m_tab->findChild<QPushButton *>();
    QVERIFY(button->isEnabled());
    QTest::mouseClick(button, Qt::LeftButton);
    QCOMPARE(compared.size(), 1);
    QList<DiffSide> sides = compared[0][1].value<QList<DiffSide>>();
    QCOMPARE(sides.size(), 2);
    QCOMPARE(sides[0].bytes, R"({"n":1})");
    QCOMPARE(sides[1].bytes, R"({"n":2})");
    // One alone is compared with the one before it.
    choose({3});
    sides = m_tab->sides();
    QCOMPARE(sides.size(), 2);
    QCOMPARE(sides[0].bytes, R"({"n":0})");
    QCOMPARE(sides[1].bytes, R"({"n":1})");
    // There is nothing before the first.
    choose({4});
    QVERIFY(!button->isEnabled());
}

QTEST_MAIN(TestKeyHistoryTab)
#include "tst_keyhistorytab.moc"
