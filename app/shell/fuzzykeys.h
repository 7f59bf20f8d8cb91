// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "mirror/mirrorblock.h"
#include "shell/fuzzymatch.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <functional>

namespace Studio
{

/// A key that fits a typed pattern.
struct FuzzyKey {
    QByteArray key;
    FuzzyMatch match; ///< over KeyText::display() of the key
};

struct FuzzyKeys {
    QList<FuzzyKey> found; ///< the best first, equal ones in the order of the store
    qint64 looked = 0; ///< keys that were looked at
    bool complete = false; ///< those are all
};

/// The best `limit` keys of `snapshot` that have the characters of `pattern` in this order (any case). Looks
/// at one key after another until `stop` says so (asked every few hundred keys). Pure but for `stop`, any
/// thread.
FuzzyKeys fuzzyKeys(const MirrorSnapshot &snapshot, const QString &pattern, qsizetype limit,
                    const std::function<bool()> &stop);

} // namespace Studio
