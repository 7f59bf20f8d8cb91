// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: MIT

#include "websocketframes.h"
#include "websocketupgrade.h"

#include <QList>

#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <cstdlib>

// One input through the reader of frames, and the same bytes as an answer to the upgrade and as a message of
// ours. The first byte says in which pieces they come. Besides not crashing it must hold what the rest of the
// library builds on; what does not is said and ends the program.

using namespace Hpkv;

namespace
{

constexpr qsizetype largest = 4096;

void must(bool holds, const char *what)
{
    if (holds)
        return;
    std::fprintf(stderr, "does not hold: %s\n", what);
    std::abort();
}

struct Story {
    QList<FrameReader::Message> messages;
    int violation = 0;
};

/// What the reader makes of the bytes, given to it in pieces.
Story read(QByteArrayView bytes, qsizetype piece)
{
    Story story;
    FrameReader reader(largest);
    for (qsizetype at = 0; at < bytes.size(); at += piece) {
        reader.append(bytes.sliced(at, std::min(piece, bytes.size() - at)));
        while (const auto message = reader.next())
            story.messages.append(*message);
    }
    story.violation = reader.violation();
    must(!reader.next(), "what has been taken does not come again");
    return story;
}

bool isControl(Frames::Opcode opcode)
{
    return opcode == Frames::Opcode::Close || opcode == Frames::Opcode::Ping
        || opcode == Frames::Opcode::Pong;
}

void check(const FrameReader::Message &message)
{
    must(message.opcode != Frames::Opcode::Continuation, "a message is whole");
    must(message.payload.size() <= (isControl(message.opcode) ? 125 : largest), "a message has a limit");
    if (message.opcode == Frames::Opcode::Text || message.opcode == Frames::Opcode::Close)
        must(message.payload.isValidUtf8(), "a text is UTF-8");
    if (message.opcode == Frames::Opcode::Close)
        must(message.closeCode >= 1000 && message.closeCode < 5000 && message.closeCode != 1006,
             "a close code is one that may be sent");
}

void same(const Story &one, const Story &other)
{
    must(one.violation == other.violation, "pieces make no difference to a violation");
    must(one.messages.size() == other.messages.size(), "pieces make no difference to how many come");
    for (qsizetype i = 0; i < one.messages.size(); ++i) {
        const FrameReader::Message &a = one.messages.at(i);
        const FrameReader::Message &b = other.messages.at(i);
        must(a.opcode == b.opcode && a.payload == b.payload && a.closeCode == b.closeCode,
             "pieces make no difference to a message");
    }
}

/// Our own frame, as the other side takes it: the mask is taken off.
void roundTrip(QByteArrayView payload, quint32 mask)
{
    const QByteArrayView shortened = payload.first(std::min(payload.size(), largest));
    QByteArray frame;
    Frames::append(frame, Frames::Opcode::Binary, shortened, mask);
    const qsizetype head = frame.size() - shortened.size() - qsizetype(sizeof mask);
    must(head == 2 || head == 4, "the shortest form of the length");
    for (qsizetype i = 0; i < shortened.size(); ++i)
        frame[head + 4 + i] = char(frame[head + 4 + i] ^ frame[head + i % 4]);
    frame.remove(head, sizeof mask);
    frame[1] = char(frame[1] & 0x7f);
    const Story story = read(frame, frame.size());
    must(story.violation == 0 && story.messages.size() == 1 && story.messages.first().payload == shortened,
         "what we send can be read");
}

void upgrade(QByteArrayView bytes)
{
    using Kind = WebSocketUpgrade::Answer::Kind;
    static const WebSocketUpgrade upgrade;
    const WebSocketUpgrade::Answer open = upgrade.read(bytes, false);
    const WebSocketUpgrade::Answer ended = upgrade.read(bytes, true);
    must(ended.kind != Kind::Incomplete, "an end leaves nothing open");
    must(open.kind == Kind::Incomplete || open.kind == ended.kind, "what is decided stays");
    if (ended.kind == Kind::Accepted)
        must(ended.size > 0 && ended.size <= bytes.size(), "the answer ends within what came");
    if (ended.kind == Kind::Refused)
        must(ended.status > 0, "a refusal has a status");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    if (size == 0)
        return 0;
    const qsizetype piece = 1 + data[0] % 16;
    const QByteArrayView bytes(data + 1, qsizetype(size) - 1);
    const Story whole = read(bytes, std::max<qsizetype>(bytes.size(), 1));
    for (const FrameReader::Message &message : whole.messages)
        check(message);
    same(whole, read(bytes, piece));
    roundTrip(bytes, 0x9e3779b9u * data[0]);
    upgrade(bytes);
    return 0;
}
