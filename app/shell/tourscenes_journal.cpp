// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "shell/tourscenes.h"

#include "journal/journalpanel.h"
#include "models/journalmodel.h"
#include "notices/noticecenter.h"
#include "session/demoserver.h"
#include "session/session.h"
#include "session/sessionmanager.h"
#include "session/writeoperation.h"
#include "shell/commandregistry.h"
#include "shell/mainwindow.h"
#include "shell/sessionpage.h"
#include "shell/workbench.h"

#include <hpkv/emulator/server.h>

#include <QCoreApplication>
#include <QDialog>
#include <QDockWidget>

#include <memory>

namespace Studio
{

namespace
{

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Studio::Tour)
};

constexpr int DockHeight = 330;
const auto CheckoutKey = QByteArrayLiteral("settings:checkout");

WriteRequest write(WriteKind kind, const QByteArray &key, const QByteArray &value, qint64 delta = 0)
{
    WriteRequest request;
    request.kind = kind;
    request.key = key;
    request.value = value;
    request.delta = delta;
    request.confirmed = true;
    return request;
}

/// A morning's work, the earliest first.
QList<WriteRequest> writes()
{
    return {write(WriteKind::Replace, CheckoutKey,
                  R"({"currency":"EUR","vat":19.0,"freeShippingFrom":50,"methods":["card","invoice"]})"),
            write(WriteKind::Increment, "counter:orders:today", {}, 1),
            write(WriteKind::Append, "note:warehouse", "\n10:42 pallet 7 checked in"),
            write(WriteKind::Replace, "banner:home",
                  R"({"text":"Free shipping from 39 €","until":"2026-12-24"})"),
            write(WriteKind::Patch, CheckoutKey, R"({"freeShippingFrom":39})"),
            write(WriteKind::Delete, "cart:8f41c2", {})};
}

} // namespace

TourScene journalScene(TourStage &stage)
{
    TourStage *at = &stage;
    const auto ended = std::make_shared<qsizetype>(0);
    const auto page = [at] { return at->window.currentPage(); };
    const auto server = [at]() -> hpkv::emulator::Server & {
        return at->workbench.sessions().demo()->server();
    };
    const auto lines = [page]() -> JournalModel & { return page()->journal()->model(); };
    const auto isSettled = [lines] {
        return lines().rowCount() > 0 && lines().lineAt(0)->state != JournalState::Open;
    };
    // One behind the other: some are of the same key.
    const auto next = std::make_shared<std::function<void(qsizetype)>>();
    *next = [page, ended, weak = std::weak_ptr(next)](qsizetype i) {
        WriteOperation *operation = page()->session().write(writes().at(i));
        QObject::connect(operation, &WriteOperation::finished, page(), [ended, weak, i] {
            *ended = i + 1;
            if (const auto again = weak.lock(); again && i + 1 < writes().size())
                (*again)(i + 1);
        });
    };
    const auto begin = [at, server, next] {
        if (auto *settings = at->window.findChild<QDialog *>(QStringLiteral("settingsPage")))
            settings->close();
        at->workbench.context().notices.clearAll();
        server().put("counter:orders:today", "1187");
        server().put("note:warehouse", "09:15 gate opened");
        server().put("banner:home", R"({"text":"Free shipping from 50 €","until":"2026-12-24"})");
        server().put("cart:8f41c2", R"({"user":"user:102","items":2,"total":81.70})");
        (*next)(0);
    };
    const auto refuse = [server, page] {
        hpkv::emulator::Faults faults;
        faults.code = hpkv::emulator::CodeFault{413, {.next = 1, .share = {}, .op = 2}};
        server().setFaults(faults);
        page()->session().write(
            write(WriteKind::Replace, "banner:home", R"({"text":"Sale from Monday","until":"2027-01-10"})"));
    };
    const auto undo = [at, server] {
        server().clearFaults();
        at->workbench.context().commands.trigger(QStringLiteral("journal.undo"));
    };
    const auto show = [at, page] {
        at->workbench.context().commands.trigger(QStringLiteral("view.focusJournal"));
        for (QWidget *up = page()->journal(); up; up = up->parentWidget()) {
            if (auto *dock = qobject_cast<QDockWidget *>(up))
                at->window.resizeDocks({dock}, {DockHeight}, Qt::Vertical);
        }
        const JournalModel &model = page()->journal()->model();
        for (int i = 0; i < model.rowCount(); ++i) {
            const JournalLine &line = *model.lineAt(i);
            if (line.kind == WriteKind::Patch && line.shown.key == CheckoutKey)
                page()->journal()->setCurrentRow(line.row);
        }
    };
    return {QStringLiteral("journal"),
            {{Text::tr("it is written"), begin,
              [ended, isSettled] { return *ended == writes().size() && isSettled(); }},
             {Text::tr("a write is refused"), refuse,
              [lines, isSettled] { return isSettled() && lines().lineAt(0)->state == JournalState::Failed; }},
             {Text::tr("a write is undone"), undo,
              [lines, isSettled] { return isSettled() && lines().lineAt(0)->undoes != 0; }},
             {Text::tr("the journal is shown"), show, [page] { return page()->journal()->isVisible(); }}},
            // Holds the chain of writes as long as the scene.
            [next] {},
            {}};
}

} // namespace Studio
