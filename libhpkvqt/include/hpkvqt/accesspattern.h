// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: MIT

#pragma once

#include <hpkvqt/export.h>

#include <QByteArray>
#include <QList>
#include <QString>

namespace Hpkv
{

/// Writes the regular expression that a token's `accessPattern` needs: anchored, with literal parts escaped.
/// The vendor's dialect seems to be ECMAScript and the expression is searched for (both follow from the
/// vendor's tests), so that an unanchored one would admit more than meant. Shell-style stars, as in some of
/// the vendor's samples, do not do what they say.
///
/// \code
/// request.accessPattern = Hpkv::AccessPattern().addPrefix("user:7:").addKey("config").toString();
/// \endcode
class HPKVQT_EXPORT AccessPattern
{
public:
    /// Admits no key.
    AccessPattern() = default;

    /// This key too. An empty one adds nothing.
    AccessPattern &addKey(const QByteArray &key);
    /// Every key that begins with `prefix`; an empty prefix admits all keys.
    AccessPattern &addPrefix(const QByteArray &prefix);

    /// Admits every key.
    static AccessPattern everything();
    /// Admits these keys.
    static AccessPattern keys(const QList<QByteArray> &keys);
    /// Admits every key that begins with `prefix`; an empty one admits all.
    static AccessPattern prefix(const QByteArray &prefix);

    /// For TokenRequest::accessPattern.
    QString toString() const;

    /// The text with everything that means something in an expression escaped.
    static QString escape(const QByteArray &literal);

private:
    QList<QString> m_alternatives;
    bool m_everything = false;
};

} // namespace Hpkv
