// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "shell/navhistory.h"

namespace Studio
{

void NavHistory::visit(const NavPlace &place)
{
    if (current() == place)
        return;
    m_places.resize(m_at + 1);
    m_places.append(place);
    if (m_places.size() > most)
        m_places.removeFirst();
    m_at = m_places.size() - 1;
}

std::optional<NavPlace> NavHistory::back()
{
    if (!canGoBack())
        return {};
    return m_places.at(--m_at);
}

std::optional<NavPlace> NavHistory::forward()
{
    if (!canGoForward())
        return {};
    return m_places.at(++m_at);
}

std::optional<NavPlace> NavHistory::current() const
{
    return m_at >= 0 ? std::optional(m_places.at(m_at)) : std::nullopt;
}

void NavHistory::remove(const NavPlace &place)
{
    for (qsizetype i = m_places.size() - 1; i >= 0; --i) {
        // What stood on either side of it may be the same place.
        const bool twice = i + 1 < m_places.size() && m_places.at(i) == m_places.at(i + 1);
        if (m_places.at(i) != place && !twice)
            continue;
        m_places.removeAt(i);
        if (i < m_at || m_at == m_places.size())
            --m_at;
    }
}

} // namespace Studio
