// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/branchrates.h"

#include <algorithm>

namespace Studio
{

namespace
{

constexpr int places = BranchRates::seconds + 1;

} // namespace

void BranchRates::Counts::moveTo(qint64 now)
{
    // A clock that was set back counts into the second that it knows.
    if (now <= second)
        return;
    const qint64 steps = std::min<qint64>(now - second, places);
    for (qint64 i = 1; i <= steps; ++i)
        perSecond[size_t((now - steps + i) % places)] = 0;
    second = now;
}

quint32 BranchRates::Counts::in(qint64 wanted) const
{
    const bool isHeld = wanted >= 0 && wanted <= second && wanted > second - places;
    return isHeld ? perSecond[size_t(wanted % places)] : 0;
}

void BranchRates::heard(const QByteArray &branch, qint64 at, quint32 count)
{
    const qint64 second = at / 1000;
    auto known = m_branches.find(branch);
    if (known == m_branches.end()) {
        if (m_branches.size() >= mostBranches && !makeRoom(second)) {
            m_notHeld += count;
            return;
        }
        known = m_branches.insert(branch, Counts());
        known->second = second;
    }
    known->moveTo(second);
    known->perSecond[size_t(known->second % places)] += count;
    known->total += count;
}

bool BranchRates::makeRoom(qint64 second)
{
    // Looking through all of them is worth it once a second at most.
    if (second == m_lookedAt)
        return false;
    m_lookedAt = second;
    m_branches.removeIf([second](const QHash<QByteArray, Counts>::iterator &entry) {
        return entry->second < second - seconds;
    });
    return m_branches.size() < mostBranches;
}

QList<BranchRates::Figures> BranchRates::figures(qint64 now) const
{
    const qint64 second = now / 1000;
    QList<Figures> all;
    all.reserve(m_branches.size());
    for (auto it = m_branches.cbegin(); it != m_branches.cend(); ++it) {
        Figures figures{it.key(), it->in(second - 1), 0, it->total};
        for (int back = 1; back <= seconds; ++back)
            figures.lastMinute += it->in(second - back);
        all.append(figures);
    }
    return all;
}

void BranchRates::clear()
{
    *this = BranchRates();
}

} // namespace Studio
