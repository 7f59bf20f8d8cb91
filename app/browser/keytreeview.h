// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "browser/keycommands.h"

#include <QByteArray>
#include <QSet>
#include <QWidget>

#include <memory>

namespace Studio
{

struct AppContext;
struct KeySearch;
class KeyActions;
class Session;

/// The dock "Keys": what is known of the store as a tree, a filter above it and a bar that says how much of
/// the key space has been read. Shows the mirror of one session; it never asks the network for anything but
/// through Session.
class KeyTreeView : public QWidget
{
    Q_OBJECT

public:
    KeyTreeView(AppContext &context, Session &session, QWidget *parent = nullptr);
    ~KeyTreeView() override;

    Session &session() const;

    /// The key of the current row (UTF-8); empty if a branch or nothing is current.
    QByteArray currentKey() const;
    /// The prefix under which a new key would be made: that of the current branch, or of the current key's
    /// parent.
    QByteArray currentPrefix() const;

    /// Opens the levels above `key`, listing those that are not known yet, then selects it and scrolls to it.
    /// Emits wentToKey() in the end; `found` is false if the last level is listed and the key is not there.
    void goToKey(const QByteArray &key);
    /// Opens the branch `prefix` (with its separator) and all above it. Emits expanded() when its level is
    /// listed.
    void expandTo(const QByteArray &prefix);
    /// True if the level `prefix` (empty: the root) has been listed as a whole.
    bool isLevelListed(const QByteArray &prefix) const;
    /// True while a level that is shown is being listed or an expandTo() or goToKey() is under way.
    bool isBusy() const;

    /// What the context menu and the commands for keys do; without it they ask by signals. Outlives the view.
    void setActions(KeyActions &actions);
    /// What is selected.
    KeyTarget target() const;
    /// Keys and prefixes whose rows get the sign for it.
    void setMarked(const QSet<QByteArray> &watched, const QSet<QByteArray> &favourites);

    void setFilterText(const QString &text);
    QString filterText() const;
    void setFilter(const KeySearch &search, bool lookInStore = false);

public slots:
    /// Lists again what is open; expansion, selection and scroll position stay.
    void refresh();
    /// The same for what is below one branch; where all of it had been read, all of it is read again.
    void refreshBranch(const QByteArray &prefix);
    void focusFilter();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

signals:
    /// A key was chosen: `pinned` is false for a single click (shown in the one reusable tab) and true for
    /// Enter or a double click (a tab of its own).
    void openRequested(const QByteArray &key, bool pinned);
    /// "New key here…" with the prefix it should begin with.
    void newKeyRequested(const QByteArray &prefix);
    /// "Delete…" on one key. The window asks or not, as the safety level says, and writes through Session.
    void deleteRequested(const QByteArray &key);
    /// The level that expandTo() asked for is listed and open; `prefix` as it was given.
    void expanded(const QByteArray &prefix);
    void wentToKey(const QByteArray &key, bool found);

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace Studio
