// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: MIT

#include "websocketframes.h"

#include <QtEndian>

#include <algorithm>
#include <cstring>
#include <utility>

namespace Hpkv
{

namespace
{

constexpr uchar FinalBit = 0x80;
constexpr uchar ReservedBits = 0x70;
constexpr uchar OpcodeBits = 0x0f;
constexpr uchar MaskBit = 0x80;
constexpr uchar LengthBits = 0x7f;
constexpr uchar LengthOf16 = 126;
constexpr uchar LengthOf64 = 127;
constexpr qsizetype LargestControl = 125;
constexpr qsizetype Kept = 1024 * 1024; ///< bytes of a buffer that stay allocated when it has run empty

bool isControl(Frames::Opcode opcode)
{
    return quint8(opcode) >= quint8(Frames::Opcode::Close);
}

/// Section 7.4: which codes may stand in a close frame.
bool isCloseCode(int code)
{
    if (code >= 3000 && code <= 4999)
        return true;
    return code >= 1000 && code <= 1014 && code != 1004 && code != Frames::CloseCode::NoStatus
        && code != Frames::CloseCode::Abnormal;
}

} // namespace

void Frames::append(QByteArray &out, Opcode opcode, QByteArrayView payload, quint32 mask)
{
    const qsizetype size = payload.size();
    uchar head[14] = {uchar(FinalBit | quint8(opcode))};
    qsizetype at = 2;
    if (size < LengthOf16) {
        head[1] = uchar(MaskBit | size);
    } else if (size <= 0xffff) {
        head[1] = MaskBit | LengthOf16;
        qToBigEndian(quint16(size), head + at);
        at += 2;
    } else {
        head[1] = MaskBit | LengthOf64;
        qToBigEndian(quint64(size), head + at);
        at += 8;
    }
    std::memcpy(head + at, &mask, sizeof mask);
    at += sizeof mask;
    const qsizetype from = out.size();
    out.resize(from + at + size);
    char *to = out.data() + from;
    std::memcpy(to, head, size_t(at));
    to += at;
    const char *source = payload.data();
    qsizetype done = 0;
    for (; done + qsizetype(sizeof mask) <= size; done += sizeof mask) {
        quint32 word;
        std::memcpy(&word, source + done, sizeof word);
        word ^= mask;
        std::memcpy(to + done, &word, sizeof word);
    }
    const auto *maskBytes = reinterpret_cast<const char *>(&mask);
    for (; done < size; ++done)
        to[done] = char(source[done] ^ maskBytes[done % qsizetype(sizeof mask)]);
}

QByteArray Frames::closePayload(int code, QByteArrayView reason)
{
    QByteArray payload(2, Qt::Uninitialized);
    qToBigEndian(quint16(code), payload.data());
    qsizetype size = std::min<qsizetype>(reason.size(), LargestControl - payload.size());
    // Not within a character.
    while (size > 0 && size < reason.size() && (uchar(reason[size]) & 0xc0) == 0x80)
        --size;
    return payload.append(reason.first(size));
}

char *FrameReader::room(qsizetype size)
{
    if (m_at == m_end) {
        m_at = m_end = 0;
        if (m_in.size() > Kept)
            m_in = QByteArray();
    } else if (m_at > 0 && m_in.size() - m_end < size) {
        std::memmove(m_in.data(), m_in.constData() + m_at, size_t(m_end - m_at));
        m_end -= m_at;
        m_at = 0;
    }
    if (m_in.size() - m_end < size)
        m_in.resize(std::max(m_end + size, m_in.size() * 2));
    return m_in.data() + m_end;
}

void FrameReader::append(QByteArrayView bytes)
{
    if (bytes.isEmpty())
        return;
    std::memcpy(room(bytes.size()), bytes.data(), size_t(bytes.size()));
    filled(bytes.size());
}

std::nullopt_t FrameReader::violated(int code)
{
    m_violation = code;
    return std::nullopt;
}

std::optional<FrameReader::Head> FrameReader::head()
{
    const qsizetype there = m_end - m_at;
    const auto *bytes = reinterpret_cast<const uchar *>(m_in.constData()) + m_at;
    if (there < 2)
        return {};
    if ((bytes[0] & ReservedBits) || (bytes[1] & MaskBit))
        return violated(Frames::CloseCode::ProtocolError);
    Head head{Frames::Opcode(bytes[0] & OpcodeBits), (bytes[0] & FinalBit) != 0, 2, bytes[1] & LengthBits};
    if (head.length == LengthOf16) {
        head.size = 4;
        if (there < head.size)
            return {};
        head.length = qFromBigEndian<quint16>(bytes + 2);
    } else if (head.length == LengthOf64) {
        head.size = 10;
        if (there < head.size)
            return {};
        const auto length = qFromBigEndian<quint64>(bytes + 2);
        if (length > quint64(m_largest))
            return violated(Frames::CloseCode::TooBig);
        head.length = qsizetype(length);
    }
    if (!accept(head))
        return {};
    return head;
}

bool FrameReader::accept(const Head &head)
{
    const bool isUnderWay = m_fragmented != Frames::Opcode::Continuation;
    bool isInOrder = false;
    switch (head.opcode) {
    case Frames::Opcode::Continuation:
        isInOrder = isUnderWay;
        break;
    case Frames::Opcode::Text:
    case Frames::Opcode::Binary:
        isInOrder = !isUnderWay;
        break;
    case Frames::Opcode::Close:
    case Frames::Opcode::Ping:
    case Frames::Opcode::Pong:
        isInOrder = head.isFinal && head.length <= LargestControl;
        break;
    }
    if (!isInOrder)
        m_violation = Frames::CloseCode::ProtocolError;
    else if (!isControl(head.opcode) && head.length > m_largest - m_fragments.size())
        m_violation = Frames::CloseCode::TooBig;
    return m_violation == 0;
}

std::optional<FrameReader::Message> FrameReader::next()
{
    while (m_violation == 0) {
        const std::optional<Head> head = this->head();
        if (!head || m_end - m_at < head->size + head->length)
            return {};
        QByteArray payload(m_in.constData() + m_at + head->size, head->length);
        m_at += head->size + head->length;
        if (isControl(head->opcode))
            return whole(head->opcode, std::move(payload));
        if (head->isFinal && head->opcode != Frames::Opcode::Continuation)
            return whole(head->opcode, std::move(payload));
        if (head->opcode != Frames::Opcode::Continuation)
            m_fragmented = head->opcode;
        m_fragments += payload;
        if (head->isFinal) {
            return whole(std::exchange(m_fragmented, Frames::Opcode::Continuation),
                         std::exchange(m_fragments, {}));
        }
    }
    return {};
}

std::optional<FrameReader::Message> FrameReader::whole(Frames::Opcode opcode, QByteArray payload)
{
    if (opcode == Frames::Opcode::Close)
        return closed(payload);
    if (opcode == Frames::Opcode::Text && !payload.isValidUtf8())
        return violated(Frames::CloseCode::NotUtf8);
    return Message{opcode, std::move(payload), 0};
}

std::optional<FrameReader::Message> FrameReader::closed(const QByteArray &payload)
{
    if (payload.isEmpty())
        return Message{Frames::Opcode::Close, {}, Frames::CloseCode::NoStatus};
    const int code = payload.size() == 1 ? 0 : qFromBigEndian<quint16>(payload.constData());
    if (!isCloseCode(code))
        return violated(Frames::CloseCode::ProtocolError);
    QByteArray reason = payload.mid(2);
    if (!reason.isValidUtf8())
        return violated(Frames::CloseCode::NotUtf8);
    return Message{Frames::Opcode::Close, std::move(reason), code};
}

} // namespace Hpkv
