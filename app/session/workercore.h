// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "session/outbox.h"
#include "session/raceguard.h"
#include "session/subscriptionset.h"

#include <QDateTime>

#include <hpkvqt/client.h>

namespace Studio
{

/// What the parts of the worker share. Lives as long as the worker, on its thread.
struct WorkerCore {
    WorkerCore(Mailbox<SessionEvent> &mailbox, Backlog &backlog, QList<QByteArray> separators,
               std::chrono::milliseconds gather, QObject *owner)
        : outbox(mailbox, backlog, owner)
        , subscriptions(std::move(separators), gather)
    {
    }

    Hpkv::Client *client = nullptr; ///< for data; set before anything is asked
    RaceGuard guard;
    Outbox outbox;
    SubscriptionSet subscriptions;

    static qint64 now() { return QDateTime::currentMSecsSinceEpoch(); }
};

} // namespace Studio
