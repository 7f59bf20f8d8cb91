// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "shell/sessionactions.h"

#include "browser/keytreeview.h"
#include "browser/statisticsdialog.h"
#include "editor/jsoneditor.h"
#include "editor/recordtab.h"
#include "models/keytext.h"
#include "notices/noticecenter.h"
#include "profiles/keymarks.h"
#include "profiles/profilestore.h"
#include "session/lastkeyfinder.h"
#include "session/readoperation.h"
#include "session/session.h"
#include "shell/appcontext.h"
#include "shell/commandregistry.h"
#include "shell/keycopier.h"
#include "shell/newkeys.h"
#include "shell/sessionpage.h"
#include "shell/sessionwatches.h"
#include "shell/settings.h"

#include <QDateTime>
#include <QFileInfo>
#include <QLocale>

namespace Studio
{

namespace
{

/// A profile that is not saved (the demo) leaves nothing behind.
QString marksFile(const AppContext &app, const Session &session)
{
    if (!app.profiles.profile(session.profile().id))
        return {};
    return KeyMarks::fileFor(QFileInfo(app.settings.file()).absolutePath(), session.profile().id);
}

QString templatesFile(const AppContext &app, const Session &session)
{
    if (!app.profiles.profile(session.profile().id))
        return {};
    return KeyTemplates::fileFor(QFileInfo(app.settings.file()).absolutePath(), session.profile().id);
}

/// Keys and prefixes that a selection is made of.
QList<QByteArray> placesOf(const KeySelection &selection)
{
    QList<QByteArray> places = selection.keys;
    for (const KeyInterval &interval : selection.intervals) {
        if (const auto prefix = prefixOf(interval); prefix && !prefix->isEmpty())
            places.append(*prefix);
    }
    return places;
}

} // namespace

SessionActions::SessionActions(AppContext &app, Session &session, SessionPage &page)
    : m_app(app)
    , m_session(session)
    , m_page(page)
    , m_marks(new KeyMarks(marksFile(app, session), this))
    , m_copier(new KeyCopier(app, session, this))
    , m_newKeys(new NewKeys(app, session, templatesFile(app, session), this))
    , m_watches(new SessionWatches(app, session, this))
{
    const auto keepRecent = [this] { m_marks->setKeepRecent(m_app.settings.value(Key::KeepRecentKeys)); };
    keepRecent();
    connect(&app.settings, &Settings::changed, this, [keepRecent](const QString &name) {
        if (name == Key::KeepRecentKeys.name)
            keepRecent();
    });
    const auto report = [this](const QString &title, const QString &text) {
        Notice notice;
        notice.id = QStringLiteral("marks/") + m_session.id();
        notice.severity = Severity::Warning;
        notice.context = QStringLiteral("session/") + m_session.id();
        notice.title = title;
        notice.text = text;
        m_app.notices.raise(notice);
    };
    if (!m_marks->loadProblem().isEmpty())
        report(tr("Favourites and recent keys could not be read"), m_marks->loadProblem());
    connect(m_marks, &KeyMarks::saveFailed, this, [report](const QString &reason) {
        report(tr("Favourites and recent keys could not be saved"), reason);
    });
}

SessionActions::~SessionActions() = default;

bool SessionActions::can(KeyVerb verb, const KeySelection &selection) const
{
    const bool writes = m_session.profile().safety != SafetyLevel::ReadOnly;
    switch (verb) {
    case KeyVerb::OpenRange:
        return bool(given.openRange);
    case KeyVerb::Create:
    case KeyVerb::Duplicate:
        return writes;
    case KeyVerb::Rename:
        return writes && (selection.isOneKey() ? bool(given.renameKey) : bool(given.renameBranch));
    case KeyVerb::CopyBranch:
        return bool(given.copyBranch);
    case KeyVerb::Delete:
        return writes && (selection.isOneKey() || given.deleteKeys);
    case KeyVerb::Patch:
        return writes && given.patchKeys;
    case KeyVerb::Increment:
        return writes && given.incrementKeys;
    case KeyVerb::Export:
        return bool(given.exportKeys);
    case KeyVerb::Import:
        return writes && given.importKeys;
    case KeyVerb::Search:
        return bool(given.searchValues);
    case KeyVerb::Statistics:
        return true;
    case KeyVerb::Compare:
        return bool(given.compareKeys);
    case KeyVerb::CopyValue:
        return given.copyValue && given.canCopyValue && given.canCopyValue();
    case KeyVerb::Watch:
        return !selection.isEmpty();
    }
    return false;
}

void SessionActions::openRecord(const QByteArray &key, bool pinned)
{
    m_page.openKey(key, pinned);
}

void SessionActions::openRange(const KeyInterval &interval)
{
    if (given.openRange)
        given.openRange(interval);
}

void SessionActions::revealKey(const QByteArray &key)
{
    m_page.keys()->goToKey(key);
}

void SessionActions::revealBranch(const QByteArray &prefix)
{
    m_page.goToBranch(prefix);
}

void SessionActions::revealLast(const QByteArray &prefix)
{
    delete m_finder;
    const QString name = prefix.isEmpty() ? tr("the store") : KeyText::elided(prefix, 60);
    Notice notice;
    notice.id = QStringLiteral("last/") + m_session.id();
    notice.context = QStringLiteral("session/") + m_session.id();
    notice.title = tr("Looking for the last key of %1").arg(name);
    notice.text =
        tr("The store reads forwards only, so that this takes some small requests one after another.");
    notice.actionCommand = QStringLiteral("keys.stopLast");
    notice.actionText = tr("Stop");
    m_app.notices.raise(notice);
    m_finder = new LastKeyFinder(m_session, prefix, this);
    connect(m_finder, &LastKeyFinder::finished, this,
            [this, finder = m_finder.get()] { lastKeyFound(*finder); });
    m_app.commands.refresh();
}

void SessionActions::stopLast()
{
    if (m_finder)
        m_finder->cancel();
}

void SessionActions::lastKeyFound(LastKeyFinder &finder)
{
    m_finder = nullptr;
    const QString id = QStringLiteral("last/") + m_session.id();
    m_app.notices.clear(id);
    m_app.commands.refresh();
    if (finder.error().kind == Hpkv::ErrorKind::Canceled)
        return;
    const std::optional<QByteArray> key = finder.key();
    if (key && !finder.error().isError()) {
        openRecord(*key, false);
        revealKey(*key);
        if (finder.isExact())
            return;
    }
    Notice notice;
    notice.id = id;
    notice.context = QStringLiteral("session/") + m_session.id();
    const QString name = finder.prefix().isEmpty() ? tr("the store") : KeyText::elided(finder.prefix(), 60);
    if (finder.error().isError()) {
        notice.severity = Severity::Error;
        notice.title = tr("The last key of %1 was not found").arg(name);
        notice.text = finder.error().text;
    } else if (!key) {
        notice.title = tr("%1 has no keys").arg(name);
        notice.text = tr("The store said so just now.");
    } else {
        notice.severity = Severity::Warning;
        notice.title = tr("This may not be the last key of %1").arg(name);
        notice.text = tr("The search ended after %n request(s).", nullptr, finder.requests());
    }
    m_app.notices.raise(notice);
}

void SessionActions::createKey(const QByteArray &prefix)
{
    RecordTab *tab = m_page.newKey(m_newKeys->keyBelow(prefix));
    if (const std::optional<QByteArray> text = m_newKeys->textBelow(prefix))
        tab->editor().updateBytes(*text, false, true);
}

void SessionActions::saveTemplate(const QByteArray &key)
{
    m_newKeys->saveTemplate(key);
}

void SessionActions::forgetTemplate(const QByteArray &prefix)
{
    m_newKeys->forgetTemplate(prefix);
}

bool SessionActions::hasTemplate(const QByteArray &prefix) const
{
    return m_newKeys->hasTemplate(prefix);
}

void SessionActions::duplicateKey(const QByteArray &key)
{
    ReadOperation *read = m_session.read(key);
    connect(read, &ReadOperation::finished, this, [this, read] {
        Notice notice;
        notice.id = QStringLiteral("duplicate/") + m_session.id();
        if (read->value()) {
            m_app.notices.clear(notice.id);
            RecordTab *tab = m_page.newKey(m_newKeys->keyBeside(read->key()));
            tab->editor().updateBytes(*read->value(), false, true);
            return;
        }
        notice.severity = Severity::Error;
        notice.context = QStringLiteral("session/") + m_session.id();
        notice.title = tr("%1 was not duplicated").arg(KeyText::elided(read->key(), 60));
        notice.text = read->error().isError() ? tr("Its value could not be read: %1").arg(read->error().text)
                                              : tr("The store has no such key any more.");
        m_app.notices.raise(notice);
    });
}

void SessionActions::renameKey(const QByteArray &key)
{
    if (given.renameKey)
        given.renameKey(key);
}

void SessionActions::renameBranch(const QByteArray &prefix)
{
    if (given.renameBranch)
        given.renameBranch(prefix);
}

void SessionActions::copyBranch(const QByteArray &prefix)
{
    if (given.copyBranch)
        given.copyBranch(prefix);
}

void SessionActions::deleteKeys(const KeySelection &selection)
{
    if (given.deleteKeys)
        given.deleteKeys(selection);
    else if (selection.isOneKey())
        m_page.deleteKey(selection.keys.constFirst());
}

void SessionActions::patchKeys(const KeySelection &selection)
{
    if (given.patchKeys)
        given.patchKeys(selection);
}

void SessionActions::incrementKeys(const KeySelection &selection)
{
    if (given.incrementKeys)
        given.incrementKeys(selection);
}

void SessionActions::exportKeys(const KeySelection &selection)
{
    if (given.exportKeys)
        given.exportKeys(selection);
}

void SessionActions::importKeys(const QByteArray &prefix)
{
    if (given.importKeys)
        given.importKeys(prefix);
}

void SessionActions::searchValues(const KeySelection &selection)
{
    if (given.searchValues)
        given.searchValues(selection);
}

void SessionActions::showHistory(const QByteArray &key)
{
    if (given.showHistory)
        given.showHistory(key);
}

void SessionActions::showMoments(const QByteArray &prefix)
{
    if (given.showMoments)
        given.showMoments(prefix);
}

void SessionActions::compareKeys(const QList<QByteArray> &keys)
{
    if (given.compareKeys)
        given.compareKeys(keys);
}

void SessionActions::copyValueTo(const QByteArray &key)
{
    if (given.copyValue)
        given.copyValue(key);
}

void SessionActions::showStatistics(const KeySelection &selection)
{
    auto *dialog = new StatisticsDialog(m_app, m_session, *this, selection, m_page.window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    // It goes with the page: what it shows does.
    connect(this, &QObject::destroyed, dialog, &QWidget::close);
    dialog->show();
}

void SessionActions::copyKeys(const KeySelection &selection, KeyForm form)
{
    if (form == KeyForm::Key)
        KeyCopier::setText(placesOf(selection).join('\n'));
    else if (!selection.keys.isEmpty())
        m_copier->copy(selection.keys, form);
}

void SessionActions::setWatched(const KeySelection &selection, bool watched)
{
    m_watches->setWatched(selection, watched);
}

bool SessionActions::isWatched(const KeySelection &selection) const
{
    return m_watches->isWatched(selection);
}

void SessionActions::setFavourite(const KeySelection &selection, bool on)
{
    qint64 at = QDateTime::currentMSecsSinceEpoch();
    const QList<QByteArray> places = placesOf(selection);
    for (const QByteArray &place : places)
        m_marks->setFavourite(place, on, at++);
    m_app.commands.refresh();
}

bool SessionActions::isFavourite(const KeySelection &selection) const
{
    const QList<QByteArray> places = placesOf(selection);
    return !places.isEmpty() && std::all_of(places.cbegin(), places.cend(), [this](const QByteArray &place) {
        return m_marks->isFavourite(place);
    });
}

} // namespace Studio
