// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "journal/comparison.h"
#include "notices/notice.h"
#include "session/journalundo.h"

#include <QPointer>

#include <functional>

class QWidget;

namespace Studio
{

struct AppContext;
class Session;

/// Undo and redo of writes as a person asks for them: asks where the safety level wants it, and says how it
/// ended. Window's thread.
class JournalActions : public QObject
{
    Q_OBJECT

public:
    /// `place`: what questions stand above, and where the commands "journal.undo", … are carried out. All
    /// outlive it.
    JournalActions(AppContext &app, Session &session, QWidget *place);

    /// Shows a record; for what could not be undone.
    std::function<void(const QByteArray &key)> openRecord;
    /// Shows two values against each other, likewise.
    std::function<void(const Comparison &)> compare;

    void undo(qint64 row);
    void redo(qint64 row);
    /// The latest write of this session.
    void undoLatest();
    void redoLatest();
    bool canWrite() const;

    /// A notice that tells of a write and offers to undo it.
    void offerUndo(qint64 row, const QString &title, const QString &text);

private:
    void ask(qint64 row, bool isRedo);
    void ended(const UndoOutcome &outcome);
    void tell(Severity severity, const QString &title, const QString &text, const char *command = nullptr,
              const QString &commandText = {});
    QString noticeId(const char *what) const;

    AppContext &m_app;
    Session &m_session;
    QPointer<QWidget> m_place;
    JournalUndo *m_undo;
    qint64 m_offered = 0; ///< the row of the notice; 0 = none
    QByteArray m_refused; ///< the key that was not undone
    std::optional<Comparison> m_difference; ///< what was written against what stands there now
};

} // namespace Studio
