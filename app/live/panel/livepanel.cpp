// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "live/panel/livepanel.h"

#include "browser/elidedlabel.h"
#include "browser/emptystate.h"
#include "live/livefeed.h"
#include "live/panel/ledgertext.h"
#include "live/panel/liveview.h"
#include "models/keytext.h"
#include "models/livemodel.h"
#include "session/session.h"
#include "shell/appcontext.h"
#include "shell/commandregistry.h"
#include "shell/look.h"
#include "shell/theme.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QLineEdit>
#include <QLocale>
#include <QMenu>
#include <QStackedLayout>
#include <QTimer>
#include <QToolButton>
#include <QVBoxLayout>

namespace Studio
{

namespace
{

constexpr int FilterMs = 150;

} // namespace

struct LivePanel::Private {
    Private(LivePanel *panel, AppContext &context_, Session &session_)
        : q(panel)
        , context(context_)
        , theme(context_.theme)
        , session(session_)
    {
    }

    LivePanel *q;
    AppContext &context;
    Theme &theme;
    Session &session;
    LiveModel *model = nullptr;
    LiveView *view = nullptr;
    ElidedLabel *patterns = nullptr;
    ElidedLabel *ledger = nullptr;
    QLineEdit *filter = nullptr;
    QToolButton *pause = nullptr;
    QToolButton *clearButton = nullptr;
    QStackedLayout *places = nullptr;
    EmptyState *empty = nullptr;
    QTimer filterTimer;

    QWidget *buildHead();
    void build();
    void connectAll();
    void installCommands();
    void updateStatus();
    void updateLedger();
    void updatePause();
    void updatePlace();
    void applyFilter();
    QByteArray currentKey() const;
    void showMenu(const QPoint &position);
};

QWidget *LivePanel::Private::buildHead()
{
    auto *head = new QWidget(q);
    auto *row = new QHBoxLayout(head);
    row->setContentsMargins(theme.metric(12), theme.metric(3), theme.metric(8), theme.metric(3));
    row->setSpacing(theme.metric(8));
    auto *title = new QLabel(tr("Live"), head);
    Look::text(title, theme, ColorRole::Text, -1, QFont::DemiBold);
    patterns = new ElidedLabel(head);
    patterns->setObjectName(QStringLiteral("patterns"));
    Look::text(patterns, theme, ColorRole::TextMuted, -1);
    ledger = new ElidedLabel(head);
    ledger->setObjectName(QStringLiteral("ledger"));
    ledger->setAlignment(Qt::AlignTrailing | Qt::AlignVCenter);
    Look::text(ledger, theme, ColorRole::TextMuted, -1);

    filter = new QLineEdit(head);
    filter->setObjectName(QStringLiteral("liveFilter"));
    filter->setPlaceholderText(tr("Filter changes"));
    filter->setAccessibleName(tr("Filter changes"));
    filter->setClearButtonEnabled(true);
    filter->setFixedWidth(theme.metric(200));
    pause = new QToolButton(head);
    pause->setObjectName(QStringLiteral("pause"));
    pause->setCheckable(true);
    pause->setAutoRaise(true);
    pause->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    Look::makeQuiet(pause);
    clearButton = new QToolButton(head);
    clearButton->setObjectName(QStringLiteral("clear"));
    clearButton->setAutoRaise(true);
    clearButton->setIcon(theme.icon(QStringLiteral("clear")));
    clearButton->setToolTip(tr("Empty the list"));
    clearButton->setAccessibleName(tr("Empty the list"));
    Look::makeQuiet(clearButton);

    row->addWidget(title);
    row->addWidget(patterns, 2);
    row->addWidget(ledger, 3);
    row->addWidget(filter);
    row->addWidget(pause);
    row->addWidget(clearButton);
    return head;
}

void LivePanel::Private::build()
{
    model = new LiveModel(&session.feed(), q);
    Look::fill(q, theme, ColorRole::Panel);
    auto *column = new QVBoxLayout(q);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(buildHead());
    view = new LiveView(theme, *model, q);
    view->setObjectName(QStringLiteral("changes"));
    view->setAccessibleName(tr("Changes, newest first"));
    Look::fill(view->viewport(), theme, ColorRole::Panel);
    empty = new EmptyState(theme, q);
    empty->setObjectName(QStringLiteral("empty"));
    auto *body = new QWidget(q);
    places = new QStackedLayout(body);
    places->addWidget(view);
    places->addWidget(empty);
    column->addWidget(body, 1);
    q->setFocusProxy(view);
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
    connect(clearButton, &QToolButton::clicked, q, &LivePanel::clear);
    connect(view, &LiveView::pauseRequested, q, &LivePanel::togglePaused);
    connect(view, &LiveView::openRequested, q, [this](const QModelIndex &index) {
        if (const QByteArray key = index.data(LiveModel::KeyRole).toByteArray(); !key.isEmpty())
            emit q->openRequested(key);
    });
    connect(view, &QWidget::customContextMenuRequested, q, [this](const QPoint &at) { showMenu(at); });
    connect(view->selectionModel(), &QItemSelectionModel::currentChanged, q,
            [this] { context.commands.refresh(); });
    connect(filter, &QLineEdit::textChanged, &filterTimer, qOverload<>(&QTimer::start));
    connect(&filterTimer, &QTimer::timeout, q, [this] { applyFilter(); });
    connect(filter, &QLineEdit::returnPressed, q, [this] {
        applyFilter();
        view->setFocus();
    });
    filter->installEventFilter(q);
    connect(empty, &EmptyState::actionTriggered, q, [this] { q->setFilterText({}); });
}

void LivePanel::Private::installCommands()
{
    CommandRegistry &commands = context.commands;
    commands.handle(QStringLiteral("live.pause"), q,
                    {[this] { q->togglePaused(); }, {}, [this] { return model->isPaused(); }});
    commands.handle(
        QStringLiteral("live.clear"), q,
        {[this] { q->clear(); }, [this] { return model->ledger().received > model->ledger().cleared; }, {}});
    commands.handle(QStringLiteral("live.filter"), q, {[this] { q->focusFilter(); }, {}, {}});
    commands.handle(
        QStringLiteral("live.openRecord"), q,
        {[this] { emit q->openRequested(currentKey()); }, [this] { return !currentKey().isEmpty(); }, {}});
    commands.handle(QStringLiteral("live.copyRow"), q,
                    {[this] {
                         if (const SharedLiveEntry entry = model->entryAt(view->currentIndex().row()))
                             QGuiApplication::clipboard()->setText(liveEntryText(*entry));
                     },
                     [this] { return view->currentIndex().isValid(); },
                     {}});
}

QByteArray LivePanel::Private::currentKey() const
{
    return view->currentIndex().data(LiveModel::KeyRole).toByteArray();
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
    updatePlace();
}

void LivePanel::Private::updateLedger()
{
    const LiveLedger sum = model->ledger();
    ledger->setText(ledgerText(sum, session.status().downSince));
    ledger->setToolTip(ledgerExplanation(sum));
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
    if (model->rowCount() > 0) {
        places->setCurrentWidget(view);
        return;
    }
    if (!model->filterText().isEmpty() && model->ledger().filtered > 0) {
        empty->show(tr("No match"), tr("No change contains “%1”.").arg(model->filterText()),
                    tr("Clear the filter"));
    } else if (session.status().line != LineState::Connected) {
        empty->show(tr("No connection"), tr("Changes appear here as soon as it is there."));
    } else if (session.status().watchedPatterns.isEmpty()) {
        empty->show(tr("Nothing is watched yet"),
                    tr("Branches that are in sight in the tree and records that are open are watched."));
    } else {
        empty->show(tr("No changes yet"), tr("Each change to what is watched appears here as it happens."));
    }
    places->setCurrentWidget(empty);
}

void LivePanel::Private::applyFilter()
{
    filterTimer.stop();
    if (model->filterText() != filter->text())
        model->setFilterText(filter->text());
    updateLedger();
    updatePlace();
}

void LivePanel::Private::showMenu(const QPoint &position)
{
    if (const QModelIndex index = view->indexAt(position); index.isValid())
        view->setCurrentIndex(index);
    context.commands.refresh();
    auto *menu = new QMenu(q);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const auto add = [this, menu](const char *id) {
        if (QAction *action = context.commands.action(QString::fromLatin1(id)))
            menu->addAction(action);
    };
    add("live.openRecord");
    add("live.copyRow");
    menu->addSeparator();
    add("live.pause");
    add("live.filter");
    add("live.clear");
    menu->popup(view->viewport()->mapToGlobal(position));
}

LivePanel::LivePanel(AppContext &context, Session &session, QWidget *parent)
    : QWidget(parent)
    , d(std::make_unique<Private>(this, context, session))
{
    d->build();
    d->connectAll();
    d->installCommands();
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

void LivePanel::setPaused(bool paused)
{
    d->model->setPaused(paused);
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

bool LivePanel::eventFilter(QObject *watched, QEvent *event)
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
