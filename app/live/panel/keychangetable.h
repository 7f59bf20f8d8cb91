// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QTreeView>

namespace Studio
{

class KeyChangeModel;
class Theme;

/// Keys that are not as they were: key, what became of it, and the values before and after.
class KeyChangeTable : public QTreeView
{
    Q_OBJECT

public:
    KeyChangeTable(Theme &theme, KeyChangeModel &model, QWidget *parent = nullptr);
};

} // namespace Studio
