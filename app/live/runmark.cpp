// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "live/runmark.h"

#include <QFile>

namespace Studio
{

RunMark::RunMark(const QString &file)
    : m_lock(file)
{
    // Age says nothing: a mark is stale when its process is gone, and only then can it be had.
    m_lock.setStaleLockTime(0);
    const bool wasThere = QFile::exists(file);
    m_endedBadly = m_lock.tryLock(0) && wasThere;
}

} // namespace Studio
