// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: MIT

#include <hpkvqt/notificationfilter.h>

namespace Hpkv
{

namespace
{

/// Linear but for the last star: on a mismatch only that one takes one more byte. Bytes do, since UTF-8 never
/// finds a character inside another.
bool matchesWildcard(const QByteArray &pattern, const QByteArray &key)
{
    qsizetype p = 0;
    qsizetype k = 0;
    qsizetype star = -1;
    qsizetype taken = 0;
    while (k < key.size()) {
        if (p < pattern.size() && pattern.at(p) == '*') {
            star = p++;
            taken = k;
        } else if (p < pattern.size() && pattern.at(p) == key.at(k)) {
            ++p;
            ++k;
        } else if (star >= 0) {
            p = star + 1;
            k = ++taken;
        } else {
            return false;
        }
    }
    while (p < pattern.size() && pattern.at(p) == '*')
        ++p;
    return p == pattern.size();
}

} // namespace

NotificationFilter NotificationFilter::exact(const QByteArray &key)
{
    NotificationFilter filter;
    filter.m_kind = Kind::Exact;
    filter.m_text = key;
    return filter;
}

NotificationFilter NotificationFilter::prefix(const QByteArray &prefix)
{
    NotificationFilter filter;
    filter.m_kind = Kind::Prefix;
    filter.m_text = prefix;
    return filter;
}

NotificationFilter NotificationFilter::suffix(const QByteArray &suffix)
{
    NotificationFilter filter;
    filter.m_kind = Kind::Suffix;
    filter.m_text = suffix;
    return filter;
}

NotificationFilter NotificationFilter::wildcard(const QByteArray &pattern)
{
    NotificationFilter filter;
    filter.m_kind = Kind::Wildcard;
    filter.m_text = pattern;
    return filter;
}

NotificationFilter NotificationFilter::regularExpression(const QRegularExpression &expression)
{
    NotificationFilter filter;
    filter.m_kind = Kind::Expression;
    filter.m_expression = expression;
    return filter;
}

bool NotificationFilter::matches(const QByteArray &key) const
{
    switch (m_kind) {
    case Kind::Everything:
        return true;
    case Kind::Exact:
        return key == m_text;
    case Kind::Prefix:
        return key.startsWith(m_text);
    case Kind::Suffix:
        return key.endsWith(m_text);
    case Kind::Wildcard:
        return matchesWildcard(m_text, key);
    case Kind::Expression:
        return m_expression.isValid() && m_expression.match(QString::fromUtf8(key)).hasMatch();
    }
    return false;
}

QDebug operator<<(QDebug debug, const NotificationFilter &filter)
{
    static constexpr const char *names[] = {"everything", "exact",    "prefix",
                                            "suffix",     "wildcard", "expression"};
    const QDebugStateSaver saver(debug);
    debug.nospace() << "Hpkv::NotificationFilter(" << names[static_cast<int>(filter.m_kind)];
    if (filter.m_kind == NotificationFilter::Kind::Expression)
        debug << ", " << filter.m_expression.pattern();
    else if (filter.m_kind != NotificationFilter::Kind::Everything)
        debug << ", " << filter.m_text;
    debug << ')';
    return debug;
}

} // namespace Hpkv
