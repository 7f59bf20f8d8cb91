// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: MIT

#include "persistence.h"

#include "text.h"

#include <hpkv/emulator/server.h>

#include <sqlite3.h>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>

namespace hpkv::emulator
{

namespace
{

constexpr std::uint32_t applicationId = 0x48504B56; // "HPKV"
constexpr std::uint32_t formatVersion = 1;
constexpr std::size_t mostBacklog = 50'000;

std::uint32_t bigEndian(const unsigned char *bytes)
{
    return std::uint32_t(bytes[0]) << 24U | std::uint32_t(bytes[1]) << 16U | std::uint32_t(bytes[2]) << 8U
         | bytes[3];
}

enum class Found { Nothing, Ours, NotSqlite, OtherProgram, Newer, Unreadable };

/// Looks at the file's head without SQLite, which might write to what it opens.
Found inspect(const std::string &file)
{
    struct stat info = {};
    if (::stat(file.c_str(), &info) != 0)
        return errno == ENOENT ? Found::Nothing : Found::Unreadable;
    if (!S_ISREG(info.st_mode))
        return Found::NotSqlite;
    if (info.st_size == 0)
        return Found::Nothing;
    const int fd = ::open(file.c_str(), O_RDONLY | O_CLOEXEC);
    if (fd < 0)
        return Found::Unreadable;
    std::array<unsigned char, 100> head{};
    const auto got = ::read(fd, head.data(), head.size());
    ::close(fd);
    if (got != static_cast<ssize_t>(head.size()) || std::memcmp(head.data(), "SQLite format 3", 16) != 0)
        return Found::NotSqlite;
    if (bigEndian(head.data() + 68) != applicationId)
        return Found::OtherProgram;
    return bigEndian(head.data() + 60) > formatVersion ? Found::Newer : Found::Ours;
}

std::string_view column(sqlite3_stmt *statement, int index)
{
    const auto *bytes = static_cast<const char *>(sqlite3_column_blob(statement, index));
    return bytes ? std::string_view(bytes, static_cast<std::size_t>(sqlite3_column_bytes(statement, index)))
                 : std::string_view();
}

int bind(sqlite3_stmt *statement, int index, const std::string &bytes)
{
    return sqlite3_bind_blob64(statement, index, bytes.data(), bytes.size(), SQLITE_STATIC);
}

} // namespace

void Persistence::Closer::operator()(sqlite3 *db) const
{
    sqlite3_close(db);
}

void Persistence::Closer::operator()(sqlite3_stmt *statement) const
{
    sqlite3_finalize(statement);
}

Persistence::Persistence(const std::string &file, SyncMode sync, Store &store,
                         std::function<void()> committed)
    : m_file(file)
    , m_onCommitted(std::move(committed))
{
    switch (inspect(file)) {
    case Found::NotSqlite:
        fail("it is not a data file of hpkv-emulator");
    case Found::OtherProgram:
        fail("it is a database of another program");
    case Found::Newer:
        fail("it was written by a newer version");
    case Found::Unreadable:
        fail(std::strerror(errno));
    case Found::Nothing:
    case Found::Ours:
        break;
    }
    open(sync);
    load(store);
    sqlite3_db_config(m_db.get(), SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 0, nullptr);
    m_put = prepare("INSERT INTO record(key, value, counter) VALUES(?1, ?2, ?3) "
                    "ON CONFLICT(key) DO UPDATE SET value = excluded.value, counter = excluded.counter");
    m_erase = prepare("DELETE FROM record WHERE key = ?1");
    m_thread = std::thread([this] { run(); });
}

Persistence::~Persistence()
{
    if (!m_thread.joinable())
        return;
    {
        const std::lock_guard lock(m_mutex);
        m_stopping = true;
    }
    m_wake.notify_one();
    m_thread.join();
}

void Persistence::fail(const std::string &why) const
{
    throw StartError("The data file " + m_file + " cannot be used: " + why + ".");
}

void Persistence::exec(const char *sql)
{
    const int code = sqlite3_exec(m_db.get(), sql, nullptr, nullptr, nullptr);
    if (code == SQLITE_BUSY || code == SQLITE_LOCKED)
        fail("another process has it open");
    if (code == SQLITE_CORRUPT || code == SQLITE_NOTADB)
        fail("it is damaged");
    if (code != SQLITE_OK)
        fail(sqlite3_errmsg(m_db.get()));
}

std::unique_ptr<sqlite3_stmt, Persistence::Closer> Persistence::prepare(const char *sql)
{
    sqlite3_stmt *statement = nullptr;
    const int code = sqlite3_prepare_v2(m_db.get(), sql, -1, &statement, nullptr);
    if (code == SQLITE_BUSY || code == SQLITE_LOCKED)
        fail("another process has it open");
    if (code != SQLITE_OK)
        fail(code == SQLITE_CORRUPT || code == SQLITE_ERROR ? "it is damaged" : sqlite3_errmsg(m_db.get()));
    return std::unique_ptr<sqlite3_stmt, Closer>(statement);
}

void Persistence::open(SyncMode sync)
{
    const bool fresh = inspect(m_file) == Found::Nothing;
    if (fresh) {
        // Values may be private: nobody else reads the file. SQLite gives its side files the same mode.
        const int fd = ::open(m_file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, S_IRUSR | S_IWUSR);
        if (fd < 0)
            fail(std::strerror(errno));
        ::close(fd);
    }
    sqlite3 *db = nullptr;
    const int code =
        sqlite3_open_v2(m_file.c_str(), &db, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, nullptr);
    m_db.reset(db);
    if (code != SQLITE_OK)
        fail(db ? sqlite3_errmsg(db) : "no memory");
    // Until everything is read and found whole, closing must not write to the file.
    sqlite3_db_config(db, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, nullptr);
    exec("PRAGMA locking_mode = EXCLUSIVE");
    if (fresh) {
        // In one transaction and before the switch to WAL, so that the file is either empty or known as ours.
        exec("BEGIN EXCLUSIVE;"
             "CREATE TABLE record(key BLOB NOT NULL PRIMARY KEY, value BLOB NOT NULL, counter INTEGER NOT "
             "NULL) "
             "WITHOUT ROWID;"
             "PRAGMA application_id = 1213221718;"
             "PRAGMA user_version = 1;"
             "COMMIT");
        static_assert(applicationId == 1213221718);
        static_assert(formatVersion == 1);
    }
    exec("PRAGMA journal_mode = WAL");
    exec(sync == SyncMode::Full ? "PRAGMA synchronous = FULL" : "PRAGMA synchronous = NORMAL");
    // Larger than the default of 1,000 pages: fewer passes that write pages twice.
    exec("PRAGMA wal_autocheckpoint = 8000");
    exec("PRAGMA journal_size_limit = 67108864");
    exec("PRAGMA cache_size = -65536");
}

void Persistence::load(Store &store)
{
    const auto check = prepare("PRAGMA quick_check(1)");
    const int found = sqlite3_step(check.get());
    if (found == SQLITE_BUSY)
        fail("another process has it open");
    if (found != SQLITE_ROW || column(check.get(), 0) != "ok")
        fail("it is damaged");
    const auto all = prepare("SELECT key, value, counter FROM record ORDER BY key");
    int code = SQLITE_OK;
    while ((code = sqlite3_step(all.get())) == SQLITE_ROW) {
        const auto key = column(all.get(), 0);
        const auto value = column(all.get(), 1);
        if (key.empty() || value.empty() || !isValidUtf8(key) || !isValidUtf8(value))
            fail("it is damaged");
        store.append(std::string(key), std::string(value), sqlite3_column_int(all.get(), 2) != 0);
    }
    if (code != SQLITE_DONE)
        fail("it is damaged");
}

void Persistence::put(std::string_view key, std::string_view value, bool counter)
{
    hand({Write::Kind::Put, counter, std::string(key), std::string(value)});
}

void Persistence::erase(std::string_view key)
{
    hand({Write::Kind::Erase, false, std::string(key), {}});
}

void Persistence::clear()
{
    hand({Write::Kind::Clear, false, {}, {}});
}

void Persistence::limitBacklog()
{
    std::unique_lock lock(m_mutex);
    m_taken.wait(lock, [this] { return m_waiting.size() < mostBacklog; });
}

void Persistence::hand(Write write)
{
    ++m_lastSequence;
    bool first = false;
    {
        const std::lock_guard lock(m_mutex);
        first = m_waiting.empty();
        m_waiting.push_back(std::move(write));
    }
    if (first)
        m_wake.notify_one();
}

void Persistence::run()
{
    std::vector<Write> group;
    for (;;) {
        group.clear();
        {
            std::unique_lock lock(m_mutex);
            m_wake.wait(lock, [this] { return m_stopping || !m_waiting.empty(); });
            if (m_waiting.empty())
                return;
            group.swap(m_waiting);
        }
        m_taken.notify_one();
        if (m_failed.load(std::memory_order_relaxed))
            continue;
        if (commit(group))
            m_committed.fetch_add(group.size(), std::memory_order_release);
        else
            m_failed.store(true, std::memory_order_release);
        m_onCommitted();
    }
}

bool Persistence::commit(const std::vector<Write> &group)
{
    sqlite3 *db = m_db.get();
    bool good = sqlite3_exec(db, "BEGIN", nullptr, nullptr, nullptr) == SQLITE_OK;
    for (auto write = group.begin(); good && write != group.end(); ++write) {
        if (write->kind == Write::Kind::Clear) {
            good = sqlite3_exec(db, "DELETE FROM record", nullptr, nullptr, nullptr) == SQLITE_OK;
            continue;
        }
        const bool put = write->kind == Write::Kind::Put;
        sqlite3_stmt *statement = put ? m_put.get() : m_erase.get();
        good = bind(statement, 1, write->key) == SQLITE_OK;
        if (put) {
            good = good && bind(statement, 2, write->value) == SQLITE_OK
                && sqlite3_bind_int(statement, 3, write->counter ? 1 : 0) == SQLITE_OK;
        }
        good = good && sqlite3_step(statement) == SQLITE_DONE;
        sqlite3_reset(statement);
    }
    good = good && sqlite3_exec(db, "COMMIT", nullptr, nullptr, nullptr) == SQLITE_OK;
    if (!good)
        sqlite3_exec(db, "ROLLBACK", nullptr, nullptr, nullptr);
    return good;
}

} // namespace hpkv::emulator
