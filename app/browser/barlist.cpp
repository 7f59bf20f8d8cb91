// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "browser/barlist.h"

#include "shell/theme.h"

#include <QLocale>
#include <QPainter>
#include <QStyle>

#include <algorithm>

namespace Studio
{

namespace
{

constexpr int RowHeight = 22;
constexpr int BarHeight = 8;
constexpr int Gap = 8;

} // namespace

BarList::BarList(Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Minimum);
    connect(&theme, &Theme::changed, this, [this] {
        updateGeometry();
        update();
    });
}

void BarList::setRows(const QList<Row> &rows)
{
    if (m_rows == rows)
        return;
    const bool isTaller = rows.size() != m_rows.size();
    m_rows = rows;
    QStringList said;
    for (const Row &row : rows)
        said.append(QStringLiteral("%1: %2").arg(row.name, QLocale().toString(row.count)));
    setAccessibleDescription(said.join(QStringLiteral("; ")));
    if (isTaller)
        updateGeometry();
    update();
}

QSize BarList::sizeHint() const
{
    return {m_theme.metric(240), m_theme.metric(RowHeight) * int(std::max<qsizetype>(m_rows.size(), 1))};
}

QSize BarList::minimumSizeHint() const
{
    return {m_theme.metric(160), sizeHint().height()};
}

void BarList::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QFont names = m_theme.font(-1);
    const QFont figures = m_theme.tabularFont(-1);
    const QLocale locale;
    int nameWidth = 0;
    int figureWidth = 0;
    qint64 most = 1;
    for (const Row &row : std::as_const(m_rows)) {
        nameWidth = std::max(nameWidth, QFontMetrics(names).horizontalAdvance(row.name) + 2);
        figureWidth =
            std::max(figureWidth, QFontMetrics(figures).horizontalAdvance(locale.toString(row.count)));
        most = std::max(most, row.count);
    }
    const int height = m_theme.metric(RowHeight);
    const int gap = m_theme.metric(Gap);
    nameWidth = std::min(nameWidth, width() / 2);
    const int room = width() - nameWidth - figureWidth - 2 * gap;
    const auto place = [this](const QRect &logical) {
        return QStyle::visualRect(layoutDirection(), rect(), logical);
    };
    int y = 0;
    for (const Row &row : std::as_const(m_rows)) {
        painter.setFont(names);
        painter.setPen(m_theme.color(ColorRole::TextMuted));
        const QRect name = place({0, y, nameWidth, height});
        painter.drawText(name,
                         int(QStyle::visualAlignment(layoutDirection(), Qt::AlignLeading)) | Qt::AlignVCenter,
                         QFontMetrics(names).elidedText(row.name, Qt::ElideRight, nameWidth));
        painter.setFont(figures);
        painter.setPen(m_theme.color(ColorRole::Text));
        painter.drawText(place({width() - figureWidth, y, figureWidth, height}),
                         Qt::AlignRight | Qt::AlignVCenter, locale.toString(row.count));
        if (row.count > 0 && room > 0) {
            // The smallest share is still seen.
            const int length = std::max(2, int(qreal(room) * qreal(row.count) / qreal(most)));
            const int bar = m_theme.metric(BarHeight);
            painter.setPen(Qt::NoPen);
            painter.setBrush(m_theme.color(ColorRole::Accent));
            painter.drawRoundedRect(place({nameWidth + gap, y + (height - bar) / 2, length, bar}), 2, 2);
        }
        y += height;
    }
}

} // namespace Studio
