// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QList>

#include <optional>
#include <vector>

namespace Studio
{

/// Finds the last key of a branch in a store that can only be read forwards: asks again and again for the
/// first key from a probe on, and works out the next probe from the answer. It looks at one character after
/// another and halves what is possible there; which characters are likely is learnt from the keys seen so
/// far, and what is unlikely is excluded by a later probe in passing. Pure: the answers come in.
class LastKeyPlanner
{
public:
    /// `samples`: some known keys of the branch, in any order; they need not exist any longer.
    LastKeyPlanner(QByteArray prefix, const QList<QByteArray> &samples);

    /// Where the next page of one record begins; end() is where it ends.
    QByteArray probe() const;
    QByteArray end() const;
    /// The first key from probe() on, or none. `last`: the server said that nothing follows it.
    void answer(const std::optional<QByteArray> &key, bool last);

    bool isFinished() const { return m_finished; }
    /// False if it was given up after mostRequests(): then key() is the greatest one seen.
    bool isExact() const { return m_exact; }
    /// The last key; empty if the branch has none.
    std::optional<QByteArray> key() const;
    int requests() const { return m_requests; }
    static constexpr int mostRequests() { return 500; }

private:
    using Points = QList<char32_t>;

    /// What was seen at one place of the keys.
    struct Place {
        char32_t latest = 0;
        int changes = 0; ///< how often the next key had another character here
        quint32 fits = 0; ///< bit n: alphabet n has every character that was seen
    };

    Points points(const QByteArray &text) const;
    void learn(const Points &key);
    Points next() const;
    qsizetype settled() const;
    int above(qsizetype place, std::optional<char32_t> top) const;
    char32_t behind(qsizetype place, int steps) const;
    size_t alphabetAt(qsizetype place) const;
    std::optional<char32_t> topAt(qsizetype place) const;
    void plan();

    QByteArray m_prefix;
    Points m_probe;
    std::optional<Points> m_low; ///< a key that exists, the greatest one seen
    std::optional<Points> m_high; ///< nothing stands here or behind
    std::vector<Place> m_places;
    quint32 m_common = ~0U; ///< alphabets that have every character of all places that changed
    bool m_finished = false;
    bool m_exact = true;
    int m_requests = 0;
};

} // namespace Studio
