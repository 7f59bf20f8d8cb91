// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QColor>
#include <QtGlobal>

namespace Studio
{

/// The roles of the one colour table; see docs/architecture.md. No widget holds a colour of its own.
enum class ColorRole : quint8 {
    Window,
    Panel,
    Base,
    Raised,
    Line,
    LineStrong,
    Text,
    TextMuted,
    TextFaint,
    Accent,
    AccentSoft,
    OnAccent,
    Selection,
    Hover,
    Created,
    Replaced,
    Patched,
    Appended,
    Counted,
    Removed,
    Warning,
    CreatedSoft,
    ReplacedSoft,
    PatchedSoft,
    CountedSoft,
    RemovedSoft,
    WarningSoft,
    JsonKey,
    JsonString,
    JsonNumber,
    JsonLiteral
};

inline constexpr int ColorRoleCount = int(ColorRole::JsonLiteral) + 1;

enum class ThemeChoice : quint8 { System, Light, Dark };

/// The one table. Nothing else in the application names a colour (a profile's own colour is the person's).
QColor themeColor(ColorRole role, bool dark);

/// WCAG contrast of two opaque colours, 1 to 21.
double contrastRatio(const QColor &a, const QColor &b);

} // namespace Studio
