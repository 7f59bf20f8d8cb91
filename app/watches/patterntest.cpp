// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "watches/patterntest.h"

#include "mirror/keyspacemirror.h"

#include <hpkvqt/keys.h>

#include <set>
#include <vector>

namespace Studio
{

namespace
{

constexpr qint64 KeysBetweenLooks = 256;

/// Number of keys before the position.
qint64 rankOf(const MirrorSnapshot &snapshot, const MirrorSnapshot::Position &position)
{
    qint64 rank = position.index;
    for (size_t block = 0; block < position.block; ++block)
        rank += snapshot.blocks()[block]->size();
    return rank;
}

/// Keys from [first, last], of which the first few go into `named`.
qint64 countStretch(const MirrorSnapshot &snapshot, const MirrorSnapshot::Position &first,
                    const MirrorSnapshot::Position &end, qsizetype most, std::set<QByteArray> &named)
{
    MirrorSnapshot::Position at = first;
    for (qsizetype i = 0; i < most && at != end; ++i) {
        named.insert(snapshot.key(at).toByteArray());
        snapshot.advance(at);
    }
    return rankOf(snapshot, end) - rankOf(snapshot, first);
}

/// What can be looked up, without a look at every key; empty if it cannot.
std::optional<qint64> lookedUp(const MirrorSnapshot &snapshot, const WatchPatterns &patterns, qsizetype most,
                               std::set<QByteArray> &named)
{
    qint64 count = 0;
    for (const WatchPattern &pattern : patterns) {
        if (!pattern.isPrefix() && pattern.kind != WatchPattern::Kind::Key)
            return {};
    }
    for (const WatchPattern &pattern : patterns) {
        const MirrorSnapshot::Position first = snapshot.lowerBound(pattern.text);
        if (pattern.isPrefix()) {
            const auto behind = Hpkv::Keys::branchSuccessor(pattern.text);
            count += countStretch(snapshot, first,
                                  behind ? snapshot.lowerBound(*behind)
                                         : MirrorSnapshot::Position{snapshot.blocks().size(), 0},
                                  most, named);
        } else if (!snapshot.isEnd(first) && snapshot.key(first) == pattern.text) {
            ++count;
            if (most > 0)
                named.insert(pattern.text);
        }
    }
    return count;
}

} // namespace

PatternMatches matchPatterns(const MirrorSnapshot &snapshot, const QList<WatchPatterns> &groups,
                             qsizetype most, const std::atomic_bool &canceled)
{
    PatternMatches result;
    result.known = snapshot.size();
    result.counts.resize(groups.size());
    std::set<QByteArray> named;
    std::vector<std::pair<qsizetype, WatchMatcher>> scanned;
    for (qsizetype i = 0; i < groups.size() && !canceled; ++i) {
        const WatchPatterns patterns = reduced(groups.at(i));
        if (const auto count = lookedUp(snapshot, patterns, most, named))
            result.counts[i] = *count;
        else
            scanned.emplace_back(i, WatchMatcher(patterns));
    }
    if (!scanned.empty()) {
        qsizetype found = 0;
        qint64 looked = 0;
        for (MirrorSnapshot::Position at; !snapshot.isEnd(at); snapshot.advance(at)) {
            if (++looked % KeysBetweenLooks == 0 && canceled)
                break;
            const QByteArrayView view = snapshot.key(at);
            const QByteArray key = QByteArray::fromRawData(view.data(), view.size());
            bool any = false;
            for (const auto &[group, matcher] : scanned) {
                if (!matcher.matches(key))
                    continue;
                ++result.counts[group];
                any = true;
            }
            if (any && ++found <= most)
                named.insert(view.toByteArray());
        }
    }
    for (const QByteArray &key : named) {
        if (result.first.size() >= most)
            break;
        result.first.append(key);
    }
    return result;
}

PatternTest::PatternTest(const KeyspaceMirror &mirror, QObject *parent)
    : QObject(parent)
    , m_mirror(mirror)
{
}

void PatternTest::start(const QList<WatchPatterns> &groups, qsizetype most)
{
    m_job.start(
        [snapshot = m_mirror.snapshot(), groups, most](const std::atomic_bool &canceled) {
            return matchPatterns(snapshot, groups, most, canceled);
        },
        [this](PatternMatches matches) {
            m_matches = std::move(matches);
            emit finished();
        });
}

void PatternTest::cancel()
{
    m_job.cancel();
}

} // namespace Studio
