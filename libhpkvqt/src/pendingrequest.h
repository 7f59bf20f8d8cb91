// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: MIT

#pragma once

#include "intrusivelist.h"
#include "wirecodec.h"

#include <hpkvqt/types.h>

namespace Hpkv
{

struct WaitTag;
struct DeadlineTag;

/// A call on its way through queue and table. ReplyPrivate derives from it.
struct PendingRequest : ListHook<WaitTag>, ListHook<DeadlineTag> {
    enum class Stage : quint8 {
        New, ///< in no unit
        Queued, ///< in the RequestQueue
        InFlight, ///< in the RequestTable
        Leaving, ///< taken out, its end is decided and about to be told
        Done
    };

    Request request;
    CallOptions options;
    Stage stage = Stage::New;
    bool sent = false; ///< left at least once
    bool refused = false; ///< answered with 429 and waiting to be sent again
    qint64 id = 0; ///< of the last sending
    quint64 line = 0; ///< number of the connection on which it was sent
    qint64 deadline = -1; ///< ms of the client's clock; < 0 = none
    qint64 sentUs = 0; ///< µs of the client's clock
    qint64 sentAt = 0; ///< ms since 1970
};

using PendingList = IntrusiveList<PendingRequest, WaitTag>;

} // namespace Hpkv
