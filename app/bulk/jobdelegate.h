// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "shell/themecolors.h"

#include <QStyledItemDelegate>

namespace Studio
{

class Job;
class Theme;

/// Draws a job: its title and state, and below the bar with what it has done, or how it ended.
class JobDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    explicit JobDelegate(Theme &theme, QObject *parent = nullptr);

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    /// Icon and colour of its state; never the only sign of it, the word stands beside.
    struct Sign {
        QString icon;
        ColorRole role;
    };
    static Sign signOf(const Job &job);
    void paintBar(QPainter &painter, const QRect &rect, int percent, bool isActive,
                  Qt::LayoutDirection direction) const;

    Theme &m_theme;
};

} // namespace Studio
