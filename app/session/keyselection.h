// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <hpkvqt/keys.h>

#include <QByteArray>
#include <QList>

namespace Studio
{

/// All keys from `first` to `last`, both inclusive, as a range request asks for them.
struct KeyInterval {
    QByteArray first; ///< UTF-8, not empty
    QByteArray last; ///< UTF-8; Hpkv::Keys::prefixEnd() stands for everything that begins with its prefix

    /// Everything that begins with `prefix` (empty: the whole store).
    static KeyInterval ofPrefix(const QByteArray &prefix)
    {
        return {prefix.isEmpty() ? Hpkv::Keys::smallestStart() : prefix, Hpkv::Keys::prefixEnd(prefix)};
    }

    bool operator==(const KeyInterval &) const = default;
};

/// What a person chose to do something with: single keys, whole intervals, or both.
struct KeySelection {
    QList<QByteArray> keys; ///< UTF-8
    QList<KeyInterval> intervals;

    static KeySelection ofKey(const QByteArray &key) { return {{key}, {}}; }
    static KeySelection ofKeys(QList<QByteArray> keys) { return {std::move(keys), {}}; }
    /// Everything that begins with `prefix` (empty: the whole store).
    static KeySelection ofPrefix(const QByteArray &prefix) { return {{}, {KeyInterval::ofPrefix(prefix)}}; }

    bool isEmpty() const { return keys.isEmpty() && intervals.isEmpty(); }
    bool isOneKey() const { return keys.size() == 1 && intervals.isEmpty(); }

    bool operator==(const KeySelection &) const = default;
};

} // namespace Studio
