// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "editor/codestyle.h"
#include "editor/linediff.h"

#include "failonwarning.h"

#include <QRandomGenerator>
#include <QSet>
#include <QTest>

#include <algorithm>

using namespace Studio;

class tst_LineDiff : public QObject
{
    Q_OBJECT

private slots:
    void init() { TestSupport::failOnUnannouncedWarning(); }
    void table_data();
    void table();
    void hunksMakeTheOtherText();
    void longTextsKeepWhatTheyHaveInCommon();
    void foldDepths_data();
    void foldDepths();
    void longRunsArePieces_data();
    void longRunsArePieces();
    void joinedLettersStayTogether();
    void hugeRunsAreMadeOfFewPieces();
    void piecesBehindAnEditStay();
};

namespace
{

QByteArray applied(const QByteArray &before, const QList<TextHunk> &hunks)
{
    QByteArray text = before;
    qsizetype end = -1;
    for (const TextHunk &hunk : hunks) {
        if (hunk.offset <= end && end >= 0 && hunk.offset < end)
            return "hunks overlap";
        end = hunk.offset + hunk.length;
    }
    for (auto hunk = hunks.crbegin(); hunk != hunks.crend(); ++hunk)
        text.replace(hunk->offset, hunk->length, hunk->replacement);
    return text;
}

} // namespace

void tst_LineDiff::table_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("after");
    QTest::addColumn<QList<TextHunk>>("hunks");
    QTest::newRow("same") << QByteArray("a\nb") << QByteArray("a\nb") << QList<TextHunk>{};
    QTest::newRow("one line") << QByteArray("a\nb\nc") << QByteArray("a\nx\nc")
                              << QList<TextHunk>{{2, 1, "x"}};
    QTest::newRow("two lines apart") << QByteArray("a\nb\nc\nd\ne") << QByteArray("a\nB\nc\nD\ne")
                                     << QList<TextHunk>{{2, 1, "B"}, {6, 1, "D"}};
    QTest::newRow("inserted") << QByteArray("a\nc") << QByteArray("a\nb\nc")
                              << QList<TextHunk>{{2, 0, "b\n"}};
    QTest::newRow("removed") << QByteArray("a\nb\nc") << QByteArray("a\nc") << QList<TextHunk>{{2, 2, ""}};
    QTest::newRow("inside a line") << QByteArray("{\"a\": 12, \"b\": 3}")
                                   << QByteArray("{\"a\": 15, \"b\": 3}") << QList<TextHunk>{{7, 1, "5"}};
    QTest::newRow("from empty") << QByteArray() << QByteArray("a\nb") << QList<TextHunk>{{0, 0, "a\nb"}};
    QTest::newRow("to empty") << QByteArray("a\nb") << QByteArray() << QList<TextHunk>{{0, 3, ""}};
    QTest::newRow("character is not cut")
        << QByteArray("\xC3\xA9") << QByteArray("\xC3\xA8") << QList<TextHunk>{{0, 2, "\xC3\xA8"}};
    QTest::newRow("line ends") << QByteArray("a\r\nb\rc\n") << QByteArray("a\r\nx\rc\n")
                               << QList<TextHunk>{{3, 1, "x"}};
    QTest::newRow("NUL") << QByteArray("a\0b\nc", 5) << QByteArray("a\0d\nc", 5)
                         << QList<TextHunk>{{2, 1, "d"}};
}

void tst_LineDiff::table()
{
    QFETCH(QByteArray, before);
    QFETCH(QByteArray, after);
    QFETCH(QList<TextHunk>, hunks);
    QCOMPARE(textHunks(before, after), hunks);
    QCOMPARE(applied(before, hunks), after);
}

void tst_LineDiff::hunksMakeTheOtherText()
{
    QRandomGenerator random(7);
    const auto text = [&random] {
        static const QList<QByteArray> lines{"a\n",        "b\n", "\n", "c\r\n",
                                             "\xC3\xA9\n", "d\r", "e",  "{ \"x\": 1 }\n"};
        QByteArray made;
        for (int i = int(random.bounded(12)); i > 0; --i)
            made += lines[int(random.bounded(int(lines.size())))];
        return made;
    };
    for (int i = 0; i < 3000; ++i) {
        const QByteArray before = text();
        const QByteArray after = text();
        QCOMPARE(applied(before, textHunks(before, after)), after);
    }
}

/// Too long to compare every line with every other: cut at the lines that both have once.
void tst_LineDiff::longTextsKeepWhatTheyHaveInCommon()
{
    QByteArray before;
    QByteArray after;
    for (int i = 0; i < 5000; ++i) {
        const QByteArray line = QByteArray::number(i) + "\n}\n";
        before += line;
        after += i % 500 == 250 ? "new " + line : line;
    }
    const QList<TextHunk> hunks = textHunks(before, after);
    QCOMPARE(hunks.size(), 10);
    for (const TextHunk &hunk : hunks)
        QCOMPARE(hunk.replacement, QByteArray("new "));
    QCOMPARE(applied(before, hunks), after);
}

void tst_LineDiff::foldDepths_data()
{
    using Fold = CodeStyle::LineFold;
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QList<Fold>>("folds");
    QTest::newRow("flat") << QByteArray("{}\n1") << QList<Fold>{{0, 0}, {0, 0}};
    QTest::newRow("object") << QByteArray("{\n1\n}") << QList<Fold>{{0, 1}, {1, 1}, {1, 0}};
    QTest::newRow("closes and opens")
        << QByteArray("[{\n1\n},{\n2\n}]") << QList<Fold>{{0, 2}, {2, 2}, {1, 2}, {2, 2}, {2, 0}};
    QTest::newRow("one too many") << QByteArray("}\n{") << QList<Fold>{{0, 0}, {0, 1}};
    QTest::newRow("in a string") << QByteArray("s{s\n[") << QList<Fold>{{0, 0}, {0, 1}};
    QTest::newRow("line ends") << QByteArray("[\r\n]\r[") << QList<Fold>{{0, 1}, {1, 0}, {0, 1}};
}

void tst_LineDiff::foldDepths()
{
    QFETCH(QByteArray, text);
    QFETCH(QList<CodeStyle::LineFold>, folds);
    // "s…s" stands for a string here.
    QByteArray styles;
    bool inString = false;
    for (const char c : text) {
        if (c == 's')
            inString = !inString;
        styles += char(inString ? CodeStyle::String : CodeStyle::Punctuation);
    }
    QCOMPARE(CodeStyle::lineFolds(styles, text, 0), folds);
    int depth = 0;
    for (const CodeStyle::LineFold &fold : folds) {
        depth = CodeStyle::depthBehind(CodeStyle::foldLevel(fold));
        QCOMPARE(depth, fold.behind);
    }
}

namespace
{

/// Pieces of a run of one style.
QList<QByteArray> pieces(const QByteArray &run, CodeStyle::Style style)
{
    QByteArray styles(run.size(), '\x7F');
    CodeStyle::fillRun(styles.data(), run, style);
    QList<QByteArray> pieces;
    for (qsizetype i = 0, begin = 0; i < run.size(); ++i) {
        if (styles[i] % CodeStyle::TwinStep != style || styles[i] >= CodeStyle::Twins * CodeStyle::TwinStep)
            return {};
        if (i + 1 == run.size() || styles[i + 1] != styles[i]) {
            pieces.append(run.sliced(begin, i + 1 - begin));
            begin = i + 1;
        }
    }
    return pieces;
}

QByteArray prose(int bytes)
{
    QRandomGenerator random(11);
    QByteArray text;
    while (text.size() < bytes)
        text += random.bounded(5) == 0 ? QByteArray(" ") : QByteArray(1, char('a' + random.bounded(26)));
    return text;
}

} // namespace

/// What Scintilla measures as a whole is short, and cut where characters begin.
void tst_LineDiff::longRunsArePieces_data()
{
    QTest::addColumn<QByteArray>("run");
    QTest::newRow("one letter") << QByteArray(10'000, 'n');
    QTest::newRow("prose") << prose(10'000);
    QTest::newRow("Chinese") << QByteArray("\xE4\xB8\xAD\xE6\x96\x87").repeated(1000);
    QTest::newRow("umlauts") << QByteArray("\xC3\xBC"
                                           "ber")
                                    .repeated(1000);
}

void tst_LineDiff::longRunsArePieces()
{
    QFETCH(QByteArray, run);
    const QList<QByteArray> all = pieces(run, CodeStyle::String);
    QCOMPARE(all.join(), run);
    for (const QByteArray &piece : all) {
        QVERIFY2(piece.size() <= 29, piece.constData());
        QVERIFY2((uchar(piece[0]) & 0xC0) != 0x80, "a piece begins with a character");
    }
    QCOMPARE(pieces(run.first(150), CodeStyle::Name).size(), 1);
}

/// Nothing that joins the letter before it begins a piece.
void tst_LineDiff::joinedLettersStayTogether()
{
    const QByteArray run = QByteArray("e\xCC\x81").repeated(1000) + QByteArray("\xD8\xB3").repeated(1000);
    for (const QByteArray &piece : pieces(run, CodeStyle::String))
        QVERIFY(piece.startsWith('e'));
}

/// A huge run has few pieces that are different, also after an edit has moved them.
void tst_LineDiff::hugeRunsAreMadeOfFewPieces()
{
    QByteArray run = prose(100'000);
    const auto different = [&run] {
        const QList<QByteArray> all = pieces(run, CodeStyle::String);
        return QSet<QByteArray>(all.begin(), all.end()).size();
    };
    const qsizetype before = different();
    QVERIFY2(before > 0 && before <= 27, qPrintable(QString::number(before)));
    run.insert(50'001, 'x');
    QCOMPARE(different(), before);
}

void tst_LineDiff::piecesBehindAnEditStay()
{
    const QByteArray run = prose(20'000);
    QByteArray edited = run;
    edited.insert(10'000, 'x');
    const QList<QByteArray> before = pieces(run, CodeStyle::String);
    const QList<QByteArray> after = pieces(edited, CodeStyle::String);
    qsizetype same = 0;
    while (same < std::min(before.size(), after.size())
           && before[before.size() - 1 - same] == after[after.size() - 1 - same])
        ++same;
    qsizetype above = 0;
    while (above < before.size() && before[above] == after[above])
        ++above;
    QVERIFY2(same + above > before.size() - 30, qPrintable(QString::number(before.size() - same - above)));
}

QTEST_GUILESS_MAIN(tst_LineDiff)

#include "tst_linediff.moc"
