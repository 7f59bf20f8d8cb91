// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QSet>
#include <QtGlobal>

namespace Studio
{

/// What each view shows and has open, and what that is over all views. Pure.
class InterestSet
{
public:
    using View = quint64;

    /// What this view did not show or have open before.
    QList<QByteArray> set(View view, const QList<QByteArray> &visible, const QList<QByteArray> &open);
    void remove(View view);

    QSet<QByteArray> visible() const { return keys(&Wants::visible); }
    QSet<QByteArray> open() const { return keys(&Wants::open); }

private:
    struct Wants {
        QList<QByteArray> visible;
        QList<QByteArray> open;
    };

    QSet<QByteArray> keys(QList<QByteArray> Wants::*list) const;

    QHash<View, Wants> m_views;
};

} // namespace Studio
