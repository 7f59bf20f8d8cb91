// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "dashboard/board/dashboardhub.h"
#include "dashboard/board/dashboardtab.h"
#include "dashboard/dashboard.h"
#include "viewfixture.h"

#include <QVBoxLayout>

namespace TestSupport
{

using namespace Studio;

inline TileConfig tile(TileKind kind, const QByteArray &key, const QString &pointer = {})
{
    TileConfig tile;
    tile.kind = kind;
    tile.key = key;
    tile.pointer = pointer;
    return tile;
}

/// A session on an emulator and a hub that shows its tabs in one window.
struct DashboardStage {
    ViewFixture fixture;
    Emulator emulator;
    Session session;
    QWidget window;
    DashboardHub *hub;
    QByteArray opened;

    explicit DashboardStage(SafetyLevel safety = SafetyLevel::Free)
        : session(profile(emulator, safety), QStringLiteral("k"), Emulator::quick())
        , hub(new DashboardHub(
              fixture.context, session,
              {[this](PageTab *tab) { take(tab); }, [this](const QByteArray &key) { opened = key; }},
              &window))
    {
        new QVBoxLayout(&window);
        window.resize(1200, 800);
        window.show();
        session.open();
    }
    /// As a stack of tabs does: at its place and seen at once.
    void take(PageTab *tab)
    {
        window.layout()->addWidget(tab);
        tab->show();
        window.layout()->activate();
    }
    static Profile profile(const Emulator &emulator, SafetyLevel safety)
    {
        Profile profile = emulator.profile();
        profile.safety = safety;
        return profile;
    }
    void put(const char *key, const char *value) { emulator.server.put(key, value); }
    DashboardTab *show(const QList<TileConfig> &tiles)
    {
        Dashboard dashboard;
        dashboard.title = QStringLiteral("Floor");
        for (const TileConfig &each : tiles)
            dashboard.add(each);
        return hub->show(dashboard);
    }
    bool isWatched(const QByteArray &pattern) const
    {
        return session.status().watchedPatterns.contains(pattern);
    }
    ~DashboardStage() { delete hub; }
};

} // namespace TestSupport
