// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "browser/emptystate.h"

#include "shell/look.h"
#include "shell/theme.h"

#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace Studio
{

EmptyState::EmptyState(Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_title(new QLabel(this))
    , m_text(new QLabel(this))
    , m_button(new QPushButton(this))
{
    auto *column = new QVBoxLayout(this);
    const int margin = theme.metric(20);
    column->setContentsMargins(margin, margin, margin, margin);
    column->setSpacing(theme.metric(8));
    column->addStretch(1);
    for (QLabel *label : {m_title, m_text}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
        label->setAlignment(Qt::AlignHCenter);
        column->addWidget(label);
    }
    Look::text(m_title, theme, ColorRole::TextMuted, 0, QFont::DemiBold);
    Look::text(m_text, theme, ColorRole::TextFaint);
    column->addSpacing(theme.metric(4));
    column->addWidget(m_button, 0, Qt::AlignHCenter);
    column->addStretch(2);
    connect(m_button, &QPushButton::clicked, this, &EmptyState::actionTriggered);
}

void EmptyState::show(const QString &title, const QString &text, const QString &action)
{
    m_title->setText(title);
    m_title->setVisible(!title.isEmpty());
    m_text->setText(text);
    m_text->setVisible(!text.isEmpty());
    m_button->setText(action);
    m_button->setVisible(!action.isEmpty());
}

QString EmptyState::title() const
{
    return m_title->text();
}

QString EmptyState::text() const
{
    return m_text->text();
}

} // namespace Studio
