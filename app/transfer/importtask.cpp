// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "transfer/importtask.h"

#include "json/jsonmergepatch.h"
#include "json/jsonscanner.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QDir>
#include <QFile>

#include <algorithm>
#include <utility>

namespace Studio
{

namespace
{

constexpr qint64 TellEveryMs = 300;

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Import)
};

QString atLine(qint64 line, const QString &sentence)
{
    return Text::tr("Line %1: %2").arg(line).arg(sentence);
}

std::unique_ptr<QIODevice> openFile(const QString &name, QString *problem)
{
    auto file = std::make_unique<QFile>(name);
    if (file->open(QIODevice::ReadOnly))
        return file;
    *problem = Text::tr("%1 cannot be read: %2.").arg(QDir::toNativeSeparators(name), file->errorString());
    return nullptr;
}

} // namespace

ImportTask::ImportTask(JobContext &context, const ImportRequest &request)
    : m_context(context)
    , m_request(request)
    , m_only(request.only.cbegin(), request.only.cend())
{
}

JobTask::Step ImportTask::step()
{
    if (m_stopped || (!std::exchange(m_begun, true) && !begin()))
        return Step::Wait;
    if (m_nextWrite < m_writes.size()) {
        sendNext();
        return Step::More;
    }
    if (m_working)
        return Step::Wait;
    if (!m_atEnd || m_kept) {
        readGroup();
        return m_working ? Step::Wait : Step::More;
    }
    if (!m_fileProblem.isEmpty()) {
        m_stopped = true;
        m_context.stop(fileError(m_fileProblem));
        return Step::Wait;
    }
    tellSummary(true);
    endUndoFile("finished");
    return Step::Done;
}

bool ImportTask::begin()
{
    m_context.beginPhase(m_request.dryRun ? JobPhase::Comparing : JobPhase::Writing);
    m_context.setTotal(m_request.total);
    m_told.start();
    QString problem;
    m_device = m_request.open ? m_request.open(&problem) : openFile(m_request.file, &problem);
    if (!m_device) {
        m_stopped = true;
        m_context.stop(fileError(problem));
        return false;
    }
    m_reader = RecordReader::create(m_request.format, *m_device);
    return m_request.dryRun || !m_request.keepUndo || openUndoFile();
}

bool ImportTask::openUndoFile()
{
    if (!m_request.undoFile.isEmpty()) {
        m_undoable = m_undo.openToAppend(m_request.undoFile, m_context.undoLimit());
        if (m_undoable) {
            m_context.setUndoFile(m_undo.name());
            return true;
        }
    } else {
        JobFileHeader header;
        header.kind = JobKind::Import;
        header.profile = m_context.profile();
        header.at = QDateTime::currentMSecsSinceEpoch();
        // Another try of some keys would go on with all of them.
        if (m_request.only.isEmpty())
            header.request = toText(m_request);
        if (m_undo.create(JobFile::newName(m_context.folder(), header.kind), header, m_context.undoLimit()))
            return true;
    }
    m_stopped = true;
    m_context.stop(fileError(m_undo.problem()));
    return false;
}

void ImportTask::readGroup()
{
    m_group.clear();
    m_writes.clear();
    m_nextWrite = 0;
    qsizetype bytes = 0;
    qsizetype passed = 0;
    while (m_group.size() < recordsAtOnce && bytes < bytesAtOnce && passed < mostSkipped) {
        RecordReader::Item item = m_kept ? *std::exchange(m_kept, std::nullopt) : m_reader->next();
        if (item.kind == RecordReader::Item::Kind::End || item.kind == RecordReader::Item::Kind::Failed) {
            m_atEnd = true;
            if (item.kind == RecordReader::Item::Kind::Failed)
                m_fileProblem = atLine(item.line, item.problem);
            break;
        }
        bytes += item.record.value.size();
        ++passed;
        if (!takeRecord(std::move(item)))
            break;
    }
    if (m_group.isEmpty()) {
        m_through = m_reading;
        return;
    }
    std::sort(m_group.begin(), m_group.end(),
              [](const Item &a, const Item &b) { return a.record.key < b.record.key; });
    QList<QByteArray> keys;
    for (const Item &item : std::as_const(m_group))
        keys.append(item.record.key);
    m_working = true;
    lookUp(m_context, keys, false, [this](const QList<FoundKey> &found) { classify(found); });
}

/// False: the group ends in front of it.
bool ImportTask::takeRecord(RecordReader::Item item)
{
    const bool isProblem = item.kind == RecordReader::Item::Kind::Problem;
    QByteArray key = item.record.key;
    if (!isProblem) {
        key.prepend(m_request.prefix);
        // What the file says twice is written one after the other.
        const bool isKnown = std::any_of(m_group.cbegin(), m_group.cend(),
                                         [&](const Item &one) { return one.record.key == key; });
        if (isKnown) {
            m_kept = std::move(item);
            return false;
        }
    }
    if (++m_reading <= m_request.skip)
        return true;
    if (!m_only.isEmpty() && !m_only.contains(key))
        return true;
    if (isProblem) {
        const QByteArray known = item.key.isEmpty() ? QByteArray() : m_request.prefix + item.key;
        fail({known, JobOperation::File, fileError(atLine(item.line, item.problem))}, item.line,
             ImportFate::Refused);
        return true;
    }
    item.record.key = key;
    if (const QString why = whyNot(item.record); !why.isEmpty()) {
        fail({key, JobOperation::Write, {Hpkv::ErrorKind::InvalidArgument, atLine(item.line, why)}},
             item.line, ImportFate::Refused);
        return true;
    }
    m_group.append({item.record, item.line, {}, ImportFate::Same, {}, false, false});
    return true;
}

/// What is known to be refused before it is sent.
QString ImportTask::whyNot(const FileRecord &record) const
{
    if (record.key.isEmpty())
        return Text::tr("The key is empty.");
    if (!isValidUtf8(record.key))
        return Text::tr("The key is not UTF-8; HPKV cannot hold it.");
    if (record.value.isEmpty())
        return Text::tr("The value is empty; HPKV does not take that.");
    if (!isValidUtf8(record.value))
        return Text::tr("The value is not UTF-8; HPKV cannot hold it.");
    if (m_request.largestKey > 0 && record.key.size() > m_request.largestKey) {
        return Text::tr("The key is %n bytes too long.", nullptr,
                        int(record.key.size() - m_request.largestKey));
    }
    if (m_request.largestValue > 0 && record.value.size() > m_request.largestValue) {
        return Text::tr("The value is %n bytes too large.", nullptr,
                        int(record.value.size() - m_request.largestValue));
    }
    return {};
}

void ImportTask::classify(const QList<FoundKey> &found)
{
    for (qsizetype i = 0; i < m_group.size(); ++i) {
        decide(m_group[i], found.at(i));
        const ImportFate fate = m_group.at(i).fate;
        if (fate == ImportFate::Created || fate == ImportFate::Replaced || fate == ImportFate::Patched)
            m_writes.append(i);
    }
    if (m_request.dryRun || m_writes.isEmpty()) {
        for (const qsizetype i : std::exchange(m_writes, {}))
            count(m_group.at(i).fate, m_group.at(i).line, m_group.at(i).record.key);
        endGroup();
        return;
    }
    m_openWrites = m_writes.size();
    if (writeIntents())
        m_context.wake();
    else
        m_writes.clear();
}

/// Says at once what becomes of those that are not written.
void ImportTask::decide(Item &item, const FoundKey &found)
{
    item.fate = ImportFate::Refused;
    if (found.error.isError()) {
        fail({item.record.key, JobOperation::Read, found.error}, item.line, item.fate);
        return;
    }
    item.before = found.value;
    const bool differs = found.value && *found.value != item.record.value;
    if (!found.value) {
        item.fate = ImportFate::Created;
        return;
    }
    if (differs && m_request.policy == ImportPolicy::Replace) {
        item.fate = ImportFate::Replaced;
        return;
    }
    if (differs && m_request.policy == ImportPolicy::Patch) {
        if (!isJsonObject(*found.value) || !isJsonObject(item.record.value)) {
            const QString why = Text::tr("It cannot be merged: not both are JSON objects.");
            fail({item.record.key, JobOperation::Patch, {Hpkv::ErrorKind::Conflict, atLine(item.line, why)}},
                 item.line, item.fate);
            return;
        }
        item.patches = true;
        if (applyMergePatch(*found.value, item.record.value) != found.value) {
            item.fate = ImportFate::Patched;
            return;
        }
    }
    item.fate = differs && !item.patches ? ImportFate::LeftAlone : ImportFate::Same;
    m_context.addDone(1);
    m_context.addSkipped();
    count(item.fate, item.line, item.record.key);
}

bool ImportTask::writeIntents()
{
    if (!m_request.keepUndo)
        return true;
    for (const qsizetype i : std::as_const(m_writes)) {
        const Item &item = m_group.at(i);
        if (item.patches)
            put(JobLine().text("key", item.record.key).text("before", *item.before));
        else
            put(JobLine()
                    .text("value", item.record.value)
                    .text("to", item.record.key)
                    .optionalText("had", item.before));
    }
    if (m_stopped)
        return false;
    if (!m_undo.sync()) {
        m_stopped = true;
        m_context.stop(fileError(m_undo.problem()));
        return false;
    }
    m_undoable = true;
    m_context.setUndoFile(m_undo.name());
    return true;
}

void ImportTask::put(const JobLine &line)
{
    if (m_stopped || m_undo.append(line))
        return;
    m_stopped = true;
    m_context.stop(fileError(m_undo.problem()));
}

void ImportTask::touched(const QByteArray &key)
{
    for (Item &item : m_group)
        item.touched = item.touched || item.record.key == key;
}

void ImportTask::sendNext()
{
    const qsizetype index = m_writes.at(m_nextWrite++);
    const Item &item = m_group.at(index);
    WriteRequest request;
    request.kind = item.patches ? WriteKind::Patch : WriteKind::Replace;
    request.key = item.record.key;
    request.value = item.record.value;
    m_context.write(request, [this, index](const Hpkv::Error &error, qint64) { sent(index, error); });
}

void ImportTask::sent(qsizetype index, const Hpkv::Error &error)
{
    Item &item = m_group[index];
    const bool isUnknown = error.isError() && error.delivery == Hpkv::Delivery::Unknown;
    if (isUnknown && !item.patches) {
        item.error = error;
    } else if (!error.isError()) {
        m_context.addDone(1, item.record.value.size());
        count(item.fate, item.line, item.record.key);
    } else {
        item.fate = isUnknown ? ImportFate::Unknown : ImportFate::Refused;
        fail({item.record.key, item.patches ? JobOperation::Patch : JobOperation::Write, error}, item.line,
             item.fate);
    }
    if (--m_openWrites == 0)
        groupSent();
}

/// The server merges, so that only it knows what has come of a patch; and whether a write without an answer
/// was carried out can be seen.
void ImportTask::groupSent()
{
    QList<QByteArray> keys;
    for (const qsizetype i : std::as_const(m_writes)) {
        const Item &item = m_group.at(i);
        if (item.error.isError() || (item.fate == ImportFate::Patched && m_request.keepUndo))
            keys.append(item.record.key);
    }
    if (keys.isEmpty())
        endGroup();
    else
        lookUp(m_context, keys, true, [this](const QList<FoundKey> &found) { readBack(found); });
}

void ImportTask::readBack(const QList<FoundKey> &found)
{
    for (const FoundKey &one : found) {
        const auto item =
            std::lower_bound(m_group.begin(), m_group.end(), one.key,
                             [](const Item &a, const QByteArray &key) { return a.record.key < key; });
        if (item == m_group.end() || item->record.key != one.key)
            continue;
        if (item->error.isError())
            settle(*item, one);
        // What somebody else wrote in between must not count as what the patch left.
        else if (!one.error.isError() && one.value && !item->touched)
            put(JobLine().text("key", one.key).text("after", *one.value));
    }
    endGroup();
}

void ImportTask::settle(Item &item, const FoundKey &found)
{
    if (!found.error.isError() && found.value == item.record.value) {
        m_context.addDone(1, item.record.value.size());
        count(item.fate, item.line, item.record.key);
        return;
    }
    item.fate = ImportFate::Unknown;
    fail({item.record.key, JobOperation::Write, item.error}, item.line, item.fate);
}

void ImportTask::endGroup()
{
    if (!m_request.dryRun && m_request.keepUndo && !m_stopped) {
        for (const qsizetype i : std::as_const(m_writes)) {
            if (m_group.at(i).patches && m_group.at(i).fate == ImportFate::Refused)
                put(JobLine().text("key", m_group.at(i).record.key).flag("refused", true));
        }
        put(JobLine().flag("flushed", true));
        if (!m_stopped && !m_undo.flush()) {
            m_stopped = true;
            m_context.stop(fileError(m_undo.problem()));
        }
    }
    m_through = m_reading;
    m_group.clear();
    m_writes.clear();
    m_nextWrite = 0;
    m_working = false;
    if (m_told.elapsed() >= TellEveryMs) {
        m_told.restart();
        tellSummary(false);
    }
    m_context.wake();
}

void ImportTask::count(ImportFate fate, qint64 line, const QByteArray &key, const QString &why)
{
    if (m_request.dryRun && fate <= ImportFate::Patched)
        m_context.addDone(1);
    if (m_counts[size_t(fate)]++ < ImportSummary::mostEntries)
        m_entries.append({line, key, fate, why});
}

void ImportTask::fail(const JobFailure &failure, qint64 line, ImportFate fate)
{
    m_context.addDone(1);
    m_context.addFailure(failure);
    count(fate, line, failure.key, failure.error.text);
}

void ImportTask::tellSummary(bool isLast)
{
    auto summary = std::make_shared<ImportSummary>();
    summary->dryRun = m_request.dryRun;
    summary->isLast = isLast;
    summary->counts = m_counts;
    summary->through = std::max(m_through, std::min(m_request.skip, m_reading));
    summary->bytesRead = m_reader ? m_reader->position() : 0;
    summary->bytesInAll = m_device && !m_device->isSequential() ? m_device->size() : 0;
    if (isLast) {
        summary->entries = m_entries;
        std::stable_sort(summary->entries.begin(), summary->entries.end(),
                         [](const ImportEntry &a, const ImportEntry &b) { return a.line < b.line; });
    }
    m_context.tell(std::move(summary));
}

void ImportTask::ended()
{
    tellSummary(true);
    endUndoFile("stopped");
}

/// With its end in it nobody is asked about it at the next start.
void ImportTask::endUndoFile(const char *end)
{
    if (!m_undo.isOpen())
        return;
    if (m_undoable)
        m_undo.append(JobLine().flag(end, true));
    else if (m_request.undoFile.isEmpty())
        m_undo.remove();
    m_undo.close();
}

} // namespace Studio
