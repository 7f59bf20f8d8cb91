// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "history/historyfile.h"

#include "history/keyrows.h"
#include "history/sqlite.h"
#include "profiles/privatefile.h"

#include <QDateTime>
#include <QDir>
#include <QHash>
#include <QLockFile>

namespace Studio
{

namespace
{

// Tells our files from those of other programs ("HPKH").
constexpr int applicationId = 0x48504b48;
// 1: one index of all rows by key.
constexpr int schemaVersion = 2;

// Rows stand in the order of time, so that a moment is found by halving and needs no index. Values stand
// last: SQLite reads a row from its beginning.
constexpr auto createKeys = "CREATE TABLE keys (id INTEGER PRIMARY KEY, key BLOB NOT NULL UNIQUE)";
constexpr auto createChanges = "CREATE TABLE changes (row INTEGER PRIMARY KEY, at INTEGER NOT NULL, "
                               "key INTEGER NOT NULL, kind INTEGER NOT NULL, flags INTEGER NOT NULL, "
                               "server INTEGER NOT NULL, value BLOB)";
constexpr auto createCut = "CREATE TABLE cut (before INTEGER NOT NULL)";
constexpr auto createBreaksIndex = "CREATE INDEX breaks ON changes (key) WHERE key = 0"; // and by row

QByteArray createKeyIndex()
{
    return QByteArray("CREATE INDEX changes_of_key ON changes (") + KeyRows::partExpression
         + ", key)"; // and by row
}

constexpr qint64 dayMs = 24ll * 3600 * 1000;

// How much is kept of the file in memory, and of what was written before it is put in its place (in pages).
constexpr int cacheKilobytes = 8 * 1024;
constexpr int logPages = 2'000;

// Bases are left from earlier: they say nothing of how far back the rows go.
constexpr auto oldest = " FROM changes WHERE kind <> 16 AND key > 0 ORDER BY row LIMIT 1";

QByteArray sql(const char *text, qint64 number)
{
    return QByteArray(text) + QByteArray::number(number);
}

} // namespace

struct HistoryFile::Statements {
    explicit Statements(const HistoryFile &file)
        : idOf(file.database(), "SELECT id FROM keys WHERE key = ?")
        , addKey(file.database(), "INSERT INTO keys (key) VALUES (?)")
        , append(
              file.database(),
              "INSERT INTO changes (row, at, key, kind, flags, server, value) VALUES (?, ?, ?, ?, ?, ?, ?)")
        , settle(file.database(), "UPDATE changes SET kind = ?, flags = flags & ~1, value = ? WHERE row = ?")
        , pages(file.database(), "PRAGMA page_count")
        , freePages(file.database(), "PRAGMA freelist_count")
        , rows(file)
    {
    }
    bool areValid() const
    {
        return idOf.isValid() && addKey.isValid() && append.isValid() && settle.isValid() && pages.isValid()
            && freePages.isValid();
    }

    Sqlite::Statement idOf, addKey, append, settle, pages, freePages;
    KeyRows rows;
};

HistoryFile::HistoryFile()
    : m_database(std::make_unique<Sqlite::Database>())
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
    m_database->close();
    m_lock.reset();
}

bool HistoryFile::failed()
{
    m_problem = m_database->problem();
    return false;
}

bool HistoryFile::exec(const QByteArray &text)
{
    return m_database->exec(text) || failed();
}

qint64 HistoryFile::number(const QByteArray &text)
{
    const qint64 number = m_database->number(text);
    if (number < 0)
        failed();
    return number;
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
    if (!m_database->open(file))
        return failed();
    m_open = prepareSchema() && prepareStatements() && readEnds() && endLine();
    if (!m_open && m_problem.isEmpty())
        m_problem = QStringLiteral("%1 is no history of HPKV Studio").arg(QDir::toNativeSeparators(file));
    return m_open;
}

bool HistoryFile::prepareSchema()
{
    // WAL with NORMAL outlives the process, not a power cut: what is lost then is the last moments.
    if (!exec("PRAGMA journal_mode=WAL") || !exec("PRAGMA synchronous=NORMAL")
        || !exec("PRAGMA secure_delete=FAST") || !exec("PRAGMA temp_store=MEMORY")
        || !exec(sql("PRAGMA cache_size=-", cacheKilobytes))
        || !exec(sql("PRAGMA wal_autocheckpoint=", logPages)))
        return false;
    setMostBytes(m_mostBytes);
    // In a transaction that waits for its turn, so that two copies starting together do not see half a
    // schema.
    if (!begin())
        return false;
    const qint64 id = number("PRAGMA application_id");
    const qint64 version = number("PRAGMA user_version");
    const bool isNew = number("SELECT count(*) FROM sqlite_master") == 0;
    m_pageSize = number("PRAGMA page_size");
    const auto index = [this] {
        return exec(createKeyIndex()) && exec(createBreaksIndex)
            && exec(sql("PRAGMA user_version=", schemaVersion));
    };
    bool isOurs = id == applicationId && version == schemaVersion;
    if (isNew)
        isOurs = exec(createKeys) && exec(createChanges) && exec(createCut)
              && exec(sql("PRAGMA application_id=", applicationId)) && index();
    else if (id == applicationId && version == 1)
        isOurs = exec("DROP INDEX changes_of_key") && index();
    if (isOurs && commit())
        return true;
    rollback();
    return false;
}

bool HistoryFile::prepareStatements()
{
    m_statements = std::make_unique<Statements>(*this);
    return m_statements->areValid() || failed();
}

/// Where the rows begin and end, as it stands in the file.
bool HistoryFile::readEnds()
{
    m_lastRow = number("SELECT max(row) FROM changes");
    m_lastAt = number("SELECT at FROM changes ORDER BY row DESC LIMIT 1");
    m_firstRow = number(QByteArray("SELECT row") + oldest);
    m_firstAt = number(QByteArray("SELECT at") + oldest);
    m_cutBefore = number("SELECT max(before) FROM cut");
    const qint64 mark = number("SELECT kind FROM changes WHERE key = 0 ORDER BY row DESC LIMIT 1");
    m_lineDown = mark != qint64(HistoryKind::LineUp);
    return m_lastRow >= 0 && m_lastAt >= 0 && m_firstRow >= 0 && m_firstAt >= 0 && m_cutBefore >= 0
        && mark >= 0;
}

/// A program that was killed could not say that it hears nothing any longer.
bool HistoryFile::endLine()
{
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
    return exec("BEGIN IMMEDIATE");
}

bool HistoryFile::commit()
{
    return exec("COMMIT");
}

void HistoryFile::rollback()
{
    // The problem stays that of the step that failed. SQLite may have rolled back by itself.
    m_database->exec("ROLLBACK");
    const QString problem = m_problem;
    readEnds();
    m_problem = problem;
}

qint64 HistoryFile::idOf(const QByteArray &key)
{
    Sqlite::Statement &query = m_statements->idOf;
    query.lend(1, key);
    const qint64 id = query.step() ? query.number(0) : 0;
    query.reset();
    return id;
}

qint64 HistoryFile::addKey(const QByteArray &key)
{
    Sqlite::Statement &query = m_statements->addKey;
    query.lend(1, key);
    if (query.run())
        return m_database->lastInsertedRow();
    failed();
    return 0;
}

qint64 HistoryFile::append(const HistoryEntry &entry, qint64 id)
{
    // A clock that is set back must not turn the order round.
    const qint64 at = qMax(entry.at, m_lastAt);
    Sqlite::Statement &query = m_statements->append;
    query.bind(1, m_lastRow + 1);
    query.bind(2, at);
    query.bind(3, id);
    query.bind(4, qint64(entry.kind));
    query.bind(5,
               (entry.guess ? GuessFlag : 0) | (entry.own ? OwnFlag : 0) | (entry.absent ? AbsentFlag : 0));
    query.bind(6, entry.serverTimestamp);
    query.lend(7, entry.value);
    if (!query.run()) {
        failed();
        return 0;
    }
    ++m_lastRow;
    m_lastAt = at;
    if (m_firstRow == 0 && id > 0 && entry.kind != HistoryKind::Base) {
        m_firstRow = m_lastRow;
        m_firstAt = at;
    }
    if (entry.isBreak())
        m_lineDown = entry.kind == HistoryKind::LineDown;
    return m_lastRow;
}

bool HistoryFile::settle(qint64 row, HistoryKind kind, const std::optional<QByteArray> &value)
{
    Sqlite::Statement &query = m_statements->settle;
    query.bind(1, qint64(kind));
    query.lend(2, value);
    query.bind(3, row);
    return query.run() || failed();
}

std::optional<HistoryEntry> HistoryFile::lastOf(qint64 id)
{
    return m_statements->rows.lastUpTo(id, m_lastRow);
}

qint64 HistoryFile::bytes() const
{
    const auto count = [](Sqlite::Statement &query) {
        const qint64 pages = query.step() ? query.number(0) : 0;
        query.reset();
        return pages;
    };
    return (count(m_statements->pages) - count(m_statements->freePages)) * m_pageSize;
}

void HistoryFile::setMostBytes(qint64 bytes)
{
    m_mostBytes = bytes;
    if (m_database->isOpen())
        exec(sql("PRAGMA max_page_count=", bytes > 0 ? bytes / m_pageSize : 1'073'741'823));
}

bool HistoryFile::isFull(qint64 now) const
{
    return m_lastRow > 0
        && (bytes() > m_limits.bytes
            || (m_limits.days > 0 && m_firstAt > 0 && m_firstAt < now - m_limits.days * dayMs));
}

bool HistoryFile::trim()
{
    constexpr qint64 rowBytes = 48; // of the table and its index, besides the value
    const qint64 oldestAt =
        m_limits.days > 0 ? QDateTime::currentMSecsSinceEpoch() - m_limits.days * dayMs : 0;
    const bool isTooLarge = bytes() > m_limits.bytes;
    qint64 cut = 0;
    qint64 cutAt = 0;
    qint64 taken = 0; // of what goes: a twentieth of what may be kept
    qint64 bases = 0; // of what stays from earlier
    QHash<qint64, qint64> lastOfKey; // up to the cut; 0: of the breaks
    {
        Sqlite::Statement query(*m_database, "SELECT row, at, kind, coalesce(length(value), 0), key "
                                             "FROM changes ORDER BY row");
        if (!query.isValid())
            return failed();
        for (int rows = 0; rows < trimmedRows && query.step();) {
            const qint64 at = query.number(1);
            if ((!isTooLarge || taken > m_limits.bytes / 20) && at >= oldestAt)
                break;
            const qint64 size = query.number(3) + rowBytes;
            cut = query.number(0);
            cutAt = at;
            lastOfKey.insert(query.number(4), cut);
            if (HistoryKind(query.number(2)) == HistoryKind::Base) {
                bases += size;
                continue;
            }
            taken += size;
            ++rows;
        }
    }
    if (cut == 0)
        return true;
    if (!takeOut(cut, lastOfKey, bases < m_limits.bytes / 2, qMax(m_cutBefore, cutAt))) {
        rollback();
        return false;
    }
    return readEnds();
}

/// Everything up to `cut` but the last row of each key that goes on behind it, and the last break: how it
/// stood there. Where very many keys are kept, even their bases have to go.
bool HistoryFile::takeOut(qint64 cut, const QHash<qint64, qint64> &lastOfKey, bool withBases, qint64 before)
{
    if (!begin() || !exec("CREATE TEMP TABLE IF NOT EXISTS bases (row INTEGER PRIMARY KEY)")
        || !exec("DELETE FROM bases"))
        return false;
    Sqlite::Statement keep(*m_database, "INSERT INTO bases VALUES (?)");
    Sqlite::Statement forget(*m_database, "DELETE FROM keys WHERE id = ?");
    for (auto at = lastOfKey.cbegin(); at != lastOfKey.cend(); ++at) {
        const bool goesOn = at.key() == 0 || m_statements->rows.firstBehind(at.key(), cut);
        if (goesOn && at.key() != 0 && !withBases)
            continue;
        Sqlite::Statement &statement = goesOn ? keep : forget;
        statement.bind(1, goesOn ? at.value() : at.key());
        if (!statement.run())
            return failed();
    }
    return exec(sql("DELETE FROM changes WHERE row NOT IN (SELECT row FROM bases) AND row <= ", cut))
        && exec(sql("UPDATE changes SET kind = 16 WHERE key > 0 AND kind <> 16 AND row IN "
                    "(SELECT row FROM bases) AND row <= ",
                    cut))
        && exec("DELETE FROM cut") && exec("INSERT INTO cut VALUES (" + QByteArray::number(before) + ')')
        && commit();
}

bool HistoryFile::clear()
{
    if (!begin())
        return false;
    const bool wasDown = m_lineDown;
    if (!exec("DELETE FROM changes") || !exec("DELETE FROM keys") || !exec("DELETE FROM cut") || !commit()) {
        rollback();
        return false;
    }
    readEnds();
    if (!wasDown) {
        HistoryEntry up;
        up.kind = HistoryKind::LineUp;
        up.at = QDateTime::currentMSecsSinceEpoch();
        append(up, 0);
    }
    // Gives the room back. Another copy of the program may be in the way; then it is used again later.
    m_statements.reset();
    m_database->exec("VACUUM");
    m_database->exec("PRAGMA wal_checkpoint(TRUNCATE)");
    return prepareStatements();
}

} // namespace Studio
