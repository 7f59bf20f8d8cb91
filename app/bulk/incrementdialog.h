// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "bulk/bulkdialog.h"
#include "session/keyselection.h"

#include <optional>

class QLineEdit;

namespace Studio
{

class FormRow;

/// Asks by how much many counters are to change.
class IncrementDialog : public BulkDialog
{
    Q_OBJECT

public:
    IncrementDialog(AppContext &app, Session &session, const KeySelection &selection, QWidget *parent);

signals:
    void chosen(qint64 delta);

protected:
    void go() override;

private:
    std::optional<qint64> delta() const;
    void refresh();

    const KeySelection m_selection;
    QLineEdit *m_field;
    FormRow *m_row;
};

} // namespace Studio
