// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "shell/fuzzykeys.h"

#include "mirror/keyspacemirror.h"

#include "failonwarning.h"

#include <QTest>

using namespace Studio;

class tst_FuzzyKeys : public QObject
{
    Q_OBJECT

private slots:
    void init() { TestSupport::failOnUnannouncedWarning(); }
    void bestFirst();
    void limit();
    void oddKeys();
    void stops();

private:
    static MirrorSnapshot of(const QList<QByteArray> &keys)
    {
        KeyspaceMirror mirror;
        Batch batch;
        for (const QByteArray &key : keys) {
            Learned item;
            item.key = key;
            batch.items.append(item);
        }
        mirror.apply(batch);
        return mirror.snapshot();
    }
    static QList<QByteArray> keysOf(const FuzzyKeys &result)
    {
        QList<QByteArray> keys;
        for (const FuzzyKey &found : result.found)
            keys.append(found.key);
        return keys;
    }
    static bool never() { return false; }
};

void tst_FuzzyKeys::bestFirst()
{
    const FuzzyKeys result = fuzzyKeys(of({"zebra:1", "order:2024:77", "o-r-d", "xorxd", "ORDer"}),
                                       QStringLiteral("ord"), 10, never);
    QVERIFY(result.complete);
    QCOMPARE(result.looked, 5);
    QCOMPARE(result.found.size(), 4);
    for (qsizetype i = 1; i < result.found.size(); ++i)
        QVERIFY(result.found.at(i - 1).match.score >= result.found.at(i).match.score);
    QVERIFY(keysOf(result).first(2).contains("ORDer"));
    QCOMPARE(keysOf(result).constLast(), QByteArray("xorxd"));
    QVERIFY(fuzzyKeys(of({"a"}), QStringLiteral("b"), 10, never).found.isEmpty());
    QVERIFY(fuzzyKeys(of({}), QStringLiteral("b"), 10, never).complete);
}

void tst_FuzzyKeys::limit()
{
    QList<QByteArray> keys;
    for (int i = 0; i < 3000; ++i)
        keys.append("key:" + QByteArray::number(i));
    keys.append("ke:999:exact");
    const MirrorSnapshot snapshot = of(keys);
    const FuzzyKeys all = fuzzyKeys(snapshot, QStringLiteral("999"), 5, never);
    QCOMPARE(all.found.size(), 4); // and those of 1999 and 2999
    QVERIFY(keysOf(all).contains("ke:999:exact"));
    QVERIFY(keysOf(all).contains("key:999"));
    QCOMPARE(keysOf(fuzzyKeys(snapshot, QStringLiteral("999"), 2, never)), keysOf(all).first(2));
}

void tst_FuzzyKeys::oddKeys()
{
    const QByteArray smile = QStringLiteral("größe:ß").toUtf8();
    const MirrorSnapshot keys = of({smile, QByteArray("a\\0b", 3), " lead"});
    QCOMPARE(keysOf(fuzzyKeys(keys, QStringLiteral("größe"), 5, never)), QList<QByteArray>{smile});
    QCOMPARE(keysOf(fuzzyKeys(keys, QStringLiteral("le"), 5, never)), QList<QByteArray>{" lead"});
}

void tst_FuzzyKeys::stops()
{
    QList<QByteArray> keys;
    for (int i = 0; i < 10'000; ++i)
        keys.append("key:" + QByteArray::number(100'000 + i));
    int asked = 0;
    const FuzzyKeys result = fuzzyKeys(of(keys), QStringLiteral("key"), 5, [&asked] { return ++asked == 3; });
    QVERIFY(!result.complete);
    QVERIFY(result.looked < 1000);
    QCOMPARE(result.found.size(), 5); // what was found until then counts
}

QTEST_GUILESS_MAIN(tst_FuzzyKeys)
#include "tst_fuzzykeys.moc"
