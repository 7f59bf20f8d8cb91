// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/rangecolumn.h"

#include <QObject>

#include <optional>

namespace Studio
{

class RangeModel;
class RangeProgressStrip;
class RangeQueryBar;
class RangeTable;

/// Brings what titles, filters and condition say to the model, and shows how the order of the rows stands.
class RangeSorting : public QObject
{
    Q_OBJECT

public:
    RangeSorting(RangeModel &model, RangeTable &table, RangeQueryBar &bar, RangeProgressStrip &strip,
                 QObject *parent = nullptr);

    /// The filters hold as they are written now.
    void applyFilters();
    void clearFilters();
    /// Forwards, backwards, then by key again.
    void step(int column);
    void sort(const std::optional<RangeColumn> &column, bool descending);

signals:
    /// A person asked for another order or other rows.
    void edited();
    /// What is shown of the order is another one.
    void orderShown();

private:
    void showOrder();

    RangeModel &m_model;
    RangeTable &m_table;
    RangeQueryBar &m_bar;
    RangeProgressStrip &m_strip;
};

} // namespace Studio
