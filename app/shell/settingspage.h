// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDialog>
#include <QList>

#include <functional>
#include <memory>

namespace Studio
{

struct AppContext;

/// The one page of settings, in sections. What is changed holds at once; there is nothing to confirm. Later
/// parts of the program add sections of their own.
class SettingsPage : public QDialog
{
    Q_OBJECT

public:
    explicit SettingsPage(AppContext &app, QWidget *parent = nullptr);
    ~SettingsPage() override;

    /// Adds a section with its name in the list on the left. Takes `page`.
    void addSection(const QString &title, const QString &icon, QWidget *page);

private:
    QWidget *appearanceSection();
    QWidget *languageSection();
    QWidget *diskSection();

    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace Studio
