// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: MIT

#pragma once

#include "link.h"

#include <functional>
#include <memory>

class QObject;

namespace Hpkv
{

/// What a client takes from the world: time, chance, one wake-up call and links. Tests bring their own.
class Environment
{
public:
    virtual ~Environment() = default;

    /// µs of a clock that does not go back.
    virtual qint64 nowUs() = 0;
    qint64 nowMs() { return nowUs() / 1000; }
    /// ms since 1970.
    virtual qint64 wallMs() = 0;
    /// 0..1
    virtual double chance() = 0;
    /// Calls `onWake` from the event loop at or after this time; a new call replaces the old one. −1 = not at
    /// all.
    virtual void wakeAt(qint64 ms) = 0;
    virtual Link *createLink(LinkListener *listener) = 0;

    std::function<void()> onWake;
};

/// The real one. What it makes becomes a child of `owner` and moves to another thread with it.
std::unique_ptr<Environment> makeEnvironment(QObject *owner);

} // namespace Hpkv
