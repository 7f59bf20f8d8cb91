// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "profiles/profile.h"

#include <QWidget>

#include <memory>

namespace Studio
{

struct AppContext;

/// What stands in the window while nothing is open: two ways to begin and the profiles that were open lately.
class WelcomePage : public QWidget
{
    Q_OBJECT

public:
    explicit WelcomePage(AppContext &app, QWidget *parent = nullptr);
    ~WelcomePage() override;

signals:
    void openRequested(const Studio::Profile &profile);

private:
    void refreshRecent();

    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace Studio
