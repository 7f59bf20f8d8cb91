// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "live/panel/keychangetable.h"

#include "models/keychangemodel.h"
#include "shell/theme.h"

#include <QHeaderView>
#include <QStyledItemDelegate>

namespace Studio
{

namespace
{

ColorRole colorOf(KeyChange::Kind kind)
{
    switch (kind) {
    case KeyChange::Kind::Created:
        return ColorRole::Created;
    case KeyChange::Kind::Changed:
        return ColorRole::Replaced;
    case KeyChange::Kind::Removed:
        return ColorRole::Removed;
    }
    return ColorRole::Text;
}

class ChangeDelegate : public QStyledItemDelegate
{
public:
    ChangeDelegate(Theme &theme, const KeyChangeModel &model, QObject *parent)
        : QStyledItemDelegate(parent)
        , m_theme(theme)
        , m_model(model)
    {
    }

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        return {QStyledItemDelegate::sizeHint(option, index).width(), m_theme.metric(26)};
    }

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override
    {
        QStyledItemDelegate::initStyleOption(option, index);
        option->textElideMode =
            index.column() == KeyChangeModel::KeyColumn ? Qt::ElideMiddle : Qt::ElideRight;
        const KeyChange *change = m_model.changeAt(index.row());
        if (index.column() != KeyChangeModel::KindColumn) {
            option->font = m_theme.monospaceFont();
        } else if (change) {
            const QColor color = m_theme.color(colorOf(change->kind));
            for (const QPalette::ColorRole role : {QPalette::Text, QPalette::HighlightedText})
                option->palette.setColor(role, color);
        }
    }

private:
    Theme &m_theme;
    const KeyChangeModel &m_model;
};

} // namespace

KeyChangeTable::KeyChangeTable(Theme &theme, KeyChangeModel &model, QWidget *parent)
    : QTreeView(parent)
{
    setModel(&model);
    setItemDelegate(new ChangeDelegate(theme, model, this));
    setRootIsDecorated(false);
    setItemsExpandable(false);
    setUniformRowHeights(true);
    setAllColumnsShowFocus(true);
    setFrameShape(QFrame::NoFrame);
    header()->resizeSection(KeyChangeModel::KeyColumn, theme.metric(260));
    header()->resizeSection(KeyChangeModel::KindColumn, theme.metric(90));
}

} // namespace Studio
