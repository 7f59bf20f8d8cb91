// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

class QLabel;
class QToolButton;

namespace Studio
{

class CoverageStrip;
class ElidedLabel;
class FilterField;
class KeyTreeModel;
class LevelLister;
class Theme;

/// What stands above the rows: how much is known, the filter field and the bar of coverage.
class KeyTreeHead : public QWidget
{
    Q_OBJECT

public:
    explicit KeyTreeHead(Theme &theme, QWidget *parent = nullptr);

    FilterField *filter() const { return m_filter; }
    /// Offers the columns; the view fills the menu.
    QToolButton *columnsButton() const { return m_columns; }
    /// What is wrong with the filter; empty: nothing.
    void showProblem(const QString &text);
    void update(const KeyTreeModel &model, const LevelLister &lister);
    using QWidget::update;

private:
    ElidedLabel *m_figures;
    QToolButton *m_columns;
    FilterField *m_filter;
    QLabel *m_problem;
    CoverageStrip *m_strip;
};

} // namespace Studio
