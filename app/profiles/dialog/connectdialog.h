// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "profiles/profile.h"

#include <QDialog>

#include <memory>
#include <optional>

namespace Studio
{

struct AppContext;

/// A new connection, or a saved one to change. It saves the profile through ProfileStore and the secret
/// through SecretStore by itself; nothing of it reaches a settings file unless the person chose plain text.
/// Not modal by itself: the window calls open().
class ConnectDialog : public QDialog
{
    Q_OBJECT

public:
    /// A new connection, filled in from HPKV_API_KEY and HPKV_API_BASE_URL if the environment has them.
    explicit ConnectDialog(AppContext &context, QWidget *parent = nullptr);
    /// Changes `profile`; an id that the store does not know yet makes a new one.
    ConnectDialog(AppContext &context, const Profile &profile, QWidget *parent = nullptr);
    ~ConnectDialog() override;

    /// The form as it stands. Its id is stable from the start.
    Profile profile() const;
    /// The API key or token as typed; empty if a saved one was not read yet.
    QString secret() const;

    /// Fills the form from `.env` text with the vendor's variable names; false if it has none of them.
    bool applyEnvText(const QString &text);
    /// Runs the steps of the test; see testFinished().
    void runTest();
    bool isTesting() const;

protected:
    void showEvent(QShowEvent *event) override;
    /// A dropped `.env` file or text fills the form.
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

signals:
    /// "Connect": the profile is saved and the dialog closes. The window opens a session with it.
    void connectRequested(const Studio::Profile &profile, const QString &secret);
    /// "Save": stored, the dialog closes, nothing is opened.
    void saved(const Studio::Profile &profile);
    void testFinished(bool passed);

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace Studio
