// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "failonwarning.h"
#include "jobfixture.h"

#include "session/jobs/jobs.h"
#include "transfer/exporttask.h"
#include "transfer/recordencoder.h"
#include "transfer/recordreader.h"
#include "transfer/transfers.h"

#include <QBuffer>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>

#include <map>

using namespace Studio;
using namespace std::chrono_literals;
namespace emulator = hpkv::emulator;

namespace
{

using Store = std::map<QByteArray, QByteArray>;

const QByteArray oddKey("a:n\0ul\n\"\xc3\xa4", 11);
const QByteArray oddValue("{ \"x\" : 1.0 }\r\n\0\"", 17);

/// Takes some bytes, then the disk is full.
class FullDisk final : public ExportSink
{
public:
    explicit FullDisk(qint64 room, bool *discarded)
        : m_room(room)
        , m_discarded(discarded)
    {
    }
    bool open() override { return true; }
    bool write(const QByteArray &bytes) override { return (m_room -= bytes.size()) >= 0; }
    bool commit() override { return m_room > 0; }
    void discard() override { *m_discarded = true; }
    QString problem() const override { return QStringLiteral("The disk is full."); }

private:
    qint64 m_room;
    bool *m_discarded;
};

/// What an import said at its end.
struct ImportOutcome : JobOutcome {
    std::shared_ptr<const ImportSummary> summary = std::make_shared<ImportSummary>();

    void follow(Job *job)
    {
        JobOutcome::follow(job);
        QObject::connect(job, &Job::told, context.get(), [this](const SharedJobMessage &message) {
            if (const auto told = std::dynamic_pointer_cast<const ImportSummary>(message); told->isLast)
                summary = told;
        });
    }
    QList<qint64> counts() const { return {summary->counts.cbegin(), summary->counts.cend()}; }
};

} // namespace

class tst_Transfers : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void exportAndImportBringEverythingBack_data();
    void exportAndImportBringEverythingBack();
    void exportIsPrivateAndWhole();
    void exportOfChosenKeys();
    void exportOutlivesACut();
    void exportWaitsOutARateLimit();
    void exportWherePartIsForbidden();
    void exportWhereAllIsForbidden();
    void exportOnAFullDisk_data();
    void exportOnAFullDisk();
    void exportCanceled();
    void exportToNowhere();

    void dryRunWritesNothing();
    void policies_data() { policyRows(); }
    void policies();
    void importIsTakenBack_data() { policyRows(); }
    void importIsTakenBack();
    void importWithAPrefix();
    void importTwiceTheSameKey();
    void malformedLines();
    void whatCannotBeStored();
    void importOutlivesACut();
    void importWaitsOutARateLimit();
    void importWherePartIsRefused();
    void importSaysWhatItDoesNotKnow();
    void importSkipsWhatWasThrough();
    void importGoesOnAfterACancel();
    void importGoesOnAfterTheSession();
    void importOfADamagedFile();
    void importFromAFailingFile();
    void importFromNowhere();
    void importAsksForConfirmation();
    void importWritesNothingWhereNothingMayBeWritten();

private:
    static void policyRows();
    Store store() const;
    SessionOptions options() const;
    std::unique_ptr<Session> connected(const Profile &profile);
    QString file(const QString &name) const { return m_folder->filePath(name); }
    QString write(const QString &name, const QByteArray &content) const;
    QString writeRecords(int count) const;
    static QByteArray contentOf(const QString &name);
    ImportRequest request(const QString &name) const;
    JobOutcome run(Session &session, const JobSpec &spec);
    ImportOutcome runImport(Session &session, const ImportRequest &request);

    std::unique_ptr<SessionFixture> m_fixture;
    std::unique_ptr<QTemporaryDir> m_folder;
};

void tst_Transfers::init()
{
    TestSupport::failOnUnannouncedWarning();
    m_fixture = std::make_unique<SessionFixture>();
    m_fixture->options.maxValue = 1024 * 1024;
    m_fixture->startServer();
    m_folder = std::make_unique<QTemporaryDir>();
}

void tst_Transfers::cleanup()
{
    m_fixture.reset();
    m_folder.reset();
}

Store tst_Transfers::store() const
{
    Store store;
    m_fixture->server->forEach([&](const emulator::Record &record) {
        store[QByteArray::fromStdString(record.key)] = QByteArray::fromStdString(record.value);
    });
    return store;
}

SessionOptions tst_Transfers::options() const
{
    SessionOptions options = SessionFixture::quick();
    options.jobFolder = m_folder->filePath(QStringLiteral("jobs"));
    return options;
}

std::unique_ptr<Session> tst_Transfers::connected(const Profile &profile)
{
    auto session = m_fixture->makeSession(profile, QStringLiteral("key"), options());
    [&] { QTRY_COMPARE(session->status().line, LineState::Connected); }();
    return session;
}

QString tst_Transfers::write(const QString &name, const QByteArray &content) const
{
    QFile out(file(name));
    const bool ok = out.open(QIODevice::WriteOnly) && out.write(content) == content.size();
    return ok ? out.fileName() : QString();
}

QString tst_Transfers::writeRecords(int count) const
{
    QByteArray bytes;
    RecordEncoder encoder({});
    for (int i = 0; i < count; ++i)
        encoder.append(bytes, QByteArray("a:" + QByteArray::number(i).rightJustified(5, '0')),
                       QByteArray::number(i));
    return write(QStringLiteral("in.jsonl"), bytes);
}

QByteArray tst_Transfers::contentOf(const QString &name)
{
    QFile in(name);
    return in.open(QIODevice::ReadOnly) ? in.readAll() : QByteArray();
}

ImportRequest tst_Transfers::request(const QString &name) const
{
    ImportRequest request;
    request.file = name;
    request.format = formatOfFile(name).value_or(RecordFormat::JsonLines);
    request.dryRun = false;
    request.policy = ImportPolicy::Replace;
    return request;
}

JobOutcome tst_Transfers::run(Session &session, const JobSpec &spec)
{
    JobOutcome outcome;
    outcome.follow(session.jobs().start(spec));
    [&] { QTRY_COMPARE_WITH_TIMEOUT(outcome.finished, 1, 30'000); }();
    return outcome;
}

ImportOutcome tst_Transfers::runImport(Session &session, const ImportRequest &request)
{
    ImportOutcome outcome;
    outcome.follow(session.jobs().start(Transfers::importFrom(request, true)));
    [&] { QTRY_COMPARE_WITH_TIMEOUT(outcome.finished, 1, 30'000); }();
    return outcome;
}

void tst_Transfers::exportAndImportBringEverythingBack_data()
{
    QTest::addColumn<QString>("name");
    for (const char *name : {"x.jsonl", "x.json", "x.csv"})
        QTest::newRow(name) << QString::fromLatin1(name);
}

void tst_Transfers::exportAndImportBringEverythingBack()
{
    QFETCH(QString, name);
    for (int i = 0; i < 2500; ++i)
        m_fixture->put("a:" + QByteArray::number(i), "{\"n\":" + QByteArray::number(i) + ".0}");
    m_fixture->put(oddKey, oddValue);
    m_fixture->put("\xF0\x9F\x98\x80", "\"text\"");
    m_fixture->put("big", QByteArray(300'000, 'x'));
    m_fixture->put(QByteArray(512, 'k'), QByteArray(1'000'000, '"'));
    // Every ASCII character, and what a format might take for its own.
    QByteArray ascii;
    for (int c = 0; c < 128; ++c)
        ascii.append(char(c));
    m_fixture->put(ascii, ascii);
    for (const char *text :
         {"base64:eA==", "$base64:eA==", "{\"$base64\":\"eA==\"}", "\xEF\xBB\xBFmark", " blank ", "null",
          "1e400", "\xE2\x80\xAE\xD7\x90", "\xF4\x8F\xBF\xBF", "\\ud800", "{\"a\":1,\"a\":2}", "a;b\tc,d"})
        m_fixture->put(text, text);
    const Store before = store();
    auto session = connected(m_fixture->profile());
    RecordWriteOptions options;
    options.format = formatOfFile(name).value();
    const JobOutcome out =
        run(*session, Transfers::exportTo(file(name), KeySelection::ofPrefix({}), options));
    QCOMPARE(out.result.state, JobState::Finished);
    QCOMPARE(out.result.failures, QList<JobFailure>());
    QCOMPARE(out.result.done, qint64(before.size()));

    m_fixture->server->clear();
    QCOMPARE(store().size(), size_t(0));
    const ImportOutcome in = runImport(*session, request(file(name)));
    QCOMPARE(in.result.state, JobState::Finished);
    QCOMPARE(in.result.failures, QList<JobFailure>());
    QCOMPARE(in.summary->count(ImportFate::Created), qint64(before.size()));
    QCOMPARE(in.summary->through, qint64(before.size()));
    QCOMPARE(in.summary->bytesRead, in.summary->bytesInAll);
    QVERIFY(store() == before);
}

void tst_Transfers::exportIsPrivateAndWhole()
{
    m_fixture->put("a", "1");
    auto session = connected(m_fixture->profile());
    const QString name = write(QStringLiteral("x.jsonl"), "what was there");
    QVERIFY(QFile::setPermissions(name, QFile::ReadOwner | QFile::WriteOwner | QFile::ReadGroup
                                            | QFile::ReadOther));
    const JobOutcome out = run(*session, Transfers::exportTo(name, KeySelection::ofPrefix({})));
    QCOMPARE(out.result.state, JobState::Finished);
    QCOMPARE(out.result.bytes, 1);
    QCOMPARE(contentOf(name), QByteArray("{\"key\":\"a\",\"value\":\"1\"}\n"));
    QVERIFY(!(QFileInfo(name).permissions() & (QFile::ReadGroup | QFile::ReadOther)));
    // Nothing else is left beside it.
    QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files), QStringList{QStringLiteral("x.jsonl")});
}

void tst_Transfers::exportOfChosenKeys()
{
    for (const char *key : {"a", "b:1", "b:2", "c", "d"})
        m_fixture->put(key, "1");
    auto session = connected(m_fixture->profile());
    KeySelection selection = KeySelection::ofPrefix("b:");
    selection.keys = {"d", "a", "b:1", "missing"};
    RecordWriteOptions options;
    options.format = RecordFormat::Csv;
    options.columns = {{CsvColumn::Kind::Key, {}}, {CsvColumn::Kind::Type, {}}, {CsvColumn::Kind::Size, {}}};
    const JobOutcome out =
        run(*session, Transfers::exportTo(file(QStringLiteral("x.csv")), selection, options));
    QCOMPARE(out.result.state, JobState::Finished);
    QCOMPARE(out.result.done, 5);
    QCOMPARE(out.result.skipped, 1);
    const QByteArray content = contentOf(file(QStringLiteral("x.csv")));
    QVERIFY(content.startsWith("key,type,size\r\n"));
    QCOMPARE(content.count('\n'), 5);
    for (const char *key : {"a", "b:1", "b:2", "d"})
        QVERIFY(content.contains(QByteArray("\n").append(key).append(",number,1\r\n")));
}

void tst_Transfers::exportOutlivesACut()
{
    for (int i = 0; i < 6000; ++i)
        m_fixture->put("a:" + QByteArray::number(i), "1");
    auto session = connected(m_fixture->profile());
    emulator::Faults faults;
    faults.delay = emulator::DelayFault{40ms, {.next = {}, .share = {}, .op = 5}};
    m_fixture->server->setFaults(faults);
    JobOutcome outcome;
    Job *job = session->jobs().start(
        Transfers::exportTo(file(QStringLiteral("x.jsonl")), KeySelection::ofPrefix({})));
    outcome.follow(job);
    for (int cut = 0; cut < 3; ++cut) {
        const auto asked = m_fixture->server->counters().requests[5];
        QTRY_VERIFY(job->isOver() || m_fixture->server->counters().requests[5] > asked);
        m_fixture->server->cutAll();
    }
    QTRY_COMPARE_WITH_TIMEOUT(outcome.finished, 1, 20'000);
    QCOMPARE(outcome.result.state, JobState::Finished);
    QCOMPARE(outcome.result.failures, QList<JobFailure>());
    QCOMPARE(outcome.result.done, 6000);
    QVERIFY(outcome.states.contains(JobState::WaitingForLine));
    QCOMPARE(contentOf(file(QStringLiteral("x.jsonl"))).count('\n'), 6000);
}

void tst_Transfers::exportWaitsOutARateLimit()
{
    for (int i = 0; i < 3000; ++i)
        m_fixture->put("a:" + QByteArray::number(i), "1");
    auto session = connected(m_fixture->profile());
    emulator::Faults faults;
    // Each refusal in a row makes the pause twice as long: a few are enough.
    faults.code = emulator::CodeFault{429, {.next = 2, .share = {}, .op = 5}};
    m_fixture->server->setFaults(faults);
    const JobOutcome out =
        run(*session, Transfers::exportTo(file(QStringLiteral("x.jsonl")), KeySelection::ofPrefix({})));
    QCOMPARE(out.result.state, JobState::Finished);
    QCOMPARE(out.result.failures, QList<JobFailure>());
    QCOMPARE(contentOf(file(QStringLiteral("x.jsonl"))).count('\n'), 3000);
}

void tst_Transfers::exportWherePartIsForbidden()
{
    for (const char *key : {"a", "b", "c", "d", "e"})
        m_fixture->put(key, "1");
    auto session = connected(m_fixture->profile());
    emulator::Faults faults;
    faults.code = emulator::CodeFault{403, {.next = 1, .share = {}, .op = 5}};
    m_fixture->server->setFaults(faults);
    KeySelection selection;
    selection.intervals = {{"a", "b"}, {"d", "e"}};
    const QString name = file(QStringLiteral("x.jsonl"));
    JobOutcome out;
    Job *job = session->jobs().start(Transfers::exportTo(name, selection));
    out.follow(job);
    QTRY_COMPARE(out.finished, 1);
    QCOMPARE(out.result.state, JobState::Finished);
    QCOMPARE(out.result.failed, 1);
    QCOMPARE(out.result.failures.first().error.kind, Hpkv::ErrorKind::AccessDenied);
    const QByteArray rest = "{\"key\":\"d\",\"value\":\"1\"}\n{\"key\":\"e\",\"value\":\"1\"}\n";
    QCOMPARE(contentOf(name), rest);
    // Another try makes the whole file once more.
    QVERIFY(job->canRetry());
    JobOutcome again;
    again.follow(job->retryFailures());
    QTRY_COMPARE(again.finished, 1);
    QCOMPARE(contentOf(name), "{\"key\":\"a\",\"value\":\"1\"}\n{\"key\":\"b\",\"value\":\"1\"}\n" + rest);
}

void tst_Transfers::exportWhereAllIsForbidden()
{
    m_fixture->put("a", "1");
    auto session = connected(m_fixture->profile());
    emulator::Faults faults;
    faults.code = emulator::CodeFault{403, {.next = {}, .share = {}, .op = 5}};
    m_fixture->server->setFaults(faults);
    const JobOutcome out =
        run(*session, Transfers::exportTo(file(QStringLiteral("x.jsonl")), KeySelection::ofPrefix({})));
    QCOMPARE(out.result.state, JobState::Failed);
    QCOMPARE(out.result.error.kind, Hpkv::ErrorKind::AccessDenied);
    QVERIFY(!QFile::exists(file(QStringLiteral("x.jsonl"))));
    QVERIFY(QDir(m_folder->path()).entryList(QDir::Files).isEmpty());
}

void tst_Transfers::exportOnAFullDisk_data()
{
    QTest::addColumn<qint64>("room");
    QTest::newRow("at once") << qint64(-1);
    QTest::newRow("in the middle") << qint64(50'000);
    QTest::newRow("at the end") << qint64(2000 * 32);
}

void tst_Transfers::exportOnAFullDisk()
{
    QFETCH(qint64, room);
    for (int i = 0; i < 2000; ++i)
        m_fixture->put("a:" + QByteArray::number(i).rightJustified(5, '0'), "123");
    auto session = connected(m_fixture->profile());
    auto discarded = std::make_shared<bool>(false);
    JobSpec spec = Transfers::exportTo(QStringLiteral("full"), KeySelection::ofPrefix({}));
    spec.make = [room, discarded](JobContext &context) {
        return std::make_unique<ExportTask>(context, KeySelection::ofPrefix({}), RecordWriteOptions(),
                                            std::make_unique<FullDisk>(room, discarded.get()));
    };
    const JobOutcome out = run(*session, spec);
    QCOMPARE(out.result.state, JobState::Failed);
    QCOMPARE(out.result.error.text, QStringLiteral("The disk is full."));
    QVERIFY(*discarded);
}

void tst_Transfers::exportCanceled()
{
    for (int i = 0; i < 8000; ++i)
        m_fixture->put("a:" + QByteArray::number(i), "1");
    auto session = connected(m_fixture->profile());
    emulator::Faults faults;
    faults.delay = emulator::DelayFault{150ms, {.next = {}, .share = {}, .op = 5}};
    m_fixture->server->setFaults(faults);
    const QString name = write(QStringLiteral("x.jsonl"), "what was there");
    JobOutcome outcome;
    Job *job = session->jobs().start(Transfers::exportTo(name, KeySelection::ofPrefix({})));
    outcome.follow(job);
    QTRY_VERIFY(job->progress().done > 0);
    job->pause();
    QTRY_COMPARE(job->state(), JobState::Paused);
    job->resume();
    const qint64 done = job->progress().done;
    QTRY_VERIFY(job->progress().done > done || job->isOver());
    job->cancel();
    QTRY_COMPARE(outcome.finished, 1);
    QCOMPARE(outcome.result.state, JobState::Canceled);
    QCOMPARE(contentOf(name), QByteArray("what was there"));
    QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files), QStringList{QStringLiteral("x.jsonl")});
}

void tst_Transfers::exportToNowhere()
{
    auto session = connected(m_fixture->profile());
    const JobOutcome out = run(
        *session, Transfers::exportTo(file(QStringLiteral("no/folder/x.jsonl")), KeySelection::ofPrefix({})));
    QCOMPARE(out.result.state, JobState::Failed);
    QVERIFY2(out.result.error.text.contains(QLatin1String("cannot be written")),
             qPrintable(out.result.error.text));
}

void tst_Transfers::dryRunWritesNothing()
{
    m_fixture->put("same", "1");
    m_fixture->put("other", "2");
    const Store before = store();
    auto session = connected(m_fixture->profile(SafetyLevel::ReadOnly));
    ImportRequest dry = request(write(
        QStringLiteral("in.jsonl"), "{\"key\":\"new\",\"value\":\"1\"}\n{\"key\":\"same\",\"value\":\"1\"}\n"
                                    "{\"key\":\"other\",\"value\":\"1\"}\nbroken\n"));
    dry.dryRun = true;
    ImportOutcome outcome = runImport(*session, dry);
    QCOMPARE(outcome.result.state, JobState::Finished);
    QVERIFY(outcome.summary->dryRun);
    //                            created, replaced, patched, same, left alone, refused, unknown
    QCOMPARE(outcome.counts(), (QList<qint64>{1, 1, 0, 1, 0, 1, 0}));
    QCOMPARE(outcome.result.done, 4);
    QCOMPARE(outcome.result.failed, 1);
    QCOMPARE(outcome.summary->entries.size(), 4);
    QCOMPARE(outcome.summary->entries[0], (ImportEntry{1, "new", ImportFate::Created, {}}));
    QCOMPARE(outcome.summary->entries[2], (ImportEntry{3, "other", ImportFate::Replaced, {}}));
    QCOMPARE(outcome.summary->entries[3].line, 4);
    QVERIFY(outcome.summary->entries[3].why.contains(QLatin1String("Line 4")));
    dry.policy = ImportPolicy::Skip;
    outcome = runImport(*session, dry);
    QCOMPARE(outcome.counts(), (QList<qint64>{1, 0, 0, 1, 1, 1, 0}));
    QVERIFY(store() == before);
    QVERIFY(outcome.result.undoFile.isEmpty());
}

void tst_Transfers::policyRows()
{
    QTest::addColumn<ImportPolicy>("policy");
    QTest::addColumn<QList<qint64>>("counts");
    QTest::addColumn<QByteArray>("object"); // afterwards
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("skip") << ImportPolicy::Skip << QList<qint64>{1, 0, 0, 1, 2, 0, 0}
                          << QByteArray("{\"a\":1,\"b\":2}") << QByteArray("old");
    QTest::newRow("replace") << ImportPolicy::Replace << QList<qint64>{1, 2, 0, 1, 0, 0, 0}
                             << QByteArray("{\"b\":3}") << QByteArray("new");
    QTest::newRow("patch") << ImportPolicy::Patch << QList<qint64>{1, 0, 1, 1, 0, 1, 0}
                           << QByteArray("{\"a\":1,\"b\":3}") << QByteArray("old");
}

void tst_Transfers::policies()
{
    QFETCH(ImportPolicy, policy);
    QFETCH(QList<qint64>, counts);
    m_fixture->put("object", "{\"a\":1,\"b\":2}");
    m_fixture->put("same", "{\"a\":1}");
    m_fixture->put("text", "old");
    auto session = connected(m_fixture->profile());
    ImportRequest real = request(write(
        QStringLiteral("in.json"), "{\"object\":{\"b\":3},\n\"same\":{\"a\":1},\"text\":\"new\",\"z\":1.0}"));
    real.policy = policy;
    ImportRequest dry = real;
    dry.dryRun = true;
    QCOMPARE(runImport(*session, dry).counts(), counts);
    const ImportOutcome outcome = runImport(*session, real);
    QCOMPARE(outcome.result.state, JobState::Finished);
    QCOMPARE(outcome.counts(), counts);
    QCOMPARE(outcome.result.done, 4);
    QTEST(m_fixture->stored("object").value(), "object");
    QTEST(m_fixture->stored("text").value(), "text");
    QCOMPARE(m_fixture->stored("z").value(), QByteArray("1.0"));
}

void tst_Transfers::importIsTakenBack()
{
    QFETCH(ImportPolicy, policy);
    m_fixture->put("object", "{\"a\":1,\"b\":2}");
    m_fixture->put("same", "{\"a\":1}");
    m_fixture->put("text", "old");
    const Store before = store();
    auto session = connected(m_fixture->profile());
    ImportRequest real = request(write(
        QStringLiteral("in.json"), "{\"object\":{\"b\":3},\n\"same\":{\"a\":1},\"text\":\"new\",\"z\":1.0}"));
    real.policy = policy;
    const ImportOutcome outcome = runImport(*session, real);
    QVERIFY(store() != before);
    QVERIFY(!outcome.result.undoFile.isEmpty());
    const JobOutcome back = run(*session, Jobs::takeBack(outcome.result.undoFile, {}, true));
    QCOMPARE(back.result.state, JobState::Finished);
    QCOMPARE(back.result.failures, QList<JobFailure>());
    QVERIFY(store() == before);
}

void tst_Transfers::importWithAPrefix()
{
    auto session = connected(m_fixture->profile());
    ImportRequest real = request(writeRecords(3));
    real.prefix = "here:";
    QCOMPARE(runImport(*session, real).counts(), (QList<qint64>{3, 0, 0, 0, 0, 0, 0}));
    QCOMPARE(m_fixture->stored("here:a:00002"), QByteArray("2"));
}

void tst_Transfers::importTwiceTheSameKey()
{
    auto session = connected(m_fixture->profile());
    const ImportOutcome outcome =
        runImport(*session, request(write(QStringLiteral("in.csv"), "key,value\na,1\nb,1\na,2\na,3\n")));
    QCOMPARE(outcome.counts(), (QList<qint64>{2, 2, 0, 0, 0, 0, 0}));
    QCOMPARE(m_fixture->stored("a"), QByteArray("3"));
    const JobOutcome back = run(*session, Jobs::takeBack(outcome.result.undoFile, {}, true));
    QCOMPARE(back.result.failures, QList<JobFailure>());
    QCOMPARE(store().size(), size_t(0));
}

void tst_Transfers::malformedLines()
{
    auto session = connected(m_fixture->profile());
    QByteArray content;
    for (int i = 0; i < 1000; ++i)
        content += i % 100 == 50 ? QByteArray("{\"key\":\"a\n")
                                 : "{\"key\":\"" + QByteArray::number(i) + "\",\"value\":\"1\"}\n";
    const ImportOutcome outcome = runImport(*session, request(write(QStringLiteral("in.jsonl"), content)));
    QCOMPARE(outcome.result.state, JobState::Finished);
    QCOMPARE(outcome.counts(), (QList<qint64>{990, 0, 0, 0, 0, 10, 0}));
    QCOMPARE(outcome.result.failures.size(), 10);
    QCOMPARE(outcome.result.failures[0].operation, JobOperation::File);
    QVERIFY(outcome.result.failures[0].error.text.startsWith(QLatin1String("Line 51: Column ")));
    QCOMPARE(store().size(), size_t(990));
}

void tst_Transfers::whatCannotBeStored()
{
    auto session = connected(m_fixture->profile());
    ImportRequest real =
        request(write(QStringLiteral("in.jsonl"),
                      "{\"key\":\"\",\"value\":\"1\"}\n{\"key\":\"a\",\"value\":\"\"}\n"
                      "{\"key64\":\"/w==\",\"value\":\"1\"}\n{\"key\":\"b\",\"value64\":\"/w==\"}\n"
                      "{\"key\":\"long key\",\"value\":\"1\"}\n{\"key\":\"c\",\"value\":\"123456\"}\n"
                      "{\"key\":\"d\",\"value\":\"12345\"}\n"));
    real.largestKey = 7;
    real.largestValue = 5;
    const ImportOutcome outcome = runImport(*session, real);
    QCOMPARE(outcome.counts(), (QList<qint64>{1, 0, 0, 0, 0, 6, 0}));
    QVERIFY(outcome.summary->entries[4].why.contains(QLatin1String("1 bytes too long")));
    QCOMPARE(store().size(), size_t(1));
}

void tst_Transfers::importOutlivesACut()
{
    auto session = connected(slowly(m_fixture->profile(), 500));
    emulator::Faults faults;
    faults.delay = emulator::DelayFault{20ms, {.next = {}, .share = {}, .op = 2}};
    m_fixture->server->setFaults(faults);
    ImportOutcome outcome;
    Job *job = session->jobs().start(Transfers::importFrom(request(writeRecords(400)), true));
    outcome.follow(job);
    for (int cut = 0; cut < 3; ++cut) {
        const auto asked = m_fixture->server->counters().requests[2];
        QTRY_VERIFY(job->isOver() || m_fixture->server->counters().requests[2] > asked + 20);
        m_fixture->server->cutAll();
    }
    m_fixture->server->clearFaults();
    QTRY_COMPARE_WITH_TIMEOUT(outcome.finished, 1, 20'000);
    QCOMPARE(outcome.result.state, JobState::Finished);
    QVERIFY(outcome.states.contains(JobState::WaitingForLine));
    QCOMPARE(outcome.result.done, 400);
    // What is not said to be unknown is there.
    for (const JobFailure &failure : outcome.result.failures)
        QCOMPARE(failure.error.delivery, Hpkv::Delivery::Unknown);
    QCOMPARE(outcome.summary->count(ImportFate::Created) + outcome.summary->count(ImportFate::Unknown), 400);
    QVERIFY(qint64(store().size()) >= outcome.summary->count(ImportFate::Created));
}

void tst_Transfers::importWaitsOutARateLimit()
{
    auto session = connected(m_fixture->profile());
    emulator::Faults faults;
    // All that are under way together are refused, and some of the next ones.
    faults.code = emulator::CodeFault{429, {.next = 40, .share = {}, .op = 2}};
    m_fixture->server->setFaults(faults);
    const ImportOutcome outcome = runImport(*session, request(writeRecords(200)));
    QCOMPARE(outcome.counts(), (QList<qint64>{200, 0, 0, 0, 0, 0, 0}));
    QCOMPARE(store().size(), size_t(200));
}

void tst_Transfers::importWherePartIsRefused()
{
    auto session = connected(m_fixture->profile());
    emulator::Faults faults;
    faults.code = emulator::CodeFault{403, {.next = 5, .share = {}, .op = 2}};
    m_fixture->server->setFaults(faults);
    ImportOutcome outcome;
    Job *job = session->jobs().start(Transfers::importFrom(request(writeRecords(300)), true));
    outcome.follow(job);
    QTRY_COMPARE(outcome.finished, 1);
    QCOMPARE(outcome.result.state, JobState::Finished);
    QCOMPARE(outcome.counts(), (QList<qint64>{295, 0, 0, 0, 0, 5, 0}));
    QCOMPARE(outcome.result.failures.size(), 5);
    QCOMPARE(outcome.result.failures.first().error.kind, Hpkv::ErrorKind::AccessDenied);
    QBuffer report;
    report.open(QIODevice::WriteOnly);
    QVERIFY(job->saveReport(report));
    QCOMPARE(report.data().count('\n'), 6);
    // Only what failed is tried again.
    QVERIFY(job->canRetry());
    ImportOutcome again;
    again.follow(job->retryFailures());
    QTRY_COMPARE(again.finished, 1);
    QCOMPARE(again.counts(), (QList<qint64>{5, 0, 0, 0, 0, 0, 0}));
    QCOMPARE(store().size(), size_t(300));
}

void tst_Transfers::importSaysWhatItDoesNotKnow()
{
    SessionOptions impatient = options();
    impatient.callTimeout = 150ms;
    auto session = m_fixture->makeSession(m_fixture->profile(), QStringLiteral("key"), impatient);
    QTRY_COMPARE(session->status().line, LineState::Connected);
    // Carried out, but nobody says so: a look tells.
    emulator::Faults faults;
    faults.drop = emulator::FaultApply{.next = 5, .share = {}, .op = 2};
    m_fixture->server->setFaults(faults);
    const ImportOutcome outcome = runImport(*session, request(writeRecords(50)));
    QCOMPARE(outcome.counts(), (QList<qint64>{50, 0, 0, 0, 0, 0, 0}));
    QCOMPARE(m_fixture->server->counters().requests[2], quint64(50)); // none was sent twice
}

void tst_Transfers::importSkipsWhatWasThrough()
{
    auto session = connected(slowly(m_fixture->profile(), 800));
    const ImportRequest real = request(writeRecords(600));
    ImportOutcome outcome;
    Job *job = session->jobs().start(Transfers::importFrom(real, true));
    outcome.follow(job);
    QTRY_VERIFY(job->progress().done > 200 || job->isOver());
    job->cancel();
    QTRY_COMPARE(outcome.finished, 1);
    QCOMPARE(outcome.result.state, JobState::Canceled);
    QVERIFY(outcome.summary->through >= 128 && outcome.summary->through < 600);
    ImportRequest rest = real;
    rest.skip = outcome.summary->through;
    const auto writes = m_fixture->server->counters().requests[2];
    const ImportOutcome end = runImport(*session, rest);
    QCOMPARE(end.summary->through, 600);
    QCOMPARE(store().size(), size_t(600));
    // What was through is not written again.
    QVERIFY(m_fixture->server->counters().requests[2] - writes <= quint64(600 - outcome.summary->through));
}

void tst_Transfers::importGoesOnAfterACancel()
{
    const Store before = store();
    auto session = connected(slowly(m_fixture->profile(), 800));
    ImportOutcome outcome;
    Job *job = session->jobs().start(Transfers::importFrom(request(writeRecords(600)), true));
    outcome.follow(job);
    QVERIFY(!job->canGoOn());
    QTRY_VERIFY(job->progress().done > 200 || job->isOver());
    job->cancel();
    QTRY_COMPARE(outcome.finished, 1);
    QCOMPARE(outcome.result.state, JobState::Canceled);
    QVERIFY(store().size() < 600);
    // It was meant to end: nobody is asked about it at the next start.
    QVERIFY(JobFolder::interrupted(session->jobs().folder()).isEmpty());
    QVERIFY(job->canGoOn());
    ImportOutcome rest;
    rest.follow(job->goOn());
    QTRY_COMPARE_WITH_TIMEOUT(rest.finished, 1, 20'000);
    QCOMPARE(rest.result.state, JobState::Finished);
    QCOMPARE(rest.result.undoFile, outcome.result.undoFile);
    QCOMPARE(store().size(), size_t(600));
    // What was there is not written again, and both halves are taken back together.
    QCOMPARE(m_fixture->server->counters().requests[2], quint64(600));
    const JobOutcome back = run(*session, Jobs::takeBack(rest.result.undoFile, {}, true));
    QCOMPARE(back.result.failures, QList<JobFailure>());
    QVERIFY(store() == before);
}

void tst_Transfers::importGoesOnAfterTheSession()
{
    m_fixture->put("p:a:00000", "old");
    const Store before = store();
    ImportRequest real = request(writeRecords(600));
    real.prefix = "p:";
    {
        auto session = connected(slowly(m_fixture->profile(), 800));
        const Job *job = session->jobs().start(Transfers::importFrom(real, true));
        QTRY_VERIFY(job->progress().done > 200);
    }
    const auto session = connected(m_fixture->profile());
    QTRY_COMPARE(session->jobs().interrupted().size(), 1);
    const InterruptedJob left = session->jobs().interrupted().constFirst();
    QCOMPARE(left.header.kind, JobKind::Import);
    const auto spec = Transfers::goOn(left, true);
    QVERIFY(spec);
    QCOMPARE(spec->target, real.file);
    const JobOutcome outcome = run(*session, *spec);
    QCOMPARE(outcome.result.state, JobState::Finished);
    QCOMPARE(outcome.result.failures, QList<JobFailure>());
    QVERIFY(session->jobs().interrupted().isEmpty());
    QVERIFY(JobFolder::interrupted(session->jobs().folder()).isEmpty());
    QCOMPARE(store().size(), size_t(600));
    QCOMPARE(m_fixture->stored("p:a:00000"), QByteArray("0"));
    const JobOutcome back = run(*session, Jobs::takeBack(outcome.result.undoFile, {}, true));
    QCOMPARE(back.result.failures, QList<JobFailure>());
    QVERIFY(store() == before);
}

void tst_Transfers::importOfADamagedFile()
{
    auto session = connected(m_fixture->profile());
    const ImportOutcome outcome =
        runImport(*session, request(write(QStringLiteral("in.json"), "{\n\"a\": 1,\n\"b\": [1,\n")));
    QCOMPARE(outcome.result.state, JobState::Failed);
    QVERIFY2(outcome.result.error.text.startsWith(QLatin1String("Line 3: ")),
             qPrintable(outcome.result.error.text));
    // What was whole is there, and said to be.
    QCOMPARE(m_fixture->stored("a"), QByteArray("1"));
    QCOMPARE(outcome.summary->count(ImportFate::Created), 1);
}

void tst_Transfers::importFromAFailingFile()
{
    class Failing : public QIODevice
    {
    public:
        Failing() { open(QIODevice::ReadOnly | QIODevice::Unbuffered); }

    protected:
        qint64 readData(char *to, qint64) override
        {
            static constexpr char line[] = "{\"key\":\"a\",\"value\":\"1\"}\n";
            if (m_read) {
                setErrorString(QStringLiteral("the disk is gone"));
                return -1;
            }
            m_read = true;
            std::copy_n(line, sizeof(line) - 1, to);
            return sizeof(line) - 1;
        }
        qint64 writeData(const char *, qint64) override { return -1; }

    private:
        bool m_read = false;
    };
    auto session = connected(m_fixture->profile());
    ImportRequest real = request(QStringLiteral("in.jsonl"));
    real.open = [](QString *) { return std::make_unique<Failing>(); };
    const ImportOutcome outcome = runImport(*session, real);
    QCOMPARE(outcome.result.state, JobState::Failed);
    QVERIFY2(outcome.result.error.text.contains(QLatin1String("the disk is gone")),
             qPrintable(outcome.result.error.text));
    // What could be read is there, and said to be.
    QCOMPARE(m_fixture->stored("a"), QByteArray("1"));
    QCOMPARE(outcome.summary->count(ImportFate::Created), 1);
}

void tst_Transfers::importFromNowhere()
{
    auto session = connected(m_fixture->profile());
    const ImportOutcome outcome = runImport(*session, request(file(QStringLiteral("missing.jsonl"))));
    QCOMPARE(outcome.result.state, JobState::Failed);
    QVERIFY2(outcome.result.error.text.contains(QLatin1String("cannot be read")),
             qPrintable(outcome.result.error.text));
}

void tst_Transfers::importAsksForConfirmation()
{
    auto session = connected(m_fixture->profile(SafetyLevel::Confirm));
    const JobOutcome outcome = run(*session, Transfers::importFrom(request(writeRecords(3)), false));
    QCOMPARE(outcome.result.state, JobState::Failed);
    QCOMPARE(store().size(), size_t(0));
    QCOMPARE(runImport(*session, request(writeRecords(3))).counts(), (QList<qint64>{3, 0, 0, 0, 0, 0, 0}));
}

void tst_Transfers::importWritesNothingWhereNothingMayBeWritten()
{
    auto session = connected(m_fixture->profile(SafetyLevel::ReadOnly));
    const JobOutcome outcome = run(*session, Transfers::importFrom(request(writeRecords(3)), true));
    QCOMPARE(outcome.result.state, JobState::Failed);
    QCOMPARE(store().size(), size_t(0));
}

QTEST_GUILESS_MAIN(tst_Transfers)

#include "tst_transfers.moc"
