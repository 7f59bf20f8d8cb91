// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

class QButtonGroup;

namespace Studio
{

class Theme;

/// A few words side by side in one frame, exactly one of them chosen. Left and right arrows move between
/// them, as with radio buttons, which is also what a screen reader hears.
class SegmentedChoice : public QWidget
{
    Q_OBJECT

public:
    explicit SegmentedChoice(Theme &theme, QWidget *parent = nullptr);

    /// The first one added is chosen. `tip` becomes the tooltip.
    void addChoice(int value, const QString &text, const QString &tip = {});
    void setChoiceVisible(int value, bool visible);
    void setChoiceText(int value, const QString &text);

    int value() const;
    /// Does nothing if there is no such choice. Emits valueChanged() if it changes.
    void setValue(int value);

signals:
    void valueChanged(int value);

private:
    Theme &m_theme;
    QButtonGroup *m_group;
};

} // namespace Studio
