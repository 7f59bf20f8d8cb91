// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "session/keyselection.h"

#include <QObject>
#include <QSet>

namespace Studio
{

struct AppContext;
class Session;
class WatchList;
struct WatchPattern;

/// Has a session hear what the list of its profile says, and puts what a person selects into that list.
class SessionWatches : public QObject
{
    Q_OBJECT

public:
    SessionWatches(AppContext &app, Session &session, QObject *parent);

    WatchList &list() const { return *m_list; }

    /// A token that was given says itself what is heard.
    bool canWatch() const;
    /// Keys exactly, branches by their prefix, any other range by what its ends begin with.
    void setWatched(const KeySelection &selection, bool watched);
    bool isWatched(const KeySelection &selection) const;
    /// Keys and prefixes that are watched as such.
    QSet<QByteArray> places() const;

    static QList<WatchPattern> patternsOf(const KeySelection &selection);

signals:
    void changed();

private:
    void apply();
    void tellRefused();
    void report(const QString &title, const QString &text);

    AppContext &m_app;
    Session &m_session;
    WatchList *m_list;
};

} // namespace Studio
