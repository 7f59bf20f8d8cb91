// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "shell/tourscenes.h"

#include "live/gapreport/gapreport.h"
#include "notices/noticecenter.h"
#include "session/demoserver.h"
#include "session/session.h"
#include "session/sessionmanager.h"
#include "shell/commandregistry.h"
#include "shell/mainwindow.h"
#include "shell/sessionactions.h"
#include "shell/sessionpage.h"
#include "shell/sessionwatches.h"
#include "shell/watchwiring.h"
#include "shell/workbench.h"
#include "watches/panel/patterndialog.h"
#include "watches/panel/tokenviewdialog.h"
#include "watches/panel/watchespanel.h"
#include "watches/patterntest.h"
#include "watches/watchesmodel.h"
#include "watches/watchlist.h"

#include <hpkv/emulator/server.h>

#include <QCoreApplication>
#include <QDockWidget>
#include <QLineEdit>

namespace Studio
{

namespace
{

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Studio::Tour)
};

constexpr int DockHeight = 250;

} // namespace

QList<TourScene> watchScenes(const TourStage &stage)
{
    const auto page = [stage] { return stage.window.currentPage(); };
    const auto demo = [stage] { return stage.workbench.sessions().demo(); };
    const auto isUp = [page] { return page()->session().status().line == LineState::Connected; };
    const auto watch = [page, demo, stage] {
        demo()->restart();
        page()->session().reconnectNow();
        stage.workbench.context().notices.clearAll();
        stage.window.resetLayout();
        WatchList &list = page()->actions().watches().list();
        for (const char *text : {"order:2024:*", "settings:*", "*:stock", "/^user:1[0-9]{2}$/"})
            list.put({WatchPattern::fromText(text), *text != '/'});
    };
    const auto hears = [page, isUp] {
        return isUp() && page()->session().status().watchedPatterns.contains("*:stock");
    };
    const auto stop = [demo] { demo()->stop(); };
    const auto isDown = [page] {
        const SessionStatus &status = page()->session().status();
        return status.line == LineState::Reconnecting && !status.watching && status.attempt >= 2;
    };
    // What others do while nobody listens.
    const auto change = [demo, page] {
        hpkv::emulator::Server &server = demo()->server();
        server.put(
            "settings:checkout",
            R"({"currency":"EUR","vat":19.0,"freeShippingFrom":45,"methods":["card","invoice","paypal"]})");
        server.put("settings:maintenance", R"({"from":"2026-12-01T22:00","minutes":30})");
        server.erase("user:103");
        server.put("user:104",
                   R"({"name":"Mara Lindqvist","country":"SE","since":"2024-03-02","orders":12})");
        demo()->restart();
        page()->session().reconnectNow();
    };
    const auto isChecked = [page] {
        const GapReport &gap = page()->watching().gap();
        return gap.until() > 0 && !gap.isChecking() && gap.changes().count("settings:maintenance") > 0;
    };
    const auto showGap = [page, stage] {
        stage.workbench.context().notices.clearAll();
        page()->watching().showGap();
    };
    const auto showPattern = [page, stage] {
        stage.workbench.context().commands.trigger(QStringLiteral("view.focusWatches"));
        for (QWidget *up = page()->watches(); up; up = up->parentWidget()) {
            if (auto *dock = qobject_cast<QDockWidget *>(up))
                stage.window.resizeDocks({dock}, {DockHeight}, Qt::Vertical);
        }
        page()->watches()->add();
        auto *dialog = stage.window.findChild<PatternDialog *>();
        dialog->findChild<QLineEdit *>(QStringLiteral("pattern"))
            ->setText(QStringLiteral("/^sensor:[a-z]+:roof:/"));
    };
    const auto isTested = [page, stage] {
        const auto *dialog = stage.window.findChild<PatternDialog *>();
        return dialog && !dialog->test().isRunning() && !page()->watches()->model().isCounting();
    };
    const auto showToken = [page, stage] {
        if (auto *dialog = stage.window.findChild<PatternDialog *>())
            dialog->reject();
        page()->watching().viewAsToken()->setRequest(QStringLiteral("^order:2024:[\\s\\S]*$"),
                                                     {"order:2024:500*", "settings:*"});
    };
    const auto isViewed = [stage] {
        const auto *dialog = stage.window.findChild<TokenViewDialog *>();
        return dialog && !dialog->test().isRunning() && dialog->test().matches().known > 0;
    };
    return {
        {QStringLiteral("gap-report"),
         {{Text::tr("patterns are watched"), watch, hears},
          {Text::tr("the line is down"), stop, isDown},
          {Text::tr("what is watched has been read again"), change, isChecked},
          {Text::tr("the report is shown"), showGap, {}}},
         {},
         {}},
        {QStringLiteral("watch-pattern"),
         {{Text::tr("the pattern has been tested"), showPattern, isTested}},
         {},
         isTested},
        {QStringLiteral("view-as-token"),
         {{Text::tr("the token has been tried on known keys"), showToken, isViewed}},
         {},
         isViewed},
    };
}

} // namespace Studio
