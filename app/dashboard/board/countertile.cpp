// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "dashboard/board/countertile.h"

#include "browser/agetext.h"
#include "models/keytext.h"
#include "shell/theme.h"

#include <QLocale>
#include <QPushButton>

namespace Studio
{

CounterTile::CounterTile(Theme &theme, TileFeed &feed, const LiveFeed *events, QWidget *parent)
    : TileView(theme, feed, events, parent)
    , m_minus(new QPushButton(this))
    , m_plus(new QPushButton(this))
{
    m_minus->setIcon(theme.icon(QStringLiteral("minus")));
    m_plus->setIcon(theme.icon(QStringLiteral("plus")));
    m_minus->setObjectName(QStringLiteral("tileMinus"));
    m_plus->setObjectName(QStringLiteral("tilePlus"));
    m_minus->setAccessibleName(tr("Take the step away"));
    m_plus->setAccessibleName(tr("Add the step"));
    for (QPushButton *button : {m_minus, m_plus})
        button->setAutoDefault(false);
    connect(m_minus, &QPushButton::clicked, this,
            [this] { emit countRequested(this->feed().config().key, -this->feed().config().step); });
    connect(m_plus, &QPushButton::clicked, this,
            [this] { emit countRequested(this->feed().config().key, this->feed().config().step); });
}

void CounterTile::forbid(const QString &why)
{
    for (QPushButton *button : {m_minus, m_plus}) {
        button->setEnabled(false);
        button->setToolTip(why);
    }
}

void CounterTile::hideButtons()
{
    m_minus->hide();
    m_plus->hide();
    update();
}

void CounterTile::refresh()
{
    TileView::refresh();
    place();
}

void CounterTile::place()
{
    const QRect body = bodyRect();
    const int size = px(38);
    const int y = body.top() + std::max(0, (std::min(body.height(), px(60)) - size) / 2);
    m_minus->setGeometry(body.left(), y, size, size);
    const QString text = readingText(feed().reading(), feed().config());
    QFont large = theme().font(0, QFont::DemiBold);
    large.setPixelSize(px(36));
    const int wanted =
        QFontMetrics(large).horizontalAdvance(text.isEmpty() ? QStringLiteral("0") : text) + px(24);
    const int right = std::min(body.left() + size + wanted, body.right() - size + 1);
    m_plus->setGeometry(right, y, size, size);
}

void CounterTile::resizeEvent(QResizeEvent *event)
{
    TileView::resizeEvent(event);
    place();
}

void CounterTile::paintPlain(const TilePainter &paint, const QRect &rect)
{
    const QString missing = missingText(feed());
    if (missing.isEmpty())
        paint.value(rect, readingText(feed().reading(), feed().config()), feed().config().unit, mainColor());
    else
        paint.text(rect, missing, paint.font(), theme().color(ColorRole::TextFaint),
                   Qt::AlignLeading | Qt::AlignTop);
}

void CounterTile::paintBody(const TilePainter &paint, const QRect &rect)
{
    const TileReading &reading = feed().reading();
    if (m_minus->isHidden()) {
        paintPlain(paint, rect);
        return;
    }
    const QRect room(m_minus->geometry().right() + px(10), m_minus->y() - px(4),
                     m_plus->x() - m_minus->geometry().right() - px(20), m_minus->height() + px(8));
    const QString text = reading.isShown() ? readingText(reading, feed().config()) : QStringLiteral("–");
    paint.text(room, text, paint.fitting(text, room.size(), px(36)), mainColor(), Qt::AlignCenter);
    paint.text(QRect(m_plus->geometry().right() + px(8), m_plus->y(),
                     rect.right() - m_plus->geometry().right() - px(8), m_plus->height()),
               tr("step %1").arg(QLocale().toString(feed().config().step)), paint.font(-1),
               theme().color(ColorRole::TextMuted), Qt::AlignTrailing | Qt::AlignVCenter);
    const int top = m_minus->geometry().bottom() + px(10);
    const QString missing = missingText(feed());
    QString below = missing;
    if (missing.isEmpty())
        below = feed().changedAt() > 0
                  ? tr("%1, counted %2")
                        .arg(KeyText::elided(feed().config().key, 40), ageText(feed().changedAt(), now()))
                  : KeyText::elided(feed().config().key, 40);
    if (top + px(18) <= rect.bottom() + px(4))
        paint.text(QRect(rect.left(), top, rect.width(), px(18)), below, paint.font(-1),
                   theme().color(ColorRole::TextMuted));
}

} // namespace Studio
