// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "drafts/draft.h"

#include <QObject>
#include <QTimer>

#include <functional>

namespace Studio
{

struct AppContext;

/// Keeps the edit of one tab aside while it is not saved: written a moment after the last key, deleted once
/// there is nothing to lose, offered to others when the tab goes. Knows nothing of widgets.
class DraftKeeper : public QObject
{
    Q_OBJECT

public:
    /// What the tab holds now; asked for when it is written. Id, profile and time are filled in here.
    using Source = std::function<Draft()>;

    DraftKeeper(AppContext &app, const QString &profileId, Source source, QObject *parent = nullptr);
    ~DraftKeeper() override;

    /// Whether edits outlive the tab: the store of drafts works, and the profile is a saved one.
    bool isKeeping() const;
    /// The text changed, or what it is compared with.
    void note(bool isDirty);
    /// Writes what waits.
    void flush();
    /// The tab goes: the draft is offered from now on. Nothing is kept after it.
    void release();
    /// Goes on with a draft that was offered.
    void take(const DraftInfo &info);

private:
    void write();

    AppContext &m_app;
    QString m_profileId;
    Source m_source;
    QString m_id; ///< of the draft that is kept; empty = none
    QTimer m_pause; ///< after the last key
    QTimer m_longest; ///< while keys keep coming
};

} // namespace Studio
