// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QList>
#include <QWidget>

namespace Studio
{

class Theme;

/// A thin bar that says how much of the key space is known: one piece for each branch at the top, filled when
/// all of it has been read, tinted when part of it has, hatched when what was read may be out of date.
class CoverageStrip : public QWidget
{
    Q_OBJECT

public:
    enum class Part : quint8 { Unknown, Partial, Complete, Stale };

    explicit CoverageStrip(Theme &theme, QWidget *parent = nullptr);

    /// In key order. `text` is said by the tooltip and by screen readers.
    void setParts(const QList<Part> &parts, const QString &text);
    const QList<Part> &parts() const { return m_parts; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Theme &m_theme;
    QList<Part> m_parts;
};

} // namespace Studio
