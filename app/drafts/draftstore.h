// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "drafts/draft.h"

#include <QList>
#include <QObject>
#include <QString>

#include <functional>
#include <memory>

namespace Studio
{

/// Edits that are not saved, kept aside so that they outlive their tab, the program and a crash. A draft
/// belongs to a tab until it is released; then it is offered to whoever opens its key. Files are written
/// beside the window's thread, in the order of the calls. Window's thread.
class DraftStore : public QObject
{
    Q_OBJECT

public:
    /// `folder` empty: nothing is kept. Looks for what ended copies left behind.
    explicit DraftStore(const QString &folder, QObject *parent = nullptr);
    /// Waits until everything is written. What is there stays for the next start.
    ~DraftStore() override;

    /// Whether drafts are kept, and can be: false after a write that failed until one succeeds.
    bool isKeeping() const;
    /// False: every draft is deleted, and none are kept.
    void setOn(bool on);

    static QString newId();
    /// Writes or replaces the draft draft.info.id, which belongs to the caller.
    void keep(const Draft &draft);
    /// It was saved or given up.
    void discard(const QString &id);
    /// The profile was deleted: its drafts go, and those that tabs still have go with their tab.
    void forget(const QString &profileId);
    /// Its tab is gone, so that from now on it is offered.
    void release(const QString &id);
    /// A tab goes on with it, so that it is offered no longer.
    void take(const QString &id);

    /// What can be taken up again, the oldest first.
    QList<DraftInfo> offered(const QString &profileId) const;
    /// The latest of a key; not of new records.
    std::optional<DraftInfo> offered(const QString &profileId, const QByteArray &key) const;
    /// Reads a draft; `done` gets nothing if its file is damaged or gone, and is not called once `receiver`
    /// is.
    void read(const QString &id, QObject *receiver, std::function<void(std::optional<Draft>)> done);
    /// Takes over what copies that ended meanwhile left behind; offeredChanged() follows if there is any.
    void lookAgain();
    /// Waits until everything is on the disk. For tests and the end of the program.
    void flush();

signals:
    void offeredChanged();
    void failed(const QString &reason);
    void mended();

private slots:
    void deliver();

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace Studio
