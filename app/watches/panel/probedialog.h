// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "bulk/bulkdialog.h"

class QLineEdit;
class QTreeWidget;

namespace Studio
{

class AccessProbe;

/// Shows what the token of a profile may do, as far as asking for known keys tells.
class ProbeDialog : public BulkDialog
{
    Q_OBJECT

public:
    static constexpr qsizetype sampleSize = 40;

    ProbeDialog(AppContext &app, Session &session, QWidget *parent);

    AccessProbe &probe() const { return *m_probe; }
    QString summary() const;

protected:
    void go() override;

private:
    void showRow(int row);
    void refresh();

    AccessProbe *m_probe;
    QLineEdit *m_key;
    QTreeWidget *m_rows;
    QLabel *m_summary;
};

} // namespace Studio
