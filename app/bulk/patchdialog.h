// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "bulk/bulkdialog.h"
#include "session/keyselection.h"

#include <QPointer>
#include <QTimer>

class QTableWidget;

namespace Studio
{

class JsonEditor;
class PageOperation;

/// Asks for one merge patch for many records, and shows what it makes of the first ones.
class PatchDialog : public BulkDialog
{
    Q_OBJECT

public:
    PatchDialog(AppContext &app, Session &session, const KeySelection &selection, QWidget *parent);

    JsonEditor &editor() const { return *m_editor; }

    static constexpr qsizetype Shown = 5; ///< records of the preview

signals:
    void chosen(const QByteArray &patch);

protected:
    void go() override;

private:
    struct Sample {
        QByteArray key;
        std::optional<QByteArray> value;
    };

    void readSamples();
    void readNext();
    void refresh();
    QString problem() const;

    const KeySelection m_selection;
    JsonEditor *m_editor;
    QTableWidget *m_preview;
    QLabel *m_previewHead;
    QTimer m_wait;
    QPointer<PageOperation> m_page;
    QList<QByteArray> m_toRead;
    QList<Sample> m_samples;
    QString m_readProblem;
    bool m_reading = false;
};

} // namespace Studio
