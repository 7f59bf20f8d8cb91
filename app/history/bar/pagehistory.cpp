// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "history/bar/pagehistory.h"

#include "diff/difftab.h"
#include "history/bar/keyhistorytab.h"
#include "history/bar/momentstab.h"
#include "history/bar/timebar.h"
#include "history/bar/timetrack.h"
#include "history/bar/timetravel.h"
#include "history/history.h"
#include "history/recordingexport.h"
#include "live/panel/livepanel.h"
#include "models/keyhistorymodel.h"
#include "notices/noticecenter.h"
#include "session/session.h"
#include "shell/appcontext.h"
#include "shell/commandregistry.h"
#include "watches/watchlist.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QDir>
#include <QFileDialog>

#include <algorithm>

namespace Studio
{

namespace
{

constexpr qint64 usualSpanMs = 3'600'000; ///< that is looked back where no moment is shown

struct HistoryCommands {
    Q_DECLARE_TR_FUNCTIONS(HistoryCommands)
};

} // namespace

void addHistoryCommands(CommandRegistry &registry)
{
    const auto add = [&registry](const char *id, const QString &text, const QString &tip, const char *icon,
                                 const QList<QKeySequence> &keys, bool checkable) {
        registry.add({QString::fromLatin1(id), text, QString::fromLatin1(icon), keys, QStringLiteral("live"),
                      tip, checkable, 5});
    };
    add("history.bar", HistoryCommands::tr("Time travel"),
        HistoryCommands::tr("Show the line of time, to see the store as it was"), "history",
        {Qt::CTRL | Qt::ALT | Qt::Key_T}, true);
    add("history.key", HistoryCommands::tr("History of the key"),
        HistoryCommands::tr("List every recorded change of the open record"), "clock",
        {Qt::CTRL | Qt::ALT | Qt::Key_H}, false);
    add("history.previous", HistoryCommands::tr("To the change before"),
        HistoryCommands::tr("Go back in time to the change before"), "chevron-left",
        {Qt::CTRL | Qt::ALT | Qt::Key_Left}, false);
    add("history.next", HistoryCommands::tr("To the next change"),
        HistoryCommands::tr("Go on in time to the next change"), "chevron-right",
        {Qt::CTRL | Qt::ALT | Qt::Key_Right}, false);
    add("history.now", HistoryCommands::tr("Back to now"), HistoryCommands::tr("Show the present again"),
        "live", {}, false);
    add("history.moments", HistoryCommands::tr("Between two moments"),
        HistoryCommands::tr("List which keys were created, changed and removed between two moments"), "diff",
        {}, false);
    add("history.export", HistoryCommands::tr("Export the recording…"),
        HistoryCommands::tr("Write what was recorded to a file that hpkv-emulator can replay"), "export", {},
        false);
}

PageHistory::PageHistory(AppContext &app, Session &session, Place place, QWidget *page)
    : QObject(page)
    , m_app(app)
    , m_session(session)
    , m_place(std::move(place))
    , m_page(page)
    , m_travel(new TimeTravel(session.history().reader(), this))
    , m_bar(new TimeBar(app.theme, *m_travel, session.history().recorder(), page))
{
    m_bar->hide();
    const auto on = [&](const char *id, std::function<void()> run, std::function<bool()> enabled = {},
                        std::function<bool()> checked = {}) {
        app.commands.handle(QString::fromLatin1(id), page,
                            {std::move(run), std::move(enabled), std::move(checked)});
    };
    const auto isPast = [this] { return !m_travel->isLive(); };
    const auto isShown = [this] { return !m_bar->isHidden(); };
    on(
        "history.bar", [this] { showBar(m_bar->isHidden()); }, {}, isShown);
    on(
        "history.key", [this] { openKey(m_place.currentKey()); },
        [this] { return !m_place.currentKey().isEmpty(); });
    on(
        "history.previous", [this] { m_bar->step(false); }, isShown);
    on(
        "history.next", [this] { m_bar->step(true); }, isPast);
    on(
        "history.now", [this] { m_travel->goToNow(); }, isPast);
    on("history.moments", [this] { openMoments({}); });
    on("history.export", [this] { exportRecording(); });
    connect(m_bar, &TimeBar::pastRequested, this, [this] { openKey(m_place.currentKey()); });
    connect(m_travel, &TimeTravel::sourceChanged, this, &PageHistory::lookAround);
    connect(m_bar, &TimeBar::momentsRequested, this, [this] { openMoments({}); });
    connect(m_travel, &TimeTravel::sourceChanged, &app.commands, &CommandRegistry::refresh);
    connect(m_travel, &TimeTravel::sourceChanged, this, &PageHistory::enterPast);
}

/// A record that is edited stays as it is: what it was then is shown beside it.
void PageHistory::enterPast()
{
    const QByteArray key = m_place.currentKey();
    if (m_travel->isLive() || key.isEmpty())
        return;
    const QList<KeyHistoryTab *> open = m_page->findChildren<KeyHistoryTab *>();
    if (std::any_of(open.cbegin(), open.cend(), [](const KeyHistoryTab *tab) { return tab->isVisible(); }))
        return;
    const bool hadFocus = m_bar->track().hasFocus();
    openKey(key);
    if (hadFocus)
        m_bar->track().setFocus();
}

void PageHistory::showBar(bool show)
{
    m_bar->setVisible(show);
    // What is not shown must not go on showing the past.
    if (!show) {
        m_bar->setPlaying(false);
        m_travel->goToNow();
    }
    m_app.commands.refresh();
}

KeyHistoryTab *PageHistory::openKey(const QByteArray &key)
{
    const QList<KeyHistoryTab *> open = m_page->findChildren<KeyHistoryTab *>();
    for (KeyHistoryTab *known : open) {
        if (known->key() != key)
            continue;
        known->model().refresh();
        m_place.showTab(known);
        showBar(true);
        return known;
    }
    auto *tab = new KeyHistoryTab(m_app, *m_travel, key);
    connect(tab, &KeyHistoryTab::compareRequested, this,
            [this](const QString &title, const QList<DiffSide> &sides) {
                m_place.openTab(new DiffTab(m_app, title, sides, 0, 1));
            });
    m_place.openTab(tab);
    showBar(true);
    return tab;
}

MomentsTab *PageHistory::openMoments(const QByteArray &prefix)
{
    auto *tab = new MomentsTab(m_app, *m_travel, m_session.history().recorder(), prefix);
    connect(tab, &MomentsTab::openRequested, this, m_place.openRecord);
    connect(tab, &MomentsTab::historyRequested, this, &PageHistory::openKey);
    connect(tab, &MomentsTab::compareRequested, this,
            [this](const QString &title, const QList<DiffSide> &sides) {
                m_place.openTab(new DiffTab(m_app, title, sides, 0, 1));
            });
    const qint64 now = QDateTime::currentMSecsSinceEpoch();
    tab->setMoments(m_travel->isLive() ? now - usualSpanMs : m_travel->moment(), 0);
    m_place.openTab(tab);
    showBar(true);
    return tab;
}

void PageHistory::follow(const WatchList &watches)
{
    const auto apply = [this, &watches] {
        WatchPatterns left;
        for (const Watch &watch : watches.watches()) {
            if (!watch.record)
                left.append(watch.pattern);
        }
        HistoryFilter filter;
        if (!left.isEmpty()) {
            filter = [left = WatchMatcher(left), kept = WatchMatcher(watches.recorded())](
                         const QByteArray &key) { return !left.matches(key) || kept.matches(key); };
        }
        m_session.history().recorder().setFilter(filter);
    };
    connect(&watches, &WatchList::changed, this, apply);
    apply();
}

void PageHistory::lookAround()
{
    const bool isRecord =
        !m_place.currentKey().isEmpty() && !qobject_cast<KeyHistoryTab *>(m_place.currentTab());
    m_bar->setHint(isRecord && !m_travel->isLive() ? tr("The record is shown as it is now.") : QString());
}

void PageHistory::show(LivePanel &live)
{
    connect(m_travel, &TimeTravel::moved, &live, [this, &live] { live.setMoment(m_travel->moment()); });
    connect(&live, &LivePanel::presentRequested, m_travel, &TimeTravel::goToNow);
}

void PageHistory::exportRecording()
{
    auto *dialog = new QFileDialog(m_page->window(), tr("Export the recording"), QDir::homePath(),
                                   tr("JSON Lines (*.jsonl)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("jsonl"));
    dialog->selectFile(QStringLiteral("recording.jsonl"));
    connect(dialog, &QFileDialog::fileSelected, this, &PageHistory::writeRecording);
    dialog->open();
}

void PageHistory::writeRecording(const QString &file)
{
    auto *writing = new RecordingExport(m_session.history().historyThread(), {}, file, this);
    connect(writing, &RecordingExport::finished, this,
            [this, writing, file](qint64 rows, const QString &problem) {
                writing->deleteLater();
                Notice notice;
                notice.id = QStringLiteral("recording/") + m_session.id();
                notice.context = QStringLiteral("session/") + m_session.id();
                notice.severity = problem.isEmpty() ? Severity::Good : Severity::Warning;
                notice.title = problem.isEmpty() ? tr("%n row(s) of the history exported", nullptr, int(rows))
                                                 : tr("The recording could not be exported");
                notice.text = problem.isEmpty() ? QDir::toNativeSeparators(file) : problem;
                m_app.notices.raise(notice);
            });
    writing->start();
}

} // namespace Studio
