// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "shell/themecolors.h"

#include <QIconEngine>
#include <QPointer>
#include <QString>

namespace Studio
{

class Theme;

/// Draws one SVG of :/icons in a colour of the theme, at the size and resolution that is asked for. It reads
/// the theme while painting, so icons change with it by themselves.
class IconEngine : public QIconEngine
{
public:
    IconEngine(const Theme &theme, QString name, ColorRole role);

    static bool exists(const QString &name);
    /// `size` in device-independent pixels.
    static QPixmap render(const QString &name, const QColor &color, const QSize &size,
                          qreal devicePixelRatio);

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State state) override;
    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override;
    QPixmap scaledPixmap(const QSize &size, QIcon::Mode mode, QIcon::State state, qreal scale) override;
    QIconEngine *clone() const override;
    QString key() const override;
    bool isNull() override { return false; }

private:
    QColor colorFor(QIcon::Mode mode) const;

    QPointer<const Theme> m_theme;
    QString m_name;
    ColorRole m_role;
};

} // namespace Studio
