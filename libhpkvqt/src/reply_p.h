// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: MIT

#pragma once

#include "pendingrequest.h"

#include <hpkvqt/reply.h>

#include <functional>

namespace Hpkv
{

class ClientPrivate;

/// The inside of a reply. The client knows replies only as PendingRequest and ends them with finish().
class ReplyPrivate final : public PendingRequest
{
public:
    using Promise = std::function<void(const Error &, const Outcome &)>;

    ReplyPrivate(ClientPrivate *client, Request &&request, const CallOptions &options);

    /// Makes the reply of the right class; it has no parent.
    static Reply *create(ClientPrivate *client, Request &&request, const CallOptions &options);
    static ReplyPrivate *of(Reply *reply) { return reply->d.get(); }

    /// Takes it out of queue or table.
    void leave();

    /// Ends the call. It must be in no unit any more. Slots run within: the reply, others and the client may
    /// be gone when it returns.
    static void finish(PendingRequest *request, Error error, Outcome outcome = {});
    /// Ends all with the same error, in order.
    static void finishAll(PendingList &list, const Error &error);
    /// The error with the delivery that fits this request, for ends that no reply decided.
    static Error undelivered(const PendingRequest &request, Error error);

    Reply *q = nullptr;
    ClientPrivate *client; ///< valid while it is Queued or InFlight
    Error error;
    Outcome outcome;
    Promise promise; ///< set when a future was asked for
    QByteArray raw;
    double roundTrip = -1; ///< ms
    bool kept = false;
};

} // namespace Hpkv
