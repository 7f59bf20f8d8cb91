// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

#include <optional>

namespace Studio
{

/// What valijson says of a violation, for a person.
struct SchemaRule {
    enum Kind : quint8 { Other, Type, Values, Unwanted };
    Kind kind = Other;
    QString sentence;
    QString detail; ///< the name or number in it
};

/// Nothing where valijson only says that something further inside is wrong, which it says, too. A text that
/// is not known is given back as it is. Any thread.
std::optional<SchemaRule> schemaRule(const QString &description);

} // namespace Studio
