// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "browser/range/rangequeries.h"

#include <QObject>
#include <QTimer>

#include <functional>

class QMenu;

namespace Studio
{

class Theme;

/// Saved and recent queries of a range tab: their menu, and keeping what is shown now for the next time.
class RangeSaved : public QObject
{
    Q_OBJECT

public:
    /// `now`: what is asked for and how it is shown.
    RangeSaved(Theme &theme, const QString &file, QMenu &menu, std::function<RangeQuery()> now,
               QObject *parent = nullptr);

    void fillMenu();
    /// The columns in which the keys of `query` were shown last; empty: never.
    QList<RangeQuery::Column> lastColumns(const RangeQuery &query) const;
    /// What is shown now becomes the latest of the recent ones, a moment later.
    void noteSoon() { m_timer.start(); }
    /// As far as that is due.
    void noteNow();

signals:
    void openRequested(const Studio::RangeQuery &query);
    void problem(const QString &title, const QString &text);

private:
    Theme &m_theme;
    RangeQueries m_queries;
    QMenu &m_menu;
    std::function<RangeQuery()> m_now;
    QTimer m_timer;
};

} // namespace Studio
