// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "shell/noticebanner.h"

#include "notices/noticecenter.h"
#include "profiles/secretstore.h"
#include "shell/appcontext.h"
#include "shell/commandregistry.h"
#include "shell/workbench.h"

#include "failonwarning.h"

#include <QLabel>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

using namespace Studio;

class TestNoticeBanner : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void isHiddenWithoutANotice();
    void showsTheMostImportant();
    void ignoresOtherContexts();
    void actionRunsTheCommand();
    void detailsUnfold();
    void closeClearsTheNotice();

private:
    static Notice notice(const char *id, Severity severity, const char *context = "window")
    {
        Notice made;
        made.id = QString::fromLatin1(id);
        made.severity = severity;
        made.title = QStringLiteral("Title of %1").arg(made.id);
        made.text = QStringLiteral("Text of %1").arg(made.id);
        made.context = QString::fromLatin1(context);
        return made;
    }
    QString shown() const
    {
        QStringList texts;
        const auto labels = m_banner->findChildren<QLabel *>();
        for (const QLabel *label : labels)
            texts.append(label->text());
        return texts.join(QLatin1Char('|'));
    }
    NoticeCenter &center() { return m_workbench->context().notices; }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Workbench> m_workbench;
    std::unique_ptr<QWidget> m_window;
    NoticeBanner *m_banner = nullptr;
};

void TestNoticeBanner::init()
{
    TestSupport::failOnUnannouncedWarning();
    m_folder = std::make_unique<QTemporaryDir>();
    m_workbench = std::make_unique<Workbench>(WorkbenchPaths::below(m_folder->path()), new MemorySecretStore);
    m_window = std::make_unique<QWidget>();
    m_banner = new NoticeBanner(m_workbench->context(), QStringLiteral("window"), m_window.get());
    m_window->show();
}

void TestNoticeBanner::cleanup()
{
    m_window.reset();
    m_workbench.reset();
}

void TestNoticeBanner::isHiddenWithoutANotice()
{
    QVERIFY(m_banner->isHidden());
    center().raise(notice("a", Severity::Info));
    QVERIFY(m_banner->isVisible());
    center().clear(QStringLiteral("a"));
    QVERIFY(m_banner->isHidden());
}

void TestNoticeBanner::showsTheMostImportant()
{
    center().raise(notice("a", Severity::Error));
    center().raise(notice("b", Severity::Warning));
    QCOMPARE(shown(), QStringLiteral("Title of a|Text of a"));
    center().clear(QStringLiteral("a"));
    QCOMPARE(shown(), QStringLiteral("Title of b|Text of b"));
}

void TestNoticeBanner::ignoresOtherContexts()
{
    center().raise(notice("a", Severity::Error, "session/1"));
    QVERIFY(m_banner->isHidden());
    m_banner->setContexts({QStringLiteral("window"), QStringLiteral("session/1")});
    QVERIFY(m_banner->isVisible());
}

void TestNoticeBanner::actionRunsTheCommand()
{
    CommandSpec spec;
    spec.id = QStringLiteral("test.mend");
    spec.text = QStringLiteral("Mend");
    m_workbench->context().commands.add(spec);
    int runs = 0;
    m_workbench->context().commands.handle(spec.id, m_window.get(), {[&runs] { ++runs; }, {}, {}});

    Notice with = notice("a", Severity::Warning);
    with.actionCommand = spec.id;
    with.actionText = QStringLiteral("Mend it");
    center().raise(with);
    QPushButton *action = nullptr;
    const auto buttons = m_banner->findChildren<QPushButton *>();
    for (QPushButton *button : buttons) {
        if (button->isVisible())
            action = button;
    }
    QVERIFY(action);
    QCOMPARE(action->text(), QStringLiteral("Mend it"));
    QTest::mouseClick(action, Qt::LeftButton);
    QCOMPARE(runs, 1);
}

void TestNoticeBanner::detailsUnfold()
{
    Notice with = notice("a", Severity::Warning);
    with.details = QStringLiteral("Closed (1006)");
    center().raise(with);
    QVERIFY(!shown().contains(with.details));
    QPushButton *details = nullptr;
    const auto buttons = m_banner->findChildren<QPushButton *>();
    for (QPushButton *button : buttons) {
        if (button->isVisible())
            details = button;
    }
    QVERIFY(details);
    QTest::mouseClick(details, Qt::LeftButton);
    QVERIFY(shown().contains(with.details));
    // The same cause again keeps it open, another one does not.
    center().raise(with);
    QVERIFY(shown().contains(with.details));
}

void TestNoticeBanner::closeClearsTheNotice()
{
    center().raise(notice("a", Severity::Warning));
    QTest::mouseClick(m_banner->findChild<QToolButton *>(), Qt::LeftButton);
    QVERIFY(center().notices().isEmpty());
    QVERIFY(m_banner->isHidden());
}

QTEST_MAIN(TestNoticeBanner)
#include "tst_noticebanner.moc"
