// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace Studio
{

class JsonTree;
struct Difference;
struct DiffRun;

/// Fills in lines, rows, lit parts and changes by member (the other fields stay). Both sides are written
/// anew, one member or element a line; `before` keeps its order, members of one name stand beside one
/// another, and what is new follows the member that it follows in `after`. The lines of `before` depend on
/// nothing but `before`. One change for each entry that jsonChanges() has. Both roots are of one kind.
void buildMemberRows(const JsonTree &before, const JsonTree &after, const DiffRun &run, Difference &result);

} // namespace Studio
