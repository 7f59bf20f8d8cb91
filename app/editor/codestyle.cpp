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

constexpr qsizetype LongRun = 200; ///< bytes; shorter ones are measured fast enough
/// From here on pieces are single characters: so few of them are different that not even a line which is seen
/// for the first time holds the window. Lines that long are never wrapped, so one row is made of them.
constexpr qsizetype HugeRun = 30'000;
constexpr qsizetype ShortestPiece = 12;
constexpr qsizetype LongestPiece = 26; ///< Scintilla remembers up to 29, and a character may have three
constexpr qsizetype SmallestPiece = 1;

/// Whether a run may be cut before this byte: at the beginning of a character that never joins the one before
/// it. An ASCII character or a Chinese ideograph; all else stays whole.
bool mayCutBefore(char c)
{
    const auto byte = uchar(c);
    return byte < 0x80 || (byte >= 0xE4 && byte <= 0xE9);
}

unsigned mixed(QByteArrayView run, qsizetype at)
{
    return uchar(run[at]) * 17u + uchar(run[at - 1]) * 31u + uchar(run[at - 2]) * 7u;
}

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

void fillRun(char *styles, QByteArrayView run, Style style)
{
    if (run.size() < LongRun) {
        std::fill_n(styles, run.size(), char(style));
        return;
    }
    const bool isHuge = run.size() >= HugeRun;
    const qsizetype shortest = isHuge ? SmallestPiece : ShortestPiece;
    const qsizetype longest = isHuge ? SmallestPiece : LongestPiece;
    qsizetype begin = 0;
    unsigned twin = 0;
    for (qsizetype i = 0; i < run.size(); ++i) {
        const qsizetype length = i - begin;
        if (length >= shortest && mayCutBefore(run[i])) {
            const unsigned mix = isHuge ? uchar(run[i]) : mixed(run, i);
            if (length >= longest || mix / Twins % 8 == 0) {
                twin = mix % Twins == twin ? (twin + 1) % Twins : mix % Twins;
                begin = i;
            }
        }
        styles[i] = char(style + int(twin) * TwinStep);
    }
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
