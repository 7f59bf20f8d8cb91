// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/rangemodel.h"

#include "failonwarning.h"
#include "mirror/keyspacemirror.h"
#include "json/exactdecimal.h"

#include <hpkvqt/keys.h>

#include <QAbstractItemModelTester>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTest>

#include <map>

using namespace Studio;

namespace
{

using Store = std::map<QByteArray, QByteArray>;

Learned read(const QByteArray &key, const QByteArray &value)
{
    return {key, true, true, value, ValueState::Read, Origin::Page, 1, 0};
}

Learned gone(const QByteArray &key)
{
    Learned item;
    item.key = key;
    item.present = false;
    item.origin = Origin::Notification;
    return item;
}

Batch batchOf(const Store &store)
{
    Batch batch;
    for (const auto &[key, value] : store)
        batch.items.append(read(key, value));
    return batch;
}

QList<QByteArray> rows(const RangeModel &model)
{
    QList<QByteArray> result;
    for (int row = 0; row < model.rowCount(); ++row)
        result.append(model.index(row, 0).data(RangeModel::KeyRole).toByteArray());
    return result;
}

/// The member /n of a value that is written as {"n":…}; empty = none.
QByteArray memberOf(const QByteArray &value)
{
    return value.startsWith("{\"n\":") ? value.mid(5, value.size() - 6) : QByteArray();
}

/// What the rows must be, worked out in the plainest way.
QList<QByteArray> expected(const Store &store, const KeyInterval &interval, qint64 limit, bool byMember,
                           bool descending, const QByteArray &above = {})
{
    const Stretch stretch = CoverageMap::stretch(interval.first, interval.last);
    QList<QByteArray> keys;
    for (const auto &[key, value] : store) {
        if (key >= stretch.from && key < stretch.to && (limit < 0 || keys.size() < limit))
            keys.append(key);
    }
    if (!above.isEmpty()) {
        keys.removeIf([&](const QByteArray &key) {
            const QByteArray member = memberOf(store.at(key));
            return !isJsonNumber(member) || compareJsonNumbers(member, above) <= 0;
        });
    }
    if (!byMember) {
        if (descending)
            std::reverse(keys.begin(), keys.end());
        return keys;
    }
    const auto rank = [&](const QByteArray &key) {
        const QByteArray member = memberOf(store.at(key));
        return member.isEmpty() ? 2 : member.startsWith('"') ? 1 : 0;
    };
    std::stable_sort(keys.begin(), keys.end(), [&](const QByteArray &a, const QByteArray &b) {
        const int rankA = rank(a);
        const int rankB = rank(b);
        if ((rankA == 2) != (rankB == 2))
            return rankB == 2;
        if (rankA == 2)
            return false;
        if (rankA != rankB)
            return descending ? rankA > rankB : rankA < rankB;
        const QByteArray memberA = memberOf(store.at(a));
        const QByteArray memberB = memberOf(store.at(b));
        if (rankA == 1)
            return descending ? memberA > memberB : memberA < memberB;
        const auto order = compareJsonNumbers(memberA, memberB);
        return descending ? order > 0 : order < 0;
    });
    return keys;
}

RangeOrderSpec byMember(bool descending)
{
    RangeOrderSpec spec;
    spec.sort = RangeColumn::member("/n");
    spec.descending = descending;
    return spec;
}

} // namespace

class TestRangeModel : public QObject
{
    Q_OBJECT

private slots:
    void init() { TestSupport::failOnUnannouncedWarning(); }
    void showsAnInterval_data();
    void showsAnInterval();
    void showsCells_data();
    void showsCells();
    void saysWhatIsNotThere();
    void sortsNumbersExactly();
    void filters_data();
    void filters();
    void addsAndRemovesColumns();
    void cancelsAnOrder();
    void saysThatAnOrderIsOutdated();
    void keepsAnOrderWhileHeld();
    void countsWhatIsNotHeld();
    void changesAtRandom_data();
    void changesAtRandom();
};

void TestRangeModel::showsAnInterval_data()
{
    QTest::addColumn<KeyInterval>("interval");
    QTest::addColumn<qint64>("limit");
    QTest::addColumn<QList<QByteArray>>("keys");
    QTest::newRow("all") << KeyInterval::ofPrefix({}) << qint64(-1)
                         << QList<QByteArray>{"a", "b:1", "b:2", "b;", "c"};
    QTest::newRow("prefix") << KeyInterval::ofPrefix("b:") << qint64(-1) << QList<QByteArray>{"b:1", "b:2"};
    QTest::newRow("ends included") << KeyInterval{"b:2", "c"} << qint64(-1)
                                   << QList<QByteArray>{"b:2", "b;", "c"};
    QTest::newRow("limit") << KeyInterval::ofPrefix("b") << qint64(2) << QList<QByteArray>{"b:1", "b:2"};
    QTest::newRow("nothing") << KeyInterval::ofPrefix("x") << qint64(-1) << QList<QByteArray>();
}

void TestRangeModel::showsAnInterval()
{
    QFETCH(KeyInterval, interval);
    QFETCH(qint64, limit);
    QFETCH(QList<QByteArray>, keys);
    KeyspaceMirror mirror;
    RangeModel model(&mirror);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setRange(interval, limit);
    QCOMPARE(model.rowCount(), 0);
    mirror.apply(batchOf({{"a", "1"}, {"b:1", "1"}, {"b:2", "1"}, {"b;", "1"}, {"c", "1"}}));
    QCOMPARE(rows(model), keys);
    for (const QByteArray &key : keys)
        QCOMPARE(model.keyAt(model.rowOf(key)), key);
    QCOMPARE(model.rowOf("zzz"), -1);
    RangeOrderSpec backwards;
    backwards.descending = true;
    model.setSpec(backwards);
    std::reverse(keys.begin(), keys.end());
    QCOMPARE(rows(model), keys);
    mirror.clear();
    QCOMPARE(model.rowCount(), 0);
}

void TestRangeModel::showsCells_data()
{
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QString>("column");
    QTest::addColumn<RangeCell::Kind>("kind");
    QTest::addColumn<QString>("shown");
    using Kind = RangeCell::Kind;
    const QByteArray order =
        R"({"id": 12345678901234567890.10, "who":{"name":"Zo\u00eb"}, "a/b":[1,{"c":2},[]], )"
        R"("paid":true, "note":null, "n":{}})";
    QTest::newRow("big number") << order << u"/id"_qs << Kind::Number << u"12345678901234567890.10"_qs;
    QTest::newRow("text") << order << u"/who/name"_qs << Kind::JsonString << u"Zo\u00eb"_qs;
    QTest::newRow("object") << order << u"/who"_qs << Kind::Object << u"{\"name\":\"Zo\\u00eb\"}"_qs;
    QTest::newRow("array") << order << u"/a~1b"_qs << Kind::Array << u"[1,{\"c\":2},[]]"_qs;
    QTest::newRow("elements") << order << u"/a~1b #"_qs << Kind::Whole << u"3"_qs;
    QTest::newRow("members") << order << u"/who #"_qs << Kind::Whole << u"1"_qs;
    QTest::newRow("none") << order << u"/n #"_qs << Kind::Whole << u"0"_qs;
    QTest::newRow("element") << order << u"/a~1b/1/c"_qs << Kind::Number << u"2"_qs;
    QTest::newRow("true") << order << u"/paid"_qs << Kind::True << u"true"_qs;
    QTest::newRow("null") << order << u"/note"_qs << Kind::Null << u"null"_qs;
    QTest::newRow("missing") << order << u"/nothing"_qs << Kind::Missing << QString();
    QTest::newRow("count of a scalar") << order << u"/id #"_qs << Kind::Missing << QString();
    QTest::newRow("not JSON") << QByteArray("{\"id\":1") << u"/id"_qs << Kind::Missing << QString();
    QTest::newRow("whole number") << QByteArray(" 007 ") << u"value"_qs << Kind::Text
                                  << u"\u2423007\u2423"_qs;
    QTest::newRow("counter") << QByteArray("42") << u"value"_qs << Kind::Number << u"42"_qs;
    QTest::newRow("JSON text") << QByteArray("\"a\\nb\"") << u"value"_qs << Kind::JsonString
                               << u"a\u240Ab"_qs;
    QTest::newRow("two texts") << QByteArray("\"a\" \"b\"") << u"value"_qs << Kind::Text << u"\"a\" \"b\""_qs;
    QTest::newRow("size") << QByteArray("hello") << u"size"_qs << Kind::Whole << u"5"_qs;
    QTest::newRow("type") << QByteArray("[1]") << u"type"_qs << Kind::Text << u"array"_qs;
    QTest::newRow("never changed") << QByteArray("[1]") << u"changed"_qs << Kind::Missing << QString();
}

void TestRangeModel::showsCells()
{
    QFETCH(QByteArray, value);
    QFETCH(QString, column);
    QFETCH(RangeCell::Kind, kind);
    QFETCH(QString, shown);
    KeyspaceMirror mirror;
    mirror.apply(batchOf({{"k", value}}));
    RangeModel model(&mirror);
    model.setRange(KeyInterval::ofPrefix({}), -1);
    const std::optional<RangeColumn> wanted = RangeColumn::fromId(column);
    QVERIFY(wanted);
    QCOMPARE(wanted->id(), column);
    const QModelIndex index = model.index(0, model.addColumn(*wanted));
    QCOMPARE(RangeCell::Kind(index.data(RangeModel::CellKindRole).toInt()), kind);
    QCOMPARE(index.data().toString(), shown);
}

void TestRangeModel::saysWhatIsNotThere()
{
    KeyspaceMirror mirror;
    RangeModel model(&mirror);
    model.setRange(KeyInterval::ofPrefix({}), -1);
    Batch batch;
    batch.items.append(read("a", "1"));
    Learned known;
    known.key = "b";
    batch.items.append(known);
    Learned heard = read("c", "2");
    heard.state = ValueState::Presumed;
    heard.origin = Origin::Notification;
    heard.at = 77;
    batch.items.append(heard);
    mirror.apply(batch);
    QCOMPARE(model.rowCount(), 3);
    QCOMPARE(model.rowState(0), RangeModel::RowState::Read);
    QCOMPARE(model.rowState(1), RangeModel::RowState::Unread);
    QCOMPARE(model.rowState(2), RangeModel::RowState::Presumed);
    QCOMPARE(model.index(2, 0).data(RangeModel::ChangedAtRole).toLongLong(), 77);
    const int value = model.columnOf({RangeColumn::Kind::Value, {}});
    QCOMPARE(model.cellAt(1, value).kind, RangeCell::Kind::Unread);
    QVERIFY(model.index(1, value).data().toString().isEmpty());
}

void TestRangeModel::sortsNumbersExactly()
{
    KeyspaceMirror mirror;
    mirror.apply(batchOf({{"a", R"({"n":12345678901234567890.5})"},
                          {"b", R"({"n":12345678901234567890.49})"},
                          {"c", R"({"n":9})"},
                          {"d", R"({"n":1e1})"},
                          {"e", R"({"n":-1})"},
                          {"f", R"({"n":"10"})"},
                          {"g", R"({"n":-1000000000000000000000})"},
                          {"h", R"({})"},
                          {"i", R"({"n":9.0})"},
                          {"j", "text"}}));
    RangeModel model(&mirror);
    model.setRange(KeyInterval::ofPrefix({}), -1);
    model.setSpec(byMember(false));
    QTRY_VERIFY(!model.orderState().isWorking);
    QCOMPARE(rows(model), (QList<QByteArray>{"g", "e", "c", "i", "d", "b", "a", "f", "h", "j"}));
    model.setSpec(byMember(true));
    QTRY_VERIFY(!model.orderState().isWorking);
    // Equal ones and those without the member keep the order of their keys.
    QCOMPARE(rows(model), (QList<QByteArray>{"f", "a", "b", "d", "c", "i", "e", "g", "h", "j"}));
    model.setSpec({});
    QVERIFY(model.orderState().isByKey);
    QCOMPARE(rows(model).constFirst(), QByteArray("a"));
}

void TestRangeModel::filters_data()
{
    QTest::addColumn<QString>("column");
    QTest::addColumn<QString>("filter");
    QTest::addColumn<QString>("condition");
    QTest::addColumn<QList<QByteArray>>("keys");
    QTest::newRow("part of a text") << u"/who"_qs << u"TOM"_qs << QString() << QList<QByteArray>{"a", "b"};
    QTest::newRow("not only ASCII") << u"/who"_qs << u"ZO\u00cb"_qs << QString() << QList<QByteArray>{"c"};
    QTest::newRow("expression") << u"/who"_qs << u"/^tom/"_qs << QString() << QList<QByteArray>{"b"};
    QTest::newRow("expression, any case")
        << u"/who"_qs << u"/^tom/i"_qs << QString() << QList<QByteArray>{"a", "b"};
    QTest::newRow("above") << u"/n"_qs << u"> 9007199254740993"_qs << QString() << QList<QByteArray>{"c"};
    QTest::newRow("equal") << u"/n"_qs << u"= 10"_qs << QString() << QList<QByteArray>{"b"};
    QTest::newRow("not equal") << u"/n"_qs << u"!= 1e1"_qs << QString() << QList<QByteArray>{"a", "c"};
    QTest::newRow("whole text") << u"/who"_qs << u"= tomtom"_qs << QString() << QList<QByteArray>{"b"};
    QTest::newRow("missing") << u"/n"_qs << u"is missing"_qs << QString() << QList<QByteArray>{"d", "e"};
    QTest::newRow("not missing") << u"/n"_qs << u"not missing"_qs << QString()
                                 << QList<QByteArray>{"a", "b", "c"};
    QTest::newRow("type") << u"type"_qs << u"text"_qs << QString() << QList<QByteArray>{"e"};
    QTest::newRow("quoted") << u"value"_qs << u"\"> 5\""_qs << QString() << QList<QByteArray>{"e"};
    QTest::newRow("key") << u"key"_qs << u"B"_qs << QString() << QList<QByteArray>{"b"};
    QTest::newRow("condition") << QString() << QString() << u"/n > 9 and /who contains \"om\""_qs
                               << QList<QByteArray>{"b"};
    QTest::newRow("both") << u"key"_qs << u"/[bc]/"_qs << u"/n > 9"_qs << QList<QByteArray>{"b", "c"};
}

void TestRangeModel::filters()
{
    QFETCH(QString, column);
    QFETCH(QString, filter);
    QFETCH(QString, condition);
    QFETCH(QList<QByteArray>, keys);
    KeyspaceMirror mirror;
    mirror.apply(batchOf({{"a", R"({"n":1,"who":"Tom Baker"})"},
                          {"b", R"({"n":10.0,"who":"tomtom"})"},
                          {"c", R"({"n":9007199254740993.5,"who":"Zo\u00eb"})"},
                          {"d", "{}"},
                          {"e", "x > 5"}}));
    RangeModel model(&mirror);
    model.setRange(KeyInterval::ofPrefix({}), -1);
    RangeOrderSpec spec;
    if (!column.isEmpty()) {
        spec.filters.append({*RangeColumn::fromId(column), RangeFilter::parse(filter)});
        QVERIFY2(spec.filters[0].filter.problem().isEmpty(), qPrintable(spec.filters[0].filter.problem()));
    }
    if (!condition.isEmpty()) {
        spec.condition = JsonCondition::parse(condition);
        QVERIFY(spec.condition.isValid());
    }
    model.setSpec(spec);
    QTRY_VERIFY(!model.orderState().isWorking);
    QCOMPARE(rows(model), keys);
    QCOMPARE(model.knownCount(), 5);
    // One that passes comes, and one goes.
    Batch batch;
    batch.items.append(gone(keys.constFirst()));
    mirror.apply(batch);
    QCOMPARE(rows(model), keys.mid(1));
    QVERIFY(!model.orderState().isOutdated);
}

void TestRangeModel::addsAndRemovesColumns()
{
    KeyspaceMirror mirror;
    mirror.apply(batchOf({{"a", R"({"n":1,"m":2})"}}));
    RangeModel model(&mirror);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setRange(KeyInterval::ofPrefix({}), -1);
    const int own = model.columnCount();
    QCOMPARE(model.addColumn(RangeColumn::member("/n")), own);
    QCOMPARE(model.addColumn(RangeColumn::member("/m")), own + 1);
    QCOMPARE(model.addColumn(RangeColumn::member("/n")), own);
    QCOMPARE(model.index(0, own).data().toString(), u"1"_qs);
    model.removeColumn(own);
    QCOMPARE(model.columnCount(), own + 1);
    QCOMPARE(model.index(0, own).data().toString(), u"2"_qs);
    model.removeColumn(0);
    QCOMPARE(model.columnCount(), own + 1);
}

void TestRangeModel::cancelsAnOrder()
{
    KeyspaceMirror mirror;
    Store store;
    for (int i = 0; i < 5000; ++i)
        store.emplace("k" + QByteArray::number(10'000 + i), R"({"n":)" + QByteArray::number(5000 - i) + '}');
    mirror.apply(batchOf(store));
    RangeModel model(&mirror);
    model.setRange(KeyInterval::ofPrefix({}), -1);
    model.setSpec(byMember(false));
    QVERIFY(model.orderState().isWorking);
    QCOMPARE(model.keyAt(0), QByteArray("k10000"));
    model.cancelOrder();
    QVERIFY(!model.orderState().isWorking);
    QVERIFY(model.orderState().isByKey);
    QVERIFY(!model.spec().sort);
    model.setSpec(byMember(false));
    QTRY_VERIFY(!model.orderState().isWorking);
    QCOMPARE(model.keyAt(0), QByteArray("k14999"));
}

void TestRangeModel::saysThatAnOrderIsOutdated()
{
    KeyspaceMirror mirror;
    Store store;
    for (int i = 0; i < 1000; ++i)
        store.emplace("k" + QByteArray::number(10'000 + i), R"({"n":)" + QByteArray::number(i) + '}');
    mirror.apply(batchOf(store));
    RangeModel model(&mirror);
    model.setClock([] { return qint64(500'000); });
    model.setRange(KeyInterval::ofPrefix({}), -1);
    model.setSpec(byMember(true));
    QTRY_VERIFY(!model.orderState().isWorking);
    model.holdOrder(true); // or it would be worked out again by itself
    Store more;
    for (int i = 0; i < 600; ++i)
        more.emplace("l" + QByteArray::number(10'000 + i), R"({"n":)" + QByteArray::number(5000 + i) + '}');
    mirror.apply(batchOf(more));
    QVERIFY(model.orderState().isOutdated);
    QCOMPARE(model.orderState().changesSince, 600);
    QVERIFY(model.orderState().asOf <= 500'000 && model.orderState().asOf > 0);
    QCOMPARE(model.rowCount(), 1000);
    Batch batch;
    batch.items.append(gone("k10999"));
    mirror.apply(batch);
    // It stays where it was until the rows are sorted again, and says so.
    QCOMPARE(model.keyAt(0), QByteArray("k10999"));
    QCOMPARE(model.rowState(0), RangeModel::RowState::Gone);
    model.sortAgain();
    QTRY_VERIFY(!model.orderState().isWorking);
    QVERIFY(!model.orderState().isOutdated);
    store.erase("k10999");
    store.merge(more);
    QCOMPARE(rows(model), expected(store, KeyInterval::ofPrefix({}), -1, true, true));
}

void TestRangeModel::keepsAnOrderWhileHeld()
{
    KeyspaceMirror mirror;
    Store store;
    for (int i = 0; i < 600; ++i)
        store.emplace("k" + QByteArray::number(10'000 + i), R"({"n":1})");
    RangeModel model(&mirror);
    model.setRange(KeyInterval::ofPrefix({}), -1);
    model.setSpec(byMember(true));
    QTRY_VERIFY(!model.orderState().isWorking);
    model.holdOrder(true);
    mirror.apply(batchOf(store));
    QVERIFY(model.orderState().isOutdated);
    QCOMPARE(model.rowCount(), 0);
    model.holdOrder(false);
    QTRY_COMPARE(model.rowCount(), 600);
    QVERIFY(!model.orderState().isOutdated);
}

void TestRangeModel::countsWhatIsNotHeld()
{
    KeyspaceMirror mirror;
    RangeModel model(&mirror);
    model.setRange(KeyInterval::ofPrefix({}), -1);
    Batch batch = batchOf({{"a", R"({"n":2})"}, {"b", R"({"n":1})"}});
    Learned known;
    known.key = "c";
    batch.items.append(known);
    mirror.apply(batch);
    model.setSpec(byMember(false));
    QTRY_VERIFY(!model.orderState().isWorking);
    QCOMPARE(model.orderState().unread, 1);
    QCOMPARE(rows(model), (QList<QByteArray>{"b", "a", "c"}));
    mirror.apply(batchOf({{"c", R"({"n":0})"}}));
    QCOMPARE(model.orderState().unread, 0);
    QCOMPARE(rows(model), (QList<QByteArray>{"c", "b", "a"}));
}

void TestRangeModel::changesAtRandom_data()
{
    QTest::addColumn<KeyInterval>("interval");
    QTest::addColumn<qint64>("limit");
    QTest::addColumn<bool>("sorted");
    QTest::addColumn<bool>("descending");
    QTest::addColumn<QByteArray>("above"); ///< a filter
    const KeyInterval all = KeyInterval::ofPrefix({});
    QTest::newRow("by key") << all << qint64(-1) << false << false << QByteArray();
    QTest::newRow("by key, backwards") << all << qint64(-1) << false << true << QByteArray();
    QTest::newRow("part") << KeyInterval{"k2", "k5~"} << qint64(-1) << false << false << QByteArray();
    QTest::newRow("limit") << all << qint64(40) << false << false << QByteArray();
    QTest::newRow("limit, backwards") << all << qint64(40) << false << true << QByteArray();
    QTest::newRow("sorted") << all << qint64(-1) << true << false << QByteArray();
    QTest::newRow("sorted, backwards")
        << KeyInterval{"k2", "k8"} << qint64(-1) << true << true << QByteArray();
    QTest::newRow("filtered") << all << qint64(-1) << false << false << QByteArray("50");
    QTest::newRow("filtered, backwards") << all << qint64(-1) << false << true << QByteArray("50");
    QTest::newRow("sorted and filtered") << all << qint64(-1) << true << false << QByteArray("50");
}

void TestRangeModel::changesAtRandom()
{
    QFETCH(KeyInterval, interval);
    QFETCH(qint64, limit);
    QFETCH(bool, sorted);
    QFETCH(bool, descending);
    QFETCH(QByteArray, above);
    QRandomGenerator chance(4711);
    KeyspaceMirror mirror;
    Store store;
    RangeModel model(&mirror);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setRange(interval, limit);
    RangeOrderSpec spec;
    spec.descending = descending;
    if (sorted)
        spec.sort = RangeColumn::member("/n");
    if (!above.isEmpty())
        spec.filters.append(
            {RangeColumn::member("/n"), RangeFilter::parse(u"> "_qs + QString::fromLatin1(above))});
    model.setSpec(spec);
    QTRY_VERIFY(!model.orderState().isWorking);

    const auto randomValue = [&]() -> QByteArray {
        switch (chance.bounded(8)) {
        case 0:
            return "text";
        case 1:
            return "{}";
        case 2:
            return R"({"n":")" + QByteArray::number(chance.bounded(100)) + R"("})";
        case 3:
            return R"({"n":1234567890123456789)" + QByteArray::number(chance.bounded(1000)) + '}';
        default:
            return R"({"n":)" + QByteArray::number(chance.bounded(100)) + '}';
        }
    };
    for (int step = 0; step < 250; ++step) {
        Batch batch;
        QSet<QByteArray> touched;
        const int changes = 1 + chance.bounded(step % 10 == 0 ? 60 : 6);
        for (int i = 0; i < changes; ++i) {
            const QByteArray key = "k" + QByteArray::number(chance.bounded(150));
            if (touched.contains(key))
                continue;
            touched.insert(key);
            if (chance.bounded(3) == 0 && store.count(key) > 0) {
                store.erase(key);
                batch.items.append(gone(key));
            } else {
                const QByteArray value = randomValue();
                store[key] = value;
                batch.items.append(read(key, value));
            }
        }
        batch.lineBroke = step % 50 == 49;
        mirror.apply(batch);
        if (step % 37 == 36) {
            // As after a refresh: everything goes and comes back.
            mirror.clear();
            QTRY_VERIFY(!model.orderState().isWorking);
            mirror.apply(batchOf(store));
        }
        if (model.orderState().isOutdated || model.orderState().isWorking) {
            model.sortAgain();
            QTRY_VERIFY(!model.orderState().isWorking && !model.orderState().isOutdated);
        }
        QCOMPARE(rows(model), expected(store, interval, limit, sorted, descending, above));
        for (int row = 0; row < model.rowCount(); ++row) {
            QCOMPARE(model.rowOf(model.keyAt(row)), row);
            QCOMPARE(model.entryAt(row)->value, store.at(model.keyAt(row)));
        }
    }
}

QTEST_GUILESS_MAIN(TestRangeModel)
#include "tst_rangemodel.moc"
