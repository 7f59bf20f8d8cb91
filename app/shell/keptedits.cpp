// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "shell/keptedits.h"

#include "drafts/draftstore.h"
#include "editor/recordtab.h"
#include "models/keytext.h"
#include "notices/noticecenter.h"
#include "session/session.h"
#include "shell/appcontext.h"
#include "shell/commandregistry.h"
#include "shell/sessionpage.h"

#include <algorithm>

namespace Studio
{

namespace
{

constexpr qsizetype NamesShown = 3;

} // namespace

KeptEdits::KeptEdits(AppContext &app, SessionPage &page)
    : QObject(&page)
    , m_app(app)
    , m_session(page.session())
    , m_page(page)
{
    if (!app.drafts)
        return;
    const QString profile = m_session.profile().id;
    CommandSpec spec;
    spec.id = QStringLiteral("record.openKept");
    spec.text = tr("Open kept edits");
    spec.tip = tr("Open the records with edits that were not saved when their tab or the program was closed");
    app.commands.add(spec);
    app.commands.handle(
        spec.id, &page,
        {[this] { openAll(); }, [&app, profile] { return !app.drafts->offered(profile).isEmpty(); }, {}});
    connect(app.drafts, &DraftStore::offeredChanged, this, &KeptEdits::refresh);
    refresh();
    app.drafts->lookAgain();
}

KeptEdits::~KeptEdits()
{
    m_app.notices.clear(noticeId());
}

QString KeptEdits::noticeId() const
{
    return QStringLiteral("drafts/") + m_session.id();
}

QString KeptEdits::context() const
{
    return QStringLiteral("session/") + m_session.id();
}

void KeptEdits::refresh()
{
    m_app.commands.refresh();
    const QList<DraftInfo> drafts = m_app.drafts->offered(m_session.profile().id);
    const bool isMore = drafts.size() > std::exchange(m_count, drafts.size());
    if (drafts.isEmpty()) {
        m_app.notices.clear(noticeId());
        return;
    }
    if (!isMore && !m_app.notices.notice(noticeId()))
        return; // said before, and read
    QStringList names;
    for (const DraftInfo &info : drafts.first(std::min(drafts.size(), NamesShown)))
        names.append(info.key.isEmpty() ? tr("a new key") : KeyText::elided(info.key, 40));
    if (drafts.size() > NamesShown)
        names.append(tr("%n more", nullptr, int(drafts.size() - NamesShown)));
    Notice notice;
    notice.id = noticeId();
    notice.context = context();
    notice.title = tr("%n edit(s) that were not saved are kept.", nullptr, int(drafts.size()));
    notice.text = names.join(tr(", ", "between the names of keys"));
    notice.actionCommand = QStringLiteral("record.openKept");
    notice.actionText = tr("Open");
    m_app.notices.raise(notice);
}

void KeptEdits::openAll()
{
    const QList<DraftInfo> drafts = m_app.drafts->offered(m_session.profile().id);
    for (const DraftInfo &info : drafts) {
        if (!info.isNew) {
            m_page.openKey(info.key, true); // its tab offers the edit, over what the store holds by now
            continue;
        }
        RecordTab *tab = m_page.newKey(info.key);
        m_app.drafts->read(info.id, tab, [tab](const std::optional<Draft> &draft) {
            if (draft)
                tab->restoreDraft(*draft);
        });
    }
    m_app.notices.clear(noticeId());
}

} // namespace Studio
