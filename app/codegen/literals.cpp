// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "codegen/literals.h"

#include <QChar>
#include <QList>
#include <QStringView>

namespace Studio::Literals
{

namespace
{

/// Whether a character would be taken for something else, or for nothing, where the code is read.
bool isOdd(char32_t c)
{
    switch (QChar::category(c)) {
    case QChar::Other_Control:
    case QChar::Other_Format:
    case QChar::Other_Surrogate:
    case QChar::Other_PrivateUse:
    case QChar::Other_NotAssigned:
    case QChar::Separator_Line:
    case QChar::Separator_Paragraph:
        return true;
    case QChar::Separator_Space:
        return c != U' ';
    default:
        return false;
    }
}

QByteArray unit(char16_t unit)
{
    return "\\u" + QByteArray::number(unit, 16).rightJustified(4, '0');
}

/// What JSON and JavaScript have in common.
QByteArray quoted(const QByteArray &utf8, char quote)
{
    QByteArray text(1, quote);
    text.reserve(utf8.size() + 2);
    const QList<uint> points = QString::fromUtf8(utf8).toUcs4();
    for (const char32_t c : points) {
        switch (c) {
        case U'\n':
            text += "\\n";
            break;
        case U'\r':
            text += "\\r";
            break;
        case U'\t':
            text += "\\t";
            break;
        case U'\\':
            text += "\\\\";
            break;
        default:
            if (c == static_cast<unsigned char>(quote)) {
                text += '\\';
                text += quote;
            } else if (!isOdd(c)) {
                text += QStringView(QChar::fromUcs4(c)).toUtf8();
            } else if (QChar::requiresSurrogates(c)) {
                text += unit(QChar::highSurrogate(c)) + unit(QChar::lowSurrogate(c));
            } else {
                text += unit(char16_t(c));
            }
        }
    }
    return text + quote;
}

} // namespace

QByteArray json(const QByteArray &utf8)
{
    return quoted(utf8, '"');
}

QByteArray javaScript(const QByteArray &utf8)
{
    return quoted(utf8, '\'');
}

QByteArray cpp(const QByteArray &bytes)
{
    QByteArray text("\"");
    text.reserve(bytes.size() + 2);
    bool afterQuestion = false; // two in a row would begin a trigraph for compilers that still know them
    for (const char c : bytes) {
        const auto byte = static_cast<unsigned char>(c);
        if (c == '\n')
            text += "\\n";
        else if (c == '\t')
            text += "\\t";
        else if (c == '"' || c == '\\' || (c == '?' && afterQuestion))
            text += QByteArray("\\") + c;
        else if (byte < 0x20 || byte >= 0x7F)
            text += '\\' + QByteArray::number(byte, 8).rightJustified(3, '0');
        else
            text += c;
        afterQuestion = c == '?';
    }
    return text + '"';
}

QByteArray shell(const QByteArray &text)
{
    QByteArray inside = text;
    return '\'' + inside.replace('\'', "'\\''") + '\'';
}

QByteArray urlPart(const QByteArray &utf8)
{
    return utf8.toPercentEncoding();
}

} // namespace Studio::Literals
