// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "failonwarning.h"

#include "session/watchpattern.h"

#include <QTest>

using namespace Studio;
using Kind = WatchPattern::Kind;

Q_DECLARE_METATYPE(Studio::WatchPattern)

class TestWatchPattern : public QObject
{
    Q_OBJECT

private slots:
    void init() { TestSupport::failOnUnannouncedWarning(); }
    void readsText_data();
    void readsText();
    void wire_data();
    void wire();
    void covers_data();
    void covers();
    void matches_data();
    void matches();
    void coversStretches();
    void errors_data();
    void errors();
    void manyAtOnce();
    void aWildExpressionGivesUp();
};

void TestWatchPattern::readsText_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<WatchPattern>("expected");
    QTest::newRow("key") << QByteArray("a:b") << WatchPattern::key("a:b");
    QTest::newRow("prefix") << QByteArray("a:*") << WatchPattern::prefix("a:");
    QTest::newRow("everything") << QByteArray("*") << WatchPattern::prefix("");
    QTest::newRow("suffix") << QByteArray("*:b") << WatchPattern{":b", Kind::Suffix};
    QTest::newRow("wildcard") << QByteArray("a*b") << WatchPattern{"a*b", Kind::Wildcard};
    QTest::newRow("two stars") << QByteArray("*a*") << WatchPattern{"*a*", Kind::Wildcard};
    QTest::newRow("expression") << QByteArray("/^a/") << WatchPattern{"^a", Kind::Expression};
    QTest::newRow("two slashes") << QByteArray("//") << WatchPattern::key("//");
}

void TestWatchPattern::readsText()
{
    QFETCH(QByteArray, text);
    QFETCH(WatchPattern, expected);
    QVERIFY(WatchPattern::fromText(text) == expected);
    QCOMPARE(expected.toText(), text);
}

void TestWatchPattern::wire_data()
{
    QTest::addColumn<WatchPattern>("pattern");
    QTest::addColumn<QByteArray>("expected");
    QTest::addColumn<bool>("wider");
    QTest::newRow("key") << WatchPattern::key("a.b+") << QByteArray("a.b+") << false;
    QTest::newRow("key with a star") << WatchPattern::key("a*") << QByteArray("a*") << true;
    QTest::newRow("key between slashes") << WatchPattern::key("/a+/") << QByteArray("/a+/*") << true;
    QTest::newRow("prefix") << WatchPattern::prefix("a:") << QByteArray("a:*") << false;
    QTest::newRow("prefix with a star") << WatchPattern::prefix("a*b:") << QByteArray("a*b:*") << true;
    QTest::newRow("suffix") << WatchPattern{":b/", Kind::Suffix} << QByteArray("*:b/") << false;
    QTest::newRow("suffix with a star") << WatchPattern{"*b", Kind::Suffix} << QByteArray("**b") << true;
    QTest::newRow("wildcard") << WatchPattern{"a*b", Kind::Wildcard} << QByteArray("a*b") << false;
    QTest::newRow("wildcard between slashes")
        << WatchPattern{"/a*b/", Kind::Wildcard} << QByteArray("/a*b/*") << true;
    QTest::newRow("expression") << WatchPattern{"^a*$", Kind::Expression} << QByteArray("/^a*$/") << false;
}

void TestWatchPattern::wire()
{
    QFETCH(WatchPattern, pattern);
    QFETCH(QByteArray, expected);
    QFETCH(bool, wider);
    QCOMPARE(pattern.toWire(), expected);
    QCOMPARE(pattern.isWider(), wider);
}

void TestWatchPattern::covers_data()
{
    QTest::addColumn<WatchPattern>("first");
    QTest::addColumn<WatchPattern>("second");
    QTest::addColumn<bool>("expected");
    const auto key = &WatchPattern::key;
    const auto prefix = &WatchPattern::prefix;
    const auto row = [](const char *name, const WatchPattern &a, const WatchPattern &b, bool expected) {
        QTest::newRow(name) << a << b << expected;
    };
    row("key itself", key("a"), key("a"), true);
    row("key, longer key", key("a"), key("ab"), false);
    row("key, its prefix", key("a"), prefix("a"), false);
    row("prefix, key", prefix("a:"), key("a:b"), true);
    row("prefix, key of that text", prefix("a:"), key("a:"), true);
    row("prefix, other key", prefix("a:"), key("a"), false);
    row("prefix, deeper prefix", prefix("a:"), prefix("a:b:"), true);
    row("prefix, wider prefix", prefix("a:b:"), prefix("a:"), false);
    row("everything, key", prefix(""), key("x"), true);
    row("everything, expression", prefix(""), {"^x", Kind::Expression}, true);
    row("prefix, wildcard within", prefix("a:"), {"a:b*c", Kind::Wildcard}, true);
    row("prefix, wildcard beyond", prefix("a:"), {"a*:b", Kind::Wildcard}, false);
    row("prefix, suffix", prefix("a:"), {"a:", Kind::Suffix}, false);
    row("suffix, key", {":b", Kind::Suffix}, key("a:b"), false);
    row("suffix itself", {":b", Kind::Suffix}, {":b", Kind::Suffix}, true);
    row("wildcard, key", {"a*", Kind::Wildcard}, key("ab"), false);
    row("expression, key", {".*", Kind::Expression}, key("ab"), false);
    row("expression itself", {".*", Kind::Expression}, {".*", Kind::Expression}, true);
    row("expression, key of that text", {"a", Kind::Expression}, key("a"), false);
}

void TestWatchPattern::covers()
{
    QFETCH(WatchPattern, first);
    QFETCH(WatchPattern, second);
    QFETCH(bool, expected);
    QCOMPARE(first.covers(second), expected);
    if (expected && second.kind == Kind::Key)
        QVERIFY(first.matches(second.text));
}

void TestWatchPattern::matches_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("key");
    QTest::addColumn<bool>("expected");
    const auto row = [](const char *name, const QByteArray &text, const QByteArray &key, bool expected) {
        QTest::newRow(name) << text << key << expected;
    };
    row("star over separators", "ns:*", "ns:a/b:c", true);
    row("star over line ends", "ns:*", "ns:a\nb", true);
    row("whole key", "ns:*:x", "ns:a:x:y", false);
    row("star of nothing", "a*b", "ab", true);
    row("two stars", "*a*b", "xaab", true);
    row("star goes back", "a*bc", "abbbc", true);
    row("dots are dots", "a.b*", "axb", false);
    row("suffix", "*:temp", "sensor:1:temp", true);
    row("suffix, longer", "*:temp", "sensor:1:temps", false);
    row("expression is searched for", "/b/", "abc", true);
    row("anchored", "/^b/", "abc", false);
    row("the very end", "/a$/", "a\n", false);
    row("the end", "/a$/", "ba", true);
    row("dot stops at line ends", "/^a.b$/", "a\rb", false);
    row("a slash", "/a\\/b/", "xa/b", true);
    row("no name of a class", "/^[[:alpha:]]$/", "a", false);
    row("bracket in a class", "/^[[a]$/", "[", true);
    row("empty class", "/a[]/", "a", false);
    row("full class", "/^a[^]b$/", "a\nb", true);
    row("code point", "/^\\u00e4$/", "\xc3\xa4", true);
    row("dollar in a class", "/^[$]$/", "$", true);
    row("escaped dollar", "/^a\\$$/", "a$", true);
    row("count", "/^a{2,3}$/", "aaa", true);
    row("brace", "/^a{x}$/", "a{x}", true);
    row("lazy", "/^a+?b$/", "aab", true);
    row("group", "/^(?:a|b)+$/", "abba", true);
    row("look ahead", "/^(?!x).*$/", "xa", false);
}

void TestWatchPattern::matches()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, key);
    QFETCH(bool, expected);
    const WatchPattern pattern = WatchPattern::fromText(text);
    QCOMPARE(pattern.error(), QString());
    QCOMPARE(pattern.matches(key), expected);
    QCOMPARE(WatchMatcher({pattern}).matches(key), expected);
}

void TestWatchPattern::coversStretches()
{
    QVERIFY(WatchPattern::prefix("a:").coversStretch("a:1", "a:9"));
    QVERIFY(!WatchPattern::prefix("a:").coversStretch("a:1", "b"));
    QVERIFY(WatchPattern::key("a").coversStretch("a", "a"));
    QVERIFY(!WatchPattern::key("a").coversStretch("a", "b"));
    QVERIFY(!(WatchPattern{"a", Kind::Suffix}).coversStretch("a", "a"));
    QVERIFY(!(WatchPattern{"a*", Kind::Wildcard}).coversStretch("a", "a"));
    QVERIFY(!(WatchPattern{".*", Kind::Expression}).coversStretch("a", "a"));
}

void TestWatchPattern::errors_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("part");
    QTest::newRow("nothing") << QByteArray("") << u"pattern is needed"_qs;
    QTest::newRow("open group") << QByteArray("/^(a|b/") << u"“(” at character 2 is never closed"_qs;
    QTest::newRow("open class") << QByteArray("/a[bc/") << u"“[” at character 2 is never closed"_qs;
    QTest::newRow("closing") << QByteArray("/a)/") << u"“)” at character 2 closes nothing"_qs;
    QTest::newRow("star first") << QByteArray("/*:x/") << u"nothing before the “*” at character 1"_qs;
    QTest::newRow("star after star") << QByteArray("/a**/") << u"nothing before the “*” at character 3"_qs;
    QTest::newRow("backslash") << QByteArray("/a\\/") << u"escapes nothing"_qs;
    QTest::newRow("flags") << QByteArray("/(?i)a/") << u"“(?” at character 1"_qs;
    QTest::newRow("verb") << QByteArray("/(*ACCEPT)/") << u"nothing before the “*”"_qs;
    QTest::newRow("start of the text") << QByteArray("/\\Aa/") << u"“\\A” at character 1"_qs;
    QTest::newRow("code point") << QByteArray("/\\u12/") << u"four hexadecimal digits"_qs;
    QTest::newRow("range") << QByteArray("/[b-a]/") << u"cannot be understood"_qs;
}

void TestWatchPattern::errors()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, part);
    const WatchPattern pattern = WatchPattern::fromText(text);
    QVERIFY2(pattern.error().contains(part), qPrintable(pattern.error()));
    QVERIFY(pattern.error().endsWith(u'.'));
    QVERIFY(!pattern.matches("a"));
}

void TestWatchPattern::manyAtOnce()
{
    const WatchMatcher matcher({WatchPattern::key("k"), WatchPattern::prefix("a:"),
                                WatchPattern::prefix("a:b:"), WatchPattern::prefix("m"),
                                WatchPattern::fromText("*:t"), WatchPattern::fromText("/^z/")});
    for (const char *key : {"k", "a:", "a:z", "a:b:c", "mm", "x:t", "zz"})
        QVERIFY2(matcher.matches(key), key);
    for (const char *key : {"kk", "a", "b", "l", "x:tt", "az"})
        QVERIFY2(!matcher.matches(key), key);
    QVERIFY(!WatchMatcher().matches("a"));
    QVERIFY(WatchMatcher({WatchPattern::prefix("")}).matches("a"));
}

void TestWatchPattern::aWildExpressionGivesUp()
{
    const KeyExpression wild(u"^(a+)+$"_qs);
    QVERIFY(wild.isValid());
    QVERIFY(!wild.matches(QByteArray(60, 'a') + 'b'));
}

QTEST_GUILESS_MAIN(TestWatchPattern)
#include "tst_watchpattern.moc"
