// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "../session/sessionfixture.h"
#include "browser/keytreeview.h"
#include "diff/difftab.h"
#include "editor/jsoneditor.h"
#include "editor/recordbanner.h"
#include "editor/recordcontroller.h"
#include "editor/recordtab.h"
#include "failonwarning.h"
#include "notices/noticecenter.h"
#include "profiles/profilestore.h"
#include "profiles/secretstore.h"
#include "session/sessionmanager.h"
#include "shell/commandregistry.h"
#include "shell/mainwindow.h"
#include "shell/sessionpage.h"
#include "shell/settings.h"
#include "shell/theme.h"
#include "shell/workbench.h"

#include <QApplication>
#include <QMessageBox>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>

using namespace Studio;

namespace
{

const QByteArray OrderKey = "order:1";
const QByteArray Value = "{\"a\":1}";
const QByteArray Edited = "{\"a\":2}";

} // namespace

/// Edits that are not saved, in the window: closing asks nothing, and they are offered again.
class tst_KeptEdits : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void closedTabIsOffered();
    void newKeyComesBackWithItsText();
    void nextStartOffersThem();
    void switchedOffClosingAsks();

private:
    bool start();
    void end();
    bool edit();
    RecordTab *record() const { return page() ? page()->currentRecord() : nullptr; }
    SessionPage *page() const { return m_window->currentPage(); }
    AppContext &app() const { return m_workbench->context(); }
    bool trigger(const char *id) const { return app().commands.trigger(QString::fromLatin1(id)); }
    std::optional<Notice> notice() const { return app().notices.notice(QStringLiteral("drafts/test")); }
    QMessageBox *question() const { return m_window->findChild<QMessageBox *>(); }
    /// On the offer of the kept edit.
    QPushButton *answer(const QString &text) const;

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<SessionFixture> m_server;
    std::unique_ptr<Workbench> m_workbench;
    std::unique_ptr<MainWindow> m_window;
};

void tst_KeptEdits::init()
{
    TestSupport::failOnUnannouncedWarning();
    m_folder = std::make_unique<QTemporaryDir>();
    m_server = std::make_unique<SessionFixture>();
    m_server->startServer();
    m_server->put(OrderKey, Value);
    QVERIFY(start());
}

void tst_KeptEdits::cleanup()
{
    end();
    m_server.reset();
    m_folder.reset();
}

/// The program begins, with its files where they were.
bool tst_KeptEdits::start()
{
    m_workbench = std::make_unique<Workbench>(WorkbenchPaths::below(m_folder->path()), new MemorySecretStore);
    app().theme.applyTo(*qApp);
    app().profiles.save(m_server->profile());
    m_window = std::make_unique<MainWindow>(app(), m_workbench->sessions());
    m_window->show();
    if (!QTest::qWaitForWindowExposed(m_window.get()))
        return false;
    m_workbench->sessions().open(m_server->profile(), QStringLiteral("key"));
    return QTest::qWaitFor([this] { return page() && page()->keys()->isLevelListed({}); });
}

void tst_KeptEdits::end()
{
    m_window.reset();
    m_workbench.reset();
}

bool tst_KeptEdits::edit()
{
    RecordTab *tab = page()->openKey(OrderKey, true);
    if (!QTest::qWaitFor([tab] { return tab->editor().bytes() == Value; }))
        return false;
    tab->editor().updateBytes(Edited, false, true);
    return tab->isDirty() && tab->keepsEdit();
}

QPushButton *tst_KeptEdits::answer(const QString &text) const
{
    for (const RecordBanner *banner : record()->findChildren<RecordBanner *>()) {
        if (banner->isHidden() || !banner->title().startsWith(QStringLiteral("An edit from")))
            continue;
        for (int i = 0; QPushButton *button = banner->button(i); ++i) {
            if (button->text() == text)
                return button;
        }
    }
    return nullptr;
}

void tst_KeptEdits::closedTabIsOffered()
{
    QVERIFY(!notice());
    QVERIFY(edit());
    QVERIFY(trigger("file.closeTab"));
    QCOMPARE(page()->tabCount(), 0);
    QVERIFY(!question());
    QTRY_VERIFY(notice()); // the tab goes when control is back in the event loop
    QVERIFY(notice()->text.contains(QString::fromUtf8(OrderKey)));
    QVERIFY(trigger("record.openKept"));
    QTRY_VERIFY(record() && record()->editor().bytes() == Value);
    // The difference first, in a tab of its own.
    QTRY_VERIFY(answer(QStringLiteral("Difference")));
    answer(QStringLiteral("Difference"))->click();
    QTRY_VERIFY(qobject_cast<DiffTab *>(page()->currentTab()));
    QVERIFY(trigger("file.closeTab"));
    QTRY_VERIFY(record());
    QTRY_VERIFY(answer(QStringLiteral("Restore")));
    answer(QStringLiteral("Restore"))->click();
    QTRY_COMPARE(record()->editor().bytes(), Edited);
    QVERIFY(!notice());
    QVERIFY(trigger("record.save"));
    QTRY_COMPARE(m_server->stored(OrderKey).value_or(QByteArray()), Edited);
    QTRY_VERIFY(!record()->isDirty());
    QVERIFY(trigger("file.closeTab"));
    QCOMPARE(page()->tabCount(), 0);
    QVERIFY(!notice());
}

void tst_KeptEdits::newKeyComesBackWithItsText()
{
    RecordTab *tab = page()->newKey("order:");
    tab->editor().updateBytes("[1, 2", false, true);
    QVERIFY(tab->isDirty());
    QVERIFY(trigger("file.closeTab"));
    QTRY_VERIFY(notice());
    QVERIFY(trigger("record.openKept"));
    QTRY_VERIFY(record() && record()->editor().bytes() == "[1, 2");
    QVERIFY(record()->isNew());
    QCOMPARE(record()->title(), QStringLiteral("order:"));
}

void tst_KeptEdits::nextStartOffersThem()
{
    QVERIFY(edit());
    QVERIFY(m_window->close()); // without a question
    end();
    QVERIFY(start());
    QTRY_VERIFY(notice());
    QCOMPARE(m_server->stored(OrderKey).value_or(QByteArray()), Value);
    page()->openKey(OrderKey, true);
    QTRY_VERIFY(record()->editor().bytes() == Value);
    QTRY_VERIFY(answer(QStringLiteral("Restore")));
    answer(QStringLiteral("Restore"))->click();
    QTRY_COMPARE(record()->editor().bytes(), Edited);
    record()->discard();
    QCOMPARE(record()->editor().bytes(), Value);
    QVERIFY(!notice());
}

void tst_KeptEdits::switchedOffClosingAsks()
{
    QVERIFY(edit());
    app().settings.setValue(Key::KeepDrafts, false);
    QVERIFY(!record()->keepsEdit());
    QVERIFY(trigger("file.closeTab"));
    QTRY_VERIFY(question());
    QCOMPARE(page()->tabCount(), 1);
    for (QAbstractButton *button : question()->buttons()) {
        if (question()->buttonRole(button) == QMessageBox::DestructiveRole)
            button->click();
    }
    QTRY_COMPARE(page()->tabCount(), 0);
    QVERIFY(!notice());
}

QTEST_MAIN(tst_KeptEdits)

#include "tst_keptedits.moc"
