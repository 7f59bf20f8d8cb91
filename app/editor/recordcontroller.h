// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "mirror/batch.h"
#include "session/sessiontypes.h"

#include <hpkvqt/error.h>

#include <QByteArray>
#include <QObject>
#include <QString>

#include <memory>
#include <optional>

namespace Studio
{

class Session;
class WriteOperation;
struct RecordWrite;

/// What is known of one open record and what happens to it: reads it, notices changes of others, writes.
/// Knows nothing of widgets; the editor's text comes in with save() and noteEdited(). Window's thread.
///
/// It never starts from a presumed value: such a one is read first.
class RecordController : public QObject
{
    Q_OBJECT

public:
    /// Whether there is a value to show.
    enum class Presence : quint8 {
        Unknown, ///< being read for the first time, or that failed
        Present,
        Absent ///< there is no such key (any more); base() may hold what it was
    };
    /// What the person is to be told in the tab. Only one counts: the later in this list goes first.
    enum class Trouble : quint8 {
        None,
        ReadFailed,
        Deleted, ///< deleted by another writer while open
        ChangedElsewhere, ///< while edited; theirs() holds the other value
        WriteRefused, ///< certainly not carried out
        WriteNotDone, ///< it was not known whether it was carried out; reading again showed that it was not
        WriteUncertain, ///< a step of a counter that others counted too: reading again did not tell
        WriteUnknown ///< being read again to find out
    };
    Q_ENUM(Trouble)
    /// How the last write ended, once it is certain.
    enum class Outcome : quint8 { None, Saved, Removed };

    RecordController(Session &session, QByteArray key, QObject *parent = nullptr);
    ~RecordController() override;

    const QByteArray &key() const;
    /// Only before the first save of a new record.
    void setNewKey(const QByteArray &key);
    bool isNew() const;

    Presence presence() const;
    /// The value that the editor's text is compared with: as read, or as last saved.
    const QByteArray &base() const;
    /// ms since 1970 when base() was read or confirmed; 0 = never.
    qint64 readAt() const;
    bool isConnected() const;
    /// Whether every change since readAt() is heard of: the line is up and the key is watched.
    bool isLive() const;
    bool isReading() const;

    Trouble trouble() const;
    /// With Trouble::ReadFailed, WriteRefused, WriteNotDone, WriteUnknown.
    const Hpkv::Error &error() const;
    /// Of the write of trouble() or outcome().
    WriteKind lastKind() const;
    bool wasRemoval() const { return lastKind() == WriteKind::Delete; }
    /// With Trouble::WriteUnknown: that it was carried out is known, what it left in the store is not.
    bool isCarriedOut() const;
    /// With Trouble::ChangedElsewhere: what the store holds now; nothing = it was deleted.
    const std::optional<QByteArray> &theirs() const;
    /// With Trouble::ChangedElsewhere: whether a save met it, so that "keep mine" writes at once.
    bool changeMetBySave() const;
    Outcome outcome() const;

    bool isReadOnly() const; ///< by the profile's safety level
    bool needsConfirmation() const; ///< by the profile's safety level
    bool isSaving() const;
    /// save() was called without a line; it goes out once the line is back and other changes were looked for.
    bool isWaitingForLine() const;

    bool isDirty() const;
    /// The editor's text is (not) the same as base().
    void noteEdited(bool dirty);

    void reload();
    /// Writes `text` over base() (or as a new record). `confirmed`: the person was asked where the safety
    /// level wants it. Empty text is refused.
    void save(const QByteArray &text, bool confirmed);
    /// As save(), in another way. What is there must be a value; an increment does not wait for the line.
    void write(const RecordWrite &what, bool confirmed);
    void cancelWaitingSave();
    /// Deletes the record if it still is base().
    void remove(bool confirmed);

    /// Trouble::ChangedElsewhere: their value becomes base() and valueShown() follows; the edit is given up.
    void takeTheirs();
    /// Trouble::ChangedElsewhere: their value becomes base() while the editor keeps its text.
    void keepMine();
    void dismissTrouble();
    /// The editor holds an edit from before that began from `base` (nothing: from no such key). What the
    /// store holds now counts as a change of others.
    void resumeEdit(const std::optional<QByteArray> &base);

signals:
    /// base() is another value and the editor is to show it; `foreign`: another writer changed it while it
    /// was open.
    void valueShown(bool foreign);
    /// Anything else here changed.
    void changed();
    void keyChanged(const QByteArray &key);
    /// A write was carried out: base() is what it left in the store, `text` what the editor held when it was
    /// sent. The two differ where a server wrote the result in its own way.
    void written(const QByteArray &text);

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace Studio
