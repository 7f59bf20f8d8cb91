// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "bulk/bulkdialog.h"
#include "session/keyselection.h"

class QCheckBox;
class QLineEdit;

namespace Studio
{

class CountField;

/// Asks before keys are deleted: counts first, names profile, place and count, and wants the count typed
/// where the profile's level is Confirm and there is more than one key. Says before if it could not be
/// undone.
class DeleteDialog : public BulkDialog
{
    Q_OBJECT

public:
    DeleteDialog(AppContext &app, Session &session, const KeySelection &selection, QWidget *parent);

signals:
    void chosen(qint64 keys, bool keepUndo);

protected:
    void go() override;

private:
    void refresh();

    const KeySelection m_selection;
    CountField *m_count;
    QLabel *m_ask;
    QLineEdit *m_typed;
    QCheckBox *m_noUndo;
    bool m_fits = true;
    QString m_whyNot;
};

} // namespace Studio
