// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "editor/codeview.h"
#include "editor/decodedview.h"
#include "editor/hexview.h"
#include "editor/jsoneditor.h"
#include "editor/jsontreeview.h"
#include "editor/recordbanner.h"
#include "editor/recordbars.h"
#include "editor/recordcontroller.h"
#include "editor/recordtab.h"
#include "editor/snippetdialog.h"

#include "../session/sessionfixture.h"
#include "browser/emptystate.h"
#include "editorfixture.h"
#include "failonwarning.h"
#include "models/jsontreemodel.h"
#include "json/jsonscanner.h"

#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QLineEdit>
#include <QPointer>
#include <QPushButton>
#include <QTabBar>
#include <QTreeView>

using namespace Studio;
using Trouble = RecordController::Trouble;
using Presence = RecordController::Presence;

namespace
{

const QByteArray OrderKey = "order:10482";
const QByteArray Absent = "(no such key)";
const QByteArray Value = "{\n  \"id\": 10482,\n  \"status\": \"packed\",\n  \"total\": 94.20\n}";
const QByteArray Edited = "{\n  \"id\": 10482,\n  \"status\": \"packed\",\n  \"total\": 89.20\n}";
const QByteArray Theirs = "{\n  \"id\": 10482,\n  \"status\": \"shipped\",\n  \"total\": 94.20\n}";

} // namespace

/// Record tabs on a session over a real socket.
class tst_RecordTab : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void reads();
    void missingKeyCanBeCreated();
    void bytesThatAreNotTextOpenAsHex();
    void saves();
    void savesEveryValueByteForByte_data();
    void savesEveryValueByteForByte();
    void failedSaveKeepsTheText_data();
    void failedSaveKeepsTheText();
    void unknownSaveThatWasCarriedOut();
    void unknownSaveThatWasNot();
    void saveMeetsAChange_data();
    void saveMeetsAChange();
    void saveMeetsADelete();
    void foreignChangeIsShownAtOnce();
    void foreignChangeWhileEdited_data();
    void foreignChangeWhileEdited();
    void sameChangeElsewhereIsNoConflict();
    void deletedElsewhere();
    void confirmLevelAsksInline();
    void readOnlyLevel();
    void invalidJsonAsksOnce();
    void emptyTextIsNotSaved();
    void discardCanBeUndone();
    void lineLost();
    void newRecord();
    void newRecordWhoseKeyExists();
    void deletes();
    void typingWhileSaving();
    void commands();
    void copiesAsCode();
    void treeView();
    void treeOfAReadOnlyRecord();
    void decodedView();
    void viewIsRememberedForTheBranch();

private:
    RecordTab *open(const QByteArray &key = OrderKey, SafetyLevel safety = SafetyLevel::Free);
    void edit(RecordTab *tab, const QByteArray &text) { tab->editor().updateBytes(text, false, true); }
    QString saveState(RecordTab *tab) const { return tab->findChild<RecordSaveBar *>()->state(); }
    /// The button with this text in a banner that is shown.
    QPushButton *answer(RecordTab *tab, const QString &text) const;
    bool says(RecordTab *tab, const QString &text) const;
    void fault(int code, int op);
    QByteArray stored(const QByteArray &key) const { return m_server->stored(key).value_or(Absent); }

    std::unique_ptr<EditorFixture> m_app;
    std::unique_ptr<SessionFixture> m_server;
    std::unique_ptr<Session> m_session;
    std::unique_ptr<RecordTab> m_tab;
};

void tst_RecordTab::init()
{
    TestSupport::failOnUnannouncedWarning();
    m_app = std::make_unique<EditorFixture>();
    m_server = std::make_unique<SessionFixture>();
    m_server->options.maxValue = 100'000;
    m_server->startServer();
    m_server->put(OrderKey, Value);
}

void tst_RecordTab::cleanup()
{
    m_tab.reset();
    m_session.reset();
    m_server.reset();
    m_app.reset();
}

RecordTab *tst_RecordTab::open(const QByteArray &key, SafetyLevel safety)
{
    SessionOptions options = SessionFixture::quick();
    options.callTimeout = std::chrono::milliseconds(400);
    m_session = m_server->makeSession(m_server->profile(safety), QStringLiteral("key"), options);
    m_tab = std::make_unique<RecordTab>(m_app->app, *m_session, key);
    m_tab->resize(1000, 500);
    m_tab->show();
    if (!QTest::qWaitForWindowExposed(m_tab.get()))
        return nullptr;
    const RecordController &controller = m_tab->controller();
    if (!key.isEmpty() && !QTest::qWaitFor([&] {
            return controller.presence() != Presence::Unknown && controller.isLive();
        }))
        qCritical("The record was not read.");
    return m_tab.get();
}

QPushButton *tst_RecordTab::answer(RecordTab *tab, const QString &text) const
{
    for (const RecordBanner *banner : tab->findChildren<RecordBanner *>()) {
        if (banner->isHidden())
            continue;
        for (int i = 0; QPushButton *button = banner->button(i); ++i) {
            if (button->text() == text)
                return button;
        }
    }
    return nullptr;
}

bool tst_RecordTab::says(RecordTab *tab, const QString &text) const
{
    const auto banners = tab->findChildren<RecordBanner *>();
    return std::any_of(banners.cbegin(), banners.cend(), [&text](const RecordBanner *banner) {
        return !banner->isHidden()
            && QString(banner->title() + QLatin1Char(' ') + banner->text()).contains(text);
    });
}

void tst_RecordTab::fault(int code, int op)
{
    hpkv::emulator::Faults faults;
    faults.code = hpkv::emulator::CodeFault{code, {std::nullopt, std::nullopt, op}};
    m_server->server->setFaults(faults);
}

void tst_RecordTab::reads()
{
    RecordTab *tab = open();
    QCOMPARE(tab->editor().bytes(), Value);
    QCOMPARE(tab->title(), QStringLiteral("order:10482"));
    QCOMPARE(tab->key(), OrderKey);
    QVERIFY(!tab->isDirty());
    QVERIFY(!tab->isNew());
    QCOMPARE(saveState(tab), QStringLiteral("Saved. Nothing to send."));
    QCOMPARE(tab->statusText(), QStringLiteral("UTF-8 · %1 bytes").arg(Value.size()));
    QVERIFY(!tab->findChild<RecordSaveBar *>()->saveButton()->isEnabled());
}

void tst_RecordTab::missingKeyCanBeCreated()
{
    RecordTab *tab = open("no:such");
    QCOMPARE(tab->controller().presence(), Presence::Absent);
    QVERIFY(tab->editor().bytes().isEmpty());
    edit(tab, "\"now there\"");
    tab->save();
    QTRY_COMPARE(stored("no:such"), QByteArray("\"now there\""));
    QTRY_VERIFY(!tab->isDirty());
}

void tst_RecordTab::bytesThatAreNotTextOpenAsHex()
{
    // Such bytes cannot come over the wire, so the controller is shown them directly by the editor's own
    // rule.
    RecordTab *tab = open();
    QVERIFY(!tab->editor().setBytes("\xFF\xFE"));
    QVERIFY(tab->editor().bytes().isEmpty());
    QVERIFY(tab->findChild<HexView *>());
}

void tst_RecordTab::saves()
{
    RecordTab *tab = open();
    QSignalSpy dirty(tab, &RecordTab::dirtyChanged);
    edit(tab, Edited);
    QVERIFY(tab->isDirty());
    QTRY_COMPARE(saveState(tab), QStringLiteral("Edited: 1 member(s) · not saved"));
    QVERIFY(m_app->commands.trigger(QStringLiteral("record.save")));
    QTRY_COMPARE(stored(OrderKey), Edited);
    QTRY_COMPARE(saveState(tab), QStringLiteral("Saved. Nothing to send."));
    QVERIFY(!tab->isDirty());
    QCOMPARE(dirty.size(), 2);
    QCOMPARE(tab->editor().bytes(), Edited);
    QVERIFY(tab->editor().canUndo());
    // The notification of the own write is no foreign change; the next one is.
    QSignalSpy shown(&tab->controller(), &RecordController::valueShown);
    m_server->put(OrderKey, Theirs);
    QTRY_COMPARE(tab->editor().bytes(), Theirs);
    QCOMPARE(shown.size(), 1);
    QCOMPARE(tab->controller().trouble(), Trouble::None);
}

void tst_RecordTab::savesEveryValueByteForByte_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("numbers") << QByteArray("[1.0, 1e400, 12345678901234567890, -0, 1E+05]");
    QTest::newRow("escapes") << QByteArray("{\"\\u00e9\":\"\\ud83d\\ude00\\/\"}");
    QTest::newRow("lone surrogate") << QByteArray("\"\\ud800\"");
    QTest::newRow("duplicates") << QByteArray("{\"a\":1,\"a\":2}");
    QTest::newRow("NUL") << QByteArray("a\0b\0\0c", 6);
    QTest::newRow("control characters") << QByteArray("\x01\x1B[0m\x7F\t");
    QTest::newRow("line ends") << QByteArray("a\r\nb\rc\n\n");
    QTest::newRow("byte order mark") << QByteArray("\xEF\xBB\xBFtext");
    QTest::newRow("blanks around") << QByteArray("  x  ");
    QTest::newRow("emoji") << QByteArray("\xF0\x9F\x98\x80 \xE2\x80\xA8 \xEF\xBF\xBF");
    QTest::newRow("long") << QByteArray(90'000, 'x');
}

void tst_RecordTab::savesEveryValueByteForByte()
{
    QFETCH(QByteArray, text);
    m_server->put(OrderKey, text);
    RecordTab *tab = open();
    QCOMPARE(tab->editor().bytes(), text);
    QVERIFY(!tab->isDirty());
    const QByteArray longer = text + "!";
    edit(tab, longer);
    tab->save();
    if (QPushButton *anyway = answer(tab, QStringLiteral("Save anyway")))
        anyway->click();
    QTRY_COMPARE(stored(OrderKey), longer);
    QTRY_VERIFY(!tab->isDirty());
    QCOMPARE(tab->editor().bytes(), longer);
}

void tst_RecordTab::failedSaveKeepsTheText_data()
{
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("cause");
    QTest::newRow("400") << 400 << QStringLiteral("The server says");
    QTest::newRow("403") << 403 << QStringLiteral("may not do that");
    QTest::newRow("404") << 404 << QStringLiteral("no such key");
    QTest::newRow("413") << 413 << QStringLiteral("larger than");
    QTest::newRow("500") << 500 << QStringLiteral("The server says");
}

void tst_RecordTab::failedSaveKeepsTheText()
{
    QFETCH(int, code);
    QFETCH(QString, cause);
    RecordTab *tab = open();
    edit(tab, Edited);
    fault(code, 2);
    tab->save();
    QTRY_COMPARE(tab->controller().trouble(), Trouble::WriteRefused);
    QVERIFY(says(tab, QStringLiteral("Not saved.")));
    QVERIFY(says(tab, cause));
    QCOMPARE(tab->editor().bytes(), Edited);
    QVERIFY(tab->isDirty());
    QCOMPARE(stored(OrderKey), Value);
    QCOMPARE(m_app->notices.notices().size(), 1);
    // Mended: the next step is on the banner, and the notice goes.
    m_server->server->clearFaults();
    answer(tab, QStringLiteral("Try again"))->click();
    QTRY_COMPARE(stored(OrderKey), Edited);
    QTRY_VERIFY(!tab->isDirty());
    QVERIFY(m_app->notices.notices().isEmpty());
    QVERIFY(!says(tab, QStringLiteral("Not saved.")));
}

void tst_RecordTab::unknownSaveThatWasCarriedOut()
{
    RecordTab *tab = open();
    edit(tab, Edited);
    // Carried out, but the reply never leaves.
    hpkv::emulator::Faults faults;
    faults.drop = hpkv::emulator::FaultApply{1, std::nullopt, 2};
    m_server->server->setFaults(faults);
    QList<Trouble> troubles;
    connect(&tab->controller(), &RecordController::changed, this, [&] {
        if (troubles.isEmpty() || troubles.last() != tab->controller().trouble())
            troubles.append(tab->controller().trouble());
    });
    tab->save();
    QTRY_VERIFY(troubles.contains(Trouble::WriteUnknown));
    QTRY_COMPARE(tab->controller().trouble(), Trouble::None);
    QCOMPARE(stored(OrderKey), Edited);
    QCOMPARE(tab->editor().bytes(), Edited);
    QTRY_VERIFY(!tab->isDirty());
    QVERIFY(m_app->notices.notices().isEmpty());
}

void tst_RecordTab::unknownSaveThatWasNot()
{
    RecordTab *tab = open();
    edit(tab, Edited);
    // The reply gets lost, and the store is put back before the record is read again.
    hpkv::emulator::Faults faults;
    faults.drop = hpkv::emulator::FaultApply{1, std::nullopt, 2};
    m_server->server->setFaults(faults);
    tab->save();
    QTRY_COMPARE(stored(OrderKey), Edited);
    m_server->put(OrderKey, Value);
    QTRY_COMPARE(tab->controller().trouble(), Trouble::WriteNotDone);
    QVERIFY(says(tab, QStringLiteral("was not carried out")));
    QCOMPARE(tab->editor().bytes(), Edited);
    QVERIFY(tab->isDirty());
    answer(tab, QStringLiteral("Try again"))->click();
    QTRY_COMPARE(stored(OrderKey), Edited);
    QTRY_VERIFY(!tab->isDirty());
}

void tst_RecordTab::saveMeetsAChange_data()
{
    QTest::addColumn<QString>("choice");
    QTest::addColumn<QByteArray>("kept");
    QTest::newRow("theirs") << QStringLiteral("Take theirs") << Theirs;
    QTest::newRow("mine") << QStringLiteral("Save mine over it") << Edited;
}

void tst_RecordTab::saveMeetsAChange()
{
    QFETCH(QString, choice);
    QFETCH(QByteArray, kept);
    RecordTab *tab = open();
    edit(tab, Edited);
    // What others did has reached the store, but not yet this thread.
    m_server->put(OrderKey, Theirs);
    tab->save();
    QVERIFY(tab->controller().isSaving());
    QTRY_VERIFY(answer(tab, choice));
    QCOMPARE(tab->editor().bytes(), Edited);
    QCOMPARE(stored(OrderKey), Theirs);
    answer(tab, choice)->click();
    QTRY_COMPARE(stored(OrderKey), kept);
    QTRY_COMPARE(tab->editor().bytes(), kept);
    QTRY_VERIFY(!tab->isDirty());
}

void tst_RecordTab::saveMeetsADelete()
{
    RecordTab *tab = open();
    edit(tab, Edited);
    m_server->server->erase(OrderKey.toStdString());
    QTRY_COMPARE(tab->controller().trouble(), Trouble::Deleted);
    QCOMPARE(tab->editor().bytes(), Edited);
    tab->save();
    QTRY_COMPARE(stored(OrderKey), Edited);
    QTRY_VERIFY(!tab->isDirty());
    QCOMPARE(tab->controller().trouble(), Trouble::None);
}

void tst_RecordTab::foreignChangeIsShownAtOnce()
{
    RecordTab *tab = open();
    m_server->put(OrderKey, Theirs);
    QTRY_COMPARE(tab->editor().bytes(), Theirs);
    auto *view = tab->findChild<CodeView *>();
    QVERIFY(view->lightOf(2).isValid());
    QVERIFY(!view->lightOf(1).isValid());
    QVERIFY(!view->lightOf(3).isValid());
    QVERIFY(!tab->isDirty());
    QCOMPARE(saveState(tab), QStringLiteral("Saved. Nothing to send."));
    const auto labels = tab->findChildren<QLabel *>();
    QVERIFY(std::any_of(labels.cbegin(), labels.cend(), [](const QLabel *label) {
        return label->text() == QStringLiteral("changed just now by another writer: status");
    }));
}

void tst_RecordTab::foreignChangeWhileEdited_data()
{
    QTest::addColumn<bool>("takeTheirs");
    QTest::newRow("take theirs") << true;
    QTest::newRow("keep mine") << false;
}

void tst_RecordTab::foreignChangeWhileEdited()
{
    QFETCH(bool, takeTheirs);
    RecordTab *tab = open();
    edit(tab, Edited);
    m_server->put(OrderKey, Theirs);
    QTRY_VERIFY(says(tab, QStringLiteral("Changed elsewhere: status.")));
    QCOMPARE(tab->editor().bytes(), Edited);
    // Saving waits for the choice.
    tab->save();
    QVERIFY(!tab->controller().isSaving());
    answer(tab, takeTheirs ? QStringLiteral("Take theirs") : QStringLiteral("Keep mine"))->click();
    QVERIFY(!says(tab, QStringLiteral("Changed elsewhere")));
    if (takeTheirs) {
        QCOMPARE(tab->editor().bytes(), Theirs);
        QVERIFY(!tab->isDirty());
        return;
    }
    QCOMPARE(tab->editor().bytes(), Edited);
    QVERIFY(tab->isDirty());
    QCOMPARE(stored(OrderKey), Theirs);
    tab->save();
    QTRY_COMPARE(stored(OrderKey), Edited);
    QTRY_VERIFY(!tab->isDirty());
}

void tst_RecordTab::sameChangeElsewhereIsNoConflict()
{
    RecordTab *tab = open();
    edit(tab, Edited);
    m_server->put(OrderKey, Edited);
    QTRY_VERIFY(!tab->isDirty());
    QCOMPARE(tab->controller().trouble(), Trouble::None);
    QCOMPARE(tab->editor().bytes(), Edited);
}

void tst_RecordTab::deletedElsewhere()
{
    RecordTab *tab = open();
    m_server->server->erase(OrderKey.toStdString());
    QTRY_VERIFY(says(tab, QStringLiteral("This record was deleted elsewhere.")));
    QCOMPARE(tab->editor().bytes(), Value);
    QTRY_COMPARE(tab->findChild<RecordSaveBar *>()->saveButton()->text(), QStringLiteral("Create record"));
    tab->save();
    QTRY_COMPARE(stored(OrderKey), Value);
    QTRY_VERIFY(!says(tab, QStringLiteral("deleted elsewhere")));
    // Deleted and made again by others.
    m_server->server->erase(OrderKey.toStdString());
    QTRY_VERIFY(says(tab, QStringLiteral("This record was deleted elsewhere.")));
    m_server->put(OrderKey, Theirs);
    QTRY_COMPARE(tab->editor().bytes(), Theirs);
    QVERIFY(!says(tab, QStringLiteral("deleted elsewhere")));
}

void tst_RecordTab::confirmLevelAsksInline()
{
    RecordTab *tab = open(OrderKey, SafetyLevel::Confirm);
    edit(tab, Edited);
    tab->save();
    QVERIFY(says(tab, QStringLiteral("Write to the store?")));
    QVERIFY(!tab->controller().isSaving());
    answer(tab, QStringLiteral("Back to editing"))->click();
    QVERIFY(!says(tab, QStringLiteral("Write to the store?")));
    tab->save();
    // The question was about another text.
    edit(tab, QByteArray(Edited + " "));
    QVERIFY(!says(tab, QStringLiteral("Write to the store?")));
    edit(tab, Edited);
    tab->save();
    // The answer has the focus: Return is enough.
    QTRY_COMPARE(tab->focusWidget(), answer(tab, QStringLiteral("Save changes")));
    QTest::keyClick(tab->focusWidget(), Qt::Key_Return);
    QTRY_COMPARE(stored(OrderKey), Edited);
    QTRY_VERIFY(!tab->isDirty());
}

void tst_RecordTab::readOnlyLevel()
{
    RecordTab *tab = open(OrderKey, SafetyLevel::ReadOnly);
    QVERIFY(tab->editor().isReadOnly());
    QCOMPARE(saveState(tab), QStringLiteral("This profile is read-only. Nothing can be changed."));
    tab->save();
    m_app->commands.trigger(QStringLiteral("record.delete"));
    m_app->commands.trigger(QStringLiteral("record.compact"));
    tab->controller().save("forced", true);
    tab->controller().remove(true);
    QVERIFY(!tab->controller().isSaving());
    QCOMPARE(tab->editor().bytes(), Value);
    // It still follows what others do.
    m_server->put(OrderKey, Theirs);
    QTRY_COMPARE(tab->editor().bytes(), Theirs);
    QVERIFY(tab->editor().isReadOnly());
}

void tst_RecordTab::invalidJsonAsksOnce()
{
    RecordTab *tab = open(OrderKey, SafetyLevel::Confirm);
    edit(tab, "{\"id\": 1,}");
    tab->save();
    QVERIFY(says(tab, QStringLiteral("This is not valid JSON.")));
    QVERIFY(says(tab, QStringLiteral("Line 1, column 9: This comma is one too many")));
    answer(tab, QStringLiteral("Save anyway"))->click();
    QTRY_COMPARE(stored(OrderKey), QByteArray("{\"id\": 1,}"));
    QTRY_VERIFY(!tab->isDirty());
}

void tst_RecordTab::emptyTextIsNotSaved()
{
    RecordTab *tab = open();
    edit(tab, "");
    tab->save();
    QVERIFY(says(tab, QStringLiteral("HPKV has no empty values")));
    QVERIFY(!tab->controller().isSaving());
    QCOMPARE(stored(OrderKey), Value);
    tab->discard();
    QCOMPARE(tab->editor().bytes(), Value);
}

void tst_RecordTab::discardCanBeUndone()
{
    RecordTab *tab = open();
    edit(tab, Edited);
    QVERIFY(m_app->commands.trigger(QStringLiteral("record.discard")));
    QCOMPARE(tab->editor().bytes(), Value);
    QVERIFY(!tab->isDirty());
    tab->editor().undo();
    QCOMPARE(tab->editor().bytes(), Edited);
    QVERIFY(tab->isDirty());
}

void tst_RecordTab::lineLost()
{
    RecordTab *tab = open();
    edit(tab, Edited);
    m_server->server->stop();
    QTRY_VERIFY(says(tab, QStringLiteral("No connection for")));
    QVERIFY(says(tab, QStringLiteral("your edit stays here")));
    QVERIFY(answer(tab, QStringLiteral("Try now")));
    QCOMPARE(tab->editor().bytes(), Edited);
    tab->save();
    QTRY_COMPARE(saveState(tab),
                 QStringLiteral("Saves when connected again, after checking for other changes"));
    m_server->server->start();
    answer(tab, QStringLiteral("Try now"))->click();
    QTRY_COMPARE(stored(OrderKey), Edited);
    QTRY_VERIFY(!tab->isDirty());
    QTRY_VERIFY(!says(tab, QStringLiteral("No connection")));

    // While the line is down others write: the save that waits does not go over it.
    edit(tab, Value);
    m_server->server->stop();
    QTRY_VERIFY(says(tab, QStringLiteral("No connection for")));
    tab->save();
    m_server->put(OrderKey, Theirs);
    m_server->server->start();
    answer(tab, QStringLiteral("Try now"))->click();
    QTRY_COMPARE(tab->controller().trouble(), Trouble::ChangedElsewhere);
    QCOMPARE(stored(OrderKey), Theirs);
    QCOMPARE(tab->editor().bytes(), Value);
}

void tst_RecordTab::newRecord()
{
    RecordTab *tab = open({}, SafetyLevel::Free);
    QVERIFY(tab->isNew());
    QCOMPARE(tab->title(), QStringLiteral("New key"));
    QTRY_COMPARE(m_session->status().line, LineState::Connected);
    edit(tab, "[1]");
    tab->save();
    QVERIFY(says(tab, QStringLiteral("The record needs a key.")));
    tab->setSuggestedKey("order:");
    auto *field = tab->findChild<NewKeyRow *>()->findChild<QLineEdit *>();
    QTest::keyClicks(field, QStringLiteral("7"));
    QCOMPARE(tab->title(), QStringLiteral("order:7"));
    QVERIFY(tab->key().isEmpty());
    QSignalSpy keyChanged(tab, &RecordTab::keyChanged);
    tab->save();
    QTRY_COMPARE(stored("order:7"), QByteArray("[1]"));
    QTRY_COMPARE(keyChanged.size(), 1);
    QCOMPARE(tab->key(), QByteArray("order:7"));
    QVERIFY(!tab->isNew());
    QVERIFY(!tab->isDirty());
    QVERIFY(tab->findChild<NewKeyRow *>()->isHidden());
    // From now on it is a record like any other.
    QTRY_VERIFY(tab->controller().isLive());
    m_server->put("order:7", "[2]");
    QTRY_COMPARE(tab->editor().bytes(), QByteArray("[2]"));
}

void tst_RecordTab::newRecordWhoseKeyExists()
{
    RecordTab *tab = open({}, SafetyLevel::Free);
    QTRY_COMPARE(m_session->status().line, LineState::Connected);
    tab->setSuggestedKey(OrderKey);
    edit(tab, "\"mine\"");
    tab->save();
    QTRY_VERIFY(says(tab, QStringLiteral("This key exists already.")));
    QCOMPARE(stored(OrderKey), Value);
    QCOMPARE(tab->editor().bytes(), QByteArray("\"mine\""));
    answer(tab, QStringLiteral("Take theirs"))->click();
    QCOMPARE(tab->editor().bytes(), Value);
    QCOMPARE(tab->key(), OrderKey);
}

void tst_RecordTab::deletes()
{
    RecordTab *tab = open();
    QVERIFY(m_app->commands.trigger(QStringLiteral("record.delete")));
    QVERIFY(says(tab, QStringLiteral("Delete order:10482?")));
    answer(tab, QStringLiteral("Keep"))->click();
    QCOMPARE(stored(OrderKey), Value);
    QVERIFY(m_app->commands.trigger(QStringLiteral("record.delete")));
    answer(tab, QStringLiteral("Delete"))->click();
    QTRY_COMPARE(stored(OrderKey), Absent);
    QTRY_COMPARE(saveState(tab), QStringLiteral("Deleted. The text can be saved again as a new record."));
    QCOMPARE(tab->editor().bytes(), Value);
    QVERIFY(!says(tab, QStringLiteral("deleted elsewhere")));
    tab->save();
    QTRY_COMPARE(stored(OrderKey), Value);
}

void tst_RecordTab::typingWhileSaving()
{
    RecordTab *tab = open();
    edit(tab, Edited);
    hpkv::emulator::Faults faults;
    faults.delay =
        hpkv::emulator::DelayFault{std::chrono::milliseconds(100), {std::nullopt, std::nullopt, 2}};
    m_server->server->setFaults(faults);
    tab->save();
    QVERIFY(tab->controller().isSaving());
    edit(tab, Theirs);
    QTRY_VERIFY(!tab->controller().isSaving());
    QCOMPARE(stored(OrderKey), Edited);
    QCOMPARE(tab->editor().bytes(), Theirs);
    QVERIFY(tab->isDirty());
    QCOMPARE(tab->controller().base(), Edited);
}

void tst_RecordTab::commands()
{
    RecordTab *tab = open();
    QVERIFY(m_app->commands.trigger(QStringLiteral("record.compact")));
    QCOMPARE(tab->editor().bytes(), QByteArray("{\"id\":10482,\"status\":\"packed\",\"total\":94.20}"));
    QVERIFY(m_app->commands.trigger(QStringLiteral("record.format")));
    QCOMPARE(tab->editor().bytes(), Value);
    QVERIFY(!tab->isDirty());
    QVERIFY(m_app->commands.trigger(QStringLiteral("record.copyKey")));
    QCOMPARE(QGuiApplication::clipboard()->text(), QString::fromUtf8(OrderKey));
    QVERIFY(m_app->commands.trigger(QStringLiteral("record.copyValue")));
    QCOMPARE(QGuiApplication::clipboard()->text(), QString::fromUtf8(Value));
    tab->editor().setCursor(Value.indexOf("94.20"));
    QVERIFY(m_app->commands.trigger(QStringLiteral("record.copyPart")));
    QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("94.20"));
    QVERIFY(m_app->commands.trigger(QStringLiteral("record.copyPointer")));
    QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("/total"));
    QVERIFY(m_app->commands.trigger(QStringLiteral("record.reload")));
    QTRY_VERIFY(!tab->controller().isReading());
    QCOMPARE(tab->editor().bytes(), Value);
}

/// Each operation in the form that a machine reads: the frame. What the others look like is codegen's test.
void tst_RecordTab::copiesAsCode()
{
    RecordTab *tab = open();
    QPointer<SnippetDialog> dialog;
    const auto show = [&] {
        m_app->commands.trigger(QStringLiteral("record.copyCode"));
        dialog = tab->findChild<SnippetDialog *>();
        if (dialog)
            dialog->language()->setCurrentIndex(dialog->language()->findData(int(CodeLanguage::RawFrame)));
        return !dialog.isNull();
    };
    const auto choose = [&](CodeOperation operation) {
        const int row = dialog->operation()->findData(int(operation));
        dialog->operation()->setCurrentIndex(row);
        return row >= 0;
    };
    const auto copied = [&] {
        [&] { QTRY_VERIFY(dialog->goButton()->isEnabled()); }();
        dialog->goButton()->click();
        [&] { QTRY_VERIFY(!dialog); }();
        return QJsonDocument::fromJson(QGuiApplication::clipboard()->text().toUtf8()).object();
    };
    QVERIFY(show());
    QVERIFY(!choose(CodeOperation::Patch)); // nothing was edited
    QVERIFY(!choose(CodeOperation::Increment)); // no number
    QVERIFY(choose(CodeOperation::Get));
    QJsonObject frame = copied();
    QCOMPARE(frame[QStringLiteral("op")].toInt(), 1);
    QCOMPARE(frame[QStringLiteral("key")].toString(), QString::fromUtf8(OrderKey));

    edit(tab, Edited);
    QVERIFY(show());
    QVERIFY(choose(CodeOperation::Set));
    frame = copied();
    QCOMPARE(frame[QStringLiteral("op")].toInt(), 2);
    QCOMPARE(frame[QStringLiteral("value")].toString(), QString::fromUtf8(Edited));
    QVERIFY(show());
    QVERIFY(choose(CodeOperation::Patch));
    frame = copied();
    QCOMPARE(frame[QStringLiteral("op")].toInt(), 3);
    QCOMPARE(frame[QStringLiteral("value")].toString(), QStringLiteral("{\"total\":89.20}"));
    QVERIFY(show());
    QVERIFY(choose(CodeOperation::Delete));
    QCOMPARE(copied()[QStringLiteral("op")].toInt(), 4);
    // null in a merge patch removes a member: that it cannot say is said, and nothing is copied.
    edit(tab, QByteArray("{\"id\": null}"));
    QVERIFY(show());
    QVERIFY(choose(CodeOperation::Patch));
    QTRY_VERIFY(dialog->note().contains(QStringLiteral("cannot express")));
    QVERIFY(!dialog->goButton()->isEnabled());
    dialog->reject();
    QTRY_VERIFY(!dialog);
    edit(tab, "41");
    QVERIFY(show());
    QVERIFY(choose(CodeOperation::Increment));
    QCOMPARE(copied()[QStringLiteral("op")].toInt(), 6);
    QCOMPARE(stored(OrderKey), Value); // looking wrote nothing
}

/// Tree and text are two views of one text with one history, and what is saved is that text.
void tst_RecordTab::treeView()
{
    RecordTab *tab = open();
    auto *bar = tab->findChild<RecordViewBar *>();
    auto *tree = tab->findChild<JsonTreeView *>();
    tab->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(tab));
    tab->editor().setCursor(Value.indexOf("94.20"));
    emit bar->viewChosen(RecordViewBar::View::Tree);
    QVERIFY(tree->isVisible());
    QCOMPARE(bar->view(), RecordViewBar::View::Tree);
    QCOMPARE(tree->pointer(), QByteArray("/total")); // where the cursor was
    QVERIFY(m_app->commands.trigger(QStringLiteral("record.copyPart")));
    QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("94.20"));
    QVERIFY(m_app->commands.trigger(QStringLiteral("record.copyPointer")));
    QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("/total"));

    JsonTreeModel &model = tree->model();
    QVERIFY(model.setData(tree->tree().currentIndex().siblingAtColumn(JsonTreeModel::ValueColumn),
                          QStringLiteral("89.20")));
    QCOMPARE(tab->editor().bytes(), Edited);
    QVERIFY(tab->isDirty());
    tree->tree().setFocus();
    QVERIFY(m_app->commands.trigger(QStringLiteral("edit.undo")));
    QCOMPARE(tab->editor().bytes(), Value);
    QCOMPARE(model.text(), Value);
    QVERIFY(!tab->isDirty());
    QVERIFY(m_app->commands.trigger(QStringLiteral("edit.redo")));
    QCOMPARE(model.text(), Edited);
    tab->save();
    QTRY_COMPARE(stored(OrderKey), Edited);

    // Another writer's change arrives in the tree.
    QTRY_VERIFY(!tab->isDirty() && !tab->controller().isSaving());
    m_server->put(OrderKey, Theirs);
    QTRY_COMPARE(model.text(), Theirs);
    QCOMPARE(tree->pointer(), QByteArray("/total"));

    // What is wrong is shown in the text.
    const QByteArray wrong = "{\"id\": 1,, \"a\": 2}";
    edit(tab, wrong);
    tree->findChild<EmptyState *>()->button()->click();
    QCOMPARE(bar->view(), RecordViewBar::View::Json);
    QVERIFY(!tree->isVisible());
    QCOMPARE(tab->editor().cursor(), validateJson(wrong).offset);
    edit(tab, Value);
    emit bar->viewChosen(RecordViewBar::View::Tree);
    QCOMPARE(model.text(), Value);

    // The tab may go while a value is being edited in place.
    tree->goTo(Value.indexOf("94.20"));
    tree->edit();
    auto *line = tree->tree().viewport()->findChild<QLineEdit *>();
    QVERIFY(line);
    QTest::keyClicks(line, QStringLiteral("1"));
    m_tab.reset();
}

void tst_RecordTab::treeOfAReadOnlyRecord()
{
    RecordTab *tab = open(OrderKey, SafetyLevel::ReadOnly);
    emit tab->findChild<RecordViewBar *>()->viewChosen(RecordViewBar::View::Tree);
    auto *tree = tab->findChild<JsonTreeView *>();
    JsonTreeModel &model = tree->model();
    QVERIFY(model.rowCount() > 0);
    QVERIFY(!model.isEditable());
    QVERIFY(!model.remove(model.index(0, 0, model.index(0, 0))));
    emit tree->editWanted({0, 1, "["}); // nothing gets past the editor either
    QCOMPARE(tab->editor().bytes(), Value);
}

void tst_RecordTab::decodedView()
{
    RecordTab *tab = open();
    auto *bar = tab->findChild<RecordViewBar *>();
    auto *decoded = tab->findChild<DecodedView *>();
    const auto isOffered = [bar] {
        return bar->findChild<QTabBar *>()->isTabVisible(int(RecordViewBar::View::Decoded));
    };
    QVERIFY(!isOffered());
    const QByteArray text = "{\"at\": 1700000000, \"greeting\": \"SGVsbG8sIHdvcmxk\"}";
    edit(tab, text);
    QTRY_VERIFY(isOffered());
    emit bar->viewChosen(RecordViewBar::View::Decoded);
    QVERIFY(decoded->isVisible());
    QVERIFY(decoded->toPlainText().contains(QStringLiteral("2023-11-14T22:13:20Z")));
    QVERIFY(decoded->toPlainText().contains(QStringLiteral("/greeting")));
    QVERIFY(decoded->toPlainText().contains(QStringLiteral("Hello, world")));
    QVERIFY(decoded->isReadOnly());
    QCOMPARE(tab->editor().bytes(), text); // it only looks
    // It follows the text, and stays where nothing is left to show.
    edit(tab, "{\"at\": 1}");
    QTRY_VERIFY(decoded->parts().isEmpty());
    QVERIFY(decoded->isVisible());
    emit bar->viewChosen(RecordViewBar::View::Json);
    QVERIFY(!isOffered());
}

void tst_RecordTab::viewIsRememberedForTheBranch()
{
    m_server->put("order:10483", "{\"a\": 1}");
    m_server->put("order:text", "no JSON");
    m_server->put("user:1", "{\"a\": 1}");
    RecordTab *tab = open();
    QCOMPARE(tab->findChild<RecordViewBar *>()->view(), RecordViewBar::View::Json);
    emit tab->findChild<RecordViewBar *>()->viewChosen(RecordViewBar::View::Tree);
    const auto viewOf = [this](const QByteArray &key) {
        RecordTab other(m_app->app, *m_session, key);
        const bool isRead = QTest::qWaitFor(
            [&] { return other.controller().presence() == Presence::Present && other.editor().size() > 0; });
        return isRead ? std::optional(other.findChild<RecordViewBar *>()->view()) : std::nullopt;
    };
    QCOMPARE(viewOf("order:10483"), RecordViewBar::View::Tree);
    QCOMPARE(viewOf("order:text"), RecordViewBar::View::Text); // no tree of that
    QCOMPARE(viewOf("user:1"), RecordViewBar::View::Json);
    emit tab->findChild<RecordViewBar *>()->viewChosen(RecordViewBar::View::Hex);
    QCOMPARE(viewOf("order:text"), RecordViewBar::View::Hex);
    // A branch is a part of a key: no longer kept, where keys are not.
    m_app->settings.setValue(Key::KeepRecentKeys, false);
    emit tab->findChild<RecordViewBar *>()->viewChosen(RecordViewBar::View::Text);
    QCOMPARE(viewOf("order:10483"), RecordViewBar::View::Hex);
}

QTEST_MAIN(tst_RecordTab)

#include "tst_recordtab.moc"
