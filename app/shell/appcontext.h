// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace Studio
{

class CommandRegistry;
class DraftStore;
class NoticeCenter;
class ProfileStore;
class SecretStore;
class Settings;
class Theme;

/// What every view needs, passed to its constructor by reference instead of singletons. Owned by main().
struct AppContext {
    Settings &settings;
    Theme &theme;
    CommandRegistry &commands;
    NoticeCenter &notices;
    ProfileStore &profiles;
    SecretStore &secrets;
    DraftStore *drafts = nullptr; ///< nullptr: edits are not kept when their tab goes
};

} // namespace Studio
