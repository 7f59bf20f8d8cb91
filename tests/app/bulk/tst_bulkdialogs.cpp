// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "bulk/bulkactions.h"
#include "bulk/deletedialog.h"
#include "bulk/exportdialog.h"
#include "bulk/filefield.h"
#include "bulk/importdialog.h"
#include "bulk/incrementdialog.h"
#include "bulk/patchdialog.h"
#include "bulk/relocatedialog.h"

#include "editor/jsoneditor.h"
#include "failonwarning.h"
#include "session/jobs/job.h"
#include "session/jobs/joblist.h"
#include "session/sessionmanager.h"
#include "viewfixture.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFile>
#include <QLineEdit>
#include <QPushButton>
#include <QTableWidget>
#include <QTest>

using namespace Studio;

namespace
{

/// A window, a session on the emulator, and what the dialogs start.
struct Stage {
    TestSupport::Emulator emulator;
    TestSupport::ViewFixture fixture;
    SessionManager sessions{fixture.notices, {}};
    QWidget window;
    Session *session = nullptr;
    BulkActions *actions = nullptr;

    explicit Stage(SafetyLevel safety = SafetyLevel::Free)
    {
        for (int i = 0; i < 12; ++i)
            put("a:" + QByteArray::number(10 + i), R"({"n": 1})");
        put("counter:1", "41");
        put("plain", "text");
        Profile profile = emulator.profile();
        profile.safety = safety;
        session = sessions.open(profile, QStringLiteral("k"));
        actions = new BulkActions(fixture.context, *session, sessions, &window);
        window.show();
    }

    bool connected() const { return session->status().line == LineState::Connected; }
    void put(const QByteArray &key, const QByteArray &value)
    {
        emulator.server.put(key.toStdString(), value.toStdString());
    }
    std::optional<QByteArray> stored(const QByteArray &key)
    {
        const auto value = emulator.server.get(key.toStdString());
        return value ? std::optional(QByteArray::fromStdString(*value)) : std::nullopt;
    }
    int keysBelow(const QByteArray &prefix)
    {
        int count = 0;
        for (int i = 0; i < 12; ++i)
            count += stored(prefix + QByteArray::number(10 + i)) ? 1 : 0;
        return count;
    }

    template <typename Dialog>
    Dialog *dialog() const
    {
        return window.findChild<Dialog *>();
    }
    template <typename Widget>
    static Widget *part(const QWidget *dialog, const char *name)
    {
        return dialog->findChild<Widget *>(QString::fromLatin1(name));
    }
    Job *lastJob() const
    {
        const QList<Job *> jobs = session->jobs().jobs();
        return jobs.isEmpty() ? nullptr : jobs.constLast();
    }
    bool lastJobIsDone() const
    {
        const Job *job = lastJob();
        return job && job->state() == JobState::Finished && job->result().failed == 0;
    }
};

} // namespace

class tst_BulkDialogs : public QObject
{
    Q_OBJECT

private slots:
    void init() { TestSupport::failOnUnannouncedWarning(); }
    void deleteCountsAndDeletes();
    void deleteWantsTheCountTyped();
    void deletingOneKeyNeedsNoTyping();
    void escapeSendsNothing();
    void renamesAKey();
    void renamingOntoAnotherKeyIsAChoice();
    void movesABranch();
    void refusesPlacesThatOverlap_data();
    void refusesPlacesThatOverlap();
    void copiesToAnotherProfile();
    void patchesAll();
    void patchLeavesOthersAlone();
    void patchIsCheckedWhileTyping_data();
    void patchIsCheckedWhileTyping();
    void incrementsAll();
    void exportsAndImports();
    void importSaysWhatWouldHappen();
    void aChangeAsksForAnotherCheck();
    void readOnlyWritesNothing();
    void goesWithTheSession();
};

void tst_BulkDialogs::deleteCountsAndDeletes()
{
    Stage stage;
    QTRY_VERIFY(stage.connected());
    stage.actions->deleteKeys(KeySelection::ofPrefix("a:"));
    auto *dialog = stage.dialog<DeleteDialog>();
    QVERIFY(dialog);
    QVERIFY(!dialog->goButton()->isEnabled());
    QTRY_VERIFY(dialog->goButton()->isEnabled());
    QVERIFY(dialog->goButton()->text().contains(QLatin1String("12")));
    QVERIFY(dialog->note().contains(QLatin1String("Test")));
    QVERIFY(!Stage::part<QLineEdit>(dialog, "typedCount")->isVisible());
    QVERIFY(dialog->cancelButton()->isDefault());
    // What counted is no job of anybody's any more.
    QTRY_VERIFY(stage.session->jobs().jobs().isEmpty());
    QTest::mouseClick(dialog->goButton(), Qt::LeftButton);
    QTRY_VERIFY(stage.lastJobIsDone());
    QCOMPARE(stage.lastJob()->kind(), JobKind::Delete);
    QCOMPARE(stage.keysBelow("a:"), 0);
    QVERIFY(stage.stored("plain"));
    QVERIFY(!stage.lastJob()->result().undoFile.isEmpty());
}

void tst_BulkDialogs::deleteWantsTheCountTyped()
{
    Stage stage(SafetyLevel::Confirm);
    QTRY_VERIFY(stage.connected());
    stage.actions->deleteKeys(KeySelection::ofPrefix("a:"));
    auto *dialog = stage.dialog<DeleteDialog>();
    auto *typed = Stage::part<QLineEdit>(dialog, "typedCount");
    QTRY_VERIFY(typed->isVisible());
    QVERIFY(!dialog->goButton()->isEnabled());
    typed->setFocus();
    QTest::keyClicks(typed, QStringLiteral("11"));
    QVERIFY(!dialog->goButton()->isEnabled());
    typed->clear();
    QTest::keyClicks(typed, QStringLiteral("12"));
    QVERIFY(dialog->goButton()->isEnabled());
    // Enter in the field is no answer.
    QTest::keyClick(typed, Qt::Key_Return);
    QVERIFY(dialog->isVisible());
    QCOMPARE(stage.keysBelow("a:"), 12);
    QTest::mouseClick(dialog->goButton(), Qt::LeftButton);
    QTRY_VERIFY(stage.lastJobIsDone());
    QCOMPARE(stage.keysBelow("a:"), 0);
}

void tst_BulkDialogs::deletingOneKeyNeedsNoTyping()
{
    Stage stage(SafetyLevel::Confirm);
    QTRY_VERIFY(stage.connected());
    stage.actions->deleteKeys(KeySelection::ofKey("plain"));
    auto *dialog = stage.dialog<DeleteDialog>();
    QTRY_VERIFY(dialog->goButton()->isEnabled());
    QVERIFY(!Stage::part<QLineEdit>(dialog, "typedCount")->isVisible());
    QTest::mouseClick(dialog->goButton(), Qt::LeftButton);
    QTRY_VERIFY(stage.lastJobIsDone());
    QVERIFY(!stage.stored("plain"));
}

void tst_BulkDialogs::escapeSendsNothing()
{
    Stage stage;
    QTRY_VERIFY(stage.connected());
    stage.actions->deleteKeys(KeySelection::ofPrefix("a:"));
    QPointer<DeleteDialog> dialog = stage.dialog<DeleteDialog>();
    QTRY_VERIFY(dialog->goButton()->isEnabled());
    QTest::keyClick(dialog.data(), Qt::Key_Escape);
    QTRY_VERIFY(!dialog);
    QVERIFY(stage.session->jobs().jobs().isEmpty());
    QCOMPARE(stage.keysBelow("a:"), 12);
}

void tst_BulkDialogs::renamesAKey()
{
    Stage stage;
    QTRY_VERIFY(stage.connected());
    stage.actions->renameKey("plain");
    auto *dialog = stage.dialog<RelocateDialog>();
    QCOMPARE(dialog->field()->text(), QStringLiteral("plain"));
    QVERIFY(!dialog->goButton()->isEnabled());
    QTest::keyClicks(dialog->field(), QStringLiteral("other"));
    QTRY_VERIFY(dialog->goButton()->isEnabled());
    QTest::mouseClick(dialog->goButton(), Qt::LeftButton);
    QTRY_VERIFY(stage.lastJobIsDone());
    QCOMPARE(stage.stored("other"), QByteArray("text"));
    QVERIFY(!stage.stored("plain"));
}

void tst_BulkDialogs::renamingOntoAnotherKeyIsAChoice()
{
    Stage stage;
    QTRY_VERIFY(stage.connected());
    stage.actions->renameKey("plain");
    auto *dialog = stage.dialog<RelocateDialog>();
    auto *policy = Stage::part<QComboBox>(dialog, "policy");
    dialog->field()->setText(QStringLiteral("counter:1"));
    QTRY_VERIFY(policy->isVisible());
    QVERIFY(!dialog->goButton()->isEnabled());
    policy->setCurrentIndex(policy->findData(int(ConflictPolicy::Replace)));
    QVERIFY(dialog->goButton()->isEnabled());
    QVERIFY(dialog->note().contains(QLatin1String("overwritten")));
    QTest::mouseClick(dialog->goButton(), Qt::LeftButton);
    QTRY_VERIFY(stage.lastJobIsDone());
    QCOMPARE(stage.stored("counter:1"), QByteArray("text"));
    QVERIFY(!stage.stored("plain"));
}

void tst_BulkDialogs::movesABranch()
{
    Stage stage(SafetyLevel::Confirm);
    QTRY_VERIFY(stage.connected());
    stage.actions->renameBranch("a:");
    auto *dialog = stage.dialog<RelocateDialog>();
    dialog->field()->setText(QStringLiteral("b:"));
    QTRY_VERIFY(dialog->goButton()->isEnabled());
    QTest::mouseClick(dialog->goButton(), Qt::LeftButton);
    QTRY_VERIFY(stage.lastJobIsDone());
    QCOMPARE(stage.keysBelow("b:"), 12);
    QCOMPARE(stage.keysBelow("a:"), 0);
}

void tst_BulkDialogs::refusesPlacesThatOverlap_data()
{
    QTest::addColumn<QString>("place");
    QTest::newRow("the same") << QStringLiteral("a:");
    QTest::newRow("within") << QStringLiteral("a:old:");
    QTest::newRow("around") << QStringLiteral("a");
    QTest::newRow("nothing") << QString();
    QTest::newRow("too long") << QString(513, QLatin1Char('x'));
}

void tst_BulkDialogs::refusesPlacesThatOverlap()
{
    QFETCH(QString, place);
    Stage stage;
    QTRY_VERIFY(stage.connected());
    stage.actions->renameBranch("a:");
    auto *dialog = stage.dialog<RelocateDialog>();
    dialog->field()->setText(QStringLiteral("fine:"));
    QVERIFY(dialog->goButton()->isEnabled());
    dialog->field()->setText(place);
    QVERIFY(!dialog->goButton()->isEnabled());
}

void tst_BulkDialogs::copiesToAnotherProfile()
{
    Stage stage;
    TestSupport::Emulator elsewhere;
    Profile other = elsewhere.profile();
    other.id = QStringLiteral("other");
    other.name = QStringLiteral("Other");
    const Session *target = stage.sessions.open(other, QStringLiteral("k"));
    QTRY_VERIFY(stage.connected());
    QTRY_COMPARE(target->status().line, LineState::Connected);
    stage.actions->copyBranch("a:");
    auto *dialog = stage.dialog<RelocateDialog>();
    auto *profiles = Stage::part<QComboBox>(dialog, "profiles");
    QVERIFY(profiles);
    QVERIFY(!dialog->goButton()->isEnabled());
    // The same prefix is another place there.
    profiles->setCurrentIndex(1);
    QVERIFY(dialog->goButton()->isEnabled());
    QVERIFY(dialog->note().contains(QLatin1String("Other")));
    QTest::mouseClick(dialog->goButton(), Qt::LeftButton);
    QTRY_VERIFY(stage.lastJobIsDone());
    QVERIFY(elsewhere.server.get("a:10").has_value());
    QVERIFY(elsewhere.server.get("a:21").has_value());
    QCOMPARE(stage.keysBelow("a:"), 12);
}

void tst_BulkDialogs::patchesAll()
{
    Stage stage;
    QTRY_VERIFY(stage.connected());
    stage.actions->patchKeys(KeySelection::ofPrefix("a:"));
    auto *dialog = stage.dialog<PatchDialog>();
    auto *preview = Stage::part<QTableWidget>(dialog, "preview");
    dialog->editor().updateBytes(R"({"new": true})", false, true);
    QTRY_COMPARE(preview->rowCount(), int(PatchDialog::Shown));
    QTRY_VERIFY(preview->item(0, 2)->text().contains(QLatin1String("\"new\"")));
    QVERIFY(preview->item(0, 1)->text().contains(QLatin1String("\"n\": 1")));
    QTRY_VERIFY(dialog->goButton()->isEnabled());
    QTest::mouseClick(dialog->goButton(), Qt::LeftButton);
    QTRY_VERIFY(stage.lastJobIsDone());
    QVERIFY(stage.stored("a:21")->contains("new"));
    QVERIFY(stage.stored("a:21")->contains("\"n\""));
    QCOMPARE(stage.stored("plain"), QByteArray("text"));
}

void tst_BulkDialogs::patchLeavesOthersAlone()
{
    Stage stage;
    QTRY_VERIFY(stage.connected());
    stage.actions->patchKeys(KeySelection::ofKeys({"a:10", "plain"}));
    auto *dialog = stage.dialog<PatchDialog>();
    auto *preview = Stage::part<QTableWidget>(dialog, "preview");
    dialog->editor().updateBytes(R"({"new": true})", false, true);
    QTRY_COMPARE(preview->rowCount(), 2);
    QTRY_VERIFY(preview->item(1, 2)->text().contains(QLatin1String("left alone")));
    QTRY_VERIFY(dialog->goButton()->isEnabled());
    QVERIFY(dialog->note().contains(QLatin1String("left alone")));
    QTest::mouseClick(dialog->goButton(), Qt::LeftButton);
    QTRY_VERIFY(stage.lastJob() && stage.lastJob()->isOver());
    QCOMPARE(stage.lastJob()->result().failed, 1);
    QVERIFY(stage.stored("a:10")->contains("new"));
    QCOMPARE(stage.stored("plain"), QByteArray("text"));
}

void tst_BulkDialogs::patchIsCheckedWhileTyping_data()
{
    QTest::addColumn<QByteArray>("patch");
    QTest::addColumn<bool>("ready");
    QTest::newRow("nothing") << QByteArray("") << false;
    QTest::newRow("half") << QByteArray("{\"a\":") << false;
    QTest::newRow("no object") << QByteArray("[1]") << false;
    QTest::newRow("no member") << QByteArray("{ }") << false;
    QTest::newRow("a member") << QByteArray("{\"a\":1}") << true;
    QTest::newRow("a removal") << QByteArray("{\"a\":null}") << true;
}

void tst_BulkDialogs::patchIsCheckedWhileTyping()
{
    QFETCH(QByteArray, patch);
    QFETCH(bool, ready);
    Stage stage;
    QTRY_VERIFY(stage.connected());
    stage.actions->patchKeys(KeySelection::ofKeys({"a:10", "a:11"}));
    auto *dialog = stage.dialog<PatchDialog>();
    dialog->editor().updateBytes(patch, false, true);
    auto *preview = Stage::part<QTableWidget>(dialog, "preview");
    QTRY_COMPARE(preview->rowCount(), 2);
    QTRY_COMPARE(dialog->goButton()->isEnabled(), ready);
    QVERIFY(!dialog->note().isEmpty());
}

void tst_BulkDialogs::incrementsAll()
{
    Stage stage;
    QTRY_VERIFY(stage.connected());
    stage.actions->incrementKeys(KeySelection::ofKeys({"counter:1"}));
    auto *dialog = stage.dialog<IncrementDialog>();
    auto *delta = Stage::part<QLineEdit>(dialog, "delta");
    QVERIFY(dialog->goButton()->isEnabled());
    for (const QString &wrong :
         {QStringLiteral("0"), QStringLiteral("x"), QStringLiteral("9223372036854775808")}) {
        delta->setText(wrong);
        QVERIFY2(!dialog->goButton()->isEnabled(), qPrintable(wrong));
    }
    delta->setText(QStringLiteral("-2"));
    QVERIFY(dialog->goButton()->isEnabled());
    QTest::mouseClick(dialog->goButton(), Qt::LeftButton);
    QTRY_VERIFY(stage.lastJobIsDone());
    QCOMPARE(stage.stored("counter:1"), QByteArray("39"));
}

void tst_BulkDialogs::exportsAndImports()
{
    Stage stage;
    QTRY_VERIFY(stage.connected());
    const QString file = stage.fixture.folder.filePath(QStringLiteral("out.jsonl"));
    stage.actions->exportKeys(KeySelection::ofPrefix("a:"));
    auto *out = stage.dialog<ExportDialog>();
    out->file()->setFile(stage.fixture.folder.filePath(QStringLiteral("none/out.jsonl")));
    QVERIFY(!out->goButton()->isEnabled());
    out->file()->setFile(file);
    QVERIFY(out->goButton()->isEnabled());
    QTest::mouseClick(out->goButton(), Qt::LeftButton);
    QTRY_VERIFY(stage.lastJobIsDone());
    QVERIFY(QFile::exists(file));

    stage.actions->importKeys("copy:");
    auto *in = stage.dialog<ImportDialog>();
    in->file()->setFile(file);
    QTest::mouseClick(in->goButton(), Qt::LeftButton);
    QTRY_VERIFY(in->counts() && !in->isChecking());
    QCOMPARE(in->counts()->at(size_t(ImportFate::Created)), 12);
    QVERIFY(!stage.stored("copy:a:10"));
    QTRY_VERIFY(in->goButton()->isEnabled());
    QTest::mouseClick(in->goButton(), Qt::LeftButton);
    QTRY_VERIFY(stage.lastJob()->kind() == JobKind::Import && stage.lastJobIsDone());
    QCOMPARE(stage.keysBelow("copy:a:"), 12);
}

void tst_BulkDialogs::importSaysWhatWouldHappen()
{
    Stage stage;
    QTRY_VERIFY(stage.connected());
    const QString name = stage.fixture.folder.filePath(QStringLiteral("in.json"));
    QFile file(name);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(R"({"a:10": {"n": 2}, "new": 1, "plain": "text"})");
    file.close();
    stage.actions->importKeys({});
    auto *dialog = stage.dialog<ImportDialog>();
    dialog->file()->setFile(name);
    // By content.
    QCOMPARE(Stage::part<QComboBox>(dialog, "format")->currentData().toInt(), int(RecordFormat::JsonObject));
    auto *policy = Stage::part<QComboBox>(dialog, "policy");
    policy->setCurrentIndex(policy->findData(int(ImportPolicy::Replace)));
    QTest::mouseClick(dialog->goButton(), Qt::LeftButton);
    QTRY_VERIFY(dialog->counts() && !dialog->isChecking());
    QCOMPARE(dialog->counts()->at(size_t(ImportFate::Created)), 1);
    QCOMPARE(dialog->counts()->at(size_t(ImportFate::Replaced)), 1);
    QCOMPARE(dialog->counts()->at(size_t(ImportFate::Same)), 1);
    QVERIFY(!stage.stored("new"));
    QCOMPARE(stage.stored("a:10"), QByteArray(R"({"n": 1})"));
}

void tst_BulkDialogs::aChangeAsksForAnotherCheck()
{
    Stage stage;
    QTRY_VERIFY(stage.connected());
    const QString name = stage.fixture.folder.filePath(QStringLiteral("in.jsonl"));
    QFile file(name);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("{\"key\":\"x\",\"value\":\"1\"}\n");
    file.close();
    stage.actions->importKeys({});
    auto *dialog = stage.dialog<ImportDialog>();
    dialog->file()->setFile(name);
    QTest::mouseClick(dialog->goButton(), Qt::LeftButton);
    QTRY_VERIFY(dialog->counts() && !dialog->isChecking());
    Stage::part<QLineEdit>(dialog, "prefix")->setText(QStringLiteral("p:"));
    QVERIFY(!dialog->counts());
    QTest::mouseClick(dialog->goButton(), Qt::LeftButton);
    QTRY_VERIFY(dialog->counts() && !dialog->isChecking());
    QVERIFY(!stage.stored("p:x"));
    QVERIFY(!stage.stored("x"));
}

void tst_BulkDialogs::readOnlyWritesNothing()
{
    Stage stage(SafetyLevel::ReadOnly);
    QTRY_VERIFY(stage.connected());
    // Even if somebody asked: the session refuses.
    stage.actions->deleteKeys(KeySelection::ofKey("plain"));
    auto *dialog = stage.dialog<DeleteDialog>();
    QTRY_VERIFY(dialog->goButton()->isEnabled());
    QTest::mouseClick(dialog->goButton(), Qt::LeftButton);
    QTRY_VERIFY(stage.lastJob() && stage.lastJob()->isOver());
    QCOMPARE(stage.lastJob()->state(), JobState::Failed);
    QCOMPARE(stage.stored("plain"), QByteArray("text"));
}

void tst_BulkDialogs::goesWithTheSession()
{
    Stage stage;
    QTRY_VERIFY(stage.connected());
    stage.actions->deleteKeys(KeySelection::ofPrefix("a:"));
    QPointer<DeleteDialog> dialog = stage.dialog<DeleteDialog>();
    QVERIFY(dialog);
    stage.sessions.close(stage.session);
    QTRY_VERIFY(!dialog);
}

QTEST_MAIN(tst_BulkDialogs)
#include "tst_bulkdialogs.moc"
