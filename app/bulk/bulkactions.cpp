// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "bulk/bulkactions.h"

#include "bulk/deletedialog.h"
#include "bulk/exportdialog.h"
#include "bulk/importdialog.h"
#include "bulk/incrementdialog.h"
#include "bulk/patchdialog.h"
#include "bulk/relocatedialog.h"
#include "mirror/keyspacemirror.h"
#include "session/jobs/joblist.h"
#include "session/jobs/jobs.h"
#include "session/session.h"
#include "session/sessionmanager.h"
#include "transfer/transfers.h"

#include <QWidget>

namespace Studio
{

namespace
{

constexpr bool Confirmed = true; ///< the dialog was the question

/// How many keys these are, where all of them are known.
std::optional<qint64> knownCount(const KeyspaceMirror &mirror, const KeySelection &selection)
{
    qint64 keys = selection.keys.size();
    for (const KeyInterval &interval : selection.intervals) {
        if (!mirror.coverage(interval.first, interval.last).isComplete())
            return {};
        keys += mirror.rank(interval.last) - mirror.rank(interval.first);
        keys += mirror.isKnown(interval.last) ? 1 : 0;
    }
    return keys;
}

} // namespace

BulkActions::BulkActions(AppContext &app, Session &session, SessionManager &sessions, QWidget *window)
    : QObject(window)
    , m_app(app)
    , m_session(session)
    , m_sessions(sessions)
    , m_window(window)
{
}

void BulkActions::give(SessionActions::Given &given)
{
    given.deleteKeys = [this](const KeySelection &selection) { deleteKeys(selection); };
    given.renameKey = [this](const QByteArray &key) { renameKey(key); };
    given.renameBranch = [this](const QByteArray &prefix) { renameBranch(prefix); };
    given.copyBranch = [this](const QByteArray &prefix) { copyBranch(prefix); };
    given.patchKeys = [this](const KeySelection &selection) { patchKeys(selection); };
    given.incrementKeys = [this](const KeySelection &selection) { incrementKeys(selection); };
    given.exportKeys = [this](const KeySelection &selection) { exportKeys(selection); };
    given.importKeys = [this](const QByteArray &prefix) { importKeys(prefix); };
}

QWidget *BulkActions::parent() const
{
    return m_window ? m_window->window() : nullptr;
}

/// With the count of its keys where that is known, for per cent and time left.
void BulkActions::start(JobSpec spec)
{
    if (!spec.expected && !spec.selection.isEmpty())
        spec.expected = knownCount(m_session.mirror(), spec.selection);
    m_session.jobs().start(std::move(spec));
}

void BulkActions::deleteKeys(const KeySelection &selection)
{
    if (selection.isEmpty())
        return;
    auto *dialog = new DeleteDialog(m_app, m_session, selection, parent());
    connect(dialog, &DeleteDialog::chosen, this, [this, selection](qint64 keys, bool keepUndo) {
        JobSpec spec = Jobs::remove(selection, Confirmed, keepUndo);
        spec.expected = keys;
        start(std::move(spec));
    });
    dialog->open();
}

void BulkActions::relocate(int task, const QByteArray &from)
{
    QList<Session *> others;
    const QList<Session *> open = m_sessions.sessions();
    for (Session *session : open) {
        if (session != &m_session && session->profile().safety != SafetyLevel::ReadOnly)
            others.append(session);
    }
    auto *dialog = new RelocateDialog(m_app, m_session, RelocateDialog::Task(task), from, others, parent());
    connect(dialog, &RelocateDialog::chosen, this,
            [this](const Jobs::Relocation &relocation, Session *target) {
                if (target == &m_session)
                    start(Jobs::relocate(relocation, Confirmed));
                else
                    Jobs::relocateTo(m_session, *target, relocation, Confirmed);
            });
    dialog->open();
}

void BulkActions::renameKey(const QByteArray &key)
{
    relocate(int(RelocateDialog::Task::RenameKey), key);
}

void BulkActions::renameBranch(const QByteArray &prefix)
{
    relocate(int(RelocateDialog::Task::MoveBranch), prefix);
}

void BulkActions::copyBranch(const QByteArray &prefix)
{
    relocate(int(RelocateDialog::Task::CopyBranch), prefix);
}

void BulkActions::patchKeys(const KeySelection &selection)
{
    if (selection.isEmpty())
        return;
    auto *dialog = new PatchDialog(m_app, m_session, selection, parent());
    connect(dialog, &PatchDialog::chosen, this,
            [this, selection](const QByteArray &patch) { start(Jobs::patch(selection, patch, Confirmed)); });
    dialog->open();
}

void BulkActions::incrementKeys(const KeySelection &selection)
{
    if (selection.isEmpty())
        return;
    auto *dialog = new IncrementDialog(m_app, m_session, selection, parent());
    connect(dialog, &IncrementDialog::chosen, this,
            [this, selection](qint64 delta) { start(Jobs::increment(selection, delta, Confirmed)); });
    dialog->open();
}

void BulkActions::exportKeys(const KeySelection &selection)
{
    if (selection.isEmpty())
        return;
    auto *dialog = new ExportDialog(m_app, m_session, selection, parent());
    connect(dialog, &ExportDialog::chosen, this,
            [this](const QString &file, const KeySelection &what, const RecordWriteOptions &options) {
                start(Transfers::exportTo(file, what, options));
            });
    dialog->open();
}

void BulkActions::importKeys(const QByteArray &prefix)
{
    auto *dialog = new ImportDialog(m_app, m_session, prefix, parent());
    connect(dialog, &ImportDialog::chosen, this,
            [this](const ImportRequest &request) { start(Transfers::importFrom(request, Confirmed)); });
    dialog->open();
}

} // namespace Studio
