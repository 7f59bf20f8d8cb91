// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "editor/draftkeeper.h"

#include "drafts/draftstore.h"
#include "profiles/profilestore.h"
#include "shell/appcontext.h"

#include <QDateTime>

namespace Studio
{

namespace
{

constexpr int PauseMs = 400;
constexpr int LongestMs = 2000;

} // namespace

DraftKeeper::DraftKeeper(AppContext &app, const QString &profileId, Source source, QObject *parent)
    : QObject(parent)
    , m_app(app)
    , m_profileId(profileId)
    , m_source(std::move(source))
{
    m_pause.setInterval(PauseMs);
    m_longest.setInterval(LongestMs);
    for (QTimer *timer : {&m_pause, &m_longest}) {
        timer->setSingleShot(true);
        connect(timer, &QTimer::timeout, this, &DraftKeeper::write);
    }
}

DraftKeeper::~DraftKeeper() = default;

bool DraftKeeper::isKeeping() const
{
    return m_app.drafts && m_app.drafts->isKeeping() && m_app.profiles.profile(m_profileId);
}

void DraftKeeper::note(bool isDirty)
{
    if (!m_app.drafts)
        return;
    if (isDirty) {
        m_pause.start();
        if (!m_longest.isActive())
            m_longest.start();
        return;
    }
    m_pause.stop();
    m_longest.stop();
    if (!m_id.isEmpty())
        m_app.drafts->discard(std::exchange(m_id, {}));
}

void DraftKeeper::flush()
{
    if (m_pause.isActive())
        write();
}

void DraftKeeper::write()
{
    m_pause.stop();
    m_longest.stop();
    // After a write that failed too: the next may succeed.
    if (!m_app.drafts || !m_app.profiles.profile(m_profileId))
        return;
    if (m_id.isEmpty())
        m_id = m_app.drafts->newId();
    Draft draft = m_source();
    draft.info.id = m_id;
    draft.info.profileId = m_profileId;
    draft.info.at = QDateTime::currentMSecsSinceEpoch();
    m_app.drafts->keep(draft);
}

void DraftKeeper::release()
{
    flush();
    if (!m_id.isEmpty())
        m_app.drafts->release(std::exchange(m_id, {}));
}

void DraftKeeper::take(const DraftInfo &info)
{
    if (!m_id.isEmpty() && m_id != info.id)
        m_app.drafts->discard(m_id);
    m_id = info.id;
    m_app.drafts->take(m_id);
}

} // namespace Studio
