// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/keypattern.h"

#include "failonwarning.h"

#include <QTest>

using namespace Studio;

using Kind = KeySearch::Kind;
Q_DECLARE_METATYPE(Studio::KeySearch)

class TestKeyPattern : public QObject
{
    Q_OBJECT

private slots:
    void init() { TestSupport::failOnUnannouncedWarning(); }

    void matches_data()
    {
        QTest::addColumn<KeySearch>("search");
        QTest::addColumn<QByteArray>("key");
        QTest::addColumn<bool>("expected");
        const auto row = [](const char *name, const KeySearch &search, const QByteArray &key, bool expected) {
            QTest::newRow(name) << search << key << expected;
        };
        row("nothing", {}, "a", false);
        row("substring", {QStringLiteral("b:1"), Kind::Substring, true}, "ab:12", true);
        row("substring, other case", {QStringLiteral("B"), Kind::Substring, true}, "ab", false);
        row("substring, any case", {QStringLiteral("B:x"), Kind::Substring, false}, "aB:X", true);
        row("substring at the end", {QStringLiteral("yz"), Kind::Substring, false}, "xyz", true);
        row("substring, longer than the key", {QStringLiteral("xyz"), Kind::Substring, false}, "yz", false);
        row("substring, same beginning twice", {QStringLiteral("aab"), Kind::Substring, false}, "aaab", true);
        row("substring, NUL", {QString(QChar(0)), Kind::Substring, false}, QByteArray("a\0b", 3), true);
        row("substring, Unicode, any case", {QStringLiteral("ÄÖ"), Kind::Substring, false}, "x:äö", true);
        row("substring, Unicode, this case", {QStringLiteral("ÄÖ"), Kind::Substring, true}, "x:äö", false);
        row("substring is no expression", {QStringLiteral("Ä.*("), Kind::Substring, false}, "ä.*(", true);
        row("wildcard, whole key", {QStringLiteral("a:*"), Kind::Wildcard, true}, "a:b:c", true);
        row("wildcard, not in the middle", {QStringLiteral("b:*"), Kind::Wildcard, true}, "a:b:c", false);
        row("wildcard, several stars", {QStringLiteral("*:b*d"), Kind::Wildcard, true}, "a:b:b:d", true);
        row("wildcard, goes back", {QStringLiteral("*ab"), Kind::Wildcard, true}, "aabab", true);
        row("wildcard, empty star", {QStringLiteral("a*"), Kind::Wildcard, true}, "a", true);
        row("wildcard, one character", {QStringLiteral("a?c"), Kind::Wildcard, true}, "aüc", true);
        row("wildcard, one only", {QStringLiteral("a?c"), Kind::Wildcard, true}, "abbc", false);
        row("wildcard, damaged text", {QStringLiteral("a?c"), Kind::Wildcard, true},
            "a\x80"
            "c",
            true);
        row("wildcard, any case", {QStringLiteral("A?C*"), Kind::Wildcard, false}, "abcd", true);
        row("wildcard, Unicode, any case", {QStringLiteral("Ü*"), Kind::Wildcard, false}, "über\nalles",
            true);
        row("wildcard, Unicode, whole key", {QStringLiteral("Ü?"), Kind::Wildcard, false}, "übe", false);
        row("expression", {QStringLiteral("^a:\\d+$"), Kind::RegularExpression, true}, "a:12", true);
        row("expression, not", {QStringLiteral("^a:\\d+$"), Kind::RegularExpression, true}, "a:12x", false);
        row("expression, any case", {QStringLiteral("B{2}"), Kind::RegularExpression, false}, "abb", true);
        row("expression, dot and line feed", {QStringLiteral("a.b"), Kind::RegularExpression, true}, "a\nb",
            true);
    }

    void matches()
    {
        QFETCH(KeySearch, search);
        QFETCH(QByteArray, key);
        QFETCH(bool, expected);
        const KeyPattern pattern(search);
        QVERIFY(pattern.isValid());
        QCOMPARE(pattern.matches(key), expected);
    }

    void saysWhatIsWrong()
    {
        const KeyPattern pattern({QStringLiteral("a(b"), Kind::RegularExpression, false});
        QVERIFY(!pattern.isValid());
        QVERIFY(!pattern.error().isEmpty());
        QVERIFY(!pattern.matches("a(b"));
        QVERIFY(KeyPattern({QStringLiteral("a(b"), Kind::Wildcard, false}).isValid());
    }

    void wildExpressionGivesUp()
    {
        // Without a limit this one takes longer than anybody lives.
        const KeyPattern pattern(
            {QStringLiteral("^(([a-z])+.)+[A-Z]([a-z])+$"), Kind::RegularExpression, true});
        QVERIFY(!pattern.matches(QByteArray(500, 'a')));
        QVERIFY(pattern.matches("abcAb"));
    }

    void beginnings_data()
    {
        QTest::addColumn<KeySearch>("search");
        QTest::addColumn<QByteArray>("beginning");
        const auto row = [](const char *text, Kind kind, const QByteArray &beginning) {
            QTest::addRow("%s %d", text, int(kind))
                << KeySearch{QString::fromUtf8(text), kind, false} << beginning;
        };
        row("order:2", Kind::Substring, "order:2");
        row("order:*x", Kind::Wildcard, "order:");
        row("?rder", Kind::Wildcard, "");
        row("ü", Kind::Wildcard, "ü");
        row("^order:[12]", Kind::RegularExpression, "order:");
        row("order:", Kind::RegularExpression, "");
        row("^ab?c", Kind::RegularExpression, "a");
        row("^ab+c", Kind::RegularExpression, "ab");
        row("^a|b", Kind::RegularExpression, "");
        row("^*", Kind::RegularExpression, "");
    }

    void beginnings()
    {
        QFETCH(KeySearch, search);
        QFETCH(QByteArray, beginning);
        QCOMPARE(KeyPattern::beginning(search), beginning);
    }
};

QTEST_GUILESS_MAIN(TestKeyPattern)
#include "tst_keypattern.moc"
