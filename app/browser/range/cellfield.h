// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/rangecolumn.h"

#include <QByteArray>
#include <QLineEdit>

namespace Studio
{

class Theme;

/// The field over a cell that is being changed. Esc gives it up, Enter is QLineEdit's.
class CellField : public QLineEdit
{
    Q_OBJECT

public:
    CellField(Theme &theme, QByteArray key, RangeColumn column, const QString &text, QWidget *parent);

    const QByteArray &key() const { return m_key; }
    const RangeColumn &column() const { return m_column; }
    /// Says below the field what is wrong with the text.
    void showProblem(const QString &problem);

signals:
    void givenUp();

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    QByteArray m_key;
    RangeColumn m_column;
};

} // namespace Studio
