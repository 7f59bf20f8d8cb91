// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "bulk/relocatedialog.h"

#include "bulk/bulktexts.h"
#include "models/keytext.h"
#include "profiles/dialog/formgrid.h"
#include "session/pageoperation.h"
#include "session/session.h"
#include "shell/appcontext.h"
#include "shell/look.h"
#include "shell/theme.h"

#include <QComboBox>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace Studio
{

namespace
{

constexpr int LookMs = 250; ///< after the last key press

QString titleOf(RelocateDialog::Task task)
{
    switch (task) {
    case RelocateDialog::Task::RenameKey:
        return RelocateDialog::tr("Rename");
    case RelocateDialog::Task::MoveBranch:
        return RelocateDialog::tr("Move branch");
    case RelocateDialog::Task::CopyBranch:
        return RelocateDialog::tr("Copy branch");
    }
    return {};
}

QString headOf(RelocateDialog::Task task, const QByteArray &from)
{
    const QString name = BulkTexts::place(from);
    switch (task) {
    case RelocateDialog::Task::RenameKey:
        return RelocateDialog::tr("Rename %1").arg(name);
    case RelocateDialog::Task::MoveBranch:
        return RelocateDialog::tr("Move %1").arg(name);
    case RelocateDialog::Task::CopyBranch:
        return RelocateDialog::tr("Copy %1").arg(name);
    }
    return {};
}

/// Whether a line of text gives the key back as it is.
bool isTypeable(const QByteArray &key)
{
    return !KeyText::isOdd(key) && QString::fromUtf8(key).toUtf8() == key;
}

} // namespace

RelocateDialog::RelocateDialog(AppContext &app, Session &session, Task task, const QByteArray &from,
                               const QList<Session *> &others, QWidget *parent)
    : BulkDialog(app, session, titleOf(task), headOf(task, from), parent)
    , m_task(task)
    , m_from(from)
{
    setObjectName(QStringLiteral("relocateDialog"));
    auto *form = new FormGrid(app.theme, this);
    body()->addWidget(form);
    body()->addStretch();

    m_targets.append(&session);
    for (Session *other : others)
        m_targets.append(other);
    m_field = new QLineEdit(form);
    m_field->setObjectName(QStringLiteral("target"));
    Look::monospace(m_field, app.theme);
    if (isTypeable(from))
        m_field->setText(QString::fromUtf8(from));
    if (task != Task::RenameKey && m_targets.size() > 1) {
        m_profiles = new QComboBox(form);
        m_profiles->setObjectName(QStringLiteral("profiles"));
        for (const QPointer<Session> &each : std::as_const(m_targets))
            m_profiles->addItem(each->profile().name);
        form->addRow(tr("Profile"), m_profiles);
        connect(m_profiles, &QComboBox::currentIndexChanged, this, &RelocateDialog::edited);
    }
    m_fieldRow = form->addRow(task == Task::RenameKey ? tr("New key") : tr("New prefix"), m_field);
    m_policy = new QComboBox(form);
    m_policy->setObjectName(QStringLiteral("policy"));
    m_policy->addItem(tr("Leave it, and the old key, as they are"), int(ConflictPolicy::Skip));
    m_policy->addItem(tr("Replace it"), int(ConflictPolicy::Replace));
    m_policy->addItem(tr("Stop there"), int(ConflictPolicy::Stop));
    if (task == Task::CopyBranch)
        m_policy->setItemText(0, tr("Leave it as it is"));
    m_policyRow = form->addRow(tr("What is there already"), m_policy);

    m_wait.setSingleShot(true);
    m_wait.setInterval(LookMs);
    connect(&m_wait, &QTimer::timeout, this, &RelocateDialog::look);
    connect(m_field, &QLineEdit::textEdited, this, [this] {
        m_edited = true;
        edited();
    });
    connect(m_field, &QLineEdit::textChanged, this, &RelocateDialog::edited);
    connect(m_policy, &QComboBox::currentIndexChanged, this, &RelocateDialog::refresh);
    setGo(task == Task::RenameKey ? tr("Rename") : task == Task::MoveBranch ? tr("Move") : tr("Copy"));
    m_field->setFocus();
    m_field->selectAll();
    edited();
}

Session *RelocateDialog::target() const
{
    return m_targets.value(m_profiles ? m_profiles->currentIndex() : 0);
}

QByteArray RelocateDialog::to() const
{
    return m_field->text().toUtf8();
}

/// Why it cannot go there; empty = nothing is in the way.
QString RelocateDialog::mistake() const
{
    const QByteArray place = to();
    const bool elsewhere = target() && target() != &session();
    if (!target())
        return tr("This profile has been closed.");
    if (place.isEmpty() && !(elsewhere && m_task != Task::RenameKey))
        return m_task == Task::RenameKey ? tr("A key cannot be empty.") : tr("A prefix is needed here.");
    if (!Hpkv::Keys::isUtf8(place))
        return tr("This text is not valid Unicode.");
    if (place.size() > longestKey)
        return tr("This is %Ln byte(s) long; a key has %1 at most.", nullptr, int(place.size()))
            .arg(longestKey);
    if (elsewhere)
        return {};
    if (place == m_from)
        return m_task == Task::RenameKey ? tr("This is its name now.") : tr("This is where it is now.");
    if (m_task != Task::RenameKey && (place.startsWith(m_from) || m_from.startsWith(place)))
        return tr("The old and the new place must not lie within each other.");
    return {};
}

void RelocateDialog::edited()
{
    m_place = Place::NotLooked;
    if (m_looking) {
        m_looking->disconnect(this);
        m_looking->cancel();
        m_looking = nullptr;
    }
    if (mistake().isEmpty())
        m_wait.start();
    else
        m_wait.stop();
    refresh();
}

/// One small page tells whether something is there.
void RelocateDialog::look()
{
    if (!mistake().isEmpty())
        return;
    const QByteArray place = to();
    const KeyInterval interval =
        m_task == Task::RenameKey ? KeyInterval{place, place} : KeyInterval::ofPrefix(place);
    m_looking = target()->readPage(interval.first, interval.last, 1);
    connect(m_looking, &PageOperation::finished, this, &RelocateDialog::looked);
}

void RelocateDialog::looked()
{
    if (m_looking->error().isError())
        m_place = Place::Unknown;
    else
        m_place = m_looking->keys().isEmpty() ? Place::Free : Place::Taken;
    m_looking = nullptr;
    refresh();
}

QString RelocateDialog::sentence() const
{
    const QString place = to().isEmpty() ? tr("the top level") : BulkTexts::place(to());
    QString text;
    switch (m_task) {
    case Task::RenameKey:
        text = tr("The value is copied to %1 and read back; only then the old key is deleted.").arg(place);
        break;
    case Task::MoveBranch:
        text = tr("Every record is copied to %1 and read back; only what was read back is deleted here.")
                   .arg(place);
        break;
    case Task::CopyBranch:
        text = tr("Every record is copied to %1 and read back. Nothing changes here.").arg(place);
        break;
    }
    if (target() != &session())
        text += QLatin1Char(' ') + tr("It goes to the profile %1.").arg(target()->profile().name);
    return text;
}

void RelocateDialog::refresh()
{
    const QString wrong = mistake();
    // An untouched field is not wrong yet.
    m_fieldRow->setError(m_edited ? wrong : QString());
    QString warning;
    if (wrong.isEmpty() && m_place == Place::Taken)
        warning = m_task == Task::RenameKey ? tr("This key exists.") : tr("There are keys already.");
    else if (wrong.isEmpty() && m_place == Place::Unknown)
        warning = tr("Whether something is there could not be read.");
    else if (wrong.isEmpty() && m_task == Task::RenameKey && to().size() > Hpkv::Keys::safeKeySize)
        warning = tr("Some servers take no keys longer than %1 bytes.").arg(Hpkv::Keys::safeKeySize);
    m_fieldRow->setWarning(warning);
    m_fieldRow->setHint(wrong.isEmpty() && m_place == Place::Free ? tr("Nothing is there yet.") : QString());
    // One key that exists is the only case in which the choice is known not to matter.
    m_policyRow->setVisible(m_task != Task::RenameKey || m_place == Place::Taken
                            || m_place == Place::Unknown);
    const auto policy = ConflictPolicy(m_policy->currentData().toInt());
    const bool pointless =
        m_task == Task::RenameKey && m_place == Place::Taken && policy != ConflictPolicy::Replace;
    if (!wrong.isEmpty())
        setReady(false, {});
    else if (pointless)
        setReady(false, tr("With this choice nothing would happen."));
    else if (policy == ConflictPolicy::Replace && m_place == Place::Taken)
        setReady(true, sentence() + QLatin1Char(' ') + tr("What is there is overwritten."),
                 ColorRole::Warning);
    else
        setReady(true, sentence());
}

void RelocateDialog::go()
{
    Session *where = target();
    if (!where || !mistake().isEmpty())
        return;
    Jobs::Relocation relocation;
    relocation.selection =
        m_task == Task::RenameKey ? KeySelection::ofKey(m_from) : KeySelection::ofPrefix(m_from);
    relocation.from = m_from;
    relocation.to = to();
    relocation.move = m_task != Task::CopyBranch;
    relocation.policy = ConflictPolicy(m_policy->currentData().toInt());
    emit chosen(relocation, where);
    accept();
}

} // namespace Studio
