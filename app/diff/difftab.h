// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "diff/diffside.h"
#include "shell/pagetab.h"

#include <QList>

namespace Studio
{

struct AppContext;
class DiffView;

/// A difference in a tab of its own. It shows the values as they were when it was opened.
class DiffTab : public PageTab
{
    Q_OBJECT

public:
    /// `title`: what it is about, "order:1 ↔ order:2". Two of the sides are compared at first.
    DiffTab(AppContext &app, QString title, const QList<DiffSide> &sides, int before, int after,
            QWidget *parent = nullptr);

    QString title() const override { return m_title; }
    QString iconName() const override { return QStringLiteral("diff"); }
    QString statusText() const override;
    DiffView &view() const { return *m_view; }

signals:
    /// The value of another key is to be a side, too.
    void otherKeyWanted(const Studio::TakeSide &take);

private:
    QString m_title;
    QList<DiffSide> m_sides;
    DiffView *m_view;
};

} // namespace Studio
