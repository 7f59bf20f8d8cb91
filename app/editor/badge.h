// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "shell/themecolors.h"

#include <QString>
#include <QWidget>

namespace Studio
{

class Theme;

/// A word on a soft round box.
class Badge : public QWidget
{
    Q_OBJECT

public:
    explicit Badge(Theme &theme, QWidget *parent = nullptr);

    void setContent(const QString &text, ColorRole color, ColorRole softColor);
    QString text() const { return m_text; }
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QFont badgeFont() const;

    Theme &m_theme;
    QString m_text;
    ColorRole m_color = ColorRole::Replaced;
    ColorRole m_softColor = ColorRole::ReplacedSoft;
};

} // namespace Studio
