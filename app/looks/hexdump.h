// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArrayView>
#include <QString>

namespace Studio
{

/// Lines of an offset, 16 bytes as hexadecimal digits and as ASCII, at most `mostLines` of them. Any thread.
QString hexDump(QByteArrayView bytes, int mostLines);

} // namespace Studio
