// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "session/raceguard.h"

namespace Studio
{

RaceGuard::Ticket RaceGuard::begin(const QByteArray &first, const QByteArray &last)
{
    const Ticket ticket = m_next++;
    m_open.emplace(ticket, Request{first, last, {}});
    return ticket;
}

void RaceGuard::touch(const QByteArray &key, qint64 now)
{
    for (auto &[ticket, request] : m_open) {
        if (request.first <= key && key <= request.last)
            request.touched[key] = now;
    }
}

QList<QByteArray> RaceGuard::end(Ticket ticket, qint64 sentAt)
{
    const auto it = m_open.find(ticket);
    if (it == m_open.end())
        return {};
    QList<QByteArray> keys;
    for (const auto &[key, at] : it->second.touched) {
        if (at >= sentAt)
            keys.append(key);
    }
    m_open.erase(it);
    return keys;
}

void RaceGuard::drop(Ticket ticket)
{
    m_open.erase(ticket);
}

bool RaceGuard::readAgain(const QByteArray &key)
{
    if (++m_rereads[key] <= maxRereads)
        return true;
    m_rereads.remove(key);
    return false;
}

void RaceGuard::decided(const QByteArray &key)
{
    m_rereads.remove(key);
}

void RaceGuard::decided(const QByteArray &first, const QByteArray &last, const QSet<QByteArray> &undecided)
{
    m_rereads.removeIf([&](const QHash<QByteArray, int>::iterator &reread) {
        const QByteArray &key = reread.key();
        return first <= key && key <= last && !undecided.contains(key);
    });
}

} // namespace Studio
