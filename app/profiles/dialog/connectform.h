// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "profiles/profile.h"

#include <QWidget>

#include <memory>

namespace Studio
{

struct EnvSettings;
class Theme;

/// The fields of one connection, what is wrong with them, and nothing else: no store, no network.
class ConnectForm : public QWidget
{
    Q_OBJECT

public:
    enum class Keep : quint8 { Keychain, Ask, PlainFile };

    explicit ConnectForm(Theme &theme, QWidget *parent = nullptr);
    ~ConnectForm() override;

    void setProfile(const Profile &profile);
    /// What stands in the form; id and lastOpened are those of setProfile(). Without a name the host's.
    Profile profile() const;

    void setSecret(const QString &secret);
    QString secret() const;
    /// Shown in the empty field, e.g. that the saved one is being read.
    void setSecretPlaceholder(const QString &text);

    Keep keep() const;
    /// Without a keychain the plain file is offered, and asking each time is chosen.
    void setKeychainAvailable(bool available);
    /// What became of an attempt to keep the secret.
    void setKeepError(const QString &error);

    /// Takes over what the settings name.
    void applyEnv(const EnvSettings &settings);

    /// Says beside each field what is wrong and moves the focus to the first. True if nothing is. The secret
    /// may be missing unless `withSecret`.
    bool validate(bool withSecret);
    void focusFirst();

signals:
    void changed();
    /// Text with HPKV's variable names was pasted into the address or the secret; the field was left as it
    /// was.
    void envTextPasted(const QString &text);

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace Studio
