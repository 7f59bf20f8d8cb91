// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: MIT

#include "arguments.h"
#include "emulatorprocess.h"
#include "eventpasses.h"
#include "paintwatcher.h"
#include "report.h"
#include "subcommands.h"

#include "browser/keytree.h"
#include "browser/keytreeview.h"
#include "mirror/keyspacemirror.h"
#include "models/keytreemodel.h"
#include "profiles/secretstore.h"
#include "session/session.h"
#include "session/sessionmanager.h"
#include "shell/mainwindow.h"
#include "shell/sessionpage.h"
#include "shell/theme.h"
#include "shell/workbench.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QTemporaryDir>

#include <malloc.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <memory>
#include <stdexcept>
#include <string>
#include <vector>

namespace hpkv::bench
{

namespace
{

using namespace Studio;

constexpr int branches = 20; // at the root
constexpr int branchesInside = 500; // of each of them
constexpr int keysOfAPage = 1000;
constexpr int wideLevel = 100'000;
constexpr int repeats = 5;
constexpr int mostSeconds = 600; // that anything may take

/// Bytes of the heap in use, mapped pieces included.
double heapBytes()
{
    const struct mallinfo2 info = ::mallinfo2();
    return static_cast<double>(info.uordblks + info.hblkhd);
}

/// Keys in byte order on three levels, 30 bytes on average: "branch07:customer-0123:field00042".
class Keys
{
public:
    explicit Keys(int count)
        : m_perInner(std::max(1, count / (branches * branchesInside)))
        , m_count(m_perInner * branches * branchesInside)
    {
    }
    int count() const { return m_count; }
    QByteArray at(int i) const
    {
        const int inner = i / m_perInner;
        std::array<char, 64> text{};
        const int size = std::snprintf(text.data(), text.size(), "branch%02d:customer-%04d:f%06d",
                                       inner / branchesInside, inner % branchesInside, i % m_perInner);
        return {text.data(), size};
    }

private:
    int m_perInner;
    int m_count;
};

/// A page as the worker hands it over: keys [from, to) with values of 100 bytes.
SharedBatch page(const Keys &keys, int from, int to)
{
    auto batch = std::make_shared<Batch>();
    batch->items.reserve(to - from);
    for (int i = from; i < to; ++i) {
        Learned learned;
        learned.key = keys.at(i);
        learned.hasValue = true;
        learned.value = R"({"state":"active","amount":)" + QByteArray::number(i) + '}';
        learned.value = learned.value.leftJustified(100, ' ');
        learned.state = ValueState::Read;
        learned.at = 1'700'000'000'000;
        batch->items.append(learned);
    }
    Covered covered;
    covered.first = from == 0 ? QByteArray(1, '\0') : keys.at(from - 1) + '\0';
    covered.last = batch->items.constLast().key;
    covered.asOf = 1'700'000'000'000;
    batch->covered.append(covered);
    return batch;
}

/// Opens the root and its branches, as a person does who looks around: their rows follow each batch.
void openLevels(KeyTreeModel &model)
{
    for (int row = 0; row < model.rowCount(); ++row)
        model.rowCount(model.index(row, 0));
}

void measureIngest(const Keys &keys)
{
    {
        // Batches are made beforehand, a slice of the store at a time, so that making them is not measured.
        KeyspaceMirror mirror;
        KeyTreeModel model(&mirror);
        double cpu = 0;
        constexpr int pagesAtOnce = 100;
        for (int from = 0; from < keys.count();) {
            std::vector<SharedBatch> batches;
            for (; from < keys.count() && batches.size() < pagesAtOnce; from += keysOfAPage)
                batches.push_back(page(keys, from, std::min(from + keysOfAPage, keys.count())));
            const double before = threadCpuSeconds();
            for (const SharedBatch &batch : batches) {
                mirror.enqueue(batch);
                mirror.flush();
                openLevels(model);
            }
            model.flush();
            cpu += threadCpuSeconds() - before;
        }
        if (mirror.knownCount() != keys.count())
            throw std::runtime_error("keys are missing in the mirror");
        report("ingest_cpu_s", cpu, "s");
    }
    ::malloc_trim(0);
    const double before = heapBytes();
    KeyspaceMirror mirror;
    mirror.setValueBudget(0);
    KeyTreeModel model(&mirror);
    for (int from = 0; from < keys.count(); from += keysOfAPage) {
        mirror.apply(*page(keys, from, std::min(from + keysOfAPage, keys.count())));
        openLevels(model);
    }
    model.flush();
    const double growth = heapBytes() - before;
    report("bytes_per_key", growth / keys.count(), "B");
    report("heap_mb", growth / (1024 * 1024), "MB");
}

/// Runs the event loop until the view has painted.
void untilPainted(QWidget &view)
{
    class Filter : public QObject
    {
    public:
        bool painted = false;
        bool eventFilter(QObject *, QEvent *event) override
        {
            painted = painted || event->type() == QEvent::Paint;
            return false;
        }
    } filter;
    view.installEventFilter(&filter);
    EventPasses passes;
    if (!passes.run([&filter] { return filter.painted; }, mostSeconds))
        throw std::runtime_error("nothing is painted");
}

void measureExpansion(Theme &theme)
{
    std::vector<double> took;
    for (int i = 0; i < repeats; ++i) {
        KeyspaceMirror mirror;
        Batch batch;
        for (int key = 0; key < wideLevel; ++key) {
            Learned learned;
            learned.key = "wide:customer-" + QByteArray::number(10'000'000 + key) + ":name";
            batch.items.append(learned);
        }
        mirror.apply(batch);
        KeyTreeModel model(&mirror);
        KeyTree tree(theme, model);
        tree.resize(360, 900);
        tree.show();
        untilPainted(*tree.viewport());
        QElapsedTimer clock;
        clock.start();
        tree.expand(model.indexOfBranch("wide:"));
        untilPainted(*tree.viewport());
        took.push_back(static_cast<double>(clock.nsecsElapsed()) / 1e6);
        if (model.rowCount(model.indexOfBranch("wide:")) != wideLevel)
            throw std::runtime_error("rows are missing in the level");
    }
    report("expand_100k_ms", percentile(took, 0.5), "ms");
}

/// From the text to the painting with the first hit in it, for a text that only the very last keys have.
void measureFilter(Theme &theme, const Keys &keys)
{
    KeyspaceMirror mirror;
    mirror.setValueBudget(0);
    for (int from = 0; from < keys.count(); from += keysOfAPage)
        mirror.apply(*page(keys, from, std::min(from + keysOfAPage, keys.count())));
    KeyTreeModel model(&mirror);
    KeyTree tree(theme, model);
    tree.resize(360, 900);
    tree.show();
    untilPainted(*tree.viewport());
    struct Case {
        const char *name;
        QString text;
    };
    const QString last = QString::fromUtf8(keys.at(keys.count() - 1));
    const std::array cases{Case{"filter_first_ms", last.sliced(last.size() - 22)},
                           Case{"filter_common_first_ms", QStringLiteral("7")}};
    for (const Case &each : cases) {
        std::vector<double> took;
        double longest = 0;
        for (int i = 0; i < repeats; ++i) {
            EventPasses passes;
            QElapsedTimer clock;
            clock.start();
            model.setFilterText(each.text);
            if (!passes.run([&model] { return model.rowCount() > 0; }, mostSeconds))
                throw std::runtime_error("the filter finds nothing");
            untilPainted(*tree.viewport());
            took.push_back(static_cast<double>(clock.nsecsElapsed()) / 1e6);
            passes.run([&model] { return !model.isFilterRunning(); }, mostSeconds);
            longest = std::max(longest, passes.longest());
            model.setFilterText({});
            passes.run([] { return true; }, 1);
        }
        report(each.name, percentile(took, 0.5), "ms");
        report((std::string(each.name) + "_hold_max").c_str(), longest, "ms");
    }
}

/// The real window reads a whole store of `count` keys while the tree is open.
void measureHolds(QApplication &app, Workbench &workbench, int count)
{
    const EmulatorProcess emulator({"--seed-keys", std::to_string(count)});
    MainWindow window(workbench.context(), workbench.sessions());
    window.resize(1440, 900);
    window.show();
    Profile profile;
    profile.id = QStringLiteral("bench");
    profile.name = profile.id;
    profile.baseUrl = QUrl(QString::fromStdString(emulator.url()));
    profile.requestsPerSecond = 0;
    profile.proxyMode = ProxyMode::None;
    Session *session = workbench.sessions().open(profile, QStringLiteral("bench"));
    const SessionPage *sessionPage = window.currentPage();
    if (!session || !sessionPage)
        throw std::runtime_error("no session");
    KeyTreeView *view = sessionPage->keys();

    EventPasses passes;
    PaintWatcher watcher(passes);
    if (!passes.run([view] { return view->isLevelListed({}) && !view->isBusy(); }, mostSeconds))
        throw std::runtime_error("the root level is not listed");
    auto *tree = view->findChild<KeyTree *>();
    // Some branches open, so that rows come and go in sight.
    for (const int row : {1, 0})
        tree->expand(tree->model()->index(row, 0));
    if (!passes.run([view] { return !view->isBusy(); }, mostSeconds))
        throw std::runtime_error("the open branches are not listed");
    passes.clear();
    app.installEventFilter(&watcher);
    const auto applied = QObject::connect(&session->mirror(), &KeyspaceMirror::applied, &watcher,
                                          [&passes] { passes.countThisPass(); });
    bool loaded = false;
    QObject::connect(session, &Session::branchLoaded, &watcher, [&loaded] { loaded = true; });
    IdleThread idle;
    QElapsedTimer clock;
    clock.start();
    session->loadBranch({});
    const bool done = passes.run([&loaded] { return loaded; }, mostSeconds);
    const double seconds = static_cast<double>(clock.nsecsElapsed()) / 1e9;
    const double bare = idle.stop();
    QObject::disconnect(applied);
    app.removeEventFilter(&watcher);
    if (!done || session->mirror().knownCount() < count)
        throw std::runtime_error("the store was not read as a whole");
    reportHolds(passes, "");
    report("bare_hold_max_ms", bare, "ms");
    report("stream_keys_per_s", count / seconds, "1/s");
    workbench.sessions().close(session);
}

} // namespace

int benchTree(int argc, char **argv)
{
    const Arguments arguments(argc, argv, {"keys", "only"});
    const int count = arguments.number("keys", 1'000'000, 10'000, 20'000'000);
    const std::string only = arguments.text("only");
    const auto wanted = [&only](const char *part) { return only.empty() || only == part; };

    prepareForWindow();
    int one = 1;
    char *name = argv[-2]; // of the program
    QApplication app(one, &name);
    const QTemporaryDir folder; // never the person's own files
    const Keys keys(count);
    if (wanted("ingest"))
        measureIngest(keys);
    Workbench workbench(WorkbenchPaths::below(folder.path()), new MemorySecretStore);
    workbench.context().theme.applyTo(app);
    if (wanted("expand"))
        measureExpansion(workbench.context().theme);
    if (wanted("filter"))
        measureFilter(workbench.context().theme, keys);
    if (wanted("holds"))
        measureHolds(app, workbench, count);
    return 0;
}

} // namespace hpkv::bench
