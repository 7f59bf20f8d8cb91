// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: MIT

#pragma once

#include "hub.h"
#include "outputqueue.h"
#include "request.h"
#include "stream.h"
#include "wsframe.h"

#include <memory>
#include <optional>
#include <string>

namespace hpkv::emulator
{

/// One open WebSocket connection: frames in, replies and notifications out.
///
/// It lives as long as it is in the hub or an operation on its socket is under way.
class WebSocketSession final : public Peer, public std::enable_shared_from_this<WebSocketSession>
{
public:
    WebSocketSession(Hub &hub, std::shared_ptr<Stream> stream, Principal principal);

    /// Sends the answer to the upgrade and begins; `received` is what came behind the request. Subscriptions
    /// are in force before the answer leaves, so that a client that has read it misses nothing.
    void start(std::string answer, std::string_view received);

    void cut() override;
    void goAway() override;
    bool listensTo(std::string_view key) const override;
    void notify(const std::shared_ptr<const std::string> &frame) override;
    void sendFrame(std::string frame) override;
    void close(int code, std::string_view reason) override;
    void outputReady() override;

private:
    enum class State {
        Open,
        Closing, ///< Our close frame is queued; the peer's is awaited.
        Draining, ///< Both are through, or the peer broke the rules: what still comes is thrown away.
        Dead,
    };

    void read();
    void received(error_code error, std::size_t bytes);
    void process();
    void message(std::string_view text);
    void refuseFrame(std::string_view error);
    void reply(Op op, std::string frame);
    void replyNow(std::string frame, bool twice);
    void replyLater(std::string frame, bool twice, std::chrono::milliseconds delay);
    void push(std::string frame);
    void queued();
    void drain();
    bool drainPlain();
    void drainTls();
    void written();
    void endOutput();
    void armDeadline(std::chrono::milliseconds time);
    void armExpiry();
    void finish();
    bool congested() const;
    bool mayLeave(std::size_t index) const;

    Hub &m_hub;
    const std::shared_ptr<Stream> m_stream;
    const Principal m_principal;
    State m_state = State::Open;
    std::string m_answer; // To the upgrade, as long as it is being sent.

    FrameReader m_reader;
    bool m_reading = false;
    bool m_processing = false;
    bool m_stalled = false; // Nothing is read until the output has left.
    Request m_request;
    Result m_result;

    OutputQueue m_output;
    bool m_writing = false; // An operation on the socket that drain() waits for.
    bool m_awaitingCommit = false;
    bool m_closeQueued = false;
    bool m_slow = false;
    std::size_t m_delayedBytes = 0;
    std::optional<std::string> m_held; // A reply that waits to be overtaken.

    Timer m_deadline;
    Timer m_heldTimer;
    Timer m_expiry;
    bool m_expired = false;
};

} // namespace hpkv::emulator
