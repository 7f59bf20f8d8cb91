// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "failonwarning.h"

#include "session/jobs/jobfolder.h"
#include "session/jobs/jobmeter.h"

#include <QFileInfo>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <sys/resource.h>

using namespace Studio;

/// What jobs leave behind: lines, files and folders of them. And how fast they say they are.
class TestJobFile : public QObject
{
    Q_OBJECT

private slots:
    void init();

    void linesLoseNothing_data();
    void linesLoseNothing();
    void linesRefuseOtherThings_data();
    void linesRefuseOtherThings();
    void writesAndReadsBack();
    void isForTheOwnerOnly();
    void dropsALineThatWasCutOff();
    void saysWhereItIsDamaged();
    void keepsItsLimit();
    void saysWhenTheDiskIsFull();
    void saysWhenItCannotBeMade();
    void knowsWhatWouldFit();
    void findsInterruptedJobs();
    void tidiesUp();
    void measures();

private:
    QString name(const QString &file) const { return m_folder->filePath(file); }
    JobFileHeader header(JobKind kind) const;

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestJobFile::init()
{
    TestSupport::failOnUnannouncedWarning();
    m_folder = std::make_unique<QTemporaryDir>();
}

JobFileHeader TestJobFile::header(JobKind kind) const
{
    JobFileHeader header;
    header.kind = kind;
    header.profile = QStringLiteral("p");
    header.at = 1234;
    if (kind == JobKind::Move) {
        header.selection = {{QByteArray("k\0", 2), "l"}, {KeyInterval::ofPrefix("a:"), {"x", "y"}}};
        header.from = "a:";
        header.to = "b\n:";
        header.policy = ConflictPolicy::Stop;
    }
    return header;
}

void TestJobFile::linesLoseNothing_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("empty") << QByteArray("");
    QTest::newRow("text") << QByteArray("plain");
    QTest::newRow("json") << QByteArray(R"({"a": 1.0, "b":[1e400,"\u00e4\\"]})");
    QTest::newRow("nul") << QByteArray("a\0b\0", 4);
    QTest::newRow("controls") << QByteArray("\x01\x1f\x7f\t\r\n\b");
    QTest::newRow("unicode") << QByteArray("\xc3\xa4\xe2\x80\xae\xf0\x9f\x98\x80\xf4\x8f\xbf\xbf");
    QTest::newRow("separators") << QByteArray("\xe2\x80\xa8\xe2\x80\xa9");
    QTest::newRow("not utf-8") << QByteArray("\xff\xfe\x00\x80", 4);
    QTest::newRow("half a character") << QByteArray("a\xe2\x80");
    QByteArray all;
    for (int i = 0; i < 256; ++i)
        all += char(i);
    QTest::newRow("all bytes") << all;
    QByteArray random;
    QRandomGenerator generator(3);
    for (int i = 0; i < 5000; ++i)
        random += char(generator.bounded(128));
    QTest::newRow("random ascii") << random;
}

void TestJobFile::linesLoseNothing()
{
    QFETCH(QByteArray, bytes);
    JobLine line;
    line.text("key", bytes)
        .optionalText("had", bytes)
        .optionalText("gone", {})
        .number("n", -12)
        .flag("f", true);
    const QByteArray source = line.toLine();
    QCOMPARE(source.count('\n'), 1);
    QVERIFY(source.endsWith('\n'));
    const std::optional<JobLine> read = JobLine::fromLine(source);
    QVERIFY(read);
    QCOMPARE(read->text("key"), bytes);
    QCOMPARE(read->text("had"), bytes);
    QVERIFY(read->has("gone"));
    QVERIFY(read->isNull("gone"));
    QVERIFY(!read->text("gone"));
    QCOMPARE(read->number("n"), -12);
    QVERIFY(read->flag("f"));
    QVERIFY(!read->has("other"));
    QVERIFY(!read->number("key"));
}

void TestJobFile::linesRefuseOtherThings_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("array") << QByteArray("[1]");
    QTest::newRow("nested") << QByteArray(R"({"a":{"b":1}})");
    QTest::newRow("list inside") << QByteArray(R"({"a":[1]})");
    QTest::newRow("cut off") << QByteArray(R"({"key":"a","val)");
    QTest::newRow("two") << QByteArray(R"({"a":1}{"b":1})");
    QTest::newRow("no json") << QByteArray("key=value");
}

void TestJobFile::linesRefuseOtherThings()
{
    QFETCH(QByteArray, line);
    QVERIFY(!JobLine::fromLine(line));
}

void TestJobFile::writesAndReadsBack()
{
    for (const JobKind kind : {JobKind::Delete, JobKind::Move}) {
        const QString file = JobFile::newName(m_folder->path(), kind);
        JobFile out;
        QVERIFY2(out.create(file, header(kind), -1), qPrintable(out.problem()));
        for (int i = 0; i < 10'000; ++i)
            QVERIFY(out.append(
                JobLine().text("key", QByteArray::number(i)).text("value", QByteArray(i % 90, 'v'))));
        QVERIFY(out.sync());
        JobFileReader in;
        QVERIFY2(in.open(file), qPrintable(in.problem()));
        QCOMPARE(in.header(), header(kind));
        int lines = 0;
        while (const std::optional<JobLine> line = in.next())
            QCOMPARE(line->text("key"), QByteArray::number(lines++));
        QCOMPARE(lines, 10'000);
        // It is read while it grows.
        QVERIFY(out.append(JobLine().text("key", "late")) && out.flush());
        QCOMPARE(in.next()->text("key"), QByteArray("late"));
        QVERIFY(!in.next());
        QVERIFY(in.problem().isEmpty());
        QCOMPARE(out.size(), QFileInfo(file).size());
        out.remove();
        QVERIFY(!QFileInfo::exists(file));
    }
}

void TestJobFile::isForTheOwnerOnly()
{
    JobFile file;
    QVERIFY(file.create(name(QStringLiteral("new/folder/a.jsonl")), header(JobKind::Delete), -1));
    constexpr auto others = QFileDevice::ReadGroup | QFileDevice::WriteGroup | QFileDevice::ExeGroup
                          | QFileDevice::ReadOther | QFileDevice::WriteOther | QFileDevice::ExeOther;
    QVERIFY(!(QFileInfo(file.name()).permissions() & others));
    QVERIFY(!(QFileInfo(m_folder->filePath(QStringLiteral("new/folder"))).permissions() & others));
}

void TestJobFile::dropsALineThatWasCutOff()
{
    const QString at = name(QStringLiteral("a.jsonl"));
    {
        JobFile file;
        QVERIFY(file.create(at, header(JobKind::Move), -1));
        QVERIFY(file.append(JobLine().text("key", "whole")) && file.flush());
    }
    QFile raw(at);
    QVERIFY(raw.open(QIODevice::Append));
    raw.write(R"({"key":"ha)");
    raw.close();
    {
        JobFileReader in;
        QVERIFY(in.open(at));
        QCOMPARE(in.next()->text("key"), QByteArray("whole"));
        QVERIFY(!in.next());
        QVERIFY(in.problem().isEmpty());
    }
    JobFile file;
    QVERIFY2(file.openToAppend(at, -1), qPrintable(file.problem()));
    QVERIFY(file.append(JobLine().text("key", "behind")) && file.flush());
    JobFileReader in;
    QVERIFY(in.open(at));
    QCOMPARE(in.next()->text("key"), QByteArray("whole"));
    QCOMPARE(in.next()->text("key"), QByteArray("behind"));
    QVERIFY(!in.next());
}

void TestJobFile::saysWhereItIsDamaged()
{
    const QString at = name(QStringLiteral("a.jsonl"));
    JobFile file;
    QVERIFY(file.create(at, header(JobKind::Delete), -1));
    file.close();
    QFile raw(at);
    QVERIFY(raw.open(QIODevice::Append));
    raw.write("no json\n");
    raw.close();
    JobFileReader in;
    QVERIFY(in.open(at));
    QVERIFY(!in.next());
    QVERIFY(!in.problem().isEmpty());
    JobFileReader other;
    QVERIFY(!other.open(name(QStringLiteral("absent"))));
    QVERIFY(!other.problem().isEmpty());
    QVERIFY(raw.open(QIODevice::WriteOnly));
    raw.write("{\"key\":\"an export\"}\n");
    raw.close();
    JobFileReader foreign;
    QVERIFY(!foreign.open(at));
    QVERIFY(!foreign.problem().isEmpty());
}

void TestJobFile::keepsItsLimit()
{
    JobFile file;
    QVERIFY(file.create(name(QStringLiteral("a.jsonl")), header(JobKind::Delete), 1000));
    int lines = 0;
    while (file.append(JobLine().text("key", "0123456789")))
        ++lines;
    QVERIFY(lines > 10);
    QVERIFY(!file.problem().isEmpty());
    QVERIFY(!file.flush());
    QVERIFY(QFileInfo(file.name()).size() <= 1000);
}

void TestJobFile::saysWhenTheDiskIsFull()
{
    // The system refuses to let the file grow, as it does on a full disk.
    rlimit before{};
    QCOMPARE(getrlimit(RLIMIT_FSIZE, &before), 0);
    auto *const handler = std::signal(SIGXFSZ, SIG_IGN);
    const rlimit small{100'000, before.rlim_max};
    QCOMPARE(setrlimit(RLIMIT_FSIZE, &small), 0);
    JobFile file;
    const bool created = file.create(name(QStringLiteral("a.jsonl")), header(JobKind::Delete), -1);
    bool ok = true;
    for (int i = 0; i < 1000 && ok; ++i)
        ok = file.append(JobLine().text("value", QByteArray(1000, 'v')));
    ok = ok && file.flush();
    setrlimit(RLIMIT_FSIZE, &before);
    (void)std::signal(SIGXFSZ, handler);
    QVERIFY(created);
    QVERIFY(!ok);
    QVERIFY(file.problem().contains(u"a.jsonl"));
}

void TestJobFile::saysWhenItCannotBeMade()
{
    QFile blocker(name(QStringLiteral("file")));
    QVERIFY(blocker.open(QIODevice::WriteOnly));
    JobFile file;
    QVERIFY(!file.create(name(QStringLiteral("file/a.jsonl")), header(JobKind::Delete), -1));
    QVERIFY(!file.problem().isEmpty());
    QVERIFY(!file.isOpen());
}

void TestJobFile::knowsWhatWouldFit()
{
    QString why;
    QVERIFY(JobFile::fits(m_folder->path(), 1000, 1000, &why));
    QVERIFY(JobFile::fits(name(QStringLiteral("not/there/yet")), 1000, -1, &why));
    QVERIFY(why.isEmpty());
    QVERIFY(!JobFile::fits(m_folder->path(), 1001, 1000, &why));
    QVERIFY(!why.isEmpty());
    why.clear();
    QVERIFY(!JobFile::fits(m_folder->path(), 1ll << 60, -1, &why));
    QVERIFY(!why.isEmpty());
}

void TestJobFile::findsInterruptedJobs()
{
    const auto make = [&](const QString &file, JobKind kind, const char *end) {
        JobFile out;
        QVERIFY(out.create(name(file), header(kind), -1));
        QVERIFY(out.append(JobLine().text("key", "k").text("value", "v")));
        if (end)
            QVERIFY(out.append(JobLine().flag(end, true)));
    };
    make(QStringLiteral("1.jsonl"), JobKind::Move, "finished");
    make(QStringLiteral("2.jsonl"), JobKind::Move, nullptr);
    make(QStringLiteral("3.jsonl"), JobKind::Delete, nullptr);
    make(QStringLiteral("4.jsonl"), JobKind::Move, "stopped");
    make(QStringLiteral("5.jsonl"), JobKind::Move, "takenBack");
    JobFile running;
    QVERIFY(running.create(name(QStringLiteral("6.jsonl")), header(JobKind::Move), -1));
    QFile foreign(name(QStringLiteral("7.jsonl")));
    QVERIFY(foreign.open(QIODevice::WriteOnly));
    foreign.write("{}\n");
    foreign.close();
    QList<InterruptedJob> found = JobFolder::interrupted(m_folder->path());
    QCOMPARE(found.size(), 1);
    QCOMPARE(found.constFirst().file, name(QStringLiteral("2.jsonl")));
    QCOMPARE(found.constFirst().header, header(JobKind::Move));
    // A job that has the file open keeps others away.
    QString problem;
    QVERIFY(!JobFolder::dismiss(running.name(), &problem));
    QVERIFY(!problem.isEmpty());
    running.close();
    QCOMPARE(JobFolder::interrupted(m_folder->path()).size(), 2);
    QVERIFY(JobFolder::dismiss(name(QStringLiteral("2.jsonl")), &problem));
    QVERIFY(JobFolder::dismiss(running.name(), &problem));
    QVERIFY(JobFolder::interrupted(m_folder->path()).isEmpty());
}

void TestJobFile::tidiesUp()
{
    JobFile undo;
    QVERIFY(undo.create(name(QStringLiteral("undo.jsonl")), header(JobKind::Delete), -1));
    JobFile left;
    QVERIFY(left.create(name(QStringLiteral("left.jsonl")), header(JobKind::Move), -1));
    const qint64 now = QDateTime::currentMSecsSinceEpoch();
    const qint64 later = now + (JobFolder::keptDays + 1) * 24ll * 3600 * 1000;
    undo.flush();
    JobFolder::tidy(m_folder->path(), later);
    QVERIFY(QFileInfo::exists(undo.name()));
    undo.close();
    left.close();
    JobFolder::tidy(m_folder->path(), now);
    QVERIFY(QFileInfo::exists(undo.name()));
    JobFolder::tidy(m_folder->path(), later);
    QVERIFY(!QFileInfo::exists(undo.name()));
    QVERIFY(QFileInfo::exists(left.name()));
}

void TestJobFile::measures()
{
    JobMeter meter;
    QCOMPARE(meter.perSecond(), 0.0);
    QCOMPARE(meter.msLeft(0, 100), qint64(-1));
    meter.measure(0, 1000);
    QCOMPARE(meter.perSecond(), 0.0);
    meter.measure(50, 2000);
    QCOMPARE(meter.perSecond(), 50.0);
    QCOMPARE(meter.msLeft(50, 100), qint64(1000));
    QCOMPARE(meter.msLeft(50, {}), qint64(-1));
    // What lies back longer does not count.
    for (int i = 1; i <= 10; ++i)
        meter.measure(50 + i * 10, 2000 + i * 1000);
    QCOMPARE(meter.perSecond(), 10.0);
    meter.measure(0, 13'000);
    QCOMPARE(meter.perSecond(), 0.0);
    meter.measure(10, 14'000);
    meter.reset();
    QCOMPARE(meter.perSecond(), 0.0);
}

QTEST_GUILESS_MAIN(TestJobFile)
#include "tst_jobfile.moc"
