// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "live/livefilter.h"

#include <QTimer>
#include <QWidget>

class QComboBox;
class QLabel;
class QLineEdit;
class QMenu;
class QToolButton;

namespace Studio
{

class Theme;

/// The parts of the live filter beside its text: what the key is like, which kinds of change, and what the
/// value must fulfil. Every part is reached by Tab; Escape empties the one that has the focus.
class LiveFilterRow : public QWidget
{
    Q_OBJECT

public:
    explicit LiveFilterRow(Theme &theme, QWidget *parent = nullptr);

    /// Takes over the parts of this row and leaves the text alone.
    void fill(LiveFilter &filter) const;
    void setFilter(const LiveFilter &filter);
    /// Whether any part is set.
    bool isSet() const;
    void clear();
    /// Kinds and condition are not asked where rows are keys.
    void setForKeys(bool forKeys);
    void focusFirst();

signals:
    void changed();
    void escaped();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void buildKinds(Theme &theme);
    void apply();
    void showKinds();
    void showProblem();

    QLineEdit *m_key;
    QComboBox *m_mode;
    QToolButton *m_kinds;
    QMenu *m_kindMenu;
    QLineEdit *m_condition;
    QLabel *m_problem;
    QTimer m_timer;
    quint32 m_wanted = 0; ///< kinds, as LiveFilter::kinds()
};

} // namespace Studio
