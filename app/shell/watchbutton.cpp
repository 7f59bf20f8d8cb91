// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "shell/watchbutton.h"

#include "editor/recordheader.h"
#include "editor/recordtab.h"
#include "models/keytext.h"
#include "shell/appcontext.h"
#include "shell/look.h"
#include "shell/sessionwatches.h"
#include "shell/theme.h"
#include "watches/watchlist.h"

#include <algorithm>

namespace Studio
{

WatchButton::WatchButton(AppContext &app, SessionWatches &watches, RecordTab &record)
    : m_app(app)
    , m_watches(watches)
    , m_record(record)
{
    setObjectName(QStringLiteral("watch"));
    setCheckable(true);
    setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    Look::makeQuiet(this);
    record.findChild<RecordHeader *>()->addButton(this);
    connect(this, &QToolButton::clicked, this, [this](bool watch) {
        m_watches.setWatched(KeySelection::ofKey(m_record.key()), watch);
        refresh();
    });
    connect(&watches, &SessionWatches::changed, this, &WatchButton::refresh);
    connect(&record, &PageTab::titleChanged, this, &WatchButton::refresh);
    connect(&app.theme, &Theme::changed, this, &WatchButton::refresh);
    refresh();
}

void WatchButton::refresh()
{
    setVisible(!m_record.isNew() && m_watches.canWatch());
    const QByteArray key = m_record.key();
    const WatchPatterns patterns = m_watches.list().patterns();
    const bool isExact = patterns.contains(WatchPattern::key(key));
    const auto wider = std::find_if(patterns.cbegin(), patterns.cend(),
                                    [&](const WatchPattern &pattern) { return pattern.matches(key); });
    const bool isWatched = wider != patterns.cend();
    setChecked(isWatched);
    // What a wider pattern hears ends with that pattern, not here.
    setEnabled(isExact || !isWatched);
    setText(isWatched ? tr("Watched") : tr("Watch"));
    setIcon(m_app.theme.icon(QStringLiteral("eye"), isWatched ? ColorRole::Accent : ColorRole::TextMuted));
    setToolTip(isExact     ? tr("Every change of the key is heard. Press to end that.")
               : isWatched ? tr("Heard through %1").arg(KeyText::elided(wider->toText(), 60))
                           : tr("Hear of every change of the key while the profile is open"));
}

} // namespace Studio
