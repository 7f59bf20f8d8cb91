// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "shell/profilebutton.h"

#include "session/session.h"
#include "shell/stylepainter.h"
#include "shell/theme.h"
#include "shell/wording.h"

#include <QPainter>
#include <QStyleOption>

namespace Studio
{

namespace
{

constexpr int Height = 28;
constexpr int DotSize = 9;
constexpr int LongestName = 260;
constexpr int FieldWidth = 350;

} // namespace

ProfileButton::ProfileButton(Theme &theme, QWidget *parent)
    : QToolButton(parent)
    , m_theme(theme)
{
    setPopupMode(QToolButton::InstantPopup);
    setFocusPolicy(Qt::TabFocus);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(&theme, &Theme::changed, this, &QWidget::updateGeometry);
    setSession(nullptr);
}

void ProfileButton::setSession(Session *session)
{
    m_session = session;
    setAccessibleName(session ? tr("Profile %1, %2").arg(nameText(), levelText()) : nameText());
    setToolTip(session ? Wording::host(session->profile().baseUrl) : tr("Open profiles and saved ones"));
    updateGeometry();
    update();
}

QString ProfileButton::nameText() const
{
    return m_session ? m_session->profile().name : tr("No profile open");
}

QString ProfileButton::levelText() const
{
    return m_session ? Wording::safety(m_session->profile().safety) : QString();
}

QSize ProfileButton::sizeHint() const
{
    const int name = QFontMetrics(m_theme.font(0, QFont::DemiBold)).horizontalAdvance(nameText());
    const int level =
        m_session ? QFontMetrics(m_theme.font()).horizontalAdvance(levelText()) + m_theme.metric(8) : 0;
    const int dot = m_session ? m_theme.metric(DotSize + 8) : 0;
    const int width =
        m_theme.metric(10) + dot + qMin(name, m_theme.metric(LongestName)) + level + m_theme.metric(26);
    return {width, m_theme.metric(Height)};
}

void ProfileButton::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const StylePainter draw(m_theme, painter);
    QStyleOptionToolButton option;
    initStyleOption(&option);
    option.state &= ~QStyle::State_AutoRaise;
    draw.toolButtonPanel(option, this);

    const auto placed = [&](const QRect &logical) {
        return QStyle::visualRect(layoutDirection(), rect(), logical);
    };
    const int leading = layoutDirection() == Qt::RightToLeft ? Qt::AlignRight : Qt::AlignLeft;
    int x = m_theme.metric(10);
    if (m_session) {
        const int dot = m_theme.metric(DotSize);
        const QColor own(m_session->profile().color);
        painter.save();
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(own.isValid() ? own : m_theme.color(ColorRole::Accent));
        painter.drawEllipse(placed(QRect(x, (height() - dot) / 2, dot, dot)));
        painter.restore();
        x += dot + m_theme.metric(8);
    }
    const QFont nameFont = m_theme.font(0, m_session ? QFont::DemiBold : QFont::Normal);
    const QFontMetrics nameMetrics(nameFont);
    const QString name = nameMetrics.elidedText(nameText(), Qt::ElideRight, m_theme.metric(LongestName));
    painter.setFont(nameFont);
    painter.setPen(m_theme.color(m_session ? ColorRole::Text : ColorRole::TextMuted));
    const int nameWidth = nameMetrics.horizontalAdvance(name);
    painter.drawText(placed(QRect(x, 0, nameWidth + 1, height())), leading | Qt::AlignVCenter, name);
    x += nameWidth + m_theme.metric(8);
    painter.setFont(m_theme.font());
    painter.setPen(m_theme.color(ColorRole::TextMuted));
    painter.drawText(placed(QRect(x, 0, width() - x - m_theme.metric(20), height())),
                     leading | Qt::AlignVCenter, levelText());
    draw.icon(placed(QRect(width() - m_theme.metric(22), 0, m_theme.metric(16), height())),
              QStringLiteral("chevron-down"), ColorRole::TextMuted, 12);
}

GoToField::GoToField(Theme &theme, const QKeySequence &keys, QWidget *parent)
    : QAbstractButton(parent)
    , m_theme(theme)
    , m_keys(keys.toString(QKeySequence::NativeText).replace(QLatin1Char('+'), QLatin1Char(' ')))
{
    setText(tr("Go to key, prefix or command"));
    setAccessibleName(text());
    setToolTip(tr("Go to a key or prefix, or run a command"));
    setFocusPolicy(Qt::TabFocus);
    setCursor(Qt::IBeamCursor);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    connect(&theme, &Theme::changed, this, &QWidget::updateGeometry);
}

QSize GoToField::sizeHint() const
{
    return {m_theme.metric(FieldWidth), m_theme.metric(Height)};
}

void GoToField::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const StylePainter draw(m_theme, painter);
    QStyleOption option;
    option.initFrom(this);
    draw.inputFrame(option);

    const auto placed = [&](const QRect &logical) {
        return QStyle::visualRect(layoutDirection(), rect(), logical);
    };
    const QFont keyFont = m_theme.font(-2);
    const int keyWidth = QFontMetrics(keyFont).horizontalAdvance(m_keys) + m_theme.metric(12);
    const int keyHeight = m_theme.metric(18);
    const QRect badge = placed(
        QRect(width() - keyWidth - m_theme.metric(8), (height() - keyHeight) / 2, keyWidth, keyHeight));
    draw.box(badge, 4, {}, m_theme.color(ColorRole::LineStrong));
    painter.setFont(keyFont);
    painter.setPen(m_theme.color(ColorRole::TextMuted));
    painter.drawText(badge, Qt::AlignCenter, m_keys);

    painter.setFont(m_theme.font());
    painter.setPen(m_theme.color(ColorRole::TextFaint));
    const QRect textRect = rect().adjusted(m_theme.metric(10), 0, -keyWidth - m_theme.metric(14), 0);
    const QString shown = painter.fontMetrics().elidedText(text(), Qt::ElideRight, textRect.width());
    painter.drawText(placed(textRect),
                     int(Qt::AlignVCenter)
                         | (layoutDirection() == Qt::RightToLeft ? Qt::AlignRight : Qt::AlignLeft),
                     shown);
}

} // namespace Studio
