// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "diff/journalsides.h"

#include "browser/agetext.h"
#include "models/journaltext.h"
#include "session/journal.h"
#include "session/journalline.h"

#include <QPointer>

#include <algorithm>

namespace Studio
{

namespace
{

constexpr qint64 PageBytes = 4'000'000;
constexpr int MostPages = 10; ///< that are looked through

} // namespace

JournalSides::JournalSides(Journal &journal, QObject *parent)
    : QObject(parent)
    , m_journal(journal)
{
}

void JournalSides::load(const QByteArray &key)
{
    ++m_generation;
    m_key = key;
    m_found.clear();
    m_pages = 0;
    read(0);
}

void JournalSides::read(qint64 below)
{
    JournalQuery query;
    query.text = QString::fromUtf8(m_key);
    query.what = JournalQuery::What::SingleWrites;
    m_journal.entries(query, below, PageBytes,
                      [self = QPointer(this), generation = m_generation](const JournalPage &page) {
                          if (self && self->m_generation == generation)
                              self->take(page);
                      });
}

void JournalSides::take(const JournalPage &page)
{
    for (const JournalEntry &entry : page.entries) {
        if (entry.key == m_key && m_found.size() < mostWrites)
            m_found.append(entry);
    }
    if (page.next > 0 && m_found.size() < mostWrites && ++m_pages < MostPages) {
        read(page.next);
        return;
    }
    const QList<DiffSide> sides = of(m_found);
    if (sides == m_sides)
        return;
    m_sides = sides;
    emit changed();
}

QList<DiffSide> JournalSides::of(const QList<JournalEntry> &entries)
{
    QList<DiffSide> sides;
    const auto add = [&sides](const QString &title, const std::optional<QByteArray> &value) {
        const auto isThere = [&value](const DiffSide &side) { return side.bytes == *value; };
        if (value && std::none_of(sides.cbegin(), sides.cend(), isThere))
            sides.append({title, *value});
    };
    for (const JournalEntry &entry : entries) {
        const QString time = exactTimeText(entry.at);
        const QString kind = JournalText::kind(lineOf(entry));
        const bool isDone = entry.state == JournalState::Done;
        if (isDone)
            add(tr("%1, %2: after", "time and kind of a write").arg(time, kind),
                entry.kind == WriteKind::Replace ? std::optional(entry.value) : entry.after);
        add(tr("%1, %2: before", "time and kind of a write").arg(time, kind), entry.before);
    }
    return sides;
}

} // namespace Studio
