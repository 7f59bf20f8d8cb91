// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "diff/difference.h"
#include "diff/litparts.h"
#include "diff/panetext.h"
#include "diff/sequencealign.h"
#include "json/jsondiff.h"
#include "json/jsonscanner.h"
#include "json/jsontree.h"

#include "../json/jsongenerator.h"
#include "failonwarning.h"

#include <QTest>

using namespace Studio;

/// What two values differ in, and how it is laid out in rows.
class tst_Difference : public QObject
{
    Q_OBJECT

private slots:
    void init() { TestSupport::failOnUnannouncedWarning(); }
    void alignment_data();
    void alignment();
    void longSequencesAreAligned();
    void states_data();
    void states();
    void forms_data();
    void forms();
    void lines_data();
    void lines();
    void members_data();
    void members();
    void membersMeanTheSame();
    void everyLineOnce();
    void litParts_data();
    void litParts();
    void litPartsCutNoCharacter();
    void inlineForm();
    void fillersAreNotCopied();
    void unified();
    void threeSides();
    void threeSidesOfMembers();
    void cancelled();
    void deepNesting();
};

namespace
{

QByteArray joined(const DiffText &text)
{
    QByteArray all;
    for (int i = 0; i < text.lineCount(); ++i)
        all += (i > 0 ? "\n" : "") + text.line(i).toByteArray();
    return all;
}

/// "a|b" for each row, with ! before one that is changed and - where a side has none.
QByteArray rowsOf(const Difference &difference)
{
    QByteArray all;
    for (const DiffRow &row : difference.rows) {
        all += row.isChanged ? "!" : " ";
        all += row.before < 0 ? "-" : difference.before.line(row.before).trimmed();
        all += "|";
        all += row.after < 0 ? "-" : difference.after.line(row.after).trimmed();
        all += "\n";
    }
    return all;
}

} // namespace

void tst_Difference::alignment_data()
{
    QTest::addColumn<QByteArray>("a");
    QTest::addColumn<QByteArray>("b");
    QTest::addColumn<QList<int>>("partners");
    const auto row = [](const char *a, const char *b, const QList<int> &partners) {
        QTest::addRow("%s %s", a, b) << QByteArray(a) << QByteArray(b) << partners;
    };
    row("", "", {});
    row("abc", "abc", {0, 1, 2});
    row("abc", "", {-1, -1, -1});
    row("abcd", "acd", {0, -1, 1, 2});
    row("acd", "abcd", {0, 2, 3});
    row("abc", "xyz", {-1, -1, -1});
    row("aaa", "aa", {0, 1, -1});
    row("abcabba", "cbabac", {-1, -1, 0, -1, 1, 3, 4});
}

void tst_Difference::alignment()
{
    QFETCH(QByteArray, a);
    QFETCH(QByteArray, b);
    const auto letters = [](const QByteArray &text) {
        TextPieces pieces;
        for (qsizetype i = 0; i < text.size(); ++i)
            pieces.push_back(QByteArrayView(text).sliced(i, 1));
        return pieces;
    };
    const std::vector<int> partners = alignSequences(letters(a), letters(b));
    QTEST(QList<int>(partners.begin(), partners.end()), "partners");
}

/// Too long for the table: cut at what is there once.
void tst_Difference::longSequencesAreAligned()
{
    QByteArray before;
    QByteArray after;
    for (int i = 0; i < 50'000; ++i) {
        const QByteArray line = "  \"member" + QByteArray::number(i) + "\": {\n  },\n";
        before += line;
        after += i % 1000 == 500 ? QByteArray("  \"new\": 1,\n") + line : line;
    }
    const TextPieces a = linesOf(before);
    const TextPieces b = linesOf(after);
    const std::vector<int> partners = alignSequences(a, b);
    QCOMPARE(std::count(partners.begin(), partners.end(), -1), 0);
    int last = -1;
    for (size_t i = 0; i < partners.size(); ++i) {
        QVERIFY(partners[i] > last);
        last = partners[i];
        QVERIFY(a[i] == b[size_t(last)]);
    }
}

void tst_Difference::states_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("after");
    QTest::addColumn<DiffState>("state");
    const auto row = [](const char *name, const QByteArray &before, const QByteArray &after,
                        DiffState state) { QTest::newRow(name) << before << after << state; };
    row("same", "{\"a\":1}", "{\"a\":1}", DiffState::Same);
    row("space", "{\"a\":1}", "{ \"a\" : 1 }\n", DiffState::SpaceOnly);
    row("order", "{\"a\":1,\"b\":2}", "{\"b\":2, \"a\":1}", DiffState::OrderOnly);
    row("order inside", "[{\"a\":1,\"b\":2}]", "[{\"b\":2,\"a\":1}]", DiffState::OrderOnly);
    row("order of elements", "[1,2]", "[2,1]", DiffState::Different);
    row("how a number is written", "{\"a\":1.0}", "{\"a\":1.00}", DiffState::Different);
    row("space in a string", "{\"a\":\"b c\"}", "{\"a\":\"bc\"}", DiffState::Different);
    row("text", "one two", "one three", DiffState::Different);
    row("line ends", "one\r\ntwo", "one\ntwo\n", DiffState::SpaceOnly);
    row("scalars", "1", "2", DiffState::Different);
    row("bytes", "\xFF\x01", "\xFF\x01", DiffState::Same);
    row("other bytes", "\xFF\x01", "\xFF\x02", DiffState::Different);
    row("nothing", "", "", DiffState::Same);
    row("from nothing", "", "a", DiffState::Different);
}

void tst_Difference::states()
{
    QFETCH(QByteArray, before);
    QFETCH(QByteArray, after);
    QFETCH(DiffState, state);
    for (const DiffForm form : {DiffForm::Members, DiffForm::Lines}) {
        const Difference difference = compareValues(before, after, form);
        QCOMPARE(difference.state, state);
        if (state == DiffState::Same)
            QVERIFY(difference.changes.empty());
        // By member nothing but a difference is one; by line every byte is.
        if (difference.form == DiffForm::Members)
            QCOMPARE(difference.changes.empty(), state != DiffState::Different);
        else if (state != DiffState::Same)
            QVERIFY(!difference.changes.empty());
    }
}

void tst_Difference::forms_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("after");
    QTest::addColumn<DiffForm>("form");
    QTest::newRow("objects") << QByteArray("{}") << QByteArray("{\"a\":1}") << DiffForm::Members;
    QTest::newRow("arrays") << QByteArray("[1]") << QByteArray("[]") << DiffForm::Members;
    QTest::newRow("object and array") << QByteArray("{}") << QByteArray("[]") << DiffForm::Lines;
    QTest::newRow("scalars") << QByteArray("1") << QByteArray("2") << DiffForm::Lines;
    QTest::newRow("no JSON") << QByteArray("{") << QByteArray("{}") << DiffForm::Lines;
    QTest::newRow("no text") << QByteArray("\xFF") << QByteArray("{}") << DiffForm::Bytes;
}

void tst_Difference::forms()
{
    QFETCH(QByteArray, before);
    QFETCH(QByteArray, after);
    QFETCH(DiffForm, form);
    QCOMPARE(compareValues(before, after, DiffForm::Members).form, form);
    QCOMPARE(compareValues(before, after, DiffForm::Lines).form,
             form == DiffForm::Bytes ? DiffForm::Bytes : DiffForm::Lines);
}

void tst_Difference::lines_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("after");
    QTest::addColumn<QByteArray>("rows");
    QTest::addColumn<int>("changes");
    QTest::newRow("changed") << QByteArray("a\nb\nc") << QByteArray("a\nx\nc")
                             << QByteArray(" a|a\n!b|x\n c|c\n") << 1;
    QTest::newRow("two") << QByteArray("a\nb\nc\nd") << QByteArray("x\nb\nc\ny")
                         << QByteArray("!a|x\n b|b\n c|c\n!d|y\n") << 2;
    QTest::newRow("new line") << QByteArray("a\nc\n") << QByteArray("a\nb\nc\n")
                              << QByteArray(" a|a\n!-|b\n c|c\n") << 1;
    QTest::newRow("gone") << QByteArray("a\nb\nc") << QByteArray("a\nc") << QByteArray(" a|a\n!b|-\n c|c\n")
                          << 1;
    QTest::newRow("more") << QByteArray("a\nb\nc") << QByteArray("a\n1\n2\nc")
                          << QByteArray(" a|a\n!b|1\n!-|2\n c|c\n") << 1;
    QTest::newRow("end of the last line")
        << QByteArray("a") << QByteArray("a\n") << QByteArray("!a|a\n") << 1;
}

void tst_Difference::lines()
{
    QFETCH(QByteArray, before);
    QFETCH(QByteArray, after);
    const Difference difference = compareValues(before, after, DiffForm::Lines);
    QTEST(rowsOf(difference), "rows");
    QTEST(int(difference.changes.size()), "changes");
}

void tst_Difference::members_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("after");
    QTest::addColumn<QByteArray>("rows");
    const auto row = [](const char *name, const char *before, const char *after, const char *rows) {
        QTest::newRow(name) << QByteArray(before) << QByteArray(after) << QByteArray(rows);
    };
    row("order and space are nothing", "{\"a\":1,\"b\":2}", "{ \"b\" : 2,\n\"a\":1}",
        " {|{\n \"a\": 1,|\"a\": 1,\n \"b\": 2|\"b\": 2\n }|}\n");
    row("changed", "{\"a\":1,\"b\":2}", "{\"a\":1,\"b\":3}",
        " {|{\n \"a\": 1,|\"a\": 1,\n!\"b\": 2|\"b\": 3\n }|}\n");
    row("new one stands where it is", "{\"a\":1,\"c\":3}", "{\"a\":1,\"b\":2,\"c\":3}",
        " {|{\n \"a\": 1,|\"a\": 1,\n!-|\"b\": 2,\n \"c\": 3|\"c\": 3\n }|}\n");
    row("new one in front", "{\"c\":3}", "{\"b\":2,\"c\":3}",
        " {|{\n!-|\"b\": 2,\n \"c\": 3|\"c\": 3\n }|}\n");
    row("last one gone: the comma is nothing", "{\"a\":1,\"b\":2}", "{\"a\":1}",
        " {|{\n \"a\": 1,|\"a\": 1\n!\"b\": 2|-\n }|}\n");
    row("inside", "{\"a\":{\"x\":1,\"y\":[1,2]}}", "{\"a\":{\"y\":[1,2,3],\"x\":1}}",
        " {|{\n \"a\": {|\"a\": {\n \"x\": 1,|\"x\": 1,\n \"y\": [|\"y\": [\n 1,|1,\n 2|2,\n!-|3\n ]|]\n "
        "}|}\n }|}\n");
    row("another kind", "{\"a\":1}", "{\"a\":{\"x\":1}}",
        " {|{\n!\"a\": 1|\"a\": {\n!-|\"x\": 1\n!-|}\n }|}\n");
    row("no longer empty", "{\"a\":{}}", "{\"a\":{\"x\":1}}",
        " {|{\n \"a\": {}|\"a\": {\n!-|\"x\": 1\n -|}\n }|}\n");
    row("duplicates", "{\"a\":1,\"a\":2}", "{\"a\":1,\"a\":3}",
        " {|{\n \"a\": 1,|\"a\": 1,\n!\"a\": 2|\"a\": 3\n }|}\n");
    row("whole object new", "{}", "{\"o\":{\"x\":[]}}", " {}|{\n!-|\"o\": {\n!-|\"x\": []\n!-|}\n -|}\n");
}

void tst_Difference::members()
{
    QFETCH(QByteArray, before);
    QFETCH(QByteArray, after);
    QTEST(rowsOf(compareValues(before, after, DiffForm::Members)), "rows");
}

/// Both sides still say what they said, and the changes are those that are told elsewhere.
void tst_Difference::membersMeanTheSame()
{
    int compared = 0;
    for (quint32 seed = 0; seed < 600; ++seed) {
        JsonGenerator generator(seed);
        const QByteArray before = '[' + generator.document() + ']';
        // Every third one is related to the other.
        QByteArray after = '[' + generator.document() + ']';
        if (seed % 3 == 0)
            after = before.left(before.size() - 1) + ",7]";
        const Difference difference = compareValues(before, after, DiffForm::Members);
        if (!difference.hasMembers)
            continue; // surrogates without their other half
        ++compared;
        const auto message = qPrintable(QStringLiteral("seed %1").arg(seed));
        QVERIFY2(sameButForSpace(joined(difference.before), before), message);
        QVERIFY2(jsonChanges(joined(difference.after), after, 1).isEmpty(), message);
        const QList<JsonChange> changes = jsonChanges(before, after, 100'000);
        QCOMPARE(int(difference.changes.size()), int(changes.size()));
        QSet<QByteArray> told;
        QSet<QByteArray> shown;
        for (const JsonChange &change : changes)
            told.insert(change.pointer);
        for (const DiffChange &change : difference.changes)
            shown.insert(change.pointer);
        QCOMPARE(shown, told);
    }
    QVERIFY(compared > 400);
}

/// Rows and panes hold each line of both sides once and in order.
void tst_Difference::everyLineOnce()
{
    for (quint32 seed = 0; seed < 300; ++seed) {
        JsonGenerator generator(seed);
        QByteArray before;
        QByteArray after;
        for (int i = 0; i < 60; ++i) {
            const QByteArray line = QByteArray::number(generator.pick(30)) + '\n';
            const int who = generator.pick(5);
            if (who != 0)
                before += line;
            if (who != 1)
                after += line;
        }
        const Difference difference = compareValues(before, after, DiffForm::Lines);
        int nextBefore = 0;
        int nextAfter = 0;
        size_t change = 0;
        for (int row = 0; row < int(difference.rows.size()); ++row) {
            const DiffRow &shown = difference.rows[size_t(row)];
            if (shown.before >= 0)
                QCOMPARE(shown.before, nextBefore++);
            if (shown.after >= 0)
                QCOMPARE(shown.after, nextAfter++);
            while (change < difference.changes.size()
                   && row >= difference.changes[change].row + difference.changes[change].rows)
                ++change;
            const bool isInside = change < difference.changes.size() && row >= difference.changes[change].row;
            QCOMPARE(shown.isChanged, isInside);
        }
        QCOMPARE(nextBefore, difference.before.lineCount());
        QCOMPARE(nextAfter, difference.after.lineCount());
        const PaneText left = sidePane(difference, false);
        const PaneText right = sidePane(difference, true);
        QCOMPARE(left.rows.size(), right.rows.size());
        QCOMPARE(left.text.count('\n'), right.text.count('\n'));
        QCOMPARE(left.withoutFillers(0, left.text.size()).trimmed(), before.trimmed());
        QCOMPARE(right.withoutFillers(0, right.text.size()).trimmed(), after.trimmed());
    }
}

void tst_Difference::litParts_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("after");
    QTest::addColumn<QByteArray>("beforeLit");
    QTest::addColumn<QByteArray>("afterLit");
    const auto row = [](const char *name, const char *before, const char *after, const char *beforeLit,
                        const char *afterLit) {
        QTest::newRow(name) << QByteArray(before) << QByteArray(after) << QByteArray(beforeLit)
                            << QByteArray(afterLit);
    };
    row("one word", "the red house", "the blue house", "red", "blue");
    row("two words", "one two three four", "one 2 three 4", "two|four", "2|4");
    row("added", "one three", "one two three", "", "two ");
    row("number", "\"total\": 94.20,", "\"total\": 89.20,", "94", "89");
    row("long words by character", "0123456789012345678901234567890123456789x0",
        "0123456789012345678901234567890123456789y0", "x0", "y0");
    row("nothing in common", "abc, def", "uvw, xyz", "abc, def", "uvw, xyz");
    row("nothing", "same", "same", "", "");
}

void tst_Difference::litParts()
{
    QFETCH(QByteArray, before);
    QFETCH(QByteArray, after);
    const LitParts parts = Studio::litParts(before, after);
    const auto text = [](const QByteArray &line, const auto &spans) {
        QByteArrayList all;
        for (const auto &[from, length] : spans)
            all.append(line.mid(from, length));
        return all.join('|');
    };
    QTEST(text(before, parts.before), "beforeLit");
    QTEST(text(after, parts.after), "afterLit");
}

void tst_Difference::litPartsCutNoCharacter()
{
    for (quint32 seed = 0; seed < 500; ++seed) {
        JsonGenerator generator(seed);
        const QByteArray before = generator.string();
        const QByteArray after = generator.string();
        const LitParts parts = Studio::litParts(before, after);
        const auto check = [](const QByteArray &line, const auto &spans) {
            qsizetype last = 0;
            for (const auto &[from, length] : spans) {
                if (from < last || length <= 0 || !isValidUtf8(line.mid(from, length)))
                    return false;
                last = from + length;
            }
            return last <= line.size();
        };
        QVERIFY(check(before, parts.before));
        QVERIFY(check(after, parts.after));
    }
}

void tst_Difference::inlineForm()
{
    const PaneText pane = inlinePane(compareValues("a\nb\nc\nd", "a\nx\ny\nd", DiffForm::Lines));
    QCOMPARE(pane.text, QByteArray("a\nb\nc\nx\ny\nd"));
    QCOMPARE(pane.changes, std::vector<DiffChange>({{1, 4, {}}}));
    QCOMPARE(pane.rows[1].mark, PaneMark::Removed);
    QCOMPARE(pane.rows[1].numbers, (std::array{1, -1}));
    QCOMPARE(pane.rows[3].mark, PaneMark::Added);
    QCOMPARE(pane.rows[3].numbers, (std::array{-1, 1}));
    QCOMPARE(pane.rows[5].numbers, (std::array{3, 3}));
    // Parts of lines are lit on both sides.
    const PaneText lit = inlinePane(compareValues("x one two three", "x one 2 three", DiffForm::Lines));
    QCOMPARE(lit.removedLit.size(), size_t(1));
    QCOMPARE(lit.text.mid(lit.removedLit[0].first, lit.removedLit[0].second), QByteArray("two"));
    QCOMPARE(lit.addedLit.size(), size_t(1));
    QCOMPARE(lit.text.mid(lit.addedLit[0].first, lit.addedLit[0].second), QByteArray("2"));
}

void tst_Difference::fillersAreNotCopied()
{
    const PaneText left = sidePane(compareValues("a\nc\n", "a\nb\nc\n", DiffForm::Lines), false);
    QCOMPARE(left.text, QByteArray("a\n\nc"));
    QCOMPARE(left.rows[1].mark, PaneMark::Filler);
    QCOMPARE(left.withoutFillers(0, left.text.size()), QByteArray("a\nc"));
    QCOMPARE(left.withoutFillers(1, 4), QByteArray("\nc"));
}

void tst_Difference::unified()
{
    QByteArray before;
    QByteArray after;
    for (int i = 1; i <= 30; ++i) {
        before += QByteArray::number(i) + '\n';
        after += (i == 10 ? QByteArray("ten") : QByteArray::number(i)) + '\n';
        if (i == 25)
            after += "new\n";
    }
    const Difference difference = compareValues(before, after, DiffForm::Lines);
    QCOMPARE(unifiedText(difference, "old", "new"),
             QByteArray("--- old\n+++ new\n@@ -7,7 +7,7 @@\n 7\n 8\n 9\n-10\n+ten\n 11\n 12\n 13\n"
                        "@@ -23,6 +23,7 @@\n 23\n 24\n 25\n+new\n 26\n 27\n 28\n"));
}

void tst_Difference::threeSides()
{
    const QByteArray base = "a\nb\nc\nd\ne";
    const auto panes = threePanes(compareValues(base, "a\nx\nc\nd\nm\nn\ne", DiffForm::Lines),
                                  compareValues(base, "a\nb\nd\nt\ne", DiffForm::Lines));
    QCOMPARE(panes[0].text, QByteArray("a\nb\nc\nd\n\n\ne"));
    QCOMPARE(panes[1].text, QByteArray("a\nx\nc\nd\nm\nn\ne"));
    QCOMPARE(panes[2].text, QByteArray("a\nb\n\nd\nt\n\ne"));
    QCOMPARE(panes[1].rows[1].mark, PaneMark::Added);
    QCOMPARE(panes[2].rows[1].mark, PaneMark::Plain);
    QCOMPARE(panes[2].rows[2].mark, PaneMark::Filler);
    QCOMPARE(panes[0].rows[2].mark, PaneMark::Removed);
}

void tst_Difference::threeSidesOfMembers()
{
    for (quint32 seed = 0; seed < 200; ++seed) {
        JsonGenerator generator(seed);
        const QByteArray base = '[' + generator.document() + ",{}]";
        const QByteArray mine = '[' + generator.document() + ",{\"a\":1}]";
        const QByteArray theirs = '[' + generator.document() + ",1,{}]";
        const auto panes = threePanes(compareValues(base, mine, DiffForm::Members),
                                      compareValues(base, theirs, DiffForm::Members));
        QCOMPARE(panes[0].rows.size(), panes[1].rows.size());
        QCOMPARE(panes[0].rows.size(), panes[2].rows.size());
        const QList<QByteArray> texts{base, mine, theirs};
        for (size_t i = 0; i < 3; ++i) {
            const QByteArray text = panes[i].withoutFillers(0, panes[i].text.size());
            QVERIFY2(jsonChanges(text, texts[qsizetype(i)], 1).isEmpty(),
                     qPrintable(QStringLiteral("seed %1, side %2").arg(seed).arg(i)));
        }
    }
}

void tst_Difference::cancelled()
{
    const std::atomic_bool canceled = true;
    QByteArray text = "[";
    for (int i = 0; i < 100'000; ++i)
        text += QByteArray::number(i) + ',';
    text += "0]";
    const Difference difference =
        compareValues(text, text.chopped(1) + ",1]", DiffForm::Members, {&canceled, nullptr});
    QVERIFY(difference.rows.empty());
}

void tst_Difference::deepNesting()
{
    constexpr int Depth = 10'000;
    const auto nested = [](const QByteArray &leaf) {
        return QByteArray(QByteArray("{\"a\":").repeated(Depth) + leaf + QByteArray("}").repeated(Depth));
    };
    const Difference difference = compareValues(nested("1"), nested("2"), DiffForm::Members);
    QCOMPARE(difference.changes.size(), size_t(1));
    QCOMPARE(difference.changes[0].pointer, QByteArray("/a").repeated(Depth));
    QCOMPARE(difference.rows.size(), size_t(2 * Depth + 1));
}

QTEST_GUILESS_MAIN(tst_Difference)

#include "tst_difference.moc"
