// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/keystatistics.h"

#include "mirror/keyspacemirror.h"

#include "failonwarning.h"

#include <QTest>

using namespace Studio;

namespace
{

Learned learned(const QByteArray &key, const QByteArray &value)
{
    Learned item;
    item.key = key;
    item.hasValue = true;
    item.value = value;
    item.state = ValueState::Read;
    item.at = 1;
    return item;
}

} // namespace

class tst_KeyStatistics : public QObject
{
    Q_OBJECT

private slots:
    void init() { TestSupport::failOnUnannouncedWarning(); }
    void counts();
    void eachKeyOnce();
    void biggest();
    void sizesUnknown();
    void canceled();

private:
    static KeyStatistics of(const KeyspaceMirror &mirror, const KeySelection &selection)
    {
        const std::atomic_bool no(false);
        return keyStatistics(mirror.snapshot(), selection, no).value();
    }
};

void tst_KeyStatistics::counts()
{
    KeyspaceMirror mirror;
    Batch batch;
    batch.items = {learned("a:1", R"({"x":1})"), learned("a:2", "[1]"), learned("a:3", "12"),
                   learned("a:4", QByteArray(300, 'x')), learned("b:1", "text")};
    mirror.apply(batch);
    const KeyStatistics all = of(mirror, KeySelection::ofPrefix({}));
    QCOMPARE(all.keys, 5);
    QCOMPARE(all.sized, 5);
    QCOMPARE(all.keyBytes, 15);
    QCOMPARE(all.valueBytes, 7 + 3 + 2 + 300 + 4);
    const KeyStatistics branch = of(mirror, KeySelection::ofPrefix("a:"));
    QCOMPARE(branch.keys, 4);
    QCOMPARE(branch.types[size_t(ValueType::Object)], 1);
    QCOMPARE(branch.types[size_t(ValueType::Array)], 1);
    QCOMPARE(branch.types[size_t(ValueType::Number)], 1);
    QCOMPARE(branch.types[size_t(ValueType::Text)], 1);
    const QList<KeyStatistics::Bucket> sizes{{1, 16, 3}, {16, 64, 0}, {64, 256, 0}, {256, 1024, 1}};
    QCOMPARE(branch.sizes, sizes);
    QCOMPARE(of(mirror, {}), KeyStatistics());
    QCOMPARE(of(mirror, KeySelection::ofKey("nothing")), KeyStatistics());
}

void tst_KeyStatistics::eachKeyOnce()
{
    KeyspaceMirror mirror;
    Batch batch;
    batch.items = {learned("a:1", "1"), learned("a:2", "2"), learned("b", "3")};
    mirror.apply(batch);
    KeySelection selection;
    selection.keys = {"b", "a:1", "b", "missing"};
    selection.intervals = {{"a:1", "a:9"}, KeyInterval::ofPrefix("a:"), {"a:2", "a:2"}};
    QCOMPARE(of(mirror, selection).keys, 3);
    selection.intervals.clear();
    QCOMPARE(of(mirror, selection).keys, 2);
}

void tst_KeyStatistics::biggest()
{
    KeyspaceMirror mirror;
    Batch batch;
    for (int i = 0; i < 5000; ++i)
        batch.items.append(
            learned("k" + QByteArray::number(10000 + i), QByteArray(1 + (i * 7919) % 4999, 'x')));
    mirror.apply(batch);
    const KeyStatistics all = of(mirror, KeySelection::ofPrefix("k"));
    QCOMPARE(all.keys, 5000);
    QCOMPARE(all.biggest.size(), KeyStatistics::mostBiggest);
    QCOMPARE(all.biggest.constFirst().size, 4999);
    for (qsizetype i = 1; i < all.biggest.size(); ++i) {
        const auto &before = all.biggest.at(i - 1);
        const auto &here = all.biggest.at(i);
        QVERIFY(before.size > here.size || (before.size == here.size && before.key < here.key));
        QCOMPARE(mirror.info(here.key)->size, here.size);
    }
}

void tst_KeyStatistics::sizesUnknown()
{
    KeyspaceMirror mirror;
    Batch batch;
    Learned seen;
    seen.key = "a";
    Learned heard = learned("b", "xy");
    heard.state = ValueState::Presumed;
    heard.origin = Origin::Notification;
    batch.items = {seen, heard};
    mirror.apply(batch);
    const KeyStatistics all = of(mirror, KeySelection::ofPrefix({}));
    QCOMPARE(all.keys, 2);
    QCOMPARE(all.sized, 1);
    QCOMPARE(all.presumed, 1);
    QCOMPARE(all.types[size_t(ValueType::Unknown)], 1);
}

void tst_KeyStatistics::canceled()
{
    KeyspaceMirror mirror;
    Batch batch;
    for (int i = 0; i < 5000; ++i)
        batch.items.append(learned("k" + QByteArray::number(10000 + i), "x"));
    mirror.apply(batch);
    const std::atomic_bool yes(true);
    QVERIFY(!keyStatistics(mirror.snapshot(), KeySelection::ofPrefix("k"), yes));
}

QTEST_GUILESS_MAIN(tst_KeyStatistics)
#include "tst_keystatistics.moc"
