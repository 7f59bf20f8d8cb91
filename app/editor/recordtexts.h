// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "editor/recordbanner.h"
#include "session/sessiontypes.h"

#include <QByteArray>
#include <QString>

namespace Studio
{

class RecordController;
struct TextFindings;

/// The sentences of a record tab, apart from where they stand.
namespace RecordTexts
{

/// "No connection for 14 s. Trying again in 4 s (attempt 3). …"; empty while the line is up or opening for
/// the first time. `now` in ms since 1970.
RecordBanner::Content line(const SessionStatus &status, qint64 now, bool isEdited);
/// What RecordController::trouble() means for the person; without answers. `members`: what changed elsewhere,
/// as memberNames() says it.
RecordBanner::Content trouble(const RecordController &controller, const QString &members);
/// "read 14:22:07, live".
QString readState(const RecordController &controller);
/// "status, shippedAt and 3 more"; empty where the two cannot be compared by member.
QString memberNames(QByteArrayView before, QByteArrayView after);
/// "Edited: 1 member · not saved".
QString edited(const TextFindings &findings);
/// "changed just now by another writer: status, shippedAt". `age` in ms.
QString foreignChange(qint64 age, const QString &members);

} // namespace RecordTexts

} // namespace Studio
