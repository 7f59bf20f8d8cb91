// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "session/journalentry.h"

#include <QObject>
#include <QSaveFile>

namespace Studio
{

class Journal;

/// Writes rows of a journal with their values to a file, a bounded piece at a time, so that neither the
/// window nor the writes of the session wait for it. Deletes itself behind finished(). Window's thread.
class JournalExport : public QObject
{
    Q_OBJECT

public:
    enum class Format : quint8 { JsonLines, Csv };

    /// The journal outlives it.
    JournalExport(Journal &journal, JournalQuery query, const QString &file, Format format,
                  QObject *parent = nullptr);

    void start();

    /// One row with a line feed. Bytes that are no UTF-8 are Base64: under the name with "64" behind it, in
    /// CSV with "base64:" in front.
    static QByteArray jsonLine(const JournalEntry &entry);
    static QByteArray csvHead();
    static QByteArray csvRow(const JournalEntry &entry);

signals:
    /// `problem` is empty when the file is there.
    void finished(qint64 rows, const QString &problem);

private:
    void next(qint64 below);
    void take(const JournalPage &page);
    void end(const QString &problem);

    Journal &m_journal;
    const JournalQuery m_query;
    const Format m_format;
    QSaveFile m_file;
    qint64 m_rows = 0;
};

} // namespace Studio
