// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "profiles/profile.h"

#include <QDialog>

#include <memory>

namespace Studio
{

struct AppContext;

/// The saved connections: open, edit, duplicate, delete (asked for in the place of the buttons), new.
class ProfileManager : public QDialog
{
    Q_OBJECT

public:
    explicit ProfileManager(AppContext &context, QWidget *parent = nullptr);
    ~ProfileManager() override;

    /// Id of the selected profile; empty if none is.
    QString currentId() const;
    void setCurrentId(const QString &id);

public slots:
    void reject() override;

signals:
    /// "Open" on a saved profile; the window reads the secret and opens a session.
    void openRequested(const Studio::Profile &profile);
    /// "Connect" in the connect dialog that this one opened.
    void connectRequested(const Studio::Profile &profile, const QString &secret);

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace Studio
