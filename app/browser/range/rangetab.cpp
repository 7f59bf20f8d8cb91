// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "browser/range/rangetab_p.h"

#include "browser/emptystate.h"
#include "browser/keyactions.h"
#include "browser/range/rangebars.h"
#include "browser/range/rangecelleditor.h"
#include "browser/range/rangecolumns.h"
#include "browser/range/rangedetail.h"
#include "browser/range/rangefilterrow.h"
#include "browser/range/rangeinterest.h"
#include "browser/range/rangereading.h"
#include "browser/range/rangesaved.h"
#include "browser/range/rangeselection.h"
#include "browser/range/rangesorting.h"
#include "browser/range/rangetable.h"
#include "editor/recordbanner.h"
#include "mirror/keyspacemirror.h"
#include "models/keytext.h"
#include "models/rangemodel.h"
#include "profiles/profilestore.h"
#include "session/session.h"
#include "shell/appcontext.h"
#include "shell/commandregistry.h"
#include "shell/look.h"
#include "shell/settings.h"
#include "shell/theme.h"

#include <QAction>
#include <QLocale>
#include <QMenu>
#include <QSplitter>
#include <QStackedLayout>
#include <QToolButton>
#include <QVBoxLayout>

namespace Studio
{

namespace
{

constexpr int StatusMs = 200; // figures move at most this often

/// A profile that is not saved (the demo) leaves nothing behind.
QString queriesFile(const AppContext &app, const Session &session)
{
    if (!app.profiles.profile(session.profile().id))
        return {};
    return RangeQueries::fileFor(app.profiles.file(), session.profile().id);
}

} // namespace

RangeTab::Private::Private(RangeTab *tab, AppContext &app_, Session &session_, KeyActions *actions_)
    : q(tab)
    , app(app_)
    , session(session_)
    , actions(actions_)
{
}

RangeTab::Private::~Private() = default;

void RangeTab::Private::build()
{
    Look::fill(q, app.theme, ColorRole::Base);
    model = new RangeModel(&session.mirror(), q);
    bar = new RangeQueryBar(app.theme, q);
    strip = new RangeProgressStrip(app.theme, q);
    banner = new RecordBanner(app.theme, q);
    banner->setObjectName(QStringLiteral("rangeBanner"));
    workBanner = new RecordBanner(app.theme, q);
    workBanner->setObjectName(QStringLiteral("editBanner"));
    auto *column = new QVBoxLayout(q);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(bar);
    column->addWidget(strip);
    column->addWidget(banner);
    column->addWidget(workBanner);
    buildBody();
    column->addWidget(Look::hairline(Qt::Horizontal, q));
    selectionBar = new RangeSelectionBar(app.theme, q);
    column->addWidget(selectionBar);
    q->setFocusProxy(table);
    statusTimer.setSingleShot(true);
    statusTimer.setInterval(StatusMs);
}

void RangeTab::Private::buildBody()
{
    auto *body = new QSplitter(Qt::Vertical, q);
    body->setChildrenCollapsible(false);
    auto *upper = new QWidget(body);
    places = new QStackedLayout(upper);
    table = new RangeTable(app.theme, *model, upper);
    table->setObjectName(QStringLiteral("rows"));
    table->setAccessibleName(tr("Records of the range"));
    addColumn = new QToolButton(table);
    addColumn->setObjectName(QStringLiteral("addColumn"));
    addColumn->setAutoRaise(true);
    addColumn->setText(tr("Column"));
    addColumn->setIcon(app.theme.icon(QStringLiteral("plus"), ColorRole::Accent));
    addColumn->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    addColumn->setToolTip(tr("Add, show and hide columns"));
    Look::makeQuiet(addColumn);
    table->setCorner(addColumn);
    empty = new EmptyState(app.theme, upper);
    empty->setObjectName(QStringLiteral("empty"));
    places->addWidget(table);
    places->addWidget(empty);
    body->addWidget(upper);
    detail = new RangeDetail(app, *model, body);
    detail->setObjectName(QStringLiteral("detailView"));
    detail->hide();
    body->addWidget(detail);
    body->setStretchFactor(0, 3);
    body->setStretchFactor(1, 1);
    static_cast<QVBoxLayout *>(q->layout())->addWidget(body, 1);
}

void RangeTab::Private::buildUnits()
{
    reading = std::make_unique<RangeReading>(session, *model);
    sorting = std::make_unique<RangeSorting>(*model, *table, *bar, *strip);
    columns = std::make_unique<RangeColumns>(app.theme, *model, *table, session.mirror());
    selection = std::make_unique<RangeSelection>(session, *model, *table, *selectionBar, actions);
    editor = std::make_unique<RangeCellEditor>(session, *model, *table, *workBanner);
    saved = std::make_unique<RangeSaved>(app.theme, queriesFile(app, session), *bar->savedMenu(),
                                         [this] { return q->query(); });
    interest = std::make_unique<RangeInterest>(session, *table, *model, q);
}

void RangeTab::Private::connectQuery()
{
    connect(bar, &RangeQueryBar::runRequested, q, [this] { runTyped(); });
    connect(table->filterRow(), &RangeFilterRow::left, q, [this] { table->setFocus(); });
    connect(strip->pause(), &QToolButton::clicked, q, [this] {
        if (IntervalScan *scan = reading->scan())
            scan->setPaused(!scan->isPaused());
    });
    connect(strip->cancel(), &QToolButton::clicked, q, [this] {
        if (IntervalScan *scan = reading->scan())
            scan->cancel();
    });
    connect(strip->again(), &QToolButton::clicked, q, [this] { q->run(); });
    connect(empty, &EmptyState::actionTriggered, q, [this] { follow(emptyWay); });
}

void RangeTab::Private::connectRows()
{
    for (auto signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(model, signal, q, [this] {
            scheduleStatus();
            if (places->currentWidget() == empty) // the first rows are seen at once
                updateRemarks();
        });
    connect(model, &QAbstractItemModel::modelReset, q, [this] {
        scheduleStatus();
        updateRemarks();
    });
    connect(model, &QAbstractItemModel::dataChanged, q,
            [this](const QModelIndex &from, const QModelIndex &to) {
                selection->sumAgain();
                const int row = table->currentIndex().row();
                if (row >= from.row() && row <= to.row())
                    showDetail();
            });
    connect(table, &RangeTable::openRequested, q, [this](const QByteArray &key) { openRecord(key); });
    connect(table, &RangeTable::deleteRequested, q,
            [this] { app.commands.trigger(QStringLiteral("range.delete")); });
    connect(table, &RangeTable::selectedChanged, q, [this] { showDetail(); });
    connect(table, &RangeTable::headerMenuRequested, q,
            [this](int column, const QPoint &position) { columns->showMenu(column, position, q); });
    connect(table, &QWidget::customContextMenuRequested, q, [this](const QPoint &at) { showRowMenu(at); });
    connect(addColumn, &QToolButton::clicked, q,
            [this] { columns->showMenu(-1, addColumn->mapToGlobal(QPoint(0, addColumn->height())), q); });
    connect(selectionBar->detail(), &QToolButton::toggled, q, [this](bool shown) {
        detail->setVisible(shown);
        showDetail();
    });
    connect(&session.mirror(), &KeyspaceMirror::applied, q, [this](const AppliedBatch &batch) {
        for (const Heard &heard : batch.heard) {
            if (heard.origin == Origin::Notification && !heard.removed)
                table->light(heard.key, heard.wasKnown ? ColorRole::PatchedSoft : ColorRole::CreatedSoft);
        }
    });
}

void RangeTab::Private::connectUnits()
{
    const auto refresh = [this] {
        updateStatus();
        app.commands.refresh();
    };
    connect(reading.get(), &RangeReading::started, q, [this, refresh] {
        columns->beginReading(model->interval());
        banner->clear();
        refresh();
    });
    connect(reading.get(), &RangeReading::moved, q, [this] {
        scheduleStatus();
        columns->readOn();
    });
    connect(reading.get(), &RangeReading::ended, q, [this, refresh] {
        columns->endReading();
        refresh();
    });
    connect(sorting.get(), &RangeSorting::edited, q, [this] { noteSoon(); });
    connect(sorting.get(), &RangeSorting::orderShown, q, [this] {
        scheduleStatus();
        app.commands.refresh();
    });
    connect(columns.get(), &RangeColumns::edited, q, [this] { noteSoon(); });
    connect(columns.get(), &RangeColumns::sortRequested, sorting.get(),
            [this](const RangeColumn &column, bool descending) { sorting->sort(column, descending); });
    connect(selection.get(), &RangeSelection::changed, &app.commands, &CommandRegistry::refresh);
    connect(selection.get(), &RangeSelection::problem, q,
            [this](const QString &title, const QString &text) { tellProblem(title, text); });
    connect(saved.get(), &RangeSaved::problem, q,
            [this](const QString &title, const QString &text) { tellProblem(title, text); });
    connect(saved.get(), &RangeSaved::openRequested, q, &RangeTab::open);
    connect(editor.get(), &RangeCellEditor::openRequested, q,
            [this](const QByteArray &key) { openRecord(key); });
    connect(&session.mirror(), &KeyspaceMirror::coverageChanged, q, [this] { scheduleStatus(); });
    connect(&session, &Session::statusChanged, q, [this] { scheduleStatus(); });
    connect(&statusTimer, &QTimer::timeout, q, [this] { updateStatus(); });
}

/// What stands in the bar is asked for.
void RangeTab::Private::runTyped()
{
    const std::optional<KeyInterval> interval = bar->interval();
    if (!interval) {
        workBanner->tell(Severity::Error, tr("This cannot be asked for"), bar->problem());
        return;
    }
    workBanner->clear();
    RangeQuery query = q->query();
    const bool isSame = query.interval == *interval && query.limit == bar->limit();
    query.interval = *interval;
    query.limit = bar->limit();
    if (isSame)
        q->run();
    else
        q->open(query);
}

void RangeTab::Private::follow(RangeRemark::Way way)
{
    if (way == RangeRemark::Way::ReadAgain)
        q->run();
    else if (way == RangeRemark::Way::Reconnect)
        session.reconnectNow();
}

void RangeTab::Private::noteSoon()
{
    if (reading->hasRun() && app.settings.value(Key::KeepRecentKeys))
        saved->noteSoon();
}

void RangeTab::Private::scheduleStatus()
{
    if (!statusTimer.isActive())
        statusTimer.start();
}

void RangeTab::Private::updateStatus()
{
    statusTimer.stop();
    updateStrip();
    updateRemarks();
    selection->showCount();
    emit q->statusTextChanged(q->statusText());
}

void RangeTab::Private::updateStrip()
{
    strip->setProgress(reading->share());
    strip->setText(reading->text());
    const IntervalScan *scan = reading->scan();
    if (scan) {
        const bool isPaused = scan->isPaused();
        strip->pause()->setIcon(app.theme.icon(isPaused ? QStringLiteral("play") : QStringLiteral("pause")));
        strip->pause()->setToolTip(isPaused ? tr("Go on reading") : tr("Pause reading"));
        strip->pause()->setAccessibleName(strip->pause()->toolTip());
    }
    strip->pause()->setVisible(scan);
    strip->cancel()->setVisible(scan);
    strip->again()->setVisible(!scan && reading->hasRun());
}

void RangeTab::Private::updateRemarks()
{
    const RangeRemark above = RangeRemark::above(*model, *reading, session);
    if (above.isEmpty())
        banner->clear();
    else
        banner->show({above.severity, above.title, above.text, {{above.wayText(), [this, way = above.way] {
                                                                     follow(way);
                                                                 }}}});
    const RangeRemark instead = RangeRemark::instead(*model, *reading, session);
    emptyWay = instead.way;
    if (!instead.isEmpty())
        empty->show(instead.title, instead.text, instead.wayText());
    places->setCurrentWidget(instead.isEmpty() ? static_cast<QWidget *>(table) : empty);
}

void RangeTab::Private::showDetail()
{
    if (!detail->isHidden())
        detail->showRow(table->currentIndex().row());
}

void RangeTab::Private::showRowMenu(const QPoint &at)
{
    app.commands.refresh();
    auto *menu = new QMenu(q);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (const char *id : {"range.edit", "range.copyTsv", "range.copyJson", "", "range.patch",
                           "range.increment", "range.export", "", "keys.watch", "", "range.delete"}) {
        if (QAction *action = app.commands.action(QString::fromLatin1(id)))
            menu->addAction(action);
        else
            menu->addSeparator();
    }
    menu->popup(table->viewport()->mapToGlobal(at));
}

void RangeTab::Private::openRecord(const QByteArray &key)
{
    if (actions)
        actions->openRecord(key, true);
    else
        emit q->openRequested(key);
}

void RangeTab::Private::tellProblem(const QString &title, const QString &text)
{
    workBanner->tell(Severity::Warning, title, text);
}

// --- the tab

RangeTab::RangeTab(AppContext &app, Session &session, KeyActions *actions, const KeyInterval &interval,
                   QWidget *parent)
    : PageTab(parent)
    , d(std::make_unique<Private>(this, app, session, actions))
{
    d->build();
    d->buildUnits();
    d->connectQuery();
    d->connectRows();
    d->connectUnits();
    d->installCommands();
    RangeQuery query;
    query.interval = interval;
    open(query);
}

RangeTab::~RangeTab()
{
    d->saved->noteNow();
    // What the parts say at their end nobody hears any more, and the table goes before its model.
    const QList<QObject *> parts = findChildren<QObject *>();
    for (QObject *part : parts)
        part->disconnect(this);
    d->session.disconnect(this);
    d->session.mirror().disconnect(this);
    const RangeTable *table = d->table;
    d.reset();
    delete table;
}

QString RangeTab::title() const
{
    const RangeQuery now = query();
    const std::optional<QByteArray> prefix = now.prefix();
    if (prefix && prefix->isEmpty())
        return tr("All keys");
    //: %1 is the beginning of keys
    return prefix ? tr("%1 range").arg(KeyText::display(*prefix)) : now.title();
}

QString RangeTab::iconName() const
{
    return QStringLiteral("range");
}

std::optional<NavPlace> RangeTab::place() const
{
    return NavPlace::range(d->model->interval());
}

QString RangeTab::statusText() const
{
    //: in the status bar
    return tr("%Ln row(s)", nullptr, d->model->rowCount());
}

Session &RangeTab::session() const
{
    return d->session;
}

RangeModel &RangeTab::model() const
{
    return *d->model;
}

RangeTable &RangeTab::table() const
{
    return *d->table;
}

IntervalScan *RangeTab::scan() const
{
    return d->reading->scan();
}

RangeQuery RangeTab::query() const
{
    RangeQuery query;
    query.interval = d->model->interval();
    query.limit = d->model->limit();
    const RangeOrderSpec &spec = d->model->spec();
    if (spec.sort && spec.sort->kind != RangeColumn::Kind::Key)
        query.sort = spec.sort->id();
    query.descending = spec.descending;
    query.filters = d->table->filterRow()->texts();
    query.condition = d->bar->conditionText().trimmed();
    query.columns = d->columns->layout();
    return query;
}

void RangeTab::open(const RangeQuery &query)
{
    d->table->closeField();
    d->workBanner->clear();
    d->reading->forget();
    d->columns->apply(query.columns.isEmpty() ? d->saved->lastColumns(query) : query.columns);
    d->bar->setQuery(query.interval, query.limit);
    d->bar->setConditionText(query.condition);
    {
        const QSignalBlocker blocker(d->table->filterRow());
        d->table->filterRow()->setTexts(query.filters);
    }
    d->model->setSpec({});
    d->model->setRange(query.interval, query.limit);
    d->sorting->sort(RangeColumn::fromId(query.sort), query.descending);
    d->sorting->applyFilters();
    d->interest->setInterval(query.interval);
    emit titleChanged();
    run();
    d->noteSoon();
}

void RangeTab::run()
{
    d->reading->start();
}

void RangeTab::addColumn(const QByteArray &pointer)
{
    d->columns->add(RangeColumn::member(pointer));
}

} // namespace Studio
