// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QList>
#include <QtGlobal>

#include <map>
#include <vector>

namespace Studio
{

/// How much of a stretch of the key space has been read.
enum class CoverageLevel : quint8 { None, Partial, Complete };

/// What is known about a stretch of the key space as a whole.
struct Coverage {
    CoverageLevel level = CoverageLevel::None;
    bool live = false; ///< complete, and every change in it has been heard since it was read
    bool stale = false; ///< a part of it was live until the line broke
    qint64 asOf = 0; ///< ms since 1970: the oldest moment for which a part of it is known; 0 = none

    bool isComplete() const { return level == CoverageLevel::Complete; }
    bool operator==(const Coverage &) const = default;
};

/// A stretch from `from` up to and without `to`. `to` is `CoverageMap::infinity()` for "up to the end".
struct Stretch {
    QByteArray from;
    QByteArray to;
    bool operator==(const Stretch &) const = default;
};

/// Which stretches of the key space were read, when, and whether that still holds. Pure; belongs to one
/// thread.
class CoverageMap
{
public:
    struct Interval {
        QByteArray from;
        QByteArray to;
        qint64 asOf = 0;
        bool live = false;
        bool stale = false;
        bool operator==(const Interval &) const = default;
    };

    /// Behind every key: 0xFF does not occur in UTF-8.
    static QByteArray infinity();
    /// The half-open form of [first, last]. A `last` that ends as Hpkv::Keys::prefixEnd() does stands for
    /// everything that begins with its prefix.
    static Stretch stretch(const QByteArray &first, const QByteArray &last);
    /// Everything that begins with `prefix` (empty: the whole key space).
    static Stretch ofPrefix(const QByteArray &prefix);

    /// A page read [first, last]. What was live stays live.
    void add(const Stretch &stretch, qint64 asOf, bool live);
    /// The line broke: what was live is stale from now on. `at`: last moment for which it is vouched for; 0 =
    /// unknown, then the moment of reading stays. Returns whether anything changed.
    bool breakLine(qint64 at);
    /// No subscription contains the stretch any longer: what was live in it is as of `at`.
    bool endLive(const Stretch &stretch, qint64 at);
    void clear();

    Coverage of(const Stretch &stretch) const;
    /// The parts of `stretch` that were never read, in order.
    std::vector<Stretch> gaps(const Stretch &stretch) const;
    /// The parts of `stretch` that were read, cut to it, in order.
    std::vector<Interval> intervals(const Stretch &stretch) const;
    /// Everything that was read, in order; neighbours that differ in nothing of weight are one.
    std::vector<Interval> all() const;

    /// Whether each part of the level `prefix` that was never read lies within the branch of one child, so
    /// that no child can be missing.
    bool isLevelComplete(const QByteArray &prefix, const QList<QByteArray> &separators) const;

private:
    struct Known {
        QByteArray to;
        qint64 asOf = 0;
        bool live = false;
        bool stale = false;
    };
    using Map = std::map<QByteArray, Known, std::less<>>;

    void splitAt(const QByteArray &place);
    void mergeAround(const Stretch &stretch);
    static bool canMerge(const Known &a, const Known &b);
    Map::const_iterator firstEndingBehind(const QByteArray &place) const;

    Map m_known; ///< by the beginning of each stretch; they never overlap
};

} // namespace Studio
