// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "json/jsonstyle.h"
#include "json/jsontree.h"
#include "json/textedit.h"

#include <QByteArray>
#include <QHash>
#include <QList>

namespace Studio
{

/// Gathers changes to the values of one text and works out the edits for all of them together, commas and
/// white space included. The tree and its text must outlive it. One thread at a time.
class JsonBatchEdit
{
public:
    explicit JsonBatchEdit(const JsonTree &tree)
        : m_tree(tree)
        , m_style(tree)
    {
    }

    /// Not together with a change inside that value, and once only.
    void replace(int node, const QByteArray &value) { m_replaced.insert(node, value); }
    void remove(int node) { m_removed.insert(node, true); }
    /// Behind the last member or element, in the order of the calls; `name` as a token with quotes, empty in
    /// an array.
    void append(int container, const QByteArray &name, const QByteArray &value)
    {
        m_appended[container].append({name, value});
    }
    bool isEmpty() const { return m_replaced.isEmpty() && m_removed.isEmpty() && m_appended.isEmpty(); }

    /// In order of their place. Linear.
    QList<TextEdit> edits() const;

private:
    struct Item {
        QByteArray name;
        QByteArray value;
    };

    void editContainer(int container, QList<TextEdit> &edits) const;
    QList<QByteArray> texts(int container) const;

    const JsonTree &m_tree;
    JsonStyle m_style;
    QHash<int, QByteArray> m_replaced;
    QHash<int, bool> m_removed;
    QHash<int, QList<Item>> m_appended;
};

} // namespace Studio
