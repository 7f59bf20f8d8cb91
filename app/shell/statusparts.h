// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "shell/themecolors.h"

#include <QColor>
#include <QWidget>

namespace Studio
{

class Theme;

/// A filled circle of 9 px: always beside its word, never instead of it.
class Dot : public QWidget
{
    Q_OBJECT

public:
    explicit Dot(Theme &theme, QWidget *parent = nullptr);

    void setRole(ColorRole role);
    /// A profile's own colour instead of one of the theme; an invalid colour goes back to the role.
    void setColor(const QColor &color);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Theme &m_theme;
    ColorRole m_role = ColorRole::TextFaint;
    QColor m_color;
};

/// The share of the rate limit in use, as a small bar.
class RateBar : public QWidget
{
    Q_OBJECT

public:
    explicit RateBar(Theme &theme, QWidget *parent = nullptr);

    /// 0 to 1; more is drawn as full, in the warning colour.
    void setShare(double share);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Theme &m_theme;
    double m_share = 0;
};

} // namespace Studio
