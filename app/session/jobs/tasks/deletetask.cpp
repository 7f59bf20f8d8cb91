// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "session/jobs/tasks/deletetask.h"

#include <QDateTime>
#include <QDir>

#include <algorithm>

namespace Studio
{

namespace
{

constexpr int comparisonsAtOnce = 2;

} // namespace

DeleteTask::DeleteTask(JobContext &context, const KeySelection &selection, bool keepUndo)
    : m_context(context)
    , m_reader(context, selection, [this](const SelectionReader::Piece &piece) { take(piece); })
    , m_keepUndo(keepUndo)
{
}

JobTask::Step DeleteTask::step()
{
    return m_deleting ? deleteNext() : read();
}

void DeleteTask::stopForFile()
{
    const QString problem = m_file.problem().isEmpty() ? m_back.problem() : m_file.problem();
    m_context.stop(fileError(problem));
}

// --- everything into the file

JobTask::Step DeleteTask::read()
{
    if (!m_file.isOpen()) {
        m_context.beginPhase(JobPhase::Reading);
        JobFileHeader header;
        header.kind = JobKind::Delete;
        header.profile = m_context.profile();
        header.at = QDateTime::currentMSecsSinceEpoch();
        // Without undo the file still says what is to be deleted; it goes when the job is over.
        if (!m_file.create(JobFile::newName(m_context.folder(), JobKind::Delete), header,
                           m_keepUndo ? m_context.undoLimit() : -1)) {
            stopForFile();
            return Step::Wait;
        }
    }
    const Step step = m_reader.step();
    if (step != Step::Done)
        return step;
    return beginDeleting() ? Step::More : Step::Wait;
}

void DeleteTask::take(const SelectionReader::Piece &piece)
{
    qint64 bytes = 0;
    for (const Hpkv::Record &record : piece.records) {
        JobLine line;
        line.text("key", record.key);
        line.text("value", m_keepUndo ? record.value : QByteArray());
        if (!m_file.append(line)) {
            stopForFile();
            return;
        }
        bytes += record.value.size();
    }
    m_records += piece.records.size();
    m_context.addDone(piece.records.size(), bytes);
    for (const JobFailure &failure : piece.failures)
        m_context.addFailure(failure);
}

bool DeleteTask::beginDeleting()
{
    if (!m_file.sync() || !m_back.open(m_file.name())) {
        stopForFile();
        return false;
    }
    m_deleting = true;
    m_context.beginPhase(JobPhase::Deleting);
    m_context.setTotal(m_records);
    if (m_keepUndo && m_records > 0)
        m_context.setUndoFile(m_file.name());
    return true;
}

// --- what is in the file, and nothing else

JobTask::Step DeleteTask::deleteNext()
{
    if (!m_ready.empty()) {
        const Item item = std::move(m_ready.front());
        m_ready.pop_front();
        remove(item);
        return Step::More;
    }
    if (!m_atEnd && m_comparing < comparisonsAtOnce && nextItems())
        return Step::More;
    if (m_comparing > 0 || m_sent > 0)
        return Step::Wait;
    if (!m_atEnd)
        return Step::More;
    if (!m_keepUndo || m_records == 0)
        m_file.remove();
    m_file.close();
    return Step::Done;
}

/// The next ones of the file; false at its (present) end.
bool DeleteTask::nextItems()
{
    QList<Item> items;
    while (items.size() < keysAtOnce) {
        const std::optional<JobLine> line = m_back.next();
        if (!line) {
            m_atEnd = true;
            break;
        }
        items.append({line->text("key").value_or(""), line->text("value").value_or("")});
    }
    if (!m_back.problem().isEmpty()) {
        stopForFile();
        return false;
    }
    if (items.isEmpty())
        return false;
    compare(items);
    return true;
}

void DeleteTask::compare(const QList<Item> &items)
{
    ++m_comparing;
    QList<QByteArray> keys;
    for (const Item &item : items)
        keys.append(item.key);
    // Those that changed stand behind the others, in no order.
    if (!std::is_sorted(keys.cbegin(), keys.cend())) {
        std::sort(keys.begin(), keys.end());
        keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
    }
    lookUp(m_context, keys, false, [this, items](const QList<FoundKey> &found) { compared(items, found); });
}

void DeleteTask::compared(const QList<Item> &items, const QList<FoundKey> &found)
{
    --m_comparing;
    bool appended = false;
    for (const Item &item : items) {
        const auto at =
            std::lower_bound(found.cbegin(), found.cend(), item.key,
                             [](const FoundKey &one, const QByteArray &key) { return one.key < key; });
        if (at->error.isError()) {
            m_context.addFailure({item.key, JobOperation::Read, at->error});
            m_context.addDone(1);
        } else if (!at->value) {
            // Somebody else was quicker.
            m_context.addSkipped();
            m_context.addDone(1);
        } else if (m_keepUndo && *at->value != item.value) {
            JobLine line;
            line.text("key", item.key).text("value", *at->value).text("was", item.value);
            appended = m_file.append(line) || appended;
            m_atEnd = false;
        } else {
            m_ready.push_back(item);
        }
    }
    if (!m_file.problem().isEmpty() || (appended && !m_file.sync()))
        stopForFile();
}

void DeleteTask::touched(const QByteArray &key)
{
    const auto at =
        std::find_if(m_ready.begin(), m_ready.end(), [&key](const Item &item) { return item.key == key; });
    if (at == m_ready.end())
        return;
    const Item item = *at;
    m_ready.erase(at);
    compare({item});
}

void DeleteTask::remove(const Item &item)
{
    ++m_sent;
    WriteRequest request;
    request.kind = WriteKind::Delete;
    request.key = item.key;
    m_context.write(request, [this, item](const Hpkv::Error &error, qint64) { removed(item, error); });
}

void DeleteTask::removed(const Item &item, const Hpkv::Error &error)
{
    if (error.isNotFound()) {
        m_context.addSkipped();
        finish(item.key);
    } else if (error.isError() && error.delivery == Hpkv::Delivery::Unknown) {
        // It may have been carried out: what is there now tells.
        m_context.read(item.key, [this, item, error](const JobContext::Read &read) {
            const bool gone = !read.error.isError() && !read.value;
            finish(item.key, gone ? Hpkv::Error() : error);
        });
    } else {
        finish(item.key, error);
    }
}

void DeleteTask::finish(const QByteArray &key, const Hpkv::Error &error)
{
    --m_sent;
    m_context.addDone(1);
    if (error.isError())
        m_context.addFailure({key, JobOperation::Delete, error});
}

void DeleteTask::ended()
{
    // Nothing was deleted yet, or nobody wants to take it back.
    if (!m_deleting || !m_keepUndo)
        m_file.remove();
    m_file.close();
}

} // namespace Studio
