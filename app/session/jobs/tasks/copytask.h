// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "session/jobs/jobfile.h"
#include "session/jobs/jobtask.h"
#include "session/jobs/keylookup.h"
#include "session/jobs/placer.h"
#include "session/jobs/selectionreader.h"

#include <QHash>

#include <deque>
#include <memory>

namespace Studio
{

/// What a copy sends to its other half in another session, and what comes back.
struct PlaceBatch final : JobMessage {
    quint64 number = 0;
    QList<PlaceItem> items;
};
struct PlaceResults final : JobMessage {
    quint64 number = 0;
    QList<PlacedItem> results; ///< in the order of the batch
};
/// The copy has sent everything and heard of everything, or has ended before.
struct CopyEnded final : JobMessage {
};
/// The other half has ended before the copy.
struct ReceiverEnded final : JobMessage {
    Hpkv::Error error;
};

/// Copies or moves a selection to keys that begin with something else, within the session or to another one.
/// Works in groups, a few at a time. Each is written down, written and read back at the new place (see
/// place()); of a move, what stands there for certain and has not changed at the old place meanwhile is
/// deleted there; what has changed stays and is reported. The file says at any moment what has been done, so
/// that a move that was interrupted can go on or be taken back.
class CopyTask final : public JobTask
{
public:
    struct Plan {
        KeySelection selection;
        QByteArray from; ///< what each key begins with
        QByteArray to; ///< and what it begins with then
        bool move = false;
        ConflictPolicy policy = ConflictPolicy::Skip;
        QString targetProfile; ///< empty = within the session
        QString file; ///< of a job that was interrupted; empty = a new one
    };

    CopyTask(JobContext &context, Plan plan);

    /// Whether a key of the selection would be copied onto another one of it.
    static bool overlaps(const Plan &plan);

    Step step() override;
    void ended() override;
    void told(const SharedJobMessage &message) override;

    static constexpr qsizetype keysAtOnce = 64; ///< of a group
    static constexpr int groupsAtOnce = 3;

private:
    struct Item {
        QByteArray key;
        QByteArray value;
    };
    using Group = QList<Item>;

    bool begin();
    void take(const SelectionReader::Piece &piece);
    void startGroup();
    void placed(const Group &group, const QList<PlacedItem> &results);
    void deleteSources(const Group &group);
    void compared(const Group &group, const QList<FoundKey> &found);
    void remove(const Item &item);
    void removed(const Item &item, const Hpkv::Error &error);
    void through(const QByteArray &key, qint64 bytes);
    void fail(const QByteArray &key, JobOperation operation, const Hpkv::Error &error);
    void stopForFile();
    bool isRemote() const { return !m_plan.targetProfile.isEmpty(); }

    JobContext &m_context;
    const Plan m_plan;
    SelectionReader m_reader;
    JobFile m_file;
    std::deque<Item> m_waiting;
    QHash<quint64, Group> m_sentGroups; ///< to the other half
    quint64 m_nextBatch = 1;
    int m_groups = 0; ///< under way
    int m_removing = 0;
    bool m_begun = false;
};

/// The other half of a copy: puts what it is told into this session's store. Its file takes back what it
/// overwrote.
class ReceiveTask final : public JobTask
{
public:
    ReceiveTask(JobContext &context, ConflictPolicy policy);

    Step step() override;
    void ended() override;
    void told(const SharedJobMessage &message) override;

private:
    JobContext &m_context;
    const ConflictPolicy m_policy;
    JobFile m_file;
    std::deque<std::shared_ptr<const PlaceBatch>> m_batches;
    int m_working = 0;
    bool m_begun = false;
    bool m_sourceEnded = false;
};

} // namespace Studio
