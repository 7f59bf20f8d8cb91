// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "shell/tourscenes.h"

#include "dashboard/board/alerteditor.h"
#include "dashboard/board/boardview.h"
#include "dashboard/board/charttile.h"
#include "dashboard/board/chartview.h"
#include "dashboard/board/dashboardhub.h"
#include "dashboard/board/dashboardtab.h"
#include "dashboard/board/tiledialog.h"
#include "dashboard/board/tileview.h"
#include "dashboard/tilefeed.h"
#include "history/bar/pagehistory.h"
#include "history/bar/timebar.h"
#include "history/bar/timetravel.h"
#include "live/serieshistory.h"
#include "live/valuesource.h"
#include "notices/noticecenter.h"
#include "session/demoserver.h"
#include "session/session.h"
#include "session/sessionmanager.h"
#include "shell/commandregistry.h"
#include "shell/mainwindow.h"
#include "shell/sessionpage.h"
#include "shell/workbench.h"

#include <hpkv/emulator/server.h>

#include <QCoreApplication>
#include <QDateTime>
#include <QDialog>
#include <QDockWidget>
#include <QPointer>
#include <QScrollArea>
#include <QTimer>

#include <cmath>
#include <limits>
#include <memory>

namespace Studio
{

namespace
{

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Studio::Tour)
};

constexpr qint64 Minute = 60'000;

/// A past for the pictures, as a recorded one would answer: a course for each key that ends near its value,
/// and a gap of fourteen seconds.
class TourHistory : public SeriesHistory
{
public:
    using SeriesHistory::SeriesHistory;

    void request(const Request &request, QObject *context,
                 std::function<void(const QList<SeriesPoint> &)> done) override
    {
        QTimer::singleShot(0, context, [request, done = std::move(done)] { done(course(request)); });
    }

private:
    static QList<SeriesPoint> course(const Request &request)
    {
        const double end = endOf(request.key);
        const auto seed = double(qHash(request.key) % 97);
        const double swing = std::abs(end) * 0.03 + 0.2;
        const qint64 step = std::max<qint64>(1000, (request.to - request.from) / 180);
        const qint64 gap = request.to - 5 * Minute;
        QList<SeriesPoint> points;
        for (qint64 at = request.from; at < request.to; at += step) {
            if (at >= gap && at < gap + std::max(14'000ll, 3 * step)) {
                if (points.isEmpty() || !std::isnan(points.constLast().value))
                    points.append({at, std::numeric_limits<double>::quiet_NaN()});
                continue;
            }
            const double x = double(request.to - at) / double(15 * Minute);
            const double wave =
                std::sin(x * 9 + seed) + 0.5 * std::sin(x * 31 + seed * 2) + 0.25 * std::sin(x * 97 + seed);
            points.append({at, end + swing * (wave - std::sin(seed) - 0.5 * std::sin(seed * 2))});
        }
        return points;
    }

    static double endOf(const QByteArray &key)
    {
        if (key.startsWith("wall:orders"))
            return 1204;
        if (key.startsWith("cart"))
            return 212;
        if (key.contains("osaka"))
            return 31.6;
        return key.contains("quito") ? 19.2 : 26.4;
    }
};

TileConfig tile(TileKind kind, const QRect &place, const QString &label, const QByteArray &key,
                const QString &pointer = {})
{
    TileConfig tile;
    tile.kind = kind;
    tile.id = QStringLiteral("%1.%2").arg(place.x()).arg(place.y());
    tile.place = place;
    tile.label = label;
    tile.key = key;
    tile.pointer = pointer;
    return tile;
}

Dashboard shopFloor()
{
    Dashboard dashboard;
    dashboard.title = Text::tr("Shop floor");
    TileConfig orders = tile(TileKind::Number, {0, 0, 3, 3}, Text::tr("Orders today"), "wall:orders");
    orders.tone = Tone::Green;
    TileConfig carts = tile(TileKind::Sparkline, {3, 0, 3, 3}, Text::tr("Open carts"), "cart:open");
    carts.unit = Text::tr("carts");
    TileConfig osaka = tile(TileKind::Number, {6, 0, 3, 3}, Text::tr("Osaka, temperature"), "climate:osaka",
                            QStringLiteral("/temp"));
    osaka.unit = QStringLiteral("°C");
    osaka.alerts = {{AlertKind::Above, QStringLiteral("30"), QStringLiteral("0.5"), 0, false, {}}};
    TileConfig worker = tile(TileKind::Age, {9, 0, 3, 3}, Text::tr("Worker 3, heartbeat"), "heartbeat:3");
    worker.staleAfterMs = 1000;
    TileConfig chart = tile(TileKind::LineChart, {0, 3, 9, 6}, Text::tr("Temperature by site"), {});
    chart.unit = QStringLiteral("°C");
    chart.series = {{"climate:berlin", QStringLiteral("/temp"), QStringLiteral("berlin"), Tone::Plain},
                    {"climate:osaka", QStringLiteral("/temp"), QStringLiteral("osaka"), Tone::Plain},
                    {"climate:quito", QStringLiteral("/temp"), QStringLiteral("quito"), Tone::Plain}};
    TileConfig services = tile(TileKind::Table, {9, 3, 3, 6}, Text::tr("Services"), "service:");
    TileConfig bars = tile(TileKind::Bars, {0, 9, 3, 3}, Text::tr("Orders by status"), "bystatus:");
    TileConfig gauge =
        tile(TileKind::Gauge, {3, 9, 3, 3}, Text::tr("Queue fill"), "queue:main", QStringLiteral("/fill"));
    gauge.unit = QStringLiteral("%");
    gauge.ranges = {{60, Tone::Green}, {85, Tone::Orange}, {100, Tone::Red}};
    TileConfig counter = tile(TileKind::Counter, {6, 9, 3, 3}, Text::tr("Signups"), "wall:signups");
    TileConfig events = tile(TileKind::Events, {9, 9, 3, 3}, Text::tr("Latest changes"), {});
    TileConfig status = tile(TileKind::Status, {0, 12, 3, 2}, Text::tr("Payments"), "service:payments");
    status.alerts = {
        {AlertKind::Equal, QStringLiteral("down"), {}, 0, false, {}, Text::tr("Payments stand still")}};
    TileConfig rate = tile(TileKind::Rate, {3, 12, 3, 2}, Text::tr("Changes of all keys"), "*");
    TileConfig value = tile(TileKind::Value, {6, 12, 3, 2}, Text::tr("Banner"), "wall:banner");
    TileConfig note = tile(TileKind::Note, {9, 12, 3, 2}, Text::tr("On call"), {});
    note.text = Text::tr("Ring 4711 when two lights are red.");
    dashboard.tiles = {orders, carts,   osaka,  worker, chart, services, bars,
                       gauge,  counter, events, status, rate,  value,    note};
    return dashboard;
}

const QList<std::pair<const char *, const char *>> &values()
{
    static const QList<std::pair<const char *, const char *>> all{{"wall:orders", "1204"},
                                                                  {"cart:open", "212"},
                                                                  {"climate:osaka", R"({"temp":31.6})"},
                                                                  {"climate:berlin", R"({"temp":26.4})"},
                                                                  {"climate:quito", R"({"temp":19.2})"},
                                                                  {"heartbeat:3", "1"},
                                                                  {"service:payments", "ok"},
                                                                  {"service:mailer", "ok"},
                                                                  {"service:search", "slow"},
                                                                  {"service:worker:1", "ok"},
                                                                  {"service:worker:2", "ok"},
                                                                  {"service:worker:3", "silent"},
                                                                  {"service:export", "ok"},
                                                                  {"service:import", "off"},
                                                                  {"bystatus:shipped", "641"},
                                                                  {"bystatus:packed", "312"},
                                                                  {"bystatus:paid", "168"},
                                                                  {"bystatus:returned", "51"},
                                                                  {"bystatus:new", "32"},
                                                                  {"queue:main", R"({"fill":52})"},
                                                                  {"wall:signups", "386"},
                                                                  {"wall:banner", "Free shipping from 39 €"}};
    return all;
}

struct Stagehand {
    TourStage *stage;
    QPointer<DashboardTab> tab;
    qint64 moment = 0; ///< when all was shown

    SessionPage *page() const { return stage->window.currentPage(); }
    DashboardHub *hub() const { return page()->findChild<DashboardHub *>(); }
    DemoServer &demo() const { return *stage->workbench.sessions().demo(); }
    void put(const char *key, const char *value) const { demo().server().put(key, value); }
    bool allShown() const
    {
        if (!tab)
            return false;
        for (const TileConfig &config : tab->board().dashboard().tiles) {
            const TileFeed *feed = tab->board().tileFeed(config.id);
            if (config.kind == TileKind::Table || config.kind == TileKind::Bars) {
                if (feed->rows().size() < 5)
                    return false;
            } else if (!config.isBranch() && !config.key.isEmpty() && !feed->reading().isShown()) {
                return false;
            }
            const auto *chart = qobject_cast<const ChartTile *>(tab->board().tileView(config.id));
            if (chart && chart->chart().drawnPoints() < 50)
                return false;
            for (int i = 0; !chart && i < feed->seriesCount(); ++i) {
                if (feed->series(i).count() < 50)
                    return false;
            }
        }
        return true;
    }
};

} // namespace

QList<TourScene> dashboardScenes(TourStage &stage)
{
    const auto hand = std::make_shared<Stagehand>();
    hand->stage = &stage;
    const auto isUp = [hand] {
        const SessionStatus &status = hand->page()->session().status();
        return status.line == LineState::Connected && status.watching;
    };
    const auto open = [hand] {
        const QList<QDockWidget *> docks = hand->stage->window.findChildren<QDockWidget *>();
        for (QDockWidget *dock : docks)
            dock->hide();
        const QList<QDialog *> dialogs = hand->stage->window.findChildren<QDialog *>();
        for (QDialog *dialog : dialogs)
            dialog->close();
        hand->stage->workbench.context().notices.clearAll();
        // What the past speaks of was there before the board looks.
        hand->put("climate:berlin", R"({"temp":26.4})");
        hand->put("climate:osaka", R"({"temp":29.9})");
        hand->put("climate:quito", R"({"temp":19.2})");
        hand->put("cart:open", "212");
        hand->put("wall:orders", "1118");
        hand->hub()->setHistory(new TourHistory(hand->hub()));
        hand->tab = hand->hub()->show(shopFloor());
    };
    const auto isWatched = [hand] {
        // Watching everything says it, too.
        const QList<QByteArray> patterns = hand->page()->session().status().watchedPatterns;
        return patterns.contains(QByteArrayLiteral("wall:orders"))
            || patterns.contains(QByteArrayLiteral("*"));
    };
    const auto change = [hand] {
        for (const auto &[key, value] : values())
            hand->put(key, value);
    };
    const auto isStale = [hand] {
        const TileFeed *worker = hand->tab->board().tileFeed(QStringLiteral("9.0"));
        hand->moment = QDateTime::currentMSecsSinceEpoch();
        return hand->allShown() && worker->isStale(hand->moment);
    };
    const auto travel = [hand] {
        hand->page()->history().bar()->show();
        hand->page()->history().travel().goTo(hand->moment);
    };
    const auto isPast = [hand] {
        const ValueSource *past = hand->page()->history().travel().source(nullptr);
        const TileView *orders = hand->tab->board().tileView(QStringLiteral("0.0"));
        return past && past->moment() == hand->moment && orders->feed().reading().isShown();
    };
    const auto isNow = [hand] { return hand->tab->board().isLive(); };
    const auto goBack = [hand] {
        hand->page()->history().travel().goToNow();
        hand->page()->history().bar()->hide();
    };
    const auto editAlerts = [hand] {
        hand->tab->editTile(QStringLiteral("6.0"));
        auto *alerts = hand->tab->dialog()->findChild<AlertEditor *>();
        QTimer::singleShot(0, alerts, [alerts, dialog = hand->tab->dialog()] {
            dialog->findChild<QScrollArea *>()->ensureWidgetVisible(alerts, 0, 400);
        });
    };
    const auto zoom = [hand] {
        auto *chart = qobject_cast<ChartTile *>(hand->tab->board().tileView(QStringLiteral("0.3")));
        const qint64 now = QDateTime::currentMSecsSinceEpoch();
        chart->chart().setWindow({now - 8 * Minute, now - 3 * Minute});
    };
    const auto isZoomed = [hand] {
        const auto *chart = qobject_cast<ChartTile *>(hand->tab->board().tileView(QStringLiteral("0.3")));
        return !chart->chart().isLive() && chart->chart().drawnPoints() > 100;
    };
    const auto alerts = [hand] {
        hand->tab->board().acknowledge(QStringLiteral("6.0"));
        hand->put("climate:osaka", R"({"temp":29.1})");
    };
    const auto edit = [hand] {
        hand->hub()->open(hand->tab->file());
        hand->tab->editTile(QStringLiteral("3.9"));
    };
    return {
        {QStringLiteral("dashboard"),
         {{Text::tr("the server is back"), [hand] { hand->demo().restart(); }, isUp},
          {Text::tr("the dashboard is watched"), open, isWatched},
          {Text::tr("the tiles show values, one of them stale"), change, isStale}},
         {},
         {}},
        {QStringLiteral("dashboard-chart"), {{Text::tr("the chart is zoomed in"), zoom, isZoomed}}, {}, {}},
        {QStringLiteral("dashboard-past"), {{Text::tr("a moment is shown"), travel, isPast}}, {}, {}},
        {QStringLiteral("dashboard-tile"),
         {{Text::tr("the present is shown"), goBack, isNow},
          {Text::tr("the tile is edited"), edit,
           [hand] { return hand->tab->dialog() && hand->tab->dialog()->isVisible(); }}},
         {},
         {}},
        {QStringLiteral("dashboard-alert-form"),
         {{Text::tr("the alerts are edited"), editAlerts,
           [hand] { return hand->tab->dialog() && hand->tab->dialog()->isVisible(); }}},
         {},
         {}},
        {QStringLiteral("dashboard-alerts"),
         {{Text::tr("the editor is closed"), [hand] { hand->tab->dialog()->close(); },
           [hand] { return !hand->tab->dialog(); }},
          {Text::tr("the alert ends"), alerts, [hand] { return hand->hub()->log().openCount() == 0; }},
          {Text::tr("another one is raised"), [hand] { hand->put("service:payments", "down"); },
           [hand] { return hand->hub()->log().openCount() == 1; }},
          {Text::tr("the alerts are listed"), [hand] { hand->hub()->showAlerts(); }, {}}},
         {},
         {}}};
}

} // namespace Studio
