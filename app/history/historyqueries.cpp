// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "history/historyqueries.h"

#include "history/historyfile.h"
#include "json/jsonpointer.h"

#include <hpkvqt/keys.h>

#include <QSet>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QVariant>

#include <algorithm>
#include <cmath>
#include <limits>

namespace Studio
{

namespace
{

constexpr auto columns = "c.row, c.at, c.server, c.kind, c.flags, c.value";
constexpr int mostGaps = 1000;
constexpr int rowsOfAPiece = 5'000;
constexpr qint64 scannedRows = 50'000;

enum Flag { Guess = 1, Own = 2, Absent = 4 };

HistoryEntry entryOf(const QSqlQuery &query, const QByteArray &key)
{
    HistoryEntry entry;
    entry.row = query.value(0).toLongLong();
    entry.at = query.value(1).toLongLong();
    entry.serverTimestamp = query.value(2).toLongLong();
    entry.key = key;
    entry.kind = HistoryKind(query.value(3).toInt());
    const int flags = query.value(4).toInt();
    entry.guess = flags & Guess;
    entry.own = flags & Own;
    entry.absent = flags & Absent;
    if (!query.value(5).isNull())
        entry.value = query.value(5).toByteArray();
    return entry;
}

/// The end of a branch as SQLite compares: behind every key that begins with it.
QVariant endOf(const QByteArray &prefix)
{
    const std::optional<QByteArray> end = Hpkv::Keys::branchSuccessor(prefix);
    // Text sorts below every blob, and a null never compares: a blob above all UTF-8 does.
    return end ? *end : QByteArray("\xFF");
}

QSqlQuery prepared(const QSqlDatabase &database, const QString &text)
{
    QSqlQuery query(database);
    query.setForwardOnly(true);
    query.prepare(text);
    return query;
}

QString select(const char *rest)
{
    return QStringLiteral("SELECT %1 %2").arg(QLatin1StringView(columns), QLatin1StringView(rest));
}

} // namespace

struct HistoryQueries::Statements {
    explicit Statements(const QSqlDatabase &db)
        : idOf(prepared(db, QStringLiteral("SELECT id FROM keys WHERE key = ?")))
        , lastBefore(
              prepared(db, select("FROM changes c WHERE key = ? AND row <= ? ORDER BY row DESC LIMIT 1")))
        , firstAfter(prepared(db, select("FROM changes c WHERE key = ? AND row > ? ORDER BY row LIMIT 1")))
        , down(
              prepared(db, QStringLiteral("SELECT 1 FROM changes WHERE key = 0 AND kind = 32 AND row > ? AND "
                                          "row <= ? LIMIT 1")))
        , atOf(
              prepared(db, QStringLiteral("SELECT row, at FROM changes WHERE row >= ? ORDER BY row LIMIT 1")))
    {
    }
    QSqlQuery idOf, lastBefore, firstAfter, down, atOf;
};

HistoryQueries::HistoryQueries(const HistoryFile &file)
    : m_file(file)
    , m_statements(std::make_unique<Statements>(file.database()))
{
}

HistoryQueries::~HistoryQueries() = default;

qint64 HistoryQueries::idOf(const QByteArray &key)
{
    QSqlQuery &query = m_statements->idOf;
    query.bindValue(0, key);
    const qint64 id = query.exec() && query.next() ? query.value(0).toLongLong() : 0;
    query.finish();
    return id;
}

qint64 HistoryQueries::rowAt(qint64 at)
{
    if (m_file.lastRow() == 0 || at >= m_file.lastAt())
        return m_file.lastRow();
    // Times grow with the rows: halving finds the first row that is later.
    qint64 low = 0;
    qint64 high = m_file.lastRow();
    QSqlQuery &query = m_statements->atOf;
    while (low < high) {
        const qint64 middle = low + (high - low) / 2;
        query.bindValue(0, middle);
        const bool found = query.exec() && query.next();
        const qint64 row = found ? query.value(0).toLongLong() : 0;
        const bool isLater = !found || query.value(1).toLongLong() > at;
        query.finish();
        if (isLater)
            high = middle;
        else
            low = row + 1;
    }
    return low - 1;
}

bool HistoryQueries::wasDownBetween(qint64 row, qint64 other)
{
    QSqlQuery &query = m_statements->down;
    query.bindValue(0, std::min(row, other));
    query.bindValue(1, std::max(row, other));
    const bool was = query.exec() && query.next();
    query.finish();
    return was;
}

PastState HistoryQueries::stateAtRow(qint64 id, qint64 row, qint64 at)
{
    PastState state;
    if (id == 0 || at < m_file.cutBefore())
        return state;
    const auto first = [&](QSqlQuery &query) {
        query.bindValue(0, id);
        query.bindValue(1, row);
        std::optional<HistoryEntry> entry;
        if (query.exec() && query.next())
            entry = entryOf(query, {});
        query.finish();
        return entry;
    };
    std::optional<HistoryEntry> entry = first(m_statements->lastBefore);
    if (entry) {
        state.changedAt = entry->kind == HistoryKind::Base ? 0 : entry->at;
    } else {
        entry = first(m_statements->firstAfter);
        if (!entry || entry->kind != HistoryKind::Base)
            return state;
    }
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
    QSqlQuery query =
        prepared(m_file.database(),
                 QStringLiteral("SELECT id, key FROM keys WHERE key >= ? AND key < ? ORDER BY key"));
    query.bindValue(0, prefix.isNull() ? QByteArray("") : prefix);
    query.bindValue(1, endOf(prefix));
    if (!query.exec())
        return keys;
    while (keys.size() < limit && query.next()) {
        const PastState state = stateAtRow(query.value(0).toLongLong(), row, at);
        if (state.exists)
            keys.append({query.value(1).toByteArray(), state});
    }
    return keys;
}

HistoryPage HistoryQueries::page(const HistoryQuery &what)
{
    HistoryPage page;
    qint64 first = what.from > 0 ? rowAt(what.from - 1) + 1 : 0;
    qint64 last = what.to > 0 ? rowAt(what.to - 1) : m_file.lastRow();
    if (what.behind > 0 && what.newestFirst)
        last = std::min(last, what.behind - 1);
    else if (what.behind > 0)
        first = std::max(first, what.behind + 1);
    // Rows of one key are found by the index. A branch is looked for row by row, so many at a time.
    const bool oneKey = !what.scope.key.isEmpty();
    const bool isPart = !oneKey && !what.scope.isEverything() && last - first >= scannedRows;
    if (isPart && what.newestFirst)
        first = last - scannedRows + 1;
    else if (isPart)
        last = first + scannedRows - 1;
    // Breaks belong to every scope.
    QString text = QStringLiteral("SELECT %1, k.key FROM changes c LEFT JOIN keys k ON k.id = c.key "
                                  "WHERE c.row >= ? AND c.row <= ?")
                       .arg(QLatin1StringView(columns));
    QVariantList values{first, last};
    if (oneKey) {
        text = text + QStringLiteral(" AND c.key = 0 UNION ALL ") + text + QStringLiteral(" AND c.key = ?");
        values += QVariantList{first, last, idOf(what.scope.key)};
    } else if (!what.scope.isEverything()) {
        text += QStringLiteral(" AND (c.key = 0 OR (k.key >= ? AND k.key < ?))");
        values += QVariantList{what.scope.prefix, endOf(what.scope.prefix)};
    }
    text += what.newestFirst ? QStringLiteral(" ORDER BY 1 DESC") : QStringLiteral(" ORDER BY 1");
    QSqlQuery query = prepared(m_file.database(), text);
    for (const QVariant &value : std::as_const(values))
        query.addBindValue(value);
    if (!query.exec())
        return page;
    qint64 taken = 0;
    while (query.next()) {
        if (page.entries.size() >= what.limit || taken >= what.bytes) {
            page.next = page.entries.isEmpty() ? 0 : page.entries.constLast().row;
            return page;
        }
        page.entries.append(entryOf(query, query.value(6).toByteArray()));
        const HistoryEntry &entry = page.entries.constLast();
        taken += entry.key.size() + (entry.value ? entry.value->size() : 0);
    }
    if (isPart)
        page.next = what.newestFirst ? first : last;
    return page;
}

std::optional<HistoryEntry> HistoryQueries::nextChange(const HistoryScope &scope, qint64 at, bool forward)
{
    const qint64 row = rowAt(forward ? at : at - 1);
    QString text =
        QStringLiteral("SELECT %1, k.key FROM changes c JOIN keys k ON k.id = c.key WHERE c.kind <= 6 AND "
                       "c.row %2 ? %3 ORDER BY c.row %4 LIMIT 1")
            .arg(QLatin1StringView(columns), forward ? QStringLiteral(">") : QStringLiteral("<="),
                 !scope.key.isEmpty()      ? QStringLiteral("AND c.key = ?")
                 : !scope.prefix.isEmpty() ? QStringLiteral("AND k.key >= ? AND k.key < ?")
                                           : QString(),
                 forward ? QStringLiteral("ASC") : QStringLiteral("DESC"));
    // The rows in their order, not the keys: the nearest is close, as a rule.
    QSqlQuery query =
        prepared(m_file.database(), text.replace(QStringLiteral(" JOIN "), QStringLiteral(" CROSS JOIN ")));
    query.bindValue(0, row);
    if (!scope.key.isEmpty()) {
        query.bindValue(1, idOf(scope.key));
    } else if (!scope.prefix.isEmpty()) {
        query.bindValue(1, scope.prefix);
        query.bindValue(2, endOf(scope.prefix));
    }
    if (!query.exec() || !query.next())
        return {};
    return entryOf(query, query.value(6).toByteArray());
}

std::optional<HistoryEntry> HistoryQueries::entry(qint64 row)
{
    QSqlQuery query = prepared(
        m_file.database(),
        QStringLiteral("SELECT %1, k.key FROM changes c LEFT JOIN keys k ON k.id = c.key WHERE c.row = ?")
            .arg(QLatin1StringView(columns)));
    query.bindValue(0, row);
    if (!query.exec() || !query.next())
        return {};
    return entryOf(query, query.value(6).toByteArray());
}

HistorySpan HistoryQueries::span(qint64 from, qint64 to, int parts)
{
    HistorySpan span;
    span.cutBefore = m_file.cutBefore();
    QSqlQuery query =
        prepared(m_file.database(),
                 QStringLiteral("SELECT at FROM changes WHERE key > 0 AND at >= ? ORDER BY row LIMIT 1"));
    query.bindValue(0, span.cutBefore);
    if (query.exec() && query.next())
        span.from = query.value(0).toLongLong();
    span.to = m_file.lastAt();
    if (span.from == 0)
        return span;

    query = prepared(m_file.database(),
                     QStringLiteral("SELECT at, kind FROM changes WHERE key = 0 ORDER BY row DESC LIMIT ?"));
    query.bindValue(0, 2 * mostGaps);
    qint64 end = 0;
    if (query.exec()) {
        while (query.next()) {
            const qint64 at = query.value(0).toLongLong();
            if (HistoryKind(query.value(1).toInt()) == HistoryKind::LineDown && at >= span.from)
                span.gaps.prepend({at, end});
            end = at;
        }
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

QList<PastKey> HistoryQueries::changedBetween(const QByteArray &prefix, qint64 from, qint64 to, int limit)
{
    const qint64 first = rowAt(from);
    const qint64 last = rowAt(to);
    QSqlQuery query = prepared(
        m_file.database(),
        QStringLiteral("SELECT k.id, k.key FROM keys k WHERE k.key >= ? AND k.key < ? AND EXISTS (SELECT 1 "
                       "FROM changes c WHERE c.key = k.id AND c.row > ? AND c.row <= ?) ORDER BY k.key"));
    query.bindValue(0, prefix.isNull() ? QByteArray("") : prefix);
    query.bindValue(1, endOf(prefix));
    query.bindValue(2, first);
    query.bindValue(3, last);
    QList<PastKey> changed;
    if (!query.exec())
        return changed;
    while (changed.size() < limit && query.next()) {
        const qint64 id = query.value(0).toLongLong();
        const PastState before = stateAtRow(id, first, from);
        const PastState after = stateAtRow(id, last, to);
        if (!before.known || before.exists != after.exists || before.value != after.value)
            changed.append({query.value(1).toByteArray(), after});
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
        , rows(prepared(file.database(), select("FROM changes c WHERE c.key = ? AND c.row > ? AND "
                                                "c.row <= ? ORDER BY c.row LIMIT ?")))
    {
        HistoryQueries queries(file);
        QSqlQuery find = prepared(file.database(), QStringLiteral("SELECT id FROM keys WHERE key = ?"));
        find.bindValue(0, request.key);
        if (find.exec() && find.next())
            id = find.value(0).toLongLong();
        next = queries.rowAt(request.from - 1);
        last = queries.rowAt(request.to - 1);
        // Each part gives four points at most, and there is at most one gap behind each point.
        parts.resize(size_t(std::max(1, request.maxPoints / 8)));
        pointer = request.pointer.toUtf8();
        QSqlQuery breaks =
            prepared(file.database(), QStringLiteral("SELECT at FROM changes WHERE key = 0 AND kind = 32 AND "
                                                     "row > ? AND row <= ? ORDER BY row"));
        breaks.bindValue(0, next);
        breaks.bindValue(1, last);
        if (breaks.exec()) {
            while (breaks.next())
                gaps.append(breaks.value(0).toLongLong());
        }
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
    QSqlQuery rows;
    qint64 id = 0;
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
    if (d->id == 0)
        return false;
    QSqlQuery &rows = d->rows;
    rows.bindValue(0, d->id);
    rows.bindValue(1, d->next);
    rows.bindValue(2, d->last);
    rows.bindValue(3, rowsOfAPiece);
    if (!rows.exec())
        return false;
    int count = 0;
    while (rows.next()) {
        ++count;
        const HistoryEntry entry = entryOf(rows, {});
        d->next = entry.row;
        if (entry.absent) {
            d->gaps.append(entry.at);
        } else if (entry.value && entry.kind != HistoryKind::Base) {
            if (const std::optional<double> number = d->number(*entry.value))
                d->add({entry.at, *number});
        }
    }
    rows.finish();
    return count == rowsOfAPiece;
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
