// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "shell/sessionpage.h"

#include "browser/emptystate.h"
#include "browser/keycommands.h"
#include "browser/keytreeview.h"
#include "browser/range/rangetab.h"
#include "browser/search/searchpanel.h"
#include "bulk/bulkactions.h"
#include "bulk/jobactions.h"
#include "bulk/jobspanel.h"
#include "dashboard/board/dashboardhub.h"
#include "diff/compareactions.h"
#include "diff/difftab.h"
#include "editor/recordtab.h"
#include "history/bar/keyhistorytab.h"
#include "history/bar/pagehistory.h"
#include "history/bar/timebar.h"
#include "journal/journalactions.h"
#include "journal/journalpanel.h"
#include "live/panel/livepanel.h"
#include "mirror/keyspacemirror.h"
#include "models/keytext.h"
#include "notices/noticecenter.h"
#include "profiles/keymarks.h"
#include "session/session.h"
#include "session/writeoperation.h"
#include "shell/appcontext.h"
#include "shell/commandregistry.h"
#include "shell/keptedits.h"
#include "shell/look.h"
#include "shell/navhistory.h"
#include "shell/question.h"
#include "shell/sessionactions.h"
#include "shell/sessionwatches.h"
#include "shell/tabgestures.h"
#include "shell/theme.h"
#include "shell/watchbutton.h"
#include "shell/watchwiring.h"
#include "shell/windowparts.h"
#include "watches/watchlist.h"

#include <QAction>
#include <QDateTime>
#include <QMenu>
#include <QPointer>
#include <QScopedValueRollback>
#include <QStackedLayout>
#include <QTabBar>
#include <QTabWidget>
#include <QVBoxLayout>

namespace Studio
{

namespace
{

constexpr int LongestTitle = 32;
constexpr qsizetype MostClosed = 20;

/// Keeps the first tab off the edge; QTabWidget asks a corner for its size hint.
class TabInset : public QWidget
{
public:
    TabInset(Theme &theme, QWidget *parent)
        : QWidget(parent)
        , m_theme(theme)
    {
    }

    QSize sizeHint() const override { return {m_theme.metric(8), m_theme.metric(36)}; }

private:
    Theme &m_theme;
};

/// Whether closing the tab loses something.
bool isAtRisk(const PageTab &tab)
{
    return tab.isDirty() && !tab.keepsEdit();
}

} // namespace

struct SessionPage::Private {
    Private(AppContext &context, Session &openSession)
        : app(context)
        , session(openSession)
    {
    }

    PageTab *tab(int index) const { return qobject_cast<PageTab *>(tabs->widget(index)); }

    AppContext &app;
    Session &session;
    QPointer<KeyTreeView> keys;
    QPointer<LivePanel> live;
    QPointer<SearchPanel> search;
    QPointer<JobsPanel> jobs;
    QPointer<JournalPanel> journal;
    JournalActions *undo = nullptr;
    CompareActions *compare = nullptr;
    WatchWiring *watching = nullptr;
    PageHistory *history = nullptr;
    DashboardHub *dashboards = nullptr;
    QStackedLayout *places = nullptr;
    QTabWidget *tabs = nullptr;
    QPointer<RecordTab> preview; ///< the tab that single clicks use again
    std::unique_ptr<SessionActions> actions;
    NavHistory visited;
    QList<NavPlace> closed; ///< the latest last
    bool isMoving = false; ///< between two places, or on the way back: nothing is a visit
};

SessionPage::SessionPage(AppContext &app, Session &session, SessionManager &sessions, QWidget *parent)
    : QWidget(parent)
    , d(std::make_unique<Private>(app, session))
{
    d->keys = new KeyTreeView(app, session);
    d->live = new LivePanel(app, session);
    d->actions = std::make_unique<SessionActions>(app, session, *this);
    d->keys->setActions(*d->actions);
    d->actions->given.openRange = [this](const KeyInterval &interval) { openRange(interval)->setFocus(); };
    buildSearch();
    d->jobs = new JobsPanel(app, session, *new JobActions(app, session, sessions, this));
    buildJournal();
    (new BulkActions(app, session, sessions, this))->give(d->actions->given);
    d->compare = new CompareActions(
        app, session, sessions, [this](PageTab *tab) { openTab(tab); }, this);
    d->compare->give(*d->actions);
    d->watching = new WatchWiring(app, *this, sessions);
    connect(d->live, &LivePanel::gapRequested, d->watching, &WatchWiring::showGap);
    connect(this, &SessionPage::currentChanged, this, [this] { d->history->lookAround(); });

    auto *empty = new EmptyState(app.theme, this);
    Look::fill(empty, app.theme, ColorRole::Base);
    empty->show(tr("No record is open"), tr("Choose a key on the left, or go to one by typing it."),
                tr("Go to key…"));
    connect(empty, &EmptyState::actionTriggered, this,
            [this] { d->app.commands.trigger(QStringLiteral("view.goTo")); });

    d->tabs = new QTabWidget(this);
    d->tabs->setDocumentMode(true);
    d->tabs->setMovable(true);
    d->tabs->setTabsClosable(true);
    d->tabs->setAccessibleName(tr("Open tabs"));
    d->tabs->tabBar()->setExpanding(false);
    d->tabs->tabBar()->setAccessibleName(tr("Open tabs"));
    d->tabs->setCornerWidget(new TabInset(app.theme, this), Qt::TopLeftCorner);

    d->history =
        new PageHistory(app, session,
                        {[this](PageTab *tab) { openTab(tab); },
                         [this](PageTab *tab) {
                             d->tabs->setCurrentWidget(tab);
                             tab->setFocus();
                         },
                         [this] { return currentKey(); }, [this] { return d->tabs->currentWidget(); },
                         [this](const QByteArray &key) { openKey(key, true)->setFocus(); }},
                        this);
    d->history->follow(d->actions->watches().list());
    d->history->show(*d->live);
    d->actions->given.showHistory = [this](const QByteArray &key) { d->history->openKey(key); };
    d->actions->given.showMoments = [this](const QByteArray &prefix) { d->history->openMoments(prefix); };
    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(0);
    d->places = new QStackedLayout;
    rows->addLayout(d->places, 1);
    d->places->addWidget(empty);
    d->places->addWidget(d->tabs);
    rows->addWidget(d->history->bar());

    connect(d->tabs, &QTabWidget::tabCloseRequested, this, &SessionPage::closeTab);
    connect(d->tabs, &QTabWidget::currentChanged, this, &SessionPage::noteCurrent);
    connect(d->keys, &KeyTreeView::openRequested, this, [this](const QByteArray &key, bool pinned) {
        RecordTab *tab = openKey(key, pinned);
        if (pinned)
            tab->setFocus();
    });
    connect(d->keys, &KeyTreeView::newKeyRequested, this,
            [this](const QByteArray &prefix) { d->actions->createKey(prefix); });
    connect(d->keys, &KeyTreeView::deleteRequested, this, &SessionPage::deleteKey);
    connect(d->live, &LivePanel::openRequested, this, [this](const QByteArray &key) { openKey(key, true); });
    connect(&d->actions->watches(), &SessionWatches::changed, this, &SessionPage::showMarks);
    connect(&d->actions->marks(), &KeyMarks::changed, this, &SessionPage::showMarks);
    auto *gestures = new TabGestures(*d->tabs->tabBar());
    connect(gestures, &TabGestures::closeRequested, this, &SessionPage::closeTab);
    connect(gestures, &TabGestures::menuRequested, this, [this](int index, const QPoint &position) {
        d->tabs->setCurrentIndex(index);
        showTabMenu(position);
    });
    connect(gestures, &TabGestures::pinRequested, this, [this](int index) {
        if (d->tabs->widget(index) == d->preview) {
            d->preview = nullptr;
            markPreview();
        }
    });
    connect(d->tabs->tabBar(), &QTabBar::tabMoved, this, &SessionPage::markPreview);
    installCommands();
    new KeptEdits(app, *this);
    d->dashboards = new DashboardHub(app, session,
                                     {[this](PageTab *tab) { openTab(tab); },
                                      [this](const QByteArray &key) { openKey(key, true)->setFocus(); }},
                                     this);
    d->dashboards->followTime(d->history->travel());
    showMarks();
    app.commands.handle(
        QStringLiteral("range.new"), this,
        {[this] { openRange(KeyInterval::ofPrefix(d->keys->currentPrefix()))->setFocus(); }, {}, {}});
}

SessionPage::~SessionPage()
{
    // Takes its tabs along; that another tab comes up then is told to nobody.
    d->tabs->disconnect(this);
    delete d->dashboards;
    delete d->keys;
    delete d->live;
    delete d->search;
    delete d->jobs;
    delete d->journal;
    delete d->watching;
    d->actions.reset();
}

Session &SessionPage::session() const
{
    return d->session;
}

KeyTreeView *SessionPage::keys() const
{
    return d->keys;
}

LivePanel *SessionPage::live() const
{
    return d->live;
}

SearchPanel *SessionPage::search() const
{
    return d->search;
}

/// The panel of hits: whatever view asks for a search shows it and sets where to look.
void SessionPage::buildSearch()
{
    d->search = new SearchPanel(d->app, d->session);
    d->actions->given.searchValues = [this](const KeySelection &scope) {
        d->search->setScope(scope);
        emit panelRequested(d->search);
        d->search->focusQuery();
    };
    connect(d->search, &SearchPanel::openRequested, this, [this](const QByteArray &key, bool pinned) {
        RecordTab *tab = openKey(key, pinned);
        if (pinned)
            tab->setFocus();
    });
    const auto target = [panel = d->search.data()] {
        return KeyTarget{KeySelection::ofKeys(panel->selectedKeys()), {}};
    };
    installKeyCommands(d->app.commands, d->search, *d->actions, target);
    // In the panel itself the next search is meant, not one within its hits.
    d->app.commands.handle(QStringLiteral("keys.searchValues"), d->search,
                           {[panel = d->search.data()] { panel->focusQuery(); }, {}, {}});
    connect(d->search, &SearchPanel::menuRequested, this, [this, target](const QPoint &position) {
        d->app.commands.refresh();
        auto *menu = new QMenu(d->search);
        menu->setAttribute(Qt::WA_DeleteOnClose);
        fillKeyMenu(*menu, d->app.commands, target(), false);
        menu->popup(position);
    });
}

void SessionPage::buildJournal()
{
    d->undo = new JournalActions(d->app, d->session, this);
    d->undo->openRecord = [this](const QByteArray &key) { openKey(key, true)->setFocus(); };
    const auto compare = [this](const Comparison &comparison) {
        auto *tab = new DiffTab(d->app, tr("Write of %1").arg(KeyText::elided(comparison.key, LongestTitle)),
                                {{comparison.leftTitle, comparison.left.value_or(QByteArray())},
                                 {comparison.rightTitle, comparison.right.value_or(QByteArray())}},
                                0, 1, d->tabs);
        addTab(tab, d->tabs->count());
        tab->setFocus();
    };
    d->undo->compare = compare;
    connect(d->live, &LivePanel::compareRequested, this, [this](const Comparison &comparison) {
        QList<DiffSide> sides{{comparison.leftTitle, comparison.left.value_or(QByteArray())},
                              {comparison.rightTitle, comparison.right.value_or(QByteArray())}};
        if (const auto now = d->session.mirror().find(comparison.key); now && now->hasValue)
            sides.append({tr("Now, as far as is known"), now->value});
        const QString title = tr("Change of %1").arg(KeyText::elided(comparison.key, LongestTitle));
        openTab(new DiffTab(d->app, title, sides, 0, 1, d->tabs));
    });
    d->journal = new JournalPanel(d->app, d->session, *d->undo);
    connect(d->journal, &JournalPanel::openRequested, this,
            [this](const QByteArray &key) { openKey(key, true)->setFocus(); });
    connect(d->journal, &JournalPanel::compareRequested, this, compare);
}

PageHistory &SessionPage::history() const
{
    return *d->history;
}

/// The key that the current tab is about; empty if it is about none.
QByteArray SessionPage::currentKey() const
{
    if (const auto *past = qobject_cast<KeyHistoryTab *>(d->tabs->currentWidget()))
        return past->key();
    const RecordTab *record = currentRecord();
    return record && !record->isNew() ? record->key() : QByteArray();
}

JournalPanel *SessionPage::journal() const
{
    return d->journal;
}

WatchesPanel *SessionPage::watches() const
{
    return d->watching->panel();
}

WatchWiring &SessionPage::watching() const
{
    return *d->watching;
}

SessionActions &SessionPage::actions() const
{
    return *d->actions;
}

JobsPanel *SessionPage::jobs() const
{
    return d->jobs;
}

int SessionPage::tabCount() const
{
    return d->tabs->count();
}

PageTab *SessionPage::currentTab() const
{
    return qobject_cast<PageTab *>(d->tabs->currentWidget());
}

RecordTab *SessionPage::currentRecord() const
{
    return qobject_cast<RecordTab *>(d->tabs->currentWidget());
}

QList<PageTab *> SessionPage::tabsAtRisk() const
{
    QList<PageTab *> dirty;
    for (int i = 0; i < d->tabs->count(); ++i) {
        if (PageTab *tab = d->tab(i); tab && isAtRisk(*tab))
            dirty.append(tab);
    }
    return dirty;
}

RecordTab *SessionPage::openKey(const QByteArray &key, bool pinned)
{
    for (int i = 0; i < d->tabs->count(); ++i) {
        if (auto *known = qobject_cast<RecordTab *>(d->tab(i));
            known && !known->isNew() && known->key() == key) {
            if (pinned && d->preview == known) {
                d->preview = nullptr;
                markPreview();
            }
            d->tabs->setCurrentIndex(i);
            return known;
        }
    }

    int index = d->tabs->count();
    if (!pinned && d->preview && !d->preview->isDirty()) {
        index = d->tabs->indexOf(d->preview);
        const QScopedValueRollback moving(d->isMoving, true);
        removeTab(index);
    }
    auto *tab = new RecordTab(d->app, d->session, key, d->tabs);
    d->actions->marks().noteOpened(key, QDateTime::currentMSecsSinceEpoch());
    if (!pinned)
        d->preview = tab;
    addTab(tab, index);
    return tab;
}

RecordTab *SessionPage::newKey(const QByteArray &prefix)
{
    auto *tab = new RecordTab(d->app, d->session, {}, d->tabs);
    tab->setSuggestedKey(prefix);
    addTab(tab, d->tabs->count());
    tab->setFocus();
    return tab;
}

void SessionPage::openTab(PageTab *tab)
{
    if (d->tabs->indexOf(tab) >= 0)
        d->tabs->setCurrentWidget(tab);
    else
        addTab(tab, d->tabs->count());
    tab->setFocus();
}

RangeTab *SessionPage::openRange(const KeyInterval &interval)
{
    for (int i = 0; i < d->tabs->count(); ++i) {
        if (auto *known = qobject_cast<RangeTab *>(d->tab(i)); known && known->query().interval == interval) {
            d->tabs->setCurrentIndex(i);
            return known;
        }
    }
    auto *tab = new RangeTab(d->app, d->session, d->actions.get(), interval, d->tabs);
    connect(tab, &RangeTab::openRequested, this,
            [this](const QByteArray &key) { openKey(key, true)->setFocus(); });
    addTab(tab, d->tabs->count());
    return tab;
}

void SessionPage::goToKey(const QByteArray &key, bool pinned)
{
    openKey(key, pinned)->setFocus();
    d->keys->goToKey(key);
}

void SessionPage::goToBranch(const QByteArray &prefix)
{
    d->keys->expandTo(prefix);
    d->keys->setFocus();
    if (!d->isMoving)
        d->visited.visit(NavPlace::branch(prefix));
    d->app.commands.refresh();
}

void SessionPage::goTo(const NavPlace &place)
{
    switch (place.kind) {
    case NavPlace::Kind::Record:
        openKey(place.key, false);
        break;
    case NavPlace::Kind::Branch:
        goToBranch(place.key);
        break;
    case NavPlace::Kind::Range:
        d->actions->openRange(place.interval);
        break;
    }
}

void SessionPage::step(bool forward)
{
    const QScopedValueRollback moving(d->isMoving, true);
    if (const auto place = forward ? d->visited.forward() : d->visited.back())
        goTo(*place);
    d->app.commands.refresh();
}

void SessionPage::reopenTab()
{
    if (d->closed.isEmpty())
        return;
    const NavPlace place = d->closed.takeLast();
    if (place.kind == NavPlace::Kind::Record)
        openKey(place.key, true)->setFocus();
    else
        goTo(place);
}

void SessionPage::installCommands()
{
    const auto on = [this](const char *id, std::function<void()> run, std::function<bool()> enabled) {
        d->app.commands.handle(QString::fromLatin1(id), this, {std::move(run), std::move(enabled), {}});
    };
    on(
        "view.back", [this] { step(false); }, [this] { return d->visited.canGoBack(); });
    on(
        "view.forward", [this] { step(true); }, [this] { return d->visited.canGoForward(); });
    on(
        "file.reopenTab", [this] { reopenTab(); }, [this] { return !d->closed.isEmpty(); });
    on(
        "file.closeOthers", [this] { closeOtherTabs(false); }, [this] { return d->tabs->count() > 1; });
    on(
        "file.closeRight", [this] { closeOtherTabs(true); },
        [this] { return d->tabs->currentIndex() + 1 < d->tabs->count(); });
    on(
        "keys.stopLast", [this] { d->actions->stopLast(); },
        [this] { return d->actions->isLookingForLast(); });
}

/// The tree says what is watched and what is a favourite.
void SessionPage::showMarks()
{
    const QList<QByteArray> favourites = d->actions->marks().favourites();
    d->keys->setMarked(d->actions->watches().places(),
                       QSet<QByteArray>(favourites.cbegin(), favourites.cend()));
}

void SessionPage::showTabMenu(const QPoint &position)
{
    d->app.commands.refresh();
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (const char *id : {"file.closeTab", "file.closeOthers", "file.closeRight", "file.reopenTab"})
        menu->addAction(d->app.commands.action(QString::fromLatin1(id)));
    if (const RecordTab *record = currentRecord(); record && !record->isNew()) {
        focusTab(); // the commands act where the keyboard is
        menu->addSeparator();
        fillKeyMenu(*menu, d->app.commands, {KeySelection::ofKey(record->key()), {}}, false);
    }
    menu->popup(position);
}

void SessionPage::deleteKey(const QByteArray &key)
{
    const QString name = KeyText::elided(key, 60);
    const QString noticeId = QStringLiteral("delete/%1/%2").arg(d->session.id(), QString::fromUtf8(key));
    const QString context = QStringLiteral("session/") + d->session.id();
    const auto remove = [this, key, name, noticeId, context] {
        WriteRequest request;
        request.kind = WriteKind::Delete;
        request.key = key;
        request.confirmed = true;
        WriteOperation *operation = d->session.write(request);
        connect(operation, &WriteOperation::finished, this, [this, operation, name, noticeId, context] {
            Notice notice;
            notice.id = noticeId;
            notice.context = context;
            switch (operation->state()) {
            case WriteOperation::State::Confirmed:
                d->app.notices.clear(noticeId);
                d->actions->marks().forget(operation->request().key);
                d->undo->offerUndo(operation->journalRow(), tr("%1 was deleted").arg(name),
                                   tr("The journal holds the value that it had."));
                return;
            case WriteOperation::State::Unknown:
                notice.severity = Severity::Warning;
                notice.title = tr("%1 may be deleted").arg(name);
                notice.text = tr("The request left, then the line was lost. Read the keys again to see.");
                notice.actionCommand = QStringLiteral("keys.readAgain");
                notice.actionText = tr("Read again");
                break;
            default:
                notice.severity = Severity::Error;
                notice.title = tr("%1 was not deleted").arg(name);
                notice.text = operation->error().text;
                break;
            }
            d->app.notices.raise(notice);
        });
    };
    askQuestion(window(), tr("Delete %1?").arg(name),
                tr("The record is removed from the store, for everyone who uses it."),
                {{tr("Delete"), remove, true, false}});
}

void SessionPage::closeCurrentTab()
{
    if (d->tabs->count() > 0)
        closeTab(d->tabs->currentIndex());
}

void SessionPage::closeOtherTabs(bool onlyBehind)
{
    QList<QPointer<PageTab>> dirty;
    const QWidget *current = d->tabs->currentWidget();
    const QScopedValueRollback moving(d->isMoving, true);
    for (int i = d->tabs->count() - 1; i >= 0 && !(onlyBehind && d->tabs->widget(i) == current); --i) {
        PageTab *tab = d->tab(i);
        if (tab == current)
            continue;
        if (isAtRisk(*tab))
            dirty.prepend(tab);
        else
            removeTab(i);
    }
    if (dirty.isEmpty())
        return;
    const auto discard = [this, dirty] {
        for (const QPointer<PageTab> &tab : dirty) {
            if (tab)
                removeTab(d->tabs->indexOf(tab));
        }
    };
    askQuestion(window(), tr("Close %n tab(s) without saving?", nullptr, int(dirty.size())),
                tr("Their edits are not in the store yet. Closing the tabs loses them."),
                {{tr("Close without saving"), discard, true, false}});
}

void SessionPage::stepTab(int by)
{
    const int count = d->tabs->count();
    if (count > 0)
        d->tabs->setCurrentIndex((d->tabs->currentIndex() + by + count) % count);
}

void SessionPage::focusTab()
{
    if (PageTab *tab = currentTab())
        tab->setFocus();
}

void SessionPage::showColor(bool show)
{
    d->tabs->tabBar()->setProperty(
        Look::TabColorMark, show ? QVariant(profileColor(d->session.profile(), d->app.theme)) : QVariant());
    d->tabs->tabBar()->update();
}

void SessionPage::addTab(PageTab *tab, int index)
{
    connect(tab, &PageTab::titleChanged, this, [this, tab] {
        refreshTab(tab);
        if (tab == currentTab()) // it may show another place now
            visit(tab);
    });
    connect(tab, &PageTab::dirtyChanged, this, [this, tab](bool dirty) {
        if (dirty && d->preview == tab) {
            d->preview = nullptr; // what is being edited stays
            markPreview();
        }
        refreshTab(tab);
    });
    connect(tab, &PageTab::statusTextChanged, this, [this, tab](const QString &text) {
        if (tab == currentTab())
            emit statusTextChanged(text);
    });
    if (auto *record = qobject_cast<RecordTab *>(tab)) {
        new WatchButton(d->app, d->actions->watches(), *record);
        installKeyCommands(d->app.commands, record, *d->actions, [record] {
            return record->isNew() ? KeyTarget() : KeyTarget{KeySelection::ofKey(record->key()), {}};
        });
        connect(record, &RecordTab::revealRequested, this, &SessionPage::goToBranch);
        connect(record, &RecordTab::differenceRequested, this,
                [this](const QString &title, const QList<DiffSide> &sides, int before, int after) {
                    addTab(new DiffTab(d->app, title, sides, before, after, d->tabs), d->tabs->count());
                });
        connect(record, &RecordTab::openRequested, this,
                [this](const QByteArray &key) { openKey(key, false); });
        connect(record, &RecordTab::otherKeyWanted, d->compare, &CompareActions::chooseSide);
    } else if (auto *difference = qobject_cast<DiffTab *>(tab)) {
        connect(difference, &DiffTab::otherKeyWanted, d->compare, &CompareActions::chooseSide);
    }
    d->tabs->insertTab(index, tab, QString());
    markPreview();
    refreshTab(tab);
    d->places->setCurrentIndex(1);
    d->tabs->setCurrentWidget(tab);
    noteCurrent();
}

void SessionPage::closeTab(int index)
{
    QPointer<PageTab> tab = d->tab(index);
    if (!tab)
        return;
    if (!isAtRisk(*tab)) {
        removeTab(index);
        return;
    }
    d->tabs->setCurrentIndex(index);
    const auto discard = [this, tab] {
        if (tab)
            removeTab(d->tabs->indexOf(tab));
    };
    const auto keep = [tab] {
        if (tab)
            tab->save();
    };
    askQuestion(
        window(), tr("Close %1 without saving?").arg(tab->title()),
        tr("Its edit is not in the store yet. Closing the tab loses it."),
        {{tr("Save changes"), keep, false, true}, {tr("Close without saving"), discard, true, false}});
}

void SessionPage::removeTab(int index)
{
    QWidget *tab = d->tabs->widget(index);
    if (!tab)
        return;
    // A record that was only looked at in passing is in the history, not among the closed tabs.
    if (const auto place = d->tab(index)->place(); place && tab != d->preview) {
        d->closed.removeAll(*place);
        d->closed.append(*place);
        if (d->closed.size() > MostClosed)
            d->closed.removeFirst();
    }
    d->tabs->removeTab(index);
    tab->deleteLater();
    if (d->preview == tab)
        d->preview = nullptr;
    d->places->setCurrentIndex(d->tabs->count() > 0 ? 1 : 0);
    noteCurrent();
}

void SessionPage::markPreview()
{
    d->tabs->tabBar()->setProperty(Look::PreviewTabMark, d->preview ? 1 + d->tabs->indexOf(d->preview) : 0);
    d->tabs->tabBar()->update();
}

void SessionPage::refreshTab(PageTab *tab)
{
    const int index = d->tabs->indexOf(tab);
    if (index < 0)
        return;
    QString title = tab->title();
    d->tabs->setTabToolTip(index, title);
    if (title.size() > LongestTitle)
        title = title.left(LongestTitle / 2) + QChar(0x2026) + title.right(LongestTitle / 2 - 1);
    // An ampersand would underline the next letter.
    d->tabs->setTabText(index, title.replace(QLatin1Char('&'), QStringLiteral("&&")));
    QIcon icon;
    if (tab->isDirty())
        icon = d->app.theme.icon(QStringLiteral("edit"), ColorRole::Warning);
    else if (!tab->iconName().isEmpty())
        icon = d->app.theme.icon(tab->iconName(), ColorRole::TextMuted);
    d->tabs->setTabIcon(index, icon);
    if (tab == currentTab())
        emit currentChanged();
}

void SessionPage::visit(const PageTab *tab)
{
    if (const auto place = tab ? tab->place() : std::nullopt; place && !d->isMoving)
        d->visited.visit(*place);
}

void SessionPage::noteCurrent()
{
    const PageTab *tab = currentTab();
    visit(tab);
    markPreview();
    emit statusTextChanged(tab ? tab->statusText() : QString());
    emit currentChanged();
    d->app.commands.refresh();
}

} // namespace Studio
