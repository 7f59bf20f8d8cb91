// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "session/keyselection.h"

#include <functional>

class QMenu;
class QWidget;

namespace Studio
{

class CommandRegistry;
class KeyActions;

/// What the commands for keys act on in some view.
struct KeyTarget {
    KeySelection selection;
    QByteArray newPrefix; ///< with what a new key would begin

    /// Empty unless exactly one key is selected.
    QByteArray key() const { return selection.isOneKey() ? selection.keys.constFirst() : QByteArray(); }
    /// None unless exactly one branch is selected; empty: the whole store.
    std::optional<QByteArray> branch() const;
};

/// Describes the commands for keys: "keys.…".
void addKeyCommands(CommandRegistry &registry);

/// Installs what these commands do in `place`: they act on what `target` says at that moment. `actions` and
/// whatever `target` refers to outlive the place.
void installKeyCommands(CommandRegistry &registry, QWidget *place, KeyActions &actions,
                        const std::function<KeyTarget()> &target);

/// The context menu of keys, the same in every view: what fits `target`, what is destructive last and apart.
/// `inTree`: it belongs to the tree itself, so that it needs no way to there.
void fillKeyMenu(QMenu &menu, const CommandRegistry &registry, const KeyTarget &target, bool inTree);

} // namespace Studio
