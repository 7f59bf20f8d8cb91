// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "session/journalentry.h"

#include <QMetaType>
#include <QObject>

#include <hpkvqt/error.h>

namespace Studio
{

class Session;
class WriteOperation;

/// How an undo or redo ended.
struct UndoOutcome {
    enum class State : quint8 {
        Done,
        JobStarted, ///< a job takes the job back and tells of its end by itself
        NothingToDo, ///< asked for the latest, and there is none
        Impossible, ///< nothing was sent: see `text`
        Changed, ///< nothing was written: the store holds something else by now, see `actual`
        Refused, ///< not carried out: see `text`
        Unknown ///< it left, and nobody knows whether it arrived
    };
    State state = State::Done;
    bool isRedo = false;
    JournalEntry entry; ///< what was to be undone or done again
    QString text; ///< for people; empty with Done
    std::optional<QByteArray> actual; ///< with Changed; empty: the key is not there
    qint64 row = 0; ///< the row of the write that did it; 0 = none was made
};

/// Takes writes back by what stands in the journal, with writes that are checked and stand in the journal
/// themselves, and does again what was taken back. Never more than the safety level allows: the writes go
/// through Session::write() like any other. Window's thread.
class JournalUndo : public QObject
{
    Q_OBJECT

public:
    explicit JournalUndo(Session &session, QObject *parent = nullptr);

    /// Takes back what the row did. `confirmed`: the person said so, see SafetyLevel. finished() follows, not
    /// before this has returned.
    void undo(qint64 row, bool confirmed);
    /// Does again what the row did and was taken back.
    void redo(qint64 row, bool confirmed);
    /// The latest write of this session that can be, or was, taken back.
    void undoLatest(bool confirmed);
    void redoLatest(bool confirmed);

signals:
    void finished(const Studio::UndoOutcome &outcome);

private:
    void run(const JournalEntry &entry, const UndoOutcome &outcome, bool confirmed);
    void takeJobBack(const JournalEntry &entry, const UndoOutcome &outcome, bool confirmed);
    void stepBack(const WriteRequest &request, UndoOutcome outcome);
    void write(const WriteRequest &request, const UndoOutcome &outcome);
    void ended(const WriteOperation &operation, UndoOutcome outcome);
    void finish(UndoOutcome outcome, UndoOutcome::State state, const QString &text);

    Session &m_session;
};

} // namespace Studio

Q_DECLARE_METATYPE(Studio::UndoOutcome)
