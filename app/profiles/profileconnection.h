// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "profiles/profile.h"

#include <hpkvqt/connectionconfig.h>

namespace Studio
{

/// The library's form of a profile. Where the file with certificate authorities cannot be read, `*problem`
/// says so and the system's alone are trusted.
Hpkv::ConnectionConfig connectionConfig(const Profile &profile, QString *problem = nullptr);

} // namespace Studio
