// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <functional>
#include <mutex>
#include <utility>
#include <vector>

namespace Studio
{

/// The only way data passes from one thread to another: a mutex, a vector and a wake-up without arguments.
///
/// A struct sent through a queued signal would be copied by code that the thread sanitizer does not see (Qt
/// itself is not built for it), so it would report races that are none; here everything shared is under a
/// std::mutex of ours.
///
/// The wake-up is called by push() in the pushing thread, outside the lock, only when the mailbox was empty
/// before: it should do no more than post a queued call of a slot without arguments, which then calls take().
template <typename T>
class Mailbox
{
public:
    using WakeUp = std::function<void()>;

    explicit Mailbox(WakeUp wakeUp = {})
        : m_wakeUp(std::move(wakeUp))
    {
    }
    Mailbox(const Mailbox &) = delete;
    Mailbox &operator=(const Mailbox &) = delete;

    /// Before the first push() only.
    void setWakeUp(WakeUp wakeUp) { m_wakeUp = std::move(wakeUp); }

    /// Any thread. Does nothing once closed.
    void push(T item)
    {
        bool wake = false;
        {
            const std::lock_guard lock(m_mutex);
            if (m_closed)
                return;
            wake = m_items.empty();
            m_items.push_back(std::move(item));
        }
        if (wake && m_wakeUp)
            m_wakeUp();
    }

    /// Everything pushed so far, in the order of the pushes. Any thread.
    std::vector<T> take()
    {
        std::vector<T> items;
        const std::lock_guard lock(m_mutex);
        items.swap(m_items);
        return items;
    }

    /// Hands over everything pushed so far, one by one. It ends with the lock, so that what `handle` did
    /// comes before whatever the thread does that closes the mailbox afterwards, in the eyes of the thread
    /// sanitizer too: how Qt waits for a thread it does not see.
    template <typename Handle>
    void handOver(Handle handle)
    {
        for (const T &item : take())
            handle(item);
        const std::lock_guard lock(m_mutex);
    }

    /// What is inside goes, what comes later is dropped, and the wake-up is never called again. A wake-up
    /// that has begun in another thread may still be running.
    void close()
    {
        std::vector<T> dropped;
        const std::lock_guard lock(m_mutex);
        m_closed = true;
        dropped.swap(m_items);
    }

    std::size_t size() const
    {
        const std::lock_guard lock(m_mutex);
        return m_items.size();
    }

private:
    mutable std::mutex m_mutex;
    std::vector<T> m_items;
    WakeUp m_wakeUp;
    bool m_closed = false;
};

} // namespace Studio
