// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QList>
#include <QObject>

class QTimer;

namespace Studio
{

class KeyTree;
class KeyTreeModel;
class Session;

/// Tells the session what of the tree is in sight: keys (with a margin) and the branches to hear about. Waits
/// until scrolling rests for a moment and says the same thing only once.
class TreeInterest : public QObject
{
    Q_OBJECT

public:
    TreeInterest(Session &session, KeyTree &tree, KeyTreeModel &model, QObject *view);

    /// What is in sight may have changed.
    void touch();

    const QList<QByteArray> &keys() const { return m_keys; }
    const QList<QByteArray> &prefixes() const { return m_prefixes; }

    /// `prefixes` sorted and without those that lie within another one.
    static QList<QByteArray> outermost(QList<QByteArray> prefixes);

private:
    void report();

    Session &m_session;
    KeyTree &m_tree;
    KeyTreeModel &m_model;
    QObject *m_view;
    QTimer *m_timer;
    QList<QByteArray> m_keys;
    QList<QByteArray> m_lone;
    QList<QByteArray> m_prefixes;
};

} // namespace Studio
