// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "diff/diffgutter.h"

#include "editor/codeview.h"
#include "shell/theme.h"

#include <QCoreApplication>
#include <QFontInfo>
#include <QPainter>
#include <QWheelEvent>

#include <algorithm>

namespace Studio
{

DiffGutter::DiffGutter(Theme &theme, DiffPane &pane, DiffPane::Numbers numbers, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_pane(pane)
    , m_numbers(numbers)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Expanding);
    connect(&theme, &Theme::changed, this, &QWidget::updateGeometry);
}

void DiffGutter::textChanged()
{
    int greatest = 0;
    for (const PaneText::Row &row : m_pane.text().rows)
        greatest = std::max({greatest, row.numbers[0] + 1, row.numbers[1] + 1});
    m_digits = std::max(2, int(QString::number(greatest).size()));
    updateGeometry();
    update();
}

QFont DiffGutter::numberFont() const
{
    QFont font = m_theme.monospaceFont();
    font.setPointSizeF(std::max(2.0, QFontInfo(font).pointSizeF() + m_pane.code().zoomStep()));
    return font;
}

int DiffGutter::numberWidth() const
{
    return m_digits * QFontMetrics(numberFont()).horizontalAdvance(QLatin1Char('9')) + m_theme.metric(10);
}

int DiffGutter::signWidth() const
{
    return QFontMetrics(numberFont()).horizontalAdvance(QLatin1Char('+')) + m_theme.metric(10);
}

QSize DiffGutter::sizeHint() const
{
    const int columns = m_numbers == DiffPane::Numbers::Both ? 2 : 1;
    return {m_theme.metric(6) + columns * numberWidth() + signWidth(), 0};
}

void DiffGutter::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.color(ColorRole::Base));
    painter.setFont(numberFont());
    const PaneText &text = m_pane.text();
    const int height = std::max(1, m_pane.code().lineHeight());
    const int current = m_pane.current();
    const DiffChange shown = current >= 0 ? text.changes[size_t(current)] : DiffChange();
    int row = m_pane.topRow();
    for (int y = 0; y < this->height() && row < int(text.rows.size()); y += height, ++row) {
        const PaneText::Row &line = text.rows[size_t(row)];
        const bool isRemoved = line.mark == PaneMark::Removed;
        if (line.mark != PaneMark::Plain) {
            painter.fillRect(0, y, width(), height,
                             m_theme.color(isRemoved                      ? ColorRole::RemovedSoft
                                           : line.mark == PaneMark::Added ? ColorRole::CreatedSoft
                                                                          : ColorRole::Panel));
        }
        if (current >= 0 && row >= shown.row && row < shown.row + shown.rows)
            painter.fillRect(0, y, m_theme.metric(3), height, m_theme.color(ColorRole::Accent));
        int x = m_theme.metric(6);
        for (const auto side : {DiffPane::Numbers::Left, DiffPane::Numbers::Right}) {
            if (m_numbers != DiffPane::Numbers::Both && m_numbers != side)
                continue;
            const int number = line.numbers[side == DiffPane::Numbers::Left ? 0 : 1];
            if (number != PaneText::NoLine) {
                painter.setPen(m_theme.color(line.mark == PaneMark::Plain ? ColorRole::TextFaint
                                                                          : ColorRole::TextMuted));
                painter.drawText(QRect(x, y, numberWidth() - m_theme.metric(4), height),
                                 Qt::AlignRight | Qt::AlignVCenter, QString::number(number + 1));
            }
            x += numberWidth();
        }
        if (isRemoved || line.mark == PaneMark::Added) {
            painter.setPen(m_theme.color(isRemoved ? ColorRole::Removed : ColorRole::Created));
            painter.drawText(QRect(x, y, signWidth(), height), Qt::AlignCenter,
                             isRemoved ? QStringLiteral("−") : QStringLiteral("+"));
        }
    }
}

void DiffGutter::wheelEvent(QWheelEvent *event)
{
    QCoreApplication::sendEvent(m_pane.code().viewport(), event);
}

} // namespace Studio
