// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "failonwarning.h"

#include "history/historyfile.h"
#include "history/historyqueries.h"
#include "history/keyrows.h"

#include <QDateTime>
#include <QFile>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <memory>

using namespace Studio;

/// The tables of a history: what is kept, what goes, what a full disk does.
class TestHistoryFile : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void keepsRows();
    void timeNeverGoesBack();
    void rollsBack();
    void endsALineThatWasLeftOpen();
    void leavesForeignFilesAlone_data();
    void leavesForeignFilesAlone();
    void trimsBytes();
    void trimsDays();
    void keepsTheLastBreak();
    void refusesWhenFull();
    void clears();
    void oneRecordsAtATime();
    void goesOnWithAnEarlierVersion();
    void findsRowsOfAKeyInEveryPart();
    void trimsWholeParts();

private:
    static HistoryEntry entry(const QByteArray &key, const QByteArray &value, qint64 at);
    static HistoryEntry mark(HistoryKind kind, qint64 at);
    static bool put(HistoryFile &file, const HistoryEntry &entry);

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_file;
};

void TestHistoryFile::init()
{
    TestSupport::failOnUnannouncedWarning();
    m_folder = std::make_unique<QTemporaryDir>();
    m_file = m_folder->filePath(u"sub/p.history"_qs);
}

HistoryEntry TestHistoryFile::entry(const QByteArray &key, const QByteArray &value, qint64 at)
{
    HistoryEntry made;
    made.key = key;
    made.value = value;
    made.at = at;
    return made;
}

HistoryEntry TestHistoryFile::mark(HistoryKind kind, qint64 at)
{
    HistoryEntry made;
    made.kind = kind;
    made.at = at;
    return made;
}

/// In a transaction of its own.
bool TestHistoryFile::put(HistoryFile &file, const HistoryEntry &entry)
{
    if (!file.begin())
        return false;
    qint64 id = 0;
    if (!entry.isBreak()) {
        id = file.idOf(entry.key);
        id = id > 0 ? id : file.addKey(entry.key);
    }
    if ((entry.isBreak() || id > 0) && file.append(entry, id) > 0 && file.commit())
        return true;
    file.rollback();
    return false;
}

void TestHistoryFile::keepsRows()
{
    HistoryEntry written = entry("user:1", "one", 1000);
    written.kind = HistoryKind::Patched;
    written.guess = true;
    written.own = true;
    written.serverTimestamp = 77;
    {
        HistoryFile file;
        QVERIFY2(file.open(m_file), qPrintable(file.problem()));
        QVERIFY(put(file, mark(HistoryKind::LineUp, 900)));
        QVERIFY(put(file, written));
        HistoryEntry removed = entry("user:1", {}, 2000);
        removed.kind = HistoryKind::Removed;
        removed.absent = true;
        removed.value.reset();
        QVERIFY(put(file, removed));
        QVERIFY(put(file, entry("user:2", "", 3000)));
        QVERIFY(put(file, mark(HistoryKind::LineDown, 4000)));
    }
    QCOMPARE(QFile::permissions(m_file) & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
    HistoryFile file;
    QVERIFY(file.open(m_file));
    QCOMPARE(file.lastRow(), 5);
    QVERIFY(file.isLineDown());
    HistoryQueries queries(file);
    written.row = 2;
    QCOMPARE(queries.entry(2), std::optional(written));
    QVERIFY(queries.entry(3)->absent);
    QVERIFY(!queries.entry(3)->value);
    // An empty value is a value.
    QCOMPARE(queries.entry(4)->value, std::optional(QByteArray("")));
    QCOMPARE(queries.entry(5)->kind, HistoryKind::LineDown);
}

void TestHistoryFile::timeNeverGoesBack()
{
    HistoryFile file;
    QVERIFY(file.open({}));
    QVERIFY(put(file, entry("k", "1", 5000)));
    QVERIFY(put(file, entry("k", "2", 4000)));
    HistoryQueries queries(file);
    QCOMPARE(queries.entry(2)->at, 5000);
    QCOMPARE(queries.state("k", 5000).value, std::optional(QByteArray("2")));
}

void TestHistoryFile::rollsBack()
{
    HistoryFile file;
    QVERIFY(file.open(m_file));
    QVERIFY(put(file, mark(HistoryKind::LineUp, 900)));
    QVERIFY(file.begin());
    QVERIFY(file.append(entry("k", "1", 1000), file.addKey("k")) > 0);
    QVERIFY(file.append(mark(HistoryKind::LineDown, 1100), 0) > 0);
    file.rollback();
    QCOMPARE(file.lastRow(), 1);
    QVERIFY(!file.isLineDown());
    QCOMPARE(file.idOf("k"), 0);
    QVERIFY(put(file, entry("k", "2", 1000)));
    QCOMPARE(file.lastRow(), 2);
}

/// A program that was killed could not say so.
void TestHistoryFile::endsALineThatWasLeftOpen()
{
    {
        HistoryFile file;
        QVERIFY(file.open(m_file));
        QVERIFY(put(file, mark(HistoryKind::LineUp, 900)));
        QVERIFY(put(file, entry("k", "1", 1000)));
    }
    HistoryFile file;
    QVERIFY(file.open(m_file));
    QVERIFY(file.isLineDown());
    HistoryQueries queries(file);
    QCOMPARE(queries.entry(3)->kind, HistoryKind::LineDown);
    QCOMPARE(queries.entry(3)->at, 1000);
}

void TestHistoryFile::leavesForeignFilesAlone_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("text") << QByteArray("this is no database, however long it is\n").repeated(100);
    QTest::newRow("another database") << QByteArray();
}

void TestHistoryFile::leavesForeignFilesAlone()
{
    QFETCH(QByteArray, content);
    QDir().mkpath(QFileInfo(m_file).path());
    if (content.isEmpty()) {
        {
            QSqlDatabase other = QSqlDatabase::addDatabase(u"QSQLITE"_qs, u"other"_qs);
            other.setDatabaseName(m_file);
            QVERIFY(other.open());
            QSqlQuery query(other);
            QVERIFY(query.exec(u"PRAGMA journal_mode=WAL"_qs));
            QVERIFY(query.exec(u"CREATE TABLE mine (a)"_qs));
        }
        QSqlDatabase::removeDatabase(u"other"_qs);
    } else {
        QFile file(m_file);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(content);
    }
    const auto bytes = [this] {
        QFile file(m_file);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    };
    const QByteArray before = bytes();
    HistoryFile file;
    QVERIFY(!file.open(m_file));
    QVERIFY(!file.problem().isEmpty());
    QCOMPARE(bytes(), before);
}

/// The oldest go; what a key held at the cut stays as its base where the key goes on behind it.
void TestHistoryFile::trimsBytes()
{
    auto made = std::make_unique<HistoryFile>();
    HistoryFile &file = *made;
    QVERIFY(file.open(m_file));
    HistoryLimits limits;
    limits.bytes = 512 * 1024;
    limits.days = 0;
    file.setLimits(limits);
    QVERIFY(put(file, entry("gone", "early", 1000)));
    QVERIFY(put(file, entry("rare", "kept", 1001)));
    const QByteArray filler(1000, 'x');
    qint64 at = 2000;
    for (; !file.isFull(at); ++at)
        QVERIFY(put(file, entry("busy", filler + QByteArray::number(at), at)));
    QVERIFY(put(file, entry("rare", "later", at)));
    QVERIFY(file.trim());
    QVERIFY(!file.isFull(at));
    QVERIFY(file.bytes() > limits.bytes / 2);
    QVERIFY(file.cutBefore() > 1001);
    QCOMPARE(file.idOf("gone"), 0);

    auto asked = std::make_unique<HistoryQueries>(file);
    HistoryQueries &queries = *asked;
    // Before the cut nothing is known, whatever a base says.
    QVERIFY(!queries.state("rare", 1500).known);
    const PastState rare = queries.state("rare", file.cutBefore() + 1);
    QVERIFY(rare.known);
    QCOMPARE(rare.value, std::optional(QByteArray("kept")));
    QCOMPARE(rare.changedAt, 0);
    QCOMPARE(queries.state("rare", at).value, std::optional(QByteArray("later")));
    QCOMPARE(queries.state("busy", at - 1).value, std::optional(filler + QByteArray::number(at - 1)));

    // It stays so, however much comes, and the file does not grow beyond its budget by more than its log.
    for (int i = 0; i < 3000; ++i) {
        ++at;
        QVERIFY(put(file, entry("busy", filler + QByteArray::number(at), at)));
        if (file.isFull(at))
            QVERIFY(file.trim());
    }
    QVERIFY(file.bytes() <= limits.bytes);
    QVERIFY(QFileInfo(m_file).size() < 2 * limits.bytes);
    const qint64 cut = file.cutBefore();
    asked.reset();
    made.reset();
    HistoryFile again;
    QVERIFY(again.open(m_file));
    QCOMPARE(again.cutBefore(), cut);
}

void TestHistoryFile::trimsDays()
{
    HistoryFile file;
    QVERIFY(file.open({}));
    HistoryLimits limits;
    limits.days = 2;
    file.setLimits(limits);
    constexpr qint64 day = 24ll * 3600 * 1000;
    const qint64 now = QDateTime::currentMSecsSinceEpoch();
    QVERIFY(put(file, entry("old", "1", now - 5 * day)));
    QVERIFY(put(file, entry("both", "1", now - 4 * day)));
    QVERIFY(put(file, entry("both", "2", now - day)));
    QVERIFY(file.isFull(now));
    QVERIFY(file.trim());
    QVERIFY(!file.isFull(now));
    QCOMPARE(file.cutBefore(), now - 4 * day);
    HistoryQueries queries(file);
    QVERIFY(!queries.state("old", now).known);
    QCOMPARE(queries.state("both", now - 3 * day).value, std::optional(QByteArray("1")));
    QCOMPARE(queries.state("both", now).value, std::optional(QByteArray("2")));
}

/// Otherwise a line that was never down again would look as if it had never been up.
void TestHistoryFile::keepsTheLastBreak()
{
    HistoryLimits limits;
    limits.days = 1;
    const qint64 now = QDateTime::currentMSecsSinceEpoch();
    {
        HistoryFile file;
        QVERIFY(file.open(m_file));
        file.setLimits(limits);
        QVERIFY(put(file, mark(HistoryKind::LineUp, 1000)));
        QVERIFY(put(file, entry("k", "1", 1001)));
        QVERIFY(put(file, entry("k", "2", now)));
        QVERIFY(file.trim());
        QVERIFY(!file.isLineDown());
    }
    HistoryFile file;
    QVERIFY(file.open(m_file));
    HistoryQueries queries(file);
    QCOMPARE(queries.entry(file.lastRow())->kind, HistoryKind::LineDown);
}

void TestHistoryFile::refusesWhenFull()
{
    HistoryFile file;
    QVERIFY(file.open(m_file));
    file.setMostBytes(200 * 1024);
    const QByteArray filler(1000, 'x');
    int kept = 0;
    while (kept < 1000 && put(file, entry("k", filler, 1000 + kept)))
        ++kept;
    QVERIFY(kept > 50);
    QVERIFY(kept < 1000);
    QVERIFY2(file.problem().contains(u"full"_qs), qPrintable(file.problem()));
    QCOMPARE(file.lastRow(), kept);
    // What is there can be read, and more goes in as soon as there is room.
    QCOMPARE(HistoryQueries(file).state("k", 1000 + kept).value, std::optional(filler));
    file.setMostBytes(0);
    QVERIFY(put(file, entry("k", "after", 5000)));
    QCOMPARE(file.lastRow(), kept + 1);
}

void TestHistoryFile::clears()
{
    HistoryFile file;
    QVERIFY(file.open(m_file));
    QVERIFY(put(file, mark(HistoryKind::LineUp, 900)));
    const QByteArray secret = "a value that nobody is to find again";
    QVERIFY(put(file, entry("k", secret, 1000)));
    QVERIFY(file.clear());
    QCOMPARE(file.idOf("k"), 0);
    QVERIFY(!file.isLineDown());
    QVERIFY(put(file, entry("k", "new", 2000)));
    for (const QString &name : {m_file, m_file + u"-wal"_qs}) {
        QFile disk(name);
        if (disk.exists()) {
            QVERIFY(disk.open(QIODevice::ReadOnly));
            QVERIFY(!disk.readAll().contains(secret));
        }
    }
}

void TestHistoryFile::oneRecordsAtATime()
{
    auto first = std::make_unique<HistoryFile>();
    QVERIFY(first->open(m_file));
    HistoryFile second;
    QVERIFY(!second.open(m_file));
    QVERIFY2(second.problem().contains(u"another copy"_qs), qPrintable(second.problem()));
    first.reset();
    QVERIFY2(second.open(m_file), qPrintable(second.problem()));
}

/// Version 1 had one index of all rows by key.
void TestHistoryFile::goesOnWithAnEarlierVersion()
{
    QDir().mkpath(QFileInfo(m_file).path());
    {
        QSqlDatabase old = QSqlDatabase::addDatabase(u"QSQLITE"_qs, u"old"_qs);
        old.setDatabaseName(m_file);
        QVERIFY(old.open());
        QSqlQuery query(old);
        for (const QString &text :
             {u"PRAGMA journal_mode=WAL"_qs,
              u"CREATE TABLE keys (id INTEGER PRIMARY KEY, key BLOB NOT NULL UNIQUE)"_qs,
              u"CREATE TABLE changes (row INTEGER PRIMARY KEY, at INTEGER NOT NULL, key INTEGER NOT NULL, "
              "kind INTEGER NOT NULL, flags INTEGER NOT NULL, server INTEGER NOT NULL, value BLOB)"_qs,
              u"CREATE INDEX changes_of_key ON changes (key)"_qs,
              u"CREATE TABLE cut (before INTEGER NOT NULL)"_qs, u"INSERT INTO cut VALUES (500)"_qs,
              u"PRAGMA application_id=1213221704"_qs, u"PRAGMA user_version=1"_qs,
              u"INSERT INTO keys VALUES (7, CAST('k' AS BLOB))"_qs,
              u"INSERT INTO changes VALUES (3, 900, 0, 33, 0, 0, NULL)"_qs,
              u"INSERT INTO changes VALUES (4, 900, 7, 16, 0, 0, CAST('base' AS BLOB))"_qs,
              u"INSERT INTO changes VALUES (5, 1000, 7, 1, 2, 77, CAST('one' AS BLOB))"_qs,
              u"INSERT INTO changes VALUES (6, 2000, 0, 32, 0, 0, NULL)"_qs})
            QVERIFY2(query.exec(text), qPrintable(text));
    }
    QSqlDatabase::removeDatabase(u"old"_qs);
    for (int opened = 0; opened < 2; ++opened) {
        HistoryFile file;
        QVERIFY2(file.open(m_file), qPrintable(file.problem()));
        QCOMPARE(file.lastRow(), 6 + opened);
        QCOMPARE(file.cutBefore(), 500);
        HistoryQueries queries(file);
        QCOMPARE(queries.state("k", 950).value, std::optional(QByteArray("base")));
        QCOMPARE(queries.state("k", 1500).value, std::optional(QByteArray("one")));
        QCOMPARE(queries.entry(5)->serverTimestamp, 77);
        QVERIFY(queries.entry(5)->own);
        if (opened == 0)
            QVERIFY(put(file, entry("k", "two", 3000)));
        else
            QCOMPARE(queries.state("k", 3000).value, std::optional(QByteArray("two")));
    }
}

/// Rows that lie in several parts of the index, and not in every one of them.
void TestHistoryFile::findsRowsOfAKeyInEveryPart()
{
    constexpr qint64 part = 1 << KeyRows::partBits;
    HistoryFile file;
    QVERIFY(file.open({}));
    QVERIFY(file.begin());
    const qint64 busy = file.addKey("busy");
    const qint64 rare = file.addKey("rare");
    QList<HistoryEntry> expected; // what is asked for of "rare": its rows and the breaks
    const auto add = [&](HistoryEntry each, qint64 id) {
        each.row = file.append(each, id);
        if (id != busy)
            expected.append(each);
        return each.row > 0;
    };
    QVERIFY(add(mark(HistoryKind::LineUp, 1), 0));
    HistoryEntry base = entry("rare", "0", 2);
    base.kind = HistoryKind::Base;
    QVERIFY(add(base, rare));
    while (file.lastRow() < 4 * part) {
        const qint64 row = file.lastRow() + 1;
        if (row == 10 || row == 11 || row == part || row == 3 * part + 1 || row == 3 * part + 2)
            QVERIFY(add(entry("rare", QByteArray::number(row), row), rare));
        else if (row == 12 || row == 3 * part)
            QVERIFY(add(mark(row == 12 ? HistoryKind::LineDown : HistoryKind::LineUp, row), 0));
        else
            QVERIFY(add(entry("busy", "b", row), busy));
    }
    QVERIFY(file.commit());

    QCOMPARE(file.firstRow(), 3);
    QCOMPARE(file.lastOf(rare)->row, 3 * part + 2);
    HistoryQueries queries(file);
    QCOMPARE(queries.state("rare", 3).value, std::optional(QByteArray("0")));
    QCOMPARE(queries.state("rare", part - 1).value, std::optional(QByteArray("11")));
    QCOMPARE(queries.state("rare", 3 * part).value, std::optional(QByteArray::number(part)));
    QVERIFY(!queries.state("rare", 15).sure);
    QCOMPARE(queries.state("rare", 4 * part).row, 3 * part + 2);
    QVERIFY(queries.state("rare", 4 * part).sure);
    QCOMPARE(queries.keysUnder("ra", 2 * part, 10).value(0).state.row, part);
    QCOMPARE(queries.changedBetween("ra", part, 3 * part, 10).size(), 0);
    QCOMPARE(queries.changedBetween("ra", part - 1, 3 * part, 10).size(), 1);
    HistoryScope scope;
    scope.key = "rare";
    QCOMPARE(queries.nextChange(scope, part, true)->row, 3 * part + 1);
    QCOMPARE(queries.nextChange(scope, 3 * part + 1, false)->row, part);
    QVERIFY(!queries.nextChange(scope, 10, false)); // a base is no change
    for (const bool newestFirst : {false, true}) {
        HistoryQuery query;
        query.scope = scope;
        query.newestFirst = newestFirst;
        query.limit = 3;
        QList<HistoryEntry> found;
        do {
            const HistoryPage page = queries.page(query);
            QVERIFY(page.entries.size() <= 3);
            found += page.entries;
            query.behind = page.next;
        } while (query.behind > 0);
        if (newestFirst)
            std::reverse(found.begin(), found.end());
        QCOMPARE(found, expected);
    }
    SeriesQuery series(file, {"rare", {}, 0, 4 * part, 800});
    while (series.step()) { }
    QList<qint64> times;
    for (const SeriesPoint &point : series.points())
        times.append(point.at);
    QCOMPARE(times, (QList<qint64>{10, 11, 12, part, 3 * part + 1, 3 * part + 2})); // the line went at 12
}

/// A base from long ago stays to be found, however far the rows have gone on.
void TestHistoryFile::trimsWholeParts()
{
    constexpr qint64 part = 1 << KeyRows::partBits;
    constexpr qint64 day = 24ll * 3600 * 1000;
    const qint64 now = QDateTime::currentMSecsSinceEpoch();
    HistoryFile file;
    QVERIFY(file.open({}));
    QVERIFY(file.begin());
    const qint64 rare = file.addKey("rare");
    QVERIFY(file.append(entry("rare", "early", now - 5 * day), rare) > 0);
    const qint64 busy = file.addKey("busy");
    while (file.lastRow() < 2 * part)
        QVERIFY(file.append(entry("busy", "b", file.lastRow() < part ? now - 5 * day : now), busy) > 0);
    QVERIFY(file.append(entry("rare", "late", now + 1000), rare) > 0);
    QVERIFY(file.commit());
    HistoryLimits limits;
    limits.days = 2;
    file.setLimits(limits);
    int times = 0;
    for (; file.isFull(now); ++times)
        QVERIFY(file.trim());
    QCOMPARE(times, int(part / HistoryFile::trimmedRows) + 1);
    QVERIFY(file.firstRow() >= part);
    HistoryQueries queries(file);
    QCOMPARE(queries.state("rare", now + 10).value, std::optional(QByteArray("early")));
    QCOMPARE(queries.state("rare", now + 10).changedAt, 0);
    QCOMPARE(queries.state("rare", now + 1000).value, std::optional(QByteArray("late")));
    HistoryQuery query;
    query.scope.key = "rare";
    const HistoryPage page = queries.page(query);
    QCOMPARE(page.entries.size(), 2);
    QCOMPARE(page.entries.constLast().kind, HistoryKind::Base);
}

QTEST_GUILESS_MAIN(TestHistoryFile)
#include "tst_historyfile.moc"
