// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "browser/emptystate.h"
#include "browser/keytree.h"
#include "browser/keytreeview.h"
#include "browser/levelproblembar.h"
#include "failonwarning.h"
#include "models/keytreemodel.h"
#include "viewfixture.h"

#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace Studio;

namespace
{

/// A view on a store of which something is wrong.
struct Stage {
    TestSupport::Emulator emulator;
    TestSupport::ViewFixture fixture;
    std::unique_ptr<Session> session;
    std::unique_ptr<KeyTreeView> view;
    KeyTree *tree = nullptr;
    const KeyTreeModel *model = nullptr;
    EmptyState *empty = nullptr;

    Stage()
    {
        for (int i = 0; i < 5; ++i) {
            emulator.server.put("mine:" + std::to_string(i), "1");
            emulator.server.put("theirs:" + std::to_string(i), "1");
        }
    }
    void open(const Profile &profile, const QString &secret)
    {
        session = std::make_unique<Session>(profile, secret, TestSupport::Emulator::quick());
        view = std::make_unique<KeyTreeView>(fixture.context, *session);
        tree = view->findChild<KeyTree *>(QStringLiteral("tree"));
        model = qobject_cast<const KeyTreeModel *>(tree->model());
        empty = view->findChild<EmptyState *>(QStringLiteral("empty"));
        view->resize(340, 600);
        view->show();
        session->open();
    }
    Profile tokenProfile() const
    {
        Profile profile = emulator.profile();
        profile.credential = CredentialKind::Token;
        return profile;
    }
    QString token() { return QString::fromStdString(emulator.server.createToken("k", {"mine:*"}, "^mine:")); }
};

} // namespace

class KeyTreeProblemsTest : public QObject
{
    Q_OBJECT

private slots:
    void init() { TestSupport::failOnUnannouncedWarning(); }

    void refusedRootLeadsToTheConnection()
    {
        Stage stage;
        int edited = 0;
        QWidget window;
        window.show();
        stage.fixture.commands.handle(QStringLiteral("session.edit"), &window,
                                      {[&edited] { ++edited; }, {}, {}});
        stage.open(stage.tokenProfile(), stage.token());
        QTRY_COMPARE(stage.empty->title(), QStringLiteral("Not allowed to list the whole store"));
        QVERIFY(stage.empty->isVisible());
        stage.fixture.commands.refresh();
        QTest::mouseClick(stage.empty->button(), Qt::LeftButton);
        QTRY_COMPARE(edited, 1);
    }

    void tokenListsItsPrefixes()
    {
        Stage stage;
        Profile profile = stage.tokenProfile();
        profile.prefixes = {"mine:"};
        stage.open(profile, stage.token());
        QTRY_VERIFY(stage.model->indexOfBranch("mine:").isValid());
        QTRY_VERIFY(stage.view->isLevelListed({}));
        QCOMPARE(stage.model->rowCount(), 1);
        QSignalSpy expanded(stage.view.get(), &KeyTreeView::expanded);
        stage.view->expandTo("mine:");
        QTRY_COMPARE(expanded.size(), 1);
        QCOMPARE(stage.model->rowCount(stage.model->indexOfBranch("mine:")), 5);
    }

    void serverFailureSaysWhyAndTriesAgain()
    {
        Stage stage;
        hpkv::emulator::Faults faults;
        faults.code = hpkv::emulator::CodeFault{500, {{}, 1.0, 5}};
        stage.emulator.server.setFaults(faults);
        stage.open(stage.emulator.profile(), QStringLiteral("k"));
        QTRY_COMPARE(stage.empty->title(), QStringLiteral("The keys could not be read"));
        QVERIFY(!stage.empty->text().isEmpty());
        stage.emulator.server.clearFaults();
        QTest::mouseClick(stage.empty->button(), Qt::LeftButton);
        QTRY_COMPARE(stage.model->rowCount(), 2);
        QTRY_VERIFY(stage.tree->isVisible());
    }

    void failureOfOneBranchLeavesTheOthers()
    {
        Stage stage;
        stage.open(stage.emulator.profile(), QStringLiteral("k"));
        QTRY_VERIFY(stage.view->isLevelListed({}) && !stage.view->isBusy());
        auto *bar = stage.view->findChild<LevelProblemBar *>();
        QVERIFY(!bar->isVisible());
        hpkv::emulator::Faults faults;
        faults.code = hpkv::emulator::CodeFault{500, {{}, 1.0, 5}};
        stage.emulator.server.setFaults(faults);
        stage.view->refresh();
        QTRY_VERIFY(bar->isVisible());
        QVERIFY(!bar->text().isEmpty());
        QCOMPARE(stage.model->rowCount(), 2); // what was known stays
        stage.emulator.server.clearFaults();
        QTest::mouseClick(bar->findChild<QPushButton *>(), Qt::LeftButton);
        QTRY_VERIFY(!bar->isVisible());
    }

    void lostLineIsCaughtUp()
    {
        Stage stage;
        stage.open(stage.emulator.profile(), QStringLiteral("k"));
        QTRY_VERIFY(stage.view->isLevelListed({}) && !stage.view->isBusy());
        stage.tree->expand(stage.model->indexOfBranch("mine:"));
        QTRY_VERIFY(stage.view->isLevelListed("mine:") && !stage.view->isBusy());
        stage.tree->setCurrentIndex(stage.model->indexOfKey("mine:2"));

        stage.emulator.server.stop();
        QTRY_VERIFY(stage.session->status().line != LineState::Connected);
        QVERIFY(stage.tree->isVisible());
        stage.emulator.server.put("mine:new", "1");
        stage.emulator.server.erase("mine:4");
        stage.emulator.server.start();
        QTRY_COMPARE_WITH_TIMEOUT(stage.session->status().line, LineState::Connected, 20000);
        QTRY_VERIFY(stage.model->indexOfKey("mine:new").isValid());
        QTRY_VERIFY(!stage.model->indexOfKey("mine:4").isValid());
        QVERIFY(stage.tree->isExpanded(stage.model->indexOfBranch("mine:")));
        QCOMPARE(stage.view->currentKey(), QByteArray("mine:2"));
    }
};

QTEST_MAIN(KeyTreeProblemsTest)
#include "tst_keytreeproblems.moc"
