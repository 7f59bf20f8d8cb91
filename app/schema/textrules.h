// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <valijson/schema_parser.hpp>

namespace Studio
{

/// Makes `parser` check "pattern" and "format" with expressions that come to an end whatever the text:
/// QRegularExpression's are bounded. Takes effect where the schema is read through SchemaAdapter.
void addTextRules(valijson::SchemaParser &parser);

} // namespace Studio
