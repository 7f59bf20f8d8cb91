// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "browser/range/rangequeries.h"
#include "shell/pagetab.h"

#include <memory>

namespace Studio
{

struct AppContext;
class IntervalScan;
class KeyActions;
class RangeModel;
class RangeTable;
class Session;

/// The range browser: a part of the key space as a table. Reads it page by page into the mirror and shows
/// what the mirror knows of it. Installs handlers of the commands range.* and edit.copy for itself.
class RangeTab : public PageTab
{
    Q_OBJECT

public:
    /// Reads at once. `actions` may be null: then what needs them is not offered.
    RangeTab(AppContext &app, Session &session, KeyActions *actions, const KeyInterval &interval,
             QWidget *parent = nullptr);
    /// Ends reading.
    ~RangeTab() override;

    QString title() const override;
    QString iconName() const override;
    std::optional<NavPlace> place() const override;
    QString statusText() const override;

    Session &session() const;
    RangeModel &model() const;
    RangeTable &table() const;
    /// nullptr while nothing is being read.
    IntervalScan *scan() const;

    /// What is asked for and how it is shown now.
    RangeQuery query() const;
    /// Shows `query` and reads its keys.
    void open(const RangeQuery &query);
    /// Reads again what is asked for.
    void run();
    /// Adds the column and shows it.
    void addColumn(const QByteArray &pointer);

signals:
    /// Somebody wants to see the whole record. Only without KeyActions.
    void openRequested(const QByteArray &key);

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace Studio
