// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "editor/hexview.h"

#include "shell/theme.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QPainter>
#include <QScrollBar>

#include <algorithm>

namespace Studio
{

namespace
{

constexpr int BytesPerRow = 16;
constexpr int OffsetDigits = 8;
constexpr int HexColumn = OffsetDigits + 2; ///< in characters
constexpr int AsciiColumn = HexColumn + BytesPerRow * 3 + 2; ///< with a gap behind the eighth byte
constexpr int Columns = AsciiColumn + BytesPerRow;

int hexColumnOf(int i)
{
    return HexColumn + i * 3 + (i >= BytesPerRow / 2 ? 1 : 0);
}

} // namespace

HexView::HexView(Theme &theme, QWidget *parent)
    : QAbstractScrollArea(parent)
    , m_theme(theme)
{
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Bytes of the value"));
    connect(&m_theme, &Theme::changed, this, &HexView::applyTheme);
    applyTheme();
}

void HexView::setBytes(const QByteArray &bytes)
{
    m_bytes = bytes;
    updateBars();
    viewport()->update();
}

void HexView::applyTheme()
{
    const QFont font = m_theme.monospaceFont();
    setFont(font);
    m_charWidth = QFontMetrics(font).horizontalAdvance(QLatin1Char('0'));
    updateBars();
    viewport()->update();
}

int HexView::rowHeight() const
{
    return std::max(m_theme.metric(20), QFontMetrics(font()).height());
}

int HexView::rowCount() const
{
    return int((m_bytes.size() + BytesPerRow - 1) / BytesPerRow);
}

void HexView::updateBars()
{
    const int visible = std::max(1, viewport()->height() / rowHeight());
    verticalScrollBar()->setRange(0, std::max(0, rowCount() - visible));
    verticalScrollBar()->setPageStep(visible);
    const int wide = Columns * m_charWidth + 2 * m_theme.metric(16);
    horizontalScrollBar()->setRange(0, std::max(0, wide - viewport()->width()));
    horizontalScrollBar()->setPageStep(viewport()->width());
    horizontalScrollBar()->setSingleStep(m_charWidth);
}

void HexView::resizeEvent(QResizeEvent *)
{
    updateBars();
}

void HexView::paintEvent(QPaintEvent *)
{
    QPainter painter(viewport());
    painter.fillRect(viewport()->rect(), m_theme.color(ColorRole::Base));
    painter.setFont(font());
    const int height = rowHeight();
    const int left = m_theme.metric(16) - horizontalScrollBar()->value();
    const auto draw = [&](int column, int y, const QString &text, ColorRole role) {
        painter.setPen(m_theme.color(role));
        painter.drawText(QRect(left + column * m_charWidth, y, int(text.size() + 1) * m_charWidth, height),
                         Qt::AlignLeft | Qt::AlignVCenter, text);
    };
    const int first = verticalScrollBar()->value();
    const int visible = viewport()->height() / height + 1;
    for (int row = first; row < std::min(rowCount(), first + visible); ++row) {
        const int y = m_theme.metric(6) + (row - first) * height;
        const qsizetype offset = qsizetype(row) * BytesPerRow;
        draw(0, y, QStringLiteral("%1").arg(offset, OffsetDigits, 16, QLatin1Char('0')),
             ColorRole::TextFaint);
        const qsizetype end = std::min(m_bytes.size(), offset + BytesPerRow);
        for (qsizetype i = offset; i < end; ++i) {
            const auto byte = uchar(m_bytes[i]);
            const bool isText = byte >= 0x20 && byte < 0x7F;
            const int column = int(i - offset);
            const ColorRole role = isText       ? ColorRole::Text
                                 : byte >= 0x80 ? ColorRole::JsonString
                                                : ColorRole::TextMuted;
            draw(hexColumnOf(column), y, QStringLiteral("%1").arg(byte, 2, 16, QLatin1Char('0')), role);
            draw(AsciiColumn + column, y, isText ? QString(QLatin1Char(char(byte))) : QStringLiteral("."),
                 role);
        }
    }
}

void HexView::keyPressEvent(QKeyEvent *event)
{
    QScrollBar *bar = verticalScrollBar();
    if (event->matches(QKeySequence::Copy))
        QGuiApplication::clipboard()->setText(QString::fromLatin1(m_bytes.toHex(' ')));
    else if (event->key() == Qt::Key_Home)
        bar->setValue(bar->minimum());
    else if (event->key() == Qt::Key_End)
        bar->setValue(bar->maximum());
    else
        QAbstractScrollArea::keyPressEvent(event);
}

} // namespace Studio
