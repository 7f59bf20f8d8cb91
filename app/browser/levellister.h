// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QHash>
#include <QObject>
#include <QSet>

#include <hpkvqt/error.h>

namespace Studio
{

class KeyTreeModel;
class Session;

/// Which levels of the tree are being read, which could not be, and when to try again. Stands between the
/// model, which says what is missing, and the session, which fetches it.
class LevelLister : public QObject
{
    Q_OBJECT

public:
    LevelLister(Session &session, KeyTreeModel &model, QObject *parent);

    /// Reads the level if it is not known as a whole; with `again` in any case.
    void list(const QByteArray &prefix, bool again = false);
    bool isListed(const QByteArray &prefix) const;
    /// How much is known of the children of a level, whoever read them and whenever.
    enum class Known : quint8 { Nothing, Part, All };
    Known known(const QByteArray &prefix) const;
    bool isListing(const QByteArray &prefix) const { return m_listing.contains(prefix); }
    const QSet<QByteArray> &listing() const { return m_listing; }

    /// The error of a level; none if it was read or was not tried.
    Hpkv::Error errorOf(const QByteArray &prefix) const { return m_failed.value(prefix); }
    /// Levels that were refused or failed for a reason that waiting does not mend.
    QHash<QByteArray, Hpkv::Error> failures() const { return m_failed; }

signals:
    /// Any of the above changed.
    void changed();
    void listed(const QByteArray &prefix);
    void failed(const QByteArray &prefix);

private:
    void ended(const QByteArray &prefix);
    void lineChanged();

    Session &m_session;
    KeyTreeModel &m_model;
    QSet<QByteArray> m_listing;
    QSet<QByteArray>
        m_done; ///< listed as far as the session may; with a token that can be less than the level
    QHash<QByteArray, Hpkv::Error> m_failed;
    QSet<QByteArray> m_interrupted; ///< by the end of the line; tried again when it is back
    bool m_connected = false;
};

} // namespace Studio
