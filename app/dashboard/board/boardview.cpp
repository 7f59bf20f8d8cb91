// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "dashboard/board/boardview.h"

#include "browser/emptystate.h"
#include "dashboard/alertwatch.h"
#include "dashboard/board/charttile.h"
#include "dashboard/board/countertile.h"
#include "dashboard/branchsample.h"
#include "dashboard/decimate.h"
#include "dashboard/gridlayout.h"
#include "dashboard/tilefeed.h"
#include "dashboard/tilewatch.h"
#include "live/livefeed.h"
#include "live/valuesource.h"
#include "mirror/keyspacemirror.h"
#include "models/keydrag.h"
#include "session/readoperation.h"
#include "session/session.h"
#include "session/watchpattern.h"
#include "shell/look.h"
#include "shell/theme.h"

#include <QApplication>
#include <QClipboard>
#include <QDateTime>
#include <QDropEvent>
#include <QKeyEvent>
#include <QMimeData>
#include <QMouseEvent>
#include <QScrollBar>
#include <QTimer>

namespace Studio
{

namespace
{

constexpr int TurnMs = 200;
constexpr int Margin = 16;
constexpr int Gap = 12;
constexpr int RowHeight = 42;
constexpr size_t MostUndo = 100;
const auto TileMime = QStringLiteral("application/x-hpkv-dashboard");

} // namespace

BoardView::BoardView(Theme &theme, Session &session, ValueSource &source, Mode mode, QWidget *parent)
    : QScrollArea(parent)
    , clock([] { return QDateTime::currentMSecsSinceEpoch(); })
    , m_theme(theme)
    , m_session(session)
    , m_source(source)
    , m_mode(mode)
    , m_canvas(new QWidget(this))
    , m_empty(new EmptyState(theme, m_canvas))
    , m_turns(new QTimer(this))
    , m_pass(new QTimer(this))
    , m_seconds(new QTimer(this))
{
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    if (mode == Mode::Wall)
        setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::StrongFocus);
    setAcceptDrops(mode == Mode::Window);
    setAccessibleName(tr("Dashboard"));
    Look::fill(m_canvas, theme, ColorRole::Window);
    Look::fill(viewport(), theme, ColorRole::Window);
    setWidget(m_canvas);
    m_empty->show(tr("This dashboard is empty"), tr("Drop keys from the tree here, or add a tile."),
                  mode == Mode::Window ? tr("Add a tile…") : QString());
    connect(m_empty, &EmptyState::actionTriggered, this, &BoardView::addRequested);

    m_turns->setInterval(TurnMs);
    m_pass->setInterval(0);
    m_seconds->setInterval(1000);
    connect(m_turns, &QTimer::timeout, this, [this] {
        if (m_dirty.empty())
            m_turns->stop();
        else
            m_pass->start();
    });
    connect(m_pass, &QTimer::timeout, this, &BoardView::paintNext);
    connect(m_seconds, &QTimer::timeout, this, &BoardView::tick);
    m_seconds->start();
    connect(&session.mirror(), &KeyspaceMirror::applied, this, &BoardView::heard);
    connect(&session, &Session::caughtUp, this, [this] {
        for (const Tile &tile : std::as_const(m_tiles))
            tile.feed->readAll(clock());
        touchAll();
    });
    connect(&theme, &Theme::changed, this, [this] {
        layoutTiles();
        touchAll();
    });
    connect(&source, &ValueSource::changed, this, &BoardView::take);
    connect(&source, &ValueSource::reset, this, [this] {
        for (const Tile &tile : std::as_const(m_tiles))
            tile.feed->readAll(clock());
        touchAll();
    });
    show({});
}

BoardView::~BoardView()
{
    // That it is gone may end its alerts; nothing is told to what is left of it.
    if (m_alerts)
        m_alerts->disconnect(this);
    m_session.setInterest(this, {}, {});
    m_session.setWatchedPatterns(this, {});
    // Views read from their feeds; they go first.
    delete takeWidget();
}

void BoardView::setPast(ValueSource *past)
{
    if (past == m_past)
        return;
    if (m_past)
        m_past->disconnect(this);
    m_past = past;
    if (past) {
        connect(past, &ValueSource::changed, this, &BoardView::takePast);
        connect(past, &ValueSource::reset, this, &BoardView::readPast);
    }
    const bool hadFocus = !m_current.isEmpty() && tileView(m_current)->hasFocus();
    const QString current = m_current;
    show(m_dashboard);
    if (hadFocus)
        selectTile(current);
}

void BoardView::takePast(const QList<QByteArray> &keys)
{
    for (auto tile = m_tiles.cbegin(); tile != m_tiles.cend(); ++tile) {
        if (tile->past->take(keys, m_past->moment()))
            touch(tile.key());
    }
}

/// Another moment.
void BoardView::readPast()
{
    for (const Tile &tile : std::as_const(m_tiles))
        tile.past->readAll(m_past->moment());
    touchAll();
}

void BoardView::setHistory(SeriesHistory *history)
{
    m_history = history;
    for (const Tile &tile : std::as_const(m_tiles))
        askForOlder(tile);
}

void BoardView::askForOlder(const Tile &tile)
{
    if (auto *chart = qobject_cast<ChartTile *>(tile.view)) {
        chart->setHistory(m_history);
        return;
    }
    if (!m_history || tile.feed->seriesCount() == 0)
        return;
    // What came before the board looked.
    const TileSeries series = tile.feed->config().drawnSeries().constFirst();
    const qint64 now = clock();
    const auto take = [this, feed = std::weak_ptr(tile.feed), series](const QList<SeriesPoint> &points) {
        const auto still = feed.lock();
        if (!still || still->seriesCount() == 0 || still->config().drawnSeries().constFirst() != series)
            return;
        still->series(0).prepend(points);
        touch(still->config().id);
    };
    m_history->request({series.key, series.pointer, now - tile.feed->config().windowMs, now, MostDrawnPoints},
                       this, take);
}

/// What is drawn behind a number of the past. One question at a time: the moment may move faster than it is
/// answered. Charts ask for themselves.
void BoardView::askForCourse(Tile &tile)
{
    const qint64 moment = m_past->moment();
    if (!m_history || tile.isCourseAsked || tile.coursedTo == moment || tile.past->seriesCount() == 0
        || qobject_cast<ChartTile *>(tile.view))
        return;
    const TileConfig &config = tile.past->config();
    const TileSeries series = config.drawnSeries().constFirst();
    const qint64 length =
        config.kind == TileKind::Number ? std::max(config.windowMs, config.sinceMs) : config.windowMs;
    tile.coursedTo = moment;
    tile.isCourseAsked = true;
    const auto take = [this, id = config.id, feed = std::weak_ptr(tile.past),
                       series](const QList<SeriesPoint> &points) {
        const auto known = m_tiles.find(id);
        const auto still = feed.lock();
        if (known == m_tiles.end() || !still || known->past != still)
            return;
        known->isCourseAsked = false;
        if (still->seriesCount() > 0 && still->config().drawnSeries().constFirst() == series)
            still->setSeries(0, points);
        touch(id);
    };
    m_history->request({series.key, series.pointer, moment - length, moment + 1, MostDrawnPoints}, this,
                       take);
}

void BoardView::setDashboard(const Dashboard &dashboard)
{
    m_undo.clear();
    m_redo.clear();
    show(dashboard);
}

void BoardView::change(const Dashboard &dashboard)
{
    if (dashboard == m_dashboard)
        return;
    m_undo.push_back(m_dashboard);
    if (m_undo.size() > MostUndo)
        m_undo.pop_front();
    m_redo.clear();
    show(dashboard);
    emit dashboardChanged();
}

void BoardView::undo()
{
    if (m_undo.empty())
        return;
    m_redo.push_back(m_dashboard);
    const Dashboard before = m_undo.back();
    m_undo.pop_back();
    show(before);
    emit dashboardChanged();
}

void BoardView::redo()
{
    if (m_redo.empty())
        return;
    m_undo.push_back(m_dashboard);
    const Dashboard after = m_redo.back();
    m_redo.pop_back();
    show(after);
    emit dashboardChanged();
}

void BoardView::show(const Dashboard &dashboard)
{
    m_dashboard = dashboard;
    QHash<QString, Tile> kept;
    for (const TileConfig &config : dashboard.tiles) {
        auto known = m_tiles.find(config.id);
        Tile tile;
        if (known != m_tiles.end()) {
            tile = known.value();
            m_tiles.erase(known);
        }
        build(tile, config);
        kept.insert(config.id, tile);
    }
    for (const Tile &gone : std::as_const(m_tiles))
        delete gone.view;
    m_tiles = std::move(kept);
    if (!m_current.isEmpty() && !m_tiles.contains(m_current)) {
        m_current.clear();
        emit currentTileChanged();
    }
    m_empty->setVisible(dashboard.tiles.isEmpty());
    // Tab goes through the tiles as they are read.
    QList<const TileConfig *> order;
    for (const TileConfig &config : m_dashboard.tiles)
        order.append(&config);
    std::sort(order.begin(), order.end(), [](const TileConfig *a, const TileConfig *b) {
        return a->place.y() != b->place.y() ? a->place.y() < b->place.y() : a->place.x() < b->place.x();
    });
    for (qsizetype i = 1; i < order.size(); ++i)
        QWidget::setTabOrder(tileView(order.at(i - 1)->id), tileView(order.at(i)->id));
    layoutTiles();
    watch();
    touchAll();
}

void BoardView::build(Tile &tile, const TileConfig &config)
{
    if (tile.feed && tile.feed->config().kind == config.kind) {
        for (TileFeed *feed : {tile.feed.get(), tile.past.get()}) {
            if (feed && feed->config() != config)
                feed->setConfig(config, clock());
        }
    } else {
        delete tile.view; // reads from its feed
        tile = {};
        tile.feed = std::make_shared<TileFeed>(m_source, config, clock());
        giveJudge(tile);
    }
    if (bool(tile.past) != bool(m_past)) {
        delete tile.view;
        tile.past = m_past ? std::make_shared<TileFeed>(*m_past, config, m_past->moment()) : nullptr;
        tile.isCourseAsked = false;
        tile.coursedTo = 0;
    }
    if (!tile.view)
        makeView(tile, config.id);
}

void BoardView::makeView(Tile &tile, const QString &id)
{
    TileFeed &feed = tile.past ? *tile.past : *tile.feed;
    tile.view = TileView::make(m_theme, feed, &m_session.feed(), m_canvas);
    tile.view->clock = [this] { return clock(); };
    tile.view->installEventFilter(this);
    connect(tile.view, &QWidget::customContextMenuRequested, this,
            [this, id, view = tile.view.data()](const QPoint &at) {
                selectTile(id);
                emit menuRequested(id, view->mapToGlobal(at));
            });
    if (auto *chart = qobject_cast<ChartTile *>(tile.view))
        connect(chart, &ChartTile::touched, this, [this, id] { touch(id); });
    askForOlder(tile);
    if (auto *counter = qobject_cast<CounterTile *>(tile.view)) {
        if (m_past)
            counter->forbid(tr("The past cannot be changed"));
        else if (m_mode == Mode::Wall)
            counter->hideButtons();
        else if (m_session.profile().safety == SafetyLevel::ReadOnly)
            counter->forbid(tr("This profile writes nothing"));
        connect(counter, &CounterTile::countRequested, this, &BoardView::countRequested);
    }
    if (m_mode == Mode::Wall)
        tile.view->setFocusPolicy(Qt::NoFocus);
    tile.view->show();
}

int BoardView::px(int metric) const
{
    return m_theme.metric(metric);
}

QSizeF BoardView::cell() const
{
    const double width = std::max(1, viewport()->width() - 2 * px(Margin) + px(Gap));
    const double column = width / GridLayout::Columns;
    const int rows = GridLayout::rows(m_dashboard.places());
    double row = px(RowHeight) + px(Gap);
    if (m_mode == Mode::Wall && rows > 0)
        row = double(viewport()->height() - 2 * px(Margin) + px(Gap)) / rows;
    return {column, row};
}

QRect BoardView::geometryOf(const QRect &place) const
{
    const QSizeF size = cell();
    const int left = qRound(place.x() * size.width());
    const int right = qRound((place.x() + place.width()) * size.width());
    const int top = qRound(place.y() * size.height());
    const int bottom = qRound((place.y() + place.height()) * size.height());
    return {px(Margin) + left, px(Margin) + top, right - left - px(Gap), bottom - top - px(Gap)};
}

void BoardView::layoutTiles()
{
    const int rows = GridLayout::rows(m_dashboard.places());
    const int height = m_mode == Mode::Wall ? viewport()->height()
                                            : qRound(rows * cell().height()) + 2 * px(Margin) - px(Gap);
    m_canvas->resize(viewport()->width(), std::max(height, viewport()->height()));
    m_empty->setGeometry(m_canvas->rect());
    // On a wall everything grows with its row, but not so much that words no longer fit into the columns.
    const double grown = std::min(cell().height() / (px(RowHeight) + px(Gap)), cell().width() / px(110));
    const double scale = m_mode == Mode::Wall ? std::clamp(grown, 0.7, 6.0) : 1;
    for (const TileConfig &config : std::as_const(m_dashboard.tiles)) {
        TileView *view = tileView(config.id);
        if (!view)
            continue;
        view->setGeometry(geometryOf(config.place));
        view->setScale(scale);
    }
}

void BoardView::watch()
{
    QList<const TileFeed *> feeds;
    for (const Tile &tile : std::as_const(m_tiles))
        feeds.append(tile.feed.get());
    watchTiles(m_session, this, feeds, [this](const QByteArray &key) { take({key}); });
}

void BoardView::take(const QList<QByteArray> &keys)
{
    const qint64 now = clock();
    for (auto tile = m_tiles.cbegin(); tile != m_tiles.cend(); ++tile) {
        if (tile->feed->take(keys, now))
            touch(tile.key());
    }
}

void BoardView::heard(const AppliedBatch &batch)
{
    const qint64 now = clock();
    if (batch.lineBroke) {
        for (const Tile &tile : std::as_const(m_tiles))
            tile.feed->lineDown(now);
        touchAll();
    }
    for (auto tile = m_tiles.cbegin(); tile != m_tiles.cend(); ++tile) {
        const TileKind kind = tile->feed->config().kind;
        if (kind != TileKind::Rate && kind != TileKind::Events)
            continue;
        for (const Heard &each : batch.heard) {
            if (each.origin == Origin::Notification)
                tile->feed->count(each.key, now);
        }
        if (!batch.heard.isEmpty())
            touch(tile.key());
    }
}

void BoardView::touch(const QString &id)
{
    if (std::find(m_dirty.cbegin(), m_dirty.cend(), id) == m_dirty.cend())
        m_dirty.push_back(id);
    if (!m_turns->isActive()) {
        m_turns->start();
        m_pass->start();
    }
}

void BoardView::touchAll()
{
    for (auto tile = m_tiles.cbegin(); tile != m_tiles.cend(); ++tile)
        touch(tile.key());
}

void BoardView::paintNext()
{
    if (m_dirty.empty()) {
        m_pass->stop();
        return;
    }
    const QString id = m_dirty.front();
    m_dirty.pop_front();
    if (const auto tile = m_tiles.find(id); tile != m_tiles.end()) {
        if (m_past)
            askForCourse(*tile);
        tile->view->refresh();
    }
    // What is touched from here on waits for the next turn.
    if (m_dirty.empty())
        m_pass->stop();
}

bool BoardView::isLineUp() const
{
    return m_session.status().line == LineState::Connected && m_session.status().watching;
}

void BoardView::tick()
{
    const qint64 now = clock();
    const bool up = isLineUp();
    for (const Tile &tile : std::as_const(m_tiles))
        tile.feed->tick(now, up);
    if (isVisible())
        touchAll(); // ages go on by themselves
}

TileView *BoardView::tileView(const QString &id) const
{
    const auto tile = m_tiles.constFind(id);
    return tile == m_tiles.cend() ? nullptr : tile->view.data();
}

TileFeed *BoardView::tileFeed(const QString &id) const
{
    const auto tile = m_tiles.constFind(id);
    return tile == m_tiles.cend() ? nullptr : tile->feed.get();
}

void BoardView::setAlerts(AlertWatch &watch, const QString &name)
{
    m_alerts = &watch;
    m_name = name;
    const auto touchIt = [this](const QString &board, const QString &id) {
        if (board == m_name)
            touch(id);
    };
    connect(&watch, &AlertWatch::raised, this, touchIt);
    connect(&watch, &AlertWatch::ended, this, touchIt);
    connect(&watch, &AlertWatch::acknowledged, this, touchIt);
    const auto giveAll = [this](const QString &board) {
        if (board != m_name)
            return;
        for (const Tile &tile : std::as_const(m_tiles))
            giveJudge(tile);
        touchAll();
    };
    connect(&watch, &AlertWatch::judgesChanged, this, giveAll);
    giveAll(name);
}

void BoardView::shareAlerts(BoardView &other) const
{
    if (m_alerts)
        other.setAlerts(*m_alerts, m_name);
}

void BoardView::giveJudge(const Tile &tile) const
{
    if (m_alerts)
        tile.feed->setJudge(m_alerts->judge(m_name, tile.feed->config().id));
}

void BoardView::acknowledge(const QString &id)
{
    const auto tile = m_tiles.constFind(id);
    if (tile == m_tiles.cend())
        return;
    if (m_alerts)
        m_alerts->acknowledge(m_name, id);
    else
        tile->feed->acknowledge();
    touch(id);
}

QString BoardView::currentTile() const
{
    return m_current;
}

void BoardView::selectTile(const QString &id)
{
    if (TileView *view = tileView(id); view && m_mode == Mode::Window) {
        view->setFocus();
        ensureWidgetVisible(view);
    }
}

QString BoardView::idOf(const TileView *view) const
{
    return view->feed().config().id;
}

void BoardView::addTile(const TileConfig &tile)
{
    Dashboard next = m_dashboard;
    const QString id = next.add(tile).id;
    change(next);
    selectTile(id);
}

void BoardView::replaceTile(const TileConfig &tile)
{
    Dashboard next = m_dashboard;
    const qsizetype index = next.indexOf(tile.id);
    if (index < 0)
        return;
    next.tiles[index] = tile;
    const QSize smallest = smallestTileSize(tile.kind);
    next.setPlaces(GridLayout::moved(next.places(), index, GridLayout::fitted(tile.place, smallest)));
    change(next);
}

void BoardView::removeTile(const QString &id)
{
    Dashboard next = m_dashboard;
    const qsizetype index = next.indexOf(id);
    if (index < 0)
        return;
    next.tiles.removeAt(index);
    change(next);
}

void BoardView::duplicateTile(const QString &id)
{
    if (const qsizetype index = m_dashboard.indexOf(id); index >= 0)
        addTile(m_dashboard.tiles.at(index));
}

void BoardView::nudge(const QString &id, const QPoint &move, const QSize &grow)
{
    const qsizetype index = m_dashboard.indexOf(id);
    if (index < 0)
        return;
    const TileConfig &tile = m_dashboard.tiles.at(index);
    // Downwards a tile goes past what is below it, or it would fall back at once.
    QPoint by = move;
    if (by.y() > 0) {
        int below = 0;
        for (const TileConfig &other : std::as_const(m_dashboard.tiles)) {
            const bool touches = other.place.y() == tile.place.y() + tile.place.height()
                              && other.place.x() < tile.place.x() + tile.place.width()
                              && tile.place.x() < other.place.x() + other.place.width();
            if (touches)
                below = std::max(below, other.place.height());
        }
        by.setY(std::max(by.y(), below));
    }
    const QRect wanted(tile.place.topLeft() + by, tile.place.size() + grow);
    Dashboard next = m_dashboard;
    next.setPlaces(
        GridLayout::moved(next.places(), index, GridLayout::fitted(wanted, smallestTileSize(tile.kind))));
    change(next);
    selectTile(id);
}

void BoardView::copyTile(const QString &id) const
{
    const qsizetype index = m_dashboard.indexOf(id);
    if (index < 0)
        return;
    Dashboard one;
    one.tiles = {m_dashboard.tiles.at(index)};
    const QByteArray file = writeDashboard(one);
    auto *mime = new QMimeData;
    mime->setData(TileMime, file);
    mime->setText(QString::fromUtf8(file));
    QApplication::clipboard()->setMimeData(mime);
}

void BoardView::pasteTile()
{
    const QMimeData *mime = QApplication::clipboard()->mimeData();
    if (!mime || !mime->hasFormat(TileMime))
        return;
    const DashboardReading reading = readDashboard(mime->data(TileMime));
    if (!reading.dashboard)
        return;
    for (const TileConfig &tile : reading.dashboard->tiles)
        addTile(tile);
}

void BoardView::dropKeys(const QList<QByteArray> &keys, const QList<QByteArray> &prefixes)
{
    // What a tile becomes depends on the value; the tree may know the key alone.
    QList<QByteArray> unread;
    for (const QByteArray &key : keys) {
        const auto found = m_source.value(key);
        if (!found || found->state == ValueState::Unknown)
            unread.append(key);
    }
    for (const QByteArray &prefix : prefixes) {
        if (const BranchSample sample = sampleOf(m_session.mirror(), prefix); sample.values.isEmpty())
            unread.append(sample.unread);
    }
    if (unread.isEmpty() || m_session.status().line != LineState::Connected) {
        addDropped(keys, prefixes);
        return;
    }
    const auto open = std::make_shared<qsizetype>(unread.size());
    for (const QByteArray &key : std::as_const(unread)) {
        connect(m_session.read(key), &ReadOperation::finished, this, [this, open, keys, prefixes] {
            if (--*open == 0)
                addDropped(keys, prefixes);
        });
    }
}

void BoardView::addDropped(const QList<QByteArray> &keys, const QList<QByteArray> &prefixes)
{
    Dashboard next = m_dashboard;
    QString first;
    const auto add = [&next, &first](const TileConfig &tile) {
        const QString id = next.add(tile).id;
        if (first.isEmpty())
            first = id;
    };
    for (const QByteArray &prefix : prefixes)
        add(guessTable(prefix, sampleOf(m_session.mirror(), prefix).values));
    for (const QByteArray &key : keys) {
        const auto found = m_source.value(key);
        add(guessTile(key, found ? found->value : QByteArray()));
    }
    change(next);
    selectTile(first); // where it came to stand may be out of sight
}

void BoardView::resizeEvent(QResizeEvent *event)
{
    QScrollArea::resizeEvent(event);
    layoutTiles();
}

void BoardView::keyPressEvent(QKeyEvent *event)
{
    const QString id = m_current;
    if (id.isEmpty() || m_mode == Mode::Wall) {
        QScrollArea::keyPressEvent(event);
        return;
    }
    const bool grows = event->modifiers() & Qt::ShiftModifier;
    const auto step = [&](int x, int y) {
        if (grows)
            nudge(id, {}, {x, y});
        else
            nudge(id, {x, y}, {0, 0}); // QSize() is not a size of nothing
    };
    switch (event->key()) {
    case Qt::Key_Left:
        return step(-1, 0);
    case Qt::Key_Right:
        return step(1, 0);
    case Qt::Key_Up:
        return step(0, -1);
    case Qt::Key_Down:
        return step(0, 1);
    case Qt::Key_Delete:
    case Qt::Key_Backspace:
        return removeTile(id);
    case Qt::Key_Return:
    case Qt::Key_Enter:
        emit editRequested(id);
        return;
    default:
        QScrollArea::keyPressEvent(event);
    }
}

bool BoardView::isAtCorner(const TileView *view, const QPoint &position) const
{
    const int edge = px(16);
    return position.x() >= view->width() - edge && position.y() >= view->height() - edge;
}

void BoardView::drag(const QPoint &global)
{
    Grab &grab = *m_grab;
    const QPoint by = global - grab.from;
    if (!grab.moved && by.manhattanLength() < QApplication::startDragDistance())
        return;
    grab.moved = true;
    const QSizeF size = cell();
    const QPoint cells(qRound(by.x() / size.width()), qRound(by.y() / size.height()));
    const qsizetype index = m_dashboard.indexOf(grab.id);
    if (index < 0)
        return;
    QRect wanted = grab.place;
    if (grab.resizes)
        wanted.setSize(wanted.size() + QSize(cells.x(), cells.y()));
    else
        wanted.translate(cells);
    wanted = GridLayout::fitted(wanted, smallestTileSize(m_dashboard.tiles.at(index).kind));
    m_dashboard.setPlaces(GridLayout::moved(grab.places, index, wanted));
    layoutTiles();
}

bool BoardView::tileEvent(TileView *view, QEvent *event)
{
    switch (event->type()) {
    case QEvent::FocusIn:
        m_current = idOf(view);
        view->update();
        emit currentTileChanged();
        return false;
    case QEvent::FocusOut:
        view->update();
        return false;
    case QEvent::KeyPress:
        keyPressEvent(static_cast<QKeyEvent *>(event));
        return event->isAccepted();
    case QEvent::MouseButtonDblClick:
        emit editRequested(idOf(view));
        return true;
    case QEvent::MouseButtonPress: {
        const auto *mouse = static_cast<QMouseEvent *>(event);
        if (mouse->button() != Qt::LeftButton)
            return false;
        const qsizetype index = m_dashboard.indexOf(idOf(view));
        if (index < 0)
            return false;
        m_grab = Grab{idOf(view),
                      mouse->globalPosition().toPoint(),
                      m_dashboard.tiles.at(index).place,
                      m_dashboard.places(),
                      isAtCorner(view, mouse->position().toPoint()),
                      false};
        view->raise();
        return false;
    }
    case QEvent::MouseMove:
        if (m_grab)
            drag(static_cast<QMouseEvent *>(event)->globalPosition().toPoint());
        else
            view->setCursor(isAtCorner(view, static_cast<QMouseEvent *>(event)->position().toPoint())
                                ? Qt::SizeFDiagCursor
                                : Qt::ArrowCursor);
        return m_grab.has_value();
    case QEvent::MouseButtonRelease: {
        const auto grab = std::exchange(m_grab, {});
        if (!grab || !grab->moved)
            return false;
        // One step back for the whole movement.
        const Dashboard after = m_dashboard;
        m_dashboard.setPlaces(grab->places);
        change(after);
        return true;
    }
    default:
        return false;
    }
}

bool BoardView::eventFilter(QObject *watched, QEvent *event)
{
    if (auto *view = qobject_cast<TileView *>(watched);
        view && m_mode == Mode::Window && tileEvent(view, event))
        return true;
    return QScrollArea::eventFilter(watched, event);
}

void BoardView::dragEnterEvent(QDragEnterEvent *event)
{
    if (KeyDrag::has(*event->mimeData()))
        event->acceptProposedAction();
}

void BoardView::dragMoveEvent(QDragMoveEvent *event)
{
    if (KeyDrag::has(*event->mimeData()))
        event->acceptProposedAction();
}

void BoardView::dropEvent(QDropEvent *event)
{
    const KeyDrag::Keys dropped = KeyDrag::read(*event->mimeData());
    if (dropped.keys.isEmpty() && dropped.prefixes.isEmpty())
        return;
    dropKeys(dropped.keys, dropped.prefixes);
    event->acceptProposedAction();
}

} // namespace Studio
