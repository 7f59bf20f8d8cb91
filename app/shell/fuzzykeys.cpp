// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "shell/fuzzykeys.h"

#include "models/keytext.h"

#include <algorithm>

namespace Studio
{

namespace
{

constexpr int Between = 256;

char folded(char c)
{
    return c >= 'A' && c <= 'Z' ? char(c - 'A' + 'a') : c;
}

/// Whether the bytes of `wanted` (folded) stand in `key` in this order. Bytes beyond ASCII are skipped on
/// both sides: the real match decides.
bool mayMatch(QByteArrayView key, QByteArrayView wanted)
{
    qsizetype at = 0;
    for (const char c : key) {
        if (at == wanted.size())
            return true;
        at += folded(c) == wanted[at] ? 1 : 0;
    }
    return at == wanted.size();
}

} // namespace

FuzzyKeys fuzzyKeys(const MirrorSnapshot &snapshot, const QString &pattern, qsizetype limit,
                    const std::function<bool()> &stop)
{
    QByteArray wanted;
    for (const QChar c : pattern) {
        if (c.unicode() < 0x80 && !c.isSpace())
            wanted += folded(char(c.unicode()));
    }
    FuzzyKeys result;
    const auto better = [](const FuzzyKey &a, const FuzzyKey &b) { return a.match.score > b.match.score; };
    for (const BlockPointer &block : snapshot.blocks()) {
        for (int i = 0; i < block->size(); ++i) {
            if (++result.looked % Between == 0 && stop())
                return result;
            const QByteArrayView key = block->key(i);
            if (!mayMatch(key, wanted))
                continue;
            FuzzyMatch match = fuzzyMatch(pattern, KeyText::display(key));
            const bool isFull = result.found.size() == limit;
            if (!match.matches || (isFull && match.score <= result.found.constLast().match.score))
                continue;
            FuzzyKey found{key.toByteArray(), std::move(match)};
            result.found.insert(std::upper_bound(result.found.begin(), result.found.end(), found, better),
                                found);
            if (result.found.size() > limit)
                result.found.removeLast();
        }
    }
    result.complete = true;
    return result;
}

} // namespace Studio
