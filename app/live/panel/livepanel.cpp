// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "live/panel/livepanel.h"

#include "browser/elidedlabel.h"
#include "browser/emptystate.h"
#include "history/history.h"
#include "live/livefeed.h"
#include "live/panel/ledgertext.h"
#include "live/panel/livefilterrow.h"
#include "live/panel/livepanel_p.h"
#include "live/panel/livesaving.h"
#include "live/panel/livetable.h"
#include "live/panel/liveview.h"
#include "live/panel/paststream.h"
#include "live/runmark.h"
#include "models/keytext.h"
#include "models/livegroups.h"
#include "models/livemodel.h"
#include "models/pastmodel.h"
#include "models/ratesmodel.h"
#include "notices/notice.h"
#include "notices/noticecenter.h"
#include "session/session.h"
#include "shell/appcontext.h"
#include "shell/commandregistry.h"
#include "shell/look.h"
#include "shell/settings.h"
#include "shell/theme.h"

#include <QAction>
#include <QDateTime>
#include <QDir>
#include <QFileInfo>
#include <QKeyEvent>
#include <QLineEdit>
#include <QLocale>
#include <QStackedLayout>
#include <QToolButton>
#include <QVBoxLayout>

#include <array>

namespace Studio
{

namespace
{

constexpr int FilterMs = 150;

} // namespace

LivePanel::Private::Private(LivePanel *panel, AppContext &context_, Session &session_)
    : q(panel)
    , context(context_)
    , theme(context_.theme)
    , session(session_)
{
}

LivePanel::Private::~Private() = default;

QToolButton *LivePanel::Private::button(const char *command, QWidget *parent)
{
    auto *made = new QToolButton(parent);
    made->setObjectName(QString::fromLatin1(command));
    made->setDefaultAction(context.commands.action(QString::fromLatin1(command)));
    made->setAutoRaise(true);
    made->setAccessibleName(made->defaultAction()->text());
    made->setFocusPolicy(Qt::TabFocus);
    Look::makeQuiet(made);
    return made;
}

QWidget *LivePanel::Private::buildHead()
{
    auto *head = new QWidget(q);
    auto *row = new QHBoxLayout(head);
    row->setContentsMargins(theme.metric(12), theme.metric(3), theme.metric(8), theme.metric(3));
    row->setSpacing(theme.metric(8));
    patterns = new ElidedLabel(head);
    patterns->setObjectName(QStringLiteral("patterns"));
    Look::text(patterns, theme, ColorRole::TextMuted, -1);
    ledger = new ElidedLabel(head);
    ledger->setObjectName(QStringLiteral("ledger"));
    ledger->setAlignment(Qt::AlignTrailing | Qt::AlignVCenter);
    Look::text(ledger, theme, ColorRole::TextMuted, -1);

    auto *title = new QLabel(tr("Live"), head);
    Look::text(title, theme, ColorRole::Text, -1, QFont::DemiBold);
    row->addWidget(title);
    const std::array ways{std::pair{"live.stream", tr("Stream")}, std::pair{"live.byKey", tr("By key")},
                          std::pair{"live.rates", tr("Rates")}};
    for (const auto &[command, text] : ways) {
        QToolButton *way = button(command, head);
        way->setToolButtonStyle(Qt::ToolButtonTextOnly);
        context.commands.action(QString::fromLatin1(command))->setIconText(text);
        row->addWidget(way);
    }
    row->addWidget(patterns, 1);
    row->addWidget(ledger, 4);
    QToolButton *explain = button("live.ledger", head);
    explain->setToolButtonStyle(Qt::ToolButtonIconOnly);
    row->addWidget(explain);

    filter = new QLineEdit(head);
    filter->setObjectName(QStringLiteral("liveFilter"));
    filter->setPlaceholderText(tr("Filter changes"));
    filter->setAccessibleName(tr("Filter changes"));
    filter->setClearButtonEnabled(true);
    filter->setFixedWidth(theme.metric(140));
    pause = new QToolButton(head);
    pause->setObjectName(QStringLiteral("pause"));
    pause->setCheckable(true);
    pause->setAutoRaise(true);
    pause->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    Look::makeQuiet(pause);
    auto *clearButton = new QToolButton(head);
    clearButton->setObjectName(QStringLiteral("clear"));
    clearButton->setAutoRaise(true);
    clearButton->setIcon(theme.icon(QStringLiteral("clear")));
    clearButton->setToolTip(tr("Empty the list"));
    clearButton->setAccessibleName(tr("Empty the list"));
    Look::makeQuiet(clearButton);
    connect(clearButton, &QToolButton::clicked, q, &LivePanel::clear);

    row->addWidget(filter);
    for (const char *command : {"live.filterMore", "live.older", "live.export"}) {
        QToolButton *more = button(command, head);
        more->setToolButtonStyle(Qt::ToolButtonIconOnly);
        row->addWidget(more);
    }
    row->addWidget(pause);
    row->addWidget(clearButton);
    return head;
}

/// What the list holds at most and what became of the rest.
QWidget *LivePanel::Private::buildFoot()
{
    footBar = new QWidget(q);
    footBar->setObjectName(QStringLiteral("foot"));
    auto *row = new QHBoxLayout(footBar);
    row->setContentsMargins(theme.metric(12), theme.metric(2), theme.metric(8), theme.metric(2));
    row->setSpacing(theme.metric(8));
    foot = new ElidedLabel(footBar);
    foot->setObjectName(QStringLiteral("bound"));
    Look::text(foot, theme, ColorRole::TextMuted, -1);
    history = new QToolButton(footBar);
    history->setObjectName(QStringLiteral("history"));
    history->setAutoRaise(true);
    history->setText(tr("Show older ones"));
    history->setToolTip(tr("Older changes are in the history"));
    history->setFocusPolicy(Qt::TabFocus);
    Look::makeQuiet(history);
    connect(history, &QToolButton::clicked, q, &LivePanel::showOlder);
    row->addWidget(foot, 1);
    row->addWidget(history);
    return footBar;
}

void LivePanel::Private::buildViews()
{
    model = new LiveModel(&session.feed(), q);
    model->setNewestFirst(context.settings.value(Key::LiveNewestFirst));
    groups = new LiveGroups(session.feed(), q);
    rates = new RatesModel(session.mirror(), session.profile().separatorBytes(), q);
    view = new LiveView(theme, *model, q);
    view->setNewestFirst(model->isNewestFirst());
    view->setObjectName(QStringLiteral("changes"));
    view->setAccessibleName(tr("Changes"));
    Look::fill(view->viewport(), theme, ColorRole::Panel);
    groupTable = new LiveTable(theme, *groups, LiveGroups::RateColumn, {280, 120, 112, 96, 120, 0},
                               {LiveGroups::KeyColumn, LiveGroups::ValueColumn}, q);
    groupTable->setObjectName(QStringLiteral("byKey"));
    groupTable->setAccessibleName(tr("Changes by key"));
    rateTable = new LiveTable(theme, *rates, RatesModel::SecondColumn, {0, 128, 128, 128},
                              {RatesModel::BranchColumn}, q);
    rateTable->setObjectName(QStringLiteral("rates"));
    rateTable->setAccessibleName(tr("Changes by branch"));
    for (LiveTable *table : {groupTable, rateTable})
        Look::fill(table->viewport(), theme, ColorRole::Panel);
}

void LivePanel::Private::build()
{
    Look::fill(q, theme, ColorRole::Panel);
    auto *column = new QVBoxLayout(q);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(buildHead());
    filterRow = new LiveFilterRow(theme, q);
    filterRow->setObjectName(QStringLiteral("filterRow"));
    filterRow->hide();
    column->addWidget(filterRow);
    buildViews();
    empty = new EmptyState(theme, q);
    empty->setObjectName(QStringLiteral("empty"));
    auto *body = new QWidget(q);
    places = new QStackedLayout(body);
    for (QWidget *place : std::initializer_list<QWidget *>{view, groupTable, rateTable, empty})
        places->addWidget(place);
    column->addWidget(body, 1);
    column->addWidget(buildFoot());
    q->setFocusProxy(view);
    saving = new LiveSaving(context.notices, session.id(), q);
    filterTimer.setSingleShot(true);
    filterTimer.setInterval(FilterMs);
}

void LivePanel::Private::connectAll()
{
    connect(&session, &Session::statusChanged, q, [this] { updateStatus(); });
    connect(model, &LiveModel::ledgerChanged, q, [this] {
        updateLedger();
        updatePause();
        updatePlace();
    });
    connect(model, &LiveModel::pausedChanged, q, [this](bool paused) {
        updatePause();
        updateLedger();
        context.commands.refresh();
        emit q->pausedChanged(paused);
    });
    for (auto signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(model, signal, q, [this] { updatePlace(); });
    connect(model, &QAbstractItemModel::modelReset, q, [this] { updatePlace(); });
    connect(pause, &QToolButton::toggled, q, &LivePanel::setPaused);
    connectStream(view);
    connectTables();
    connect(filter, &QLineEdit::textChanged, &filterTimer, qOverload<>(&QTimer::start));
    connect(&filterTimer, &QTimer::timeout, q, [this] { applyFilter(); });
    connect(filter, &QLineEdit::returnPressed, q, [this] {
        applyFilter();
        shownView()->setFocus();
    });
    filter->installEventFilter(q);
    connect(filterRow, &LiveFilterRow::changed, q, [this] { applyFilter(); });
    connect(filterRow, &LiveFilterRow::escaped, q, [this] { shownView()->setFocus(); });
    connect(empty, &EmptyState::actionTriggered, q, [this] { emptyAction(); });
    connect(saving, &LiveSaving::progress, q, [this](int percent) {
        exported = percent;
        updateFoot();
        context.commands.refresh();
    });
}

void LivePanel::Private::connectTables()
{
    for (LiveTable *table : {groupTable, rateTable})
        connect(table, &LiveTable::pauseRequested, q, &LivePanel::togglePaused);
    connect(groupTable, &LiveTable::openRequested, q,
            [this](const QModelIndex &index) { emit q->openRequested(groups->noteAt(index.row())->key); });
    connect(rateTable, &LiveTable::openRequested, q, [this] { onlyBranch(); });
    connect(rates, &RatesModel::refreshed, q, [this] {
        updateFoot();
        updatePlace();
    });
    connect(groups, &QAbstractItemModel::modelReset, q, [this] { updatePlace(); });
    connect(groups, &QAbstractItemModel::rowsInserted, q, [this] { updatePlace(); });
    for (LiveTable *table : {groupTable, rateTable})
        connectView(table);
}

void LivePanel::Private::connectView(QAbstractItemView *each)
{
    connect(each, &QWidget::customContextMenuRequested, q,
            [this, each](const QPoint &at) { showMenu(each, at); });
    connect(each->selectionModel(), &QItemSelectionModel::currentChanged, q,
            [this] { context.commands.refresh(); });
}

void LivePanel::Private::connectStream(LiveView *each)
{
    connectView(each);
    connect(each, &LiveView::pauseRequested, q, &LivePanel::togglePaused);
    connect(each, &LiveView::openRequested, q, [this](const QModelIndex &index) {
        const auto entry = index.data(LiveModel::EntryRole).value<SharedLiveEntry>();
        if (entry && entry->kind == LiveKind::LineUp)
            emit q->gapRequested();
        else if (entry && !entry->isBreak())
            emit q->openRequested(entry->key);
    });
}

PastStream &LivePanel::Private::openPast()
{
    if (past)
        return *past;
    past = new PastStream(theme, session.history().reader(), q);
    past->setFilter(model->filter());
    places->addWidget(past);
    connectStream(past->view());
    connect(past, &PastStream::leaveRequested, q, [this] {
        if (past->isMoment())
            emit q->presentRequested();
        else
            q->leavePast();
    });
    return *past;
}

bool LivePanel::Private::isPast() const
{
    return past && show == Show::Stream;
}

/// Whoever finds out why the program ended does not want the list to run on meanwhile.
void LivePanel::Private::beginAfterCrash()
{
    const QDir folder = QFileInfo(context.settings.file()).dir();
    if (!folder.exists())
        return;
    mark = std::make_unique<RunMark>(folder.filePath(QStringLiteral("live-%1.lock").arg(session.id())));
    if (!mark->endedBadly())
        return;
    model->setPaused(true);
    Notice notice;
    notice.id = QStringLiteral("live/%1/afterCrash").arg(session.id());
    notice.context = QStringLiteral("session/") + session.id();
    notice.severity = Severity::Info;
    notice.title = tr("The list of changes is paused");
    notice.text = tr("HPKV Studio did not come to its end the last time. What arrives is counted and waits "
                     "until you go on.");
    notice.actionCommand = QStringLiteral("live.pause");
    notice.actionText = tr("Go on");
    context.notices.raise(notice);
}

QAbstractItemView *LivePanel::Private::shownView() const
{
    switch (show) {
    case Show::ByKey:
        return groupTable;
    case Show::Rates:
        return rateTable;
    case Show::Stream:
        break;
    }
    return past ? past->view() : view;
}

void LivePanel::Private::updateStatus()
{
    const SessionStatus &status = session.status();
    QStringList shown;
    for (const QByteArray &pattern : status.watchedPatterns)
        shown.append(KeyText::display(pattern));
    const QString text = shown.isEmpty() ? tr("nothing is watched yet") : shown.join(QStringLiteral(", "));
    // Without its connection nothing is subscribed; what was, and will be again, stays in its place.
    const bool keep = shown.isEmpty() && !status.watching && !patterns->text().isEmpty();
    if (!keep && patterns->text() != text) {
        patterns->setText(text);
        patterns->setAccessibleDescription(tr("Watched: %1").arg(text));
    }
    updateLedger();
    updatePause(); // it tells the same number of what waits
    updatePlace();
}

void LivePanel::Private::updateLedger()
{
    const LiveLedger sum = model->ledger();
    ledger->setText(ledgerText(sum, session.status().downSince));
    ledger->setToolTip(ledgerExplanation(sum));
    updateFoot();
}

void LivePanel::Private::updateFoot()
{
    const LiveFeed &feed = session.feed();
    const QLocale locale;
    const bool isPushedOut = feed.ledger().dropped > 0;
    QString text;
    if (isPast()) {
        footBar->hide(); // it has one of its own
        return;
    }
    if (exported < 100) {
        text = tr("Exporting… %1 %").arg(exported);
    } else if (show == Show::Rates) {
        const BranchRates::Figures sum = rates->sum();
        text = tr("In all %1 per second; %2 in the last minute.")
                   .arg(locale.toString(sum.lastSecond), locale.toString(sum.lastMinute));
    } else if (show == Show::ByKey) {
        text = tr("%Ln key(s)", nullptr, groups->rowCount());
        if (groups->forgotten() > 0)
            text += u' ' + tr("%1 quiet ones are no longer held.").arg(locale.toString(groups->forgotten()));
    } else if (isPushedOut) {
        text = tr("The newest %1 changes are held, in %2 at most.")
                   .arg(locale.toString(feed.capacity()), locale.formattedDataSize(feed.byteCapacity(), 0));
    }
    if (past && past->isMoment() && exported == 100)
        text = tr("This is of now, not of the moment of the time bar.") + u' ' + text;
    foot->setText(text);
    history->setVisible(show == Show::Stream && isPushedOut);
    footBar->setVisible(!text.isEmpty());
}

void LivePanel::Private::updatePause()
{
    const bool paused = model->isPaused();
    if (pause->isChecked() != paused)
        pause->setChecked(paused);
    pause->setIcon(theme.icon(paused ? QStringLiteral("play") : QStringLiteral("pause")));
    const quint64 waiting = model->waitingCount();
    pause->setText(!paused   ? tr("Pause")
                   : waiting ? tr("Go on (%1 waiting)").arg(QLocale().toString(waiting))
                             : tr("Go on"));
    pause->setToolTip(paused ? tr("Show what came in since (Space)")
                             : tr("Hold the list still; what arrives is counted and waits (Space)"));
}

void LivePanel::Private::updatePlace()
{
    if (isPast()) {
        places->setCurrentWidget(past);
        return;
    }
    QAbstractItemView *shown = shownView();
    if (shown->model()->rowCount() > 0) {
        places->setCurrentWidget(shown);
        return;
    }
    emptyAction = [this] { q->showOlder(); };
    const QString older = show == Show::Stream ? tr("Show older ones") : QString();
    if (!model->filter().isEmpty() && show != Show::Rates
        && (show == Show::ByKey || model->ledger().filtered > 0)) {
        emptyAction = [this] { q->setFilter({}); };
        empty->show(tr("No match"),
                    filterRow->isSet() ? tr("No change matches all parts of the filter.")
                                       : tr("No change contains “%1”.").arg(model->filter().text()),
                    tr("Clear the filter"));
    } else if (session.status().line != LineState::Connected) {
        empty->show(tr("No connection"), tr("Changes appear here as soon as it is there."), older);
    } else if (session.status().watchedPatterns.isEmpty()) {
        empty->show(tr("Nothing is watched yet"),
                    tr("Branches that are in sight in the tree and records that are open are watched."));
    } else {
        empty->show(tr("No changes yet"), tr("Each change to what is watched appears here as it happens."),
                    older);
    }
    places->setCurrentWidget(empty);
}

void LivePanel::Private::applyFilter()
{
    filterTimer.stop();
    LiveFilter wanted;
    wanted.setText(filter->text());
    filterRow->fill(wanted);
    model->setFilter(wanted);
    groups->setFilter(wanted);
    if (past)
        past->setFilter(wanted);
    updateLedger();
    updatePlace();
}

void LivePanel::Private::setNewestFirst(bool newestFirst)
{
    context.settings.setValue(Key::LiveNewestFirst, newestFirst);
    view->setNewestFirst(newestFirst);
    model->setNewestFirst(newestFirst);
    view->goToNewest();
    context.commands.refresh();
}

LivePanel::LivePanel(AppContext &context, Session &session, QWidget *parent)
    : QWidget(parent)
    , d(std::make_unique<Private>(this, context, session))
{
    d->build();
    d->connectAll();
    d->installCommands();
    d->beginAfterCrash();
    d->updatePause();
    d->updateStatus();
}

LivePanel::~LivePanel() = default;

Session &LivePanel::session() const
{
    return d->session;
}

bool LivePanel::isPaused() const
{
    return d->model->isPaused();
}

QString LivePanel::filterText() const
{
    return d->filter->text();
}

void LivePanel::setFilterText(const QString &text)
{
    d->filter->setText(text);
    d->applyFilter();
}

void LivePanel::setFilter(const LiveFilter &filter)
{
    d->filter->setText(filter.text());
    d->filterRow->setFilter(filter);
    if (d->filterRow->isSet())
        d->filterRow->show();
    d->applyFilter();
}

LivePanel::Show LivePanel::shown() const
{
    return d->show;
}

void LivePanel::setShown(Show show)
{
    d->show = show;
    d->groups->setLookedAt(show == Show::ByKey && isVisible());
    d->rates->setLookedAt(show == Show::Rates && isVisible());
    d->filterRow->setForKeys(show != Show::Stream);
    setFocusProxy(d->shownView());
    d->updatePlace();
    d->updateFoot();
    d->context.commands.refresh();
}

void LivePanel::setPaused(bool paused)
{
    d->model->setPaused(paused);
    if (!paused)
        d->context.notices.clear(QStringLiteral("live/%1/afterCrash").arg(d->session.id()));
}

void LivePanel::togglePaused()
{
    setPaused(!isPaused());
}

void LivePanel::clear()
{
    d->session.feed().clear();
}

void LivePanel::focusFilter()
{
    d->filter->setFocus(Qt::ShortcutFocusReason);
    d->filter->selectAll();
}

void LivePanel::setMoment(qint64 at)
{
    if (at > 0)
        d->openPast().showMoment(at);
    else if (d->past && d->past->isMoment())
        leavePast();
    setShown(d->show);
}

void LivePanel::showOlder()
{
    if (d->past)
        return;
    const auto &notes = d->session.feed().notes();
    d->openPast().showOlder(notes.empty() ? QDateTime::currentMSecsSinceEpoch() : notes.front()->at);
    setShown(Show::Stream);
}

void LivePanel::leavePast()
{
    if (!d->past)
        return;
    d->past->deleteLater();
    d->past = nullptr;
    setShown(d->show);
}

void LivePanel::exportTo(const QString &file)
{
    d->saving->save(d->shownNotes(), file);
}

bool LivePanel::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == d->filter && event->type() == QEvent::KeyPress
        && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape) {
        setFilterText({});
        d->shownView()->setFocus();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

void LivePanel::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    setShown(d->show);
}

void LivePanel::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    d->groups->setLookedAt(false);
    d->rates->setLookedAt(false);
}

} // namespace Studio
