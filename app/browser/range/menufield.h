// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

#include <functional>

class QMenu;

namespace Studio
{

class Theme;

/// `text` as it stands: an ampersand would underline the next letter.
QString menuText(QString text);

/// Adds a field to a menu. `entered` gets what stands in it when Enter is pressed and says whether the text
/// was good: then the menu closes.
void addMenuField(QMenu &menu, Theme &theme, const QString &placeholder,
                  const std::function<bool(const QString &)> &entered);

} // namespace Studio
