// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "shell/appcontext.h"

#include <QString>

#include <memory>

namespace Studio
{

class SecretStore;
class SessionManager;

/// Where the program keeps its files.
struct WorkbenchPaths {
    QString config; ///< folder of settings, profiles
    QString data; ///< folder of journals, histories, drafts

    /// This person's folders.
    static WorkbenchPaths standard();
    /// Everything below one folder, apart from every other copy.
    static WorkbenchPaths below(const QString &folder);
};

/// Everything that lives as long as the program and has no window: made once by main() (and by each test of
/// the whole window), passed on by reference. The one place where the parts are put together.
class Workbench
{
public:
    /// `keychain`: in place of the system's (tests, the tour); taken over.
    explicit Workbench(const WorkbenchPaths &paths, SecretStore *keychain = nullptr);
    /// Closes every session.
    ~Workbench();

    AppContext &context();
    SessionManager &sessions();

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace Studio
