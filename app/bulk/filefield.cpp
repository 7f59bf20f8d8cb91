// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "bulk/filefield.h"

#include "shell/theme.h"

#include <QDir>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>

namespace Studio
{

FileField::FileField(Theme &theme, For what, QWidget *parent)
    : QWidget(parent)
    , m_for(what)
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(theme.metric(8));
    m_field = new QLineEdit(this);
    m_field->setObjectName(QStringLiteral("file"));
    auto *button = new QPushButton(tr("Choose…"), this);
    button->setAutoDefault(false);
    row->addWidget(m_field, 1);
    row->addWidget(button);
    setFocusProxy(m_field);
    connect(m_field, &QLineEdit::textChanged, this, &FileField::changed);
    connect(button, &QPushButton::clicked, this, &FileField::choose);
}

QString FileField::file() const
{
    QString name = m_field->text().trimmed();
    if (name.startsWith(QLatin1String("~/")))
        name.replace(0, 1, QDir::homePath());
    return QDir::fromNativeSeparators(name);
}

void FileField::setFile(const QString &file)
{
    m_field->setText(QDir::toNativeSeparators(file));
}

void FileField::choose()
{
    auto *dialog = new QFileDialog(this, m_for == For::Writing ? tr("Export to") : tr("Import from"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(m_for == For::Writing ? QFileDialog::AcceptSave : QFileDialog::AcceptOpen);
    dialog->setFileMode(m_for == For::Writing ? QFileDialog::AnyFile : QFileDialog::ExistingFile);
    // The dialog behind says what is there already.
    dialog->setOption(QFileDialog::DontConfirmOverwrite);
    if (!file().isEmpty())
        dialog->selectFile(file());
    connect(dialog, &QFileDialog::fileSelected, this, &FileField::setFile);
    dialog->open();
}

} // namespace Studio
