// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "browser/range/rangeremarks.h"
#include "browser/range/rangetab.h"

#include <QTimer>

class QPoint;
class QStackedLayout;
class QToolButton;

namespace Studio
{

class EmptyState;
class RangeCellEditor;
class RangeColumns;
class RangeDetail;
class RangeInterest;
class RangeProgressStrip;
class RangeQueryBar;
class RangeReading;
class RangeSaved;
class RangeSelection;
class RangeSelectionBar;
class RangeSorting;
class RecordBanner;

struct RangeTab::Private {
    Private(RangeTab *tab, AppContext &app, Session &session, KeyActions *actions);
    ~Private();

    RangeTab *q;
    AppContext &app;
    Session &session;
    KeyActions *actions;

    RangeModel *model = nullptr;
    RangeTable *table = nullptr;
    RangeQueryBar *bar = nullptr;
    RangeProgressStrip *strip = nullptr;
    RecordBanner *banner = nullptr; ///< about what was read
    RecordBanner *workBanner = nullptr; ///< about what a person does with rows
    EmptyState *empty = nullptr;
    QStackedLayout *places = nullptr;
    RangeSelectionBar *selectionBar = nullptr;
    RangeDetail *detail = nullptr;
    QToolButton *addColumn = nullptr;

    // Each has one job; they go before the widgets.
    std::unique_ptr<RangeReading> reading;
    std::unique_ptr<RangeSorting> sorting;
    std::unique_ptr<RangeColumns> columns;
    std::unique_ptr<RangeSelection> selection;
    std::unique_ptr<RangeCellEditor> editor;
    std::unique_ptr<RangeSaved> saved;
    std::unique_ptr<RangeInterest> interest;
    QTimer statusTimer;
    RangeRemark::Way emptyWay = RangeRemark::Way::None;

    void build();
    void buildBody();
    void buildUnits();
    void connectQuery();
    void connectRows();
    void connectUnits();
    void installCommands();
    void installRowCommands();

    void runTyped();
    void follow(RangeRemark::Way way);
    void noteSoon();
    void scheduleStatus();
    void updateStatus();
    void updateStrip();
    void updateRemarks();
    void showDetail();
    void showRowMenu(const QPoint &at);
    void openRecord(const QByteArray &key);
    void tellProblem(const QString &title, const QString &text);
};

} // namespace Studio
