// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "dashboard/alertrule.h"

#include <QList>
#include <QWidget>

#include <vector>

class QVBoxLayout;

namespace Studio
{

class AlertForm;
class Theme;

/// The alerts of a tile as forms, one below the other: when, how far back it has to go, for how long, how it
/// is called, whether it is told.
class AlertEditor : public QWidget
{
    Q_OBJECT

public:
    explicit AlertEditor(Theme &theme, QWidget *parent = nullptr);

    QList<AlertRule> rules() const;
    void setRules(const QList<AlertRule> &rules);
    /// What is wrong with the first that is wrong; empty = nothing.
    QString problem() const;
    /// One more, and the keyboard goes to it.
    void add();

signals:
    void changed();

private:
    AlertForm *append(const AlertRule &rule);
    void remove(AlertForm *form);

    Theme &m_theme;
    QVBoxLayout *m_column;
    std::vector<AlertForm *> m_forms;
};

} // namespace Studio
