// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "session/undoobstacle.h"

#include <QCoreApplication>

#include <limits>

namespace Studio
{

namespace
{

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Journal)
};

/// What the write left in the store; an empty optional inside: nothing. Of what is not known to have been
/// carried out: what it would have left, as the undo is checked against it.
std::optional<std::optional<QByteArray>> valueAfter(const JournalEntry &entry)
{
    switch (entry.kind) {
    case WriteKind::Replace:
        return std::optional(entry.value);
    case WriteKind::Delete:
        return std::optional<QByteArray>();
    case WriteKind::Patch:
    case WriteKind::Append:
    case WriteKind::Increment:
        break;
    }
    if (!entry.after)
        return {};
    return entry.after;
}

} // namespace

UndoObstacle undoObstacle(const JournalEntry &entry)
{
    if (entry.undoneBy != 0)
        return UndoObstacle::AlreadyUndone;
    if (!entry.job.isEmpty())
        return entry.undoFile.isEmpty() || entry.undoes != 0 ? UndoObstacle::NoUndoFile : UndoObstacle::None;
    if (entry.state == JournalState::Failed)
        return UndoObstacle::NotCarriedOut;
    const bool isWhole = entry.kind == WriteKind::Replace || entry.kind == WriteKind::Delete;
    if (entry.state != JournalState::Done && !isWhole)
        return UndoObstacle::OutcomeUnknown;
    if (entry.kind == WriteKind::Increment)
        return entry.delta == std::numeric_limits<qint64>::min() ? UndoObstacle::TooLarge
                                                                 : UndoObstacle::None;
    if (!entry.beforeKnown)
        return UndoObstacle::BeforeUnknown;
    if (entry.kind == WriteKind::Delete && !entry.before)
        return UndoObstacle::NothingThere;
    return valueAfter(entry) ? UndoObstacle::None : UndoObstacle::AfterUnknown;
}

QString undoObstacleText(UndoObstacle obstacle)
{
    switch (obstacle) {
    case UndoObstacle::None:
        break;
    case UndoObstacle::AlreadyUndone:
        return Text::tr("It has been undone already.");
    case UndoObstacle::NotCarriedOut:
        return Text::tr("It was not carried out, so that there is nothing to undo.");
    case UndoObstacle::OutcomeUnknown:
        return Text::tr("It is not known whether it was carried out.");
    case UndoObstacle::BeforeUnknown:
        return Text::tr("The value before was not read, so that there is nothing to go back to.");
    case UndoObstacle::AfterUnknown:
        return Text::tr(
            "What came of it was not read back, so that nobody could tell whether somebody else has "
            "written since.");
    case UndoObstacle::NothingThere:
        return Text::tr("The key was not there before either.");
    case UndoObstacle::TooLarge:
        return Text::tr("There is no opposite step of this size.");
    case UndoObstacle::NoUndoFile:
        return Text::tr("The job kept no undo file.");
    }
    return {};
}

std::optional<WriteRequest> undoRequest(const JournalEntry &entry)
{
    if (!entry.job.isEmpty() || undoObstacle(entry) != UndoObstacle::None)
        return {};
    WriteRequest request;
    request.key = entry.key;
    request.undoes = entry.row;
    if (entry.kind == WriteKind::Increment) {
        request.kind = WriteKind::Increment;
        request.delta = -entry.delta;
        return request;
    }
    request.kind = entry.before ? WriteKind::Replace : WriteKind::Delete;
    request.value = entry.before.value_or(QByteArray());
    const std::optional<QByteArray> after = valueAfter(entry).value_or(std::nullopt);
    request.expected = after;
    request.expectAbsent = !after;
    return request;
}

} // namespace Studio
