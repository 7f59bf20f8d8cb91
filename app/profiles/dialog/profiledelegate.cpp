// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "profiles/dialog/profiledelegate.h"

#include "shell/theme.h"

#include <QDateTime>
#include <QLocale>
#include <QPainter>

namespace Studio
{

ProfileDelegate::ProfileDelegate(Theme &theme, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_theme(theme)
{
}

QString ProfileDelegate::safetyName(SafetyLevel level)
{
    switch (level) {
    case SafetyLevel::ReadOnly:
        return tr("read-only");
    case SafetyLevel::Confirm:
        return tr("confirm writes");
    case SafetyLevel::Free:
        return tr("free");
    }
    return {};
}

QString ProfileDelegate::summary(const Profile &profile)
{
    QString host = profile.baseUrl.host();
    if (profile.baseUrl.port() >= 0)
        host += u':' + QString::number(profile.baseUrl.port());
    return host + QStringLiteral(" · ") + safetyName(profile.safety);
}

QString ProfileDelegate::openedText(qint64 lastOpened, qint64 now)
{
    if (lastOpened <= 0)
        return tr("never opened");
    const qint64 minutes = std::max<qint64>(0, now - lastOpened) / 60000;
    if (minutes < 1)
        return tr("opened just now");
    if (minutes < 60)
        return tr("opened %1 min ago").arg(QLocale().toString(minutes));
    if (minutes < 24 * 60)
        return tr("opened %1 h ago").arg(QLocale().toString(minutes / 60));
    const QDate day = QDateTime::fromMSecsSinceEpoch(lastOpened).date();
    const QDate today = QDateTime::fromMSecsSinceEpoch(now).date();
    if (day.daysTo(today) <= 1)
        return tr("opened yesterday");
    return tr("opened on %1")
        .arg(QLocale().toString(
            //: day and month, in the manner of QDate::toString
            day, day.year() == today.year() ? tr("d MMMM") : tr("d MMMM yyyy")));
}

void ProfileDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                            const QModelIndex &index) const
{
    const auto profile = index.data(ProfileRole).value<Profile>();
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    const bool hovered = option.state.testFlag(QStyle::State_MouseOver);
    if (selected || hovered)
        painter->fillRect(option.rect, m_theme.color(selected ? ColorRole::Selection : ColorRole::Hover));
    painter->setPen(m_theme.color(ColorRole::Line));
    const int bottom = option.rect.bottom();
    painter->drawLine(option.rect.left(), bottom, option.rect.right(), bottom);

    const Qt::LayoutDirection direction = option.direction;
    const QRect inner =
        option.rect.adjusted(m_theme.metric(12), m_theme.metric(6), -m_theme.metric(12), -m_theme.metric(6));
    const auto place = [&](const QRect &rect) { return QStyle::visualRect(direction, inner, rect); };
    const auto flags = [&](Qt::Alignment alignment) {
        return int(QStyle::visualAlignment(direction, alignment)) | Qt::TextSingleLine;
    };

    const int dot = m_theme.metric(10);
    painter->setPen(Qt::NoPen);
    const QColor own(profile.color);
    painter->setBrush(own.isValid() ? own : m_theme.color(ColorRole::TextFaint));
    painter->drawEllipse(place({inner.left(), inner.center().y() - dot / 2, dot, dot}));

    const QFont small = m_theme.font(-1);
    const QString opened = openedText(profile.lastOpened, QDateTime::currentMSecsSinceEpoch());
    const int openedWidth = QFontMetrics(small).horizontalAdvance(opened);
    painter->setFont(small);
    painter->setPen(m_theme.color(ColorRole::TextFaint));
    painter->drawText(place({inner.right() - openedWidth, inner.top(), openedWidth + 1, inner.height()}),
                      flags(Qt::AlignTrailing | Qt::AlignVCenter), opened);

    const int left = inner.left() + dot + m_theme.metric(12);
    const int width = inner.right() - openedWidth - m_theme.metric(12) - left;
    const int half = inner.height() / 2;
    const QFont strong = m_theme.font(0, QFont::DemiBold);
    painter->setFont(strong);
    painter->setPen(m_theme.color(ColorRole::Text));
    painter->drawText(place({left, inner.top(), width, half}), flags(Qt::AlignLeading | Qt::AlignVCenter),
                      QFontMetrics(strong).elidedText(profile.name, Qt::ElideRight, width));
    painter->setFont(small);
    painter->setPen(m_theme.color(ColorRole::TextMuted));
    painter->drawText(place({left, inner.top() + half, width, inner.height() - half}),
                      flags(Qt::AlignLeading | Qt::AlignVCenter),
                      QFontMetrics(small).elidedText(summary(profile), Qt::ElideMiddle, width));

    if (option.state.testFlag(QStyle::State_HasFocus)) {
        painter->setBrush(Qt::NoBrush);
        painter->setPen(QPen(m_theme.color(ColorRole::Accent), 2));
        painter->drawRect(QRectF(option.rect).adjusted(1, 1, -1, -2));
    }
    painter->restore();
}

QSize ProfileDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const
{
    return {m_theme.metric(240), m_theme.metric(52)};
}

} // namespace Studio
