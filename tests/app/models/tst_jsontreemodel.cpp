// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/jsontreemodel.h"

#include "../json/jsongenerator.h"
#include "failonwarning.h"
#include "json/jsonpointer.h"
#include "json/jsonscanner.h"
#include "json/jsonstyle.h"

#include <QAbstractItemModelTester>
#include <QMimeData>
#include <QPersistentModelIndex>
#include <QSignalSpy>
#include <QTest>

using namespace Studio;
using Model = JsonTreeModel;

namespace
{

/// A value, independent of tree and model: what the text is compared with.
struct Value {
    QByteArray name; ///< token with its quotes; empty in arrays
    QByteArray source; ///< of a scalar
    JsonType type = JsonType::Null;
    QList<Value> children;
    bool operator==(const Value &) const = default;

    bool isContainer() const { return type <= JsonType::Array; }
};

Value valueOf(const JsonTree &tree, int node)
{
    Value value{tree.name(node).toByteArray(), {}, jsonTypeOf(tree.node(node).kind), {}};
    if (!value.isContainer())
        value.source = tree.source(node).toByteArray();
    for (const int child : tree.children(node))
        value.children.append(valueOf(tree, child));
    return value;
}

Value valueOf(const QByteArray &text)
{
    const auto tree = JsonTree::parse(text);
    return tree ? valueOf(*tree, JsonTree::Root) : Value();
}

Value valueOf(const Model &model, const QModelIndex &index)
{
    Value value;
    value.type = JsonType(index.data(Model::JsonTypeRole).toInt());
    if (!value.isContainer())
        value.source = model.sourceOf(index);
    for (int row = 0; row < model.rowCount(index); ++row)
        value.children.append(valueOf(model, model.index(row, 0, index)));
    return value;
}

/// The model says less of names than the tokens are.
Value withoutNames(Value value)
{
    value.name.clear();
    for (Value &child : value.children)
        child = withoutNames(child);
    return value;
}

Value *at(Value &root, const QList<int> &path)
{
    Value *value = &root;
    for (const int row : path)
        value = &value->children[row];
    return value;
}

QList<int> pathOf(QModelIndex index)
{
    QList<int> path;
    for (; index.parent().isValid(); index = index.parent())
        path.prepend(index.row());
    return path;
}

/// A text that belongs to a model, as the editor's does.
struct Owner {
    explicit Owner(const QByteArray &text_)
        : text(text_)
    {
        QObject::connect(&model, &Model::editWanted, &model, [this](const TextEdit &edit) {
            edits.append(edit);
            text = edited(text, edit);
            model.setText(text);
        });
        model.setText(text);
    }

    QModelIndex find(const QByteArray &pointer) const
    {
        const auto tree = JsonTree::parse(model.text());
        const int node = tree->find(pointer);
        QModelIndex index = model.index(0, 0);
        for (const int row : tree->pathOf(node))
            index = model.index(row, 0, index);
        return index;
    }
    QModelIndex find(const QByteArray &pointer, int column) const
    {
        return find(pointer).siblingAtColumn(column);
    }

    QByteArray text;
    QList<TextEdit> edits;
    Model model;
};

QByteArray longText(int count)
{
    QByteArray text = "[";
    for (int i = 0; i < count; ++i)
        text +=
            (i > 0 ? ",\n  " : "\n  ") + QByteArray("{\"id\": ") + QByteArray::number(i) + ", \"x\": 1.0}";
    return text + "\n]";
}

} // namespace

class tst_JsonTreeModel : public QObject
{
    Q_OBJECT

private slots:
    void init() { TestSupport::failOnUnannouncedWarning(); }
    void rows_data();
    void rows();
    void duplicatesAndDigits();
    void edits_data();
    void edits();
    void refusals();
    void readOnly();
    void invalidText();
    void placedAfterEdits();
    void moves_data();
    void moves();
    void dragAndDrop();
    void followsTheText_data();
    void followsTheText();
    void placesInTheText();
    void longTextIsReadBeside();
    void deepText();
    void randomEdits();
    void randomTexts();
};

void tst_JsonTreeModel::rows_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("pointer");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("value");
    QTest::addColumn<QString>("type");
    const auto row = [](const char *text, const char *pointer, const char *name, const char *value,
                        const char *type) {
        QTest::addRow("%s in %s", pointer, text)
            << QByteArray(text) << QByteArray(pointer) << QString::fromUtf8(name) << QString::fromUtf8(value)
            << QString::fromUtf8(type);
    };
    row("5", "", "Value", "5", "number");
    row("{\"a\":1.0}", "/a", "a", "1.0", "number");
    row("{\"\":null}", "/", "\"\"", "null", "null");
    row("[true]", "/0", "", "true", "boolean");
    row("[\"x\\u00e9\\n\"]", "/0", "", "\"x\\u00e9\\n\"", "string");
    row("[{},[1]]", "/0", "", "0 member(s)", "object");
    row("[{},[1]]", "/1", "", "1 element(s)", "array");
    row("{\"caf\\u00e9\":-0}", "/caf\xC3\xA9", "caf\\u00e9", "-0", "number");
}

void tst_JsonTreeModel::rows()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, pointer);
    const Owner owner(text);
    QAbstractItemModelTester tester(const_cast<Model *>(&owner.model),
                                    QAbstractItemModelTester::FailureReportingMode::QtTest);
    const QModelIndex index = owner.find(pointer);
    QTEST(index.data().toString(), "name");
    QCOMPARE(index.data(Model::PlaceRole).toInt(), text.startsWith('[') ? index.row() : -1);
    QTEST(index.siblingAtColumn(Model::ValueColumn).data().toString(), "value");
    QTEST(index.siblingAtColumn(Model::TypeColumn).data().toString(), "type");
    QCOMPARE(owner.model.pointerOf(index), pointer);
}

void tst_JsonTreeModel::duplicatesAndDigits()
{
    Owner owner("{\"a\": 12345678901234567890, \"a\": 1e400, \"a\":-0.0}");
    const QModelIndex root = owner.model.index(0, 0);
    QCOMPARE(owner.model.rowCount(root), 3);
    QVERIFY(owner.model.setData(owner.model.index(1, Model::ValueColumn, root), QStringLiteral("1e401")));
    QCOMPARE(owner.text, QByteArray("{\"a\": 12345678901234567890, \"a\": 1e401, \"a\":-0.0}"));
    QVERIFY(owner.model.remove(owner.model.index(0, 0, root)));
    QCOMPARE(owner.text, QByteArray("{\"a\": 1e401, \"a\":-0.0}"));
    QVERIFY(owner.model.moveWithin(owner.model.index(0, 0, root), 1));
    QCOMPARE(owner.text, QByteArray("{\"a\":-0.0, \"a\": 1e401}"));
}

void tst_JsonTreeModel::edits_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("pointer");
    QTest::addColumn<int>("column");
    QTest::addColumn<QVariant>("value");
    QTest::addColumn<QByteArray>("result");
    const auto row = [](const char *text, const char *pointer, int column, const QVariant &value,
                        const char *result) {
        QTest::addRow("%s of %s: %s", pointer, text, qPrintable(value.toString()))
            << QByteArray(text) << QByteArray(pointer) << column << value << QByteArray(result);
    };
    const auto type = [](JsonType wanted) { return QVariant(int(wanted)); };
    row("{\"a\" : 1}", "/a", Model::NameColumn, QStringLiteral("b c"), "{\"b c\" : 1}");
    row("{\"\\u00e9a\" : 1}", "/\xC3\xA9\x61", Model::NameColumn, QStringLiteral("\u00E9b"),
        "{\"\\u00e9b\" : 1}");
    row("{\"a\":1.0}", "/a", Model::ValueColumn, QStringLiteral("1.00"), "{\"a\":1.00}");
    row("{\"a\":1.0}", "/a", Model::ValueColumn, QStringLiteral(" true "), "{\"a\":true}");
    row("{\"a\":null}", "/a", Model::ValueColumn, QStringLiteral("\"x\""), "{\"a\":\"x\"}");
    row("[\"a\\tb\\u00e9\"]", "/0", Model::ValueColumn, QStringLiteral("a\tc\u00E9"), "[\"a\\tc\\u00e9\"]");
    row("[\"a\"]", "/0", Model::ValueColumn, QStringLiteral("5"), "[\"5\"]"); // text stays text
    row("[\"a\"]", "/0", Model::ValueColumn, QStringLiteral("say \"hi\""), "[\"say \\\"hi\\\"\"]");
    row("[ 5 ]", "/0", Model::TypeColumn, type(JsonType::String), "[ \"5\" ]");
    row("[ \"5.0\" ]", "/0", Model::TypeColumn, type(JsonType::Number), "[ 5.0 ]");
    row("[ 5 ]", "/0", Model::TypeColumn, type(JsonType::Array), "[ [5] ]");
    row("[ 5 ]", "", Model::TypeColumn, type(JsonType::Null), "null");
    row(" 5\n", "", Model::ValueColumn, QStringLiteral("6"), " 6\n");
}

void tst_JsonTreeModel::edits()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, pointer);
    QFETCH(int, column);
    QFETCH(QVariant, value);
    Owner owner(text);
    QAbstractItemModelTester tester(&owner.model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    const QModelIndex index = owner.find(pointer, column);
    QVERIFY(index.flags() & Qt::ItemIsEditable);
    // What was not changed is no edit, however it is written.
    QVERIFY(owner.model.setData(index, index.data(Qt::EditRole)));
    QCOMPARE(owner.edits.size(), 0);
    QVERIFY(owner.model.setData(index, value));
    QTEST(owner.text, "result");
    QCOMPARE(owner.edits.size(), 1);
    QCOMPARE(edited(owner.text, inverse(text, owner.edits.first())), text);
}

void tst_JsonTreeModel::refusals()
{
    Owner owner("{\"a\": 1, \"b\": [2]}");
    QSignalSpy refused(&owner.model, &Model::refused);
    const QModelIndex number = owner.find("/a", Model::ValueColumn);
    QVERIFY(!owner.model.accepts(number, QStringLiteral("12a")));
    QVERIFY(!owner.model.setData(number, QStringLiteral("12a")));
    QCOMPARE(refused.size(), 1);
    QVERIFY(refused.first().first().toString().contains(QStringLiteral("12a")));
    const QModelIndex root = owner.model.index(0, 0);
    QVERIFY(!owner.model.remove(root));
    QVERIFY(!owner.model.setData(root, QStringLiteral("x")));
    QVERIFY(!owner.model.setData(owner.find("/b", Model::ValueColumn), QStringLiteral("x")));
    QVERIFY(!owner.model.setData(owner.find("/b/0"), QStringLiteral("x"))); // elements have no names
    QVERIFY(!owner.model.insertAt(number, 0));
    QVERIFY(!owner.model.insertAt(root, 3));
    QVERIFY(!owner.model.moveWithin(owner.find("/a"), 2));
    QVERIFY(!owner.model.moveWithin(owner.find("/a"), -1));
    QVERIFY(!owner.model.moveInto(owner.find("/b"), owner.find("/b"), 0));
    QVERIFY(!owner.model.moveInto(root, owner.find("/b"), 0));
    QCOMPARE(owner.edits.size(), 0);
}

void tst_JsonTreeModel::readOnly()
{
    Owner owner("{\"a\": 1, \"b\": [2]}");
    owner.model.setReadOnly(true);
    QVERIFY(!owner.model.isEditable());
    const QModelIndex root = owner.model.index(0, 0);
    for (int column = 0; column < Model::ColumnCount; ++column) {
        const QModelIndex index = owner.find("/a", column);
        QCOMPARE(index.flags(), Qt::ItemIsEnabled | Qt::ItemIsSelectable);
        QVERIFY(!owner.model.setData(index, QStringLiteral("5")));
    }
    QVERIFY(!owner.model.insertAt(root, 0));
    QVERIFY(!owner.model.remove(owner.find("/a")));
    QVERIFY(!owner.model.moveWithin(owner.find("/a"), 1));
    QVERIFY(!owner.model.moveInto(owner.find("/a"), owner.find("/b"), 0));
    QVERIFY(!owner.model.setType(root, JsonType::Null));
    QCOMPARE(owner.edits.size(), 0);
    owner.model.setReadOnly(false);
    QVERIFY(owner.model.remove(owner.find("/a")));
}

/// Rows stay as they were, so that what is expanded survives; nothing can be edited.
void tst_JsonTreeModel::invalidText()
{
    Owner owner("{\"a\": [1, 2]}");
    QAbstractItemModelTester tester(&owner.model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    const QPersistentModelIndex second(owner.find("/a/1"));
    owner.model.setText("{\n  \"a\": [1, 2}");
    QVERIFY(owner.model.problem());
    QCOMPARE(owner.model.problem(), validateJson("{\n  \"a\": [1, 2}"));
    QVERIFY(owner.model.problemText().startsWith(QStringLiteral("Line 2, column")));
    QVERIFY(!owner.model.isEditable());
    QVERIFY(!owner.model.remove(second));
    owner.model.setText("{\"a\": [1, 3]}");
    QVERIFY(!owner.model.problem());
    QVERIFY(owner.model.problemText().isEmpty());
    QVERIFY(second.isValid());
    QCOMPARE(owner.model.sourceOf(second), QByteArray("3"));
    Owner empty("");
    QCOMPARE(empty.model.rowCount(), 0);
    QCOMPARE(empty.model.problem().code, JsonErrorCode::Empty);
    empty.model.setText("{}");
    QCOMPARE(empty.model.rowCount(), 1);
}

void tst_JsonTreeModel::placedAfterEdits()
{
    Owner owner("{\"a\": [1, 2], \"b\": {}}");
    QSignalSpy placed(&owner.model, &Model::placed);
    const auto last = [&] {
        return owner.model.pointerOf(placed.last().first().toModelIndex())
             + (placed.last().last().toBool() ? " new" : "");
    };
    QVERIFY(owner.model.insertAt(owner.find("/a"), 1));
    QCOMPARE(owner.text, QByteArray("{\"a\": [1, null, 2], \"b\": {}}"));
    QCOMPARE(last(), QByteArray("/a/1 new"));
    QVERIFY(owner.model.insertAt(owner.find("/b"), 0));
    QCOMPARE(last(), QByteArray("/b/new new"));
    QVERIFY(owner.model.insertAt(owner.find("/b"), 1));
    QCOMPARE(last(), QByteArray("/b/new 2 new"));
    QVERIFY(owner.model.remove(owner.find("/b/new")));
    QCOMPARE(last(), QByteArray("/b/new 2"));
    QVERIFY(owner.model.remove(owner.find("/b/new 2")));
    QCOMPARE(last(), QByteArray("/b"));
    QVERIFY(owner.model.remove(owner.find("/a/2")));
    QCOMPARE(last(), QByteArray("/a/1"));
    QVERIFY(owner.model.moveInto(owner.find("/a"), owner.find("/b"), 0));
    QCOMPARE(last(), QByteArray("/b/a"));
    QVERIFY(owner.model.moveInto(owner.find("/b/a/0"), owner.find("/b"), 1));
    QCOMPARE(last(), QByteArray("/b/new"));
    QCOMPARE(valueOf(owner.text), valueOf(QByteArray("{\"b\":{\"a\":[null],\"new\":1}}")));
}

void tst_JsonTreeModel::moves_data()
{
    QTest::addColumn<int>("row");
    QTest::addColumn<int>("place");
    for (int row = 0; row < 4; ++row) {
        for (int place = 0; place < 4; ++place)
            QTest::addRow("%d to %d", row, place) << row << place;
    }
}

/// What is expanded and current moves along.
void tst_JsonTreeModel::moves()
{
    QFETCH(int, row);
    QFETCH(int, place);
    Owner owner("[[10],\n [20] , [30],\t[40]]");
    QAbstractItemModelTester tester(&owner.model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QList<QPersistentModelIndex> inside;
    for (int i = 0; i < 4; ++i)
        inside.append(owner.find("/" + QByteArray::number(i) + "/0"));
    QSignalSpy removed(&owner.model, &Model::rowsRemoved);
    QVERIFY(owner.model.moveWithin(owner.find("/" + QByteArray::number(row)), place));
    QList<int> expected{10, 20, 30, 40};
    expected.move(row, place);
    for (int i = 0; i < 4; ++i) {
        QVERIFY(inside[i].isValid());
        QCOMPARE(owner.model.sourceOf(inside[i]), QByteArray::number(10 * (i + 1)));
        QCOMPARE(inside[i].parent().row(), int(expected.indexOf(10 * (i + 1))));
    }
    QCOMPARE(removed.size(), 0);
}

void tst_JsonTreeModel::dragAndDrop()
{
    Owner owner("{\"a\": 1, \"b\": [2, 3], \"c\": {\"d\": {}}}");
    Model &model = owner.model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    const QModelIndex root = model.index(0, 0);
    QVERIFY(!(root.flags() & Qt::ItemIsDragEnabled));
    QVERIFY(owner.find("/a").flags() & Qt::ItemIsDragEnabled);
    QVERIFY(!(owner.find("/a").flags() & Qt::ItemIsDropEnabled));
    QVERIFY(owner.find("/b").flags() & Qt::ItemIsDropEnabled);
    const auto drop = [&](const char *what, int row, const char *into) {
        const std::unique_ptr<QMimeData> data(model.mimeData({owner.find(what)}));
        return model.dropMimeData(data.get(), Qt::MoveAction, row, 0, owner.find(into));
    };
    QVERIFY(drop("/a", 3, "")); // behind the last
    QCOMPARE(owner.text, QByteArray("{\"b\": [2, 3], \"c\": {\"d\": {}}, \"a\": 1}"));
    QVERIFY(drop("/b/0", -1, "/b")); // onto: the last
    QCOMPARE(owner.text, QByteArray("{\"b\": [3, 2], \"c\": {\"d\": {}}, \"a\": 1}"));
    QVERIFY(drop("/b", 0, "/c"));
    QCOMPARE(owner.text, QByteArray("{\"c\": {\"b\": [3, 2], \"d\": {}}, \"a\": 1}"));
    QVERIFY(!drop("/c", -1, "/c/d"));
    QVERIFY(!drop("/c/b", -1, "/a"));
    QMimeData foreign;
    foreign.setData(model.mimeTypes().first(), QByteArrayLiteral("another model"));
    QVERIFY(!model.canDropMimeData(&foreign, Qt::MoveAction, 0, 0, root));
    model.setReadOnly(true);
    QVERIFY(!drop("/a", 0, ""));
}

void tst_JsonTreeModel::followsTheText_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("after");
    QTest::addColumn<int>("inserted");
    QTest::addColumn<int>("removed");
    QTest::addColumn<int>("moved");
    QTest::newRow("white space") << QByteArray("[1,{\"a\":2}]") << QByteArray("[ 1,\n{ \"a\": 2}]") << 0 << 0
                                 << 0;
    QTest::newRow("value") << QByteArray("[1,2,3]") << QByteArray("[1,5,3]") << 0 << 0 << 0;
    QTest::newRow("added") << QByteArray("[1,2,3]") << QByteArray("[1,2,9,3]") << 1 << 0 << 0;
    QTest::newRow("gone") << QByteArray("{\"a\":1,\"b\":2,\"c\":3}") << QByteArray("{\"a\":1,\"c\":3}") << 0
                          << 1 << 0;
    QTest::newRow("up") << QByteArray("[1,2,3,4]") << QByteArray("[1,4,2,3]") << 0 << 0 << 1;
    QTest::newRow("down") << QByteArray("[1,2,3,4]") << QByteArray("[2,3,1,4]") << 0 << 0 << 1;
    QTest::newRow("deep") << QByteArray("[1,[[2,[3]]],4]") << QByteArray("[1,[[2,[3,5]]],4]") << 1 << 0 << 0;
    QTest::newRow("to a container") << QByteArray("[1,2]") << QByteArray("[1,[7,8]]") << 1 << 0 << 0;
    QTest::newRow("to a scalar") << QByteArray("[1,[7,[8]]]") << QByteArray("[1,2]") << 0 << 1 << 0;
    QTest::newRow("root") << QByteArray("{\"a\":1}") << QByteArray("5") << 0 << 1 << 0;
    QTest::newRow("all") << QByteArray("[1,2]") << QByteArray("{\"x\":[3],\"y\":4,\"z\":5}") << 2 << 0 << 0;
}

void tst_JsonTreeModel::followsTheText()
{
    QFETCH(QByteArray, before);
    QFETCH(QByteArray, after);
    Owner owner(before);
    QAbstractItemModelTester tester(&owner.model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QSignalSpy inserted(&owner.model, &Model::rowsInserted);
    QSignalSpy removed(&owner.model, &Model::rowsRemoved);
    QSignalSpy moved(&owner.model, &Model::rowsMoved);
    QSignalSpy reset(&owner.model, &Model::modelReset);
    owner.model.setText(after);
    QCOMPARE(withoutNames(valueOf(after)), valueOf(owner.model, owner.model.index(0, 0)));
    QTEST(int(inserted.size()), "inserted");
    QTEST(int(removed.size()), "removed");
    QTEST(int(moved.size()), "moved");
    QCOMPARE(reset.size(), 0);
    owner.model.setText(before);
    QCOMPARE(withoutNames(valueOf(before)), valueOf(owner.model, owner.model.index(0, 0)));
}

void tst_JsonTreeModel::placesInTheText()
{
    const QByteArray text = "{ \"a\": [10, 20], \"b\": {\"c\": \"x\"} }";
    const Owner owner(text);
    const Model &model = owner.model;
    const auto pointerAt = [&](const char *what) {
        return model.pointerOf(model.indexAt(text.indexOf(what)));
    };
    QCOMPARE(pointerAt("10"), QByteArray("/a/0"));
    QCOMPARE(pointerAt("20"), QByteArray("/a/1"));
    QCOMPARE(pointerAt("\"b\""), QByteArray("/b"));
    QCOMPARE(pointerAt("\"x\""), QByteArray("/b/c"));
    QCOMPARE(model.pointerOf(model.indexAt(0)), QByteArray());
    QCOMPARE(model.pointerOf(model.indexAt(text.size())), QByteArray());
    QCOMPARE(model.offsetOf(owner.find("/a")), text.indexOf("\"a\""));
    QCOMPARE(model.offsetOf(owner.find("/a/1")), text.indexOf("20"));
    QCOMPARE(model.offsetOf(model.index(0, 0)), qsizetype(0));
}

void tst_JsonTreeModel::longTextIsReadBeside()
{
    const QByteArray text = longText(70'000); // 210,001 values
    Owner owner("1");
    Model &model = owner.model;
    QSignalSpy shown(&model, &Model::textShown);
    owner.text = text;
    model.setText(text);
    QVERIFY(model.isReading());
    QVERIFY(!model.isEditable());
    QCOMPARE(model.valueCount(), 1);
    QTRY_COMPARE(shown.size(), 1);
    QVERIFY(!model.isReading());
    QCOMPARE(model.valueCount(), 210'001);
    const QModelIndex root = model.index(0, 0);
    QCOMPARE(model.rowCount(root), 70'000);
    QCOMPARE(model.sourceOf(model.index(1, 0, model.index(69'999, 0, root))), QByteArray("1.0"));

    // An edit is worked out beside, too, and the rows around it stay.
    const QPersistentModelIndex last(model.index(69'999, 0, root));
    QVERIFY(model.remove(model.index(5, 0, root)));
    QCOMPARE(owner.edits.size(), 0);
    QVERIFY(!model.isEditable());
    QTRY_COMPARE(shown.size(), 2);
    QCOMPARE(owner.edits.size(), 1);
    QCOMPARE(last.row(), 69'998);
    QByteArray expected = text;
    expected.remove(text.indexOf("{\"id\": 5,"), QByteArray("{\"id\": 5, \"x\": 1.0},\n  ").size());
    QCOMPARE(owner.text, expected);

    // Of two texts in a row only the last one counts.
    model.setText(text);
    model.setText("[1]");
    QVERIFY(!model.isReading());
    QCOMPARE(model.text(), QByteArray("[1]"));
    QCoreApplication::processEvents();
    QCOMPARE(model.text(), QByteArray("[1]"));
}

void tst_JsonTreeModel::deepText()
{
    constexpr int Depth = 10'000;
    const QByteArray text = QByteArray(Depth, '[') + QByteArray(Depth, ']');
    Owner owner(text);
    QModelIndex index = owner.model.index(0, 0);
    int depth = 1;
    for (; owner.model.hasChildren(index); ++depth)
        index = owner.model.index(0, 0, index);
    QCOMPARE(depth, Depth);
    QVERIFY(owner.model.insertAt(index, 0));
    QCOMPARE(owner.text, QByteArray(Depth, '[') + "null" + QByteArray(Depth, ']'));
    QVERIFY(owner.model.indexAt(Depth).isValid());
    owner.model.setText("1"); // all of it goes
    QCOMPARE(owner.model.rowCount(owner.model.index(0, 0)), 0);
}

/// Generated documents and edits: the text says what the edit says, byte for byte the same elsewhere, and the
/// rows are those of the text.
void tst_JsonTreeModel::randomEdits()
{
    int done[5] = {};
    for (quint32 seed = 1; seed <= 150; ++seed) {
        JsonGenerator random(seed);
        Owner owner(random.document(4));
        Model &model = owner.model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        for (int step = 0; step < 12; ++step) {
            const QByteArray before = owner.text;
            Value expected = valueOf(before);
            QModelIndex index = model.index(0, 0);
            while (model.hasChildren(index) && random.pick(4) > 0)
                index = model.index(random.pick(model.rowCount(index)), 0, index);
            const QList<int> path = pathOf(index);
            Value *value = at(expected, path);
            Value *above = path.isEmpty() ? nullptr : at(expected, path.first(path.size() - 1));
            const int kind = random.pick(5);
            bool isDone = false;
            if (kind == 0 && above) {
                isDone = model.remove(index);
                above->children.removeAt(path.last());
            } else if (kind == 1 && value->isContainer()) {
                const int place = random.pick(value->children.size() + 1);
                isDone = model.insertAt(index, place);
                value->children.insert(place, {{}, "null", JsonType::Null, {}});
                if (value->type == JsonType::Object) {
                    Value now = valueOf(owner.text);
                    value->children[place].name = at(now, path)->children[place].name;
                    QVERIFY(value->children[place].name.startsWith("\"new"));
                }
            } else if (kind == 2 && above) {
                const int place = random.pick(above->children.size());
                isDone = model.moveWithin(index, place);
                above->children.move(path.last(), place);
            } else if (kind == 3 && !value->isContainer() && value->type != JsonType::String) {
                const QByteArray number = random.number();
                isDone = model.setData(index.siblingAtColumn(Model::ValueColumn), QString::fromUtf8(number));
                value->source = number;
                value->type = JsonType::Number;
            } else if (kind == 4 && above && above->type == JsonType::Object) {
                const QString name = QStringLiteral("n%1 \"\u00E9").arg(step);
                isDone = model.setData(index, name);
                Value now = valueOf(owner.text);
                const QByteArray token = at(now, path)->name;
                QCOMPARE(unescapedJsonString(token), name.toUtf8());
                value->name = token;
            } else {
                continue;
            }
            QVERIFY2(isDone, before.constData());
            ++done[kind];
            QVERIFY(!validateJson(owner.text));
            QCOMPARE(valueOf(owner.text), expected);
            QCOMPARE(valueOf(model, model.index(0, 0)), withoutNames(expected));
            if (!owner.edits.isEmpty() && owner.text != before)
                QCOMPARE(edited(owner.text, inverse(before, owner.edits.last())), before);
        }
    }
    for (const int count : done)
        QVERIFY2(count > 50, qPrintable(QString::number(count)));
}

/// Any text after any other.
void tst_JsonTreeModel::randomTexts()
{
    Owner owner("null");
    QAbstractItemModelTester tester(&owner.model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    for (quint32 seed = 1; seed <= 300; ++seed) {
        const QByteArray text = JsonGenerator(seed).document(4);
        owner.model.setText(text);
        QVERIFY(!owner.model.problem());
        QCOMPARE(valueOf(owner.model, owner.model.index(0, 0)), withoutNames(valueOf(text)));
    }
}

QTEST_GUILESS_MAIN(tst_JsonTreeModel)
#include "tst_jsontreemodel.moc"
