// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "shell/welcomeparts.h"

#include "shell/look.h"
#include "shell/stylepainter.h"
#include "shell/theme.h"
#include "shell/wording.h"

#include <QDateTime>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QStyle>
#include <QVBoxLayout>

namespace Studio
{

namespace
{

constexpr int RowHeight = 52;
constexpr int CardPadding = 22;

} // namespace

WelcomeCard::WelcomeCard(Theme &theme, const QString &title, const QString &text, QPushButton *button,
                         QWidget *parent)
    : QFrame(parent)
    , m_theme(theme)
{
    auto *head = new QLabel(title, this);
    Look::text(head, theme, ColorRole::Text, 2, QFont::DemiBold);
    auto *body = new QLabel(text, this);
    body->setWordWrap(true);
    body->setAlignment(Qt::AlignTop | Qt::AlignLeading);
    Look::text(body, theme, ColorRole::TextMuted);
    button->setParent(this);
    button->setAccessibleDescription(title + QStringLiteral(". ") + text);

    auto *column = new QVBoxLayout(this);
    const int padding = theme.metric(CardPadding);
    column->setContentsMargins(padding, padding, padding, padding);
    column->setSpacing(theme.metric(8));
    column->addWidget(head);
    column->addWidget(body, 1);
    column->addSpacing(theme.metric(12));
    column->addWidget(button, 0, Qt::AlignLeading);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Preferred);
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void WelcomeCard::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    StylePainter(m_theme, painter)
        .box(rect(), 8, m_theme.color(ColorRole::Base), m_theme.color(ColorRole::Line));
}

ProfileRow::ProfileRow(Theme &theme, Profile profile, QWidget *parent)
    : QAbstractButton(parent)
    , m_theme(theme)
    , m_profile(std::move(profile))
{
    setText(m_profile.name);
    setCursor(Qt::PointingHandCursor);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAccessibleName(tr("Open %1").arg(m_profile.name));
    setAccessibleDescription(Wording::host(m_profile.baseUrl) + QStringLiteral(", ")
                             + Wording::safety(m_profile.safety));
    if (m_profile.lastOpened > 0)
        setToolTip(QLocale().toString(QDateTime::fromMSecsSinceEpoch(m_profile.lastOpened)));
}

QSize ProfileRow::sizeHint() const
{
    return {m_theme.metric(300), m_theme.metric(RowHeight)};
}

void ProfileRow::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const StylePainter draw(m_theme, painter);
    const bool rightToLeft = layoutDirection() == Qt::RightToLeft;
    const auto placed = [&](const QRect &logical) {
        return QStyle::visualRect(layoutDirection(), rect(), logical);
    };
    if (underMouse() || isDown())
        draw.box(rect().adjusted(0, 1, 0, -2), 6,
                 m_theme.color(isDown() ? ColorRole::Selection : ColorRole::Hover), {});
    draw.line(rect(), Qt::BottomEdge);

    const int dot = m_theme.metric(11);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    const QColor own(m_profile.color);
    painter.setBrush(own.isValid() ? own : m_theme.color(ColorRole::Accent));
    painter.drawEllipse(placed(QRect(0, (height() - dot) / 2, dot, dot)));
    painter.restore();

    const int left = m_theme.metric(23);
    const int half = height() / 2;
    const int leading = rightToLeft ? Qt::AlignRight : Qt::AlignLeft;
    const int trailing = rightToLeft ? Qt::AlignLeft : Qt::AlignRight;
    const QRect text = rect().adjusted(left, m_theme.metric(6), 0, -m_theme.metric(8));
    painter.setFont(m_theme.font(0, QFont::DemiBold));
    painter.setPen(m_theme.color(ColorRole::Text));
    painter.drawText(placed(QRect(text.left(), text.top(), text.width(), half - text.top())),
                     leading | Qt::AlignVCenter, m_profile.name);
    painter.setFont(m_theme.font(-1));
    painter.setPen(m_theme.color(ColorRole::TextMuted));
    painter.drawText(
        placed(QRect(text.left(), half, text.width(), text.bottom() + 1 - half)), leading | Qt::AlignVCenter,
        Wording::host(m_profile.baseUrl) + QStringLiteral(" · ") + Wording::safety(m_profile.safety));
    if (m_profile.lastOpened > 0) {
        painter.drawText(placed(text), trailing | Qt::AlignVCenter,
                         Wording::opened(m_profile.lastOpened, QDateTime::currentMSecsSinceEpoch()));
    }
    if (hasFocus())
        draw.box(rect().adjusted(-1, 0, 0, -1), 6, {}, m_theme.color(ColorRole::Accent), 2);
}

void ProfileRow::enterEvent(QEnterEvent *event)
{
    update();
    QAbstractButton::enterEvent(event);
}

void ProfileRow::leaveEvent(QEvent *event)
{
    update();
    QAbstractButton::leaveEvent(event);
}

} // namespace Studio
