// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QList>

#include <functional>

class QObject;

namespace Studio
{

class Session;
class TileFeed;

/// Has `session` hear about everything that the feeds show, in the name of `view`, and reads what is not
/// known of it yet. `known` is told each key that was read.
void watchTiles(Session &session, QObject *view, const QList<const TileFeed *> &feeds,
                const std::function<void(const QByteArray &key)> &known);

} // namespace Studio
