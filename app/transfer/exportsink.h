// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QSaveFile>
#include <QString>

#include <future>

namespace Studio
{

/// Where an export goes. Each function says false with problem() when it fails; then nothing is there that
/// was not there before.
class ExportSink
{
public:
    ExportSink() = default;
    ExportSink(const ExportSink &) = delete;
    ExportSink &operator=(const ExportSink &) = delete;
    virtual ~ExportSink() = default;

    virtual bool open() = 0;
    virtual bool write(const QByteArray &bytes) = 0;
    /// Everything is written: it takes the place of what was there.
    virtual bool commit() = 0;
    virtual void discard() = 0;
    /// One sentence for a person.
    virtual QString problem() const = 0;
};

/// A file that only its owner may read (mode 0600). It is written beside its place under another name and
/// renamed at the end, so that there is never half an export under its name.
class ExportFile final : public ExportSink
{
public:
    explicit ExportFile(const QString &name)
        : m_file(name)
    {
    }

    bool open() override;
    bool write(const QByteArray &bytes) override;
    bool commit() override;
    void discard() override;
    QString problem() const override;

private:
    void syncSoon();
    void endSync();

    QSaveFile m_file;
    qint64 m_written = 0; ///< bytes
    qint64 m_syncing = 0; ///< of them on the disk, or on the way there
    QString m_syncProblem;
    std::future<int> m_sync; ///< an errno, 0 = good; behind the file: it is waited for before that closes
};

} // namespace Studio
