// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "browser/range/rangesurvey.h"

#include "mirror/keyspacemirror.h"
#include "session/keyselection.h"

namespace Studio
{

namespace
{

constexpr int PauseMs = 50;

} // namespace

RangeSurvey::RangeSurvey(const KeyspaceMirror &mirror, QObject *parent)
    : QObject(parent)
    , m_mirror(mirror)
{
    m_timer.setSingleShot(true);
    m_timer.setInterval(PauseMs);
    connect(&m_timer, &QTimer::timeout, this, &RangeSurvey::lookNow);
}

void RangeSurvey::begin(const KeyInterval &interval)
{
    m_timer.stop();
    m_members = MemberSurvey();
    m_stretch = CoverageMap::stretch(interval.first, interval.last);
    m_last.clear();
    m_passed = 0;
}

void RangeSurvey::lookSoon()
{
    // Not restarted: while records keep coming it would never run.
    if (!m_timer.isActive() && m_passed < most)
        m_timer.start();
}

void RangeSurvey::lookNow()
{
    auto place = m_mirror.lowerBound(m_last.isEmpty() ? m_stretch.from : m_last + '\0');
    const auto isInside = [&] { return !m_mirror.isEnd(place) && m_mirror.keyAt(place) < m_stretch.to; };
    for (int i = 0; i < recordsAtOnce && isInside() && m_passed < most; ++i, m_mirror.advance(place)) {
        m_last = m_mirror.keyAt(place).toByteArray();
        ++m_passed;
        const Entry entry = m_mirror.entryAt(place);
        if (entry.hasValue)
            m_members.add(entry.value);
    }
    if (isInside())
        lookSoon();
    emit looked();
}

} // namespace Studio
