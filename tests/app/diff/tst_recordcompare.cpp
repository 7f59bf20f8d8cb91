// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "diff/conflictview.h"
#include "diff/diffpane.h"
#include "diff/diffview.h"
#include "diff/recordcompare.h"
#include "editor/codeview.h"
#include "editor/jsoneditor.h"
#include "editor/recordbanner.h"
#include "editor/recordbars.h"
#include "editor/recordcontroller.h"
#include "editor/recordtab.h"

#include "../editor/editorfixture.h"
#include "../session/sessionfixture.h"
#include "failonwarning.h"

#include <QComboBox>
#include <QPushButton>
#include <QStackedWidget>
#include <QTreeWidget>

using namespace Studio;
using Trouble = RecordController::Trouble;
using Presence = RecordController::Presence;

namespace
{

const QByteArray RecordKey = "order:1";
const QByteArray Base = "{\n  \"status\": \"packed\",\n  \"total\": 94.20,\n  \"note\": null\n}";
const QByteArray Mine = "{\n  \"status\": \"packed\",\n  \"total\": 89.20,\n  \"note\": \"gift\"\n}";
const QByteArray Theirs = "{\n  \"status\": \"shipped\",\n  \"total\": 92.20,\n  \"note\": null\n}";

} // namespace

/// A record tab whose record another writer changes: difference, merge, and what is saved in the end. Over a
/// real socket.
class tst_RecordCompare : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void bannerOffersFourWays();
    void differenceOfEditedAndStored();
    void differenceFollows();
    void writesOfTheJournalAreSides();
    void changesThatWereHeardAreSides();
    void anotherKeyIsASide();
    void mergeWithAChoice_data();
    void mergeWithAChoice();
    void mergeByKeyboard();
    void listLeadsToThePlace();
    void mergeWithoutConflicts();
    void resultIsOneUndoStep();
    void changedAgainWhileMerging();
    void changedAgainBeforeTheSave();
    void conflictThatGoesAway();
    void textIsMergedAsAWhole();
    void foreignChangeKeepsThePlace();

private:
    void open(const QByteArray &value);
    void edit(const QByteArray &text) const { m_tab->editor().updateBytes(text, false, true); }
    /// Both have changed the record, and the three sides are shown.
    void meet(const QByteArray &mine, const QByteArray &theirs);
    QPushButton *answer(const QString &text) const;
    RecordCompare &compare() const { return *m_tab->findChild<RecordCompare *>(); }
    ConflictView &conflict() const { return compare().conflict(); }
    QByteArray stored() const { return m_server->stored(RecordKey).value_or(QByteArray()); }

    std::unique_ptr<EditorFixture> m_app;
    std::unique_ptr<SessionFixture> m_server;
    std::unique_ptr<Session> m_session;
    std::unique_ptr<RecordTab> m_tab;
};

void tst_RecordCompare::init()
{
    TestSupport::failOnUnannouncedWarning();
    m_app = std::make_unique<EditorFixture>();
    m_server = std::make_unique<SessionFixture>();
    m_server->startServer();
}

void tst_RecordCompare::cleanup()
{
    m_tab.reset();
    m_session.reset();
    m_server.reset();
    m_app.reset();
}

void tst_RecordCompare::open(const QByteArray &value)
{
    m_server->put(RecordKey, value);
    m_session = m_server->makeSession(m_server->profile());
    m_tab = std::make_unique<RecordTab>(m_app->app, *m_session, RecordKey);
    m_tab->resize(1000, 700);
    m_tab->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_tab.get()));
    QTRY_VERIFY(m_tab->controller().presence() == Presence::Present && m_tab->controller().isLive());
}

void tst_RecordCompare::meet(const QByteArray &mine, const QByteArray &theirs)
{
    edit(mine);
    m_server->put(RecordKey, theirs);
    QTRY_COMPARE(m_tab->controller().trouble(), Trouble::ChangedElsewhere);
    QTRY_COMPARE(m_tab->controller().theirs(), std::optional(theirs));
    answer(QStringLiteral("Merge…"))->click();
    QVERIFY(compare().isShown());
    QTRY_VERIFY(!conflict().isWorking());
}

QPushButton *tst_RecordCompare::answer(const QString &text) const
{
    for (QPushButton *button : m_tab->findChildren<QPushButton *>()) {
        if (button->text() == text && button->isVisible())
            return button;
    }
    return nullptr;
}

void tst_RecordCompare::bannerOffersFourWays()
{
    open(Base);
    edit(Mine);
    m_server->put(RecordKey, Theirs);
    QTRY_VERIFY(answer(QStringLiteral("Difference")));
    for (const char *text : {"Take theirs", "Keep mine", "Merge…"})
        QVERIFY2(answer(QString::fromUtf8(text)), text);
    // Nothing is decided by looking.
    answer(QStringLiteral("Difference"))->click();
    DiffView &view = compare().difference();
    QVERIFY(view.isVisible());
    QTRY_VERIFY(!view.isWorking());
    QCOMPARE(view.before().bytes, Theirs);
    QCOMPARE(view.after().bytes, Mine);
    QCOMPARE(view.difference().changes.size(), size_t(3));
    QCOMPARE(m_tab->controller().trouble(), Trouble::ChangedElsewhere);
    QTest::keyClick(&view.panes().constFirst()->code(), Qt::Key_Escape);
    QVERIFY(!compare().isShown());
    QVERIFY(m_tab->editor().isVisible());
    QCOMPARE(m_tab->editor().bytes(), Mine);
    QCOMPARE(stored(), Theirs);
}

void tst_RecordCompare::differenceOfEditedAndStored()
{
    open(Base);
    QVERIFY(m_app->commands.trigger(QStringLiteral("record.compareStored")));
    DiffView &view = compare().difference();
    QTRY_VERIFY(!view.isWorking());
    QCOMPARE(view.difference().state, DiffState::Same);
    answer(QStringLiteral("Back to editing"))->click();
    edit(Mine);
    QVERIFY(m_app->commands.trigger(QStringLiteral("record.compareStored")));
    QTRY_COMPARE(view.difference().changes.size(), size_t(2));
    QCOMPARE(view.before().bytes, Base);
    QCOMPARE(view.after().bytes, Mine);
}

/// A change that arrives while the difference is shown is in it.
void tst_RecordCompare::differenceFollows()
{
    open(Base);
    QVERIFY(m_app->commands.trigger(QStringLiteral("record.compareStored")));
    edit(Mine);
    m_server->put(RecordKey, Theirs);
    QTRY_COMPARE(m_tab->controller().trouble(), Trouble::ChangedElsewhere);
    DiffView &view = compare().difference();
    QTRY_COMPARE(view.before().bytes, Theirs);
    QTRY_VERIFY(!view.isWorking());
    QCOMPARE(view.difference().changes.size(), size_t(3));
}

void tst_RecordCompare::writesOfTheJournalAreSides()
{
    open(Base);
    edit(Mine);
    m_tab->save();
    QTRY_COMPARE(stored(), Mine);
    QTRY_VERIFY(!m_tab->isDirty());
    edit(Theirs);
    QVERIFY(m_app->commands.trigger(QStringLiteral("record.compareStored")));
    DiffView &view = compare().difference();
    const auto choice = [&view]() -> QComboBox * {
        for (QComboBox *box : view.findChildren<QComboBox *>()) {
            if (box->isVisible())
                return box;
        }
        return nullptr;
    };
    // In the store, edited; after the write stands in the store already, before it does not; another key.
    QTRY_VERIFY(choice() && choice()->count() == 5);
    const int before = choice()->findText(QStringLiteral("before"), Qt::MatchEndsWith);
    QVERIFY(before >= 0);
    view.choose(false, before);
    QTRY_VERIFY(!view.isWorking());
    QCOMPARE(view.before().bytes, Base);
    QCOMPARE(view.after().bytes, Theirs);
}

void tst_RecordCompare::changesThatWereHeardAreSides()
{
    open(Base);
    m_server->put(RecordKey, Theirs);
    QTRY_COMPARE(m_tab->editor().bytes(), Theirs);
    edit(Mine);
    QVERIFY(m_app->commands.trigger(QStringLiteral("record.compareStored")));
    DiffView &view = compare().difference();
    QComboBox *choice = nullptr;
    for (QComboBox *box : view.findChildren<QComboBox *>()) {
        if (box->isVisible())
            choice = box;
    }
    QVERIFY(choice);
    const int before = choice->findText(QStringLiteral("before"), Qt::MatchEndsWith);
    QVERIFY(before >= 0);
    view.choose(false, before);
    QTRY_VERIFY(!view.isWorking());
    QCOMPARE(view.before().bytes, Base);
    QCOMPARE(view.after().bytes, Mine);
}

void tst_RecordCompare::anotherKeyIsASide()
{
    open(Base);
    edit(Mine);
    QVERIFY(m_app->commands.trigger(QStringLiteral("record.compareStored")));
    DiffView &view = compare().difference();
    TakeSide take;
    connect(m_tab.get(), &RecordTab::otherKeyWanted, this,
            [&take](const TakeSide &wanted) { take = wanted; });
    emit view.otherKeyWanted(true);
    QVERIFY(take);
    take({QStringLiteral("order:2"), Theirs});
    QTRY_VERIFY(!view.isWorking());
    QCOMPARE(view.before().bytes, Base);
    QCOMPARE(view.after().bytes, Theirs);
    // What is edited meanwhile leaves the choice alone.
    edit(Base);
    QCOMPARE(view.after().title, QStringLiteral("order:2"));
    // Once it is gone, an answer that comes late is none.
    m_tab.reset();
    take({QStringLiteral("order:3"), Theirs});
}

void tst_RecordCompare::mergeWithAChoice_data()
{
    QTest::addColumn<MergeSide>("side");
    QTest::addColumn<QByteArray>("total");
    QTest::newRow("mine") << MergeSide::Mine << QByteArray("89.20");
    QTest::newRow("theirs") << MergeSide::Theirs << QByteArray("92.20");
}

void tst_RecordCompare::mergeWithAChoice()
{
    QFETCH(MergeSide, side);
    QFETCH(QByteArray, total);
    open(Base);
    meet(Mine, Theirs);
    QCOMPARE(conflict().openCount(), 1);
    QVERIFY(!conflict().saveButton()->isEnabled());
    QVERIFY(!conflict().useButton()->isEnabled());
    QCOMPARE(conflict().choices()->topLevelItemCount(), 3);
    conflict().choose(0, side);
    QTRY_VERIFY(conflict().isSettled());
    const QByteArray merged =
        "{\n  \"status\": \"shipped\",\n  \"total\": " + total + ",\n  \"note\": \"gift\"\n}";
    QCOMPARE(conflict().result(), merged);
    // What is shown is what is saved.
    QCOMPARE(conflict().pane(3)->code().view().toByteArray(), merged);
    QCOMPARE(stored(), Theirs);
    conflict().saveButton()->click();
    QTRY_COMPARE(stored(), merged);
    QTRY_VERIFY(!m_tab->isDirty());
    QVERIFY(!compare().isShown());
    QCOMPARE(m_tab->editor().bytes(), merged);
    QCOMPARE(m_tab->controller().trouble(), Trouble::None);
}

void tst_RecordCompare::mergeByKeyboard()
{
    open(Base);
    meet(Mine, Theirs);
    QTreeWidget *list = conflict().choices();
    QTRY_VERIFY(list->hasFocus());
    QCOMPARE(list->indexOfTopLevelItem(list->currentItem()), 0);
    QTest::keyClick(list, Qt::Key_Right);
    QTRY_VERIFY(conflict().isSettled());
    QVERIFY(conflict().result().contains("92.20"));
    QTest::keyClick(list, Qt::Key_Left);
    QTRY_VERIFY(conflict().isSettled() && conflict().result().contains("89.20"));
    QTest::keyClick(list, Qt::Key_Escape);
    QVERIFY(!compare().isShown());
    QCOMPARE(m_tab->editor().bytes(), Mine);
}

/// What is current in the list is in sight on all sides.
void tst_RecordCompare::listLeadsToThePlace()
{
    QByteArray base = "{";
    for (int i = 0; i < 200; ++i)
        base += "\"m" + QByteArray::number(i) + "\":" + QByteArray::number(i) + ',';
    base += "\"list\":[1]}";
    open(base);
    meet(QByteArray(base).replace("\"m150\":150", "\"m150\":1").replace("[1]", "[1,2]"),
         QByteArray(base).replace("\"m20\":20", "\"m20\":2").replace("[1]", "[0,1]"));
    QTreeWidget *list = conflict().choices();
    QCOMPARE(list->topLevelItemCount(), 3);
    const QList<std::pair<int, int>> rows{{0, 204}, {1, 21}, {2, 151}}; // of the list, and where it leads
    for (const auto &[entry, row] : rows) {
        list->setCurrentItem(list->topLevelItem(entry));
        for (int side = 0; side < 3; ++side)
            QCOMPARE(conflict().pane(side)->row(), row);
    }
}

void tst_RecordCompare::mergeWithoutConflicts()
{
    open(Base);
    const QByteArray mine = QByteArray(Base).replace("null", "\"gift\"");
    const QByteArray theirs = QByteArray(Base).replace("packed", "shipped");
    meet(mine, theirs);
    QVERIFY(conflict().isSettled());
    QCOMPARE(conflict().result(), QByteArray(mine).replace("packed", "shipped"));
    conflict().saveButton()->click();
    QTRY_COMPARE(stored(), QByteArray(mine).replace("packed", "shipped"));
}

void tst_RecordCompare::resultIsOneUndoStep()
{
    open(Base);
    meet(Mine, Theirs);
    conflict().chooseAll(MergeSide::Theirs);
    QTRY_VERIFY(conflict().isSettled());
    const QByteArray merged = conflict().result();
    conflict().useButton()->click();
    QVERIFY(!compare().isShown());
    QCOMPARE(m_tab->editor().bytes(), merged);
    QVERIFY(m_tab->isDirty());
    QCOMPARE(m_tab->controller().base(), Theirs);
    QCOMPARE(stored(), Theirs);
    m_tab->editor().undo();
    QCOMPARE(m_tab->editor().bytes(), Mine);
    m_tab->editor().redo();
    m_tab->save();
    QTRY_COMPARE(stored(), merged);
}

/// They go on writing: what is merged follows, and a choice about another value is none.
void tst_RecordCompare::changedAgainWhileMerging()
{
    open(Base);
    meet(Mine, Theirs);
    conflict().choose(0, MergeSide::Theirs);
    QTRY_VERIFY(conflict().isSettled());
    const QByteArray again = QByteArray(Theirs).replace("92.20", "93.20");
    m_server->put(RecordKey, again);
    QTRY_COMPARE(conflict().input().theirs, again);
    QTRY_VERIFY(!conflict().isWorking());
    QCOMPARE(conflict().openCount(), 1);
    QVERIFY(!conflict().saveButton()->isEnabled());
    conflict().choose(0, MergeSide::Theirs);
    QTRY_VERIFY(conflict().isSettled());
    conflict().saveButton()->click();
    QTRY_VERIFY(stored().contains("93.20") && stored().contains("gift"));
}

/// The save of what was merged is checked like any other.
void tst_RecordCompare::changedAgainBeforeTheSave()
{
    open(Base);
    meet(Mine, Theirs);
    conflict().choose(0, MergeSide::Mine);
    QTRY_VERIFY(conflict().isSettled());
    const QByteArray merged = conflict().result();
    const QByteArray again = QByteArray(Theirs).replace("shipped", "returned");
    m_server->put(RecordKey, again); // has not been heard of yet
    conflict().saveButton()->click();
    QTRY_COMPARE(m_tab->controller().trouble(), Trouble::ChangedElsewhere);
    QCOMPARE(stored(), again);
    QCOMPARE(m_tab->editor().bytes(), merged);
}

void tst_RecordCompare::conflictThatGoesAway()
{
    open(Base);
    meet(Mine, Theirs);
    m_server->put(RecordKey, Base);
    QTRY_VERIFY(!compare().isShown());
    QCOMPARE(m_tab->controller().trouble(), Trouble::None);
    QCOMPARE(m_tab->editor().bytes(), Mine);
}

void tst_RecordCompare::textIsMergedAsAWhole()
{
    open("one\ntwo");
    meet("one\n2", "1\ntwo");
    QCOMPARE(conflict().openCount(), 1);
    conflict().choose(0, MergeSide::Theirs);
    QTRY_VERIFY(conflict().isSettled());
    QCOMPARE(conflict().result(), QByteArray("1\ntwo"));
}

/// What others write while nothing is edited is shown at once and lit; one stays where one was.
void tst_RecordCompare::foreignChangeKeepsThePlace()
{
    QByteArray text = "{\n";
    for (int i = 0; i < 300; ++i) {
        text += "  \"m" + QByteArray::number(i) + "\": {\n    \"v\": " + QByteArray::number(i) + "\n  }"
              + (i < 299 ? ",\n" : "\n");
    }
    text += '}';
    open(text);
    using S = QsciScintilla;
    auto *view = m_tab->findChild<CodeView *>();
    QTRY_COMPARE(view->view().toByteArray(), text);
    view->send(S::SCI_COLOURISE, 0, -1);
    const int folded = view->lineOf(text.indexOf("\"m250\""));
    QVERIFY(view->isFoldHeader(folded));
    view->toggleFold(folded);
    const qsizetype cursor = text.indexOf("\"m200\"");
    view->setCursor(cursor);
    view->send(S::SCI_SETFIRSTVISIBLELINE, view->lineOf(cursor) - 5);
    const auto top = view->send(S::SCI_GETFIRSTVISIBLELINE);

    // One line above becomes three, one below another.
    QByteArray changed = text;
    changed.replace("\"v\": 270", "\"v\": \"changed\"");
    changed.replace("\"v\": 10\n", "\"v\": 10,\n    \"w\": 1,\n    \"x\": 2\n");
    m_server->put(RecordKey, changed);
    QTRY_COMPARE(view->view().toByteArray(), changed);
    QCOMPARE(view->cursor(), changed.indexOf("\"m200\""));
    QCOMPARE(view->send(S::SCI_GETFIRSTVISIBLELINE), top + 2);
    QVERIFY(view->isFolded(view->lineOf(changed.indexOf("\"m250\""))));
    QVERIFY(view->lightOf(view->lineOf(changed.indexOf("\"changed\""))).isValid());
    QVERIFY(view->lightOf(view->lineOf(changed.indexOf("\"w\""))).isValid());
    QVERIFY(!view->lightOf(view->lineOf(changed.indexOf("\"m200\""))).isValid());
    QVERIFY(!m_tab->isDirty());
}

QTEST_MAIN(tst_RecordCompare)

#include "tst_recordcompare.moc"
