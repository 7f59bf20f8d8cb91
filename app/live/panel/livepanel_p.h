// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "live/panel/livepanel.h"

#include "live/livenote.h"

#include <QTimer>

#include <deque>
#include <functional>

class QAbstractItemView;
class QActionGroup;
class QHBoxLayout;
class QLineEdit;
class QStackedLayout;
class QToolButton;

namespace Studio
{

class ElidedLabel;
class EmptyState;
class LiveFilterRow;
class LiveGroups;
class LiveModel;
class LiveSaving;
class LiveTable;
class LiveView;
class PastStream;
class RatesModel;
class RunMark;
class Theme;

struct LivePanel::Private {
    Private(LivePanel *panel, AppContext &context_, Session &session_);
    ~Private();

    LivePanel *q;
    AppContext &context;
    Theme &theme;
    Session &session;
    std::unique_ptr<RunMark> mark;
    LiveModel *model = nullptr;
    LiveGroups *groups = nullptr;
    RatesModel *rates = nullptr;
    LiveView *view = nullptr;
    PastStream *past = nullptr; ///< in place of the stream; made when it is needed
    LiveTable *groupTable = nullptr;
    LiveTable *rateTable = nullptr;
    ElidedLabel *patterns = nullptr;
    ElidedLabel *ledger = nullptr;
    QLineEdit *filter = nullptr;
    LiveFilterRow *filterRow = nullptr;
    QToolButton *pause = nullptr;
    QStackedLayout *places = nullptr;
    EmptyState *empty = nullptr;
    ElidedLabel *foot = nullptr;
    QToolButton *history = nullptr;
    QWidget *footBar = nullptr;
    LiveSaving *saving = nullptr;
    QTimer filterTimer;
    Show show = Show::Stream;
    std::function<void()> emptyAction; ///< of the empty state's button
    int exported = 100; ///< percent; 100 = nothing is under way

    QToolButton *button(const char *command, QWidget *parent);
    QWidget *buildHead();
    QWidget *buildFoot();
    void buildViews();
    void build();
    void connectAll();
    void connectTables();
    void installCommands();
    void updateStatus();
    void updateLedger();
    void updatePause();
    void updatePlace();
    void updateFoot();
    void applyFilter();
    void setNewestFirst(bool newestFirst);
    void beginAfterCrash();
    QAbstractItemView *shownView() const;
    PastStream &openPast();
    bool isPast() const;
    void connectView(QAbstractItemView *each);
    void connectStream(LiveView *each);
    std::deque<SharedLiveNote> shownNotes() const;
    SharedLiveNote currentNote() const;
    QByteArray currentBranch() const;
    void compare();
    void explainLedger();
    void copyRow();
    void onlyBranch();
    void showMenu(QWidget *from, const QPoint &position);
};

} // namespace Studio
