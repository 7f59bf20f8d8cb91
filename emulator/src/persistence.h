// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: MIT

#pragma once

#include "store.h"

#include <hpkv/emulator/options.h>

#include <atomic>
#include <condition_variable>
#include <cstdint>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

struct sqlite3;
struct sqlite3_stmt;

namespace hpkv::emulator
{

/// Keeps a store in an SQLite file. Writes are numbered and gathered; a thread of its own commits all that
/// wait as one group and says up to which number they are kept. put(), erase(), lastSequence() belong to one
/// thread.
class Persistence
{
public:
    /// Opens or makes the file, loads it into `store` and starts the writer's thread.
    ///
    /// A file that is damaged, belongs to another program or is in use is not changed.
    /// \param committed called from the writer's thread after each group, and once if writing fails
    /// \throws StartError
    Persistence(const std::string &file, SyncMode sync, Store &store, std::function<void()> committed);
    /// Commits what waits and closes the file.
    ~Persistence();
    Persistence(const Persistence &) = delete;
    Persistence &operator=(const Persistence &) = delete;

    void put(std::string_view key, std::string_view value, bool counter);
    void erase(std::string_view key);
    void clear();
    /// Waits while very many writes wait, so that seeding does not hold everything in memory twice.
    void limitBacklog();

    /// The number of the last write handed over; they count from 1.
    std::uint64_t lastSequence() const { return m_lastSequence; }
    /// All writes up to this number outlive the process. Any thread.
    std::uint64_t committed() const { return m_committed.load(std::memory_order_acquire); }
    /// Writing has failed (disk full, file gone); nothing is committed any more. Any thread.
    bool failed() const { return m_failed.load(std::memory_order_acquire); }

private:
    struct Write {
        enum class Kind : std::uint8_t { Put, Erase, Clear };
        Kind kind = Kind::Put;
        bool counter = false;
        std::string key;
        std::string value;
    };
    struct Closer {
        void operator()(sqlite3 *db) const;
        void operator()(sqlite3_stmt *statement) const;
    };

    void open(SyncMode sync);
    void load(Store &store);
    void hand(Write write);
    void run();
    bool commit(const std::vector<Write> &group);
    void exec(const char *sql);
    [[noreturn]] void fail(const std::string &why) const;
    std::unique_ptr<sqlite3_stmt, Closer> prepare(const char *sql);

    const std::string m_file;
    std::function<void()> m_onCommitted;
    std::unique_ptr<sqlite3, Closer> m_db;
    std::unique_ptr<sqlite3_stmt, Closer> m_put;
    std::unique_ptr<sqlite3_stmt, Closer> m_erase;

    std::uint64_t m_lastSequence = 0;
    std::atomic<std::uint64_t> m_committed{0};
    std::atomic<bool> m_failed{false};

    std::mutex m_mutex;
    std::condition_variable m_wake;
    std::condition_variable m_taken;
    std::vector<Write> m_waiting;
    bool m_stopping = false;
    std::thread m_thread;
};

} // namespace hpkv::emulator
