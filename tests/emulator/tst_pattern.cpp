// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: MIT

#include "pattern.h"

#include "failonwarning.h"

#include <QElapsedTimer>
#include <QTest>

#include <stdexcept>

using namespace hpkv::emulator;

class TestPattern : public QObject
{
    Q_OBJECT

private slots:
    void init() { TestSupport::failOnUnannouncedWarning(); }
    void expressions_data();
    void expressions();
    void badExpressionsAreRefused_data();
    void badExpressionsAreRefused();
    void runawayExpressionEnds();
    void globs_data();
    void globs();
    void subscriptions();
    void emptyPatternIsRefused();
};

void TestPattern::expressions_data()
{
    QTest::addColumn<QByteArray>("expression");
    QTest::addColumn<QByteArray>("key");
    QTest::addColumn<bool>("matches");
    const auto row = [](const char *name, const char *expression, const QByteArray &key, bool matches) {
        QTest::newRow(name) << QByteArray(expression) << key << matches;
    };
    row("whole", "^chatrooms$", "chatrooms", true);
    row("alternatives", "^(chat:x|chatrooms)$", "chat:x", true);
    row("digits", "^user:[0-9]+$", "user:42", true);
    row("digits only", "^user:[0-9]+$", "user:4a", false);
    row("prefix", "^ns:.*$", "ns:a:b", true);
    row("searched for", "b", "abc", true);
    row("vendor's own test", "sub-test-*", "sub-test-set-get-1", true);
    row("and its other key", "sub-test-*", "restricted-key-1", false);
    row("star is no wildcard", "^product:*$", "product:phone:modelA", false);
    row("nothing", "^$", "a", false);
    row("end is the very end", "^a$", "a\n", false);
    row("dot stops at line ends", "^a.b$", "a\nb", false);
    row("unicode", "^caf\xc3\xa9.$", "caf\xc3\xa9\xe6\x97\xa5", true);
    row("javascript escape", "^\\u0061$", "a", true);
    row("empty class", "^[]", "a", false);
    row("nul", "^a.b$", QByteArray("a\0b", 3), true);
}

void TestPattern::expressions()
{
    QFETCH(QByteArray, expression);
    QFETCH(QByteArray, key);
    QFETCH(bool, matches);
    QCOMPARE(Regex(expression.toStdString()).search(key.toStdString()), matches);
}

void TestPattern::badExpressionsAreRefused_data()
{
    QTest::addColumn<QByteArray>("expression");
    QTest::newRow("open group") << QByteArray("(a");
    QTest::newRow("open class") << QByteArray("[a");
    QTest::newRow("nothing to repeat") << QByteArray("*a");
    QTest::newRow("single code unit") << QByteArray("\\C");
    QTest::newRow("invalid UTF-8") << QByteArray("\xff");
}

void TestPattern::badExpressionsAreRefused()
{
    QFETCH(QByteArray, expression);
    QVERIFY_THROWS_EXCEPTION(std::invalid_argument, Regex(expression.toStdString()));
}

void TestPattern::runawayExpressionEnds()
{
    QElapsedTimer timer;
    timer.start();
    QVERIFY(!Regex("^(a+)+$").search(std::string(400, 'a') + 'b'));
    QVERIFY2(timer.elapsed() < 5000, "the limit of the match does not hold");
}

void TestPattern::globs_data()
{
    QTest::addColumn<QByteArray>("pattern");
    QTest::addColumn<QByteArray>("key");
    QTest::addColumn<bool>("matches");
    const auto row = [](const char *name, const char *pattern, const char *key, bool matches) {
        QTest::newRow(name) << QByteArray(pattern) << QByteArray(key) << matches;
    };
    row("prefix", "ns:todos:*", "ns:todos:a", true);
    row("deeper", "ns:todos:*", "ns:todos:b:c", true);
    row("nothing behind", "ns:todos:*", "ns:todos:", true);
    row("shorter", "ns:todos:*", "ns:todos", false);
    row("suffix", "*:x", "a:b:x", true);
    row("suffix missing", "*:x", "a:b:xy", false);
    row("middle", "a*c", "abbbc", true);
    row("twice", "a*b*c", "a--b--b--c", true);
    row("twice, no", "a*b*c", "a--c--b", false);
    row("all", "*", "anything", true);
    row("two stars", "**", "x", true);
    row("dots are dots", "a.b*", "axb", false);
    row("slashes", "ns:*", "ns:a/b", true);
}

void TestPattern::globs()
{
    QFETCH(QByteArray, pattern);
    QFETCH(QByteArray, key);
    QFETCH(bool, matches);
    QCOMPARE(globMatches(pattern.toStdString(), key.toStdString()), matches);
}

void TestPattern::subscriptions()
{
    Subscriptions subscriptions;
    QVERIFY(subscriptions.empty());
    subscriptions.add("exact.key(1)");
    subscriptions.add("ns:*");
    subscriptions.add("/^re:[0-9]+$/");
    QVERIFY(!subscriptions.empty());
    QVERIFY(subscriptions.matches("exact.key(1)"));
    QVERIFY(!subscriptions.matches("exactXkey(1)"));
    QVERIFY(!subscriptions.matches("exact.key(1):more"));
    QVERIFY(subscriptions.matches("ns:a:b"));
    QVERIFY(subscriptions.matches("re:42"));
    QVERIFY(!subscriptions.matches("re:x"));
    QVERIFY_THROWS_EXCEPTION(std::invalid_argument, subscriptions.add("/(/"));
}

void TestPattern::emptyPatternIsRefused()
{
    Subscriptions subscriptions;
    QVERIFY_THROWS_EXCEPTION(std::invalid_argument, subscriptions.add(""));
}

QTEST_APPLESS_MAIN(TestPattern)
#include "tst_pattern.moc"
