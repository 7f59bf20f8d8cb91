// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QString>

namespace Studio
{

/// Files that only their owner may read. Shared by everything that keeps data of a profile.
namespace PrivateFile
{

/// Replaces `file` atomically with `content`, mode 0600 from the first byte on; makes its folder (mode 0700)
/// where it is missing. False on failure; then the old file is untouched and `*problem` says why.
bool write(const QString &file, const QByteArray &content, QString *problem = nullptr);

/// Makes an empty file of mode 0600 where there is none and takes other people's rights from one that exists.
bool prepare(const QString &file, QString *problem = nullptr);

} // namespace PrivateFile
} // namespace Studio
