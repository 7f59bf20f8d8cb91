// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/changerates.h"

#include <algorithm>
#include <cmath>

namespace Studio
{

namespace
{

constexpr double quiet = 0.01; // changes a second: less is told as none

} // namespace

double ChangeRates::decayed(const Rate &rate, qint64 now)
{
    // A clock that was set back does not make the rate grow.
    const auto age = double(std::max<qint64>(0, now - rate.at));
    return rate.perSecond * std::exp(-age / double(spanMs));
}

void ChangeRates::heard(const QByteArray &branch, qint64 at)
{
    if (m_branches.size() >= mostBranches && !m_branches.contains(branch))
        forgetQuiet(at);
    Rate &rate = m_branches[branch];
    rate.perSecond = decayed(rate, at) + 1000.0 / double(spanMs);
    rate.at = std::max(rate.at, at);
}

double ChangeRates::perSecond(const QByteArray &branch, qint64 now) const
{
    const auto known = m_branches.constFind(branch);
    if (known == m_branches.cend())
        return 0;
    const double rate = decayed(*known, now);
    return rate < quiet ? 0 : rate;
}

void ChangeRates::forgetQuiet(qint64 now)
{
    double limit = quiet;
    // So many at once are seldom: what is left are the liveliest.
    while (m_branches.size() >= mostBranches) {
        m_branches.removeIf(
            [&](const QHash<QByteArray, Rate>::iterator &entry) { return decayed(*entry, now) < limit; });
        limit *= 4;
    }
}

} // namespace Studio
