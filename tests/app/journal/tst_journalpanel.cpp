// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "browser/emptystate.h"
#include "failonwarning.h"
#include "journal/journalactions.h"
#include "journal/journaldetails.h"
#include "journal/journalpanel.h"
#include "journal/journalview.h"
#include "models/journalmodel.h"
#include "session/journal.h"
#include "session/writeoperation.h"
#include "viewfixture.h"

#include <QComboBox>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace Studio;

namespace
{

struct Stage {
    static hpkv::emulator::Options roomy()
    {
        hpkv::emulator::Options options;
        options.maxValue = 100'000;
        return options;
    }

    TestSupport::Emulator emulator{roomy()};
    TestSupport::ViewFixture fixture;
    QWidget window;
    std::unique_ptr<Session> session;
    JournalActions *actions = nullptr;
    std::unique_ptr<JournalPanel> panel;

    explicit Stage(SafetyLevel safety = SafetyLevel::Free)
    {
        emulator.server.put("order:1", R"({"status":"paid"})");
        Profile profile = emulator.profile();
        profile.safety = safety;
        session = std::make_unique<Session>(profile, QStringLiteral("k"), TestSupport::Emulator::quick());
        session->open();
        actions = new JournalActions(fixture.context, *session, &window);
        panel = std::make_unique<JournalPanel>(fixture.context, *session, *actions, &window);
        panel->resize(1200, 260);
        window.resize(1200, 260);
        window.show();
    }
    ~Stage()
    {
        panel.reset();
        delete actions;
    }

    void write(WriteKind kind, const QByteArray &key, const QByteArray &value, qint64 delta = 0)
    {
        QTRY_COMPARE(session->status().line, LineState::Connected);
        WriteRequest request;
        request.kind = kind;
        request.key = key;
        request.value = value;
        request.delta = delta;
        request.confirmed = true;
        const int before = panel->model().rowCount();
        int ended = 0;
        QObject::connect(session->write(request), &WriteOperation::finished, &window, [&] { ++ended; });
        QTRY_COMPARE(ended, 1);
        QTRY_COMPARE(panel->model().rowCount(), before + 1);
        QTRY_VERIFY(panel->model().lineAt(0)->state != JournalState::Open);
    }
    std::optional<QByteArray> stored(const char *key) const
    {
        const auto value = emulator.server.get(key);
        return value ? std::optional(QByteArray::fromStdString(*value)) : std::nullopt;
    }
    JournalView *view() const { return panel->findChild<JournalView *>(); }
    QString text(const char *side) const
    {
        return panel->findChild<QPlainTextEdit *>(QString::fromLatin1(side))->toPlainText();
    }
    QString meta() const { return panel->findChild<QLabel *>(QStringLiteral("meta"))->text(); }
    QToolButton *button(const char *command) const
    {
        return panel->findChild<QToolButton *>(QString::fromLatin1(command));
    }
    std::optional<Notice> notice(const char *what = "undo") const
    {
        return fixture.notices.notice(QStringLiteral("journal/test/") + QLatin1StringView(what));
    }
    bool trigger(const char *command) { return fixture.commands.trigger(QString::fromLatin1(command)); }
};

} // namespace

class tst_JournalPanel : public QObject
{
    Q_OBJECT

private slots:
    void init() { TestSupport::failOnUnannouncedWarning(); }
    void saysThatThereIsNothing();
    void showsBothValues();
    void filters();
    void undoesTheChosenRow();
    void undoesTheLastWriteAndRedoesIt();
    void saysWhatWasChangedMeanwhile();
    void showsTheDifferenceOfWhatWasChangedMeanwhile();
    void asksAtConfirm();
    void offersNothingWhenReadOnly();
    void offersToUndoADelete();
    void opensRecords();
    void comparesWhenSomebodyListens();
    void exports_data();
    void exports();
    void saysWhenItCannotExport();
    void clears();
    void worksByKeyboard();
};

void tst_JournalPanel::saysThatThereIsNothing()
{
    const Stage stage;
    auto *empty = stage.panel->findChild<EmptyState *>(QStringLiteral("empty"));
    QTRY_VERIFY(empty->isVisible());
    QVERIFY(!empty->text().isEmpty());
    QVERIFY(!stage.view()->isVisible());
    QCOMPARE(stage.panel->currentRow(), 0);
}

void tst_JournalPanel::showsBothValues()
{
    Stage stage;
    stage.write(WriteKind::Patch, "order:1", R"({"status":"shipped"})");
    QVERIFY(stage.view()->isVisible());
    QCOMPARE(stage.panel->currentRow(), 1);
    QTRY_COMPARE(stage.text("before"), QStringLiteral(R"({"status":"paid"})"));
    QCOMPARE(stage.text("after"), QStringLiteral(R"({"status":"shipped"})"));
    QCOMPARE(stage.panel->findChild<QLabel *>(QStringLiteral("title"))->text(), QStringLiteral("order:1"));
    // Values that are long are shown from their beginning.
    const QByteArray large(JournalDetails::shownBytes + 1000, 'x');
    stage.write(WriteKind::Replace, "large", large);
    stage.panel->setCurrentRow(2);
    QTRY_COMPARE(stage.text("after").size(), JournalDetails::shownBytes);
    QCOMPARE(stage.text("before"), QString());
}

void tst_JournalPanel::filters()
{
    Stage stage;
    stage.write(WriteKind::Replace, "a", "apples");
    stage.write(WriteKind::Replace, "b", "pears");
    stage.write(WriteKind::Delete, "b", {});
    auto *field = stage.panel->findChild<QLineEdit *>(QStringLiteral("journalFilter"));
    auto *kinds = stage.panel->findChild<QComboBox *>(QStringLiteral("kinds"));
    auto *ends = stage.panel->findChild<QComboBox *>(QStringLiteral("ends"));
    QTest::keyClicks(field, QStringLiteral("PEARS"));
    QTest::keyClick(field, Qt::Key_Return);
    QTRY_COMPARE(stage.panel->model().rowCount(), 2);
    kinds->setCurrentIndex(kinds->findData(int(WriteKind::Delete)));
    QTRY_COMPARE(stage.panel->model().rowCount(), 1);
    QCOMPARE(stage.panel->model().lineAt(0)->shown.key, QByteArray("b"));
    ends->setCurrentIndex(ends->findData(int(JournalState::Failed)));
    auto *empty = stage.panel->findChild<EmptyState *>(QStringLiteral("empty"));
    QTRY_VERIFY(empty->isVisible());
    QTest::mouseClick(empty->button(), Qt::LeftButton);
    QTRY_COMPARE(stage.panel->model().rowCount(), 3);
    QCOMPARE(kinds->currentIndex(), 0);
    kinds->setCurrentIndex(kinds->findData(-1)); // jobs
    QTRY_VERIFY(empty->isVisible());
}

void tst_JournalPanel::undoesTheChosenRow()
{
    Stage stage;
    stage.write(WriteKind::Replace, "order:1", "first");
    stage.write(WriteKind::Replace, "other", "x");
    stage.panel->setCurrentRow(1);
    QTRY_VERIFY(stage.button("journal.undoRow")->isVisible());
    QVERIFY(!stage.button("journal.redoRow")->isVisible());
    QTest::mouseClick(stage.button("journal.undoRow"), Qt::LeftButton);
    QTRY_COMPARE(stage.stored("order:1"), QByteArray(R"({"status":"paid"})"));
    QTRY_COMPARE(stage.panel->model().rowCount(), 3);
    QTRY_COMPARE(stage.panel->model().lineAt(2)->undoneBy, 3);
    QCOMPARE(stage.panel->currentRow(), 1); // the person's choice stays
    QTRY_VERIFY(stage.button("journal.redoRow")->isVisible());
    QVERIFY(!stage.button("journal.undoRow")->isVisible());
    QTRY_VERIFY(stage.meta().contains(QStringLiteral("undone")));
    QTest::mouseClick(stage.button("journal.redoRow"), Qt::LeftButton);
    QTRY_COMPARE(stage.stored("order:1"), QByteArray("first"));
    QCOMPARE(stage.stored("other"), QByteArray("x"));
}

void tst_JournalPanel::undoesTheLastWriteAndRedoesIt()
{
    Stage stage;
    stage.write(WriteKind::Replace, "order:1", "first");
    QVERIFY(stage.trigger("journal.undo"));
    QTRY_VERIFY(stage.notice());
    QCOMPARE(stage.notice()->severity, Severity::Good);
    QCOMPARE(stage.notice()->actionCommand, QStringLiteral("journal.redo"));
    QCOMPARE(stage.stored("order:1"), QByteArray(R"({"status":"paid"})"));
    QVERIFY(stage.trigger("journal.redo"));
    QTRY_COMPARE(stage.notice()->actionCommand, QStringLiteral("journal.undo"));
    QCOMPARE(stage.stored("order:1"), QByteArray("first"));
}

void tst_JournalPanel::saysWhatWasChangedMeanwhile()
{
    Stage stage;
    QByteArray opened;
    stage.actions->openRecord = [&](const QByteArray &key) { opened = key; };
    stage.write(WriteKind::Replace, "order:1", "mine");
    stage.emulator.server.put("order:1", "theirs");
    QVERIFY(stage.trigger("journal.undo"));
    QTRY_VERIFY(stage.notice());
    QCOMPARE(stage.notice()->severity, Severity::Warning);
    QCOMPARE(stage.notice()->actionCommand, QStringLiteral("journal.openRefused"));
    QVERIFY(stage.trigger("journal.openRefused"));
    QCOMPARE(opened, QByteArray("order:1"));
    QCOMPARE(stage.stored("order:1"), QByteArray("theirs"));
}

void tst_JournalPanel::showsTheDifferenceOfWhatWasChangedMeanwhile()
{
    Stage stage;
    std::optional<Comparison> shown;
    stage.actions->compare = [&](const Comparison &comparison) { shown = comparison; };
    stage.write(WriteKind::Replace, "order:1", "mine");
    stage.emulator.server.put("order:1", "theirs");
    QVERIFY(!stage.trigger("journal.compareRefused"));
    QVERIFY(stage.trigger("journal.undo"));
    QTRY_VERIFY(stage.notice());
    QCOMPARE(stage.notice()->actionCommand, QStringLiteral("journal.compareRefused"));
    QVERIFY(stage.trigger("journal.compareRefused"));
    QVERIFY(shown);
    QCOMPARE(shown->left, QByteArray("mine"));
    QCOMPARE(shown->right, QByteArray("theirs"));
}

void tst_JournalPanel::asksAtConfirm()
{
    Stage stage(SafetyLevel::Confirm);
    stage.write(WriteKind::Replace, "order:1", "mine");
    QVERIFY(stage.trigger("journal.undo"));
    const auto box = [&] { return stage.window.findChild<QMessageBox *>(); };
    QTRY_VERIFY(box() && box()->isVisible());
    QCOMPARE(stage.stored("order:1"), QByteArray("mine"));
    const QPointer<QMessageBox> asked = box();
    QTest::keyClick(asked, Qt::Key_Escape);
    QTRY_VERIFY(!asked || !asked->isVisible());
    QCOMPARE(stage.stored("order:1"), QByteArray("mine"));
    QTRY_VERIFY(!box());
    QVERIFY(stage.trigger("journal.undo"));
    QTRY_VERIFY(box() && box()->isVisible());
    QTest::mouseClick(box()->defaultButton(), Qt::LeftButton);
    QTRY_COMPARE(stage.stored("order:1"), QByteArray(R"({"status":"paid"})"));
}

void tst_JournalPanel::offersNothingWhenReadOnly()
{
    Stage stage(SafetyLevel::ReadOnly);
    QTRY_COMPARE(stage.session->status().line, LineState::Connected);
    JournalEntry entry;
    entry.key = "order:1";
    entry.value = R"({"status":"paid"})";
    entry.before = "before";
    entry.beforeKnown = true;
    qint64 row = 0;
    stage.session->journal().begin(entry, [&](qint64 number) { row = number; });
    QTRY_COMPARE(stage.panel->model().rowCount(), 1);
    stage.session->journal().end(row, JournalState::Done);
    QTRY_COMPARE(stage.panel->model().lineAt(0)->state, JournalState::Done);
    for (const char *command : {"journal.undo", "journal.redo", "journal.undoRow", "journal.redoRow"})
        QVERIFY2(!stage.trigger(command), command);
    // Past the commands the session refuses.
    stage.actions->undo(row);
    QTRY_VERIFY(stage.notice());
    QCOMPARE(stage.notice()->severity, Severity::Error);
    QCOMPARE(stage.stored("order:1"), QByteArray(R"({"status":"paid"})"));
}

void tst_JournalPanel::offersToUndoADelete()
{
    Stage stage;
    stage.write(WriteKind::Delete, "order:1", {});
    stage.actions->offerUndo(1, QStringLiteral("order:1 was deleted"), QStringLiteral("…"));
    QVERIFY(stage.notice("offer"));
    QCOMPARE(stage.notice("offer")->actionCommand, QStringLiteral("journal.undoOffered"));
    QVERIFY(stage.trigger("journal.undoOffered"));
    QTRY_COMPARE(stage.stored("order:1"), QByteArray(R"({"status":"paid"})"));
    QTRY_VERIFY(!stage.notice("offer"));
    QVERIFY(!stage.trigger("journal.undoOffered")); // once
}

void tst_JournalPanel::opensRecords()
{
    Stage stage;
    stage.write(WriteKind::Replace, "a", "1");
    QSignalSpy opened(stage.panel.get(), &JournalPanel::openRequested);
    stage.view()->setFocus();
    QTest::keyClick(stage.view(), Qt::Key_Return);
    QCOMPARE(opened.size(), 1);
    QCOMPARE(opened.at(0).at(0).toByteArray(), QByteArray("a"));
    const QRect place = stage.view()->visualRect(stage.panel->model().index(0, 0));
    QTest::mouseDClick(stage.view()->viewport(), Qt::LeftButton, {}, place.center());
    QCOMPARE(opened.size(), 2);
}

void tst_JournalPanel::comparesWhenSomebodyListens()
{
    Stage stage;
    stage.write(WriteKind::Patch, "order:1", R"({"status":"shipped"})");
    QTRY_VERIFY(!stage.text("after").isEmpty());
    QVERIFY(!stage.trigger("journal.compare"));
    std::optional<Comparison> asked;
    connect(stage.panel.get(), &JournalPanel::compareRequested, this,
            [&](const Comparison &comparison) { asked = comparison; });
    stage.view()->setFocus();
    stage.fixture.commands.refresh();
    QVERIFY(stage.trigger("journal.compare"));
    QVERIFY(asked);
    QCOMPARE(asked->key, QByteArray("order:1"));
    QCOMPARE(asked->left, QByteArray(R"({"status":"paid"})"));
    QCOMPARE(asked->right, QByteArray(R"({"status":"shipped"})"));
    QVERIFY(asked->leftTitle != asked->rightTitle);
}

void tst_JournalPanel::exports_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<bool>("isCsv");
    QTest::newRow("JSON Lines") << QStringLiteral("out.jsonl") << false;
    QTest::newRow("CSV") << QStringLiteral("out.csv") << true;
}

void tst_JournalPanel::exports()
{
    QFETCH(QString, name);
    QFETCH(bool, isCsv);
    Stage stage;
    stage.write(WriteKind::Replace, "a", "one, \"two\"");
    stage.write(WriteKind::Increment, "n", {}, 3);
    stage.write(WriteKind::Replace, "hidden", "x");
    stage.panel->setFilterText(QStringLiteral("hidden"));
    QTRY_COMPARE(stage.panel->model().rowCount(), 1);
    stage.panel->setFilterText({});
    auto *kinds = stage.panel->findChild<QComboBox *>(QStringLiteral("kinds"));
    QTRY_COMPARE(stage.panel->model().rowCount(), 3);
    const QString file = stage.fixture.folder.filePath(name);
    stage.panel->exportTo(file);
    QTRY_VERIFY(stage.notice("export"));
    QCOMPARE(stage.notice("export")->severity, Severity::Good);
    const auto lines = [&file] {
        QFile in(file);
        return in.open(QIODevice::ReadOnly) ? in.readAll().trimmed().split('\n') : QList<QByteArray>();
    };
    if (isCsv) {
        QCOMPARE(lines().size(), 4);
        QVERIFY(lines().at(0).startsWith("row,time,kind,key,end,"));
        QVERIFY(lines().at(3).contains(",set,a,done,\"one, \"\"two\"\"\","));
    } else {
        QCOMPARE(lines().size(), 3);
        const QJsonObject newest = QJsonDocument::fromJson(lines().at(0)).object();
        QCOMPARE(newest.value(QStringLiteral("key")).toString(), QStringLiteral("hidden"));
        QVERIFY(newest.value(QStringLiteral("before")).isNull());
        const QJsonObject step = QJsonDocument::fromJson(lines().at(1)).object();
        QCOMPARE(step.value(QStringLiteral("delta")).toInt(), 3);
        QCOMPARE(step.value(QStringLiteral("after")).toString(), QStringLiteral("3"));
        QVERIFY(!step.contains(QStringLiteral("before")));
    }
    // Only what is shown.
    kinds->setCurrentIndex(kinds->findData(int(WriteKind::Increment)));
    QTRY_COMPARE(stage.panel->model().rowCount(), 1);
    stage.fixture.notices.clearAll();
    stage.panel->exportTo(file);
    QTRY_VERIFY(stage.notice("export"));
    QCOMPARE(lines().size(), isCsv ? 2 : 1);
}

void tst_JournalPanel::saysWhenItCannotExport()
{
    Stage stage;
    stage.write(WriteKind::Replace, "a", "1");
    stage.panel->exportTo(stage.fixture.folder.filePath(QStringLiteral("no/such/folder/out.jsonl")));
    QTRY_VERIFY(stage.notice("export"));
    QCOMPARE(stage.notice("export")->severity, Severity::Error);
    QVERIFY(!stage.notice("export")->text.isEmpty());
}

void tst_JournalPanel::clears()
{
    Stage stage;
    stage.write(WriteKind::Replace, "a", "1");
    QVERIFY(stage.trigger("journal.clear"));
    auto *box = stage.window.findChild<QMessageBox *>();
    QVERIFY(box);
    QCOMPARE(stage.panel->model().rowCount(), 1);
    const auto buttons = box->buttons();
    for (QAbstractButton *each : buttons) {
        if (box->buttonRole(each) != QMessageBox::RejectRole)
            QTest::mouseClick(each, Qt::LeftButton);
    }
    QTRY_COMPARE(stage.panel->model().rowCount(), 0);
    QTRY_VERIFY(stage.panel->findChild<EmptyState *>(QStringLiteral("empty"))->isVisible());
    QCOMPARE(stage.stored("a"), QByteArray("1"));
    QVERIFY(stage.trigger("journal.undo"));
    QTRY_VERIFY(stage.notice());
    QCOMPARE(stage.notice()->severity, Severity::Info); // nothing to undo
}

void tst_JournalPanel::worksByKeyboard()
{
    Stage stage;
    stage.write(WriteKind::Replace, "a", "1");
    stage.write(WriteKind::Replace, "b", "2");
    stage.view()->setFocus();
    stage.panel->setCurrentRow(2);
    QTest::keyClick(stage.view(), Qt::Key_Down);
    QCOMPARE(stage.panel->currentRow(), 1);
    QTRY_COMPARE(stage.text("after"), QStringLiteral("1"));
    stage.fixture.commands.refresh();
    QVERIFY(stage.trigger("journal.filter"));
    auto *field = stage.panel->findChild<QLineEdit *>(QStringLiteral("journalFilter"));
    QVERIFY(field->hasFocus());
    QTest::keyClicks(field, QStringLiteral("b"));
    QTest::keyClick(field, Qt::Key_Return);
    QTRY_COMPARE(stage.panel->model().rowCount(), 1);
    QVERIFY(stage.view()->hasFocus());
    field->setFocus();
    QTest::keyClick(field, Qt::Key_Escape);
    QTRY_COMPARE(stage.panel->model().rowCount(), 2);
}

QTEST_MAIN(tst_JournalPanel)
#include "tst_journalpanel.moc"
