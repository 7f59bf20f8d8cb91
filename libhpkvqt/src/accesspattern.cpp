// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: MIT

#include <hpkvqt/accesspattern.h>

namespace Hpkv
{

AccessPattern &AccessPattern::addKey(const QByteArray &key)
{
    if (!key.isEmpty()) // no key is empty: an empty alternative would only blur the expression
        m_alternatives.append(escape(key));
    return *this;
}

AccessPattern &AccessPattern::addPrefix(const QByteArray &prefix)
{
    if (prefix.isEmpty()) {
        m_everything = true;
    } else {
        // Not `.*`: the dot stops at line ends, and keys may hold them.
        m_alternatives.append(escape(prefix) + QStringLiteral("[\\s\\S]*"));
    }
    return *this;
}

AccessPattern AccessPattern::everything()
{
    return AccessPattern().addPrefix({});
}

AccessPattern AccessPattern::keys(const QList<QByteArray> &keys)
{
    AccessPattern result;
    for (const QByteArray &key : keys)
        result.addKey(key);
    return result;
}

AccessPattern AccessPattern::prefix(const QByteArray &prefix)
{
    return AccessPattern().addPrefix(prefix);
}

QString AccessPattern::toString() const
{
    if (m_everything)
        return QStringLiteral("^[\\s\\S]*$");
    if (m_alternatives.isEmpty())
        return QStringLiteral("^$");
    if (m_alternatives.size() == 1)
        return QStringLiteral("^") + m_alternatives.first() + QStringLiteral("$");
    return QStringLiteral("^(?:") + m_alternatives.join(QLatin1Char('|')) + QStringLiteral(")$");
}

QString AccessPattern::escape(const QByteArray &literal)
{
    static constexpr QLatin1StringView special("\\^$.*+?()[]{}|/");
    const QString text = QString::fromUtf8(literal);
    QString result;
    result.reserve(text.size() + 8);
    for (const QChar c : text) {
        if (special.contains(c))
            result += QLatin1Char('\\');
        result += c;
    }
    return result;
}

} // namespace Hpkv
