// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: MIT

#pragma once

#include "pendingrequest.h"

#include <QtGlobal>

namespace Hpkv
{

/// Gathers replies that end one after another within one call from the event loop, and gives them to
/// QObject::deleteLater() together: an event for each, and the system call that announces it, would cost more
/// than decoding the answer. A link may also keep them for a while where requests go one by one. They are
/// never deleted sooner than their own deleteLater() would do it, because empty() is called at the depth of
/// event loops and events at which they were put in, or further out.
class ReplyBin
{
public:
    ReplyBin() = default;
    ~ReplyBin() { empty(); }
    Q_DISABLE_COPY_MOVE(ReplyBin)

    /// The reply is in no other list. It may still be deleted by anybody else.
    void put(PendingRequest *request);
    void empty();
    /// How many were put in since it was empty.
    int count() const { return m_count; }

private:
    class Batch;
    Batch *m_batch = nullptr;
    int m_count = 0;
};

} // namespace Hpkv
