// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "profiles/dialog/secretfield.h"

#include "shell/look.h"
#include "shell/theme.h"

#include <QAction>

namespace Studio
{

SecretField::SecretField(Theme &theme, QWidget *parent)
    : QLineEdit(parent)
    , m_theme(theme)
    , m_eye(addAction(theme.icon(QStringLiteral("eye")), QLineEdit::TrailingPosition))
{
    setEchoMode(QLineEdit::Password);
    // Neither spelling nor input history of a system keyboard is to see it.
    setInputMethodHints(Qt::ImhHiddenText | Qt::ImhSensitiveData | Qt::ImhNoPredictiveText
                        | Qt::ImhNoAutoUppercase);
    Look::monospace(this, theme);
    m_eye->setCheckable(true);
    m_eye->setText(tr("Show"));
    m_eye->setToolTip(tr("Show what is typed"));
    connect(m_eye, &QAction::toggled, this, &SecretField::setShown);
}

QString SecretField::secret() const
{
    return text().trimmed();
}

bool SecretField::isShown() const
{
    return echoMode() == QLineEdit::Normal;
}

void SecretField::setShown(bool shown)
{
    setEchoMode(shown ? QLineEdit::Normal : QLineEdit::Password);
    m_eye->setChecked(shown);
    m_eye->setIcon(shown ? m_theme.icon(QStringLiteral("eye"), ColorRole::Accent)
                         : m_theme.icon(QStringLiteral("eye")));
    m_eye->setText(shown ? tr("Hide") : tr("Show"));
    m_eye->setToolTip(shown ? tr("Hide what is typed") : tr("Show what is typed"));
}

} // namespace Studio
