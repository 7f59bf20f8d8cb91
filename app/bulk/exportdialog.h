// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "bulk/bulkdialog.h"
#include "session/keyselection.h"
#include "transfer/recordformat.h"

class QCheckBox;
class QComboBox;
class QLineEdit;

namespace Studio
{

class FileField;
class FormRow;

/// Asks for file, format and what of a selection, or of everything, goes into it.
class ExportDialog : public BulkDialog
{
    Q_OBJECT

public:
    ExportDialog(AppContext &app, Session &session, const KeySelection &selection, QWidget *parent);

    FileField *file() const { return m_file; }

signals:
    void chosen(const QString &file, const Studio::KeySelection &selection,
                const Studio::RecordWriteOptions &options);

protected:
    void go() override;

private:
    RecordWriteOptions options() const;
    QString columnProblem() const;
    void formatChanged();
    void refresh();

    const KeySelection m_selection;
    QComboBox *m_what;
    QComboBox *m_format;
    FormRow *m_formatRow;
    FileField *m_file;
    FormRow *m_fileRow;
    QList<std::pair<CsvColumn::Kind, QCheckBox *>> m_columns;
    FormRow *m_columnRow;
    QLineEdit *m_members;
    FormRow *m_memberRow;
    QComboBox *m_separator;
    FormRow *m_separatorRow;
};

} // namespace Studio
