// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QHash>
#include <QWidget>

class QLineEdit;
class QTimer;

namespace Studio
{

class RangeModel;
class RangeTable;
class Theme;

/// A field below the title of each column, for RangeFilter.
class RangeFilterRow : public QWidget
{
    Q_OBJECT

public:
    RangeFilterRow(Theme &theme, RangeModel &model, RangeTable &table);

    /// By column id; only fields that hold something.
    QHash<QString, QString> texts() const;
    /// Raises edited() if that changes anything.
    void setTexts(const QHash<QString, QString> &texts);
    void clear() { setTexts({}); }
    /// The model has other columns: each of them gets its field.
    void syncFields();
    /// Puts the fields below their titles.
    void place();
    void focusColumn(int column);
    QLineEdit *field(int column) const;
    /// Marks the field and says what is wrong with its text; empty: nothing.
    void setProblem(int column, const QString &problem);

signals:
    /// A text changed, a moment ago.
    void edited();
    /// Down was pressed: on to the rows.
    void left();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    Theme &m_theme;
    RangeModel &m_model;
    RangeTable &m_table;
    QWidget *m_rest; ///< holds all fields but the key's, and cuts them
    QHash<QString, QLineEdit *> m_fields; ///< by column id
    QTimer *m_timer;
};

} // namespace Studio
