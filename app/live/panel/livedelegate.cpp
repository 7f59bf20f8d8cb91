// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "live/panel/livedelegate.h"

#include "browser/agetext.h"
#include "live/panel/kindcolors.h"
#include "models/keytext.h"
#include "models/livemodel.h"
#include "shell/theme.h"
#include "shell/wording.h"

#include <QDateTime>
#include <QHelpEvent>
#include <QLocale>
#include <QPainter>
#include <QToolTip>

namespace Studio
{

namespace
{

constexpr int Rounding = 2; // widths of texts are rounded, and what just fits is cut

/// Of another day than today the day is told and the milliseconds are not.
QString timeText(qint64 at)
{
    const QDateTime time = QDateTime::fromMSecsSinceEpoch(at);
    //: A day and month and a time, as narrow as can be; see Qt's format of dates
    return time.toString(time.date() == QDate::currentDate() ? QStringLiteral("HH:mm:ss.zzz")
                                                             : LiveDelegate::tr("MM-dd HH:mm:ss"));
}

} // namespace

LiveDelegate::LiveDelegate(Theme &theme, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_theme(theme)
{
}

LiveDelegate::Columns LiveDelegate::columns(int width) const
{
    Columns columns;
    columns.time = m_theme.metric(12);
    const QFontMetrics time(m_theme.tabularFont());
    columns.kind = columns.time
                 + std::max(time.horizontalAdvance(QStringLiteral("00:00:00.000")),
                            time.horizontalAdvance(timeText(0)))
                 + m_theme.metric(12);
    // The widest word decides, so that keys stand in one line in every language.
    const QFontMetrics badge(m_theme.font(-2, QFont::DemiBold));
    int word = 0;
    for (int kind = int(LiveKind::Created); kind <= int(LiveKind::Removed); ++kind)
        word = std::max(word, badge.horizontalAdvance(liveKindText(LiveKind(kind)) + QStringLiteral(" ?")));
    columns.key = columns.kind + word + m_theme.metric(12) + m_theme.metric(12);
    columns.end = width - m_theme.metric(12);
    const int rest = columns.end - columns.key;
    columns.change =
        columns.key + std::clamp(rest * 26 / 100, std::min(rest, m_theme.metric(120)), m_theme.metric(320));
    return columns;
}

QSize LiveDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const
{
    return {m_theme.metric(80), m_theme.metric(24)};
}

void LiveDelegate::write(Pen &pen, const QString &text, const QFont &font, ColorRole role) const
{
    if (pen.full() || text.isEmpty())
        return;
    const QFontMetrics metrics(font);
    const int room = pen.end - pen.x;
    const QString shown = metrics.elidedText(text, Qt::ElideRight, room);
    const int width = std::min(metrics.horizontalAdvance(shown), room);
    const QRect place = QStyle::visualRect(
        pen.row.direction, pen.row.rect, QRect(pen.x, pen.row.rect.top(), width + 1, pen.row.rect.height()));
    pen.painter.setFont(font);
    pen.painter.setPen(m_theme.color(role));
    pen.painter.drawText(place, Qt::AlignCenter | Qt::TextSingleLine, shown);
    pen.x += width;
}

void LiveDelegate::writeLit(Pen &pen, const QString &text, ColorRole role, ColorRole soft) const
{
    if (pen.full())
        return;
    const QFont font = m_theme.monospaceFont(-1);
    const QFontMetrics metrics(font);
    const int pad = m_theme.metric(3);
    const int room = std::max(0, pen.end - pen.x - 2 * pad);
    const int width = std::min(metrics.horizontalAdvance(text), room);
    const int height = std::min(pen.row.rect.height() - 4, metrics.height() + m_theme.metric(2));
    const int top = pen.row.rect.top() + (pen.row.rect.height() - height) / 2;
    pen.painter.setPen(Qt::NoPen);
    pen.painter.setBrush(m_theme.color(soft));
    pen.painter.drawRoundedRect(
        QStyle::visualRect(pen.row.direction, pen.row.rect, QRect(pen.x, top, width + 2 * pad, height)),
        m_theme.metric(3), m_theme.metric(3));
    pen.x += pad;
    write(pen, text, font, role);
    pen.x += pad;
}

void LiveDelegate::paintRow(QPainter &painter, const Row &row, const LiveEntry &entry) const
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    // Only places are mirrored; keys and values read in the direction of their own letters.
    painter.setLayoutDirection(Qt::LayoutDirectionAuto);
    if (entry.isBreak())
        painter.fillRect(row.rect, m_theme.color(ColorRole::WarningSoft));
    else if (row.selected || row.hovered)
        painter.fillRect(row.rect, m_theme.color(row.selected ? ColorRole::Selection : ColorRole::Hover));
    if (row.focused) {
        painter.fillRect(QStyle::visualRect(row.direction, row.rect,
                                            QRect(row.rect.left(), row.rect.top(), 2, row.rect.height())),
                         m_theme.color(ColorRole::Accent));
    }
    const Columns columns = this->columns(row.rect.width());
    Pen pen{painter, row, columns.time, columns.kind};
    write(pen, timeText(entry.at), m_theme.tabularFont(),
          entry.isBreak() ? ColorRole::Warning : ColorRole::TextFaint);
    if (entry.isBreak()) {
        Pen rest{painter, row, columns.kind, columns.end};
        paintBreak(rest, entry);
        painter.restore();
        return;
    }
    paintBadge(painter, row, entry, columns.kind);

    Pen key{painter, row, columns.key, columns.change - m_theme.metric(12)};
    const QFont mono = m_theme.monospaceFont(-1);
    const QString text = KeyText::display(entry.key);
    // The end of a key tells more than its middle.
    write(key, QFontMetrics(mono).elidedText(text, Qt::ElideMiddle, key.end - key.x), mono, ColorRole::Text);

    Pen change{painter, row, columns.change, columns.end};
    for (const LiveChange &each : entry.changes) {
        paintChange(change, each);
        change.x += m_theme.metric(12);
    }
    if (entry.changes.isEmpty())
        paintShape(change, entry);
    if (entry.moreChanges > 0)
        write(change, tr("and %1 more").arg(QLocale().toString(entry.moreChanges)), m_theme.font(-1),
              ColorRole::TextFaint);
    if (!entry.changes.isEmpty())
        paintSize(change, entry.sizeAfter);
    painter.restore();
}

void LiveDelegate::paintBadge(QPainter &painter, const Row &row, const LiveEntry &entry, int x) const
{
    const KindColors colors = colorsOf(entry.kind);
    QString text = row.badge.isEmpty() ? liveKindText(entry.kind) : row.badge;
    if (entry.guess)
        text += QStringLiteral(" ?"); // the tooltip says what it means
    const QFont font = m_theme.font(-2, QFont::DemiBold);
    const QFontMetrics metrics(font);
    const int width = metrics.horizontalAdvance(text) + m_theme.metric(12);
    const int height = std::max(m_theme.metric(16), metrics.height());
    const QRect box = QStyle::visualRect(
        row.direction, row.rect, QRect(x, row.rect.top() + (row.rect.height() - height) / 2, width, height));
    painter.setBrush(m_theme.color(colors.soft));
    painter.setPen(Qt::NoPen);
    painter.drawRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), m_theme.metric(4), m_theme.metric(4));
    painter.setFont(font);
    painter.setPen(m_theme.color(colors.strong));
    painter.drawText(box, Qt::AlignCenter | Qt::TextSingleLine, text);
}

QString LiveDelegate::breakHead(const LiveEntry &entry)
{
    return entry.kind == LiveKind::LineDown ? tr("Line down.") : tr("Line up again.");
}

QString LiveDelegate::breakText(const LiveEntry &entry)
{
    if (entry.kind == LiveKind::LineDown)
        return tr("Changes from here on are read again after reconnecting and listed.");
    QString meanwhile = tr("What is open or in sight has been read again. Open the row to see what "
                           "changed meanwhile.");
    if (entry.downSince > 0 && entry.at >= entry.downSince)
        return tr("It was down for %1.").arg(Wording::outage(entry.at - entry.downSince)) + u' ' + meanwhile;
    return meanwhile;
}

void LiveDelegate::paintBreak(Pen &pen, const LiveEntry &entry) const
{
    write(pen, breakHead(entry), m_theme.font(0, QFont::DemiBold), ColorRole::Warning);
    pen.x += m_theme.metric(12);
    write(pen, breakText(entry), m_theme.font(), ColorRole::Warning);
}

void LiveDelegate::paintChange(Pen &pen, const LiveChange &change) const
{
    const QFont mono = m_theme.monospaceFont(-1);
    const int gap = m_theme.metric(6);
    if (!change.pointer.isEmpty()) {
        write(pen, change.pointer, mono, ColorRole::Text);
        pen.x += gap;
    }
    if (change.hasBefore) {
        writeLit(pen, change.before, ColorRole::Removed, ColorRole::RemovedSoft);
        pen.x += gap;
    }
    if (change.hasBefore && change.hasAfter && !pen.full()) {
        const int size = m_theme.metric(12);
        const QRect place = QStyle::visualRect(
            pen.row.direction, pen.row.rect,
            QRect(pen.x, pen.row.rect.top() + (pen.row.rect.height() - size) / 2, size, size));
        const QString arrow = pen.row.direction == Qt::RightToLeft ? QStringLiteral("arrow-left")
                                                                   : QStringLiteral("arrow-right");
        pen.painter.drawPixmap(place, m_theme.pixmap(arrow, ColorRole::TextMuted, size, pen.row.pixelRatio));
        pen.x += size + gap;
    }
    if (change.hasAfter)
        writeLit(pen, change.after, ColorRole::Created, ColorRole::CreatedSoft);
}

QString LiveDelegate::sizeText(qint64 size)
{
    return tr("%1 bytes").arg(QLocale().toString(size));
}

/// At the end of the row, where the changes leave room for it.
void LiveDelegate::paintSize(Pen &pen, qint64 size) const
{
    const QFont font = m_theme.tabularFont();
    const QString text = size < 0 ? QString() : sizeText(size);
    const int begin = pen.end - QFontMetrics(font).horizontalAdvance(text) - Rounding;
    if (pen.x + m_theme.metric(12) > begin)
        return;
    pen.x = begin;
    write(pen, text, font, ColorRole::TextFaint);
}

void LiveDelegate::paintShape(Pen &pen, const LiveEntry &entry) const
{
    const QFont mono = m_theme.monospaceFont(-1);
    const QFont plain = m_theme.font(-1);
    const bool removed = entry.kind == LiveKind::Removed;
    if (!pen.row.badge.isEmpty()) {
        write(pen, entry.shape, plain, ColorRole::Text);
        return;
    }
    QString text = entry.shape;
    if (removed && !text.isEmpty())
        text = tr("was %1").arg(text);
    else if (entry.kind == LiveKind::Appended)
        text = QStringLiteral("+ ") + text;
    else if (entry.kind == LiveKind::Rewritten)
        text = tr("the same value");
    const qint64 size = removed ? entry.sizeBefore : entry.sizeAfter;
    // It stays readable when the text is long.
    const int end = pen.end;
    if (size >= 0) {
        pen.end = std::max(pen.x, end - m_theme.metric(12)
                                      - QFontMetrics(m_theme.tabularFont()).horizontalAdvance(sizeText(size))
                                      - Rounding);
    }
    write(pen, text, entry.kind == LiveKind::Rewritten ? plain : mono,
          removed ? ColorRole::TextMuted : ColorRole::Text);
    pen.end = end;
    paintSize(pen, size);
}

QString LiveDelegate::describe(const LiveEntry &entry)
{
    if (entry.isBreak())
        return exactTimeText(entry.at) + u'\n' + breakHead(entry) + u' ' + breakText(entry);
    QStringList lines{exactTimeText(entry.at), KeyText::display(entry.key), liveEntryText(entry)};
    if (entry.guess) {
        lines.append(tr("A guess: HPKV sends the text but not what was done with it. "
                        "Reading the key settles it."));
    }
    if (entry.own)
        lines.append(tr("Written by this session"));
    return lines.join(u'\n');
}

bool LiveDelegate::helpEvent(QHelpEvent *event, QAbstractItemView *, const QStyleOptionViewItem &,
                             const QModelIndex &index)
{
    const auto entry = index.data(LiveModel::EntryRole).value<SharedLiveEntry>();
    if (event->type() != QEvent::ToolTip || entry == nullptr)
        return false;
    QToolTip::showText(event->globalPos(), describe(*entry));
    return true;
}

} // namespace Studio
