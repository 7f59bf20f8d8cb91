// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "diff/diffside.h"

#include <QList>

namespace Studio
{

class LiveFeed;

/// What the latest changes of `key` that were heard found and left, the newest first, as sides of a
/// difference. A value that stands there already is left out.
QList<DiffSide> liveSides(const LiveFeed &feed, const QByteArray &key);

} // namespace Studio
