// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "session/journalfile.h"

#include "profiles/privatefile.h"

#include <QDir>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QUuid>
#include <QVariant>

#include <limits>

namespace Studio
{

namespace
{

// Tells our files from those of other programs ("HPKJ").
constexpr int applicationId = 0x48504b4a;
constexpr int schemaVersion = 3; // 2: rows of jobs; 3: undo, values behind everything else

// Values stand last: SQLite reads a row from its beginning, and a search for failed writes need not go
// through megabytes of values.
constexpr auto createTable =
    "CREATE TABLE writes ("
    "row INTEGER PRIMARY KEY AUTOINCREMENT, at INTEGER NOT NULL, kind INTEGER NOT NULL, "
    "state INTEGER NOT NULL, delta INTEGER NOT NULL, before_known INTEGER NOT NULL, job TEXT, "
    "keys INTEGER NOT NULL DEFAULT 0, undo_file TEXT, undoes INTEGER NOT NULL DEFAULT 0, "
    "is_redo INTEGER NOT NULL DEFAULT 0, undone_by INTEGER NOT NULL DEFAULT 0, error TEXT, "
    "key BLOB NOT NULL, value BLOB, before BLOB, after BLOB)";

constexpr auto columns = "row, at, kind, state, delta, before_known, job, keys, undo_file, undoes, is_redo, "
                         "undone_by, error, key, value, before, after";

// Tells lengths without reading the values.
constexpr auto rowBytes = "length(key) + coalesce(length(value), 0) + coalesce(length(before), 0) + "
                          "coalesce(length(after), 0)";

/// NULL where nothing is known; an empty value is an empty blob.
QVariant blob(const std::optional<QByteArray> &bytes)
{
    if (!bytes)
        return QVariant(QMetaType::fromType<QByteArray>());
    // A null QByteArray would become NULL.
    return bytes->isNull() ? QByteArray("") : *bytes;
}

std::optional<QByteArray> bytes(const QVariant &value)
{
    if (value.isNull())
        return {};
    return value.toByteArray();
}

qint64 bytesOf(const JournalEntry &entry)
{
    return entry.key.size() + entry.value.size() + (entry.before ? entry.before->size() : 0)
         + (entry.after ? entry.after->size() : 0);
}

JournalEntry entryOf(const QSqlQuery &query)
{
    JournalEntry entry;
    int column = 0;
    const auto next = [&] { return query.value(column++); };
    entry.row = next().toLongLong();
    entry.at = next().toLongLong();
    entry.kind = WriteKind(next().toInt());
    entry.state = JournalState(next().toInt());
    entry.delta = next().toLongLong();
    entry.beforeKnown = next().toBool();
    entry.job = next().toString();
    entry.keys = next().toLongLong();
    entry.undoFile = next().toString();
    entry.undoes = next().toLongLong();
    entry.isRedo = next().toBool();
    entry.undoneBy = next().toLongLong();
    entry.error = next().toString();
    entry.key = next().toByteArray();
    entry.value = next().toByteArray();
    entry.before = bytes(next());
    entry.after = bytes(next());
    return entry;
}

QString select(const char *rest)
{
    return QStringLiteral("SELECT %1 FROM writes %2")
        .arg(QLatin1StringView(columns), QLatin1StringView(rest));
}

} // namespace

bool containsText(const JournalEntry &entry, const QString &text)
{
    const auto has = [&text](const QByteArray &bytes) {
        return QString::fromUtf8(bytes).contains(text, Qt::CaseInsensitive);
    };
    return has(entry.key) || has(entry.value) || (entry.before && has(*entry.before))
        || (entry.after && has(*entry.after)) || entry.error.contains(text, Qt::CaseInsensitive);
}

JournalFile::JournalFile()
    : m_connection(QStringLiteral("journal-") + QUuid::createUuid().toString(QUuid::WithoutBraces))
{
}

JournalFile::~JournalFile()
{
    close();
}

void JournalFile::close()
{
    m_open = false;
    if (QSqlDatabase::contains(m_connection))
        QSqlDatabase::removeDatabase(m_connection);
}

bool JournalFile::open(const QString &file)
{
    close();
    m_problem.clear();
    if (!file.isEmpty() && !PrivateFile::prepare(file, &m_problem))
        return false;
    QSqlDatabase database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), m_connection);
    database.setDatabaseName(file.isEmpty() ? QStringLiteral(":memory:") : file);
    database.setConnectOptions(QStringLiteral("QSQLITE_BUSY_TIMEOUT=3000"));
    if (!database.open()) {
        m_problem = database.lastError().databaseText();
        return false;
    }
    m_open = prepareSchema();
    if (!m_open && m_problem.isEmpty())
        m_problem = QStringLiteral("%1 is no journal of HPKV Studio").arg(QDir::toNativeSeparators(file));
    if (m_open)
        count();
    return m_open;
}

bool JournalFile::prepareSchema()
{
    QSqlQuery query(QSqlDatabase::database(m_connection));
    const auto run = [&](const QString &text) {
        if (query.exec(text))
            return true;
        m_problem = query.lastError().databaseText();
        return false;
    };
    const auto number = [&](const QString &text) {
        return run(text) && query.next() ? query.value(0).toInt() : -1;
    };
    // In a transaction that waits for its turn, so that two copies starting together do not see half a
    // schema.
    if (!run(QStringLiteral("BEGIN IMMEDIATE")))
        return false;
    const int id = number(QStringLiteral("PRAGMA application_id"));
    const int version = number(QStringLiteral("PRAGMA user_version"));
    const int tables = number(QStringLiteral("SELECT count(*) FROM sqlite_master"));
    query.finish();
    const bool isReadable = id >= 0 && version >= 0 && tables >= 0;
    const bool isOurs = tables == 0 || (id == applicationId && version <= schemaVersion);
    const auto make = [&] { return run(QString::fromLatin1(createTable)); };
    // From a table of an earlier version; the rows keep their numbers.
    const auto convert = [&] {
        const QString jobs =
            version == 1 ? QStringLiteral("NULL, 0, NULL") : QStringLiteral("job, keys, undo_file");
        return run(QStringLiteral("ALTER TABLE writes RENAME TO old")) && make()
            && run(QStringLiteral(
                       "INSERT INTO writes SELECT row, at, kind, state, delta, before_known, %1, 0, "
                       "0, 0, error, key, value, before, after FROM old")
                       .arg(jobs))
            && run(QStringLiteral("DROP TABLE old"));
    };
    const bool isReady = isReadable && isOurs
                      && run(QStringLiteral("PRAGMA application_id=%1").arg(applicationId))
                      && run(QStringLiteral("PRAGMA user_version=%1").arg(schemaVersion))
                      && (tables == 0 ? make() : version == schemaVersion || convert());
    if (!isReady || !run(QStringLiteral("COMMIT"))) {
        // The problem is that of the step that failed, not of the way back.
        query.exec(QStringLiteral("ROLLBACK"));
        return false;
    }
    // WAL with NORMAL outlives the process, not a power cut: enough for what the store holds itself. SQLite
    // refuses the change while another copy has the file in hand; that one makes it then, and both modes are
    // safe.
    query.exec(QStringLiteral("PRAGMA journal_mode=WAL"));
    query.finish();
    // What is deleted is overwritten: values may be private.
    return run(QStringLiteral("PRAGMA synchronous=NORMAL")) && run(QStringLiteral("PRAGMA secure_delete=ON"));
}

bool JournalFile::run(QSqlQuery &query)
{
    if (query.exec())
        return true;
    m_problem = query.lastError().databaseText();
    return false;
}

void JournalFile::count()
{
    QSqlQuery query(QSqlDatabase::database(m_connection, false));
    query.prepare(QStringLiteral("SELECT count(*), sum(%1) FROM writes").arg(QLatin1StringView(rowBytes)));
    if (!run(query) || !query.next())
        return;
    m_rows = query.value(0).toLongLong();
    m_bytes = query.value(1).toLongLong();
}

qint64 JournalFile::insert(const JournalEntry &entry, qint64 row)
{
    QSqlQuery query(QSqlDatabase::database(m_connection, false));
    query.prepare(
        QStringLiteral("INSERT INTO writes (%1) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, "
                       "?, ?)")
            .arg(QLatin1StringView(columns)));
    query.addBindValue(row > 0 ? QVariant(row) : QVariant(QMetaType::fromType<qint64>()));
    query.addBindValue(entry.at);
    query.addBindValue(int(entry.kind));
    query.addBindValue(int(entry.state));
    query.addBindValue(entry.delta);
    query.addBindValue(entry.beforeKnown ? 1 : 0);
    query.addBindValue(entry.job);
    query.addBindValue(entry.keys);
    query.addBindValue(entry.undoFile);
    query.addBindValue(entry.undoes);
    query.addBindValue(entry.isRedo ? 1 : 0);
    query.addBindValue(entry.undoneBy);
    query.addBindValue(entry.error);
    query.addBindValue(blob(entry.key));
    query.addBindValue(blob(entry.value));
    query.addBindValue(blob(entry.before));
    query.addBindValue(blob(entry.after));
    if (!run(query))
        return 0;
    ++m_rows;
    m_bytes += bytesOf(entry);
    return query.lastInsertId().toLongLong();
}

bool JournalFile::update(qint64 row, JournalState state, const std::optional<QByteArray> &after,
                         const QString &error)
{
    QSqlQuery query(QSqlDatabase::database(m_connection, false));
    query.prepare(QStringLiteral("UPDATE writes SET state = ?, after = ?, error = ? WHERE row = ?"));
    query.addBindValue(int(state));
    query.addBindValue(blob(after));
    query.addBindValue(error);
    query.addBindValue(row);
    if (!run(query))
        return false;
    m_bytes += after ? after->size() : 0;
    return query.numRowsAffected() == 1;
}

bool JournalFile::updateJob(qint64 row, JournalState state, qint64 keys, const QString &undoFile,
                            const QString &error)
{
    QSqlQuery query(QSqlDatabase::database(m_connection, false));
    query.prepare(
        QStringLiteral("UPDATE writes SET state = ?, keys = ?, undo_file = ?, error = ? WHERE row = ?"));
    query.addBindValue(int(state));
    query.addBindValue(keys);
    query.addBindValue(undoFile);
    query.addBindValue(error);
    query.addBindValue(row);
    return run(query) && query.numRowsAffected() == 1;
}

bool JournalFile::setUndoneBy(qint64 row, qint64 by)
{
    QSqlQuery query(QSqlDatabase::database(m_connection, false));
    query.prepare(QStringLiteral("UPDATE writes SET undone_by = ? WHERE row = ?"));
    query.addBindValue(by);
    query.addBindValue(row);
    return run(query) && query.numRowsAffected() == 1;
}

QList<JournalEntry> JournalFile::last(int limit)
{
    return page({}, std::numeric_limits<qint64>::max(), limit, std::numeric_limits<qint64>::max()).entries;
}

std::optional<JournalEntry> JournalFile::row(qint64 row)
{
    QSqlQuery query(QSqlDatabase::database(m_connection, false));
    query.prepare(select("WHERE row = ?"));
    query.addBindValue(row);
    if (!run(query) || !query.next())
        return {};
    return entryOf(query);
}

JournalPage JournalFile::page(const JournalQuery &what, qint64 below, int limit, qint64 mostBytes)
{
    JournalPage page;
    QSqlQuery query(QSqlDatabase::database(m_connection, false));
    query.setForwardOnly(true);
    // One condition for every question; what is not asked for is -1.
    query.prepare(select("WHERE row < ? AND (? < 0 OR (coalesce(job, '') <> '') = ?) AND (? < 0 OR kind = ?) "
                         "AND (? < 0 OR state = ?) ORDER BY row DESC"));
    query.addBindValue(below);
    for (const int value :
         {what.what == JournalQuery::What::Everything ? -1 : int(what.what == JournalQuery::What::Jobs),
          what.kind ? int(*what.kind) : -1, what.state ? int(*what.state) : -1}) {
        query.addBindValue(value);
        query.addBindValue(value);
    }
    if (!run(query))
        return page;
    int scanned = 0;
    qint64 scannedHere = 0;
    qint64 taken = 0;
    while (query.next()) {
        const JournalEntry entry = entryOf(query);
        const qint64 size = bytesOf(entry);
        if (what.text.isEmpty() || containsText(entry, what.text)) {
            page.entries.append(entry);
            taken += size;
        }
        scannedHere += size;
        if (page.entries.size() >= limit || taken >= mostBytes
            || (!what.text.isEmpty() && (++scanned >= scannedRows || scannedHere >= scannedBytes))) {
            page.next = entry.row;
            break;
        }
    }
    return page;
}

qint64 JournalFile::rowOfUndoFile(const QString &file)
{
    QSqlQuery query(QSqlDatabase::database(m_connection, false));
    query.prepare(QStringLiteral("SELECT max(row) FROM writes WHERE undo_file = ?"));
    query.addBindValue(file);
    return run(query) && query.next() ? query.value(0).toLongLong() : 0;
}

qint64 JournalFile::highestRow()
{
    QSqlQuery query(QSqlDatabase::database(m_connection, false));
    query.prepare(QStringLiteral("SELECT max(row) FROM writes"));
    return run(query) && query.next() ? query.value(0).toLongLong() : 0;
}

qint64 JournalFile::lowestRow()
{
    QSqlQuery query(QSqlDatabase::database(m_connection, false));
    query.prepare(QStringLiteral("SELECT min(row) FROM writes"));
    return run(query) && query.next() ? query.value(0).toLongLong() : 0;
}

bool JournalFile::trim()
{
    QSqlQuery query(QSqlDatabase::database(m_connection, false));
    query.setForwardOnly(true);
    query.prepare(
        QStringLiteral("SELECT row, %1 FROM writes ORDER BY row DESC").arg(QLatin1StringView(rowBytes)));
    if (!run(query))
        return false;
    const qint64 mostRows = m_limits.rows - m_limits.rows / 10;
    const qint64 mostBytes = m_limits.bytes - m_limits.bytes / 10;
    qint64 rows = 0;
    qint64 size = 0;
    qint64 tooOld = 0;
    while (query.next()) {
        size += query.value(1).toLongLong();
        if (++rows == 1 || (rows <= mostRows && size <= mostBytes))
            continue;
        tooOld = query.value(0).toLongLong();
        break;
    }
    query.finish();
    query.prepare(QStringLiteral("DELETE FROM writes WHERE row <= ?"));
    query.addBindValue(tooOld);
    const bool ok = run(query);
    count();
    return ok;
}

bool JournalFile::clear()
{
    QSqlQuery query(QSqlDatabase::database(m_connection, false));
    query.prepare(QStringLiteral("DELETE FROM writes"));
    if (!run(query))
        return false;
    m_rows = 0;
    m_bytes = 0;
    // Gives the room back. Another copy of the program may be in the way; then it is used again later.
    for (const char *text : {"VACUUM", "PRAGMA wal_checkpoint(TRUNCATE)"})
        query.exec(QString::fromLatin1(text));
    return true;
}

} // namespace Studio
