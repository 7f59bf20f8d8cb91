// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QList>

#include <optional>

namespace Studio
{

/// JSON Merge Patch (RFC 7396) carried out on texts: members that the patch does not name keep every byte,
/// new ones are written like their neighbours. Of duplicate members the last one counts; `null` removes all
/// of a name. Nothing if either is not JSON. Linear, no recursion, any thread.
std::optional<QByteArray> applyMergePatch(QByteArrayView target, QByteArrayView patch);

/// Whether a patch can be merged into it, or be one: JSON, and an object. To anything else HPKV appends the
/// text of the patch.
bool isJsonObject(QByteArrayView text);

/// What is to be known about a merge patch before it is sent.
struct MergePatchIssue {
    enum class Kind : quint8 {
        // These a merge patch cannot express: the value afterwards would not be the wanted one.
        NullMember, ///< a member is to be null, but null removes it
        Duplicate, ///< an object with two members of one name
        NotObjects, ///< one of the two is no JSON object; HPKV appends such a text instead
        Order, ///< members stand in another order; that of the store stays
        // These it can, but they are worth a warning.
        WholeArray, ///< an array has changed inside; it is replaced as a whole
        EmptyValue ///< "", {} or [], which some servers take for the removal of the member
    };
    Kind kind = Kind::NullMember;
    QByteArray pointer; ///< JSON Pointer

    /// Whether the value afterwards would be another one than wanted, not in the order of members only.
    bool isWrong() const { return kind <= Kind::NotObjects; }
    bool operator==(const MergePatchIssue &) const = default;
};

/// The way from one text to another.
struct MergePatch {
    QByteArray patch; ///< compact JSON; `{}` if there is nothing to change
    QList<MergePatchIssue> issues; ///< at most MaxIssues, in the order of the document
    int members = 0; ///< values and removals that it holds

    static constexpr int MaxIssues = 200;
    /// Nothing to send: the values are the same, or differ in what a patch cannot express (see `issues`).
    bool isEmpty() const { return members == 0; }
    /// Whether applyMergePatch() gives the wanted value, but for order and white space.
    bool isExact() const;
};

/// The smallest patch that makes `to` out of `from`: only members whose tokens differ (`1.0` and `1` do,
/// white space does not). Nothing if either is not JSON. Linear, no recursion, any thread.
std::optional<MergePatch> mergePatchBetween(QByteArrayView from, QByteArrayView to);

} // namespace Studio
