// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArrayView>
#include <QtGlobal>

namespace Studio
{

/// What a value looks like. JSON documents are stored as text, so this is a guess from a few bytes.
enum class ValueType : quint8 {
    Unknown, ///< no value was seen yet
    Object, ///< begins with { and ends with }
    Array, ///< begins with [ and ends with ]
    String, ///< a JSON string with its quotes
    Number, ///< a JSON number of any length
    Boolean,
    Null,
    Text, ///< anything else that can be read
    Binary ///< control characters or bytes that are not UTF-8
};

/// Classifies a value by its first and last characters and, for scalars, by at most a few hundred bytes;
/// never parses a document. Pure, any thread.
ValueType classifyValue(QByteArrayView value);

/// Whether the text is a whole number as JSON writes it (no fraction, no exponent). Pure, any thread.
bool isWholeNumber(QByteArrayView text);

} // namespace Studio
