// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "failonwarning.h"

#include "session/journal.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QTest>

using namespace Studio;

class TestJournal : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void keepsRows_data();
    void keepsRows();
    void isForItsOwnerOnly();
    void outlivesTheProgram();
    void answersInOrder();
    void goesOnInMemoryWhenTheFileCannotBeMade();
    void leavesForeignFilesAlone_data();
    void leavesForeignFilesAlone();
    void twoCopiesShareAFile();
    void isBounded_data();
    void isBounded();
    void isBoundedFromTheStart();
    void takesOverEarlierVersions_data();
    void takesOverEarlierVersions();
    void readsInPages();
    void finds_data();
    void finds();
    void searchesInPieces();
    void tiesUndoToWhatItUndoes();
    void whatFailedUndoesNothing();
    void clears();
    void waitsForItsLastRow();

private:
    static JournalEntry entry(const QByteArray &key);
    static QList<JournalEntry> read(Journal &journal, int limit = 100);
    static JournalLines lines(Journal &journal, const JournalQuery &query, qint64 below, int limit);
    static qint64 begin(Journal &journal, const JournalEntry &entry);

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_file;
};

void TestJournal::init()
{
    TestSupport::failOnUnannouncedWarning();
    m_folder = std::make_unique<QTemporaryDir>();
    m_file = m_folder->filePath(u"sub/p.journal"_qs);
}

JournalEntry TestJournal::entry(const QByteArray &key)
{
    JournalEntry made;
    made.at = 1'700'000'000'000;
    made.kind = WriteKind::Replace;
    made.key = key;
    made.value = "value of " + key;
    return made;
}

QList<JournalEntry> TestJournal::read(Journal &journal, int limit)
{
    std::optional<QList<JournalEntry>> entries;
    journal.read(limit, [&](const QList<JournalEntry> &list) { entries = list; });
    [&] { QTRY_VERIFY(entries); }();
    return entries.value_or(QList<JournalEntry>());
}

qint64 TestJournal::begin(Journal &journal, const JournalEntry &entry)
{
    qint64 row = -1;
    journal.begin(entry, [&](qint64 written) { row = written; });
    [&] { QTRY_VERIFY(row >= 0); }();
    return row;
}

void TestJournal::keepsRows_data()
{
    QTest::addColumn<bool>("inMemory");
    QTest::newRow("file") << false;
    QTest::newRow("memory") << true;
}

void TestJournal::keepsRows()
{
    QFETCH(bool, inMemory);
    Journal journal(inMemory ? QString() : m_file);
    QSignalSpy changed(&journal, &Journal::changed);
    JournalEntry odd = entry(QByteArray("odd\0key", 7));
    odd.kind = WriteKind::Increment;
    odd.value = {};
    odd.delta = -9'007'199'254'740'991;
    odd.beforeKnown = true;
    odd.before = QByteArray("a\0\xff", 3);
    odd.row = begin(journal, odd);
    QCOMPARE(odd.row, 1);
    JournalEntry plain = entry("plain");
    plain.row = begin(journal, plain);
    QCOMPARE(plain.row, 2);
    JournalEntry absent = entry("absent before");
    absent.beforeKnown = true;
    absent.row = begin(journal, absent);
    QCOMPARE(read(journal), (QList<JournalEntry>{absent, plain, odd}));

    journal.end(odd.row, JournalState::Done, QByteArray("12"));
    journal.end(plain.row, JournalState::Unknown, {}, u"the line broke"_qs);
    odd.state = JournalState::Done;
    odd.after = "12";
    plain.state = JournalState::Unknown;
    plain.error = u"the line broke"_qs;
    QCOMPARE(read(journal), (QList<JournalEntry>{absent, plain, odd}));
    QCOMPARE(read(journal, 1), QList<JournalEntry>{absent});
    QCOMPARE(changed.size(), 5);
    QCOMPARE(journal.isInMemory(), inMemory);
}

void TestJournal::isForItsOwnerOnly()
{
    Journal journal(m_file);
    begin(journal, entry("a"));
    const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
    const QDir folder(QFileInfo(m_file).path());
    const QStringList names = folder.entryList(QDir::Files);
    QVERIFY(names.contains(u"p.journal"_qs));
    for (const QString &name : names)
        QVERIFY2(!(QFile::permissions(folder.filePath(name)) & others), qPrintable(name));
}

void TestJournal::outlivesTheProgram()
{
    {
        Journal journal(m_file);
        begin(journal, entry("a"));
    }
    Journal journal(m_file);
    const QList<JournalEntry> entries = read(journal);
    QCOMPARE(entries.size(), 1);
    // How it ended was never said.
    QCOMPARE(entries.constFirst().state, JournalState::Open);
    QCOMPARE(begin(journal, entry("b")), 2);
}

void TestJournal::answersInOrder()
{
    Journal journal({});
    QList<qint64> rows;
    for (int i = 0; i < 200; ++i)
        journal.begin(entry("k" + QByteArray::number(i)), [&](qint64 row) { rows.append(row); });
    QVERIFY(rows.isEmpty());
    QTRY_COMPARE(rows.size(), 200);
    for (int i = 0; i < 200; ++i)
        QCOMPARE(rows.at(i), i + 1);
}

void TestJournal::goesOnInMemoryWhenTheFileCannotBeMade()
{
    QVERIFY(QDir().mkpath(m_file));
    Journal journal(m_file);
    QSignalSpy problem(&journal, &Journal::problem);
    const qint64 row = begin(journal, entry("a"));
    QVERIFY(row > 0);
    QCOMPARE(problem.size(), 1);
    QVERIFY(!problem.at(0).at(0).toString().isEmpty());
    QVERIFY(journal.isInMemory());
    journal.end(row, JournalState::Done);
    QCOMPARE(read(journal).constFirst().state, JournalState::Done);
}

void TestJournal::leavesForeignFilesAlone_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("text") << QByteArray("Dear diary, ").repeated(200);
    // The head of a database, then nothing of sense.
    QTest::newRow("damaged database") << QByteArray("SQLite format 3\0", 16) + QByteArray(4000, 'x');
}

void TestJournal::leavesForeignFilesAlone()
{
    QFETCH(QByteArray, content);
    QVERIFY(QDir().mkpath(QFileInfo(m_file).path()));
    {
        QFile file(m_file);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(content);
    }
    Journal journal(m_file);
    QSignalSpy problem(&journal, &Journal::problem);
    QVERIFY(begin(journal, entry("a")) > 0);
    QCOMPARE(problem.size(), 1);
    QFile file(m_file);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), content);
}

void TestJournal::twoCopiesShareAFile()
{
    Journal one(m_file);
    Journal two(m_file);
    QString problem;
    for (Journal *journal : {&one, &two})
        connect(journal, &Journal::problem, this, [&](const QString &text) { problem += text; });
    const qint64 a = begin(one, entry("a"));
    const qint64 b = begin(two, entry("b"));
    QCOMPARE(problem, QString());
    QVERIFY(a != b);
    one.end(a, JournalState::Done);
    two.end(b, JournalState::Failed);
    QCOMPARE(read(one).size(), 2);
    QCOMPARE(read(two).size(), 2);
}

void TestJournal::isBounded_data()
{
    QTest::addColumn<qint64>("rows");
    QTest::addColumn<qint64>("bytes");
    QTest::addColumn<int>("kept");
    // Beyond the limit a tenth goes at once, so that it need not be done for each write.
    QTest::newRow("rows") << qint64(10) << qint64(1'000'000) << 9;
    QTest::newRow("bytes") << qint64(1'000) << qint64(5'000) << 5;
    QTest::newRow("the newest stays whatever its size") << qint64(1'000) << qint64(10) << 1;
}

void TestJournal::isBounded()
{
    QFETCH(qint64, rows);
    QFETCH(qint64, bytes);
    QFETCH(int, kept);
    Journal journal(m_file);
    QSignalSpy forgotten(&journal, &Journal::forgotten);
    journal.setLimits({rows, bytes});
    JournalEntry large = entry("k");
    large.value = QByteArray(999, 'x');
    for (int i = 0; i < 11; ++i)
        begin(journal, large);
    QTRY_VERIFY(!forgotten.isEmpty());
    const QList<JournalEntry> left = read(journal);
    QCOMPARE(left.constFirst().row, 11);
    QCOMPARE(left.size(), kept);
    QCOMPARE(forgotten.constLast().at(0).toLongLong(), left.constLast().row);
}

void TestJournal::isBoundedFromTheStart()
{
    {
        Journal journal(m_file);
        for (int i = 0; i < 20; ++i)
            begin(journal, entry("k"));
    }
    Journal journal(m_file);
    journal.setLimits({10, 1'000'000});
    QCOMPARE(read(journal).size(), 9);
}

void TestJournal::takesOverEarlierVersions_data()
{
    QTest::addColumn<int>("version");
    QTest::newRow("1") << 1;
    QTest::newRow("2, with jobs") << 2;
}

void TestJournal::takesOverEarlierVersions()
{
    QFETCH(int, version);
    QVERIFY(QDir().mkpath(QFileInfo(m_file).path()));
    {
        QSqlDatabase old = QSqlDatabase::addDatabase(u"QSQLITE"_qs, u"old"_qs);
        old.setDatabaseName(m_file);
        QVERIFY(old.open());
        QSqlQuery query(old);
        QStringList steps{
            u"PRAGMA application_id=0x48504b4a"_qs, u"PRAGMA user_version=%1"_qs.arg(version),
            u"CREATE TABLE writes (row INTEGER PRIMARY KEY AUTOINCREMENT, at INTEGER NOT NULL, "
            "kind INTEGER NOT NULL, key BLOB NOT NULL, value BLOB, delta INTEGER NOT NULL, "
            "before BLOB, before_known INTEGER NOT NULL, after BLOB, state INTEGER NOT NULL, "
            "error TEXT)"_qs,
            u"INSERT INTO writes VALUES (7, 123, 3, x'6b', x'', -4, x'3132', 1, x'38', 1, '')"_qs};
        if (version == 2) {
            steps << u"ALTER TABLE writes ADD COLUMN job TEXT"_qs
                  << u"ALTER TABLE writes ADD COLUMN keys INTEGER NOT NULL DEFAULT 0"_qs
                  << u"ALTER TABLE writes ADD COLUMN undo_file TEXT"_qs
                  << u"UPDATE writes SET job = 'delete', keys = 5, undo_file = '/f'"_qs;
        }
        for (const QString &step : std::as_const(steps))
            QVERIFY2(query.exec(step), qPrintable(step));
    }
    QSqlDatabase::removeDatabase(u"old"_qs);
    Journal journal(m_file);
    JournalEntry expected;
    expected.row = 7;
    expected.at = 123;
    expected.kind = WriteKind::Increment;
    expected.key = "k";
    expected.delta = -4;
    expected.before = "12";
    expected.beforeKnown = true;
    expected.after = "8";
    expected.state = JournalState::Done;
    if (version == 2) {
        expected.job = u"delete"_qs;
        expected.keys = 5;
        expected.undoFile = u"/f"_qs;
    }
    QCOMPARE(read(journal), QList<JournalEntry>{expected});
    QCOMPARE(begin(journal, entry("next")), 8);
    QVERIFY(!journal.isInMemory());
}

JournalLines TestJournal::lines(Journal &journal, const JournalQuery &query, qint64 below, int limit)
{
    std::optional<JournalLines> lines;
    journal.lines(query, below, limit, [&](const JournalLines &page) { lines = page; });
    [&] { QTRY_VERIFY(lines); }();
    return lines.value_or(JournalLines());
}

void TestJournal::readsInPages()
{
    Journal journal(m_file);
    for (int i = 1; i <= 25; ++i)
        begin(journal, entry("k" + QByteArray::number(i)));
    QList<QByteArray> keys;
    qint64 below = 0;
    int pages = 0;
    do {
        const JournalLines page = lines(journal, {}, below, 10);
        QVERIFY(page.lines.size() <= 10);
        for (const JournalLine &line : page.lines)
            keys.append(line.shown.key);
        below = page.next;
        ++pages;
    } while (below > 0);
    QCOMPARE(pages, 3);
    QCOMPARE(keys.size(), 25);
    QCOMPARE(keys.constFirst(), QByteArray("k25"));
    QCOMPARE(keys.constLast(), QByteArray("k1"));
}

void TestJournal::finds_data()
{
    QTest::addColumn<JournalQuery>("query");
    QTest::addColumn<QList<qint64>>("rows");
    using What = JournalQuery::What;
    const auto row = [](const char *name, const JournalQuery &query, const QList<qint64> &rows) {
        QTest::newRow(name) << query << rows;
    };
    row("everything", {}, {5, 4, 3, 2, 1});
    row("in the key, any case", {u"ORDER:1"_qs, What::Everything, {}, {}}, {1});
    row("in what was sent", {u"ångström"_qs, What::Everything, {}, {}}, {1});
    row("in the value before", {u"paid"_qs, What::Everything, {}, {}}, {2});
    row("in the value after", {u"shipped"_qs, What::Everything, {}, {}}, {2});
    row("in the error", {u"line"_qs, What::Everything, {}, {}}, {3});
    row("of a kind", {{}, What::SingleWrites, WriteKind::Delete, {}}, {4});
    row("with an end", {{}, What::Everything, {}, JournalState::Unknown}, {3});
    row("jobs", {{}, What::Jobs, {}, {}}, {5});
    row("single writes", {{}, What::SingleWrites, {}, {}}, {4, 3, 2, 1});
    row("all at once", {u"k4"_qs, What::SingleWrites, WriteKind::Delete, JournalState::Open}, {4});
    row("nothing", {u"nowhere"_qs, What::Everything, {}, {}}, {});
}

void TestJournal::finds()
{
    QFETCH(JournalQuery, query);
    QFETCH(QList<qint64>, rows);
    Journal journal({});
    JournalEntry order = entry("order:1");
    order.value = "Zoë Ångström";
    begin(journal, order);
    JournalEntry patch = entry("k2");
    patch.kind = WriteKind::Patch;
    patch.before = "paid";
    patch.beforeKnown = true;
    journal.end(begin(journal, patch), JournalState::Done, QByteArray("shipped"));
    journal.end(begin(journal, entry("k3")), JournalState::Unknown, {}, u"The line broke"_qs);
    JournalEntry gone = entry("k4");
    gone.kind = WriteKind::Delete;
    gone.value.clear();
    begin(journal, gone);
    JournalEntry job = entry("k5");
    job.job = u"delete"_qs;
    job.kind = WriteKind::Delete;
    begin(journal, job);

    QList<qint64> found;
    for (const JournalLine &line : lines(journal, query, 0, 100).lines)
        found.append(line.row);
    QCOMPARE(found, rows);
    // The same for rows that are asked for by number.
    std::optional<QList<JournalLine>> named;
    journal.linesOf(query, {1, 2, 3, 4, 5, 77}, [&](const QList<JournalLine> &some) { named = some; });
    QTRY_VERIFY(named);
    found.clear();
    for (const JournalLine &line : std::as_const(*named))
        found.append(line.row);
    QCOMPARE(found, rows);
}

void TestJournal::searchesInPieces()
{
    Journal journal({});
    JournalEntry wanted = entry("wanted");
    begin(journal, wanted);
    JournalEntry large = entry("k");
    large.value = QByteArray(1024 * 1024, 'x');
    for (int i = 0; i < 20; ++i)
        begin(journal, large);
    JournalQuery query;
    query.text = u"wanted"_qs;
    const JournalLines first = lines(journal, query, 0, 10);
    QVERIFY(first.lines.isEmpty());
    QVERIFY(first.next > 1);
    qint64 below = first.next;
    QList<JournalLine> found;
    while (below > 0) {
        const JournalLines page = lines(journal, query, below, 10);
        found += page.lines;
        below = page.next;
    }
    QCOMPARE(found.size(), 1);
    QCOMPARE(found.constFirst().row, 1);
}

/// 1 ← 2 (undo) ← 3 (redo) ← 4 (undo of the redo)
void TestJournal::tiesUndoToWhatItUndoes()
{
    Journal journal(m_file);
    QSignalSpy changed(&journal, &Journal::changed);
    const auto write = [&](qint64 undoes) {
        JournalEntry one = entry("k");
        one.undoes = undoes;
        const qint64 row = begin(journal, one);
        changed.clear();
        journal.end(row, JournalState::Done);
        return row;
    };
    const auto undoneBy = [&] {
        QList<qint64> by;
        const QList<JournalEntry> entries = read(journal);
        for (const JournalEntry &each : entries)
            by.prepend(each.undoneBy);
        return by;
    };
    write(0);
    write(1);
    QCOMPARE(undoneBy(), (QList<qint64>{2, 0}));
    QCOMPARE(changed.size(), 2); // the row, and the one that it took back
    write(2);
    QCOMPARE(undoneBy(), (QList<qint64>{0, 3, 0}));
    write(3);
    QCOMPARE(undoneBy(), (QList<qint64>{2, 0, 4, 0}));
    QCOMPARE(changed.size(), 4);
    const QList<JournalEntry> entries = read(journal);
    QCOMPARE(entries.at(3).isRedo, false);
    QCOMPARE(entries.at(2).isRedo, false);
    QCOMPARE(entries.at(1).isRedo, true);
    QCOMPARE(entries.at(0).isRedo, false);
}

void TestJournal::whatFailedUndoesNothing()
{
    Journal journal({});
    journal.end(begin(journal, entry("k")), JournalState::Done);
    JournalEntry undo = entry("k");
    undo.undoes = 1;
    journal.end(begin(journal, undo), JournalState::Failed);
    QCOMPARE(read(journal).constLast().undoneBy, 0);
}

void TestJournal::clears()
{
    const QByteArray secret = "a value that nobody is to find";
    {
        Journal journal(m_file);
        QSignalSpy cleared(&journal, &Journal::cleared);
        JournalEntry one = entry("k");
        one.value = secret;
        begin(journal, one);
        journal.clear();
        QTRY_COMPARE(cleared.size(), 1);
        QVERIFY(read(journal).isEmpty());
        QCOMPARE(begin(journal, entry("next")), 2);
    }
    const QDir folder(QFileInfo(m_file).path());
    const QStringList names = folder.entryList(QDir::Files);
    for (const QString &name : names) {
        QFile file(folder.filePath(name));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY2(!file.readAll().contains(secret), qPrintable(name));
    }
}

void TestJournal::waitsForItsLastRow()
{
    qint64 row = 0;
    {
        Journal journal(m_file);
        row = begin(journal, entry("a"));
        journal.end(row, JournalState::Done, QByteArray("after"));
    }
    Journal journal(m_file);
    QCOMPARE(read(journal).constFirst().state, JournalState::Done);
    QCOMPARE(read(journal).constFirst().after, QByteArray("after"));
}

QTEST_GUILESS_MAIN(TestJournal)
#include "tst_journal.moc"
