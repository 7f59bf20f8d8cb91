// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "profiles/profile.h"

#include <QJsonObject>

#include <optional>

namespace Studio
{

/// What a profile looks like in the file. Members that this version does not know are kept by the store.
QJsonObject profileToJson(const Profile &profile);

/// Empty for an object without an id; members of a wrong type fall back to their default.
std::optional<Profile> profileFromJson(const QJsonObject &object);

} // namespace Studio
