// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QtGlobal>

namespace Studio
{

/// One key that is not as it was: before the line broke, or at an earlier moment.
struct KeyChange {
    enum class Kind : quint8 { Created, Changed, Removed };

    QByteArray key;
    Kind kind = Kind::Changed;
    bool hasBefore = false; ///< whether `before` is meaningful
    QByteArray before;
    bool hasAfter = false;
    QByteArray after;
    /// The value before was only presumed: it may have been another one already.
    bool guess = false;

    bool operator==(const KeyChange &) const = default;
};

} // namespace Studio
