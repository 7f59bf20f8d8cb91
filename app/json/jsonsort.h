// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "json/jsonformat.h"

namespace Studio
{

/// The members of every object in the order of their names (by code point, without escapes; duplicates stay
/// in their order). Members move as they are written; commas and the white space around members stay where
/// they are. Elements of arrays stay. No recursion; takes n log n. Any thread.
JsonFormatResult sortJsonMembers(QByteArrayView text);

} // namespace Studio
