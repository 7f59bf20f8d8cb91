// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "session/jobs/jobtypes.h"
#include "transfer/recordformat.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <array>
#include <functional>
#include <memory>
#include <optional>

class QIODevice;

namespace Studio
{

/// What happens to a record whose key is there with another value.
enum class ImportPolicy : quint8 {
    Skip, ///< what is there stays
    Replace,
    /// The record is merged into what is there (RFC 7396, the server does it), if both are JSON objects; else
    /// it is refused.
    Patch
};

struct ImportRequest {
    QString file;
    RecordFormat format = RecordFormat::JsonLines;
    ImportPolicy policy = ImportPolicy::Skip;
    bool dryRun = true; ///< nothing is written
    QByteArray prefix; ///< comes in front of each key; UTF-8
    bool keepUndo = true; ///< the job can be taken back; it stops if the undo file cannot be written
    qint64 skip = 0; ///< records at the beginning that were through already: ImportSummary::through
    QString undoFile; ///< of an import that this one goes on with; empty = a new one
    QList<QByteArray> only; ///< not empty: only these keys (with their prefix), for another try
    std::optional<qint64> total; ///< records, as a dry run has counted them
    qint64 largestKey = 0; ///< bytes; 0 = not known
    qint64 largestValue = 0; ///< bytes; 0 = not known
    /// Opened for reading, nothing if that fails, with the reason in the text; not set = `file`. Called on
    /// the worker's thread.
    std::function<std::unique_ptr<QIODevice>(QString *problem)> open;
};

/// What has to be known of a request to carry it out another time: file, format, policy, prefix. UTF-8.
QByteArray toText(const ImportRequest &request);
/// Nothing if it is no such text.
std::optional<ImportRequest> importRequestFrom(const QByteArray &text);

/// What becomes of one record, or would.
enum class ImportFate : quint8 {
    Created,
    Replaced,
    Patched,
    Same, ///< the store holds exactly that already
    LeftAlone, ///< the store holds something else, and the policy is not to touch it
    Refused, ///< cannot be written: by what it is, or because the server said so
    Unknown ///< it left, but no answer came
};
constexpr int ImportFateCount = 7;

struct ImportEntry {
    qint64 line = 0; ///< in the file, from 1
    QByteArray key; ///< with the prefix; empty = not even that could be read
    ImportFate fate = ImportFate::Created;
    QString why; ///< of Refused and Unknown: one sentence

    bool operator==(const ImportEntry &) const = default;
};

/// Told by an import from time to time, and once at its end in any case.
struct ImportSummary final : JobMessage {
    using Counts = std::array<qint64, ImportFateCount>;
    /// Of each fate the first ones only, so that memory is bounded.
    static constexpr int mostEntries = 1000;

    bool dryRun = false;
    bool isLast = false;
    Counts counts{};
    QList<ImportEntry> entries; ///< with `isLast` only; in the order of the file
    qint64 through = 0; ///< records of the file, those that were skipped at the beginning included
    qint64 bytesRead = 0; ///< of the file
    qint64 bytesInAll = 0; ///< 0 = not known

    qint64 count(ImportFate fate) const { return counts[size_t(fate)]; }
};

} // namespace Studio
