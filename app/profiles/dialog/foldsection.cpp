// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "profiles/dialog/foldsection.h"

#include "shell/look.h"
#include "shell/theme.h"

#include <QToolButton>
#include <QVBoxLayout>

namespace Studio
{

FoldSection::FoldSection(Theme &theme, const QString &title, QWidget *content, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_head(new QToolButton(this))
    , m_content(content)
{
    m_head->setText(title);
    m_head->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_head->setIcon(theme.icon(QStringLiteral("chevron-right")));
    m_head->setAutoRaise(true);
    Look::makeQuiet(m_head);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(theme.metric(8));
    column->addWidget(m_head, 0, Qt::AlignLeading);
    column->addWidget(content);
    content->hide();
    connect(m_head, &QToolButton::clicked, this, [this] { setOpen(!m_open); });
}

bool FoldSection::isOpen() const
{
    return m_open;
}

void FoldSection::setOpen(bool open)
{
    if (m_open == open)
        return;
    m_open = open;
    m_head->setIcon(m_theme.icon(open ? QStringLiteral("chevron-down") : QStringLiteral("chevron-right")));
    m_content->setVisible(open);
    emit toggled(open);
}

} // namespace Studio
