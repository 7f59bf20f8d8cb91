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

namespace Studio
{

namespace
{

// Tells our files from those of other programs ("HPKJ").
constexpr int applicationId = 0x48504b4a;
constexpr int schemaVersion = 2; // 2: rows of jobs

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

} // namespace

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
    const bool isReady =
        isReadable && isOurs && run(QStringLiteral("PRAGMA application_id=%1").arg(applicationId))
        && run(QStringLiteral("PRAGMA user_version=%1").arg(schemaVersion))
        && run(QStringLiteral(
            "CREATE TABLE IF NOT EXISTS writes ("
            "row INTEGER PRIMARY KEY AUTOINCREMENT, at INTEGER NOT NULL, kind INTEGER NOT NULL, "
            "key BLOB NOT NULL, value BLOB, delta INTEGER NOT NULL, before BLOB, "
            "before_known INTEGER NOT NULL, after BLOB, state INTEGER NOT NULL, error TEXT, "
            "job TEXT, keys INTEGER NOT NULL DEFAULT 0, undo_file TEXT)"))
        && (version != 1 || tables == 0
            || (run(QStringLiteral("ALTER TABLE writes ADD COLUMN job TEXT"))
                && run(QStringLiteral("ALTER TABLE writes ADD COLUMN keys INTEGER NOT NULL DEFAULT 0"))
                && run(QStringLiteral("ALTER TABLE writes ADD COLUMN undo_file TEXT"))))
        && run(QStringLiteral("DELETE FROM writes WHERE row <= (SELECT max(row) FROM writes) - %1")
                   .arg(keptRows));
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
    return run(QStringLiteral("PRAGMA synchronous=NORMAL"));
}

qint64 JournalFile::insert(const JournalEntry &entry, qint64 row)
{
    QSqlQuery query(QSqlDatabase::database(m_connection, false));
    query.prepare(QStringLiteral(
        "INSERT INTO writes (row, at, kind, key, value, delta, before, before_known, after, "
        "state, error, job, keys, undo_file) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"));
    query.addBindValue(row > 0 ? QVariant(row) : QVariant(QMetaType::fromType<qint64>()));
    query.addBindValue(entry.at);
    query.addBindValue(int(entry.kind));
    query.addBindValue(blob(entry.key));
    query.addBindValue(blob(entry.value));
    query.addBindValue(entry.delta);
    query.addBindValue(blob(entry.before));
    query.addBindValue(entry.beforeKnown ? 1 : 0);
    query.addBindValue(blob(entry.after));
    query.addBindValue(int(entry.state));
    query.addBindValue(entry.error);
    query.addBindValue(entry.job);
    query.addBindValue(entry.keys);
    query.addBindValue(entry.undoFile);
    if (!query.exec()) {
        m_problem = query.lastError().databaseText();
        return 0;
    }
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
    if (!query.exec()) {
        m_problem = query.lastError().databaseText();
        return false;
    }
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
    if (!query.exec()) {
        m_problem = query.lastError().databaseText();
        return false;
    }
    return query.numRowsAffected() == 1;
}

QList<JournalEntry> JournalFile::last(int limit)
{
    QList<JournalEntry> entries;
    QSqlQuery query(QSqlDatabase::database(m_connection, false));
    query.setForwardOnly(true);
    query.prepare(
        QStringLiteral("SELECT row, at, kind, key, value, delta, before, before_known, after, state, error, "
                       "job, keys, undo_file "
                       "FROM writes ORDER BY row DESC LIMIT ?"));
    query.addBindValue(limit);
    if (!query.exec()) {
        m_problem = query.lastError().databaseText();
        return entries;
    }
    while (query.next()) {
        JournalEntry entry;
        entry.row = query.value(0).toLongLong();
        entry.at = query.value(1).toLongLong();
        entry.kind = WriteKind(query.value(2).toInt());
        entry.key = query.value(3).toByteArray();
        entry.value = query.value(4).toByteArray();
        entry.delta = query.value(5).toLongLong();
        entry.before = bytes(query.value(6));
        entry.beforeKnown = query.value(7).toBool();
        entry.after = bytes(query.value(8));
        entry.state = JournalState(query.value(9).toInt());
        entry.error = query.value(10).toString();
        entry.job = query.value(11).toString();
        entry.keys = query.value(12).toLongLong();
        entry.undoFile = query.value(13).toString();
        entries.append(entry);
    }
    return entries;
}

qint64 JournalFile::highestRow()
{
    QSqlQuery query(QSqlDatabase::database(m_connection, false));
    if (!query.exec(QStringLiteral("SELECT max(row) FROM writes")) || !query.next())
        return 0;
    return query.value(0).toLongLong();
}

} // namespace Studio
