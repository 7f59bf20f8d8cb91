// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/rangecolumn.h"

#include "json/jsonpointer.h"

#include <array>
#include <utility>

namespace Studio
{

namespace
{

using Kind = RangeColumn::Kind;

constexpr std::array<std::pair<Kind, const char *>, 5> plainIds{{{Kind::Key, "key"},
                                                                 {Kind::Value, "value"},
                                                                 {Kind::Type, "type"},
                                                                 {Kind::Size, "size"},
                                                                 {Kind::Changed, "changed"}}};
constexpr QLatin1StringView countMark(" #");

} // namespace

QString RangeColumn::id() const
{
    for (const auto &[plain, name] : plainIds) {
        if (plain == kind)
            return QString::fromLatin1(name);
    }
    const QString text = QString::fromUtf8(pointer);
    return kind == Kind::Count ? text + countMark : text;
}

std::optional<RangeColumn> RangeColumn::fromId(const QString &id)
{
    for (const auto &[plain, name] : plainIds) {
        if (id == QLatin1StringView(name))
            return RangeColumn{plain, {}};
    }
    const bool counts = id.endsWith(countMark);
    const QByteArray pointer = (counts ? id.chopped(countMark.size()) : id).toUtf8();
    if (pointer.isEmpty() || !jsonPointerTokens(pointer))
        return {};
    return RangeColumn{counts ? Kind::Count : Kind::Member, pointer};
}

} // namespace Studio
