// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/keysource.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <functional>

namespace Studio
{

/// The known keys that contain a text, found piece by piece and kept up to date. ASCII letters match in any
/// case.
class KeyFilter : public ListedKeys
{
public:
    explicit KeyFilter(const KeyspaceMirror &mirror)
        : m_mirror(mirror)
    {
    }

    /// Starts anew; empty: nothing matches and nothing is searched.
    void setText(const QString &text);
    bool isActive() const { return !m_needle.isEmpty(); }
    bool isRunning() const { return isActive() && !m_done; }

    /// Looks through further keys until `outOfTime` says so; returns the new matches, sorted.
    QList<QByteArray> search(const std::function<bool()> &outOfTime);
    /// What matches of newly known keys, already taken in; what the search will still come to is left to it.
    QList<QByteArray> insert(const QList<QByteArray> &known);
    /// What matched of the keys that are gone.
    QList<QByteArray> remove(const QList<QByteArray> &gone);
    /// What matches of `changed`.
    QList<QByteArray> among(const QList<QByteArray> &changed) const;

    bool matches(QByteArrayView key) const;

private:
    const KeyspaceMirror &m_mirror;
    QByteArray m_needle; ///< ASCII letters small
    QByteArray m_place; ///< keys before it were looked at
    bool m_done = true;
};

} // namespace Studio
