// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "notices/noticecenter.h"
#include "profiles/profilestore.h"
#include "profiles/secretstore.h"
#include "shell/appcontext.h"
#include "shell/commandregistry.h"
#include "shell/commands.h"
#include "shell/settings.h"
#include "shell/theme.h"

#include <QTemporaryDir>

namespace Studio
{

/// What views need, with files in a folder of its own.
struct EditorFixture {
    QTemporaryDir folder;
    Settings settings{folder.filePath(QStringLiteral("settings.json"))};
    Theme theme{settings};
    CommandRegistry commands{theme};
    NoticeCenter notices;
    ProfileStore profiles{folder.filePath(QStringLiteral("profiles.json"))};
    MemorySecretStore secrets;
    AppContext app{settings, theme, commands, notices, profiles, secrets};

    EditorFixture() { addStandardCommands(commands); }
};

} // namespace Studio
