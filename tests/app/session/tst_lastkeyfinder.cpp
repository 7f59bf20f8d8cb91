// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "session/lastkeyfinder.h"

#include "session/pageoperation.h"
#include "sessionfixture.h"

#include "failonwarning.h"

#include <QSignalSpy>
#include <QTest>

using namespace Studio;

/// Pages at a person's wish, and what is built on them, over real sockets.
class tst_LastKeyFinder : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void readsAPage();
    void aPageGoesIntoTheMirror();
    void aPageWaitsForTheFirstConnection();
    void aPageTakenBackWhileItWaitsIsNotRead();
    void pagesEndWithTheSession();
    void aClosedSessionSaysSo();
    void canceledPagesEndAtOnce();
    void canceledPagesDoNotTakeTheRate();
    void findsTheLastKey();
    void knowsNothingYet();
    void emptyBranch();
    void endsWithAnError();
    void canBeCanceled();
    void goesWhileItLooks();

private:
    bool connectSession();
    std::unique_ptr<SessionFixture> m_fixture;
    std::unique_ptr<Session> m_session;
};

void tst_LastKeyFinder::init()
{
    TestSupport::failOnUnannouncedWarning();
    m_fixture = std::make_unique<SessionFixture>();
    m_fixture->startServer();
    for (int i = 0; i < 500; ++i)
        m_fixture->put("log:" + QByteArray::number(i).rightJustified(8, '0'), "x");
    m_fixture->put("user:1", "x");
}

void tst_LastKeyFinder::cleanup()
{
    m_session.reset();
    m_fixture.reset();
}

bool tst_LastKeyFinder::connectSession()
{
    m_session = m_fixture->makeSession(m_fixture->profile());
    return QTest::qWaitFor([this] { return m_session->status().line == LineState::Connected; });
}

void tst_LastKeyFinder::readsAPage()
{
    QVERIFY(connectSession());
    PageOperation *page = m_session->readPage("log:00000010", "log:00000014", 3);
    QVERIFY(!page->isFinished());
    QSignalSpy finished(page, &PageOperation::finished);
    QList<QByteArray> keys;
    bool truncated = false;
    connect(page, &PageOperation::finished, this, [&] {
        keys = page->keys();
        truncated = page->isTruncated();
        QVERIFY(!page->error().isError());
    });
    QVERIFY(finished.wait());
    QCOMPARE(keys, (QList<QByteArray>{"log:00000010", "log:00000011", "log:00000012"}));
    QVERIFY(truncated);
}

void tst_LastKeyFinder::aPageGoesIntoTheMirror()
{
    QVERIFY(connectSession());
    const PageOperation *page = m_session->readPage("log:00000010", "log:00000014", 3);
    bool isKnown = false;
    connect(page, &PageOperation::finished, this,
            [&] { isKnown = m_session->mirror().isKnown("log:00000012"); });
    QSignalSpy finished(page, &PageOperation::finished);
    QVERIFY(finished.wait());
    QVERIFY(isKnown); // by then
    QVERIFY(m_session->mirror().coverage("log:00000010", "log:00000012").isComplete());
    QVERIFY(!m_session->mirror().coverage("log:00000010", "log:00000014").isComplete());
}

void tst_LastKeyFinder::aPageWaitsForTheFirstConnection()
{
    m_session = m_fixture->makeSession(m_fixture->profile());
    const PageOperation *page = m_session->readPage("user:", "user:9", 3);
    QList<QByteArray> keys;
    connect(page, &PageOperation::finished, this, [&] { keys = page->keys(); });
    QTRY_COMPARE(keys, QList<QByteArray>{"user:1"});
}

void tst_LastKeyFinder::aPageTakenBackWhileItWaitsIsNotRead()
{
    // The server lets the connection wait, so that the page certainly waits, too.
    hpkv::emulator::Faults faults;
    faults.upgrade = hpkv::emulator::UpgradeFault{std::chrono::milliseconds(300), {}, {}};
    m_fixture->server->setFaults(faults);
    m_session = m_fixture->makeSession(m_fixture->profile());
    PageOperation *taken = m_session->readPage("user:", "user:9", 3);
    Hpkv::Error error;
    connect(taken, &PageOperation::finished, this, [&] { error = taken->error(); });
    taken->cancel();
    QTRY_COMPARE(error.kind, Hpkv::ErrorKind::Canceled);
    QVERIFY(m_session->status().line != LineState::Connected);
    // One that was asked for behind it comes; by then the other would have been there.
    const PageOperation *page = m_session->readPage("log:00000001", "log:00000001", 1);
    QSignalSpy finished(page, &PageOperation::finished);
    QTRY_COMPARE(m_session->status().line, LineState::Connected);
    QTRY_COMPARE(finished.size(), 1);
    QVERIFY(m_session->mirror().isKnown("log:00000001"));
    QVERIFY(!m_session->mirror().isKnown("user:1"));
    QCOMPARE(m_fixture->server->counters().requests[5], quint64(1));
}

void tst_LastKeyFinder::pagesEndWithTheSession()
{
    QVERIFY(connectSession());
    hpkv::emulator::Faults faults;
    faults.drop = hpkv::emulator::FaultApply{1, std::nullopt, 5};
    m_fixture->server->setFaults(faults);
    const PageOperation *page = m_session->readPage("log:", "log:~", 3);
    Hpkv::Error error;
    connect(page, &PageOperation::finished, this, [&] { error = page->error(); });
    m_session.reset();
    QVERIFY(error.isError());
}

void tst_LastKeyFinder::aClosedSessionSaysSo()
{
    m_session =
        std::make_unique<Session>(m_fixture->profile(), QStringLiteral("key"), SessionFixture::quick());
    const PageOperation *page = m_session->readPage("log:", "log:~", 3);
    Hpkv::Error error;
    connect(page, &PageOperation::finished, this, [&] { error = page->error(); });
    QTRY_COMPARE(error.kind, Hpkv::ErrorKind::NotConnected);
}

void tst_LastKeyFinder::canceledPagesEndAtOnce()
{
    QVERIFY(connectSession());
    PageOperation *page = m_session->readPage("log:", "log:~", 3);
    Hpkv::Error error;
    int ends = 0;
    connect(page, &PageOperation::finished, this, [&] {
        error = page->error();
        ++ends;
    });
    page->cancel();
    page->cancel();
    QCOMPARE(ends, 0);
    QTRY_COMPARE(ends, 1);
    QCOMPARE(error.kind, Hpkv::ErrorKind::Canceled);
    // Whatever the page still brings, it ends once.
    PageOperation *next = m_session->readPage("user:", "user:9", 3);
    QSignalSpy finished(next, &PageOperation::finished);
    QVERIFY(finished.wait());
    QCOMPARE(ends, 1);
}

void tst_LastKeyFinder::canceledPagesDoNotTakeTheRate()
{
    Profile slow = m_fixture->profile();
    slow.requestsPerSecond = 5;
    m_session = m_fixture->makeSession(slow);
    QTRY_COMPARE(m_session->status().line, LineState::Connected);
    for (int i = 0; i < 200; ++i)
        m_session->readPage("log:", "log:~", 1)->cancel();
    // Behind 200 requests this would take 40 s.
    const PageOperation *page = m_session->readPage("user:", "user:9", 3);
    QSignalSpy finished(page, &PageOperation::finished);
    QVERIFY(finished.wait(20000));
    QVERIFY(m_session->mirror().isKnown("user:1"));
}

void tst_LastKeyFinder::findsTheLastKey()
{
    QVERIFY(connectSession());
    QSignalSpy listed(m_session.get(), &Session::levelListed);
    m_session->listLevel({});
    QVERIFY(listed.wait());
    auto *finder = new LastKeyFinder(*m_session, "log:", this);
    std::optional<QByteArray> key;
    int requests = 0;
    bool isExact = false;
    connect(finder, &LastKeyFinder::finished, this, [&] {
        key = finder->key();
        requests = finder->requests();
        isExact = finder->isExact();
        QVERIFY(!finder->error().isError());
    });
    const QPointer<LastKeyFinder> guard(finder);
    QTRY_COMPARE(key, QByteArray("log:00000499"));
    QVERIFY(isExact);
    QVERIFY2(requests <= 20, qPrintable(QString::number(requests)));
    QVERIFY(m_session->mirror().isKnown("log:00000499"));
    QTRY_VERIFY(guard.isNull());
}

void tst_LastKeyFinder::knowsNothingYet()
{
    QVERIFY(connectSession());
    auto *finder = new LastKeyFinder(*m_session, {}, this);
    std::optional<QByteArray> key;
    connect(finder, &LastKeyFinder::finished, this, [&] { key = finder->key(); });
    QTRY_COMPARE(key, QByteArray("user:1"));
}

void tst_LastKeyFinder::emptyBranch()
{
    QVERIFY(connectSession());
    auto *finder = new LastKeyFinder(*m_session, "none:", this);
    bool ended = false;
    connect(finder, &LastKeyFinder::finished, this, [&] {
        ended = true;
        QVERIFY(!finder->key());
        QVERIFY(!finder->error().isError());
        QCOMPARE(finder->requests(), 1);
    });
    QTRY_VERIFY(ended);
}

void tst_LastKeyFinder::endsWithAnError()
{
    QVERIFY(connectSession());
    hpkv::emulator::Faults faults;
    faults.code = hpkv::emulator::CodeFault{403, {std::nullopt, std::nullopt, 5}};
    m_fixture->server->setFaults(faults);
    auto *finder = new LastKeyFinder(*m_session, "log:", this);
    Hpkv::Error error;
    connect(finder, &LastKeyFinder::finished, this, [&] { error = finder->error(); });
    QTRY_COMPARE(error.kind, Hpkv::ErrorKind::AccessDenied);
}

void tst_LastKeyFinder::canBeCanceled()
{
    QVERIFY(connectSession());
    auto *finder = new LastKeyFinder(*m_session, "log:", this);
    Hpkv::Error error;
    connect(finder, &LastKeyFinder::progress, finder, &LastKeyFinder::cancel);
    connect(finder, &LastKeyFinder::finished, this, [&] { error = finder->error(); });
    QTRY_COMPARE(error.kind, Hpkv::ErrorKind::Canceled);
}

void tst_LastKeyFinder::goesWhileItLooks()
{
    QVERIFY(connectSession());
    delete new LastKeyFinder(*m_session, "log:", this);
    const PageOperation *page = m_session->readPage("user:", "user:9", 3);
    QSignalSpy finished(page, &PageOperation::finished);
    QVERIFY(finished.wait());
}

QTEST_GUILESS_MAIN(tst_LastKeyFinder)
#include "tst_lastkeyfinder.moc"
