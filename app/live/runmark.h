// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QLockFile>
#include <QString>

namespace Studio
{

/// A file that is there while something runs, so that the next one to run knows whether the last one came to
/// its end.
class RunMark
{
public:
    explicit RunMark(const QString &file);

    /// Whether the one before ended without taking its mark away. False where another copy runs.
    bool endedBadly() const { return m_endedBadly; }

private:
    QLockFile m_lock;
    bool m_endedBadly = false;
};

} // namespace Studio
