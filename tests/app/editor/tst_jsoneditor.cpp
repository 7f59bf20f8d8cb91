// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "editor/codestyle.h"
#include "editor/codeview.h"
#include "editor/findbar.h"
#include "editor/hexview.h"
#include "editor/jsoneditor.h"
#include "editor/linegutter.h"
#include "editor/problemstrip.h"
#include "editor/textcheck.h"
#include "shell/settings.h"
#include "json/jsonscanner.h"

#include "../json/jsongenerator.h"
#include "editorfixture.h"
#include "failonwarning.h"

#include <QClipboard>
#include <QElapsedTimer>
#include <QGuiApplication>
#include <QInputMethodEvent>
#include <QLabel>
#include <QLineEdit>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace Studio;

class tst_JsonEditor : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void bytesComeBack_data();
    void bytesComeBack();
    void generatedDocumentsComeBack();
    void notUtf8IsRefused();
    void megabyte();
    void typingChangesOnlyWhatIsTyped();
    void formatAndCompactAreOneStepToUndo();
    void formatRefusesWhatIsNotJson();
    void foreignChangeKeepsCursorAndLightsLines();
    void foreignChangeInReadOnlyEditor();
    void undoableUpdate();
    void errorIsShownWithItsPlace();
    void plainTextHasNoErrors();
    void changedMembersAreCounted();
    void longTextIsCheckedBeside();
    void pointerFollowsCursor();
    void folds();
    void jumpInALargeTextIsColouredAtOnce();
    void foldOfALargeTextIsKnownToItsEnd();
    void longLineIsPainted();
    void aKeyIsOneChange();
    void changesFromBehindAreTold();
    void bracketsAreMatched();
    void wrapIsOffForLongValues();
    void findsTextAndExpressions();
    void brokenExpressionSaysSo();
    void hexViewPaintsOnlyRows();

private:
    CodeView *view() const { return m_editor->findChild<CodeView *>(); }

    std::unique_ptr<EditorFixture> m_fixture;
    std::unique_ptr<JsonEditor> m_editor;
};

void tst_JsonEditor::init()
{
    TestSupport::failOnUnannouncedWarning();
    m_fixture = std::make_unique<EditorFixture>();
    m_editor = std::make_unique<JsonEditor>(m_fixture->app);
    m_editor->resize(700, 400);
    m_editor->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_editor.get()));
}

void tst_JsonEditor::cleanup()
{
    m_editor.reset();
    m_fixture.reset();
}

void tst_JsonEditor::bytesComeBack_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("numbers") << QByteArray("[1.0, 1e400, 12345678901234567890, -0, 1E+05]");
    QTest::newRow("escapes") << QByteArray("{\"\\u00e9\":\"\\ud83d\\ude00\\/\"}");
    QTest::newRow("duplicates") << QByteArray("{\"a\":1,\"a\":2}");
    QTest::newRow("NUL") << QByteArray("a\0b\0\0c", 6);
    QTest::newRow("NUL first and last") << QByteArray("\0x\0", 3);
    QTest::newRow("control characters") << QByteArray("\x01\x02\x1B[0m\x7F");
    QTest::newRow("CR LF") << QByteArray("a\r\nb\r\n");
    QTest::newRow("mixed line ends") << QByteArray("a\rb\nc\r\nd\n\re");
    QTest::newRow("separators of Unicode") << QByteArray("a\xE2\x80\xA8"
                                                         "b\xE2\x80\xA9"
                                                         "c\xC2\x85"
                                                         "d");
    QTest::newRow("byte order mark") << QByteArray("\xEF\xBB\xBF{}");
    QTest::newRow("trailing blanks") << QByteArray("  {} \t \n\n");
    QTest::newRow("no line end") << QByteArray("last");
    QTest::newRow("emoji") << QByteArray("\"\xF0\x9F\x98\x80\xF0\x9F\x87\xA9\xF0\x9F\x87\xAA\"");
    QTest::newRow("noncharacters") << QByteArray("\xEF\xBF\xBF\xEF\xB7\x90\xF4\x8F\xBF\xBF");
    QTest::newRow("invalid JSON") << QByteArray("{\"a\":[1,}");
    QTest::newRow("deep") << QByteArray(5000, '[') + QByteArray(5000, ']');
    QTest::newRow("a line of 100,000 characters") << QByteArray("\"" + QByteArray(100'000, 'x') + "\"");
}

void tst_JsonEditor::bytesComeBack()
{
    QFETCH(QByteArray, bytes);
    for (const auto language : {JsonEditor::Language::Json, JsonEditor::Language::PlainText}) {
        m_editor->setLanguage(language);
        QVERIFY(m_editor->setBytes(bytes));
        QCOMPARE(m_editor->bytes(), bytes);
        QCOMPARE(m_editor->size(), bytes.size());
        QVERIFY(m_editor->isEqualTo(bytes));
        QVERIFY(!m_editor->canUndo());
        m_editor->updateBytes(QByteArray(bytes + "\nmore"), true);
        QCOMPARE(m_editor->bytes(), QByteArray(bytes + "\nmore"));
        m_editor->updateBytes(bytes, true);
        QCOMPARE(m_editor->bytes(), bytes);
    }
}

void tst_JsonEditor::generatedDocumentsComeBack()
{
    for (quint32 seed = 0; seed < 200; ++seed) {
        const QByteArray text = JsonGenerator(seed).document();
        QVERIFY(m_editor->setBytes(text));
        QCOMPARE(m_editor->bytes(), text);
        QVERIFY(m_editor->format());
        QVERIFY(m_editor->compact());
        m_editor->updateBytes(text, false);
        QCOMPARE(m_editor->bytes(), text);
    }
}

void tst_JsonEditor::notUtf8IsRefused()
{
    for (const QByteArray &bytes :
         {QByteArray("\xFF\xFE"), QByteArray("a\xC3"), QByteArray("\xED\xA0\x80")}) {
        QVERIFY(!m_editor->setBytes(bytes));
        QCOMPARE(m_editor->size(), 0);
    }
    QVERIFY(m_editor->setBytes("{}"));
}

void tst_JsonEditor::megabyte()
{
    QByteArray text = "[";
    for (int i = 0; text.size() < 1'000'000; ++i)
        text += "\n  {\"id\": " + QByteArray::number(i) + ", \"name\": \"Zo\xC3\xAB\", \"ok\": true},";
    text += "\n  null\n]";
    QElapsedTimer timer;
    timer.start();
    QVERIFY(m_editor->setBytes(text));
    m_editor->repaint();
    const qint64 opened = timer.restart();
    m_editor->setCursor(text.size());
    m_editor->repaint();
    const qint64 atEnd = timer.elapsed();
    qInfo("1 MB: open and paint %lld ms, jump to the end %lld ms", opened, atEnd);
    QVERIFY(m_editor->isEqualTo(text));
    QSignalSpy checked(m_editor.get(), &JsonEditor::checked);
    QTRY_VERIFY(!checked.isEmpty() || !m_editor->findings().error);
}

void tst_JsonEditor::typingChangesOnlyWhatIsTyped()
{
    const QByteArray text = "{\"a\": 1.0,\r\n \"b\": 12345678901234567890}";
    QVERIFY(m_editor->setBytes(text));
    QSignalSpy changed(m_editor.get(), &JsonEditor::textChanged);
    m_editor->setCursor(text.indexOf("1.0") + 3);
    m_editor->setFocus();
    QTest::keyClicks(view(), QStringLiteral("7"));
    QCOMPARE(m_editor->bytes(), QByteArray(text).replace("1.0", "1.07"));
    QVERIFY(!changed.isEmpty());
    QTest::keyClick(view(), Qt::Key_Return);
    QVERIFY(m_editor->bytes().contains("1.07\r\n"));
    while (m_editor->canUndo())
        m_editor->undo();
    QCOMPARE(m_editor->bytes(), text);
}

void tst_JsonEditor::formatAndCompactAreOneStepToUndo()
{
    const QByteArray text = "{\"b\":1e400,\"a\":[1,2.50,{\"\\u00e9\":-0}],\"b\":\"x\"}";
    QVERIFY(m_editor->setBytes(text));
    QVERIFY(m_editor->format());
    QCOMPARE(m_editor->bytes().count('\n'), 10);
    QVERIFY(m_editor->canUndo());
    m_editor->undo();
    QCOMPARE(m_editor->bytes(), text);
    m_editor->redo();
    QVERIFY(m_editor->compact());
    QCOMPARE(m_editor->bytes(), text);
}

void tst_JsonEditor::formatRefusesWhatIsNotJson()
{
    QVERIFY(m_editor->setBytes("{\"a\":1,}"));
    QVERIFY(!m_editor->format());
    QVERIFY(!m_editor->compact());
    QCOMPARE(m_editor->bytes(), QByteArray("{\"a\":1,}"));
    QCOMPARE(m_editor->findings().error.code, JsonErrorCode::TrailingComma);
}

void tst_JsonEditor::foreignChangeKeepsCursorAndLightsLines()
{
    QByteArray text = "{\n";
    for (int i = 0; i < 200; ++i)
        text += "  \"m" + QByteArray::number(i) + "\": " + QByteArray::number(i) + ",\n";
    text += "  \"end\": 0\n}";
    QVERIFY(m_editor->setBytes(text));
    const qsizetype cursor = text.indexOf("\"m100\"") + 3;
    m_editor->setCursor(cursor);
    const long top = view()->send(QsciScintilla::SCI_GETFIRSTVISIBLELINE);
    QVERIFY(top > 0);

    QByteArray changed = text;
    changed.replace("\"m102\": 102", "\"m102\": \"changed\"");
    changed.replace("\"m3\": 3,\n", "\"m3\": 3,\n  \"new\": true,\n");
    m_editor->updateBytes(changed, true);
    QCOMPARE(m_editor->bytes(), changed);
    QCOMPARE(m_editor->cursor(), changed.indexOf("\"m100\"") + 3);
    QCOMPARE(view()->send(QsciScintilla::SCI_GETFIRSTVISIBLELINE), top + 1);
    QVERIFY(!m_editor->canUndo());
    QVERIFY(view()->lightOf(5).isValid()); // the new line
    QVERIFY(!view()->lightOf(4).isValid());
    QVERIFY(!view()->lightOf(6).isValid());
    QVERIFY(view()->lightOf(104).isValid());
    QVERIFY(!view()->lightOf(103).isValid());
    // The light goes by itself.
    QTRY_VERIFY_WITH_TIMEOUT(!view()->lightOf(104).isValid(), 8000);
}

void tst_JsonEditor::foreignChangeInReadOnlyEditor()
{
    QVERIFY(m_editor->setBytes("{\"a\": 1}"));
    m_editor->setReadOnly(true);
    m_editor->updateBytes("{\"a\": 2}", true);
    QCOMPARE(m_editor->bytes(), QByteArray("{\"a\": 2}"));
    QVERIFY(m_editor->isReadOnly());
    m_editor->setFocus();
    QTest::keyClicks(view(), QStringLiteral("x"));
    QCOMPARE(m_editor->bytes(), QByteArray("{\"a\": 2}"));
    QVERIFY(m_editor->setBytes("[]"));
    QCOMPARE(m_editor->bytes(), QByteArray("[]"));
    QVERIFY(m_editor->isReadOnly());
}

void tst_JsonEditor::undoableUpdate()
{
    QVERIFY(m_editor->setBytes("one\ntwo\nthree"));
    m_editor->updateBytes("ONE\ntwo\nTHREE", false, true);
    QVERIFY(m_editor->canUndo());
    m_editor->undo();
    QCOMPARE(m_editor->bytes(), QByteArray("one\ntwo\nthree"));
    QVERIFY(!m_editor->canUndo());
}

void tst_JsonEditor::errorIsShownWithItsPlace()
{
    auto *strip = m_editor->findChild<ProblemStrip *>();
    QVERIFY(m_editor->setBytes("{\n  \"a\": 1\n  \"b\": 2\n}"));
    QTRY_COMPARE(m_editor->findings().error.code, JsonErrorCode::MissingComma);
    QCOMPARE(m_editor->findings().sentence,
             QStringLiteral("Line 3, column 3: A comma is missing before \"."));
    QCOMPARE(view()->errorLine(), 2);
    QVERIFY(strip->isVisible());
    emit strip->activated();
    QCOMPARE(m_editor->cursor(), m_editor->bytes().indexOf("\"b\""));

    m_editor->setCursor(m_editor->bytes().indexOf("1\n") + 1);
    QTest::keyClicks(view(), QStringLiteral(","));
    QTRY_VERIFY(!m_editor->findings().error);
    QCOMPARE(view()->errorLine(), -1);
    QVERIFY(!strip->isVisible());
}

void tst_JsonEditor::plainTextHasNoErrors()
{
    m_editor->setLanguage(JsonEditor::Language::PlainText);
    QVERIFY(m_editor->setBytes("just text"));
    QVERIFY(!m_editor->findings().error);
    QVERIFY(m_editor->pointer().isEmpty());
    m_editor->setLanguage(JsonEditor::Language::Json);
    QCOMPARE(m_editor->findings().error.code, JsonErrorCode::UnknownWord);
}

void tst_JsonEditor::changedMembersAreCounted()
{
    const QByteArray text = "{\"a\": 1, \"b\": {\"c\": 2}}";
    QVERIFY(m_editor->setBytes(text));
    m_editor->setBase(text);
    QVERIFY(!m_editor->findings().isComparable);
    m_editor->updateBytes("{\"a\": 1, \"b\": {\"c\": 3}, \"d\": []}", false, true);
    QTRY_COMPARE(m_editor->findings().changedMembers, 2);
    QVERIFY(m_editor->findings().isComparable);
    m_editor->setBase("no JSON");
    QVERIFY(!m_editor->findings().isComparable);
}

void tst_JsonEditor::longTextIsCheckedBeside()
{
    const QByteArray text = "[" + QByteArray("1,").repeated(200'000) + "]";
    QSignalSpy checked(m_editor.get(), &JsonEditor::checked);
    QVERIFY(m_editor->setBytes(text));
    QTRY_COMPARE(m_editor->findings().error.code, JsonErrorCode::TrailingComma);
    QCOMPARE(m_editor->findings().error.offset, text.size() - 2);
    // What is typed while a check runs drops its answer.
    QVERIFY(m_editor->setBytes("[]"));
    QVERIFY(!m_editor->findings().error);
    checked.clear();
    QVERIFY(m_editor->setBytes(QByteArray(text).replace(text.size() - 2, 1, " ")));
    QTRY_COMPARE(checked.size(), 1);
    QVERIFY(!m_editor->findings().error);
}

void tst_JsonEditor::pointerFollowsCursor()
{
    const QByteArray text = "{\"items\": [{\"price\": 1}, {\"price\": 2}]}";
    QVERIFY(m_editor->setBytes(text));
    QSignalSpy moved(m_editor.get(), &JsonEditor::pointerChanged);
    m_editor->setCursor(text.lastIndexOf('2'));
    QCOMPARE(m_editor->pointer(), QByteArray("/items/1/price"));
    QTRY_COMPARE(moved.size(), 1);
    QCOMPARE(moved.first().first().toByteArray(), QByteArray("/items/1/price"));
}

void tst_JsonEditor::folds()
{
    QVERIFY(m_editor->setBytes("{\n  \"a\": {\n    \"b\": 1\n  },\n  \"c\": 2\n}"));
    m_editor->repaint();
    QVERIFY(view()->isFoldHeader(0));
    QVERIFY(view()->isFoldHeader(1));
    QVERIFY(!view()->isFoldHeader(2));
    QVERIFY(!view()->isFoldHeader(4));
    view()->toggleFold(1);
    QVERIFY(view()->isFolded(1));
    QCOMPARE(view()->send(QsciScintilla::SCI_GETLINEVISIBLE, 2), 0);
    QCOMPARE(view()->send(QsciScintilla::SCI_GETLINEVISIBLE, 4), 1);
    // A change elsewhere leaves it folded; the bytes are all there.
    m_editor->updateBytes("{\n  \"a\": {\n    \"b\": 1\n  },\n  \"c\": 3\n}", true);
    QVERIFY(view()->isFolded(1));
    QVERIFY(m_editor->bytes().contains("\"b\": 1"));
    // What is hidden does not stay so when its bracket goes.
    m_editor->updateBytes("{\n  \"a\": 0,\n    \"b\": 1\n  ,\n  \"c\": 3\n}", true);
    m_editor->repaint();
    QVERIFY(!view()->isFoldHeader(1));
    for (int line = 0; line < 6; ++line)
        QCOMPARE(view()->send(QsciScintilla::SCI_GETLINEVISIBLE, line), 1);
    QVERIFY(m_editor->setBytes("{\n  \"a\": {\n    \"b\": 1\n  },\n  \"c\": 2\n}"));
    m_editor->repaint();
    view()->toggleFold(1);
    QVERIFY(view()->isFolded(1));
    // Going to what is hidden shows it.
    m_editor->setCursor(m_editor->bytes().indexOf("\"b\""));
    QCOMPARE(view()->send(QsciScintilla::SCI_GETLINEVISIBLE, 2), 1);
}

namespace
{

/// 20,000 lines, more than are coloured at once.
QByteArray largeText()
{
    return "[\n" + QByteArray("  { \"a\": {\n    \"b\": 1 } },\n").repeated(10'000) + "  2\n]";
}

} // namespace

/// What is seen has its colours with the first painting; the folds above follow.
void tst_JsonEditor::jumpInALargeTextIsColouredAtOnce()
{
    const QByteArray text = largeText();
    QVERIFY(m_editor->setBytes(text));
    m_editor->repaint();
    const auto styleAt = [this](qsizetype offset) {
        return view()->send(QsciScintilla::SCI_GETSTYLEAT, offset) % CodeStyle::TwinStep;
    };
    m_editor->setCursor(text.size());
    view()->grab();
    QCOMPARE(styleAt(text.size() - 3), long(CodeStyle::Number));
    QCOMPARE(styleAt(text.size() - 1), long(CodeStyle::Punctuation));
    QCOMPARE(styleAt(text.lastIndexOf("\"b\"")), long(CodeStyle::Name));
    QVERIFY(!view()->isFoldHeader(10'001));
    QTRY_VERIFY(view()->isFoldHeader(view()->lines() - 4)); // the last { "a": {
    QVERIFY(view()->isFoldHeader(10'001));
    QCOMPARE(styleAt(text.indexOf("\"b\"", text.size() / 2)), long(CodeStyle::Name));
    // A key above makes what was known below a guess again, and it is worked out anew.
    m_editor->setCursor(1);
    QTest::keyClicks(view(), QStringLiteral("["));
    m_editor->setCursor(m_editor->size());
    view()->grab();
    const auto depthOfLast = [this] {
        return view()->send(QsciScintilla::SCI_GETFOLDLEVEL, view()->lines() - 2)
             & QsciScintilla::SC_FOLDLEVELNUMBERMASK;
    };
    QTRY_COMPARE(depthOfLast(), long(QsciScintilla::SC_FOLDLEVELBASE + 2));
}

void tst_JsonEditor::foldOfALargeTextIsKnownToItsEnd()
{
    QVERIFY(m_editor->setBytes(largeText()));
    m_editor->repaint();
    view()->toggleFold(0);
    QVERIFY(view()->isFolded(0));
    QCOMPARE(view()->send(QsciScintilla::SCI_GETLINEVISIBLE, view()->lines() - 2), 0);
    view()->toggleFold(0);
    QCOMPARE(view()->send(QsciScintilla::SCI_GETALLLINESVISIBLE), 1);
}

/// A line whose colours are cut into pieces looks as one that is not: no gap, no other colour.
void tst_JsonEditor::longLineIsPainted()
{
    const auto painted = [this](const QByteArray &text) {
        [&] { QVERIFY(m_editor->setBytes(text)); }();
        return view()->viewport()->grab().toImage().copy(0, 0, 600, view()->lineHeight());
    };
    m_fixture->app.settings.setValue(Key::WrapLines, false);
    view()->clearFocus(); // no cursor in the pictures
    // The same beginning, in a run that is too short for pieces and in one that is not.
    const QByteArray begin = QByteArray("prose \xC3\xA4\xC3\xB6 with words, ").repeated(7);
    const QImage whole = painted("[\"" + begin);
    const QImage inPieces = painted("[\"" + begin + QByteArray(2000, ' '));
    QCOMPARE(inPieces, whole);
}

void tst_JsonEditor::aKeyIsOneChange()
{
    QVERIFY(m_editor->setBytes("{\n  \"a\": 1\n}"));
    m_editor->setCursor(m_editor->bytes().indexOf("1") + 1);
    QSignalSpy changes(m_editor.get(), &JsonEditor::textChanged);
    QByteArray seen;
    connect(m_editor.get(), &JsonEditor::textChanged, m_editor.get(), [&] { seen = m_editor->bytes(); });
    QTest::keyClick(view(), Qt::Key_Return); // with its indent
    QCOMPARE(changes.size(), 1);
    QCOMPARE(seen, QByteArray("{\n  \"a\": 1\n  \n}"));
    QTest::keyClicks(view(), QStringLiteral("xy"));
    QCOMPARE(changes.size(), 3);
    QCOMPARE(seen, QByteArray("{\n  \"a\": 1\n  xy\n}"));
    QTest::keyClick(view(), Qt::Key_Left);
    QCOMPARE(changes.size(), 3);
    m_editor->undo();
    QCOMPARE(changes.size(), 4);
    QCOMPARE(seen, m_editor->bytes());
}

/// Whatever changes the text, it is told; the copy that was made before is not taken for the new text.
void tst_JsonEditor::changesFromBehindAreTold()
{
    QVERIFY(m_editor->setBytes("[1]"));
    QCOMPARE(m_editor->bytes(), QByteArray("[1]"));
    QSignalSpy changes(m_editor.get(), &JsonEditor::textChanged);
    view()->SendScintilla(QsciScintilla::SCI_INSERTTEXT, 2ul, ", 2");
    QCOMPARE(m_editor->bytes(), QByteArray("[1, 2]"));
    QTRY_COMPARE(changes.size(), 1);
    QGuiApplication::clipboard()->setText(QStringLiteral(" "));
    m_editor->paste();
    QCOMPARE(changes.size(), 2);
    QCOMPARE(m_editor->bytes(), QByteArray(" [1, 2]"));
    m_editor->selectAll();
    m_editor->cut();
    QCOMPARE(changes.size(), 3);
    QCOMPARE(m_editor->bytes(), QByteArray());
    QInputMethodEvent typed;
    typed.setCommitString(QStringLiteral("\u4E2D"));
    QCoreApplication::sendEvent(view(), &typed);
    QCOMPARE(changes.size(), 4);
    QCOMPARE(m_editor->bytes(), QByteArray("\xE4\xB8\xAD"));
}

void tst_JsonEditor::bracketsAreMatched()
{
    const QByteArray text = "[{ \"a\": \"]\" }]";
    QVERIFY(m_editor->setBytes(text));
    const auto colored = [this](qsizetype cursor) {
        m_editor->setCursor(cursor);
        view()->grab();
        return view()->grab().toImage();
    };
    view()->clearFocus(); // no cursor in the pictures
    const QImage none = colored(3);
    QVERIFY(colored(text.size()) != none);
    // In a string no bracket is one.
    QCOMPARE(colored(text.indexOf("]")), none);
}

void tst_JsonEditor::wrapIsOffForLongValues()
{
    auto *strip = m_editor->findChild<ProblemStrip *>();
    m_editor->setLanguage(JsonEditor::Language::PlainText);
    const QByteArray line = QByteArray(29'999, 'x') + '\n';
    QVERIFY(m_editor->setBytes(line.repeated(10)));
    QVERIFY(m_editor->isWrapped());
    QVERIFY(!strip->isVisible());
    QVERIFY(m_editor->setBytes(line.repeated(10) + 'x'));
    QVERIFY(!m_editor->isWrapped());
    QVERIFY(strip->isVisible());
    QVERIFY(m_editor->setBytes(line));
    QVERIFY(m_editor->isWrapped());
    QVERIFY(!strip->isVisible());
    QVERIFY(m_editor->setBytes('x' + line)); // one line that is too long
    QVERIFY(!m_editor->isWrapped());
    QVERIFY(strip->isVisible());
}

void tst_JsonEditor::findsTextAndExpressions()
{
    const QByteArray text("{\"\xC3\xA9\": 1, \"e\0\xF0\x9F\x98\x80\": 11, \"E\": 111}", 33);
    QVERIFY(isValidUtf8(text));
    QVERIFY(m_editor->setBytes(text));
    m_editor->showFind();
    auto *bar = m_editor->findChild<FindBar *>();
    auto *field = bar->findChild<QLineEdit *>();
    QVERIFY(bar->isVisible());
    using Range = FindBar::Range;
    field->setText(QStringLiteral("11"));
    QTRY_COMPARE(bar->found(), (QList<Range>{{text.indexOf("11"), 2}, {text.indexOf("111"), 2}}));
    bar->findNext();
    QCOMPARE(view()->selectedRange(), (Range{text.indexOf("111"), 2}));
    bar->findNext();
    QCOMPARE(view()->selectedRange(), (Range{text.indexOf("11"), 2}));
    bar->findPrevious();
    QCOMPARE(view()->selectedRange(), (Range{text.indexOf("111"), 2}));
    field->setText(QStringLiteral("e"));
    QTRY_COMPARE(bar->found().size(), 2);

    auto *regex = bar->findChild<QToolButton *>(QStringLiteral("regularExpression"));
    field->setText(QStringLiteral("\\d+\\}"));
    QTRY_VERIFY(!bar->isSearching());
    QCOMPARE(bar->found().size(), 0);
    regex->click();
    QTRY_COMPARE(bar->found(), (QList<Range>{{text.indexOf("111"), 4}}));
    QTest::keyClick(field, Qt::Key_Escape);
    QVERIFY(!bar->isVisible());
}

void tst_JsonEditor::brokenExpressionSaysSo()
{
    QVERIFY(m_editor->setBytes("text"));
    m_editor->showFind();
    auto *bar = m_editor->findChild<FindBar *>();
    bar->findChild<QToolButton *>(QStringLiteral("regularExpression"))->click();
    bar->findChild<QLineEdit *>()->setText(QStringLiteral("(a"));
    QTRY_VERIFY(!bar->isSearching());
    const auto labels = bar->findChildren<QLabel *>();
    QVERIFY(std::any_of(labels.cbegin(), labels.cend(), [](const QLabel *label) {
        return label->text().startsWith(QStringLiteral("This regular expression is not complete"));
    }));
}

void tst_JsonEditor::hexViewPaintsOnlyRows()
{
    HexView hex(m_fixture->theme);
    hex.resize(700, 300);
    hex.setBytes(QByteArray(4'000'000, '\xFE'));
    hex.show();
    QVERIFY(QTest::qWaitForWindowExposed(&hex));
    QVERIFY(hex.verticalScrollBar()->maximum() > 200'000);
    QTest::keyClick(&hex, Qt::Key_End);
    QCOMPARE(hex.verticalScrollBar()->value(), hex.verticalScrollBar()->maximum());
    QElapsedTimer timer;
    timer.start();
    hex.grab();
    QVERIFY(timer.elapsed() < 500);
    hex.setBytes({});
    QCOMPARE(hex.verticalScrollBar()->maximum(), 0);
}

QTEST_MAIN(tst_JsonEditor)

#include "tst_jsoneditor.moc"
