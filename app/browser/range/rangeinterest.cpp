// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "browser/range/rangeinterest.h"

#include "browser/range/rangetable.h"
#include "models/rangemodel.h"
#include "session/session.h"

#include <QWidget>

#include <algorithm>

namespace Studio
{

namespace
{

constexpr int DebounceMs = 200;
constexpr int MarginRows = 20;

/// What both ends begin with; everything between them does as well.
QByteArray commonBegin(const KeyInterval &interval)
{
    const qsizetype most = std::min(interval.first.size(), interval.last.size());
    qsizetype size = 0;
    while (size < most && interval.first[size] == interval.last[size])
        ++size;
    // No half of a character.
    while (size > 0 && size < interval.first.size() && (interval.first[size] & 0xC0) == 0x80)
        --size;
    return interval.first.first(size);
}

} // namespace

RangeInterest::RangeInterest(Session &session, RangeTable &table, RangeModel &model, QObject *view)
    : QObject(view)
    , m_session(session)
    , m_table(table)
    , m_model(model)
    , m_view(view)
{
    m_timer.setSingleShot(true);
    m_timer.setInterval(DebounceMs);
    connect(&m_timer, &QTimer::timeout, this, &RangeInterest::report);
    connect(&table, &RangeTable::sightChanged, this, &RangeInterest::touch);
    connect(&model, &QAbstractItemModel::dataChanged, this, &RangeInterest::touch);
}

void RangeInterest::touch()
{
    // Not restarted: under steady change it would never run.
    if (!m_timer.isActive())
        m_timer.start();
}

void RangeInterest::setInterval(const KeyInterval &interval)
{
    m_interval = interval;
    m_asked.clear();
    m_watched = false;
    touch();
}

void RangeInterest::report()
{
    QList<QByteArray> keys;
    QList<QByteArray> unread;
    const auto [first, last] = m_table.rowsInSight();
    if (m_table.isVisible() && first >= 0) {
        const int from = std::max(0, first - MarginRows);
        const int to = std::min(m_model.rowCount() - 1, last + MarginRows);
        for (int row = from; row <= to; ++row) {
            keys.append(m_model.keyAt(row));
            if (m_model.rowState(row) == RangeModel::RowState::Unread)
                unread.append(keys.constLast());
        }
    }
    // An empty range is heard of, too: it may not stay empty.
    const auto *place = qobject_cast<QWidget *>(m_view);
    if (place && place->isVisible() && !m_watched && !m_interval.first.isEmpty()) {
        m_watched = true;
        const QByteArray prefix = commonBegin(m_interval);
        m_session.setWatchedPrefixes(m_view,
                                     prefix.isEmpty() ? QList<QByteArray>() : QList<QByteArray>{prefix});
    }
    if (keys != m_keys) {
        m_keys = keys;
        m_session.setInterest(m_view, keys, {});
    }
    QSet<QByteArray> stillUnread;
    QList<QByteArray> ask;
    for (const QByteArray &key : std::as_const(unread)) {
        stillUnread.insert(key);
        if (!m_asked.contains(key))
            ask.append(key);
    }
    // What is out of sight is asked for again when it comes back.
    m_asked = stillUnread;
    if (!ask.isEmpty())
        m_session.readAgain(ask);
}

} // namespace Studio
