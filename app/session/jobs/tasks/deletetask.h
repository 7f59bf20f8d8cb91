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

/// Deletes a selection. First everything is read into an undo file; if that cannot be written, or would be
/// too large, the job stops with nothing deleted. Then only what the file holds is deleted, and only as it
/// stands there: shortly before its turn each key is read again, and one that has changed meanwhile goes
/// behind the others in the file (with `was`, the value that stands for it further up) and gets its turn
/// later.
class DeleteTask final : public JobTask
{
public:
    /// `keepUndo` false: a person chose to go without.
    DeleteTask(JobContext &context, const KeySelection &selection, bool keepUndo);

    Step step() override;
    void ended() override;
    void touched(const QByteArray &key) override;

    static constexpr qsizetype keysAtOnce = 64; ///< read again together

private:
    struct Item {
        QByteArray key;
        QByteArray value;
    };

    Step read();
    void take(const SelectionReader::Piece &piece);
    bool beginDeleting();
    Step deleteNext();
    bool nextItems();
    void compare(const QList<Item> &items);
    void compared(const QList<Item> &items, const QList<FoundKey> &found);
    void remove(const Item &item);
    void removed(const Item &item, const Hpkv::Error &error);
    void finish(const QByteArray &key, const Hpkv::Error &error = {});
    void stopForFile();

    JobContext &m_context;
    SelectionReader m_reader;
    const bool m_keepUndo;
    JobFile m_file;
    JobFileReader m_back; ///< reads m_file from its beginning
    bool m_deleting = false;
    qint64 m_records = 0; ///< in the file
    int m_comparing = 0; ///< lookups under way
    int m_sent = 0; ///< deletes under way, with what follows them
    std::deque<Item> m_ready; ///< as the file says, a moment ago
    bool m_atEnd = false;
};

} // namespace Studio
