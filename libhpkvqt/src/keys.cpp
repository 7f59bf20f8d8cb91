// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: MIT

#include <hpkvqt/keys.h>

#include <QStringBuilder>

namespace Hpkv::Keys
{

namespace
{

constexpr char32_t lastCodePoint = 0x10FFFF;

QByteArray encoded(char32_t codePoint)
{
    const auto byte = [](char32_t value) { return static_cast<char>(static_cast<unsigned char>(value)); };
    QByteArray result;
    if (codePoint < 0x80) {
        result += byte(codePoint);
    } else if (codePoint < 0x800) {
        result += byte(0xC0 | (codePoint >> 6));
        result += byte(0x80 | (codePoint & 0x3F));
    } else if (codePoint < 0x10000) {
        result += byte(0xE0 | (codePoint >> 12));
        result += byte(0x80 | ((codePoint >> 6) & 0x3F));
        result += byte(0x80 | (codePoint & 0x3F));
    } else {
        result += byte(0xF0 | (codePoint >> 18));
        result += byte(0x80 | ((codePoint >> 12) & 0x3F));
        result += byte(0x80 | ((codePoint >> 6) & 0x3F));
        result += byte(0x80 | (codePoint & 0x3F));
    }
    return result;
}

/// The last code point of well-formed, non-empty UTF-8, which is cut off.
char32_t takeLast(QByteArray &text)
{
    qsizetype start = text.size() - 1;
    while (start > 0 && (static_cast<unsigned char>(text.at(start)) & 0xC0) == 0x80)
        --start;
    const auto lead = static_cast<unsigned char>(text.at(start));
    char32_t codePoint = lead;
    if (lead >= 0xF0)
        codePoint = lead & 0x07;
    else if (lead >= 0xE0)
        codePoint = lead & 0x0F;
    else if (lead >= 0xC0)
        codePoint = lead & 0x1F;
    for (qsizetype i = start + 1; i < text.size(); ++i)
        codePoint = (codePoint << 6) | (static_cast<unsigned char>(text.at(i)) & 0x3F);
    text.truncate(start);
    return codePoint;
}

} // namespace

QByteArray smallestStart()
{
    return QByteArray(1, '\0');
}

QByteArray prefixEnd(const QByteArray &prefix, int limit)
{
    const QByteArray last = encoded(lastCodePoint);
    QByteArray end = prefix + last;
    for (int i = 1; i < 8 && end.size() + last.size() <= limit; ++i)
        end += last;
    return end;
}

QByteArray nextStart(const QByteArray &lastKey)
{
    return lastKey + '\0';
}

std::optional<QByteArray> branchSuccessor(const QByteArray &prefix)
{
    QByteArray rest = prefix;
    while (!rest.isEmpty()) {
        const char32_t last = takeLast(rest);
        if (last >= lastCodePoint)
            continue;
        const char32_t raised = last == 0xD7FF ? 0xE000 : last + 1;
        return rest + encoded(raised);
    }
    return std::nullopt;
}

bool isUtf8(const QByteArray &text)
{
    return text.isValidUtf8();
}

} // namespace Hpkv::Keys
