// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "shell/statusline.h"

#include "notices/noticecenter.h"
#include "profiles/secretstore.h"
#include "session/demoserver.h"
#include "session/session.h"
#include "session/sessionmanager.h"
#include "shell/statusparts.h"
#include "shell/theme.h"
#include "shell/workbench.h"

#include "failonwarning.h"

#include <QLabel>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

using namespace Studio;

class TestStatusLine : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void saysThatNothingIsOpen();
    void followsTheLine();
    void showsTheRateLimit();
    void showsTheRecord();
    void countsNotices();

private:
    QString shown() const
    {
        QStringList texts;
        const auto labels = m_line->findChildren<QLabel *>();
        for (const QLabel *label : labels) {
            if (label->isVisible() && !label->text().isEmpty())
                texts.append(label->text());
        }
        return texts.join(QLatin1Char('|'));
    }
    Session *open(int rateLimit)
    {
        Profile profile = m_server->profile();
        profile.requestsPerSecond = rateLimit;
        return m_workbench->sessions().open(profile, m_server->secret());
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Workbench> m_workbench;
    std::unique_ptr<DemoServer> m_server;
    std::unique_ptr<StatusLine> m_line;
};

void TestStatusLine::init()
{
    TestSupport::failOnUnannouncedWarning();
    m_folder = std::make_unique<QTemporaryDir>();
    m_workbench = std::make_unique<Workbench>(WorkbenchPaths::below(m_folder->path()), new MemorySecretStore);
    m_server = std::make_unique<DemoServer>(0, 1);
    QVERIFY(m_server->start());
    m_line = std::make_unique<StatusLine>(m_workbench->context());
    m_line->resize(1200, 26);
    m_line->show();
}

void TestStatusLine::cleanup()
{
    m_line.reset();
    m_workbench.reset();
    m_server.reset();
}

void TestStatusLine::saysThatNothingIsOpen()
{
    QCOMPARE(m_line->stateText(), QStringLiteral("Not connected"));
    QCOMPARE(shown(), QStringLiteral("Not connected"));
}

void TestStatusLine::followsTheLine()
{
    Session *session = open(0);
    m_line->setSession(session);
    QTRY_COMPARE(m_line->stateText(), QStringLiteral("Connected"));
    m_server->stop();
    QTRY_VERIFY(m_line->stateText().startsWith(QStringLiteral("Reconnecting")));
    QVERIFY(m_server->restart());
    session->reconnectNow();
    QTRY_COMPARE_WITH_TIMEOUT(m_line->stateText(), QStringLiteral("Connected"), 20'000);
    m_line->setSession(nullptr);
    QCOMPARE(shown(), QStringLiteral("Not connected"));
}

void TestStatusLine::showsTheRateLimit()
{
    m_line->setSession(open(40));
    QTRY_COMPARE(m_line->stateText(), QStringLiteral("Connected"));
    QTRY_VERIFY2(shown().contains(QStringLiteral("of 40 per s")), qPrintable(shown()));
    QVERIFY(m_line->findChild<RateBar *>()->isVisible());
}

void TestStatusLine::showsTheRecord()
{
    m_line->setSession(open(0));
    m_line->setRecordText(QStringLiteral("UTF-8 · 412 bytes"));
    QVERIFY(shown().contains(QStringLiteral("412 bytes")));
    QVERIFY(!m_line->findChild<RateBar *>()->isVisible()); // no limit, no bar
    m_line->setRecordText({});
    QVERIFY(!shown().contains(QStringLiteral("bytes")));
}

void TestStatusLine::countsNotices()
{
    auto *button = m_line->findChild<QToolButton *>(QStringLiteral("notices"));
    QVERIFY(button->isHidden());
    Notice notice;
    notice.title = QStringLiteral("Something");
    notice.context = QStringLiteral("window");
    m_workbench->context().notices.raise(notice);
    QVERIFY(button->isVisible());
    QVERIFY(button->text().startsWith(QLatin1Char('1')));
    const QSignalSpy asked(m_line.get(), &StatusLine::noticesRequested);
    QTest::mouseClick(button, Qt::LeftButton);
    QCOMPARE(asked.size(), 1);
}

QTEST_MAIN(TestStatusLine)
#include "tst_statusline.moc"
