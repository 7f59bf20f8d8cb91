// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "session/keyselection.h"

#include <QHash>
#include <QList>
#include <QString>

#include <optional>

namespace Studio
{

/// What a range tab asks for and how it shows it.
struct RangeQuery {
    struct Column {
        QString id; ///< RangeColumn::id()
        int width = 0; ///< device-independent pixels; 0 = as it comes
        bool shown = true;
        bool operator==(const Column &) const = default;
    };

    KeyInterval interval;
    qint64 limit = -1; ///< < 0: all
    QString sort; ///< column id; empty = by key
    bool descending = false;
    QHash<QString, QString> filters; ///< by column id, as written
    QString condition; ///< as written
    QList<Column> columns; ///< in the order in which they stand; empty = as it comes

    bool operator==(const RangeQuery &) const = default;
    /// Whether both ask for the same keys.
    bool asksTheSame(const RangeQuery &other) const
    {
        return interval == other.interval && limit == other.limit;
    }
    /// The prefix, if it asks for everything that begins with it (empty: the whole store).
    std::optional<QByteArray> prefix() const;
    /// One line: "order:", "order:1 – order:2, first 1,000".
    QString title() const;
};

struct SavedRange {
    QString name;
    RangeQuery query;
};

/// Saved queries and the last ones of one profile, in one small JSON file of mode 0600 that is replaced
/// atomically. Holds keys and what was typed as a filter, no values. Window's thread.
class RangeQueries
{
public:
    /// Reads `file`; one that is damaged is set aside as FILE.damaged. Without a name nothing is kept.
    explicit RangeQueries(QString file);

    /// "ranges/ID.json" beside the file of the profiles.
    static QString fileFor(const QString &profilesFile, const QString &profileId);

    const QList<SavedRange> &saved() const { return m_saved; }
    const QList<RangeQuery> &recent() const { return m_recent; } ///< the latest first
    std::optional<RangeQuery> find(const QString &name) const;
    /// What was shown last for the same keys, for its columns.
    std::optional<RangeQuery> lastFor(const RangeQuery &query) const;

    /// Under a name that exists already it replaces. False when the file could not be written: then
    /// problem() says why, and it is kept in memory.
    bool save(const QString &name, const RangeQuery &query);
    bool remove(const QString &name);
    bool note(const RangeQuery &query);
    const QString &problem() const { return m_problem; }

    static constexpr qsizetype mostRecent = 20;

private:
    void load();
    void adopt(const QByteArray &bytes, bool &damaged);
    bool write();

    QString m_file;
    QList<SavedRange> m_saved;
    QList<RangeQuery> m_recent;
    QString m_problem;
};

} // namespace Studio
