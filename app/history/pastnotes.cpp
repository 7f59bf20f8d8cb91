// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "history/pastnotes.h"

#include <algorithm>

namespace Studio
{

namespace
{

/// What a read that found something else says about what happened meanwhile.
LiveKind kindOfFound(const HistoryEntry &entry, const PastState &before)
{
    if (entry.absent)
        return LiveKind::Removed;
    return before.known && !before.exists ? LiveKind::Created : LiveKind::Replaced;
}

void fillBreak(LiveNote &note, const QList<HistoryEntry> &entries, qsizetype at)
{
    note.gap = entries.at(at).kind == HistoryKind::LineDown ? LiveKind::LineDown : LiveKind::LineUp;
    if (note.gap == LiveKind::LineDown)
        return;
    // The beginning of the same break stands somewhere behind.
    const auto down = std::find_if(entries.cbegin() + at + 1, entries.cend(),
                                   [](const HistoryEntry &entry) { return entry.isBreak(); });
    if (down != entries.cend() && down->kind == HistoryKind::LineDown)
        note.downSince = down->at;
}

} // namespace

QList<PastNote> pastNotes(const QList<HistoryEntry> &entries, const QList<PastState> &before)
{
    QList<PastNote> notes;
    for (qsizetype i = 0; i < entries.size(); ++i) {
        const HistoryEntry &entry = entries.at(i);
        if (entry.kind == HistoryKind::Base)
            continue; // what was there before the first change
        auto note = std::make_shared<LiveNote>();
        note->number = quint64(entry.row);
        note->at = entry.at;
        note->serverTimestamp = entry.serverTimestamp;
        note->key = entry.key;
        note->own = entry.own;
        const bool found = entry.kind == HistoryKind::Found;
        if (entry.isBreak()) {
            fillBreak(*note, entries, i);
        } else {
            const PastState &was = before.at(i);
            note->facts.removed = entry.absent;
            note->facts.text = entry.value.value_or(QByteArray());
            note->facts.absent = was.known && !was.exists;
            note->facts.before = was.value;
            note->facts.beforeSure = was.sure;
            // It was worked out when it was kept.
            note->setReading(
                {found ? kindOfFound(entry, was) : LiveKind(entry.kind), entry.guess, entry.value});
        }
        notes.append({std::move(note), found});
    }
    return notes;
}

} // namespace Studio
