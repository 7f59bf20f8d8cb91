// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "shell/tourscenes.h"

#include "history/bar/keyhistorytab.h"
#include "history/bar/momentstab.h"
#include "history/bar/pagehistory.h"
#include "history/bar/timebar.h"
#include "history/bar/timetravel.h"
#include "live/panel/livepanel.h"
#include "live/panel/paststream.h"
#include "models/keychangemodel.h"
#include "models/keyhistorymodel.h"
#include "models/pastmodel.h"
#include "session/demoserver.h"
#include "session/session.h"
#include "session/sessionmanager.h"
#include "shell/mainwindow.h"
#include "shell/sessionpage.h"
#include "shell/workbench.h"

#include <hpkv/emulator/server.h>

#include <QCoreApplication>
#include <QPointer>
#include <QTimer>

#include <memory>

namespace Studio
{

namespace
{

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Studio::Tour)
};

const auto OvenKey = QByteArrayLiteral("sensor:oven:7");
constexpr int Changes = 40;
constexpr int ChangeMs = 60;

} // namespace

/// An oven heats up while its key is watched; then page and live list show how it stood in the middle, what
/// of the branch changed since, and what is older than the live list.
QList<TourScene> timeTravelScenes(TourStage &stage)
{
    TourStage *at = &stage;
    const auto page = [at] { return at->window.currentPage(); };
    const auto tab = std::make_shared<QPointer<KeyHistoryTab>>();
    const auto heat = [at, page] {
        page()->session().setWatchedPrefixes(page(), {OvenKey});
        auto *timer = new QTimer(page());
        timer->setInterval(ChangeMs);
        QObject::connect(timer, &QTimer::timeout, page(),
                         [at, timer, step = 0]() mutable {
                             if (step++ >= Changes) {
                                 timer->deleteLater();
                                 return;
                             }
                             const std::string text = R"({
  "celsius": )" + std::to_string(180 + step) + R"(,
  "door": ")" + (step % 9 == 0 ? "open" : "closed") + R"(",
  "program": "bake",
  "minutesLeft": )" + std::to_string(Changes - step) + "\n}";
                             at->workbench.sessions().demo()->server().put(OvenKey.toStdString(), text);
                         });
        timer->start();
    };
    const auto open = [page, tab] { *tab = page()->history().openKey(OvenKey); };
    const auto isOpen = [tab] { return *tab && (*tab)->model().isReady() && (*tab)->isSettled(); };
    const auto isHeated = [at] {
        const auto value = at->workbench.sessions().demo()->server().get(OvenKey.toStdString());
        return value && value->find(std::to_string(180 + Changes)) != std::string::npos;
    };
    const auto travel = [page, tab] {
        const KeyHistoryModel &model = (*tab)->model();
        if (const HistoryEntry *entry = model.entryAt(model.rowCount() / 3))
            page()->history().travel().goTo(entry->at);
    };
    const auto isThere = [page, tab] {
        return *tab && (*tab)->isSettled() && !page()->history().travel().isLive()
            && page()->history().bar()->isReady();
    };
    const auto moments = std::make_shared<QPointer<MomentsTab>>();
    const auto compare = [page, moments] {
        *moments = page()->history().openMoments("sensor:");
        page()->setFocus();
    };
    const auto isCompared = [moments] {
        return *moments && (*moments)->isReady() && (*moments)->model().rowCount() > 0;
    };
    const auto older = [page, moments] {
        page()->history().travel().goToNow();
        page()->closeCurrentTab();
        page()->live()->showOlder();
    };
    const auto isOlder = [page] {
        const auto *past = page()->live()->findChild<PastStream *>();
        return past && past->isVisible() && past->model().isReady() && past->model().rowCount() > 0;
    };
    return {{QStringLiteral("time-travel"),
             {{Text::tr("a key changes"), heat, isHeated},
              {Text::tr("its history is open"), open, isOpen},
              {Text::tr("a moment is shown"), travel, isThere}},
             {},
             isThere},
            {QStringLiteral("two-moments"),
             {{Text::tr("the moments are compared"), compare, isCompared}},
             {},
             isCompared},
            {QStringLiteral("live-older"),
             {{Text::tr("older changes are read"), older, isOlder}},
             {},
             isOlder,
             [page] { page()->live()->leavePast(); }}};
}

} // namespace Studio
