// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QRegularExpression>
#include <QString>

namespace Studio
{

/// What a person typed to find keys, and how it is meant.
struct KeySearch {
    enum class Kind : quint8 {
        Substring, ///< anywhere in the key
        Wildcard, ///< the whole key; `*` stands for any text, `?` for one character
        RegularExpression ///< anywhere in the key, unless it begins with ^
    };

    QString text;
    Kind kind = Kind::Substring;
    bool caseSensitive = false;

    bool operator==(const KeySearch &) const = default;
};

/// A search made ready to be held against very many keys. Pure; one thread at a time.
class KeyPattern
{
public:
    KeyPattern() = default;
    explicit KeyPattern(const KeySearch &search);

    bool isEmpty() const { return m_way == Way::Nothing; } ///< no text; matches nothing
    bool isValid() const { return m_error.isEmpty(); }
    QString error() const { return m_error; } ///< what is wrong with a regular expression, in its own words
    bool matches(QByteArrayView key) const;
    /// About how many keys can be looked at before the clock should be.
    int keysBetweenLooks() const { return m_way == Way::Expression ? 16 : 256; }

    /// The beginning that every match has, as far as that can be told from the text; empty if it cannot. For
    /// a substring the text itself, as the keys that begin with it are the ones a store can be asked for.
    static QByteArray beginning(const KeySearch &search);

private:
    enum class Way : quint8 { Nothing, Bytes, SmallBytes, Wildcard, Expression };

    bool contains(QByteArrayView key) const;
    bool matchesWildcard(QByteArrayView key) const;
    void setExpression(const QString &pattern, bool caseSensitive);

    Way m_way = Way::Nothing;
    bool m_small = false; ///< ASCII letters match in either case
    QByteArray m_needle; ///< with `m_small` in small letters
    QRegularExpression m_expression;
    QString m_error;
};

} // namespace Studio
