// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "bulk/bulkdialog.h"
#include "watches/watchlist.h"

#include <optional>

class QCheckBox;
class QComboBox;
class QLineEdit;
class QListWidget;

namespace Studio
{

class FormRow;
class PatternTest;

/// Asks for a pattern and shows while one types which of the known keys it matches.
class PatternDialog : public BulkDialog
{
    Q_OBJECT

public:
    /// `old`: what is changed; empty: a new one.
    PatternDialog(AppContext &app, Session &session, WatchList &list, const std::optional<Watch> &old,
                  QWidget *parent);

    /// What is typed, understood as the chosen kind.
    Watch watch() const;
    PatternTest &test() const { return *m_test; }

    /// The text of a field as a pattern: by its form where `kind` is empty.
    static WatchPattern patternOf(const QString &text, std::optional<WatchPattern::Kind> kind);

signals:
    /// The button was pressed; the list has it already.
    void chosen(const Studio::Watch &watch);

protected:
    void go() override;

private:
    void refresh();
    void showMatches();
    QString problem(const Watch &watch) const;

    WatchList &m_list;
    const std::optional<Watch> m_old;
    QLineEdit *m_text;
    QComboBox *m_kind;
    QCheckBox *m_record;
    QListWidget *m_first;
    FormRow *m_row;
    PatternTest *m_test;
};

} // namespace Studio
