// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "editor/savemode.h"

#include "shell/settings.h"

#include <array>

namespace Studio
{

namespace
{

constexpr std::array Names{QLatin1StringView("replace"), QLatin1StringView("patch"),
                           QLatin1StringView("append")};

/// One setting for each profile; `name` has to live as long as it is used.
Setting<QString> settingFor(const QByteArray &name)
{
    return {QLatin1StringView(name), QString(Names.front())};
}

QByteArray nameFor(const QString &profileId)
{
    return "editor/saveMode/" + profileId.toLatin1();
}

} // namespace

SaveMode savedMode(const Settings &settings, const QString &profileId)
{
    const QByteArray name = nameFor(profileId);
    const QString saved = settings.value(settingFor(name));
    for (size_t i = 0; i < Names.size(); ++i) {
        if (Names.at(i) == saved)
            return SaveMode(i);
    }
    return SaveMode::Replace;
}

void rememberMode(Settings &settings, const QString &profileId, SaveMode mode)
{
    const QByteArray name = nameFor(profileId);
    settings.setValue(settingFor(name), QString(Names.at(size_t(mode))));
}

} // namespace Studio
