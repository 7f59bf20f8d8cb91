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
/// The vendor's dialect is ECMAScript and the expression is searched for, so that an unanchored one would
/// admit more than meant.
class HPKVQT_EXPORT AccessPattern
{
public:
    /// Admits no key.
    AccessPattern() = default;

    AccessPattern &addKey(const QByteArray &key);
    /// Every key that begins with `prefix`; an empty prefix admits all keys.
    AccessPattern &addPrefix(const QByteArray &prefix);

    static AccessPattern everything();
    static AccessPattern keys(const QList<QByteArray> &keys);
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
