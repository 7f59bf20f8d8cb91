// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QColor>
#include <QFont>
#include <QIcon>
#include <QObject>

#include <memory>

class QApplication;

namespace Studio {

class Settings;

/// The roles of the one colour table; see docs/architecture.md. No widget holds a colour of its own.
enum class ColorRole : quint8 {
    Window, Panel, Base, Raised, Line, LineStrong, Text, TextMuted, TextFaint, Accent, AccentSoft, OnAccent,
    Selection, Hover, Created, Replaced, Patched, Appended, Counted, Removed, Warning, CreatedSoft, ReplacedSoft,
    PatchedSoft, CountedSoft, RemovedSoft, WarningSoft, JsonKey, JsonString, JsonNumber, JsonLiteral
};

enum class ThemeChoice : quint8 { System, Light, Dark };

/// Colours, fonts, measures and icons of the running application, light or dark. Views read it while painting and
/// repaint on changed().
class Theme : public QObject
{
    Q_OBJECT

public:
    explicit Theme(Settings &settings, QObject *parent = nullptr);

    bool isDark() const;
    QColor color(ColorRole role) const;
    /// The interface font of the settings; `delta` in points relative to it.
    QFont font(qreal delta = 0, int weight = QFont::Normal) const;
    /// Keys and values. Tabular by nature.
    QFont monospaceFont() const;
    /// A 16 px SVG line icon from resources/icons, drawn in the text colour (muted when disabled).
    QIcon icon(const QString &name) const;
    /// `px` at 100 % and the default font size, scaled with the interface font.
    int metric(int px) const;
    bool reducedMotion() const;

    /// Style, palette and font of `app` follow this theme from now on.
    void applyTo(QApplication &app);

signals:
    void changed();

private:
    struct Private;
    std::shared_ptr<Private> d;
};

} // namespace Studio
