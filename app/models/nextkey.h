// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>

#include <optional>

namespace Studio
{

class KeyspaceMirror;

/// Where the keys of a branch are numbered: the key with the number behind the greatest one ("order:1042" →
/// "order:1043"), as wide as that ("0099" → "0100"). Nothing where no key that is known is `prefix` and a
/// number, or where there are too many to look at. What is not known cannot be told: whoever writes the key
/// makes sure that it is not there.
std::optional<QByteArray> nextNumberedKey(const KeyspaceMirror &mirror, const QByteArray &prefix);

/// The beginning of a key without the digits at its end ("order:1042" → "order:").
QByteArray withoutNumber(const QByteArray &key);

} // namespace Studio
