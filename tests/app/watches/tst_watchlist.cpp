// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "watches/watchlist.h"

#include "failonwarning.h"

#include <QFile>
#include <QFileInfo>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Studio;

class TestWatchList : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void remembersOverARestart();
    void eachPatternOnce();
    void replaces();
    void bringsBackInItsPlace();
    void refusesWhatCannotBeWatched();
    void isBounded();
    void twoCopiesKeepEachOthersPatterns();
    void aFileThatGoesTakesNothing();
    void damagedFile();
    void cannotWrite();
    void privateFile();

private:
    QString file() const { return m_folder->filePath(QStringLiteral("watches/p.json")); }
    static QList<QByteArray> texts(const WatchList &list)
    {
        QList<QByteArray> texts;
        for (const Watch &watch : list.watches())
            texts.append(watch.pattern.toText());
        return texts;
    }
    static Watch watch(const char *text, bool record = true)
    {
        return {WatchPattern::fromText(text), record};
    }
    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestWatchList::init()
{
    TestSupport::failOnUnannouncedWarning();
    m_folder = std::make_unique<QTemporaryDir>();
}

void TestWatchList::remembersOverARestart()
{
    {
        WatchList list(file());
        const QSignalSpy changed(&list, &WatchList::changed);
        for (const char *text : {"user:*", "a", "*:temp", "x*y", "/^q[0-9]$/"})
            QVERIFY(list.put(watch(text)));
        list.setRecord(WatchPattern::key("a"), false);
        list.setRecord(WatchPattern::key("a"), false);
        QVERIFY(list.put({{"a*b", WatchPattern::Kind::Key}, true}));
        QCOMPARE(changed.size(), 7);
    }
    WatchList list(file());
    QCOMPARE(list.loadProblem(), QString());
    QCOMPARE(texts(list), (QList<QByteArray>{"user:*", "a", "*:temp", "x*y", "/^q[0-9]$/", "a*b"}));
    QCOMPARE(list.watches().at(5).pattern.kind, WatchPattern::Kind::Key);
    QVERIFY(!list.watches().at(1).record);
    QCOMPARE(list.patterns().size(), 6);
    QCOMPARE(list.recorded().size(), 5);
    QVERIFY(!list.recorded().contains(WatchPattern::key("a")));
}

void TestWatchList::eachPatternOnce()
{
    WatchList list({});
    QVERIFY(list.put(watch("a")));
    QSignalSpy changed(&list, &WatchList::changed);
    QVERIFY(list.put(watch("a")));
    QVERIFY(changed.isEmpty());
    QVERIFY(list.put(watch("a", false)));
    QCOMPARE(changed.size(), 1);
    QCOMPARE(list.watches(), QList<Watch>{watch("a", false)});
    list.remove(WatchPattern::key("b"));
    QCOMPARE(changed.size(), 1);
    list.remove(WatchPattern::key("a"));
    QCOMPARE(changed.size(), 2);
    QVERIFY(list.watches().isEmpty());
}

void TestWatchList::replaces()
{
    WatchList list({});
    for (const char *text : {"a", "b", "c"})
        list.put(watch(text));
    QVERIFY(list.replace(WatchPattern::key("b"), watch("b:*", false)));
    QCOMPARE(texts(list), (QList<QByteArray>{"a", "b:*", "c"}));
    QVERIFY(!list.watches().at(1).record);
    // By one that is there already.
    QVERIFY(list.replace(WatchPattern::key("a"), watch("c")));
    QCOMPARE(texts(list), (QList<QByteArray>{"b:*", "c"}));
    QVERIFY(!list.replace(WatchPattern::key("c"), watch("/(/")));
    QCOMPARE(texts(list), (QList<QByteArray>{"b:*", "c"}));
}

void TestWatchList::bringsBackInItsPlace()
{
    WatchList list({});
    for (const char *text : {"a", "b", "c"})
        list.put(watch(text));
    list.remove(WatchPattern::key("b"));
    QVERIFY(list.put(watch("b"), 1));
    QCOMPARE(texts(list), (QList<QByteArray>{"a", "b", "c"}));
}

void TestWatchList::refusesWhatCannotBeWatched()
{
    WatchList list({});
    QVERIFY(!list.put(watch("/(/")));
    QVERIFY(!list.put(watch("")));
    QVERIFY(list.watches().isEmpty());
}

void TestWatchList::isBounded()
{
    WatchList list({});
    for (int i = 0; i < WatchList::most; ++i)
        QVERIFY(list.put({WatchPattern::key("k" + QByteArray::number(i)), true}));
    QVERIFY(!list.put(watch("one more")));
    QCOMPARE(list.watches().size(), WatchList::most);
}

void TestWatchList::twoCopiesKeepEachOthersPatterns()
{
    WatchList one(file());
    one.put(watch("a"));
    one.put(watch("b"));
    QVERIFY(one.flush());
    WatchList two(file());
    two.put(watch("c"));
    two.remove(WatchPattern::key("a"));
    QVERIFY(two.flush());
    one.put(watch("d"));
    one.setRecord(WatchPattern::key("b"), false);
    QSignalSpy changed(&one, &WatchList::changed);
    QVERIFY(one.flush());
    QCOMPARE(changed.size(), 1);
    QCOMPARE(texts(one), (QList<QByteArray>{"b", "d", "c"}));
    QCOMPARE(texts(WatchList(file())), (QList<QByteArray>{"b", "d", "c"}));
    QVERIFY(!WatchList(file()).watches().at(0).record);
}

void TestWatchList::aFileThatGoesTakesNothing()
{
    WatchList list(file());
    list.put(watch("a"));
    QVERIFY(list.flush());
    QVERIFY(QFile::remove(file()));
    list.put(watch("b"));
    QVERIFY(list.flush());
    QCOMPARE(texts(list), (QList<QByteArray>{"a", "b"}));
    QCOMPARE(texts(WatchList(file())), (QList<QByteArray>{"a", "b"}));
}

void TestWatchList::damagedFile()
{
    QVERIFY(QDir().mkpath(QFileInfo(file()).absolutePath()));
    QFile damaged(file());
    QVERIFY(damaged.open(QIODevice::WriteOnly));
    damaged.write("{\"watches\":[");
    damaged.close();
    WatchList list(file());
    QVERIFY(list.loadProblem().contains(file()));
    QVERIFY(list.watches().isEmpty());
    QVERIFY(QFile::exists(file() + u".damaged"_qs));
    list.put(watch("a"));
    QVERIFY(list.flush());
    QCOMPARE(texts(WatchList(file())), QList<QByteArray>{"a"});
}

void TestWatchList::cannotWrite()
{
    // A file stands where the folder should be.
    QFile inTheWay(m_folder->filePath(u"watches"_qs));
    QVERIFY(inTheWay.open(QIODevice::WriteOnly));
    inTheWay.close();
    WatchList list(file());
    QSignalSpy failed(&list, &WatchList::saveFailed);
    list.put(watch("a"));
    QVERIFY(!list.flush());
    QCOMPARE(failed.size(), 1);
    QVERIFY(inTheWay.remove());
    QVERIFY(list.flush());
    QCOMPARE(texts(WatchList(file())), QList<QByteArray>{"a"});
}

void TestWatchList::privateFile()
{
    WatchList list(file());
    list.put(watch("a"));
    QVERIFY(list.flush());
    const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
    QVERIFY(!(QFile::permissions(file()) & others));
    QCOMPARE(WatchList::fileFor(u"/f"_qs, u"../x"_qs), u"/f/watches/%2E%2E%2Fx.json"_qs);
}

QTEST_GUILESS_MAIN(TestWatchList)
#include "tst_watchlist.moc"
