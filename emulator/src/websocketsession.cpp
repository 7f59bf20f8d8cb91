// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: MIT

#include "websocketsession.h"

#include <boost/asio/buffer.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/write.hpp>

#include <sys/socket.h>
#include <sys/uio.h>

#include <algorithm>
#include <array>
#include <cerrno>

namespace hpkv::emulator
{

namespace
{

using namespace std::chrono_literals;

constexpr auto closeWait = 3s; // For the peer's part of a closing handshake.
constexpr auto slowWait = 5s; // For a reader that is closed with 1013 and may never read that.
constexpr auto heldWait = 1s; // For the reply that overtakes a held one.
constexpr std::size_t mostGathered = 64;

} // namespace

WebSocketSession::WebSocketSession(Hub &hub, std::shared_ptr<Stream> stream, Principal principal)
    : m_hub(hub)
    , m_stream(std::move(stream))
    , m_principal(std::move(principal))
    , m_reader(hub.options().maxFrame())
    , m_deadline(m_stream->get_executor())
    , m_heldTimer(m_stream->get_executor())
    , m_expiry(m_stream->get_executor())
{
}

void WebSocketSession::start(std::string answer, std::string_view received)
{
    m_answer = std::move(answer);
    m_writing = true;
    m_hub.add(this);
    m_hub.addPeer(shared_from_this(), m_principal.grant && !m_principal.grant->subscriptions.empty());
    armExpiry();
    asio::async_write(*m_stream, asio::buffer(m_answer),
                      [self = shared_from_this()](error_code error, std::size_t) {
                          self->m_writing = false;
                          std::string().swap(self->m_answer);
                          if (error)
                              return self->finish();
                          self->drain();
                      });
    m_reader.add(received);
    process();
    read();
}

// ---- in
// -------------------------------------------------------------------------------------------------------------

bool WebSocketSession::congested() const
{
    return m_output.bytes() + m_delayedBytes > m_hub.options().queueLimit() / 8;
}

void WebSocketSession::read()
{
    // Requests of a peer that does not take its replies stay in the network's buffers, where they slow it
    // down.
    if (m_reading || m_state == State::Dead)
        return;
    m_stalled = m_state == State::Open && congested();
    if (m_stalled)
        return;
    m_reading = true;
    const auto room = m_reader.prepare();
    m_stream->async_read_some(asio::buffer(room.data(), room.size()),
                              [self = shared_from_this()](error_code error, std::size_t bytes) {
                                  self->m_reading = false;
                                  self->received(error, bytes);
                              });
}

void WebSocketSession::received(error_code error, std::size_t bytes)
{
    if (m_state == State::Dead)
        return;
    if (error)
        return finish();
    if (m_state != State::Draining) {
        m_reader.commit(bytes);
        process();
    }
    read();
}

void WebSocketSession::process()
{
    if (m_processing)
        return;
    m_processing = true;
    while ((m_state == State::Open && !congested()) || m_state == State::Closing) {
        const auto event = m_reader.next();
        if (event == FrameReader::Event::NeedMore)
            break;
        if (event == FrameReader::Event::Error) {
            close(m_reader.closeCode(),
                  m_reader.closeCode() == 1009 ? "message too large" : "protocol error");
            m_state = m_state == State::Dead ? State::Dead : State::Draining;
        } else if (event == FrameReader::Event::Close) {
            if (m_state == State::Open)
                close(m_reader.closeCode() == 1005 ? 1000 : m_reader.closeCode(), {});
            if (m_state == State::Closing) {
                m_state = State::Draining;
                endOutput();
            }
        } else if (m_state == State::Closing) {
            continue; // What comes before the peer's close frame has nobody left to answer it.
        } else if (event == FrameReader::Event::Ping) {
            push(makeFrame(Opcode::Pong, m_reader.payload()));
        } else if (event == FrameReader::Event::Text) {
            message(m_reader.payload());
        } else if (event == FrameReader::Event::Binary) {
            refuseFrame("Requests must be text messages");
        }
    }
    m_processing = false;
    drain();
}

void WebSocketSession::refuseFrame(std::string_view error)
{
    m_hub.countUnreadable();
    m_request.messageId.kind = m_request.hasUsableId() ? Field::Kind::Number : Field::Kind::Absent;
    m_result.clear();
    m_result.fail(400, error);
    reply(Op::Unknown, m_hub.format().frame(m_request, m_result));
}

void WebSocketSession::message(std::string_view text)
{
    switch (parseRequest(text, m_request)) {
    case ParseOutcome::NotJson:
        return refuseFrame("Invalid JSON");
    case ParseOutcome::NotObject:
        m_request.clear();
        return refuseFrame("Request must be a JSON object");
    case ParseOutcome::BadText:
        m_request.key.kind = Field::Kind::Absent; // It could not be sent back.
        return refuseFrame("Invalid Unicode text");
    case ParseOutcome::Ok:
        break;
    }
    if (!m_request.messageId.isMissing() && !m_request.hasUsableId())
        return refuseFrame("messageId must be an integer");
    if (m_expired) {
        m_result.clear();
        m_result.op = m_request.op;
        m_result.fail(403, "Token expired");
        return reply(m_request.op, m_hub.format().frame(m_request, m_result));
    }
    m_hub.perform(m_principal, m_request, m_result);
    const bool notifyFirst = m_hub.options().ownNotificationOrder == OwnNotificationOrder::NotificationFirst;
    if (m_result.change && notifyFirst)
        m_hub.publish(*m_result.change, this);
    reply(m_request.op, m_hub.format().frame(m_request, m_result));
    if (m_result.change && !notifyFirst)
        m_hub.publish(*m_result.change, this);
}

// ---- out
// ------------------------------------------------------------------------------------------------------------

void WebSocketSession::reply(Op op, std::string frame)
{
    wrapFrame(Opcode::Text, frame);
    const auto plan = m_hub.faults().takeReply(op);
    if (plan.drop)
        return;
    if (plan.delay.count() > 0)
        return replyLater(std::move(frame), plan.duplicate, plan.delay);
    if (plan.reorder && !m_held) {
        m_held = std::move(frame);
        m_heldTimer.expires_after(heldWait);
        m_heldTimer.async_wait([self = shared_from_this()](error_code error) {
            if (!error && self->m_held)
                self->push(*std::exchange(self->m_held, std::nullopt));
        });
        return;
    }
    replyNow(std::move(frame), plan.duplicate);
}

void WebSocketSession::replyNow(std::string frame, bool twice)
{
    if (twice)
        push(frame);
    push(std::move(frame));
    if (m_held) {
        m_heldTimer.cancel();
        push(*std::exchange(m_held, std::nullopt));
    }
}

void WebSocketSession::replyLater(std::string frame, bool twice, std::chrono::milliseconds delay)
{
    m_delayedBytes += frame.size();
    auto timer = std::make_shared<Timer>(m_stream->get_executor(), delay);
    timer->async_wait([weak = weak_from_this(), timer, frame = std::move(frame), twice](error_code) mutable {
        const auto self = weak.lock();
        if (!self || self->m_state == State::Dead)
            return;
        self->m_delayedBytes -= frame.size();
        self->replyNow(std::move(frame), twice);
        self->process();
        self->read();
    });
}

bool WebSocketSession::listensTo(std::string_view key) const
{
    return !m_expired && m_state == State::Open && m_principal.grant->subscriptions.matches(key);
}

void WebSocketSession::notify(const std::shared_ptr<const std::string> &frame)
{
    if (m_state != State::Open)
        return;
    m_output.push(frame, m_hub.lastWrite());
    queued();
}

void WebSocketSession::sendFrame(std::string frame)
{
    push(std::move(frame));
}

void WebSocketSession::push(std::string frame)
{
    if (m_closeQueued || m_state == State::Dead)
        return;
    m_output.push(std::move(frame), m_hub.lastWrite());
    queued();
}

void WebSocketSession::queued()
{
    if (m_output.bytes() > m_hub.options().queueLimit() && !m_slow) {
        m_slow = true;
        ++m_hub.counters().slowReaders;
        m_hub.log("A connection that does not read is closed with 1013.");
        m_output.discard();
        close(1013, "too slow");
        if (m_state != State::Dead)
            armDeadline(slowWait);
        return;
    }
    // In a write of its own each, or all of one pass together.
    if (!m_processing || m_hub.options().replyWrites == ReplyWrites::Each)
        drain();
}

void WebSocketSession::outputReady()
{
    m_awaitingCommit = false;
    drain();
}

bool WebSocketSession::mayLeave(std::size_t index) const
{
    return m_hub.isKept(m_output.sequence(index));
}

void WebSocketSession::drain()
{
    if (m_writing || m_state == State::Dead)
        return;
    if (m_hub.silent())
        return; // The hub calls outputReady() when it is over.
    if (!m_output.empty() && !mayLeave(0)) {
        if (!m_awaitingCommit) {
            m_awaitingCommit = true;
            m_hub.awaitCommit(weak_from_this());
        }
        return;
    }
    if (m_stream->isTls())
        return drainTls();
    while (!m_output.empty() && mayLeave(0)) {
        if (!drainPlain())
            return;
    }
    if (!m_output.empty())
        return drain();
    written();
}

/// False if it has to be continued later.
bool WebSocketSession::drainPlain()
{
    std::array<iovec, mostGathered> parts;
    const std::size_t most = m_hub.options().replyWrites == ReplyWrites::Gathered ? mostGathered : 1;
    std::size_t count = 0;
    for (; count < most && count < m_output.size() && mayLeave(count); ++count) {
        const auto data = m_output.data(count);
        parts[count] = {const_cast<char *>(data.data()), data.size()};
    }
    msghdr header{};
    header.msg_iov = parts.data();
    header.msg_iovlen = count;
    const auto sent = ::sendmsg(m_stream->socket().native_handle(), &header, MSG_DONTWAIT | MSG_NOSIGNAL);
    if (sent >= 0) {
        m_output.consume(static_cast<std::size_t>(sent));
        return true;
    }
    if (errno == EINTR)
        return true;
    if (errno != EAGAIN && errno != EWOULDBLOCK) {
        finish();
        return false;
    }
    m_writing = true;
    m_stream->socket().async_wait(Socket::wait_write, [self = shared_from_this()](error_code error) {
        self->m_writing = false;
        if (error)
            return self->finish();
        self->drain();
    });
    return false;
}

void WebSocketSession::drainTls()
{
    if (m_output.empty())
        return written();
    m_writing = true;
    const auto data = m_output.data();
    asio::async_write(m_stream->tls(), asio::buffer(data.data(), data.size()),
                      [self = shared_from_this(), size = data.size()](error_code error, std::size_t) {
                          self->m_writing = false;
                          if (error)
                              return self->finish();
                          self->m_output.consume(size);
                          self->drain();
                      });
}

/// Everything has left.
void WebSocketSession::written()
{
    if (m_closeQueued && m_state == State::Draining)
        return endOutput();
    if (m_stalled && !m_processing) {
        m_stalled = false;
        process(); // Requests that were left lying while the queue was long.
        read();
    }
}

// ---- end
// ------------------------------------------------------------------------------------------------------------

void WebSocketSession::close(int code, std::string_view reason)
{
    if (m_state != State::Open)
        return;
    m_state = State::Closing;
    armDeadline(closeWait);
    m_output.push(makeCloseFrame(code, reason), m_hub.lastWrite());
    m_closeQueued = true;
    drain();
    if (!m_processing) // Else the caller goes on reading.
        read();
}

void WebSocketSession::goAway()
{
    close(1001, "going away");
}

void WebSocketSession::cut()
{
    finish();
}

/// Called when both close frames are through, as far as they will be.
void WebSocketSession::endOutput()
{
    if (m_state == State::Dead || !m_output.empty() || m_writing)
        return;
    // Closing with bytes unread would reset the connection and might take our close frame with it: the peer
    // ends it.
    error_code ignored;
    m_stream->socket().shutdown(Socket::shutdown_send, ignored);
    armDeadline(1s);
}

void WebSocketSession::armDeadline(std::chrono::milliseconds time)
{
    m_deadline.expires_after(time);
    m_deadline.async_wait([self = shared_from_this()](error_code error) {
        if (!error)
            self->finish();
    });
}

void WebSocketSession::armExpiry()
{
    if (!m_principal.grant)
        return;
    m_expiry.expires_at(m_principal.grant->expires);
    m_expiry.async_wait([weak = weak_from_this()](error_code error) {
        const auto self = weak.lock();
        if (error || !self)
            return;
        self->m_expired = true;
        if (self->m_hub.options().tokenExpiry == TokenExpiry::Close1008)
            self->close(1008, "token expired");
    });
}

void WebSocketSession::finish()
{
    if (m_state == State::Dead)
        return;
    m_state = State::Dead;
    m_deadline.cancel();
    m_heldTimer.cancel();
    m_expiry.cancel();
    m_stream->cut();
    // Later: the hub may be going through its list and have come here from it.
    asio::post(m_stream->get_executor(), [self = shared_from_this()] {
        self->m_hub.remove(self.get());
        self->m_hub.removePeer(self);
        self->m_hub.log("A WebSocket connection ended.");
    });
}

} // namespace hpkv::emulator
