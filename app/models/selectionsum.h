// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/rangecolumn.h"
#include "json/exactsum.h"

#include <QList>
#include <QObject>
#include <QTimer>

#include <utility>

namespace Studio
{

class KeyspaceMirror;
class RangeModel;

/// Sum, smallest, largest and mean of the numbers of one column over the selected rows, exactly. Works a few
/// milliseconds at a time, so that a million rows hold nobody up. Window's thread.
class SelectionSum : public QObject
{
    Q_OBJECT

public:
    SelectionSum(RangeModel &model, const KeyspaceMirror &mirror, QObject *parent);

    /// Rows as ranges; starts anew. An empty list ends it.
    void start(const QList<std::pair<int, int>> &rows, const RangeColumn &column);
    /// The rows or their cells are other ones: starts anew a moment later.
    void restart();

    const RangeColumn &column() const { return m_column; }
    bool isRunning() const { return m_timer.isActive() || m_again.isActive(); }
    /// Of the rows that were looked at so far.
    const ExactSum &sum() const { return m_sum; }
    qint64 unread() const { return m_unread; } ///< rows whose values are not held

signals:
    /// Ended, or got further.
    void changed();

private:
    void work();

    RangeModel &m_model;
    const KeyspaceMirror &m_mirror;
    QList<std::pair<int, int>> m_rows;
    RangeColumn m_column;
    qsizetype m_range = 0;
    int m_row = 0;
    ExactSum m_sum;
    qint64 m_unread = 0;
    QTimer m_timer;
    QTimer m_again;
};

} // namespace Studio
