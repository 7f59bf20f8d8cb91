// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>
#include <QWidget>

class QButtonGroup;

namespace Studio
{

class Theme;

/// The profile's own colour as a row of dots, one of them chosen. A colour that is not among them (an older
/// file) appears as a dot of its own in front.
class ColorDots : public QWidget
{
    Q_OBJECT

public:
    explicit ColorDots(Theme &theme, QWidget *parent = nullptr);

    /// "#rrggbb".
    QString color() const;
    void setColor(const QString &color);

signals:
    void colorChanged(const QString &color);

private:
    void addDot(const QString &color, const QString &name);

    Theme &m_theme;
    QButtonGroup *m_group;
    QStringList m_colors; ///< by id in the group
};

} // namespace Studio
