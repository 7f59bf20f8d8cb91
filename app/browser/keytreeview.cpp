// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "browser/keytreeview.h"

#include "browser/emptystate.h"
#include "browser/filterfield.h"
#include "browser/keyactions.h"
#include "browser/keyspacestrip.h"
#include "browser/keytree.h"
#include "browser/keytreehead.h"
#include "browser/levellister.h"
#include "browser/levelproblembar.h"
#include "browser/treecolumns.h"
#include "browser/treeinterest.h"
#include "browser/treenavigator.h"
#include "mirror/keyspacemirror.h"
#include "models/keytext.h"
#include "models/keytreemodel.h"
#include "session/session.h"
#include "shell/appcontext.h"
#include "shell/commandregistry.h"
#include "shell/look.h"
#include "shell/settings.h"
#include "shell/theme.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QMenu>
#include <QStackedLayout>
#include <QTimer>
#include <QToolButton>
#include <QVBoxLayout>

namespace Studio
{

namespace
{

constexpr int HeadMs = 250; ///< the figures in the head move at most this often
constexpr int FilterMs = 40;
constexpr int StoreMs = 350; ///< the person has stopped typing
constexpr qint64 MostAutoOpen = 500; ///< matches up to which a filter opens all branches

} // namespace

struct KeyTreeView::Private {
    Private(KeyTreeView *view, AppContext &context_, Session &session_)
        : q(view)
        , context(context_)
        , theme(context_.theme)
        , session(session_)
    {
    }

    /// What the way out of an empty place is.
    enum class Way : quint8 { None, NewKey, ClearFilter, LookInStore, EditProfile, Retry };

    KeyTreeView *q;
    AppContext &context;
    Theme &theme;
    Session &session;
    KeyTreeModel *model = nullptr;
    LevelLister *lister = nullptr;
    TreeNavigator *navigator = nullptr;
    TreeInterest *interest = nullptr;
    KeyTree *tree = nullptr;
    KeyTreeHead *head = nullptr;
    FilterField *filter = nullptr;
    QStackedLayout *places = nullptr;
    KeySpaceStrip *keySpace = nullptr;
    EmptyState *empty = nullptr;
    Way way = Way::None;
    KeyActions *actions = nullptr;
    QTimer headTimer;
    QTimer filterTimer;
    QTimer storeTimer;
    QSet<QByteArray> open; ///< branches that the person opened; kept over a reset and a filter
    QByteArray current; ///< key or prefix of the current row, kept over a reset
    bool opening = false; ///< branches are being opened by the view, not by the person

    void build();
    void connectAll();
    void installCommands();
    void opened(const QModelIndex &index);
    void restore();
    void applyFilter();
    void filterSettled();
    void lookInStore();
    /// The beginning of keys that the store could be asked for, and was not; empty if there is none.
    QByteArray notLookedAt() const;
    void followSettings();
    void listOpen(const QByteArray &within);
    void scheduleHead();
    void updateHead();
    void updatePlace();
    void showEmpty(Way next, const QString &title, const QString &text, const QString &action);
    bool showEmptyFor(const SessionStatus &status);
    void takeWay();
    void showMenu(const QPoint &position);
    void goNear(const QByteArray &key);
    bool canWrite() const { return session.profile().safety != SafetyLevel::ReadOnly; }
};

void KeyTreeView::Private::build()
{
    model = new KeyTreeModel(&session.mirror(), q);
    model->setSeparators(session.profile().separatorBytes());
    Look::fill(q, theme, ColorRole::Panel);

    auto *column = new QVBoxLayout(q);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    head = new KeyTreeHead(theme, q);
    filter = head->filter();
    lister = new LevelLister(session, *model, q);
    column->addWidget(head);
    column->addWidget(new LevelProblemBar(theme, *lister, q));
    tree = new KeyTree(theme, *model, q);
    tree->setObjectName(QStringLiteral("tree"));
    tree->setAccessibleName(tr("Keys"));
    Look::fill(tree->viewport(), theme, ColorRole::Panel);
    empty = new EmptyState(theme, q);
    empty->setObjectName(QStringLiteral("empty"));
    auto *body = new QWidget(q);
    auto *row = new QHBoxLayout(body);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    places = new QStackedLayout;
    row->addLayout(places, 1);
    keySpace = new KeySpaceStrip(theme, session.mirror(), body);
    row->addWidget(keySpace);
    places->addWidget(tree);
    places->addWidget(empty);
    column->addWidget(body, 1);
    q->setFocusProxy(tree);
    q->setTabOrder(filter, tree);

    navigator = new TreeNavigator(session, *tree, *model, *lister, q);
    interest = new TreeInterest(session, *tree, *model, q);
    headTimer.setSingleShot(true);
    headTimer.setInterval(HeadMs);
    filterTimer.setSingleShot(true);
    filterTimer.setInterval(FilterMs);
    storeTimer.setSingleShot(true);
    storeTimer.setInterval(StoreMs);
}

void KeyTreeView::Private::connectAll()
{
    connect(tree, &KeyTree::chosen, q, [this](const QModelIndex &index, bool pinned) {
        emit q->openRequested(model->keyOf(index), pinned);
    });
    connect(tree, &KeyTree::refreshRequested, q, &KeyTreeView::refresh);
    connect(tree, &KeyTree::deleteRequested, q,
            [this] { context.commands.action(QStringLiteral("keys.delete"))->trigger(); });
    connect(tree, &QTreeView::expanded, q, [this](const QModelIndex &index) { opened(index); });
    connect(tree, &QTreeView::collapsed, q, [this](const QModelIndex &index) {
        if (!opening && model->filterText().isEmpty())
            open.remove(model->keyOf(index));
    });
    connect(tree, &QWidget::customContextMenuRequested, q, [this](const QPoint &at) { showMenu(at); });
    connect(tree->selectionModel(), &QItemSelectionModel::currentChanged, q,
            [this](const QModelIndex &index) {
                if (index.isValid())
                    current = model->keyOf(index);
                context.commands.refresh();
            });
    connect(model, &QAbstractItemModel::modelReset, q, [this] { restore(); });
    connect(model, &KeyTreeModel::filterChanged, q, [this] { filterSettled(); });
    connect(model, &QAbstractItemModel::rowsInserted, q, [this] { scheduleHead(); });
    connect(model, &QAbstractItemModel::rowsRemoved, q, [this] { scheduleHead(); });

    connect(filter, &FilterField::searchChanged, q, [this] {
        filterTimer.start();
        storeTimer.start();
    });
    connect(filter, &FilterField::looksInStoreChanged, q, [this] { lookInStore(); });
    connect(filter, &QLineEdit::editingFinished, filter, &FilterField::remember);
    connect(&filterTimer, &QTimer::timeout, q, [this] { applyFilter(); });
    connect(&storeTimer, &QTimer::timeout, q, [this] { lookInStore(); });
    connect(filter, &QLineEdit::returnPressed, q, [this] {
        applyFilter();
        tree->setFocus();
        if (!tree->currentIndex().isValid())
            tree->setCurrentIndex(model->index(0, 0));
    });
    filter->installEventFilter(q);

    followSettings();

    KeyspaceMirror &mirror = session.mirror();
    connect(&mirror, &KeyspaceMirror::applied, q, [this](const AppliedBatch &batch) {
        for (const Heard &heard : batch.heard) {
            if (heard.origin != Origin::Notification && heard.origin != Origin::OwnWrite)
                continue;
            if (heard.removed) {
                const QList<QByteArray> above = model->branchesAbove(heard.key);
                if (!above.isEmpty())
                    tree->light(above.constLast(), ColorRole::RemovedSoft);
            } else {
                tree->light(heard.key, heard.wasKnown ? ColorRole::PatchedSoft : ColorRole::CreatedSoft);
            }
        }
        scheduleHead();
    });
    connect(&mirror, &KeyspaceMirror::coverageChanged, q, [this] { scheduleHead(); });
    connect(&mirror, &KeyspaceMirror::reset, q, [this] { scheduleHead(); });
    connect(&session, &Session::statusChanged, q, [this] { updatePlace(); });
    connect(lister, &LevelLister::changed, q, [this] {
        tree->setListing(lister->listing());
        scheduleHead();
        context.commands.refresh();
    });
    connect(&headTimer, &QTimer::timeout, q, [this] { updateHead(); });
    connect(empty, &EmptyState::actionTriggered, q, [this] { takeWay(); });
    connect(keySpace, &KeySpaceStrip::chosen, q, [this](const QByteArray &key) { goNear(key); });
    connect(navigator, &TreeNavigator::expanded, q, &KeyTreeView::expanded);
    connect(navigator, &TreeNavigator::wentToKey, q, &KeyTreeView::wentToKey);
}

void KeyTreeView::Private::installCommands()
{
    CommandRegistry &commands = context.commands;
    const auto onKey = [this] { return !q->currentKey().isEmpty(); };
    commands.handle(
        QStringLiteral("keys.new"), q,
        {[this] { emit q->newKeyRequested(q->currentPrefix()); }, [this] { return canWrite(); }, {}});
    commands.handle(QStringLiteral("keys.open"), q,
                    {[this] { emit q->openRequested(q->currentKey(), true); }, onKey, {}});
    commands.handle(QStringLiteral("keys.copyKey"), q,
                    {[this] {
                         QGuiApplication::clipboard()->setText(
                             QString::fromUtf8(model->keyOf(tree->currentIndex())));
                     },
                     [this] { return tree->currentIndex().isValid(); },
                     {}});
    commands.handle(QStringLiteral("keys.delete"), q,
                    {[this] { emit q->deleteRequested(q->currentKey()); },
                     [this, onKey] { return canWrite() && onKey(); },
                     {}});
    commands.handle(QStringLiteral("keys.readAgain"), q, {[this] { q->refresh(); }, {}, {}});
    commands.handle(QStringLiteral("view.refresh"), q, {[this] { q->refresh(); }, {}, {}});
    commands.handle(QStringLiteral("keys.refreshBranch"), q,
                    {[this] { q->refreshBranch(q->currentPrefix()); },
                     [this] { return model->isBranch(tree->currentIndex()); },
                     {}});
    commands.handle(QStringLiteral("keys.loadBranch"), q,
                    {[this] { session.loadBranch(q->currentPrefix()); },
                     [this] { return model->isBranch(tree->currentIndex()); },
                     {}});
    commands.handle(QStringLiteral("keys.stopReading"), q, {[this] { session.cancelScans(); }, {}, {}});
    commands.handle(QStringLiteral("keys.filter"), q, {[this] { q->focusFilter(); }, {}, {}});
}

void KeyTreeView::Private::opened(const QModelIndex &index)
{
    // Branches that a filter opened by itself are not a wish to read them.
    if (opening)
        return;
    if (model->filterText().isEmpty())
        open.insert(model->keyOf(index));
    model->levelOpened(index);
}

void KeyTreeView::Private::restore()
{
    if (!model->filterText().isEmpty())
        return;
    opening = true;
    QList<QByteArray> prefixes(open.cbegin(), open.cend());
    // Outer branches first: an inner one can only be opened within them.
    std::sort(prefixes.begin(), prefixes.end());
    for (const QByteArray &prefix : prefixes) {
        if (const QModelIndex index = model->indexOfBranch(prefix); index.isValid())
            tree->expand(index);
    }
    opening = false;
    const QModelIndex index = model->indexOfKey(current);
    if (const QModelIndex row = index.isValid() ? index : model->indexOfBranch(current); row.isValid()) {
        tree->setCurrentIndex(row);
        tree->scrollTo(row);
    }
    scheduleHead();
}

void KeyTreeView::Private::applyFilter()
{
    filterTimer.stop();
    const KeySearch search = filter->search();
    if (search == model->filter())
        return;
    const KeyPattern pattern(search);
    head->showProblem(pattern.isValid() ? QString()
                                        //: %1 is what is wrong with it, in English
                                        : tr("Not a regular expression: %1").arg(pattern.error()));
    if (!pattern.isValid())
        return; // what was found before stays while it is being typed
    model->setFilter(search);
    if (search.text.isEmpty())
        restore();
    filterSettled();
}

void KeyTreeView::Private::filterSettled()
{
    if (!model->filterText().isEmpty() && !model->isFilterRunning() && model->matchCount() <= MostAutoOpen) {
        opening = true;
        tree->expandAll();
        opening = false;
    }
    updateHead();
    interest->touch();
}

QByteArray KeyTreeView::Private::notLookedAt() const
{
    const QByteArray beginning = KeyPattern::beginning(filter->search());
    return beginning.isEmpty() || lister->isListed(beginning) ? QByteArray() : beginning;
}

void KeyTreeView::Private::lookInStore()
{
    storeTimer.stop();
    const QByteArray beginning = filter->looksInStore() ? notLookedAt() : QByteArray();
    if (!beginning.isEmpty() && !lister->isListing(beginning))
        lister->list(beginning);
}

void KeyTreeView::Private::followSettings()
{
    Settings &settings = context.settings;
    TreeColumns &columns = tree->columns();
    columns.restore(settings.value(Key::TreeColumns));
    filter->restoreHistory(settings.value(Key::FilterHistory));
    connect(&columns, &TreeColumns::changed, q,
            [&settings, &columns] { settings.setValue(Key::TreeColumns, columns.state()); });
    connect(filter, &FilterField::historyChanged, q, [this, &settings] {
        // What is not to be kept lives as long as the window.
        if (settings.value(Key::KeepRecentKeys))
            settings.setValue(Key::FilterHistory, filter->savedHistory());
    });
    // Another session of this window may have changed them.
    connect(&settings, &Settings::changed, q, [this, &settings, &columns](const QString &name) {
        if (name == Key::TreeColumns.name)
            columns.restore(settings.value(Key::TreeColumns));
        else if (name == Key::FilterHistory.name)
            filter->restoreHistory(settings.value(Key::FilterHistory));
        else if (name == Key::KeepRecentKeys.name && !settings.value(Key::KeepRecentKeys))
            settings.setValue(Key::FilterHistory, QString());
    });
    auto *menu = new QMenu(head->columnsButton());
    head->columnsButton()->setMenu(menu);
    connect(menu, &QMenu::aboutToShow, q, [menu, &columns] {
        menu->clear();
        columns.fill(*menu);
    });
}

void KeyTreeView::Private::scheduleHead()
{
    if (!headTimer.isActive())
        headTimer.start();
}

void KeyTreeView::Private::updateHead()
{
    head->update(*model, *lister);
    updatePlace();
    interest->touch();
}

void KeyTreeView::Private::showEmpty(Way next, const QString &title, const QString &text,
                                     const QString &action)
{
    way = next;
    empty->show(title, text, action);
    places->setCurrentWidget(empty);
}

/// Why there is nothing to see; false if that is not so.
bool KeyTreeView::Private::showEmptyFor(const SessionStatus &status)
{
    if (!model->filterText().isEmpty()) {
        if (model->isFilterRunning())
            return false;
        const QString text = KeyText::elided(model->filterText().toUtf8(), 60);
        const QByteArray beginning = notLookedAt();
        if (beginning.isEmpty())
            showEmpty(
                Way::ClearFilter, tr("No match"),
                tr("No known key matches “%1”. Branches that were not read yet are not searched.").arg(text),
                tr("Clear the filter"));
        else if (lister->isListing(beginning))
            showEmpty(Way::None, tr("Looking in the store…"), tr("No known key matches “%1”.").arg(text), {});
        else
            showEmpty(Way::LookInStore, tr("No match"),
                      tr("No known key matches “%1”. The store can be asked for keys that begin with it.")
                          .arg(text),
                      tr("Look in the store"));
        return true;
    }
    const Hpkv::Error error = lister->errorOf({});
    if (error.kind == Hpkv::ErrorKind::AccessDenied) {
        showEmpty(Way::EditProfile, tr("Not allowed to list the whole store"),
                  tr("Add the prefixes that the token may read to the connection."), tr("Add prefixes…"));
    } else if (error.isError()) {
        showEmpty(Way::Retry, tr("The keys could not be read"), error.text, tr("Try again"));
    } else if (status.line == LineState::Failed) {
        showEmpty(Way::Retry, tr("No connection"), status.lastError.text, tr("Connect again"));
    } else if (status.line == LineState::Connecting || status.line == LineState::Reconnecting) {
        showEmpty(Way::None, tr("Connecting…"), {}, {});
    } else if (lister->isListing({})) {
        showEmpty(Way::None, tr("Reading keys…"), {}, {});
    } else if (lister->isListed({})) {
        showEmpty(Way::NewKey, tr("No keys yet"),
                  canWrite() ? tr("The first one that is written appears here.")
                             : tr("Keys appear here as soon as someone writes them."),
                  canWrite() ? tr("New key…") : QString());
    } else {
        showEmpty(Way::None, status.line == LineState::Closed ? tr("Not connected") : QString(), {}, {});
    }
    return true;
}

void KeyTreeView::Private::updatePlace()
{
    if (model->rowCount() > 0 || !showEmptyFor(session.status()))
        places->setCurrentWidget(tree);
}

void KeyTreeView::Private::takeWay()
{
    switch (way) {
    case Way::NewKey:
        emit q->newKeyRequested({});
        break;
    case Way::ClearFilter:
        filter->clear();
        applyFilter();
        tree->setFocus();
        break;
    case Way::LookInStore:
        filter->setLooksInStore(true);
        lookInStore();
        break;
    case Way::EditProfile:
        context.commands.trigger(QStringLiteral("session.edit"));
        break;
    case Way::Retry:
        if (session.status().line == LineState::Connected)
            lister->list({});
        else if (session.status().line == LineState::Reconnecting)
            session.reconnectNow();
        else
            session.open();
        break;
    case Way::None:
        break;
    }
}

/// From the map: to the key if it is known, else to the branch in which it would stand.
void KeyTreeView::Private::goNear(const QByteArray &key)
{
    if (session.mirror().isKnown(key)) {
        q->goToKey(key);
        return;
    }
    const QList<QByteArray> above = model->branchesAbove(key);
    if (!above.isEmpty())
        q->expandTo(above.constFirst());
}

void KeyTreeView::Private::showMenu(const QPoint &position)
{
    const QModelIndex index = tree->indexAt(position);
    // On the selection the menu acts on all of it, elsewhere on the row under the pointer.
    if (index.isValid() && !tree->selectionModel()->isSelected(index)) // whatever keys are held down
        tree->selectionModel()->setCurrentIndex(index, QItemSelectionModel::ClearAndSelect
                                                           | QItemSelectionModel::Rows);
    else if (!index.isValid())
        tree->clearSelection();
    context.commands.refresh();
    auto *menu = new QMenu(q);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    if (actions) {
        fillKeyMenu(*menu, context.commands, q->target(), true);
        menu->popup(tree->viewport()->mapToGlobal(position));
        return;
    }
    const auto add = [this, menu](const char *id) {
        if (QAction *action = context.commands.action(QString::fromLatin1(id)))
            menu->addAction(action);
    };
    if (index.isValid() && !model->isBranch(index)) {
        add("keys.open");
        menu->addSeparator();
    }
    add("keys.copyKey");
    add("keys.new");
    menu->addSeparator();
    add("keys.readAgain");
    add("keys.refreshBranch");
    add("keys.loadBranch");
    add("keys.stopReading");
    if (index.isValid() && !model->isBranch(index)) {
        menu->addSeparator();
        add("keys.delete");
    }
    menu->popup(tree->viewport()->mapToGlobal(position));
}

KeyTreeView::KeyTreeView(AppContext &context, Session &session, QWidget *parent)
    : QWidget(parent)
    , d(std::make_unique<Private>(this, context, session))
{
    d->build();
    d->connectAll();
    d->installCommands();
    d->model->levelOpened({});
    d->updateHead();
}

KeyTreeView::~KeyTreeView() = default;

Session &KeyTreeView::session() const
{
    return d->session;
}

QByteArray KeyTreeView::currentKey() const
{
    const QModelIndex index = d->tree->currentIndex();
    return index.isValid() && !d->model->isBranch(index) ? d->model->keyOf(index) : QByteArray();
}

QByteArray KeyTreeView::currentPrefix() const
{
    return d->model->levelOf(d->tree->currentIndex());
}

void KeyTreeView::setActions(KeyActions &actions)
{
    d->actions = &actions;
    installKeyCommands(d->context.commands, this, actions, [this] { return target(); });
    connect(d->tree->selectionModel(), &QItemSelectionModel::selectionChanged, &d->context.commands,
            &CommandRegistry::refresh);
}

KeyTarget KeyTreeView::target() const
{
    KeyTarget target;
    QModelIndexList rows = d->tree->selectionModel()->selectedRows();
    std::sort(rows.begin(), rows.end());
    for (const QModelIndex &row : std::as_const(rows)) {
        const QByteArray key = d->model->keyOf(row);
        if (d->model->isBranch(row))
            target.selection.intervals.append(KeyInterval::ofPrefix(key));
        else
            target.selection.keys.append(key);
    }
    if (!rows.isEmpty())
        target.newPrefix = currentPrefix();
    return target;
}

void KeyTreeView::setMarked(const QSet<QByteArray> &watched, const QSet<QByteArray> &favourites)
{
    d->tree->setMarked(watched, favourites);
}

void KeyTreeView::goToKey(const QByteArray &key)
{
    if (!d->filter->text().isEmpty()) {
        d->filter->clear();
        d->applyFilter();
    }
    d->navigator->goToKey(key);
}

void KeyTreeView::expandTo(const QByteArray &prefix)
{
    d->navigator->expandTo(prefix);
}

bool KeyTreeView::isLevelListed(const QByteArray &prefix) const
{
    return d->lister->isListed(prefix);
}

bool KeyTreeView::isBusy() const
{
    return !d->lister->listing().isEmpty() || d->navigator->isBusy() || d->model->isFilterRunning()
        || d->filterTimer.isActive() || d->storeTimer.isActive() || d->headTimer.isActive()
        || d->session.mirror().pendingBatches() > 0;
}

void KeyTreeView::setFilterText(const QString &text)
{
    d->filter->setText(text);
    d->applyFilter();
}

void KeyTreeView::setFilter(const KeySearch &search, bool lookInStore)
{
    d->filter->setLooksInStore(lookInStore);
    d->filter->setSearch(search);
    d->applyFilter();
}

QString KeyTreeView::filterText() const
{
    return d->filter->text();
}

void KeyTreeView::refresh()
{
    d->lister->list({}, true);
    d->listOpen({});
}

void KeyTreeView::refreshBranch(const QByteArray &prefix)
{
    const bool whole = d->session.mirror().branchCoverage(prefix).isComplete();
    d->lister->list(prefix, true);
    d->listOpen(prefix);
    // A level without branches is complete by being listed.
    const QModelIndex index = d->model->indexOfBranch(prefix);
    bool inner = false;
    for (int row = 0; whole && !inner && row < d->model->rowCount(index); ++row)
        inner = d->model->isBranch(d->model->index(row, 0, index));
    if (inner)
        d->session.loadBranch(prefix);
}

/// Lists the open levels below `within` again. Only those that can be seen; one that is open within a closed
/// branch is read when that is opened.
void KeyTreeView::Private::listOpen(const QByteArray &within)
{
    for (const QByteArray &prefix : std::as_const(open)) {
        if (!prefix.startsWith(within) || prefix == within)
            continue;
        QModelIndex index = model->indexOfBranch(prefix);
        bool shown = index.isValid();
        for (; shown && index.isValid(); index = index.parent())
            shown = tree->isExpanded(index);
        if (shown)
            lister->list(prefix, true);
    }
}

void KeyTreeView::focusFilter()
{
    d->filter->setFocus(Qt::ShortcutFocusReason);
    d->filter->selectAll();
}

bool KeyTreeView::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == d->filter && event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (key->key() == Qt::Key_Escape) {
            d->filter->clear();
            d->applyFilter();
            d->tree->setFocus();
            return true;
        }
        if (key->key() == Qt::Key_Down && !key->modifiers().testFlag(Qt::AltModifier)) {
            d->tree->setFocus();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace Studio
