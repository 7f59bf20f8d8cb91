// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "bulk/bulkdialog.h"
#include "codegen/codesnippet.h"
#include "session/latestjob.h"

#include <optional>

class QComboBox;
class QPlainTextEdit;

namespace Studio
{

/// Shows what can be done with an open record as code, and puts that on the clipboard: reading it, writing
/// the text that is shown, patching what was edited, counting, deleting. Nothing is sent, and no code holds a
/// credential.
class SnippetDialog : public BulkDialog
{
    Q_OBJECT

public:
    struct Record {
        QByteArray key;
        QByteArray text; ///< as it is shown
        std::optional<QByteArray> base; ///< as it was read
    };
    SnippetDialog(AppContext &app, Session &session, Record record, QWidget *parent);
    ~SnippetDialog() override;

    QComboBox *operation() const { return m_operation; } ///< user data: int(CodeOperation)
    QComboBox *language() const { return m_language; } ///< user data: int(CodeLanguage)

protected:
    void go() override;

private:
    void make();
    void take(const std::optional<QString> &code);

    Record m_record;
    QComboBox *m_operation;
    QComboBox *m_language;
    QPlainTextEdit *m_shown;
    QString m_code;
    LatestJob<std::optional<QString>> m_making; ///< nothing: it cannot be done that way
};

} // namespace Studio
