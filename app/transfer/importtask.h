// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "session/jobs/jobfile.h"
#include "session/jobs/jobtask.h"
#include "session/jobs/keylookup.h"
#include "transfer/importrequest.h"
#include "transfer/recordreader.h"

#include <QElapsedTimer>
#include <QIODevice>
#include <QSet>

#include <memory>
#include <optional>

namespace Studio
{

/// Brings the records of a file into the store, or says what that would do. Works in groups: reads some
/// records of the file, looks up what the store holds of their keys, and writes what the policy says. The
/// undo file gets its lines (`value`, `to`, `had`; for patches `key`, `before` and `key`, `after`) before the
/// writes leave; see TakeBackTask.
class ImportTask final : public JobTask
{
public:
    ImportTask(JobContext &context, const ImportRequest &request);

    Step step() override;
    void ended() override;
    void touched(const QByteArray &key) override;

    static constexpr qsizetype recordsAtOnce = 128; ///< of a group
    static constexpr qsizetype bytesAtOnce = 4 * 1024 * 1024; ///< likewise, as far as single records allow
    static constexpr qsizetype mostSkipped = 5000; ///< records that one step goes past

private:
    struct Item {
        FileRecord record;
        qint64 line = 0;
        std::optional<QByteArray> before;
        ImportFate fate = ImportFate::Same;
        Hpkv::Error error; ///< of a write without an answer: a look will tell
        bool patches = false;
        bool touched = false;
    };

    bool begin();
    bool openUndoFile();
    void readGroup();
    bool takeRecord(RecordReader::Item item);
    QString whyNot(const FileRecord &record) const;
    void classify(const QList<FoundKey> &found);
    void decide(Item &item, const FoundKey &found);
    bool writeIntents();
    void sendNext();
    void sent(qsizetype index, const Hpkv::Error &error);
    void groupSent();
    void readBack(const QList<FoundKey> &found);
    void settle(Item &item, const FoundKey &found);
    void endGroup();
    void endUndoFile(const char *end);
    void put(const JobLine &line);
    void count(ImportFate fate, qint64 line, const QByteArray &key, const QString &why = {});
    void fail(const JobFailure &failure, qint64 line, ImportFate fate);
    void tellSummary(bool isLast);

    JobContext &m_context;
    const ImportRequest m_request;
    const QSet<QByteArray> m_only;
    std::unique_ptr<QIODevice> m_device;
    std::unique_ptr<RecordReader> m_reader;
    JobFile m_undo;
    QList<Item> m_group; ///< by key
    QList<qsizetype> m_writes; ///< of the group
    qsizetype m_nextWrite = 0;
    qsizetype m_openWrites = 0;
    std::optional<RecordReader::Item> m_kept; ///< begins the next group, as its key is in this one
    QString m_fileProblem; ///< the file cannot be read on
    ImportSummary::Counts m_counts{};
    QList<ImportEntry> m_entries;
    qint64 m_through = 0; ///< records of the file that are through
    qint64 m_reading = 0; ///< records of the file that were read
    QElapsedTimer m_told;
    bool m_begun = false;
    bool m_working = false;
    bool m_atEnd = false;
    bool m_undoable = false;
    bool m_stopped = false;
};

} // namespace Studio
