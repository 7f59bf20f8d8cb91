// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "failonwarning.h"
#include "savestage.h"

#include <QApplication>
#include <QClipboard>
#include <QFile>
#include <QFileDialog>
#include <QLabel>
#include <QToolButton>

using namespace Studio;
using Trouble = RecordController::Trouble;

namespace
{

const QByteArray OrderKey = "order:10482";
const QByteArray Value = "{\n  \"status\": \"packed\",\n  \"total\": 94.20\n}";
const QByteArray Edited = "{\n  \"status\": \"packed\",\n  \"total\": 89.20\n}";

} // namespace

/// Replace, patch, append and counters as a person meets them.
class tst_SaveModes : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup() { m_stage.reset(); }
    void modeIsKeptForTheProfile();
    void patchIsShownBeforeItIsSent();
    void resultOfAPatchIsShown();
    void anotherTextEndsThePreview();
    void patchThatCannotLeadThere();
    void longPatchIsWorkedOutBeside();
    void appendIsShownBeforeItIsSent();
    void absentRecordIsReplacedInAnyMode();
    void tooLongIsNotSent();
    void tooLongKeyIsNotSent();
    void failedSaveGoesToAFile();
    void failedSaveGoesToTheClipboard();
    void counterOpensAsCounter();
    void counterByKeys();
    void counterAsksWhereWritesAreConfirmed();
    void counterIsBlocked();
    void counterNearItsEnds_data();
    void counterNearItsEnds();

private:
    quint64 requests(int op) const { return m_stage->server.server->counters().requests.at(size_t(op)); }
    QByteArray stored() const { return m_stage->server.stored(OrderKey).value_or(QByteArray()); }
    bool use(const char *mode) const { return m_stage->app.commands.trigger(QString::fromLatin1(mode)); }
    QString modeText() const { return m_stage->tab->findChild<RecordSaveBar *>()->modeButton()->text(); }

    std::unique_ptr<SaveStage> m_stage;
};

void tst_SaveModes::init()
{
    TestSupport::failOnUnannouncedWarning();
    m_stage = std::make_unique<SaveStage>();
    m_stage->server.put(OrderKey, Value);
}

void tst_SaveModes::modeIsKeptForTheProfile()
{
    QVERIFY(m_stage->open(OrderKey));
    QCOMPARE(modeText(), QStringLiteral("Replace"));
    QVERIFY(use("record.savePatch"));
    QCOMPARE(modeText(), QStringLiteral("Patch"));
    QVERIFY(m_stage->app.commands.action(QStringLiteral("record.savePatch"))->isChecked());
    QVERIFY(m_stage->openTab(OrderKey));
    QCOMPARE(modeText(), QStringLiteral("Patch"));
    Profile other = m_stage->server.profile();
    other.id = QStringLiteral("other");
    m_stage->tab.reset();
    QVERIFY(m_stage->open(OrderKey, other));
    QCOMPARE(modeText(), QStringLiteral("Replace"));
}

void tst_SaveModes::patchIsShownBeforeItIsSent()
{
    QVERIFY(m_stage->open(OrderKey));
    QVERIFY(use("record.savePatch"));
    m_stage->edit(Edited);
    m_stage->tab->save();
    QVERIFY(m_stage->preview().isShown());
    QCOMPARE(m_stage->preview().code(), QByteArray("{\n  \"total\": 89.20\n}"));
    QCOMPARE(m_stage->preview().title(), QStringLiteral("Patch with 1 member(s), 15 bytes"));
    // Once more is not yes, but leads to it.
    m_stage->tab->save();
    QVERIFY(!m_stage->tab->controller().isSaving());
    QCOMPARE(m_stage->tab->focusWidget(), m_stage->answer(QStringLiteral("Send patch")));
    QVERIFY(m_stage->press(QStringLiteral("Back to editing")));
    QVERIFY(!m_stage->preview().isShown());
    QCOMPARE(m_stage->text(), Edited);
    m_stage->tab->save();
    QTest::keyClick(m_stage->tab->focusWidget(), Qt::Key_Escape);
    QVERIFY(!m_stage->preview().isShown());
    QCOMPARE(requests(2) + requests(3), quint64(0));
    QVERIFY(m_stage->tab->isDirty());
}

/// The server writes the result anew: the editor shows what is in the store, not what was typed.
void tst_SaveModes::resultOfAPatchIsShown()
{
    QVERIFY(m_stage->open(OrderKey));
    QVERIFY(use("record.savePatch"));
    m_stage->edit(Edited);
    m_stage->tab->save();
    QVERIFY(m_stage->press(QStringLiteral("Send patch")));
    QTRY_COMPARE(stored(), QByteArray("{\"status\":\"packed\",\"total\":89.20}"));
    QTRY_COMPARE(m_stage->text(), stored());
    QVERIFY(!m_stage->tab->isDirty());
    QVERIFY(!m_stage->says(QStringLiteral("The store holds more")));
    QCOMPARE(requests(2), quint64(0));
    QCOMPARE(requests(3), quint64(1));
}

void tst_SaveModes::anotherTextEndsThePreview()
{
    QVERIFY(m_stage->open(OrderKey));
    QVERIFY(use("record.savePatch"));
    m_stage->edit(Edited);
    m_stage->tab->save();
    QVERIFY(m_stage->preview().isShown());
    m_stage->edit(Value + " ");
    QVERIFY(!m_stage->preview().isShown());
    // So does another way of saving.
    m_stage->edit(Edited);
    m_stage->tab->save();
    QVERIFY(use("record.saveReplace"));
    QVERIFY(!m_stage->preview().isShown());
    m_stage->tab->save();
    QTRY_COMPARE(stored(), Edited);
}

void tst_SaveModes::patchThatCannotLeadThere()
{
    QVERIFY(m_stage->open(OrderKey));
    QVERIFY(use("record.savePatch"));
    const QByteArray wanted = "{\"status\": null, \"total\": 1}";
    m_stage->edit(wanted);
    m_stage->tab->save();
    QVERIFY(m_stage->preview().text().contains(QStringLiteral("/status cannot be set to null")));
    QCOMPARE(m_stage->preview().button(0)->text(), QStringLiteral("Replace the whole value"));
    QVERIFY(m_stage->press(QStringLiteral("Replace the whole value")));
    QTRY_COMPARE(stored(), wanted);
    QTRY_VERIFY(!m_stage->tab->isDirty());
}

void tst_SaveModes::longPatchIsWorkedOutBeside()
{
    const QByteArray filler(90'000, 'x');
    m_stage->server.put(OrderKey, "{\"a\":\"" + filler + "\",\"b\":1}");
    QVERIFY(m_stage->open(OrderKey));
    QVERIFY(use("record.savePatch"));
    m_stage->edit("{\"a\":\"" + filler + "\",\"b\":2}");
    m_stage->tab->save();
    QVERIFY(!m_stage->preview().isShown());
    QTRY_VERIFY(m_stage->preview().isShown());
    QCOMPARE(m_stage->preview().code(), QByteArray("{\n  \"b\": 2\n}"));
}

void tst_SaveModes::appendIsShownBeforeItIsSent()
{
    m_stage->server.put(OrderKey, "1\n2\n3\n4\n");
    QVERIFY(m_stage->open(OrderKey));
    QVERIFY(use("record.saveAppend"));
    m_stage->edit("1\n2\n3\n4\n5\n");
    m_stage->tab->save();
    QCOMPARE(m_stage->preview().code(), QByteArray("3\n4\n5\n"));
    QVERIFY(m_stage->press(QStringLiteral("Append")));
    QTRY_COMPARE(stored(), QByteArray("1\n2\n3\n4\n5\n"));
    QTRY_VERIFY(!m_stage->tab->isDirty());
    QCOMPARE(requests(2), quint64(0));
    // What is not at the end cannot be appended.
    m_stage->edit("0\n2\n3\n4\n5\n6\n");
    m_stage->tab->save();
    QCOMPARE(m_stage->preview().title(), QStringLiteral("This edit cannot be appended."));
    QVERIFY(!m_stage->answer(QStringLiteral("Append")));
    QVERIFY(m_stage->press(QStringLiteral("Replace the whole value")));
    QTRY_COMPARE(stored(), QByteArray("0\n2\n3\n4\n5\n6\n"));
}

void tst_SaveModes::absentRecordIsReplacedInAnyMode()
{
    QVERIFY(m_stage->open("no:such"));
    QVERIFY(use("record.savePatch"));
    m_stage->edit("{\"a\":1}");
    m_stage->tab->save();
    QTRY_COMPARE(m_stage->server.stored("no:such").value_or(QByteArray()), QByteArray("{\"a\":1}"));
    QCOMPARE(requests(3), quint64(0));
}

void tst_SaveModes::tooLongIsNotSent()
{
    Profile profile = m_stage->server.profile();
    profile.maxValueSize = 60;
    QVERIFY(m_stage->open(OrderKey, profile));
    m_stage->edit(QByteArray(60, 'x'));
    const auto labels = m_stage->tab->findChildren<QLabel *>();
    QVERIFY(std::any_of(labels.cbegin(), labels.cend(), [](const QLabel *label) {
        return label->text() == QStringLiteral("60 of 60 bytes");
    }));
    QVERIFY(!m_stage->state().contains(QStringLiteral("too long")));
    m_stage->edit(QByteArray(1264, 'x'));
    QVERIFY(m_stage->state().contains(QStringLiteral("1,204 byte(s) too long")));
    m_stage->tab->save();
    QVERIFY(m_stage->says(QStringLiteral("The value is 1,204 byte(s) too long.")));
    QVERIFY(m_stage->says(QStringLiteral("values of 60 bytes. Nothing has been sent.")));
    QVERIFY(m_stage->answer(QStringLiteral("Save as file…")));
    QVERIFY(!m_stage->tab->controller().isSaving());
    QCOMPARE(m_stage->text(), QByteArray(1264, 'x'));
    QCOMPARE(requests(2), quint64(0));
}

void tst_SaveModes::tooLongKeyIsNotSent()
{
    Profile profile = m_stage->server.profile();
    profile.maxKeySize = 10;
    QVERIFY(m_stage->open({}, profile));
    m_stage->tab->setSuggestedKey("order:äöü"); // 12 bytes
    m_stage->edit("1");
    m_stage->tab->save();
    QVERIFY(m_stage->says(QStringLiteral("The key is 2 byte(s) too long.")));
    QCOMPARE(requests(2), quint64(0));
    m_stage->tab->setSuggestedKey("order:äö");
    m_stage->tab->save();
    QTRY_COMPARE(m_stage->server.stored("order:äö").value_or(QByteArray()), QByteArray("1"));
}

void tst_SaveModes::failedSaveGoesToAFile()
{
    QVERIFY(m_stage->open(OrderKey));
    const QByteArray odd("{\"a\":\"\0\r\n\xC3\xA4\"}", 13);
    m_stage->edit(odd);
    m_stage->server.server->stop();
    hpkv::emulator::Faults faults;
    faults.code = hpkv::emulator::CodeFault{403, {std::nullopt, std::nullopt, 2}};
    m_stage->server.server->setFaults(faults);
    m_stage->server.server->start();
    QTRY_VERIFY(m_stage->tab->controller().isLive());
    m_stage->tab->save();
    m_stage->press(QStringLiteral("Save anyway"));
    QTRY_COMPARE(m_stage->tab->controller().trouble(), Trouble::WriteRefused);
    QVERIFY(m_stage->press(QStringLiteral("Save as file…")));
    auto *dialog = m_stage->tab->window()->findChild<QFileDialog *>();
    QVERIFY(dialog);
    QCOMPARE(QFileInfo(dialog->selectedFiles().value(0)).fileName(), QStringLiteral("order_10482.txt"));
    const QString file = m_stage->app.folder.filePath(QStringLiteral("rescued"));
    emit dialog->fileSelected(file);
    dialog->reject();
    QTRY_VERIFY(m_stage->says(QStringLiteral("Saved as a file.")));
    QFile saved(file);
    QVERIFY(saved.open(QIODevice::ReadOnly));
    QCOMPARE(saved.readAll(), odd);
    QVERIFY(m_stage->tab->isDirty()); // the store has it as little as before
}

void tst_SaveModes::failedSaveGoesToTheClipboard()
{
    QVERIFY(m_stage->open(OrderKey));
    m_stage->edit(Edited);
    hpkv::emulator::Faults faults;
    faults.code = hpkv::emulator::CodeFault{413, {std::nullopt, std::nullopt, 2}};
    m_stage->server.server->setFaults(faults);
    m_stage->tab->save();
    QTRY_COMPARE(m_stage->tab->controller().trouble(), Trouble::WriteRefused);
    QVERIFY(m_stage->press(QStringLiteral("Copy")));
    QCOMPARE(QGuiApplication::clipboard()->text(), QString::fromUtf8(Edited));
}

void tst_SaveModes::counterOpensAsCounter()
{
    m_stage->server.put(OrderKey, "48213");
    QVERIFY(m_stage->open(OrderKey));
    QVERIFY(m_stage->counter().isVisible());
    QVERIFY(m_stage->count(5));
    QTRY_COMPARE(stored(), QByteArray("48218"));
    QTRY_VERIFY(m_stage->counter().canCount(true));
    // Others count too, and nothing of it is lost.
    m_stage->server.put(OrderKey, "48300");
    QTRY_COMPARE(m_stage->text(), QByteArray("48300"));
    QVERIFY(m_stage->countTo(50'000));
    QTRY_COMPARE(stored(), QByteArray("50000"));
    QTRY_COMPARE(m_stage->text(), QByteArray("50000"));
    QCOMPARE(requests(2), quint64(0));
    QCOMPARE(requests(6), quint64(2));
    QVERIFY(!m_stage->tab->isDirty());
    // It is no counter any more.
    m_stage->server.put(OrderKey, "many");
    QTRY_VERIFY(!m_stage->counter().isVisible());
    QCOMPARE(m_stage->text(), QByteArray("many"));
}

void tst_SaveModes::counterByKeys()
{
    m_stage->server.put(OrderKey, "10");
    QVERIFY(m_stage->open(OrderKey));
    auto *step = m_stage->counter().findChild<QLineEdit *>(QStringLiteral("counterStep"));
    step->setText(QStringLiteral("3"));
    QTest::keyClick(step, Qt::Key_Plus);
    QTRY_COMPARE(stored(), QByteArray("13"));
    QTRY_VERIFY(m_stage->counter().canCount(false));
    QTest::keyClick(step, Qt::Key_Minus);
    QTRY_COMPARE(stored(), QByteArray("10"));
    QCOMPARE(step->text(), QStringLiteral("3"));
    QTRY_VERIFY(m_stage->counter().canCount(true));
    m_stage->tab->activateWindow();
    step->setFocus();
    QTRY_VERIFY(m_stage->app.commands.action(QStringLiteral("record.countUp"))->isEnabled());
    QVERIFY(m_stage->app.commands.trigger(QStringLiteral("record.countUp")));
    QTRY_COMPARE(stored(), QByteArray("13"));
}

void tst_SaveModes::counterAsksWhereWritesAreConfirmed()
{
    m_stage->server.put(OrderKey, "10");
    QVERIFY(m_stage->open(OrderKey, m_stage->server.profile(SafetyLevel::Confirm)));
    QVERIFY(m_stage->count(-2));
    QVERIFY(m_stage->says(QStringLiteral("Count -2?")));
    QVERIFY(m_stage->press(QStringLiteral("Leave it")));
    QCOMPARE(requests(6), quint64(0));
    QVERIFY(m_stage->count(-2));
    QVERIFY(m_stage->press(QStringLiteral("Count")));
    QTRY_COMPARE(stored(), QByteArray("8"));
}

void tst_SaveModes::counterIsBlocked()
{
    m_stage->server.put(OrderKey, "10");
    QVERIFY(m_stage->open(OrderKey));
    QVERIFY(m_stage->counter().canCount(true));
    m_stage->edit("11");
    QVERIFY(!m_stage->counter().canCount(true)); // an edit stands in the text
    m_stage->tab->discard();
    QVERIFY(m_stage->counter().canCount(true));
    m_stage->server.server->stop();
    QTRY_VERIFY(!m_stage->counter().canCount(true));
    m_stage->server.server->start();
    QTRY_VERIFY(m_stage->counter().canCount(true));
    m_stage->tab.reset();
    QVERIFY(m_stage->open(OrderKey, m_stage->server.profile(SafetyLevel::ReadOnly)));
    QVERIFY(!m_stage->counter().canCount(true));
    QVERIFY(!m_stage->countTo(5));
}

void tst_SaveModes::counterNearItsEnds_data()
{
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<bool>("up");
    QTest::addColumn<bool>("down");
    QTest::newRow("largest") << QByteArray("9223372036854775807") << false << true;
    QTest::newRow("smallest") << QByteArray("-9223372036854775808") << true << false;
    QTest::newRow("beyond what doubles hold") << QByteArray("9007199254740993") << true << true;
}

void tst_SaveModes::counterNearItsEnds()
{
    QFETCH(QByteArray, value);
    QFETCH(bool, up);
    QFETCH(bool, down);
    m_stage->server.put(OrderKey, value);
    QVERIFY(m_stage->open(OrderKey));
    QCOMPARE(m_stage->counter().canCount(true), up);
    QCOMPARE(m_stage->counter().canCount(false), down);
    QVERIFY(m_stage->count(up ? 1 : -1));
    const qint64 wanted = value.toLongLong() + (up ? 1 : -1);
    QTRY_COMPARE(stored(), QByteArray::number(wanted));
    QTRY_COMPARE(m_stage->text(), QByteArray::number(wanted));
    QVERIFY(!m_stage->countTo(wanted > 0 ? -9'000'000'000'000'000'000 : 9'000'000'000'000'000'000));
}

QTEST_MAIN(tst_SaveModes)

#include "tst_savemodes.moc"
