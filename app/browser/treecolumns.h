// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QHash>
#include <QList>
#include <QObject>
#include <QString>

class QMenu;
class QTreeView;

namespace Studio
{

class Theme;

/// Which columns the key tree has beside the name, in which order and how wide. The name comes first and
/// takes what the others leave; where that would be too little, columns at the end give way until there is
/// room again. Without any column there is no header.
class TreeColumns : public QObject
{
    Q_OBJECT

public:
    TreeColumns(QTreeView &tree, Theme &theme);

    /// Columns that were chosen, in their order; those without room included.
    QList<int> chosen() const;
    bool isChosen(int column) const { return chosen().contains(column); }
    /// Chosen, and there is room for it.
    bool isShown(int column) const;
    void choose(int column, bool chosen);
    void reset();

    /// "count:64,value:160": what restore() takes.
    QString state() const;
    void restore(const QString &state);

    /// A choice for each column; deleted by its owner.
    void fill(QMenu &menu);

    /// The view has another width.
    void fit();

signals:
    /// The person chose, moved or sized a column.
    void changed();

private:
    void resized(int column, int before, int now);
    int width(int column) const;
    int nameMinimum() const;
    void tell();

    QTreeView &m_tree;
    Theme &m_theme;
    QList<int> m_chosen; ///< in the order of the header
    QHash<int, int> m_widths; ///< of columns that the person sized
    bool m_arranging = false; ///< sections change by our doing
};

} // namespace Studio
