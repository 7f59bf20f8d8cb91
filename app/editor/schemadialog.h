// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "bulk/bulkdialog.h"
#include "editor/schemabook.h"
#include "schema/jsonschema.h"
#include "session/latestjob.h"

class QComboBox;
class QPlainTextEdit;
class QPushButton;
class QTimer;

namespace Studio
{

/// Attaches a JSON Schema, pasted or from a file, to a prefix of the profile's keys, and takes it away. Says
/// what is wrong with the schema while it is typed; only one that can be used can be attached.
class SchemaDialog : public BulkDialog
{
    Q_OBJECT

public:
    /// Proposes the branches that `key` lies in, and shows what is attached already.
    SchemaDialog(AppContext &app, Session &session, const QByteArray &key, QWidget *parent);
    ~SchemaDialog() override;

    /// As if it had been chosen with "From a file…".
    void readFile(const QString &name);

protected:
    void go() override;

private:
    QByteArray prefix() const;
    void showAttached();
    void check();
    void take(const JsonSchema &schema);
    void chooseFile();

    SchemaBook m_book;
    QComboBox *m_prefix;
    QPlainTextEdit *m_text;
    QPushButton *m_remove;
    QTimer *m_delay;
    QByteArray m_shown; ///< the text as it was put there
    LatestJob<JsonSchema> m_checking;
};

} // namespace Studio
