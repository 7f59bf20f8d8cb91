// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

#include <functional>
#include <memory>

namespace Studio
{

struct AppContext;
class KeyTreeView;
class LivePanel;
class PageTab;
class RecordTab;
class Session;

/// Everything the window shows of one session: the records that are open as tabs in the middle, and the two
/// panels that the window puts into its docks. Connects the three with one another.
class SessionPage : public QWidget
{
    Q_OBJECT

public:
    SessionPage(AppContext &app, Session &session, QWidget *parent = nullptr);
    /// Also deletes the panels.
    ~SessionPage() override;

    Session &session() const;
    KeyTreeView *keys() const;
    LivePanel *live() const;

    int tabCount() const;
    /// nullptr if nothing is open.
    PageTab *currentTab() const;
    /// nullptr if the current tab is no record.
    RecordTab *currentRecord() const;
    QList<PageTab *> dirtyTabs() const;

    /// Shows the record in its tab, a new one, or (not `pinned`) in the one tab that is used again and again.
    RecordTab *openKey(const QByteArray &key, bool pinned);
    RecordTab *newKey(const QByteArray &prefix);
    /// Selects the key in the tree and opens its record.
    void goToKey(const QByteArray &key);
    void goToBranch(const QByteArray &prefix);
    /// Asks, then deletes the record in the store.
    void deleteKey(const QByteArray &key);
    /// Asks first when the tab holds an edit that is not saved.
    void closeCurrentTab();
    void stepTab(int by);
    void focusTab();
    /// The line in the profile's colour on the current tab; for when several profiles are open.
    void showColor(bool show);

signals:
    void currentChanged();
    /// What the status bar says of the current tab.
    void statusTextChanged(const QString &text);

private:
    void addTab(PageTab *tab, int index);
    void closeTab(int index);
    void removeTab(int index);
    void refreshTab(PageTab *tab);
    void noteCurrent();

    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace Studio
