// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "editor/keylabel.h"

#include "models/keytext.h"
#include "shell/theme.h"

#include <QClipboard>
#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QMenu>
#include <QPainter>

namespace Studio
{

KeyLabel::KeyLabel(Theme &theme, QString separator, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_separator(std::move(separator))
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(&theme, &Theme::changed, this, [this] {
        updateGeometry();
        update();
    });
}

void KeyLabel::setKey(const QByteArray &key)
{
    m_key = key;
    setText(KeyText::display(key));
    setToolTip(m_text.toHtmlEscaped());
}

void KeyLabel::setText(const QString &text)
{
    m_text = text;
    setAccessibleName(tr("Key"));
    setAccessibleDescription(text);
    update();
}

QFont KeyLabel::headFont() const
{
    return m_theme.font(2, QFont::DemiBold);
}

QSize KeyLabel::sizeHint() const
{
    return {m_theme.metric(200), m_theme.metric(22)};
}

QSize KeyLabel::minimumSizeHint() const
{
    return {m_theme.metric(80), m_theme.metric(22)};
}

void KeyLabel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setFont(headFont());
    const QFontMetrics metrics = painter.fontMetrics();
    const int gap = m_theme.metric(2);
    const auto parts = m_separator.isEmpty() ? QStringList{m_text} : m_text.split(m_separator);
    const int spread = int(parts.size() - 1) * 2 * gap;
    const QString shown = metrics.elidedText(m_text, Qt::ElideMiddle, width() - spread);
    const auto pieces = m_separator.isEmpty() ? QStringList{shown} : shown.split(m_separator);
    int x = 0;
    const auto draw = [&](const QString &text, ColorRole role) {
        painter.setPen(m_theme.color(role));
        painter.drawText(QRect(x, 0, width() - x, height()), Qt::AlignLeft | Qt::AlignVCenter, text);
        x += metrics.horizontalAdvance(text);
    };
    for (int i = 0; i < pieces.size(); ++i) {
        if (i > 0) {
            x += gap;
            draw(m_separator, ColorRole::TextMuted);
            x += gap;
        }
        draw(pieces[i], ColorRole::Text);
    }
}

void KeyLabel::contextMenuEvent(QContextMenuEvent *event)
{
    if (m_key.isEmpty())
        return;
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(tr("Copy key"), this,
                    [this] { QGuiApplication::clipboard()->setText(QString::fromUtf8(m_key)); });
    menu->popup(event->globalPos());
}

} // namespace Studio
