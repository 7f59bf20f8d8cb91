// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "journal/journaldelegate.h"

#include "models/journaltext.h"
#include "shell/theme.h"

#include <QDateTime>
#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>
#include <utility>

namespace Studio
{

namespace
{

ColorRole endColor(const JournalLine &line)
{
    if (line.state == JournalState::Failed)
        return ColorRole::Removed;
    if (line.state == JournalState::Unknown || line.state == JournalState::Open)
        return ColorRole::Warning;
    return line.undoneBy != 0 || line.undoes != 0 ? ColorRole::TextMuted : ColorRole::TextFaint;
}

} // namespace

JournalDelegate::JournalDelegate(Theme &theme, QObject *parent)
    : LiveDelegate(theme, parent)
    , m_colors(theme)
{
}

int JournalDelegate::endWidth() const
{
    // The widest word decides, in every language.
    const QFontMetrics metrics(m_colors.font(-1));
    QList<JournalLine> lines;
    for (const JournalState state :
         {JournalState::Open, JournalState::Done, JournalState::Failed, JournalState::Unknown})
        lines.emplaceBack().state = state;
    JournalLine done;
    done.state = JournalState::Done;
    lines.emplaceBack(done).undoneBy = 1;
    done.undoes = 1;
    lines.append(done);
    done.isRedo = true;
    lines.append(done);
    int width = 0;
    for (const JournalLine &line : std::as_const(lines))
        width = std::max(width, metrics.horizontalAdvance(JournalText::end(line)));
    return width + m_colors.metric(12);
}

void JournalDelegate::paintLine(QPainter &painter, const Row &row, const JournalLine &line) const
{
    const int end = endWidth();
    Row change = row;
    change.rect = QStyle::visualRect(row.direction, row.rect, row.rect.adjusted(0, 0, -end, 0));
    LiveEntry shown = line.shown;
    if (!line.job.isEmpty()) {
        change.badge = JournalText::kind(line);
        shown.shape = JournalText::job(line);
    }
    if (row.selected || row.hovered)
        painter.fillRect(row.rect, m_colors.color(row.selected ? ColorRole::Selection : ColorRole::Hover));
    paintRow(painter, change, shown);
    painter.save();
    Pen pen{painter, row, row.rect.width() - end, row.rect.width() - m_colors.metric(12)};
    write(pen, JournalText::end(line), m_colors.font(-1), endColor(line));
    painter.restore();
}

bool JournalDelegate::helpEvent(QHelpEvent *event, QAbstractItemView *, const QStyleOptionViewItem &,
                                const QModelIndex &index)
{
    if (event->type() != QEvent::ToolTip || !index.isValid())
        return false;
    QToolTip::showText(event->globalPos(), index.data(Qt::ToolTipRole).toString());
    return true;
}

} // namespace Studio
