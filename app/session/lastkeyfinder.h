// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "session/lastkeyplanner.h"

#include <QObject>
#include <QPointer>

#include <hpkvqt/error.h>

namespace Studio
{

class PageOperation;
class Session;

/// Looks for the last key of a branch, one small request after another in the interactive lane. Begins when
/// it is made and deletes itself after finished(). Window's thread.
class LastKeyFinder : public QObject
{
    Q_OBJECT

public:
    /// `prefix` empty: of the whole store.
    LastKeyFinder(Session &session, const QByteArray &prefix, QObject *parent = nullptr);
    /// Takes back the request under way.
    ~LastKeyFinder() override;

    const QByteArray &prefix() const { return m_prefix; }
    int requests() const { return m_planner.requests(); }
    /// After finished(): the last key; empty if the branch has none, or on an error.
    std::optional<QByteArray> key() const { return m_planner.key(); }
    /// False: there were too many steps, key() is the greatest one seen.
    bool isExact() const { return m_planner.isExact(); }
    const Hpkv::Error &error() const { return m_error; }

    /// finished() follows with ErrorKind::Canceled.
    void cancel();

signals:
    void progress();
    /// Raised exactly once, never before the constructor has returned.
    void finished();

private:
    void ask();
    void end();

    Session &m_session;
    QByteArray m_prefix;
    LastKeyPlanner m_planner;
    QPointer<PageOperation> m_page;
    Hpkv::Error m_error;
    bool m_ended = false;
};

} // namespace Studio
