// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "history/sqlite.h"

#include <sqlite3.h>

#include <utility>

namespace Studio::Sqlite
{

namespace
{

constexpr int busyMs = 3'000;

// The macros of sqlite3.h are C casts.
const auto staticBytes = static_cast<sqlite3_destructor_type>(nullptr);
const auto copiedBytes = reinterpret_cast<sqlite3_destructor_type>(-1); // NOLINT(performance-no-int-to-ptr)

} // namespace

bool Database::open(const QString &file)
{
    close();
    const QByteArray name = file.isEmpty() ? QByteArray(":memory:") : file.toUtf8();
    // One that failed is a connection too, as it says why.
    const int result =
        sqlite3_open_v2(name.constData(), &m_handle,
                        SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX, nullptr);
    if (result != SQLITE_OK)
        return false;
    sqlite3_busy_timeout(m_handle, busyMs);
    // Statements are planned once, not anew for each value that is bound.
    sqlite3_db_config(m_handle, SQLITE_DBCONFIG_ENABLE_QPSG, 1, nullptr);
    return true;
}

void Database::close()
{
    // With v2 a statement that was forgotten keeps the file open until it goes.
    sqlite3_close_v2(std::exchange(m_handle, nullptr));
}

bool Database::exec(const QByteArray &statements)
{
    return m_handle && sqlite3_exec(m_handle, statements.constData(), nullptr, nullptr, nullptr) == SQLITE_OK;
}

qint64 Database::number(const QByteArray &statement)
{
    Statement query(*this, statement);
    if (!query.isValid())
        return -1;
    if (query.step())
        return query.number(0);
    const int result = sqlite3_errcode(m_handle);
    return result == SQLITE_DONE || result == SQLITE_OK ? 0 : -1;
}

qint64 Database::lastInsertedRow() const
{
    return sqlite3_last_insert_rowid(m_handle);
}

QString Database::problem() const
{
    return m_handle ? QString::fromUtf8(sqlite3_errmsg(m_handle)) : QString();
}

Statement::Statement(const Database &database, const QByteArray &text)
{
    if (database.m_handle)
        sqlite3_prepare_v3(database.m_handle, text.constData(), int(text.size()) + 1,
                           SQLITE_PREPARE_PERSISTENT, &m_handle, nullptr);
}

Statement::~Statement()
{
    sqlite3_finalize(m_handle);
}

Statement::Statement(Statement &&other) noexcept
    : m_handle(std::exchange(other.m_handle, nullptr))
{
}

Statement &Statement::operator=(Statement &&other) noexcept
{
    std::swap(m_handle, other.m_handle);
    return *this;
}

void Statement::bind(int place, qint64 number)
{
    sqlite3_bind_int64(m_handle, place, number);
}

void Statement::bind(int place, QByteArrayView bytes)
{
    sqlite3_bind_blob64(m_handle, place, bytes.isNull() ? "" : bytes.data(), sqlite3_uint64(bytes.size()),
                        copiedBytes);
}

void Statement::bindNull(int place)
{
    sqlite3_bind_null(m_handle, place);
}

void Statement::lend(int place, const std::optional<QByteArray> &bytes)
{
    if (!bytes)
        sqlite3_bind_null(m_handle, place);
    else // constData() is never null
        sqlite3_bind_blob64(m_handle, place, bytes->constData(), sqlite3_uint64(bytes->size()), staticBytes);
}

bool Statement::step()
{
    return sqlite3_step(m_handle) == SQLITE_ROW;
}

bool Statement::run()
{
    int result = SQLITE_ROW;
    while (result == SQLITE_ROW)
        result = sqlite3_step(m_handle);
    // The code is that of the step again, and so is Database::problem().
    return sqlite3_reset(m_handle) == SQLITE_OK && result == SQLITE_DONE;
}

void Statement::reset()
{
    sqlite3_reset(m_handle);
}

bool Statement::isNull(int column) const
{
    return sqlite3_column_type(m_handle, column) == SQLITE_NULL;
}

qint64 Statement::number(int column) const
{
    return sqlite3_column_int64(m_handle, column);
}

QByteArray Statement::bytes(int column) const
{
    const void *data = sqlite3_column_blob(m_handle, column);
    const int size = sqlite3_column_bytes(m_handle, column);
    return size > 0 ? QByteArray(static_cast<const char *>(data), size) : QByteArray("");
}

} // namespace Studio::Sqlite
