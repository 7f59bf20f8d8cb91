// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "bulk/jobdelegate.h"

#include "bulk/bulktexts.h"
#include "models/jobmodel.h"
#include "session/jobs/job.h"
#include "shell/stylepainter.h"
#include "shell/theme.h"

#include <QDateTime>
#include <QLocale>
#include <QPainter>

namespace Studio
{

namespace
{

constexpr int RowHeight = 48;
constexpr int BarWidth = 120;
constexpr int BarHeight = 6;
constexpr int IconSize = 16;

} // namespace

JobDelegate::JobDelegate(Theme &theme, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_theme(theme)
{
}

JobDelegate::Sign JobDelegate::signOf(const Job &job)
{
    switch (job.state()) {
    case JobState::Waiting:
        return {QStringLiteral("clock"), ColorRole::TextMuted};
    case JobState::Running:
        return {QStringLiteral("play"), ColorRole::Accent};
    case JobState::Paused:
        return {QStringLiteral("pause"), ColorRole::TextMuted};
    case JobState::WaitingForLine:
        return {QStringLiteral("offline"), ColorRole::Warning};
    case JobState::Finished:
        return job.result().failed > 0 ? Sign{QStringLiteral("warning"), ColorRole::Warning}
                                       : Sign{QStringLiteral("check"), ColorRole::Created};
    case JobState::Canceled:
        return {QStringLiteral("stop"), ColorRole::TextMuted};
    case JobState::Failed:
        return {QStringLiteral("error"), ColorRole::Removed};
    }
    return {};
}

void JobDelegate::paintBar(QPainter &painter, const QRect &rect, int percent, bool isActive,
                           Qt::LayoutDirection direction) const
{
    const StylePainter draw(m_theme, painter);
    draw.box(rect, BarHeight / 2, m_theme.color(ColorRole::Line), {});
    if (percent <= 0)
        return;
    QRect filled = rect;
    filled.setWidth(std::max(BarHeight, rect.width() * percent / 100));
    if (direction == Qt::RightToLeft)
        filled.moveRight(rect.right());
    draw.box(filled, BarHeight / 2, m_theme.color(isActive ? ColorRole::Accent : ColorRole::TextFaint), {});
}

void JobDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const auto *job = index.data(JobModel::JobRole).value<Job *>();
    if (!job)
        return;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    const bool hovered = option.state.testFlag(QStyle::State_MouseOver);
    if (selected || hovered)
        painter->fillRect(option.rect, m_theme.color(selected ? ColorRole::Selection : ColorRole::Hover));
    painter->fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1),
                      m_theme.color(ColorRole::Line));

    const Qt::LayoutDirection direction = option.direction;
    const QRect inner =
        option.rect.adjusted(m_theme.metric(12), m_theme.metric(5), -m_theme.metric(12), -m_theme.metric(6));
    const auto place = [&](const QRect &rect) { return QStyle::visualRect(direction, inner, rect); };
    const auto text = [&](const QRect &rect, Qt::Alignment alignment, const QFont &font, ColorRole role,
                          const QString &what, Qt::TextElideMode elide) {
        painter->setFont(font);
        painter->setPen(m_theme.color(role));
        painter->drawText(place(rect),
                          int(QStyle::visualAlignment(direction, alignment | Qt::AlignVCenter))
                              | Qt::TextSingleLine,
                          QFontMetrics(font).elidedText(what, elide, rect.width()));
    };
    const Sign sign = signOf(*job);
    const int icon = m_theme.metric(IconSize);
    const int half = inner.height() / 2;
    StylePainter(m_theme, *painter)
        .icon(place({inner.left(), inner.top() + (half - icon) / 2, icon, icon}), sign.icon, sign.role, icon);

    const QFont small = m_theme.font(-1);
    const QFont strong = m_theme.font(0, QFont::DemiBold);
    const QString state = BulkTexts::state(*job);
    const int stateWidth = QFontMetrics(small).horizontalAdvance(state) + 1;
    const int left = inner.left() + icon + m_theme.metric(8);
    const int right = inner.right() + 1;
    const int gap = m_theme.metric(12);
    text({left, inner.top(), right - left - stateWidth - gap, half}, Qt::AlignLeading, strong,
         ColorRole::Text, index.data(Qt::DisplayRole).toString(), Qt::ElideMiddle);
    text({right - stateWidth, inner.top(), stateWidth, half}, Qt::AlignTrailing, small, sign.role, state,
         Qt::ElideRight);

    const QRect below(left, inner.top() + half, right - left, inner.height() - half);
    if (job->isOver()) {
        const QString at =
            QLocale().toString(QDateTime::fromMSecsSinceEpoch(job->endedAt()).time(), QLocale::ShortFormat);
        const int atWidth = QFontMetrics(small).horizontalAdvance(at) + 1;
        text({below.left(), below.top(), below.width() - atWidth - gap, below.height()}, Qt::AlignLeading,
             small, ColorRole::TextMuted, BulkTexts::outcome(*job), Qt::ElideRight);
        text({right - atWidth, below.top(), atWidth, below.height()}, Qt::AlignTrailing, small,
             ColorRole::TextFaint, at, Qt::ElideRight);
    } else {
        const int bar = m_theme.metric(BarWidth);
        const int percent = BulkTexts::percent(*job);
        const bool isActive = job->state() == JobState::Running;
        paintBar(*painter,
                 place({below.left(), below.center().y() - m_theme.metric(BarHeight) / 2, bar,
                        m_theme.metric(BarHeight)}),
                 percent, isActive, direction);
        QString progress = BulkTexts::progress(*job);
        if (percent >= 0)
            progress = tr("%1 % · %2", "per cent, then more about the progress")
                           .arg(QString::number(percent), progress);
        text({below.left() + bar + gap, below.top(), below.width() - bar - gap, below.height()},
             Qt::AlignLeading, m_theme.tabularFont(-1), ColorRole::TextMuted, progress, Qt::ElideRight);
    }
    if (option.state.testFlag(QStyle::State_HasFocus)) {
        painter->setBrush(Qt::NoBrush);
        painter->setPen(QPen(m_theme.color(ColorRole::Accent), 2));
        painter->drawRect(QRectF(option.rect).adjusted(1, 1, -1, -2));
    }
    painter->restore();
}

QSize JobDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const
{
    return {m_theme.metric(240), m_theme.metric(RowHeight)};
}

} // namespace Studio
