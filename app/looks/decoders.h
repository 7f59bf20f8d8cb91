// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QList>

#include <optional>

namespace Studio
{

/// What a text may stand for. Each function has an answer only where the text fits, so that it can be asked
/// of anything; none changes or checks more than it says. Any thread.
namespace Decode
{

/// Base64 in the usual or the URL alphabet, padded or not, of at least 8 characters. What it stands for is
/// text or packed, or else the characters are of a variety that words, numbers and hexadecimal digits do not
/// have.
std::optional<QByteArray> base64(QByteArrayView text);

/// A text with %XX in it, all of them well formed, that stands for UTF-8.
std::optional<QByteArray> percent(QByteArrayView text);

/// A JSON Web Token. Its signature is not looked at: whether it is genuine is not known here.
struct Jwt {
    struct Time {
        QByteArray claim; ///< "exp", "nbf", "iat", "auth_time"
        qint64 ms = 0; ///< since 1970
        bool operator==(const Time &) const = default;
    };
    QByteArray header; ///< JSON, as it is in the token
    QByteArray payload;
    qsizetype signatureSize = 0; ///< bytes; 0 = not signed
    QList<Time> times; ///< in the order above
    bool operator==(const Jwt &) const = default;
};
std::optional<Jwt> jwt(QByteArrayView text);

enum class EpochUnit : quint8 { Seconds, Milliseconds, Microseconds };
struct Epoch {
    EpochUnit unit = EpochUnit::Seconds;
    qint64 microseconds = 0; ///< since 1970
    bool operator==(const Epoch &) const = default;
};
/// Whole numbers that lie between September 2001 and the end of 2099 in one of the units; they overlap in
/// none.
std::optional<Epoch> epoch(QByteArrayView text);

struct Inflated {
    QByteArray bytes;
    bool isCut = false; ///< there was more than `most`, or the data ends too early
    bool operator==(const Inflated &) const = default;
};
/// gzip or zlib data; never more than `most` bytes come out, whatever the data claim.
std::optional<Inflated> inflate(QByteArrayView data, qsizetype most);

} // namespace Decode

} // namespace Studio
