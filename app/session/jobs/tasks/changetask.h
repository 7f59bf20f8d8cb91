// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "session/jobs/jobfile.h"
#include "session/jobs/jobtask.h"
#include "session/jobs/keylookup.h"
#include "session/jobs/selectionreader.h"

#include <deque>

namespace Studio
{

/// One change to many keys: a merge patch, or an increment. Works in groups of keys. Of each group the
/// values before go into the undo file (patch: `key`, `before`; increment: `key`, `delta`), then the changes
/// leave, then what came of each is written down (`key` with `after`, `added` or `refused`) and the group is
/// closed (`flushed`). After a patch the keys are read back for that, and the mirror learns them.
///
/// A single key of the selection that does not exist is left alone: both changes would create it. A patch
/// never leaves for a value that is no JSON object, as the server would append it as text: the values of a
/// group are read once more before it, and what changes between that and its turn is left alone.
class ChangeTask final : public JobTask
{
public:
    /// Patch or Increment; the key does not count.
    ChangeTask(JobContext &context, const KeySelection &selection, WriteRequest change, bool keepUndo);

    Step step() override;
    void ended() override;
    void touched(const QByteArray &key) override;

    static constexpr qsizetype keysAtOnce = 64; ///< of a group

private:
    enum class Fate : quint8 { Open, Changed, Refused, Unknown };
    struct Item {
        QByteArray key;
        QByteArray before;
        Fate fate = Fate::Open;
        bool touched = false;
    };

    bool begin();
    void take(const SelectionReader::Piece &piece);
    bool beginGroup();
    void compared(const QList<FoundKey> &found);
    bool startGroup();
    bool writeIntents();
    void sendNext();
    void sent(qsizetype i, const Hpkv::Error &error, qint64 newValue);
    void groupSent();
    void readBack(const QList<FoundKey> &found);
    bool isPatched(const QByteArray &before, const QByteArray &after) const;
    void endGroup();
    bool put(const JobLine &line);
    bool isPatch() const { return m_change.kind == WriteKind::Patch; }

    JobContext &m_context;
    SelectionReader m_reader;
    const WriteRequest m_change;
    const bool m_keepUndo;
    JobFile m_file;
    std::deque<Hpkv::Record> m_read; ///< waits for its group
    QList<Item> m_group;
    qsizetype m_next = 0; ///< of the group to be sent
    qsizetype m_open = 0; ///< of the group without an answer
    bool m_grouping = false; ///< a group is under way
    bool m_comparing = false; ///< its values are being read once more
    bool m_begun = false;
    bool m_undoable = false;
};

} // namespace Studio
