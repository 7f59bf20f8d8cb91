// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "browser/range/rangetab_p.h"

#include "browser/keyactions.h"
#include "browser/range/rangebars.h"
#include "browser/range/rangecelleditor.h"
#include "browser/range/rangecommands.h"
#include "browser/range/rangefilterrow.h"
#include "browser/range/rangereading.h"
#include "browser/range/rangesaved.h"
#include "browser/range/rangeselection.h"
#include "browser/range/rangesorting.h"
#include "browser/range/rangetable.h"
#include "models/rangemodel.h"
#include "shell/appcontext.h"
#include "shell/commandregistry.h"

#include <QLineEdit>
#include <QMenu>
#include <QToolButton>

#include <algorithm>

namespace Studio
{

namespace
{

constexpr qint64 MostWatchedRows = 50;

} // namespace

void RangeTab::Private::installCommands()
{
    addRangeCommands(app.commands);
    const auto on = [this](const char *id, std::function<void()> run, std::function<bool()> enabled = {}) {
        app.commands.handle(QString::fromLatin1(id), q, {std::move(run), std::move(enabled), {}});
    };
    const auto isReading = [this] { return reading->isRunning(); };
    on("range.run", [this] { q->run(); });
    on("view.refresh", [this] { q->run(); });
    on(
        "range.pause", [this] { strip->pause()->click(); }, isReading);
    on(
        "range.cancel", [this] { strip->cancel()->click(); }, isReading);
    on("range.sort", [this] { sorting->step(std::max(0, table->currentIndex().column())); });
    on(
        "range.sortAgain", [this] { model->sortAgain(); }, [this] { return !model->orderState().isByKey; });
    on("range.columns", [this] { addColumn->click(); });
    on("range.filter",
       [this] { table->filterRow()->focusColumn(std::max(0, table->currentIndex().column())); });
    on("range.condition", [this] { bar->focusCondition(); });
    on("edit.find", [this] { bar->focusCondition(); });
    on("range.clearFilters", [this] { sorting->clearFilters(); });
    on("range.detail", [this] { selectionBar->detail()->toggle(); });
    on("range.saved", [this] {
        saved->fillMenu();
        bar->savedMenu()->popup(bar->mapToGlobal(QPoint(bar->width() / 2, bar->height())));
    });
    installRowCommands();
}

void RangeTab::Private::installRowCommands()
{
    const auto on = [this](const char *id, std::function<void()> run, std::function<bool()> enabled = {}) {
        app.commands.handle(QString::fromLatin1(id), q, {std::move(run), std::move(enabled), {}});
    };
    const auto hasRows = [this] { return !selection->isEmpty(); };
    const auto canChange = [this] { return selection->canChange(); };
    on(
        "range.edit", [this] { editor->begin(table->currentIndex()); },
        [this] { return editor->canBegin(table->currentIndex()); });
    on(
        "range.copyTsv", [this] { selection->copyTsv(); }, hasRows);
    on(
        "range.copyJson", [this] { selection->copyJson(); }, hasRows);
    on(
        "range.patch", [this] { selection->patch(); }, canChange);
    on(
        "range.increment", [this] { selection->increment(); }, canChange);
    on(
        "range.export", [this] { selection->exportRows(); }, [this] { return selection->canExport(); });
    for (const char *id : {"range.delete", "keys.delete"})
        on(
            id, [this] { selection->remove(); }, canChange);
    // The selected rows while they are few enough to be named one by one, else the range itself.
    const auto watched = [this] {
        return !selection->isEmpty() && selection->count() <= MostWatchedRows
                 ? selection->chosen()
                 : KeySelection{{}, {q->query().interval}};
    };
    app.commands.handle(QStringLiteral("keys.watch"), q,
                        {[this, watched] { actions->setWatched(watched(), !actions->isWatched(watched())); },
                         [this, watched] { return actions && actions->can(KeyVerb::Watch, watched()); },
                         [this, watched] { return actions && actions->isWatched(watched()); }});
    // In a field they mean its text.
    const auto field = [this]() -> QLineEdit * {
        auto *inFocus = qobject_cast<QLineEdit *>(q->focusWidget());
        return inFocus && inFocus->hasFocus() ? inFocus : nullptr;
    };
    on(
        "edit.copy",
        [this, field] {
            if (QLineEdit *inFocus = field())
                inFocus->copy();
            else
                selection->copyTsv();
        },
        [hasRows, field] { return hasRows() || field(); });
    on("edit.selectAll", [this, field] {
        if (QLineEdit *inFocus = field())
            inFocus->selectAll();
        else
            table->selectAll();
    });
}

} // namespace Studio
