// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "drafts/draftstore.h"
#include "failonwarning.h"
#include "savestage.h"

#include <QApplication>
#include <QDirIterator>
#include <QProcess>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <cstdio>

using namespace Studio;
using Trouble = RecordController::Trouble;

namespace
{

const auto ChildMark = QLatin1StringView("--edit-with-drafts-in");
const QByteArray OrderKey = "order:10482";
const QByteArray Value = "{\"status\":\"packed\",\"total\":94.20}";
const QByteArray Edited = "{\"status\":\"packed\",\"total\":89.20}";
const QByteArray Theirs = "{\"status\":\"shipped\",\"total\":94.20}";

/// A stage whose edits are kept in `folder`. The store goes last.
struct KeepingStage {
    explicit KeepingStage(const QString &folder)
        : drafts(folder)
    {
        stage.app.app.drafts = &drafts;
        stage.server.put(OrderKey, Value);
        stage.app.profiles.save(stage.server.profile());
    }

    QList<DraftInfo> offered() const { return drafts.offered(stage.server.profile().id); }
    /// The tab goes as it does when it is closed.
    void closeTab() { stage.tab.reset(); }

    DraftStore drafts;
    SaveStage stage;
};

int countFiles(const QString &folder)
{
    int count = 0;
    QDirIterator each(folder, {QStringLiteral("*.draft")}, QDir::Files, QDirIterator::Subdirectories);
    for (; each.hasNext(); each.next())
        ++count;
    return count;
}

/// What the child does: types into a record, says so once that is kept, and stays until it is killed.
int editUntilKilled(const QString &folder)
{
    KeepingStage keeping(folder);
    if (!keeping.stage.open(OrderKey))
        return 1;
    keeping.stage.edit(Edited);
    if (!QTest::qWaitFor([&] { return countFiles(folder) == 1; }))
        return 2;
    std::puts("kept");
    std::fflush(stdout);
    return QApplication::exec();
}

} // namespace

/// Edits that are not saved: kept aside while one types, and offered afterwards.
class tst_DraftEdits : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void isKeptWhileOneTypes();
    void goesOnceItIsSaved();
    void goesOnceItIsDiscarded();
    void isOfferedWhenTheKeyIsOpened();
    void meetsAChangedRecord();
    void meetsADeletedRecord();
    void meetsTheSameValue();
    void canBeDiscardedUnseen();
    void newKeyKeepsKeyAndText();
    void unsavedProfileKeepsNothing();
    void readOnlyOffersNothing();
    void outlivesAKill();

private:
    QString folder() const { return m_folder->path(); }
    std::unique_ptr<QTemporaryDir> m_folder;
};

void tst_DraftEdits::init()
{
    TestSupport::failOnUnannouncedWarning();
    m_folder = std::make_unique<QTemporaryDir>();
}

void tst_DraftEdits::isKeptWhileOneTypes()
{
    KeepingStage keeping(folder());
    QVERIFY(keeping.stage.open(OrderKey));
    QVERIFY(keeping.stage.tab->keepsEdit());
    QCOMPARE(countFiles(folder()), 0);
    keeping.stage.edit(Edited);
    QTRY_COMPARE(countFiles(folder()), 1);
    // What belongs to a tab is not offered to others.
    QVERIFY(keeping.offered().isEmpty());
    QVERIFY(!keeping.stage.says(QStringLiteral("An edit from")));
}

void tst_DraftEdits::goesOnceItIsSaved()
{
    KeepingStage keeping(folder());
    QVERIFY(keeping.stage.open(OrderKey));
    keeping.stage.edit(Edited);
    QTRY_COMPARE(countFiles(folder()), 1);
    keeping.stage.tab->save();
    QTRY_COMPARE(keeping.stage.server.stored(OrderKey), Edited);
    QTRY_COMPARE(countFiles(folder()), 0);
    keeping.closeTab();
    QVERIFY(keeping.offered().isEmpty());
}

void tst_DraftEdits::goesOnceItIsDiscarded()
{
    KeepingStage keeping(folder());
    QVERIFY(keeping.stage.open(OrderKey));
    keeping.stage.edit(Edited);
    QTRY_COMPARE(countFiles(folder()), 1);
    keeping.stage.tab->discard();
    QTRY_COMPARE(countFiles(folder()), 0);
    // Undo brings the text back, and so it is kept again.
    keeping.stage.tab->editor().undo();
    QCOMPARE(keeping.stage.text(), Edited);
    QTRY_COMPARE(countFiles(folder()), 1);
}

void tst_DraftEdits::isOfferedWhenTheKeyIsOpened()
{
    KeepingStage keeping(folder());
    QVERIFY(keeping.stage.open(OrderKey));
    keeping.stage.edit(Edited);
    keeping.closeTab(); // before the pause is over
    QCOMPARE(keeping.offered().size(), 1);
    QVERIFY(keeping.stage.openTab(OrderKey));
    QCOMPARE(keeping.stage.text(), Value);
    QVERIFY(keeping.stage.says(QStringLiteral("An edit from")));
    QVERIFY(keeping.stage.press(QStringLiteral("Restore")));
    QTRY_COMPARE(keeping.stage.text(), Edited);
    QVERIFY(keeping.stage.tab->isDirty());
    QVERIFY(!keeping.stage.says(QStringLiteral("An edit from")));
    QCOMPARE(keeping.stage.tab->controller().trouble(), Trouble::None);
    keeping.stage.tab->save();
    QTRY_COMPARE(keeping.stage.server.stored(OrderKey), Edited);
    QTRY_COMPARE(countFiles(folder()), 0);
}

/// What others wrote since then is not overwritten unseen.
void tst_DraftEdits::meetsAChangedRecord()
{
    KeepingStage keeping(folder());
    QVERIFY(keeping.stage.open(OrderKey));
    keeping.stage.edit(Edited);
    keeping.closeTab();
    keeping.stage.server.put(OrderKey, Theirs);
    QVERIFY(keeping.stage.openTab(OrderKey));
    QTRY_COMPARE(keeping.stage.text(), Theirs);
    QVERIFY(keeping.stage.press(QStringLiteral("Restore")));
    QTRY_COMPARE(keeping.stage.text(), Edited);
    QCOMPARE(keeping.stage.tab->controller().trouble(), Trouble::ChangedElsewhere);
    QVERIFY(keeping.stage.tab->controller().theirs() == Theirs);
    QCOMPARE(keeping.stage.tab->controller().base(), Value);
    QVERIFY(keeping.stage.says(QStringLiteral("Changed elsewhere: status.")));
    keeping.stage.tab->save();
    QVERIFY(!keeping.stage.tab->controller().isSaving());
    QVERIFY(keeping.stage.press(QStringLiteral("Take theirs")));
    QCOMPARE(keeping.stage.text(), Theirs);
}

void tst_DraftEdits::meetsADeletedRecord()
{
    KeepingStage keeping(folder());
    QVERIFY(keeping.stage.open(OrderKey));
    keeping.stage.edit(Edited);
    keeping.closeTab();
    keeping.stage.server.server->erase(OrderKey.toStdString());
    QVERIFY(keeping.stage.openTab(OrderKey));
    QVERIFY(keeping.stage.press(QStringLiteral("Restore")));
    QTRY_COMPARE(keeping.stage.text(), Edited);
    QCOMPARE(keeping.stage.tab->controller().trouble(), Trouble::Deleted);
    keeping.stage.tab->save();
    QTRY_COMPARE(keeping.stage.server.stored(OrderKey), Edited);
}

void tst_DraftEdits::meetsTheSameValue()
{
    KeepingStage keeping(folder());
    QVERIFY(keeping.stage.open(OrderKey));
    keeping.stage.edit(Edited);
    keeping.closeTab();
    keeping.stage.server.put(OrderKey, Edited);
    QVERIFY(keeping.stage.openTab(OrderKey));
    QTRY_COMPARE(keeping.stage.text(), Edited);
    QVERIFY(keeping.stage.press(QStringLiteral("Restore")));
    QTRY_VERIFY(keeping.offered().isEmpty());
    QTRY_COMPARE(countFiles(folder()), 0);
    QVERIFY(!keeping.stage.tab->isDirty());
}

void tst_DraftEdits::canBeDiscardedUnseen()
{
    KeepingStage keeping(folder());
    QVERIFY(keeping.stage.open(OrderKey));
    keeping.stage.edit(Edited);
    keeping.closeTab();
    QVERIFY(keeping.stage.openTab(OrderKey));
    QVERIFY(keeping.stage.says(QStringLiteral("An edit from")));
    for (RecordBanner *banner : keeping.stage.tab->findChildren<RecordBanner *>()) {
        if (!banner->title().startsWith(QStringLiteral("An edit from")))
            continue;
        int last = 0;
        while (banner->button(last + 1))
            ++last;
        QCOMPARE(banner->button(last)->text(), QStringLiteral("Discard"));
        banner->button(last)->click();
    }
    QVERIFY(!keeping.stage.says(QStringLiteral("An edit from")));
    QCOMPARE(keeping.stage.text(), Value);
    QVERIFY(keeping.offered().isEmpty());
    QTRY_COMPARE(countFiles(folder()), 0);
}

void tst_DraftEdits::newKeyKeepsKeyAndText()
{
    KeepingStage keeping(folder());
    QVERIFY(keeping.stage.open({}));
    keeping.stage.tab->setSuggestedKey("order:new");
    keeping.stage.edit("[1, 2");
    keeping.closeTab();
    QCOMPARE(keeping.offered().size(), 1);
    const DraftInfo info = keeping.offered().constFirst();
    QVERIFY(info.isNew);
    QCOMPARE(info.key, QByteArray("order:new"));

    QVERIFY(keeping.stage.openTab({}));
    keeping.drafts.read(info.id, keeping.stage.tab.get(), [&](const std::optional<Draft> &draft) {
        if (draft)
            keeping.stage.tab->restoreDraft(*draft);
    });
    QTRY_COMPARE(keeping.stage.text(), QByteArray("[1, 2"));
    QCOMPARE(keeping.stage.tab->title(), QStringLiteral("order:new"));
    QVERIFY(keeping.stage.tab->isNew());
    QVERIFY(keeping.offered().isEmpty());
    keeping.stage.edit("[1, 2]");
    keeping.stage.tab->save();
    QTRY_COMPARE(keeping.stage.server.stored("order:new"), QByteArray("[1, 2]"));
    QTRY_COMPARE(countFiles(folder()), 0);
}

/// A profile that is not saved cannot be opened again, so that nothing could be offered.
void tst_DraftEdits::unsavedProfileKeepsNothing()
{
    KeepingStage keeping(folder());
    keeping.stage.app.profiles.remove(keeping.stage.server.profile().id);
    QVERIFY(keeping.stage.open(OrderKey));
    QVERIFY(!keeping.stage.tab->keepsEdit());
    keeping.stage.edit(Edited);
    keeping.closeTab();
    keeping.drafts.flush();
    QVERIFY(keeping.offered().isEmpty());
    QCOMPARE(countFiles(folder()), 0);
}

void tst_DraftEdits::readOnlyOffersNothing()
{
    KeepingStage keeping(folder());
    QVERIFY(keeping.stage.open(OrderKey));
    keeping.stage.edit(Edited);
    keeping.closeTab();
    keeping.stage.session.reset();
    QVERIFY(keeping.stage.open(OrderKey, keeping.stage.server.profile(SafetyLevel::ReadOnly)));
    QVERIFY(!keeping.stage.says(QStringLiteral("An edit from")));
    QCOMPARE(keeping.offered().size(), 1);
}

/// kill -9 in the middle of an edit: the next copy offers it when the key is opened.
void tst_DraftEdits::outlivesAKill()
{
    QProcess child;
    child.start(QCoreApplication::applicationFilePath(), {ChildMark, folder()});
    QVERIFY(child.waitForStarted());
    QTRY_VERIFY_WITH_TIMEOUT(child.canReadLine(), 30'000);
    QCOMPARE(child.readLine().trimmed(), QByteArray("kept"));
    child.kill();
    QVERIFY(child.waitForFinished());
    QCOMPARE(child.exitStatus(), QProcess::CrashExit);

    KeepingStage keeping(folder());
    QTRY_COMPARE(keeping.offered().size(), 1);
    QVERIFY(keeping.stage.open(OrderKey));
    QVERIFY(keeping.stage.press(QStringLiteral("Restore")));
    QTRY_COMPARE(keeping.stage.text(), Edited);
    QVERIFY(keeping.stage.tab->isDirty());
}

int main(int argc, char *argv[])
{
    QApplication app(argc, argv);
    if (argc == 3 && QLatin1StringView(argv[1]) == ChildMark)
        return editUntilKilled(QString::fromLocal8Bit(argv[2]));
    tst_DraftEdits test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_draftedits.moc"
