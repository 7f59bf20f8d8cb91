// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: MIT

#include "arguments.h"
#include "editorload.h"
#include "eventpasses.h"
#include "report.h"
#include "subcommands.h"

#include "diff/difference.h"
#include "profiles/secretstore.h"
#include "session/latestjob.h"
#include "shell/theme.h"
#include "shell/workbench.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QTemporaryDir>

#include <algorithm>
#include <stdexcept>

namespace hpkv::bench
{

namespace
{

using namespace Studio;

constexpr int repeats = 5;
constexpr int mostSeconds = 60; // that anything may take
constexpr qsizetype megabyte = 1'000'000;

/// Orders as a program might write them, one after another until the text has `size` bytes. Each 20th one has
/// another state where `isChanged`, and the members of each are then in another order.
QByteArray orders(qsizetype size, bool isChanged)
{
    QByteArray text = "{\n";
    for (int i = 0; text.size() < size; ++i) {
        const QByteArray status = isChanged && i % 20 == 0 ? "shipped" : "packed";
        const QByteArray number = QByteArray::number(i);
        const QByteArray id = R"("id": )" + number;
        const QByteArray state = R"("status": ")" + status + '"';
        text += (i > 0 ? ",\n" : "") + QByteArray(R"(  "order:)") + number + R"(": { )"
              + (isChanged ? state + ", " + id : id + ", " + state)
              + R"(, "customer": { "name": "Zoë Ångström", "vip": true }, "items": [1, 2, 3], "total": )"
              + number + ".10 }";
    }
    return text + "\n}";
}

/// Two documents by member, from the wish to the answer on the window's thread, worked out off it.
void measureDifference()
{
    const QByteArray before = orders(megabyte, false);
    const QByteArray after = orders(megabyte, true);
    std::vector<double> took;
    double longest = 0;
    for (int i = 0; i < repeats; ++i) {
        LatestJob<Difference> job;
        size_t changes = 0;
        EventPasses passes;
        QElapsedTimer clock;
        clock.start();
        job.start(
            [&](const std::atomic_bool &canceled) {
                return compareValues(before, after, DiffForm::Members, {&canceled, nullptr});
            },
            [&changes](const Difference &difference) { changes = difference.changes.size(); });
        if (!passes.run([&job] { return !job.isRunning(); }, mostSeconds) || changes < 300)
            throw std::runtime_error("the difference was not found");
        took.push_back(static_cast<double>(clock.nsecsElapsed()) / 1e6);
        longest = std::max(longest, passes.longest());
    }
    report("diff_1mb_ms", percentile(took, 0.5), "ms");
    report("diff_1mb_hold_max_ms", longest, "ms");
}

} // namespace

int benchEditor(int argc, char **argv)
{
    const Arguments arguments(argc, argv, {"only"});
    const std::string only = arguments.text("only");
    const auto wanted = [&only](const char *part) { return only.empty() || only == part; };

    prepareForWindow();
    int one = 1;
    char *name = argv[-2];
    QApplication app(one, &name);
    if (wanted("diff"))
        measureDifference();
    if (only != "diff") {
        const QTemporaryDir folder; // never the person's own files
        Workbench workbench(WorkbenchPaths::below(folder.path()), new MemorySecretStore);
        workbench.context().theme.applyTo(app);
        measureEditor(workbench, only);
    }
    return 0;
}

} // namespace hpkv::bench
