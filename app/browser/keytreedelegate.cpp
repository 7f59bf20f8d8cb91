// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "browser/keytreedelegate.h"

#include "browser/agetext.h"
#include "mirror/batch.h"
#include "mirror/coverage.h"
#include "models/keydate.h"
#include "models/keytreemodel.h"
#include "shell/theme.h"

#include <QDateTime>
#include <QHelpEvent>
#include <QLocale>
#include <QPainter>
#include <QTextBoundaryFinder>
#include <QToolTip>

namespace Studio
{

namespace
{

constexpr int toolTipCharacters = 80; // on a line

qint64 now()
{
    return QDateTime::currentMSecsSinceEpoch();
}

} // namespace

KeyTreeDelegate::KeyTreeDelegate(Theme &theme, const QSet<QByteArray> &listing, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_theme(theme)
    , m_listing(listing)
{
}

QString KeyTreeDelegate::iconOf(ValueType type)
{
    switch (type) {
    case ValueType::Object:
        return QStringLiteral("json");
    case ValueType::Array:
        return QStringLiteral("list");
    case ValueType::Number:
        return QStringLiteral("number");
    case ValueType::String:
    case ValueType::Text:
        return QStringLiteral("text");
    case ValueType::Boolean:
        return QStringLiteral("check");
    case ValueType::Null:
        return QStringLiteral("minus");
    case ValueType::Binary:
        return QStringLiteral("binary");
    case ValueType::Unknown:
        break;
    }
    return QStringLiteral("key");
}

QString KeyTreeDelegate::typeName(ValueType type)
{
    switch (type) {
    case ValueType::Object:
        return tr("JSON object");
    case ValueType::Array:
        return tr("JSON array");
    case ValueType::Number:
        return tr("number");
    case ValueType::String:
        return tr("JSON text");
    case ValueType::Text:
        return tr("text");
    case ValueType::Boolean:
        return tr("true or false");
    case ValueType::Null:
        return tr("null");
    case ValueType::Binary:
        return tr("binary");
    case ValueType::Unknown:
        break;
    }
    return tr("not read yet");
}

QString KeyTreeDelegate::describe(const QModelIndex &index, qint64 now)
{
    QStringList lines{index.data(KeyTreeModel::FullTextRole).toString()};
    const QLocale locale;
    if (index.data(KeyTreeModel::IsBranchRole).toBool()) {
        const qint64 count = index.data(KeyTreeModel::CountRole).toLongLong();
        const bool exact = index.data(KeyTreeModel::CountExactRole).toBool();
        const QString number = locale.toString(count);
        lines.append(exact ? tr("Keys: %1").arg(number)
                           : tr("Known keys: %1, there may be more").arg(number));
        const qint64 asOf = index.data(KeyTreeModel::CoverageAsOfRole).toLongLong();
        if (index.data(KeyTreeModel::CoverageLiveRole).toBool())
            lines.append(tr("Kept up to date by changes as they happen"));
        else if (asOf > 0)
            lines.append(index.data(KeyTreeModel::CoverageStaleRole).toBool()
                             ? tr("As of %1; the line was down since").arg(exactTimeText(asOf))
                             : tr("As of %1").arg(exactTimeText(asOf)));
    } else {
        const auto type = ValueType(index.data(KeyTreeModel::ValueTypeRole).toInt());
        const qint64 size = index.data(KeyTreeModel::SizeRole).toLongLong();
        lines.append(size < 0 ? typeName(type)
                              //: %1 is a kind of value, e.g. "JSON object"
                              : tr("%1, %2 bytes").arg(typeName(type), locale.toString(size)));
    }
    const auto *model = qobject_cast<const KeyTreeModel *>(index.model());
    if (const auto date = dateInKey(index.data(KeyTreeModel::KeyRole).toByteArray(),
                                    model ? model->separators() : QList<QByteArray>(), now))
        lines.append(tr("Time in the key: %1").arg(keyDateText(*date)));
    if (const qint64 changed = index.data(KeyTreeModel::ChangedAtRole).toLongLong(); changed > 0)
        lines.append(tr("Changed %1 (%2)").arg(exactTimeText(changed), ageText(changed, now)));
    return lines.join(u'\n');
}

QString KeyTreeDelegate::toolTip(const QModelIndex &index, qint64 now)
{
    QStringList shown;
    const QStringList lines = describe(index, now).split(u'\n');
    for (const QString &line : lines) {
        QTextBoundaryFinder characters(QTextBoundaryFinder::Grapheme, line);
        qsizetype from = 0;
        int count = 0;
        while (characters.toNextBoundary() >= 0) {
            if (++count % toolTipCharacters != 0 || characters.position() == line.size())
                continue;
            shown.append(line.sliced(from, characters.position() - from).toHtmlEscaped());
            from = characters.position();
        }
        shown.append(line.sliced(from).toHtmlEscaped());
    }
    // A key may look like HTML or turn the direction of what stands beside it.
    QString text = QStringLiteral("<qt>");
    for (const QString &line : std::as_const(shown))
        text += QStringLiteral("<div style='white-space:pre'>\u2068") + line + QStringLiteral("\u2069</div>");
    return text + QStringLiteral("</qt>");
}

QRect KeyTreeDelegate::chevronRect(const QRect &row, int left, Qt::LayoutDirection direction) const
{
    const QRect logical(row.left() + left - m_theme.metric(10), row.top(), m_theme.metric(20), row.height());
    return QStyle::visualRect(direction, row, logical);
}

QSize KeyTreeDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const
{
    return {m_theme.metric(120), m_theme.metric(24)};
}

void KeyTreeDelegate::paintRow(QPainter &painter, const Row &row, const QModelIndex &index) const
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    // Only places are mirrored; a key reads in the direction of its own letters.
    painter.setLayoutDirection(Qt::LayoutDirectionAuto);
    if (row.selected || row.hovered)
        painter.fillRect(row.rect, m_theme.color(row.selected ? ColorRole::Selection : ColorRole::Hover));
    if (row.litStrength > 0 && row.lit != ColorRole::Base) {
        painter.setOpacity(row.litStrength);
        painter.fillRect(row.rect, m_theme.color(row.lit));
        painter.setOpacity(1);
    }
    const auto place = [&row](int x, int y, int width, int height) {
        return QStyle::visualRect(row.direction, row.name, QRect(x, y, width, height));
    };
    if (row.focused)
        painter.fillRect(place(row.name.left(), row.name.top(), 2, row.name.height()),
                         m_theme.color(ColorRole::Accent));

    const bool branch = index.data(KeyTreeModel::IsBranchRole).toBool();
    const int icon = m_theme.metric(16);
    int x = row.name.left() + row.left;
    const auto drawIcon = [&](const QString &name, ColorRole role, int at, int size) {
        const int top = row.rect.top() + (row.rect.height() - size) / 2;
        painter.drawPixmap(place(at, top, size, size), m_theme.pixmap(name, role, size, row.pixelRatio));
    };
    if (branch) {
        const QString chevron = row.open                         ? QStringLiteral("chevron-down")
                              : row.direction == Qt::RightToLeft ? QStringLiteral("chevron-left")
                                                                 : QStringLiteral("chevron-right");
        const int small = m_theme.metric(12);
        drawIcon(chevron, ColorRole::TextMuted, x - small / 2, small);
    }
    x += m_theme.metric(12);
    const QString name = branch ? QStringLiteral("branch")
                                : iconOf(ValueType(index.data(KeyTreeModel::ValueTypeRole).toInt()));
    drawIcon(name, branch ? ColorRole::TextMuted : ColorRole::TextFaint, x, icon);
    x += icon + m_theme.metric(6);

    int tail = paintTail(painter, row, tailOf(row, index));
    const auto mark = [&](bool shown, const QString &sign) {
        if (!shown)
            return;
        const int small = m_theme.metric(12);
        tail += small;
        drawIcon(sign, ColorRole::TextMuted, row.name.right() + 1 - tail, small);
        tail += m_theme.metric(4);
    };
    mark(row.watched, QStringLiteral("eye"));
    mark(row.favourite, QStringLiteral("star"));
    paintName(painter, row, index, x, row.name.right() - tail);
    for (const Cell &cell : row.cells)
        paintCell(painter, row, cell, index);
    painter.restore();
}

KeyTreeDelegate::Tail KeyTreeDelegate::tailOf(const Row &row, const QModelIndex &index) const
{
    const bool changedNow = index.data(KeyTreeModel::ChangedNowRole).toBool();
    if (index.data(KeyTreeModel::IsBranchRole).toBool()) {
        if (m_listing.contains(index.data(KeyTreeModel::KeyRole).toByteArray()))
            return {tr("reading…"), ColorRole::TextFaint, false, {}};
        // An open branch shows which of its keys it was.
        Tail tail{{}, ColorRole::TextFaint, changedNow && !row.open, {}};
        if (!row.shows(KeyTreeModel::CountColumn))
            tail.text = index.data(KeyTreeModel::CountTextRole).toString();
        if (index.data(KeyTreeModel::CoverageStaleRole).toBool()) {
            tail.role = ColorRole::Warning;
            tail.icon = QStringLiteral("clock");
        }
        return tail;
    }
    if (changedNow)
        return {tr("now"), ColorRole::Patched, true, {}};
    const qint64 changed = index.data(KeyTreeModel::ChangedAtRole).toLongLong();
    if (changed <= 0 || row.shows(KeyTreeModel::ChangedColumn))
        return {};
    return {ageText(changed, now()), ColorRole::TextMuted, false, {}};
}

/// Returns how much of the end of the name column is taken.
int KeyTreeDelegate::paintTail(QPainter &painter, const Row &row, const Tail &tail) const
{
    const int margin = m_theme.metric(row.cells.isEmpty() ? 12 : 8);
    if (tail.text.isEmpty() && !tail.dot && tail.icon.isEmpty())
        return margin;
    const auto place = [&row](int x, int width, int height) {
        const int top = row.name.top() + (row.name.height() - height) / 2;
        return QStyle::visualRect(row.direction, row.name, QRect(x, top, width, height));
    };
    const int gap = m_theme.metric(4);
    int left = row.name.right() + 1 - margin;
    if (!tail.text.isEmpty()) {
        const QFont font = m_theme.tabularFont(-1);
        const int width = QFontMetrics(font).horizontalAdvance(tail.text) + 1;
        left -= width;
        painter.setFont(font);
        painter.setPen(m_theme.color(tail.role));
        // Figures keep their direction; only their place is mirrored.
        painter.drawText(place(left, width, row.name.height()), Qt::AlignCenter | Qt::TextSingleLine,
                         tail.text);
        left -= gap;
    }
    if (!tail.icon.isEmpty()) {
        const int size = m_theme.metric(12);
        left -= size;
        painter.drawPixmap(place(left, size, size),
                           m_theme.pixmap(tail.icon, tail.role, size, row.pixelRatio));
        left -= gap;
    }
    if (tail.dot) {
        const int dot = m_theme.metric(8);
        left -= dot;
        painter.setPen(Qt::NoPen);
        painter.setBrush(m_theme.color(ColorRole::Patched));
        painter.drawEllipse(place(left, dot, dot));
        left -= gap;
    }
    return row.name.right() - left + gap;
}

void KeyTreeDelegate::paintCell(QPainter &painter, const Row &row, const Cell &cell,
                                const QModelIndex &index) const
{
    const QModelIndex at = index.siblingAtColumn(cell.column);
    const bool branch = index.data(KeyTreeModel::IsBranchRole).toBool();
    QString text;
    ColorRole role = ColorRole::TextMuted;
    QFont font = m_theme.tabularFont(-1);
    if (cell.column == KeyTreeModel::ChangedColumn) {
        const qint64 changed = index.data(KeyTreeModel::ChangedAtRole).toLongLong();
        text = changed > 0 ? ageText(changed, now()) : QString();
    } else if (cell.column == KeyTreeModel::ValueColumn && !branch) {
        text = index.data(KeyTreeModel::ValuePreviewRole).toString();
        font = m_theme.monospaceFont(-1);
        if (index.data(KeyTreeModel::ValuePreviewRole).toString().isNull()) {
            // The key is known; its value was never read, or was dropped to save memory.
            text = tr("not read");
            role = ColorRole::TextFaint;
            font = m_theme.font(-1);
        } else if (ValueState(index.data(KeyTreeModel::ValueStateRole).toInt()) == ValueState::Presumed) {
            // Heard, but it may have been a part of the value only.
            text.prepend(QStringLiteral("≈ "));
        }
    } else {
        text = at.data(Qt::DisplayRole).toString();
        if (cell.column == KeyTreeModel::CountColumn && index.data(KeyTreeModel::CoverageStaleRole).toBool())
            role = ColorRole::Warning;
    }
    if (text.isEmpty())
        return;
    const int margin = m_theme.metric(8);
    const QRect place = cell.rect.adjusted(margin, 0, -margin, 0);
    const bool trailing = (at.data(Qt::TextAlignmentRole).toInt() & Qt::AlignRight) != 0
                       || cell.column == KeyTreeModel::ChangedColumn;
    painter.setFont(font);
    painter.setPen(m_theme.color(role));
    painter.drawText(
        place,
        int(QStyle::visualAlignment(row.direction, trailing ? Qt::AlignTrailing : Qt::AlignLeading))
            | Qt::AlignVCenter | Qt::TextSingleLine,
        QFontMetrics(font).elidedText(text, Qt::ElideRight, place.width()));
}

void KeyTreeDelegate::paintName(QPainter &painter, const Row &row, const QModelIndex &index, int from,
                                int to) const
{
    const int room = to - from;
    if (room <= 0)
        return;
    const QFont font = m_theme.font();
    const QFontMetrics metrics(font);
    const QString name = index.data(KeyTreeModel::NameRole).toString();
    // A key shows what stands before it, too, as long as there is room: one reads it without looking up the
    // tree.
    QString before;
    if (!index.data(KeyTreeModel::IsBranchRole).toBool()) {
        const QString full = index.data(KeyTreeModel::FullTextRole).toString();
        if (full.size() > name.size() && full.endsWith(name))
            before = full.chopped(name.size());
    }
    const int nameWidth = metrics.horizontalAdvance(name);
    int beforeWidth = metrics.horizontalAdvance(before);
    if (beforeWidth + nameWidth > room) {
        before.clear();
        beforeWidth = 0;
    }
    painter.setFont(font);
    const auto draw = [&](int x, int width, const QString &text, ColorRole role) {
        painter.setPen(m_theme.color(role));
        const QRect place =
            QStyle::visualRect(row.direction, row.name, QRect(x, row.name.top(), width, row.name.height()));
        painter.drawText(place,
                         int(QStyle::visualAlignment(row.direction, Qt::AlignLeading)) | Qt::AlignVCenter
                             | Qt::TextSingleLine,
                         text);
    };
    // Keys read from left to right in every language, so the two parts keep their order.
    const bool mirrored = row.direction == Qt::RightToLeft;
    const int shown = std::min(nameWidth, room - beforeWidth);
    draw(mirrored ? from + shown : from, beforeWidth, before, ColorRole::TextFaint);
    draw(mirrored ? from : from + beforeWidth, shown + 1,
         nameWidth > room ? metrics.elidedText(name, Qt::ElideMiddle, room) : name, ColorRole::Text);
}

bool KeyTreeDelegate::helpEvent(QHelpEvent *event, QAbstractItemView *, const QStyleOptionViewItem &,
                                const QModelIndex &index)
{
    if (event->type() != QEvent::ToolTip || !index.isValid())
        return false;
    QToolTip::showText(event->globalPos(), toolTip(index, now()));
    return true;
}

} // namespace Studio
