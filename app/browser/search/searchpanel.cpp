// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "browser/search/searchpanel.h"

#include "browser/elidedlabel.h"
#include "browser/emptystate.h"
#include "browser/search/searchview.h"
#include "models/keytext.h"
#include "models/searchmodel.h"
#include "profiles/dialog/segmentedchoice.h"
#include "session/search/valuesearch.h"
#include "session/session.h"
#include "shell/appcontext.h"
#include "shell/commandregistry.h"
#include "shell/look.h"
#include "shell/theme.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QStackedLayout>
#include <QToolButton>
#include <QVBoxLayout>

namespace Studio
{

namespace
{

using State = ValueSearch::State;

/// "user:*" for a branch, "a … b" for an interval, the key for one key; the rest as a number.
QString scopeText(const KeySelection &scope)
{
    if (scope.isEmpty())
        return SearchPanel::tr("everything");
    if (scope.isOneKey())
        return KeyText::display(scope.keys.first());
    if (scope.keys.isEmpty() && scope.intervals.size() == 1) {
        const KeyInterval &interval = scope.intervals.first();
        if (interval == KeyInterval::ofPrefix({}))
            return SearchPanel::tr("everything");
        if (interval == KeyInterval::ofPrefix(interval.first))
            return KeyText::display(interval.first) + u'*';
        return SearchPanel::tr("%1 to %2")
            .arg(KeyText::display(interval.first), KeyText::display(interval.last));
    }
    return SearchPanel::tr("%n chosen part(s)", nullptr, int(scope.keys.size() + scope.intervals.size()));
}

} // namespace

struct SearchPanel::Private {
    Private(SearchPanel *panel, AppContext &context_, Session &session_)
        : q(panel)
        , context(context_)
        , theme(context_.theme)
        , session(session_)
        , search(session_)
    {
    }

    SearchPanel *q;
    AppContext &context;
    Theme &theme;
    Session &session;
    ValueSearch search;
    KeySelection scope;
    SearchModel *model = nullptr;
    SearchView *view = nullptr;
    SegmentedChoice *kind = nullptr;
    QLineEdit *text = nullptr;
    QToolButton *exact = nullptr;
    QPushButton *go = nullptr;
    ElidedLabel *where = nullptr;
    QToolButton *everywhere = nullptr;
    ElidedLabel *status = nullptr;
    QStackedLayout *places = nullptr;
    EmptyState *empty = nullptr;

    QWidget *buildQuery();
    QWidget *buildStatus();
    void build();
    void connectAll();
    void refreshScope();
    void refreshKind();
    void refresh();
    QString progressText() const;
    QString problemText() const;
    void showPlace();
    void pressed();
    bool isAsked() const;
};

QWidget *SearchPanel::Private::buildQuery()
{
    auto *head = new QWidget(q);
    auto *row = new QHBoxLayout(head);
    row->setContentsMargins(theme.metric(12), theme.metric(3), theme.metric(8), theme.metric(3));
    row->setSpacing(theme.metric(8));
    auto *title = new QLabel(tr("Search"), head);
    Look::text(title, theme, ColorRole::Text, -1, QFont::DemiBold);

    kind = new SegmentedChoice(theme, head);
    kind->setObjectName(QStringLiteral("searchKind"));
    kind->setAccessibleName(tr("What is looked for"));
    kind->addChoice(int(ValueQuery::Kind::Text), tr("Text"), tr("A text as it stands in the value"));
    kind->addChoice(int(ValueQuery::Kind::RegularExpression), tr("Expression"), tr("A regular expression"));
    kind->addChoice(int(ValueQuery::Kind::Condition), tr("Condition"),
                    tr("A condition on JSON members, such as /price > 100"));

    text = new QLineEdit(head);
    text->setObjectName(QStringLiteral("searchText"));
    text->setAccessibleName(tr("Search in values"));
    text->setClearButtonEnabled(true);
    exact = new QToolButton(head);
    exact->setObjectName(QStringLiteral("searchExact"));
    exact->setCheckable(true);
    exact->setAutoRaise(true);
    exact->setText(QStringLiteral("Aa"));
    exact->setToolTip(tr("Match case"));
    exact->setAccessibleName(tr("Match case"));
    Look::makeQuiet(exact);

    auto *in = new QLabel(tr("in"), head);
    Look::text(in, theme, ColorRole::TextMuted, -1);
    where = new ElidedLabel(head, Qt::ElideMiddle);
    where->setObjectName(QStringLiteral("searchScope"));
    where->setMaximumWidth(theme.metric(260));
    Look::monospace(where, theme, -1);
    everywhere = new QToolButton(head);
    everywhere->setObjectName(QStringLiteral("searchEverywhere"));
    everywhere->setAutoRaise(true);
    everywhere->setIcon(theme.icon(QStringLiteral("close")));
    everywhere->setToolTip(tr("Search everything"));
    everywhere->setAccessibleName(tr("Search everything"));
    Look::makeQuiet(everywhere);
    go = new QPushButton(head);
    go->setObjectName(QStringLiteral("searchGo"));

    row->addWidget(title);
    row->addWidget(kind);
    row->addWidget(text, 1);
    row->addWidget(exact);
    row->addWidget(in);
    row->addWidget(where);
    row->addWidget(everywhere);
    row->addWidget(go);
    return head;
}

QWidget *SearchPanel::Private::buildStatus()
{
    auto *line = new QWidget(q);
    auto *row = new QHBoxLayout(line);
    row->setContentsMargins(theme.metric(12), 0, theme.metric(12), theme.metric(4));
    status = new ElidedLabel(line);
    status->setObjectName(QStringLiteral("searchStatus"));
    Look::text(status, theme, ColorRole::TextMuted, -1);
    row->addWidget(status, 1);
    return line;
}

void SearchPanel::Private::build()
{
    model = new SearchModel(search, q);
    Look::fill(q, theme, ColorRole::Panel);
    auto *column = new QVBoxLayout(q);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(buildQuery());
    column->addWidget(buildStatus());
    view = new SearchView(theme, *model, q);
    view->setObjectName(QStringLiteral("hits"));
    view->setAccessibleName(tr("Hits"));
    Look::fill(view->viewport(), theme, ColorRole::Panel);
    empty = new EmptyState(theme, q);
    empty->setObjectName(QStringLiteral("empty"));
    auto *body = new QWidget(q);
    places = new QStackedLayout(body);
    places->addWidget(view);
    places->addWidget(empty);
    column->addWidget(body, 1);
    q->setFocusProxy(text);
    QWidget::setTabOrder(text, kind);
}

void SearchPanel::Private::connectAll()
{
    connect(&search, &ValueSearch::changed, q, [this] { refresh(); });
    for (auto signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(model, signal, q, [this] { showPlace(); });
    connect(model, &QAbstractItemModel::modelReset, q, [this] { showPlace(); });
    connect(kind, &SegmentedChoice::valueChanged, q, [this] {
        refreshKind();
        refresh();
    });
    connect(text, &QLineEdit::textChanged, q, [this] { refresh(); });
    connect(text, &QLineEdit::returnPressed, q, [this] { q->start(); });
    connect(exact, &QToolButton::toggled, q, [this] { refresh(); });
    connect(go, &QPushButton::clicked, q, [this] { pressed(); });
    connect(everywhere, &QToolButton::clicked, q, [this] { q->setScope({}); });
    connect(view, &SearchView::chosen, q, &SearchPanel::openRequested);
    connect(view, &SearchView::menuRequested, q, &SearchPanel::menuRequested);
    connect(view->selectionModel(), &QItemSelectionModel::selectionChanged, &context.commands,
            &CommandRegistry::refresh);
    connect(empty, &EmptyState::actionTriggered, q, [this] {
        q->setScope({});
        q->start();
    });
    connect(&theme, &Theme::changed, q, [this] { where->setMaximumWidth(theme.metric(260)); });
    text->installEventFilter(q);
    view->installEventFilter(q);
}

/// Whether the field asks for something else than what was searched last.
bool SearchPanel::Private::isAsked() const
{
    const ValueQuery &last = search.query();
    return search.state() != State::Idle && last.text() == text->text() && int(last.kind()) == kind->value()
        && last.isCaseSensitive() == exact->isChecked()
        && search.scope() == (scope.isEmpty() ? KeySelection::ofPrefix({}) : scope);
}

void SearchPanel::Private::pressed()
{
    if (isAsked() && search.isBusy())
        search.stop();
    else if (isAsked() && search.state() == State::Stopped && search.hitCount() < ValueSearch::MostHits)
        search.resume();
    else
        q->start();
}

void SearchPanel::Private::refreshScope()
{
    const QString shown = scopeText(scope);
    where->setText(shown);
    where->setAccessibleDescription(tr("Searched: %1").arg(shown));
    everywhere->setVisible(!scope.isEmpty());
}

void SearchPanel::Private::refreshKind()
{
    const auto chosen = ValueQuery::Kind(kind->value());
    exact->setEnabled(chosen != ValueQuery::Kind::Condition);
    text->setPlaceholderText(chosen == ValueQuery::Kind::Text ? tr("Text in values")
                             : chosen == ValueQuery::Kind::RegularExpression
                                 ? tr("Regular expression, such as \"id\":\\s*\\d{5}")
                                 : tr("Condition, such as /price > 100 and not /sold"));
}

QString SearchPanel::Private::progressText() const
{
    const QLocale locale;
    const QString hits = tr("%n hit(s)", nullptr, search.hitCount());
    const QString in = tr("%1 values searched").arg(locale.toString(search.searched()));
    QStringList parts{hits, in};
    if (search.state() == State::Reading) {
        if (search.waitsForLine())
            parts.append(tr("waiting for the connection"));
        else if (search.waitsForRate())
            parts.append(tr("the server asked to slow down"));
        else if (search.recordsPerSecond() > 0)
            parts.append(tr("%1 records/s").arg(locale.toString(search.recordsPerSecond(), 'f', 0)));
        if (const QByteArray reached = search.reached(); !reached.isEmpty())
            parts.append(tr("reading behind %1").arg(KeyText::elided(reached, 40)));
    } else if (search.state() == State::Stopped) {
        parts.append(search.hitCount() >= ValueSearch::MostHits
                         ? tr("more are not kept: ask for less, or search a part")
                         : tr("stopped"));
    } else if (search.state() == State::Finished) {
        parts.append(search.problem().isError() ? problemText() : tr("hits follow every change"));
    }
    return parts.join(QStringLiteral(" · "));
}

QString SearchPanel::Private::problemText() const
{
    const int parts = int(search.missing().size());
    if (search.problem().kind == Hpkv::ErrorKind::AccessDenied)
        return tr("%n part(s) of the store may not be read with this token", nullptr, parts);
    return tr("%n part(s) could not be read: %1", nullptr, parts).arg(search.problem().text);
}

void SearchPanel::Private::refresh()
{
    const bool same = isAsked();
    const bool busy = same && search.isBusy();
    const bool canGoOn =
        same && search.state() == State::Stopped && search.hitCount() < ValueSearch::MostHits;
    go->setText(busy ? tr("Stop") : canGoOn ? tr("Go on") : tr("Search"));
    go->setEnabled(!text->text().isEmpty());
    const ValueQuery query =
        ValueQuery::make(ValueQuery::Kind(kind->value()), text->text(), exact->isChecked());
    const bool wrong = !query.error().isEmpty();
    const bool trouble = wrong || (same && search.problem().isError());
    const QString shown = wrong ? query.error() : search.state() == State::Idle ? QString() : progressText();
    if (status->text() != shown)
        status->setText(shown);
    Look::text(status, theme, trouble ? ColorRole::Warning : ColorRole::TextMuted, -1);
    showPlace();
}

void SearchPanel::Private::showPlace()
{
    if (model->rowCount() > 0) {
        places->setCurrentWidget(view);
        return;
    }
    if (search.state() == State::Idle) {
        empty->show(tr("Search in values"),
                    tr("Hits appear while the store is read, and what is known already is searched at "
                       "once. Reading goes on in the background; stop and go on as you like."));
    } else if (search.isBusy()) {
        empty->show(tr("No hit so far"), tr("The search goes on."));
    } else if (search.state() == State::Stopped) {
        empty->show(tr("No hit so far"), tr("The search was stopped before everything was read."));
    } else {
        empty->show(tr("No hit"),
                    tr("None of the %1 values matches.").arg(QLocale().toString(search.searched())),
                    scope.isEmpty() ? QString() : tr("Search everything"));
    }
    places->setCurrentWidget(empty);
}

SearchPanel::SearchPanel(AppContext &context, Session &session, QWidget *parent)
    : QWidget(parent)
    , d(std::make_unique<Private>(this, context, session))
{
    d->build();
    d->connectAll();
    d->refreshScope();
    d->refreshKind();
    d->refresh();
}

SearchPanel::~SearchPanel() = default;

ValueSearch &SearchPanel::search() const
{
    return d->search;
}

void SearchPanel::setScope(const KeySelection &scope)
{
    d->scope = scope == KeySelection::ofPrefix({}) ? KeySelection() : scope;
    d->refreshScope();
    d->refresh();
}

const KeySelection &SearchPanel::scope() const
{
    return d->scope;
}

void SearchPanel::setQuery(ValueQuery::Kind kind, const QString &text)
{
    d->kind->setValue(int(kind));
    d->text->setText(text);
}

void SearchPanel::start()
{
    const ValueQuery query =
        ValueQuery::make(ValueQuery::Kind(d->kind->value()), d->text->text(), d->exact->isChecked());
    if (query.isValid())
        d->search.start(query, d->scope);
    else if (query.errorPosition() >= 0)
        d->text->setCursorPosition(int(query.errorPosition()));
    d->refresh();
}

void SearchPanel::focusQuery()
{
    d->text->setFocus(Qt::ShortcutFocusReason);
    d->text->selectAll();
}

QList<QByteArray> SearchPanel::selectedKeys() const
{
    return d->view->selectedKeys();
}

bool SearchPanel::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (watched == d->text && key == Qt::Key_Down && d->model->rowCount() > 0) {
            d->view->setFocus();
            if (!d->view->currentIndex().isValid())
                d->view->setCurrentIndex(d->model->index(0, 0));
            return true;
        }
        if (key == Qt::Key_Escape && d->search.isBusy()) {
            d->search.stop();
            return true;
        }
        if (watched == d->view && key == Qt::Key_Up && d->view->currentIndex().row() <= 0) {
            d->text->setFocus();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace Studio
