// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QtGlobal>

#include <array>

namespace Studio
{

/// How many changes each branch had in each of the last sixty seconds: "who floods the server?". Exact for
/// the branches that it holds; past `mostBranches` those that were quiet for a minute go first, and what
/// finds no place is counted together. Pure: time comes in, in ms since 1970.
class BranchRates
{
public:
    static constexpr int seconds = 60;
    static constexpr qsizetype mostBranches = 4'000;

    struct Figures {
        QByteArray branch; ///< "order:eu:"; empty: keys without a separator
        quint32 lastSecond = 0; ///< in the last full second
        quint32 lastMinute = 0; ///< in the last sixty full seconds
        quint64 total = 0; ///< since the beginning
    };

    void heard(const QByteArray &branch, qint64 at, quint32 count = 1);
    /// Of every branch, as of `now`; in no order.
    QList<Figures> figures(qint64 now) const;
    /// Changes of branches that had no place, since the beginning.
    quint64 notHeld() const { return m_notHeld; }
    qsizetype size() const { return m_branches.size(); }
    void clear();

private:
    struct Counts {
        std::array<quint32, seconds + 1> perSecond{}; ///< the one that is being counted and those before it
        qint64 second = 0; ///< of the last change
        quint64 total = 0;

        void moveTo(qint64 second);
        quint32 in(qint64 second) const;
    };

    bool makeRoom(qint64 second);

    QHash<QByteArray, Counts> m_branches;
    quint64 m_notHeld = 0;
    qint64 m_lookedAt = 0; ///< second of the last look for quiet branches
};

} // namespace Studio
