// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "profiles/secretstore.h"
#include "session/sessionmanager.h"
#include "shell/mainwindow.h"
#include "shell/settings.h"
#include "shell/theme.h"
#include "shell/tour.h"
#include "shell/translations.h"
#include "shell/wallstart.h"
#include "shell/workbench.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QIcon>
#include <QLoggingCategory>
#include <QTemporaryDir>

#include <cstdio>
#include <cstring>
#include <optional>

using namespace Studio;

namespace
{

enum ExitCode { Success = 0, Failure = 1, TourFailed = 3 };

struct Options {
    Q_DECLARE_TR_FUNCTIONS(Options)

public:
    bool demo = false;
    QString tourFolder;
    QStringList scenes;
    QString configFolder;
    WallStart::Wish wall; ///< without a file: nothing to show at once
};

bool hasArgument(int argc, char *argv[], const char *name)
{
    for (int i = 1; i < argc; ++i) {
        if (std::strncmp(argv[i], name, std::strlen(name)) == 0)
            return true;
    }
    return false;
}

/// Before the application is made: which platform to use when there is no display. False: the program cannot
/// start.
bool choosePlatform(int argc, char *argv[])
{
    const bool tour = hasArgument(argc, argv, "--tour");
    if (tour) {
        // Pictures have one size whatever the screen is like, and what the environment holds stays out of
        // them.
        qputenv("QT_SCALE_FACTOR", "1");
        qputenv("QT_ENABLE_HIGHDPI_SCALING", "0");
        qunsetenv("HPKV_API_KEY");
        qunsetenv("HPKV_API_BASE_URL");
    }
#if defined(Q_OS_UNIX) && !defined(Q_OS_MACOS)
    const bool hasDisplay =
        !qEnvironmentVariableIsEmpty("DISPLAY") || !qEnvironmentVariableIsEmpty("WAYLAND_DISPLAY")
        || !qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM") || hasArgument(argc, argv, "-platform");
    if (hasDisplay)
        return true;
    const bool needsNone = tour || hasArgument(argc, argv, "--help") || hasArgument(argc, argv, "-h")
                        || hasArgument(argc, argv, "--version") || hasArgument(argc, argv, "-v");
    if (!needsNone) {
        std::fputs("hpkv-studio: there is no display (neither DISPLAY nor WAYLAND_DISPLAY is set).\n"
                   "Start it in a graphical session, or save pictures of it with --tour DIR, which works "
                   "anywhere.\n",
                   stderr);
        return false;
    }
    qputenv("QT_QPA_PLATFORM", "offscreen");
#endif
    return true;
}

Options parseOptions(const QCoreApplication &app)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(Options::tr("Browse, edit and watch an HPKV store."));
    parser.addHelpOption();
    parser.addVersionOption();
    const QCommandLineOption demo(
        QStringLiteral("demo"),
        Options::tr("Start a store on this computer that keeps changing, and open it."));
    const QCommandLineOption tour(
        QStringLiteral("tour"),
        Options::tr("Save pictures of the program, light and dark, into <folder>, and end."),
        Options::tr("folder"));
    const QCommandLineOption scene(QStringLiteral("scene"),
                                   Options::tr("Only save this scene of the tour; may be repeated."),
                                   Options::tr("name"));
    const QCommandLineOption config(QStringLiteral("config-dir"),
                                    Options::tr("Keep settings, profiles and journals in <folder>."),
                                    Options::tr("folder"));
    const QCommandLineOption dashboard(QStringLiteral("dashboard"),
                                       Options::tr("Open the dashboard in <file>."), Options::tr("file"));
    const QCommandLineOption fullScreen(
        QStringLiteral("fullscreen"),
        Options::tr("Show the dashboard alone, on the whole screen; Esc ends it."));
    const QCommandLineOption profile(
        QStringLiteral("profile"),
        Options::tr(
            "Open this saved profile (name or id) for the dashboard, not the one that its file names."),
        Options::tr("name"));
    parser.addOptions({demo, tour, scene, config, dashboard, fullScreen, profile});
    parser.process(app);
    Options options;
    options.demo = parser.isSet(demo);
    options.tourFolder = parser.value(tour);
    options.scenes = parser.values(scene);
    options.configFolder = parser.value(config);
    options.wall = {parser.value(dashboard), parser.value(profile), parser.isSet(fullScreen), options.demo};
    return options;
}

int runTour(QApplication &app, const Options &options)
{
    const QTemporaryDir folder; // never the person's own files
    if (!folder.isValid()) {
        std::fprintf(stderr, "hpkv-studio: %s\n", qPrintable(folder.errorString()));
        return TourFailed;
    }
    Workbench workbench(WorkbenchPaths::below(folder.path()), new MemorySecretStore);
    AppContext &context = workbench.context();
    context.settings.setValue(Key::Theme, QStringLiteral("light"));
    context.theme.applyTo(app);
    MainWindow window(context, workbench.sessions());
    Tour tour({workbench, window}, options.tourFolder, options.scenes);
    int code = Success;
    QObject::connect(&tour, &Tour::finished, &app, [&code](const QString &problem) {
        if (!problem.isEmpty()) {
            std::fprintf(stderr, "hpkv-studio: %s\n", qPrintable(problem));
            code = TourFailed;
        }
        QCoreApplication::exit(code);
    });
    QMetaObject::invokeMethod(&tour, &Tour::start, Qt::QueuedConnection);
    return QApplication::exec();
}

int runWindow(QApplication &app, const Options &options)
{
    const WorkbenchPaths paths = options.configFolder.isEmpty() ? WorkbenchPaths::standard()
                                                                : WorkbenchPaths::below(options.configFolder);
    Workbench workbench(paths);
    workbench.context().theme.applyTo(app);
    MainWindow window(workbench.context(), workbench.sessions());
    const bool hasWall = !options.wall.file.isEmpty();
    if (!hasWall || !options.wall.isFullScreen)
        window.show();
    WallStart wall(workbench, window, options.wall);
    if (hasWall) {
        if (const QString problem = wall.begin(); !problem.isEmpty()) {
            std::fprintf(stderr, "hpkv-studio: %s\n", qPrintable(problem));
            return Failure;
        }
    } else if (options.demo) {
        workbench.sessions().openDemo();
    }
    return QApplication::exec();
}

} // namespace

int main(int argc, char *argv[])
{
    if (!choosePlatform(argc, argv))
        return Failure;

    // Talk of the library is for those who ask for it: QT_LOGGING_RULES="hpkv.*=true".
    QLoggingCategory::setFilterRules(QStringLiteral("hpkv.*.debug=false\nhpkv.*.info=false"));
    QCoreApplication::setApplicationName(QStringLiteral("hpkv-studio"));
    QCoreApplication::setApplicationVersion(QStringLiteral(HPKV_STUDIO_VERSION));
    QGuiApplication::setApplicationDisplayName(QStringLiteral("HPKV Studio"));
    QGuiApplication::setDesktopFileName(QStringLiteral("io.github.hpkv_studio.studio"));
    QApplication app(argc, argv);
    QApplication::setWindowIcon(QIcon(QStringLiteral(":/desktop/hpkv-studio.svg")));

    // Errors of the command line are told in the person's language, too; the settings have the last word
    // below.
    const bool tour = hasArgument(argc, argv, "--tour");
    QString configFolder = WorkbenchPaths::standard().config;
    for (int i = 1; i + 1 < argc; ++i) {
        if (std::strcmp(argv[i], "--config-dir") == 0)
            configFolder = QString::fromLocal8Bit(argv[i + 1]);
    }
    const QString language = Settings::peek(configFolder + QStringLiteral("/settings.json"), Key::Language);
    Translations::install(app, tour ? QStringLiteral("en") : language);

    const Options options = parseOptions(app);
    return options.tourFolder.isEmpty() ? runWindow(app, options) : runTour(app, options);
}
