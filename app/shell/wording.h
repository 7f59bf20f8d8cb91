// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "session/sessiontypes.h"

#include <QString>

class QUrl;

namespace Studio
{

/// Short texts that several places show in the same words.
namespace Wording
{

/// "read-only", "confirm writes", "free".
QString safety(SafetyLevel level);
/// "14 s", "2 min", "3 h", "5 d".
QString duration(qint64 ms);
/// The same for what may be shorter than a second: "350 ms".
QString outage(qint64 ms);
/// "opened 2 h ago", "opened yesterday", "opened on 12 November"; `then` and `now` in ms since 1970.
QString opened(qint64 then, qint64 now);
/// "412 bytes", "23.4 kB".
QString size(qint64 bytes);
/// Host and port, without scheme, path or anything secret.
QString host(const QUrl &url);
/// One word, or one word with the attempt, for the state of the line.
QString line(const SessionStatus &status);

} // namespace Wording

} // namespace Studio
