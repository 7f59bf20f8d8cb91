// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "failonwarning.h"

#include "mirror/keyspacemirror.h"
#include "notices/noticecenter.h"
#include "session/demoserver.h"
#include "session/journal.h"
#include "session/session.h"
#include "session/sessionmanager.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Studio;

class TestSessionManager : public QObject
{
    Q_OBJECT

private slots:
    void init() { TestSupport::failOnUnannouncedWarning(); }
    void opensTheDemo();
    void theDemoIsLostAndComesBack();
    void opensAProfileOnce();
    void closesSessions();
    void passesNoticesOn();
};

void TestSessionManager::opensTheDemo()
{
    NoticeCenter notices;
    const QTemporaryDir folder;
    SessionManager manager(notices, folder.path());
    QSignalSpy opened(&manager, &SessionManager::opened);
    QCOMPARE(manager.demo(), nullptr);
    Session *session = manager.openDemo(20, 1);
    QVERIFY(session);
    QCOMPARE(opened.size(), 1);
    QCOMPARE(manager.sessions(), QList<Session *>{session});
    QCOMPARE(manager.session(session->id()), session);
    QSignalSpy listed(session, &Session::levelListed);
    session->listLevel({});
    QTRY_COMPARE(listed.size(), 1);
    QVERIFY(session->mirror().knownCount() > 5);
    // The demo keeps changing, and nothing of it is left on disk.
    QObject view;
    session->setWatchedPrefixes(&view, {QByteArray()});
    QTRY_VERIFY(session->status().watching);
    QTRY_VERIFY(session->status().changesPerSecond > 0);
    QVERIFY(session->journal().isInMemory());
    QCOMPARE(manager.openDemo(), session);
}

void TestSessionManager::theDemoIsLostAndComesBack()
{
    NoticeCenter notices;
    SessionManager manager(notices, {});
    Session *session = manager.openDemo(0);
    QTRY_COMPARE(session->status().line, LineState::Connected);
    QSignalSpy running(manager.demo(), &DemoServer::runningChanged);
    manager.demo()->stop();
    QVERIFY(!manager.demo()->isRunning());
    QTRY_COMPARE(session->status().line, LineState::Reconnecting);
    const QString line = QStringLiteral("line/") + session->id();
    QVERIFY(notices.notice(line));
    QVERIFY(manager.demo()->restart());
    QCOMPARE(running.size(), 2);
    session->reconnectNow();
    QTRY_COMPARE(session->status().line, LineState::Connected);
    QTRY_VERIFY(!notices.notice(line));
}

void TestSessionManager::opensAProfileOnce()
{
    NoticeCenter notices;
    SessionManager manager(notices, {});
    DemoServer server(0);
    QVERIFY(server.start());
    Profile profile = server.profile();
    Session *first = manager.open(profile, server.secret());
    QCOMPARE(manager.open(profile, server.secret()), first);
    Profile other = profile;
    other.id = Profile::newId();
    Session *second = manager.open(other, server.secret());
    QVERIFY(first != second);
    QCOMPARE(manager.sessions(), (QList<Session *>{first, second}));
    QCOMPARE(manager.sessionOf(other.id), second);
    QTRY_COMPARE(second->status().line, LineState::Connected);
    QTRY_COMPARE(first->status().line, LineState::Connected);
}

void TestSessionManager::closesSessions()
{
    NoticeCenter notices;
    const QTemporaryDir folder;
    SessionManager manager(notices, folder.path());
    DemoServer server(0);
    QVERIFY(server.start());
    Session *session = manager.open(server.profile(), server.secret());
    QTRY_COMPARE(session->status().line, LineState::Connected);
    QCOMPARE(session->journal().file(), folder.filePath(server.profile().id + u".journal"_qs));
    QSignalSpy about(&manager, &SessionManager::aboutToClose);
    QSignalSpy closed(&manager, &SessionManager::closed);
    QSignalSpy destroyed(session, &QObject::destroyed);
    manager.close(session);
    manager.close(session);
    manager.close(nullptr);
    QCOMPARE(about.size(), 1);
    QCOMPARE(closed.size(), 1);
    QVERIFY(manager.sessions().isEmpty());
    QTRY_COMPARE(destroyed.size(), 1);
}

void TestSessionManager::passesNoticesOn()
{
    NoticeCenter notices;
    SessionManager manager(notices, {});
    DemoServer server(0);
    QVERIFY(server.start());
    Session *session = manager.open(server.profile(), u"wrong"_qs);
    QTRY_COMPARE(notices.notices().size(), 1);
    QCOMPARE(notices.notices().constFirst().context, QStringLiteral("session/") + session->id());
    manager.close(session);
    QVERIFY(notices.notices().isEmpty());
}

QTEST_GUILESS_MAIN(TestSessionManager)
#include "tst_sessionmanager.moc"
