// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "journal/journalactions.h"

#include "browser/agetext.h"
#include "models/journaltext.h"
#include "models/keytext.h"
#include "notices/noticecenter.h"
#include "session/journal.h"
#include "session/session.h"
#include "shell/appcontext.h"
#include "shell/commandregistry.h"
#include "shell/question.h"

#include <QWidget>

namespace Studio
{

namespace
{

constexpr int LongestKey = 60;

/// Of what the write had left, and what somebody else has made of it.
Comparison differenceOf(const UndoOutcome &outcome)
{
    const JournalEntry &entry = outcome.entry;
    // Of a redo: what was there before, as it had been undone.
    const std::optional<QByteArray> left = outcome.isRedo                   ? entry.before
                                         : entry.kind == WriteKind::Replace ? std::optional(entry.value)
                                                                            : entry.after;
    return {entry.key, JournalActions::tr("As it was left"), left, JournalActions::tr("In the store now"),
            outcome.actual};
}

QString nameOf(const JournalEntry &entry)
{
    return KeyText::elided(entry.key, LongestKey);
}

} // namespace

JournalActions::JournalActions(AppContext &app, Session &session, QWidget *place)
    : QObject(place)
    , m_app(app)
    , m_session(session)
    , m_place(place)
    , m_undo(new JournalUndo(session, this))
{
    connect(m_undo, &JournalUndo::finished, this, &JournalActions::ended);
    const auto on = [&](const char *id, std::function<void()> run, std::function<bool()> enabled) {
        app.commands.handle(QString::fromLatin1(id), place, {std::move(run), std::move(enabled), {}});
    };
    const auto canWrite = [this] { return this->canWrite(); };
    on(
        "journal.undo", [this] { undoLatest(); }, canWrite);
    on(
        "journal.redo", [this] { redoLatest(); }, canWrite);
    on(
        "journal.undoOffered", [this] { undo(m_offered); }, [this] { return m_offered > 0; });
    on(
        "journal.openRefused", [this] { openRecord(m_refused); },
        [this] { return !m_refused.isEmpty() && openRecord; });
    on(
        "journal.compareRefused", [this] { compare(*m_difference); },
        [this] { return m_difference.has_value() && compare; });
}

bool JournalActions::canWrite() const
{
    return m_session.profile().safety != SafetyLevel::ReadOnly;
}

QString JournalActions::noticeId(const char *what) const
{
    return QStringLiteral("journal/%1/%2").arg(m_session.id(), QLatin1StringView(what));
}

void JournalActions::undo(qint64 row)
{
    ask(row, false);
}

void JournalActions::redo(qint64 row)
{
    ask(row, true);
}

void JournalActions::undoLatest()
{
    if (m_session.profile().safety != SafetyLevel::Confirm) {
        m_undo->undoLatest(true);
        return;
    }
    m_session.journal().latestToUndo([self = QPointer(this)](qint64 row) {
        if (self && row > 0)
            self->undo(row);
        else if (self)
            self->m_undo->undoLatest(false); // says that there is none
    });
}

void JournalActions::redoLatest()
{
    if (m_session.profile().safety != SafetyLevel::Confirm) {
        m_undo->redoLatest(true);
        return;
    }
    m_session.journal().latestToRedo([self = QPointer(this)](qint64 row) {
        if (self && row > 0)
            self->redo(row);
        else if (self)
            self->m_undo->redoLatest(false);
    });
}

/// What was written by hand is confirmed by asking for it, except where each write is to be confirmed.
void JournalActions::ask(qint64 row, bool isRedo)
{
    const auto run = [self = QPointer(this), row, isRedo] {
        if (!self)
            return;
        if (isRedo)
            self->m_undo->redo(row, true);
        else
            self->m_undo->undo(row, true);
    };
    if (m_session.profile().safety != SafetyLevel::Confirm) {
        run();
        return;
    }
    m_session.journal().entry(row, [self = QPointer(this), run,
                                    isRedo](const std::optional<JournalEntry> &entry) {
        if (!self || !self->m_place)
            return;
        if (!entry) {
            run(); // says that it is gone
            return;
        }
        const QString what = JournalText::kind(lineOf(*entry));
        const QString when = exactTimeText(entry->at);
        askQuestion(self->m_place->window(),
                    isRedo ? tr("Write %1 again?").arg(nameOf(*entry))
                           : tr("Undo the write of %1?").arg(nameOf(*entry)),
                    tr("The write (%1, %2) is looked up in the store first; if somebody has changed the key "
                       "since, nothing is written.")
                        .arg(what, when),
                    {{isRedo ? tr("Redo") : tr("Undo"), run, false, true}});
    });
}

void JournalActions::offerUndo(qint64 row, const QString &title, const QString &text)
{
    m_offered = row;
    m_app.commands.refresh();
    Notice notice;
    notice.id = noticeId("offer");
    notice.context = QStringLiteral("session/") + m_session.id();
    notice.title = title;
    notice.text = text;
    notice.actionCommand = QStringLiteral("journal.undoOffered");
    notice.actionText = tr("Undo");
    m_app.notices.clear(notice.id); // of another key
    m_app.notices.raise(notice);
}

void JournalActions::tell(Severity severity, const QString &title, const QString &text, const char *command,
                          const QString &commandText)
{
    Notice notice;
    notice.id = noticeId("undo");
    notice.severity = severity;
    notice.context = QStringLiteral("session/") + m_session.id();
    notice.title = title;
    notice.text = text;
    if (command) {
        notice.actionCommand = QString::fromLatin1(command);
        notice.actionText = commandText;
    }
    m_app.notices.clear(notice.id); // of another write
    m_app.notices.raise(notice);
}

void JournalActions::ended(const UndoOutcome &outcome)
{
    const QString name = nameOf(outcome.entry);
    const bool isRedo = outcome.isRedo;
    using State = UndoOutcome::State;
    if (outcome.state == State::Done || outcome.state == State::JobStarted) {
        if (outcome.entry.row == m_offered) {
            m_offered = 0;
            m_app.notices.clear(noticeId("offer"));
        }
    }
    m_refused =
        outcome.state == State::Changed || outcome.state == State::Unknown ? outcome.entry.key : QByteArray();
    m_difference.reset();
    if (outcome.state == State::Changed && outcome.actual && compare)
        m_difference = differenceOf(outcome);
    m_app.commands.refresh();
    const QString notDone =
        isRedo ? tr("%1 was not written again").arg(name) : tr("%1 was not undone").arg(name);
    switch (outcome.state) {
    case State::Done:
        if (isRedo)
            tell(Severity::Good, tr("Written again: %1").arg(name),
                 tr("The store holds what it held before it was undone."), "journal.undo", tr("Undo"));
        else
            tell(Severity::Good, tr("Undone: %1").arg(name),
                 outcome.entry.kind == WriteKind::Increment
                     ? tr("The opposite step was added; what others added stays.")
                     : tr("The store holds again what it held before the write."),
                 "journal.redo", tr("Redo"));
        break;
    case State::JobStarted:
        m_app.notices.clear(noticeId("undo")); // the job speaks for itself
        break;
    case State::NothingToDo:
        tell(Severity::Info, isRedo ? tr("Nothing to redo") : tr("Nothing to undo"), outcome.text);
        break;
    case State::Changed:
        tell(Severity::Warning, notDone,
             outcome.actual
                 ? tr("Somebody has changed it since: it holds something else now. Nothing was written.")
                 : tr("Somebody has deleted it since. Nothing was written."),
             m_difference     ? "journal.compareRefused"
             : outcome.actual ? "journal.openRefused"
                              : nullptr,
             m_difference ? tr("Show difference") : tr("Open"));
        break;
    case State::Unknown:
        tell(Severity::Warning,
             isRedo ? tr("%1 may be written again").arg(name) : tr("%1 may be undone").arg(name),
             tr("The request left, then the line was lost. Open the record to see what it holds."),
             "journal.openRefused", tr("Open"));
        break;
    case State::Impossible:
    case State::Refused:
        tell(Severity::Error, notDone, outcome.text);
        break;
    }
}

} // namespace Studio
