// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "profiles/connectiontest.h"

#include <QWidget>

class QGridLayout;
class QLabel;

namespace Studio
{

class Theme;

/// The steps of a connection test, each with a sign, its name, what was found and how long it took; below the
/// one that failed stands what can be done.
class TestStepsView : public QWidget
{
    Q_OBJECT

public:
    explicit TestStepsView(Theme &theme, QWidget *parent = nullptr);

    void setSteps(const QList<TestStepResult> &steps);
    const QList<TestStepResult> &steps() const { return m_steps; }

    /// "Passed", "Failed", …: a state is told by its word, too.
    static QString stateName(TestStepState state);
    /// Empty for a time below zero (not measured).
    static QString timeText(double milliseconds);

private:
    struct Line {
        QLabel *sign;
        QLabel *name;
        QLabel *text;
        QLabel *time;
        QLabel *advice;
    };

    void update(const Line &line, const TestStepResult &step);

    Theme &m_theme;
    QGridLayout *m_grid;
    QList<Line> m_lines;
    QList<TestStepResult> m_steps;
};

} // namespace Studio
