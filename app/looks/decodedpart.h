// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QList>
#include <QString>

#include <atomic>

namespace Studio
{

/// What a value, or a string or number inside it, stands for. For reading only.
struct DecodedPart {
    QByteArray pointer; ///< of the string or number in a JSON text; empty = the whole value
    QString what; ///< "Base64", "JSON Web Token", …
    QString note; ///< a sentence that has to be known, "The signature is not checked."; may be empty
    QString text; ///< over several lines
    bool operator==(const DecodedPart &) const = default;
};

inline constexpr qsizetype MaxDecodedParts = 100;
inline constexpr qsizetype MaxDecodedBytes =
    64 * 1024; ///< of one part; the rest is cut, and the note says so

/// Everything in a value that fits a decoder, in the order of the value: base64, URL-encoding, tokens, epoch
/// times, gzip in base64. Never more than MaxDecodedParts. Linear. Any thread.
QList<DecodedPart> decodedParts(QByteArrayView value, const std::atomic_bool &canceled);

/// The moment in the time zone of this computer and in UTC, with as many digits behind the second as there
/// are. `microseconds` since 1970.
QString readableTime(qint64 microseconds);

} // namespace Studio
