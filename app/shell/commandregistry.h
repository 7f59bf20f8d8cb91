// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QHash>
#include <QKeySequence>
#include <QList>
#include <QObject>
#include <QString>

#include <memory>

class QAction;
class QWidget;

namespace Studio {

class Theme;

/// One thing a person can do, described once. Menus, tool bar, context menus and the command palette read it.
struct CommandSpec {
    QString id; ///< "record.save"; stable, used by notices and tests
    QString text; ///< sentence case, with dots where a question follows
    QString icon; ///< name in resources/icons, may be empty
    QList<QKeySequence> shortcuts;
    QString menu; ///< "file", "edit", "view", "keys", "live", "tools", "window", "help"; empty = palette only
    QString tip;
    bool checkable = false;
};

/// The one registry of commands. What a command does depends on the place: the view that has the focus (or the
/// window) installs a handler; a command without an enabled handler is disabled.
class CommandRegistry : public QObject
{
    Q_OBJECT

public:
    explicit CommandRegistry(Theme &theme, QObject *parent = nullptr);

    QAction *add(const CommandSpec &spec);
    QAction *action(const QString &id) const; ///< nullptr if there is none
    QList<CommandSpec> commands() const;
    QList<QAction *> menu(const QString &menu) const;

    /// Runs the command if it is enabled; false if not.
    bool trigger(const QString &id);

signals:
    void commandAdded(const QString &id);

private:
    struct Private;
    std::shared_ptr<Private> d;
};

} // namespace Studio
