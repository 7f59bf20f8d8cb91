// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "browser/range/rangedelegate.h"

#include "browser/agetext.h"
#include "browser/keytreedelegate.h"
#include "models/keytext.h"
#include "models/rangemodel.h"
#include "shell/theme.h"

#include <QDateTime>
#include <QLocale>
#include <QPainter>

namespace Studio
{

namespace
{

constexpr qsizetype LongestTip = 1200;

qint64 now()
{
    return QDateTime::currentMSecsSinceEpoch();
}

} // namespace

RangeDelegate::RangeDelegate(Theme &theme, const RangeModel &model, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_theme(theme)
    , m_model(model)
{
}

QString RangeDelegate::text(const QModelIndex &index) const
{
    const RangeColumn &column = m_model.columns()[index.column()];
    const auto kind = RangeCell::Kind(index.data(RangeModel::CellKindRole).toInt());
    const auto state = RangeModel::RowState(index.data(RangeModel::RowStateRole).toInt());
    if (column.kind != RangeColumn::Kind::Key && state == RangeModel::RowState::Gone)
        return column.kind == RangeColumn::Kind::Value ? tr("deleted") : QString();
    if (kind == RangeCell::Kind::Unread)
        return tr("reading…");
    if (kind == RangeCell::Kind::Missing)
        return {};
    const qint64 number = index.data(RangeModel::CellNumberRole).toLongLong();
    switch (column.kind) {
    case RangeColumn::Kind::Changed:
        return ageText(number, now());
    case RangeColumn::Kind::Size:
    case RangeColumn::Kind::Count:
        return QLocale().toString(number);
    case RangeColumn::Kind::Type:
        if (const std::optional<Entry> entry = m_model.entryAt(index.row()))
            return KeyTreeDelegate::typeName(entry->info.type);
        return {};
    default:
        return index.data(Qt::DisplayRole).toString();
    }
}

bool RangeDelegate::isFigure(const QModelIndex &index) const
{
    const RangeColumn::Kind column = m_model.columns()[index.column()].kind;
    const auto kind = RangeCell::Kind(index.data(RangeModel::CellKindRole).toInt());
    return kind == RangeCell::Kind::Number
        || (kind == RangeCell::Kind::Whole && column != RangeColumn::Kind::Changed);
}

void RangeDelegate::paintCell(QPainter &painter, const QRect &rect, const QModelIndex &index) const
{
    const QString shown = text(index);
    if (shown.isEmpty())
        return;
    const RangeColumn::Kind column = m_model.columns()[index.column()].kind;
    const auto kind = RangeCell::Kind(index.data(RangeModel::CellKindRole).toInt());
    const auto state = RangeModel::RowState(index.data(RangeModel::RowStateRole).toInt());
    ColorRole role = ColorRole::Text;
    QFont font = m_theme.font();
    switch (kind) {
    case RangeCell::Kind::Unread:
        role = ColorRole::TextFaint;
        font.setItalic(true);
        break;
    case RangeCell::Kind::Number:
    case RangeCell::Kind::Whole:
        font = column == RangeColumn::Kind::Changed ? m_theme.font() : m_theme.monospaceFont();
        role = column == RangeColumn::Kind::Changed ? ColorRole::TextMuted : ColorRole::Text;
        break;
    case RangeCell::Kind::True:
    case RangeCell::Kind::False:
    case RangeCell::Kind::Null:
        font = m_theme.monospaceFont();
        role = ColorRole::JsonLiteral;
        break;
    case RangeCell::Kind::Object:
    case RangeCell::Kind::Array:
    case RangeCell::Kind::Binary:
        font = m_theme.monospaceFont();
        role = ColorRole::TextMuted;
        break;
    default:
        if (column == RangeColumn::Kind::Key)
            font = m_theme.monospaceFont();
        if (column == RangeColumn::Kind::Type)
            role = ColorRole::TextMuted;
        break;
    }
    if (state == RangeModel::RowState::Gone) {
        role = ColorRole::TextFaint;
        font.setStrikeOut(column == RangeColumn::Kind::Key);
    } else if (state == RangeModel::RowState::Presumed && column != RangeColumn::Kind::Key) {
        font.setItalic(true);
    }
    const int margin = m_theme.metric(8); // as that of the titles
    const QRect inner = rect.adjusted(margin, 0, -margin, -1);
    const QFontMetrics metrics(font);
    painter.setFont(font);
    painter.setPen(m_theme.color(role));
    const Qt::TextElideMode elide = column == RangeColumn::Kind::Key ? Qt::ElideMiddle : Qt::ElideRight;
    const int side = isFigure(index) ? Qt::AlignTrailing : Qt::AlignLeading;
    painter.drawText(inner, side | Qt::AlignVCenter | Qt::TextSingleLine,
                     metrics.elidedText(shown, elide, inner.width()));
}

QString RangeDelegate::describe(const QModelIndex &index) const
{
    const RangeColumn &column = m_model.columns()[index.column()];
    const auto state = RangeModel::RowState(index.data(RangeModel::RowStateRole).toInt());
    QStringList lines;
    if (column.kind == RangeColumn::Kind::Changed) {
        if (const qint64 changed = index.data(RangeModel::ChangedAtRole).toLongLong(); changed > 0)
            lines.append(tr("Changed %1 (%2)").arg(exactTimeText(changed), ageText(changed, now())));
        else
            lines.append(tr("No change was noticed since it was read"));
    } else if (const QByteArray whole = index.data(RangeModel::CellTextRole).toByteArray();
               !whole.isEmpty()) {
        QString shown = KeyText::display(QByteArrayView(whole).first(std::min(whole.size(), LongestTip)));
        if (whole.size() > LongestTip)
            shown += QChar(0x2026);
        lines.append(shown);
    }
    if (RangeCell::Kind(index.data(RangeModel::CellKindRole).toInt()) == RangeCell::Kind::Missing
        && column.isJson())
        lines.append(tr("The value has no such member"));
    switch (state) {
    case RangeModel::RowState::Presumed:
        lines.append(tr("As it was notified last; it is read again to be sure"));
        break;
    case RangeModel::RowState::Unread:
        lines.append(tr("The value is not in memory; it is read as soon as it is in sight"));
        break;
    case RangeModel::RowState::Gone:
        lines.append(tr("Deleted since the rows were sorted"));
        break;
    case RangeModel::RowState::Read:
        if (const std::optional<Entry> entry = m_model.entryAt(index.row()))
            lines.append(tr("As of %1").arg(exactTimeText(entry->info.at)));
        break;
    }
    return lines.join(u'\n');
}

} // namespace Studio
