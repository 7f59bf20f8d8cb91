// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "json/jsonbatchedit.h"

#include <QSet>

#include <algorithm>

namespace Studio
{

QList<TextEdit> JsonBatchEdit::edits() const
{
    QList<TextEdit> edits;
    for (auto it = m_replaced.cbegin(); it != m_replaced.cend(); ++it) {
        const auto &node = m_tree.node(it.key());
        edits.append({node.offset, node.length, it.value()});
    }
    QSet<int> containers(m_appended.keyBegin(), m_appended.keyEnd());
    for (auto it = m_removed.keyBegin(); it != m_removed.keyEnd(); ++it)
        containers.insert(m_tree.node(*it).parent);
    for (const int container : std::as_const(containers))
        editContainer(container, edits);
    std::stable_sort(edits.begin(), edits.end(),
                     [](const TextEdit &a, const TextEdit &b) { return a.offset < b.offset; });
    return edits;
}

QList<QByteArray> JsonBatchEdit::texts(int container) const
{
    QList<QByteArray> texts;
    for (const Item &item : m_appended.value(container)) {
        texts.append(item.name.isEmpty() ? item.value
                                         : QByteArray(item.name + m_style.colon(container) + item.value));
    }
    return texts;
}

void JsonBatchEdit::editContainer(int container, QList<TextEdit> &edits) const
{
    const QList<QByteArray> added = texts(container);
    const QByteArray separator = added.isEmpty() ? QByteArray() : m_style.separator(container);
    int firstKept = -1;
    int lastKept = -1;
    int last = -1;
    for (int child = m_tree.node(container).firstChild; child >= 0; child = m_tree.node(child).next) {
        last = child;
        if (m_removed.contains(child))
            continue;
        firstKept = firstKept < 0 ? child : firstKept;
        lastKept = child;
    }
    if (lastKept < 0) {
        // All that was in it goes; with new children the white space at the brackets stays.
        const qsizetype inner = m_tree.node(container).offset + 1;
        const qsizetype innerEnd = m_style.end(container) - 1;
        if (last < 0 || added.isEmpty()) {
            edits.append(
                {inner, innerEnd - inner, m_style.filled(container, last < 0 ? added : QList<QByteArray>())});
        } else {
            const qsizetype from = m_style.start(m_tree.node(container).firstChild);
            edits.append({from, m_style.end(last) - from, added.join(separator)});
        }
        return;
    }
    if (const int first = m_tree.node(container).firstChild; first != firstKept)
        edits.append({m_style.start(first), m_style.start(firstKept) - m_style.start(first), {}});
    QByteArray addition;
    for (const QByteArray &text : added)
        addition += separator + text;
    // Behind each one that stays: what follows it and goes.
    int kept = -1;
    for (int child = firstKept; child >= 0; child = m_tree.node(child).next) {
        if (m_removed.contains(child))
            continue;
        if (kept >= 0 && m_tree.node(kept).next != child) {
            // From behind the kept one to behind the last that goes; the comma in front of `child` stays.
            int gone = m_tree.node(kept).next;
            while (m_tree.node(gone).next != child)
                gone = m_tree.node(gone).next;
            edits.append({m_style.end(kept), m_style.end(gone) - m_style.end(kept), {}});
        }
        kept = child;
    }
    const qsizetype tail = m_style.end(last) - m_style.end(lastKept);
    if (tail > 0 || !addition.isEmpty())
        edits.append({m_style.end(lastKept), tail, addition});
}

} // namespace Studio
