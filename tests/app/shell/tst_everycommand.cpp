// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "../session/sessionfixture.h"
#include "browser/keytree.h"
#include "browser/keytreeview.h"
#include "editor/counterview.h"
#include "editor/jsoneditor.h"
#include "editor/recordbanner.h"
#include "editor/recordcontroller.h"
#include "editor/recordtab.h"
#include "editor/savepreview.h"
#include "failonwarning.h"
#include "profiles/secretstore.h"
#include "session/sessionmanager.h"
#include "shell/commandregistry.h"
#include "shell/mainwindow.h"
#include "shell/sessionpage.h"
#include "shell/theme.h"
#include "shell/workbench.h"

#include <QApplication>
#include <QDialog>
#include <QFileDialog>
#include <QMenu>
#include <QMessageBox>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

#include <functional>

using namespace Studio;

namespace
{

const QByteArray OrderKey = "order:1";
const QByteArray CounterKey = "hits";

/// These end the session or open another one, so that nothing could be tried after them.
const QStringList LeftOut{QStringLiteral("file.quit"),        QStringLiteral("file.closeSession"),
                          QStringLiteral("file.demo"),        QStringLiteral("file.closeTab"),
                          QStringLiteral("file.closeOthers"), QStringLiteral("file.closeRight")};

} // namespace

/// Every command that there is, in every place, each question answered with yes.
class tst_EveryCommand : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void readOnlyNeverWrites();
    void freeWrites();

private:
    bool openStore(SafetyLevel safety);
    void runAll();
    void runAllIn(const std::function<QWidget *()> &place);
    void agree();
    quint64 writesAtServer() const
    {
        const auto requests = m_server->server->counters().requests;
        return requests[2] + requests[3] + requests[4] + requests[6];
    }
    /// Every frame that left before has arrived.
    bool settle();
    SessionPage *page() const { return m_window->currentPage(); }
    AppContext &app() const { return m_workbench->context(); }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<SessionFixture> m_server;
    std::unique_ptr<Workbench> m_workbench;
    std::unique_ptr<MainWindow> m_window;
    int m_tried = 0; ///< commands that were enabled
};

void tst_EveryCommand::init()
{
    TestSupport::failOnUnannouncedWarning();
    m_tried = 0;
    m_folder = std::make_unique<QTemporaryDir>();
    m_server = std::make_unique<SessionFixture>();
    m_server->startServer();
    m_server->put(OrderKey, "{\"a\":1,\"b\":2}");
    m_server->put("order:2", "{\"a\":1}");
    m_server->put(CounterKey, "5");
    m_workbench = std::make_unique<Workbench>(WorkbenchPaths::below(m_folder->path()), new MemorySecretStore);
    app().theme.applyTo(*qApp);
    m_window = std::make_unique<MainWindow>(app(), m_workbench->sessions());
    m_window->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
}

void tst_EveryCommand::cleanup()
{
    m_window.reset();
    m_workbench.reset();
    m_server.reset();
    m_folder.reset();
}

bool tst_EveryCommand::openStore(SafetyLevel safety)
{
    m_workbench->sessions().open(m_server->profile(safety), QStringLiteral("key"));
    if (!QTest::qWaitFor([this] { return page() && page()->keys()->isLevelListed({}); }))
        return false;
    for (const QByteArray &key : {CounterKey, OrderKey}) {
        const RecordTab *tab = page()->openKey(key, true);
        if (!QTest::qWaitFor(
                [tab] { return tab->controller().presence() == RecordController::Presence::Present; }))
            return false;
    }
    return true;
}

/// Says yes to whatever has come up, and closes what cannot be agreed to.
void tst_EveryCommand::agree()
{
    for (int round = 0; round < 4; ++round) {
        QCoreApplication::processEvents();
        while (QWidget *popup = QApplication::activePopupWidget())
            popup->close();
        for (QWidget *top : QApplication::topLevelWidgets()) {
            auto *dialog = qobject_cast<QDialog *>(top);
            if (!dialog || !dialog->isVisible())
                continue;
            auto *box = qobject_cast<QMessageBox *>(dialog);
            QAbstractButton *yes = nullptr;
            if (box) {
                for (QAbstractButton *button : box->buttons()) {
                    if (box->buttonRole(button) != QMessageBox::RejectRole)
                        yes = button;
                }
            } else if (!qobject_cast<QFileDialog *>(dialog)) {
                for (QPushButton *button : dialog->findChildren<QPushButton *>()) {
                    if (button->isDefault() && button->isVisible() && button->isEnabled())
                        yes = button;
                }
            }
            if (yes)
                yes->click();
            QCoreApplication::processEvents();
            if (round > 1 && dialog->isVisible())
                dialog->reject();
        }
        if (!page() || !page()->currentRecord())
            continue;
        const auto banners = page()->currentRecord()->findChildren<RecordBanner *>();
        for (const RecordBanner *banner : banners) {
            if (QPushButton *first = banner->isVisible() ? banner->button(0) : nullptr)
                first->click();
        }
        const auto *preview = page()->currentRecord()->findChild<SavePreview *>();
        if (QPushButton *send = preview->isShown() ? preview->button(0) : nullptr)
            send->click();
    }
    for (QWidget *top : QApplication::topLevelWidgets()) {
        if (auto *dialog = qobject_cast<QDialog *>(top); dialog && dialog->isVisible())
            dialog->reject();
    }
}

/// `place` brings the place to the front, whatever the command before has done.
void tst_EveryCommand::runAllIn(const std::function<QWidget *()> &place)
{
    // Some commands open a menu and wait for it.
    QTimer closer;
    connect(&closer, &QTimer::timeout, &closer, [] {
        if (QWidget *popup = QApplication::activePopupWidget())
            popup->close();
    });
    closer.start(10);
    const QList<CommandSpec> commands = app().commands.commands();
    for (const CommandSpec &command : commands) {
        if (LeftOut.contains(command.id))
            continue;
        place()->setFocus();
        app().commands.refresh();
        QCoreApplication::processEvents();
        if (app().commands.trigger(command.id))
            ++m_tried;
        agree();
    }
}

/// In a record whose text was changed where that is possible, in a counter, and in the tree.
void tst_EveryCommand::runAll()
{
    runAllIn([this]() -> QWidget * {
        RecordTab *record = page()->openKey(OrderKey, true);
        if (!record->isDirty())
            record->editor().updateBytes("{\"a\":1,\"b\":3}", false, true);
        return record;
    });
    runAllIn([this]() -> QWidget * { return page()->openKey(CounterKey, true)->findChild<CounterView *>(); });
    runAllIn([this]() -> QWidget * {
        page()->keys()->goToKey("order:2");
        return page()->keys()->findChild<KeyTree *>();
    });
}

bool tst_EveryCommand::settle()
{
    ReadOutcome outcome;
    outcome.follow(page()->session().read(OrderKey));
    return QTest::qWaitFor([&] { return outcome.finished == 1; });
}

void tst_EveryCommand::readOnlyNeverWrites()
{
    QVERIFY(openStore(SafetyLevel::ReadOnly));
    runAll();
    QVERIFY(m_tried > 50); // most work on a store that is only looked at
    // Nor does what lies below the window.
    Session &session = page()->session();
    for (const WriteKind kind :
         {WriteKind::Replace, WriteKind::Patch, WriteKind::Append, WriteKind::Increment, WriteKind::Delete}) {
        WriteRequest request = writeOf(kind, OrderKey, "{}");
        request.delta = 1;
        request.confirmed = true;
        WriteOutcome outcome;
        outcome.follow(session.write(request));
        QTRY_COMPARE(outcome.finished, 1);
        QCOMPARE(outcome.state, WriteOperation::State::Refused);
    }
    QVERIFY(settle());
    QCOMPARE(writesAtServer(), quint64(0));
    QCOMPARE(m_server->server->size(), size_t(3));
}

/// The same walk where everything is allowed does write: so the one above would have noticed.
void tst_EveryCommand::freeWrites()
{
    QVERIFY(openStore(SafetyLevel::Free));
    runAll();
    QVERIFY(settle());
    QVERIFY(writesAtServer() > 2);
    qInfo("%d commands, %d frames that write", m_tried, int(writesAtServer()));
}

QTEST_MAIN(tst_EveryCommand)

#include "tst_everycommand.moc"
