// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "failonwarning.h"

#include "session/journal.h"
#include "session/journalfile.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>
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
    void isBounded();
    void waitsForItsLastRow();

private:
    static JournalEntry entry(const QByteArray &key);
    static QList<JournalEntry> read(Journal &journal, int limit = 100);
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

void TestJournal::isBounded()
{
    {
        JournalFile file;
        QVERIFY(file.open(m_file));
        QVERIFY(file.insert(entry("old"), 1) == 1);
        QVERIFY(file.insert(entry("new"), 1 + JournalFile::keptRows) > 1);
    }
    JournalFile file;
    QVERIFY(file.open(m_file));
    const QList<JournalEntry> kept = file.last(10);
    QCOMPARE(kept.size(), 1);
    QCOMPARE(kept.constFirst().key, QByteArray("new"));
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
