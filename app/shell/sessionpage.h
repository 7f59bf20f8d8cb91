// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

#include <functional>
#include <memory>

namespace Studio
{

struct AppContext;
class PageHistory;
class JobsPanel;
class JournalPanel;
class KeyTreeView;
class LivePanel;
class PageTab;
class RangeTab;
class RecordTab;
class SearchPanel;
class Session;
class SessionActions;
class SessionManager;
class WatchWiring;
class WatchesPanel;
struct NavPlace;
struct KeyInterval;

/// Everything the window shows of one session: the records that are open as tabs in the middle, and the
/// panels that the window puts into its docks. Connects them with one another.
class SessionPage : public QWidget
{
    Q_OBJECT

public:
    /// `sessions`: the open profiles, where keys can be copied to.
    SessionPage(AppContext &app, Session &session, SessionManager &sessions, QWidget *parent = nullptr);
    /// Also deletes the panels.
    ~SessionPage() override;

    Session &session() const;
    KeyTreeView *keys() const;
    LivePanel *live() const;
    SearchPanel *search() const;
    JobsPanel *jobs() const;
    JournalPanel *journal() const;
    WatchesPanel *watches() const;
    WatchWiring &watching() const;
    /// The time bar, and which moment the page shows.
    PageHistory &history() const;

    /// What can be done with keys; parts of the program that bring more give it here.
    SessionActions &actions() const;

    int tabCount() const;
    /// nullptr if nothing is open.
    PageTab *currentTab() const;
    /// nullptr if the current tab is no record.
    RecordTab *currentRecord() const;
    /// Those whose edit would be lost with them.
    QList<PageTab *> tabsAtRisk() const;

    /// Shows the record in its tab, a new one, or (not `pinned`) in the one tab that is used again and again.
    RecordTab *openKey(const QByteArray &key, bool pinned);
    RecordTab *newKey(const QByteArray &prefix);
    /// Shows a tab that somebody else has made, or one that is open; the page owns it from now on.
    void openTab(PageTab *tab);
    /// Opens whatever it is; for going back and for closed tabs.
    void goTo(const NavPlace &place);
    /// Shows the interval as a table, in a tab that shows it already or a new one.
    RangeTab *openRange(const KeyInterval &interval);
    /// Selects the key in the tree and opens its record.
    void goToKey(const QByteArray &key, bool pinned = true);
    void goToBranch(const QByteArray &prefix);
    /// Asks, then deletes the record in the store.
    void deleteKey(const QByteArray &key);
    /// Asks first when the tab holds an edit that is not saved and would be lost.
    void closeCurrentTab();
    /// All but the current one, or those behind it; asks once for all whose edit would be lost.
    void closeOtherTabs(bool onlyBehind);
    void reopenTab();
    void stepTab(int by);
    void focusTab();
    /// The line in the profile's colour on the current tab; for when several profiles are open.
    void showColor(bool show);

signals:
    /// The person is to look at this panel of the page now.
    void panelRequested(QWidget *panel);
    void currentChanged();
    /// What the status bar says of the current tab.
    void statusTextChanged(const QString &text);

private:
    QByteArray currentKey() const;
    void buildSearch();
    void buildJournal();
    void installCommands();
    void step(bool forward);
    void showMarks();
    void showTabMenu(const QPoint &position);
    void addTab(PageTab *tab, int index);
    void closeTab(int index);
    void removeTab(int index);
    void markPreview();
    void refreshTab(PageTab *tab);
    void visit(const PageTab *tab);
    void noteCurrent();

    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace Studio
