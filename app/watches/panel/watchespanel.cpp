// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "watches/panel/watchespanel.h"

#include "browser/elidedlabel.h"
#include "browser/emptystate.h"
#include "models/keytext.h"
#include "notices/noticecenter.h"
#include "session/session.h"
#include "shell/appcontext.h"
#include "shell/commandregistry.h"
#include "shell/look.h"
#include "shell/theme.h"
#include "shell/wording.h"
#include "watches/panel/patterndialog.h"
#include "watches/watchesmodel.h"

#include <QAction>
#include <QClipboard>
#include <QDateTime>
#include <QGuiApplication>
#include <QHeaderView>
#include <QKeyEvent>
#include <QMenu>
#include <QStackedLayout>
#include <QStyledItemDelegate>
#include <QTimer>
#include <QToolButton>
#include <QTreeView>
#include <QVBoxLayout>

namespace Studio
{

namespace
{

constexpr int SummaryMs = 10'000;

/// What views watch on their own is muted.
class WatchDelegate : public QStyledItemDelegate
{
public:
    WatchDelegate(Theme &theme, const WatchesModel &model, QObject *parent)
        : QStyledItemDelegate(parent)
        , m_theme(theme)
        , m_model(model)
    {
    }

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        return {QStyledItemDelegate::sizeHint(option, index).width(), m_theme.metric(24)};
    }

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override
    {
        QStyledItemDelegate::initStyleOption(option, index);
        const bool isChosen = m_model.watchAt(index.row()).has_value();
        if (index.column() == WatchesModel::PatternColumn) {
            option->font = m_theme.monospaceFont();
            option->textElideMode = Qt::ElideMiddle;
        }
        const bool isKind = index.column() == WatchesModel::KindColumn;
        const bool isRefused = m_model.refusalAt(index.row()).has_value();
        if (!isChosen || isKind) {
            const QColor color =
                m_theme.color(isRefused && isKind ? ColorRole::Removed : ColorRole::TextMuted);
            for (const QPalette::ColorGroup group : {QPalette::Active, QPalette::Inactive}) {
                option->palette.setColor(group, QPalette::Text, color);
                option->palette.setColor(group, QPalette::HighlightedText, color);
            }
        }
    }

private:
    Theme &m_theme;
    const WatchesModel &m_model;
};

} // namespace

struct WatchesPanel::Private {
    Private(WatchesPanel *panel, AppContext &context, Session &openSession, WatchList &watches)
        : q(panel)
        , app(context)
        , session(openSession)
        , list(watches)
    {
    }

    WatchesPanel *q;
    AppContext &app;
    Session &session;
    WatchList &list;
    WatchesModel *model = nullptr;
    QTreeView *view = nullptr;
    EmptyState *empty = nullptr;
    QStackedLayout *places = nullptr;
    ElidedLabel *summary = nullptr;
    QTimer clock;
    QList<std::pair<Watch, qsizetype>> removed; ///< with their places, the latest last

    bool hasOnlyToken() const { return session.profile().credential == CredentialKind::Token; }
    QString noticeId() const { return QStringLiteral("watches/%1/removed").arg(session.id()); }
    QToolButton *button(const char *command, QWidget *parent) const;
    QWidget *buildHead();
    void build();
    void installCommands();
    void edit(const std::optional<Watch> &old);
    void refresh();
    void showMenu(const QPoint &position);
};

QToolButton *WatchesPanel::Private::button(const char *command, QWidget *parent) const
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

QWidget *WatchesPanel::Private::buildHead()
{
    Theme &theme = app.theme;
    auto *head = new QWidget(q);
    auto *row = new QHBoxLayout(head);
    row->setContentsMargins(theme.metric(12), theme.metric(3), theme.metric(8), theme.metric(3));
    row->setSpacing(theme.metric(8));
    auto *title = new QLabel(tr("Watching"), head);
    title->setMinimumHeight(theme.metric(28));
    Look::text(title, theme, ColorRole::Text, -1, QFont::DemiBold);
    summary = new ElidedLabel(head);
    summary->setObjectName(QStringLiteral("summary"));
    Look::text(summary, theme, ColorRole::TextMuted, -1);
    row->addWidget(title);
    row->addWidget(summary, 1);
    for (const char *command :
         {"watches.add", "watches.edit", "watches.remove", hasOnlyToken() ? "token.probe" : "token.view"})
        row->addWidget(button(command, head));
    return head;
}

void WatchesPanel::Private::build()
{
    Theme &theme = app.theme;
    Look::fill(q, theme, ColorRole::Panel);
    model = new WatchesModel(list, session.mirror(), q);
    view = new QTreeView(q);
    view->setObjectName(QStringLiteral("watches"));
    view->setAccessibleName(tr("What is watched"));
    view->setModel(model);
    view->setItemDelegate(new WatchDelegate(theme, *model, view));
    view->setRootIsDecorated(false);
    view->setItemsExpandable(false);
    view->setUniformRowHeights(true);
    view->setAllColumnsShowFocus(true);
    view->setFrameShape(QFrame::NoFrame);
    view->setSelectionBehavior(QAbstractItemView::SelectRows);
    view->setContextMenuPolicy(Qt::CustomContextMenu);
    view->header()->setStretchLastSection(false);
    view->header()->setSectionResizeMode(WatchesModel::PatternColumn, QHeaderView::Stretch);
    for (const int column : {WatchesModel::KindColumn, WatchesModel::SecondColumn, WatchesModel::MinuteColumn,
                             WatchesModel::KeysColumn, WatchesModel::RecordColumn})
        view->header()->setSectionResizeMode(column, QHeaderView::ResizeToContents);
    Look::fill(view->viewport(), theme, ColorRole::Panel);
    empty = new EmptyState(theme, q);
    empty->setObjectName(QStringLiteral("empty"));
    auto *middle = new QWidget(q);
    places = new QStackedLayout(middle);
    places->addWidget(view);
    places->addWidget(empty);
    auto *column = new QVBoxLayout(q);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(buildHead());
    column->addWidget(middle, 1);
    q->setFocusProxy(view);

    connect(model, &QAbstractItemModel::rowsInserted, q, [this] { refresh(); });
    connect(model, &QAbstractItemModel::rowsRemoved, q, [this] { refresh(); });
    connect(model, &QAbstractItemModel::modelReset, q, [this] { refresh(); });
    connect(model, &QAbstractItemModel::dataChanged, q, [this] { app.commands.refresh(); });
    connect(view->selectionModel(), &QItemSelectionModel::currentChanged, q,
            [this] { app.commands.refresh(); });
    connect(view, &QTreeView::activated, q, [this](const QModelIndex &index) {
        if (index.column() != WatchesModel::RecordColumn)
            edit(q->current());
    });
    connect(view, &QWidget::customContextMenuRequested, q, [this](const QPoint &at) { showMenu(at); });
    connect(empty, &EmptyState::actionTriggered, q, [this] {
        if (hasOnlyToken())
            app.commands.trigger(QStringLiteral("token.probe"));
        else
            q->add();
    });
    connect(&session, &Session::statusChanged, q, [this] {
        model->setSubscribed(session.status().watchedPatterns);
        refresh();
    });
    connect(&session, &Session::refusedPatternsChanged, q, [this] {
        model->setRefused(session.refusedPatterns());
        refresh();
    });
    clock.setInterval(SummaryMs);
    connect(&clock, &QTimer::timeout, q, [this] { refresh(); });
    clock.start();
    connect(&list, &WatchList::changed, q, [this] { refresh(); });
}

void WatchesPanel::Private::installCommands()
{
    const auto on = [this](const char *id, std::function<void()> run, std::function<bool()> enabled = {},
                           std::function<bool()> checked = {}) {
        app.commands.handle(QString::fromLatin1(id), q,
                            {std::move(run), std::move(enabled), std::move(checked)});
    };
    const auto hasCurrent = [this] { return q->current().has_value(); };
    on(
        "watches.edit", [this] { edit(q->current()); }, hasCurrent);
    on(
        "watches.remove", [this] { q->remove(q->current()->pattern); }, hasCurrent);
    on(
        "keys.delete", [this] { q->remove(q->current()->pattern); }, hasCurrent);
    on(
        "watches.record",
        [this] {
            const std::optional<Watch> watch = q->current();
            list.setRecord(watch->pattern, !watch->record);
        },
        hasCurrent, [this] { return q->current() && q->current()->record; });
    on(
        "watches.copy",
        [this] {
            QGuiApplication::clipboard()->setText(
                QString::fromUtf8(model->patternAt(view->currentIndex().row()).toText()));
        },
        [this] { return view->currentIndex().isValid(); });
    on(
        "edit.undo", [this] { q->bringBack(); }, [this] { return q->canBringBack(); });
}

void WatchesPanel::Private::edit(const std::optional<Watch> &old)
{
    auto *dialog = new PatternDialog(app, session, list, old, q->window());
    connect(dialog, &PatternDialog::chosen, q, [this](const Watch &watch) { q->setCurrent(watch.pattern); });
    dialog->open();
}

void WatchesPanel::Private::refresh()
{
    const SessionStatus &status = session.status();
    QStringList parts;
    if (hasOnlyToken()) {
        parts.append(tr("the token fixes what is heard"));
    } else {
        if (!list.watches().isEmpty())
            parts.append(tr("%Ln pattern(s)", nullptr, int(list.watches().size())));
        if (const int refused = int(session.refusedPatterns().size()); refused > 0)
            parts.append(tr("%Ln refused by the server", nullptr, refused));
        const qint64 left = status.tokenExpiresAt - QDateTime::currentMSecsSinceEpoch();
        if (status.tokenExpiresAt > 0 && left > 0)
            parts.append(tr("token holds for %1, renewed by itself").arg(Wording::duration(left)));
        else if (status.line != LineState::Connected)
            parts.append(tr("not connected; changes apply when the line is back"));
        else if (!status.watching && !list.watches().isEmpty())
            parts.append(tr("a token is being made"));
    }
    summary->setText(parts.join(QStringLiteral(" · ")));
    if (model->rowCount() > 0) {
        places->setCurrentWidget(view);
    } else {
        if (hasOnlyToken())
            empty->show(
                tr("The token says what is heard"),
                tr("This profile has a token and no API key. What it hears and may do was fixed when the "
                   "token was made."),
                tr("What may it do…"));
        else
            empty->show(
                tr("Nothing is watched yet"),
                tr("What you watch is heard all the time, whatever is in sight: a key, a branch, or every "
                   "key that a pattern matches."),
                tr("Watch a pattern…"));
        places->setCurrentWidget(empty);
    }
    app.commands.refresh();
}

void WatchesPanel::Private::showMenu(const QPoint &position)
{
    if (const QModelIndex index = view->indexAt(position); index.isValid())
        view->setCurrentIndex(index);
    view->setFocus(); // the commands act where the keyboard is
    app.commands.refresh();
    auto *menu = new QMenu(q);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (const char *id :
         {"watches.add", "watches.edit", "watches.record", "watches.copy", "", "watches.remove"}) {
        if (*id == '\0')
            menu->addSeparator();
        else
            menu->addAction(app.commands.action(QString::fromLatin1(id)));
    }
    menu->popup(view->viewport()->mapToGlobal(position));
}

WatchesPanel::WatchesPanel(AppContext &app, Session &session, WatchList &list, QWidget *parent)
    : QWidget(parent)
    , d(std::make_unique<Private>(this, app, session, list))
{
    d->build();
    d->installCommands();
    d->model->setSubscribed(session.status().watchedPatterns);
    d->model->setRefused(session.refusedPatterns());
    d->refresh();
}

WatchesPanel::~WatchesPanel() = default;

WatchesModel &WatchesPanel::model() const
{
    return *d->model;
}

std::optional<Watch> WatchesPanel::current() const
{
    return d->model->watchAt(d->view->currentIndex().row());
}

void WatchesPanel::setCurrent(const WatchPattern &pattern)
{
    if (const int row = d->model->rowOf(pattern); row >= 0)
        d->view->setCurrentIndex(d->model->index(row, 0));
}

void WatchesPanel::add()
{
    d->edit({});
}

bool WatchesPanel::canBringBack() const
{
    return !d->removed.isEmpty();
}

void WatchesPanel::bringBack()
{
    if (d->removed.isEmpty())
        return;
    const auto [watch, place] = d->removed.takeLast();
    d->list.put(watch, place);
    setCurrent(watch.pattern);
    d->app.notices.clear(d->noticeId());
    d->app.commands.refresh();
}

void WatchesPanel::remove(const WatchPattern &pattern)
{
    const qsizetype place = d->list.indexOf(pattern);
    if (place < 0)
        return;
    d->removed.append({d->list.watches().at(place), place});
    d->list.remove(pattern);
    Notice notice;
    notice.id = d->noticeId();
    notice.context = QStringLiteral("session/") + d->session.id();
    notice.title = tr("%1 is not watched any more").arg(KeyText::elided(pattern.toText(), 60));
    notice.text = tr("What was recorded stays in the history.");
    notice.actionCommand = QStringLiteral("watches.undoRemove");
    notice.actionText = tr("Watch again");
    d->app.notices.clear(notice.id);
    d->app.notices.raise(notice);
}

} // namespace Studio
