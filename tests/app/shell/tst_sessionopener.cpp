// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "shell/sessionopener.h"

#include "profiles/dialog/passwordprompt.h"
#include "profiles/profilestore.h"
#include "profiles/secretstore.h"
#include "session/demoserver.h"
#include "session/session.h"
#include "session/sessionmanager.h"
#include "shell/settings.h"
#include "shell/workbench.h"

#include "failonwarning.h"

#include <QDialog>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Studio;

class TestSessionOpener : public QObject
{
    Q_OBJECT

private slots:
    // The signal's header only declares Session.
    void initTestCase() { qRegisterMetaType<Session *>(); }
    void init();
    void cleanup();
    void savedSecretOpensAtOnce();
    void missingSecretIsAskedFor();
    void openProfileIsShownAgain();
    void rememberingWhenIsAChoice_data();
    void rememberingWhenIsAChoice();
    void oneDialogAtATime();

private:
    SessionManager &sessions() { return m_workbench->sessions(); }
    void keepSecret();

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Workbench> m_workbench;
    std::unique_ptr<DemoServer> m_server;
    std::unique_ptr<QWidget> m_window;
    SessionOpener *m_opener = nullptr;
    Profile m_profile;
};

void TestSessionOpener::init()
{
    TestSupport::failOnUnannouncedWarning();
    m_folder = std::make_unique<QTemporaryDir>();
    m_workbench = std::make_unique<Workbench>(WorkbenchPaths::below(m_folder->path()), new MemorySecretStore);
    m_server = std::make_unique<DemoServer>(0, 1);
    QVERIFY(m_server->start());
    m_profile = m_server->profile();
    m_profile.id = QStringLiteral("saved");
    m_profile.lastOpened = 0;
    QVERIFY(m_workbench->context().profiles.save(m_profile));
    m_window = std::make_unique<QWidget>();
    m_window->show();
    m_opener = new SessionOpener(m_workbench->context(), sessions(), m_window.get());
}

void TestSessionOpener::cleanup()
{
    m_window.reset();
    m_workbench.reset();
    m_server.reset();
}

void TestSessionOpener::keepSecret()
{
    bool kept = false;
    m_workbench->context().secrets.write(m_profile.id, m_server->secret(), SecretPlace::Keychain, this,
                                         [&kept](const SecretResult &result) { kept = result.isOk(); });
    QTRY_VERIFY(kept);
}

void TestSessionOpener::savedSecretOpensAtOnce()
{
    keepSecret();
    const QSignalSpy opened(m_opener, &SessionOpener::opened);
    m_opener->open(m_profile);
    QTRY_COMPARE(opened.size(), 1);
    QVERIFY(!m_opener->dialog());
    Session *session = sessions().sessionOf(m_profile.id);
    QVERIFY(session);
    QTRY_COMPARE(session->status().line, LineState::Connected);
}

void TestSessionOpener::missingSecretIsAskedFor()
{
    m_opener->open(m_profile);
    QTRY_VERIFY(qobject_cast<PasswordPrompt *>(m_opener->dialog()));
    QVERIFY(sessions().sessions().isEmpty());
    auto *prompt = qobject_cast<PasswordPrompt *>(m_opener->dialog());
    QCOMPARE(prompt->profile().id, m_profile.id);
    emit prompt->entered(m_server->secret());
    Session *session = sessions().sessionOf(m_profile.id);
    QVERIFY(session);
    QTRY_COMPARE(session->status().line, LineState::Connected);
}

void TestSessionOpener::openProfileIsShownAgain()
{
    keepSecret();
    QSignalSpy opened(m_opener, &SessionOpener::opened);
    m_opener->open(m_profile);
    QTRY_COMPARE(opened.size(), 1);
    m_opener->open(m_profile);
    QCOMPARE(opened.size(), 2);
    QCOMPARE(opened.at(0), opened.at(1));
    QCOMPARE(sessions().sessions().size(), 1);
}

void TestSessionOpener::rememberingWhenIsAChoice_data()
{
    QTest::addColumn<bool>("keep");
    QTest::newRow("kept") << true;
    QTest::newRow("not kept") << false;
}

void TestSessionOpener::rememberingWhenIsAChoice()
{
    QFETCH(bool, keep);
    m_workbench->context().settings.setValue(Key::KeepRecent, keep);
    keepSecret();
    const QSignalSpy opened(m_opener, &SessionOpener::opened);
    m_opener->open(m_profile);
    QTRY_COMPARE(opened.size(), 1);
    QCOMPARE(m_workbench->context().profiles.profile(m_profile.id)->lastOpened > 0, keep);
}

void TestSessionOpener::oneDialogAtATime()
{
    m_opener->showConnectDialog();
    const QPointer<QDialog> first = m_opener->dialog();
    QVERIFY(first && first->isVisible());
    m_opener->showProfileManager();
    QTRY_VERIFY(!first);
    QVERIFY(m_opener->dialog() && m_opener->dialog()->isVisible());
}

QTEST_MAIN(TestSessionOpener)
#include "tst_sessionopener.moc"
