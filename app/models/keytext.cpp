// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/keytext.h"

#include <QChar>
#include <QStringConverter>

namespace Studio::KeyText
{

namespace
{

/// Length of the well-formed UTF-8 sequence at the beginning of `text`; 0 = none. Sets the code point.
qsizetype sequence(QByteArrayView text, char32_t &codePoint)
{
    const auto byte = [&](qsizetype i) { return static_cast<uchar>(text[i]); };
    const uchar lead = byte(0);
    if (lead < 0x80) {
        codePoint = lead;
        return 1;
    }
    const qsizetype length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
    if (lead < 0xC2 || lead > 0xF4 || text.size() < length)
        return 0;
    codePoint = lead & (0xFFU >> (length + 1));
    for (qsizetype i = 1; i < length; ++i) {
        if ((byte(i) & 0xC0) != 0x80)
            return 0;
        codePoint = (codePoint << 6) | (byte(i) & 0x3FU);
    }
    const char32_t smallest = length == 2 ? 0x80 : length == 3 ? 0x800 : 0x10000;
    if (codePoint < smallest || codePoint > 0x10FFFF || QChar::isSurrogate(codePoint))
        return 0;
    return length;
}

QString bracketed(const QString &text)
{
    return QChar(0x27E8) + text + QChar(0x27E9);
}

/// What is shown for a character that would not be seen as what it is; null for all others.
QString mark(char32_t c)
{
    if (c < 0x20)
        return QString(QChar(char16_t(0x2400 + c)));
    if (c == 0x7F)
        return QString(QChar(0x2421));
    switch (QChar::category(c)) {
    case QChar::Other_Control:
    case QChar::Other_Format: // direction marks and overrides, zero-width joiners, byte order mark
    case QChar::Other_Surrogate:
    case QChar::Other_PrivateUse:
    case QChar::Other_NotAssigned:
    case QChar::Separator_Line:
    case QChar::Separator_Paragraph:
        break;
    case QChar::Separator_Space:
        if (c == U' ')
            return {};
        break;
    default:
        // Fillers that look like nothing at all.
        if (c != 0x115F && c != 0x1160 && c != 0x3164 && c != 0xFFA0 && c != 0x034F)
            return {};
    }
    return bracketed(QStringLiteral("U+")
                     + QString::number(c, 16).toUpper().rightJustified(4, QLatin1Char('0')));
}

} // namespace

QString display(QByteArrayView key)
{
    QString result;
    result.reserve(key.size());
    for (qsizetype i = 0; i < key.size();) {
        char32_t c = 0;
        const qsizetype length = sequence(key.sliced(i), c);
        if (length == 0) {
            const QString hex = QString::number(static_cast<uchar>(key[i]), 16).toUpper();
            result += bracketed(QLatin1Char('x') + hex.rightJustified(2, QLatin1Char('0')));
            ++i;
            continue;
        }
        const QString marked = mark(c);
        if (marked.isNull())
            result += QChar::fromUcs4(c);
        else
            result += marked;
        i += length;
    }
    // Spaces are seen between other characters, but not at the ends.
    for (qsizetype i = 0; i < result.size() && result[i] == QLatin1Char(' '); ++i)
        result[i] = QChar(0x2423);
    for (qsizetype i = result.size() - 1; i >= 0 && result[i] == QLatin1Char(' '); --i)
        result[i] = QChar(0x2423);
    return result;
}

QString elided(QByteArrayView key, int maxCharacters)
{
    const QString text = display(key);
    const int room = qMax(8, maxCharacters);
    if (text.size() <= room)
        return text;
    // The end of a key tells more than its middle. Surrogate pairs stay whole.
    qsizetype head = (room - 1) * 2 / 3;
    qsizetype tail = text.size() - (room - 1 - head);
    if (text[head].isLowSurrogate())
        --head;
    if (text[tail].isLowSurrogate())
        ++tail;
    return text.left(head) + QChar(0x2026) + text.mid(tail);
}

bool isOdd(QByteArrayView key)
{
    return display(key) != QString::fromUtf8(key);
}

} // namespace Studio::KeyText
