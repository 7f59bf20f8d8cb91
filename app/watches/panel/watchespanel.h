// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "watches/watchlist.h"

#include <QWidget>

#include <memory>

namespace Studio
{

struct AppContext;
class Session;
class WatchesModel;

/// The dock "Watching": which patterns are watched and what is heard besides, how many known keys each
/// matches, and how long the token still holds.
class WatchesPanel : public QWidget
{
    Q_OBJECT

public:
    WatchesPanel(AppContext &app, Session &session, WatchList &list, QWidget *parent = nullptr);
    ~WatchesPanel() override;

    WatchesModel &model() const;
    /// The pattern that is chosen; empty: none, or one of a view.
    std::optional<Watch> current() const;
    void setCurrent(const WatchPattern &pattern);

    /// Asks for a pattern.
    void add();
    /// Takes it off the list; a notice offers it back.
    void remove(const WatchPattern &pattern);
    bool canBringBack() const;
    /// What was taken off last is watched again, in its place.
    void bringBack();

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace Studio
