// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDialog>

namespace Studio
{

class Theme;

/// Name, version, licence, versions of what it is built on.
class AboutDialog : public QDialog
{
    Q_OBJECT

public:
    explicit AboutDialog(Theme &theme, QWidget *parent = nullptr);
};

} // namespace Studio
