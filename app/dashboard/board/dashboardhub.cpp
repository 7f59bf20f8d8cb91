// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "dashboard/board/dashboardhub.h"

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

#include <QApplication>
#include <QCursor>
#include <QDateTime>
#include <QFile>
#include <QFileDialog>
#include <QFileInfo>
#include <QMenu>
#include <QSystemTrayIcon>
#include <QTabWidget>

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
    , m_history(&session.history().reader())
{
    installCommands(place);
}

DashboardHub::~DashboardHub()
{
    qDeleteAll(tabs());
    delete m_alerts;
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
    for (DashboardTab *tab : tabs()) {
        if (tab->file() == file) {
            bringUp(tab);
            return tab;
        }
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
    Dashboard dashboard = *reading.dashboard;
    dashboard.title = m_store.freeTitle(dashboard.title.isEmpty() ? tr("Dashboard") : dashboard.title);
    return show(dashboard);
}

void DashboardHub::follow(DashboardTab *tab)
{
    m_tabs.removeAll(nullptr);
    m_tabs.append(tab);
    connect(tab, &DashboardTab::openRequested, this,
            [this](const QByteArray &key) { m_page.openRecord(key); });
    connect(tab, &DashboardTab::dashboardMade, this, &DashboardHub::show);
    followAlerts(tab->board(), tab->file());
}

void DashboardHub::followAlerts(BoardView &board, const QString &name)
{
    connect(&board, &BoardView::alertRaised, this,
            [this, &board, name](const QString &id, int rule) { raise(board, name, id, rule); });
    connect(&board, &BoardView::alertEnded, this, [this, name](const QString &id, int rule) {
        m_log.end(m_open.take(alertName(name, id, rule)), QDateTime::currentMSecsSinceEpoch());
    });
    connect(&board, &BoardView::alertAcknowledged, this, [this, &board, name](const QString &id) {
        const TileFeed *feed = board.tileFeed(id);
        for (int i = 0; feed && i < feed->config().alerts.size(); ++i)
            m_log.acknowledge(m_open.value(alertName(name, id, i)));
    });
}

void DashboardHub::raise(const BoardView &board, const QString &name, const QString &id, int rule)
{
    const TileFeed *feed = board.tileFeed(id);
    if (!feed)
        return;
    const AlertRule &alert = feed->config().alerts.at(rule);
    AlertEntry entry;
    entry.dashboard = board.dashboard().title;
    entry.tileId = id;
    entry.tile = feed->config().title();
    entry.text = alert.text();
    entry.value =
        feed->reading().isShown() ? readingText(feed->reading(), feed->config()).left(200) : QString();
    entry.raisedAt = QDateTime::currentMSecsSinceEpoch();
    m_open.insert(alertName(name, id, rule), m_log.raise(entry));
    if (!alert.isMuted)
        tell(entry.tile, entry.value.isEmpty() ? entry.text : tr("%1: %2").arg(entry.text, entry.value));
}

void DashboardHub::tell(const QString &title, const QString &text)
{
    if (!QSystemTrayIcon::isSystemTrayAvailable())
        return;
    if (!m_tray) {
        m_tray = new QSystemTrayIcon(QApplication::windowIcon(), this);
        const auto show = [this] {
            if (auto *place = qobject_cast<QWidget *>(parent())) {
                place->window()->show();
                place->window()->raise();
                place->window()->activateWindow();
            }
            showAlerts();
        };
        connect(m_tray, &QSystemTrayIcon::activated, this, show);
        connect(m_tray, &QSystemTrayIcon::messageClicked, this, show);
        connect(&m_log, &AlertLog::openCountChanged, this,
                [this] { m_tray->setVisible(m_log.openCount() > 0); });
    }
    m_tray->setToolTip(title + u'\n' + text);
    m_tray->show();
    m_tray->showMessage(title, text, QSystemTrayIcon::Warning);
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
    m_alerts = new AlertsTab(m_app, m_log);
    connect(m_alerts, &AlertsTab::tileRequested, this, [this](quint64 number) {
        for (int row = 0; row < m_log.rowCount(); ++row) {
            const AlertEntry *entry = m_log.entryAt(row);
            if (entry->number != number)
                continue;
            for (DashboardTab *tab : tabs()) {
                if (tab->board().dashboard().title != entry->dashboard)
                    continue;
                bringUp(tab);
                tab->board().selectTile(entry->tileId);
            }
        }
    });
    m_page.openTab(m_alerts);
}

} // namespace Studio
