// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "live/livevalues.h"

#include "mirror/keyspacemirror.h"

#include <QDateTime>

#include <algorithm>

namespace Studio
{

namespace
{

QList<QByteArray> merged(const QList<QByteArray> &a, const QList<QByteArray> &b)
{
    if (a.isEmpty())
        return b;
    if (b.isEmpty())
        return a;
    QList<QByteArray> both(a.size() + b.size());
    std::merge(a.cbegin(), a.cend(), b.cbegin(), b.cend(), both.begin());
    return both;
}

} // namespace

LiveValues::LiveValues(KeyspaceMirror &mirror, QObject *parent)
    : ValueSource(parent)
    , m_mirror(mirror)
{
    connect(&mirror, &KeyspaceMirror::applied, this, &LiveValues::tell);
    connect(&mirror, &KeyspaceMirror::reset, this, &ValueSource::reset);
}

void LiveValues::tell(const AppliedBatch &batch)
{
    // The three lists are sorted and have no key in common.
    const QList<QByteArray> keys = merged(merged(batch.inserted, batch.removed), batch.changed);
    if (!keys.isEmpty())
        emit changed(keys);
}

std::optional<SourcedValue> LiveValues::value(const QByteArray &key) const
{
    const std::optional<Entry> entry = m_mirror.find(key);
    if (!entry)
        return {};
    SourcedValue found;
    found.changedAt = entry->info.changedAt;
    if (entry->hasValue) {
        found.value = entry->value;
        found.state = entry->info.state;
    }
    return found;
}

bool LiveValues::isKnown(const QByteArray &key) const
{
    return m_mirror.isKnown(key) || m_mirror.coverage(key, key).isComplete();
}

QList<QByteArray> LiveValues::keysUnder(const QByteArray &prefix, qsizetype limit) const
{
    QList<QByteArray> keys;
    for (auto at = m_mirror.lowerBound(prefix); keys.size() < limit && !m_mirror.isEnd(at);
         m_mirror.advance(at)) {
        const QByteArrayView key = m_mirror.keyAt(at);
        if (!key.startsWith(prefix))
            break;
        keys.append(key.toByteArray());
    }
    return keys;
}

qint64 LiveValues::moment() const
{
    return QDateTime::currentMSecsSinceEpoch();
}

} // namespace Studio
