// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "session/keyexpression.h"

#include <QByteArray>
#include <QList>
#include <QSet>
#include <QString>

#include <compare>
#include <vector>

namespace Studio
{

/// One thing to hear about, in one of the forms that a token takes. Pure.
struct WatchPattern {
    enum class Kind : quint8 {
        Key, ///< `text` is the key
        Prefix, ///< every key that begins with `text`; empty: every key
        Suffix, ///< every key that ends with `text`
        Wildcard, ///< the whole key; `*` stands for any run of characters
        Expression ///< a regular expression, without its slashes; see KeyExpression
    };

    QByteArray text; ///< UTF-8
    Kind kind = Kind::Key;

    static WatchPattern key(const QByteArray &key) { return {key, Kind::Key}; }
    static WatchPattern prefix(const QByteArray &prefix) { return {prefix, Kind::Prefix}; }
    /// As a person or a token writes it: `/…/` is an expression, a text with `*` a prefix, a suffix or a
    /// wildcard, any other text a key.
    static WatchPattern fromText(const QByteArray &text);

    bool isPrefix() const { return kind == Kind::Prefix; }
    /// As a person writes it.
    QByteArray toText() const;
    /// As a token takes it. Hears everything that matches, and more where isWider().
    QByteArray toWire() const;
    /// The wire knows no way to say just this (a key that holds a `*`): what is heard has to be filtered.
    bool isWider() const;
    /// Why it cannot be watched, as a sentence; empty when it can.
    QString error() const;

    /// Whether whatever `other` matches is certainly heard through this one too. Of the forms whose meaning
    /// is not documented beyond doubt (suffix, wildcard, expression) none covers another.
    bool covers(const WatchPattern &other) const;
    /// Whether every key from `first` to `last` (inclusive) is certainly heard.
    bool coversStretch(const QByteArray &first, const QByteArray &last) const;
    /// For many keys see WatchMatcher.
    bool matches(const QByteArray &key) const;

    bool operator==(const WatchPattern &) const = default;
    auto operator<=>(const WatchPattern &other) const
    {
        // QByteArray has no <=> in Qt 6.4.
        if (text != other.text)
            return text < other.text ? std::strong_ordering::less : std::strong_ordering::greater;
        return kind <=> other.kind;
    }
};

using WatchPatterns = QList<WatchPattern>;

/// One that the server does not take, and what it says to it.
struct RefusedPattern {
    WatchPattern pattern;
    QString reason;

    bool operator==(const RefusedPattern &) const = default;
};

/// Sorted (keys and prefixes first), each once, without what another one covers.
WatchPatterns reduced(WatchPatterns patterns);

/// Several patterns made ready to be held against very many keys. Copies may be used in several threads.
class WatchMatcher
{
public:
    WatchMatcher() = default; ///< matches nothing
    explicit WatchMatcher(const WatchPatterns &patterns);

    bool matches(const QByteArray &key) const;

private:
    QSet<QByteArray> m_keys;
    std::vector<QByteArray> m_prefixes; ///< sorted, none begins with another
    std::vector<WatchPattern> m_wild;
    std::vector<KeyExpression> m_expressions;
};

} // namespace Studio
