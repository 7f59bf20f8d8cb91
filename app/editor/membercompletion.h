// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QList>

#include <optional>

namespace Studio
{

class JsonSchema;

/// Where the name of a member, or a value, is being typed.
struct TypedPlace {
    enum Kind : quint8 { Name, Value };
    Kind kind = Name;
    QByteArray pointer; ///< of the object around a name; of the value itself
    qsizetype offset = 0; ///< where it begins, its opening quote included
    qsizetype length = 0; ///< as far as it stands there, behind the cursor, too
    QByteArray begun; ///< what stands before the cursor
    bool operator==(const TypedPlace &) const = default;
};

/// Nothing where neither can stand: behind a value, inside a finished text. Works in a text that is not JSON
/// yet, as far as `cursor`.
std::optional<TypedPlace> typedPlace(QByteArrayView text, qsizetype cursor);

/// What can stand there, as JSON texts that begin as what is typed does. Of the names those that the object
/// does not have yet.
QList<QByteArray> completionsFor(const TypedPlace &place, QByteArrayView text, const JsonSchema &schema);

} // namespace Studio
