// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "session/keyselection.h"

#include <optional>

namespace Studio
{

/// The prefix that an interval stands for, if it is one (empty: the whole store).
inline std::optional<QByteArray> prefixOf(const KeyInterval &interval)
{
    const QByteArray &first = interval.first;
    const QByteArray prefix = first == Hpkv::Keys::smallestStart() ? QByteArray() : first;
    return KeyInterval::ofPrefix(prefix) == interval ? std::optional(prefix) : std::nullopt;
}

/// What KeyActions may be asked for.
enum class KeyVerb : quint8 {
    OpenRange,
    Create,
    Duplicate,
    Rename,
    CopyBranch,
    Delete,
    Patch,
    Increment,
    Export,
    Import,
    Search,
    Statistics,
    Watch,
    Compare, ///< one key with another, or two
    CopyValue ///< of one key to another open profile
};

/// What of a record goes on the clipboard.
enum class KeyForm : quint8 { Key, Value, Json, JavaScript, Cpp, Curl, RawFrame };

/// What can be done with keys from any view of them (tree, range table, search hits, live list). The page of
/// the session does it; views only ask. Whatever needs a question asks it; whatever is refused says so where
/// it began.
class KeyActions
{
public:
    virtual ~KeyActions() = default;

    /// Whether it would be done: the safety level allows it, and the selection is of the right kind. What
    /// cannot be done is not offered.
    virtual bool can(KeyVerb, const KeySelection &) const { return true; }

    /// Shows the record; `pinned` false: in the one tab that is used again and again.
    virtual void openRecord(const QByteArray &key, bool pinned) = 0;
    /// Opens a range tab over the interval and begins to read it.
    virtual void openRange(const KeyInterval &interval) = 0;
    /// Selects the key, or opens the branch, in the tree.
    virtual void revealKey(const QByteArray &key) = 0;
    virtual void revealBranch(const QByteArray &prefix) = 0;
    /// Looks for the last key of the branch and shows it (empty prefix: of the whole store).
    virtual void revealLast(const QByteArray &) { }

    virtual void createKey(const QByteArray &prefix) = 0;
    virtual void duplicateKey(const QByteArray &key) = 0;
    /// Renames one key, or moves a branch (`prefix` with its separator).
    virtual void renameKey(const QByteArray &key) = 0;
    virtual void renameBranch(const QByteArray &prefix) = 0;
    /// Copies to another prefix or to another open profile.
    virtual void copyBranch(const QByteArray &prefix) = 0;

    virtual void deleteKeys(const KeySelection &selection) = 0;
    virtual void patchKeys(const KeySelection &selection) = 0;
    virtual void incrementKeys(const KeySelection &selection) = 0;
    virtual void exportKeys(const KeySelection &selection) = 0;
    virtual void importKeys(const QByteArray &prefix) = 0;

    virtual void compareKeys(const QList<QByteArray> &) { }
    virtual void copyValueTo(const QByteArray &) { }

    /// Every recorded change of a key; what of a branch is not the same at two moments.
    virtual void showHistory(const QByteArray &) { }
    virtual void showMoments(const QByteArray &) { }

    virtual void searchValues(const KeySelection &selection) = 0;
    virtual void showStatistics(const KeySelection &selection) = 0;
    /// Puts the keys on the clipboard; values that are not known are read first. Intervals: their prefix.
    virtual void copyKeys(const KeySelection &, KeyForm) { }

    /// Hears of every change of the selection until it is unwatched or the session ends.
    virtual void setWatched(const KeySelection &selection, bool watched) = 0;
    virtual bool isWatched(const KeySelection &selection) const = 0;
    /// New keys of the branch begin with the value of `key`, or with nothing again.
    virtual void saveTemplate(const QByteArray &) { }
    virtual void forgetTemplate(const QByteArray &) { }
    virtual bool hasTemplate(const QByteArray &) const { return false; }
    /// Favourites of the profile: single keys and branches.
    virtual void setFavourite(const KeySelection &, bool) { }
    virtual bool isFavourite(const KeySelection &) const { return false; }
};

} // namespace Studio
