// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "shell/tourscenes.h"

#include "live/livefeed.h"
#include "live/livefilter.h"
#include "live/panel/livefilterrow.h"
#include "live/panel/livepanel.h"
#include "live/panel/livetable.h"
#include "live/panel/liveview.h"
#include "session/demoserver.h"
#include "session/session.h"
#include "session/sessionmanager.h"
#include "shell/commandregistry.h"
#include "shell/mainwindow.h"
#include "shell/sessionpage.h"
#include "shell/workbench.h"

#include <hpkv/emulator/server.h>

#include <QCoreApplication>
#include <QDockWidget>

namespace Studio
{

namespace
{

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Studio::Tour)
};

constexpr int DockHeight = 330;
constexpr quint64 EnoughChanges = 60;

} // namespace

QList<TourScene> streamScenes(TourStage &stage)
{
    TourStage *at = &stage;
    const auto panel = [at]() -> LivePanel & { return *at->window.currentPage()->live(); };
    const auto heard = std::make_shared<quint64>(0);
    const auto received = [panel] { return panel().session().feed().ledger().received; };
    const auto show = [at, panel, heard, received] {
        Session &session = panel().session();
        session.setWatchedPrefixes(&panel(), {"sensor:", "order:", "counter:"});
        at->workbench.context().commands.trigger(QStringLiteral("view.focusLive"));
        for (QWidget *up = &panel(); up; up = up->parentWidget()) {
            if (auto *dock = qobject_cast<QDockWidget *>(up))
                at->window.resizeDocks({dock}, {DockHeight}, Qt::Vertical);
        }
        panel().setShown(LivePanel::Show::Stream);
        panel().setPaused(false);
        *heard = received();
    };
    const auto isWatched = [panel] {
        return panel().session().status().watchedPatterns.contains(QByteArray("counter:*"));
    };
    const auto change = [at] {
        hpkv::emulator::Server &server = at->workbench.sessions().demo()->server();
        for (int i = 0; i < int(EnoughChanges); ++i) {
            const std::string number = std::to_string(1 + i % 6);
            server.put("sensor:tour:" + number, R"({"temp":)" + std::to_string(20 + i * 7 % 19) + '.'
                                                    + std::to_string(i % 10) + R"(,"unit":"C","battery":)"
                                                    + std::to_string(99 - i / 6) + "}");
            if (i % 3 == 0)
                server.put("counter:tour", std::to_string(1200 + i));
            if (i % 20 == 9)
                server.put("order:tour:" + number, R"({"status":"packed","total":94.20})");
        }
    };
    const auto enough = [heard, received] { return received() >= *heard + EnoughChanges; };
    const auto pause = [panel] {
        panel().setPaused(true);
        auto *view = panel().findChild<LiveView *>(QStringLiteral("changes"));
        view->goToNewest();
        view->setCurrentIndex(view->model()->index(2, 0));
    };
    const auto filter = [panel] {
        LiveFilter wanted;
        wanted.setKeys({QStringLiteral("sensor:*"), KeySearch::Kind::Wildcard, false});
        wanted.setKinds(LiveFilter::bit(LiveKind::Patched) | LiveFilter::bit(LiveKind::Replaced));
        wanted.setCondition(QStringLiteral("/temp > 30"));
        panel().setFilter(wanted);
    };
    const auto isFiltered = [panel] {
        return panel().findChild<LiveView *>(QStringLiteral("changes"))->isVisible();
    };
    const auto byKey = [panel] { panel().setShown(LivePanel::Show::ByKey); };
    const auto rates = [panel] { panel().setShown(LivePanel::Show::Rates); };
    const auto stream = [panel] { panel().setShown(LivePanel::Show::Stream); };
    const auto unfiltered = [panel] {
        panel().setFilter({});
        panel().findChild<LiveFilterRow *>(QStringLiteral("filterRow"))->hide();
    };
    const auto hasRows = [panel](const char *name) {
        const auto *table = panel().findChild<LiveTable *>(QString::fromLatin1(name));
        return table->isVisible() && table->model()->rowCount() > 2;
    };
    const auto isPaused = [panel] { return panel().isPaused(); };
    // The stream comes last, as it is how the scenes behind find the panel.
    return {{QStringLiteral("live-rates"),
             {{Text::tr("the branches are watched"), show, isWatched},
              {Text::tr("changes come one by one"), change, enough},
              {Text::tr("rates by branch"), rates, [hasRows] { return hasRows("rates"); }}},
             {},
             {}},
            {QStringLiteral("live-by-key"),
             {{Text::tr("changes by key"), byKey, [hasRows] { return hasRows("byKey"); }}},
             {},
             {}},
            {QStringLiteral("live-filter"),
             {{Text::tr("changes come one by one"), stream, {}},
              {Text::tr("the filter has several parts"), filter, isFiltered}},
             {},
             {}},
            {QStringLiteral("live-stream"),
             {{Text::tr("the filter is cleared"), unfiltered, {}},
              {Text::tr("the list is paused"), pause, isPaused}},
             {},
             {}}};
}

} // namespace Studio
