// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDialog>

namespace Studio
{

class CommandRegistry;
class Theme;

/// Every shortcut, made from the registry, so that it cannot be out of date.
class ShortcutSheet : public QDialog
{
    Q_OBJECT

public:
    ShortcutSheet(Theme &theme, const CommandRegistry &commands, QWidget *parent = nullptr);
};

/// The title of a menu of CommandSpec::menu, with its mnemonic.
QString menuTitle(const QString &menu);
/// The menus from left to right.
QStringList menuNames();

} // namespace Studio
