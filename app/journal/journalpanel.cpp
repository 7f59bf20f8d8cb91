// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "journal/journalpanel.h"

#include "browser/agetext.h"
#include "browser/elidedlabel.h"
#include "browser/emptystate.h"
#include "journal/journalactions.h"
#include "journal/journaldetails.h"
#include "journal/journalview.h"
#include "models/journalmodel.h"
#include "models/journaltext.h"
#include "models/keytext.h"
#include "notices/noticecenter.h"
#include "session/journal.h"
#include "session/journalexport.h"
#include "session/session.h"
#include "shell/appcontext.h"
#include "shell/commandregistry.h"
#include "shell/look.h"
#include "shell/question.h"
#include "shell/theme.h"

#include <QAction>
#include <QClipboard>
#include <QComboBox>
#include <QFileDialog>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QLineEdit>
#include <QLocale>
#include <QMenu>
#include <QMetaMethod>
#include <QPointer>
#include <QSplitter>
#include <QStackedLayout>
#include <QTimer>
#include <QToolButton>
#include <QVBoxLayout>

namespace Studio
{

namespace
{

constexpr int FilterMs = 200;

} // namespace

struct JournalPanel::Private {
    Private(JournalPanel *panel, AppContext &context, Session &openSession, JournalActions &journalActions)
        : q(panel)
        , app(context)
        , session(openSession)
        , actions(journalActions)
    {
    }

    JournalPanel *q;
    AppContext &app;
    Session &session;
    JournalActions &actions;
    JournalModel *model = nullptr;
    JournalView *view = nullptr;
    JournalDetails *details = nullptr;
    QStackedLayout *places = nullptr;
    QWidget *body = nullptr;
    EmptyState *empty = nullptr;
    ElidedLabel *summary = nullptr;
    QLineEdit *filter = nullptr;
    QComboBox *kinds = nullptr;
    QComboBox *ends = nullptr;
    QTimer filterTimer;
    qint64 shown = 0; ///< the row whose values are, or will be, in the details

    Journal &journal() const { return session.journal(); }
    const JournalLine *line() const { return model->lineAt(view->currentIndex().row()); }
    /// The row as the details have it: nothing while its values are on their way.
    std::optional<JournalEntry> entry() const
    {
        const auto &there = details->entry();
        return there && line() && there->row == line()->row ? there : std::optional<JournalEntry>();
    }

    QWidget *buildHead();
    QToolButton *button(const char *command, QWidget *parent);
    void build();
    void connectAll();
    void installCommands();
    void applyFilter();
    void refresh();
    void refreshDetails();
    void compare();
    void askExport();
    void askClear();
    void showMenu(const QPoint &position);
};

QToolButton *JournalPanel::Private::button(const char *command, QWidget *parent)
{
    auto *made = new QToolButton(parent);
    made->setObjectName(QString::fromLatin1(command));
    made->setDefaultAction(app.commands.action(QString::fromLatin1(command)));
    made->setAutoRaise(true);
    made->setToolButtonStyle(Qt::ToolButtonIconOnly);
    made->setAccessibleName(made->defaultAction()->text());
    made->setFocusPolicy(Qt::TabFocus);
    Look::makeQuiet(made);
    return made;
}

QWidget *JournalPanel::Private::buildHead()
{
    Theme &theme = app.theme;
    auto *head = new QWidget(q);
    auto *row = new QHBoxLayout(head);
    row->setContentsMargins(theme.metric(12), theme.metric(3), theme.metric(8), theme.metric(3));
    row->setSpacing(theme.metric(8));
    auto *title = new QLabel(tr("Journal"), head);
    title->setMinimumHeight(theme.metric(28));
    Look::text(title, theme, ColorRole::Text, -1, QFont::DemiBold);
    summary = new ElidedLabel(head);
    summary->setObjectName(QStringLiteral("summary"));
    Look::text(summary, theme, ColorRole::TextMuted, -1);

    kinds = new QComboBox(head);
    kinds->setObjectName(QStringLiteral("kinds"));
    kinds->setAccessibleName(tr("Kind of write"));
    kinds->addItem(tr("All kinds"));
    const auto addKind = [this](const QString &text, WriteKind kind) { kinds->addItem(text, int(kind)); };
    addKind(tr("Set"), WriteKind::Replace);
    addKind(tr("Patch"), WriteKind::Patch);
    addKind(tr("Append"), WriteKind::Append);
    addKind(tr("Increment"), WriteKind::Increment);
    addKind(tr("Delete"), WriteKind::Delete);
    kinds->addItem(tr("Jobs"), -1);
    ends = new QComboBox(head);
    ends->setObjectName(QStringLiteral("ends"));
    ends->setAccessibleName(tr("How it ended"));
    ends->addItem(tr("All ends"));
    const auto addEnd = [this](const QString &text, JournalState state) { ends->addItem(text, int(state)); };
    addEnd(tr("Done"), JournalState::Done);
    addEnd(tr("Failed"), JournalState::Failed);
    addEnd(tr("Unknown"), JournalState::Unknown);
    addEnd(tr("Still open"), JournalState::Open);
    filter = new QLineEdit(head);
    filter->setObjectName(QStringLiteral("journalFilter"));
    filter->setPlaceholderText(tr("Search keys and values"));
    filter->setAccessibleName(tr("Search keys and values"));
    filter->setClearButtonEnabled(true);
    filter->setFixedWidth(theme.metric(200));

    row->addWidget(title);
    row->addWidget(summary, 1);
    row->addWidget(kinds);
    row->addWidget(ends);
    row->addWidget(filter);
    for (const char *command : {"journal.undo", "journal.redo", "journal.export", "journal.clear"})
        row->addWidget(button(command, head));
    return head;
}

void JournalPanel::Private::build()
{
    Theme &theme = app.theme;
    Look::fill(q, theme, ColorRole::Panel);
    model = new JournalModel(journal(), q);
    view = new JournalView(theme, *model, q);
    view->setObjectName(QStringLiteral("writes"));
    view->setAccessibleName(tr("Writes, the newest first"));
    Look::fill(view->viewport(), theme, ColorRole::Panel);
    details = new JournalDetails(app, q);
    details->setObjectName(QStringLiteral("details"));
    empty = new EmptyState(theme, q);
    empty->setObjectName(QStringLiteral("empty"));

    auto *splitter = new QSplitter(Qt::Horizontal, q);
    splitter->setChildrenCollapsible(false);
    splitter->setHandleWidth(1);
    splitter->addWidget(view);
    splitter->addWidget(details);
    splitter->setStretchFactor(0, 3);
    splitter->setStretchFactor(1, 2);
    body = splitter;
    auto *middle = new QWidget(q);
    places = new QStackedLayout(middle);
    places->addWidget(splitter);
    places->addWidget(empty);

    auto *column = new QVBoxLayout(q);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(buildHead());
    column->addWidget(middle, 1);
    q->setFocusProxy(view);
    filterTimer.setSingleShot(true);
    filterTimer.setInterval(FilterMs);
}

void JournalPanel::Private::connectAll()
{
    connect(model, &QAbstractItemModel::rowsInserted, q, [this] { refresh(); });
    connect(model, &QAbstractItemModel::rowsRemoved, q, [this] { refresh(); });
    connect(model, &QAbstractItemModel::modelReset, q, [this] { refresh(); });
    connect(model, &QAbstractItemModel::dataChanged, q,
            [this](const QModelIndex &from, const QModelIndex &to) {
                const int current = view->currentIndex().row();
                if (current >= from.row() && current <= to.row())
                    shown = 0; // it looks otherwise now
                refresh();
            });
    connect(model, &JournalModel::readingChanged, q, [this] { refresh(); });
    connect(view->selectionModel(), &QItemSelectionModel::currentChanged, q, [this] { refreshDetails(); });
    connect(view, &JournalView::openRequested, q,
            [this] { app.commands.trigger(QStringLiteral("journal.openRecord")); });
    connect(view, &QWidget::customContextMenuRequested, q, [this](const QPoint &at) { showMenu(at); });
    connect(&filterTimer, &QTimer::timeout, q, [this] { applyFilter(); });
    connect(filter, &QLineEdit::textChanged, &filterTimer, qOverload<>(&QTimer::start));
    connect(filter, &QLineEdit::returnPressed, q, [this] {
        applyFilter();
        view->setFocus();
    });
    filter->installEventFilter(q);
    for (QComboBox *box : {kinds, ends})
        connect(box, &QComboBox::currentIndexChanged, q, [this] { applyFilter(); });
    connect(empty, &EmptyState::actionTriggered, q, [this] {
        kinds->setCurrentIndex(0);
        ends->setCurrentIndex(0);
        q->setFilterText({});
    });
}

void JournalPanel::Private::installCommands()
{
    const auto on = [this](const char *id, std::function<void()> run, std::function<bool()> enabled = {}) {
        app.commands.handle(QString::fromLatin1(id), q, {std::move(run), std::move(enabled), {}});
    };
    on(
        "journal.undoRow", [this] { actions.undo(line()->row); },
        [this] { return actions.canWrite() && line() && line()->obstacle == UndoObstacle::None; });
    on(
        "journal.redoRow", [this] { actions.redo(line()->row); },
        [this] { return actions.canWrite() && line() && line()->undoneBy != 0 && line()->job.isEmpty(); });
    on(
        "journal.compare", [this] { compare(); },
        [this] {
            return entry() && entry()->job.isEmpty()
                && q->isSignalConnected(QMetaMethod::fromSignal(&JournalPanel::compareRequested));
        });
    on(
        "journal.openRecord", [this] { emit q->openRequested(line()->shown.key); },
        [this] { return line() && line()->job.isEmpty(); });
    on(
        "journal.copyRow",
        [this] {
            if (const auto copied = entry())
                QGuiApplication::clipboard()->setText(
                    QString::fromUtf8(JournalExport::jsonLine(*copied)).trimmed());
        },
        [this] { return entry().has_value(); });
    on("journal.filter", [this] {
        filter->setFocus(Qt::ShortcutFocusReason);
        filter->selectAll();
    });
    on(
        "journal.export", [this] { askExport(); }, [this] { return model->rowCount() > 0; });
    on(
        "journal.clear", [this] { askClear(); },
        [this] { return model->rowCount() > 0 || !model->query().isEmpty(); });
    on("edit.find", [this] { app.commands.trigger(QStringLiteral("journal.filter")); });
}

void JournalPanel::Private::applyFilter()
{
    filterTimer.stop();
    JournalQuery query;
    query.text = filter->text();
    if (const QVariant kind = kinds->currentData(); kind.isValid()) {
        const bool isJobs = kind.toInt() < 0;
        query.what = isJobs ? JournalQuery::What::Jobs : JournalQuery::What::SingleWrites;
        if (!isJobs)
            query.kind = WriteKind(kind.toInt());
    }
    if (const QVariant state = ends->currentData(); state.isValid())
        query.state = JournalState(state.toInt());
    model->setQuery(query);
}

void JournalPanel::Private::refresh()
{
    const bool hasRows = model->rowCount() > 0;
    if (hasRows || model->isReading()) {
        places->setCurrentWidget(body);
    } else {
        if (model->query().isEmpty())
            empty->show(
                tr("Nothing was written yet"),
                tr("Every write of this profile stands here, with the value before and after, and can "
                   "be undone."));
        else
            empty->show(tr("No match"), tr("No write in the journal is like that."), tr("Show all"));
        places->setCurrentWidget(empty);
    }
    if (hasRows && !view->currentIndex().isValid())
        view->setCurrentIndex(model->index(0, 0));
    const JournalLimits limits = journal().limits();
    const QString kept =
        tr("keeps %1 writes or %2 MB")
            .arg(QLocale().toString(limits.rows), QLocale().toString(limits.bytes / (1024 * 1024)));
    summary->setText(journal().isInMemory() ? tr("in memory only · %1").arg(kept) : kept);
    summary->setToolTip(
        journal().isInMemory()
            ? tr("It is gone when the profile is closed. Beyond this size the oldest writes go.")
            : tr("Beyond this size the oldest writes go; see Settings, Kept on disk."));
    refreshDetails();
}

void JournalPanel::Private::refreshDetails()
{
    app.commands.refresh();
    const qint64 row = q->currentRow();
    if (row == shown)
        return;
    shown = row;
    if (row == 0) {
        details->show({});
        return;
    }
    journal().entry(row, [guard = QPointer(q), this, row](const std::optional<JournalEntry> &entry) {
        if (!guard || shown != row)
            return;
        details->show(entry);
        app.commands.refresh();
    });
}

void JournalPanel::Private::compare()
{
    const std::optional<JournalEntry> chosen = entry();
    if (!chosen)
        return;
    Comparison comparison;
    comparison.key = chosen->key;
    comparison.leftTitle = tr("Before, %1").arg(exactTimeText(chosen->at));
    comparison.left = chosen->before;
    comparison.rightTitle = tr("After (%1)").arg(JournalText::kind(lineOf(*chosen)));
    comparison.right = chosen->kind == WriteKind::Replace ? std::optional(chosen->value) : chosen->after;
    emit q->compareRequested(comparison);
}

void JournalPanel::Private::askExport()
{
    auto *dialog = new QFileDialog(q->window(), tr("Export the journal"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilters({tr("JSON Lines (*.jsonl)"), tr("CSV (*.csv)")});
    dialog->setDefaultSuffix(QStringLiteral("jsonl"));
    connect(dialog, &QFileDialog::filterSelected, dialog, [dialog](const QString &chosen) {
        dialog->setDefaultSuffix(chosen.contains(QStringLiteral("*.csv")) ? QStringLiteral("csv")
                                                                          : QStringLiteral("jsonl"));
    });
    dialog->selectFile(tr("journal.jsonl", "suggested file name"));
    connect(dialog, &QFileDialog::fileSelected, q, &JournalPanel::exportTo);
    dialog->open();
}

void JournalPanel::Private::askClear()
{
    askQuestion(
        q->window(), tr("Clear the journal of %1?").arg(session.profile().name),
        tr("Every row goes, with the values before and after, from the disk too. Writes can no longer "
           "be undone from here. What is in the store stays as it is."),
        {{tr("Clear the journal"), [this] { journal().clear(); }, true, false}});
}

void JournalPanel::Private::showMenu(const QPoint &position)
{
    if (const QModelIndex index = view->indexAt(position); index.isValid())
        view->setCurrentIndex(index);
    view->setFocus(); // the commands act where the keyboard is
    app.commands.refresh();
    auto *menu = new QMenu(q);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setToolTipsVisible(true);
    for (const char *id : {"journal.undoRow", "journal.redoRow", "", "journal.compare", "journal.openRecord",
                           "journal.copyRow", "", "journal.filter", "journal.export", "", "journal.clear"}) {
        if (*id == '\0')
            menu->addSeparator();
        else
            menu->addAction(app.commands.action(QString::fromLatin1(id)));
    }
    menu->popup(view->viewport()->mapToGlobal(position));
}

JournalPanel::JournalPanel(AppContext &app, Session &session, JournalActions &actions, QWidget *parent)
    : QWidget(parent)
    , d(std::make_unique<Private>(this, app, session, actions))
{
    d->build();
    d->connectAll();
    d->installCommands();
    d->refresh();
}

JournalPanel::~JournalPanel() = default;

JournalModel &JournalPanel::model() const
{
    return *d->model;
}

qint64 JournalPanel::currentRow() const
{
    return d->model->journalRowAt(d->view->currentIndex().row());
}

void JournalPanel::setCurrentRow(qint64 row)
{
    if (const int at = d->model->rowOf(row); at >= 0)
        d->view->setCurrentIndex(d->model->index(at, 0));
}

void JournalPanel::setFilterText(const QString &text)
{
    d->filter->setText(text);
    d->applyFilter();
}

void JournalPanel::exportTo(const QString &file)
{
    const bool isCsv = file.endsWith(QStringLiteral(".csv"), Qt::CaseInsensitive);
    auto *work =
        new JournalExport(d->journal(), d->model->query(), file,
                          isCsv ? JournalExport::Format::Csv : JournalExport::Format::JsonLines, this);
    connect(work, &JournalExport::finished, this, [this, file](qint64 rows, const QString &problem) {
        Notice notice;
        notice.id = QStringLiteral("journal/%1/export").arg(d->session.id());
        notice.context = QStringLiteral("session/") + d->session.id();
        notice.severity = problem.isEmpty() ? Severity::Good : Severity::Error;
        notice.title =
            problem.isEmpty() ? tr("The journal was exported") : tr("The journal was not exported");
        notice.text = problem.isEmpty() ? tr("%Ln row(s) in %1", nullptr, int(rows)).arg(file) : problem;
        d->app.notices.clear(notice.id);
        d->app.notices.raise(notice);
    });
    work->start();
}

bool JournalPanel::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == d->filter && event->type() == QEvent::KeyPress
        && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape) {
        setFilterText({});
        d->view->setFocus();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace Studio
