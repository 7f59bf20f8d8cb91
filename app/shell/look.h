// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "shell/themecolors.h"

#include <QFont>

class QAbstractButton;
class QFrame;
class QLabel;
class QWidget;

namespace Studio
{

class Theme;

/// What a widget is to the style, beyond its class. StudioStyle reads these marks; views set them and nothing
/// else.
namespace Look
{

/// The one filled button of a page.
void makePrimary(QAbstractButton *button);
/// A destructive action: text in the removed colour, not filled.
void makeDangerous(QAbstractButton *button);
/// No border until the pointer is over it: tool bars, "Format", "Copy as".
void makeQuiet(QAbstractButton *button);
/// Fills `widget` with the colour of `role` (Window, Panel, Base, …) and follows the theme.
void fill(QWidget *widget, Theme &theme, ColorRole role);
/// Text of `label` in the colour of `role` and the interface font (delta and weight as in Theme::font());
/// follows the theme.
void text(QLabel *label, Theme &theme, ColorRole role, qreal delta = 0, int weight = QFont::Normal);
/// The interface font for any widget, following the theme; delta and weight as in Theme::font().
void font(QWidget *widget, Theme &theme, qreal delta, int weight = QFont::Normal);
/// The same in the monospace font.
void monospace(QWidget *widget, Theme &theme, qreal delta = 0);
/// A hairline of 1 px in the colour `line`.
QFrame *hairline(Qt::Orientation orientation, QWidget *parent = nullptr);

inline constexpr char PrimaryMark[] = "studioPrimary";
inline constexpr char DangerousMark[] = "studioDangerous";
inline constexpr char QuietMark[] = "studioQuiet";
inline constexpr char UnderlineTabsMark[] =
    "studioUnderlineTabs"; ///< on a QTabBar: underlined words, no cards
inline constexpr char TabColorMark[] =
    "studioTabColor"; ///< on a QTabBar: a QColor for a line on the current tab

inline constexpr char PreviewTabMark[] =
    "studioPreviewTab"; ///< on a QTabBar: 1 + index of the tab that is used again and again

} // namespace Look

} // namespace Studio
