// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QString>

#include <optional>

namespace Studio
{

/// What a column of a range shows.
struct RangeColumn {
    enum class Kind : quint8 {
        Key,
        Value, ///< the whole value
        Type,
        Size, ///< bytes
        Changed, ///< when a change was noticed last
        Member, ///< what stands at `pointer`
        Count ///< how many elements or members the array or object at `pointer` has
    };

    Kind kind = Kind::Key;
    QByteArray pointer; ///< JSON Pointer; Member, Count

    static RangeColumn member(QByteArray pointer) { return {Kind::Member, std::move(pointer)}; }
    static RangeColumn count(QByteArray pointer) { return {Kind::Count, std::move(pointer)}; }

    bool isJson() const { return kind == Kind::Member || kind == Kind::Count; }
    /// Stable, for files: "key", "/total", "/items #".
    QString id() const;
    static std::optional<RangeColumn> fromId(const QString &id);

    bool operator==(const RangeColumn &) const = default;
};

} // namespace Studio
