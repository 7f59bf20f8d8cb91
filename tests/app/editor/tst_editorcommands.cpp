// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "editor/branchviews.h"
#include "editor/codeview.h"
#include "editor/cursors.h"
#include "editor/findbar.h"
#include "editor/gotobar.h"
#include "editor/jsoneditor.h"
#include "editor/recordviews.h"
#include "shell/commandpalette.h"
#include "json/jsonformat.h"
#include "json/jsonsort.h"

#include "editorfixture.h"
#include "failonwarning.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace Studio;

/// What the commands do with the text of an editor, in its views.
class tst_EditorCommands : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void shortcutsAreTheirOwn();
    void sortsMembers();
    void fromThePalette();
    void longTextIsRewrittenBeside();
    void rewritingIsDroppedWhenTheTextChanges();
    void replacesAllAsOneStep();
    void replacesOneByOne();
    void nothingIsReplacedInAReadOnlyText();
    void searchCanBeStopped();
    void placesToGoTo_data();
    void placesToGoTo();
    void goesThere();
    void cursorsInLines();
    void nextPlaceToo();
    void allPlaces();
    void tooManyPlaces();
    void zoomIsRemembered();
    void wrapFollowsTheSetting();
    void bytesSayWhy();
    void branches_data();
    void branches();
    void latestBranchesAreKept();

private:
    void put(const QByteArray &text) { m_views->showValue(text, false, false); }
    JsonEditor &editor() const { return m_views->editor(); }
    CodeView &view() const { return *m_views->findChild<CodeView *>(); }
    bool run(const char *id) { return m_fixture->commands.trigger(QString::fromLatin1(id)); }

    std::unique_ptr<EditorFixture> m_fixture;
    std::unique_ptr<RecordViews> m_views;
};

void tst_EditorCommands::init()
{
    TestSupport::failOnUnannouncedWarning();
    m_fixture = std::make_unique<EditorFixture>();
    m_views = std::make_unique<RecordViews>(m_fixture->app);
    m_views->resize(700, 400);
    m_views->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_views.get()));
}

void tst_EditorCommands::cleanup()
{
    m_views.reset();
    m_fixture.reset();
}

void tst_EditorCommands::shortcutsAreTheirOwn()
{
    QHash<QString, QString> owner;
    for (const CommandSpec &spec : m_fixture->commands.commands()) {
        for (const QKeySequence &keys : spec.shortcuts) {
            const QString text = keys.toString();
            QVERIFY2(!owner.contains(text), qPrintable(text + u' ' + owner.value(text) + u' ' + spec.id));
            owner.insert(text, spec.id);
        }
    }
}

void tst_EditorCommands::sortsMembers()
{
    put("{\"b\": 1.0, \"a\": [2, 1]}");
    QVERIFY(run("record.sortMembers"));
    QCOMPARE(editor().bytes(), QByteArray("{\"a\": [2, 1], \"b\": 1.0}"));
    editor().undo();
    QCOMPARE(editor().bytes(), QByteArray("{\"b\": 1.0, \"a\": [2, 1]}"));
    QVERIFY(!editor().canUndo());
    put("{\"b\": ");
    QVERIFY(!run("record.sortMembers"));
    put("{}");
    m_views->setReadOnly(true);
    QVERIFY(!run("record.sortMembers"));
    QVERIFY(!run("record.format"));
}

/// By their names, typed as a person does; the focus that the palette takes must not take the place from
/// them.
void tst_EditorCommands::fromThePalette()
{
    put("{\"b\": 1.0, \"a\": {\"c\": 2}}");
    CommandPalette palette(m_fixture->theme, m_fixture->commands, m_views.get());
    const auto isOffered = [this](const char *id) {
        return m_fixture->commands.action(QString::fromLatin1(id))->isEnabled();
    };
    const auto choose = [&](const QString &name) {
        palette.popUp(PaletteModel::Mode::CommandsOnly, nullptr);
        QTest::keyClicks(palette.field(), name);
        QTest::keyClick(palette.field(), Qt::Key_Return);
    };
    editor().setFocus();
    QTRY_VERIFY(isOffered("record.sortMembers") && isOffered("record.copyPointer"));
    choose(QStringLiteral("sort members"));
    QTRY_COMPARE(editor().bytes(), QByteArray("{\"a\": {\"c\": 2}, \"b\": 1.0}"));
    QVERIFY(!palette.isVisible());
    editor().setCursor(editor().bytes().indexOf("2"));
    QGuiApplication::clipboard()->clear();
    choose(QStringLiteral("copy json pointer"));
    QTRY_COMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("/a/c"));
    choose(QStringLiteral("copy value at"));
    QTRY_COMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("2"));
    // In a text that is not JSON there is nothing to point at.
    editor().setLanguage(JsonEditor::Language::PlainText);
    m_fixture->commands.refresh();
    QTRY_VERIFY(!isOffered("record.copyPointer"));
    choose(QStringLiteral("copy json pointer"));
    QVERIFY(palette.isVisible());
    palette.hide();
}

void tst_EditorCommands::longTextIsRewrittenBeside()
{
    QByteArray text = "[";
    for (int i = 0; i < 20'000; ++i)
        text += "{\"b\":" + QByteArray::number(i) + ",\"a\":0},";
    text += "0]";
    put(text);
    QVERIFY(editor().format());
    QCOMPARE(editor().bytes(), text); // not yet
    QTRY_COMPARE(editor().bytes(), formatJson(text).text);
    QVERIFY(editor().sortMembers());
    QTRY_COMPARE(editor().bytes(), sortJsonMembers(formatJson(text).text).text);
    QVERIFY(editor().compact());
    QTRY_COMPARE(editor().bytes(), sortJsonMembers(text).text);
}

void tst_EditorCommands::rewritingIsDroppedWhenTheTextChanges()
{
    const QByteArray text = '[' + QByteArray(300'000, ' ') + "1]";
    put(text);
    QVERIFY(editor().compact());
    QVERIFY(editor().applyEdit({0, 0, " "}));
    QVERIFY(editor().applyEdit({0, 1, {}})); // even back to the same text: it was typed since
    QSignalSpy checked(&editor(), &JsonEditor::checked);
    QVERIFY(checked.wait());
    QCOMPARE(editor().bytes(), text);
}

void tst_EditorCommands::replacesAllAsOneStep()
{
    const QByteArray text = "{\"a\": 1, \"b\": 1}";
    put(text);
    QVERIFY(run("edit.replace"));
    auto *bar = m_views->findChild<FindBar *>();
    bar->findChild<QLineEdit *>()->setText(QStringLiteral("(\\w)\": 1"));
    bar->findChild<QToolButton *>(QStringLiteral("regularExpression"))->setChecked(true);
    auto *replacement = bar->findChild<QLineEdit *>(QStringLiteral("replacement"));
    QVERIFY(replacement->isVisible());
    replacement->setText(QStringLiteral("\\1\": 22"));
    QTRY_COMPARE(bar->found().size(), 2);
    bar->replaceAll();
    QTRY_COMPARE(editor().bytes(), QByteArray("{\"a\": 22, \"b\": 22}"));
    editor().undo();
    QCOMPARE(editor().bytes(), text);
    QVERIFY(!editor().canUndo());
}

void tst_EditorCommands::replacesOneByOne()
{
    put("a a a");
    QVERIFY(run("edit.replace"));
    auto *bar = m_views->findChild<FindBar *>();
    bar->findChild<QLineEdit *>()->setText(QStringLiteral("a"));
    bar->findChild<QLineEdit *>(QStringLiteral("replacement"))->setText(QStringLiteral("ba"));
    QTRY_COMPARE(bar->found().size(), 3);
    QCOMPARE(view().selectedRange(), (std::pair<qsizetype, qsizetype>{0, 1}));
    bar->replaceOne();
    QTRY_COMPARE(editor().bytes(), QByteArray("ba a a"));
    // On to the next place, which is not the one inside of what was put in.
    QTRY_COMPARE(view().selectedRange(), (std::pair<qsizetype, qsizetype>{3, 1}));
    bar->replaceOne();
    QTRY_COMPARE(editor().bytes(), QByteArray("ba ba a"));
}

void tst_EditorCommands::nothingIsReplacedInAReadOnlyText()
{
    put("a a");
    m_views->setReadOnly(true);
    QVERIFY(!run("edit.replace"));
    QVERIFY(run("edit.find"));
    auto *bar = m_views->findChild<FindBar *>();
    bar->findChild<QLineEdit *>()->setText(QStringLiteral("a"));
    QTRY_COMPARE(bar->found().size(), 2);
    QVERIFY(!bar->findChild<QLineEdit *>(QStringLiteral("replacement"))->isVisible());
    bar->replaceAll();
    QVERIFY(!bar->isSearching());
    QCOMPARE(editor().bytes(), QByteArray("a a"));
}

void tst_EditorCommands::searchCanBeStopped()
{
    put(QByteArray(200'000, 'a'));
    QVERIFY(run("edit.find"));
    auto *bar = m_views->findChild<FindBar *>();
    bar->findChild<QToolButton *>(QStringLiteral("regularExpression"))->setChecked(true);
    bar->findChild<QLineEdit *>()->setText(QStringLiteral("(a|b|ab)*c"));
    QVERIFY(bar->isSearching());
    auto *stop = bar->findChild<QToolButton *>(QStringLiteral("stopSearch"));
    QVERIFY(stop->isVisible());
    stop->click();
    QVERIFY(!bar->isSearching());
    QVERIFY(!stop->isVisible());
    QVERIFY(bar->found().isEmpty());
}

void tst_EditorCommands::placesToGoTo_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("wanted");
    QTest::addColumn<qsizetype>("place"); // -1: none
    const auto row = [](const char *wanted, const QByteArray &text, qsizetype place) {
        QTest::addRow("%s in %s", wanted, text.toPercentEncoding().constData())
            << text << QString::fromUtf8(wanted) << place;
    };
    row("1", "a\nb", 0);
    row("2", "a\nb", 2);
    row("3", "a\nb", 2);
    row(" 2:1 ", "a\nb", 2);
    row("2:3", "a\nbcd", 4);
    row("2:99", "a\nbcd\ne", 5);
    row("2", "a\r\nb", 3);
    row("2", "a\rb", 2);
    row("4", "a\r\nb\rc\nd", 7);
    row("1:3", "\xC3\xA9\xF0\x9F\x98\x80x", 6);
    row("/b/1", "{\"a\":1,\"b\":[2,3]}", 14);
    row("/c", "{\"a\":1}", -1);
    row("0", "a", -1);
    row("", "a", -1);
    row("x", "a", -1);
    row("-1", "a", -1);
    row("99999999999", "a", -1);
}

void tst_EditorCommands::placesToGoTo()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, wanted);
    QFETCH(qsizetype, place);
    QCOMPARE(GoToBar::placeOf(wanted, text).value_or(-1), place);
}

void tst_EditorCommands::goesThere()
{
    put("{\n  \"a\": 1,\n  \"b\": 2\n}");
    QVERIFY(run("edit.goToLine"));
    auto *bar = m_views->findChild<GoToBar *>();
    QVERIFY(bar->isVisible());
    auto *field = bar->findChild<QLineEdit *>();
    field->setText(QStringLiteral("/c"));
    QTest::keyClick(field, Qt::Key_Return);
    QVERIFY(bar->isVisible());
    QVERIFY(bar->findChild<QLabel *>()->text().contains(QStringLiteral("no such member")));
    field->setText(QStringLiteral("3:3"));
    QTest::keyClick(field, Qt::Key_Return);
    QVERIFY(!bar->isVisible());
    QCOMPARE(editor().cursor(), editor().bytes().indexOf("\"b\""));
    QVERIFY(run("edit.goToLine"));
    QTest::keyClick(field, Qt::Key_Escape);
    QVERIFY(!bar->isVisible());
}

void tst_EditorCommands::cursorsInLines()
{
    put("abc\nabc\nabc");
    editor().setCursor(1);
    QVERIFY(run("edit.cursorBelow"));
    QVERIFY(run("edit.cursorBelow"));
    QVERIFY(run("edit.cursorBelow")); // there is no further line
    QCOMPARE(Cursors::count(view()), 3);
    view().setFocus();
    QTest::keyClick(&view(), Qt::Key_X);
    QCOMPARE(editor().bytes(), QByteArray("axbc\naxbc\naxbc"));
    QTest::keyClick(&view(), Qt::Key_Escape);
    QCOMPARE(Cursors::count(view()), 1);
    editor().undo();
    QCOMPARE(editor().bytes(), QByteArray("abc\nabc\nabc"));
    editor().setCursor(9);
    QVERIFY(run("edit.cursorAbove"));
    QCOMPARE(Cursors::count(view()), 2);
}

void tst_EditorCommands::nextPlaceToo()
{
    put("{\"sku\": 1, \"x\": \"sku\", \"skus\": 2}");
    editor().setCursor(3);
    QVERIFY(run("edit.selectNext"));
    QCOMPARE(view().selectedRange(), (std::pair<qsizetype, qsizetype>{2, 3}));
    QVERIFY(run("edit.selectNext"));
    QCOMPARE(Cursors::count(view()), 2);
    view().setFocus();
    QTest::keyClick(&view(), Qt::Key_A);
    QCOMPARE(editor().bytes(), QByteArray("{\"a\": 1, \"x\": \"a\", \"skus\": 2}"));
}

void tst_EditorCommands::allPlaces()
{
    put("[1, 2, 1, 1]");
    editor().setCursor(1);
    QVERIFY(run("edit.selectPlaces"));
    QCOMPARE(Cursors::count(view()), 3);
    view().setFocus();
    QTest::keyClick(&view(), Qt::Key_7);
    QCOMPARE(editor().bytes(), QByteArray("[7, 2, 7, 7]"));
    put("[]");
    QVERIFY(run("edit.selectPlaces")); // nothing there
    QCOMPARE(Cursors::count(view()), 1);
}

void tst_EditorCommands::tooManyPlaces()
{
    put('[' + QByteArray("1,").repeated(Cursors::most + 1) + "2]");
    editor().setCursor(1);
    QVERIFY(run("edit.selectPlaces"));
    QCOMPARE(Cursors::count(view()), 1);
}

void tst_EditorCommands::zoomIsRemembered()
{
    put("{}");
    QCOMPARE(view().zoomStep(), 0);
    QVERIFY(run("edit.zoomIn"));
    QVERIFY(run("edit.zoomIn"));
    QCOMPARE(view().zoomStep(), 2);
    JsonEditor other(m_fixture->app);
    QCOMPARE(other.findChild<CodeView *>()->zoomStep(), 2);
    view().zoomIn(1); // as the wheel does
    QTRY_COMPARE(other.findChild<CodeView *>()->zoomStep(), 3);
    QVERIFY(run("edit.zoomReset"));
    QCOMPARE(view().zoomStep(), 0);
    QVERIFY(!run("edit.zoomReset"));
    for (int i = 0; i < 40; ++i)
        run("edit.zoomOut");
    QCOMPARE(view().zoomStep(), -8);
}

void tst_EditorCommands::wrapFollowsTheSetting()
{
    put(QByteArray(5000, 'x'));
    const auto rows = [this] { return view().send(QsciScintillaBase::SCI_WRAPCOUNT, 0); };
    QVERIFY(editor().isWrapped());
    QTRY_VERIFY(rows() > 1);
    QVERIFY(run("edit.wrap"));
    QVERIFY(!editor().isWrapped());
    QTRY_COMPARE(rows(), 1);
    QVERIFY(run("edit.wrap"));
    QVERIFY(editor().isWrapped());
    // A text that grows beyond what can be wrapped quickly is wrapped no longer.
    QVERIFY(editor().applyEdit({0, 0, QByteArray(400'000, 'y')}));
    QTRY_VERIFY(!editor().isWrapped());
}

void tst_EditorCommands::bytesSayWhy()
{
    put("text");
    QVERIFY(!m_views->isHexOnly());
    QVERIFY(m_views->hexReason().isEmpty());
    const QByteArray bytes = QByteArray("{\"a\0", 4) + "\xFF\xFE\r\n\r\"}";
    put(bytes);
    QVERIFY(m_views->isHexOnly());
    QCOMPARE(m_views->view(), RecordViews::View::Hex);
    QCOMPARE(m_views->bytes(), bytes);
    QVERIFY(m_views->hexReason().contains(QStringLiteral("Byte 5 (0xff)")));
    // Odd, but they come back: NUL, lone CR and mixed line ends.
    for (const QByteArray &text : {QByteArray("{\"a\0", 4), QByteArray("a\r\nb\rc\n\r\n\r\r"),
                                   QByteArray("\r"), QByteArray("\0\0", 2), QByteArray("\xEF\xBB\xBF{}")}) {
        put(text);
        QVERIFY(!m_views->isHexOnly());
        QCOMPARE(m_views->bytes(), text);
    }
    put(QByteArray("\xC3")); // half a character
    QVERIFY(m_views->isHexOnly());
}

void tst_EditorCommands::branches_data()
{
    QTest::addColumn<QByteArray>("key");
    QTest::addColumn<QList<QByteArray>>("separators");
    QTest::addColumn<QByteArray>("branch");
    const auto row = [](const char *key, const QList<QByteArray> &separators, const char *branch) {
        QTest::addRow("%s, %d", key, int(separators.size()))
            << QByteArray(key) << separators << QByteArray(branch);
    };
    row("a:b:c", {":"}, "a:b:");
    row("a:b:", {":"}, "a:");
    row("a", {":"}, "");
    row("a:", {":"}, "");
    row(":", {":"}, "");
    row("a:b/c", {":", "/"}, "a:b/");
    row("a::b", {"::"}, "a::");
    row("a:b", {}, "");
}

void tst_EditorCommands::branches()
{
    QFETCH(QByteArray, key);
    QFETCH(QList<QByteArray>, separators);
    QTEST(BranchViews::branchOf(key, separators), "branch");
}

void tst_EditorCommands::latestBranchesAreKept()
{
    BranchViews views(m_fixture->settings);
    const QList<QByteArray> separators{":"};
    views.remember(QStringLiteral("p"), "old:", QStringLiteral("Tree"));
    views.remember(QStringLiteral("q"), "a:", QStringLiteral("Hex"));
    QCOMPARE(views.recall(QStringLiteral("p"), "old:1:", separators), QStringLiteral("Tree"));
    QVERIFY(views.recall(QStringLiteral("p"), "a:", separators).isEmpty());
    for (int i = 0; i < BranchViews::mostBranches; ++i)
        views.remember(QStringLiteral("p"), QByteArray::number(i) + ':', QStringLiteral("Text"));
    QVERIFY(views.recall(QStringLiteral("p"), "old:", separators).isEmpty());
    QCOMPARE(views.recall(QStringLiteral("p"), "0:", separators), QStringLiteral("Text"));
    QVERIFY(views.recall(QStringLiteral("p"), "", separators).isEmpty());
}

QTEST_MAIN(tst_EditorCommands)

#include "tst_editorcommands.moc"
