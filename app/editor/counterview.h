// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

#include <optional>

class QLabel;
class QLineEdit;
class QPushButton;

namespace Studio
{

class Theme;

/// A whole number as a counter: its value, − and + with a step, and "set to", which sends the difference.
class CounterView : public QWidget
{
    Q_OBJECT

public:
    explicit CounterView(Theme &theme, QWidget *parent = nullptr);

    void setValue(std::optional<qint64> value);
    /// `reason`: why nothing can be done now; empty = it can.
    void setBlocked(const QString &reason);
    /// What the fields hold, where it is a number that can be sent.
    std::optional<qint64> step() const;
    std::optional<qint64> target() const;

    /// As − and +.
    void countDown();
    void countUp();
    bool canCount(bool up) const;

signals:
    void stepWanted(qint64 delta);
    void targetWanted(qint64 value);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    bool takeKey(const QKeyEvent &event);
    void refresh();

    std::optional<qint64> m_value;
    QString m_blocked;
    QLabel *m_number;
    QPushButton *m_minus;
    QLineEdit *m_step;
    QPushButton *m_plus;
    QLabel *m_stepText;
    QLineEdit *m_target;
    QPushButton *m_set;
    QLabel *m_targetText;
    QLabel *m_hint;
};

} // namespace Studio
