// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: MIT

#include "store.h"

#include "failonwarning.h"
#include "support/json.h"

#include <QTest>

#include <algorithm>
#include <random>

using namespace hpkv::emulator;
using namespace std::string_literals;

class TestStore : public QObject
{
    Q_OBJECT

private slots:
    void init() { TestSupport::failOnUnannouncedWarning(); }
    void orderIsThatOfUtf8Bytes();
    void nulIsAByteLikeAnyOther();
    void setReplaces();
    void appendKeepsOrder();
    void eraseTellsWhetherItWasThere();
    void lowerBoundFindsTheNext();
    void randomOperationsAgreeWithAPlainList();
};

void TestStore::orderIsThatOfUtf8Bytes()
{
    Store store;
    // In UTF-16 the emoji would come before U+FFEE.
    const std::vector<std::string> ordered = {"A"s, "a"s,        "a\0"s,          "a:"s,
                                              "b"s, "\xc3\xa9"s, "\xef\xbf\xae"s, "\xf0\x9f\x98\x80"s};
    auto shuffled = ordered;
    std::shuffle(shuffled.begin(), shuffled.end(), std::minstd_rand(7));
    for (const auto &key : shuffled)
        store.set(key, "x", false);
    std::vector<std::string> found;
    for (const auto &[key, entry] : store)
        found.push_back(key);
    QVERIFY(found == ordered);
}

void TestStore::nulIsAByteLikeAnyOther()
{
    Store store;
    store.set("k"s, "short"s, false);
    store.set("k\0tail"s, "value\0tail"s, false);
    QCOMPARE(store.size(), std::size_t(2));
    QCOMPARE(store.find("k\0tail"s)->value.size(), std::size_t(10));
    QCOMPARE(store.find("k"s)->value, "short"s);
}

void TestStore::setReplaces()
{
    Store store;
    store.set("k", "a long value that is replaced by a short one", true);
    store.set("k", "b", false);
    QCOMPARE(store.size(), std::size_t(1));
    QCOMPARE(store.find("k")->value, "b"s);
    QVERIFY(!store.find("k")->counter);
}

void TestStore::appendKeepsOrder()
{
    Store store;
    for (const char *key : {"b", "c", "a", "d", "c"})
        store.append(key, "v", false);
    QCOMPARE(store.size(), std::size_t(4));
    QVERIFY(std::is_sorted(store.begin(), store.end(),
                           [](const auto &a, const auto &b) { return a.first < b.first; }));
}

void TestStore::eraseTellsWhetherItWasThere()
{
    Store store;
    store.set("k", "v", false);
    QVERIFY(store.erase("k"));
    QVERIFY(!store.erase("k"));
    QVERIFY(store.find("k") == nullptr);
    QVERIFY(store.empty());
}

void TestStore::lowerBoundFindsTheNext()
{
    Store store;
    store.set("b", "1", false);
    store.set("d", "2", false);
    QCOMPARE(store.lowerBound("a")->first, "b"s);
    QCOMPARE(store.lowerBound("b")->first, "b"s);
    QCOMPARE(store.lowerBound("b\0"s)->first, "d"s);
    QVERIFY(store.lowerBound("e") == store.end());
}

void TestStore::randomOperationsAgreeWithAPlainList()
{
    Store store;
    std::vector<std::pair<std::string, std::string>> plain;
    std::minstd_rand random(42);
    for (int i = 0; i < 5000; ++i) {
        std::string key(1 + random() % 3, '\0');
        for (char &c : key)
            c = static_cast<char>(random() % 5 * 60);
        const auto it =
            std::find_if(plain.begin(), plain.end(), [&key](const auto &item) { return item.first == key; });
        if (random() % 3 == 0) {
            QCOMPARE(store.erase(key), it != plain.end());
            if (it != plain.end())
                plain.erase(it);
        } else {
            const std::string value = std::to_string(i);
            store.set(key, value, false);
            if (it != plain.end())
                it->second = value;
            else
                plain.emplace_back(key, value);
        }
    }
    const auto asBytes = [](const auto &a, const auto &b) {
        return Json::bytes(a.first) < Json::bytes(b.first);
    };
    std::sort(plain.begin(), plain.end(), asBytes);
    QCOMPARE(store.size(), plain.size());
    auto expected = plain.begin();
    for (const auto &[key, entry] : store) {
        QVERIFY(key == expected->first && entry.value == expected->second);
        ++expected;
    }
}

QTEST_APPLESS_MAIN(TestStore)
#include "tst_store.moc"
