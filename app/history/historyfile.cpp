// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "history/historyfile.h"

#include "profiles/privatefile.h"

#include <QDateTime>
#include <QDir>
#include <QLockFile>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QUuid>
#include <QVariant>

namespace Studio
{

namespace
{

// Tells our files from those of other programs ("HPKH").
constexpr int applicationId = 0x48504b48;
constexpr int schemaVersion = 1;

// Rows stand in the order of time, so that a moment is found by halving and needs no index. Values stand
// last: SQLite reads a row from its beginning.
constexpr auto createKeys = "CREATE TABLE keys (id INTEGER PRIMARY KEY, key BLOB NOT NULL UNIQUE)";
constexpr auto createChanges = "CREATE TABLE changes (row INTEGER PRIMARY KEY, at INTEGER NOT NULL, "
                               "key INTEGER NOT NULL, kind INTEGER NOT NULL, flags INTEGER NOT NULL, "
                               "server INTEGER NOT NULL, value BLOB)";
constexpr auto createIndex = "CREATE INDEX changes_of_key ON changes (key)"; // and by row within a key
constexpr auto createCut = "CREATE TABLE cut (before INTEGER NOT NULL)";

QVariant blob(const std::optional<QByteArray> &bytes)
{
    if (!bytes)
        return QVariant(QMetaType::fromType<QByteArray>());
    // A null QByteArray would become NULL.
    return bytes->isNull() ? QByteArray("") : *bytes;
}

enum Flag { Guess = 1, Own = 2, Absent = 4 };

constexpr qint64 dayMs = 24ll * 3600 * 1000;

// Bases are left from earlier: they say nothing of how far back the rows go.
constexpr auto oldestAt = "SELECT at FROM changes WHERE kind <> 16 AND key > 0 ORDER BY row LIMIT 1";

} // namespace

struct HistoryFile::Statements {
    explicit Statements(const QSqlDatabase &database)
        : idOf(database)
        , addKey(database)
        , append(database)
        , settle(database)
        , lastOf(database)
    {
    }
    QSqlQuery idOf, addKey, append, settle, lastOf;
};

HistoryFile::HistoryFile()
    : m_connection(QStringLiteral("history-") + QUuid::createUuid().toString(QUuid::WithoutBraces))
{
}

HistoryFile::~HistoryFile()
{
    close();
}

void HistoryFile::close()
{
    m_open = false;
    m_statements.reset();
    if (QSqlDatabase::contains(m_connection))
        QSqlDatabase::removeDatabase(m_connection);
    m_lock.reset();
}

QSqlDatabase HistoryFile::database() const
{
    return QSqlDatabase::database(m_connection, false);
}

bool HistoryFile::exec(const QString &text)
{
    QSqlQuery query(database());
    if (query.exec(text))
        return true;
    m_problem = query.lastError().databaseText();
    return false;
}

qint64 HistoryFile::number(const QString &text)
{
    QSqlQuery query(database());
    if (!query.exec(text)) {
        m_problem = query.lastError().databaseText();
        return -1;
    }
    return query.next() ? query.value(0).toLongLong() : 0;
}

bool HistoryFile::open(const QString &file)
{
    close();
    m_problem.clear();
    if (!file.isEmpty()) {
        if (!PrivateFile::prepare(file, &m_problem))
            return false;
        m_lock = std::make_unique<QLockFile>(file + QStringLiteral(".lock"));
        m_lock->setStaleLockTime(0); // only a program that is gone gives it up
        if (!m_lock->tryLock(0)) {
            m_lock.reset();
            m_problem = QStringLiteral("another copy of HPKV Studio records into %1")
                            .arg(QDir::toNativeSeparators(file));
            return false;
        }
    }
    QSqlDatabase database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), m_connection);
    database.setDatabaseName(file.isEmpty() ? QStringLiteral(":memory:") : file);
    database.setConnectOptions(QStringLiteral("QSQLITE_BUSY_TIMEOUT=3000"));
    if (!database.open()) {
        m_problem = database.lastError().databaseText();
        return false;
    }
    m_open = prepareSchema() && prepareStatements() && readEnds();
    if (!m_open && m_problem.isEmpty())
        m_problem = QStringLiteral("%1 is no history of HPKV Studio").arg(QDir::toNativeSeparators(file));
    return m_open;
}

bool HistoryFile::prepareSchema()
{
    // WAL with NORMAL outlives the process, not a power cut: what is lost then is the last moments.
    if (!exec(QStringLiteral("PRAGMA journal_mode=WAL")) || !exec(QStringLiteral("PRAGMA synchronous=NORMAL"))
        || !exec(QStringLiteral("PRAGMA secure_delete=FAST"))
        || !exec(QStringLiteral("PRAGMA cache_size=-32768")))
        return false;
    setMostBytes(m_mostBytes);
    // In a transaction that waits for its turn, so that two copies starting together do not see half a
    // schema.
    if (!begin())
        return false;
    const qint64 id = number(QStringLiteral("PRAGMA application_id"));
    const qint64 version = number(QStringLiteral("PRAGMA user_version"));
    const qint64 tables = number(QStringLiteral("SELECT count(*) FROM sqlite_master"));
    m_pageSize = number(QStringLiteral("PRAGMA page_size"));
    const bool isNew = tables == 0;
    const bool isOurs = id == applicationId && version == schemaVersion;
    const auto make = [this] {
        for (const char *text : {createKeys, createChanges, createIndex, createCut}) {
            if (!exec(QString::fromLatin1(text)))
                return false;
        }
        return exec(QStringLiteral("PRAGMA application_id=%1").arg(applicationId))
            && exec(QStringLiteral("PRAGMA user_version=%1").arg(schemaVersion));
    };
    if ((isNew ? make() : isOurs) && commit())
        return true;
    rollback();
    return false;
}

bool HistoryFile::prepareStatements()
{
    m_statements = std::make_unique<Statements>(database());
    const auto prepare = [this](QSqlQuery &query, const char *text) {
        query.setForwardOnly(true);
        if (query.prepare(QString::fromLatin1(text)))
            return true;
        m_problem = query.lastError().databaseText();
        return false;
    };
    Statements &s = *m_statements;
    return prepare(s.idOf, "SELECT id FROM keys WHERE key = ?")
        && prepare(s.addKey, "INSERT INTO keys (key) VALUES (?)")
        && prepare(s.append, "INSERT INTO changes (row, at, key, kind, flags, server, value) "
                             "VALUES (?, ?, ?, ?, ?, ?, ?)")
        && prepare(s.settle, "UPDATE changes SET kind = ?, flags = flags & ~1, value = ? WHERE row = ?")
        && prepare(s.lastOf, "SELECT row, at, kind, flags, value FROM changes WHERE key = ? "
                             "ORDER BY row DESC LIMIT 1");
}

bool HistoryFile::readEnds()
{
    m_lastRow = number(QStringLiteral("SELECT max(row) FROM changes"));
    m_lastAt = number(QStringLiteral("SELECT at FROM changes ORDER BY row DESC LIMIT 1"));
    m_firstAt = number(QLatin1StringView(oldestAt));
    m_cutBefore = number(QStringLiteral("SELECT max(before) FROM cut"));
    const qint64 mark =
        number(QStringLiteral("SELECT kind FROM changes WHERE key = 0 ORDER BY row DESC LIMIT 1"));
    m_lineDown = mark != qint64(HistoryKind::LineUp);
    if (m_lastRow < 0 || m_lastAt < 0 || m_firstAt < 0 || m_cutBefore < 0 || mark < 0)
        return false;
    if (m_lineDown)
        return true;
    HistoryEntry down;
    down.kind = HistoryKind::LineDown;
    down.at = m_lastAt;
    if (begin() && append(down, 0) > 0 && commit())
        return true;
    rollback();
    return false;
}

bool HistoryFile::begin()
{
    return exec(QStringLiteral("BEGIN IMMEDIATE"));
}

bool HistoryFile::commit()
{
    return exec(QStringLiteral("COMMIT"));
}

void HistoryFile::rollback()
{
    // The problem stays that of the step that failed. SQLite may have rolled back by itself.
    QSqlQuery(database()).exec(QStringLiteral("ROLLBACK"));
    const QString problem = m_problem;
    m_lastRow = number(QStringLiteral("SELECT max(row) FROM changes"));
    m_lastAt = number(QStringLiteral("SELECT at FROM changes ORDER BY row DESC LIMIT 1"));
    m_lineDown = number(QStringLiteral("SELECT kind FROM changes WHERE key = 0 ORDER BY row DESC LIMIT 1"))
              != qint64(HistoryKind::LineUp);
    m_problem = problem;
}

qint64 HistoryFile::idOf(const QByteArray &key)
{
    QSqlQuery &query = m_statements->idOf;
    query.bindValue(0, key);
    if (!query.exec()) {
        m_problem = query.lastError().databaseText();
        return 0;
    }
    const qint64 id = query.next() ? query.value(0).toLongLong() : 0;
    query.finish();
    return id;
}

qint64 HistoryFile::addKey(const QByteArray &key)
{
    QSqlQuery &query = m_statements->addKey;
    query.bindValue(0, key);
    if (!query.exec()) {
        m_problem = query.lastError().databaseText();
        return 0;
    }
    return query.lastInsertId().toLongLong();
}

qint64 HistoryFile::append(const HistoryEntry &entry, qint64 id)
{
    // A clock that is set back must not turn the order round.
    const qint64 at = qMax(entry.at, m_lastAt);
    QSqlQuery &query = m_statements->append;
    query.bindValue(0, m_lastRow + 1);
    query.bindValue(1, at);
    query.bindValue(2, id);
    query.bindValue(3, int(entry.kind));
    query.bindValue(4, (entry.guess ? Guess : 0) | (entry.own ? Own : 0) | (entry.absent ? Absent : 0));
    query.bindValue(5, entry.serverTimestamp);
    query.bindValue(6, blob(entry.value));
    if (!query.exec()) {
        m_problem = query.lastError().databaseText();
        return 0;
    }
    m_lastAt = at;
    if (m_firstAt == 0 && id > 0)
        m_firstAt = at;
    if (entry.isBreak())
        m_lineDown = entry.kind == HistoryKind::LineDown;
    return ++m_lastRow;
}

bool HistoryFile::settle(qint64 row, HistoryKind kind, const std::optional<QByteArray> &value)
{
    QSqlQuery &query = m_statements->settle;
    query.bindValue(0, int(kind));
    query.bindValue(1, blob(value));
    query.bindValue(2, row);
    if (query.exec())
        return true;
    m_problem = query.lastError().databaseText();
    return false;
}

std::optional<HistoryEntry> HistoryFile::lastOf(qint64 id)
{
    QSqlQuery &query = m_statements->lastOf;
    query.bindValue(0, id);
    if (!query.exec()) {
        m_problem = query.lastError().databaseText();
        return {};
    }
    std::optional<HistoryEntry> entry;
    if (query.next()) {
        entry.emplace();
        entry->row = query.value(0).toLongLong();
        entry->at = query.value(1).toLongLong();
        entry->kind = HistoryKind(query.value(2).toInt());
        const int flags = query.value(3).toInt();
        entry->guess = flags & Guess;
        entry->own = flags & Own;
        entry->absent = flags & Absent;
        if (!query.value(4).isNull())
            entry->value = query.value(4).toByteArray();
    }
    query.finish();
    return entry;
}

qint64 HistoryFile::bytes() const
{
    QSqlQuery query(database());
    const auto pages = [&query](const QString &text) {
        return query.exec(text) && query.next() ? query.value(0).toLongLong() : 0;
    };
    return (pages(QStringLiteral("PRAGMA page_count")) - pages(QStringLiteral("PRAGMA freelist_count")))
         * m_pageSize;
}

void HistoryFile::setMostBytes(qint64 bytes)
{
    m_mostBytes = bytes;
    if (QSqlDatabase::contains(m_connection))
        exec(QStringLiteral("PRAGMA max_page_count=%1").arg(bytes > 0 ? bytes / m_pageSize : 1'073'741'823));
}

bool HistoryFile::isFull(qint64 now) const
{
    return m_lastRow > 0
        && (bytes() > m_limits.bytes
            || (m_limits.days > 0 && m_firstAt > 0 && m_firstAt < now - m_limits.days * dayMs));
}

bool HistoryFile::trim()
{
    QSqlQuery query(database());
    query.setForwardOnly(true);
    if (!query.exec(QStringLiteral("SELECT row, at, kind, coalesce(length(value), 0) FROM changes "
                                   "ORDER BY row"))) {
        m_problem = query.lastError().databaseText();
        return false;
    }
    constexpr qint64 rowBytes = 48; // of the table and its index, besides the value
    const qint64 oldest = m_limits.days > 0 ? QDateTime::currentMSecsSinceEpoch() - m_limits.days * dayMs : 0;
    const bool isTooLarge = bytes() > m_limits.bytes;
    qint64 cut = 0;
    qint64 cutAt = 0;
    qint64 taken = 0; // of what goes: a twentieth of what may be kept
    qint64 bases = 0; // of what stays from earlier
    for (int rows = 0; rows < trimmedRows && query.next();) {
        const qint64 at = query.value(1).toLongLong();
        if ((!isTooLarge || taken > m_limits.bytes / 20) && at >= oldest)
            break;
        const qint64 size = query.value(3).toLongLong() + rowBytes;
        cut = query.value(0).toLongLong();
        cutAt = at;
        if (HistoryKind(query.value(2).toInt()) == HistoryKind::Base) {
            bases += size;
            continue;
        }
        taken += size;
        ++rows;
    }
    query.finish();
    if (cut == 0)
        return true;
    // Where very many keys are kept, even their bases have to go.
    const QString stays =
        bases < m_limits.bytes / 2
            ? QStringLiteral("EXISTS (SELECT 1 FROM changes WHERE key = c.key AND row > %1)").arg(cut)
            : QStringLiteral("key = 0");
    const bool ok =
        begin() && exec(QStringLiteral("CREATE TEMP TABLE IF NOT EXISTS bases (row INTEGER PRIMARY KEY)"))
        && exec(QStringLiteral("CREATE TEMP TABLE IF NOT EXISTS trimmed (key INTEGER PRIMARY KEY)"))
        && exec(QStringLiteral("DELETE FROM bases"))
        && exec(QStringLiteral("DELETE FROM trimmed"))
        // The last row of each key that goes on behind the cut, and the last break: how it stood there.
        && exec(QStringLiteral("INSERT INTO bases SELECT max(row) FROM changes AS c WHERE row <= %1 AND "
                               "(key = 0 OR %2) GROUP BY key")
                    .arg(cut)
                    .arg(stays))
        && exec(
            QStringLiteral("INSERT OR IGNORE INTO trimmed SELECT key FROM changes WHERE row <= %1").arg(cut))
        && exec(QStringLiteral("DELETE FROM changes WHERE row <= %1 AND row NOT IN (SELECT row FROM bases)")
                    .arg(cut))
        && exec(
            QStringLiteral("UPDATE changes SET kind = %1 WHERE key > 0 AND row IN (SELECT row FROM bases)")
                .arg(int(HistoryKind::Base)))
        && exec(QStringLiteral("DELETE FROM keys WHERE id IN (SELECT key FROM trimmed) AND NOT EXISTS "
                               "(SELECT 1 FROM changes WHERE changes.key = keys.id)"))
        && exec(QStringLiteral("DELETE FROM cut"))
        && exec(QStringLiteral("INSERT INTO cut VALUES (%1)").arg(qMax(m_cutBefore, cutAt))) && commit();
    if (!ok) {
        rollback();
        return false;
    }
    m_cutBefore = qMax(m_cutBefore, cutAt);
    m_firstAt = number(QLatin1StringView(oldestAt));
    return true;
}

bool HistoryFile::clear()
{
    if (!begin())
        return false;
    const bool wasDown = m_lineDown;
    if (!exec(QStringLiteral("DELETE FROM changes")) || !exec(QStringLiteral("DELETE FROM keys"))
        || !exec(QStringLiteral("DELETE FROM cut")) || !commit()) {
        rollback();
        return false;
    }
    m_lastRow = 0;
    m_firstAt = 0;
    m_cutBefore = 0;
    m_lineDown = true;
    if (!wasDown) {
        HistoryEntry up;
        up.kind = HistoryKind::LineUp;
        up.at = QDateTime::currentMSecsSinceEpoch();
        append(up, 0);
    }
    // Gives the room back. Another copy of the program may be in the way; then it is used again later.
    m_statements.reset();
    for (const char *text : {"VACUUM", "PRAGMA wal_checkpoint(TRUNCATE)"})
        QSqlQuery(database()).exec(QString::fromLatin1(text));
    return prepareStatements();
}

} // namespace Studio
