// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QList>

namespace Studio
{

class KeyspaceMirror;

/// What a table of a branch is chosen by.
struct BranchSample {
    QList<QByteArray> values; ///< that are held
    QList<QByteArray> unread; ///< some keys whose values are not
};

/// A few of the first keys under a prefix. Window's thread.
BranchSample sampleOf(const KeyspaceMirror &mirror, const QByteArray &prefix);

} // namespace Studio
