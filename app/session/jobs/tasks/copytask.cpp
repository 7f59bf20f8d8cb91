// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "session/jobs/tasks/copytask.h"

#include <QCoreApplication>
#include <QDateTime>

#include <algorithm>

namespace Studio
{

namespace
{

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Job)
};

Hpkv::Error conflict(const QString &text)
{
    return {Hpkv::ErrorKind::Conflict, text, Hpkv::Delivery::Answered};
}

} // namespace

CopyTask::CopyTask(JobContext &context, Plan plan)
    : m_context(context)
    , m_plan(std::move(plan))
    , m_reader(context, m_plan.selection, [this](const SelectionReader::Piece &piece) { take(piece); })
{
}

bool CopyTask::overlaps(const Plan &plan)
{
    if (!plan.targetProfile.isEmpty())
        return false;
    const KeySelection selection = normalized(plan.selection);
    const auto isSelected = [&](const QByteArray &key) {
        return std::binary_search(selection.keys.cbegin(), selection.keys.cend(), key)
            || std::any_of(selection.intervals.cbegin(), selection.intervals.cend(),
                           [&](const KeyInterval &one) { return one.first <= key && key <= one.last; });
    };
    const auto targetOf = [&](const QByteArray &key) -> QByteArray {
        return plan.to + key.mid(plan.from.size());
    };
    if (std::any_of(selection.keys.cbegin(), selection.keys.cend(),
                    [&](const QByteArray &key) { return isSelected(targetOf(key)); }))
        return true;
    for (const KeyInterval &interval : selection.intervals) {
        const QByteArray first = targetOf(interval.first);
        const QByteArray last = targetOf(interval.last);
        if (std::any_of(selection.intervals.cbegin(), selection.intervals.cend(),
                        [&](const KeyInterval &one) { return one.first <= last && first <= one.last; })
            || std::any_of(selection.keys.cbegin(), selection.keys.cend(),
                           [&](const QByteArray &key) { return first <= key && key <= last; }))
            return true;
    }
    return false;
}

JobTask::Step CopyTask::step()
{
    if (!m_begun && !begin())
        return Step::Wait;
    const bool all = m_reader.isAtEnd();
    const bool enough = qsizetype(m_waiting.size()) >= keysAtOnce || (all && !m_waiting.empty());
    if (enough && m_groups < groupsAtOnce) {
        startGroup();
        return Step::More;
    }
    if (!all && !enough)
        return m_reader.step();
    if (!all || m_groups > 0 || m_removing > 0 || !m_waiting.empty())
        return Step::Wait;
    m_file.append(JobLine().flag("finished", true));
    m_file.sync();
    m_file.close();
    m_context.tell(std::make_shared<CopyEnded>());
    return Step::Done;
}

void CopyTask::stopForFile()
{
    m_context.stop(fileError(m_file.problem()));
}

bool CopyTask::begin()
{
    m_begun = true;
    m_context.beginPhase(JobPhase::Writing);
    if (overlaps(m_plan)) {
        m_context.stop(
            {Hpkv::ErrorKind::InvalidArgument,
             Text::tr("The new place overlaps the old one: a key would be copied onto another one that "
                      "is to be copied itself.")});
        return false;
    }
    if (!m_plan.file.isEmpty()) {
        if (!m_file.openToAppend(m_plan.file, -1)) {
            stopForFile();
            return false;
        }
    } else {
        JobFileHeader header;
        header.kind = m_plan.move ? JobKind::Move : JobKind::Copy;
        header.profile = m_context.profile();
        header.at = QDateTime::currentMSecsSinceEpoch();
        header.selection = m_plan.selection;
        header.from = m_plan.from;
        header.to = m_plan.to;
        header.targetProfile = m_plan.targetProfile;
        header.policy = m_plan.policy;
        if (!m_file.create(JobFile::newName(m_context.folder(), header.kind), header,
                           m_context.undoLimit())) {
            stopForFile();
            return false;
        }
    }
    m_context.setUndoFile(m_file.name());
    return true;
}

void CopyTask::take(const SelectionReader::Piece &piece)
{
    for (const Hpkv::Record &record : piece.records) {
        if (record.key.startsWith(m_plan.from))
            m_waiting.push_back({record.key, record.value});
        else
            fail(record.key, JobOperation::Read,
                 {Hpkv::ErrorKind::InvalidArgument, Text::tr("The key does not begin with the old prefix.")});
    }
    for (const QByteArray &key : piece.absent)
        fail(key, JobOperation::Read, {Hpkv::ErrorKind::NotFound, Text::tr("There is no such key.")});
    for (const JobFailure &failure : piece.failures)
        fail(failure.key, failure.operation, failure.error);
}

void CopyTask::startGroup()
{
    Group group;
    QList<PlaceItem> items;
    while (!m_waiting.empty() && group.size() < keysAtOnce) {
        const Item item = std::move(m_waiting.front());
        m_waiting.pop_front();
        group.append(item);
        items.append(
            {isRemote() ? QByteArray() : item.key, m_plan.to + item.key.mid(m_plan.from.size()), item.value});
    }
    ++m_groups;
    if (!isRemote()) {
        place(m_context, m_file, items, m_plan.policy,
              [this, group](const QList<PlacedItem> &results) { placed(group, results); });
        return;
    }
    auto batch = std::make_shared<PlaceBatch>();
    batch->number = m_nextBatch++;
    batch->items = items;
    m_sentGroups.insert(batch->number, group);
    m_context.tell(batch);
}

void CopyTask::told(const SharedJobMessage &message)
{
    if (const auto *results = dynamic_cast<const PlaceResults *>(message.get())) {
        const auto group = m_sentGroups.constFind(results->number);
        if (group == m_sentGroups.cend() || group->size() != results->results.size())
            return;
        placed(m_sentGroups.take(results->number), results->results);
    } else if (const auto *gone = dynamic_cast<const ReceiverEnded *>(message.get())) {
        m_context.stop(gone->error);
    }
}

void CopyTask::placed(const Group &group, const QList<PlacedItem> &results)
{
    Group there;
    bool mustStop = false;
    for (qsizetype i = 0; i < group.size(); ++i) {
        const Item &item = group.at(i);
        const PlacedItem &result = results.at(i);
        if (result.isThere()) {
            there.append(item);
        } else if (result.outcome == PlacedItem::Outcome::LeftAlone) {
            mustStop = m_plan.policy == ConflictPolicy::Stop;
            m_context.addSkipped();
            through(item.key, 0);
            if (mustStop)
                m_context.addFailure({item.key, JobOperation::Write,
                                      conflict(Text::tr("Something else stands at the new place."))});
        } else {
            fail(item.key, result.operation, result.error);
        }
    }
    if (mustStop) {
        m_context.stop(conflict(Text::tr("Stopped because something else stands at the new place.")));
    } else if (m_plan.move && !there.isEmpty()) {
        deleteSources(there);
        return;
    }
    for (const Item &item : std::as_const(there))
        through(item.key, item.value.size());
    --m_groups;
}

/// They stand at the new place for certain. Whether that is still what stands at the old one is asked now.
void CopyTask::deleteSources(const Group &group)
{
    QList<QByteArray> keys;
    for (const Item &item : group)
        keys.append(item.key);
    std::sort(keys.begin(), keys.end());
    lookUp(m_context, keys, false, [this, group](const QList<FoundKey> &found) { compared(group, found); });
}

void CopyTask::compared(const Group &group, const QList<FoundKey> &found)
{
    --m_groups;
    Group toRemove;
    for (const Item &item : group) {
        const FoundKey &now =
            *std::lower_bound(found.cbegin(), found.cend(), item.key,
                              [](const FoundKey &one, const QByteArray &key) { return one.key < key; });
        if (now.error.isError()) {
            fail(item.key, JobOperation::Delete, now.error);
        } else if (!now.value) {
            through(item.key, item.value.size());
        } else if (*now.value == item.value) {
            toRemove.append(item);
        } else {
            fail(item.key, JobOperation::Delete,
                 conflict(Text::tr("It was copied, but has changed since; the original stays.")));
        }
    }
    // Within the session the line of the copy says all that is needed to put it back.
    if (isRemote() && !toRemove.isEmpty()) {
        for (const Item &item : std::as_const(toRemove))
            m_file.append(JobLine().text("key", item.key).text("value", item.value));
        if (!m_file.sync()) {
            stopForFile();
            return;
        }
    }
    for (const Item &item : std::as_const(toRemove))
        remove(item);
}

void CopyTask::remove(const Item &item)
{
    ++m_removing;
    WriteRequest request;
    request.kind = WriteKind::Delete;
    request.key = item.key;
    m_context.write(request, [this, item](const Hpkv::Error &error, qint64) { removed(item, error); });
}

void CopyTask::removed(const Item &item, const Hpkv::Error &error)
{
    const auto end = [this, item](const Hpkv::Error &why) {
        --m_removing;
        if (why.isError())
            fail(item.key, JobOperation::Delete, why);
        else
            through(item.key, item.value.size());
    };
    if (error.isError() && error.delivery == Hpkv::Delivery::Unknown) {
        m_context.read(item.key, [end, error](const JobContext::Read &read) {
            end(!read.error.isError() && !read.value ? Hpkv::Error() : error);
        });
        return;
    }
    end(error.isNotFound() ? Hpkv::Error() : error);
}

void CopyTask::through(const QByteArray &, qint64 bytes)
{
    m_context.addDone(1, bytes);
}

void CopyTask::fail(const QByteArray &key, JobOperation operation, const Hpkv::Error &error)
{
    m_context.addDone(1);
    m_context.addFailure({key, operation, error});
}

void CopyTask::ended()
{
    // It was meant to end: nobody needs to be asked about it at the next start.
    if (m_file.isOpen()) {
        m_file.append(JobLine().flag("stopped", true));
        m_file.close();
    }
    m_context.tell(std::make_shared<CopyEnded>());
}

// --- the other half

ReceiveTask::ReceiveTask(JobContext &context, ConflictPolicy policy)
    : m_context(context)
    , m_policy(policy)
{
}

JobTask::Step ReceiveTask::step()
{
    if (!std::exchange(m_begun, true)) {
        m_context.beginPhase(JobPhase::Writing);
        JobFileHeader header;
        header.kind = JobKind::Receive;
        header.profile = m_context.profile();
        header.at = QDateTime::currentMSecsSinceEpoch();
        if (!m_file.create(JobFile::newName(m_context.folder(), JobKind::Receive), header,
                           m_context.undoLimit())) {
            m_context.stop(fileError(m_file.problem()));
            return Step::Wait;
        }
        m_context.setUndoFile(m_file.name());
    }
    if (!m_batches.empty()) {
        const auto batch = m_batches.front();
        m_batches.pop_front();
        ++m_working;
        place(m_context, m_file, batch->items, m_policy, [this, batch](const QList<PlacedItem> &results) {
            --m_working;
            for (qsizetype i = 0; i < results.size(); ++i) {
                const PlacedItem &result = results.at(i);
                const PlaceItem &item = batch->items.at(i);
                m_context.addDone(1, result.isThere() ? item.value.size() : 0);
                if (result.outcome == PlacedItem::Outcome::LeftAlone)
                    m_context.addSkipped();
                else if (!result.isThere())
                    m_context.addFailure({item.key, result.operation, result.error});
            }
            auto answer = std::make_shared<PlaceResults>();
            answer->number = batch->number;
            answer->results = results;
            m_context.tell(answer);
        });
        return Step::More;
    }
    if (m_working > 0 || !m_sourceEnded)
        return Step::Wait;
    m_file.append(JobLine().flag("finished", true));
    m_file.close();
    return Step::Done;
}

void ReceiveTask::told(const SharedJobMessage &message)
{
    if (auto batch = std::dynamic_pointer_cast<const PlaceBatch>(message))
        m_batches.push_back(std::move(batch));
    else if (dynamic_cast<const CopyEnded *>(message.get()))
        m_sourceEnded = true;
}

void ReceiveTask::ended()
{
    m_file.append(JobLine().flag("stopped", true));
    m_file.close();
}

} // namespace Studio
