// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "live/panel/livedelegate.h"
#include "session/journalline.h"

namespace Studio
{

/// Paints one row of the journal: what the live list shows of a change, and at the trailing edge how the
/// write ended.
class JournalDelegate : public LiveDelegate
{
    Q_OBJECT

public:
    explicit JournalDelegate(Theme &theme, QObject *parent = nullptr);

    /// Of the column at the trailing edge.
    int endWidth() const;
    void paintLine(QPainter &painter, const Row &row, const JournalLine &line) const;

    bool helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
                   const QModelIndex &index) override;

private:
    Theme &m_colors;
};

} // namespace Studio
