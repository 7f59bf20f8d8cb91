// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QString>

#include <functional>

namespace Studio
{

/// A value that can be compared, whatever it comes from: as read, edited, from the store, from the journal,
/// of another key.
struct DiffSide {
    QString title; ///< what it is, for a person
    QByteArray bytes;
    bool operator==(const DiffSide &) const = default;
};

/// What gets a side that was asked for.
using TakeSide = std::function<void(const DiffSide &)>;

} // namespace Studio
