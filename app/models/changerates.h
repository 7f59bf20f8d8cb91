// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QHash>
#include <QtGlobal>

namespace Studio
{

/// How often something changes below each branch: changes a second, weighted towards the last ten seconds.
/// Knows only branches of which something was heard not long ago. Pure: time comes in, in ms since 1970.
class ChangeRates
{
public:
    void heard(const QByteArray &branch, qint64 at);
    /// Changes a second; 0 = none for a while.
    double perSecond(const QByteArray &branch, qint64 now) const;
    void clear() { m_branches.clear(); }
    qsizetype size() const { return m_branches.size(); }

    static constexpr qint64 spanMs = 10'000;
    static constexpr qsizetype mostBranches = 20'000; ///< above that the quiet ones are forgotten

private:
    struct Rate {
        double perSecond = 0; ///< at `at`
        qint64 at = 0;
    };

    static double decayed(const Rate &rate, qint64 now);
    void forgetQuiet(qint64 now);

    QHash<QByteArray, Rate> m_branches;
};

} // namespace Studio
