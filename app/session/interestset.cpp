// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "session/interestset.h"

namespace Studio
{

QList<QByteArray> InterestSet::set(View view, const QList<QByteArray> &visible, const QList<QByteArray> &open)
{
    const Wants before = m_views.value(view);
    const QSet<QByteArray> known = QSet<QByteArray>(before.visible.cbegin(), before.visible.cend())
                                 + QSet<QByteArray>(before.open.cbegin(), before.open.cend());
    if (visible.isEmpty() && open.isEmpty())
        m_views.remove(view);
    else
        m_views.insert(view, {visible, open});
    QList<QByteArray> fresh;
    for (const QList<QByteArray> *list : {&visible, &open}) {
        for (const QByteArray &key : *list) {
            if (!known.contains(key) && !fresh.contains(key))
                fresh.append(key);
        }
    }
    return fresh;
}

void InterestSet::remove(View view)
{
    m_views.remove(view);
}

QSet<QByteArray> InterestSet::keys(QList<QByteArray> Wants::*list) const
{
    QSet<QByteArray> keys;
    for (const Wants &wants : m_views)
        keys.unite(QSet<QByteArray>((wants.*list).cbegin(), (wants.*list).cend()));
    return keys;
}

} // namespace Studio
