// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "session/watchpattern.h"

#include <QCoreApplication>

#include <algorithm>

namespace Studio
{

namespace
{

struct Text {
    Q_DECLARE_TR_FUNCTIONS(WatchPattern)
};

/// Whether `key` as a whole matches `pattern`, in which `*` stands for any run of bytes. Not left to
/// QRegularExpression::fromWildcard(), which follows the rules of paths.
bool wildcardMatches(QByteArrayView pattern, QByteArrayView key)
{
    qsizetype at = 0;
    qsizetype place = 0;
    qsizetype star = -1; // the last one passed, and where its run ends for now
    qsizetype run = 0;
    while (at < key.size()) {
        if (place < pattern.size() && pattern[place] == '*') {
            star = place++;
            run = at;
        } else if (place < pattern.size() && pattern[place] == key[at]) {
            ++place;
            ++at;
        } else if (star >= 0) {
            place = star + 1;
            at = ++run;
        } else {
            return false;
        }
    }
    while (place < pattern.size() && pattern[place] == '*')
        ++place;
    return place == pattern.size();
}

/// A token would take it for an expression.
bool looksLikeExpression(QByteArrayView text)
{
    return text.size() > 2 && text.startsWith('/') && text.endsWith('/');
}

} // namespace

WatchPattern WatchPattern::fromText(const QByteArray &text)
{
    if (looksLikeExpression(text))
        return {text.sliced(1, text.size() - 2), Kind::Expression};
    const qsizetype stars = text.count('*');
    if (stars == 0)
        return key(text);
    if (stars == 1 && text.endsWith('*'))
        return prefix(text.chopped(1));
    if (stars == 1 && text.startsWith('*'))
        return {text.sliced(1), Kind::Suffix};
    return {text, Kind::Wildcard};
}

QByteArray WatchPattern::toText() const
{
    switch (kind) {
    case Kind::Prefix:
        return text + '*';
    case Kind::Suffix:
        return '*' + text;
    case Kind::Expression:
        return '/' + text + '/';
    case Kind::Key:
    case Kind::Wildcard:
        break;
    }
    return text;
}

QByteArray WatchPattern::toWire() const
{
    const QByteArray wire = toText();
    // A key or wildcard between slashes would be taken for an expression; with a star behind it is heard.
    const bool isPlain = kind == Kind::Key || kind == Kind::Wildcard;
    return isPlain && looksLikeExpression(wire) ? wire + '*' : wire;
}

bool WatchPattern::isWider() const
{
    switch (kind) {
    case Kind::Key:
    case Kind::Prefix:
    case Kind::Suffix:
        return text.contains('*') || toWire() != toText();
    case Kind::Wildcard:
        return toWire() != toText();
    case Kind::Expression:
        break;
    }
    return false;
}

QString WatchPattern::error() const
{
    if (kind == Kind::Expression)
        return KeyExpression(QString::fromUtf8(text)).error();
    if (text.isEmpty() && kind != Kind::Prefix)
        return Text::tr("A pattern is needed; “*” stands for every key.");
    if (kind == Kind::Wildcard && !text.contains('*'))
        return Text::tr("A wildcard needs a “*” somewhere; without one it is a key.");
    return {};
}

bool WatchPattern::covers(const WatchPattern &other) const
{
    if (*this == other)
        return true;
    if (kind != Kind::Prefix)
        return false;
    switch (other.kind) {
    case Kind::Key:
    case Kind::Prefix:
        return other.text.startsWith(text);
    case Kind::Wildcard:
        return other.text.left(other.text.indexOf('*')).startsWith(text);
    case Kind::Suffix:
    case Kind::Expression:
        break;
    }
    return text.isEmpty();
}

bool WatchPattern::coversStretch(const QByteArray &first, const QByteArray &last) const
{
    // Whatever lies between two keys with a common prefix has it too.
    return isPrefix() ? first.startsWith(text) && last.startsWith(text)
                      : kind == Kind::Key && first == text && last == text;
}

bool WatchPattern::matches(const QByteArray &key) const
{
    switch (kind) {
    case Kind::Key:
        return key == text;
    case Kind::Prefix:
        return key.startsWith(text);
    case Kind::Suffix:
        return key.endsWith(text);
    case Kind::Wildcard:
        return wildcardMatches(text, key);
    case Kind::Expression:
        break;
    }
    return KeyExpression(QString::fromUtf8(text)).matches(key);
}

WatchPatterns reduced(WatchPatterns patterns)
{
    const auto isPlain = [](const WatchPattern &pattern) {
        return pattern.kind == WatchPattern::Kind::Key || pattern.kind == WatchPattern::Kind::Prefix;
    };
    std::sort(patterns.begin(), patterns.end(), [&](const WatchPattern &a, const WatchPattern &b) {
        if (isPlain(a) != isPlain(b))
            return isPlain(a);
        // At the same text the prefix first, as it covers the key.
        return a.text != b.text ? a.text < b.text : a.kind > b.kind;
    });
    WatchPatterns kept;
    // In this order whatever covers a key or prefix stands before it, and of prefixes the last one kept is
    // the only candidate.
    qsizetype lastPrefix = -1;
    QList<qsizetype> prefixes;
    for (const WatchPattern &pattern : std::as_const(patterns)) {
        if (!kept.isEmpty() && kept.constLast() == pattern)
            continue;
        const auto covers = [&](qsizetype i) { return kept.at(i).covers(pattern); };
        if (isPlain(pattern) ? lastPrefix >= 0 && covers(lastPrefix)
                             : std::any_of(prefixes.cbegin(), prefixes.cend(), covers))
            continue;
        kept.append(pattern);
        if (pattern.isPrefix()) {
            lastPrefix = kept.size() - 1;
            prefixes.append(lastPrefix);
        }
    }
    return kept;
}

WatchMatcher::WatchMatcher(const WatchPatterns &patterns)
{
    for (const WatchPattern &pattern : reduced(patterns)) {
        switch (pattern.kind) {
        case WatchPattern::Kind::Key:
            m_keys.insert(pattern.text);
            break;
        case WatchPattern::Kind::Prefix:
            m_prefixes.push_back(pattern.text);
            break;
        case WatchPattern::Kind::Suffix:
        case WatchPattern::Kind::Wildcard:
            m_wild.push_back(pattern);
            break;
        case WatchPattern::Kind::Expression:
            m_expressions.emplace_back(QString::fromUtf8(pattern.text));
            break;
        }
    }
}

bool WatchMatcher::matches(const QByteArray &key) const
{
    if (m_keys.contains(key))
        return true;
    const auto behind = std::upper_bound(m_prefixes.cbegin(), m_prefixes.cend(), key);
    if (behind != m_prefixes.cbegin() && key.startsWith(*std::prev(behind)))
        return true;
    return std::any_of(m_wild.cbegin(), m_wild.cend(),
                       [&](const WatchPattern &pattern) { return pattern.matches(key); })
        || std::any_of(m_expressions.cbegin(), m_expressions.cend(),
                       [&](const KeyExpression &expression) { return expression.matches(key); });
}

} // namespace Studio
