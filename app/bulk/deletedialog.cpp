// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "bulk/deletedialog.h"

#include "bulk/bulktexts.h"
#include "bulk/countfield.h"
#include "session/jobs/jobfile.h"
#include "session/jobs/joblist.h"
#include "session/session.h"
#include "shell/appcontext.h"
#include "shell/look.h"
#include "shell/theme.h"

#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>

namespace Studio
{

namespace
{

constexpr qint64 UndoBytesPerKey = 128; ///< of the undo file, besides the value: key and JSON around both

/// The count as a person may write it: with or without the locale's separators.
bool isCount(const QString &typed, qint64 count)
{
    bool ok = false;
    const qint64 plain = typed.trimmed().toLongLong(&ok);
    if (ok)
        return plain == count;
    const qint64 local = QLocale().toLongLong(typed.trimmed(), &ok);
    return ok && local == count;
}

} // namespace

DeleteDialog::DeleteDialog(AppContext &app, Session &session, const KeySelection &selection, QWidget *parent)
    : BulkDialog(app, session, tr("Delete"), BulkTexts::title(JobKind::Delete, selection, {}), parent)
    , m_selection(selection)
{
    setObjectName(QStringLiteral("deleteDialog"));
    m_count = new CountField(app, session, selection, this);
    body()->addWidget(m_count);
    m_noUndo = new QCheckBox(tr("Delete without a way back"), this);
    m_noUndo->setObjectName(QStringLiteral("noUndo"));
    body()->addWidget(m_noUndo);
    m_ask = addText({});
    m_typed = new QLineEdit(this);
    m_typed->setObjectName(QStringLiteral("typedCount"));
    m_ask->setBuddy(m_typed);
    body()->addWidget(m_typed);
    body()->addStretch();
    connect(m_count, &CountField::changed, this, &DeleteDialog::refresh);
    connect(m_typed, &QLineEdit::textChanged, this, &DeleteDialog::refresh);
    connect(m_noUndo, &QCheckBox::toggled, this, &DeleteDialog::refresh);
    setGo(tr("Delete"), true);
    refresh();
    cancelButton()->setFocus();
    m_count->start();
}

void DeleteDialog::refresh()
{
    const bool exact = m_count->isExact();
    const qint64 keys = m_count->keys();
    m_fits = true;
    if (exact) {
        // As much as the values, and their escapes on top: a rough figure is enough, the job itself stops
        // before it deletes anything that is not in the file.
        const qint64 bytes = m_count->bytes() + m_count->bytes() / 4 + keys * UndoBytesPerKey;
        m_fits = JobFile::fits(session().jobs().folder(), bytes, SessionOptions().undoLimit, &m_whyNot);
    }
    m_noUndo->setVisible(!m_fits);
    const bool mustType = exact && keys > 1 && session().profile().safety == SafetyLevel::Confirm;
    m_ask->setVisible(mustType);
    m_typed->setVisible(mustType);
    if (mustType) {
        m_ask->setText(tr("Type %1 to confirm:").arg(QLocale().toString(keys)));
        m_typed->setAccessibleName(m_ask->text());
    }
    if (m_count->isCounting()) {
        setReady(false, tr("Nothing is deleted before it is counted and you agree."));
        return;
    }
    if (!exact) {
        setReady(false, tr("Nothing was deleted. What is to be deleted must be counted first."));
        return;
    }
    const int count = BulkTexts::forPlural(keys);
    setGo(keys > 0 ? tr("Delete %Ln key(s)", nullptr, count) : tr("Delete"), true);
    if (keys == 0) {
        setReady(false, tr("The store has none of these keys."));
        return;
    }
    const QString what = tr("%Ln key(s) will be removed from %1, for everyone who uses it.", nullptr, count)
                             .arg(session().profile().name);
    const bool typed = !mustType || isCount(m_typed->text(), keys);
    if (!m_fits)
        setReady(typed && m_noUndo->isChecked(),
                 what + QLatin1Char(' ') + tr("It cannot be undone: %1").arg(m_whyNot), ColorRole::Removed);
    else
        setReady(typed, what + QLatin1Char(' ')
                            + tr("The values are kept in an undo file first, so that it can be undone."));
}

void DeleteDialog::go()
{
    emit chosen(m_count->keys(), m_fits);
    accept();
}

} // namespace Studio
