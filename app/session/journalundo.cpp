// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "session/journalundo.h"

#include "mirror/valuetype.h"
#include "session/jobs/joblist.h"
#include "session/jobs/jobs.h"
#include "session/journal.h"
#include "session/readoperation.h"
#include "session/session.h"
#include "session/undoobstacle.h"
#include "session/writeoperation.h"

#include <QFileInfo>
#include <QPointer>

namespace Studio
{

using State = UndoOutcome::State;

JournalUndo::JournalUndo(Session &session, QObject *parent)
    : QObject(parent)
    , m_session(session)
{
}

void JournalUndo::undo(qint64 row, bool confirmed)
{
    m_session.journal().entry(row, [self = QPointer(this),
                                    confirmed](const std::optional<JournalEntry> &entry) {
        if (!self)
            return;
        UndoOutcome outcome;
        if (!entry) {
            self->finish(outcome, State::Impossible, tr("The journal does not hold this write any more."));
            return;
        }
        outcome.entry = *entry;
        self->run(*entry, outcome, confirmed);
    });
}

/// Undoes the row that took it back.
void JournalUndo::redo(qint64 row, bool confirmed)
{
    const auto fetch = [this](qint64 wanted, auto next) {
        m_session.journal().entry(wanted, [self = QPointer(this),
                                           next](const std::optional<JournalEntry> &entry) {
            if (!self)
                return;
            if (entry) {
                next(*entry);
                return;
            }
            UndoOutcome outcome;
            outcome.isRedo = true;
            self->finish(outcome, State::Impossible, tr("The journal does not hold this write any more."));
        });
    };
    fetch(row, [this, fetch, confirmed](const JournalEntry &entry) {
        UndoOutcome outcome;
        outcome.isRedo = true;
        outcome.entry = entry;
        if (entry.undoneBy == 0) {
            finish(outcome, State::Impossible, tr("It has not been undone."));
            return;
        }
        fetch(entry.undoneBy,
              [this, outcome, confirmed](const JournalEntry &undo) { run(undo, outcome, confirmed); });
    });
}

void JournalUndo::undoLatest(bool confirmed)
{
    m_session.journal().latestToUndo([self = QPointer(this), confirmed](qint64 row) {
        if (self && row > 0)
            self->undo(row, confirmed);
        else if (self)
            self->finish({}, State::NothingToDo, tr("Nothing was written that can be undone."));
    });
}

void JournalUndo::redoLatest(bool confirmed)
{
    m_session.journal().latestToRedo([self = QPointer(this), confirmed](qint64 row) {
        UndoOutcome none;
        none.isRedo = true;
        if (self && row > 0)
            self->redo(row, confirmed);
        else if (self)
            self->finish(none, State::NothingToDo, tr("Nothing was undone that can be done again."));
    });
}

void JournalUndo::run(const JournalEntry &entry, const UndoOutcome &outcome, bool confirmed)
{
    if (const UndoObstacle obstacle = undoObstacle(entry); obstacle != UndoObstacle::None) {
        finish(outcome, State::Impossible, undoObstacleText(obstacle));
        return;
    }
    if (!entry.job.isEmpty()) {
        takeJobBack(entry, outcome, confirmed);
        return;
    }
    WriteRequest request = undoRequest(entry).value_or(WriteRequest());
    request.confirmed = confirmed;
    if (request.kind == WriteKind::Increment)
        stepBack(request, outcome);
    else
        write(request, outcome);
}

void JournalUndo::takeJobBack(const JournalEntry &entry, const UndoOutcome &outcome, bool confirmed)
{
    if (!QFileInfo::exists(entry.undoFile)) {
        finish(outcome, State::Impossible,
               tr("The job's undo file is gone; such files are kept for some days."));
        return;
    }
    const KeySelection selection =
        entry.keys == 1 ? KeySelection::ofKey(entry.key) : KeySelection::ofPrefix(entry.key);
    m_session.jobs().start(Jobs::takeBack(entry.undoFile, selection, confirmed));
    finish(outcome, State::JobStarted, {});
}

/// A step on a key that is gone would make a counter out of nothing.
void JournalUndo::stepBack(const WriteRequest &request, UndoOutcome outcome)
{
    ReadOperation *read = m_session.read(request.key);
    connect(read, &ReadOperation::finished, this, [this, read, request, outcome]() mutable {
        if (read->error().isError()) {
            finish(outcome, State::Refused, read->error().text);
            return;
        }
        outcome.actual = read->value();
        if (!read->value() || !isWholeNumber(*read->value())) {
            finish(outcome, State::Changed, tr("There is no number any more."));
            return;
        }
        outcome.actual.reset();
        write(request, outcome);
    });
}

void JournalUndo::write(const WriteRequest &request, const UndoOutcome &outcome)
{
    WriteOperation *operation = m_session.write(request);
    connect(operation, &WriteOperation::finished, this,
            [this, operation, outcome] { ended(*operation, outcome); });
}

void JournalUndo::ended(const WriteOperation &operation, UndoOutcome outcome)
{
    outcome.row = operation.journalRow();
    switch (operation.state()) {
    case WriteOperation::State::Confirmed:
        finish(outcome, State::Done, {});
        break;
    case WriteOperation::State::Changed:
        outcome.actual = operation.actualValue();
        finish(outcome, State::Changed, tr("It has been changed since; nothing was written."));
        break;
    case WriteOperation::State::Unknown:
        finish(outcome, State::Unknown, operation.error().text);
        break;
    default:
        finish(outcome, State::Refused, operation.error().text);
        break;
    }
}

void JournalUndo::finish(UndoOutcome outcome, State state, const QString &text)
{
    outcome.state = state;
    outcome.text = text;
    emit finished(outcome);
}

} // namespace Studio
