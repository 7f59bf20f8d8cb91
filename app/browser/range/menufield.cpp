// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "browser/range/menufield.h"

#include "shell/theme.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QMenu>
#include <QPointer>
#include <QWidgetAction>

namespace Studio
{

QString menuText(QString text)
{
    return text.replace(u'&', QStringLiteral("&&"));
}

void addMenuField(QMenu &menu, Theme &theme, const QString &placeholder,
                  const std::function<bool(const QString &)> &entered)
{
    auto *holder = new QWidget(&menu);
    auto *row = new QHBoxLayout(holder);
    row->setContentsMargins(theme.metric(12), theme.metric(4), theme.metric(12), theme.metric(4));
    auto *field = new QLineEdit(holder);
    field->setPlaceholderText(placeholder);
    field->setAccessibleName(placeholder);
    field->setMinimumWidth(theme.metric(220));
    row->addWidget(field);
    auto *action = new QWidgetAction(&menu);
    action->setDefaultWidget(holder);
    menu.addAction(action);
    QObject::connect(field, &QLineEdit::returnPressed, &menu,
                     [field, entered, menu = QPointer<QMenu>(&menu)] {
                         if (!entered(field->text()))
                             field->selectAll();
                         else if (menu)
                             menu->close();
                     });
}

} // namespace Studio
