// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "shell/question.h"

#include "shell/look.h"

#include <QAbstractButton>
#include <QCoreApplication>
#include <QHash>
#include <QMessageBox>
#include <QPushButton>

namespace Studio
{

namespace
{

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Question)
};

} // namespace

QMessageBox *askQuestion(QWidget *parent, const QString &title, const QString &text,
                         const QList<Answer> &answers)
{
    auto *box = new QMessageBox(parent);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setWindowTitle(title);
    box->setTextFormat(Qt::PlainText);
    box->setText(title);
    box->setInformativeText(text);
    box->setIcon(QMessageBox::NoIcon);
    QHash<QAbstractButton *, std::function<void()>> chosen;
    for (const Answer &answer : answers) {
        QPushButton *button = box->addButton(answer.text, answer.dangerous ? QMessageBox::DestructiveRole
                                                                           : QMessageBox::AcceptRole);
        if (answer.dangerous)
            Look::makeDangerous(button);
        if (answer.preferred) {
            Look::makePrimary(button);
            box->setDefaultButton(button);
        }
        chosen.insert(button, answer.chosen);
    }
    QPushButton *cancel = box->addButton(Text::tr("Cancel"), QMessageBox::RejectRole);
    box->setEscapeButton(cancel);
    if (!box->defaultButton())
        box->setDefaultButton(cancel);
    QObject::connect(box, &QMessageBox::buttonClicked, box, [box, chosen](QAbstractButton *button) {
        if (const auto act = chosen.value(button); act) {
            // When the box is gone, so that what follows may close the window.
            QObject::connect(box, &QObject::destroyed, qApp, act, Qt::QueuedConnection);
        }
    });
    box->open();
    return box;
}

} // namespace Studio
