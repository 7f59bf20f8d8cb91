// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "session/watchpattern.h"

#include <QList>
#include <QObject>
#include <QString>

#include <memory>

namespace Studio
{

/// One line of a WatchList.
struct Watch {
    WatchPattern pattern;
    bool record = true; ///< what is heard through it goes into the history

    bool operator==(const Watch &) const = default;
};

/// The patterns that a person watches in one profile, in one JSON file of mode 0600 that is replaced
/// atomically. Needs no connection. Only what this process changed is laid over what the file holds by then,
/// so that two running copies keep each other's patterns. Window's thread.
class WatchList : public QObject
{
    Q_OBJECT

public:
    static constexpr qsizetype most = 200;

    /// `file` empty: everything is gone with this object. A damaged file is set aside as FILE.damaged.
    explicit WatchList(QString file, QObject *parent = nullptr);
    /// Writes what is still to be written.
    ~WatchList() override;

    /// Where the patterns of a profile are kept below the folder of the settings.
    static QString fileFor(const QString &folder, const QString &profileId);

    QString file() const;
    QString loadProblem() const; ///< empty when the file was read or did not exist

    /// In the order in which they were added, each pattern once.
    const QList<Watch> &watches() const;
    qsizetype indexOf(const WatchPattern &pattern) const; ///< −1: not in the list
    bool contains(const WatchPattern &pattern) const { return indexOf(pattern) >= 0; }
    WatchPatterns patterns() const;
    /// Those whose changes go into the history.
    WatchPatterns recorded() const;

    /// Adds it at `index` (−1: at the end), or gives a known pattern this switch. False when it cannot be
    /// watched (WatchPattern::error()) or the list is full.
    bool put(const Watch &watch, qsizetype index = -1);
    /// Another pattern in the place of `old`.
    bool replace(const WatchPattern &old, const Watch &watch);
    void remove(const WatchPattern &pattern);
    void setRecord(const WatchPattern &pattern, bool record);

    /// Writes now. False when the file could not be written; the changes are kept and tried again later.
    bool flush();

signals:
    /// Once for each call that changed something.
    void changed();
    void saveFailed(const QString &reason);

private:
    void touch(const WatchPattern &pattern);
    bool place(const Watch &watch, qsizetype index);

    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace Studio
