// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "live/livenote.h"

#include <QByteArray>
#include <QString>

#include <atomic>
#include <functional>
#include <vector>

namespace Studio
{

/// Rows of the live panel in a file, for other programs. Pure; beside the window's thread, on notes of its
/// own.
namespace LiveExport
{

enum class Format : quint8 { JsonLines, Csv };

/// One row with a line feed: time, key, kind, whether that is a guess, value before and after. Bytes that are
/// no UTF-8 are Base64: under the name with "64" behind it, in CSV with "base64:" in front.
QByteArray jsonLine(const LiveNote &note);
QByteArray csvHead();
QByteArray csvRow(const LiveNote &note);

struct Result {
    qint64 rows = 0;
    QString problem; ///< empty: the file is there
};

/// Writes them all, oldest first, into a file that is replaced as a whole. `progress` is told now and then
/// how many are done; the file stays as it was when `canceled`.
Result write(const std::vector<LiveNote> &notes, const QString &file, Format format,
             const std::atomic_bool &canceled, const std::function<void(qint64)> &progress = {});

} // namespace LiveExport

} // namespace Studio
