// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "profiles/dialog/segmentedchoice.h"

#include "shell/theme.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QPainter>
#include <QPainterPath>
#include <QRadioButton>

namespace Studio
{

namespace
{

/// A radio button by nature (grouping, arrow keys, accessibility), painted as one part of a frame.
class Segment : public QRadioButton
{
public:
    Segment(Theme &theme, const QString &text, QWidget *parent)
        : QRadioButton(text, parent)
        , m_theme(theme)
    {
        setAttribute(Qt::WA_Hover);
        setFocusPolicy(Qt::StrongFocus);
        setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    }

    QSize sizeHint() const override
    {
        const QFontMetrics metrics(m_theme.font(0, QFont::DemiBold));
        return {metrics.horizontalAdvance(text()) + m_theme.metric(24), m_theme.metric(28)};
    }
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    bool hitButton(const QPoint &position) const override { return rect().contains(position); }

    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        const QRectF box = QRectF(rect()).adjusted(1.5, 1.5, -1.5, -1.5);
        const qreal radius = m_theme.metric(4);
        if (isChecked() || underMouse()) {
            painter.setPen(Qt::NoPen);
            painter.setBrush(m_theme.color(isChecked() ? ColorRole::AccentSoft : ColorRole::Hover));
            painter.drawRoundedRect(box, radius, radius);
        }
        if (hasFocus() || isChecked()) {
            const qreal width = hasFocus() ? 2 : 1;
            painter.setPen(QPen(m_theme.color(ColorRole::Accent), width));
            painter.setBrush(Qt::NoBrush);
            painter.drawRoundedRect(box, radius, radius);
        }
        painter.setFont(m_theme.font(0, isChecked() ? QFont::DemiBold : QFont::Normal));
        const ColorRole role = !isEnabled() ? ColorRole::TextFaint
                             : isChecked()  ? ColorRole::Accent
                                            : ColorRole::TextMuted;
        painter.setPen(m_theme.color(role));
        painter.drawText(rect(), Qt::AlignCenter | Qt::TextSingleLine, text());
    }

private:
    Theme &m_theme;
};

/// The frame around the parts.
class SegmentFrame : public QWidget
{
public:
    SegmentFrame(Theme &theme, QWidget *parent)
        : QWidget(parent)
        , m_theme(theme)
    {
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(m_theme.color(ColorRole::LineStrong), 1));
        painter.setBrush(m_theme.color(ColorRole::Base));
        const qreal radius = m_theme.metric(6);
        painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius);
    }

private:
    Theme &m_theme;
};

} // namespace

SegmentedChoice::SegmentedChoice(Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_group(new QButtonGroup(this))
{
    auto *outer = new QHBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    auto *frame = new SegmentFrame(theme, this);
    frame->setObjectName(QStringLiteral("frame"));
    auto *inner = new QHBoxLayout(frame);
    inner->setContentsMargins(0, 0, 0, 0);
    inner->setSpacing(0);
    outer->addWidget(frame);
    outer->addStretch(1);
    connect(m_group, &QButtonGroup::idToggled, this, [this](int value, bool on) {
        if (on)
            emit valueChanged(value);
    });
    connect(&theme, &Theme::changed, this, [this] {
        const auto parts = m_group->buttons();
        for (QAbstractButton *part : parts)
            part->updateGeometry();
        update();
    });
}

void SegmentedChoice::addChoice(int value, const QString &text, const QString &tip)
{
    auto *frame = findChild<QWidget *>(QStringLiteral("frame"));
    auto *segment = new Segment(m_theme, text, frame);
    segment->setToolTip(tip);
    segment->setAccessibleDescription(tip);
    frame->layout()->addWidget(segment);
    const bool first = m_group->buttons().isEmpty();
    m_group->addButton(segment, value);
    if (first)
        segment->setChecked(true);
    setFocusProxy(m_group->checkedButton());
}

void SegmentedChoice::setChoiceVisible(int value, bool visible)
{
    if (QAbstractButton *segment = m_group->button(value))
        segment->setVisible(visible);
}

void SegmentedChoice::setChoiceText(int value, const QString &text)
{
    if (QAbstractButton *segment = m_group->button(value))
        segment->setText(text);
}

int SegmentedChoice::value() const
{
    return m_group->checkedId();
}

void SegmentedChoice::setValue(int value)
{
    if (QAbstractButton *segment = m_group->button(value)) {
        segment->setChecked(true);
        setFocusProxy(segment);
    }
}

} // namespace Studio
