// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "json/jsonsort.h"

#include "json/jsonpointer.h"
#include "json/jsontree.h"

#include "failonwarning.h"
#include "jsongenerator.h"

#include <QTest>

using namespace Studio;

class tst_JsonSort : public QObject
{
    Q_OBJECT

private slots:
    void init() { TestSupport::failOnUnannouncedWarning(); }
    void table_data();
    void table();
    void refusesWhatIsNotJson();
    void anyDocument();
    void deepNesting();
};

void tst_JsonSort::table_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("sorted");
    const auto row = [](const char *text, const char *sorted) {
        QTest::newRow(text) << QByteArray(text) << QByteArray(sorted);
    };
    row("5", "5");
    row(" [3,1,2] ", " [3,1,2] ");
    row("{}", "{}");
    row("{\"b\":1,\"a\":2}", "{\"a\":2,\"b\":1}");
    row("{ \"b\" : 1.0 ,\n\t\"a\":2 }", "{ \"a\":2 ,\n\t\"b\" : 1.0 }");
    row("{\"a\":1,\"c\":{\"y\":1,\"x\":[{\"q\":1,\"p\":2}]},\"b\":3}",
        "{\"a\":1,\"b\":3,\"c\":{\"x\":[{\"p\":2,\"q\":1}],\"y\":1}}");
    row("{\"b\":1,\"a\":2,\"b\":3,\"a\":4}", "{\"a\":2,\"a\":4,\"b\":1,\"b\":3}");
    row("{\"\\u0062\":1,\"a\":2,\"C\":3}", "{\"C\":3,\"a\":2,\"\\u0062\":1}");
    row("{\"\\ud83d\\ude00\":1,\"\xEF\xBF\xBC\":2}", "{\"\xEF\xBF\xBC\":2,\"\\ud83d\\ude00\":1}");
}

void tst_JsonSort::table()
{
    QFETCH(QByteArray, text);
    const JsonFormatResult result = sortJsonMembers(text);
    QVERIFY(result.isOk());
    QTEST(result.text, "sorted");
}

void tst_JsonSort::refusesWhatIsNotJson()
{
    QVERIFY(!sortJsonMembers("{\"b\":1,\"a\":}").isOk());
    QVERIFY(sortJsonMembers("{\"b\":1,\"a\":}").text.isEmpty());
    QCOMPARE(sortJsonMembers("[").error, validateJson("["));
}

void tst_JsonSort::anyDocument()
{
    for (quint32 seed = 0; seed < 500; ++seed) {
        const QByteArray text = JsonGenerator(seed).document();
        const QByteArray sorted = sortJsonMembers(text).text;
        QCOMPARE(sorted.size(), text.size());
        QCOMPARE(sortJsonMembers(sorted).text, sorted);
        const auto before = JsonTree::parse(text);
        const auto after = JsonTree::parse(sorted);
        QVERIFY(after);
        QCOMPARE(after->count(), before->count());
        for (int node = 0; node < after->count(); ++node) {
            if (after->node(node).kind != JsonTokenKind::ObjectBegin)
                continue;
            QByteArray last;
            for (const int child : after->children(node)) {
                const QByteArray name = unescapedJsonString(after->name(child));
                QVERIFY(last <= name);
                last = name;
            }
        }
        // The same characters, only at other places.
        QByteArray a = text;
        QByteArray b = sorted;
        std::sort(a.begin(), a.end());
        std::sort(b.begin(), b.end());
        QCOMPARE(b, a);
    }
}

void tst_JsonSort::deepNesting()
{
    constexpr int Depth = 10'000;
    QByteArray text;
    for (int i = 0; i < Depth; ++i)
        text += "{\"b\":";
    text += '1';
    for (int i = 0; i < Depth; ++i)
        text += ",\"a\":2}";
    const QByteArray sorted = sortJsonMembers(text).text;
    QCOMPARE(sorted.size(), text.size());
    QVERIFY(sorted.startsWith("{\"a\":2,\"b\":{\"a\":2,\"b\":{"));
}

QTEST_GUILESS_MAIN(tst_JsonSort)

#include "tst_jsonsort.moc"
