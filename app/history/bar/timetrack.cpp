// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "history/bar/timetrack.h"

#include "models/keyhistorymodel.h"
#include "shell/theme.h"

#include <QDateTime>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QLocale>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>
#include <array>
#include <cmath>

namespace Studio
{

namespace
{

constexpr std::array<qint64, 15> steps{1'000,      5'000,       15'000,      60'000,        300'000,
                                       900'000,    3'600'000,   10'800'000,  21'600'000,    43'200'000,
                                       86'400'000, 172'800'000, 604'800'000, 2'592'000'000, 31'536'000'000};

/// A label of the line: the date where days stand apart, else the time.
QString label(qint64 at, qint64 step)
{
    const QDateTime time = QDateTime::fromMSecsSinceEpoch(at);
    if (step >= 86'400'000)
        return QLocale().toString(time.date(), QLocale::ShortFormat);
    return time.toString(step >= 60'000 ? QStringLiteral("HH:mm") : QStringLiteral("HH:mm:ss"));
}

} // namespace

TimeTrack::TimeTrack(Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
{
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAccessibleName(tr("Moment"));
    connect(&theme, &Theme::changed, this, [this] {
        updateGeometry();
        update();
    });
}

QSize TimeTrack::sizeHint() const
{
    return {m_theme.metric(320), m_theme.metric(44)};
}

void TimeTrack::setSpan(const HistorySpan &span, qint64 now)
{
    m_span = span;
    m_to = std::max(now, span.from + 1);
    update();
}

void TimeTrack::setMoment(qint64 at)
{
    m_moment = at;
    update();
}

int TimeTrack::xOf(qint64 at) const
{
    const int margin = m_theme.metric(8);
    const double share = double(at - m_span.from) / double(m_to - m_span.from);
    return margin + int(std::lround(std::clamp(share, 0.0, 1.0) * (width() - 2 * margin)));
}

qint64 TimeTrack::momentAt(int x) const
{
    const int margin = m_theme.metric(8);
    const double share = double(x - margin) / std::max(1, width() - 2 * margin);
    if (share >= 1)
        return 0;
    return m_span.from + qint64(std::clamp(share, 0.0, 1.0) * double(m_to - m_span.from));
}

void TimeTrack::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    if (m_span.from == 0)
        return;
    const int labelHeight = m_theme.metric(16);
    const QRect line(m_theme.metric(8), m_theme.metric(4), width() - m_theme.metric(16),
                     height() - labelHeight - m_theme.metric(4));
    // Gaps behind all: what is not known there.
    for (const HistoryGap &gap : m_span.gaps) {
        const int left = xOf(gap.from);
        const int right = std::max(left + 1, gap.to > 0 ? xOf(gap.to) : line.right());
        painter.fillRect(QRect(left, line.top(), right - left, line.height()),
                         m_theme.color(ColorRole::WarningSoft));
    }
    const int most =
        m_span.density.isEmpty() ? 0 : *std::max_element(m_span.density.cbegin(), m_span.density.cend());
    for (int part = 0; most > 0 && part < m_span.density.size(); ++part) {
        if (m_span.density[part] == 0)
            continue;
        const int left = line.left() + line.width() * part / int(m_span.density.size());
        const int right = line.left() + line.width() * (part + 1) / int(m_span.density.size());
        // By the square root, so that a burst does not hide everything else.
        const int tall = std::max(2, int(line.height() * std::sqrt(double(m_span.density[part]) / most)));
        painter.fillRect(QRect(left, line.bottom() - tall + 1, std::max(1, right - left - 1), tall),
                         m_theme.color(ColorRole::LineStrong));
    }
    painter.fillRect(QRect(line.left(), line.bottom(), line.width(), 1), m_theme.color(ColorRole::Line));

    painter.setFont(m_theme.tabularFont(-2));
    painter.setPen(m_theme.color(ColorRole::TextFaint));
    const QFontMetrics metrics(painter.font());
    const int room = metrics.horizontalAdvance(QStringLiteral("00.00.0000")) + m_theme.metric(24);
    const qint64 length = m_to - m_span.from;
    const auto step = std::find_if(steps.cbegin(), steps.cend(), [&](qint64 each) {
        return double(each) / double(length) * line.width() >= room;
    });
    if (step != steps.cend()) {
        const qint64 offset = qint64(QDateTime::fromMSecsSinceEpoch(m_span.from).offsetFromUtc()) * 1000;
        for (qint64 at = (m_span.from + offset + *step - 1) / *step * *step - offset; at < m_to;
             at += *step) {
            const int x = xOf(at);
            const QString text = label(at, *step);
            const int half = metrics.horizontalAdvance(text) / 2;
            if (x - half < 0 || x + half > width())
                continue;
            painter.fillRect(QRect(x, line.bottom() + 1, 1, m_theme.metric(3)),
                             m_theme.color(ColorRole::LineStrong));
            painter.drawText(QRect(x - half, height() - labelHeight + 2, 2 * half + 2, labelHeight - 2),
                             Qt::AlignCenter, text);
        }
    }

    const int x = m_moment > 0 ? xOf(m_moment) : line.right() + 1;
    const QColor color = m_theme.color(m_moment > 0 ? ColorRole::Accent : ColorRole::TextMuted);
    painter.fillRect(QRect(x - 1, 0, 2, line.bottom() + 1), color);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    const double radius = m_theme.metric(hasFocus() ? 6 : 5);
    painter.drawEllipse(QPointF(x, line.center().y()), radius, radius);
}

void TimeTrack::pick(qint64 at)
{
    if (m_span.from == 0)
        return;
    if (at > 0)
        at = at >= m_to ? 0 : std::max(at, m_span.from);
    emit picked(at);
}

void TimeTrack::mousePressEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton)
        pick(momentAt(int(event->position().x())));
}

void TimeTrack::mouseMoveEvent(QMouseEvent *event)
{
    if (event->buttons() & Qt::LeftButton)
        pick(momentAt(int(event->position().x())));
}

void TimeTrack::keyPressEvent(QKeyEvent *event)
{
    const qint64 now = m_moment > 0 ? m_moment : m_to;
    const qint64 step = std::max<qint64>(1, (m_to - m_span.from) / 100);
    switch (event->key()) {
    case Qt::Key_Left:
        return pick(now - step);
    case Qt::Key_Right:
        return pick(now + step);
    case Qt::Key_PageUp:
        return pick(now - 10 * step);
    case Qt::Key_PageDown:
        return pick(now + 10 * step);
    case Qt::Key_Home:
        return pick(m_span.from);
    case Qt::Key_End:
        return pick(0);
    default:
        QWidget::keyPressEvent(event);
    }
}

bool TimeTrack::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip || m_span.from == 0)
        return QWidget::event(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    const qint64 at = momentAt(help->pos().x());
    QToolTip::showText(help->globalPos(), at > 0 ? KeyHistoryModel::momentText(at) : tr("Now"), this);
    return true;
}

} // namespace Studio
