// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "diff/conflictview.h"

#include "diff/diffcommands.h"
#include "diff/diffpane.h"
#include "editor/codeview.h"
#include "models/keytext.h"
#include "session/latestjob.h"
#include "shell/appcontext.h"
#include "shell/commandregistry.h"
#include "shell/look.h"
#include "shell/theme.h"
#include "shell/wording.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QSplitter>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace Studio
{

namespace
{

enum Column { PlaceColumn, MineColumn, TheirsColumn, NoteColumn };

constexpr int LongestValue = 60; ///< characters of a value in the list

} // namespace

struct ConflictView::Private {
    Private(ConflictView *view, AppContext &context)
        : q(view)
        , app(context)
    {
    }

    ConflictView *q;
    AppContext &app;
    ThreeWayInput input;
    MergeChoices choices;
    ThreeWay merged;
    bool isFirst = true; ///< nothing was shown of these values

    QLabel *state = nullptr;
    QTreeWidget *list = nullptr;
    QList<DiffPane *> panes; ///< as read, mine, theirs, result
    QLabel *resultSize = nullptr;
    QPushButton *allMine = nullptr;
    QPushButton *allTheirs = nullptr;
    QPushButton *use = nullptr;
    QPushButton *save = nullptr;
    LatestJob<std::shared_ptr<ThreeWay>> job; ///< ends before what it may call

    void build();
    QWidget *withHead(const QString &title, QWidget *content, QLabel *extra = nullptr);
    QWidget *buildChoices();
    QWidget *buildBar();
    void restart();
    void shown(ThreeWay &result);
    void fillList();
    void refreshList();
    void refreshButtons();
    int nextOpen(bool forward) const;
    void goToRow(int row);
    void showPlace();
    QString valueText(const QByteArray &source) const;
};

ConflictView::ConflictView(AppContext &app, QWidget *parent)
    : QWidget(parent)
    , d(std::make_unique<Private>(this, app))
{
    addDiffCommands(app.commands);
    d->build();
    const auto on = [this](const char *id, bool forward) {
        d->app.commands.handle(QString::fromLatin1(id), this,
                               {[this, forward] { d->goToRow(d->nextOpen(forward)); },
                                [this, forward] { return d->nextOpen(forward) >= 0; },
                                {}});
    };
    on("diff.next", true);
    on("diff.previous", false);
}

ConflictView::~ConflictView() = default;

void ConflictView::Private::build()
{
    Look::fill(q, app.theme, ColorRole::Base);
    for (int i = 0; i < 4; ++i)
        panes.append(new DiffPane(app.theme, i == 0 ? DiffPane::Numbers::Left : DiffPane::Numbers::Right, q));
    linkPanes({panes[0], panes[1], panes[2]});
    const QStringList titles{tr("As read"), tr("Mine"), tr("In the store"),
                             tr("Result, as it will be saved")};
    for (int i = 0; i < 4; ++i)
        panes[i]->code().setAccessibleName(titles[i]);

    auto *sides = new QSplitter(Qt::Horizontal, q);
    sides->setChildrenCollapsible(false);
    sides->setHandleWidth(1);
    for (int i = 0; i < 3; ++i)
        sides->addWidget(withHead(titles[i], panes[i]));
    resultSize = new QLabel(q);
    Look::text(resultSize, app.theme, ColorRole::TextMuted);
    auto *below = new QSplitter(Qt::Horizontal, q);
    auto *parts = new QSplitter(Qt::Vertical, q);
    for (QSplitter *splitter : {below, parts}) {
        splitter->setChildrenCollapsible(false);
        splitter->setHandleWidth(1);
    }
    below->addWidget(buildChoices());
    below->addWidget(withHead(titles[3], panes[3], resultSize));
    constexpr int Half = 10'000; // of whatever there is
    below->setSizes({Half, Half});
    parts->addWidget(sides);
    parts->addWidget(below);
    parts->setSizes({Half, Half});

    auto *layout = new QVBoxLayout(q);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(parts, 1);
    layout->addWidget(Look::hairline(Qt::Horizontal, q));
    layout->addWidget(buildBar());
    q->setFocusProxy(list);
}

QWidget *ConflictView::Private::withHead(const QString &title, QWidget *content, QLabel *extra)
{
    auto *column = new QWidget(q);
    auto *label = new QLabel(title, column);
    Look::text(label, app.theme, ColorRole::Text, 0, QFont::DemiBold);
    auto *head = new QHBoxLayout;
    head->setContentsMargins(app.theme.metric(16), app.theme.metric(6), app.theme.metric(16),
                             app.theme.metric(6));
    head->addWidget(label, 1);
    if (extra)
        head->addWidget(extra);
    auto *layout = new QVBoxLayout(column);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(head);
    layout->addWidget(Look::hairline(Qt::Horizontal, column));
    layout->addWidget(content, 1);
    return column;
}

QWidget *ConflictView::Private::buildChoices()
{
    list = new QTreeWidget(q);
    list->setFrameShape(QFrame::NoFrame);
    list->setRootIsDecorated(false);
    list->setUniformRowHeights(true);
    list->setAllColumnsShowFocus(true);
    list->setSelectionMode(QAbstractItemView::SingleSelection);
    list->setHeaderLabels({tr("Place"), tr("Mine"), tr("In the store"), tr("What becomes of it")});
    list->setAccessibleName(tr("Places that differ"));
    list->installEventFilter(q);
    Look::monospace(list, app.theme);
    Look::font(list->header(), app.theme, 0);
    list->header()->setStretchLastSection(true);
    for (const auto &[column, width] :
         {std::pair(PlaceColumn, 140), std::pair(MineColumn, 110), std::pair(TheirsColumn, 110)})
        list->setColumnWidth(column, app.theme.metric(width));
    connect(list, &QTreeWidget::itemClicked, q, [this](QTreeWidgetItem *item, int column) {
        const int row = list->indexOfTopLevelItem(item);
        if (column == MineColumn || column == TheirsColumn)
            q->choose(row, column == MineColumn ? MergeSide::Mine : MergeSide::Theirs);
    });
    connect(list, &QTreeWidget::currentItemChanged, q, [this] {
        showPlace();
        app.commands.refresh();
    });
    connect(&app.theme, &Theme::changed, q, [this] { refreshList(); });

    auto *title = new QLabel(tr("Places that differ"), q);
    Look::text(title, app.theme, ColorRole::Text, 0, QFont::DemiBold);
    allMine = new QPushButton(tr("All mine"), q);
    allTheirs = new QPushButton(tr("All from the store"), q);
    connect(allMine, &QPushButton::clicked, q, [this] { q->chooseAll(MergeSide::Mine); });
    connect(allTheirs, &QPushButton::clicked, q, [this] { q->chooseAll(MergeSide::Theirs); });
    auto *head = new QHBoxLayout;
    head->setContentsMargins(app.theme.metric(16), app.theme.metric(6), app.theme.metric(16),
                             app.theme.metric(6));
    head->setSpacing(app.theme.metric(8));
    head->addWidget(title, 1);
    head->addWidget(allMine);
    head->addWidget(allTheirs);
    auto *column = new QWidget(q);
    auto *layout = new QVBoxLayout(column);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(head);
    auto *inset = new QHBoxLayout;
    inset->setContentsMargins(app.theme.metric(12), 0, 0, 0);
    inset->addWidget(list);
    layout->addLayout(inset, 1);
    return column;
}

QWidget *ConflictView::Private::buildBar()
{
    auto *bar = new QWidget(q);
    state = new QLabel(bar);
    Look::text(state, app.theme, ColorRole::Text, 0, QFont::DemiBold);
    auto *hint = new QLabel(tr("F8 next · ← mine · → in the store"), bar);
    Look::text(hint, app.theme, ColorRole::TextMuted);
    auto *back = new QPushButton(tr("Back to editing"), bar);
    use = new QPushButton(tr("Edit the result"), bar);
    use->setToolTip(tr("Put it into the editor as one step that can be undone; nothing is written"));
    save = new QPushButton(tr("Save the result"), bar);
    Look::makePrimary(save);
    auto *layout = new QHBoxLayout(bar);
    layout->setContentsMargins(app.theme.metric(16), app.theme.metric(8), app.theme.metric(16),
                               app.theme.metric(8));
    layout->setSpacing(app.theme.metric(8));
    layout->addWidget(state);
    layout->addWidget(hint);
    layout->addStretch(1);
    layout->addWidget(back);
    layout->addWidget(use);
    layout->addWidget(save);
    connect(back, &QPushButton::clicked, q, &ConflictView::backRequested);
    connect(use, &QPushButton::clicked, q, [this] { emit q->useRequested(false); });
    connect(save, &QPushButton::clicked, q, [this] { emit q->useRequested(true); });
    return bar;
}

void ConflictView::setInput(const ThreeWayInput &input)
{
    if (input == d->input)
        return;
    d->isFirst = input.base != d->input.base;
    d->input = input;
    d->restart();
}

const ThreeWayInput &ConflictView::input() const
{
    return d->input;
}

void ConflictView::Private::restart()
{
    job.start(
        [input = input, choices = choices](const std::atomic_bool &canceled) {
            return std::make_shared<ThreeWay>(threeWay(input, choices, {&canceled, nullptr}));
        },
        [this](const std::shared_ptr<ThreeWay> &result) { shown(*result); });
    refreshButtons();
}

void ConflictView::Private::shown(ThreeWay &result)
{
    const QList<MergeEntry> before = std::exchange(merged.entries, result.entries);
    merged = std::move(result);
    // A choice was about what both said then.
    bool isOutdated = false;
    for (const MergeEntry &entry : before) {
        if (entry.kind == MergeEntry::Kind::Conflict && !merged.entries.contains(entry))
            isOutdated = choices.remove(entry.pointer) || isOutdated;
    }
    if (isOutdated) {
        restart();
        return;
    }
    for (int i = 0; i < 3; ++i)
        panes[i]->setText(std::move(merged.panes[size_t(i)]), !isFirst);
    panes[3]->setText(std::move(merged.result), !isFirst);
    resultSize->setText(Wording::size(merged.text.size()));
    if (before != merged.entries || isFirst)
        fillList();
    refreshList();
    if (isFirst)
        goToRow(nextOpen(true));
    isFirst = false;
    refreshButtons();
    emit q->changed();
}

// --- the list

QString ConflictView::Private::valueText(const QByteArray &source) const
{
    return source.isEmpty() ? tr("(not there)") : KeyText::elided(source, LongestValue);
}

void ConflictView::Private::fillList()
{
    list->clear();
    for (const MergeEntry &entry : std::as_const(merged.entries)) {
        auto *item = new QTreeWidgetItem(list);
        item->setText(PlaceColumn, entry.pointer.isEmpty() ? tr("(the whole value)")
                                                           : KeyText::elided(entry.pointer, LongestValue));
        item->setText(MineColumn, valueText(entry.mine));
        item->setText(TheirsColumn, valueText(entry.theirs));
        item->setToolTip(PlaceColumn, tr("As read: %1").arg(valueText(entry.base)));
    }
}

/// What was chosen has a tick; what has to be chosen stands out.
void ConflictView::Private::refreshList()
{
    for (int row = 0; row < list->topLevelItemCount(); ++row) {
        const MergeEntry &entry = merged.entries[row];
        QTreeWidgetItem *item = list->topLevelItem(row);
        const bool isConflict = entry.kind == MergeEntry::Kind::Conflict;
        const bool isOpen = isConflict && !choices.contains(entry.pointer);
        const bool isTheirs = isConflict ? choices.value(entry.pointer) == MergeSide::Theirs
                                         : entry.kind == MergeEntry::Kind::Taken;
        const QIcon tick = app.theme.icon(QStringLiteral("check"), ColorRole::Created);
        item->setIcon(MineColumn, isOpen || isTheirs ? QIcon() : tick);
        item->setIcon(TheirsColumn, isOpen || !isTheirs ? QIcon() : tick);
        item->setIcon(PlaceColumn,
                      isOpen ? app.theme.icon(QStringLiteral("warning"), ColorRole::Warning) : QIcon());
        const ColorRole unused = isConflict && !isOpen ? ColorRole::TextFaint : ColorRole::Text;
        item->setForeground(MineColumn, app.theme.color(isTheirs ? unused : ColorRole::Text));
        item->setForeground(TheirsColumn, app.theme.color(isTheirs ? ColorRole::Text : unused));
        item->setText(NoteColumn, isOpen ? tr("both changed it: choose")
                                  : isConflict
                                      ? (isTheirs ? tr("from the store, as chosen") : tr("mine, as chosen"))
                                  : isTheirs ? tr("taken from the store")
                                             : tr("kept as edited"));
        item->setFont(NoteColumn, app.theme.font());
        item->setForeground(NoteColumn, app.theme.color(isOpen ? ColorRole::Warning : ColorRole::TextMuted));
    }
    state->setText(q->stateText());
}

void ConflictView::Private::refreshButtons()
{
    const bool isSettled = q->isSettled();
    use->setEnabled(isSettled);
    save->setEnabled(isSettled);
    const bool hasConflicts = merged.conflictCount() > 0;
    allMine->setEnabled(hasConflicts);
    allTheirs->setEnabled(hasConflicts);
    app.commands.refresh();
}

/// The row behind (before) the current one that has no choice; -1 = none.
int ConflictView::Private::nextOpen(bool forward) const
{
    const int rows = int(merged.entries.size());
    const int current = list->currentItem() ? list->indexOfTopLevelItem(list->currentItem()) : -1;
    for (int i = 1; i <= rows; ++i) {
        const int row = ((forward ? current + i : current - i) % rows + rows) % rows;
        const MergeEntry &entry = merged.entries[row];
        if (entry.kind == MergeEntry::Kind::Conflict && !choices.contains(entry.pointer))
            return row;
    }
    return -1;
}

void ConflictView::Private::goToRow(int row)
{
    if (row < 0)
        return;
    list->setCurrentItem(list->topLevelItem(row));
    list->setFocus(Qt::OtherFocusReason);
}

/// The sides show the place that is current in the list.
void ConflictView::Private::showPlace()
{
    const int index = list->currentItem() ? list->indexOfTopLevelItem(list->currentItem()) : -1;
    if (index < 0 || index >= merged.entries.size())
        return;
    const QByteArray &pointer = merged.entries[index].pointer;
    const auto isThere = [&pointer](const DiffChange &change) {
        return pointer.isEmpty() || change.pointer == pointer || change.pointer.startsWith(pointer + '/');
    };
    int row = -1;
    for (DiffPane *pane : {panes[1], panes[2]}) {
        const std::vector<DiffChange> &changes = pane->text().changes;
        const auto change = std::find_if(changes.begin(), changes.end(), isThere);
        pane->setCurrent(change == changes.end() ? -1 : int(change - changes.begin()));
        if (change != changes.end() && row < 0)
            row = change->row;
    }
    if (row < 0)
        return;
    for (DiffPane *pane : {panes[0], panes[1], panes[2]})
        pane->goToRow(row);
}

bool ConflictView::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == d->list && event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        const bool isPlain = (key->modifiers() & ~Qt::KeypadModifier) == Qt::NoModifier;
        const bool isLeft = key->key() == Qt::Key_Left;
        if (isPlain && (isLeft || key->key() == Qt::Key_Right) && d->list->currentItem()) {
            choose(d->list->indexOfTopLevelItem(d->list->currentItem()),
                   isLeft ? MergeSide::Mine : MergeSide::Theirs);
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

// --- choosing

void ConflictView::choose(int row, MergeSide side)
{
    if (row < 0 || row >= d->merged.entries.size())
        return;
    const MergeEntry &entry = d->merged.entries[row];
    if (entry.kind != MergeEntry::Kind::Conflict
        || (d->choices.contains(entry.pointer) && d->choices.value(entry.pointer) == side))
        return;
    d->choices.insert(entry.pointer, side);
    d->refreshList();
    d->restart();
    emit changed();
}

void ConflictView::chooseAll(MergeSide side)
{
    for (const MergeEntry &entry : std::as_const(d->merged.entries)) {
        if (entry.kind == MergeEntry::Kind::Conflict)
            d->choices.insert(entry.pointer, side);
    }
    d->refreshList();
    d->restart();
    emit changed();
}

bool ConflictView::isWorking() const
{
    return d->job.isRunning();
}

int ConflictView::openCount() const
{
    return d->merged.openCount(d->choices);
}

const QByteArray &ConflictView::result() const
{
    return d->merged.text;
}

QString ConflictView::stateText() const
{
    const int alone = int(d->merged.entries.size()) - d->merged.conflictCount();
    const int open = openCount();
    const QString settled = tr("%n place(s) merged by themselves", nullptr, alone);
    if (open > 0)
        return tr("%1, %2.").arg(settled, tr("%n need(s) your choice", nullptr, open));
    if (d->merged.conflictCount() > 0)
        return tr("%1, every choice is made.").arg(settled);
    return tr("%1, nothing to choose.").arg(settled);
}

QTreeWidget *ConflictView::choices() const
{
    return d->list;
}

DiffPane *ConflictView::pane(int index) const
{
    return d->panes.value(index);
}

QPushButton *ConflictView::useButton() const
{
    return d->use;
}

QPushButton *ConflictView::saveButton() const
{
    return d->save;
}

} // namespace Studio
