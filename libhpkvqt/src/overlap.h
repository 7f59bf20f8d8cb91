// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: MIT

#pragma once

#include <hpkvqt/types.h>

#include <QList>

namespace Hpkv
{

/// Puts the notifications of two connections together while one takes over from the other. Both hear the same
/// changes in the same order, but the old one from earlier and the new one until later: what the new one says
/// first is what the old one said last. Equal notifications are distinct changes, so that only their order
/// can tell.
///
/// The two need not have the same subscriptions: only keys that both have spoken of are matched, all others
/// are told as they come.
class Overlap
{
public:
    /// Starts anew: the new connection is about to be opened.
    void begin();
    void heardOnOld(const Notification &notification) { m_old.append(notification); }
    void heardOnNew(Notification &&notification) { m_new.append(std::move(notification)); }
    /// The old connection is closed, and the new one has said all that the old one had: what only the new one
    /// has heard, in order. Empties both sides.
    QList<Notification> takeRest();

private:
    QList<Notification> m_old;
    QList<Notification> m_new;
};

} // namespace Hpkv
