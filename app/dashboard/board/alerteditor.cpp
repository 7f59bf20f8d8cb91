// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "dashboard/board/alerteditor.h"

#include "dashboard/board/alertform.h"
#include "shell/look.h"
#include "shell/theme.h"

#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace Studio
{

AlertEditor::AlertEditor(Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_column(new QVBoxLayout(this))
{
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(theme.metric(8));
    auto *add = new QPushButton(theme.icon(QStringLiteral("plus")), tr("Add an alert"), this);
    add->setObjectName(QStringLiteral("alertAdd"));
    add->setAutoDefault(false);
    Look::makeQuiet(add);
    m_column->addWidget(add, 0, Qt::AlignLeading);
    connect(add, &QPushButton::clicked, this, &AlertEditor::add);
    setFocusProxy(add);
}

QList<AlertRule> AlertEditor::rules() const
{
    QList<AlertRule> rules;
    for (const AlertForm *form : m_forms)
        rules.append(form->rule());
    return rules;
}

void AlertEditor::setRules(const QList<AlertRule> &rules)
{
    for (AlertForm *form : std::exchange(m_forms, {}))
        delete form;
    for (const AlertRule &rule : rules)
        append(rule);
    emit changed();
}

QString AlertEditor::problem() const
{
    for (const AlertForm *form : m_forms) {
        if (QString problem = form->rule().problem(); !problem.isEmpty())
            return problem;
    }
    return {};
}

void AlertEditor::add()
{
    AlertForm *form = append({});
    emit changed();
    form->setFocus();
}

AlertForm *AlertEditor::append(const AlertRule &rule)
{
    auto *form = new AlertForm(m_theme, rule, this);
    m_column->insertWidget(int(m_forms.size()), form);
    m_forms.push_back(form);
    connect(form, &AlertForm::changed, this, &AlertEditor::changed);
    connect(form, &AlertForm::removeRequested, this, [this, form] { remove(form); });
    form->show();
    return form;
}

void AlertEditor::remove(AlertForm *form)
{
    const bool hadFocus = form->isAncestorOf(focusWidget());
    std::erase(m_forms, form);
    form->hide();
    form->deleteLater();
    // The keyboard stays here.
    if (hadFocus)
        m_forms.empty() ? setFocus() : m_forms.back()->setFocus();
    emit changed();
}

} // namespace Studio
