// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "diff/diffside.h"

#include <QObject>

#include <functional>

class QWidget;

namespace Studio
{

struct AppContext;
class CommandRegistry;
class KeyHistoryTab;
class LivePanel;
class MomentsTab;
class PageTab;
class Session;
class TimeBar;
class TimeTravel;
class WatchList;

/// What the page of a session shows of its history: the time bar below the tabs, the history of a key as a
/// tab, the export of a recording.
class PageHistory : public QObject
{
    Q_OBJECT

public:
    /// What the page gives: where a tab goes, and which key is looked at (empty: none).
    struct Place {
        std::function<void(PageTab *)> openTab;
        std::function<void(PageTab *)> showTab; ///< one that is open
        std::function<QByteArray()> currentKey;
        std::function<QWidget *()> currentTab;
        std::function<void(const QByteArray &)> openRecord;
    };

    PageHistory(AppContext &app, Session &session, Place place, QWidget *page);

    TimeTravel &travel() const { return *m_travel; }
    /// Hidden until it is asked for.
    TimeBar *bar() const { return m_bar; }
    KeyHistoryTab *openKey(const QByteArray &key);
    /// What of a branch (empty: of the store) is not the same at two moments: at first the one that is shown
    /// and now.
    MomentsTab *openMoments(const QByteArray &prefix);
    /// Records what the list says from now on: a key that only patterns match which are not recorded is left
    /// out; one that no pattern matches is heard for a view, and kept.
    void follow(const WatchList &watches);
    /// Another tab is in front: a record that shows the present while the page shows the past says so.
    void lookAround();
    /// The live list is that of the moment, too.
    void show(LivePanel &live);

private:
    void showBar(bool show);
    void enterPast();
    void exportRecording();
    void writeRecording(const QString &file);

    AppContext &m_app;
    Session &m_session;
    Place m_place;
    QWidget *m_page;
    TimeTravel *m_travel;
    TimeBar *m_bar;
};

/// Their commands.
void addHistoryCommands(CommandRegistry &registry);

} // namespace Studio
