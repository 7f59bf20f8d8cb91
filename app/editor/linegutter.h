// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

namespace Studio
{

class CodeView;
class Theme;

/// Line numbers, fold arrows, lit lines and the line of the error, beside a CodeView.
class LineGutter : public QWidget
{
    Q_OBJECT

public:
    LineGutter(Theme &theme, CodeView &view, QWidget *parent = nullptr);

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void enterEvent(QEnterEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;

private:
    QFont numberFont() const;
    int digits() const;
    int foldWidth() const;

    Theme &m_theme;
    CodeView &m_view;
    int m_knownDigits = 0;
};

} // namespace Studio
