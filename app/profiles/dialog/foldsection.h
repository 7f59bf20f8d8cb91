// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

class QToolButton;

namespace Studio
{

class Theme;

/// A heading that opens and folds what is below it.
class FoldSection : public QWidget
{
    Q_OBJECT

public:
    /// Takes `content` as its child.
    FoldSection(Theme &theme, const QString &title, QWidget *content, QWidget *parent = nullptr);

    bool isOpen() const;
    void setOpen(bool open);

signals:
    void toggled(bool open);

private:
    Theme &m_theme;
    QToolButton *m_head;
    QWidget *m_content;
    bool m_open = false;
};

} // namespace Studio
