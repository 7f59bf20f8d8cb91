// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

class QLabel;

namespace Studio
{

struct AppContext;
class ElidedLabel;
class JsonEditor;
class RangeModel;

/// The record of one row below the table, to be read only.
class RangeDetail : public QWidget
{
    Q_OBJECT

public:
    RangeDetail(AppContext &app, const RangeModel &model, QWidget *parent);

    /// < 0: nothing.
    void showRow(int row);
    QByteArray shownValue() const;

private:
    const RangeModel &m_model;
    ElidedLabel *m_key;
    QLabel *m_note;
    JsonEditor *m_text;
};

} // namespace Studio
