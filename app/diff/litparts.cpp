// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "diff/litparts.h"

#include "diff/sequencealign.h"

#include <algorithm>
#include <functional>

namespace Studio
{

namespace
{

/// Words of both lines together; with more of them a word more or less says nothing.
constexpr size_t MostWords = 400;

bool isWordPart(char c)
{
    return uchar(c) >= 0x80 || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')
        || c == '_';
}

/// Bytes that a common end gives up so as not to begin or end within a word; longer ones are no words.
constexpr qsizetype LongestWord = 24;

bool isTail(QByteArrayView text, qsizetype at)
{
    return at < text.size() && (uchar(text[at]) & 0xC0) == 0x80;
}

/// Whether `at` lies within a word of `text`.
bool splitsWord(QByteArrayView text, qsizetype at)
{
    return at > 0 && at < text.size() && isWordPart(text[at - 1]) && isWordPart(text[at]);
}

/// What is left of a common end without the part of a word.
qsizetype wholeWords(qsizetype length, const std::function<bool(qsizetype)> &splits)
{
    for (qsizetype shorter = length; shorter >= 0 && shorter >= length - LongestWord; --shorter) {
        if (!splits(shorter))
            return shorter;
    }
    return length;
}

/// Words, and each other character by itself.
TextPieces wordsOf(QByteArrayView text)
{
    TextPieces words;
    for (qsizetype at = 0; at < text.size() && words.size() <= MostWords;) {
        qsizetype end = at + 1;
        while (isWordPart(text[at]) && end < text.size() && isWordPart(text[end]))
            ++end;
        words.push_back(text.sliced(at, end - at));
        at = end;
    }
    return words;
}

/// The pieces without a partner, with those that touch one another together.
std::vector<std::pair<qsizetype, qsizetype>> lonely(const TextPieces &pieces, const std::vector<bool> &stays,
                                                    qsizetype shift)
{
    std::vector<std::pair<qsizetype, qsizetype>> parts;
    qsizetype at = shift;
    for (size_t i = 0; i < pieces.size(); ++i) {
        if (!stays[i] && !parts.empty() && parts.back().first + parts.back().second == at)
            parts.back().second += pieces[i].size();
        else if (!stays[i])
            parts.emplace_back(at, pieces[i].size());
        at += pieces[i].size();
    }
    return parts;
}

} // namespace

LitParts litParts(QByteArrayView before, QByteArrayView after)
{
    const qsizetype shorter = std::min(before.size(), after.size());
    qsizetype head = 0;
    while (head < shorter && before[head] == after[head])
        ++head;
    while (head > 0 && (isTail(before, head) || isTail(after, head)))
        --head;
    qsizetype tail = 0;
    while (tail < shorter - head && before[before.size() - 1 - tail] == after[after.size() - 1 - tail])
        ++tail;
    while (tail > 0 && isTail(before, before.size() - tail))
        --tail;
    head = wholeWords(head, [&](qsizetype at) { return splitsWord(before, at) || splitsWord(after, at); });
    tail = wholeWords(tail, [&](qsizetype at) {
        return splitsWord(before, before.size() - at) || splitsWord(after, after.size() - at);
    });
    const QByteArrayView a = before.sliced(head, before.size() - head - tail);
    const QByteArrayView b = after.sliced(head, after.size() - head - tail);

    LitParts whole;
    if (!a.isEmpty())
        whole.before.emplace_back(head, a.size());
    if (!b.isEmpty())
        whole.after.emplace_back(head, b.size());
    const TextPieces aWords = wordsOf(a);
    const TextPieces bWords = wordsOf(b);
    if (aWords.size() + bWords.size() > MostWords)
        return whole;

    const std::vector<int> partners = alignSequences(aWords, bWords);
    std::vector<bool> staysA(aWords.size());
    std::vector<bool> staysB(bWords.size());
    qsizetype common = 0;
    for (size_t i = 0; i < partners.size(); ++i) {
        if (partners[i] < 0)
            continue;
        staysA[i] = true;
        staysB[size_t(partners[i])] = true;
        common += aWords[i].size();
    }
    // A blank or a comma in common makes no sense of two texts.
    if (common * 3 < std::max(a.size(), b.size()))
        return whole;
    return {lonely(aWords, staysA, head), lonely(bWords, staysB, head)};
}

} // namespace Studio
