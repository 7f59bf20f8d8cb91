// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "editor/jsontreedelegate.h"

#include "models/jsontreemodel.h"
#include "shell/theme.h"

#include <QComboBox>
#include <QLineEdit>

namespace Studio
{

namespace
{

using Model = JsonTreeModel;

ColorRole valueRole(JsonType type)
{
    switch (type) {
    case JsonType::String:
        return ColorRole::JsonString;
    case JsonType::Number:
        return ColorRole::JsonNumber;
    case JsonType::Boolean:
    case JsonType::Null:
        return ColorRole::JsonLiteral;
    default:
        return ColorRole::TextFaint;
    }
}

} // namespace

JsonTreeDelegate::JsonTreeDelegate(Theme &theme, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_theme(theme)
{
}

QSize JsonTreeDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    return {QStyledItemDelegate::sizeHint(option, index).width(), m_theme.metric(24)};
}

void JsonTreeDelegate::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    ColorRole role = ColorRole::TextMuted;
    option->textElideMode = Qt::ElideRight;
    option->font = m_theme.font();
    if (index.column() == Model::ValueColumn) {
        role = valueRole(JsonType(index.data(Model::JsonTypeRole).toInt()));
        if (!index.data(Model::IsContainerRole).toBool())
            option->font = m_theme.monospaceFont();
    } else if (index.column() == Model::NameColumn) {
        if (const int place = index.data(Model::PlaceRole).toInt(); place >= 0) {
            option->text = QString::number(place);
            option->features |= QStyleOptionViewItem::HasDisplay;
            role = ColorRole::TextFaint;
        }
        if (index.parent().isValid())
            option->font = m_theme.monospaceFont();
        if (index.data(Model::IsMemberRole).toBool())
            role = ColorRole::JsonKey;
    }
    option->fontMetrics = QFontMetrics(option->font);
    for (const auto part : {QPalette::Text, QPalette::HighlightedText})
        option->palette.setColor(part, m_theme.color(role));
}

QWidget *JsonTreeDelegate::createTypeList(QWidget *parent) const
{
    auto *list = new QComboBox(parent);
    list->setAccessibleName(tr("Type"));
    for (int type = 0; type <= int(JsonType::Null); ++type)
        list->addItem(Model::typeName(JsonType(type)), type);
    auto *self = const_cast<JsonTreeDelegate *>(this);
    connect(list, &QComboBox::activated, self, [self, list] {
        emit self->commitData(list);
        emit self->closeEditor(list);
    });
    QMetaObject::invokeMethod(list, &QComboBox::showPopup, Qt::QueuedConnection);
    return list;
}

QWidget *JsonTreeDelegate::createEditor(QWidget *parent, const QStyleOptionViewItem &,
                                        const QModelIndex &index) const
{
    if (index.column() == Model::TypeColumn)
        return createTypeList(parent);
    auto *line = new QLineEdit(parent);
    line->setFrame(true);
    line->setAutoFillBackground(true);
    line->setFont(m_theme.monospaceFont());
    line->setAccessibleName(index.column() == Model::NameColumn ? tr("Name") : tr("Value"));
    const auto *model = qobject_cast<const Model *>(index.model());
    connect(line, &QLineEdit::textChanged, line, [this, line, model, at = QPersistentModelIndex(index)] {
        const bool isFine = !at.isValid() || !model->isEditable() || model->accepts(at, line->text());
        QPalette palette; // that of the theme, but for what is wrong
        if (!isFine)
            palette.setColor(QPalette::Text, m_theme.color(ColorRole::Removed));
        line->setPalette(palette);
    });
    return line;
}

void JsonTreeDelegate::setEditorData(QWidget *editor, const QModelIndex &index) const
{
    if (auto *list = qobject_cast<QComboBox *>(editor)) {
        list->setCurrentIndex(list->findData(index.data(Qt::EditRole)));
    } else if (auto *line = qobject_cast<QLineEdit *>(editor)) {
        line->setText(index.data(Qt::EditRole).toString());
        line->selectAll();
    }
}

void JsonTreeDelegate::setModelData(QWidget *editor, QAbstractItemModel *model,
                                    const QModelIndex &index) const
{
    if (const auto *list = qobject_cast<QComboBox *>(editor)) {
        model->setData(index, list->currentData());
    } else if (const auto *line = qobject_cast<QLineEdit *>(editor)) {
        // A line cannot show every character; what was not touched is no edit.
        if (line->isModified())
            model->setData(index, line->text());
    }
}

} // namespace Studio
