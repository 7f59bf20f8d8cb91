// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "dashboard/board/dashboardtab.h"

#include "dashboard/board/boardview.h"
#include "dashboard/board/charttile.h"
#include "dashboard/board/tiledialog.h"
#include "dashboard/board/wallwindow.h"
#include "dashboard/dashboardstore.h"
#include "dashboard/tilefeed.h"
#include "live/valuesource.h"
#include "models/keytext.h"
#include "notices/noticecenter.h"
#include "session/session.h"
#include "session/writeoperation.h"
#include "shell/appcontext.h"
#include "shell/commandregistry.h"
#include "shell/look.h"
#include "shell/question.h"
#include "shell/theme.h"

#include <QDateTime>
#include <QFile>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QInputDialog>
#include <QLabel>
#include <QMenu>
#include <QPointer>
#include <QSaveFile>
#include <QTimer>
#include <QToolButton>
#include <QVBoxLayout>

namespace Studio
{

namespace
{

constexpr int SaveDelayMs = 500;
constexpr qsizetype MostSuggestions = 2000;

QString momentText(qint64 at)
{
    const QDateTime moment = QDateTime::fromMSecsSinceEpoch(at);
    return QLocale().toString(moment.date(), QLocale::LongFormat) + u' '
         + moment.time().toString(QStringLiteral("HH:mm:ss"));
}

} // namespace

struct DashboardTab::Private {
    QWidget *head = nullptr;
    QLabel *state = nullptr;
    QToolButton *now = nullptr; ///< leads back from the past
    ValueSource *past = nullptr;
    QTimer *save = nullptr;
    QPointer<TileDialog> dialog;
    QPointer<WallWindow> wall;
    SeriesHistory *history = nullptr;
};

DashboardTab::DashboardTab(AppContext &app, Session &session, ValueSource &source, DashboardStore &store,
                           QString file, const Dashboard &dashboard, QWidget *parent)
    : PageTab(parent)
    , m_app(app)
    , m_session(session)
    , m_source(&source)
    , m_store(store)
    , m_file(std::move(file))
    , m_board(new BoardView(app.theme, session, source, BoardView::Mode::Window, this))
    , d(std::make_unique<Private>())
{
    Look::fill(this, app.theme, ColorRole::Window);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    buildHead();
    column->addWidget(m_board, 1);
    setFocusProxy(m_board);
    m_board->setDashboard(dashboard);

    d->save = new QTimer(this);
    d->save->setSingleShot(true);
    d->save->setInterval(SaveDelayMs);
    connect(d->save, &QTimer::timeout, this, &DashboardTab::flush);
    connect(m_board, &BoardView::dashboardChanged, this, [this] {
        d->save->start();
        m_app.commands.refresh();
        if (d->wall)
            d->wall->setDashboard(m_board->dashboard());
        emit titleChanged();
    });
    connect(m_board, &BoardView::currentTileChanged, &app.commands, &CommandRegistry::refresh);
    connect(m_board, &BoardView::addRequested, this, &DashboardTab::addTile);
    connect(m_board, &BoardView::editRequested, this, &DashboardTab::editTile);
    connect(m_board, &BoardView::menuRequested, this, &DashboardTab::showTileMenu);
    connect(m_board, &BoardView::countRequested, this, &DashboardTab::count);
    connect(&session, &Session::statusChanged, this, &DashboardTab::showState);
    showState();
    installCommands();
}

DashboardTab::~DashboardTab()
{
    if (d->save->isActive())
        flush();
    delete d->wall;
    delete d->dialog;
}

QString DashboardTab::title() const
{
    const QString title = m_board->dashboard().title;
    return title.isEmpty() ? tr("Dashboard") : title;
}

void DashboardTab::setHistory(SeriesHistory *history)
{
    d->history = history;
    m_board->setHistory(history);
}

void DashboardTab::buildHead()
{
    auto *head = new QWidget(this);
    d->head = head;
    auto *row = new QHBoxLayout(head);
    const int margin = m_app.theme.metric(16);
    row->setContentsMargins(margin, m_app.theme.metric(8), margin, m_app.theme.metric(4));
    row->setSpacing(m_app.theme.metric(4));
    d->state = new QLabel(head);
    d->state->setTextFormat(Qt::PlainText);
    row->addWidget(d->state, 1);
    const auto button = [&](const char *id, const QString &text) {
        auto *each = new QToolButton(head);
        QAction *action = m_app.commands.action(QString::fromLatin1(id));
        action->setIconText(text);
        each->setDefaultAction(action);
        each->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        each->setFocusPolicy(Qt::TabFocus);
        Look::makeQuiet(each);
        row->addWidget(each);
        return each;
    };
    d->now = button("history.now", tr("Back to now"));
    button("dashboard.addTile", tr("Add tile"));
    button("dashboard.wall", tr("Wall"));
    auto *more = new QToolButton(head);
    more->setIcon(m_app.theme.icon(QStringLiteral("more")));
    more->setToolTip(tr("More"));
    more->setAccessibleName(tr("More"));
    more->setPopupMode(QToolButton::InstantPopup);
    more->setFocusPolicy(Qt::TabFocus);
    Look::makeQuiet(more);
    auto *menu = new QMenu(more);
    for (const char *id : {"dashboard.rename", "dashboard.duplicate", "dashboard.export", "dashboard.import",
                           "dashboard.alerts", "dashboard.delete"})
        menu->addAction(m_app.commands.action(QString::fromLatin1(id)));
    more->setMenu(menu);
    row->addWidget(more);
    static_cast<QVBoxLayout *>(layout())->addWidget(head);
}

void DashboardTab::installCommands()
{
    const auto on = [this](const char *id, std::function<void()> run, std::function<bool()> enabled = {}) {
        m_app.commands.handle(QString::fromLatin1(id), this, {std::move(run), std::move(enabled), {}});
    };
    const auto hasTile = [this] { return !m_board->currentTile().isEmpty(); };
    on("dashboard.addTile", [this] { addTile(); });
    on("dashboard.wall", [this] { showWall(); });
    on("dashboard.rename", [this] { rename(); });
    on("dashboard.duplicate", [this] {
        Dashboard copy = m_board->dashboard();
        copy.title = m_store.freeTitle(title());
        emit dashboardMade(copy);
    });
    on("dashboard.export", [this] { exportFile(); });
    on("dashboard.delete", [this] {
        askQuestion(window(), tr("Delete the dashboard “%1”?").arg(title()),
                    tr("Its file is deleted; nothing in the store changes."),
                    {{tr("Delete"),
                      [this] {
                          d->save->stop();
                          m_store.remove(m_file);
                          m_file.clear();
                          setFocus();
                          m_app.commands.trigger(QStringLiteral("file.closeTab"));
                      },
                      true, false}});
    });
    on(
        "dashboard.acknowledge", [this] { acknowledge(m_board->currentTile()); },
        [this, hasTile] {
            const TileFeed *feed = hasTile() ? m_board->tileFeed(m_board->currentTile()) : nullptr;
            return feed && feed->firstAlert() >= 0;
        });
    on(
        "dashboard.editTile", [this] { editTile(m_board->currentTile()); }, hasTile);
    on(
        "dashboard.duplicateTile", [this] { m_board->duplicateTile(m_board->currentTile()); }, hasTile);
    on(
        "dashboard.deleteTile", [this] { m_board->removeTile(m_board->currentTile()); }, hasTile);
    on(
        "edit.undo", [this] { m_board->undo(); }, [this] { return m_board->canUndo(); });
    on(
        "edit.redo", [this] { m_board->redo(); }, [this] { return m_board->canRedo(); });
    on(
        "edit.copy", [this] { m_board->copyTile(m_board->currentTile()); }, hasTile);
    on(
        "edit.cut",
        [this] {
            m_board->copyTile(m_board->currentTile());
            m_board->removeTile(m_board->currentTile());
        },
        hasTile);
    on("edit.paste", [this] { m_board->pasteTile(); });
}

void DashboardTab::focusInEvent(QFocusEvent *event)
{
    PageTab::focusInEvent(event);
    m_board->setFocus();
}

bool DashboardTab::flush()
{
    d->save->stop();
    if (m_file.isEmpty())
        return true;
    QString problem;
    const bool saved = m_store.save(m_file, m_board->dashboard(), &problem);
    if (!saved)
        report(tr("The dashboard could not be saved."), problem);
    return saved;
}

void DashboardTab::report(const QString &title, const QString &text)
{
    Notice notice;
    notice.id = QStringLiteral("dashboard/") + m_session.id();
    notice.severity = Severity::Warning;
    notice.context = QStringLiteral("session/") + m_session.id();
    notice.title = title;
    notice.text = text;
    m_app.notices.raise(notice);
}

void DashboardTab::setPast(ValueSource *past)
{
    if (d->past)
        d->past->disconnect(this);
    d->past = past;
    m_board->setPast(past);
    if (past)
        connect(past, &ValueSource::reset, this, &DashboardTab::showState);
    showState();
}

void DashboardTab::showState()
{
    const bool isUp = m_session.status().line == LineState::Connected;
    d->now->setVisible(d->past);
    Look::fill(d->head, m_app.theme, d->past ? ColorRole::AccentSoft : ColorRole::Window);
    if (d->past) {
        const qint64 moment = d->past->moment();
        d->state->setText(moment > 0 ? tr("The past: as it was %1").arg(momentText(moment)) : tr("The past"));
        Look::text(d->state, m_app.theme, ColorRole::Accent, 0, QFont::DemiBold);
    } else {
        d->state->setText(isUp ? QString() : tr("No connection: what the tiles show may be out of date."));
        Look::text(d->state, m_app.theme, ColorRole::Warning, -1);
    }
}

void DashboardTab::addTile()
{
    TileConfig tile;
    tile.kind = TileKind::Number;
    showDialog(tile);
}

void DashboardTab::editTile(const QString &id)
{
    if (const qsizetype index = m_board->dashboard().indexOf(id); index >= 0)
        showDialog(m_board->dashboard().tiles.at(index));
}

TileDialog *DashboardTab::dialog() const
{
    return d->dialog;
}

void DashboardTab::showDialog(const TileConfig &tile)
{
    delete d->dialog;
    QStringList keys;
    for (const QByteArray &key : m_source->keysUnder({}, MostSuggestions))
        keys.append(QString::fromUtf8(key));
    d->dialog = new TileDialog(m_app.theme, *m_source, &m_session.feed(), tile, keys, window());
    d->dialog->setAttribute(Qt::WA_DeleteOnClose);
    const bool isNew = tile.id.isEmpty();
    connect(d->dialog, &TileDialog::tileAccepted, this, [this, isNew](const TileConfig &made) {
        if (isNew)
            m_board->addTile(made);
        else
            m_board->replaceTile(made);
    });
    d->dialog->open();
}

void DashboardTab::showTileMenu(const QString &id, const QPoint &position)
{
    const qsizetype index = m_board->dashboard().indexOf(id);
    if (index < 0)
        return;
    const TileConfig &tile = m_board->dashboard().tiles.at(index);
    m_app.commands.refresh();
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const auto add = [menu](const QString &text, const std::function<void()> &run) {
        menu->addAction(text, menu, run);
    };
    add(tr("Edit…"), [this, id] { editTile(id); });
    add(tr("Duplicate"), [this, id] { m_board->duplicateTile(id); });
    add(tr("Copy"), [this, id] { m_board->copyTile(id); });
    if (!tile.key.isEmpty() && !tile.isBranch())
        add(tr("Open the record"), [this, key = tile.key] { emit openRequested(key); });
    if (qobject_cast<ChartTile *>(m_board->tileView(id)))
        add(tr("Export the chart…"), [this, id] { exportChart(id); });
    if (!tile.alerts.isEmpty()) {
        menu->addSeparator();
        if (m_board->tileFeed(id)->firstAlert() >= 0)
            add(tr("Acknowledge the alert"), [this, id] { acknowledge(id); });
        QAction *mute =
            menu->addAction(tr("Mute alerts"), menu,
                            [this, id, muted = tile.alerts.constFirst().isMuted] { setMuted(id, !muted); });
        mute->setCheckable(true);
        mute->setChecked(tile.alerts.constFirst().isMuted);
    }
    menu->addSeparator();
    add(tr("Delete"), [this, id] { m_board->removeTile(id); });
    menu->popup(position);
}

void DashboardTab::acknowledge(const QString &id)
{
    m_board->acknowledge(id);
    m_app.commands.refresh();
}

void DashboardTab::setMuted(const QString &id, bool muted)
{
    const qsizetype index = m_board->dashboard().indexOf(id);
    if (index < 0)
        return;
    TileConfig tile = m_board->dashboard().tiles.at(index);
    for (AlertRule &rule : tile.alerts)
        rule.isMuted = muted;
    m_board->replaceTile(tile);
}

void DashboardTab::exportChart(const QString &id)
{
    auto *dialog = new QFileDialog(window(), tr("Export the chart"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilters({tr("Picture (*.png)"), tr("Drawing (*.svg)"), tr("Table (*.csv)")});
    dialog->setDefaultSuffix(QStringLiteral("png"));
    connect(dialog, &QFileDialog::filterSelected, dialog, [dialog](const QString &filter) {
        dialog->setDefaultSuffix(filter.section(QStringLiteral("*."), 1).chopped(1));
    });
    connect(dialog, &QFileDialog::fileSelected, this, [this, id](const QString &file) {
        auto *chart = qobject_cast<ChartTile *>(m_board->tileView(id));
        if (chart && !chart->exportTo(file))
            report(tr("The chart could not be written."), file);
    });
    dialog->open();
}

void DashboardTab::rename()
{
    auto *dialog = new QInputDialog(window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Rename dashboard"));
    dialog->setLabelText(tr("Name"));
    dialog->setTextValue(title());
    connect(dialog, &QInputDialog::textValueSelected, this, [this](const QString &text) {
        if (text.trimmed().isEmpty())
            return;
        Dashboard next = m_board->dashboard();
        next.title = text.trimmed();
        m_board->change(next);
    });
    dialog->open();
}

void DashboardTab::exportFile()
{
    auto *dialog = new QFileDialog(window(), tr("Export the dashboard"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilter(tr("Dashboard (*.json)"));
    dialog->setDefaultSuffix(QStringLiteral("json"));
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &file) {
        Dashboard shared = m_board->dashboard();
        shared.profileName = m_session.profile().name;
        shared.baseUrl = m_session.profile().baseUrl.toString(QUrl::RemoveUserInfo);
        QSaveFile out(file);
        if (!out.open(QIODevice::WriteOnly) || out.write(writeDashboard(shared)) < 0 || !out.commit())
            report(tr("The dashboard could not be written."), out.errorString());
    });
    dialog->open();
}

void DashboardTab::count(const QByteArray &key, qint64 delta)
{
    if (m_session.profile().safety != SafetyLevel::Confirm) {
        write(key, delta);
        return;
    }
    const QString name = KeyText::elided(key, 60);
    const QString amount = QLocale().toString(std::abs(delta));
    askQuestion(window(),
                delta < 0 ? tr("Take %1 from %2?").arg(amount, name) : tr("Add %1 to %2?").arg(amount, name),
                tr("The profile “%1” asks before each write.").arg(m_session.profile().name),
                {{tr("Count"), [this, key, delta] { write(key, delta); }, false, true}});
}

void DashboardTab::write(const QByteArray &key, qint64 delta)
{
    WriteRequest request;
    request.kind = WriteKind::Increment;
    request.key = key;
    request.delta = delta;
    request.confirmed = true;
    WriteOperation *operation = m_session.write(request);
    connect(operation, &WriteOperation::finished, this, [this, operation] {
        if (operation->state() != WriteOperation::State::Confirmed)
            report(tr("It was not counted."), operation->error().text);
    });
}

WallWindow *DashboardTab::showWall()
{
    if (!d->wall) {
        d->wall = new WallWindow(m_app.theme, m_session, *m_source);
        d->wall->setAttribute(Qt::WA_DeleteOnClose);
        d->wall->setHistory(d->history);
        m_board->shareAlerts(d->wall->board());
        d->wall->setDashboard(m_board->dashboard());
    }
    d->wall->showOnScreen();
    return d->wall;
}

} // namespace Studio
