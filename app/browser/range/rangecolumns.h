// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "browser/range/rangequeries.h"
#include "browser/range/rangesurvey.h"
#include "models/rangecolumn.h"

#include <QObject>

class QMenu;
class QPoint;

namespace Studio
{

class RangeModel;
class RangeTable;
class Theme;

/// Which columns a range shows and where: those that its records suggest, those that a person chose.
class RangeColumns : public QObject
{
    Q_OBJECT

public:
    RangeColumns(Theme &theme, RangeModel &model, RangeTable &table, const KeyspaceMirror &mirror,
                 QObject *parent = nullptr);

    /// Reading begins: its records are looked at for members.
    void beginReading(const KeyInterval &interval);
    /// Records came.
    void readOn() { m_survey.lookSoon(); }
    void endReading();

    /// As they stand now, the key first.
    QList<RangeQuery::Column> layout() const;
    /// Shows these and no other member. Empty: all stay, and members that most records have are added.
    void apply(const QList<RangeQuery::Column> &columns);
    /// Adds the column and brings it into sight.
    void add(const RangeColumn &column);
    /// The menu of a title; -1: of all columns.
    void showMenu(int column, const QPoint &globalPosition, QWidget *parent);

signals:
    /// A person changed the layout.
    void edited();
    void sortRequested(const Studio::RangeColumn &column, bool descending);

private:
    void fillMenu(QMenu &menu, int column);
    void fillMembers(QMenu &menu);
    void addOwn();
    void alignTitles();

    Theme &m_theme;
    RangeModel &m_model;
    RangeTable &m_table;
    RangeSurvey m_survey;
    bool m_isReading = false;
    bool m_ownDue = false; ///< nobody has arranged the columns yet
    bool m_isApplying = false;
};

} // namespace Studio
