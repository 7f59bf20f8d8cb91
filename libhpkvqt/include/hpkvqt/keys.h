// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: MIT

#pragma once

#include <hpkvqt/export.h>

#include <QByteArray>

#include <optional>

namespace Hpkv
{

/// Helpers for keys in the order of the store (UTF-8 bytes). Keys are UTF-8. Pure functions, for any thread.
///
/// \code
/// client.range(Hpkv::Keys::smallestStart(), Hpkv::Keys::prefixEnd({}), 100);  // the first hundred of all
/// client.range("user:", Hpkv::Keys::prefixEnd("user:"));                       // those below "user:"
/// \endcode
namespace Keys
{

/// Size in bytes that is safe for every key. The service documents none; its engine takes 512 bytes less a
/// prefix of the tenant.
inline constexpr int safeKeySize = 400;

/// Smallest start of a range over everything: one NUL character, as an empty key may be refused.
HPKVQT_EXPORT QByteArray smallestStart();

/// End of a range over all keys that begin with `prefix`: the prefix followed by U+10FFFF eight times, cut at
/// a whole character so that it has at most `limit` bytes (but never shorter than the prefix with one
/// U+10FFFF).
HPKVQT_EXPORT QByteArray prefixEnd(const QByteArray &prefix, int limit = safeKeySize);

/// Start of the page behind `lastKey`: the key followed by NUL.
HPKVQT_EXPORT QByteArray nextStart(const QByteArray &lastKey);

/// Smallest text behind every key of the branch `prefix`: its last code point raised by one (over the
/// surrogates). Code points that cannot be raised are dropped first; none is left when the prefix is empty or
/// all U+10FFFF.
HPKVQT_EXPORT std::optional<QByteArray> branchSuccessor(const QByteArray &prefix);

/// Whether `text` is well-formed UTF-8 (no surrogates, no overlong forms).
HPKVQT_EXPORT bool isUtf8(const QByteArray &text);

} // namespace Keys
} // namespace Hpkv
