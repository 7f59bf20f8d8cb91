// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "transfer/recordformat.h"

#include <QByteArray>
#include <QString>
#include <QtGlobal>

#include <memory>

class QIODevice;

namespace Studio
{

/// Reads the records of a file one after another, as RecordEncoder writes them and somewhat more: a byte
/// order mark, CR LF and blank lines are taken, and semicolons or tabs in CSV. What cannot be read is told
/// with its line and does not end the rest. Holds one record at a time: memory is bounded by Limits. One
/// thread at a time.
class RecordReader
{
public:
    struct Limits {
        qint64 recordBytes = 64 * 1024 * 1024; ///< source of one record in the file
    };
    struct Item {
        enum class Kind : quint8 {
            Record,
            Problem, ///< of one record, which is left out; the next ones follow
            Failed, ///< of the whole file; nothing follows
            End
        };
        Kind kind = Kind::End;
        FileRecord record;
        QString problem; ///< one translated sentence, without the line
        qint64 line = 0; ///< of the record, or of the mistake in it; from 1
        QByteArray key; ///< of a Problem, as far as it is known
    };

    static std::unique_ptr<RecordReader> create(RecordFormat format, QIODevice &device);
    static std::unique_ptr<RecordReader> create(RecordFormat format, QIODevice &device, const Limits &limits);
    RecordReader(const RecordReader &) = delete;
    RecordReader &operator=(const RecordReader &) = delete;
    virtual ~RecordReader() = default;

    /// Failed and End come again and again. Reads from the device only what is needed.
    Item next();
    /// Bytes of the file up to the last record that was told, for progress.
    qint64 position() const { return m_position; }

protected:
    RecordReader(QIODevice &device, const Limits &limits);

    virtual Item read() = 0;

    /// The next byte without taking it; -1 at the end or if the device fails (see hasFailed()).
    int peek()
    {
        if (m_at < m_buffer.size() || fill())
            return uchar(m_buffer[m_at]);
        return -1;
    }
    int take();
    bool hasFailed() const { return m_failed; }
    qint64 line() const { return m_line; }
    qint64 limit() const { return m_limits.recordBytes; }

    Item problem(const QString &text, qint64 line, const QByteArray &key = {}) const;
    Item failed(const QString &text, qint64 line) const;
    /// At the end of what the device gave: Failed if it could not read on.
    Item endOrFailure() const;
    Item tooLarge(qint64 line) const;

private:
    bool fill();

    QIODevice &m_device;
    const Limits m_limits;
    QByteArray m_buffer;
    qsizetype m_at = 0;
    qint64 m_taken = 0;
    qint64 m_position = 0;
    qint64 m_line = 1;
    bool m_failed = false;
    bool m_started = false;
    bool m_lastWasReturn = false;
    Item m_last; ///< once it is Failed or End
    bool m_over = false;
};

} // namespace Studio
