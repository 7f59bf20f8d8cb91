// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "shell/commandregistry.h"

#include "shell/theme.h"

#include <QAction>
#include <QApplication>
#include <QEvent>
#include <QPointer>
#include <QTimer>
#include <QWidget>

#include <algorithm>
#include <map>
#include <utility>
#include <vector>

namespace Studio
{

namespace
{

struct Placed {
    QPointer<QWidget> place;
    CommandHandler handler;
};

struct Command {
    CommandSpec spec;
    QAction *action = nullptr;
};

int depthOf(const QWidget *widget)
{
    int depth = 0;
    for (; widget && !widget->isWindow(); widget = widget->parentWidget())
        ++depth;
    return depth;
}

/// How much the handler of `place` counts: the focus within it, then its being seen, then the window's own.
std::pair<int, int> rank(const QWidget *place, const QWidget *focus)
{
    if (place->isWindow())
        return {0, 0};
    if (focus && (place == focus || place->isAncestorOf(focus)))
        return {2, depthOf(place)};
    return {place->isVisible() ? 1 : -1, depthOf(place)};
}

} // namespace

struct CommandRegistry::Private {
    explicit Private(Theme &themeToUse)
        : theme(themeToUse)
    {
    }

    const CommandHandler *handlerFor(const QString &id);
    void refreshAll();

    Theme &theme;
    std::vector<Command> commands; ///< in the order of add()
    std::map<QString, std::vector<Placed>> handlers;
    mutable std::vector<std::unique_ptr<QAction>> separators;
    bool refreshPlanned = false;
};

const CommandHandler *CommandRegistry::Private::handlerFor(const QString &id)
{
    const auto found = handlers.find(id);
    if (found == handlers.end())
        return nullptr;
    std::vector<Placed> &placed = found->second;
    std::erase_if(placed, [](const Placed &one) { return one.place.isNull(); });

    const QWidget *focus = QApplication::focusWidget();
    const CommandHandler *best = nullptr;
    std::pair<int, int> bestRank{-1, -1};
    for (const Placed &one : placed) {
        const std::pair<int, int> oneRank = rank(one.place, focus);
        if (oneRank.first >= 0 && oneRank >= bestRank) {
            best = &one.handler;
            bestRank = oneRank;
        }
    }
    return best;
}

void CommandRegistry::Private::refreshAll()
{
    refreshPlanned = false;
    for (const Command &command : commands) {
        const CommandHandler *handler = handlerFor(command.spec.id);
        command.action->setEnabled(handler && (!handler->enabled || handler->enabled()));
        if (command.spec.checkable)
            command.action->setChecked(handler && handler->checked && handler->checked());
    }
}

CommandRegistry::CommandRegistry(Theme &theme, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(theme))
{
    connect(qApp, &QApplication::focusChanged, this, &CommandRegistry::refresh);
}

CommandRegistry::~CommandRegistry() = default;

QAction *CommandRegistry::add(const CommandSpec &spec)
{
    if (QAction *known = action(spec.id))
        return known;

    auto *added = new QAction(d->theme.icon(spec.icon), spec.text, this);
    added->setObjectName(spec.id);
    added->setShortcuts(spec.shortcuts);
    added->setCheckable(spec.checkable);
    added->setEnabled(false);
    added->setMenuRole(QAction::NoRole);
    const QString name = QString(spec.text).remove(QChar(0x2026));
    const QString keys =
        spec.shortcuts.isEmpty() ? QString() : spec.shortcuts.first().toString(QKeySequence::NativeText);
    added->setToolTip(keys.isEmpty() ? name : QStringLiteral("%1 (%2)").arg(name, keys));
    connect(added, &QAction::triggered, this, [this, id = spec.id] {
        if (const CommandHandler *handler = d->handlerFor(id); handler && handler->run) {
            const auto run = handler->run; // the place may go away while it runs
            run();
        }
        refresh();
    });
    d->commands.push_back({spec, added});
    emit commandAdded(spec.id);
    refresh();
    return added;
}

QAction *CommandRegistry::action(const QString &id) const
{
    const auto found = std::find_if(d->commands.begin(), d->commands.end(),
                                    [&id](const Command &command) { return command.spec.id == id; });
    return found == d->commands.end() ? nullptr : found->action;
}

QList<CommandSpec> CommandRegistry::commands() const
{
    QList<CommandSpec> specs;
    specs.reserve(qsizetype(d->commands.size()));
    for (const Command &command : d->commands)
        specs.append(command.spec);
    return specs;
}

QList<QAction *> CommandRegistry::menu(const QString &menu) const
{
    std::vector<const Command *> members;
    for (const Command &command : d->commands) {
        if (command.spec.menu == menu)
            members.push_back(&command);
    }
    std::stable_sort(members.begin(), members.end(),
                     [](const Command *a, const Command *b) { return a->spec.group < b->spec.group; });

    QList<QAction *> actions;
    int group = members.empty() ? 0 : members.front()->spec.group;
    for (const Command *command : members) {
        if (std::exchange(group, command->spec.group) != command->spec.group) {
            d->separators.push_back(std::make_unique<QAction>());
            d->separators.back()->setSeparator(true);
            actions.append(d->separators.back().get());
        }
        actions.append(command->action);
    }
    return actions;
}

void CommandRegistry::handle(const QString &id, QWidget *place, CommandHandler handler)
{
    std::vector<Placed> &placed = d->handlers[id];
    const auto found =
        std::find_if(placed.begin(), placed.end(), [place](const Placed &one) { return one.place == place; });
    if (found != placed.end()) {
        found->handler = std::move(handler);
    } else {
        placed.push_back({place, std::move(handler)});
        place->removeEventFilter(this);
        place->installEventFilter(this);
        connect(place, &QObject::destroyed, this, &CommandRegistry::refresh, Qt::UniqueConnection);
    }
    refresh();
}

void CommandRegistry::refresh()
{
    if (std::exchange(d->refreshPlanned, true))
        return;
    QMetaObject::invokeMethod(
        this,
        [this] {
            d->refreshAll();
            emit refreshed();
        },
        Qt::QueuedConnection);
}

bool CommandRegistry::trigger(const QString &id)
{
    // Asked now rather than trusting the action: a refresh may be on its way.
    QAction *known = action(id);
    const CommandHandler *handler = d->handlerFor(id);
    if (!known || !handler || (handler->enabled && !handler->enabled()))
        return false;
    known->setEnabled(true);
    known->trigger();
    return true;
}

bool CommandRegistry::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Show || event->type() == QEvent::Hide)
        refresh();
    return QObject::eventFilter(watched, event);
}

} // namespace Studio
