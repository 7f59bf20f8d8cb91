// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QStyledItemDelegate>

namespace Studio
{

class Theme;

/// Paints the rows of JsonTreeModel in the colours of JSON, and edits them in place: names and values in a
/// line that turns red while it would not be taken, types in a list.
class JsonTreeDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    explicit JsonTreeDelegate(Theme &theme, QObject *parent = nullptr);

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QWidget *createEditor(QWidget *parent, const QStyleOptionViewItem &option,
                          const QModelIndex &index) const override;
    void setEditorData(QWidget *editor, const QModelIndex &index) const override;
    void setModelData(QWidget *editor, QAbstractItemModel *model, const QModelIndex &index) const override;

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override;

private:
    QWidget *createTypeList(QWidget *parent) const;

    Theme &m_theme;
};

} // namespace Studio
