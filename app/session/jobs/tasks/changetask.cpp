// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "session/jobs/tasks/changetask.h"

#include "json/jsondiff.h"
#include "json/jsonmergepatch.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QSet>

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
    return {Hpkv::ErrorKind::Conflict, text, Hpkv::Delivery::NotSent};
}

} // namespace

ChangeTask::ChangeTask(JobContext &context, const KeySelection &selection, WriteRequest change, bool keepUndo)
    : m_context(context)
    , m_reader(context, selection, [this](const SelectionReader::Piece &piece) { take(piece); })
    , m_change(std::move(change))
    , m_keepUndo(keepUndo)
{
}

JobTask::Step ChangeTask::step()
{
    if (!m_begun && !begin())
        return Step::Wait;
    if (!m_comparing && m_next < m_group.size()) {
        sendNext();
        return Step::More;
    }
    if (m_grouping)
        return Step::Wait;
    const bool all = m_reader.isAtEnd();
    if (!m_read.empty() && (all || qsizetype(m_read.size()) >= keysAtOnce))
        return beginGroup() ? Step::More : Step::Wait;
    if (!all)
        return m_reader.step();
    if (!m_undoable)
        m_file.remove();
    m_file.close();
    return Step::Done;
}

bool ChangeTask::begin()
{
    m_begun = true;
    m_context.beginPhase(JobPhase::Writing);
    if (!m_keepUndo)
        return true;
    JobFileHeader header;
    header.kind = isPatch() ? JobKind::Patch : JobKind::Increment;
    header.profile = m_context.profile();
    header.at = QDateTime::currentMSecsSinceEpoch();
    if (m_file.create(JobFile::newName(m_context.folder(), header.kind), header, m_context.undoLimit()))
        return true;
    m_context.stop(fileError(m_file.problem()));
    return false;
}

void ChangeTask::take(const SelectionReader::Piece &piece)
{
    for (const Hpkv::Record &record : piece.records)
        m_read.push_back(record);
    m_context.addDone(piece.absent.size() + piece.failures.size());
    m_context.addSkipped(piece.absent.size());
    for (const JobFailure &failure : piece.failures)
        m_context.addFailure(failure);
}

bool ChangeTask::put(const JobLine &line)
{
    if (!m_keepUndo || m_file.append(line))
        return true;
    m_context.stop(fileError(m_file.problem()));
    return false;
}

bool ChangeTask::beginGroup()
{
    m_group.clear();
    m_next = 0;
    m_grouping = true;
    while (!m_read.empty() && m_group.size() < keysAtOnce) {
        m_group.append({m_read.front().key, m_read.front().value, Fate::Open, false});
        m_read.pop_front();
    }
    if (!isPatch())
        return startGroup();
    m_comparing = true;
    QList<QByteArray> keys;
    for (const Item &item : std::as_const(m_group))
        keys.append(item.key);
    std::sort(keys.begin(), keys.end());
    lookUp(m_context, keys, false, [this](const QList<FoundKey> &found) { compared(found); });
    return true;
}

/// What the store holds now, in the order of the keys, takes the place of what was read some time ago.
void ChangeTask::compared(const QList<FoundKey> &found)
{
    m_comparing = false;
    QSet<QByteArray> touched;
    for (const Item &item : std::as_const(m_group)) {
        if (item.touched)
            touched.insert(item.key);
    }
    m_group.clear();
    for (const FoundKey &one : found) {
        if (one.error.isError()) {
            m_context.addFailure({one.key, JobOperation::Read, one.error});
        } else if (!one.value) {
            m_context.addSkipped();
        } else if (!isJsonObject(*one.value)) {
            m_context.addFailure({one.key, JobOperation::Patch,
                                  conflict(Text::tr("It is no JSON object; it was left alone."))});
        } else {
            m_group.append({one.key, *one.value, Fate::Open, touched.contains(one.key)});
            continue;
        }
        m_context.addDone(1);
    }
    if (m_group.isEmpty())
        endGroup();
    else
        startGroup();
    m_context.wake();
}

bool ChangeTask::startGroup()
{
    m_open = m_group.size();
    return writeIntents();
}

bool ChangeTask::writeIntents()
{
    for (const Item &item : std::as_const(m_group)) {
        JobLine line;
        line.text("key", item.key);
        if (isPatch())
            line.text("before", item.before);
        else
            line.number("delta", m_change.delta);
        if (!put(line))
            return false;
    }
    if (!m_keepUndo)
        return true;
    if (!m_file.sync()) {
        m_context.stop(fileError(m_file.problem()));
        return false;
    }
    m_undoable = true;
    m_context.setUndoFile(m_file.name());
    return true;
}

void ChangeTask::touched(const QByteArray &key)
{
    for (Item &item : m_group) {
        if (item.key == key)
            item.touched = true;
    }
}

void ChangeTask::sendNext()
{
    const qsizetype i = m_next++;
    if (isPatch() && m_group.at(i).touched) {
        sent(i, conflict(Text::tr("It changed at this moment; it was left alone.")), 0);
        return;
    }
    WriteRequest request = m_change;
    request.key = m_group.at(i).key;
    m_context.write(request,
                    [this, i](const Hpkv::Error &error, qint64 newValue) { sent(i, error, newValue); });
}

void ChangeTask::sent(qsizetype i, const Hpkv::Error &error, qint64)
{
    Item &item = m_group[i];
    m_context.addDone(1);
    if (!error.isError()) {
        item.fate = Fate::Changed;
    } else {
        item.fate = error.delivery == Hpkv::Delivery::Unknown ? Fate::Unknown : Fate::Refused;
        m_context.addFailure({item.key, isPatch() ? JobOperation::Patch : JobOperation::Increment, error});
    }
    if (!isPatch()) {
        // At once: an increment cannot be told from what is there.
        JobLine line;
        line.text("key", item.key);
        if (item.fate == Fate::Changed)
            line.number("added", m_change.delta);
        else if (item.fate == Fate::Refused)
            line.flag("refused", true);
        if (item.fate != Fate::Unknown)
            put(line);
    }
    if (--m_open == 0)
        groupSent();
}

void ChangeTask::groupSent()
{
    QList<QByteArray> keys;
    for (const Item &item : std::as_const(m_group)) {
        if (item.fate == Fate::Changed)
            keys.append(item.key);
    }
    if (!isPatch() || keys.isEmpty()) {
        endGroup();
        return;
    }
    std::sort(keys.begin(), keys.end());
    lookUp(m_context, keys, true, [this](const QList<FoundKey> &found) { readBack(found); });
}

void ChangeTask::readBack(const QList<FoundKey> &found)
{
    for (const Item &item : std::as_const(m_group)) {
        const auto at =
            std::lower_bound(found.cbegin(), found.cend(), item.key,
                             [](const FoundKey &one, const QByteArray &key) { return one.key < key; });
        if (item.fate != Fate::Changed || at == found.cend() || at->key != item.key)
            continue;
        // What somebody else wrote in between must not count as what the patch left: taking back would
        // overwrite it. Where the key is watched, what was noticed may as well be the patch itself.
        if (at->error.isError() || !at->value || (item.touched && !isPatched(item.before, *at->value)))
            continue;
        put(JobLine().text("key", item.key).text("after", *at->value));
    }
    endGroup();
}

/// Whether nothing but the patch stands between the two.
bool ChangeTask::isPatched(const QByteArray &before, const QByteArray &after) const
{
    const std::optional<QByteArray> patched = applyMergePatch(before, m_change.value);
    return patched && jsonChanges(*patched, after, 1).isEmpty();
}

void ChangeTask::endGroup()
{
    for (const Item &item : std::as_const(m_group)) {
        if (isPatch() && item.fate == Fate::Refused)
            put(JobLine().text("key", item.key).flag("refused", true));
    }
    put(JobLine().flag("flushed", true));
    if (m_keepUndo && !m_file.flush())
        m_context.stop(fileError(m_file.problem()));
    m_group.clear();
    m_next = 0;
    m_grouping = false;
}

void ChangeTask::ended()
{
    // What has left was waited for, so what is still open has never left. What was patched and not read back
    // stays without its second half: nobody knows what stands there.
    for (const Item &item : std::as_const(m_group)) {
        if (item.fate == Fate::Open || (isPatch() && item.fate == Fate::Refused))
            put(JobLine().text("key", item.key).flag("refused", true));
    }
    if (!m_undoable)
        m_file.remove();
    m_file.close();
}

} // namespace Studio
