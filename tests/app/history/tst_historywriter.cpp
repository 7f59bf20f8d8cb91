// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "failonwarning.h"

#include "history/historyfile.h"
#include "history/historyqueries.h"
#include "history/historywriter.h"
#include "mirror/keyspacemirror.h"

#include <QTest>

#include <optional>

using namespace Studio;

/// What becomes of the things that are heard.
class TestHistoryWriter : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void namesChanges_data();
    void namesChanges();
    void recordsABaseOnce();
    void recordsAnAbsentBase();
    void readsThePartialUpdateOfAPartialUpdate();
    void comparesAnEchoWithTheValueBeforeTheWrite_data();
    void comparesAnEchoWithTheValueBeforeTheWrite();
    void settlesAGuess();
    void findsAnotherValue();
    void findsARemoval();
    void ignoresReadsOfOtherKeys();
    void leavesOutWhatIsNotToBeRecorded();
    void goesOnAfterForgetting();

private:
    static Heard heard(const QByteArray &text, qint64 at = 1000);
    static Heard read(const std::optional<QByteArray> &value, qint64 at = 1000);
    QList<HistoryEntry> take(const QList<Heard> &heard);

    std::unique_ptr<HistoryFile> m_file;
    std::unique_ptr<HistoryWriter> m_writer;
    HistoryWriter::Count m_count;
};

void TestHistoryWriter::init()
{
    TestSupport::failOnUnannouncedWarning();
    m_file = std::make_unique<HistoryFile>();
    QVERIFY(m_file->open({}));
    m_writer = std::make_unique<HistoryWriter>(*m_file);
    m_count = {};
}

/// A notification of "k", of which nothing was known.
Heard TestHistoryWriter::heard(const QByteArray &text, qint64 at)
{
    Heard heard;
    heard.key = "k";
    heard.hasValue = true;
    heard.after = text;
    heard.state = ValueState::Presumed;
    heard.at = at;
    return heard;
}

Heard TestHistoryWriter::read(const std::optional<QByteArray> &value, qint64 at)
{
    Heard read;
    read.key = "k";
    read.origin = Origin::Get;
    read.removed = !value;
    read.hasValue = value.has_value();
    read.after = value.value_or(QByteArray());
    read.state = ValueState::Read;
    read.at = at;
    return read;
}

/// All rows after it, oldest first.
QList<HistoryEntry> TestHistoryWriter::take(const QList<Heard> &heard)
{
    [&] {
        QVERIFY(m_file->begin());
        QVERIFY2(m_writer->take(heard, &m_count), qPrintable(m_file->problem()));
        QVERIFY(m_file->commit());
    }();
    HistoryQuery query;
    query.newestFirst = false;
    return HistoryQueries(*m_file).page(query).entries;
}

void TestHistoryWriter::namesChanges_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<HistoryKind>("kind");
    QTest::addColumn<bool>("guess");
    QTest::addColumn<QByteArray>("after");
    QTest::newRow("counter") << QByteArray("41") << QByteArray("42") << HistoryKind::Counted << false
                             << QByteArray("42");
    QTest::newRow("patch") << QByteArray(R"({"a":1,"b":2})") << QByteArray(R"({"b":3})")
                           << HistoryKind::Patched << true << QByteArray(R"({"a":1,"b":3})");
    QTest::newRow("object") << QByteArray(R"({"a":1})") << QByteArray(R"({"a":2})") << HistoryKind::Replaced
                            << false << QByteArray(R"({"a":2})");
    QTest::newRow("same") << QByteArray("7") << QByteArray("7") << HistoryKind::Rewritten << false
                          << QByteArray("7");
    QTest::newRow("line") << QByteArray("one\n") << QByteArray("two\n") << HistoryKind::Appended << true
                          << QByteArray("one\ntwo\n");
}

void TestHistoryWriter::namesChanges()
{
    QFETCH(QByteArray, before);
    QFETCH(QByteArray, text);
    Heard notification = heard(text);
    notification.wasKnown = true;
    notification.hadValue = true;
    notification.before = before;
    notification.stateBefore = ValueState::Read;
    const QList<HistoryEntry> rows = take({notification});
    QCOMPARE(rows.size(), 2);
    QCOMPARE(rows[0].kind, HistoryKind::Base);
    QCOMPARE(rows[0].value, std::optional(before));
    QVERIFY(!rows[0].guess);
    QTEST(rows[1].kind, "kind");
    QTEST(rows[1].guess, "guess");
    QTEST(rows[1].value.value_or("none"), "after");
    QCOMPARE(m_count.recorded, 1U);
}

void TestHistoryWriter::recordsABaseOnce()
{
    Heard first = heard("2");
    first.wasKnown = true;
    first.hadValue = true;
    first.before = "1";
    first.stateBefore = ValueState::Read;
    Heard second = heard("3");
    second.wasKnown = true;
    second.hadValue = true;
    second.before = "2";
    second.stateBefore = ValueState::Presumed;
    const QList<HistoryEntry> rows = take({first, second});
    QCOMPARE(rows.size(), 3);
    QCOMPARE(rows[0].kind, HistoryKind::Base);
    QCOMPARE(rows[2].kind, HistoryKind::Counted);
}

void TestHistoryWriter::recordsAnAbsentBase()
{
    Heard created = heard("new");
    created.wasKnownAbsent = true;
    created.placeWasLive = true;
    const QList<HistoryEntry> rows = take({created});
    QCOMPARE(rows.size(), 2);
    QCOMPARE(rows[0].kind, HistoryKind::Base);
    QVERIFY(rows[0].absent);
    QCOMPARE(rows[1].kind, HistoryKind::Created);
    QVERIFY(!rows[1].guess);
}

/// The mirror holds the text of the first one only; the row knows what came of it.
void TestHistoryWriter::readsThePartialUpdateOfAPartialUpdate()
{
    Heard first = heard(R"({"b":3})");
    first.wasKnown = true;
    first.hadValue = true;
    first.before = R"({"a":1,"b":2,"c":0})";
    first.stateBefore = ValueState::Read;
    Heard second = heard(R"({"a":9})");
    second.wasKnown = true;
    second.hadValue = true;
    second.before = R"({"b":3})";
    second.stateBefore = ValueState::Presumed;
    const QList<HistoryEntry> rows = take({first, second});
    QCOMPARE(rows.size(), 3);
    QCOMPARE(rows[2].kind, HistoryKind::Patched);
    QCOMPARE(rows[2].value, std::optional(QByteArray(R"({"a":9,"b":3,"c":0})")));
}

void TestHistoryWriter::comparesAnEchoWithTheValueBeforeTheWrite_data()
{
    QTest::addColumn<bool>("replyFirst");
    QTest::newRow("reply first") << true;
    QTest::newRow("notification first") << false;
}

void TestHistoryWriter::comparesAnEchoWithTheValueBeforeTheWrite()
{
    QFETCH(bool, replyFirst);
    Heard reply = heard("42");
    reply.origin = Origin::OwnWrite;
    reply.state = ValueState::Own;
    reply.wasKnown = true;
    reply.hadValue = true;
    reply.before = replyFirst ? "41" : "42";
    reply.stateBefore = replyFirst ? ValueState::Read : ValueState::Own;
    Heard echo = heard("42", 1005);
    echo.state = ValueState::Own;
    echo.wasKnown = true;
    echo.hadValue = true;
    echo.before = replyFirst ? "42" : "41";
    echo.stateBefore = replyFirst ? ValueState::Own : ValueState::Read;
    const QList<HistoryEntry> rows = take(replyFirst ? QList{reply, echo} : QList{echo, reply});
    QCOMPARE(rows.size(), 2);
    QCOMPARE(rows[0].value, std::optional(QByteArray("41")));
    QCOMPARE(rows[1].kind, HistoryKind::Counted);
    QVERIFY(rows[1].own);
    QVERIFY(!rows[1].guess);
    QCOMPARE(m_count.recorded, 1U);
}

void TestHistoryWriter::settlesAGuess()
{
    Heard notification = heard(R"({"b":3})");
    notification.wasKnown = true;
    notification.hadValue = true;
    notification.before = R"({"a":1,"b":2})";
    notification.stateBefore = ValueState::Read;
    QVERIFY(take({notification})[1].guess);
    // It was set, not merged.
    const QList<HistoryEntry> rows = take({read(R"({"b":3})")});
    QCOMPARE(rows.size(), 2);
    QCOMPARE(rows[1].kind, HistoryKind::Replaced);
    QVERIFY(!rows[1].guess);
    QCOMPARE(rows[1].value, std::optional(QByteArray(R"({"b":3})")));
}

void TestHistoryWriter::findsAnotherValue()
{
    take({heard("one")});
    QList<HistoryEntry> rows = take({read("one", 1100)});
    QCOMPARE(rows.size(), 1);
    QVERIFY(!rows[0].guess);
    rows = take({read("two", 1200), read("two", 1300)});
    QCOMPARE(rows.size(), 2);
    QCOMPARE(rows[1].kind, HistoryKind::Found);
    QCOMPARE(rows[1].value, std::optional(QByteArray("two")));
    QCOMPARE(rows[1].at, 1200);
}

void TestHistoryWriter::findsARemoval()
{
    take({heard("one")});
    const QList<HistoryEntry> rows = take({read({}, 1200), read({}, 1300)});
    QCOMPARE(rows.size(), 2);
    QCOMPARE(rows[1].kind, HistoryKind::Found);
    QVERIFY(rows[1].absent);
}

void TestHistoryWriter::ignoresReadsOfOtherKeys()
{
    QCOMPARE(take({read("one"), read({})}).size(), 0);
}

void TestHistoryWriter::leavesOutWhatIsNotToBeRecorded()
{
    m_writer->setFilter([](const QByteArray &key) { return key != "k"; });
    QCOMPARE(take({heard("one")}).size(), 0);
    QCOMPARE(m_count.recorded, 0U);
    QCOMPARE(m_count.left, 1U);
}

/// What is remembered is only a short way to what the file says.
void TestHistoryWriter::goesOnAfterForgetting()
{
    Heard first = heard(R"({"b":3})");
    first.wasKnown = true;
    first.hadValue = true;
    first.before = R"({"a":1,"b":2})";
    first.stateBefore = ValueState::Read;
    take({first});
    m_writer->forget();
    Heard second = heard(R"({"b":4})");
    second.wasKnown = true;
    second.hadValue = true;
    second.before = R"({"b":3})";
    second.stateBefore = ValueState::Presumed;
    const QList<HistoryEntry> rows = take({second});
    QCOMPARE(rows.size(), 3);
    QCOMPARE(rows[2].value, std::optional(QByteArray(R"({"a":1,"b":4})")));
}

QTEST_GUILESS_MAIN(TestHistoryWriter)
#include "tst_historywriter.moc"
