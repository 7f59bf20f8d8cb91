// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "editor/decodedview.h"

#include "shell/theme.h"

#include <QScrollBar>
#include <QTextCursor>

namespace Studio
{

namespace
{

constexpr qsizetype ShortValue = 16 * 1024; ///< bytes; takes about a millisecond

} // namespace

DecodedView::DecodedView(Theme &theme, QWidget *parent)
    : QTextEdit(parent)
    , m_theme(theme)
{
    setReadOnly(true);
    setUndoRedoEnabled(false);
    setTabChangesFocus(true);
    setFrameShape(QFrame::NoFrame);
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    setAccessibleName(tr("Decoded value"));
    document()->setDocumentMargin(theme.metric(16));
    connect(&theme, &Theme::changed, this, &DecodedView::fill);
}

DecodedView::~DecodedView() = default;

void DecodedView::setValue(const QByteArray &value)
{
    if (value == m_value && !value.isEmpty())
        return;
    m_value = value;
    m_job.cancel();
    if (value.size() <= ShortValue) {
        const std::atomic_bool never{false};
        take(decodedParts(value, never));
        return;
    }
    m_job.start([value](const std::atomic_bool &canceled) { return decodedParts(value, canceled); },
                [this](const QList<DecodedPart> &parts) { take(parts); });
}

void DecodedView::take(const QList<DecodedPart> &parts)
{
    if (m_parts != parts) {
        m_parts = parts;
        m_isFilled = false;
        if (isVisible())
            fill();
    }
    emit decoded();
}

/// Laid out only when it is seen.
void DecodedView::showEvent(QShowEvent *event)
{
    if (!m_isFilled)
        fill();
    QTextEdit::showEvent(event);
}

void DecodedView::fill()
{
    m_isFilled = true;
    const int place = verticalScrollBar()->value();
    clear();
    QTextCharFormat head;
    head.setFont(m_theme.font(0, QFont::DemiBold));
    head.setForeground(m_theme.color(ColorRole::Text));
    QTextCharFormat where;
    where.setFont(m_theme.monospaceFont(-1));
    where.setForeground(m_theme.color(ColorRole::TextMuted));
    QTextCharFormat note;
    note.setFont(m_theme.font(-1));
    note.setForeground(m_theme.color(ColorRole::Warning));
    QTextCharFormat text;
    text.setFont(m_theme.monospaceFont());
    text.setForeground(m_theme.color(ColorRole::Text));
    QTextBlockFormat below;
    below.setTopMargin(m_theme.metric(20));
    QTextBlockFormat close;
    close.setTopMargin(m_theme.metric(4));

    QTextCursor cursor(document());
    for (const DecodedPart &part : m_parts) {
        if (cursor.atStart())
            cursor.setBlockFormat({});
        else
            cursor.insertBlock(below);
        cursor.insertText(part.what, head);
        if (!part.pointer.isEmpty())
            cursor.insertText(QStringLiteral("   ") + QString::fromUtf8(part.pointer), where);
        if (!part.note.isEmpty()) {
            cursor.insertBlock(close);
            cursor.insertText(part.note, note);
        }
        cursor.insertBlock(close);
        // One block: a line break inside a part is no paragraph.
        cursor.insertText(QString(part.text).replace(QLatin1Char('\n'), QChar::LineSeparator), text);
    }
    moveCursor(QTextCursor::Start); // it went along with what was inserted
    verticalScrollBar()->setValue(place);
}

} // namespace Studio
