// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "profiles/profile.h"

#include <QDialog>

#include <memory>

namespace Studio
{

struct AppContext;

/// Asks for the API key or token of a profile whose secret is not kept, or could not be read. open() it; the
/// answer comes through entered().
class PasswordPrompt : public QDialog
{
    Q_OBJECT

public:
    /// `reason` says why it is asked, e.g. that the keychain refused; may be empty.
    PasswordPrompt(AppContext &context, const Profile &profile, const QString &reason,
                   QWidget *parent = nullptr);
    ~PasswordPrompt() override;

    const Profile &profile() const;

signals:
    /// Exactly once, before the dialog closes with Accepted. Rejected says nothing.
    void entered(const QString &secret);

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace Studio
