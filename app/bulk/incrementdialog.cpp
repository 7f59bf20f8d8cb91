// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "bulk/incrementdialog.h"

#include "bulk/bulktexts.h"
#include "profiles/dialog/formgrid.h"
#include "shell/appcontext.h"
#include "shell/theme.h"

#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>

namespace Studio
{

IncrementDialog::IncrementDialog(AppContext &app, Session &session, const KeySelection &selection,
                                 QWidget *parent)
    : BulkDialog(app, session, tr("Increment"), BulkTexts::title(JobKind::Increment, selection, {}), parent)
    , m_selection(selection)
{
    setObjectName(QStringLiteral("incrementDialog"));
    auto *form = new FormGrid(app.theme, this);
    m_field = new QLineEdit(QStringLiteral("1"), form);
    m_field->setObjectName(QStringLiteral("delta"));
    m_row = form->addRow(tr("Add"), m_field);
    m_row->setHint(tr("A negative number takes away."));
    body()->addWidget(form);
    body()->addStretch();
    setGo(tr("Increment"));
    connect(m_field, &QLineEdit::textChanged, this, &IncrementDialog::refresh);
    m_field->setFocus();
    m_field->selectAll();
    refresh();
}

std::optional<qint64> IncrementDialog::delta() const
{
    bool ok = false;
    const QString text = m_field->text().trimmed();
    qint64 value = text.toLongLong(&ok);
    if (!ok)
        value = QLocale().toLongLong(text, &ok);
    return ok ? std::optional(value) : std::nullopt;
}

void IncrementDialog::refresh()
{
    const auto value = delta();
    m_row->setError(!value ? tr("This is not a whole number that fits into 64 bits.") : QString());
    if (!value || *value == 0) {
        setReady(false, value ? tr("Adding 0 changes nothing.") : QString());
        return;
    }
    const QLocale locale;
    const quint64 amount = *value > 0 ? quint64(*value) : 0 - quint64(*value);
    const QString what = *value > 0 ? tr("%1 is added to each counter.").arg(locale.toString(amount))
                                    : tr("%1 is taken from each counter.").arg(locale.toString(amount));
    setReady(
        true,
        what + QLatin1Char(' ')
            + tr("Values that are not whole numbers are refused by the server and stay; keys that do not "
                 "exist are left alone. It can be undone by the opposite step."));
}

void IncrementDialog::go()
{
    if (const auto value = delta(); value && *value != 0) {
        emit chosen(*value);
        accept();
    }
}

} // namespace Studio
