// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "session/keyselection.h"

#include <QByteArray>
#include <QList>

#include <functional>
#include <optional>

namespace Studio
{

/// Something that was looked at and can be gone back to.
struct NavPlace {
    enum class Kind : quint8 { Record, Branch, Range };
    Kind kind = Kind::Record;
    QByteArray key; ///< Record: the key; Branch: the prefix
    KeyInterval interval; ///< Range

    static NavPlace record(const QByteArray &key) { return {Kind::Record, key, {}}; }
    static NavPlace branch(const QByteArray &prefix) { return {Kind::Branch, prefix, {}}; }
    static NavPlace range(const KeyInterval &interval) { return {Kind::Range, {}, interval}; }

    bool operator==(const NavPlace &) const = default;
};

/// Where one has been, as in a web browser: a new place drops what was ahead. Pure.
class NavHistory
{
public:
    static constexpr qsizetype most = 100;

    /// The same place twice in a row is one visit.
    void visit(const NavPlace &place);
    bool canGoBack() const { return m_at > 0; }
    bool canGoForward() const { return m_at + 1 < m_places.size(); }
    std::optional<NavPlace> back();
    std::optional<NavPlace> forward();
    std::optional<NavPlace> current() const;
    /// What is gone for good (a deleted key) is no place to go to.
    void remove(const NavPlace &place);

private:
    QList<NavPlace> m_places;
    qsizetype m_at = -1;
};

} // namespace Studio
