// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "editor/linegutter.h"

#include "editor/codeview.h"
#include "shell/theme.h"

#include <QCoreApplication>
#include <QFontInfo>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>

namespace Studio
{

LineGutter::LineGutter(Theme &theme, CodeView &view, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_view(view)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Expanding);
    connect(&m_view, &CodeView::viewChanged, this, [this] {
        if (digits() != m_knownDigits) {
            m_knownDigits = digits();
            updateGeometry();
        }
        update();
    });
    connect(&m_theme, &Theme::changed, this, [this] {
        updateGeometry();
        update();
    });
}

QFont LineGutter::numberFont() const
{
    QFont font = m_theme.monospaceFont();
    font.setPointSizeF(std::max(2.0, QFontInfo(font).pointSizeF() + m_view.zoomStep()));
    return font;
}

int LineGutter::digits() const
{
    return std::max(2, int(QString::number(m_view.lines()).size()));
}

int LineGutter::foldWidth() const
{
    return m_theme.metric(16);
}

QSize LineGutter::sizeHint() const
{
    const QFontMetrics metrics(numberFont());
    return {m_theme.metric(20) + digits() * metrics.horizontalAdvance(QLatin1Char('9')) + foldWidth(), 0};
}

void LineGutter::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.color(ColorRole::Base));
    painter.setFont(numberFont());
    const int lineHeight = m_view.lineHeight();
    const int numberEnd = width() - foldWidth();
    const int cursorLine = m_view.lineOf(m_view.cursor());
    const int lines = m_view.lines();
    long row = m_view.send(QsciScintillaBase::SCI_GETFIRSTVISIBLELINE);
    for (int y = 0; y < height(); y += lineHeight, ++row) {
        const int line = int(m_view.send(QsciScintillaBase::SCI_DOCLINEFROMVISIBLE, row));
        if (line >= lines
            || row >= m_view.send(QsciScintillaBase::SCI_VISIBLEFROMDOCLINE, lines - 1)
                          + m_view.send(QsciScintillaBase::SCI_WRAPCOUNT, lines - 1))
            break;
        const QColor light = m_view.lightOf(line);
        if (light.isValid())
            painter.fillRect(0, y, width(), lineHeight, light);
        if (m_view.send(QsciScintillaBase::SCI_VISIBLEFROMDOCLINE, line) != row)
            continue; // a further row of a wrapped line
        const bool isWrong = line == m_view.errorLine();
        painter.setPen(m_theme.color(isWrong                                   ? ColorRole::Removed
                                     : line == cursorLine && m_view.hasFocus() ? ColorRole::Text
                                                                               : ColorRole::TextFaint));
        painter.drawText(QRect(0, y, numberEnd, lineHeight), Qt::AlignRight | Qt::AlignVCenter,
                         QString::number(line + 1));
        if (isWrong || m_view.hasProblem(line)) {
            const int size = m_theme.metric(6);
            painter.setRenderHint(QPainter::Antialiasing);
            painter.setBrush(m_theme.color(isWrong ? ColorRole::Removed : ColorRole::Warning));
            painter.setPen(Qt::NoPen);
            painter.drawEllipse(QRectF(m_theme.metric(8), y + (lineHeight - size) / 2.0, size, size));
        }
        const bool folded = m_view.isFolded(line);
        if (folded || (underMouse() && m_view.isFoldHeader(line))) {
            const int size = m_theme.metric(12);
            const QString icon = folded ? QStringLiteral("chevron-right") : QStringLiteral("chevron-down");
            painter.drawPixmap(numberEnd + (foldWidth() - size) / 2, y + (lineHeight - size) / 2,
                               m_theme.pixmap(icon, ColorRole::TextMuted, size, devicePixelRatioF()));
        }
    }
}

void LineGutter::mousePressEvent(QMouseEvent *event)
{
    const int lineHeight = std::max(1, m_view.lineHeight());
    const long row = m_view.send(QsciScintillaBase::SCI_GETFIRSTVISIBLELINE)
                   + event->position().toPoint().y() / lineHeight;
    const int line = int(m_view.send(QsciScintillaBase::SCI_DOCLINEFROMVISIBLE, row));
    if (event->position().x() >= width() - foldWidth() && m_view.isFoldHeader(line))
        m_view.toggleFold(line);
    else
        m_view.select(m_view.send(QsciScintillaBase::SCI_POSITIONFROMLINE, line),
                      m_view.send(QsciScintillaBase::SCI_LINELENGTH, line));
    m_view.setFocus(Qt::MouseFocusReason);
}

void LineGutter::enterEvent(QEnterEvent *)
{
    update();
}

void LineGutter::leaveEvent(QEvent *)
{
    update();
}

void LineGutter::wheelEvent(QWheelEvent *event)
{
    QCoreApplication::sendEvent(m_view.viewport(), event);
}

} // namespace Studio
