// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "shell/mainwindow_p.h"

#include "browser/keytreeview.h"
#include "browser/search/searchpanel.h"
#include "bulk/bulktexts.h"
#include "bulk/jobactions.h"
#include "bulk/jobspanel.h"
#include "journal/journalpanel.h"
#include "live/panel/livepanel.h"
#include "mirror/keyspacemirror.h"
#include "profiles/profilestore.h"
#include "session/jobs/job.h"
#include "session/jobs/joblist.h"
#include "session/session.h"
#include "session/sessionmanager.h"
#include "shell/aboutdialog.h"
#include "shell/appcontext.h"
#include "shell/commandpalette.h"
#include "shell/commandregistry.h"
#include "shell/dockgrip.h"
#include "shell/mousenavigation.h"
#include "shell/noticebanner.h"
#include "shell/noticelist.h"
#include "shell/pagetab.h"
#include "shell/profilebutton.h"
#include "shell/question.h"
#include "shell/sessionactions.h"
#include "shell/sessionopener.h"
#include "shell/sessionpage.h"
#include "shell/settings.h"
#include "shell/settingspage.h"
#include "shell/shortcutsheet.h"
#include "shell/statusline.h"
#include "shell/theme.h"
#include "shell/welcomepage.h"
#include "shell/windowparts.h"
#include "watches/panel/watchespanel.h"

#include <QAction>
#include <QCloseEvent>
#include <QMenu>
#include <QMenuBar>
#include <QPointer>
#include <QScreen>
#include <QStackedWidget>
#include <QToolBar>
#include <QToolButton>
#include <QVBoxLayout>

namespace Studio
{

namespace
{

constexpr int LayoutVersion = 1;
constexpr int KeysWidth = 336;
constexpr int LiveHeight = 232;

} // namespace

MainWindow::MainWindow(AppContext &app, SessionManager &sessions, QWidget *parent)
    : QMainWindow(parent)
    , d(std::make_unique<Private>(app, sessions))
{
    setObjectName(QStringLiteral("mainWindow"));
    setDockOptions(QMainWindow::AllowNestedDocks | QMainWindow::AllowTabbedDocks);
    setCorner(Qt::BottomLeftCorner, Qt::LeftDockWidgetArea);
    setCorner(Qt::TopLeftCorner, Qt::LeftDockWidgetArea);
    setContextMenuPolicy(Qt::NoContextMenu);
    d->opener = new SessionOpener(app, sessions, this);
    d->palette = new CommandPalette(app.theme, app.commands, this);

    buildMenus();
    buildToolBar();
    buildDocks();
    buildCentre();
    d->status = new StatusLine(app, this);
    setStatusBar(d->status);
    connect(&app.theme, &Theme::changed, this, [this] {
        if (d->current)
            d->colorLine->setColor(profileColor(d->current->session().profile(), d->app.theme));
    });
    new MouseNavigation(app.commands, this);
    installCommands();
    installViewCommands();
    installEditCommands();

    connect(d->status, &StatusLine::noticesRequested, this, &MainWindow::showNotices);
    connect(d->status, &StatusLine::jobsRequested, this, &MainWindow::showJobs);
    connect(d->palette, &CommandPalette::keyChosen, this, [this](const QByteArray &key, bool pinned) {
        if (d->current)
            d->current->goToKey(key, pinned);
    });
    connect(d->palette, &CommandPalette::branchChosen, this, [this](const QByteArray &prefix) {
        if (d->current)
            d->current->goToBranch(prefix);
    });
    connect(&sessions, &SessionManager::opened, this, [this](Session *session) {
        addSession(session);
        showSession(session);
    });
    connect(d->opener, &SessionOpener::opened, this, &MainWindow::showSession);
    connect(&sessions, &SessionManager::aboutToClose, this, &MainWindow::removeSession);
    const QList<Session *> open = sessions.sessions();
    for (Session *session : open)
        addSession(session);

    const QSize room = screen()->availableSize();
    resize(qMin(app.theme.metric(1280), room.width()), qMin(app.theme.metric(800), room.height()));
    if (app.settings.value(Key::KeepWindowLayout))
        restoreGeometry(app.settings.value(Key::WindowGeometry));
    if (open.isEmpty())
        showWelcome();
    else
        showSession(open.last());
}

MainWindow::~MainWindow()
{
    // The panels look at sessions, which live longer than this window.
    d->sessions.disconnect(this);
    qDeleteAll(d->pages);
}

SessionPage *MainWindow::currentPage() const
{
    return d->current;
}

StatusLine *MainWindow::statusLine() const
{
    return d->status;
}

CommandPalette *MainWindow::palettePopup() const
{
    return d->palette;
}

QDialog *MainWindow::dialog() const
{
    return d->opener->dialog();
}

void MainWindow::buildMenus()
{
    auto *top = new QWidget(this);
    auto *column = new QVBoxLayout(top);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    d->colorLine = new ColorLine(top);
    auto *bar = new QMenuBar(top);
    bar->setAccessibleName(tr("Menus"));
    column->addWidget(d->colorLine);
    column->addWidget(bar);
    setMenuWidget(top);

    for (const QString &name : menuNames()) {
        QMenu *menu = bar->addMenu(menuTitle(name));
        menu->setObjectName(name);
        menu->setToolTipsVisible(true);
        // Filled when it opens: views may add commands at any time.
        const auto fill = [this, menu, name] {
            menu->clear();
            menu->addActions(d->app.commands.menu(name));
            if (name == QLatin1StringView("keys") && d->current) {
                menu->addSeparator();
                addMarkActions(*menu, d->current->actions().marks(), d->app.theme, d->current->session(),
                               [this](const NavPlace &place) { d->current->goTo(place); });
            }
            if (name != QLatin1StringView("window") || d->pages.isEmpty())
                return;
            menu->addSeparator();
            addSessionActions(*menu, d->sessions, d->app.theme, d->current ? &d->current->session() : nullptr,
                              [this](Session *session) { showSession(session); });
        };
        fill();
        connect(menu, &QMenu::aboutToShow, this, fill);
    }
    // The shortcuts hold whether a menu shows them or not.
    const QList<CommandSpec> specs = d->app.commands.commands();
    for (const CommandSpec &spec : specs)
        addAction(d->app.commands.action(spec.id));
    connect(&d->app.commands, &CommandRegistry::commandAdded, this,
            [this](const QString &id) { addAction(d->app.commands.action(id)); });
}

void MainWindow::buildToolBar()
{
    const Theme &theme = d->app.theme;
    d->toolBar = new QToolBar(tr("Tool bar"), this);
    d->toolBar->setObjectName(QStringLiteral("toolBar"));
    d->toolBar->setMovable(false);
    d->toolBar->setFloatable(false);
    d->toolBar->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    d->profileButton = new ProfileButton(d->app.theme, d->toolBar);
    d->profileMenu = new QMenu(d->profileButton);
    d->profileButton->setMenu(d->profileMenu);
    connect(d->profileMenu, &QMenu::aboutToShow, this, &MainWindow::fillProfileMenu);
    d->goTo = new GoToField(d->app.theme, d->app.commands.action(QStringLiteral("view.goTo"))->shortcut(),
                            d->toolBar);
    connect(d->goTo, &QAbstractButton::clicked, this,
            [this] { d->app.commands.trigger(QStringLiteral("view.goTo")); });

    auto *left = new QWidget(d->toolBar);
    auto *row = new QHBoxLayout(left);
    row->setContentsMargins(theme.metric(12), 0, theme.metric(8), 0);
    row->setSpacing(theme.metric(8));
    row->addWidget(d->profileButton);
    row->addWidget(d->goTo);
    d->toolBar->addWidget(left);
    d->toolBar->addAction(d->app.commands.action(QStringLiteral("keys.new")));
    QAction *range = d->app.commands.action(QStringLiteral("range.new"));
    range->setIconText(tr("Range"));
    d->toolBar->addAction(range);
    QAction *dashboard = d->app.commands.action(QStringLiteral("dashboard.open"));
    dashboard->setIconText(tr("Dashboard"));
    d->toolBar->addAction(dashboard);
    auto *stretch = new QWidget(d->toolBar);
    stretch->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    d->toolBar->addWidget(stretch);
    d->toolBar->addAction(d->app.commands.action(QStringLiteral("live.pause")));
    auto *end = new QWidget(d->toolBar);
    end->setFixedWidth(theme.metric(8));
    d->toolBar->addWidget(end);
    addToolBar(Qt::TopToolBarArea, d->toolBar);
    // Tool bars leave the keyboard out unless told otherwise.
    const QList<QAction *> actions = d->toolBar->actions();
    for (QAction *action : actions) {
        if (auto *button = qobject_cast<QToolButton *>(d->toolBar->widgetForAction(action)))
            button->setFocusPolicy(Qt::TabFocus);
    }

    const auto measure = [this] { d->toolBar->setFixedHeight(d->app.theme.metric(44)); };
    measure();
    connect(&d->app.theme, &Theme::changed, this, measure);
}

void MainWindow::buildDocks()
{
    const auto add = [this](const QString &name, const QString &title, Qt::DockWidgetArea area,
                            QWidget *(*panel)(const SessionPage &), bool shown) {
        auto *dock = new SessionDock(d->app.theme, name, title, this);
        connect(dock, &QDockWidget::visibilityChanged, &d->app.commands, &CommandRegistry::refresh);
        d->docks.append({dock, area, panel, shown});
        return dock;
    };
    using Page = const SessionPage &;
    d->keysDock = add(
        QStringLiteral("keysDock"), tr("Keys"), Qt::LeftDockWidgetArea,
        [](Page page) -> QWidget * { return page.keys(); }, true);
    d->liveDock = add(
        QStringLiteral("liveDock"), tr("Live"), Qt::BottomDockWidgetArea,
        [](Page page) -> QWidget * { return page.live(); }, true);
    d->searchDock = add(
        QStringLiteral("searchDock"), tr("Search"), Qt::BottomDockWidgetArea,
        [](Page page) -> QWidget * { return page.search(); }, false);
    d->jobsDock = add(
        QStringLiteral("jobsDock"), tr("Jobs"), Qt::BottomDockWidgetArea,
        [](Page page) -> QWidget * { return page.jobs(); }, false);
    d->journalDock = add(
        QStringLiteral("journalDock"), tr("Journal"), Qt::BottomDockWidgetArea,
        [](Page page) -> QWidget * { return page.journal(); }, false);
    d->watchesDock = add(
        QStringLiteral("watchesDock"), tr("Watching"), Qt::BottomDockWidgetArea,
        [](Page page) -> QWidget * { return page.watches(); }, false);
    placeDocks();
}

void MainWindow::buildCentre()
{
    auto *middle = new QWidget(this);
    auto *column = new QVBoxLayout(middle);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto *bannerPlace = new QWidget(middle);
    auto *bannerLayout = new QVBoxLayout(bannerPlace);
    const int margin = d->app.theme.metric(8);
    bannerLayout->setContentsMargins(margin, margin, margin, margin);
    d->banner = new NoticeBanner(d->app, QStringLiteral("window"), bannerPlace);
    bannerLayout->addWidget(d->banner);
    connect(d->banner, &NoticeBanner::shownChanged, bannerPlace, &QWidget::setVisible);
    bannerPlace->setVisible(false);
    d->centre = new QStackedWidget(middle);
    d->welcome = new WelcomePage(d->app, d->centre);
    d->centre->addWidget(d->welcome);
    column->addWidget(bannerPlace);
    column->addWidget(d->centre, 1);
    setCentralWidget(middle);
    connect(d->welcome, &WelcomePage::openRequested, d->opener, &SessionOpener::open);
}

void MainWindow::addSession(Session *session)
{
    if (d->pages.contains(session))
        return;
    auto *page = new SessionPage(d->app, *session, d->sessions, d->centre);
    d->pages.insert(session, page);
    d->centre->addWidget(page);
    for (const Private::Dock &each : std::as_const(d->docks))
        each.dock->stack()->addWidget(each.panel(*page));
    connect(page, &SessionPage::currentChanged, this, [this, page] {
        if (page == d->current) {
            refreshTitle();
            refreshNoticeContexts();
        }
    });
    connect(page, &SessionPage::statusTextChanged, this, [this, page](const QString &text) {
        if (page == d->current)
            d->status->setRecordText(text);
    });
    connect(page, &SessionPage::panelRequested, this, [this, page](const QWidget *panel) {
        for (const Private::Dock &each : std::as_const(d->docks)) {
            if (page == d->current && each.panel(*page) == panel) {
                each.dock->show();
                each.dock->raise();
            }
        }
    });
    connect(session, &Session::statusChanged, &d->app.commands, &CommandRegistry::refresh);
    connect(&session->jobs(), &JobList::added, page, [this, page](const Job *job) {
        // The first one shows where jobs are; whoever closes the dock again does not want it.
        if (d->jobsOffered || page != d->current || JobActions::isInPassing(*job))
            return;
        d->jobsOffered = true;
        d->jobsDock->show();
        d->jobsDock->raise();
    });
    for (SessionPage *each : std::as_const(d->pages))
        each->showColor(d->pages.size() > 1);
}

void MainWindow::showSession(Session *session)
{
    SessionPage *page = d->pages.value(session);
    if (!page)
        return;
    d->current = page;
    enterSessionMode();
    d->centre->setCurrentWidget(page);
    for (const Private::Dock &each : std::as_const(d->docks))
        each.dock->stack()->setCurrentWidget(each.panel(*page));
    d->profileButton->setSession(session);
    d->colorLine->setColor(profileColor(session->profile(), d->app.theme));
    d->status->setSession(session);
    d->status->setRecordText(page->currentTab() ? page->currentTab()->statusText() : QString());
    refreshTitle();
    refreshNoticeContexts();
    page->keys()->setFocus();
    d->app.commands.refresh();
}

void MainWindow::removeSession(Session *session)
{
    SessionPage *page = d->pages.take(session);
    if (!page)
        return;
    session->disconnect(&d->app.commands);
    const bool wasCurrent = page == d->current;
    if (wasCurrent)
        d->status->setSession(nullptr);
    delete page;
    for (SessionPage *each : std::as_const(d->pages))
        each->showColor(d->pages.size() > 1);
    if (!wasCurrent)
        return;
    const QList<Session *> open = d->sessions.sessions();
    for (auto next = open.crbegin(); next != open.crend(); ++next) {
        if (d->pages.contains(*next)) {
            showSession(*next);
            return;
        }
    }
    showWelcome();
}

void MainWindow::showJobs()
{
    d->app.commands.trigger(QStringLiteral("view.focusJobs"));
}

/// What would be lost, in sentences: edits that are not saved, jobs that are not over.
QString MainWindow::lossText(int edits, const QList<Job *> &jobs, bool quitting)
{
    QStringList parts;
    if (edits > 0)
        parts.append(
            quitting ? tr("%n edit(s) are not in the store yet. Quitting loses them.", nullptr, edits)
                     : tr("%n edit(s) are not in the store yet. Disconnecting loses them.", nullptr, edits));
    if (!jobs.isEmpty())
        parts.append(tr("%n job(s) end before they are through. What they have done stays done; copies, "
                        "moves and imports can go on when the profile is opened again.",
                        nullptr, int(jobs.size()))
                     + QLatin1Char('\n') + BulkTexts::list(jobs));
    return parts.join(QLatin1String("\n\n"));
}

void MainWindow::closeSession(Session *session)
{
    const SessionPage *page = d->pages.value(session);
    const int dirty = page ? int(page->tabsAtRisk().size()) : 0;
    const QList<Job *> jobs = session->jobs().underWay();
    const QPointer<Session> guarded(session);
    const auto close = [this, guarded] {
        if (guarded)
            d->sessions.close(guarded);
    };
    if (dirty == 0 && jobs.isEmpty()) {
        close();
        return;
    }
    askQuestion(this, tr("Disconnect from %1?").arg(session->profile().name), lossText(dirty, jobs, false),
                {{tr("Disconnect"), close, true, false}});
}

void MainWindow::showWelcome()
{
    if (d->sessionMode)
        saveLayout();
    d->sessionMode = false;
    d->current = nullptr;
    d->toolBar->hide();
    for (const Private::Dock &each : std::as_const(d->docks))
        each.dock->hide();
    d->centre->setCurrentWidget(d->welcome);
    d->profileButton->setSession(nullptr);
    d->colorLine->setColor({});
    d->status->setSession(nullptr);
    d->status->setRecordText({});
    refreshTitle();
    refreshNoticeContexts();
    d->app.commands.refresh();
}

void MainWindow::enterSessionMode()
{
    if (d->sessionMode)
        return;
    d->sessionMode = true;
    d->toolBar->show();
    for (const Private::Dock &each : std::as_const(d->docks))
        each.dock->setVisible(each.shown);
    const QByteArray saved =
        d->app.settings.value(Key::KeepWindowLayout) ? d->app.settings.value(Key::WindowState) : QByteArray();
    if (saved.isEmpty() || !restoreState(saved, LayoutVersion))
        resetLayout();
    d->toolBar->show();
}

void MainWindow::placeDocks()
{
    QHash<int, QDockWidget *> first; // of each area
    for (const Private::Dock &each : std::as_const(d->docks)) {
        each.dock->setFloating(false);
        addDockWidget(each.area, each.dock);
        if (QDockWidget *before = first.value(each.area))
            tabifyDockWidget(before, each.dock);
        else
            first.insert(each.area, each.dock);
    }
    for (QDockWidget *dock : std::as_const(first))
        dock->raise();
}

void MainWindow::resetLayout()
{
    placeDocks();
    if (!d->sessionMode)
        return;
    for (const Private::Dock &each : std::as_const(d->docks))
        each.dock->setVisible(each.shown);
    resizeDocks({d->keysDock}, {d->app.theme.metric(KeysWidth)}, Qt::Horizontal);
    resizeDocks({d->liveDock}, {d->app.theme.metric(LiveHeight)}, Qt::Vertical);
}

void MainWindow::refreshTitle()
{
    QStringList parts;
    if (d->current) {
        if (const PageTab *tab = d->current->currentTab())
            parts.append(tab->title());
        parts.append(d->current->session().profile().name);
    }
    parts.append(QStringLiteral("HPKV Studio"));
    setWindowTitle(parts.join(QStringLiteral(" — ")));
}

/// An open record tells of a lost line by itself; the rest of what a session has to say stands above the
/// tabs.
void MainWindow::refreshNoticeContexts()
{
    QStringList contexts{QStringLiteral("window")};
    QStringList elsewhere;
    if (d->current) {
        contexts.append(QStringLiteral("session/") + d->current->session().id());
        if (d->current->currentRecord())
            elsewhere.append(QStringLiteral("line/") + d->current->session().id());
    }
    d->banner->setContexts(contexts, elsewhere);
}

void MainWindow::fillProfileMenu()
{
    d->profileMenu->clear();
    addSessionActions(*d->profileMenu, d->sessions, d->app.theme,
                      d->current ? &d->current->session() : nullptr,
                      [this](Session *session) { showSession(session); });
    d->profileMenu->addSeparator();
    addProfileActions(*d->profileMenu, d->sessions, d->app.profiles, d->app.theme,
                      [this](const Profile &profile) { d->opener->open(profile); });
    d->profileMenu->addSeparator();
    for (const char *id : {"file.connect", "file.demo", "file.profiles", "file.closeSession"})
        d->profileMenu->addAction(d->app.commands.action(QString::fromLatin1(id)));
}

void MainWindow::saveLayout()
{
    if (!d->app.settings.value(Key::KeepWindowLayout))
        return;
    d->app.settings.setValue(Key::WindowGeometry, saveGeometry());
    if (d->sessionMode)
        d->app.settings.setValue(Key::WindowState, saveState(LayoutVersion));
}

void MainWindow::showSettings()
{
    if (!d->settingsPage) {
        d->settingsPage = new SettingsPage(d->app, this);
        d->settingsPage->setObjectName(QStringLiteral("settingsPage"));
        d->settingsPage->setAttribute(Qt::WA_DeleteOnClose);
    }
    d->settingsPage->open();
}

void MainWindow::showNotices()
{
    if (!d->noticeList) {
        d->noticeList = new NoticeList(d->app, this);
        d->noticeList->setAttribute(Qt::WA_DeleteOnClose);
    }
    d->noticeList->show();
    d->noticeList->raise();
}

void MainWindow::showAbout()
{
    auto *about = new AboutDialog(d->app.theme, this);
    about->setAttribute(Qt::WA_DeleteOnClose);
    about->open();
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    int dirty = 0;
    QList<Job *> jobs;
    for (const SessionPage *page : std::as_const(d->pages)) {
        dirty += int(page->tabsAtRisk().size());
        jobs.append(page->session().jobs().underWay());
    }
    if ((dirty > 0 || !jobs.isEmpty()) && !d->discardEdits) {
        event->ignore();
        const auto quit = [this] {
            d->discardEdits = true;
            close();
        };
        askQuestion(this, dirty > 0 ? tr("Quit without saving?") : tr("Quit while jobs are under way?"),
                    lossText(dirty, jobs, true),
                    {{dirty > 0 ? tr("Quit without saving") : tr("Quit"), quit, true, false}});
        return;
    }
    saveLayout();
    d->app.settings.flush();
    event->accept();
}

void MainWindow::showEvent(QShowEvent *event)
{
    QMainWindow::showEvent(event);
    // Sizes of docks hold only once the window has its own.
    if (!d->restored && d->sessionMode && d->app.settings.value(Key::WindowState).isEmpty())
        QMetaObject::invokeMethod(this, &MainWindow::resetLayout, Qt::QueuedConnection);
    d->restored = true;
}

} // namespace Studio
