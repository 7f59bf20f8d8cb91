// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "diff/diffpane.h"

namespace Studio
{

/// Line numbers and signs beside a DiffPane.
class DiffGutter : public QWidget
{
    Q_OBJECT

public:
    DiffGutter(Theme &theme, DiffPane &pane, DiffPane::Numbers numbers, QWidget *parent);

    void textChanged();
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;

private:
    QFont numberFont() const;
    int numberWidth() const;
    int signWidth() const;

    Theme &m_theme;
    DiffPane &m_pane;
    DiffPane::Numbers m_numbers;
    int m_digits = 2;
};

} // namespace Studio
