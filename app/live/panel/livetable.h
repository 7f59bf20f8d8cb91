// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QTreeView>

namespace Studio
{

class Theme;

/// A plain table of the live panel whose columns sort: changes by key, rates by branch.
class LiveTable : public QTreeView
{
    Q_OBJECT

public:
    /// `widths` of the columns in pixels at 100 %; 0 takes what is left. `monospaced`: columns with keys and
    /// values.
    LiveTable(Theme &theme, QAbstractItemModel &model, int sortedBy, QList<int> widths, QList<int> monospaced,
              QWidget *parent = nullptr);

signals:
    void openRequested(const QModelIndex &index);
    void pauseRequested();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;

private:
    void applyTheme();

    Theme &m_theme;
    const QList<int> m_widths;
};

} // namespace Studio
