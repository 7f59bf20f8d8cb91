// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/keypattern.h"
#include "models/keysource.h"

#include <QByteArray>
#include <QList>

#include <functional>

namespace Studio
{

/// The known keys that match a search, found piece by piece and kept up to date.
class KeyFilter : public ListedKeys
{
public:
    explicit KeyFilter(const KeyspaceMirror &mirror)
        : m_mirror(mirror)
    {
    }

    /// Starts anew; without a text nothing matches and nothing is searched. Returns the keys that were found
    /// before: freeing a million of them takes long.
    std::vector<QByteArray> start(const KeySearch &search);
    bool isActive() const { return !m_pattern.isEmpty(); }
    bool isRunning() const { return isActive() && !m_done; }

    /// Looks through further keys until `outOfTime` says so; returns the new matches, sorted.
    QList<QByteArray> search(const std::function<bool()> &outOfTime);
    /// What matches of newly known keys, already taken in; what the search will still come to is left to it.
    QList<QByteArray> insert(const QList<QByteArray> &known);
    /// What matched of the keys that are gone.
    QList<QByteArray> remove(const QList<QByteArray> &gone);
    /// What matches of `changed`.
    QList<QByteArray> among(const QList<QByteArray> &changed) const;

    bool matches(QByteArrayView key) const { return m_pattern.matches(key); }

private:
    const KeyspaceMirror &m_mirror;
    KeyPattern m_pattern;
    QByteArray m_place; ///< keys before it were looked at
    bool m_done = true;
};

} // namespace Studio
