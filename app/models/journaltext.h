// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "session/journalline.h"

#include <QString>

namespace Studio::JournalText
{

/// The badge: "replaced", "removed"; of a job "job".
QString kind(const JournalLine &line);
/// Of a job: what it did and to how many keys.
QString job(const JournalLine &line);
/// One line: old → new, or what a job did.
QString change(const JournalLine &line);
/// "done", "failed", "undone", …
QString end(const JournalLine &line);
/// Everything in some lines, for tooltips and screen readers.
QString whole(const JournalLine &line);

} // namespace Studio::JournalText
