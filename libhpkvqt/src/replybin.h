// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: MIT

#pragma once

#include "pendingrequest.h"

#include <QObject>
#include <QPointer>

namespace Hpkv
{

/// Deletes finished replies when control returns to the event loop, as QObject::deleteLater() would, but with
/// one event for all that end in the same turn: an event for each, and the system call that announces it,
/// would cost more than decoding the answer.
class ReplyBin
{
public:
    /// The reply is in no other list. It may still be deleted by anybody else.
    void put(PendingRequest *request);

private:
    class Batch;
    QPointer<Batch> m_batch;
    int m_level = 0; ///< of the event loop in which m_batch goes
};

} // namespace Hpkv
