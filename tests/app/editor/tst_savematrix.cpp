// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "failonwarning.h"
#include "savestage.h"

#include <QTest>

using namespace Studio;
using Trouble = RecordController::Trouble;
using Outcome = RecordController::Outcome;

namespace
{

const QByteArray RecordKey = "order:10482";
const QByteArray Absent = "(no such key)";

/// Every way in which a record tab writes.
enum class Path : quint8 { Replace, Patch, Append, Step, SetTo, Delete, NewKey };
/// Everything that can come of it.
enum class Event : quint8 {
    Success,
    Code400,
    Code403,
    Code404,
    Code413,
    Code429,
    Timeout, ///< carried out, but the reply never comes
    CutUndone, ///< the line is cut before the reply, and it was not carried out
    CutDone, ///< the line is cut before the reply, and it was carried out
    CutReadBack, ///< after the reply, before the result is read back
    CutAfter, ///< after the reply
    Changed ///< by another writer before it is sent
};

struct PathText {
    const char *name;
    int op;
    QByteArray base; ///< what the store holds at first
    QByteArray edited; ///< what the editor is brought to
    QByteArray done; ///< what the store holds once it was carried out
    QByteArray theirs; ///< what another writer leaves
    QString refused; ///< title when it was certainly not carried out
};

const QByteArray Document = "{\"a\":1,\"b\":2}";
const QByteArray DocumentEdited = "{\"a\":1,\"b\":3}";
const QByteArray DocumentTheirs = "{\"a\":9,\"b\":2}";

PathText textOf(Path path)
{
    switch (path) {
    case Path::Replace:
        return {"replace",
                2,
                Document,
                DocumentEdited,
                DocumentEdited,
                DocumentTheirs,
                QStringLiteral("Not saved.")};
    case Path::Patch:
        return {"patch",
                3,
                Document,
                DocumentEdited,
                DocumentEdited,
                DocumentTheirs,
                QStringLiteral("Not saved.")};
    case Path::Append:
        return {"append",
                3,
                "line 1\n",
                "line 1\nline 2\n",
                "line 1\nline 2\n",
                "line 0\n",
                QStringLiteral("Not saved.")};
    case Path::Step:
        return {"step", 6, "10", "10", "15", "11", QStringLiteral("Not counted.")};
    case Path::SetTo:
        return {"set to", 6, "10", "10", "17", "11", QStringLiteral("Not counted.")};
    case Path::Delete:
        return {"delete", 4, Document, Document, Absent, DocumentTheirs, QStringLiteral("Not deleted.")};
    case Path::NewKey:
        return {"new key",
                2,
                Absent,
                DocumentEdited,
                DocumentEdited,
                DocumentTheirs,
                QStringLiteral("Not saved.")};
    }
    return {};
}

const char *nameOf(Event event)
{
    switch (event) {
    case Event::Success:
        return "success";
    case Event::Code400:
        return "400";
    case Event::Code403:
        return "403";
    case Event::Code404:
        return "404";
    case Event::Code413:
        return "413";
    case Event::Code429:
        return "429";
    case Event::Timeout:
        return "timeout";
    case Event::CutUndone:
        return "cut before the reply, not carried out";
    case Event::CutDone:
        return "cut before the reply, carried out";
    case Event::CutReadBack:
        return "cut before the result is read back";
    case Event::CutAfter:
        return "cut after the reply";
    case Event::Changed:
        return "changed meanwhile";
    }
    return "";
}

int codeOf(Event event)
{
    switch (event) {
    case Event::Code400:
        return 400;
    case Event::Code403:
        return 403;
    case Event::Code404:
        return 404;
    case Event::Code413:
        return 413;
    case Event::Code429:
        return 429;
    default:
        return 0;
    }
}

/// What the banner says of the cause.
QString causeOf(Event event)
{
    switch (event) {
    case Event::Code400:
        return QStringLiteral("The server says");
    case Event::Code403:
        return QStringLiteral("may not do that with this key");
    case Event::Code404:
        return QStringLiteral("no such key");
    case Event::Code413:
        return QStringLiteral("larger than the server takes");
    case Event::Code429:
        return QStringLiteral("rate limit");
    default:
        return {};
    }
}

bool isCounter(Path path)
{
    return path == Path::Step || path == Path::SetTo;
}

} // namespace

Q_DECLARE_METATYPE(Path)
Q_DECLARE_METATYPE(Event)

/// Every save path × everything that can happen to it, over real sockets: the text is kept, and what the tab
/// says is true.
class tst_SaveMatrix : public QObject
{
    Q_OBJECT

private slots:
    void init() { TestSupport::failOnUnannouncedWarning(); }
    void cleanup() { m_stage.reset(); }
    void everyEnd_data();
    void everyEnd();

private:
    QByteArray stored() const { return m_stage->server.stored(RecordKey).value_or(Absent); }
    RecordController &controller() const { return m_stage->tab->controller(); }
    quint64 requests(int op) const { return m_stage->server.server->counters().requests.at(size_t(op)); }
    bool prepare(Path path);
    /// What the person does, questions and previews answered.
    bool send(Path path);
    void setFaults(Path path, Event event);
    bool isIdle() const
    {
        return !controller().isSaving() && controller().trouble() != Trouble::WriteUnknown
            && controller().isConnected();
    }

    void checkDone(Path path, Event event);
    void checkRefused(Path path, Event event);
    void checkChanged(Path path);

    std::unique_ptr<SaveStage> m_stage;
    QList<Trouble> m_seen; ///< every trouble on the way
};

void tst_SaveMatrix::everyEnd_data()
{
    QTest::addColumn<Path>("path");
    QTest::addColumn<Event>("event");
    for (const Path path :
         {Path::Replace, Path::Patch, Path::Append, Path::Step, Path::SetTo, Path::Delete, Path::NewKey}) {
        for (const Event event : {Event::Success, Event::Code400, Event::Code403, Event::Code404,
                                  Event::Code413, Event::Code429, Event::Timeout, Event::CutUndone,
                                  Event::CutDone, Event::CutReadBack, Event::CutAfter, Event::Changed}) {
            // Only patch and append leave something that has to be read back.
            if (event == Event::CutReadBack && path != Path::Patch && path != Path::Append)
                continue;
            QTest::addRow("%s, %s", textOf(path).name, nameOf(event)) << path << event;
        }
    }
}

bool tst_SaveMatrix::prepare(Path path)
{
    m_stage = std::make_unique<SaveStage>();
    m_seen.clear();
    const PathText text = textOf(path);
    if (path != Path::NewKey)
        m_stage->server.put(RecordKey, text.base);
    if (!m_stage->open(path == Path::NewKey ? QByteArray() : RecordKey))
        return false;
    connect(&controller(), &RecordController::changed, this,
            [this] { m_seen.append(controller().trouble()); });
    if (path == Path::NewKey)
        m_stage->tab->setSuggestedKey(RecordKey);
    if (path == Path::Patch || path == Path::Append) {
        const QString id =
            path == Path::Patch ? QStringLiteral("record.savePatch") : QStringLiteral("record.saveAppend");
        if (!m_stage->app.commands.trigger(id))
            return false;
    }
    if (text.edited != m_stage->text())
        m_stage->edit(text.edited);
    return m_stage->text() == text.edited;
}

bool tst_SaveMatrix::send(Path path)
{
    switch (path) {
    case Path::Replace:
    case Path::NewKey:
        m_stage->tab->save();
        return controller().isSaving();
    case Path::Patch:
        m_stage->tab->save();
        return m_stage->press(QStringLiteral("Send patch")) && controller().isSaving();
    case Path::Append:
        m_stage->tab->save();
        return m_stage->press(QStringLiteral("Append")) && controller().isSaving();
    case Path::Step:
        return m_stage->count(5) && controller().isSaving();
    case Path::SetTo:
        return m_stage->countTo(17) && controller().isSaving();
    case Path::Delete:
        return m_stage->app.commands.trigger(QStringLiteral("record.delete"))
            && m_stage->press(QStringLiteral("Delete")) && controller().isSaving();
    }
    return false;
}

void tst_SaveMatrix::setFaults(Path path, Event event)
{
    using namespace hpkv::emulator;
    const FaultApply writes{std::nullopt, std::nullopt, textOf(path).op};
    constexpr std::chrono::milliseconds never{60'000};
    Faults faults;
    if (codeOf(event) > 0)
        faults.code = CodeFault{codeOf(event), writes};
    if (event == Event::Timeout)
        faults.drop = writes;
    if (event == Event::CutDone || event == Event::CutUndone)
        faults.delay = DelayFault{never, writes};
    if (event == Event::CutUndone)
        faults.code = CodeFault{500, writes};
    m_stage->server.server->setFaults(faults);
}

void tst_SaveMatrix::everyEnd()
{
    QFETCH(Path, path);
    QFETCH(Event, event);
    QVERIFY(prepare(path));
    const PathText text = textOf(path);
    setFaults(path, event);
    const quint64 writesBefore = requests(text.op);
    // What another writer did has reached the store, but not yet this thread.
    if (event == Event::Changed)
        m_stage->server.put(RecordKey, text.theirs);
    if (event == Event::CutReadBack) {
        // The reply comes late enough for the read that follows it to be held back.
        hpkv::emulator::Faults slow;
        slow.delay = hpkv::emulator::DelayFault{std::chrono::milliseconds(150), {{}, {}, text.op}};
        m_stage->server.server->setFaults(slow);
    }
    QVERIFY(send(path));

    switch (event) {
    case Event::CutUndone:
        QTRY_COMPARE(requests(text.op), writesBefore + 1);
        m_stage->server.server->cutAll();
        break;
    case Event::CutDone:
        QTRY_COMPARE(stored(), text.done);
        m_stage->server.server->cutAll();
        break;
    case Event::CutReadBack: {
        QTRY_COMPARE(stored(), text.done);
        hpkv::emulator::Faults held;
        held.delay = hpkv::emulator::DelayFault{std::chrono::milliseconds(60'000), {{}, {}, 1}};
        const quint64 readsBefore = requests(1);
        m_stage->server.server->setFaults(held);
        QTRY_VERIFY(requests(1) > readsBefore);
        m_stage->server.server->clearFaults();
        m_stage->server.server->cutAll();
        break;
    }
    case Event::CutAfter: {
        QTRY_VERIFY(controller().outcome() != Outcome::None);
        const quint64 upgrades = m_stage->server.server->counters().upgrades;
        m_stage->server.server->cutAll();
        QTRY_VERIFY(m_stage->server.server->counters().upgrades > upgrades); // it came back
        break;
    }
    default:
        break;
    }

    QTRY_VERIFY(isIdle());
    if (event == Event::Changed)
        checkChanged(path);
    else if (codeOf(event) > 0 || event == Event::CutUndone)
        checkRefused(path, event);
    else
        checkDone(path, event);
}

/// It was carried out, whatever became of the line.
void tst_SaveMatrix::checkDone(Path path, Event event)
{
    const PathText text = textOf(path);
    QTRY_COMPARE(controller().trouble(), Trouble::None);
    QCOMPARE(stored(), text.done);
    QCOMPARE(requests(text.op), quint64(1)); // nothing was sent twice
    QVERIFY(m_stage->app.notices.notices().isEmpty());
    const bool wasUnknown = event == Event::Timeout || event == Event::CutDone || event == Event::CutReadBack;
    QCOMPARE(m_seen.contains(Trouble::WriteUnknown), wasUnknown);
    if (path == Path::Delete) {
        QCOMPARE(controller().outcome(), Outcome::Removed);
        QCOMPARE(m_stage->text(), text.edited);
        QVERIFY(m_stage->state().startsWith(QStringLiteral("Deleted.")));
        return;
    }
    QCOMPARE(m_stage->text(), text.done);
    QVERIFY(!m_stage->tab->isDirty());
    QCOMPARE(m_stage->tab->key(), RecordKey);
    QCOMPARE(m_stage->state(), QStringLiteral("Saved. Nothing to send."));
}

/// It was certainly not carried out: the text is there, the banner says why, and trying again works.
void tst_SaveMatrix::checkRefused(Path path, Event event)
{
    const PathText text = textOf(path);
    if (path == Path::Delete && event == Event::Code404) {
        // What is not there need not be deleted.
        QCOMPARE(controller().outcome(), Outcome::Removed);
        QCOMPARE(m_stage->text(), text.edited);
        return;
    }
    QCOMPARE(controller().trouble(),
             event == Event::CutUndone ? Trouble::WriteNotDone : Trouble::WriteRefused);
    QCOMPARE(m_seen.contains(Trouble::WriteUnknown), event == Event::CutUndone);
    QCOMPARE(stored(), text.base);
    QCOMPARE(m_stage->text(), text.edited);
    QCOMPARE(m_stage->tab->isDirty(), path != Path::Delete && !isCounter(path));
    QVERIFY(m_stage->says(text.refused));
    QVERIFY(
        m_stage->says(event == Event::CutUndone ? QStringLiteral("was not carried out") : causeOf(event)));
    const bool hasText = path != Path::Delete && !isCounter(path);
    QCOMPARE(m_stage->answer(QStringLiteral("Save as file…")) != nullptr, hasText);
    QCOMPARE(m_stage->answer(QStringLiteral("Copy")) != nullptr, hasText);
    QCOMPARE(m_stage->app.notices.notices().size(), 1);

    m_stage->server.server->clearFaults();
    // The client rests for a while after a refusal for its rate; the status bar says how long.
    QTRY_VERIFY_WITH_TIMEOUT(m_stage->session->status().pauseMs == 0, 30'000);
    QVERIFY(m_stage->press(QStringLiteral("Try again")));
    if (path == Path::Patch)
        QVERIFY(m_stage->press(QStringLiteral("Send patch")));
    else if (path == Path::Append)
        QVERIFY(m_stage->press(QStringLiteral("Append")));
    else if (path == Path::Delete)
        QVERIFY(m_stage->press(QStringLiteral("Delete")));
    QTRY_COMPARE(stored(), text.done);
    QTRY_VERIFY(controller().outcome() != Outcome::None);
    QVERIFY(!m_stage->tab->isDirty() || path == Path::Delete);
    QVERIFY(m_stage->app.notices.notices().isEmpty());
}

/// Another writer was first. A step is counted beside theirs; nothing else is sent.
void tst_SaveMatrix::checkChanged(Path path)
{
    const PathText text = textOf(path);
    if (path == Path::Step) {
        QTRY_COMPARE(stored(), QByteArray("16"));
        QTRY_COMPARE(m_stage->text(), QByteArray("16"));
        QCOMPARE(controller().trouble(), Trouble::None);
        return;
    }
    QCOMPARE(stored(), text.theirs);
    QCOMPARE(requests(text.op), quint64(0));
    switch (path) {
    case Path::SetTo:
        // The difference is another one now; the counter shows why.
        QCOMPARE(controller().trouble(), Trouble::WriteRefused);
        QVERIFY(m_stage->says(QStringLiteral("Another writer changed the record meanwhile.")));
        QCOMPARE(m_stage->text(), text.theirs);
        QVERIFY(m_stage->press(QStringLiteral("Try again")));
        QTRY_COMPARE(stored(), text.done);
        break;
    case Path::Delete:
        QCOMPARE(controller().trouble(), Trouble::WriteRefused);
        QVERIFY(m_stage->says(QStringLiteral("Not deleted.")));
        QVERIFY(m_stage->says(QStringLiteral("Another writer changed the record meanwhile.")));
        QCOMPARE(m_stage->text(), text.theirs);
        break;
    default:
        QCOMPARE(controller().trouble(), Trouble::ChangedElsewhere);
        QVERIFY(m_stage->says(QStringLiteral("Nothing has been written")));
        QCOMPARE(m_stage->text(), text.edited);
        QVERIFY(m_stage->tab->isDirty());
        break;
    }
}

QTEST_MAIN(tst_SaveMatrix)

#include "tst_savematrix.moc"
