// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: MIT

#pragma once

#include <chrono>
#include <optional>
#include <string>

namespace hpkv::emulator
{

/// Which requests a fault hits. With neither `next` nor `share` it hits all of them.
struct FaultApply {
    std::optional<int> next; ///< The next N requests (of that op); counted down, then the fault is over.
    std::optional<double> share; ///< This part of them, 0..1, drawn at random.
    std::optional<int> op; ///< 1..6; without it every op.

    bool operator==(const FaultApply &) const = default;
};

/// The reply comes this much later. Others may overtake it.
struct DelayFault {
    std::chrono::milliseconds delay{0};
    FaultApply apply;
    bool operator==(const DelayFault &) const = default;
};

/// Requests are answered with this code and not carried out.
struct CodeFault {
    int code = 500;
    FaultApply apply;
    bool operator==(const CodeFault &) const = default;
};

/// Upgrades to WebSocket: answered late, or refused with a status. Both may be set.
struct UpgradeFault {
    std::optional<std::chrono::milliseconds> stall; ///< Wait this long before the answer to each upgrade.
    std::optional<int> status; ///< Refuse with this HTTP status...
    std::optional<std::chrono::milliseconds> duration; ///< ...for this long; without it until cleared.
    bool operator==(const UpgradeFault &) const = default;
};

/// A fault that lasts for a time; without a duration until it is cleared.
struct TimedFault {
    std::optional<std::chrono::milliseconds> duration;
    bool operator==(const TimedFault &) const = default;
};

/// What goes wrong on purpose. These stay until used up, over or cleared. Replies only: notifications are not
/// delayed, dropped, doubled or reordered.
struct Faults {
    std::optional<DelayFault> delay;
    std::optional<FaultApply> drop; ///< Carried out, but the reply never leaves.
    std::optional<FaultApply> duplicate; ///< The reply leaves twice.
    std::optional<FaultApply>
        reorder; ///< The reply waits for the next one and leaves behind it (at most 1 s).
    std::optional<CodeFault> code; ///< On WebSocket and REST.
    std::optional<UpgradeFault> upgrade;
    std::optional<TimedFault> silent; ///< No frame and no pong leaves; what waits leaves when it is over.
    std::optional<TimedFault> refuse; ///< The port is not listened on; open connections stay.

    bool operator==(const Faults &) const = default;
};

/// A message that no client expects; sent once to every open WebSocket connection.
enum class StrayFrame {
    Text, ///< A text that is not JSON.
    Number, ///< The JSON number 42.
    Null, ///< The JSON value null.
    NoId, ///< A reply of success without `messageId`.
    Binary, ///< A notification (key `emulator:binary`) in a binary message.
};

} // namespace hpkv::emulator
