// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "session/keyselection.h"

#include <QWidget>

#include <optional>

class QComboBox;
class QLabel;
class QLineEdit;
class QMenu;
class QProgressBar;
class QPushButton;
class QToolButton;

namespace Studio
{

class ElidedLabel;
class ExactSum;
class Theme;

/// From, to or prefix, the limit, and the condition. What is typed holds when Run is pressed.
class RangeQueryBar : public QWidget
{
    Q_OBJECT

public:
    RangeQueryBar(Theme &theme, QWidget *parent);

    void setQuery(const KeyInterval &interval, qint64 limit);
    /// What the fields say; nothing if they say nothing that can be asked: then problem() says why.
    std::optional<KeyInterval> interval() const;
    qint64 limit() const; ///< < 0: all
    QString problem() const;

    void setConditionText(const QString &text);
    QString conditionText() const;
    void setConditionProblem(const QString &problem);
    void focusFields();
    void focusCondition();
    QMenu *savedMenu() const { return m_savedMenu; }

signals:
    void runRequested();
    void conditionEdited();

private:
    bool byPrefix() const;
    void updateFields();

    Theme &m_theme;
    QComboBox *m_mode;
    QLabel *m_fromLabel;
    QLineEdit *m_from;
    QLabel *m_toLabel;
    QLineEdit *m_to;
    QComboBox *m_limit;
    QPushButton *m_run;
    QToolButton *m_saved;
    QMenu *m_savedMenu;
    QLineEdit *m_condition;
    KeyInterval
        m_given; ///< what the fields were filled from: what nobody edited stays as it is, byte for byte
    QString m_givenFrom;
    QString m_givenTo;
    bool m_givenPrefix = true;
};

/// How far reading and sorting are.
class RangeProgressStrip : public QWidget
{
    Q_OBJECT

public:
    RangeProgressStrip(Theme &theme, QWidget *parent);

    /// `share` 0 to 1; < 0: something goes on, but nobody knows how far; nothing: no bar.
    void setProgress(std::optional<double> share);
    void setText(const QString &text);
    QString text() const;
    QToolButton *pause() const { return m_pause; }
    QToolButton *cancel() const { return m_cancel; }
    QToolButton *again() const { return m_again; }
    QString orderText() const;
    /// What there is to say of the order of the rows, and the word on the button beside it; empty: nothing.
    void setOrder(const QString &text, const QString &action);
    QToolButton *orderButton() const { return m_orderAction; }

private:
    QProgressBar *m_bar;
    ElidedLabel *m_text;
    QToolButton *m_pause;
    QToolButton *m_cancel;
    QToolButton *m_again;
    QLabel *m_order;
    QToolButton *m_orderAction;
};

/// What can be done with the selected rows, and what their numbers come to.
class RangeSelectionBar : public QWidget
{
    Q_OBJECT

public:
    RangeSelectionBar(Theme &theme, QWidget *parent);

    void setSelected(qint64 rows, qint64 of);
    /// `column`: title of the column that is added up; nothing without one.
    void setSum(const QString &column, const ExactSum *sum, bool isRunning, qint64 unread);
    QString sumText() const;
    /// Which of the buttons are there and may be pressed.
    void setWritable(bool writable, bool withActions);
    QPushButton *copy() const { return m_copy; }
    QPushButton *patch() const { return m_patch; }
    QPushButton *increment() const { return m_increment; }
    QPushButton *exportRows() const { return m_export; }
    QPushButton *remove() const { return m_delete; }
    QToolButton *detail() const { return m_detail; }

private:
    QLabel *m_count;
    QPushButton *m_copy;
    QPushButton *m_patch;
    QPushButton *m_increment;
    QPushButton *m_export;
    QPushButton *m_delete;
    ElidedLabel *m_sum;
    QToolButton *m_detail;
    qint64 m_rows = 0;
    bool m_writable = true;
    bool m_withActions = true;
};

} // namespace Studio
