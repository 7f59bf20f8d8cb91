// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QObject>

namespace Studio
{

class KeyTree;
class KeyTreeModel;
class LevelLister;
class Session;

/// Ways to a place in the tree that take several steps, each of which may need the network.
class TreeNavigator : public QObject
{
    Q_OBJECT

public:
    TreeNavigator(Session &session, KeyTree &tree, KeyTreeModel &model, LevelLister &lister, QObject *parent);

    /// A later call takes the place of one that is under way.
    void goToKey(const QByteArray &key);
    void expandTo(const QByteArray &prefix);
    bool isBusy() const { return !m_key.isEmpty() || m_expanding; }

signals:
    void expanded(const QByteArray &prefix);
    void wentToKey(const QByteArray &key, bool found);

private:
    void selectKey(const QByteArray &key);
    void step();
    /// Opens the branch rows above and including `prefix` that are known; the first unknown level or "".
    bool openDownTo(const QByteArray &prefix, QByteArray *missingIn);

    Session &m_session;
    KeyTree &m_tree;
    KeyTreeModel &m_model;
    LevelLister &m_lister;
    QByteArray m_key;
    QByteArray m_prefix;
    bool m_expanding = false;
};

} // namespace Studio
