// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: MIT

#pragma once

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace hpkv::emulator
{

/// One API key that the server accepts.
struct ApiKey {
    ApiKey() = default;
    /// Implicit on purpose, so that `apiKeys = {"demo"}` reads as it should. A rate of 0 means
    /// Options::rateLimit.
    ApiKey(std::string text, double perSecond = 0, bool ro = false)
        : key(std::move(text))
        , rate(perSecond)
        , readOnly(ro)
    {
    }
    ApiKey(const char *text)
        : key(text)
    {
    }

    std::string key; ///< Not empty.
    double rate =
        0; ///< Requests a second; 0 = what Options::rateLimit says, below 0 = none even if that is set.
    bool readOnly = false; ///< Writes answer 403, also those through tokens made with this key.

    bool operator==(const ApiKey &) const = default;
};

/// Points on which HPKV's documentation leaves more than one reading. The first value of each enum is the
/// default: the strict reading, so that what works here works on the real service too.

/// What a token without `accessPattern` may do.
enum class NoAccessPattern { DenyAll, AllowAll };
/// Range through a token: both ends must match and records are filtered, or records are filtered only.
enum class TokenRange { CheckEnds, FilterOnly };
/// Patch when stored and sent text are not both JSON objects.
enum class PatchNonObject { Append, Refuse };
/// Members `""`, `{}` and `[]` of a patch: stored as RFC 7396 says, or removing the member.
enum class PatchEmptyMember { Store, Remove };
/// Value in the notification of a patch or append.
enum class PatchNotification { SentText, MergedValue };
/// Whether a connection hears of its own writes.
enum class OwnWrites { Notify, Skip };
/// How get and range give a value that op 6 made.
enum class CounterValue { Text, Number };
/// Order of a reply and the notification of the same write on the writer's connection.
enum class OwnNotificationOrder { ReplyFirst, NotificationFirst };
/// What happens to an open connection when its token expires.
enum class TokenExpiry { Close1008, Refuse403 };
/// Query keys of `GET /records`: decoded once, or once more where a valid percent sequence remains.
enum class QueryDecoding { Once, Twice };
/// Durability of a reply of success with a data file: outlives the process, or a power cut too.
enum class SyncMode { Normal, Full };
/// Whether each reply leaves in a system call of its own, or all that wait leave together (always separate
/// WebSocket frames).
enum class ReplyWrites { Each, Gathered };

/// Everything a Server is started with. Plain and copyable.
struct Options {
    /// \name Listening
    /// @{
    std::string host = "127.0.0.1"; ///< Address to bind, as digits; only loopback unless set otherwise.
    std::uint16_t port = 0; ///< 0 = any free one; Server::port() tells which.
    std::string tlsCertificate; ///< PEM file with the chain; with tlsKey the server speaks TLS only.
    std::string tlsKey; ///< PEM file.
    /// @}

    /// \name Who may do what
    /// @{
    std::vector<ApiKey> apiKeys; ///< Without any, nobody can sign in.
    double rateLimit = 0; ///< Requests a second for keys without a rate of their own; 0 = none.
    std::chrono::milliseconds tokenLifetime = std::chrono::hours(2);
    std::size_t maxTokenPatterns = 0; ///< Subscriptions of one token; 0 = any number.
    int missingCredentialStatus = 401; ///< HTTP status at the upgrade.
    int badCredentialStatus = 403; ///< HTTP status at the upgrade.
    /// @}

    /// \name Limits (bytes unless said otherwise)
    /// @{
    std::size_t maxKey = 512;
    std::size_t maxValue = 3072;
    std::size_t maxHead = 16 * 1024; ///< HTTP head, larger ones answer 431.
    std::size_t maxConnections = 10'000; ///< More are dropped as they arrive.
    /// A connection that does not read: above this many bytes waiting for it, it is closed with 1013. Its own
    /// requests are not read any more above an eighth of it.
    std::size_t maxQueued = 32 * 1024 * 1024;
    /// A range stops here (`truncated` true) even when `limit` is not reached; one record always fits.
    std::size_t maxRangeReply = 8 * 1024 * 1024;
    /// @}

    /// \name Storage
    /// @{
    std::string dataFile; ///< SQLite file, made when absent; empty = in memory.
    SyncMode sync = SyncMode::Normal;
    bool seedDemo = false; ///< Fill with the demo shop, when the store is empty.
    std::size_t seedKeys = 0; ///< Fill with this many generated keys (values of about 100 bytes), when empty.
    double activity = 0; ///< Changes a second made by the generator on the demo data; 0 = none.
    std::uint32_t activitySeed = 0; ///< 0 = different each time.
    std::string replayFile; ///< A recording (JSON Lines) whose changes are written; empty = none.
    double replaySpeed = 1; ///< So many times as fast as it was recorded; 0 = as fast as it goes.
    /// @}

    /// \name Undocumented points, each with its switch
    /// @{
    NoAccessPattern noAccessPattern = NoAccessPattern::DenyAll;
    TokenRange tokenRange = TokenRange::CheckEnds;
    PatchNonObject patchNonObject = PatchNonObject::Append;
    PatchEmptyMember patchEmptyMember = PatchEmptyMember::Store;
    PatchNotification patchNotification = PatchNotification::SentText;
    OwnWrites ownWrites = OwnWrites::Notify;
    CounterValue counterValue = CounterValue::Text;
    OwnNotificationOrder ownNotificationOrder = OwnNotificationOrder::ReplyFirst;
    TokenExpiry tokenExpiry = TokenExpiry::Close1008;
    QueryDecoding queryDecoding = QueryDecoding::Once;
    bool messageInReplies = true; ///< `message` on writes.
    bool keyInReplies = true; ///< `key` in every reply; off: only in the reply of a get.
    bool timestampInNotifications = true;
    ReplyWrites replyWrites = ReplyWrites::Each;
    /// @}

    /// Called with one line (no line end, credentials left out) for each event; from the server's thread.
    std::function<void(std::string_view)> log;

    /// The largest frame that is read; above it the connection is closed with 1009.
    std::size_t maxFrame() const { return 6 * maxValue + 64 * 1024; }
    /// What may wait for a connection: maxQueued, or two of the largest replies where values may be that
    /// large.
    std::size_t queueLimit() const { return std::max(maxQueued, 2 * maxFrame()); }
};

} // namespace hpkv::emulator
