// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>
#include <QtGlobal>

namespace Studio
{

enum class Severity : quint8 { Info, Good, Warning, Error };

/// Everything there is to say to a person. Banner, status bar and list are views of it. Two notices with the
/// same id are one: the later text replaces the earlier and the count grows; a mended cause clears its own.
struct Notice {
    QString id; ///< cause and place, e.g. "line/PROFILE" or "save/PROFILE/KEY"
    Severity severity = Severity::Info;
    QString title; ///< what happened, short; shown semibold
    QString text; ///< what it means for the data and what can be done
    QString details; ///< for "Details": codes, server text; never a credential
    QString context; ///< where it belongs: "window", "session/ID", "record/ID/KEY"
    QString actionCommand; ///< id of the command behind the action button; empty = none
    QString actionText;
    qint64 at = 0; ///< ms since 1970
    int count = 1;
};

} // namespace Studio
