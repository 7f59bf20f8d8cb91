// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "editor/jsoneditor.h"
#include "editor/jsontreeview.h"
#include "editor/problemstrip.h"

#include "browser/emptystate.h"
#include "editorfixture.h"
#include "failonwarning.h"
#include "models/jsontreemodel.h"
#include "json/jsonpointer.h"

#include <QAction>
#include <QClipboard>
#include <QComboBox>
#include <QElapsedTimer>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPointer>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QTreeView>

using namespace Studio;
using Model = JsonTreeModel;

namespace
{

const QByteArray Text = "{\n  \"id\": 1.0,\n  \"name\": \"Zo\\u00eb\",\n  \"tags\": [\"a\", \"b\"]\n}";

} // namespace

/// The tree beside the editor that owns the text, wired as the record tab does it.
class tst_JsonTreeView : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void opens();
    void editsInPlace();
    void untouchedCharactersAreNoEdit();
    void wrongValueIsRefused();
    void typeList();
    void insertKeyAddsAndNames();
    void removeKey();
    void reorderKeys();
    void duplicateNameIsSaid();
    void paletteCommands_data();
    void paletteCommands();
    void paletteCommandsWhereTheyCannot_data();
    void paletteCommandsWhereTheyCannot();
    void oneHistory();
    void menu();
    void readOnly();
    void errorAndTheWayThere();
    void emptyText();
    void copies();
    void goesToThePlaceOfTheText();
    void expandedStaysExpanded();
    void expandAll();
    void manyValues();

private:
    void show(const QByteArray &text)
    {
        m_editor->setBytes(text);
        m_view->setText(text);
    }
    QByteArray text() const { return m_editor->bytes(); }
    QModelIndex find(const QByteArray &pointer) const
    {
        const auto range = findJsonPointer(text(), pointer);
        return m_view->model().indexAt(range ? range->offset : -1);
    }
    void select(const QByteArray &pointer) { m_view->tree().setCurrentIndex(find(pointer)); }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {})
    {
        QTest::keyClick(&m_view->tree(), key, modifiers);
    }
    QLineEdit *line() const { return m_view->tree().viewport()->findChild<QLineEdit *>(); }
    /// Presses `key` in the line that is edited in place, and waits until it is gone.
    void end(Qt::Key key = Qt::Key_Return)
    {
        const QPointer<QLineEdit> edited = line();
        QVERIFY(edited);
        QTest::keyClick(edited, key);
        QTRY_VERIFY(!edited);
    }
    void type(const QString &typed, Qt::Key key = Qt::Key_Return)
    {
        QVERIFY(line());
        line()->selectAll();
        QTest::keyClicks(line(), typed);
        end(key);
    }
    QByteArray pointer() const { return m_view->pointer(); }
    EmptyState *empty() const { return m_view->findChild<EmptyState *>(); }

    std::unique_ptr<EditorFixture> m_fixture;
    std::unique_ptr<JsonEditor> m_editor;
    std::unique_ptr<JsonTreeView> m_view;
};

void tst_JsonTreeView::init()
{
    TestSupport::failOnUnannouncedWarning();
    m_fixture = std::make_unique<EditorFixture>();
    m_editor = std::make_unique<JsonEditor>(m_fixture->app);
    m_view = std::make_unique<JsonTreeView>(m_fixture->theme);
    connect(m_view.get(), &JsonTreeView::editWanted, m_editor.get(), &JsonEditor::applyEdit);
    connect(m_editor.get(), &JsonEditor::textChanged, m_view.get(), [this] { m_view->setText(text()); });
    show(Text);
    m_view->resize(700, 400);
    m_view->show();
    m_view->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_view.get()));
    m_view->tree().setFocus();
}

void tst_JsonTreeView::cleanup()
{
    m_view.reset();
    m_editor.reset();
    m_fixture.reset();
}

void tst_JsonTreeView::opens()
{
    QTreeView &tree = m_view->tree();
    QVERIFY(tree.isVisible());
    QVERIFY(tree.isExpanded(m_view->model().index(0, 0)));
    QVERIFY(tree.isExpanded(find("/tags")));
    QCOMPARE(pointer(), QByteArray());
    QVERIFY(tree.visualRect(find("/tags/1")).isValid());
    press(Qt::Key_Down);
    QCOMPARE(pointer(), QByteArray("/id"));
    QVERIFY(!m_view->grab().isNull());
}

void tst_JsonTreeView::editsInPlace()
{
    select("/id");
    press(Qt::Key_F2);
    QVERIFY(line());
    QCOMPARE(line()->text(), QStringLiteral("1.0"));
    type(QStringLiteral("1.00"));
    QByteArray expected = Text;
    expected.replace("1.0", "1.00");
    QCOMPARE(text(), expected);
    select("/name");
    press(Qt::Key_F2, Qt::ShiftModifier);
    QVERIFY(line());
    QCOMPARE(line()->text(), QStringLiteral("name"));
    type(QStringLiteral("full name"));
    expected.replace("\"name\"", "\"full name\"");
    QCOMPARE(text(), expected);
    QCOMPARE(pointer(), QByteArray("/full name"));
    // Escape leaves everything as it is.
    press(Qt::Key_F2);
    type(QStringLiteral("x"), Qt::Key_Escape);
    QCOMPARE(text(), expected);
}

/// A line break or an odd character that the line shows in another way survives an edit elsewhere in it.
void tst_JsonTreeView::untouchedCharactersAreNoEdit()
{
    show("[\"a\\nb\\u0000\\ud800\\/c\"]");
    select("/0");
    press(Qt::Key_F2);
    QVERIFY(line());
    end();
    QCOMPARE(text(), QByteArray("[\"a\\nb\\u0000\\ud800\\/c\"]"));
    QVERIFY(!m_editor->canUndo());
    press(Qt::Key_F2);
    QTest::keyClick(line(), Qt::Key_End);
    QTest::keyClicks(line(), QStringLiteral("!"));
    end();
    QCOMPARE(text(), QByteArray("[\"a\\nb\\u0000\\ud800\\/c!\"]"));
}

void tst_JsonTreeView::wrongValueIsRefused()
{
    QSignalSpy refused(&m_view->model(), &Model::refused);
    select("/id");
    press(Qt::Key_F2);
    QVERIFY(line());
    const QColor fine = line()->palette().color(QPalette::Text);
    QTest::keyClicks(line(), QStringLiteral("x"));
    QVERIFY(line()->palette().color(QPalette::Text) != fine);
    end();
    QCOMPARE(refused.size(), 1);
    QCOMPARE(text(), Text);
}

void tst_JsonTreeView::typeList()
{
    const QModelIndex cell = find("/id").siblingAtColumn(Model::TypeColumn);
    m_view->tree().setCurrentIndex(cell);
    m_view->tree().edit(cell);
    auto *list = m_view->tree().viewport()->findChild<QComboBox *>();
    QVERIFY(list);
    QCOMPARE(list->currentData().toInt(), int(JsonType::Number));
    list->setCurrentIndex(list->findData(int(JsonType::String)));
    emit list->activated(list->currentIndex());
    QVERIFY(text().contains("\"id\": \"1.0\""));
}

void tst_JsonTreeView::insertKeyAddsAndNames()
{
    select("/name");
    press(Qt::Key_Insert);
    QVERIFY(line());
    QCOMPARE(line()->text(), QStringLiteral("new"));
    type(QStringLiteral("note"), Qt::Key_Tab); // on to the value
    QVERIFY(line());
    QCOMPARE(line()->text(), QStringLiteral("null"));
    type(QStringLiteral("5"));
    QByteArray expected = Text;
    expected.replace("\"tags\"", "\"note\": 5,\n  \"tags\"");
    QCOMPARE(text(), expected);
    QCOMPARE(pointer(), QByteArray("/note"));
    select("/tags"); // inside, at the end
    press(Qt::Key_Insert);
    QVERIFY(line());
    type(QStringLiteral("\"c\""));
    expected.replace("\"b\"]", "\"b\", \"c\"]");
    QCOMPARE(text(), expected);
}

void tst_JsonTreeView::removeKey()
{
    select("/id");
    press(Qt::Key_Delete);
    QCOMPARE(text(), QByteArray("{\n  \"name\": \"Zo\\u00eb\",\n  \"tags\": [\"a\", \"b\"]\n}"));
    QCOMPARE(pointer(), QByteArray("/name"));
    press(Qt::Key_Delete);
    press(Qt::Key_Delete);
    QCOMPARE(validateJson(text()), JsonError());
    QCOMPARE(pointer(), QByteArray());
    const QByteArray left = text();
    press(Qt::Key_Delete); // the whole value stays
    QCOMPARE(text(), left);
}

void tst_JsonTreeView::reorderKeys()
{
    select("/id");
    press(Qt::Key_Down, Qt::ControlModifier);
    QCOMPARE(text(),
             QByteArray("{\n  \"name\": \"Zo\\u00eb\",\n  \"id\": 1.0,\n  \"tags\": [\"a\", \"b\"]\n}"));
    QCOMPARE(pointer(), QByteArray("/id"));
    press(Qt::Key_Up, Qt::ControlModifier);
    QCOMPARE(text(), Text);
    press(Qt::Key_Up, Qt::ControlModifier); // first already
    QCOMPARE(text(), Text);
    QCOMPARE(pointer(), QByteArray("/id"));
}

/// A name that is there already is taken, as JSON allows it, and what that means is said.
void tst_JsonTreeView::duplicateNameIsSaid()
{
    const auto *strip = m_view->findChild<ProblemStrip *>();
    const auto *note = strip->findChild<QLabel *>(QStringLiteral("problemText"));
    // Its own name, and a new one, are none.
    for (const char *name : {"id", "other"}) {
        show(Text);
        select("/id");
        press(Qt::Key_F2, Qt::ShiftModifier);
        type(QString::fromLatin1(name));
        QVERIFY2(!strip->isVisible(), qPrintable(note->text()));
    }
    show(Text);
    select("/id");
    press(Qt::Key_F2, Qt::ShiftModifier);
    type(QStringLiteral("tags"));
    QByteArray expected = Text;
    expected.replace("\"id\"", "\"tags\"");
    QCOMPARE(text(), expected);
    QVERIFY(strip->isVisible());
    QVERIFY2(note->text().contains(QStringLiteral("There is a member “tags” already.")),
             qPrintable(note->text()));
    m_editor->undo();
    QCOMPARE(text(), Text);
}

void tst_JsonTreeView::paletteCommands_data()
{
    QTest::addColumn<QByteArray>("id");
    QTest::addColumn<QByteArray>("pointer"); // of the current row
    QTest::addColumn<QString>("typed"); // in the line that opens; null: none does
    QTest::addColumn<QByteArray>("before"); // a part of the text …
    QTest::addColumn<QByteArray>("after"); // … and what becomes of it
    const auto row = [](const char *id, const char *pointer, const char *typed, const char *before,
                        const char *after) {
        QTest::addRow("%s %s", id, pointer)
            << QByteArray(id) << QByteArray(pointer) << QString::fromUtf8(typed) << QByteArray(before)
            << QByteArray(after);
    };
    row("tree.edit", "/id", "2.50", "1.0", "2.50");
    row("tree.edit", "/tags/1", "x", "\"b\"", "\"x\"");
    row("tree.rename", "/id", "number", "\"id\"", "\"number\"");
    row("tree.add", "/name", "note", "\"tags\"", "\"note\": null,\n  \"tags\"");
    row("tree.add", "/tags", "7", "\"b\"]", "\"b\", 7]");
    row("tree.remove", "/id", nullptr, "\"id\": 1.0,\n  ", "");
    row("tree.remove", "/tags/0", nullptr, "\"a\", ", "");
    row("tree.moveUp", "/tags/1", nullptr, "\"a\", \"b\"", "\"b\", \"a\"");
    row("tree.moveDown", "/tags/0", nullptr, "\"a\", \"b\"", "\"b\", \"a\"");
    row("tree.toObject", "/id", nullptr, "1.0", "{\"value\": 1.0}");
    row("tree.toArray", "/id", nullptr, "1.0", "[1.0]");
    row("tree.toString", "/id", nullptr, "1.0", "\"1.0\"");
    row("tree.toNumber", "/name", nullptr, "\"Zo\\u00eb\"", "0");
    row("tree.toBoolean", "/id", nullptr, "1.0", "true");
    row("tree.toNull", "/id", nullptr, "1.0", "null");
}

void tst_JsonTreeView::paletteCommands()
{
    QFETCH(QByteArray, id);
    QFETCH(QByteArray, pointer);
    QFETCH(QString, typed);
    QFETCH(QByteArray, before);
    QFETCH(QByteArray, after);
    m_view->installCommands(m_fixture->commands);
    select(pointer);
    QVERIFY(m_fixture->commands.trigger(QString::fromLatin1(id)));
    if (!typed.isNull())
        type(typed);
    QByteArray expected = Text;
    expected.replace(before, after);
    QCOMPARE(text(), expected);
    // Adding is one step, naming what was added is another.
    while (m_editor->canUndo())
        m_editor->undo();
    QCOMPARE(text(), Text);
}

void tst_JsonTreeView::paletteCommandsWhereTheyCannot_data()
{
    QTest::addColumn<QByteArray>("id");
    QTest::addColumn<QByteArray>("pointer");
    QTest::addColumn<bool>("readOnly");
    const auto row = [](const char *id, const char *pointer, bool readOnly = false) {
        QTest::addRow("%s %s%s", id, pointer, readOnly ? ", read-only" : "")
            << QByteArray(id) << QByteArray(pointer) << readOnly;
    };
    row("tree.rename", "/tags/0"); // elements have no name
    row("tree.rename", ""); // nor has the whole
    row("tree.remove", "");
    row("tree.moveUp", "/id");
    row("tree.moveDown", "/tags");
    row("tree.toNumber", "/id"); // it is one
    for (const char *id : {"tree.edit", "tree.rename", "tree.add", "tree.remove", "tree.moveDown",
                           "tree.toObject", "tree.toArray", "tree.toString", "tree.toBoolean", "tree.toNull"})
        row(id, "/id", true);
}

void tst_JsonTreeView::paletteCommandsWhereTheyCannot()
{
    QFETCH(QByteArray, id);
    QFETCH(QByteArray, pointer);
    QFETCH(bool, readOnly);
    m_view->installCommands(m_fixture->commands);
    m_view->setReadOnly(readOnly);
    select(pointer);
    QVERIFY(!m_fixture->commands.trigger(QString::fromLatin1(id)));
    QVERIFY(!line());
    QCOMPARE(text(), Text);
}

/// Each edit in the tree is one step of the editor's history, and the tree follows it back.
void tst_JsonTreeView::oneHistory()
{
    QList<QByteArray> texts{text()};
    select("/id");
    press(Qt::Key_Delete);
    texts.append(text());
    select("/tags");
    press(Qt::Key_Up, Qt::ControlModifier);
    texts.append(text());
    m_editor->setCursor(text().size());
    m_editor->updateBytes(text() + "\n", false, true); // in the text
    texts.append(text());
    select("/tags/0");
    press(Qt::Key_F2);
    type(QStringLiteral("z"));
    texts.append(text());
    QSignalSpy changed(m_editor.get(), &JsonEditor::textChanged);
    for (qsizetype i = texts.size() - 2; i >= 0; --i) {
        m_editor->undo();
        QCOMPARE(text(), texts[i]);
        QCOMPARE(m_view->model().text(), texts[i]);
    }
    QCOMPARE(changed.size(), texts.size() - 1);
    QVERIFY(!m_editor->canUndo());
    for (qsizetype i = 1; i < texts.size(); ++i) {
        m_editor->redo();
        QCOMPARE(text(), texts[i]);
        QCOMPARE(m_view->model().text(), texts[i]);
    }
}

void tst_JsonTreeView::menu()
{
    select("/id");
    emit m_view->tree().customContextMenuRequested({20, 20});
    auto *popup = qobject_cast<QMenu *>(QApplication::activePopupWidget());
    QVERIFY(popup);
    QStringList texts;
    QMenu *types = nullptr;
    for (const QAction *action : popup->actions()) {
        if (!action->isSeparator())
            texts.append(action->text());
        if (action->menu())
            types = action->menu();
    }
    QCOMPARE(texts, QStringList({QStringLiteral("Edit"), QStringLiteral("Rename"), QStringLiteral("Type"),
                                 QStringLiteral("Add"), QStringLiteral("Remove"), QStringLiteral("Move up"),
                                 QStringLiteral("Move down"), QStringLiteral("Expand all"),
                                 QStringLiteral("Copy value"), QStringLiteral("Copy JSON Pointer")}));
    QVERIFY(types);
    types->actions()[int(JsonType::Array)]->trigger();
    popup->close();
    QVERIFY(text().contains("\"id\": [1.0]"));
}

void tst_JsonTreeView::readOnly()
{
    m_view->setReadOnly(true);
    select("/id");
    for (const Qt::Key key : {Qt::Key_F2, Qt::Key_Delete, Qt::Key_Insert})
        press(key);
    press(Qt::Key_F2, Qt::ShiftModifier);
    press(Qt::Key_Down, Qt::ControlModifier);
    QVERIFY(!line());
    QCOMPARE(text(), Text);
    // Not even where the view did not know of it.
    m_view->setReadOnly(false);
    m_editor->setReadOnly(true);
    press(Qt::Key_Delete);
    QCOMPARE(text(), Text);
}

void tst_JsonTreeView::errorAndTheWayThere()
{
    QSignalSpy activated(m_view.get(), &JsonTreeView::problemActivated);
    QByteArray wrong = Text;
    wrong.replace("1.0,", "1.0;");
    show(wrong);
    QVERIFY(!m_view->tree().isVisible());
    QVERIFY(empty()->isVisible());
    QVERIFY2(empty()->text().startsWith(QStringLiteral("Line 2, column 12:")), qPrintable(empty()->text()));
    QVERIFY(empty()->button()->isVisible());
    empty()->button()->click();
    QCOMPARE(activated.size(), 1);
    QCOMPARE(activated.first().first().value<qsizetype>(), wrong.indexOf(';'));
    show(Text);
    QVERIFY(m_view->tree().isVisible());
}

void tst_JsonTreeView::emptyText()
{
    show({});
    QVERIFY(empty()->isVisible());
    QVERIFY(empty()->button()->isVisible());
    empty()->button()->click();
    QCOMPARE(text(), QByteArray("{}"));
    QVERIFY(m_view->tree().isVisible());
    show({});
    m_view->setReadOnly(true);
    QVERIFY(!empty()->button()->isVisible());
}

void tst_JsonTreeView::copies()
{
    select("/tags");
    press(Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("[\"a\", \"b\"]"));
    press(Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("/tags"));
}

void tst_JsonTreeView::goesToThePlaceOfTheText()
{
    m_view->goTo(text().indexOf("\"b\""));
    QCOMPARE(pointer(), QByteArray("/tags/1"));
    QCOMPARE(m_view->place(), std::optional(text().indexOf("\"b\"")));
    // A text that is still being read: as soon as it is there.
    QByteArray longText = "[";
    for (int i = 0; i < 20'000; ++i)
        longText += QByteArray::number(i) + ", ";
    longText += "{\"here\": 1}]";
    show(longText);
    QVERIFY(m_view->model().isReading());
    m_view->goTo(longText.indexOf("1}]"));
    QTRY_COMPARE(pointer(), QByteArray("/20000/here"));
}

void tst_JsonTreeView::expandedStaysExpanded()
{
    m_view->tree().collapse(find("/tags"));
    select("/id");
    press(Qt::Key_Delete);
    QVERIFY(!m_view->tree().isExpanded(find("/tags")));
    m_view->tree().expand(find("/tags"));
    m_view->setText("{");
    m_view->setText("{\"first\": 0, \"name\": 1, \"tags\": [\"a\", \"b\"]}");
    m_editor->setBytes("{\"first\": 0, \"name\": 1, \"tags\": [\"a\", \"b\"]}");
    QVERIFY(m_view->tree().isExpanded(find("/tags")));
}

void tst_JsonTreeView::expandAll()
{
    show("[[[1]], {\"a\": {\"b\": {\"c\": []}}}, 2]");
    m_view->tree().collapseAll();
    select({});
    QCOMPARE(m_view->model().valuesBelow(find({})), 8);
    QCOMPARE(m_view->model().valuesBelow(find("/0")), 2);
    QCOMPARE(m_view->model().valuesBelow(find("/1/a/b")), 1);
    QCOMPARE(m_view->model().valuesBelow(find("/2")), 0);
    press(Qt::Key_Asterisk, Qt::ShiftModifier);
    QVERIFY(m_view->tree().isExpanded(find("/0/0")));
    QVERIFY(m_view->tree().isExpanded(find("/1/a/b")));
    QByteArray many = "[";
    for (int i = 0; i < 10'000; ++i)
        many += "[[0]],";
    show(many + "1]");
    QTRY_COMPARE(m_view->model().valueCount(), 30'002);
    select({});
    press(Qt::Key_Asterisk);
    QVERIFY(!m_view->tree().isExpanded(m_view->model().index(9'000, 0, m_view->model().index(0, 0))));
    QVERIFY(m_view->findChild<ProblemStrip *>()->isVisible());
    press(Qt::Key_Down);
    QVERIFY(!m_view->findChild<ProblemStrip *>()->isVisible());
    press(Qt::Key_Asterisk); // a part of it
    QVERIFY(m_view->tree().isExpanded(find("/0/0")));
}

/// 200,000 values open, all on one level, and can be edited.
void tst_JsonTreeView::manyValues()
{
    QByteArray many = "[0";
    for (int i = 1; i < 200'000; ++i)
        many += ",\n" + QByteArray::number(i);
    many += "]";
    show(many);
    QTRY_COMPARE(m_view->model().valueCount(), 200'001);
    press(Qt::Key_End);
    QCOMPARE(pointer(), QByteArray("/199999"));
    press(Qt::Key_F2);
    type(QStringLiteral("7"));
    QTRY_VERIFY(text().endsWith(",\n7]"));
    QTRY_VERIFY(!m_view->model().isReading());
    QCOMPARE(m_view->source(), QByteArray("7"));
    press(Qt::Key_Up, Qt::ControlModifier);
    QTRY_VERIFY(text().endsWith(",\n7,\n199998]"));
    QTRY_COMPARE(pointer(), QByteArray("/199998"));
}

QTEST_MAIN(tst_JsonTreeView)
#include "tst_jsontreeview.moc"
