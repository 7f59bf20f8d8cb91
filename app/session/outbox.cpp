// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "session/outbox.h"

#include <algorithm>

namespace Studio
{

Outbox::Outbox(Mailbox<SessionEvent> &mailbox, Backlog &backlog, QObject *parent)
    : QObject(parent)
    , m_mailbox(mailbox)
    , m_backlog(backlog)
    , m_batch(std::make_unique<Batch>())
    , m_timer(this)
{
    m_timer.setSingleShot(true);
    m_timer.setTimerType(Qt::PreciseTimer);
    connect(&m_timer, &QTimer::timeout, this, [this] {
        // Nothing is lost by waiting: backlogShrank() comes when the window is ready.
        if (m_backlog.waiting() <= tooManyBatches)
            flush();
    });
}

bool Outbox::isEmpty() const
{
    return m_batch->items.isEmpty() && m_batch->covered.isEmpty() && m_batch->unwatched.isEmpty()
        && !m_batch->lineBroke;
}

void Outbox::learn(Learned learned)
{
    if (learned.origin != Origin::Page)
        m_heard.append(learned.key);
    m_batch->items.append(std::move(learned));
    schedule();
}

void Outbox::beginPage(const QByteArray &first, const QByteArray &last)
{
    const auto overlaps = [&](const Covered &page) { return first <= page.last && page.first <= last; };
    const auto isInside = [&](const QByteArray &key) { return first <= key && key <= last; };
    if (std::any_of(m_batch->covered.cbegin(), m_batch->covered.cend(), overlaps)
        || std::any_of(m_heard.cbegin(), m_heard.cend(), isInside))
        flush();
}

void Outbox::cover(Covered covered)
{
    m_batch->covered.append(std::move(covered));
    schedule();
}

void Outbox::unwatch(Unwatched unwatched)
{
    // It is applied before the items of its batch, so what was learnt before goes out first.
    if (!isEmpty())
        flush();
    m_batch->unwatched.append(std::move(unwatched));
    schedule();
}

void Outbox::breakLine(qint64 at)
{
    if (!isEmpty())
        flush();
    m_batch->lineBroke = true;
    m_batch->lineBrokeAt = at;
    schedule();
}

void Outbox::post(SessionEvent event)
{
    m_behind.push_back(std::move(event));
    schedule();
}

void Outbox::schedule()
{
    if (m_timer.isActive())
        return;
    const qint64 since = m_lastFlush.isValid() ? m_lastFlush.elapsed() : frameMs;
    m_timer.start(int(std::clamp<qint64>(frameMs - since, 0, frameMs)));
}

void Outbox::flush()
{
    m_timer.stop();
    m_lastFlush.start();
    m_heard.clear();
    if (!isEmpty()) {
        m_backlog.pushed.fetch_add(1);
        m_mailbox.push(SharedBatch(std::exchange(m_batch, std::make_unique<Batch>())));
    }
    for (SessionEvent &event : std::exchange(m_behind, {}))
        m_mailbox.push(std::move(event));
}

void Outbox::backlogShrank()
{
    if (!isEmpty() || !m_behind.empty())
        schedule();
}

} // namespace Studio
