// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QList>
#include <QtGlobal>

namespace Studio
{

/// `length` bytes at `offset` give way to `replacement`; all others stay. Any thread, as all of this file.
struct TextEdit {
    qsizetype offset = 0;
    qsizetype length = 0;
    QByteArray replacement;

    bool isNothing() const { return length == 0 && replacement.isEmpty(); }
    bool operator==(const TextEdit &) const = default;
};

/// The text afterwards.
QByteArray edited(QByteArrayView text, const TextEdit &edit);

/// All edits of one text at once. They speak of the text before, do not overlap and are in order of their
/// place; several at one place follow one another.
QByteArray edited(QByteArrayView text, const QList<TextEdit> &edits);

/// What takes `edit` back in the text that it has made out of `text`.
TextEdit inverse(QByteArrayView text, const TextEdit &edit);

/// The same edit without what it leaves as it is at its two ends; never cuts a UTF-8 character.
TextEdit trimmed(QByteArrayView text, const TextEdit &edit);

/// Several edits (as for edited()) as one.
TextEdit joined(QByteArrayView text, const QList<TextEdit> &edits);

} // namespace Studio
