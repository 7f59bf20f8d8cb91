// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "editor/textsearch.h"

#include "failonwarning.h"

#include <QElapsedTimer>
#include <QTest>

#include <thread>

using namespace Studio;

namespace
{

const std::atomic_bool never{false};

} // namespace

class tst_TextSearch : public QObject
{
    Q_OBJECT

private slots:
    void init() { TestSupport::failOnUnannouncedWarning(); }
    void replaces_data();
    void replaces();
    void replacesOnePlace();
    void nothingFound();
    void brokenExpression();
    void longLine();
    void givesUp();
    void resultIsBounded();
    void canBeCanceled();
};

void tst_TextSearch::replaces_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("wanted");
    QTest::addColumn<bool>("isRegex");
    QTest::addColumn<QString>("replacement");
    QTest::addColumn<QByteArray>("result");
    const auto row = [](const char *name, const QByteArray &text, const char *wanted, bool isRegex,
                        const char *replacement, const QByteArray &result) {
        QTest::newRow(name) << text << QString::fromUtf8(wanted) << isRegex << QString::fromUtf8(replacement)
                            << result;
    };
    row("text", "a.b.c", ".", false, "--", "a--b--c");
    row("text is taken as it is", "a1b", "1", false, "\\1$0", "a\\1$0b");
    row("brackets", "x=1, y=2", "(\\w)=(\\d)", true, "$2:\\1", "1:x, 2:y");
    row("everything found", "ab", "[ab]", true, "<\\0>", "<a><b>");
    row("no such bracket", "ab", "a", true, "[\\7]", "[]b");
    row("escapes", "a", "a", true, "\\\\ $$ \\n\\t \\x", "\\ $ \n\t \\x");
    row("removes", "aXbX", "X", false, "", "ab");
    row("UTF-8", "\xC3\xA9\xF0\x9F\x98\x80-\xC3\xA9", "\xC3\xA9", false, "e", "e\xF0\x9F\x98\x80-e");
    row("NUL stays", QByteArray("a\0b", 3), "b", false, "c", QByteArray("a\0c", 3));
    row("begins of lines", "a\na\n", "^a", true, "b", "b\nb\n");
    row("line ends stay", "a\r\nb\rc\n", "[abc]", true, "x", "x\r\nx\rx\n");
}

void tst_TextSearch::replaces()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, wanted);
    QFETCH(bool, isRegex);
    QFETCH(QString, replacement);
    const TextSearch search{wanted, isRegex, true};
    const auto replaced = search.replace(text, replacement, -1, never);
    QVERIFY(replaced.count > 0);
    QVERIFY(replaced.problem.isEmpty());
    QTEST(edited(text, replaced.edit), "result");
    // As many as are found, and the edit does not reach further than they do.
    const auto found = search.find(text, never);
    QCOMPARE(replaced.count, int(found.ranges.size()));
    QCOMPARE(replaced.edit.offset, found.ranges.first().first);
    QCOMPARE(replaced.edit.offset + replaced.edit.length,
             found.ranges.last().first + found.ranges.last().second);
}

void tst_TextSearch::replacesOnePlace()
{
    const TextSearch search{QStringLiteral("(a)(?=b)"), true, true};
    const auto replaced = search.replace("ab ab ab", QStringLiteral("\\1\\1"), 3, never);
    QCOMPARE(replaced.count, 1);
    QCOMPARE(replaced.edit, (TextEdit{3, 1, "aa"})); // what is looked at behind it counts
    QCOMPARE(search.replace("ab ab ab", QStringLiteral("x"), 4, never).count, 0);
}

void tst_TextSearch::nothingFound()
{
    const auto replaced = TextSearch{QStringLiteral("z")}.replace("abc", QStringLiteral("x"), -1, never);
    QCOMPARE(replaced.count, 0);
    QVERIFY(replaced.edit.isNothing());
    QVERIFY(replaced.problem.isEmpty());
}

void tst_TextSearch::brokenExpression()
{
    const TextSearch search{QStringLiteral("("), true, false};
    QVERIFY(!search.find("a(", never).problem.isEmpty());
    QVERIFY(!search.replace("a(", {}, -1, never).problem.isEmpty());
    const TextSearch plain{QStringLiteral("(")};
    QCOMPARE(plain.find("a(", never).ranges.size(), 1);
}

/// What makes the editor component's own expressions crash.
void tst_TextSearch::longLine()
{
    const QByteArray text = QByteArray(500'000, 'x') + "y";
    const auto found = TextSearch{QStringLiteral("(x|y)*y"), true, true}.find(text, never);
    QVERIFY(found.ranges.size() == 1 || !found.problem.isEmpty());
    const TextSearch simple{QStringLiteral("x+y"), true, true};
    const std::pair<qsizetype, qsizetype> all{0, 500'001};
    QCOMPARE(simple.find(text, never).ranges.first(), all);
}

/// An expression that would take for ever ends, and says so.
void tst_TextSearch::givesUp()
{
    const TextSearch search{QStringLiteral("^(a+a*)+$|(?:a|aa)+c"), true, true};
    const auto found = search.find(QByteArray(5000, 'a') + "!", never);
    QVERIFY(found.ranges.isEmpty());
    QVERIFY(!found.problem.isEmpty());
    QVERIFY(!search.replace(QByteArray(5000, 'a') + "!", {}, -1, never).problem.isEmpty());
}

void tst_TextSearch::resultIsBounded()
{
    const auto replaced = TextSearch{QStringLiteral("a")}.replace(
        QByteArray(3000, 'a'), QString(100'000, QLatin1Char('x')), -1, never);
    QVERIFY(!replaced.problem.isEmpty());
    QVERIFY(replaced.edit.isNothing());
    const auto found = TextSearch{QStringLiteral("a")}.find(QByteArray(20'000, 'a'), never);
    QCOMPARE(found.ranges.size(), TextSearch::mostFound);
    QVERIFY(found.isCut);
    QVERIFY(!TextSearch{QStringLiteral("a")}.find(QByteArray(10'000, 'a'), never).isCut);
}

void tst_TextSearch::canBeCanceled()
{
    const std::atomic_bool canceled{true};
    const TextSearch search{QStringLiteral("a")};
    QVERIFY(search.find("aaa", canceled).ranges.isEmpty());
    QCOMPARE(search.replace("aaa", {}, -1, canceled).count, 0);
}

QTEST_GUILESS_MAIN(tst_TextSearch)

#include "tst_textsearch.moc"
