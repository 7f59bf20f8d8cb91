// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: MIT

#pragma once

#include "pendingrequest.h"

#include <hpkvqt/reply.h>

#include <functional>
#include <memory>

namespace Hpkv
{

class ClientPrivate;
class ReplyBin;

/// The inside of a reply. The client knows replies only as PendingRequest and ends them with finish().
class ReplyPrivate final : public PendingRequest
{
public:
    using Promise = std::function<void(const Error &, const Outcome &)>;

    /// What only an answered call has, so that those that wait need no room for it.
    struct Answer {
        QByteArray raw;
        Outcome outcome;
        double roundTrip = -1; ///< ms
    };

    ReplyPrivate(ClientPrivate *client, Request &&request, const CallOptions &options);

    /// Makes the reply of the right class; it has no parent.
    static Reply *create(ClientPrivate *client, Request &&request, const CallOptions &options);
    static ReplyPrivate *of(Reply *reply) { return reply->d.get(); }

    /// Takes it out of queue or table.
    void leave();

    /// Ends the call. It must be in no unit any more. Slots run within: the reply, others and the client may
    /// be gone when it returns. `bin` takes the reply for its deletion; without one it goes by itself.
    static void finish(PendingRequest *request, Error error, std::unique_ptr<Answer> answer = {},
                       ReplyBin *bin = nullptr);
    /// Ends all with the same error, in order.
    static void finishAll(PendingList &list, const Error &error);
    /// The error with the delivery that fits this request, for ends that no reply decided.
    static Error undelivered(const PendingRequest &request, Error error);

    /// What it ended with; nothing without an answer.
    const Outcome &outcome() const;

    Reply *q = nullptr;
    ClientPrivate *client; ///< valid while it is Queued or InFlight
    Error error;
    std::unique_ptr<Answer> answer;
    std::unique_ptr<Promise> promise; ///< set when a future was asked for
    bool *deleted = nullptr; ///< set while finished() is raised: told when a slot deletes the reply
    bool kept = false;
};

} // namespace Hpkv
