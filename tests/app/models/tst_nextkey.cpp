// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "failonwarning.h"

#include "mirror/batch.h"
#include "mirror/keyspacemirror.h"
#include "models/nextkey.h"

#include <QTest>

#include <algorithm>

using namespace Studio;

class TestNextKey : public QObject
{
    Q_OBJECT

private slots:
    void init() { TestSupport::failOnUnannouncedWarning(); }
    void proposes_data();
    void proposes();
    void leavesTheNumberOut_data();
    void leavesTheNumberOut();
};

void TestNextKey::proposes_data()
{
    QTest::addColumn<QList<QByteArray>>("keys");
    QTest::addColumn<QByteArray>("prefix");
    QTest::addColumn<QByteArray>("next"); // empty: nothing to go by
    const auto row = [](const char *name, const QList<QByteArray> &keys, const QByteArray &prefix,
                        const QByteArray &next) { QTest::newRow(name) << keys << prefix << next; };
    row("behind the greatest", {"order:1041", "order:1042", "order:999"}, "order:", "order:1043");
    row("not behind the last in key order", {"order:1000", "order:999"}, "order:", "order:1001");
    row("as wide", {"a:0007", "a:0009"}, "a:", "a:0010");
    row("wider when it must be", {"a:99"}, "a:", "a:100");
    row("the first", {"a:0"}, "a:", "a:1");
    row("words beside numbers", {"a:1", "a:last", "a:x2"}, "a:", "a:2");
    row("numbers with more behind", {"a:7-b", "a:3"}, "a:", "a:4");
    row("branches below are no numbers", {"a:2024:1", "a:2024:2", "a:5", "a:9:1"}, "a:", "a:6");
    row("a key beside its branch", {"a:2024", "a:2024:1"}, "a:", "a:2025");
    row("in the branch below", {"a:2024:1", "a:2024:2", "a:5"}, "a:2024:", "a:2024:3");
    row("umlauts behind a number", {"a:7ä", "a:8"}, "a:", "a:9");
    row("only words", {"a:x"}, "a:", "");
    row("nothing there", {"b:1"}, "a:", "");
    row("too large for a number", {"a:99999999999999999999", "a:3"}, "a:", "a:4");
    row("without a separator", {"sensor7", "sensor8"}, "sensor", "sensor9");
}

void TestNextKey::proposes()
{
    QFETCH(QList<QByteArray>, keys);
    QFETCH(QByteArray, prefix);
    QFETCH(QByteArray, next);
    KeyspaceMirror mirror;
    Batch batch;
    std::sort(keys.begin(), keys.end());
    for (const QByteArray &key : std::as_const(keys)) {
        Learned learned;
        learned.key = key;
        learned.state = ValueState::Read;
        learned.at = 1;
        batch.items.append(learned);
    }
    mirror.apply(batch);
    QCOMPARE(nextNumberedKey(mirror, prefix).value_or(QByteArray()), next);
}

void TestNextKey::leavesTheNumberOut_data()
{
    QTest::addColumn<QByteArray>("key");
    QTest::addColumn<QByteArray>("prefix");
    QTest::newRow("number") << QByteArray("order:1042") << QByteArray("order:");
    QTest::newRow("word and number") << QByteArray("sensor7") << QByteArray("sensor");
    QTest::newRow("no number") << QByteArray("order:x") << QByteArray("order:x");
    QTest::newRow("only a number") << QByteArray("42") << QByteArray();
    QTest::newRow("nothing") << QByteArray() << QByteArray();
}

void TestNextKey::leavesTheNumberOut()
{
    QFETCH(QByteArray, key);
    QFETCH(QByteArray, prefix);
    QCOMPARE(withoutNumber(key), prefix);
}

QTEST_GUILESS_MAIN(TestNextKey)
#include "tst_nextkey.moc"
