// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>
#include <QStringList>

namespace Studio
{

/// The separators that a person typed with spaces between them: ": / ->". A separator that has a space in it
/// shows it as ␣. Each counts once. Pure, any thread.
QStringList separatorsFromText(const QString &text);
QString separatorsToText(const QStringList &separators);

} // namespace Studio
