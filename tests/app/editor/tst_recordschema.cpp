// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "editor/codeview.h"
#include "editor/problemstrip.h"
#include "editor/schemabook.h"
#include "editor/schemadialog.h"
#include "editor/textcheck.h"

#include "failonwarning.h"
#include "savestage.h"

#include <QComboBox>
#include <QDir>
#include <QLabel>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace Studio;

namespace
{

const QByteArray Schema = R"({"type": "object", "required": ["id"], "properties": {
    "id": {"type": "integer"}, "status": {"enum": ["packed", "shipped"]}, "note": {"type": "string"}},
    "additionalProperties": false})";

QStringList sentences(const JsonEditor &editor)
{
    QStringList list;
    for (const SchemaProblem &problem : editor.findings().problems)
        list.append(problem.sentence);
    return list;
}

} // namespace

class tst_RecordSchema : public QObject
{
    Q_OBJECT

private slots:
    void init() { TestSupport::failOnUnannouncedWarning(); }
    void longestPrefixCounts();
    void bookIsBounded();
    void filesThatNobodyNamesGo();
    void handWrittenNamesStayInside();
    void problemsAreMarkedAndNamed();
    void longTextIsCheckedBeside();
    void savingIsNotRefused();
    void namesAndValuesAreCompleted();
    void dialogAttachesAndRemoves();
    void dialogRefusesWhatCannotBeUsed_data();
    void dialogRefusesWhatCannotBeUsed();
    void dialogReadsFiles();
    void brokenFileSaysSo();

private:
    static SchemaDialog *openDialog(SaveStage &stage);
};

void tst_RecordSchema::longestPrefixCounts()
{
    EditorFixture app;
    SchemaBook book(app.settings);
    QString problem;
    QVERIFY(book.attach(QStringLiteral("p"), "order:", "{}", &problem));
    QVERIFY(book.attach(QStringLiteral("p"), "order:special:", "{\"a\": 1}", &problem));
    QVERIFY(book.attach(QStringLiteral("q"), "", "{\"b\": 1}", &problem));
    QCOMPARE(book.find(QStringLiteral("p"), "order:1").prefix, QByteArray("order:"));
    QCOMPARE(book.find(QStringLiteral("p"), "order:special:1").prefix, QByteArray("order:special:"));
    QVERIFY(book.find(QStringLiteral("p"), "user:1").file.isEmpty());
    const SchemaBook::Entry whole = book.find(QStringLiteral("q"), "user:1");
    QCOMPARE(book.read(whole, &problem), QByteArray("{\"b\": 1}"));
    QVERIFY(book.attach(QStringLiteral("p"), "order:", "{\"c\": 1}", &problem)); // in its place
    QCOMPARE(book.read(book.at(QStringLiteral("p"), "order:"), &problem), QByteArray("{\"c\": 1}"));
    book.forget(QStringLiteral("p"));
    QVERIFY(book.find(QStringLiteral("p"), "order:1").file.isEmpty());
    QVERIFY(!book.find(QStringLiteral("q"), "x").file.isEmpty());
    QVERIFY(problem.isEmpty());
}

void tst_RecordSchema::bookIsBounded()
{
    EditorFixture app;
    SchemaBook book(app.settings);
    QString problem;
    QVERIFY(!book.attach(QStringLiteral("p"), "a", QByteArray(SchemaBook::mostBytes + 1, ' '), &problem));
    QVERIFY(problem.contains(QStringLiteral("larger")));
    for (qsizetype i = 0; i < SchemaBook::mostSchemas; ++i)
        QVERIFY(book.attach(QStringLiteral("p"), QByteArray::number(i), "{}", &problem));
    QVERIFY(!book.attach(QStringLiteral("p"), "one more", "{}", &problem));
    QVERIFY(book.attach(QStringLiteral("p"), "7", "{ }", &problem)); // in place of one
}

void tst_RecordSchema::filesThatNobodyNamesGo()
{
    EditorFixture app;
    SchemaBook book(app.settings);
    const QDir folder(app.folder.filePath(QStringLiteral("schemas")));
    const auto files = [&folder] { return folder.entryList(QDir::Files).size(); };
    QString problem;
    QVERIFY(book.attach(QStringLiteral("p"), "a", "{}", &problem));
    QVERIFY(book.attach(QStringLiteral("p"), "b", "{}", &problem));
    QCOMPARE(files(), 1); // one text
    const QFile::Permissions rights =
        QFile(folder.filePath(folder.entryList(QDir::Files).first())).permissions();
    QVERIFY(!(rights & (QFile::ReadGroup | QFile::ReadOther)));
    book.detach(QStringLiteral("p"), "a");
    QCOMPARE(files(), 1);
    book.detach(QStringLiteral("p"), "b");
    QCOMPARE(files(), 0);
}

void tst_RecordSchema::handWrittenNamesStayInside()
{
    EditorFixture app;
    app.settings.setValue(Key::Schemas, QStringLiteral(R"([["p", "", "../settings.json"], ["p"], 5])"));
    QVERIFY(SchemaBook(app.settings).find(QStringLiteral("p"), "a").file.isEmpty());
}

void tst_RecordSchema::problemsAreMarkedAndNamed()
{
    SaveStage stage;
    stage.server.put("order:1", R"({"id": "x", "status": "lost"})");
    QVERIFY(stage.open("order:1"));
    const QString profile = stage.session->profile().id;
    QString problem;
    SchemaBook book(stage.app.settings);
    QVERIFY(book.attach(profile, "order:", Schema, &problem));
    const JsonEditor &editor = stage.tab->editor();
    QTRY_COMPARE(sentences(editor),
                 (QStringList{QStringLiteral("The schema wants a whole number here."),
                              QStringLiteral("The schema allows only \"packed\", \"shipped\" here.")}));
    const auto *view = editor.findChild<CodeView *>();
    QCOMPARE(view->sentencesAt(8), QStringLiteral("The schema wants a whole number here.")); // in "x"
    QVERIFY(view->sentencesAt(2).isEmpty());
    QVERIFY(view->hasProblem(0));
    const auto *strip = editor.findChild<ProblemStrip *>();
    QVERIFY(!strip->isHidden());
    QCOMPARE(strip->findChild<QLabel *>(QStringLiteral("problemText"))->text(),
             QStringLiteral("Line 1, column 8: The schema wants a whole number here. (and 1 more)"));
    strip->findChild<QToolButton *>()->click();
    QCOMPARE(editor.cursor(), 7);
    strip->findChild<QToolButton *>()->click();
    QCOMPARE(editor.cursor(), 22);

    stage.edit(R"({"id": 1, "status": "packed"})");
    QTRY_VERIFY(sentences(editor).isEmpty());
    QVERIFY(strip->isHidden());
    stage.edit(R"({"other": 1, "status": "packed"})");
    QTRY_COMPARE(sentences(editor).size(), 2);
    QVERIFY(sentences(editor).contains(QStringLiteral("The schema has no member “other” here.")));
    QVERIFY(sentences(editor).contains(QStringLiteral("The member “id” is missing.")));
    // What is no JSON has one error, and nothing else is said.
    stage.edit(R"({"other": )");
    QTRY_VERIFY(editor.findings().error);
    QVERIFY(sentences(editor).isEmpty());
    // Without the schema nothing is wrong.
    stage.edit("[]");
    QTRY_COMPARE(sentences(editor).size(), 1);
    book.detach(profile, "order:");
    QTRY_VERIFY(sentences(editor).isEmpty());
}

void tst_RecordSchema::longTextIsCheckedBeside()
{
    EditorFixture app;
    JsonEditor editor(app.app);
    QByteArray text = "[\n1";
    while (text.size() < 200'000)
        text += ",\n\"text\"";
    text += "]";
    QVERIFY(editor.setBytes(text));
    editor.setSchema(JsonSchema::parse(R"({"items": {"type": "string"}})"));
    QVERIFY(editor.findings().problems.isEmpty()); // it is being worked out
    QTRY_COMPARE(editor.findings().problems.size(), 1);
    QCOMPARE(editor.findings().problems[0].offset, 2);
    // A schema that says something against everything is cut short.
    editor.setSchema(JsonSchema::parse(R"({"items": {"type": "null"}})"));
    QTRY_COMPARE(editor.findings().problems.size(), MaxSchemaProblems);
}

void tst_RecordSchema::savingIsNotRefused()
{
    SaveStage stage;
    stage.server.put("order:1", R"({"id": 1})");
    QVERIFY(stage.open("order:1"));
    QString problem;
    QVERIFY(SchemaBook(stage.app.settings).attach(stage.session->profile().id, "", Schema, &problem));
    stage.edit(R"({"id": "x"})");
    QTRY_COMPARE(sentences(stage.tab->editor()).size(), 1);
    stage.tab->save();
    QTRY_COMPARE(stage.server.stored("order:1"), std::optional<QByteArray>(R"({"id": "x"})"));
}

void tst_RecordSchema::namesAndValuesAreCompleted()
{
    EditorFixture app;
    JsonEditor editor(app.app);
    editor.resize(600, 300);
    editor.show();
    QVERIFY(QTest::qWaitForWindowExposed(&editor));
    QVERIFY(!editor.canComplete());
    editor.setSchema(JsonSchema::parse(Schema));
    QVERIFY(editor.canComplete());
    auto *view = editor.findChild<CodeView *>();
    const auto complete = [&](const QByteArray &text, qsizetype cursor) {
        editor.setBytes(text);
        editor.setCursor(cursor);
        editor.complete();
    };
    complete("{\"st\": 5}", 4);
    QVERIFY(view->send(QsciScintillaBase::SCI_AUTOCACTIVE) != 0);
    QTest::keyClick(view, Qt::Key_Return);
    QCOMPARE(editor.bytes(), QByteArray("{\"status\": 5}"));
    QCOMPARE(editor.cursor(), 10);
    editor.undo();
    QCOMPARE(editor.bytes(), QByteArray("{\"st\": 5}")); // one step

    complete("{", 1);
    QTest::keyClick(view, Qt::Key_Down);
    QTest::keyClick(view, Qt::Key_Return);
    QCOMPARE(editor.bytes(), QByteArray("{\"note\": "));
    complete("{\"status\": }", 11);
    QTest::keyClick(view, Qt::Key_Return);
    QCOMPARE(editor.bytes(), QByteArray("{\"status\": \"packed\"}"));
    // Escape leaves the text alone.
    complete("{\"status\": }", 11);
    QTest::keyClick(view, Qt::Key_Escape);
    QVERIFY(view->send(QsciScintillaBase::SCI_AUTOCACTIVE) == 0);
    QCOMPARE(editor.bytes(), QByteArray("{\"status\": }"));
    complete("{\"status\" ", 10);
    QVERIFY(view->send(QsciScintillaBase::SCI_AUTOCACTIVE) == 0);
    const auto *text = editor.findChild<ProblemStrip *>()->findChild<QLabel *>(QStringLiteral("problemText"));
    QTRY_VERIFY(!text->text().isEmpty());
    editor.setReadOnly(true);
    QVERIFY(!editor.canComplete());
}

SchemaDialog *tst_RecordSchema::openDialog(SaveStage &stage)
{
    stage.app.commands.trigger(QStringLiteral("record.schema"));
    return stage.tab->findChild<SchemaDialog *>();
}

void tst_RecordSchema::dialogAttachesAndRemoves()
{
    SaveStage stage;
    stage.server.put("order:1", R"({"id": "x"})");
    QVERIFY(stage.open("order:1"));
    stage.tab->editor().setFocus();
    QPointer<SchemaDialog> dialog = openDialog(stage);
    QVERIFY(dialog);
    auto *prefix = dialog->findChild<QComboBox *>(QStringLiteral("prefix"));
    QCOMPARE(prefix->currentText(), QStringLiteral("order:"));
    QVERIFY(!dialog->goButton()->isEnabled());
    QVERIFY(!dialog->findChild<QPushButton *>(QStringLiteral("remove"))->isEnabled());
    dialog->findChild<QPlainTextEdit *>()->setPlainText(QString::fromUtf8(Schema));
    QTRY_VERIFY(dialog->goButton()->isEnabled());
    dialog->goButton()->click();
    QTRY_VERIFY(!dialog);
    QTRY_COMPARE(sentences(stage.tab->editor()).size(), 1);

    dialog = openDialog(stage);
    QCOMPARE(dialog->findChild<QPlainTextEdit *>()->toPlainText().toUtf8(), Schema);
    auto *remove = dialog->findChild<QPushButton *>(QStringLiteral("remove"));
    QVERIFY(remove->isEnabled());
    remove->click();
    QTRY_VERIFY(!dialog);
    QTRY_VERIFY(sentences(stage.tab->editor()).isEmpty());
}

void tst_RecordSchema::dialogRefusesWhatCannotBeUsed_data()
{
    QTest::addColumn<QString>("schema");
    QTest::addColumn<QString>("sentence");
    QTest::newRow("no JSON") << QStringLiteral("{\"a\": }") << QStringLiteral("Line 1, column 7");
    QTest::newRow("no object") << QStringLiteral("[]") << QStringLiteral("A schema is a JSON object.");
    QTest::newRow("keyword") << QStringLiteral("{\"minLength\": \"a\"}") << QStringLiteral("minLength");
    QTest::newRow("elsewhere") << QStringLiteral("{\"$ref\": \"http://x/y\"}")
                               << QStringLiteral("never fetched");
}

void tst_RecordSchema::dialogRefusesWhatCannotBeUsed()
{
    QFETCH(QString, schema);
    QFETCH(QString, sentence);
    SaveStage stage;
    stage.server.put("order:1", "{}");
    QVERIFY(stage.open("order:1"));
    SchemaDialog *dialog = openDialog(stage);
    QVERIFY(QTest::qWaitForWindowExposed(dialog));
    QCoreApplication::processEvents(); // it has taken the height that it needs
    const int height = dialog->height();
    dialog->findChild<QPlainTextEdit *>()->setPlainText(schema);
    QTRY_VERIFY2(dialog->note().contains(sentence), qPrintable(dialog->note()));
    QVERIFY(!dialog->goButton()->isEnabled());
    QCOMPARE(dialog->height(), height); // the buttons stay where they are
    dialog->close();
}

void tst_RecordSchema::dialogReadsFiles()
{
    SaveStage stage;
    stage.server.put("order:1", "{}");
    QVERIFY(stage.open("order:1"));
    SchemaDialog *dialog = openDialog(stage);
    const QString name = stage.app.folder.filePath(QStringLiteral("order.schema.json"));
    QFile file(name);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(Schema);
    file.close();
    dialog->readFile(name);
    QTRY_VERIFY(dialog->goButton()->isEnabled());
    dialog->readFile(name + QStringLiteral(".not"));
    QVERIFY(!dialog->goButton()->isEnabled());
    QVERIFY(!dialog->note().isEmpty());
    dialog->close();
}

void tst_RecordSchema::brokenFileSaysSo()
{
    SaveStage stage;
    stage.server.put("order:1", "{}");
    QVERIFY(stage.open("order:1"));
    stage.app.settings.setValue(
        Key::Schemas, QStringLiteral(R"([["%1", "", "gone.json"]])").arg(stage.session->profile().id));
    const auto *text =
        stage.tab->editor().findChild<ProblemStrip *>()->findChild<QLabel *>(QStringLiteral("problemText"));
    QTRY_VERIFY2(text->text().contains(QStringLiteral("is not used")), qPrintable(text->text()));
}

QTEST_MAIN(tst_RecordSchema)

#include "tst_recordschema.moc"
