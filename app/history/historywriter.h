// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "history/historyentry.h"
#include "live/livereading.h"

#include <QByteArray>
#include <QCache>

#include <functional>
#include <optional>

namespace Studio
{

class HistoryFile;
struct Heard;

/// Which keys are recorded. Called on the history's thread.
using HistoryFilter = std::function<bool(const QByteArray &key)>;

/// Turns what was heard into rows of a HistoryFile: each notification becomes one, a base goes before the
/// first of a key, and what was read settles a guess or is found to be another value. Belongs to the thread
/// of its file.
class HistoryWriter
{
public:
    explicit HistoryWriter(HistoryFile &file);

    void setFilter(HistoryFilter filter) { m_filter = std::move(filter); }

    struct Count {
        quint64 recorded = 0;
        quint64 left = 0;
    };
    /// In the transaction that is open; false when the file refused (then the transaction is to be rolled
    /// back and forget() called).
    bool take(const QList<Heard> &heard, Count *count);
    /// The rows may be others than those remembered.
    void forget() { m_memory.clear(); }

private:
    /// What is remembered of one key.
    struct Memory {
        qint64 id = 0; ///< 0: not in the file
        std::optional<HistoryEntry> last; ///< its newest row
        // An own write whose echo is to come.
        bool ownWrite = false;
        bool ownRemoved = false;
        bool ownAbsentBefore = false;
        QByteArray ownText;
        std::optional<QByteArray> ownBefore;
        bool ownBeforeSure = false;
        qint64 ownAt = 0;
        LiveFacts facts; ///< of the newest row, while that is a guess
        qsizetype charged = 1; ///< what it counts for among all that is remembered

        qsizetype cost() const;
    };

    bool takeNotification(const Heard &heard, Memory &memory);
    bool takeRead(const Heard &heard, Memory &memory);
    static void noteOwn(const Heard &heard, Memory &memory);
    LiveFacts factsOf(const Heard &heard, Memory &memory, bool *own) const;
    bool append(Memory &memory, const HistoryEntry &entry);
    Memory *recall(const QByteArray &key);
    void weigh(const QByteArray &key, const Memory &memory);

    HistoryFile &m_file;
    HistoryFilter m_filter;
    QCache<QByteArray, Memory> m_memory;
};

} // namespace Studio
