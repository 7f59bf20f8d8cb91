// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "shell/themecolors.h"

#include <QColor>
#include <QFont>
#include <QIcon>
#include <QObject>
#include <QPixmap>

#include <memory>

class QApplication;
class QPalette;

namespace Studio
{

class Settings;

/// Colours, fonts, measures and icons of the running application, light or dark. Views read it while painting
/// and repaint on changed().
class Theme : public QObject
{
    Q_OBJECT

public:
    explicit Theme(Settings &settings, QObject *parent = nullptr);
    ~Theme() override;

    bool isDark() const;
    QColor color(ColorRole role) const;
    QPalette palette() const;
    /// The interface font of the settings; `delta` in pixels at 100 % relative to it (-1 = small, +2 = head).
    QFont font(qreal delta = 0, int weight = QFont::Normal) const;
    /// The interface font with figures of one width, for columns of numbers.
    QFont tabularFont(qreal delta = 0) const;
    /// Keys and values. Tabular by nature. `delta` as for font().
    QFont monospaceFont(qreal delta = 0) const;
    /// A 16 px SVG line icon from resources/icons ("key", no suffix), drawn in the muted text colour (the
    /// text colour when active, faint when disabled). Follows the theme by itself: ask again after changed()
    /// only where a pixmap was kept. A name that does not exist gives an empty icon.
    QIcon icon(const QString &name) const;
    /// The same in one colour.
    QIcon icon(const QString &name, ColorRole role) const;
    /// Crisp at `devicePixelRatio`; `size` in device-independent pixels.
    QPixmap pixmap(const QString &name, ColorRole role, int size, qreal devicePixelRatio) const;
    /// `px` at 100 % and the default font size, scaled with the interface font.
    int metric(int px) const;
    bool reducedMotion() const;

    /// Style, palette and font of `app` follow this theme from now on.
    void applyTo(QApplication &app);

signals:
    void changed();

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace Studio
