// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "browser/treenavigator.h"

#include "browser/keytree.h"
#include "browser/levellister.h"
#include "mirror/keyspacemirror.h"
#include "models/keytreemodel.h"
#include "session/readoperation.h"
#include "session/session.h"

#include <QTimer>

namespace Studio
{

TreeNavigator::TreeNavigator(Session &session, KeyTree &tree, KeyTreeModel &model, LevelLister &lister,
                             QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_tree(tree)
    , m_model(model)
    , m_lister(lister)
{
    const auto later = [this] { QTimer::singleShot(0, this, &TreeNavigator::step); };
    connect(&lister, &LevelLister::listed, this, later);
    connect(&lister, &LevelLister::failed, this, later);
    connect(&model, &QAbstractItemModel::rowsInserted, this, later);
    connect(&model, &QAbstractItemModel::modelReset, this, later);
}

void TreeNavigator::goToKey(const QByteArray &key)
{
    m_key = key;
    if (m_session.mirror().isKnown(key)) {
        selectKey(key);
        return;
    }
    // One read settles whether it is there; listing the levels above could take many pages.
    ReadOperation *operation = m_session.read(key);
    connect(operation, &ReadOperation::finished, this, [this, operation] {
        if (operation->key() == m_key)
            selectKey(operation->key());
    });
}

void TreeNavigator::selectKey(const QByteArray &key)
{
    m_key.clear();
    const QModelIndex index = m_model.indexOfKey(key);
    if (index.isValid()) {
        for (QModelIndex above = index.parent(); above.isValid(); above = above.parent())
            m_tree.expand(above);
        m_tree.setCurrentIndex(index);
        m_tree.scrollTo(index, QAbstractItemView::EnsureVisible);
    }
    emit wentToKey(key, index.isValid());
}

void TreeNavigator::expandTo(const QByteArray &prefix)
{
    m_prefix = prefix;
    m_expanding = true;
    QTimer::singleShot(0, this, &TreeNavigator::step);
}

bool TreeNavigator::openDownTo(const QByteArray &prefix, QByteArray *missingIn)
{
    // Any key below the branch has it and those above it on its way.
    const QList<QByteArray> way =
        prefix.isEmpty() ? QList<QByteArray>() : m_model.branchesAbove(prefix + 'x');
    QByteArray level;
    for (const QByteArray &branch : way) {
        const QModelIndex index = m_model.indexOfBranch(branch);
        if (!index.isValid()) {
            *missingIn = level;
            return false;
        }
        m_tree.expand(index);
        level = branch;
    }
    return true;
}

void TreeNavigator::step()
{
    if (!m_expanding)
        return;
    QByteArray level;
    const bool open = openDownTo(m_prefix, &level);
    if (open)
        level = m_prefix;
    if (m_lister.isListing(level))
        return;
    if (!m_lister.isListed(level)) {
        if (m_lister.errorOf(level).isError())
            m_expanding = false; // it cannot be read; the view says why
        else
            m_lister.list(level);
        return;
    }
    // Listed: the branch is open, or it turned out that there is none.
    m_expanding = false;
    if (open)
        emit expanded(m_prefix);
}

} // namespace Studio
