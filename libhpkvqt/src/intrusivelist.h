// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtGlobal>

#include <cstddef>

namespace Hpkv
{

/// Membership of an object in a list without an allocation. An object that is destroyed leaves its list by
/// itself. `Tag` tells the lists apart that one object may be in at the same time.
template <typename Tag>
class ListHook
{
public:
    ListHook() = default;
    ~ListHook() { unlink(); }
    Q_DISABLE_COPY_MOVE(ListHook)

    bool isLinked() const { return m_next != nullptr; }
    void unlink()
    {
        if (!m_next)
            return;
        m_previous->m_next = m_next;
        m_next->m_previous = m_previous;
        m_next = nullptr;
        m_previous = nullptr;
    }

private:
    template <typename T, typename U>
    friend class IntrusiveList;
    ListHook *m_next = nullptr;
    ListHook *m_previous = nullptr;
};

/// Does not own its items; those that are left when it ends are unlinked.
template <typename T, typename Tag>
class IntrusiveList
{
public:
    using Hook = ListHook<Tag>;

    IntrusiveList()
    {
        m_end.m_next = &m_end;
        m_end.m_previous = &m_end;
    }
    ~IntrusiveList()
    {
        while (popFront()) { }
    }
    Q_DISABLE_COPY_MOVE(IntrusiveList)

    bool isEmpty() const { return m_end.m_next == &m_end; }
    T *front() const { return isEmpty() ? nullptr : static_cast<T *>(m_end.m_next); }

    void pushBack(T *item) { insertBefore(&m_end, item); }
    void pushFront(T *item) { insertBefore(m_end.m_next, item); }
    T *popFront()
    {
        T *const item = front();
        if (item)
            static_cast<Hook *>(item)->unlink();
        return item;
    }

private:
    void insertBefore(Hook *next, Hook *hook)
    {
        hook->unlink();
        hook->m_previous = next->m_previous;
        hook->m_next = next;
        next->m_previous->m_next = hook;
        next->m_previous = hook;
    }

    Hook m_end;
};

} // namespace Hpkv
