// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "dashboard/tileconfig.h"

#include <QDialog>

#include <memory>

namespace Studio
{

class LiveFeed;
class Theme;
class ValueSource;

/// Makes or edits one tile, with a preview of what it will show.
class TileDialog : public QDialog
{
    Q_OBJECT

public:
    /// `tile` without an id is a new one. `keys`: suggestions.
    TileDialog(Theme &theme, ValueSource &source, const LiveFeed *events, const TileConfig &tile,
               const QStringList &keys, QWidget *parent = nullptr);
    ~TileDialog() override;

    TileConfig tile() const;

signals:
    void tileAccepted(const Studio::TileConfig &tile);

private:
    void fill(const TileConfig &tile);
    void showFields();
    void refresh();
    void rebuildPreview();

    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace Studio
