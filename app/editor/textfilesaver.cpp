// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "editor/textfilesaver.h"

#include <QDir>
#include <QFileDialog>
#include <QSaveFile>

namespace Studio
{

void TextFileSaver::ask(QWidget *window, const QString &suggestedName, const QByteArray &text)
{
    auto *dialog = new QFileDialog(window, tr("Save the text as a file"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->selectFile(suggestedName);
    connect(dialog, &QFileDialog::fileSelected, this,
            [this, text](const QString &file) { write(file, text); });
    dialog->open();
}

void TextFileSaver::write(const QString &file, const QByteArray &text)
{
    const auto work = [file, text](const std::atomic_bool &) {
        QSaveFile out(file);
        if (out.open(QIODevice::WriteOnly) && out.write(text) == text.size() && out.commit())
            return QString();
        return tr("%1 cannot be written: %2.").arg(QDir::toNativeSeparators(file), out.errorString());
    };
    m_job.start(work, [this, file](const QString &problem) {
        if (problem.isEmpty())
            emit written(file);
        else
            emit failed(problem);
    });
}

} // namespace Studio
