// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "bulk/bulkdialog.h"
#include "transfer/importrequest.h"

#include <QPointer>

class QComboBox;
class QLineEdit;
class QListWidget;
class QProgressBar;
class QTableView;

namespace Studio
{

class FileField;
class FormRow;
class ImportEntryModel;
class Job;

/// Asks what is to be read into the store and says what that would do before anything is written: the button
/// checks first, and imports only what was checked.
class ImportDialog : public BulkDialog
{
    Q_OBJECT

public:
    ImportDialog(AppContext &app, Session &session, const QByteArray &prefix, QWidget *parent);
    ~ImportDialog() override;

    FileField *file() const { return m_file; }
    bool isChecking() const { return !m_job.isNull(); }
    /// Nothing before the check, and after a change of what was asked for.
    const std::optional<ImportSummary::Counts> &counts() const { return m_counts; }

signals:
    void chosen(const Studio::ImportRequest &request);

protected:
    void go() override;

private:
    QWidget *buildResult();
    ImportRequest request() const;
    QString mistake() const;
    void fileChanged();
    void changed();
    void check();
    void told(const SharedJobMessage &message);
    void ended();
    void showCounts();
    void refresh();
    qint64 toWrite() const;

    FileField *m_file;
    FormRow *m_fileRow;
    QComboBox *m_format;
    FormRow *m_formatRow;
    QLineEdit *m_prefix;
    FormRow *m_prefixRow;
    QComboBox *m_policy;
    QWidget *m_result;
    QProgressBar *m_bar;
    QListWidget *m_fates;
    QTableView *m_table;
    QLabel *m_shown;
    ImportEntryModel *m_model;
    QPointer<Job> m_job;
    ImportRequest m_checked; ///< what m_counts is of
    std::optional<ImportSummary::Counts> m_counts;
    qint64 m_records = 0; ///< of the file
    QString m_problem; ///< why the check did not come to its end
};

} // namespace Studio
