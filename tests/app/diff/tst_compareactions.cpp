// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "diff/compareactions.h"
#include "diff/copyvaluedialog.h"
#include "diff/difftab.h"
#include "diff/diffview.h"
#include "editor/recordbanner.h"
#include "profiles/secretstore.h"
#include "session/sessionmanager.h"
#include "shell/commandpalette.h"
#include "shell/workbench.h"

#include "../session/sessionfixture.h"
#include "failonwarning.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTemporaryDir>

using namespace Studio;

/// Comparing keys, and copying a value to another profile, over real sockets.
class tst_CompareActions : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void comparesTwoKeys();
    void asksForTheOtherKey();
    void choosesASide();
    void keyThatIsNotThere();
    void copiesToWhereNothingIs();
    void showsWhatItWouldReplace();
    void sameValueIsNotWritten();
    void changedThereMeanwhile();
    void readOnlyProfilesAreNoTargets();
    void confirmLevelIsAskedByTheDialog();

private:
    Session *openSession(const SessionFixture &server, const char *id,
                         SafetyLevel safety = SafetyLevel::Free);
    CopyValueDialog *copyDialog();

    QTemporaryDir m_folder;
    SessionFixture m_server;
    SessionFixture m_other;
    std::unique_ptr<Workbench> m_workbench;
    std::unique_ptr<QWidget> m_page;
    CompareActions *m_actions = nullptr;
    std::unique_ptr<PageTab> m_tab; ///< that was opened last
    Session *m_session = nullptr;
};

void tst_CompareActions::init()
{
    TestSupport::failOnUnannouncedWarning();
    m_server.startServer();
    m_other.startServer();
    m_server.put("a", "{\"x\":1,\"y\":2}");
    m_server.put("b", "{\"y\":2,\"x\":3}");
    m_workbench = std::make_unique<Workbench>(WorkbenchPaths::below(m_folder.path()), new MemorySecretStore);
    m_session = openSession(m_server, "from");
    m_page = std::make_unique<QWidget>();
    m_page->resize(800, 600);
    m_page->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_page.get()));
    m_actions = new CompareActions(
        m_workbench->context(), *m_session, m_workbench->sessions(),
        [this](PageTab *tab) { m_tab.reset(tab); }, m_page.get());
}

void tst_CompareActions::cleanup()
{
    m_tab.reset();
    m_page.reset();
    m_workbench.reset();
    m_other.server.reset();
    m_server.server.reset();
}

Session *tst_CompareActions::openSession(const SessionFixture &server, const char *id, SafetyLevel safety)
{
    Profile profile = server.profile(safety);
    profile.id = QString::fromLatin1(id);
    profile.name = profile.id;
    Session *session = m_workbench->sessions().open(profile, QStringLiteral("key"));
    if (!QTest::qWaitFor([session] { return session->status().line == LineState::Connected; }))
        return nullptr;
    return session;
}

/// Once it has looked what is there.
CopyValueDialog *tst_CompareActions::copyDialog()
{
    m_actions->copyValue("a");
    CopyValueDialog *dialog = nullptr;
    const bool isReady = QTest::qWaitFor([&] {
        dialog = m_page->findChild<CopyValueDialog *>();
        return dialog && !dialog->stateLabel()->text().endsWith(QStringLiteral("…"));
    });
    return isReady ? dialog : nullptr;
}

void tst_CompareActions::comparesTwoKeys()
{
    m_actions->compareKeys({"a", "b"});
    QTRY_VERIFY(m_tab);
    auto *tab = qobject_cast<DiffTab *>(m_tab.get());
    QVERIFY(tab);
    QCOMPARE(tab->title(), QStringLiteral("a ↔ b"));
    QTRY_VERIFY(!tab->view().isWorking());
    QCOMPARE(tab->view().difference().changes.size(), size_t(1));
    QCOMPARE(tab->view().difference().changes[0].pointer, QByteArray("/x"));
    QCOMPARE(tab->statusText(), QStringLiteral("1 change(s)"));
    QVERIFY(!tab->isDirty());
}

void tst_CompareActions::asksForTheOtherKey()
{
    m_actions->compareKeys({"a"});
    CommandPalette *choice = m_actions->keyChoice();
    QVERIFY(choice && choice->isVisible());
    QCOMPARE(choice->field()->placeholderText(), QStringLiteral("Compare a with…"));
    emit choice->keyChosen("b", true);
    QTRY_VERIFY(m_tab);
    QCOMPARE(m_tab->title(), QStringLiteral("a ↔ b"));
    choice->hide();
}

void tst_CompareActions::choosesASide()
{
    std::optional<DiffSide> side;
    m_actions->chooseSide([&side](const DiffSide &chosen) { side = chosen; });
    QTRY_VERIFY(m_actions->keyChoice() && m_actions->keyChoice()->isVisible());
    emit m_actions->keyChoice()->keyChosen("b", true);
    QTRY_VERIFY(side);
    QCOMPARE(*side, (DiffSide{QStringLiteral("b"), "{\"y\":2,\"x\":3}"}));
    side.reset();
    m_actions->chooseSide([&side](const DiffSide &chosen) { side = chosen; });
    emit m_actions->keyChoice()->keyChosen("none", true);
    QTRY_VERIFY(side);
    QVERIFY(side->title.contains(QStringLiteral("no such key")));
}

void tst_CompareActions::keyThatIsNotThere()
{
    m_actions->compareKeys({"a", "none"});
    QTRY_VERIFY(m_tab);
    auto *tab = qobject_cast<DiffTab *>(m_tab.get());
    QCOMPARE(tab->view().after().title, QStringLiteral("none (no such key)"));
}

void tst_CompareActions::copiesToWhereNothingIs()
{
    QVERIFY(openSession(m_other, "to"));
    QCOMPARE(m_actions->targets().size(), 1);
    QPointer<CopyValueDialog> dialog = copyDialog();
    QVERIFY(dialog);
    QCOMPARE(dialog->profiles()->currentText(), QStringLiteral("to"));
    QVERIFY(!dialog->difference()->isVisible());
    QVERIFY(dialog->copyButton()->isEnabled());
    dialog->copyButton()->click();
    QTRY_COMPARE(m_other.stored("a"), m_server.stored("a"));
    QTRY_VERIFY(!dialog);
}

void tst_CompareActions::showsWhatItWouldReplace()
{
    m_other.put("a", "{\"x\":7,\"y\":2}");
    m_other.put("c", "{\"x\":1,\"y\":2}");
    QVERIFY(openSession(m_other, "to"));
    QPointer<CopyValueDialog> dialog = copyDialog();
    QVERIFY(dialog);
    DiffView *view = dialog->difference();
    QVERIFY(view->isVisible());
    QTRY_VERIFY(!view->isWorking());
    QCOMPARE(view->before().bytes, QByteArray("{\"x\":7,\"y\":2}"));
    QCOMPARE(view->difference().changes.size(), size_t(1));
    QCOMPARE(m_other.stored("a"), QByteArray("{\"x\":7,\"y\":2}"));
    const QRect button = dialog->copyButton()->geometry();
    // Under another name it is another question; what is clicked stays where it was.
    dialog->field()->setText(QStringLiteral("new"));
    QVERIFY(!dialog->copyButton()->isEnabled());
    QTRY_VERIFY(dialog->copyButton()->isEnabled());
    QVERIFY(!view->isVisible());
    QCoreApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest);
    QCOMPARE(dialog->copyButton()->geometry(), button);
    dialog->field()->setText(QStringLiteral("a"));
    QTRY_VERIFY(dialog->copyButton()->isEnabled());
    dialog->copyButton()->click();
    QTRY_COMPARE(m_other.stored("a"), m_server.stored("a"));
    QVERIFY(!m_other.stored("new"));
}

void tst_CompareActions::sameValueIsNotWritten()
{
    m_other.put("a", "{\"x\":1,\"y\":2}");
    QVERIFY(openSession(m_other, "to"));
    QPointer<CopyValueDialog> dialog = copyDialog();
    QVERIFY(dialog);
    QVERIFY(!dialog->copyButton()->isEnabled());
    dialog->reject();
}

void tst_CompareActions::changedThereMeanwhile()
{
    m_other.put("a", "1");
    QVERIFY(openSession(m_other, "to"));
    QPointer<CopyValueDialog> dialog = copyDialog();
    QVERIFY(dialog);
    m_other.put("a", "2");
    dialog->copyButton()->click();
    QTRY_COMPARE(dialog->banner()->title(), QStringLiteral("It was changed there meanwhile."));
    QCOMPARE(m_other.stored("a"), QByteArray("2"));
    QTRY_COMPARE(dialog->difference()->before().bytes, QByteArray("2"));
    QTRY_VERIFY(dialog->copyButton()->isEnabled());
    dialog->copyButton()->click();
    QTRY_COMPARE(m_other.stored("a"), m_server.stored("a"));
}

void tst_CompareActions::readOnlyProfilesAreNoTargets()
{
    QVERIFY(m_actions->targets().isEmpty());
    QVERIFY(openSession(m_other, "to", SafetyLevel::ReadOnly));
    QVERIFY(m_actions->targets().isEmpty());
}

void tst_CompareActions::confirmLevelIsAskedByTheDialog()
{
    QVERIFY(openSession(m_other, "to", SafetyLevel::Confirm));
    QPointer<CopyValueDialog> dialog = copyDialog();
    QVERIFY(dialog);
    QVERIFY(!m_other.stored("a"));
    dialog->copyButton()->click();
    QTRY_COMPARE(m_other.stored("a"), m_server.stored("a"));
}

QTEST_MAIN(tst_CompareActions)

#include "tst_compareactions.moc"
