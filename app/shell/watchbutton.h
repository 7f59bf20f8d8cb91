// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QToolButton>

namespace Studio
{

struct AppContext;
class RecordTab;
class SessionWatches;

/// In the head of a record: whether its key is watched, and the way to begin and to end it.
class WatchButton : public QToolButton
{
    Q_OBJECT

public:
    WatchButton(AppContext &app, SessionWatches &watches, RecordTab &record);

private:
    void refresh();

    AppContext &m_app;
    SessionWatches &m_watches;
    RecordTab &m_record;
};

} // namespace Studio
