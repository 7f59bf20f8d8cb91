// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "looks/hexdump.h"

#include <QByteArray>

#include <algorithm>

namespace Studio
{

QString hexDump(QByteArrayView bytes, int mostLines)
{
    constexpr qsizetype PerLine = 16;
    QString dump;
    for (qsizetype offset = 0; offset < bytes.size() && offset / PerLine < mostLines; offset += PerLine) {
        const QByteArray line = bytes.sliced(offset, std::min(PerLine, bytes.size() - offset)).toByteArray();
        QString ascii;
        for (const char c : line)
            ascii += uchar(c) >= 0x20 && uchar(c) < 0x7F ? QLatin1Char(c) : QLatin1Char('.');
        if (!dump.isEmpty())
            dump += QLatin1Char('\n');
        dump += QStringLiteral("%1  %2  %3")
                    .arg(offset, 8, 16, QLatin1Char('0'))
                    .arg(QString::fromLatin1(line.toHex(' ')), -int(PerLine * 3 - 1))
                    .arg(ascii);
    }
    return dump;
}

} // namespace Studio
