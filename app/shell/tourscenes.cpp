// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "shell/tourscenes.h"

#include "browser/keytree.h"
#include "browser/keytreeview.h"
#include "browser/range/rangetab.h"
#include "browser/range/rangetable.h"
#include "browser/statisticsdialog.h"
#include "browser/treecolumns.h"
#include "bulk/deletedialog.h"
#include "bulk/filefield.h"
#include "bulk/importdialog.h"
#include "editor/jsoneditor.h"
#include "editor/jsontreeview.h"
#include "editor/recordbars.h"
#include "editor/recordcontroller.h"
#include "editor/recordtab.h"
#include "history/bar/pagehistory.h"
#include "history/bar/timebar.h"
#include "live/livefeed.h"
#include "live/panel/livepanel.h"
#include "mirror/keyspacemirror.h"
#include "models/jsontreemodel.h"
#include "models/keytreemodel.h"
#include "models/rangemodel.h"
#include "notices/noticecenter.h"
#include "profiles/dialog/connectdialog.h"
#include "profiles/profilestore.h"
#include "session/demoserver.h"
#include "session/intervalscan.h"
#include "session/jobs/job.h"
#include "session/jobs/joblist.h"
#include "session/jobs/jobs.h"
#include "session/session.h"
#include "session/sessionmanager.h"
#include "shell/commandpalette.h"
#include "shell/commandregistry.h"
#include "shell/keylookup.h"
#include "shell/mainwindow.h"
#include "shell/sessionactions.h"
#include "shell/sessionpage.h"
#include "shell/workbench.h"
#include "transfer/recordencoder.h"
#include "transfer/transfers.h"

#include <hpkv/emulator/server.h>

#include <QAbstractItemView>
#include <QApplication>
#include <QCoreApplication>
#include <QDateTime>
#include <QDir>
#include <QDockWidget>
#include <QHeaderView>
#include <QItemSelectionModel>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QPushButton>
#include <QTemporaryFile>
#include <QTreeView>

#include <memory>

namespace Studio
{

namespace
{

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Studio::Tour)
};

constexpr qsizetype LiveRows = 9;
constexpr int RowsAbove = 8; ///< the record's row in the tree
constexpr int Changes = 8; ///< a second, in the demo
constexpr quint32 Seed = 20;
const auto RecordKey = QByteArrayLiteral("order:2024:5055");

/// An order as another program might write it, indented, in a state that the demo's activity leaves alone.
QByteArray orderText(const QByteArray &status, const QByteArray &shippedAt)
{
    return R"({
  "number": "2024-5055",
  "customer": { "id": "user:102", "name": "Zoë Ångström", "vip": true },
  "status": ")"
         + status + R"(",
  "shippedAt": )"
         + shippedAt + R"(,
  "items": [
    { "sku": "DES-1011", "qty": 3, "price": 249.00 },
    { "sku": "SHE-1012", "qty": 4, "price": 7.50 },
    { "sku": "MUG-1013", "qty": 1, "price": 94.20 }
  ],
  "total": 747.00,
  "payment": { "method": "paypal", "reference": 9007199254740995 },
  "note": null
})";
}

/// Reached from every scene; made when the first scene needs it.
struct Actors {
    explicit Actors(TourStage &stageToUse)
        : stage(stageToUse)
    {
    }

    SessionPage *page() const { return stage.window.currentPage(); }
    Session *session() const { return page() ? &page()->session() : nullptr; }
    RecordTab *tab() const { return page() ? page()->currentRecord() : nullptr; }
    CommandRegistry &commands() const { return stage.workbench.context().commands; }
    hpkv::emulator::Server &server() const { return stage.workbench.sessions().demo()->server(); }

    bool isConnected() const
    {
        return session() && session()->status().line == LineState::Connected
            && session()->status().roundTripMs >= 0;
    }
    bool isRecordRead() const
    {
        return tab() && tab()->controller().presence() == RecordController::Presence::Present
            && !tab()->controller().isReading() && tab()->editor().size() > 0;
    }
    qsizetype liveRows() const
    {
        const auto *view =
            page() ? page()->live()->findChild<QAbstractItemView *>(QStringLiteral("changes")) : nullptr;
        return view ? view->model()->rowCount() : 0;
    }

    /// The tree as the other scenes want it.
    void resetTree() const
    {
        page()->keys()->setFilter({});
        page()->keys()->findChild<KeyTree *>()->columns().reset();
        stage.window.resetLayout();
    }

    /// The dock of the keys gets this width, in pixels at 100 %.
    void widenKeys(int width) const
    {
        for (QWidget *at = page()->keys(); at; at = at->parentWidget()) {
            if (auto *dock = qobject_cast<QDockWidget *>(at))
                stage.window.resizeDocks({dock}, {width}, Qt::Horizontal);
        }
    }

    RangeTab *range() const { return page() ? qobject_cast<RangeTab *>(page()->currentTab()) : nullptr; }
    /// The scenes behind those of the range go on with the record.
    void closeRanges() const
    {
        server().setFaults({});
        while (range())
            page()->closeCurrentTab();
    }

    /// The same for those behind the time travel.
    void leavePast() const
    {
        while (!tab() && page()->currentTab())
            page()->closeCurrentTab();
        if (!page()->history().bar()->isHidden())
            commands().trigger(QStringLiteral("history.bar"));
    }

    void chooseView(RecordViewBar::View view) const
    {
        emit tab()->findChild<RecordViewBar *>()->viewChosen(view);
    }
    void put(const QByteArray &value) const { server().put(RecordKey.toStdString(), value.toStdString()); }

    TourStage &stage;
    int changes = 0; ///< of the record, by another writer
    std::unique_ptr<DemoServer> elsewhere; ///< for the connect dialog
    bool testPassed = false;
    QTemporaryFile file; ///< for the import
};

void saveProfile(ProfileStore &store, const char *name, const char *url, SafetyLevel safety,
                 const char *color, qint64 openedAt)
{
    Profile profile;
    profile.id = QString::fromLatin1(name);
    profile.name = QString::fromUtf8(name);
    profile.baseUrl = QUrl(QString::fromLatin1(url));
    profile.safety = safety;
    profile.color = QString::fromLatin1(color);
    profile.lastOpened = openedAt;
    store.save(profile);
}

TourScene welcomeScene(const std::shared_ptr<Actors> &actors)
{
    const auto fill = [actors] {
        ProfileStore &store = actors->stage.workbench.context().profiles;
        const qint64 hour = 3'600'000;
        const qint64 now = QDateTime::currentMSecsSinceEpoch();
        saveProfile(store, "Shop (staging)", "https://api-eu-1.hpkv.io", SafetyLevel::Confirm, "#D97F11",
                    now - hour / 2);
        saveProfile(store, "Shop (production)", "https://api-eu-1.hpkv.io", SafetyLevel::ReadOnly, "#C02A34",
                    now - 26 * hour);
        saveProfile(store, "Local emulator", "http://127.0.0.1:8090", SafetyLevel::Free, "#2E6B4A",
                    now - 300 * hour);
    };
    return {QStringLiteral("welcome"),
            {{Text::tr("the welcome page is shown"), fill, [actors] { return !actors->page(); }}},
            {},
            {}};
}

TourScene connectScene(const std::shared_ptr<Actors> &actors)
{
    const auto dialog = [actors] { return qobject_cast<ConnectDialog *>(actors->stage.window.dialog()); };
    const auto open = [actors] {
        actors->elsewhere = std::make_unique<DemoServer>(0);
        actors->elsewhere->start();
        actors->commands().trigger(QStringLiteral("file.connect"));
    };
    const auto test = [actors, dialog] {
        QObject::connect(dialog(), &ConnectDialog::testFinished, dialog(),
                         [actors](bool passed) { actors->testPassed = passed; });
        dialog()->applyEnvText(
            QStringLiteral("HPKV_API_BASE_URL=%1\nHPKV_API_KEY=%2\n")
                .arg(actors->elsewhere->profile().baseUrl.toString(), actors->elsewhere->secret()));
        dialog()->runTest();
    };
    return {QStringLiteral("connect"),
            {{Text::tr("the connect dialog is open"), open,
              [dialog] { return dialog() && dialog()->isVisible(); }},
             {Text::tr("the connection is tested"), test, [actors] { return actors->testPassed; }}},
            {},
            {}};
}

TourScene mainScene(const std::shared_ptr<Actors> &actors)
{
    const auto open = [actors] {
        if (QDialog *dialog = actors->stage.window.dialog())
            dialog->close();
        actors->elsewhere.reset();
        actors->stage.workbench.sessions().openDemo(Changes, Seed);
        actors->put(orderText("label printed", "null"));
    };
    const auto expand = [actors](const char *prefix) {
        const QByteArray branch(prefix);
        return TourStep{Text::tr("the branch %1 is listed").arg(QString::fromLatin1(branch)),
                        [actors, branch] { actors->page()->keys()->expandTo(branch); },
                        [actors, branch] {
                            return actors->page()->keys()->isLevelListed(branch)
                                && !actors->page()->keys()->isBusy();
                        }};
    };
    const auto openRecord = [actors] { actors->page()->goToKey(RecordKey); };
    // The first tab may have begun with the value from before put(), so that all of it is lit.
    const auto reopen = [actors] {
        actors->page()->closeCurrentTab();
        actors->page()->openKey(RecordKey, true);
    };
    // What follows the orders is to be seen, too.
    const auto scroll = [actors] {
        auto *tree = actors->page()->keys()->findChild<QTreeView *>();
        QModelIndex first = tree->currentIndex();
        for (int above = 0; above < RowsAbove && tree->indexAbove(first).isValid(); ++above)
            first = tree->indexAbove(first);
        tree->scrollTo(first, QAbstractItemView::PositionAtTop);
    };
    // Another writer changes the record: its lines light up.
    const auto shippedAt = [actors]() -> QByteArray {
        return "\"2026-11-23T14:22:0" + QByteArray::number(actors->changes % 10) + "Z\"";
    };
    const auto change = [actors, shippedAt] {
        actors->changes += 1;
        actors->put(orderText("handed over", shippedAt()));
    };
    const auto isChanged = [actors, shippedAt] {
        return actors->tab()->editor().bytes().contains(shippedAt());
    };
    return {
        QStringLiteral("main"),
        {{Text::tr("the demo is connected"), open, [actors] { return actors->isConnected(); }},
         {Text::tr("the first level is listed"),
          {},
          [actors] { return actors->page()->keys()->isLevelListed({}); }},
         expand("order:2024:"),
         expand("sensor:"),
         expand("stats:"),
         {Text::tr("the record is read"), openRecord,
          [actors] {
              return actors->isRecordRead() && !actors->page()->keys()->isBusy()
                  && actors->tab()->editor().bytes().contains("label printed");
          }},
         {Text::tr("the record is read"), reopen, [actors] { return actors->isRecordRead(); }},
         {Text::tr("the live panel has rows"), scroll, [actors] { return actors->liveRows() >= LiveRows; }},
         {Text::tr("the change of another writer is shown"), change, isChanged}},
        change,
        [actors, isChanged] {
            return actors->isConnected() && actors->liveRows() >= LiveRows && isChanged();
        }};
}

/// The tree in a wide dock, with columns and with branches that are known in different measure.
TourScene treeScene(const std::shared_ptr<Actors> &actors)
{
    const auto tree = [actors] { return actors->page()->keys()->findChild<KeyTree *>(); };
    const auto complete = [tree](const char *prefix) {
        const auto *model = qobject_cast<const KeyTreeModel *>(tree()->model());
        return model->indexOfBranch(prefix).data(KeyTreeModel::CountExactRole).toBool();
    };
    const auto arrange = [actors, tree] {
        tree()->columns().restore(QStringLiteral("count,value,size,changed,rate"));
        actors->widenKeys(720);
        actors->session()->loadBranch("user:");
        actors->session()->loadBranch("product:");
        tree()->scrollToTop();
    };
    return {QStringLiteral("tree"),
            {{Text::tr("two branches are read as a whole"), arrange,
              [complete] { return complete("user:") && complete("product:"); }}},
            {},
            {}};
}

TourScene filterScene(const std::shared_ptr<Actors> &actors)
{
    const auto filter = [actors] {
        actors->page()->keys()->setFilter(
            {QStringLiteral("^(order|user):.*[05]$"), KeySearch::Kind::RegularExpression, true});
    };
    const auto found = [actors] {
        return actors->page()->keys()->findChild<KeyTree *>()->model()->rowCount() > 1
            && !actors->page()->keys()->isBusy();
    };
    return {QStringLiteral("filter"), {{Text::tr("the filter has found something"), filter, found}}, {}, {}};
}

TourScene rangeScene(const std::shared_ptr<Actors> &actors)
{
    constexpr int FirstSelected = 3;
    constexpr int Selected = 3;
    const auto open = [actors] {
        actors->resetTree();
        actors->page()->openRange(KeyInterval::ofPrefix("order:2024:"));
    };
    const auto column = [actors](const char *pointer) {
        return actors->range()->model().columnOf(RangeColumn::member(pointer));
    };
    // Newest first, three of them selected, the sum of their totals below.
    const auto arrange = [actors, column] {
        RangeTab *tab = actors->range();
        // The key has the number already; how many items there are is worth more than a time.
        for (const char *pointer : {"/number", "/placedAt"})
            tab->table().setColumnShown(column(pointer), false);
        QHeaderView *header = tab->table().header();
        header->moveSection(header->visualIndex(tab->model().addColumn(RangeColumn::count("/items"))),
                            header->visualIndex(column("/total")));
        RangeOrderSpec backwards;
        backwards.descending = true;
        tab->model().setSpec(backwards);
        QItemSelectionModel *selection = tab->table().selectionModel();
        selection->setCurrentIndex(tab->model().index(FirstSelected, column("/total")),
                                   QItemSelectionModel::NoUpdate);
        selection->select(
            QItemSelection(tab->model().index(FirstSelected, 0),
                           tab->model().index(FirstSelected + Selected - 1, tab->model().columnCount() - 1)),
            QItemSelectionModel::ClearAndSelect);
        tab->table().scrollTo(tab->model().index(0, 0));
    };
    return {QStringLiteral("range"),
            {{Text::tr("the range is read"), open,
              [actors, column] {
                  return actors->range() && !actors->range()->scan() && column("/total") > 0
                      && actors->range()->model().rowCount() > FirstSelected + Selected;
              }},
             {Text::tr("rows are selected"), arrange,
              [actors] { return actors->range()->table().selectedCount() == Selected; }}},
            {},
            [actors] { return actors->isConnected() && actors->range(); }};
}

TourScene rangeReadingScene(const std::shared_ptr<Actors> &actors)
{
    // A slow server, so that there is something to see.
    const auto open = [actors] {
        hpkv::emulator::Faults faults;
        faults.delay =
            hpkv::emulator::DelayFault{std::chrono::milliseconds(4000), {.next = {}, .share = 1.0, .op = 5}};
        actors->server().setFaults(faults);
        actors->page()->openRange(KeyInterval::ofPrefix({}));
    };
    const auto isReading = [actors] {
        const RangeTab *tab = actors->range();
        return tab && tab->scan() && tab->scan()->progress().records > 0 && tab->model().rowCount() > 0;
    };
    return {QStringLiteral("range-reading"),
            {{Text::tr("a page is read"), open, isReading}},
            [actors, isReading] {
                if (!isReading())
                    actors->range()->run();
            },
            isReading};
}

TourScene paletteScene(const std::shared_ptr<Actors> &actors)
{
    const auto open = [actors] {
        actors->closeRanges();
        actors->commands().trigger(QStringLiteral("view.goTo"));
        actors->stage.window.palettePopup()->field()->setText(QStringLiteral("sensor:"));
    };
    return {QStringLiteral("palette"),
            {{Text::tr("the palette is open"), open,
              [actors] {
                  const CommandPalette *palette = actors->stage.window.palettePopup();
                  return palette->isVisible() && palette->list()->model()->rowCount() > 3;
              }}},
            {},
            {}};
}

/// Keys that the store has and nobody has read yet, with a favourite on top.
TourScene quickOpenScene(const std::shared_ptr<Actors> &actors)
{
    const auto open = [actors] {
        actors->stage.window.palettePopup()->hide();
        actors->page()->actions().setFavourite(KeySelection::ofPrefix("order:2024:"), true);
        actors->page()->actions().setFavourite(KeySelection::ofKey(RecordKey), true);
        actors->commands().trigger(QStringLiteral("keys.goTo"));
        actors->stage.window.palettePopup()->field()->setText(QStringLiteral("or"));
    };
    return {QStringLiteral("quick-open"),
            {{Text::tr("the store has answered"), open,
              [actors] {
                  const CommandPalette *palette = actors->stage.window.palettePopup();
                  const KeyLookup::State state = palette->lookup()->state();
                  return palette->isVisible() && !palette->lookup()->fuzzy().found.isEmpty()
                      && (state == KeyLookup::State::More || state == KeyLookup::State::Complete);
              }}},
            {},
            {}};
}

TourScene keyMenuScene(const std::shared_ptr<Actors> &actors)
{
    const auto open = [actors] {
        actors->stage.window.palettePopup()->hide();
        KeyTreeView *keys = actors->page()->keys();
        actors->page()->actions().setWatched(KeySelection::ofPrefix("sensor:"), true);
        auto *tree = keys->findChild<QTreeView *>();
        emit tree->customContextMenuRequested(tree->visualRect(tree->currentIndex()).center());
    };
    return {QStringLiteral("key-menu"),
            {{Text::tr("the menu is open"), open,
              [] { return qobject_cast<QMenu *>(QApplication::activePopupWidget()) != nullptr; }}},
            {},
            {}};
}

TourScene statisticsScene(const std::shared_ptr<Actors> &actors)
{
    const auto find = [actors] { return actors->stage.window.findChild<StatisticsDialog *>(); };
    const auto open = [actors] {
        if (QWidget *menu = QApplication::activePopupWidget())
            menu->close();
        actors->page()->actions().showStatistics(KeySelection::ofPrefix("order:"));
    };
    return {QStringLiteral("statistics"),
            {{Text::tr("the statistics are open"), open,
              [find] { return find() && find()->statistics().has_value(); }},
             {Text::tr("the branch is read"), [find] { find()->readAll(); },
              [find] { return !find()->isReading(); }}},
            {},
            {}};
}

TourScene deleteScene(const std::shared_ptr<Actors> &actors)
{
    const auto find = [actors] { return actors->stage.window.findChild<DeleteDialog *>(); };
    const auto open = [actors] {
        if (auto *statistics = actors->stage.window.findChild<StatisticsDialog *>())
            statistics->close();
        actors->page()->actions().deleteKeys(KeySelection::ofPrefix("order:2024:"));
    };
    return {QStringLiteral("delete"),
            {{Text::tr("the keys are counted"), open,
              [find] { return find() && find()->goButton()->isEnabled(); }}},
            {},
            {}};
}

/// A file with keys that are new, that differ, that are the same, and that cannot be written.
QByteArray importText(const Actors &actors)
{
    QByteArray text;
    const auto add = [&text](const QByteArray &key, const QByteArray &value) {
        RecordEncoder({}).append(text, key, value);
    };
    for (int i = 1; i <= 24; ++i)
        add("user:9" + QByteArray::number(100 + i), R"({"name": "Imported"})");
    add(RecordKey, R"({"status": "returned"})");
    for (const char *key : {"order:2024:5000", "order:2024:5001"}) {
        if (const auto value = actors.server().get(key))
            add(key, QByteArray::fromStdString(*value));
    }
    add(QByteArray(600, 'k'), "1");
    text += "{\"key\": \"order:2024:6000\", \"value\": {\"status\": }}\n";
    return text;
}

TourScene importScene(const std::shared_ptr<Actors> &actors)
{
    const auto find = [actors] { return actors->stage.window.findChild<ImportDialog *>(); };
    const auto open = [actors] {
        if (auto *question = actors->stage.window.findChild<DeleteDialog *>())
            question->reject();
        actors->file.setFileTemplate(QDir::tempPath() + QStringLiteral("/orders-XXXXXX.jsonl"));
        if (actors->file.open()) {
            actors->file.write(importText(*actors));
            actors->file.close();
        }
        actors->page()->actions().importKeys({});
    };
    const auto check = [actors, find] {
        find()->file()->setFile(actors->file.fileName());
        find()->goButton()->click();
    };
    return {QStringLiteral("import-check"),
            {{Text::tr("the import is open"), open, [find] { return find() && find()->isVisible(); }},
             {Text::tr("the file is checked"), check,
              [find] { return find()->counts() && !find()->isChecking(); }}},
            {},
            {}};
}

/// One job under way, slowed down, above one that is paused and one that failed in part.
TourScene jobsScene(const std::shared_ptr<Actors> &actors)
{
    const auto jobs = [actors]() -> JobList & { return actors->session()->jobs(); };
    const auto begin = [actors, jobs] {
        if (auto *import = actors->stage.window.findChild<ImportDialog *>())
            import->reject();
        jobs().start(Jobs::patch(KeySelection::ofPrefix("user:"), R"({"checked": true})", true));
    };
    const auto fail = [jobs] {
        jobs().start(Jobs::increment(KeySelection::ofPrefix("order:2024:500"), 1, true));
    };
    // All that may be under way together is deleted at once, and what is left takes its time.
    const auto remove = [actors, jobs](const char *prefix, int answerMs) {
        hpkv::emulator::Faults faults;
        faults.delay = hpkv::emulator::DelayFault{std::chrono::milliseconds(answerMs), {{}, {}, 4}};
        actors->server().setFaults(faults);
        jobs().start(Jobs::remove(KeySelection::ofPrefix(prefix), true));
    };
    const auto isQuiet = [jobs] { return !jobs().jobs().isEmpty() && jobs().underWay().isEmpty(); };
    const auto isDeleting = [jobs] {
        const Job *job = jobs().jobs().constLast();
        return job->progress().phase == JobPhase::Deleting && job->progress().done > 0;
    };
    const auto isRunning = [jobs, isDeleting] {
        const Job *job = jobs().jobs().constLast();
        return isDeleting() && job->state() == JobState::Running && job->progress().msLeft >= 0;
    };
    return {QStringLiteral("jobs"),
            {{Text::tr("a job is done"), begin, isQuiet},
             {Text::tr("a job has failed"), fail, isQuiet},
             {Text::tr("a job is paused"), [remove] { remove("product:", 400); },
              [jobs, isDeleting] {
                  if (isDeleting())
                      jobs().jobs().constLast()->pause();
                  return jobs().jobs().constLast()->state() == JobState::Paused;
              }},
             {Text::tr("a job is under way"), [remove] { remove("user:", 6000); }, isRunning}},
            {},
            {}};
}

/// A job that could not begin: the file would lie in a folder that is none.
TourScene errorScene(const std::shared_ptr<Actors> &actors)
{
    const auto fail = [actors] {
        actors->server().clearFaults();
        JobList &jobs = actors->session()->jobs();
        for (Job *job : jobs.underWay())
            job->cancel();
        const QString file = actors->file.fileName() + QStringLiteral("/backup.jsonl");
        jobs.start(Transfers::exportTo(file, KeySelection::ofPrefix("order:2024:")));
    };
    const auto isTold = [actors] {
        const JobList &jobs = actors->session()->jobs();
        return jobs.underWay().isEmpty() && jobs.jobs().constLast()->state() == JobState::Failed;
    };
    return {QStringLiteral("error"), {{Text::tr("a job has failed"), fail, isTold}}, {}, {}};
}

TourScene settingsScene(const std::shared_ptr<Actors> &actors)
{
    const auto open = [actors] { actors->commands().trigger(QStringLiteral("file.settings")); };
    const auto find = [actors] {
        return actors->stage.window.findChild<QDialog *>(QStringLiteral("settingsPage"));
    };
    return {QStringLiteral("settings"),
            {{Text::tr("the settings are open"), open, [find] { return find() && find()->isVisible(); }}},
            {},
            {}};
}

/// The record as a tree that has been edited, with a value open in place.
TourScene jsonTreeScene(const std::shared_ptr<Actors> &actors)
{
    const auto tree = [actors] { return actors->tab()->findChild<JsonTreeView *>(); };
    const auto open = [actors] {
        if (auto *settings = actors->stage.window.findChild<QDialog *>(QStringLiteral("settingsPage")))
            settings->close();
        // The scenes from here on have no jobs.
        actors->stage.workbench.context().notices.clearAll();
        actors->stage.window.resetLayout();
        actors->chooseView(RecordViewBar::View::Tree);
    };
    const auto edit = [actors, tree] {
        const JsonTreeModel &model = tree()->model();
        tree()->goTo(actors->tab()->editor().bytes().indexOf("3, \"price\""));
        tree()->model().setData(tree()->tree().currentIndex().siblingAtColumn(JsonTreeModel::ValueColumn),
                                QStringLiteral("4"));
        tree()->tree().expandToDepth(2);
        tree()->tree().scrollTo(model.index(0, 0));
        tree()->tree().setFocus();
        tree()->edit();
    };
    return {QStringLiteral("json-tree"),
            {{Text::tr("the tree is shown"), open,
              [tree] { return tree()->isVisible() && tree()->model().valueCount() > 1; }},
             {Text::tr("the record is edited"), edit,
              [actors, tree] { return actors->tab()->isDirty() && tree()->pointer() == "/items/0/qty"; }}},
            {},
            {}};
}

TourScene lostConnectionScene(const std::shared_ptr<Actors> &actors)
{
    const auto edit = [actors] {
        actors->leavePast();
        actors->chooseView(RecordViewBar::View::Json);
        actors->commands().trigger(QStringLiteral("record.saveReplace"));
        actors->tab()->discard();
        QByteArray text = actors->tab()->editor().bytes();
        text.replace("\"note\": null", "\"note\": \"Call before delivery\"");
        actors->tab()->editor().updateBytes(text, false, true);
    };
    const auto stop = [actors] { actors->stage.workbench.sessions().demo()->stop(); };
    const auto isDown = [actors] {
        const SessionStatus &status = actors->session()->status();
        return status.line == LineState::Reconnecting && status.attempt >= 2;
    };
    const auto isTold = [actors] {
        const auto &notes = actors->session()->feed().notes();
        const bool broke = std::any_of(notes.crbegin(), notes.crend(), [](const SharedLiveNote &note) {
            return note->gap == LiveKind::LineDown;
        });
        const QString context = QStringLiteral("session/") + actors->session()->id();
        return broke && actors->tab()->isDirty()
            && actors->stage.workbench.context().notices.mostImportant({context}).has_value();
    };
    return {QStringLiteral("lost-connection"),
            {{Text::tr("the record is edited"), edit, [actors] { return actors->tab()->isDirty(); }},
             {Text::tr("the line is down"), stop, isDown},
             {Text::tr("the loss is told"), {}, isTold}},
            {},
            isTold};
}

} // namespace

QList<TourScene> tourScenes(TourStage &stage)
{
    const auto actors = std::make_shared<Actors>(stage);
    QList<TourScene> scenes{welcomeScene(actors),      connectScene(actors),    mainScene(actors),
                            treeScene(actors),         filterScene(actors),     rangeScene(actors),
                            rangeReadingScene(actors), paletteScene(actors),    quickOpenScene(actors),
                            keyMenuScene(actors),      statisticsScene(actors), deleteScene(actors),
                            importScene(actors),       jobsScene(actors),       errorScene(actors),
                            settingsScene(actors),     journalScene(stage),     jsonTreeScene(actors)};
    scenes.append(differenceScenes(stage));
    scenes.append(saveScenes(stage));
    scenes += schemaScenes(stage);
    scenes += valueScenes(stage);
    scenes.append(streamScenes(stage));
    scenes.append(timeTravelScenes(stage));
    scenes.append(lostConnectionScene(actors));
    scenes += watchScenes(stage);
    scenes += dashboardScenes(stage);
    return scenes;
}

} // namespace Studio
