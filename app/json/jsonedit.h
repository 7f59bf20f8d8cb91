// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "json/jsontree.h"
#include "json/textedit.h"

#include <QByteArray>
#include <QByteArrayView>

#include <optional>

namespace Studio
{

/// Each function gives the smallest edit of the tree's text that does what it says; all bytes outside stay,
/// and what is added is written like its neighbours (commas, blanks, indentation, line ends). Nodes are
/// numbers of the tree, so that duplicate members are told apart (JsonTree::find(), JsonTree::at()). Values
/// are JSON texts and go in as they are, names are UTF-8 without escapes. Nothing where the edit makes no
/// sense (a value that is not JSON, a name that is not UTF-8, a member of an array, no such node). Linear, no
/// recursion, any thread, as all of this file.

/// Another value for a member, an element or the whole text.
std::optional<TextEdit> setJsonValue(const JsonTree &tree, int node, QByteArrayView value);

/// Another text (UTF-8, without escapes) for a string. What stays at both ends is left as it is written,
/// escapes included.
std::optional<TextEdit> setJsonText(const JsonTree &tree, int node, QByteArrayView text);

/// A member more, in front of the one that is at `place` now (0 to the count of members). A name that is
/// there already becomes a duplicate.
std::optional<TextEdit> insertJsonMember(const JsonTree &tree, int object, int place, QByteArrayView name,
                                         QByteArrayView value);

/// An element more, in front of the one that is at `place` now.
std::optional<TextEdit> insertJsonElement(const JsonTree &tree, int array, int place, QByteArrayView value);

/// A member or element less. Not for the whole text.
std::optional<TextEdit> removeJsonValue(const JsonTree &tree, int node);

/// Another name for a member, as setJsonText(); an edit of nothing if it has that name already.
std::optional<TextEdit> renameJsonMember(const JsonTree &tree, int node, QByteArrayView name);

/// Moves a member or element to `place` among its siblings (its place afterwards). What stands between them
/// stays where it is.
std::optional<TextEdit> moveJsonValue(const JsonTree &tree, int node, int place);

/// Moves a value into another object or array, where it comes to stand at `place`. Into an object it keeps
/// its name or gets `name`; in an array it has none. Not into itself.
std::optional<TextEdit> moveJsonValueTo(const JsonTree &tree, int node, int container, int place,
                                        QByteArrayView name = {});

enum class JsonType : quint8 { Object, Array, String, Number, Boolean, Null };
JsonType jsonTypeOf(JsonTokenKind kind);

/// The same value as another type, without loss where there is a way back: a number and its text, a value and
/// an array of it, an object with it as `value`, anything and a string of its source. Else the type's
/// plainest value (`0`, `null`).
std::optional<TextEdit> setJsonType(const JsonTree &tree, int node, JsonType type);

/// Sets what `pointer` names; members that are missing on the way are made, and "-" or the count of an array
/// appends. Nothing if `text` or `value` is not JSON, or if something on the way is neither object nor array.
std::optional<TextEdit> setJsonAt(QByteArrayView text, QByteArrayView pointer, QByteArrayView value);

/// Removes what `pointer` names, with all duplicates of it. Nothing if there is none.
std::optional<TextEdit> removeJsonAt(QByteArrayView text, QByteArrayView pointer);

} // namespace Studio
