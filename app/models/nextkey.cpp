// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/nextkey.h"

#include "mirror/keyspacemirror.h"

#include <algorithm>

namespace Studio
{

namespace
{

constexpr int MostSteps = 100'000; ///< keys that are looked at
constexpr qsizetype MostDigits = 18; ///< of a number that fits

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

} // namespace

std::optional<QByteArray> nextNumberedKey(const KeyspaceMirror &mirror, const QByteArray &prefix)
{
    qint64 greatest = -1;
    qsizetype width = 0;
    int steps = 0;
    auto at = mirror.lowerBound(prefix + '0');
    while (!mirror.isEnd(at)) {
        const QByteArrayView key = mirror.keyAt(at);
        if (!key.startsWith(prefix) || !isDigit(key[prefix.size()]))
            break;
        if (++steps > MostSteps)
            return {};
        const QByteArrayView rest = key.sliced(prefix.size());
        const auto other = std::find_if_not(rest.cbegin(), rest.cend(), isDigit);
        if (other != rest.cend()) {
            // A number that is a branch: its keys are jumped over, as many as they are.
            QByteArray behind = key.first(prefix.size() + (other - rest.cbegin()) + 1).toByteArray();
            const auto last = static_cast<uchar>(behind.back());
            if (last < 0x7F) {
                behind.back() = static_cast<char>(last + 1);
                at = mirror.lowerBound(behind);
            } else {
                mirror.advance(at);
            }
            continue;
        }
        if (rest.size() <= MostDigits) {
            const qint64 number = rest.toLongLong();
            if (number > greatest) {
                greatest = number;
                width = rest.size();
            }
        }
        mirror.advance(at);
    }
    if (greatest < 0)
        return {};
    return prefix + QByteArray::number(greatest + 1).rightJustified(width, '0');
}

QByteArray withoutNumber(const QByteArray &key)
{
    qsizetype end = key.size();
    while (end > 0 && isDigit(key.at(end - 1)))
        --end;
    return key.first(end);
}

} // namespace Studio
