// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: MIT

#include "arguments.h"
#include "eventpasses.h"
#include "report.h"
#include "subcommands.h"

#include "dashboard/board/chartview.h"
#include "dashboard/decimate.h"
#include "profiles/secretstore.h"
#include "shell/theme.h"
#include "shell/workbench.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QImage>
#include <QPainter>
#include <QTemporaryDir>

#include <cmath>
#include <stdexcept>

namespace hpkv::bench
{

namespace
{

using namespace Studio;

constexpr int repeats = 20;
constexpr int width = 1000;
constexpr int height = 320;

/// A noisy wave, a point each 100 ms.
std::vector<SeriesPoint> wave(int count)
{
    std::vector<SeriesPoint> points;
    points.reserve(size_t(count));
    quint32 noise = 1;
    for (int i = 0; i < count; ++i) {
        noise = noise * 1664525 + 1013904223;
        points.push_back(
            {1'700'000'000'000 + i * 100ll, std::sin(i / 5000.0) * 10 + double(noise >> 24) / 100});
    }
    return points;
}

double milliseconds(const QElapsedTimer &clock)
{
    return double(clock.nsecsElapsed()) / 1e6;
}

} // namespace

int benchChart(int argc, char **argv)
{
    const Arguments arguments(argc, argv, {"points"});
    const int count = arguments.number("points", 1'000'000, 1000, 50'000'000);
    prepareForWindow();
    int one = 1;
    char *name = argv[-2];
    QApplication app(one, &name);
    const QTemporaryDir folder; // never the person's own files
    Workbench workbench(WorkbenchPaths::below(folder.path()), new MemorySecretStore);
    workbench.context().theme.applyTo(app);

    const std::vector<SeriesPoint> all = wave(count);
    const qint64 from = all.front().at;
    const qint64 to = all.back().at;
    std::vector<double> thinning;
    QList<SeriesPoint> drawn;
    for (int i = 0; i < repeats; ++i) {
        QElapsedTimer clock;
        clock.start();
        drawn = decimate(all, from, to);
        thinning.push_back(milliseconds(clock));
    }
    if (drawn.size() > MostDrawnPoints || drawn.size() < MostDrawnPoints / 2)
        throw std::runtime_error("the series was not thinned out");

    // The view as it is on a board. The window moves a little each time, so that every line is laid out anew.
    ChartView chart(workbench.context().theme);
    chart.setLines({{QStringLiteral("wave"), Qt::blue, {}, [&drawn]() -> std::span<const SeriesPoint> {
                         return {drawn.constData(), size_t(drawn.size())};
                     }}});
    chart.resize(width, height);
    chart.show();
    QImage image(width, height, QImage::Format_ARGB32_Premultiplied);
    std::vector<double> redraw;
    for (int i = 0; i < repeats; ++i) {
        QElapsedTimer clock;
        clock.start();
        chart.setWindow({from - i * 10ll, to});
        QPainter painter(&image);
        chart.render(&painter);
        painter.end();
        if (i > 0) // the first one makes the series
            redraw.push_back(milliseconds(clock));
    }
    if (chart.drawnPoints() < MostDrawnPoints / 2)
        throw std::runtime_error("nothing was drawn");
    report("points", count, "points");
    report("drawn", chart.drawnPoints(), "points");
    report("decimate_1m_ms", percentile(thinning, 0.5), "ms");
    report("redraw_1m_ms", percentile(redraw, 0.5), "ms");
    report("redraw_1m_max_ms", *std::max_element(redraw.begin(), redraw.end()), "ms");
    return 0;
}

} // namespace hpkv::bench
