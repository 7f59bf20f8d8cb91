// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "session/journalline.h"

#include "live/livereading.h"

namespace Studio
{

namespace
{

LiveKind kindOf(const JournalEntry &entry)
{
    switch (entry.kind) {
    case WriteKind::Replace:
        return entry.beforeKnown && !entry.before ? LiveKind::Created : LiveKind::Replaced;
    case WriteKind::Patch:
        return LiveKind::Patched;
    case WriteKind::Append:
        return LiveKind::Appended;
    case WriteKind::Increment:
        return LiveKind::Counted;
    case WriteKind::Delete:
        return LiveKind::Removed;
    }
    return LiveKind::Replaced;
}

/// The number before the step, where it was one.
std::optional<QByteArray> before(const JournalEntry &entry)
{
    if (entry.kind != WriteKind::Increment)
        return entry.before;
    bool isNumber = false;
    const qint64 after = entry.after ? entry.after->toLongLong(&isNumber) : 0;
    qint64 number = 0;
    if (!isNumber || __builtin_sub_overflow(after, entry.delta, &number))
        return {};
    return QByteArray::number(number);
}

void describeWrite(LiveEntry &shown, const JournalEntry &entry)
{
    LiveFacts facts;
    facts.removed = entry.kind == WriteKind::Delete;
    facts.before = before(entry);
    LiveReading reading;
    reading.kind = kindOf(entry);
    switch (entry.kind) {
    case WriteKind::Replace:
        facts.text = entry.value;
        reading.result = entry.value;
        break;
    case WriteKind::Patch:
        facts.text = entry.after.value_or(entry.value);
        reading.result = entry.after;
        break;
    case WriteKind::Append:
        facts.text = entry.value;
        reading.result = entry.after;
        break;
    case WriteKind::Increment:
        facts.text = entry.after.value_or(QByteArray());
        reading.result = entry.after;
        break;
    case WriteKind::Delete:
        break;
    }
    describe(shown, facts, reading, true);
    if (entry.kind == WriteKind::Increment && !entry.after)
        shown.shape = (entry.delta < 0 ? QString() : QStringLiteral("+")) + QString::number(entry.delta);
}

} // namespace

JournalLine lineOf(const JournalEntry &entry)
{
    JournalLine line;
    line.row = entry.row;
    line.kind = entry.kind;
    line.state = entry.state;
    line.error = entry.error;
    line.job = entry.job;
    line.keys = entry.keys;
    line.undoes = entry.undoes;
    line.isRedo = entry.isRedo;
    line.undoneBy = entry.undoneBy;
    line.obstacle = undoObstacle(entry);
    line.shown.number = quint64(entry.row);
    line.shown.own = true;
    line.shown.at = entry.at;
    line.shown.key = entry.key;
    line.shown.kind = kindOf(entry);
    if (entry.job.isEmpty())
        describeWrite(line.shown, entry);
    return line;
}

} // namespace Studio
