// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "session/keyselection.h"

#include <QObject>

namespace Studio
{

class KeyActions;
class RangeModel;
class RangeSelectionBar;
class RangeTable;
class SelectionSum;
class Session;

/// What a person does with the selected rows of a range, and what their numbers come to.
class RangeSelection : public QObject
{
    Q_OBJECT

public:
    /// Without `actions` rows can only be copied.
    RangeSelection(const Session &session, RangeModel &model, RangeTable &table, RangeSelectionBar &bar,
                   KeyActions *actions, QObject *parent = nullptr);

    bool isEmpty() const;
    bool canExport() const;
    bool canChange() const;
    KeySelection chosen() const;
    qint64 count() const;
    void copyTsv();
    void copyJson();
    void patch();
    void increment();
    void exportRows();
    void remove();

    /// Rows came or went.
    void showCount();
    /// Cells are other ones.
    void sumAgain();

signals:
    void changed();
    /// Something cannot be done, or was done in part.
    void problem(const QString &title, const QString &text);

private:
    void rowsChanged();
    void showSum();
    void copy(bool asJson);
    void ask(void (KeyActions::*action)(const KeySelection &));

    const Session &m_session;
    RangeModel &m_model;
    RangeTable &m_table;
    RangeSelectionBar &m_bar;
    KeyActions *m_actions;
    SelectionSum *m_sum;
};

} // namespace Studio
