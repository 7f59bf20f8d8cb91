// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "shell/aboutdialog.h"

#include "shell/look.h"
#include "shell/theme.h"

#include <QCoreApplication>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace Studio
{

AboutDialog::AboutDialog(Theme &theme, QWidget *parent)
    : QDialog(parent)
{
    setWindowTitle(tr("About HPKV Studio"));
    auto *title =
        new QLabel(QStringLiteral("HPKV Studio %1").arg(QCoreApplication::applicationVersion()), this);
    Look::text(title, theme, ColorRole::Text, 5, QFont::DemiBold);
    auto *what = new QLabel(tr("See, change and watch your key-value store."), this);
    Look::text(what, theme, ColorRole::TextMuted);
    auto *licence = new QLabel(tr("Free software under the GNU General Public License, version 3 or later. "
                                  "The library libhpkvqt and the emulator are under the MIT licence.\n\n"
                                  "Not made by or affiliated with the operator of HPKV."),
                               this);
    licence->setWordWrap(true);
    auto *versions = new QLabel(tr("Runs on Qt %1.").arg(QLatin1StringView(qVersion())), this);
    Look::text(versions, theme, ColorRole::TextMuted, -1);
    auto *close = new QPushButton(tr("Close"), this);
    close->setDefault(true);
    connect(close, &QPushButton::clicked, this, &QDialog::accept);

    auto *column = new QVBoxLayout(this);
    const int margin = theme.metric(20);
    column->setContentsMargins(margin, margin, margin, margin);
    column->setSpacing(theme.metric(12));
    for (QWidget *part : {title, what, licence, versions})
        column->addWidget(part);
    column->addSpacing(theme.metric(8));
    column->addWidget(close, 0, Qt::AlignTrailing);
    setMinimumWidth(theme.metric(420));
}

} // namespace Studio
