// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "json/jsontree.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QList>

namespace Studio
{

/// How a text is written around a place, so that what is added looks like its neighbours. Any thread.
class JsonStyle
{
public:
    explicit JsonStyle(const JsonTree &tree)
        : m_tree(tree)
        , m_isOneLine(!tree.text().contains('\n'))
    {
    }

    /// What stands between two children of `container`: the comma and the white space around it.
    QByteArray separator(int container) const;
    /// What stands between a name and its value.
    QByteArray colon(int container) const;
    /// What stands between the brackets of `container`, which is empty now, with these children in it.
    QByteArray filled(int container, const QList<QByteArray> &items) const;
    /// Where a child begins: at its name, if it has one.
    qsizetype start(int child) const;
    qsizetype end(int child) const;

private:
    QByteArrayView before(int container) const;
    QByteArrayView behind(int container) const;
    QByteArrayView lineIndent(qsizetype offset) const;
    int nearestFilled(int container) const;
    int lastChild(int container) const;

    const JsonTree &m_tree;
    bool m_isOneLine;
};

/// `text` as a JSON string, with its quotes; everything that need not be escaped stays. `text` must be UTF-8.
QByteArray quotedJsonString(QByteArrayView text);
void appendQuotedJsonString(QByteArray &out, QByteArrayView text);

} // namespace Studio
