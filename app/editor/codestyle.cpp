// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "editor/codestyle.h"

#include <Qsci/qsciscintillabase.h>

#include <algorithm>

namespace Studio::CodeStyle
{

namespace
{

/// Scintilla has 12 bits for the level; deeper lines share the last one.
constexpr int MaxDepth = QsciScintillaBase::SC_FOLDLEVELNUMBERMASK - QsciScintillaBase::SC_FOLDLEVELBASE;

} // namespace

Style styleOf(JsonLook look)
{
    switch (look) {
    case JsonLook::Plain:
        return Plain;
    case JsonLook::Punctuation:
        return Punctuation;
    case JsonLook::Name:
        return Name;
    case JsonLook::String:
        return String;
    case JsonLook::Number:
        return Number;
    case JsonLook::Literal:
        return Literal;
    case JsonLook::Wrong:
        return Wrong;
    }
    return Plain;
}

QList<LineFold> lineFolds(QByteArrayView styles, QByteArrayView text, int depth)
{
    QList<LineFold> folds;
    int now = depth;
    int lowest = depth;
    const auto endLine = [&] {
        folds.append({now > lowest ? lowest : depth, now});
        depth = lowest = now;
    };
    for (qsizetype i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (c == '\n' || (c == '\r' && !(i + 1 < text.size() && text[i + 1] == '\n'))) {
            endLine();
        } else if (styles[i] == Punctuation && (c == '{' || c == '[')) {
            ++now;
        } else if (styles[i] == Punctuation && (c == '}' || c == ']')) {
            now = std::max(0, now - 1);
            lowest = std::min(lowest, now);
        }
    }
    endLine();
    return folds;
}

int foldLevel(const LineFold &fold)
{
    const int depth = std::min(fold.depth, MaxDepth);
    const int behind = std::min(fold.behind, MaxDepth);
    const int header = behind > depth ? QsciScintillaBase::SC_FOLDLEVELHEADERFLAG : 0;
    return (QsciScintillaBase::SC_FOLDLEVELBASE + depth) | header | (behind << 16);
}

int depthBehind(int foldLevel)
{
    return (foldLevel >> 16) & 0xFFF;
}

} // namespace Studio::CodeStyle
