// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "profiles/dialog/colordots.h"

#include "shell/theme.h"

#include <QButtonGroup>
#include <QColor>
#include <QHBoxLayout>
#include <QPainter>
#include <QRadioButton>

namespace Studio
{

namespace
{

class Dot : public QRadioButton
{
public:
    Dot(Theme &theme, const QColor &color, QWidget *parent)
        : QRadioButton(parent)
        , m_theme(theme)
        , m_color(color)
    {
        setAttribute(Qt::WA_Hover);
        setFocusPolicy(Qt::StrongFocus);
        setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    }

    QSize sizeHint() const override { return {m_theme.metric(28), m_theme.metric(28)}; }
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    bool hitButton(const QPoint &position) const override { return rect().contains(position); }

    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        const QPointF centre = QRectF(rect()).center();
        painter.setPen(Qt::NoPen);
        painter.setBrush(m_color);
        const qreal radius = m_theme.metric(7);
        painter.drawEllipse(centre, radius, radius);
        if (!isChecked() && !hasFocus() && !underMouse())
            return;
        const ColorRole ring = hasFocus()  ? ColorRole::Accent
                             : isChecked() ? ColorRole::Text
                                           : ColorRole::LineStrong;
        painter.setPen(QPen(m_theme.color(ring), isChecked() ? 2 : 1));
        painter.setBrush(Qt::NoBrush);
        const qreal outer = m_theme.metric(11);
        painter.drawEllipse(centre, outer, outer);
    }

private:
    Theme &m_theme;
    QColor m_color;
};

} // namespace

ColorDots::ColorDots(Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_group(new QButtonGroup(this))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addStretch(1);

    // A profile keeps its colour whatever the theme, so the light table's strong colours are offered in both.
    const auto add = [this](ColorRole role, const QString &name) {
        addDot(themeColor(role, false).name(), name);
    };
    add(ColorRole::Accent, tr("Blue"));
    add(ColorRole::Created, tr("Green"));
    add(ColorRole::Counted, tr("Teal"));
    add(ColorRole::Patched, tr("Violet"));
    add(ColorRole::Warning, tr("Amber"));
    add(ColorRole::Removed, tr("Red"));
    m_group->buttons().constFirst()->setChecked(true);
    connect(m_group, &QButtonGroup::idToggled, this, [this](int id, bool on) {
        if (on)
            emit colorChanged(m_colors.at(id));
    });
}

void ColorDots::addDot(const QString &color, const QString &name)
{
    auto *dot = new Dot(m_theme, QColor(color), this);
    dot->setAccessibleName(name);
    dot->setToolTip(name);
    m_group->addButton(dot, int(m_colors.size()));
    m_colors.append(color);
    auto *row = static_cast<QHBoxLayout *>(layout());
    row->insertWidget(row->count() - 1, dot);
}

QString ColorDots::color() const
{
    return m_colors.value(m_group->checkedId());
}

void ColorDots::setColor(const QString &color)
{
    const QColor wanted(color);
    if (!wanted.isValid())
        return;
    const QString name = wanted.name();
    qsizetype id = m_colors.indexOf(name);
    if (id < 0) {
        addDot(name, tr("Own colour %1").arg(name));
        id = m_colors.size() - 1;
    }
    m_group->button(int(id))->setChecked(true);
}

} // namespace Studio
