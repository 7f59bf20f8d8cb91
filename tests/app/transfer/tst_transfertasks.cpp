// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "failonwarning.h"
#include "memorysink.h"

#include "session/jobs/tasks/takebacktask.h"
#include "transfer/exporttask.h"
#include "transfer/importtask.h"
#include "transfer/recordreader.h"

#include <QBuffer>
#include <QTemporaryDir>
#include <QTest>

#include <deque>
#include <map>

using namespace Studio;

namespace
{

using Store = std::map<QByteArray, QByteArray>;

/// A session in memory: answers come when the test lets them, and may be errors.
class FakeContext final : public JobContext
{
public:
    Store store;
    QString jobFolder;
    QList<JobFailure> failures;
    std::optional<Hpkv::Error> stopped;
    QString undoFile;
    std::shared_ptr<const ImportSummary> summary; ///< the last one
    int pages = 0;
    int writes = 0;
    qsizetype mostWaiting = 0; ///< requests at the same time
    std::function<Hpkv::Error(const QByteArray &first)> onPage;
    std::function<Hpkv::Error(const QByteArray &key)> onWrite;
    bool unknownIsCarriedOut = false;

    /// Works the task off as RunningJob does. False: it was stopped.
    bool run(JobTask &task)
    {
        for (int guard = 0; guard < 100'000; ++guard) {
            const JobTask::Step step = stopped ? JobTask::Step::Wait : task.step();
            if (step == JobTask::Step::Done)
                return true;
            mostWaiting = std::max(mostWaiting, qsizetype(m_events.size()));
            if (!m_events.empty()) {
                const auto event = std::move(m_events.front());
                m_events.pop_front();
                event();
            } else if (stopped) {
                task.ended();
                return false;
            }
        }
        return false;
    }

    void read(const QByteArray &key, ReadDone done) override
    {
        m_events.emplace_back([this, key, done] {
            const auto at = store.find(key);
            done({{}, at == store.end() ? std::nullopt : std::optional(at->second), 0});
        });
    }
    void page(const Stretch &stretch, PageDone done) override
    {
        ++pages;
        m_events.emplace_back([this, stretch, done] {
            Page answer;
            if (onPage)
                answer.error = onPage(stretch.first);
            for (auto at = store.lower_bound(stretch.first);
                 !answer.error.isError() && at != store.end() && at->first <= stretch.last; ++at) {
                if (answer.page.records.size() == stretch.limit) {
                    answer.page.truncated = true;
                    break;
                }
                answer.page.records.append({at->first, at->second, false});
            }
            done(answer);
        });
    }
    void write(const WriteRequest &request, WriteDone done) override
    {
        ++writes;
        m_events.emplace_back([this, request, done] {
            const Hpkv::Error error = onWrite ? onWrite(request.key) : Hpkv::Error();
            if (!error.isError() || (error.delivery == Hpkv::Delivery::Unknown && unknownIsCarriedOut)) {
                if (request.kind == WriteKind::Patch)
                    store[request.key] = "{\"patched\":true}";
                else if (request.kind == WriteKind::Delete)
                    store.erase(request.key);
                else
                    store[request.key] = request.value;
            }
            done(error, 0);
        });
    }
    void setPhase(JobPhase phase) override { m_progress.phase = phase; }
    void beginPhase(JobPhase phase) override
    {
        m_progress = {};
        m_progress.phase = phase;
    }
    void setTotal(std::optional<qint64> keys) override { m_progress.total = keys; }
    void addDone(qint64 keys, qint64 bytes) override
    {
        m_progress.done += keys;
        m_progress.bytes += bytes;
    }
    void addSkipped(qint64 keys) override { m_progress.skipped += keys; }
    void addFailure(const JobFailure &failure) override
    {
        ++m_progress.failed;
        failures.append(failure);
    }
    const JobProgress &progress() const override { return m_progress; }
    void setUndoFile(const QString &file) override { undoFile = file; }
    void stop(const Hpkv::Error &error) override { stopped = stopped.value_or(error); }
    void tell(SharedJobMessage message) override
    {
        summary = std::dynamic_pointer_cast<const ImportSummary>(message);
    }
    void wake() override { }
    QString profile() const override { return QStringLiteral("test"); }
    QString folder() const override { return jobFolder; }
    qint64 undoLimit() const override { return -1; }

private:
    std::deque<std::function<void()>> m_events;
    JobProgress m_progress;
};

Hpkv::Error forbidden()
{
    return {Hpkv::ErrorKind::AccessDenied, QStringLiteral("no"), Hpkv::Delivery::Answered, 403};
}

ImportRequest importOf(const QByteArray &content, ImportPolicy policy,
                       RecordFormat format = RecordFormat::JsonLines)
{
    ImportRequest request;
    request.format = format;
    request.policy = policy;
    request.dryRun = false;
    request.open = [content](QString *) {
        auto buffer = std::make_unique<QBuffer>();
        buffer->setData(content);
        buffer->open(QIODevice::ReadOnly);
        return buffer;
    };
    return request;
}

QList<qint64> countsOf(const FakeContext &context)
{
    return {context.summary->counts.cbegin(), context.summary->counts.cend()};
}

} // namespace

class tst_TransferTasks : public QObject
{
    Q_OBJECT

private slots:
    void init() { TestSupport::failOnUnannouncedWarning(); }
    void thereAndBack_data();
    void thereAndBack();
    void nextPageIsAskedForBeforeTheLastIsWritten();
    void forbiddenPart();
    void forbiddenAll();
    void fullDisk();
    void policies_data();
    void policies();
    void refusedByTheServer();
    void withoutAnAnswer_data();
    void withoutAnAnswer();
    void sameKeyTwice();
    void skipsWhatWasThrough();
    void onlyChosenKeys();
    void entriesAreBounded();
    void noUndoFileNoWrite();

private:
    bool import(FakeContext &context, const ImportRequest &request);
    QTemporaryDir m_folder;
};

bool tst_TransferTasks::import(FakeContext &context, const ImportRequest &request)
{
    context.jobFolder = m_folder.path();
    ImportTask task(context, request);
    return context.run(task);
}

void tst_TransferTasks::thereAndBack_data()
{
    QTest::addColumn<RecordFormat>("format");
    QTest::newRow("lines") << RecordFormat::JsonLines;
    QTest::newRow("object") << RecordFormat::JsonObject;
    QTest::newRow("csv") << RecordFormat::Csv;
}

void tst_TransferTasks::thereAndBack()
{
    QFETCH(RecordFormat, format);
    FakeContext source;
    for (int i = 0; i < 2500; ++i)
        source.store[QByteArray::number(i)] = "{\"n\": " + QByteArray::number(i) + ".0}";
    source.store[QByteArray("n\0ul\n\"\xC3\xA4", 8)] = QByteArray("{ \"x\" : 1.0 }\r\n\0\"", 17);
    MemorySink::State file;
    RecordWriteOptions options;
    options.format = format;
    ExportTask out(source, KeySelection::ofPrefix({}), options, std::make_unique<MemorySink>(&file));
    QVERIFY(source.run(out));
    QVERIFY(file.committed && !file.discarded);
    QCOMPARE(source.progress().done, 2501);

    FakeContext target;
    QVERIFY(import(target, importOf(file.bytes, ImportPolicy::Skip, format)));
    QVERIFY(target.store == source.store);
    QCOMPARE(countsOf(target), (QList<qint64>{2501, 0, 0, 0, 0, 0, 0}));
    QCOMPARE(target.summary->bytesRead, target.summary->bytesInAll);
    TakeBackTask back(target, target.undoFile);
    QVERIFY(target.run(back));
    QVERIFY(target.store.empty());
}

void tst_TransferTasks::nextPageIsAskedForBeforeTheLastIsWritten()
{
    FakeContext context;
    for (int i = 0; i < 5000; ++i)
        context.store[QByteArray::number(i)] = "1";
    MemorySink::State file;
    ExportTask out(context, KeySelection::ofPrefix({}), {}, std::make_unique<MemorySink>(&file));
    out.step();
    QCOMPARE(context.pages, 1);
    QVERIFY(context.run(out));
    QCOMPARE(context.mostWaiting, 1);
    QCOMPARE(context.pages, 5);
    QCOMPARE(file.bytes.count('\n'), 5000);
}

void tst_TransferTasks::forbiddenPart()
{
    FakeContext context;
    for (const char *key : {"a", "b", "c"})
        context.store[key] = "1";
    context.onPage = [](const QByteArray &first) { return first == "a" ? forbidden() : Hpkv::Error(); };
    KeySelection selection;
    selection.intervals = {{"a", "a"}, {"b", "c"}};
    selection.keys = {"missing"};
    MemorySink::State file;
    ExportTask out(context, selection, {}, std::make_unique<MemorySink>(&file));
    QVERIFY(context.run(out));
    QVERIFY(file.committed);
    QCOMPARE(file.bytes.count('\n'), 2);
    QCOMPARE(context.failures.size(), 1);
    QCOMPARE(context.progress().skipped, 1);
}

void tst_TransferTasks::forbiddenAll()
{
    FakeContext context;
    context.onPage = [](const QByteArray &) { return forbidden(); };
    MemorySink::State file;
    ExportTask out(context, KeySelection::ofPrefix("a:"), {}, std::make_unique<MemorySink>(&file));
    QVERIFY(!context.run(out));
    QCOMPARE(context.stopped->kind, Hpkv::ErrorKind::AccessDenied);
    QVERIFY(file.discarded && !file.committed);
}

void tst_TransferTasks::fullDisk()
{
    // Wherever the disk is full, the job says so and leaves no file.
    for (const qint64 room : {0, 1, 30'000, 56'000}) {
        FakeContext context;
        for (int i = 1000; i < 3000; ++i)
            context.store[QByteArray::number(i)] = "12";
        MemorySink::State file;
        file.room = room;
        ExportTask out(context, KeySelection::ofPrefix({}), {}, std::make_unique<MemorySink>(&file));
        QVERIFY(!context.run(out));
        QCOMPARE(context.stopped->text, QStringLiteral("The disk is full."));
        QVERIFY(file.discarded && !file.committed);
    }
}

void tst_TransferTasks::policies_data()
{
    QTest::addColumn<ImportPolicy>("policy");
    QTest::addColumn<QList<qint64>>(
        "counts"); // created, replaced, patched, same, left alone, refused, unknown
    QTest::addColumn<QByteArray>("object"); // afterwards
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("skip") << ImportPolicy::Skip << QList<qint64>{1, 0, 0, 1, 2, 2, 0}
                          << QByteArray("{\"a\":1,\"b\":2}") << QByteArray("old");
    QTest::newRow("replace") << ImportPolicy::Replace << QList<qint64>{1, 2, 0, 1, 0, 2, 0}
                             << QByteArray("{\"b\":3}") << QByteArray("new");
    QTest::newRow("patch") << ImportPolicy::Patch << QList<qint64>{1, 0, 1, 1, 0, 3, 0}
                           << QByteArray("{\"patched\":true}") << QByteArray("old");
}

void tst_TransferTasks::policies()
{
    QFETCH(ImportPolicy, policy);
    QFETCH(QList<qint64>, counts);
    const QByteArray content =
        "{\"key\":\"object\",\"value\":\"{\\\"b\\\":3}\"}\n{\"key\":\"same\",\"value\":{\"a\":1}}\n"
        "broken\n{\"key\":\"text\",\"value\":\"new\"}\n{\"key\":\"z\",\"value\":1.0}\n"
        "{\"key\":\"bytes\",\"value64\":\"/w==\"}\n";
    FakeContext context;
    context.store = {{"object", "{\"a\":1,\"b\":2}"}, {"same", "{\"a\":1}"}, {"text", "old"}};
    const Store before = context.store;
    ImportRequest request = importOf(content, policy);
    request.dryRun = true;
    QVERIFY(import(context, request));
    QCOMPARE(countsOf(context), counts);
    QVERIFY(context.store == before);
    QCOMPARE(context.writes, 0);
    QVERIFY(context.undoFile.isEmpty());
    QCOMPARE(context.progress().done, 6);
    QCOMPARE(context.failures.size(), counts[int(ImportFate::Refused)]);
    QVERIFY2(context.failures[0].error.text.startsWith(QLatin1String("Line 3: Column 1: ")),
             qPrintable(context.failures[0].error.text));
    QCOMPARE(context.summary->entries.size(), 6);
    for (qsizetype i = 0; i < 6; ++i)
        QCOMPARE(context.summary->entries[i].line, i + 1);

    request.dryRun = false;
    QVERIFY(import(context, request));
    QCOMPARE(countsOf(context), counts);
    QCOMPARE(context.progress().done, 6);
    QTEST(context.store["object"], "object");
    QTEST(context.store["text"], "text");
    QCOMPARE(context.store["z"], QByteArray("1.0"));
    TakeBackTask back(context, context.undoFile);
    QVERIFY(context.run(back));
    QVERIFY(context.store == before);
}

void tst_TransferTasks::refusedByTheServer()
{
    FakeContext context;
    context.onWrite = [](const QByteArray &key) { return key == "b" ? forbidden() : Hpkv::Error(); };
    QVERIFY(
        import(context, importOf("key,value\na,1\nb,2\nc,3\n", ImportPolicy::Replace, RecordFormat::Csv)));
    QCOMPARE(countsOf(context), (QList<qint64>{2, 0, 0, 0, 0, 1, 0}));
    QCOMPARE(context.failures.size(), 1);
    QCOMPARE(context.failures.first().key, QByteArray("b"));
    QCOMPARE(context.progress().done, 3);
}

void tst_TransferTasks::withoutAnAnswer_data()
{
    QTest::addColumn<bool>("carriedOut");
    QTest::newRow("carried out") << true;
    QTest::newRow("not carried out") << false;
}

void tst_TransferTasks::withoutAnAnswer()
{
    QFETCH(bool, carriedOut);
    FakeContext context;
    context.unknownIsCarriedOut = carriedOut;
    context.onWrite = [](const QByteArray &key) {
        return key == "b"
                 ? Hpkv::Error(Hpkv::ErrorKind::Timeout, QStringLiteral("late"), Hpkv::Delivery::Unknown)
                 : Hpkv::Error();
    };
    QVERIFY(import(context, importOf("key,value\na,1\nb,2\n", ImportPolicy::Replace, RecordFormat::Csv)));
    QCOMPARE(context.writes, 2);
    QCOMPARE(context.summary->count(ImportFate::Created), carriedOut ? 2 : 1);
    QCOMPARE(context.summary->count(ImportFate::Unknown), carriedOut ? 0 : 1);
    QCOMPARE(context.failures.size(), carriedOut ? 0 : 1);
    QCOMPARE(context.progress().done, 2);
}

void tst_TransferTasks::sameKeyTwice()
{
    FakeContext context;
    QVERIFY(import(context,
                   importOf("key,value\na,1\nb,1\na,2\na,3\n", ImportPolicy::Replace, RecordFormat::Csv)));
    QCOMPARE(countsOf(context), (QList<qint64>{2, 2, 0, 0, 0, 0, 0}));
    QCOMPARE(context.store["a"], QByteArray("3"));
    QCOMPARE(context.summary->through, 4);
}

void tst_TransferTasks::skipsWhatWasThrough()
{
    QByteArray content = "key,value\n";
    for (int i = 0; i < 20'000; ++i)
        content += QByteArray::number(i) + ",1\n";
    FakeContext context;
    ImportRequest request = importOf(content, ImportPolicy::Replace, RecordFormat::Csv);
    request.skip = 19'900;
    QVERIFY(import(context, request));
    QCOMPARE(context.store.size(), size_t(100));
    QCOMPARE(context.writes, 100);
    QCOMPARE(context.summary->through, 20'000);
}

void tst_TransferTasks::onlyChosenKeys()
{
    FakeContext context;
    ImportRequest request =
        importOf("key,value\na,1\nb,2\nbroken\nc,3\n", ImportPolicy::Replace, RecordFormat::Csv);
    request.prefix = "p:";
    request.only = {"p:b"};
    QVERIFY(import(context, request));
    QVERIFY(context.store == (Store{{"p:b", "2"}}));
    QVERIFY(context.failures.isEmpty());
}

void tst_TransferTasks::entriesAreBounded()
{
    QByteArray content = "key,value\n";
    for (int i = 0; i < 3000; ++i)
        content += QByteArray::number(i) + ",1\n";
    FakeContext context;
    ImportRequest request = importOf(content + "late\n", ImportPolicy::Replace, RecordFormat::Csv);
    request.dryRun = true;
    QVERIFY(import(context, request));
    QCOMPARE(context.summary->count(ImportFate::Created), 3000);
    QCOMPARE(context.summary->entries.size(), ImportSummary::mostEntries + 1);
    QCOMPARE(context.summary->entries.last().fate, ImportFate::Refused);
}

void tst_TransferTasks::noUndoFileNoWrite()
{
    FakeContext context;
    // A file stands where the folder should be.
    QFile file(m_folder.filePath(QStringLiteral("nofolder")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    context.jobFolder = file.fileName();
    ImportTask task(context, importOf("key,value\na,1\n", ImportPolicy::Replace, RecordFormat::Csv));
    QVERIFY(!context.run(task));
    QVERIFY(context.store.empty());
    QVERIFY(!context.stopped->text.isEmpty());
}

QTEST_GUILESS_MAIN(tst_TransferTasks)

#include "tst_transfertasks.moc"
