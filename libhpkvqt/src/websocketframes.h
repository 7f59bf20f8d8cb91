// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <optional>

namespace Hpkv
{

/// Frames of the WebSocket protocol (RFC 6455, section 5) as a client writes and reads them. No extensions.
namespace Frames
{

enum class Opcode : quint8 { Continuation = 0, Text = 1, Binary = 2, Close = 8, Ping = 9, Pong = 10 };

namespace CloseCode
{
constexpr int ProtocolError = 1002;
constexpr int NoStatus = 1005; ///< a close frame without a code; never sent
constexpr int Abnormal = 1006; ///< no close frame; never sent
constexpr int NotUtf8 = 1007;
constexpr int TooBig = 1009;
} // namespace CloseCode

/// Appends one whole message, masked with `mask`, which should not be guessable.
void append(QByteArray &out, Opcode opcode, QByteArrayView payload, quint32 mask);
/// Payload of a close frame; the reason is cut to what a control frame can hold.
QByteArray closePayload(int code, QByteArrayView reason);

} // namespace Frames

/// Takes bytes as they come and makes whole messages of them, fragments put together.
class FrameReader
{
public:
    struct Message {
        Frames::Opcode opcode = Frames::Opcode::Text; ///< Text, Binary, Close, Ping or Pong
        QByteArray payload; ///< of Close: the reason
        int closeCode = 0; ///< of Close
    };

    /// \param largest bytes of a message; a larger one is a violation
    explicit FrameReader(qsizetype largest)
        : m_largest(largest)
    {
    }

    /// Room for `size` bytes; filled() tells how many were written there.
    char *room(qsizetype size);
    void filled(qsizetype size) { m_end += size; }
    void append(QByteArrayView bytes);

    /// The next message; nothing if it has not come as a whole yet, or after a violation.
    std::optional<Message> next();
    /// Close code for what the other side did against the protocol; 0 = nothing. Final.
    int violation() const { return m_violation; }

private:
    struct Head {
        Frames::Opcode opcode;
        bool isFinal;
        qsizetype size; ///< of the head itself
        qsizetype length; ///< of the payload
    };

    std::optional<Head> head();
    bool accept(const Head &head);
    std::optional<Message> whole(Frames::Opcode opcode, QByteArray payload);
    std::optional<Message> closed(const QByteArray &payload);
    std::nullopt_t violated(int code);

    qsizetype m_largest;
    QByteArray m_in; ///< what is in use of it is between m_at and m_end
    qsizetype m_at = 0;
    qsizetype m_end = 0;
    QByteArray m_fragments; ///< of the message under way
    Frames::Opcode m_fragmented = Frames::Opcode::Continuation; ///< its opcode; Continuation = none
    int m_violation = 0;
};

} // namespace Hpkv
