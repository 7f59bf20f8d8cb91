// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "session/lastkeyplanner.h"

#include <hpkvqt/keys.h>

#include <QString>
#include <QStringView>

#include <algorithm>
#include <array>
#include <bit>

namespace Studio
{

namespace
{

constexpr char32_t LastPoint = 0x10FFFF;
constexpr char32_t FirstSurrogate = 0xD800;
constexpr char32_t Surrogates = 0x800;

/// What keys are made of, smaller alphabets first. Sorted as the store sorts. The last one is everything.
constexpr std::array<QStringView, 10> Alphabets{
    u"0123456789",
    u"0123456789abcdef",
    u"0123456789ABCDEF",
    u"0123456789ABCDEFGHJKMNPQRSTVWXYZ",
    u"0123456789abcdefghjkmnpqrstvwxyz",
    u"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ",
    u"0123456789abcdefghijklmnopqrstuvwxyz",
    u"-0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz",
    u" !\"#$%&'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_`abcdefghijklmnopqrstuvwxyz{|}~",
    {}};
constexpr int EnoughChanges = 8;
constexpr size_t Everything = Alphabets.size() - 1;

/// Code points in a row, without the surrogates.
char32_t ordinal(char32_t c)
{
    return c < FirstSurrogate ? c : c - Surrogates;
}

char32_t fromOrdinal(char32_t n)
{
    return n < FirstSurrogate ? n : n + Surrogates;
}

/// Characters of an alphabet that are less than `c`.
qsizetype placeOf(QStringView alphabet, char32_t c)
{
    return std::lower_bound(alphabet.begin(), alphabet.end(), c,
                            [](QChar a, char32_t b) { return a.unicode() < b; })
         - alphabet.begin();
}

bool has(size_t alphabet, char32_t c)
{
    if (alphabet == Everything)
        return true;
    const QStringView all = Alphabets[alphabet];
    const qsizetype at = placeOf(all, c);
    return at < all.size() && all[at].unicode() == c;
}

bool isDigit(char32_t c)
{
    return c >= U'0' && c <= U'9';
}

} // namespace

LastKeyPlanner::LastKeyPlanner(QByteArray prefix, const QList<QByteArray> &samples)
    : m_prefix(std::move(prefix))
{
    QByteArray greatest;
    for (const QByteArray &sample : samples) {
        if (!sample.startsWith(m_prefix))
            continue;
        learn(points(sample));
        greatest = std::max(greatest, sample);
    }
    // The greatest sample may be deleted by now, so that it is asked for rather than believed.
    if (!greatest.isEmpty())
        m_probe = points(greatest);
}

QByteArray LastKeyPlanner::probe() const
{
    const QByteArray text = m_prefix + QString::fromUcs4(m_probe.constData(), m_probe.size()).toUtf8();
    return text.isEmpty() ? Hpkv::Keys::smallestStart() : text;
}

QByteArray LastKeyPlanner::end() const
{
    return Hpkv::Keys::prefixEnd(m_prefix);
}

std::optional<QByteArray> LastKeyPlanner::key() const
{
    if (!m_low)
        return {};
    return m_prefix + QString::fromUcs4(m_low->constData(), m_low->size()).toUtf8();
}

LastKeyPlanner::Points LastKeyPlanner::points(const QByteArray &text) const
{
    Points result;
    const QList<uint> all = QString::fromUtf8(QByteArrayView(text).sliced(m_prefix.size())).toUcs4();
    result.reserve(all.size());
    for (const uint c : all)
        result.append(c);
    return result;
}

void LastKeyPlanner::learn(const Points &key)
{
    for (qsizetype i = 0; i < key.size(); ++i) {
        const char32_t c = key[i];
        quint32 fits = 0;
        for (size_t alphabet = 0; alphabet < Alphabets.size(); ++alphabet)
            fits |= has(alphabet, c) ? 1U << alphabet : 0U;
        if (size_t(i) == m_places.size()) {
            m_places.push_back({c, 0, fits});
            continue;
        }
        Place &place = m_places[size_t(i)];
        place.changes += place.latest != c ? 1 : 0;
        place.latest = c;
        place.fits &= fits;
        if (place.changes > 0)
            m_common &= place.fits;
    }
}

void LastKeyPlanner::answer(const std::optional<QByteArray> &key, bool last)
{
    if (m_finished)
        return;
    ++m_requests;
    if (!key) {
        m_high = m_probe;
        if (!m_low && m_probe.isEmpty()) {
            m_finished = true; // there is no key at all
            return;
        }
    } else {
        if (!key->startsWith(m_prefix)) {
            m_finished = true;
            m_exact = false;
            return;
        }
        m_low = points(*key);
        learn(*m_low);
        // Somebody wrote meanwhile behind what was empty.
        if (m_high
            && !std::lexicographical_compare(m_low->begin(), m_low->end(), m_high->begin(), m_high->end()))
            m_high.reset();
        if (last) {
            m_finished = true;
            return;
        }
    }
    if (m_requests >= mostRequests()) {
        m_finished = true;
        m_exact = false;
        return;
    }
    plan();
}

void LastKeyPlanner::plan()
{
    if (!m_low) {
        m_probe.clear();
        return;
    }
    m_probe = next();
    // Only the key itself is left between what exists and what is empty.
    if (m_high
        && !std::lexicographical_compare(m_probe.begin(), m_probe.end(), m_high->begin(), m_high->end()))
        m_finished = true;
}

/// Characters at the beginning of the last key that are certain.
qsizetype LastKeyPlanner::settled() const
{
    if (!m_high)
        return 0;
    return std::mismatch(m_low->begin(), m_low->end(), m_high->begin(), m_high->end()).first - m_low->begin();
}

/// What the character at `place` is known to be less than.
std::optional<char32_t> LastKeyPlanner::topAt(qsizetype place) const
{
    return m_high && place == settled() && place < m_high->size() ? std::optional((*m_high)[place])
                                                                  : std::nullopt;
}

/// How many likely characters at `place` are greater than that of the greatest key seen.
int LastKeyPlanner::above(qsizetype place, std::optional<char32_t> top) const
{
    const Place &seen = m_places[size_t(place)];
    const char32_t own = (*m_low)[place];
    if (seen.changes == 0) {
        // A constant letter or sign is most likely part of the form of the key, unless such letters change
        // elsewhere.
        const bool mayChange =
            isDigit(own) || (m_common != ~0U && has(size_t(std::countr_zero(m_common)), own));
        const bool isExcluded = own == LastPoint || (top && ordinal(*top) <= ordinal(own) + 1);
        if (!mayChange || isExcluded)
            return 0;
        if (!isDigit(own))
            return 1;
    }
    const size_t alphabet = alphabetAt(place);
    if (alphabet == Everything)
        return int(top ? ordinal(*top) - 1 : ordinal(LastPoint)) - int(ordinal(own));
    const QStringView all = Alphabets[alphabet];
    return int((top ? placeOf(all, *top) : all.size()) - placeOf(all, own) - 1);
}

/// The alphabet of a place. While little was seen there, what the other places have counts too: a first
/// figure does not tell numbers from hexadecimal ones.
size_t LastKeyPlanner::alphabetAt(qsizetype place) const
{
    const Place &seen = m_places[size_t(place)];
    const bool isNew = seen.changes > 0 && seen.changes < EnoughChanges;
    return size_t(std::countr_zero(isNew ? seen.fits & m_common : seen.fits));
}

/// The character right behind the likely one that is `steps` above that of the greatest key seen.
char32_t LastKeyPlanner::behind(qsizetype place, int steps) const
{
    const char32_t own = (*m_low)[place];
    const size_t alphabet = alphabetAt(place);
    char32_t c = own;
    if (alphabet == Everything)
        c = fromOrdinal(ordinal(own) + char32_t(steps));
    else if (steps > 0)
        c = Alphabets[alphabet][placeOf(Alphabets[alphabet], own) + steps].unicode();
    return fromOrdinal(ordinal(c) + 1);
}

LastKeyPlanner::Points LastKeyPlanner::next() const
{
    const Points &low = *m_low;
    // Figures that were the same in every key seen, zeros in front of a number for instance: most likely they
    // are in the last key too. One probe excludes anything greater at all places up to its own.
    QList<qsizetype> constant;
    for (qsizetype place = settled(); place < low.size(); ++place) {
        const std::optional<char32_t> top = topAt(place);
        const int likely = above(place, top);
        if (likely <= 0)
            continue;
        if (m_places[size_t(place)].changes == 0) {
            constant.append(place);
            continue;
        }
        if (!constant.isEmpty())
            break;
        Points probe = low.first(place);
        probe.append(behind(place, (likely - 1) / 2));
        return probe;
    }
    if (!constant.isEmpty()) {
        const qsizetype place = constant[constant.size() / 2];
        Points probe = low.first(place);
        probe.append(behind(place, 0));
        return probe;
    }
    // Nothing likely is left: whatever is greater.
    Points probe = low;
    probe.append(U'\0');
    return probe;
}

} // namespace Studio
