// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "browser/levellister.h"

#include "mirror/keyspacemirror.h"
#include "models/keytreemodel.h"
#include "session/session.h"

namespace Studio
{

namespace
{

/// The line was not there: nothing is wrong with the level itself.
bool isInterruption(Hpkv::ErrorKind kind)
{
    switch (kind) {
    case Hpkv::ErrorKind::NotConnected:
    case Hpkv::ErrorKind::ConnectionFailed:
    case Hpkv::ErrorKind::ConnectionLost:
    case Hpkv::ErrorKind::Canceled:
        return true;
    default:
        return false;
    }
}

} // namespace

LevelLister::LevelLister(Session &session, KeyTreeModel &model, QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_model(model)
    , m_connected(session.status().line == LineState::Connected)
{
    connect(&model, &KeyTreeModel::levelRequested, this, [this](const QByteArray &prefix) { list(prefix); });
    connect(&model, &KeyTreeModel::probeRequested, this,
            [this](const QByteArray &prefix) { m_session.probeBranch(prefix); });
    connect(&session, &Session::levelListed, this, [this](const QByteArray &prefix) {
        m_failed.remove(prefix);
        m_done.insert(prefix);
        ended(prefix);
        emit listed(prefix);
    });
    connect(&session, &Session::levelFailed, this,
            [this](const QByteArray &prefix, const Hpkv::Error &error) {
                const bool wasCanceled = error.kind == Hpkv::ErrorKind::Canceled && m_connected;
                if (!isInterruption(error.kind))
                    m_failed.insert(prefix, error);
                else if (!wasCanceled)
                    m_interrupted.insert(prefix);
                ended(prefix);
                emit failed(prefix);
            });
    connect(&session, &Session::statusChanged, this, &LevelLister::lineChanged);
}

void LevelLister::list(const QByteArray &prefix, bool again)
{
    m_failed.remove(prefix);
    m_interrupted.remove(prefix);
    m_done.remove(prefix);
    m_listing.insert(prefix);
    m_session.listLevel(prefix, again);
    emit changed();
}

bool LevelLister::isListed(const QByteArray &prefix) const
{
    const KeyspaceMirror *mirror = m_model.mirror();
    return mirror != nullptr && !m_listing.contains(prefix)
        && (m_done.contains(prefix) || mirror->isLevelComplete(prefix, m_model.separators()));
}

LevelLister::Known LevelLister::known(const QByteArray &prefix) const
{
    const KeyspaceMirror *mirror = m_model.mirror();
    if (mirror->isLevelComplete(prefix, m_model.separators()))
        return Known::All;
    return mirror->countWithPrefix(prefix) > 0 ? Known::Part : Known::Nothing;
}

void LevelLister::ended(const QByteArray &prefix)
{
    m_listing.remove(prefix);
    emit changed();
}

void LevelLister::lineChanged()
{
    const bool connected = m_session.status().line == LineState::Connected;
    if (connected == m_connected)
        return;
    m_connected = connected;
    if (!connected)
        return;
    const QSet<QByteArray> again = std::exchange(m_interrupted, {});
    for (const QByteArray &prefix : again)
        list(prefix);
    if (!isListed({}) && !isListing({}))
        list({});
}

} // namespace Studio
