// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "browser/treeinterest.h"

#include "browser/keytree.h"
#include "models/keytreemodel.h"
#include "session/session.h"

#include <QTimer>

#include <algorithm>

namespace Studio
{

namespace
{

constexpr int DebounceMs = 200;
constexpr int MarginRows = 20;

} // namespace

TreeInterest::TreeInterest(Session &session, KeyTree &tree, KeyTreeModel &model, QObject *view)
    : QObject(view)
    , m_session(session)
    , m_tree(tree)
    , m_model(model)
    , m_view(view)
    , m_timer(new QTimer(this))
{
    m_timer->setSingleShot(true);
    m_timer->setInterval(DebounceMs);
    connect(m_timer, &QTimer::timeout, this, &TreeInterest::report);
    connect(&tree, &KeyTree::sightChanged, this, &TreeInterest::touch);
}

void TreeInterest::touch()
{
    // Not restarted: under steady change it would never run.
    if (!m_timer->isActive())
        m_timer->start();
}

QList<QByteArray> TreeInterest::outermost(QList<QByteArray> prefixes)
{
    std::sort(prefixes.begin(), prefixes.end());
    QList<QByteArray> kept;
    for (const QByteArray &prefix : prefixes) {
        if (kept.isEmpty() || !prefix.startsWith(kept.constLast()))
            kept.append(prefix);
    }
    return kept;
}

void TreeInterest::report()
{
    QList<QByteArray> keys;
    QList<QByteArray> lone;
    QList<QByteArray> prefixes;
    if (m_tree.isVisible()) {
        const QList<QModelIndex> rows = m_tree.rowsInSight(MarginRows);
        for (const QModelIndex &index : rows) {
            const QByteArray key = m_model.keyOf(index);
            const QByteArray level = m_model.levelOf(index);
            if (!m_model.isBranch(index))
                keys.append(key);
            if (!level.isEmpty())
                prefixes.append(level);
            else
                lone.append(key);
        }
        prefixes = outermost(std::move(prefixes));
    }
    if (keys != m_keys || lone != m_lone) {
        m_keys = keys;
        m_lone = lone;
        // Keys that stand in no branch are heard of one by one.
        m_session.setInterest(m_view, m_keys, m_lone);
    }
    if (prefixes != m_prefixes) {
        m_prefixes = prefixes;
        m_session.setWatchedPrefixes(m_view, m_prefixes);
    }
}

} // namespace Studio
