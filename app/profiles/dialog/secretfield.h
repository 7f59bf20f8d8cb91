// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QLineEdit>

class QAction;

namespace Studio
{

class Theme;

/// A field for an API key or token: hidden unless the eye is pressed.
class SecretField : public QLineEdit
{
    Q_OBJECT

public:
    explicit SecretField(Theme &theme, QWidget *parent = nullptr);

    /// The text without blanks around it (they come along when a secret is copied).
    QString secret() const;
    bool isShown() const;
    void setShown(bool shown);

private:
    Theme &m_theme;
    QAction *m_eye;
};

} // namespace Studio
