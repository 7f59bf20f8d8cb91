// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "json/textedit.h"

#include <algorithm>

namespace Studio
{

namespace
{

bool isInsideCharacter(QByteArrayView text, qsizetype at)
{
    return at < text.size() && (uchar(text[at]) & 0xC0) == 0x80;
}

} // namespace

QByteArray edited(QByteArrayView text, const TextEdit &edit)
{
    return edited(text, QList<TextEdit>{edit});
}

QByteArray edited(QByteArrayView text, const QList<TextEdit> &edits)
{
    QByteArray out;
    qsizetype size = text.size();
    for (const TextEdit &edit : edits)
        size += edit.replacement.size() - edit.length;
    out.reserve(std::max<qsizetype>(size, 0));
    qsizetype at = 0;
    for (const TextEdit &edit : edits) {
        Q_ASSERT(edit.offset >= at && edit.offset + edit.length <= text.size());
        out.append(text.sliced(at, edit.offset - at));
        out.append(edit.replacement);
        at = edit.offset + edit.length;
    }
    out.append(text.sliced(at));
    return out;
}

TextEdit inverse(QByteArrayView text, const TextEdit &edit)
{
    return {edit.offset, edit.replacement.size(), text.sliced(edit.offset, edit.length).toByteArray()};
}

TextEdit trimmed(QByteArrayView text, const TextEdit &edit)
{
    const QByteArrayView before = text.sliced(edit.offset, edit.length);
    const QByteArrayView after = edit.replacement;
    const qsizetype shorter = std::min(before.size(), after.size());
    qsizetype front = 0;
    while (front < shorter && before[front] == after[front])
        ++front;
    while (front > 0 && (isInsideCharacter(before, front) || isInsideCharacter(after, front)))
        --front;
    qsizetype tail = 0;
    while (tail < shorter - front && before[before.size() - 1 - tail] == after[after.size() - 1 - tail])
        ++tail;
    while (
        tail > 0
        && (isInsideCharacter(before, before.size() - tail) || isInsideCharacter(after, after.size() - tail)))
        --tail;
    return {edit.offset + front, edit.length - front - tail,
            edit.replacement.sliced(front, after.size() - front - tail)};
}

TextEdit joined(QByteArrayView text, const QList<TextEdit> &edits)
{
    if (edits.isEmpty())
        return {};
    const qsizetype from = edits.first().offset;
    const qsizetype end = edits.last().offset + edits.last().length;
    QList<TextEdit> inside = edits;
    for (TextEdit &edit : inside)
        edit.offset -= from;
    return {from, end - from, edited(text.sliced(from, end - from), inside)};
}

} // namespace Studio
