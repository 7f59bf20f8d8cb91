// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QKeySequence>
#include <QList>
#include <QObject>
#include <QString>

#include <functional>
#include <memory>

class QAction;
class QWidget;

namespace Studio
{

class Theme;

/// One thing a person can do, described once. Menus, tool bar, context menus and the command palette read it.
struct CommandSpec {
    QString id; ///< "record.save"; stable, used by notices and tests
    QString text; ///< sentence case, with dots where a question follows; no mnemonic
    QString icon; ///< name in resources/icons, may be empty
    QList<QKeySequence> shortcuts;
    QString menu; ///< "file", "edit", "view", "keys", "live", "tools", "window", "help"; empty = palette only
    QString tip; ///< one sentence; shown in the tooltip and the palette
    bool checkable = false;
    int group = 0; ///< a separator stands between groups of one menu
};

/// What a command does in one place.
struct CommandHandler {
    std::function<void()> run;
    std::function<bool()> enabled; ///< not set = always
    std::function<bool()> checked; ///< for checkable commands
};

/// The one registry of commands. What a command does depends on the place: a view installs a handler for
/// itself. The handler that counts is the one whose place holds the keyboard focus (the innermost), else one
/// whose place is visible (the current tab), else that of the window. A command whose handler is missing or
/// says no is disabled.
///
/// The application's own commands are described in shell/commands.cpp; a view may add() further ones.
class CommandRegistry : public QObject
{
    Q_OBJECT

public:
    explicit CommandRegistry(Theme &theme, QObject *parent = nullptr);
    ~CommandRegistry() override;

    /// Returns the command's action; when `spec.id` is known already, the one there is, unchanged.
    QAction *add(const CommandSpec &spec);
    QAction *action(const QString &id) const; ///< nullptr if there is none
    QList<CommandSpec> commands() const; ///< in the order in which they were added
    QList<QAction *>
    menu(const QString &menu) const; ///< with separators between groups; owned by the registry

    /// Installs what `id` does in `place` until `place` is destroyed; a later call replaces the former.
    /// Handlers of commands that are added later are allowed.
    void handle(const QString &id, QWidget *place, CommandHandler handler);
    /// Asks every handler again whether it is enabled and checked, before the next event. Call it when that
    /// changed.
    void refresh();

    /// Runs the command if it is enabled; false if not.
    bool trigger(const QString &id);

signals:
    void commandAdded(const QString &id);
    /// Enabled or checked states may have changed.
    void refreshed();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace Studio
