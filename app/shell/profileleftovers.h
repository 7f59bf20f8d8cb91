// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "shell/appcontext.h"

#include <QObject>
#include <QSet>
#include <QString>

namespace Studio
{

/// Takes away what was kept for a profile beside it, its edits that were not saved and its schemas, when the
/// profile is deleted.
class ProfileLeftovers : public QObject
{
    Q_OBJECT

public:
    explicit ProfileLeftovers(const AppContext &app, QObject *parent = nullptr);

private:
    QSet<QString> ids() const;
    void refresh();

    AppContext m_app;
    QSet<QString> m_known;
};

} // namespace Studio
