// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "history/historyqueries.h"

#include "history/historyfile.h"
#include "history/keyrows.h"
#include "history/sqlite.h"
#include "json/jsonpointer.h"

#include <hpkvqt/keys.h>

#include <algorithm>
#include <cmath>
#include <limits>

namespace Studio
{

namespace
{

constexpr int mostGaps = 1000;
constexpr int rowsOfAPiece = 5'000;
constexpr qint64 scannedRows = 50'000;
constexpr int keyColumn = 6; // behind historyColumns

/// The end of a branch as SQLite compares: behind every key that begins with it.
QByteArray endOf(const QByteArray &prefix)
{
    // Text sorts below every blob, and a null never compares: a blob above all UTF-8 does.
    return Hpkv::Keys::branchSuccessor(prefix).value_or(QByteArray("\xFF"));
}

QByteArray select(const char *rest)
{
    return QByteArray("SELECT ") + historyColumns + ' ' + rest;
}

/// A page as it fills up.
struct PageFill {
    const HistoryQuery &what;
    HistoryPage page;
    qint64 bytes = 0;

    /// False when it was full before: the next one begins here.
    bool add(const HistoryEntry &entry)
    {
        if (page.entries.size() >= what.limit || bytes >= what.bytes) {
            page.next = page.entries.isEmpty() ? 0 : page.entries.constLast().row;
            return false;
        }
        page.entries.append(entry);
        bytes += entry.key.size() + (entry.value ? entry.value->size() : 0);
        return true;
    }
};

} // namespace

struct HistoryQueries::Statements {
    explicit Statements(const Sqlite::Database &db)
        : idOf(db, "SELECT id FROM keys WHERE key = ?")
        , down(db, "SELECT 1 FROM changes WHERE key = 0 AND kind = 32 AND row > ? AND row <= ? LIMIT 1")
        , atOf(db, "SELECT row, at FROM changes WHERE row >= ? ORDER BY row LIMIT 1")
    {
    }
    Sqlite::Statement idOf, down, atOf;
};

HistoryQueries::HistoryQueries(const HistoryFile &file)
    : m_file(file)
    , m_rows(file)
    , m_statements(std::make_unique<Statements>(file.database()))
{
}

HistoryQueries::~HistoryQueries() = default;

qint64 HistoryQueries::idOf(const QByteArray &key)
{
    Sqlite::Statement &query = m_statements->idOf;
    query.bind(1, key);
    const qint64 id = query.step() ? query.number(0) : 0;
    query.reset();
    return id;
}

qint64 HistoryQueries::cutBefore() const
{
    return m_file.cutBefore();
}

qint64 HistoryQueries::rowAt(qint64 at)
{
    if (m_file.lastRow() == 0 || at >= m_file.lastAt())
        return m_file.lastRow();
    // Times grow with the rows: halving finds the first row that is later.
    qint64 low = 0;
    qint64 high = m_file.lastRow();
    Sqlite::Statement &query = m_statements->atOf;
    while (low < high) {
        const qint64 middle = low + (high - low) / 2;
        query.bind(1, middle);
        const bool found = query.step();
        const qint64 row = found ? query.number(0) : 0;
        const bool isLater = !found || query.number(1) > at;
        query.reset();
        if (isLater)
            high = middle;
        else
            low = row + 1;
    }
    return low - 1;
}

bool HistoryQueries::wasDownBetween(qint64 row, qint64 other)
{
    Sqlite::Statement &query = m_statements->down;
    query.bind(1, std::min(row, other));
    query.bind(2, std::max(row, other));
    const bool was = query.step();
    query.reset();
    return was;
}

PastState HistoryQueries::stateAtRow(qint64 id, qint64 row, qint64 at)
{
    PastState state;
    if (id == 0 || at < m_file.cutBefore())
        return state;
    std::optional<HistoryEntry> entry = m_rows.lastUpTo(id, row);
    if (entry)
        state.changedAt = entry->kind == HistoryKind::Base ? 0 : entry->at;
    else
        entry = m_rows.baseBehind(id, row);
    if (!entry)
        return state;
    state.known = true;
    state.exists = !entry->absent;
    state.value = entry->value;
    state.row = entry->row;
    state.sure = !entry->guess && !wasDownBetween(entry->row, row);
    return state;
}

PastState HistoryQueries::state(const QByteArray &key, qint64 at)
{
    return stateAtRow(idOf(key), rowAt(at), at);
}

QList<PastKey> HistoryQueries::keysUnder(const QByteArray &prefix, qint64 at, int limit)
{
    QList<PastKey> keys;
    const qint64 row = rowAt(at);
    Sqlite::Statement query(m_file.database(),
                            "SELECT id, key FROM keys WHERE key >= ? AND key < ? ORDER BY key");
    query.bind(1, prefix);
    query.bind(2, endOf(prefix));
    while (keys.size() < limit && query.step()) {
        const PastState state = stateAtRow(query.number(0), row, at);
        if (state.exists)
            keys.append({query.bytes(1), state});
    }
    return keys;
}

HistoryPage HistoryQueries::page(const HistoryQuery &what)
{
    qint64 first = what.from > 0 ? rowAt(what.from - 1) + 1 : 0;
    qint64 last = what.to > 0 ? rowAt(what.to - 1) : m_file.lastRow();
    if (what.behind > 0 && what.newestFirst)
        last = std::min(last, what.behind - 1);
    else if (what.behind > 0)
        first = std::max(first, what.behind + 1);
    if (!what.scope.key.isEmpty())
        return pageOfKey(what, first, last);
    // Rows of one key are found by the index. A branch is looked for row by row, so many at a time.
    const bool isPart = !what.scope.isEverything() && last - first >= scannedRows;
    if (isPart && what.newestFirst)
        first = last - scannedRows + 1;
    else if (isPart)
        last = first + scannedRows - 1;
    QByteArray text = select(", k.key FROM changes c LEFT JOIN keys k ON k.id = c.key "
                             "WHERE c.row >= ? AND c.row <= ?");
    if (!what.scope.isEverything()) // breaks belong to every scope
        text += " AND (c.key = 0 OR (k.key >= ? AND k.key < ?))";
    text += what.newestFirst ? " ORDER BY 1 DESC" : " ORDER BY 1";
    Sqlite::Statement query(m_file.database(), text);
    query.bind(1, first);
    query.bind(2, last);
    if (!what.scope.isEverything()) {
        query.bind(3, what.scope.prefix);
        query.bind(4, endOf(what.scope.prefix));
    }
    PageFill fill{what, {}};
    while (query.step()) {
        if (!fill.add(historyEntryOf(query, query.bytes(keyColumn))))
            return fill.page;
    }
    if (isPart)
        fill.page.next = what.newestFirst ? first : last;
    return fill.page;
}

/// Part by part, as the index has them; what is older than the first of them belongs to it.
HistoryPage HistoryQueries::pageOfKey(const HistoryQuery &what, qint64 first, qint64 last)
{
    PageFill fill{what, {}};
    if (first > last)
        return fill.page;
    const QByteArray rows = select("FROM changes c WHERE row >= ?1 AND row <= ?2 AND key = ");
    const QByteArray ofPart = " AND " + QByteArray(KeyRows::partExpression) + " = ";
    Sqlite::Statement query(m_file.database(), rows + "0 UNION ALL " + rows + "?3" + ofPart + "-1 UNION ALL "
                                                   + rows + "?3" + ofPart + "?4 ORDER BY 1"
                                                   + (what.newestFirst ? " DESC" : ""));
    query.bind(3, idOf(what.scope.key));
    const qint64 firstPart = KeyRows::partOf(m_file.firstRow());
    const auto partOf = [firstPart](qint64 row) { return std::max(firstPart, KeyRows::partOf(row)); };
    const auto beginOf = [firstPart](qint64 part) {
        return part == firstPart ? 0 : part << KeyRows::partBits;
    };
    const qint64 step = what.newestFirst ? -1 : 1;
    const qint64 end = partOf(what.newestFirst ? first : last) + step;
    for (qint64 part = partOf(what.newestFirst ? last : first); part != end; part += step) {
        query.bind(1, std::max(first, beginOf(part)));
        query.bind(2, std::min(last, beginOf(part + 1) - 1));
        query.bind(4, part);
        while (query.step()) {
            HistoryEntry entry = historyEntryOf(query, {});
            if (!entry.isBreak())
                entry.key = what.scope.key;
            if (!fill.add(entry))
                return fill.page;
        }
        query.reset();
    }
    return fill.page;
}

QList<PastState> HistoryQueries::before(const QList<HistoryEntry> &entries)
{
    QList<PastState> states;
    states.reserve(entries.size());
    for (const HistoryEntry &entry : entries)
        states.append(entry.isBreak() ? PastState() : stateAtRow(idOf(entry.key), entry.row - 1, entry.at));
    return states;
}

std::optional<HistoryEntry> HistoryQueries::nextChange(const HistoryScope &scope, qint64 at, bool forward)
{
    const qint64 row = rowAt(forward ? at : at - 1);
    if (!scope.key.isEmpty()) {
        const qint64 id = idOf(scope.key);
        const auto next = [&](qint64 from) {
            return forward ? m_rows.firstBehind(id, from) : m_rows.lastUpTo(id, from);
        };
        std::optional<HistoryEntry> entry = next(row);
        while (entry && !isChange(entry->kind))
            entry = next(forward ? entry->row : entry->row - 1);
        if (entry)
            entry->key = scope.key;
        return entry;
    }
    // The rows in their order, not the keys: the nearest is close, as a rule.
    QByteArray text = select(", k.key FROM changes c CROSS JOIN keys k ON k.id = c.key WHERE c.kind <= 6");
    text += forward ? " AND c.row > ?" : " AND c.row <= ?";
    if (!scope.prefix.isEmpty())
        text += " AND k.key >= ? AND k.key < ?";
    text += forward ? " ORDER BY c.row LIMIT 1" : " ORDER BY c.row DESC LIMIT 1";
    Sqlite::Statement query(m_file.database(), text);
    query.bind(1, row);
    if (!scope.prefix.isEmpty()) {
        query.bind(2, scope.prefix);
        query.bind(3, endOf(scope.prefix));
    }
    if (!query.step())
        return {};
    return historyEntryOf(query, query.bytes(keyColumn));
}

std::optional<HistoryEntry> HistoryQueries::entry(qint64 row)
{
    Sqlite::Statement query(
        m_file.database(), select(", k.key FROM changes c LEFT JOIN keys k ON k.id = c.key WHERE c.row = ?"));
    query.bind(1, row);
    if (!query.step())
        return {};
    return historyEntryOf(query, query.bytes(keyColumn));
}

HistorySpan HistoryQueries::span(qint64 from, qint64 to, int parts)
{
    HistorySpan span;
    span.cutBefore = m_file.cutBefore();
    Sqlite::Statement first(m_file.database(),
                            "SELECT at FROM changes WHERE key > 0 AND at >= ? ORDER BY row LIMIT 1");
    first.bind(1, span.cutBefore);
    if (first.step())
        span.from = first.number(0);
    span.to = m_file.lastAt();
    if (span.from == 0)
        return span;

    Sqlite::Statement breaks(m_file.database(),
                             "SELECT at, kind FROM changes WHERE key = 0 ORDER BY row DESC LIMIT ?");
    breaks.bind(1, 2 * mostGaps);
    qint64 end = 0;
    while (breaks.step()) {
        const qint64 at = breaks.number(0);
        if (HistoryKind(breaks.number(1)) == HistoryKind::LineDown && at >= span.from)
            span.gaps.prepend({at, end});
        end = at;
    }

    if (to == 0) {
        from = span.from;
        to = span.to + 1;
    }
    if (parts > 0 && from < to) {
        qint64 before = rowAt(from - 1);
        for (int part = 1; part <= parts; ++part) {
            const qint64 row = rowAt(from + (to - from) * part / parts - 1);
            span.density.append(int(row - before));
            before = row;
        }
    }
    return span;
}

QList<PastDifference> HistoryQueries::changedBetween(const QByteArray &prefix, qint64 from, qint64 to,
                                                     int limit)
{
    const qint64 first = rowAt(from);
    const qint64 last = rowAt(to);
    Sqlite::Statement query(m_file.database(),
                            "SELECT id, key FROM keys WHERE key >= ? AND key < ? ORDER BY key");
    query.bind(1, prefix);
    query.bind(2, endOf(prefix));
    QList<PastDifference> changed;
    while (changed.size() < limit && query.step()) {
        const qint64 id = query.number(0);
        const PastState after = stateAtRow(id, last, to);
        if (after.row <= first) // nothing came since, not even its base
            continue;
        const PastState before = stateAtRow(id, first, from);
        if (!before.known || before.exists != after.exists || before.value != after.value)
            changed.append({query.bytes(1), before, after});
    }
    return changed;
}

// --- series

struct SeriesQuery::Private {
    struct Part {
        bool used = false;
        SeriesPoint first, least, most, last;
    };

    Private(const HistoryFile &file, const SeriesHistory::Request &asked)
        : request(asked)
        , rows(file.database(), select("FROM changes c WHERE ") + KeyRows::partExpression
                                    + " = ? AND key = ? AND row > ? AND row <= ? ORDER BY row LIMIT ?")
    {
        HistoryQueries queries(file);
        id = queries.idOf(request.key);
        next = queries.rowAt(request.from - 1);
        last = queries.rowAt(request.to - 1);
        // Each part gives four points at most, and there is at most one gap behind each point.
        parts.resize(size_t(std::max(1, request.maxPoints / 8)));
        pointer = request.pointer.toUtf8();
        // Bases are no points.
        indexPart = KeyRows::partOf(std::max(next, file.firstRow()));
        lastIndexPart = KeyRows::partOf(last);
        Sqlite::Statement breaks(file.database(), "SELECT at FROM changes WHERE key = 0 AND kind = 32 AND "
                                                  "row > ? AND row <= ? ORDER BY row");
        breaks.bind(1, next);
        breaks.bind(2, last);
        while (breaks.step())
            gaps.append(breaks.number(0));
    }

    std::optional<double> number(const QByteArray &value) const;
    void add(const SeriesPoint &point);
    size_t partOf(qint64 at) const
    {
        const double share =
            double(at - request.from) / double(std::max<qint64>(1, request.to - request.from));
        return size_t(std::clamp(share, 0.0, 0.999999) * double(parts.size()));
    }

    SeriesHistory::Request request;
    QByteArray pointer;
    Sqlite::Statement rows;
    qint64 id = 0;
    qint64 indexPart = 0;
    qint64 lastIndexPart = 0;
    qint64 next = 0;
    qint64 last = 0;
    std::vector<Part> parts;
    QList<SeriesPoint> exact; ///< while there are few
    bool isThinned = false;
    QList<qint64> gaps;
};

std::optional<double> SeriesQuery::Private::number(const QByteArray &value) const
{
    QByteArray text = value;
    if (!pointer.isEmpty()) {
        const std::optional<JsonRange> member = findJsonPointer(value, pointer);
        if (!member)
            return {};
        text = value.mid(member->offset, member->length);
    }
    bool ok = false;
    const double number = text.trimmed().toDouble(&ok);
    return ok && std::isfinite(number) ? std::optional(number) : std::nullopt;
}

void SeriesQuery::Private::add(const SeriesPoint &point)
{
    if (!isThinned) {
        exact.append(point);
        isThinned = exact.size() > request.maxPoints / 2;
        if (!isThinned)
            return;
        for (const SeriesPoint &each : std::exchange(exact, {}))
            add(each);
        return;
    }
    Part &part = parts[partOf(point.at)];
    if (!part.used) {
        part = {true, point, point, point, point};
        return;
    }
    part.last = point;
    if (point.value < part.least.value)
        part.least = point;
    if (point.value > part.most.value)
        part.most = point;
}

SeriesQuery::SeriesQuery(const HistoryFile &file, const SeriesHistory::Request &request)
    : d(std::make_unique<Private>(file, request))
{
}

SeriesQuery::~SeriesQuery() = default;

bool SeriesQuery::step()
{
    if (d->id == 0 || d->indexPart > d->lastIndexPart)
        return false;
    Sqlite::Statement &rows = d->rows;
    rows.bind(1, d->indexPart);
    rows.bind(2, d->id);
    rows.bind(3, d->next);
    rows.bind(4, d->last);
    rows.bind(5, rowsOfAPiece);
    int count = 0;
    while (rows.step()) {
        ++count;
        const HistoryEntry entry = historyEntryOf(rows, {});
        d->next = entry.row;
        if (entry.absent) {
            d->gaps.append(entry.at);
        } else if (entry.value) {
            if (const std::optional<double> number = d->number(*entry.value))
                d->add({entry.at, *number});
        }
    }
    rows.reset();
    if (count < rowsOfAPiece)
        ++d->indexPart;
    return d->indexPart <= d->lastIndexPart;
}

QList<SeriesPoint> SeriesQuery::points() const
{
    QList<SeriesPoint> points = d->exact;
    for (const Private::Part &part : d->parts) {
        if (!part.used)
            continue;
        QList<SeriesPoint> four{part.first, part.least, part.most, part.last};
        std::stable_sort(four.begin(), four.end(),
                         [](const SeriesPoint &a, const SeriesPoint &b) { return a.at < b.at; });
        for (const SeriesPoint &point : four) {
            if (points.isEmpty() || !(points.constLast() == point))
                points.append(point);
        }
    }
    QList<qint64> gaps = d->gaps; // of the line, then of the key
    std::sort(gaps.begin(), gaps.end());
    // A gap stands behind the points of its moment; of several without a point between them one will do.
    QList<SeriesPoint> merged;
    merged.reserve(points.size() + gaps.size());
    qsizetype gap = 0;
    const auto addGap = [&merged](qint64 at) {
        if (!merged.isEmpty() && !std::isnan(merged.constLast().value))
            merged.append({at, std::numeric_limits<double>::quiet_NaN()});
    };
    for (const SeriesPoint &point : points) {
        for (; gap < gaps.size() && gaps[gap] < point.at; ++gap)
            addGap(gaps[gap]);
        merged.append(point);
    }
    if (gap < gaps.size())
        addGap(gaps[gap]);
    return merged;
}

} // namespace Studio
