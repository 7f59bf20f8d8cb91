// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>
#include <QtGlobal>

namespace Studio
{

class Settings;

/// How Save brings an edit into the store.
enum class SaveMode : quint8 {
    Replace, ///< the whole text, byte for byte as it is shown
    Patch, ///< only the members that were changed, as a merge patch
    Append ///< only what was added at the end
};

/// The mode that the person last chose for a profile; SaveMode::Replace before that: the one that leaves
/// exactly the bytes that are shown, and refuses when they are not over the value that was read.
SaveMode savedMode(const Settings &settings, const QString &profileId);
void rememberMode(Settings &settings, const QString &profileId, SaveMode mode);

} // namespace Studio
