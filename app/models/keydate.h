// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QList>
#include <QString>

#include <optional>

namespace Studio
{

/// A moment that a segment of a key holds.
struct KeyDate {
    enum class Source : quint8 { Ulid, UuidV7, Ksuid, Seconds, Milliseconds, Microseconds, Nanoseconds };
    Source source = Source::Ulid;
    qint64 at = 0; ///< ms since 1970
    bool operator==(const KeyDate &) const = default;
};

/// The moment in one segment of a key, if it is a ULID, a UUID of version 7, a KSUID or a count since 1970.
/// Plain numbers are taken for a moment only when they have the usual number of figures and lie between 2010
/// and ten years after `now` (ms since 1970); the others likewise. Pure, any thread.
std::optional<KeyDate> dateInSegment(QByteArrayView segment, qint64 now);

/// The last segment of `key` that holds a moment.
std::optional<KeyDate> dateInKey(QByteArrayView key, const QList<QByteArray> &separators, qint64 now);

/// "2026-11-24 02:33:43, from the ULID" in local time.
QString keyDateText(const KeyDate &date);

} // namespace Studio
