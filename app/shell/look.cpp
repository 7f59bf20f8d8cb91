// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "shell/look.h"

#include "shell/theme.h"

#include <QAbstractButton>
#include <QFrame>
#include <QLabel>
#include <QPalette>

namespace Studio::Look
{

namespace
{

void mark(QWidget *widget, const char *name)
{
    widget->setProperty(name, true);
    widget->updateGeometry();
    widget->update();
}

/// Runs `apply` now and after each change of the theme, as long as `widget` lives. A former function of the
/// same kind is replaced, so that a label can change its role again and again.
template <typename Apply>
void follow(QWidget *widget, Theme &theme, const QString &kind, Apply apply)
{
    delete widget->findChild<QObject *>(kind, Qt::FindDirectChildrenOnly);
    auto *context = new QObject(widget);
    context->setObjectName(kind);
    QObject::connect(&theme, &Theme::changed, context, apply);
    apply();
}

} // namespace

void makePrimary(QAbstractButton *button)
{
    mark(button, PrimaryMark);
    QFont font = button->font();
    font.setWeight(QFont::DemiBold);
    button->setFont(font);
}

void makeDangerous(QAbstractButton *button)
{
    mark(button, DangerousMark);
}

void makeQuiet(QAbstractButton *button)
{
    mark(button, QuietMark);
}

void fill(QWidget *widget, Theme &theme, ColorRole role)
{
    widget->setAutoFillBackground(true);
    widget->setBackgroundRole(QPalette::Window);
    follow(widget, theme, QStringLiteral("studioFill"), [widget, &theme, role] {
        QPalette palette = widget->palette();
        palette.setColor(QPalette::Window, theme.color(role));
        widget->setPalette(palette);
    });
}

void text(QLabel *label, Theme &theme, ColorRole role, qreal delta, int weight)
{
    follow(label, theme, QStringLiteral("studioText"), [label, &theme, role, delta, weight] {
        QPalette palette = label->palette();
        palette.setColor(QPalette::WindowText, theme.color(role));
        label->setPalette(palette);
        label->setFont(theme.font(delta, weight));
    });
}

void font(QWidget *widget, Theme &theme, qreal delta, int weight)
{
    follow(widget, theme, QStringLiteral("studioFont"),
           [widget, &theme, delta, weight] { widget->setFont(theme.font(delta, weight)); });
}

void monospace(QWidget *widget, Theme &theme, qreal delta)
{
    follow(widget, theme, QStringLiteral("studioMonospace"),
           [widget, &theme, delta] { widget->setFont(theme.monospaceFont(delta)); });
}

QFrame *hairline(Qt::Orientation orientation, QWidget *parent)
{
    auto *line = new QFrame(parent);
    line->setFrameShape(orientation == Qt::Horizontal ? QFrame::HLine : QFrame::VLine);
    line->setFrameShadow(QFrame::Plain);
    if (orientation == Qt::Horizontal)
        line->setFixedHeight(1);
    else
        line->setFixedWidth(1);
    return line;
}

} // namespace Studio::Look
