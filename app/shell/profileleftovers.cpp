// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "shell/profileleftovers.h"

#include "drafts/draftstore.h"
#include "editor/schemabook.h"
#include "profiles/profilestore.h"

namespace Studio
{

ProfileLeftovers::ProfileLeftovers(const AppContext &app, QObject *parent)
    : QObject(parent)
    , m_app(app)
    , m_known(ids())
{
    connect(&m_app.profiles, &ProfileStore::changed, this, &ProfileLeftovers::refresh);
}

QSet<QString> ProfileLeftovers::ids() const
{
    QSet<QString> ids;
    for (const Profile &profile : m_app.profiles.profiles())
        ids.insert(profile.id);
    return ids;
}

void ProfileLeftovers::refresh()
{
    const QSet<QString> before = std::exchange(m_known, ids());
    for (const QString &id : before) {
        if (m_known.contains(id))
            continue;
        if (m_app.drafts)
            m_app.drafts->forget(id);
        SchemaBook(m_app.settings).forget(id);
    }
}

} // namespace Studio
