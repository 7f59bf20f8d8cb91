// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "session/verifyqueue.h"

#include <algorithm>
#include <iterator>

namespace Studio
{

namespace
{

// A page of neighbours costs one request like a single read; strangers between them only cost bytes.
constexpr int smallestPage = 16;
constexpr int largestPage = 250;
constexpr int strangersPerKey = 3;

} // namespace

void VerifyQueue::add(const QByteArray &key, bool urgent)
{
    if (key.isEmpty())
        return;
    if (urgent) {
        m_keys.erase(key);
        m_urgent.insert(key);
    } else if (!m_urgent.contains(key) && qsizetype(m_keys.size()) < maxKeys) {
        m_keys.insert(key);
    }
}

void VerifyQueue::remove(const QByteArray &key)
{
    m_urgent.erase(key);
    m_keys.erase(key);
}

void VerifyQueue::removeStretch(const QByteArray &first, const QByteArray &last,
                                const QSet<QByteArray> &undecided)
{
    for (std::set<QByteArray> *keys : {&m_urgent, &m_keys, &m_taken}) {
        const auto end = keys->upper_bound(last);
        for (auto key = keys->lower_bound(first); key != end;)
            key = undecided.contains(*key) ? std::next(key) : keys->erase(key);
    }
}

void VerifyQueue::clear()
{
    m_urgent.clear();
    m_keys.clear();
    m_taken.clear();
}

std::optional<VerifyQueue::Query> VerifyQueue::take()
{
    if (!m_urgent.empty()) {
        const QByteArray key = *m_urgent.begin();
        m_urgent.erase(m_urgent.begin());
        return Query{key, key, 1};
    }
    if (m_keys.empty())
        return {};
    const QByteArray first = *m_keys.begin();
    if (m_keys.size() == 1) {
        m_keys.clear();
        return Query{first, first, 1};
    }
    m_taken.clear();
    m_taken.swap(m_keys);
    const int wanted = int(m_taken.size()) * (1 + strangersPerKey);
    return Query{first, *m_taken.rbegin(), std::clamp(wanted, smallestPage, largestPage)};
}

void VerifyQueue::putBack(const Query &query, const QByteArray &decidedUpTo)
{
    if (query.isSingle())
        return;
    m_keys.insert(m_taken.upper_bound(decidedUpTo), m_taken.end());
    m_taken.clear();
}

} // namespace Studio
