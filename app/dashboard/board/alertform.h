// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "dashboard/alertrule.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QDoubleSpinBox;
class QLabel;
class QLineEdit;

namespace Studio
{

class Theme;

/// One alert as a form; shows the fields that its kind has and what is wrong with them.
class AlertForm : public QWidget
{
    Q_OBJECT

public:
    AlertForm(Theme &theme, const AlertRule &rule, QWidget *parent = nullptr);

    AlertRule rule() const;

signals:
    void changed();
    void removeRequested();

private:
    void showFields();

    const AlertRule m_start;
    QComboBox *m_kind;
    QLineEdit *m_threshold;
    QLabel *m_hysteresisLabel;
    QLineEdit *m_hysteresis;
    QLabel *m_holdLabel;
    QDoubleSpinBox *m_hold;
    QLineEdit *m_label;
    QCheckBox *m_muted;
    QLabel *m_problem;
};

} // namespace Studio
