// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "browser/range/rangetab.h"

#include "browser/agetext.h"
#include "browser/emptystate.h"
#include "browser/keyactions.h"
#include "browser/range/rangebars.h"
#include "browser/range/rangecommands.h"
#include "browser/range/rangecopy.h"
#include "browser/range/rangedetail.h"
#include "browser/range/rangeedit.h"
#include "browser/range/rangefilterrow.h"
#include "browser/range/rangeinterest.h"
#include "browser/range/rangetable.h"
#include "editor/recordbanner.h"
#include "mirror/keyspacemirror.h"
#include "models/keytext.h"
#include "models/rangemodel.h"
#include "models/selectionsum.h"
#include "profiles/profilestore.h"
#include "session/intervalscan.h"
#include "session/readoperation.h"
#include "session/session.h"
#include "shell/appcontext.h"
#include "shell/commandregistry.h"
#include "shell/look.h"
#include "shell/theme.h"
#include "shell/wording.h"
#include "json/jsonpointer.h"
#include "json/membersurvey.h"

#include <QAction>
#include <QClipboard>
#include <QDateTime>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QMenu>
#include <QPointer>
#include <QPushButton>
#include <QSplitter>
#include <QStackedLayout>
#include <QTimer>
#include <QToolButton>
#include <QVBoxLayout>
#include <QWidgetAction>

#include <functional>

namespace Studio
{

namespace
{

constexpr int StatusMs = 200; // figures move at most this often
constexpr int NoteMs = 1500; // layout changes are kept so long after the last one
constexpr int SurveyMs = 50;
constexpr int SurveyRows = 40; // records looked at in one go
constexpr qint64 SurveyMost = 1000; // records that suggest columns
constexpr int OwnColumns = 4; // columns that a new range gets by itself
constexpr double OwnShare = 0.5; // … if so many of its records have them
constexpr int SuggestedColumns = 20;
constexpr qint64 MostKeys = 100'000; // selected one by one
constexpr int LongestName = 60;

QString number(qint64 value)
{
    return QLocale().toString(value);
}

} // namespace

struct RangeTab::Private {
    Private(RangeTab *tab, AppContext &app_, Session &session_, KeyActions *actions_)
        : q(tab)
        , app(app_)
        , theme(app_.theme)
        , session(session_)
        , actions(actions_)
        , queries(RangeQueries::fileFor(app_.profiles.file(), session_.profile().id))
    {
    }

    RangeTab *q;
    AppContext &app;
    Theme &theme;
    Session &session;
    KeyActions *actions;
    RangeQueries queries;
    RangeModel *model = nullptr;
    RangeTable *table = nullptr;
    RangeQueryBar *bar = nullptr;
    RangeProgressStrip *strip = nullptr;
    RecordBanner *banner = nullptr;
    RecordBanner *editBanner = nullptr;
    EmptyState *empty = nullptr;
    QStackedLayout *places = nullptr;
    RangeSelectionBar *selection = nullptr;
    RangeDetail *detail = nullptr;
    QToolButton *addColumn = nullptr;
    RangeInterest *interest = nullptr;
    SelectionSum *sum = nullptr;
    RangeEdit *edit = nullptr;
    QTimer statusTimer;
    QTimer noteTimer;
    QTimer surveyTimer;

    QPointer<IntervalScan> scan;
    bool hasRun = false;
    IntervalEnd ended; ///< how the last reading ended
    qint64 expected = -1; ///< records that reading will bring, as far as that is known; < 0 = not
    MemberSurvey survey;
    QByteArray surveyed; ///< keys up to this one were looked at
    bool ownColumnsDue = false;
    QString filterProblem;
    bool applyingLayout = false;
    std::function<void()> emptyWay;
    QByteArray editBefore; ///< the value that the open field was filled from

    void build();
    void connectAll();
    void installCommands();

    // reading
    void startScan();
    void scanEnded();
    void scheduleStatus();
    void updateStatus();
    void updateStrip();
    void updateBanner();
    void updatePlace();
    void showEmpty(const QString &title, const QString &text, const QString &action,
                   std::function<void()> way);
    QString runningText() const;
    QString restText() const;

    // order and filters
    void applySpec();
    void sortBy(int column);
    void setSort(const std::optional<RangeColumn> &column, bool descending);
    void updateOrder();

    // columns
    void lookAtRecords();
    void showColumnMenu(int column, const QPoint &position);
    void fillColumnMenu(QMenu &menu, int column);
    void addOwnColumns();
    void addAndShow(const RangeColumn &column);
    void applyLayout(const QList<RangeQuery::Column> &columns);
    void fillSavedMenu();
    void noteLater();
    void addField(QMenu &menu, const QString &placeholder,
                  const std::function<bool(const QString &)> &entered);

    // rows
    void selectedChanged();
    void updateSum();
    KeySelection selected() const;
    void withSelection(void (KeyActions::*action)(const KeySelection &));
    void copy(bool asJson);
    void openRecord(const QByteArray &key);
    void beginEdit(const QModelIndex &index);
    void openField(const QByteArray &key, int column);
    void commitEdit(const QByteArray &key, int column, const QString &text);
    void writeEdit(const QByteArray &key, const QByteArray &after, bool confirmed);
    void editEnded();
    bool canWrite() const { return session.profile().safety != SafetyLevel::ReadOnly; }
};

void RangeTab::Private::build()
{
    Look::fill(q, theme, ColorRole::Base);
    model = new RangeModel(&session.mirror(), q);
    bar = new RangeQueryBar(theme, q);
    strip = new RangeProgressStrip(theme, q);
    banner = new RecordBanner(theme, q);
    banner->setObjectName(QStringLiteral("rangeBanner"));
    editBanner = new RecordBanner(theme, q);
    editBanner->setObjectName(QStringLiteral("editBanner"));
    auto *body = new QSplitter(Qt::Vertical, q);
    body->setChildrenCollapsible(false);
    auto *upper = new QWidget(body);
    places = new QStackedLayout(upper);
    table = new RangeTable(theme, *model, upper);
    table->setObjectName(QStringLiteral("rows"));
    table->setAccessibleName(tr("Records of the range"));
    addColumn = new QToolButton(table);
    addColumn->setObjectName(QStringLiteral("addColumn"));
    addColumn->setAutoRaise(true);
    addColumn->setText(tr("Column"));
    addColumn->setIcon(theme.icon(QStringLiteral("plus"), ColorRole::Accent));
    addColumn->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    addColumn->setToolTip(tr("Add, show and hide columns"));
    Look::makeQuiet(addColumn);
    table->setCorner(addColumn);
    empty = new EmptyState(theme, upper);
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
    selection = new RangeSelectionBar(theme, q);
    selection->setWritable(canWrite(), actions != nullptr);

    auto *column = new QVBoxLayout(q);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(bar);
    column->addWidget(strip);
    column->addWidget(banner);
    column->addWidget(editBanner);
    column->addWidget(body, 1);
    column->addWidget(Look::hairline(Qt::Horizontal, q));
    column->addWidget(selection);
    q->setFocusProxy(table);

    interest = new RangeInterest(session, *table, *model, q);
    sum = new SelectionSum(*model, session.mirror(), q);
    edit = new RangeEdit(session, q);
    for (QTimer *timer : {&statusTimer, &noteTimer, &surveyTimer})
        timer->setSingleShot(true);
    statusTimer.setInterval(StatusMs);
    noteTimer.setInterval(NoteMs);
    surveyTimer.setInterval(SurveyMs);
}

void RangeTab::Private::connectAll()
{
    connect(bar, &RangeQueryBar::runRequested, q, [this] {
        const std::optional<KeyInterval> interval = bar->interval();
        if (!interval) {
            banner->show({Severity::Error, tr("This cannot be asked for"), bar->problem(), {}});
            return;
        }
        RangeQuery query = q->query();
        const bool same = query.interval == *interval && query.limit == bar->limit();
        query.interval = *interval;
        query.limit = bar->limit();
        if (same)
            q->run();
        else
            q->open(query);
    });
    connect(bar, &RangeQueryBar::conditionEdited, q, [this] { applySpec(); });
    connect(bar->savedMenu(), &QMenu::aboutToShow, q, [this] { fillSavedMenu(); });
    connect(table->filterRow(), &RangeFilterRow::edited, q, [this] { applySpec(); });
    connect(table->filterRow(), &RangeFilterRow::left, q, [this] { table->setFocus(); });

    connect(strip->pause(), &QToolButton::clicked, q, [this] {
        if (scan)
            scan->setPaused(!scan->isPaused());
    });
    connect(strip->cancel(), &QToolButton::clicked, q, [this] {
        if (scan)
            scan->cancel();
    });
    connect(strip->again(), &QToolButton::clicked, q, [this] { q->run(); });
    connect(strip->orderButton(), &QToolButton::clicked, q, [this] {
        if (model->orderState().isWorking)
            model->cancelOrder();
        else
            model->sortAgain();
    });

    connect(model, &RangeModel::orderChanged, q, [this] { updateOrder(); });
    for (auto signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(model, signal, q, [this] { scheduleStatus(); });
    connect(model, &QAbstractItemModel::modelReset, q, [this] {
        scheduleStatus();
        updatePlace();
    });
    connect(model, &QAbstractItemModel::dataChanged, q,
            [this](const QModelIndex &from, const QModelIndex &to) {
                sum->restart();
                const int row = table->currentIndex().row();
                if (detail->isVisible() && row >= from.row() && row <= to.row())
                    detail->showRow(row);
            });
    connect(sum, &SelectionSum::changed, q, [this] { updateSum(); });

    connect(table, &RangeTable::openRequested, q, [this](const QByteArray &key) { openRecord(key); });
    connect(table, &RangeTable::editRequested, q, [this](const QModelIndex &index) { beginEdit(index); });
    connect(table, &RangeTable::committed, q, [this](const QByteArray &key, int column, const QString &text) {
        commitEdit(key, column, text);
    });
    connect(table, &RangeTable::selectedChanged, q, [this] { selectedChanged(); });
    connect(table, &RangeTable::sortRequested, q, [this](int column) { sortBy(column); });
    connect(table, &RangeTable::headerMenuRequested, q,
            [this](int column, const QPoint &position) { showColumnMenu(column, position); });
    connect(table, &RangeTable::layoutEdited, q, [this] { noteLater(); });
    connect(table, &QWidget::customContextMenuRequested, q, [this](const QPoint &at) {
        app.commands.refresh();
        auto *menu = new QMenu(q);
        menu->setAttribute(Qt::WA_DeleteOnClose);
        for (const char *id : {"range.edit", "range.copyTsv", "range.copyJson", "", "range.patch",
                               "range.increment", "range.export", "", "range.delete"}) {
            if (QAction *action = app.commands.action(QString::fromLatin1(id)))
                menu->addAction(action);
            else
                menu->addSeparator();
        }
        menu->popup(table->viewport()->mapToGlobal(at));
    });
    connect(addColumn, &QToolButton::clicked, q,
            [this] { showColumnMenu(-1, addColumn->mapToGlobal(QPoint(0, addColumn->height()))); });
    connect(edit, &RangeEdit::finished, q, [this] { editEnded(); });

    connect(selection->copy(), &QPushButton::clicked, q, [this] { copy(false); });
    connect(selection->patch(), &QPushButton::clicked, q, [this] { withSelection(&KeyActions::patchKeys); });
    connect(selection->increment(), &QPushButton::clicked, q,
            [this] { withSelection(&KeyActions::incrementKeys); });
    connect(selection->exportRows(), &QPushButton::clicked, q,
            [this] { withSelection(&KeyActions::exportKeys); });
    connect(selection->remove(), &QPushButton::clicked, q,
            [this] { withSelection(&KeyActions::deleteKeys); });
    connect(selection->detail(), &QToolButton::toggled, q, [this](bool shown) {
        detail->setVisible(shown);
        if (shown)
            detail->showRow(table->currentIndex().row());
    });

    KeyspaceMirror &mirror = session.mirror();
    connect(&mirror, &KeyspaceMirror::applied, q, [this](const AppliedBatch &batch) {
        for (const Heard &heard : batch.heard) {
            if (heard.origin == Origin::Notification && !heard.removed)
                table->light(heard.key, heard.wasKnown ? ColorRole::PatchedSoft : ColorRole::CreatedSoft);
        }
    });
    connect(&mirror, &KeyspaceMirror::coverageChanged, q, [this] { scheduleStatus(); });
    connect(&session, &Session::statusChanged, q, [this] { scheduleStatus(); });
    connect(empty, &EmptyState::actionTriggered, q, [this] {
        if (emptyWay)
            emptyWay();
    });
    connect(&statusTimer, &QTimer::timeout, q, [this] { updateStatus(); });
    connect(&noteTimer, &QTimer::timeout, q, [this] {
        if (hasRun)
            queries.note(q->query());
    });
    connect(&surveyTimer, &QTimer::timeout, q, [this] { lookAtRecords(); });
}

void RangeTab::Private::installCommands()
{
    addRangeCommands(app.commands);
    const auto on = [this](const char *id, std::function<void()> run, std::function<bool()> enabled = {}) {
        app.commands.handle(QString::fromLatin1(id), q, {std::move(run), std::move(enabled), {}});
    };
    const auto hasRows = [this] { return table->selectedCount() > 0; };
    const auto canChange = [this, hasRows] { return actions && canWrite() && hasRows(); };
    on("range.run", [this] { q->run(); });
    on("view.refresh", [this] { q->run(); });
    on(
        "range.pause", [this] { strip->pause()->click(); }, [this] { return !scan.isNull(); });
    on(
        "range.cancel", [this] { strip->cancel()->click(); }, [this] { return !scan.isNull(); });
    on("range.sort", [this] { sortBy(std::max(0, table->currentIndex().column())); });
    on(
        "range.sortAgain", [this] { model->sortAgain(); }, [this] { return !model->orderState().isByKey; });
    on("range.columns", [this] { addColumn->click(); });
    on("range.filter",
       [this] { table->filterRow()->focusColumn(std::max(0, table->currentIndex().column())); });
    on("range.condition", [this] { bar->focusCondition(); });
    on("range.clearFilters", [this] {
        bar->setConditionText({});
        table->filterRow()->clear();
        applySpec();
    });
    on(
        "range.edit", [this] { beginEdit(table->currentIndex()); },
        [this] { return canWrite() && table->currentIndex().isValid(); });
    on(
        "range.copyTsv", [this] { copy(false); }, hasRows);
    // In a field they mean its text.
    const auto inField = [this] { return qobject_cast<QLineEdit *>(q->focusWidget()); };
    on(
        "edit.copy",
        [this, inField] {
            if (QLineEdit *field = inField(); field && field->hasFocus())
                field->copy();
            else
                copy(false);
        },
        [hasRows, inField] { return hasRows() || (inField() && inField()->hasFocus()); });
    on("edit.selectAll", [this, inField] {
        if (QLineEdit *field = inField(); field && field->hasFocus())
            field->selectAll();
        else
            table->selectAll();
    });
    on("edit.find", [this] { bar->focusCondition(); });
    on(
        "range.copyJson", [this] { copy(true); }, hasRows);
    on(
        "range.patch", [this] { withSelection(&KeyActions::patchKeys); }, canChange);
    on(
        "range.increment", [this] { withSelection(&KeyActions::incrementKeys); }, canChange);
    on(
        "range.export", [this] { withSelection(&KeyActions::exportKeys); },
        [this, hasRows] { return actions && hasRows(); });
    on(
        "range.delete", [this] { withSelection(&KeyActions::deleteKeys); }, canChange);
    on("range.detail", [this] { selection->detail()->toggle(); });
    on("range.saved", [this] {
        fillSavedMenu();
        bar->savedMenu()->popup(bar->mapToGlobal(QPoint(bar->width() / 2, bar->height())));
    });
}

// --- reading

void RangeTab::Private::startScan()
{
    if (scan) {
        scan->disconnect(q);
        scan->cancel();
    }
    const KeyInterval interval = model->interval();
    // What was read as a whole before tells how much there is.
    const bool isKnown = session.mirror().coverage(interval.first, interval.last).isComplete();
    expected =
        isKnown ? session.mirror().countInStretch(CoverageMap::stretch(interval.first, interval.last)) : -1;
    if (model->limit() >= 0)
        expected = expected < 0 ? model->limit() : std::min(expected, model->limit());
    hasRun = true;
    ended = {};
    survey = MemberSurvey();
    surveyed.clear();
    scan = session.readInterval(interval, model->limit());
    connect(scan, &IntervalScan::changed, q, [this] {
        scheduleStatus();
        if (!surveyTimer.isActive() && survey.records() + survey.notJson() < SurveyMost)
            surveyTimer.start();
    });
    connect(scan, &IntervalScan::finished, q, [this] { scanEnded(); });
    banner->clear();
    updateStatus();
    app.commands.refresh();
}

void RangeTab::Private::scanEnded()
{
    ended = {scan->progress(), scan->error(), scan->missing()};
    scan.clear();
    lookAtRecords();
    updateStatus();
    app.commands.refresh();
}

void RangeTab::Private::scheduleStatus()
{
    if (!statusTimer.isActive())
        statusTimer.start();
}

QString RangeTab::Private::runningText() const
{
    const IntervalProgress &now = scan->progress();
    QStringList parts;
    if (now.records == 0)
        parts.append(tr("Reading…"));
    else if (expected >= now.records)
        //: how many of how many records were read
        parts.append(tr("%1 of about %2 records").arg(number(now.records), number(expected)));
    else
        parts.append(tr("%1 records").arg(number(now.records)));
    if (now.pages > 0)
        parts.append(tr("%1 requests").arg(number(now.pages)));
    if (scan->isPaused()) {
        parts.append(tr("paused"));
        return parts.join(QStringLiteral(" · "));
    }
    const SessionStatus &status = session.status();
    if (now.wait == IntervalProgress::Wait::Line || status.line != LineState::Connected) {
        parts.append(tr("goes on when the connection is back"));
    } else if (now.wait == IntervalProgress::Wait::Rate || status.pauseMs > 0) {
        parts.append(tr("waiting, as the server allows no more requests for now"));
    } else if (const double rate = scan->recordsPerSecond(); rate > 0) {
        parts.append(tr("%1 per s").arg(number(qRound64(rate))));
        if (const qint64 left = scan->msLeft(expected); expected > 0 && left >= 0)
            parts.append(tr("%1 left").arg(Wording::duration(std::max<qint64>(1000, left))));
    }
    return parts.join(QStringLiteral(" · "));
}

/// While nothing is being read: what the rows are worth.
QString RangeTab::Private::restText() const
{
    if (!hasRun)
        return {};
    QStringList parts;
    const qint64 shown = model->rowCount();
    const qint64 known = model->knownCount();
    parts.append(shown == known ? tr("%1 records").arg(number(known))
                                : tr("%1 of %2 records").arg(number(shown), number(known)));
    const KeyInterval &interval = model->interval();
    Coverage coverage = session.mirror().coverage(interval.first, interval.last);
    if (ended.progress.hasMore && !ended.progress.reached.isEmpty()) {
        parts.append(tr("the limit was reached, there are more"));
        coverage = session.mirror().coverage(interval.first, ended.progress.reached);
    }
    if (ended.error.kind == Hpkv::ErrorKind::Canceled)
        parts.append(tr("reading was stopped, there may be more"));
    else if (!ended.missing.isEmpty())
        parts.append(tr("a part is missing"));
    else if (coverage.isComplete() && coverage.live)
        parts.append(tr("kept up to date by changes as they happen"));
    else if (coverage.isComplete() && coverage.asOf > 0)
        parts.append(tr("as of %1").arg(exactTimeText(coverage.asOf)));
    const KeyspaceMirror &mirror = session.mirror();
    if (mirror.valueBytes() > mirror.valueBudget() - mirror.valueBudget() / 8)
        parts.append(tr("values out of sight may be dropped from memory and are read again when needed"));
    return parts.join(QStringLiteral(" · "));
}

void RangeTab::Private::updateStatus()
{
    statusTimer.stop();
    updateStrip();
    updateBanner();
    updatePlace();
    selection->setSelected(table->selectedCount(), model->rowCount());
    emit q->statusTextChanged(q->statusText());
}

void RangeTab::Private::updateStrip()
{
    const bool running = !scan.isNull();
    if (running) {
        const qint64 records = scan->progress().records;
        strip->setProgress(expected > 0 ? double(records) / double(expected) : -1.0);
        strip->setText(runningText());
        const bool paused = scan->isPaused();
        strip->pause()->setIcon(theme.icon(paused ? QStringLiteral("play") : QStringLiteral("pause")));
        strip->pause()->setToolTip(paused ? tr("Go on reading") : tr("Pause reading"));
        strip->pause()->setAccessibleName(strip->pause()->toolTip());
    } else {
        strip->setProgress({});
        strip->setText(restText());
    }
    strip->pause()->setVisible(running);
    strip->cancel()->setVisible(running);
    strip->again()->setVisible(!running && hasRun);
}

void RangeTab::Private::updateBanner()
{
    const SessionStatus &status = session.status();
    const RecordBanner::Answer again{tr("Read again"), [this] { q->run(); }};
    const bool isDown = status.line == LineState::Reconnecting || status.line == LineState::Failed;
    if (isDown && model->rowCount() > 0) {
        banner->show({Severity::Warning,
                      tr("No connection"),
                      scan ? tr("What you see may be out of date; reading goes on when the line is back.")
                           : tr("What you see may be out of date."),
                      {{tr("Connect again"), [this] { session.reconnectNow(); }}}});
        return;
    }
    if (scan || !hasRun || model->rowCount() == 0) {
        banner->clear();
        return;
    }
    if (!ended.missing.isEmpty() && ended.error.kind != Hpkv::ErrorKind::Canceled) {
        QStringList parts;
        for (const KeyInterval &part : ended.missing.first(std::min<qsizetype>(3, ended.missing.size()))) {
            RangeQuery query;
            query.interval = part;
            parts.append(query.title());
        }
        if (ended.missing.size() > parts.size())
            parts.append(tr("%1 more").arg(number(ended.missing.size() - parts.size())));
        banner->show({Severity::Warning,
                      ended.error.kind == Hpkv::ErrorKind::AccessDenied ? tr("A part may not be read")
                                                                        : tr("A part could not be read"),
                      //: %1 lists parts of the keys, %2 is the reason
                      tr("Missing: %1. %2").arg(parts.join(QStringLiteral(", ")), ended.error.text),
                      {again}});
        return;
    }
    const KeyInterval &interval = model->interval();
    const Coverage coverage = session.mirror().coverage(interval.first, interval.last);
    if (coverage.stale && status.line == LineState::Connected) {
        banner->show({Severity::Warning,
                      tr("May be out of date"),
                      tr("The line was down since these records were read; changes may have been missed."),
                      {again}});
        return;
    }
    banner->clear();
}

void RangeTab::Private::showEmpty(const QString &title, const QString &text, const QString &action,
                                  std::function<void()> way)
{
    emptyWay = std::move(way);
    empty->show(title, text, action);
    places->setCurrentWidget(empty);
}

void RangeTab::Private::updatePlace()
{
    // The filters stand in the table: without rows that pass, they must stay within reach.
    if (model->rowCount() > 0 || model->knownCount() > 0 || model->spec().isFiltering()) {
        places->setCurrentWidget(table);
        return;
    }
    const SessionStatus &status = session.status();
    if (!hasRun) {
        showEmpty(tr("Which keys?"), tr("Give a prefix, or the first and the last key, and press Run."), {},
                  {});
    } else if (scan) {
        const bool waits = status.line != LineState::Connected;
        showEmpty(waits ? tr("Waiting for the connection…") : tr("Reading…"), {}, {}, {});
    } else if (ended.error.kind == Hpkv::ErrorKind::Canceled) {
        showEmpty(tr("Reading was stopped"), tr("No record was read before."), tr("Read again"),
                  [this] { q->run(); });
    } else if (ended.error.kind == Hpkv::ErrorKind::AccessDenied) {
        showEmpty(tr("These keys may not be read"), ended.error.text, tr("Read again"), [this] { q->run(); });
    } else if (ended.error.isError()) {
        showEmpty(tr("The range could not be read"), ended.error.text, tr("Read again"),
                  [this] { q->run(); });
    } else {
        showEmpty(tr("No keys in this range"), tr("Keys appear here as soon as someone writes them."),
                  tr("Read again"), [this] { q->run(); });
    }
}

// --- order and filters

void RangeTab::Private::applySpec()
{
    RangeOrderSpec spec;
    spec.sort = model->spec().sort;
    spec.descending = model->spec().descending;
    const QHash<QString, QString> texts = table->filterRow()->texts();
    for (int column = 0; column < model->columns().size(); ++column) {
        const RangeColumn &of = model->columns()[column];
        const RangeFilter filter = RangeFilter::parse(texts.value(of.id()));
        table->filterRow()->setProblem(column, filter.problem());
        if (!filter.isEmpty())
            spec.filters.append({of, filter});
    }
    const QString condition = bar->conditionText().trimmed();
    QString problem;
    if (!condition.isEmpty()) {
        spec.condition = JsonCondition::parse(condition);
        problem = spec.condition.error().text;
    }
    bar->setConditionProblem(problem);
    model->setSpec(spec);
    noteLater();
}

void RangeTab::Private::setSort(const std::optional<RangeColumn> &column, bool descending)
{
    RangeOrderSpec spec = model->spec();
    spec.sort = column;
    spec.descending = descending;
    model->setSpec(spec);
    noteLater();
}

/// Forwards, backwards, then by key again.
void RangeTab::Private::sortBy(int column)
{
    const RangeColumn wanted = model->columns().value(column);
    const RangeOrderSpec &spec = model->spec();
    const RangeColumn now = spec.sort.value_or(RangeColumn());
    if (now != wanted)
        setSort(wanted, false);
    else if (!spec.descending)
        setSort(wanted, true);
    else
        setSort({}, false);
}

void RangeTab::Private::updateOrder()
{
    const RangeOrderSpec &spec = model->spec();
    const int column = spec.sort ? model->columnOf(*spec.sort) : 0;
    const Qt::SortOrder direction = spec.descending ? Qt::DescendingOrder : Qt::AscendingOrder;
    for (QHeaderView *header : {table->keyHeader(), table->header()}) {
        const bool isHere = (header == table->keyHeader()) == (column == 0);
        header->setSortIndicatorShown(isHere);
        header->setSortIndicator(isHere ? column : -1, direction);
    }
    const RangeModel::OrderState state = model->orderState();
    QStringList parts;
    QString action;
    if (state.isWorking) {
        //: %1 is a time
        parts.append(state.isOutdated ? tr("Order as of %1, being sorted again…")
                                            .arg(QDateTime::fromMSecsSinceEpoch(state.asOf)
                                                     .time()
                                                     .toString(QStringLiteral("HH:mm:ss")))
                                      : tr("Sorting…"));
        action = tr("Stop");
    } else if (state.isOutdated) {
        //: %1 is a time, %2 a number
        parts.append(
            tr("Order as of %1, %2 changes since")
                .arg(QDateTime::fromMSecsSinceEpoch(state.asOf).time().toString(QStringLiteral("HH:mm:ss")),
                     number(state.changesSince)));
        action = tr("Sort again");
    }
    if (!state.isByKey && state.unread > 0) {
        parts.append(tr("%1 values are not in memory and were not looked at").arg(number(state.unread)));
        if (action.isEmpty())
            action = tr("Sort again");
    }
    strip->setOrder(parts.join(QStringLiteral(" · ")), action);
    scheduleStatus();
    app.commands.refresh();
}

// --- columns

void RangeTab::Private::lookAtRecords()
{
    KeyspaceMirror &mirror = session.mirror();
    const Stretch stretch = CoverageMap::stretch(model->interval().first, model->interval().last);
    auto place = mirror.lowerBound(surveyed.isEmpty() ? stretch.from : surveyed + '\0');
    for (int i = 0; i < SurveyRows && !mirror.isEnd(place); ++i, mirror.advance(place)) {
        const QByteArrayView key = mirror.keyAt(place);
        if (key >= stretch.to || survey.records() + survey.notJson() >= SurveyMost)
            break;
        surveyed = key.toByteArray();
        const Entry entry = mirror.entryAt(place);
        if (entry.hasValue)
            survey.add(entry.value);
    }
    const bool more = !mirror.isEnd(place) && mirror.keyAt(place) < stretch.to
                   && survey.records() + survey.notJson() < SurveyMost;
    if (more)
        surveyTimer.start();
    if (ownColumnsDue && survey.records() + survey.notJson() > 0
        && (survey.records() + survey.notJson() >= SurveyRows || !scan))
        addOwnColumns();
}

/// A range that nobody has arranged yet shows members that most of its records have.
void RangeTab::Private::addOwnColumns()
{
    ownColumnsDue = false;
    if (survey.records() < survey.notJson())
        return;
    const QList<QByteArray> pointers = survey.suggestedColumns(OwnColumns, OwnShare);
    applyingLayout = true;
    int place = 1;
    bool any = false;
    for (const QByteArray &pointer : pointers) {
        if (pointer.isEmpty())
            continue;
        any = true;
        const int column = model->addColumn(RangeColumn::member(pointer));
        QHeaderView *header = table->header();
        header->moveSection(header->visualIndex(column), place++);
        header->resizeSection(column, theme.metric(150));
    }
    if (any) {
        table->setColumnShown(model->columnOf({RangeColumn::Kind::Value, {}}), false);
        table->setColumnShown(model->columnOf({RangeColumn::Kind::Type, {}}), false);
    }
    applyingLayout = false;
}

void RangeTab::Private::addAndShow(const RangeColumn &column)
{
    const int at = model->addColumn(column);
    table->setColumnShown(at, true);
    table->scrollTo(model->index(std::max(0, table->currentIndex().row()), at));
    noteLater();
}

/// A field in a menu; `entered` says whether the text was good.
void RangeTab::Private::addField(QMenu &menu, const QString &placeholder,
                                 const std::function<bool(const QString &)> &entered)
{
    auto *holder = new QWidget(&menu);
    auto *row = new QHBoxLayout(holder);
    row->setContentsMargins(theme.metric(12), theme.metric(4), theme.metric(12), theme.metric(4));
    auto *field = new QLineEdit(holder);
    field->setPlaceholderText(placeholder);
    field->setAccessibleName(placeholder);
    field->setMinimumWidth(theme.metric(220));
    row->addWidget(field);
    auto *action = new QWidgetAction(&menu);
    action->setDefaultWidget(holder);
    menu.addAction(action);
    connect(field, &QLineEdit::returnPressed, &menu, [field, entered, menu = QPointer<QMenu>(&menu)] {
        if (!entered(field->text()))
            field->selectAll();
        else if (menu)
            menu->close();
    });
}

void RangeTab::Private::fillColumnMenu(QMenu &menu, int column)
{
    if (column >= 0) {
        const RangeColumn of = model->columns()[column];
        menu.addAction(tr("Sort forwards"), q, [this, of] { setSort(of, false); });
        menu.addAction(tr("Sort backwards"), q, [this, of] { setSort(of, true); });
        if (column > 0)
            menu.addAction(tr("Hide this column"), q,
                           [this, of] { table->setColumnShown(model->columnOf(of), false); });
        if (of.isJson())
            menu.addAction(tr("Remove this column"), q, [this, of] {
                model->removeColumn(model->columnOf(of));
                noteLater();
            });
        menu.addSeparator();
    }
    for (int i = 1; i < model->columns().size(); ++i) {
        QAction *action = menu.addAction(model->headerData(i, Qt::Horizontal, Qt::DisplayRole).toString());
        action->setCheckable(true);
        action->setChecked(table->isColumnShown(i));
        connect(action, &QAction::toggled, q, [this, i](bool shown) { table->setColumnShown(i, shown); });
    }
    menu.addSeparator();
    QMenu *suggested = menu.addMenu(tr("Members of these records"));
    for (const QByteArray &pointer : survey.suggestedColumns(SuggestedColumns)) {
        const RangeColumn member = RangeColumn::member(pointer);
        if (!pointer.isEmpty() && model->columnOf(member) < 0)
            suggested->addAction(KeyText::elided(pointer, LongestName), q,
                                 [this, member] { addAndShow(member); });
    }
    for (const MemberSurvey::Member &member : survey.members()) {
        const RangeColumn counted = RangeColumn::count(member.pointer);
        if (member.count(MemberSurvey::Type::Array) > 0 && !member.isInArray && !member.pointer.isEmpty()
            && model->columnOf(counted) < 0)
            //: %1 is the place of a JSON array
            suggested->addAction(tr("%1: how many").arg(KeyText::elided(member.pointer, LongestName)), q,
                                 [this, counted] { addAndShow(counted); });
    }
    suggested->setEnabled(!suggested->isEmpty());
    addField(menu, tr("JSON Pointer, e.g. /customer/name"), [this](const QString &text) {
        const std::optional<RangeColumn> wanted = RangeColumn::fromId(text.trimmed());
        if (!wanted || !wanted->isJson())
            return false;
        addAndShow(*wanted);
        return true;
    });
}

void RangeTab::Private::showColumnMenu(int column, const QPoint &position)
{
    auto *menu = new QMenu(q);
    menu->setObjectName(QStringLiteral("columnMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    fillColumnMenu(*menu, column);
    menu->popup(position);
}

void RangeTab::Private::applyLayout(const QList<RangeQuery::Column> &columns)
{
    applyingLayout = true;
    for (int i = int(model->columns().size()) - 1; i >= 0; --i) {
        const QString id = model->columns()[i].id();
        const bool wanted = std::any_of(columns.begin(), columns.end(),
                                        [&](const RangeQuery::Column &column) { return column.id == id; });
        if (!wanted)
            model->removeColumn(i);
    }
    int place = 0;
    for (const RangeQuery::Column &wanted : columns) {
        const std::optional<RangeColumn> of = RangeColumn::fromId(wanted.id);
        if (!of)
            continue;
        const int column = model->addColumn(*of);
        if (wanted.width > 0)
            table->setColumnWidth(column, wanted.width);
        table->setColumnShown(column, wanted.shown);
        if (column > 0)
            table->header()->moveSection(table->header()->visualIndex(column), ++place);
    }
    applyingLayout = false;
}

void RangeTab::Private::noteLater()
{
    if (!applyingLayout && hasRun)
        noteTimer.start();
}

void RangeTab::Private::fillSavedMenu()
{
    QMenu *menu = bar->savedMenu();
    menu->clear();
    const auto title = [](const QString &text) { return QString(text).replace(u'&', QStringLiteral("&&")); };
    for (const SavedRange &entry : queries.saved())
        menu->addAction(title(entry.name), q, [this, query = entry.query] { q->open(query); });
    menu->addSeparator();
    addField(*menu, tr("Save this range as"), [this](const QString &name) {
        if (name.trimmed().isEmpty())
            return false;
        if (!queries.save(name.trimmed(), q->query()))
            editBanner->show({Severity::Error,
                              tr("The query was not saved"),
                              queries.problem(),
                              {{tr("Close"), [this] { editBanner->clear(); }}}});
        return true;
    });
    if (!queries.saved().isEmpty()) {
        QMenu *gone = menu->addMenu(tr("Delete saved"));
        for (const SavedRange &entry : queries.saved())
            gone->addAction(title(entry.name), q, [this, name = entry.name] { queries.remove(name); });
    }
    if (!queries.recent().isEmpty()) {
        menu->addSection(tr("Recent"));
        for (const RangeQuery &query : queries.recent())
            menu->addAction(title(query.title()), q, [this, query] { q->open(query); });
    }
}

// --- rows

void RangeTab::Private::selectedChanged()
{
    const QModelIndex current = table->currentIndex();
    if (detail->isVisible())
        detail->showRow(current.row());
    selection->setSelected(table->selectedCount(), model->rowCount());
    RangeColumn column = model->columns().value(std::max(0, current.column()));
    const bool canBeAdded =
        column.isJson() || column.kind == RangeColumn::Kind::Value || column.kind == RangeColumn::Kind::Size;
    if (!canBeAdded)
        column = {RangeColumn::Kind::Size, {}};
    sum->start(table->selectedRows(), column);
    app.commands.refresh();
}

void RangeTab::Private::updateSum()
{
    const int column = model->columnOf(sum->column());
    const bool any = table->selectedCount() > 0 && column >= 0;
    selection->setSum(any ? model->headerData(column, Qt::Horizontal, Qt::DisplayRole).toString() : QString(),
                      any ? &sum->sum() : nullptr, sum->isRunning(), sum->unread());
}

KeySelection RangeTab::Private::selected() const
{
    KeySelection chosen;
    const QList<std::pair<int, int>> rows = table->selectedRows();
    const qint64 count = table->selectedCount();
    const bool byKey = model->orderState().isByKey;
    if (count > MostKeys && byKey) {
        for (const auto &[first, last] : rows) {
            KeyInterval part{model->keyAt(first), model->keyAt(last)};
            if (part.last < part.first)
                std::swap(part.first, part.last);
            chosen.intervals.append(part);
        }
        return chosen;
    }
    if (count > MostKeys)
        return chosen;
    for (const auto &[first, last] : rows) {
        for (int row = first; row <= last; ++row)
            chosen.keys.append(model->keyAt(row));
    }
    return chosen;
}

void RangeTab::Private::withSelection(void (KeyActions::*action)(const KeySelection &))
{
    if (actions == nullptr || table->selectedCount() == 0)
        return;
    const KeySelection chosen = selected();
    if (chosen.isEmpty()) {
        editBanner->show(
            {Severity::Warning,
             tr("Too many rows"),
             tr("At most %1 sorted or filtered rows can be chosen at once. More are possible by key, "
                "without a filter.")
                 .arg(number(MostKeys)),
             {{tr("Close"), [this] { editBanner->clear(); }}}});
        return;
    }
    (actions->*action)(chosen);
}

void RangeTab::Private::copy(bool asJson)
{
    const QList<std::pair<int, int>> rows = table->selectedRows();
    if (table->selectedCount() > RangeCopy::mostRows) {
        editBanner->show(
            {Severity::Warning,
             tr("Too many rows for the clipboard"),
             tr("At most %1 rows can be copied; export them instead.").arg(number(RangeCopy::mostRows)),
             {{tr("Close"), [this] { editBanner->clear(); }}}});
        return;
    }
    qint64 unread = 0;
    const QByteArray text = asJson ? RangeCopy::asJson(*model, rows, &unread)
                                   : RangeCopy::asTsv(*model, rows, table->shownColumns());
    QGuiApplication::clipboard()->setText(QString::fromUtf8(text));
    if (unread > 0)
        editBanner->show({Severity::Warning,
                          tr("Not all values were copied"),
                          tr("%1 values are not in memory; they were copied as null.").arg(number(unread)),
                          {{tr("Close"), [this] { editBanner->clear(); }}}});
}

void RangeTab::Private::openRecord(const QByteArray &key)
{
    if (actions)
        actions->openRecord(key, true);
    else
        emit q->openRequested(key);
}

/// Never from a value that is only presumed: such a one is read first.
void RangeTab::Private::beginEdit(const QModelIndex &index)
{
    if (!index.isValid() || !canWrite() || edit->isWriting())
        return;
    const RangeColumn &column = model->columns()[index.column()];
    const QByteArray key = model->keyAt(index.row());
    if (column.kind != RangeColumn::Kind::Value && column.kind != RangeColumn::Kind::Member) {
        openRecord(key);
        return;
    }
    const auto state = model->rowState(index.row());
    if (state == RangeModel::RowState::Gone)
        return;
    if (state == RangeModel::RowState::Read) {
        openField(key, index.column());
        return;
    }
    ReadOperation *read = session.read(key);
    connect(read, &ReadOperation::finished, q, [this, read, id = column.id()] {
        const std::optional<RangeColumn> of = RangeColumn::fromId(id);
        const int at = of ? model->columnOf(*of) : -1;
        if (read->error().isError())
            editBanner->show({Severity::Error,
                              tr("%1 could not be read").arg(KeyText::elided(read->key(), LongestName)),
                              read->error().text,
                              {{tr("Close"), [this] { editBanner->clear(); }}}});
        else if (at >= 0)
            openField(read->key(), at);
    });
}

void RangeTab::Private::openField(const QByteArray &key, int column)
{
    const int row = model->rowOf(key);
    const std::optional<Entry> entry = row < 0 ? std::nullopt : model->entryAt(row);
    if (!entry || !entry->hasValue)
        return;
    const QByteArray value = entry->value;
    const std::optional<QString> text = RangeEdit::textFor(value, model->columns()[column]);
    if (!text) {
        const bool isMember = model->columns()[column].kind == RangeColumn::Kind::Member;
        const RecordBanner::Answer open{tr("Open the record"), [this, key] {
                                            editBanner->clear();
                                            openRecord(key);
                                        }};
        editBanner->show({Severity::Info,
                          tr("This cell is edited in its record"),
                          isMember ? tr("The value has no such member, or it does not fit into one line.")
                                   : tr("The value does not fit into one line."),
                          {open, {tr("Close"), [this] { editBanner->clear(); }}}});
        return;
    }
    editBefore = value;
    editBanner->clear();
    table->editCell(model->index(row, column), *text);
}

void RangeTab::Private::commitEdit(const QByteArray &key, int column, const QString &text)
{
    RangeEdit::Trouble trouble = RangeEdit::Trouble::None;
    const std::optional<QByteArray> after =
        RangeEdit::changed(editBefore, model->columns()[column], text.toUtf8(), &trouble);
    if (!after) {
        table->showEditProblem(trouble == RangeEdit::Trouble::NotJson
                                   ? tr("This is no JSON value. Texts stand in quotes: \"paid\"")
                                   : tr("The value has no such member any more"));
        return;
    }
    if (after->isEmpty()) {
        table->showEditProblem(tr("An empty value cannot be stored; delete the record instead"));
        return;
    }
    if (*after == editBefore) {
        table->closeField();
        return;
    }
    if (session.profile().safety == SafetyLevel::Confirm) {
        const QString what = model->headerData(column, Qt::Horizontal, Qt::DisplayRole).toString();
        editBanner->show({Severity::Warning,
                          //: %1 is a column, %2 a key
                          tr("Write %1 of %2?").arg(what, KeyText::elided(key, LongestName)),
                          tr("The new value is %1.").arg(KeyText::elided(text.toUtf8(), LongestName)),
                          {{tr("Write"), [this, key, value = *after] { writeEdit(key, value, true); }},
                           {tr("Cancel"), [this] {
                                editBanner->clear();
                                table->closeField();
                            }}}});
        if (QPushButton *first = editBanner->button(0))
            first->setFocus();
        return;
    }
    writeEdit(key, *after, false);
}

void RangeTab::Private::writeEdit(const QByteArray &key, const QByteArray &after, bool confirmed)
{
    editBanner->clear();
    edit->write(key, editBefore, after, confirmed);
}

void RangeTab::Private::editEnded()
{
    const QString name = KeyText::elided(edit->key(), LongestName);
    const RecordBanner::Answer close{tr("Close"), [this] {
                                         editBanner->clear();
                                         table->closeField();
                                     }};
    switch (edit->trouble()) {
    case RangeEdit::Trouble::Changed:
        // The field keeps what was typed; the cell below shows what the store holds now.
        editBanner->show(
            {Severity::Warning,
             tr("%1 was changed by someone else").arg(name),
             tr("Nothing was written. Your text stays in the field; Enter writes it into the value as it "
                "is now."),
             {close}});
        if (const int row = model->rowOf(edit->key()); row >= 0) {
            if (const std::optional<Entry> entry = model->entryAt(row); entry && entry->hasValue)
                editBefore = entry->value;
        }
        break;
    case RangeEdit::Trouble::Refused:
        editBanner->show({Severity::Error,
                          tr("%1 was not written").arg(name),
                          tr("%1 Your text stays in the field.").arg(edit->errorText()),
                          {close}});
        break;
    case RangeEdit::Trouble::Unknown:
        editBanner->show(
            {Severity::Warning,
             tr("%1 may be written").arg(name),
             tr("The request left, then the line was lost. It is read again when the line is back."),
             {close}});
        table->closeField();
        break;
    default:
        editBanner->clear();
        table->closeField();
        break;
    }
}

// --- the tab

RangeTab::RangeTab(AppContext &app, Session &session, KeyActions *actions, const KeyInterval &interval,
                   QWidget *parent)
    : PageTab(parent)
    , d(std::make_unique<Private>(this, app, session, actions))
{
    d->build();
    d->connectAll();
    d->installCommands();
    RangeQuery query;
    query.interval = interval;
    open(query);
}

RangeTab::~RangeTab()
{
    if (d->scan) {
        d->scan->disconnect(this);
        d->scan->cancel();
    }
    if (d->noteTimer.isActive())
        d->queries.note(query());
    // What the parts say at their end nobody hears any more, and the table goes before its model.
    const QList<QObject *> parts = findChildren<QObject *>();
    for (QObject *part : parts)
        part->disconnect(this);
    delete d->table;
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

QString RangeTab::statusText() const
{
    //: in the status bar
    return tr("%1 rows").arg(number(d->model->rowCount()));
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
    return d->scan;
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
    const auto add = [&](int column) {
        query.columns.append({d->model->columns()[column].id(), d->table->columnWidth(column),
                              d->table->isColumnShown(column)});
    };
    add(0);
    const QHeaderView *header = d->table->header();
    for (int place = 0; place < header->count(); ++place) {
        if (const int column = header->logicalIndex(place); column > 0)
            add(column);
    }
    // The width of a hidden section is told as 0, which stands for "as it comes".
    return query;
}

void RangeTab::open(const RangeQuery &query)
{
    d->table->closeField();
    d->editBanner->clear();
    QList<RangeQuery::Column> columns = query.columns;
    if (columns.isEmpty()) {
        if (const std::optional<RangeQuery> before = d->queries.lastFor(query))
            columns = before->columns;
    }
    d->ownColumnsDue = columns.isEmpty();
    if (!columns.isEmpty())
        d->applyLayout(columns);
    d->bar->setQuery(query.interval, query.limit);
    d->bar->setConditionText(query.condition);
    {
        const QSignalBlocker blocker(d->table->filterRow());
        d->table->filterRow()->setTexts(query.filters);
    }
    d->hasRun = false;
    d->model->setSpec({});
    d->model->setRange(query.interval, query.limit);
    RangeOrderSpec spec;
    spec.sort = RangeColumn::fromId(query.sort);
    spec.descending = query.descending;
    d->model->setSpec(spec);
    d->applySpec();
    d->interest->setInterval(query.interval);
    emit titleChanged();
    run();
    d->noteLater();
}

void RangeTab::run()
{
    d->startScan();
}

void RangeTab::addColumn(const QByteArray &pointer)
{
    d->addAndShow(RangeColumn::member(pointer));
}

} // namespace Studio
