// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "shell/sessionwatches.h"

#include "browser/keyactions.h"
#include "models/keytext.h"
#include "notices/noticecenter.h"
#include "profiles/profilestore.h"
#include "session/session.h"
#include "shell/appcontext.h"
#include "shell/commandregistry.h"
#include "shell/settings.h"
#include "watches/watchlist.h"

#include <QFileInfo>

#include <algorithm>

namespace Studio
{

namespace
{

/// A profile that is not saved (the demo) leaves nothing behind.
QString watchesFile(const AppContext &app, const Session &session)
{
    if (!app.profiles.profile(session.profile().id))
        return {};
    return WatchList::fileFor(QFileInfo(app.settings.file()).absolutePath(), session.profile().id);
}

/// What both texts begin with, cut at a whole character.
QByteArray commonBeginning(const QByteArray &a, const QByteArray &b)
{
    const auto end = std::mismatch(a.cbegin(), a.cend(), b.cbegin(), b.cend()).first;
    qsizetype size = end - a.cbegin();
    while (size > 0 && size < a.size() && (static_cast<uchar>(a.at(size)) & 0xC0) == 0x80)
        --size;
    return a.left(size);
}

} // namespace

SessionWatches::SessionWatches(AppContext &app, Session &session, QObject *parent)
    : QObject(parent)
    , m_app(app)
    , m_session(session)
    , m_list(new WatchList(watchesFile(app, session), this))
{
    if (!m_list->loadProblem().isEmpty())
        report(tr("The watched patterns could not be read"), m_list->loadProblem());
    connect(m_list, &WatchList::saveFailed, this,
            [this](const QString &reason) { report(tr("The watched patterns could not be saved"), reason); });
    connect(&session, &Session::refusedPatternsChanged, this, &SessionWatches::tellRefused);
    connect(m_list, &WatchList::changed, this, [this] {
        apply();
        m_app.commands.refresh();
        emit changed();
    });
    apply();
}

void SessionWatches::apply()
{
    QList<QByteArray> keys;
    for (const Watch &watch : m_list->watches()) {
        if (watch.pattern.kind == WatchPattern::Kind::Key)
            keys.append(watch.pattern.text);
    }
    // Keys that are watched one by one are also read again when a notification leaves their value open.
    m_session.setInterest(this, {}, keys);
    m_session.setWatchedPatterns(this, m_list->patterns());
}

bool SessionWatches::canWatch() const
{
    return m_session.profile().credential != CredentialKind::Token;
}

QList<WatchPattern> SessionWatches::patternsOf(const KeySelection &selection)
{
    WatchPatterns patterns;
    for (const QByteArray &key : selection.keys)
        patterns.append(WatchPattern::key(key));
    for (const KeyInterval &interval : selection.intervals) {
        const auto prefix = prefixOf(interval);
        patterns.append(
            WatchPattern::prefix(prefix ? *prefix : commonBeginning(interval.first, interval.last)));
    }
    return patterns;
}

void SessionWatches::setWatched(const KeySelection &selection, bool watched)
{
    int refused = 0;
    for (const WatchPattern &pattern : patternsOf(selection)) {
        if (!watched)
            m_list->remove(pattern);
        else if (!m_list->contains(pattern) && !m_list->put({pattern, true}))
            ++refused;
    }
    if (refused > 0)
        report(
            tr("%n of the patterns is not watched", nullptr, refused),
            tr("A profile watches %1 patterns at most. A branch or a wildcard takes the place of many keys.")
                .arg(WatchList::most));
}

bool SessionWatches::isWatched(const KeySelection &selection) const
{
    const WatchPatterns patterns = patternsOf(selection);
    return !patterns.isEmpty()
        && std::all_of(patterns.cbegin(), patterns.cend(),
                       [this](const WatchPattern &pattern) { return m_list->contains(pattern); });
}

QSet<QByteArray> SessionWatches::places() const
{
    QSet<QByteArray> places;
    for (const Watch &watch : m_list->watches()) {
        if (watch.pattern.kind == WatchPattern::Kind::Key || watch.pattern.isPrefix())
            places.insert(watch.pattern.text);
    }
    return places;
}

void SessionWatches::tellRefused()
{
    const QString id = QStringLiteral("watches/%1/refused").arg(m_session.id());
    m_app.notices.clear(id);
    const QList<RefusedPattern> &refused = m_session.refusedPatterns();
    if (refused.isEmpty())
        return;
    QStringList texts;
    for (const RefusedPattern &each : refused)
        texts.append(KeyText::elided(each.pattern.toText(), 60));
    Notice notice;
    notice.id = id;
    notice.severity = Severity::Warning;
    notice.context = QStringLiteral("session/") + m_session.id();
    notice.title = tr("The server does not take %1").arg(texts.join(QStringLiteral(", ")));
    notice.text = tr("It says: %1. The other patterns are watched.").arg(refused.constFirst().reason);
    notice.actionCommand = QStringLiteral("view.focusWatches");
    notice.actionText = tr("Show what is watched");
    m_app.notices.raise(notice);
}

void SessionWatches::report(const QString &title, const QString &text)
{
    Notice notice;
    notice.id = QStringLiteral("watches/") + m_session.id();
    notice.severity = Severity::Warning;
    notice.context = QStringLiteral("session/") + m_session.id();
    notice.title = title;
    notice.text = text;
    m_app.notices.raise(notice);
}

} // namespace Studio
