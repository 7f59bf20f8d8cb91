// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "shell/themecolors.h"

#include <array>
#include <cmath>

namespace Studio
{

namespace
{

struct Pair {
    QRgb light;
    QRgb dark;
};

constexpr QRgb opaque(unsigned rgb)
{
    return 0xff000000U | rgb;
}

constexpr Pair pair(unsigned light, unsigned dark)
{
    return {opaque(light), opaque(dark)};
}

// clang-format off
constexpr std::array<Pair, ColorRoleCount> Table{{
    pair(0xF3F5F7, 0x14171B), // Window: behind everything
    pair(0xFAFBFC, 0x181C21), // Panel: docks, bars
    pair(0xFFFFFF, 0x1D2228), // Base: editor, tables, tiles
    pair(0xFFFFFF, 0x242A31), // Raised: popups
    pair(0xDCE1E6, 0x2C333B), // Line: between parts
    pair(0xC6CDD4, 0x3C454F), // LineStrong: around inputs and buttons
    pair(0x1A1F24, 0xE4E8EC), // Text
    pair(0x57616B, 0xA3ADB8), // TextMuted: labels
    pair(0x5F6973, 0x9CA7B2), // TextFaint: counts, times, placeholders
    pair(0x0B66A8, 0x5CB3F5), // Accent: one primary action, focus, progress
    pair(0xE3F0FA, 0x17324A), // AccentSoft
    pair(0xFFFFFF, 0x08131D), // OnAccent
    pair(0xDCECFA, 0x1E3C57), // Selection: rows
    pair(0xEDF1F5, 0x232930), // Hover: rows
    pair(0x176E30, 0x57C878), // Created: also "good"
    pair(0x0B66A8, 0x5CB3F5), // Replaced
    pair(0x7A3FC4, 0xBC94F2), // Patched: also "changed just now"
    pair(0x4A55CC, 0x97A1F7), // Appended
    pair(0x0F7080, 0x4FC4D3), // Counted
    pair(0xC02A34, 0xFF7B81), // Removed: also "error"
    pair(0x8A5A00, 0xE5B454), // Warning: stale, offline, edited
    pair(0xE2F5E7, 0x16301F), // CreatedSoft
    pair(0xE3F0FA, 0x152C40), // ReplacedSoft: also under "appended"
    pair(0xF0E8FB, 0x2A2040), // PatchedSoft: lit lines
    pair(0xDFF3F5, 0x122E33), // CountedSoft
    pair(0xFCE7E8, 0x3B1D20), // RemovedSoft
    pair(0xFFF3D6, 0x372B12), // WarningSoft: banners, gaps
    pair(0x0B4F8A, 0x8CC8F8), // JsonKey
    pair(0x1B6E3C, 0x7FD6A0), // JsonString
    pair(0x9A4A00, 0xF0B072), // JsonNumber
    pair(0x7A3FC4, 0xCBA9F7), // JsonLiteral
}};
// clang-format on

double linear(double channel)
{
    return channel <= 0.03928 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
}

double luminance(const QColor &color)
{
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
}

} // namespace

QColor themeColor(ColorRole role, bool dark)
{
    const Pair &entry = Table[std::size_t(role)];
    return QColor::fromRgb(dark ? entry.dark : entry.light);
}

double contrastRatio(const QColor &a, const QColor &b)
{
    const double first = luminance(a);
    const double second = luminance(b);
    return (std::max(first, second) + 0.05) / (std::min(first, second) + 0.05);
}

} // namespace Studio
