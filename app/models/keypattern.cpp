// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/keypattern.h"

#include <algorithm>

namespace Studio
{

namespace
{

char small(char c)
{
    return c >= 'A' && c <= 'Z' ? char(c + ('a' - 'A')) : c;
}

bool isAscii(QByteArrayView text)
{
    return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<uchar>(c) < 0x80; });
}

/// Bytes of the character that begins at `at`; damaged text counts byte by byte.
qsizetype characterSize(QByteArrayView text, qsizetype at)
{
    qsizetype size = 1;
    if (static_cast<uchar>(text[at]) >= 0xC0) {
        while (at + size < text.size() && (static_cast<uchar>(text[at + size]) & 0xC0) == 0x80)
            ++size;
    }
    return size;
}

QString wildcardExpression(const QString &text)
{
    QString pattern = QStringLiteral("\\A");
    for (const QChar c : text) {
        if (c == u'*')
            pattern += QStringLiteral(".*");
        else if (c == u'?')
            pattern += u'.';
        else
            pattern += QRegularExpression::escape(c);
    }
    return pattern + QStringLiteral("\\z");
}

} // namespace

KeyPattern::KeyPattern(const KeySearch &search)
{
    if (search.text.isEmpty())
        return;
    if (search.kind == KeySearch::Kind::RegularExpression) {
        setExpression(search.text, search.caseSensitive);
        return;
    }
    m_needle = search.text.toUtf8();
    const bool wildcard = search.kind == KeySearch::Kind::Wildcard;
    if (!search.caseSensitive && !isAscii(m_needle)) {
        // Letters of other alphabets need Unicode to know their other case.
        setExpression(wildcard ? wildcardExpression(search.text) : QRegularExpression::escape(search.text),
                      false);
        return;
    }
    m_small = !search.caseSensitive;
    if (m_small)
        std::transform(m_needle.begin(), m_needle.end(), m_needle.begin(), small);
    m_way = wildcard ? Way::Wildcard : m_small ? Way::SmallBytes : Way::Bytes;
}

void KeyPattern::setExpression(const QString &pattern, bool caseSensitive)
{
    QRegularExpression::PatternOptions options =
        QRegularExpression::DotMatchesEverythingOption | QRegularExpression::UseUnicodePropertiesOption;
    options.setFlag(QRegularExpression::CaseInsensitiveOption, !caseSensitive);
    const QRegularExpression plain(pattern, options);
    m_way = Way::Expression;
    if (!plain.isValid()) {
        m_error = plain.errorString();
        return;
    }
    // An expression that runs wild gives up on a key instead of holding the window.
    m_expression = QRegularExpression(QStringLiteral("(*LIMIT_MATCH=50000)") + pattern, options);
    m_expression.optimize();
}

bool KeyPattern::matches(QByteArrayView key) const
{
    switch (m_way) {
    case Way::Nothing:
        return false;
    case Way::Bytes:
        return key.contains(m_needle);
    case Way::SmallBytes:
        return contains(key);
    case Way::Wildcard:
        return matchesWildcard(key);
    case Way::Expression:
        return m_error.isEmpty() && m_expression.match(QString::fromUtf8(key)).hasMatch();
    }
    return false;
}

bool KeyPattern::contains(QByteArrayView key) const
{
    const qsizetype last = key.size() - m_needle.size();
    const char *const needle = m_needle.constData();
    const qsizetype size = m_needle.size();
    const char *const text = key.data();
    for (qsizetype start = 0; start <= last; ++start) {
        if (small(text[start]) != needle[0])
            continue;
        qsizetype i = 1;
        while (i < size && small(text[start + i]) == needle[i])
            ++i;
        if (i == size)
            return true;
    }
    return false;
}

bool KeyPattern::matchesWildcard(QByteArrayView key) const
{
    // The last star takes one character more whenever what follows does not match.
    qsizetype at = 0;
    qsizetype place = 0;
    qsizetype star = -1;
    qsizetype starAt = 0;
    const qsizetype size = m_needle.size();
    while (at < key.size()) {
        if (place < size && m_needle[place] == '*') {
            star = ++place;
            starAt = at;
        } else if (place < size && m_needle[place] == '?') {
            ++place;
            at += characterSize(key, at);
        } else if (place < size && m_needle[place] == (m_small ? small(key[at]) : key[at])) {
            ++place;
            ++at;
        } else if (star >= 0) {
            starAt += characterSize(key, starAt);
            at = starAt;
            place = star;
        } else {
            return false;
        }
    }
    while (place < size && m_needle[place] == '*')
        ++place;
    return place == size;
}

QByteArray KeyPattern::beginning(const KeySearch &search)
{
    qsizetype size = 0;
    switch (search.kind) {
    case KeySearch::Kind::Substring:
        return search.text.toUtf8();
    case KeySearch::Kind::Wildcard:
        while (size < search.text.size() && search.text[size] != u'*' && search.text[size] != u'?')
            ++size;
        return search.text.left(size).toUtf8();
    case KeySearch::Kind::RegularExpression:
        break;
    }
    if (!search.text.startsWith(u'^') || search.text.contains(u'|'))
        return {};
    const QString special = QStringLiteral("\\^$.[]|()?*+{}");
    QString text = search.text.sliced(1);
    while (size < text.size() && !special.contains(text[size]))
        ++size;
    // What follows may say that the last character need not be there.
    if (size < text.size() && QStringLiteral("?*{").contains(text[size]))
        --size;
    return text.left(std::max<qsizetype>(size, 0)).toUtf8();
}

} // namespace Studio
