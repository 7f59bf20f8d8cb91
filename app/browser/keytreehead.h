// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

class QLineEdit;

namespace Studio
{

class CoverageStrip;
class ElidedLabel;
class KeyTreeModel;
class LevelLister;
class Theme;

/// What stands above the rows: how much is known, the filter field and the bar of coverage.
class KeyTreeHead : public QWidget
{
    Q_OBJECT

public:
    explicit KeyTreeHead(Theme &theme, QWidget *parent = nullptr);

    QLineEdit *filter() const { return m_filter; }
    void update(const KeyTreeModel &model, const LevelLister &lister);
    using QWidget::update;

private:
    ElidedLabel *m_figures;
    QLineEdit *m_filter;
    CoverageStrip *m_strip;
};

} // namespace Studio
