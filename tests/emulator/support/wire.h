// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: MIT

#pragma once

#include <chrono>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

/// A tiny blocking client on Boost.Beast: a stack of its own, so that a mistake of the emulator cannot cancel
/// itself out. Boost stays out of this header, as its names and Qt's do not mix.
namespace Wire
{

using Headers = std::vector<std::pair<std::string, std::string>>;

inline constexpr std::chrono::milliseconds patience{5000};

struct Message {
    std::string text;
    bool binary = false;
};

/// A WebSocket connection. Nothing here throws; what went wrong is returned.
class Socket
{
public:
    /// With a CA file the connection speaks TLS and checks the server's certificate.
    explicit Socket(std::string caFile = {});
    ~Socket();
    Socket(Socket &&) noexcept;

    /// The HTTP status of the answer: 101 = open, 0 = no answer at all.
    int open(std::uint16_t port, const std::string &target, const Headers &headers = {});
    bool send(const std::string &text, bool binary = false);
    bool ping();
    /// The next message, or nothing if none came in time or the connection ended.
    std::optional<Message> receive(std::chrono::milliseconds time = patience);
    /// Text of the next message; empty if there is none.
    std::string text(std::chrono::milliseconds time = patience);
    /// send() and text().
    std::string ask(const std::string &text);
    /// Whether a pong has come since ping(), read for up to `time`. Messages that come meanwhile are lost.
    bool pongWithin(std::chrono::milliseconds time);
    /// Reads on until the server ends the connection. \return the code of its close frame, 1006 if there was
    /// none, 0 if the connection is still open.
    int awaitClose(std::chrono::milliseconds time = patience);
    std::string closeReason() const;
    /// Closes with a code and waits for the answer. \return the code that came back.
    int close(int code);

private:
    class Private;
    std::unique_ptr<Private> d;
};

struct Response {
    int status = 0; ///< 0 = no answer.
    std::string body;
    Headers headers; ///< Names in lower case.
    std::string header(const std::string &name) const;
};

/// One HTTP request on a connection of its own.
Response http(std::uint16_t port, const std::string &method, const std::string &target,
              const std::string &body = {}, const Headers &headers = {{"x-api-key", "demo"}},
              const std::string &caFile = {});

/// Bytes as they are, for what no well-behaved client sends.
class Raw
{
public:
    explicit Raw(std::uint16_t port);
    ~Raw();
    Raw(const Raw &) = delete;

    bool connected() const { return m_fd >= 0; }
    void send(const std::string &bytes);
    /// What comes until `end` has been seen, the connection ends or the time is over.
    std::string receiveUntil(const std::string &end, std::chrono::milliseconds time = patience);
    /// Whether the peer ends the connection in time; what it sends meanwhile is thrown away.
    bool ended(std::chrono::milliseconds time = patience);
    /// Makes it small, so that not reading is felt soon.
    void shrinkReceiveBuffer(int bytes);
    /// Opens a WebSocket by hand; what came behind the head is lost.
    bool upgrade(const std::string &target);
    /// A client's frame with a mask of zeros.
    static std::string frame(int firstByte, const std::string &payload);

private:
    int m_fd = -1;
};

/// Writes a self-signed certificate for 127.0.0.1 and its key, as PEM.
void makeCertificate(const std::string &certificateFile, const std::string &keyFile);

} // namespace Wire
