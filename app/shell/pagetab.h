// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "shell/navhistory.h"

#include <QString>
#include <QWidget>

namespace Studio
{

/// What can stand as a tab in the middle of a session's page: a record, a range.
class PageTab : public QWidget
{
    Q_OBJECT

public:
    using QWidget::QWidget;

    /// One line, without odd characters.
    virtual QString title() const = 0;
    /// Name of an icon in resources/icons; empty = none.
    virtual QString iconName() const { return {}; }
    /// How one comes back to it after it was closed; none = not at all.
    virtual std::optional<NavPlace> place() const { return {}; }
    /// What the status bar says of it.
    virtual QString statusText() const { return {}; }
    /// Whether it holds something that is not in the store. Unless keepsEdit(), closing loses it: ask first.
    virtual bool isDirty() const { return false; }
    /// Whether what is not in the store outlives the tab and the program.
    virtual bool keepsEdit() const { return false; }
    /// As Ctrl+S; may ask inline.
    virtual void save() { }

signals:
    /// title() or iconName() is another one.
    void titleChanged();
    void dirtyChanged(bool dirty);
    void statusTextChanged(const QString &text);
};

} // namespace Studio
