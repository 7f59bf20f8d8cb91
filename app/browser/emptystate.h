// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

class QLabel;
class QPushButton;

namespace Studio
{

class Theme;

/// What stands where there is nothing to show: what would be here, and the way to fill it.
class EmptyState : public QWidget
{
    Q_OBJECT

public:
    explicit EmptyState(Theme &theme, QWidget *parent = nullptr);

    /// Without `action` there is no button.
    void show(const QString &title, const QString &text, const QString &action = {});
    QString title() const;
    QString text() const;
    QPushButton *button() const { return m_button; }

signals:
    void actionTriggered();

private:
    QLabel *m_title;
    QLabel *m_text;
    QPushButton *m_button;
};

} // namespace Studio
