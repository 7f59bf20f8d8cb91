// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QString>

#include <optional>

struct sqlite3;
struct sqlite3_stmt;

/// SQLite without Qt Sql in between, which takes as long for a row as SQLite itself does. No more than what a
/// history needs. Every object belongs to one thread.
namespace Studio::Sqlite
{

/// One connection.
class Database
{
public:
    Database() = default;
    ~Database() { close(); }
    Database(const Database &) = delete;
    Database &operator=(const Database &) = delete;

    /// Opens `file`, made where it is missing; empty = in memory.
    bool open(const QString &file);
    /// Every Statement has to go before.
    void close();
    bool isOpen() const { return m_handle != nullptr; }
    bool exec(const QByteArray &statements);
    /// The first value of the first row; 0 = there is none; -1 on failure.
    qint64 number(const QByteArray &statement);
    qint64 lastInsertedRow() const;
    /// What failed last.
    QString problem() const;

private:
    friend class Statement;
    sqlite3 *m_handle = nullptr;
};

/// A prepared statement. Places to bind count from 1, columns from 0. One that could not be prepared gives
/// no rows, and run() is false.
class Statement
{
public:
    Statement() = default;
    Statement(const Database &database, const QByteArray &text);
    ~Statement();
    Statement(Statement &&other) noexcept;
    Statement &operator=(Statement &&other) noexcept;

    bool isValid() const { return m_handle != nullptr; }
    void bind(int place, qint64 number);
    /// A null QByteArray is an empty value too.
    void bind(int place, QByteArrayView bytes);
    void bindNull(int place);
    /// As bind(), without a copy: the bytes have to stay until reset() or run().
    void lend(int place, const std::optional<QByteArray> &bytes);

    /// Goes to the next row, if there is one.
    bool step();
    /// To the end, as it should be for one that changes something; false on failure.
    bool run();
    void reset();

    bool isNull(int column) const;
    qint64 number(int column) const;
    QByteArray bytes(int column) const;

private:
    sqlite3_stmt *m_handle = nullptr;
};

} // namespace Studio::Sqlite
