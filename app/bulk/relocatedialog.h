// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "bulk/bulkdialog.h"
#include "session/jobs/jobs.h"

#include <QPointer>
#include <QTimer>

class QComboBox;
class QLineEdit;

namespace Studio
{

class FormRow;
class PageOperation;

/// Asks where a key or a branch is to go: rename, move, or copy, also to another open profile. Looks in the
/// store, while one types, whether something is there already.
class RelocateDialog : public BulkDialog
{
    Q_OBJECT

public:
    enum class Task : quint8 { RenameKey, MoveBranch, CopyBranch };

    /// `from`: the key, or the prefix of the branch. `others`: open sessions that may be written to.
    RelocateDialog(AppContext &app, Session &session, Task task, const QByteArray &from,
                   const QList<Session *> &others, QWidget *parent);

    QLineEdit *field() const { return m_field; }

signals:
    /// `target`: the session it goes to.
    void chosen(const Studio::Jobs::Relocation &relocation, Studio::Session *target);

protected:
    void go() override;

private:
    /// What is known about the place that is typed.
    enum class Place : quint8 { NotLooked, Free, Taken, Unknown };

    Session *target() const;
    QByteArray to() const;
    QString mistake() const;
    void edited();
    void look();
    void looked();
    void refresh();
    QString sentence() const;

    const Task m_task;
    const QByteArray m_from;
    QList<QPointer<Session>> m_targets; ///< this one first
    QComboBox *m_profiles = nullptr;
    QLineEdit *m_field;
    FormRow *m_fieldRow;
    QComboBox *m_policy;
    FormRow *m_policyRow;
    QTimer m_wait;
    QPointer<PageOperation> m_looking;
    Place m_place = Place::NotLooked;
    bool m_edited = false;
};

} // namespace Studio
