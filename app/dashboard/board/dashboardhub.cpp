// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "dashboard/board/dashboardhub.h"

#include "dashboard/board/alertnotifier.h"
#include "dashboard/board/alertstab.h"
#include "dashboard/board/boardview.h"
#include "dashboard/board/dashboardtab.h"
#include "dashboard/board/tileview.h"
#include "dashboard/tilefeed.h"
#include "history/bar/timetravel.h"
#include "history/history.h"
#include "notices/noticecenter.h"
#include "session/session.h"
#include "shell/appcontext.h"
#include "shell/commandregistry.h"
#include "shell/settings.h"
#include "shell/theme.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileDialog>
#include <QFileInfo>
#include <QMenu>
#include <QTabWidget>

#include <algorithm>

namespace Studio
{

namespace
{

QString alertName(const QString &name, const QString &id, int rule)
{
    return name + u'\n' + id + u'\n' + QString::number(rule);
}

} // namespace

DashboardHub::DashboardHub(AppContext &app, Session &session, Page page, QWidget *place)
    : QObject(place)
    , m_app(app)
    , m_session(session)
    , m_page(std::move(page))
    , m_values(session.mirror())
    , m_store(DashboardStore::folderFor(QFileInfo(app.settings.file()).absolutePath(), session.profile().id))
    , m_logFile(m_log, m_store.folder() + QStringLiteral("/alerts.json"))
    , m_watch(session, m_values)
    , m_notifier(new AlertNotifier(app, m_log, session.id(), place))
    , m_history(&session.history().reader())
{
    installCommands(place);
    watchAlerts();
}

DashboardHub::~DashboardHub()
{
    qDeleteAll(tabs());
    delete m_alerts;
    delete m_notifier; // reads from the log
}

/// All that are kept, whether or not they are shown.
void DashboardHub::watchAlerts()
{
    connect(&m_watch, &AlertWatch::raised, this, &DashboardHub::raise);
    connect(&m_watch, &AlertWatch::ended, this, [this](const QString &name, const QString &id, int rule) {
        m_log.end(m_open.take(alertName(name, id, rule)), QDateTime::currentMSecsSinceEpoch());
        m_app.commands.refresh();
    });
    connect(&m_watch, &AlertWatch::acknowledged, this, [this](const QString &name, const QString &id) {
        const auto judge = m_watch.judge(name, id);
        for (int i = 0; judge && i < judge->config().alerts.size(); ++i)
            m_log.acknowledge(m_open.value(alertName(name, id, i)));
    });
    connect(m_notifier, &AlertNotifier::showRequested, this, &DashboardHub::showAlerts);
    connect(&m_store, &DashboardStore::changed, this, [this] {
        const QDir folder(m_store.folder());
        const QStringList names = m_watch.names();
        for (const QString &name : names) {
            if (!folder.exists(name))
                m_watch.remove(name);
        }
    });
    const QStringList files = m_store.files();
    for (const QString &file : files) {
        if (const DashboardReading reading = m_store.load(file); reading.dashboard)
            m_watch.setDashboard(file, *reading.dashboard);
    }
}

void DashboardHub::installCommands(QWidget *place)
{
    const auto on = [this, place](const char *id, std::function<void()> run) {
        m_app.commands.handle(QString::fromLatin1(id), place, {std::move(run), {}, {}});
    };
    on("dashboard.open", [this, place] { showList(place); });
    on("dashboard.new", [this] {
        Dashboard dashboard;
        dashboard.title = m_store.freeTitle(tr("Dashboard"));
        show(dashboard);
    });
    on("dashboard.import", [this, place] { askForImport(place); });
    on("dashboard.alerts", [this] { showAlerts(); });
}

void DashboardHub::showList(QWidget *place)
{
    const QStringList files = m_store.files();
    if (files.isEmpty()) {
        m_app.commands.trigger(QStringLiteral("dashboard.new"));
        return;
    }
    if (files.size() == 1) {
        open(files.constFirst());
        return;
    }
    auto *menu = new QMenu(place);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (const QString &file : files) {
        QString title = m_store.title(file);
        menu->addAction(m_app.theme.icon(QStringLiteral("dashboard")),
                        title.replace(u'&', QStringLiteral("&&")), this, [this, file] { open(file); });
    }
    menu->addSeparator();
    for (const char *id : {"dashboard.new", "dashboard.import", "dashboard.alerts"})
        menu->addAction(m_app.commands.action(QString::fromLatin1(id)));
    menu->popup(place->mapToGlobal(QPoint(place->width() / 2, 0)));
}

void DashboardHub::askForImport(QWidget *place)
{
    auto *dialog = new QFileDialog(place->window(), tr("Import a dashboard"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilter(tr("Dashboard (*.json)"));
    connect(dialog, &QFileDialog::fileSelected, this, &DashboardHub::import);
    dialog->open();
}

void DashboardHub::setHistory(SeriesHistory *history)
{
    m_history = history;
    for (DashboardTab *tab : tabs())
        tab->setHistory(history);
}

void DashboardHub::followTime(const TimeTravel &travel)
{
    const auto apply = [this, &travel] {
        m_past = travel.source(nullptr);
        for (DashboardTab *tab : tabs())
            tab->setPast(m_past);
    };
    connect(&travel, &TimeTravel::sourceChanged, this, apply);
    apply();
}

QList<DashboardTab *> DashboardHub::tabs() const
{
    QList<DashboardTab *> open;
    for (const QPointer<DashboardTab> &tab : m_tabs) {
        if (tab)
            open.append(tab);
    }
    return open;
}

void DashboardHub::bringUp(QWidget *tab)
{
    for (QWidget *up = tab->parentWidget(); up; up = up->parentWidget()) {
        if (auto *stack = qobject_cast<QTabWidget *>(up)) {
            stack->setCurrentWidget(tab);
            break;
        }
    }
    tab->setFocus();
}

DashboardTab *DashboardHub::open(const QString &file)
{
    if (DashboardTab *tab = tabOf(file)) {
        bringUp(tab);
        return tab;
    }
    const DashboardReading reading = m_store.load(file);
    if (!reading.dashboard) {
        report(tr("The dashboard cannot be read."), reading.problem);
        return nullptr;
    }
    if (!reading.problem.isEmpty())
        report(tr("The dashboard was mended."), reading.problem);
    auto *tab = new DashboardTab(m_app, m_session, m_values, m_store, file, *reading.dashboard);
    tab->setHistory(m_history);
    tab->setPast(m_past);
    follow(tab);
    m_page.openTab(tab);
    return tab;
}

DashboardTab *DashboardHub::show(const Dashboard &dashboard)
{
    QString problem;
    const QString file = m_store.add(dashboard, &problem);
    if (file.isEmpty()) {
        report(tr("The dashboard could not be saved."), problem);
        return nullptr;
    }
    return open(file);
}

DashboardTab *DashboardHub::import(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        report(tr("The dashboard cannot be read."), file.errorString());
        return nullptr;
    }
    const DashboardReading reading = readDashboard(file.readAll());
    if (!reading.dashboard) {
        report(tr("The dashboard cannot be read."), reading.problem);
        return nullptr;
    }
    // The same file again is no other dashboard.
    const QStringList known = m_store.files();
    for (const QString &each : known) {
        const DashboardReading own = m_store.load(each);
        if (own.dashboard && own.dashboard->tiles == reading.dashboard->tiles
            && !reading.dashboard->tiles.isEmpty())
            return open(each);
    }
    Dashboard dashboard = *reading.dashboard;
    dashboard.title = m_store.freeTitle(dashboard.title.isEmpty() ? tr("Dashboard") : dashboard.title);
    if (!reading.problem.isEmpty())
        report(tr("The dashboard was mended."), reading.problem);
    return show(dashboard);
}

void DashboardHub::follow(DashboardTab *tab)
{
    m_tabs.removeAll(nullptr);
    m_tabs.append(tab);
    connect(tab, &DashboardTab::openRequested, this,
            [this](const QByteArray &key) { m_page.openRecord(key); });
    connect(tab, &DashboardTab::dashboardMade, this, &DashboardHub::show);
    const auto judge = [this, tab] { m_watch.setDashboard(tab->file(), tab->board().dashboard()); };
    connect(&tab->board(), &BoardView::dashboardChanged, this, judge);
    judge();
    tab->board().setAlerts(m_watch, tab->file());
}

void DashboardHub::adopt(BoardView &board, const QString &name, const Dashboard &dashboard)
{
    m_watch.setDashboard(name, dashboard);
    board.setAlerts(m_watch, name);
    connect(&board, &QObject::destroyed, this, [this, name] { m_watch.remove(name); });
}

void DashboardHub::raise(const QString &name, const QString &id, int rule)
{
    const std::shared_ptr<TileFeed> judge = m_watch.judge(name, id);
    if (!judge)
        return;
    const AlertRule &alert = judge->config().alerts.at(rule);
    AlertEntry entry;
    entry.board = name;
    entry.dashboard = m_watch.title(name);
    entry.tileId = id;
    entry.tile = judge->config().title();
    entry.text = alert.text();
    if (judge->reading().isShown())
        entry.value = readingText(judge->reading(), judge->config()).left(200);
    entry.raisedAt = QDateTime::currentMSecsSinceEpoch();
    // What was so when the program ended and still is goes on, with somebody's knowing of it.
    const AlertEntry *before = judge->alert(rule).isFromBeginning() ? m_log.resume(entry) : nullptr;
    const quint64 number = before ? before->number : m_log.raise(entry);
    m_open.insert(alertName(name, id, rule), number);
    m_app.commands.refresh();
    const AlertEntry &logged = *m_log.entry(number);
    if (logged.isAcknowledged) {
        judge->acknowledge(rule);
        return;
    }
    // One that flickers is told once.
    if (!alert.isMuted && logged.times == 1)
        m_notifier->tell(entry.tile,
                         entry.value.isEmpty() ? entry.text : tr("%1: %2").arg(entry.text, entry.value),
                         isSeen(name));
}

DashboardTab *DashboardHub::tabOf(const QString &file) const
{
    const QList<DashboardTab *> open = tabs();
    const auto found = std::find_if(open.cbegin(), open.cend(),
                                    [&file](const DashboardTab *tab) { return tab->file() == file; });
    return found == open.cend() ? nullptr : *found;
}

bool DashboardHub::isSeen(const QString &name) const
{
    const DashboardTab *tab = tabOf(name);
    return tab && tab->isVisible() && tab->window()->isActiveWindow();
}

void DashboardHub::acknowledge(quint64 number)
{
    const AlertEntry *entry = m_log.entry(number);
    if (!entry)
        return;
    if (entry->endedAt == 0 && !entry->isCut && m_watch.judge(entry->board, entry->tileId))
        m_watch.acknowledge(entry->board, entry->tileId);
    else
        m_log.acknowledge(number);
}

bool DashboardHub::isMuted(quint64 number) const
{
    const AlertEntry *entry = m_log.entry(number);
    const auto judge = entry ? m_watch.judge(entry->board, entry->tileId) : nullptr;
    return judge && judge->config().alerts.constFirst().isMuted;
}

void DashboardHub::mute(quint64 number, bool muted)
{
    const AlertEntry *entry = m_log.entry(number);
    if (!entry)
        return;
    const QString file = entry->board;
    const QString id = entry->tileId;
    if (DashboardTab *tab = tabOf(file)) {
        tab->setMuted(id, muted);
        return;
    }
    DashboardReading reading = m_store.load(file);
    const qsizetype index = reading.dashboard ? reading.dashboard->indexOf(id) : -1;
    if (index < 0)
        return;
    for (AlertRule &rule : reading.dashboard->tiles[index].alerts)
        rule.isMuted = muted;
    if (m_store.save(file, *reading.dashboard))
        m_watch.setDashboard(file, *reading.dashboard);
}

void DashboardHub::showTile(quint64 number)
{
    const AlertEntry *entry = m_log.entry(number);
    if (!entry || !QDir(m_store.folder()).exists(entry->board) || QDir::isAbsolutePath(entry->board))
        return;
    const QString id = entry->tileId;
    if (DashboardTab *tab = open(entry->board))
        tab->board().selectTile(id);
}

void DashboardHub::report(const QString &title, const QString &text)
{
    Notice notice;
    notice.id = QStringLiteral("dashboards/") + m_session.id();
    notice.severity = Severity::Warning;
    notice.context = QStringLiteral("session/") + m_session.id();
    notice.title = title;
    notice.text = text;
    m_app.notices.raise(notice);
}

void DashboardHub::showAlerts()
{
    if (m_alerts) {
        bringUp(m_alerts);
        return;
    }
    m_alerts = new AlertsTab(m_app, *this);
    m_page.openTab(m_alerts);
}

} // namespace Studio
