// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "session/jobs/selectionreader.h"

#include "session/jobs/keylookup.h"

#include <hpkvqt/keys.h>

#include <algorithm>

namespace Studio
{

KeySelection normalized(KeySelection selection)
{
    std::sort(selection.intervals.begin(), selection.intervals.end(),
              [](const KeyInterval &a, const KeyInterval &b) { return a.first < b.first; });
    QList<KeyInterval> merged;
    for (const KeyInterval &interval : std::as_const(selection.intervals)) {
        if (interval.last < interval.first)
            continue;
        if (!merged.isEmpty() && interval.first <= merged.constLast().last)
            merged.last().last = std::max(merged.constLast().last, interval.last);
        else
            merged.append(interval);
    }
    std::sort(selection.keys.begin(), selection.keys.end());
    QList<QByteArray> keys;
    auto interval = merged.cbegin();
    for (const QByteArray &key : std::as_const(selection.keys)) {
        while (interval != merged.cend() && interval->last < key)
            ++interval;
        const bool inside = interval != merged.cend() && interval->first <= key;
        if (!inside && (keys.isEmpty() || keys.constLast() != key))
            keys.append(key);
    }
    return {keys, merged};
}

SelectionReader::SelectionReader(JobContext &context, const KeySelection &selection, Take take)
    : m_context(context)
    , m_selection(normalized(selection))
    , m_take(std::move(take))
{
}

bool SelectionReader::isAtEnd() const
{
    return !m_asking && m_interval >= m_selection.intervals.size() && m_key >= m_selection.keys.size();
}

JobTask::Step SelectionReader::step()
{
    if (isAtEnd())
        return JobTask::Step::Done;
    if (!m_asking) {
        m_asking = true;
        if (m_key < m_selection.keys.size())
            askKeys();
        else
            askPage();
    }
    return JobTask::Step::Wait;
}

void SelectionReader::askKeys()
{
    const QList<QByteArray> keys = m_selection.keys.mid(m_key, keysAtOnce);
    m_key += keys.size();
    lookUp(m_context, keys, false, [this](const QList<FoundKey> &found) {
        m_asking = false;
        Piece piece;
        for (const FoundKey &key : found) {
            if (key.error.isError())
                piece.failures.append({key.key, JobOperation::Read, key.error});
            else if (key.value)
                piece.records.append({key.key, *key.value, false});
            else
                piece.absent.append(key.key);
        }
        m_take(piece);
    });
}

void SelectionReader::askPage()
{
    const KeyInterval &interval = m_selection.intervals.at(m_interval);
    JobContext::Stretch stretch;
    stretch.first = m_next.isEmpty() ? interval.first : m_next;
    stretch.last = interval.last;
    stretch.limit = pageSize;
    m_context.page(stretch, [this](const JobContext::Page &page) { takePage(page); });
}

void SelectionReader::nextInterval()
{
    ++m_interval;
    m_next.clear();
    m_behind.clear();
    m_drop.clear();
}

void SelectionReader::takePage(const JobContext::Page &answer)
{
    // A key and NUL may be longer than the server takes: the page begins at the key itself then.
    if (answer.error.kind == Hpkv::ErrorKind::BadRequest && !m_behind.isEmpty()) {
        m_next = m_drop = std::exchange(m_behind, {});
        askPage();
        return;
    }
    m_asking = false;
    Piece piece;
    const KeyInterval interval = m_selection.intervals.at(m_interval);
    if (answer.error.isError()) {
        piece.failures.append({{}, JobOperation::Read, answer.error});
        nextInterval();
        m_take(piece);
        return;
    }
    piece.records = answer.page.records;
    const QByteArray first = m_next.isEmpty() ? interval.first : m_next;
    // What lies outside of what was asked would be read for ever.
    if (!piece.records.isEmpty()
        && (piece.records.constFirst().key < first || piece.records.constLast().key > interval.last)) {
        piece.records.clear();
        piece.failures.append(
            {{},
             JobOperation::Read,
             {Hpkv::ErrorKind::Protocol, QStringLiteral("The server sent keys outside of the range."),
              Hpkv::Delivery::Answered}});
        nextInterval();
        m_take(piece);
        return;
    }
    const bool more = answer.page.truncated && !piece.records.isEmpty();
    if (more)
        m_behind = piece.records.constLast().key;
    if (!m_drop.isEmpty() && !piece.records.isEmpty() && piece.records.constFirst().key == m_drop)
        piece.records.removeFirst();
    m_drop.clear();
    m_next = more ? Hpkv::Keys::nextStart(m_behind) : QByteArray();
    if (!more || m_next > interval.last)
        nextInterval();
    m_take(piece);
}

} // namespace Studio
