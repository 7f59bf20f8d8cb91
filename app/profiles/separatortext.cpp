// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "profiles/separatortext.h"

namespace Studio
{

namespace
{

constexpr QChar OpenBox(0x2423);

} // namespace

QStringList separatorsFromText(const QString &text)
{
    QStringList separators;
    const QStringList parts = text.split(u' ', Qt::SkipEmptyParts);
    for (QString part : parts) {
        part.replace(OpenBox, u' ');
        if (!separators.contains(part))
            separators.append(part);
    }
    return separators;
}

QString separatorsToText(const QStringList &separators)
{
    QStringList parts;
    for (QString separator : separators)
        parts.append(separator.replace(u' ', OpenBox));
    return parts.join(u' ');
}

} // namespace Studio
